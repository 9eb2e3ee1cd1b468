"""The gate for routes: the complaints of the evaluation set, and the judge that judges them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.model import Delegation
from knowledge.routing.kinds import Kind
from knowledge.routing.route import Decider, Decision, Reason, Route

from .complaint_expectations import COMPLAINTS, Complaint, load_complaints
from .complaint_judging import (
    ComplaintFigures,
    complaint_misses,
    complaint_table,
    judge_route,
)
from .expectations import FILES
from .run import measure_routes

_TITLE = "Standar Pelayanan Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan"
_HEAD, _HANDLER = "Kepala Biro Tata Usaha", "Kepala Bagian Protokol dan Tata Usaha Pimpinan"
_COMPLAINT = Complaint(
    id="c", style="casual", text="lama", given={}, kind=("keluhan",), standard="pimpinan",
    decision=("auto",), decider=None, received_by=_HEAD, handled_by=_HANDLER, candidates=(),
    barred=(),
)  # fmt: skip
_ROUTE = Route(
    Kind.KELUHAN, Decision.AUTO, Reason("delegated_optional"), standard_id="x", standard=_TITLE,
    received_by=_HEAD, delegation=Delegation.OPTIONAL, handled_by=_HANDLER,
)  # fmt: skip


@pytest.fixture(scope="module")
def complaints() -> list[Complaint]:
    return load_complaints([COMPLAINTS])


def test_every_complaint_goes_right_or_is_asked_about(complaints: list[Complaint]) -> None:
    figures = measure_routes([COMPLAINTS])
    assert len(figures.routed) == len(complaints)
    assert figures.guesses == 0, complaint_misses(figures, 10)
    assert figures.exact >= 0.95, f"\n{complaint_table(figures)}\n{complaint_misses(figures, 10)}"


def test_the_set_covers_every_standard_kind_and_way_of_writing(complaints: list[Complaint]) -> None:
    assert len(complaints) >= 350
    assert len({c.id for c in complaints}) == len({c.text for c in complaints}) == len(complaints)
    seen = {(c.standard, kind) for c in complaints for kind in c.kind}
    assert seen >= {(standard, kind.value) for standard in FILES for kind in Kind}
    styles = Counter(c.style for c in complaints)
    wanted = "formal casual slang typo abbreviation letter english accused mention none ambiguous"
    assert all(styles[style] >= 8 for style in wanted.split())
    assert sum(not c.kind for c in complaints) >= 40
    assert sum(bool(c.barred) for c in complaints) >= 60


def test_a_right_route_has_no_fault() -> None:
    routed = judge_route(_COMPLAINT, _ROUTE)
    assert (routed.faults, routed.guessed, routed.leaked) == ((), False, False)


@pytest.mark.parametrize(
    ("change", "guessed"),
    [
        ({"kind": Kind.PENGADUAN}, False),
        ({"standard": "Standar Pelayanan Sosialisasi Kebijakan"}, True),
        ({"received_by": "Kepala Biro Umum"}, True),
        ({"handled_by": None}, True),
        ({"decision": Decision.ASK, "decider": Decider.SENDER}, False),
    ],
)
def test_every_fault_is_seen_and_a_silent_guess_told_apart(
    change: dict[str, object], guessed: bool
) -> None:
    routed = judge_route(_COMPLAINT, replace(_ROUTE, **change))  # type: ignore[arg-type]
    assert routed.faults
    assert routed.guessed is guessed


def test_a_route_where_asking_was_right_is_a_guess() -> None:
    asked = replace(_COMPLAINT, decision=("ask",), decider="sender", candidates=("pimpinan", "sop"))
    assert judge_route(asked, _ROUTE).guessed
    route = replace(_ROUTE, decision=Decision.ASK, decider=Decider.RECEIVER, candidates=(_TITLE,))
    assert len(judge_route(asked, route).faults) == 2


@pytest.mark.parametrize("field", ["handled_by", "received_by", "together_with", "candidates"])
def test_whoever_is_barred_may_stand_nowhere(field: str) -> None:
    barred = replace(_COMPLAINT, barred=("Kepala Bagian X",))
    name: object = "Kepala Bagian X"
    value = (name,) if field in ("together_with", "candidates") else name
    routed = judge_route(barred, replace(_ROUTE, **{field: value}))  # type: ignore[arg-type]
    assert routed.leaked
    assert not ComplaintFigures((routed,) + (judge_route(_COMPLAINT, _ROUTE),) * 99).passes


def test_the_gate_falls_below_its_share() -> None:
    good = judge_route(_COMPLAINT, _ROUTE)
    asked = judge_route(_COMPLAINT, replace(_ROUTE, decision=Decision.ASK))
    assert ComplaintFigures((good,) * 95 + (asked,) * 5).passes
    assert not ComplaintFigures((good,) * 94 + (asked,) * 6).passes
    assert "94 of 100" in complaint_table(ComplaintFigures((good,) * 94 + (asked,) * 6))


def test_a_line_that_is_no_complaint_is_named_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.jsonl:1: fields differ"):
        load_complaints([file])

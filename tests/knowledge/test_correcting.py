"""What an office puts right is laid over the model, marked, and lost by nothing."""

from __future__ import annotations

import pytest

from knowledge.correcting import (
    Correctable,
    Correction,
    added,
    corrected,
    current,
    from_list,
    to_list,
)
from knowledge.finding.answers import Request, Topic
from knowledge.finding.finder import Finder
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from knowledge.storing import from_data, to_data
from tests.standard_texts import a_text

NEW = {
    Correctable.TITLE: "Standar Pelayanan Mobil",
    Correctable.UNIT: "Bagian Kendaraan",
    Correctable.RESPONSIBLE: "Kepala Biro Protokol",
    Correctable.RECEIVED_BY: "Kepala Biro Protokol",
    Correctable.HANDLED_BY: "Kepala Bagian Satu; Kepala Bagian Dua",
    Correctable.DURATION: "3 hari kerja",
    Correctable.ACTOR: "Staf; Kepala Subbagian Kendaraan",
}


def read(text: str) -> ServiceStandard:
    (standard,) = read_text(text, "x.txt")
    return standard


def one(what: Correctable, text: str | None = None) -> Correction:
    step = "2" if what in (Correctable.DURATION, Correctable.ACTOR) else ""
    return Correction(what, NEW[what] if text is None else text, step)


@pytest.mark.parametrize("what", list(Correctable))
def test_each_correction_is_what_the_standard_says_then_and_is_told(what: Correctable) -> None:
    before = read(a_text())
    after = corrected(before, [one(what)])
    assert current(after, what, one(what).step) == NEW[what]
    (told,) = set(after.warnings) - set(before.warnings)
    assert told.startswith("corrected: ")
    assert NEW[what] in told
    assert current(before, what, one(what).step) in told
    assert from_data(to_data(after)) == after


@pytest.mark.parametrize(
    ("what", "aspect", "step"),
    [
        (Correctable.UNIT, "unit", None),
        (Correctable.RESPONSIBLE, "responsible", None),
        (Correctable.RECEIVED_BY, "complaint_receiver", None),
        (Correctable.HANDLED_BY, "complaint_handler", None),
        (Correctable.HANDLED_BY, "complaint", None),
        (Correctable.DURATION, "step_time", "2"),
        (Correctable.DURATION, "step", "2"),
        (Correctable.ACTOR, "step_actor", "2"),
    ],
)
@pytest.mark.parametrize("missing", [False, True])
def test_an_answer_from_a_correction_says_so_in_its_source(
    what: Correctable, aspect: str, step: str | None, missing: bool
) -> None:
    text = a_text()
    if missing:  # the document says nothing of it at all
        text = text.split("E. Pengaduan")[0].replace("1. Unit Pelayanan: Bagian Rumah Tangga", "")
        text = text.replace("2. Penanggung Jawab Pelayanan: Kepala Biro Umum", "")
    standard = corrected(read(text), [one(what)])
    reply = Finder([standard]).answer(Request(aspect, standard.id, step), Topic())
    assert reply.citations
    assert any(citation.corrected for citation in reply.citations)
    said = str(reply.values)
    assert all(name in said for name in NEW[what].split("; "))


def test_a_corrected_time_stands_in_the_steps_text_and_the_original_stays() -> None:
    standard = corrected(read(a_text()), [one(Correctable.DURATION)])
    step = standard.step("2")
    assert step is not None
    assert step.text.endswith("(3 hari kerja)")
    assert "2 jam" in step.original
    gone = corrected(read(a_text()), [one(Correctable.DURATION, "")]).step("2")
    assert gone is not None
    assert (gone.duration, "2 jam" in gone.text) == (None, False)


def test_a_later_correction_of_the_same_thing_replaces_the_earlier() -> None:
    first, second = one(Correctable.DURATION), one(Correctable.DURATION, "5 jam")
    both = added(added([], first), second)
    assert both == (second,)
    assert added(both, one(Correctable.TITLE))[0] == second
    assert from_list(to_list(both)) == both


def test_a_correction_of_a_step_that_is_gone_changes_nothing_and_is_told() -> None:
    standard = read(a_text())
    after = corrected(standard, [Correction(Correctable.DURATION, "1 jam", "99")])
    assert after.steps == standard.steps
    assert set(after.warnings) - set(standard.warnings) == {"correction_lost: 99 1 jam"}


def test_a_handler_where_the_document_has_no_complaint_section_fills_the_component() -> None:
    silent = read(a_text().split("E. Pengaduan")[0])
    assert "penanganan pengaduan, saran, dan masukan" in silent.components_missing
    told = corrected(silent, [one(Correctable.RECEIVED_BY), one(Correctable.HANDLED_BY)])
    assert "penanganan pengaduan, saran, dan masukan" in told.components_present
    assert told.complaint is not None
    assert told.complaint.received_by == "Kepala Biro Protokol"

"""The judge itself: it must see what is wrong, or the table means nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from .expectations import Expectation, document_text, folded, load
from .judging import Reply, judge
from .table import Figures, misses, table

_TITLE = "Standar Pelayanan Penyusunan Sistem dan Prosedur Kerja di Lingkungan Sekretariat Negara"
_OTHER = "Standar Pelayanan Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan"
_QUESTION = Expectation(
    id="q", chat="q", style="casual", facet="duration", standard="sisdur", text="berapa lama?",
    kind=("answer",), all=("3 hari",), any=("Deputy", "Menteri"), none=("2 minggu",),
    standards=("sisdur",), section="Bagian Kedua B",
)  # fmt: skip
_REPLY = Reply(
    "answer",
    "3 hari, oleh Deputi. Sumber: Bagian Kedua B.5",
    ((_TITLE, "Bagian Kedua B.5"),),
    (),
    1.0,
)


def test_a_reply_that_says_all_that_was_expected_is_right() -> None:
    assert judge(_QUESTION, _REPLY).right


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "unknown"}, "is unknown, not answer"),
        ({"text": "1 hari, oleh Deputi."}, "does not say '3 hari'"),
        ({"text": "3 hari."}, "says none of ['Deputy', 'Menteri']"),
        ({"text": "3 hari, 2 minggu, Deputi."}, "must not say '2 minggu'"),
        ({"sources": ()}, "names no source"),
        ({"text": "3 hari, oleh Deputi."}, "names no source"),
        ({"text": "3 hari, Deputi, Bagian Kedua B.5" + "." * 4096}, "has 4128 characters"),
        ({"sources": ((_OTHER, "Bagian Kedua B.5"),)}, "no source in sisdur"),
        ({"sources": ((_TITLE, "Bagian Kedua H"),)}, "no source in Bagian Kedua B"),
    ],
)
def test_every_fault_of_a_reply_is_named(change: dict[str, object], fault: str) -> None:
    assert fault in judge(_QUESTION, replace(_REPLY, **change)).faults  # type: ignore[arg-type]


def test_an_answer_for_one_standard_is_wrong_where_several_fit() -> None:
    question = replace(_QUESTION, style="ambiguous", kind=("choice", "answer"), standards=())
    assert not judge(question, _REPLY).right
    assert judge(question, Reply("choice", "Yang mana?", (), ("a", "b"), 1.0)).right
    assert not judge(question, Reply("choice", "Yang mana?", (), ("a",), 1.0)).right


def test_a_fact_of_another_standard_is_counted_apart() -> None:
    assert judge(_QUESTION, replace(_REPLY, sources=((_OTHER, "x"),))).wrong_standard
    assert not judge(_QUESTION, _REPLY).wrong_standard


def test_a_time_that_stands_in_no_cited_text_is_found() -> None:
    assert judge(_QUESTION, replace(_REPLY, text="3 hari atau 77 hari")).loose_figures == (
        "77 hari",
    )
    assert judge(_QUESTION, _REPLY).loose_figures == ()


def test_the_gate_falls_with_one_answer_without_a_source_or_too_many_misses() -> None:
    good = judge(_QUESTION, _REPLY)
    unsourced = judge(replace(_QUESTION, standards=(), section=None), replace(_REPLY, sources=()))
    wrong = judge(_QUESTION, replace(_REPLY, kind="unknown"))
    assert Figures((good,) * 100).passes
    assert not Figures((good,) * 99 + (unsourced,)).passes
    assert Figures((good,) * 97 + (wrong,) * 3).passes
    assert not Figures((good,) * 96 + (wrong,) * 4).passes


def test_refusals_have_their_own_gate() -> None:
    good = judge(_QUESTION, _REPLY)
    outside = replace(_QUESTION, kind=("unknown",), all=(), any=())
    assert not Figures((good,) * 99 + (judge(outside, _REPLY),)).passes


def test_the_table_and_the_misses_name_what_went_wrong() -> None:
    wrong = judge(_QUESTION, replace(_REPLY, kind="unknown"))
    figures = Figures((judge(_QUESTION, _REPLY), wrong))
    assert "right               1 of 2 (50.0%)" in table(figures)
    assert "is unknown, not answer" in misses(figures.judgements, 5)


def test_folding_forgives_spelling_of_deputi_and_space_around_a_slash() -> None:
    assert folded("pengaduan/keluhan/ masukan  *output* Deputy") == folded(
        "Pengaduan / keluhan/masukan output Deputi"
    )


def test_page_marks_and_catchwords_are_no_part_of_a_document() -> None:
    text = document_text("sosialisasi")
    assert "tujuannya . . ." not in text
    assert "-358-" not in text
    assert "sosialisasi beserta peralatan pendukungnya, backdrop" in text


def test_a_line_that_is_no_question_is_named_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.jsonl:1: fields differ"):
        load([file])

"""The gate of the second set: standards of other offices, answered through the real command."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from .expectations import load
from .judging import Reply
from .office_judging import (
    OFFICE_DOCUMENTS,
    OFFICE_QUESTIONS,
    OfficeFigures,
    judge_office,
    office_misses,
    office_table,
    titles_of,
)
from .run import measure_offices

_SET = load([OFFICE_QUESTIONS])
_TITLES = {"kua": {"standar pelayanan pencatatan nikah"}, "roya": {"roya"}}
_QUESTION = replace(
    _SET[0], kind=("answer",), all=("gratis",), any=(), none=("Rp50.000",), standards=("kua",)
)
_REPLY = Reply("answer", "Gratis. Sumber: 6", (("Standar Pelayanan Pencatatan Nikah", "6"),), (), 1)


def test_the_standards_of_other_offices_are_answered_at_or_above_the_gate() -> None:
    figures = measure_offices(_SET)
    assert figures.passes, f"\n{office_table(figures)}\n{office_misses(figures, 10)}"


def test_every_question_is_about_a_document_of_the_set() -> None:
    stems = {file.stem for file in OFFICE_DOCUMENTS}
    asked = Counter(question.standard for question in _SET)
    assert asked.keys() - {None} == stems
    assert {key for question in _SET for key in question.standards} <= stems
    assert len({question.id for question in _SET}) == len(_SET)


def test_each_document_is_read_to_a_title() -> None:
    titles = titles_of(OFFICE_DOCUMENTS)
    assert all(titles[file.stem] for file in OFFICE_DOCUMENTS)


def test_a_reply_that_says_what_was_expected_is_right() -> None:
    assert not judge_office(_QUESTION, _REPLY, _TITLES).faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "unknown"}, "is unknown, not answer"),
        ({"text": "Rp10.000. Sumber: 6"}, "does not say 'gratis'"),
        ({"text": "Gratis, Rp50.000. Sumber: 6"}, "must not say 'Rp50.000'"),
        ({"sources": (("Roya", "6"),)}, "no source in kua"),
    ],
)
def test_a_wrong_reply_is_seen(change: dict[str, Any], fault: str) -> None:
    judgement = judge_office(_QUESTION, replace(_REPLY, **change), _TITLES)
    assert fault in judgement.faults
    assert not OfficeFigures((judgement,)).passes


def test_an_answer_without_its_source_does_not_pass() -> None:
    silent = replace(_REPLY, text="Gratis")
    figures = OfficeFigures((judge_office(_QUESTION, silent, _TITLES),))
    assert figures.unsourced == 1
    assert not figures.passes

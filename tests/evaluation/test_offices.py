"""The gate of the second set: standards of other offices, answered through the real command."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.routing.router import Router
from tests.knowledge.builders import a_chain, a_standard

from .expectations import load
from .judging import Reply
from .office_complaints import (
    OfficeComplaint,
    OfficeRoutes,
    load_office_complaints,
    office_route_misses,
    office_route_table,
    route_offices,
)
from .office_judging import (
    OFFICE_SETS,
    OfficeFigures,
    documents_of,
    judge_office,
    office_misses,
    office_table,
    titles_of,
)
from .run import measure_english, measure_far, measure_office_routes, measure_offices

_SET = load([OFFICE_SETS[0] / "questions.jsonl"])
_TITLES = {"kua": {"standar pelayanan pencatatan nikah"}, "roya": {"roya"}}
_QUESTION = replace(
    _SET[0], kind=("answer",), all=("gratis",), any=(), none=("Rp50.000",), standards=("kua",)
)
_REPLY = Reply("answer", "Gratis. Sumber: 6", (("Standar Pelayanan Pencatatan Nikah", "6"),), (), 1)


def test_the_standards_of_other_offices_are_answered_at_or_above_the_gate() -> None:
    figures = measure_offices()
    assert figures.passes, f"\n{office_table(figures)}\n{office_misses(figures, 10)}"


def test_what_is_asked_in_other_words_or_not_said_is_answered_or_refused_as_often() -> None:
    figures = measure_far()
    assert figures.passes_far, f"\n{office_table(figures)}\n{office_misses(figures, 10)}"


def test_what_is_asked_in_english_is_answered_or_refused_as_often() -> None:
    figures = measure_english()
    assert figures.passes_english, f"\n{office_table(figures)}\n{office_misses(figures, 10)}"


def test_their_complaints_are_heard_and_go_where_their_standards_say() -> None:
    figures = measure_office_routes()
    assert figures.passes, f"\n{office_route_table(figures)}\n{office_route_misses(figures, 10)}"


@pytest.mark.parametrize("folder", OFFICE_SETS, ids=lambda folder: str(folder.name))
def test_questions_and_complaints_are_about_documents_of_their_set(folder: Path) -> None:
    questions = load([folder / "questions.jsonl"])
    complaints = load_office_complaints(folder / "complaints.jsonl")
    stems = {file.stem for file in documents_of(folder)}
    assert Counter(question.standard for question in questions).keys() - {None} == stems
    assert {complaint.standard for complaint in complaints} - {None} <= stems
    assert {key for question in questions for key in question.standards} <= stems
    assert len({question.id for question in questions}) == len(questions)


@pytest.mark.parametrize("folder", OFFICE_SETS, ids=lambda folder: str(folder.name))
def test_each_document_is_read_to_a_title(folder: Path) -> None:
    titles = titles_of(documents_of(folder))
    assert all(titles.values())


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


_CHAIN = a_chain("Kepala Biro", "Kepala Bagian Umum")
_TOLD = OfficeComplaint(
    "1", "layanan arsip lambat sekali", "arsip", ("keluhan",), ("auto",), ("Kepala Bagian Umum",)
)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"kinds": ()}, "is heard as keluhan"),
        ({"kinds": ("masukan",)}, "is keluhan, not masukan"),
        ({"decisions": ("ask",)}, "asks nobody"),
        ({"handled_by": ("Kepala Bagian Lain",)}, "goes to Kepala Bagian Umum"),
        ({"standard": "lain"}, "goes by arsip, not lain"),
        ({"text": "apa syaratnya?"}, "is None, not keluhan"),
    ],
)
def test_a_wrong_route_is_seen(change: dict[str, Any], fault: str | None) -> None:
    archive = replace(a_standard("Layanan Arsip"), complaint=_CHAIN, file="arsip.txt")
    (routed,) = route_offices([replace(_TOLD, **change)], Router([archive]))
    assert (fault or "") in " ".join(routed.faults)
    assert bool(routed.faults) == bool(fault)
    assert OfficeRoutes((routed,)).passes == (fault is None)

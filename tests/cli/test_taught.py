"""What the office has taught holds on the command line too."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from pathlib import Path

import pytest

from bot.domain.learning import LessonKind, OfficeTerm, StoredLesson
from bot.office import Office, open_office
from bot.quick import standards_at_a_glance
from bot.settings import load_settings

from .conftest import Pandu

PARKING = "di mana parkir motor?"
COMPLAINT = "Saya kecewa, sisjaker lambat sekali"


@pytest.fixture
def taught(loaded: Pandu) -> Pandu:
    """Carry out a command line in an office that has taught a word and an answer."""

    async def teach() -> None:
        async with open_office(load_settings()) as office:
            await _teach(office)

    asyncio.run(teach())
    return loaded


async def _teach(office: Office) -> None:
    now = office.clock.now()
    async with office.unit_of_work() as work:
        meaning = "penyusunan sistem dan prosedur kerja"
        await work.learning.add_term(OfficeTerm(0, "sisjaker", meaning, None, now))
        answer = StoredLesson(0, LessonKind.ANSWER, PARKING, "Di lantai dasar.", None, now)
        await work.learning.add_lesson(answer)
        await work.commit()


def test_a_quick_look_into_the_database_is_enough_until_something_was_taught(
    loaded: Pandu, office: Path
) -> None:
    assert standards_at_a_glance(load_settings()) is not None


def test_questions_are_answered_by_what_was_taught(
    taught: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert standards_at_a_glance(load_settings()) is None
    lines = json.dumps({"id": 1, "text": PARKING}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    record = json.loads(taught("ask", "--json").out)
    assert (record["kind"], record["sources"]) == ("answer", [])
    assert "Jawaban kantor" in record["text"]
    assert "Di lantai dasar." in record["text"]


def test_complaints_are_routed_with_the_words_of_the_office(taught: Pandu) -> None:
    record = json.loads(taught("route", COMPLAINT, "--json").out)
    assert "Sistem dan Prosedur Kerja" in record["standard"]

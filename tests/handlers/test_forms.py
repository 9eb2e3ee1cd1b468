"""A form that waits takes what is written, and nothing else is different for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import application, commands
from handlers.forms import CLOSED, Form, opened
from handlers.turn import Outcome, Turn
from tests.telegram import Chat, Stage

PHOTO = [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]
QUESTION = "siapa penanggung jawab sosialisasi kebijakan?"


async def name(turn: Turn, form: Form) -> Outcome | None:
    """Take names until one is "selesai"; a text with a question mark is none."""
    if "?" in turn.text:
        return None
    taken = [*form.get("taken", ()), turn.text or "gambar"]
    said = turn.say("messages.failed", error_id=" ".join(taken))
    ended = turn.text == "selesai"
    return replace(said, remember=CLOSED if ended else opened("name", taken=taken))


async def open_form(turn: Turn) -> Outcome:
    return replace(turn.say("commands.ask_question"), remember=opened("name"))


@pytest.fixture
async def form(stage: Stage, chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """Let a form of names wait in the chat."""
    monkeypatch.setitem(commands.HANDLERS, "language", open_form)
    monkeypatch.setattr(application, "FORMS", {"name": name})
    await stage.restart()
    await chat.says("/bahasa")
    return chat


async def test_what_is_written_reaches_the_form_also_after_a_restart(
    form: Chat, stage: Stage
) -> None:
    await form.says("satu")
    await stage.restart()
    await form.sends(photo=PHOTO)
    form.sees("satu gambar")


async def test_what_a_form_does_not_take_is_answered_and_the_form_goes_on(form: Chat) -> None:
    await form.says("satu")
    await form.says(QUESTION)
    form.sees("Penanggung jawab")
    await form.says("dua")
    form.sees("satu dua")


async def test_commands_are_answered_and_leave_the_form_open(form: Chat) -> None:
    await form.says("/standar")
    form.sees("5 standar")
    await form.says("satu")
    form.sees("satu")


@pytest.mark.parametrize("end", ["selesai", "/batal"])
async def test_a_form_that_has_ended_takes_nothing_more(form: Chat, end: str) -> None:
    await form.says(end)
    await form.says("selesai juga")
    form.sees_not("selesai juga")


async def test_an_edited_message_reaches_the_form(form: Chat) -> None:
    await form.says("satu")
    await form.edits("dua")
    form.sees("satu dua")


async def test_another_persons_words_do_not_reach_the_form(form: Chat, stage: Stage) -> None:
    other = stage.chat(7002)
    await other.says(QUESTION)
    other.sees("Penanggung jawab")
    await form.says("satu")
    form.sees("satu")


async def test_a_form_that_no_longer_exists_holds_nothing_up(
    form: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "FORMS", {})
    await stage.restart()
    await form.says("siapa penanggung jawabnya untuk sosialisasi kebijakan")
    form.sees("Penanggung jawab")

"""Handling of stored updates: each once, in order, whatever dies or raises meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import AlreadyHandled, ConversationChanged, DomainError, StorageError
from bot.services.questions import Questions
from bot.storage.unit_of_work import SqlUnitOfWork
from tests.telegram import Chat, Stage

QUESTION = "siapa penanggung jawab sosialisasi kebijakan?"
SECRET = "rahasia sekali"


class Killed(BaseException):
    """The process is gone: nothing can catch this."""


def raising(error: BaseException) -> Callable[..., Any]:
    async def raises(*_: object, **__: object) -> None:
        raise error

    return raises


async def inbox(stage: Stage) -> tuple[int, int]:
    """Return how many updates wait and how many have failed."""
    async with stage.office.unit_of_work(writing=False) as work:
        counts = await work.inbox.counts()
    return counts.waiting, counts.failed


async def test_a_repeated_update_has_no_second_effect(chat: Chat, stage: Stage) -> None:
    update = {"update_id": 77, "message": chat.message(QUESTION)}
    await stage.arrives(update)
    await stage.arrives(update)
    await stage.restart()
    await stage.arrives(update)
    assert len(chat.all) == 1


async def test_telegram_is_told_only_after_the_update_is_stored(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(SqlUnitOfWork, "commit", raising(StorageError("storage.locked")))
        with pytest.raises(StorageError):
            await stage.arrives({"message": chat.message(QUESTION)})
    await stage.polling.once()
    await stage.settle()
    assert len(chat.all) == 1
    assert stage.telegram.made("getUpdates")[1].get("offset") is None
    await stage.polling.once()
    assert len(stage.telegram.updates) == 0, "now Telegram knows that it was received"


async def test_what_was_taken_in_is_handled_after_a_restart(chat: Chat, stage: Stage) -> None:
    raw = {"update_id": 78, "message": chat.message(QUESTION)}
    await stage.office.intake.receive([raw])
    assert chat.all == []
    await stage.restart()
    chat.sees("Penanggung jawab")
    assert len(chat.all) == 1


async def test_a_crash_before_the_commit_means_that_it_is_handled_again(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = {"update_id": 79, "message": chat.message(QUESTION)}
    (key,) = await stage.office.intake.receive([raw])
    with monkeypatch.context() as dying:
        dying.setattr(SqlUnitOfWork, "commit", raising(Killed()))
        with pytest.raises(Killed):
            await stage.service.desk.next(key)
    await stage.restart()
    assert len(chat.all) == 1
    async with stage.office.unit_of_work(writing=False) as work:
        counts = await work.questions.counts(stage.clock.now().replace(year=2020))
    assert counts.asked == 1, "what the first attempt did was undone"


async def test_a_crash_after_the_commit_loses_no_answer(chat: Chat, stage: Stage) -> None:
    raw = {"update_id": 80, "message": chat.message(QUESTION)}
    (key,) = await stage.office.intake.receive([raw])
    assert await stage.service.desk.next(key)
    assert chat.all == [], "nothing was sent yet"
    await stage.restart()
    assert len(chat.all) == 1


async def test_an_update_over_which_processes_keep_dying_is_given_up(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.office.intake.receive([{"update_id": 81, "message": chat.message(QUESTION)}])
    for _ in range(5):
        with monkeypatch.context() as dying:
            dying.setattr(Questions, "ask", raising(Killed()))
            await stage.restart()
    await stage.restart()
    assert chat.all == []
    assert await inbox(stage) == (0, 1)


async def test_a_handler_that_raises_is_logged_first_and_apologised_for_with_the_same_id(
    chat: Chat,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Questions, "ask", raising(ValueError(SECRET)))
        await chat.says(f"{SECRET}?")
    shown = chat.sees("Maaf, ada kendala di pihak kami")
    (error_id,) = re.findall(r"kode ([0-9A-Z]{6}) ", shown.text)
    assert f"error id {error_id}" in caplog.text
    assert "ValueError" in caplog.text
    assert "in raises" in caplog.text, "the log says where"
    assert SECRET not in caplog.text
    assert await inbox(stage) == (0, 1)
    await chat.says(QUESTION)
    chat.sees("Penanggung jawab")
    await stage.restart()
    assert len(chat.all) == 2, "it is not tried again"


async def test_admins_hear_of_a_kind_of_fault_once_an_hour(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.admins = (9001,)
    await stage.restart()
    admin = stage.chat(9001)
    await admin.says("/start")
    with monkeypatch.context() as broken:
        broken.setattr(Questions, "ask", raising(ValueError(SECRET)))
        await chat.says(f"{SECRET}?")
        first = admin.sees("gagal diproses", "ValueError")
        assert SECRET not in first.text
        told = len(admin.all)
        await chat.says(QUESTION)
        assert len(admin.all) == told
        stage.clock.move(timedelta(hours=1))
        await chat.says(QUESTION)
    assert len(admin.all) == told + 1


async def test_what_a_failing_handler_changed_is_undone(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def changes_and_raises(self: Questions, work: Any, key: str, *_: object) -> None:
        await work.conversations.save(key, {"topic": None, "wrong": True}, stage.clock.now())
        raise ValueError

    await chat.says(QUESTION)
    with monkeypatch.context() as broken:
        broken.setattr(Questions, "ask", changes_and_raises)
        await chat.says("kalau biayanya?")
    await chat.says("kalau biayanya?")
    chat.sees("Tidak ada", "Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")


async def test_a_failing_press_ends_the_hour_glass_and_apologises(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chat.says(QUESTION)
    with monkeypatch.context() as broken:
        broken.setattr(Questions, "answer", raising(ValueError()))
        await chat.taps("Pelaksana")
    chat.sees("Maaf, ada kendala")


async def test_a_failing_inline_query_gets_an_empty_answer(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.inline.pages", lambda *_: 1 / 0)
    assert await chat.searches(QUESTION) == []
    assert stage.telegram.made("answerInlineQuery")[-1]["cache_time"] == 0


async def test_a_group_hears_of_a_failure_only_if_the_bot_was_called(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = stage.group()
    monkeypatch.setattr("handlers.desk.hear", lambda *_: 1 / 0)
    await group.says("rapat jam berapa?")
    assert group.all == []
    monkeypatch.undo()
    monkeypatch.setattr(Questions, "ask", raising(ValueError()))
    await group.says(f"@PanduBot {QUESTION}")
    group.sees("Maaf, ada kendala")


async def test_a_rule_that_says_no_is_explained_in_its_own_words(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = DomainError("already_running", name="x", holder="meja sebelah")
    monkeypatch.setattr(Questions, "ask", raising(refusal))
    await chat.says(QUESTION)
    chat.sees("meja sebelah")
    chat.sees_not("kendala")


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"message_id": 1}},
        {"message": {"message_id": 1, "date": "x", "chat": {"id": 7001, "type": "private"}}},
        {"callback_query": {"id": "1"}},
        {"callback_query": {"id": 7, "message": {"chat": {"id": "x"}}}},
        {"message": {"chat": []}, "inline_query": "x", "callback_query": 3},
        {"inline_query": {"id": []}},
        {"unheard_of": {"id": 1}},
        {"poll_answer": None},
        {},
    ],
)
async def test_an_update_that_makes_no_sense_stops_nothing(
    chat: Chat, stage: Stage, update: dict[str, Any]
) -> None:
    await stage.arrives(update)
    await chat.says(QUESTION)
    chat.sees("Penanggung jawab")
    waiting, _failed = await inbox(stage)
    assert waiting == 0


async def test_while_the_database_is_busy_updates_wait_and_are_taken_up_later(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as busy:
        busy.setattr(Questions, "ask", raising(StorageError("storage.locked")))
        await chat.says(QUESTION)
    assert chat.all == []
    assert await inbox(stage) == (1, 0)
    stage.service.dispatcher.arrived(await stage.office.intake.waiting())
    await stage.settle()
    assert len(chat.all) == 1


async def test_each_chat_is_answered_in_order(stage: Stage) -> None:
    chats = [stage.chat(person) for person in (7001, 7002, 7003)]
    commands = ("/bantuan", "/bahasa", "/batal")
    updates = [{"message": chat.message(text)} for text in commands for chat in chats]
    await stage.arrives(*updates)
    for chat in chats:
        first, second, third = (message.text for message in chat.all)
        assert "Cara bertanya" in first
        assert "Pilih bahasa" in second
        assert "dari awal" in third


async def test_a_batch_of_many_people_is_handled_whole(stage: Stage) -> None:
    people = [stage.chat(person) for person in range(9000, 9040)]
    await stage.arrives(*({"message": chat.message("/bantuan")} for chat in people))
    for _ in range(3):
        await stage.arrives()
    assert all(len(chat.all) == 1 for chat in people)


async def test_logs_name_no_person_and_quote_no_text(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    chat = stage.chat(name="Sari Rahayu")
    await chat.says(f"{SECRET} {QUESTION}")
    await chat.taps("👍")
    await chat.searches(SECRET)
    assert SECRET not in caplog.text
    assert "Rahayu" not in caplog.text


@pytest.mark.parametrize(("faults", "answered"), [(2, True), (3, False)])
async def test_a_conversation_that_another_process_changes_meanwhile_is_handled_anew(
    chat: Chat,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    faults: int,
    answered: bool,
) -> None:
    real, left = SqlUnitOfWork.commit, [ConversationChanged("changed")] * faults

    async def contested(self: SqlUnitOfWork) -> None:
        if left:
            raise left.pop()
        await real(self)

    (key,) = await stage.office.intake.receive(
        [{"update_id": 8, "message": chat.message("/batal")}]
    )
    with monkeypatch.context() as busy:
        busy.setattr(SqlUnitOfWork, "commit", contested)
        stage.service.dispatcher.arrived([key])
        await stage.settle()
    assert len(chat.all) == (1 if answered else 0)
    assert await inbox(stage) == ((0, 0) if answered else (1, 0)), "if not now, then later"


async def test_what_another_process_has_handled_meanwhile_is_dropped(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, left = SqlUnitOfWork.commit, [AlreadyHandled("handled")]

    async def late(self: SqlUnitOfWork) -> None:
        await real(self)
        if left:
            raise left.pop()

    (key,) = await stage.office.intake.receive(
        [{"update_id": 9, "message": chat.message("/batal")}]
    )
    monkeypatch.setattr(SqlUnitOfWork, "commit", late)
    stage.service.dispatcher.arrived([key, key])
    await stage.settle()
    assert len(chat.all) == 1


async def test_after_the_stop_nothing_more_is_taken_on(chat: Chat, stage: Stage) -> None:
    (key,) = await stage.office.intake.receive(
        [{"update_id": 9, "message": chat.message("/batal")}]
    )
    await stage.service.dispatcher.stop()
    stage.service.dispatcher.arrived([key])
    await stage.settle()
    assert chat.all == []
    assert await inbox(stage) == (1, 0)

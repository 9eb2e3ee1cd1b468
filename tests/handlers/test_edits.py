"""Edited questions are answered again, where the first answer stands if possible."""

from __future__ import annotations

from tests.telegram import Chat, Stage

QUESTION = "siapa penanggung jawab sosialisasi kebijakan?"
EDITED = "di mana tempat pelayanan sosialisasi kebijakan?"


async def test_the_answer_is_changed_if_it_is_the_last_word_about_it(chat: Chat) -> None:
    await chat.says(QUESTION)
    await chat.edits(EDITED)
    assert len(chat.all) == 1
    chat.sees("Tempat", "Sumber:")
    await chat.edits(QUESTION)
    assert len(chat.all) == 1
    chat.sees("Penanggung jawab")


async def test_it_is_changed_after_a_restart_too(chat: Chat, stage: Stage) -> None:
    await chat.says(QUESTION)
    await stage.restart()
    await chat.edits(EDITED)
    assert len(chat.all) == 1
    chat.sees("Tempat")


async def test_an_older_question_gets_a_new_answer_that_says_so(chat: Chat) -> None:
    await chat.says(QUESTION)
    first = chat.message_id
    await chat.says("apa dasar hukumnya?")
    await chat.edits(EDITED, first)
    assert len(chat.all) == 3
    shown = chat.sees("Untuk pertanyaan yang diubah", "Tempat", "Sumber:")
    assert shown.fields["reply_parameters"]["message_id"] == first


async def test_after_a_press_the_edited_question_gets_a_new_answer(chat: Chat) -> None:
    await chat.says(QUESTION)
    await chat.taps("Pelaksana")
    await chat.edits(EDITED)
    chat.sees("Untuk pertanyaan yang diubah", "Tempat")


async def test_an_edit_that_leaves_the_text_as_it_was_changes_nothing(
    chat: Chat, stage: Stage
) -> None:
    await chat.says(QUESTION)
    calls = len(stage.telegram.calls)
    await chat.edits(QUESTION)
    names = [name for name, _ in stage.telegram.calls[calls:]]
    assert set(names) == {"getUpdates"}


async def test_an_edited_command_is_not_carried_out_again(chat: Chat) -> None:
    await chat.says("/standar")
    await chat.edits("/bantuan")
    assert len(chat.all) == 1


async def test_a_mistyped_command_that_is_edited_into_a_question_is_answered(chat: Chat) -> None:
    await chat.says("/tanyaa berapa biaya sosialisasi kebijakan?")
    chat.sees("tidak saya kenal")
    await chat.edits("/tanya berapa biaya sosialisasi kebijakan?")
    chat.sees("Tidak ada", "Sumber:")


async def test_an_answer_that_was_deleted_is_sent_anew(chat: Chat, stage: Stage) -> None:
    await chat.says(QUESTION)
    stage.telegram.messages.clear()
    await chat.edits(EDITED)
    assert len(chat.all) == 2
    chat.sees("Tempat")


async def test_edits_in_a_group_count_only_if_the_bot_is_called(stage: Stage) -> None:
    group = stage.group()
    await group.says("rapat jam berapa?")
    await group.edits(QUESTION)
    assert group.all == []
    await group.edits(f"@PanduBot {QUESTION}")
    group.sees("Penanggung jawab")

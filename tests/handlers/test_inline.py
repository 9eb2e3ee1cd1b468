"""Inline mode: answers with their sources in any chat, and nothing remembered."""

from __future__ import annotations

from tests.telegram import Chat, Stage


async def test_a_question_gives_its_answer_with_the_source(chat: Chat, stage: Stage) -> None:
    (result,) = await chat.searches("siapa penanggung jawab sosialisasi kebijakan?")
    content = result["input_message_content"]
    assert "Sumber: Standar Pelayanan Penyelenggaraan" in content["message_text"]
    assert content["parse_mode"] == "HTML"
    (answer,) = stage.telegram.made("answerInlineQuery")
    assert answer["is_personal"] is True
    assert 0 < answer["cache_time"] <= 300


async def test_a_choice_gives_a_result_for_each_option(chat: Chat) -> None:
    results = await chat.searches("apa langkah terakhir?")
    assert len(results) == 5
    assert len({result["title"] for result in results}) == 5
    assert all("Sumber:" in r["input_message_content"]["message_text"] for r in results)


async def test_no_question_yet_shows_the_standards(chat: Chat) -> None:
    assert len(await chat.searches("")) == 5
    assert len(await chat.searches("   ")) == 5


async def test_what_is_not_in_the_standards_leads_to_the_private_chat(
    chat: Chat, stage: Stage
) -> None:
    assert await chat.searches("berapa harga tiket kereta ke Bandung?") == []
    (answer,) = stage.telegram.made("answerInlineQuery")
    assert answer["button"]["start_parameter"] == "inline"


async def test_what_is_only_near_is_no_answer_to_send_into_a_chat(chat: Chat) -> None:
    near = "draf SOP yang dikirim unit itu diperiksa apanya aja?"
    assert await chat.searches(near) == []
    await chat.says(near)
    chat.sees("Yang paling dekat di dalamnya:")
    chat.sees("Sumber:")
    await chat.taps("Teruskan")


async def test_typing_is_neither_logged_nor_does_it_change_the_topic(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    for text in ("biaya pela", "biaya pelayanan kepada pimp", "biaya pelayanan kepada pimpinan"):
        await chat.searches(text)
    await chat.says("kalau tempatnya?")
    chat.sees("Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")
    stranger = stage.chat(7002)
    await stranger.searches("biaya pelayanan kepada pimpinan")
    async with stage.office.unit_of_work(writing=False) as work:
        assert await work.people.get(7002) is None


async def test_every_answer_fits_and_keeps_its_source(chat: Chat) -> None:
    for text in ("ruang lingkup pelayanan kepada pimpinan", "seluruh prosedur standar pelayanan"):
        for result in await chat.searches(text):
            assert "Sumber:" in result["input_message_content"]["message_text"]


async def test_the_language_of_the_person_is_used(chat: Chat) -> None:
    await chat.says("/bahasa")
    await chat.taps("English")
    (result,) = await chat.searches("siapa penanggung jawab sosialisasi kebijakan?")
    assert "Source:" in result["input_message_content"]["message_text"]

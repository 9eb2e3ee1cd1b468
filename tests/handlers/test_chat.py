"""Whole dialogues in a private chat: commands, questions, and what is no question."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from bot.domain.questions import QuestionState
from handlers.texts import office_texts
from tests.telegram import Chat, Stage


async def test_start_says_what_the_bot_can_do_and_offers_three_examples(chat: Chat) -> None:
    await chat.says("/start")
    shown = chat.sees("Selamat datang, Ibu Sari!", "5 standar")
    examples, languages = shown.buttons[:-1], shown.buttons[-1]
    assert [len(row) for row in examples] == [1, 1, 1]
    assert len(languages) == 2
    for (label, _data), *_ in examples:
        await chat.taps(label, on=shown)
        chat.sees("Sumber:")


async def test_start_tolerates_what_a_deep_link_carries(chat: Chat) -> None:
    await chat.says("/start inline")
    chat.sees("Selamat datang")


async def test_a_plain_text_is_a_question(chat: Chat) -> None:
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    shown = chat.sees("Penanggung jawab", "Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")
    assert "👍 Membantu" in shown.labels


async def test_a_follow_up_keeps_the_topic_even_over_a_restart(chat: Chat, stage: Stage) -> None:
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    await stage.restart()
    await chat.says("kalau biayanya?")
    chat.sees("Tidak ada", "Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")


async def test_the_list_of_standards_leads_to_cards_and_the_cards_to_answers(chat: Chat) -> None:
    await chat.says("/standar")
    listing = chat.sees("5 standar pelayanan", "Sumber:")
    assert [row[0][0][:2] for row in listing.buttons] == ["1.", "2.", "3.", "4.", "5."]
    await chat.taps(". Penyusunan Sistem dan Prosedur Kerja")
    chat.sees("Penyusunan Sistem dan Prosedur Kerja", "Penanggung jawab:", "Sumber:")
    await chat.taps("Biaya")
    chat.sees("Tidak ada", "Sumber: Standar Pelayanan Penyusunan Sistem dan Prosedur Kerja")
    await chat.taps("Teks asli")
    chat.sees("Teks asli", "Sumber:")


async def test_a_choice_is_picked_by_press_by_number_and_by_name(chat: Chat) -> None:
    async def asks() -> Any:
        await chat.says("/batal")
        await chat.says("apa langkah terakhir?")
        return chat.sees("1. ", "5. ")

    choice = await asks()
    wanted = next(label for label in choice.labels if "kepada Pimpinan" in label)
    number = wanted.split(".")[0]
    assert f"{number}. " in choice.text
    await chat.taps(wanted)
    by_press = chat.sees("Sumber:").text
    await asks()
    await chat.says(number)
    assert chat.sees("Sumber:").text == by_press
    await asks()
    await chat.says("yang pelayanan kepada pimpinan")
    assert chat.sees("Sumber:").text == by_press


async def test_tanya_answers_its_question_or_asks_for_one(chat: Chat) -> None:
    await chat.says("/tanya biaya sosialisasi kebijakan berapa")
    chat.sees("Tidak ada", "Sumber:")
    await chat.says("/tanya")
    chat.sees("Silakan tulis pertanyaannya")
    await chat.says("/ask where is the sosialisasi service given?")
    chat.sees("Source:")


async def test_what_is_not_in_the_standards_is_said_and_can_be_passed_on(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("berapa harga tiket kereta ke Bandung?")
    shown = chat.sees("tidak")
    assert "Sumber:" not in shown.text
    assert "diteruskan" in await chat.taps("Teruskan pertanyaan")
    assert "sudah diteruskan sebelumnya" in await chat.taps("Teruskan pertanyaan")
    async with stage.office.unit_of_work(writing=False) as work:
        (question,) = await work.questions.unanswered()
    assert question.state is QuestionState.PASSED_ON
    assert question.text == "berapa harga tiket kereta ke Bandung?"


async def test_the_language_is_chosen_once_and_quotes_stay_as_they_are(chat: Chat) -> None:
    await chat.says("/bahasa")
    assert await chat.taps("English") == "English it is."
    chat.sees("I will speak English")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Source: Standar Pelayanan Penyelenggaraan", "Kepala Biro")
    await chat.says("/standards")
    chat.sees("Source:")
    await chat.says("/language")
    await chat.taps("Bahasa Indonesia")
    await chat.says("/standar")
    chat.sees("Sumber:")


async def test_choosing_the_same_language_twice_says_nothing_new(chat: Chat) -> None:
    await chat.says("/bahasa")
    menu = chat.sees("Pilih bahasa")
    await chat.taps("English", on=menu)
    count = len(chat.all)
    assert await chat.taps("English", on=menu) == "English it is."
    assert len(chat.all) == count


async def test_an_english_question_is_answered_in_english_and_so_are_its_buttons(
    chat: Chat,
) -> None:
    await chat.says("who is responsible for penyusunan sistem dan prosedur kerja?")
    shown = chat.sees("Source: Standar Pelayanan Penyusunan Sistem")
    assert "👍 Helpful" in shown.labels
    await chat.taps("Original text")
    chat.sees("Source:")


async def test_cancel_forgets_the_topic(chat: Chat) -> None:
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    await chat.says("/batal")
    chat.sees("dari awal")
    await chat.says("langkah ke-5 apa?")
    chat.sees("1. ", "2. ")


async def test_help_names_every_command_of_the_menu(chat: Chat, stage: Stage) -> None:
    indonesian, english = stage.telegram.made("setMyCommands")
    await chat.says("/bantuan")
    chat.sees("Cara bertanya", "@PanduBot", *(f"/{c['command']}" for c in indonesian["commands"]))
    await chat.says("/bahasa")
    await chat.taps("English")
    await chat.says("/help")
    chat.sees("How to ask", "@PanduBot", *(f"/{c['command']}" for c in english["commands"]))


@pytest.mark.parametrize(
    ("written", "suggested"),
    [("/standart", "/standar"), ("/STANDRA", "/standar"), ("/bhasa", "/bahasa")],
)
async def test_an_unknown_command_gets_the_nearest_one(
    chat: Chat, written: str, suggested: str
) -> None:
    await chat.says(written)
    chat.sees("tidak saya kenal", f"Mungkin maksud Anda {suggested}?")


async def test_a_command_like_none_gets_no_suggestion(chat: Chat) -> None:
    await chat.says("/qqqqqqqq")
    chat.sees("/qqqqqqqq", "/bantuan")
    chat.sees_not("Mungkin")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}, "gambar"),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}}, "suara"),
        (
            {"video_note": {"file_id": "f", "file_unique_id": "u", "length": 1, "duration": 1}},
            "suara atau video",
        ),
        (
            {
                "sticker": {
                    "file_id": "f",
                    "file_unique_id": "u",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "Ada yang bisa saya bantu",
        ),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "Berkasnya sudah sampai"),
        ({"location": {"latitude": -6.2, "longitude": 106.8}}, "Lokasinya sudah sampai"),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "belum bisa saya baca"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "belum bisa saya baca"),
    ],
)
async def test_what_is_no_text_gets_a_friendly_explanation(
    chat: Chat, fields: dict[str, Any], words: str
) -> None:
    await chat.sends(**fields)
    chat.sees(words)
    assert len(chat.all) == 1


PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]


async def test_a_caption_with_a_question_is_answered(chat: Chat) -> None:
    await chat.sends(photo=PHOTO, caption="berapa biaya sosialisasi kebijakan?")
    chat.sees("Tidak ada", "Sumber:")


async def test_an_album_is_spoken_of_once(chat: Chat) -> None:
    for _ in range(4):
        await chat.sends(photo=PHOTO, media_group_id="99")
    assert len(chat.all) == 1
    await chat.sends(photo=PHOTO, media_group_id="100")
    assert len(chat.all) == 2


async def test_a_message_over_the_limit_gets_an_explanation(chat: Chat) -> None:
    await chat.says("biaya " * 1700)
    chat.sees("terlalu panjang", "4096")


async def test_service_messages_get_no_answer(chat: Chat) -> None:
    await chat.sends(
        pinned_message={"message_id": 1, "date": 0, "chat": {"id": 7001, "type": "private"}}
    )
    assert chat.all == []


@pytest.mark.parametrize("name", ["<b>Budi</b> & Co", "<script>", "&lt;", "A" * 300, "😀" * 80])
async def test_any_name_is_greeted_safely(stage: Stage, name: str) -> None:
    chat = stage.chat(8100, name=name)
    await chat.says("/start")
    chat.sees(name[:10])


@pytest.mark.parametrize(
    "text",
    [
        "<b>biaya</b> sosialisasi <script>alert(1)</script>",
        "'; DROP TABLE inbox; --",
        "😀😀😀",
        "\u202e\u0000\ud83d".encode("utf-8", "ignore").decode() + "?",
        "&amp;&lt;<<<>>>",
        "a" * 4000,
    ],
)
async def test_hostile_text_gets_a_calm_reply(chat: Chat, text: str) -> None:
    await chat.says(text)
    assert chat.last is not None
    chat.sees_not("kendala")


async def test_a_question_inside_markup_is_answered(chat: Chat) -> None:
    await chat.says("<b>berapa biaya</b> sosialisasi kebijakan?")
    chat.sees("Tidak ada", "Sumber:")


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_questions_that_our_texts_give_as_examples_are_answered(
    chat: Chat, language: str
) -> None:
    texts = [
        office_texts().render("commands.help", language, username="PanduBot", is_admin=True),
        office_texts().render("commands.ask_question", language),
        office_texts().render("messages.location", language),
    ]
    examples = [html.unescape(q) for text in texts for q in re.findall("<i>(.+?)</i>", text)]
    assert len(examples) == 5
    await chat.says("langkah pertama sosialisasi kebijakan?")
    for example in examples:
        await chat.says(example)
        chat.sees("Sumber:" if language == "id" else "Source:")


async def test_without_any_standard_the_bot_says_so(chat: Chat, stage: Stage) -> None:
    for standard in await stage.office.standards.list():
        await stage.office.standards.withdraw(standard.id)
    await chat.says("/start")
    chat.sees("belum ada standar pelayanan")
    for text in ("/standar", "berapa biaya sosialisasi?", "halo"):
        await chat.says(text)
        chat.sees_not("kendala")


async def test_the_bots_own_name_alone_is_no_question(chat: Chat) -> None:
    await chat.says("@PanduBot")
    chat.sees("ada yang bisa saya bantu")

"""What is clearly a complaint is offered to be passed on; a question stays a question."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.markup import plain
from tests.handlers.complaints.conftest import LATE, everything, filed, only, photo
from tests.telegram import Chat, Stage


async def test_a_complaint_is_offered_and_never_filed_unasked(chat: Chat, officials: Stage) -> None:
    await chat.says(LATE)
    chat.sees("Mau saya teruskan sebagai keluhan", LATE, "Belum ada yang dikirim")
    assert await everything(officials) == ()
    await chat.taps("Ya, laporkan")
    chat.sees("Periksa dulu", LATE)
    await chat.taps("Kirim")
    assert (await only(officials)).text == LATE


async def test_what_was_meant_as_a_question_is_answered_as_one(chat: Chat, stage: Stage) -> None:
    await chat.says("langkah penyusunan SOP lama sekali")
    await chat.taps("Bukan, ini pertanyaan")
    chat.sees_not("Mau saya teruskan")
    assert await everything(stage) == ()


async def test_a_complaint_that_is_put_as_a_question_is_answered_and_may_be_passed_on(
    chat: Chat, officials: Stage
) -> None:
    text = "kok penyusunan SOP lama sekali, sudah dua minggu konsepnya tidak dibalas?"
    await chat.says(text)
    chat.sees_not("Mau saya teruskan")
    await chat.taps("Laporkan sebagai keluhan")
    chat.sees("Periksa dulu", text)


@pytest.mark.parametrize(
    "text",
    [
        "ke mana saya mengadu soal sosialisasi kebijakan?",
        "siapa yang menerima pengaduan standar pelayanan?",
        "bagaimana cara menyampaikan keluhan?",
        "siapa penanggung jawab sosialisasi kebijakan?",
        "halo",
    ],
)
async def test_a_question_is_never_taken_for_a_complaint(chat: Chat, text: str) -> None:
    await chat.says(text)
    chat.sees_not("Mau saya teruskan")


async def test_answers_about_complaints_lead_to_the_form_with_their_standard(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("ke mana saya mengadu soal penyusunan sistem dan prosedur kerja?")
    await chat.taps("Sampaikan pengaduan/keluhan/masukan")
    chat.sees("ceritakan laporan Anda")
    await chat.says("petugasnya lambat sekali")
    chat.sees("Periksa dulu", "Penyusunan Sistem dan Prosedur Kerja")


async def test_other_answers_do_not_lead_there(chat: Chat) -> None:
    await chat.says("berapa biaya sosialisasi kebijakan?")
    shown = chat.sees("Sumber:")
    assert not any("Sampaikan" in label for label in shown.labels)


async def test_in_a_group_the_button_under_an_answer_invites(stage: Stage) -> None:
    group = stage.group()
    await group.says("/tanya ke mana saya mengadu soal sosialisasi kebijakan?")
    await group.taps("Sampaikan pengaduan/keluhan/masukan")
    group.sees("chat pribadi")


async def test_an_offer_takes_the_photo_with_it_that_carried_the_words(
    chat: Chat, officials: Stage
) -> None:
    await chat.sends(**photo("a", caption=LATE))
    await chat.taps("Ya, laporkan")
    chat.sees("Lampiran: 1 berkas", LATE)


async def test_an_old_offer_says_that_it_is_over(chat: Chat, stage: Stage) -> None:
    await chat.says(LATE)
    offer = chat.last
    await chat.says("/batal")
    assert "tidak berlaku" in await chat.taps("Ya, laporkan", on=offer)


async def test_what_is_left_lying_is_offered_again_and_nothing_is_swallowed(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    officials.clock.move(timedelta(hours=2))
    await chat.says("tambahan: konsepnya sudah dikirim ulang")
    chat.sees("Ada laporan yang belum terkirim", LATE, "konsepnya sudah dikirim ulang")
    await chat.taps("Lanjutkan dan tambahkan ini")
    chat.sees("Periksa dulu", "konsepnya sudah dikirim ulang")
    await chat.taps("Kirim")
    assert (await only(officials)).text.endswith("konsepnya sudah dikirim ulang")


async def test_after_two_hours_a_question_is_answered_and_the_draft_offered_once(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    officials.clock.move(timedelta(hours=2))
    before = len(chat.all)
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    answer, offer = chat.all[before:]
    assert "Penanggung jawab" in answer.text
    assert "belum terkirim" in offer.text
    await chat.says("berapa biaya sosialisasi kebijakan?")
    chat.sees("Sumber:")
    await chat.taps("Lanjutkan", on=offer)
    await chat.taps("Kirim")
    assert (await only(officials)).text == LATE


async def test_a_summary_of_yesterday_can_still_be_sent(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    officials.clock.move(timedelta(hours=24))
    await chat.taps("Kirim")
    assert (await only(officials)).text == LATE


async def test_a_second_report_waits_until_the_first_is_sent_or_thrown_away(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("/lapor undangan sosialisasi kebijakan datang terlambat")
    chat.sees("belum terkirim", LATE, "undangan sosialisasi")
    await chat.taps("Buang, mulai yang baru")
    chat.sees("Periksa dulu", "undangan sosialisasi")
    chat.sees_not("SOP lama")


async def test_the_offer_is_valid_in_english_too(stage: Stage) -> None:
    chat = stage.chat()
    await chat.says("/bahasa")
    await chat.taps("English")
    await chat.says("the drafting of our SOP takes far too long, three weeks without a reply")
    shown = chat.sees("Shall I pass it on")
    assert plain(shown.labels[0]).endswith("Yes, report it")


@pytest.mark.parametrize("yes", ["ya", "Iya, tolong", "boleh dong"])
async def test_an_offer_may_be_accepted_in_words(chat: Chat, officials: Stage, yes: str) -> None:
    await chat.says(LATE)
    await chat.says(yes)
    chat.sees("Periksa dulu", LATE)


async def test_yes_to_something_else_accepts_no_offer(chat: Chat, officials: Stage) -> None:
    await chat.says(LATE)
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    await chat.says("ya")
    chat.sees_not("Periksa dulu")
    await chat.taps("Ya, laporkan")
    chat.sees("Periksa dulu", LATE)


@pytest.mark.parametrize("text", ["min mau lapor dong", "saya mau mengadu", "mau kasih masukan"])
async def test_the_wish_to_report_opens_the_form_and_is_no_story(
    chat: Chat, officials: Stage, text: str
) -> None:
    await chat.says(text)
    chat.sees("ceritakan")
    await chat.says(LATE)
    await chat.taps("Kirim")
    assert (await only(officials)).text == LATE


async def test_who_asks_how_to_report_is_shown_the_way(chat: Chat) -> None:
    await chat.says("gimana cara lapor?")
    await chat.taps("Sampaikan pengaduan/keluhan/masukan")
    chat.sees("ceritakan")


@pytest.mark.parametrize(
    "text",
    [
        "bagaimana status laporan saya?",
        "trus gimana nasib laporan saya?",
        "aduan gw kok ga dibalas2?",
        "keluhanku udah ditanggapi belum",
    ],
)
async def test_who_asks_after_a_report_sees_the_list(
    chat: Chat, officials: Stage, text: str
) -> None:
    await filed(chat)
    await chat.says(text)
    chat.sees("Laporan Anda (1)")


async def test_who_asks_after_a_report_and_has_none_is_told_so(
    chat: Chat, officials: Stage
) -> None:
    await chat.says("laporan saya gimana kabarnya?")
    chat.sees("Anda belum punya laporan")


@pytest.mark.parametrize("word", ["ya, lanjutkan", "ok"])
async def test_a_draft_offered_again_may_be_resumed_in_words(
    chat: Chat, officials: Stage, word: str
) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("/lapor sekalian ruang rapatnya panas")
    await chat.says("dan lampunya mati")
    chat.sees("ruang rapatnya panas", "lampunya mati")
    await chat.says(word)
    chat.sees("Periksa dulu", LATE, "ruang rapatnya panas", "lampunya mati")


async def test_what_is_undecided_is_not_lost_by_sending_the_old_summary(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    summary = chat.last
    await chat.says("/lapor sekalian ruang rapatnya panas")
    await chat.taps("Kirim", on=summary)
    chat.sees("belum saya masukkan ke mana pun")
    assert await everything(officials) == ()


async def test_ok_to_another_answer_sends_nothing(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    await chat.says("ok")
    assert await everything(officials) == ()
    chat.sees("Periksa dulu")
    await chat.says("ok kirim")
    assert (await only(officials)).text == LATE


async def test_ok_to_the_summary_sends_it_and_no_asks_whether_to_drop(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("tidak")
    chat.sees("Buang?")
    await chat.taps("Tidak, lanjutkan")
    await chat.says("ya, ok")
    assert (await only(officials)).text == LATE


async def test_sending_before_all_is_known_asks_the_one_thing_more(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("/keluhan petugasnya kasar, saya dibentak")
    await chat.says("ok kirim")
    chat.sees("Satu hal lagi", "Pelayanan mana")
    await chat.says("tidak tahu")
    await chat.says("ok kirim")
    assert (await only(stage)).text == "petugasnya kasar, saya dibentak"


async def test_a_greeting_at_the_start_is_no_story(chat: Chat, stage: Stage) -> None:
    await chat.says("/lapor")
    await chat.says("halo")
    await chat.says("petugasnya kasar, saya dibentak")
    await chat.taps("Tidak tahu")
    await chat.taps("Kirim")
    assert (await only(stage)).text == "petugasnya kasar, saya dibentak"


@pytest.mark.parametrize("said", ["batal", "Gak jadi!", "cancel"])
async def test_giving_up_with_nothing_under_way_is_no_grievance(chat: Chat, said: str) -> None:
    await chat.says(said)
    chat.sees_not("Mau saya teruskan")
    chat.sees("kita mulai dari awal")


async def test_giving_up_an_offer_in_words_ends_it(chat: Chat, stage: Stage) -> None:
    await chat.says(LATE)
    offer = chat.last
    await chat.says("gak jadi")
    assert "tidak berlaku" in await chat.taps("Ya, laporkan", on=offer)
    assert await everything(stage) == ()


async def test_a_second_press_on_the_offer_says_nothing_more(chat: Chat, officials: Stage) -> None:
    await chat.says(LATE)
    offer = chat.last
    await chat.taps("Ya, laporkan", on=offer)
    opened = chat.last
    assert await chat.taps("Ya, laporkan", on=offer) == ""
    assert chat.last == opened

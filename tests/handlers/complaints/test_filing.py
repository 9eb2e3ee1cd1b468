"""Filing a report, from the first word to the receipt: in any order, once, and nothing lost."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import StorageError
from bot.domain.posts import Absence
from bot.domain.tickets import Act, TicketKind, TicketStatus
from bot.storage.unit_of_work import SqlUnitOfWork
from tests.handlers.complaints.conftest import (
    BAGIAN,
    BIRO,
    KABAG,
    KABIRO,
    LATE,
    everything,
    files_of,
    history,
    only,
    photo,
    said_to,
)
from tests.telegram import NOW, Chat, Stage


async def test_a_complaint_with_its_text_takes_one_tap(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    chat.sees("Periksa dulu", "Keluhan", "Standard Operating Procedures", "H.2", LATE)
    await chat.taps("Kirim")

    ticket = await only(officials)
    assert (ticket.text, ticket.kind, ticket.owner) == (LATE, TicketKind.KELUHAN, BAGIAN)
    assert (ticket.received_by, ticket.status) == (BIRO, TicketStatus.RECEIVED)
    shown = chat.sees(ticket.number, ticket.digest[:16], "2 Maret 2026, 08.3", "H.2", "hlm. 355")
    chat.sees("Kepala Bagian Tata Laksana", "batas umum 3 hari kerja", "5 Maret 2026", "/status")
    assert "Tambah keterangan" in shown.labels[0]
    assert ticket.number in said_to(officials, KABAG)
    assert re.fullmatch(r"PDU-\w{5}-\w{5}-\w", ticket.number)


async def test_nothing_is_filed_before_it_is_sent(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.taps("Kerahasiaan")
    assert await everything(officials) == ()


async def test_a_photo_may_come_first_and_the_text_later(chat: Chat, officials: Stage) -> None:
    await chat.says("/lapor")
    await chat.sends(**photo("first"))
    chat.sees("1 berkas", "ceritakan apa yang terjadi")
    await chat.says(LATE)
    chat.sees("Lampiran: 1 berkas")
    await chat.taps("Kirim")
    assert await files_of(officials, await only(officials)) == ["first"]


async def test_a_photo_before_the_form_is_taken_along(chat: Chat, officials: Stage) -> None:
    await chat.sends(**photo("early"))
    await chat.taps("Buat laporan dengan berkas ini")
    await chat.says(LATE)
    await chat.taps("Kirim")
    assert await files_of(officials, await only(officials)) == ["early"]


async def test_an_album_is_one_item_and_is_spoken_of_once(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    before = len(chat.all)
    album = [
        {"message": chat.message(**photo(name, media_group_id="m"))} for name in ("a", "b", "c")
    ]
    await officials.arrives(*album)
    chat.sees("Lampiran: 1 album")
    assert len(chat.all) == before + 1
    await chat.taps("Kirim")
    chat.sees("Lampiran: 3 berkas")
    assert await files_of(officials, await only(officials)) == ["a", "b", "c"]


async def test_captions_are_text_and_places_are_written_down(chat: Chat, officials: Stage) -> None:
    await chat.says("/lapor")
    await chat.sends(**photo("a", caption=LATE))
    await chat.sends(location={"latitude": -6.17, "longitude": 106.82})
    await chat.taps("Kirim")
    assert (await only(officials)).text == f"{LATE}\n\nLokasi: -6.17000, 106.82000"


async def test_what_is_too_big_or_no_file_is_said_and_the_rest_kept(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    video = {"file_id": "v", "file_unique_id": "v", "width": 9, "height": 9, "duration": 60}
    await chat.sends(video={**video, "file_size": 30_000_000}, caption="lihat antreannya")
    chat.sees("lebih besar dari 20 MB", LATE, "lihat antreannya")
    await chat.sends(contact={"phone_number": "1", "first_name": "A"})
    chat.sees("tidak bisa dilampirkan", LATE)
    await chat.taps("Kirim")
    ticket = await only(officials)
    assert ticket.text == f"{LATE}\n\nlihat antreannya"
    assert await files_of(officials, ticket) == []


async def test_messages_in_a_row_are_one_text_and_the_old_summary_is_folded(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    first = chat.last
    await chat.says("Tambahan: kejadiannya di ruang 3")
    assert first is not None
    assert first.text.startswith("⬇️")
    await chat.taps("Kirim")
    assert (await only(officials)).text == f"{LATE}\n\nTambahan: kejadiannya di ruang 3"


async def test_an_edit_changes_the_draft_and_later_becomes_an_addition(
    chat: Chat, officials: Stage
) -> None:
    await chat.says("/lapor")
    await chat.says("konsep SOP lambat sekali")
    await chat.edits("konsep SOP lambat sekali, tiga minggu")
    shown = chat.sees("tiga minggu")
    assert shown.edits == 1
    await chat.taps("Kirim")
    filed = await only(officials)
    assert filed.text == "konsep SOP lambat sekali, tiga minggu"

    await chat.edits("konsep SOP lambat sekali, empat minggu")
    chat.sees("ditambahkan", filed.number)
    assert (await only(officials)).text == filed.text
    assert await history(officials, filed) == [Act.FILE, Act.CORRECT]
    await chat.edits("konsep SOP lambat sekali, empat minggu")
    assert await history(officials, filed) == [Act.FILE, Act.CORRECT], "nothing has changed"
    assert "empat minggu" in said_to(officials, KABAG)


async def test_a_double_press_files_once_and_an_old_summary_says_so(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    summary = chat.last
    assert summary is not None
    code = summary.buttons[0][0][1]
    queries = ("one", "two")
    officials.telegram.asked |= set(queries)
    presses = [{"callback_query": chat.press(query, code, summary)} for query in queries]
    await officials.arrives(*presses)
    ticket = await only(officials)
    assert ticket.number in await chat.presses(code, summary)
    assert len([m for m in chat.all if "Tanda terima keluhan" in m.text]) == 1


async def test_a_form_goes_on_after_a_restart_at_any_step(chat: Chat, stage: Stage) -> None:
    await chat.says("/lapor")
    await stage.restart()
    await chat.sends(**photo("a"))
    await stage.restart()
    await chat.says("petugasnya kasar, saya dibentak")
    await stage.restart()
    chat.sees("Pelayanan mana")
    await chat.taps("Standar Pelayanan dan Standard")
    await stage.restart()
    await chat.taps("Kirim")
    assert (await only(stage)).text == "petugasnya kasar, saya dibentak"
    assert await files_of(stage, await only(stage)) == ["a"]


async def test_a_press_that_was_not_kept_is_done_after_the_crash(
    chat: Chat, officials: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chat.says(f"/lapor {LATE}")
    summary = chat.last
    assert summary is not None

    async def die(self: SqlUnitOfWork) -> None:
        raise StorageError("storage.locked")

    officials.telegram.asked.add("q-crash")
    press = chat.press("q-crash", summary.buttons[0][0][1], summary)
    officials.telegram.push({"callback_query": press})
    await officials.polling.once()
    with monkeypatch.context() as patch:
        patch.setattr(SqlUnitOfWork, "commit", die)
        await officials.service.dispatcher.drain()
    assert await everything(officials) == ()

    await officials.restart()
    ticket = await only(officials)
    chat.sees("Tanda terima", ticket.number)
    assert said_to(officials, KABAG).count(ticket.number) == 1


async def test_batal_asks_once_and_only_then_throws_away(chat: Chat, stage: Stage) -> None:
    await chat.says("/lapor")
    await chat.says("/batal")
    chat.sees("mulai dari awal")
    await chat.says(f"/lapor {LATE}")
    await chat.says("/batal")
    chat.sees("Buang?", LATE)
    await chat.taps("Tidak, lanjutkan")
    chat.sees("Periksa dulu")
    await chat.says("batal")
    await chat.taps("Ya, buang")
    chat.sees("tidak ada yang terkirim")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Penanggung jawab")
    assert await everything(stage) == ()


async def test_each_question_has_a_way_back(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    for label in ("Jenis", "Standar", "Kerahasiaan", "Tulis ulang"):
        await chat.taps(label)
        await chat.taps("Kembali")
        chat.sees("Periksa dulu", LATE)
    await chat.taps("Tulis ulang")
    await chat.says("SOP kami belum disetujui juga, sudah sebulan")
    await chat.taps("Kirim")
    assert (await only(officials)).text == "SOP kami belum disetujui juga, sudah sebulan"


async def test_before_the_summary_back_leads_to_the_text(chat: Chat, stage: Stage) -> None:
    await chat.says("/lapor petugasnya kasar, saya dibentak")
    chat.sees("Pelayanan mana")
    await chat.taps("Kembali")
    chat.sees("tulis isi laporan yang baru")


async def test_kind_and_standard_are_asked_where_the_text_tells_neither(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("/lapor")
    await chat.says("meja di ruang tamu")
    chat.sees("Termasuk yang mana?")
    await chat.taps("Masukan")
    chat.sees("Pelayanan mana")
    await chat.taps("Tidak tahu")
    chat.sees("Masukan", "belum diketahui", "petugas layanan pengaduan")
    await chat.taps("Kirim")
    ticket = await only(stage)
    assert (ticket.kind, ticket.standard) == (TicketKind.MASUKAN, None)
    assert ticket.status is TicketStatus.UNDECIDED


@pytest.mark.parametrize("typed", ["sisdur", "penyusunan sistem dan prosedur", "5"])
async def test_a_standard_may_be_typed_by_a_part_of_its_name(
    chat: Chat, stage: Stage, typed: str
) -> None:
    await chat.says("/keluhan petugasnya kasar, saya dibentak")
    await chat.says(typed)
    chat.sees("Periksa dulu", "Penyusunan Sistem dan Prosedur Kerja")


async def test_what_is_no_choice_is_added_to_the_text(chat: Chat, stage: Stage) -> None:
    await chat.says("/keluhan petugasnya kasar, saya dibentak")
    await chat.says("waktu itu sekitar jam sembilan pagi di loket depan dekat pintu masuk")
    chat.sees("tambahkan ke isi laporan", "Pelayanan mana")
    await chat.says("tidak tahu")
    chat.sees("Periksa dulu", "dibentak", "jam sembilan pagi")


async def test_the_kind_is_that_of_the_command_and_can_be_changed(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/pengaduan {LATE}")
    chat.sees("Jenis: Pengaduan")
    await chat.taps("Jenis")
    await chat.says("masukan")
    chat.sees("Jenis: Masukan")


async def test_words_do_what_buttons_do(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("rahasia")
    chat.sees("dirahasiakan")
    await chat.says("Kirim.")
    ticket = await only(officials)
    assert ticket.confidential
    assert ticket.text == LATE


async def test_a_clear_question_is_answered_in_between_and_the_summary_goes_on(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Penanggung jawab", "Sumber:")
    await chat.says("terima kasih")
    await chat.taps("Kirim")
    assert (await only(officials)).text == LATE


@pytest.mark.parametrize("empty", ["😡😡😡", "!!!", "..."])
async def test_a_text_without_words_is_asked_again(chat: Chat, stage: Stage, empty: str) -> None:
    await chat.says("/lapor")
    await chat.says(empty)
    chat.sees("Apa yang terjadi?")


async def test_too_many_letters_are_refused_with_what_came_before_kept(
    chat: Chat, officials: Stage
) -> None:
    await chat.says(f"/lapor {LATE}")
    for _ in range(4):
        await chat.says("a1 " * 1350)
    await chat.says("b2 " * 1350)
    chat.sees("batasnya 20000", "sebelumnya aman")
    await chat.taps("Kirim")
    assert "a1" in (await only(officials)).text
    assert "b2" not in (await only(officials)).text


async def test_files_can_be_looked_at_and_removed(chat: Chat, officials: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    document = {
        "file_id": "d",
        "file_unique_id": "d",
        "file_name": "surat.pdf",
        "file_size": 2_500_000,
    }
    await chat.sends(document=document)
    await chat.sends(**photo("p"))
    await chat.taps("Lampiran (2)")
    chat.sees("1. Dokumen surat.pdf (2.4 MB)", "2. Foto")
    await chat.taps("Hapus 1")
    chat.sees("1. Foto")
    await chat.taps("Kembali")
    await chat.taps("Kirim")
    assert await files_of(officials, await only(officials)) == ["p"]


async def test_a_complaint_about_a_person_is_confidential_unless_opened(
    chat: Chat, officials: Stage
) -> None:
    await chat.says("/lapor petugas SOP minta uang 50 ribu supaya cepat")
    chat.sees("dirahasiakan", "karena menyangkut orang")
    await chat.taps("Kerahasiaan")
    chat.sees("bukan anonim mutlak", "Telegram tahu", "alasan tertulis")
    await chat.taps("Terbuka")
    chat.sees("terbuka bagi yang menangani")


async def test_the_receipt_tells_who_stands_in(chat: Chat, officials: Stage) -> None:
    async with officials.office.unit_of_work() as work:
        away = Absence(0, KABAG, NOW - timedelta(days=1), NOW + timedelta(days=3))
        await work.posts.leave(away)
        await work.commit()
    await chat.says(f"/lapor {LATE}")
    await chat.taps("Kirim")
    chat.sees("Sementara diterima oleh Kepala Biro", "sedang tidak di tempat")
    assert (await only(officials)).number in said_to(officials, KABIRO)


async def test_without_anybody_the_receipt_says_so(chat: Chat, stage: Stage) -> None:
    await chat.says(f"/lapor {LATE}")
    await chat.taps("Kirim")
    chat.sees("belum ada pejabat yang dapat menerimanya")


async def test_an_official_does_not_handle_his_own_report(officials: Stage) -> None:
    kabag = officials.chat(KABAG)
    await kabag.says(f"/lapor {LATE}")
    kabag.sees("Pengirimnya Kepala Bagian Tata Laksana", "Kepala Biro")
    await kabag.taps("Kirim")
    assert (await only(officials)).number in said_to(officials, KABIRO)


async def test_a_receiver_who_has_blocked_the_bot_does_not_stop_the_receipt(
    chat: Chat, officials: Stage
) -> None:
    officials.telegram.blocked.add(KABAG)
    await chat.says(f"/lapor {LATE}")
    await chat.taps("Kirim")
    chat.sees("Tanda terima")
    officials.telegram.blocked.add(chat.id)
    await chat.says("/status")
    assert len(await everything(officials)) == 1


async def test_in_a_group_there_is_only_an_invitation(stage: Stage) -> None:
    group = stage.group()
    for text in (f"/lapor {LATE}", f"@PanduBot {LATE}", "/status", "/cek PDU-1"):
        await group.says(text)
        shown = group.sees("chat pribadi")
        assert LATE not in shown.text
        assert shown.buttons[0][0][1] == "https://t.me/PanduBot?start=lapor"
    chat = stage.chat()
    await chat.says("/start lapor")
    chat.sees("ceritakan")


async def test_the_form_speaks_english(stage: Stage) -> None:
    chat = stage.chat()
    await chat.says("/bahasa")
    await chat.taps("English")
    await chat.says("/report")
    chat.sees("in your own words")
    await chat.says("the drafting of our SOP takes far too long, three weeks without a reply")
    chat.sees("Please check before it is sent")
    await chat.taps("Send")
    chat.sees("Receipt for your complaint", "working days")
    assert (await only(stage)).language == "en"


async def test_slang_is_understood(chat: Chat, officials: Stage) -> None:
    await chat.says("/lapor sop nya lama bgt, udh 2 minggu ga dibales")
    chat.sees("Jenis: Keluhan", "Standard Operating Procedures")


def _ways() -> dict[str, Any]:
    return {"by_hand": ("/lapor", LATE), "at_once": (f"/lapor {LATE}",)}


@pytest.mark.parametrize("way", _ways())
async def test_the_common_case_takes_at_most_five_taps_and_one_text(
    chat: Chat, officials: Stage, way: str
) -> None:
    for text in _ways()[way]:
        await chat.says(text)
    await chat.taps("Kirim")
    assert len(await everything(officials)) == 1

"""After the receipt: news, /status, and all that can be said of a report that was sent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.calls import Call
from bot.domain.tickets import Act, TicketStatus
from handlers.buttons import Complain, encode
from handlers.complaints.verbs import Verb
from handlers.ticket_news import queue_news
from tests.handlers.complaints.conftest import (
    BIRO,
    KABAG,
    KABIRO,
    LATE,
    Does,
    everything,
    filed,
    files_of,
    history,
    only,
    photo,
    said_to,
)
from tests.telegram import Chat, Stage


async def test_status_lists_mine_newest_first_page_by_page(chat: Chat, officials: Stage) -> None:
    await chat.says("/status")
    chat.sees("belum punya laporan")
    for number in range(7):
        await filed(chat, f"{LATE}, nomor {number}")
    await chat.says("/mystatus")
    shown = chat.sees("Laporan Anda (7)", "menunggu ditangani")
    assert len([label for label in shown.labels if "PDU-" in label]) == 5
    newest = (await everything(officials))[-1]
    assert newest.number in shown.labels[0]
    await chat.taps("Halaman 2/2")
    assert len([label for label in shown.labels if "PDU-" in label]) == 2
    await chat.taps("PDU-")
    chat.sees("nomor 1", "Riwayat", "Anda mengirim laporan, kepada Kepala Bagian Tata Laksana")


async def test_every_step_is_told_and_stands_in_the_history(
    chat: Chat, officials: Stage, does: Does
) -> None:
    ticket = await filed(chat)
    await does(Act.ACCEPT)
    chat.sees("sedang ditangani", "Kepala Bagian Tata Laksana", ticket.number)
    await does(Act.NOTE, "orang ini cerewet")
    await does(Act.ANSWER, "Konsep sudah disetujui hari ini.")
    chat.sees("dijawab", "Konsep sudah disetujui hari ini.", "Ombudsman", 'bukan "puas"')
    await chat.taps("Lihat laporan")
    chat.sees("sudah dijawab", "mulai menangani", "Konsep sudah disetujui hari ini.")
    assert "cerewet" not in said_to(officials, chat.id)


async def test_the_files_of_an_answer_are_counted_in_the_history(
    chat: Chat, officials: Stage, does: Does
) -> None:
    await filed(chat)
    await does(Act.ANSWER, "Suratnya terlampir.", files=2)
    await chat.taps("Lihat laporan")
    chat.sees("Suratnya terlampir. (📎 2)")


async def test_an_answer_exists_for_the_complainant_once_it_has_gone_out(
    chat: Chat, officials: Stage
) -> None:
    ticket = await filed(chat)
    now = officials.clock.now()
    async with officials.office.unit_of_work() as work:
        call = Call(ticket.id, Act.ANSWER, KABAG, data={"text": "Jawaban keliru"})
        office = await officials.office.directory(work)
        change = await officials.office.tickets.act(work, call, office, now)
        await queue_news(work, officials.service.desk.voices, change.news, now)
        await work.commit()
    await chat.says("/status")
    chat.sees("sedang ditangani")
    await chat.taps("PDU-")
    shown = chat.sees("sedang ditangani")
    assert not any("elesai" in label for label in shown.labels)
    assert "keliru" not in said_to(officials, chat.id)


async def test_what_was_taken_back_is_never_shown(chat: Chat, officials: Stage, does: Does) -> None:
    ticket = await filed(chat)
    now = officials.clock.now()
    async with officials.office.unit_of_work() as work:
        office = await officials.office.directory(work)
        for act in (Act.ANSWER, Act.UNDO_ANSWER):
            call = Call(ticket.id, act, KABAG, data={"text": "Jawaban keliru"})
            change = await officials.office.tickets.act(work, call, office, now)
            await queue_news(work, officials.service.desk.voices, change.news, now)
            if act is Act.ANSWER:
                await work.commit()
        await work.commit()
    officials.clock.move(timedelta(minutes=5))
    await chat.says("/status")
    await chat.taps("PDU-")
    assert "keliru" not in said_to(officials, chat.id)


async def test_satisfied_closes_it_and_stars_and_a_word_are_kept(
    chat: Chat, officials: Stage, does: Does
) -> None:
    await filed(chat)
    await does(Act.ANSWER, "Sudah selesai.")
    await chat.taps("👍 Selesai")
    chat.sees("1 = buruk, 5 = sangat baik")
    assert (await only(officials)).status is TicketStatus.CLOSED
    await chat.taps("⭐ 4")
    assert (await only(officials)).rating == 4
    chat.sees("sepatah kata")
    await chat.says("Cepat setelah dilaporkan")
    chat.sees("tersimpan")
    ticket = await only(officials)
    assert await history(officials, ticket) == [
        Act.FILE, Act.ANSWER, Act.CONFIRM, Act.RATE, Act.RATE,
    ]  # fmt: skip
    assert ticket.rating == 4
    assert "Cepat setelah dilaporkan" in said_to(officials, KABAG)
    await chat.taps("Lihat laporan")
    assert chat.sees("Cepat setelah dilaporkan").text.count("Anda memberi nilai 4 dari 5") == 1


async def test_stars_without_a_word_are_enough(chat: Chat, officials: Stage, does: Does) -> None:
    await filed(chat)
    await does(Act.ANSWER, "Sudah.")
    await chat.taps("Beri nilai")
    await chat.taps("⭐ 2")
    await chat.taps("Batal")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Penanggung jawab")
    assert (await only(officials)).rating == 2


async def test_an_objection_opens_it_again_and_the_second_goes_up(
    chat: Chat, officials: Stage, does: Does
) -> None:
    ticket = await filed(chat)
    for number in (1, 2):
        await does(Act.ANSWER, f"Jawaban {number}")
        await chat.taps("Belum selesai")
        chat.sees("Apa yang belum selesai")
        await chat.says(f"Masih belum dibalas, ke-{number}")
        chat.sees("dibuka lagi", ticket.number)
    assert (await only(officials)).owner == BIRO
    assert "Masih belum dibalas, ke-2" in said_to(officials, KABIRO)
    chat.sees("Kepala Biro Organisasi")


async def test_a_question_is_answered_with_text_and_photos(
    chat: Chat, officials: Stage, does: Does
) -> None:
    ticket = await filed(chat)
    await does(Act.ASK, "Nomor suratnya berapa?")
    chat.sees("Nomor suratnya berapa?", "dianggap dicabut")
    await chat.taps("Jawab")
    album = [{"message": chat.message(**photo(name, media_group_id="m"))} for name in ("a", "b")]
    await officials.arrives(*album)
    chat.sees("Belum terkirim", "album")
    await chat.says("Nomor 12/2026")
    chat.sees("diteruskan kepada Kepala Bagian Tata Laksana", "berjalan lagi")
    assert (await only(officials)).status is TicketStatus.HANDLED
    assert await files_of(officials, ticket) == ["a", "b"]


async def test_files_alone_are_sent_by_a_press(chat: Chat, officials: Stage) -> None:
    ticket = await filed(chat)
    await chat.taps("Tambah keterangan")
    await chat.sends(**photo("a"))
    chat.sees("Belum terkirim", "1 berkas")
    await chat.taps("📨 Kirim")
    chat.sees("diteruskan")
    assert await files_of(officials, ticket) == ["a"]
    await chat.taps("Lihat laporan")
    await chat.taps("Lampiran (1)")
    chat.sees("1. Foto")


async def test_files_of_an_addition_that_was_given_up_are_not_sent_with_the_next(
    chat: Chat, officials: Stage
) -> None:
    ticket = await filed(chat)
    await chat.taps("Tambah keterangan")
    await chat.sends(**photo("given up"))
    await chat.taps("Batal")
    await chat.taps("Tambah keterangan")
    await chat.sends(**photo("sent", caption="ini suratnya"))
    assert await files_of(officials, ticket) == ["sent"]
    await chat.taps("Lihat laporan")
    chat.sees("ini suratnya (📎 1)")


async def test_what_comes_long_after_the_question_is_asked_about_first(
    chat: Chat, officials: Stage
) -> None:
    ticket = await filed(chat)
    await chat.taps("Tambah keterangan")
    officials.clock.move(timedelta(hours=3))
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Penanggung jawab")
    await chat.says("konsepnya masih di meja yang sama")
    chat.sees("Belum terkirim", "konsepnya masih di meja")
    await chat.taps("📨 Kirim")
    assert await history(officials, ticket) == [Act.FILE, Act.CORRECT]


async def test_a_draft_waits_behind_words_for_another_report(chat: Chat, officials: Stage) -> None:
    await filed(chat)
    await chat.says("/lapor undangan sosialisasi kebijakan datang terlambat")
    await chat.taps("Tambah keterangan")
    await chat.says("konsepnya masih di meja yang sama")
    chat.sees("diteruskan")
    await chat.says("undangannya baru sampai hari H")
    chat.sees("Periksa dulu", "undangan sosialisasi", "baru sampai hari H")


async def test_withdrawing_is_asked_once(chat: Chat, officials: Stage) -> None:
    ticket = await filed(chat)
    await chat.says("/status")
    await chat.taps("PDU-")
    await chat.taps("Cabut laporan")
    chat.sees("dihentikan")
    await chat.taps("Kembali")
    await chat.taps("Cabut laporan")
    await chat.taps("Ya, cabut")
    assert (await only(officials)).status is TicketStatus.WITHDRAWN
    assert ticket.number in said_to(officials, KABAG)


async def test_buttons_of_an_earlier_state_say_so(chat: Chat, officials: Stage, does: Does) -> None:
    await filed(chat)
    await does(Act.ANSWER, "Sudah.")
    answer = chat.last
    await chat.taps("👍 Selesai")
    assert "keadaan laporan sudah berubah" in await chat.taps("👍 Selesai", on=answer)


async def test_an_edit_after_the_end_changes_nothing_and_says_so(
    chat: Chat, officials: Stage
) -> None:
    await chat.says("/lapor")
    await chat.says(LATE)
    await chat.taps("Kirim")
    written = chat.message_id
    await chat.says("/status")
    await chat.taps("PDU-")
    await chat.taps("Cabut laporan")
    await chat.taps("Ya, cabut")
    await chat.edits("sesuatu yang lain", written)
    chat.sees("sudah selesai")
    assert (await only(officials)).text == LATE


@pytest.mark.parametrize("verb", [v for v in Verb if v.value.isupper() and v is not Verb.DROP])
async def test_nobody_else_can_do_anything_with_it(
    chat: Chat, officials: Stage, verb: Verb
) -> None:
    ticket = await filed(chat)
    stranger = officials.chat(7777)
    for value in ("", "1", "correct", "h1", "1-1"):
        code = encode(Complain(verb.value, str(ticket.id), value))
        await stranger.presses(code)
    assert await history(officials, ticket) == [Act.FILE]
    assert "SOP lama" not in said_to(officials, 7777)
    assert ticket.number not in said_to(officials, 7777)


async def test_a_confidential_report_reaches_officials_without_its_sender(
    officials: Stage, does: Does
) -> None:
    mark = "Xqzplanted"
    chat = officials.chat(778899001, name=mark)
    chat.user["username"] = f"{mark}user"
    await chat.says("/lapor petugas SOP minta uang 50 ribu supaya cepat")
    document = {"file_id": "doc", "file_unique_id": "d", "file_name": f"{mark}.pdf"}
    await chat.sends(document=document)
    await chat.sends(**photo("p"))
    await chat.taps("Kirim")
    await does(Act.ASK, "Kapan?")
    await chat.taps("Jawab")
    await chat.says("Kemarin pagi")
    await does(Act.ANSWER, "Ditindak.")
    await chat.taps("Belum selesai")
    await chat.says("Belum ada kabar")
    to_officials = [
        str(fields)
        for _, fields in officials.telegram.calls
        if fields.get("chat_id") in (KABAG, KABIRO)
    ]
    assert len(to_officials) > 3
    for payload in to_officials:
        assert mark not in payload
        assert "778899001" not in payload

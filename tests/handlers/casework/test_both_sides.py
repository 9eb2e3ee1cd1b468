"""Both sides of a report, each in its own chat: from /lapor to an answer that satisfies."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.tickets import TicketStatus
from tests.handlers.complaints.conftest import BAGIAN, BIRO, KABAG, KABIRO, LATE, appoint, only
from tests.telegram import Chat, Stage

NAME = "Qwzxnama"


async def test_a_report_is_filed_answered_objected_to_taken_over_and_settled(
    stage: Stage,
) -> None:
    await appoint(stage, BAGIAN, KABAG)
    await appoint(stage, BIRO, KABIRO)
    citizen = Chat(stage, 770_001, name=NAME)
    kabag, kabiro = Chat(stage, KABAG), Chat(stage, KABIRO)
    await citizen.says(f"/lapor {LATE}")
    await citizen.taps("Kirim")
    ticket = await only(stage)
    kabag.sees("Laporan baru di meja Anda", ticket.number, LATE, "hlm.")
    await kabag.taps("Terima")
    await kabag.taps("Tanya pelapor")
    await kabag.says("Nomor suratnya berapa?")
    await kabag.taps("Kirim")
    citizen.sees("Nomor suratnya berapa?")
    await citizen.taps("Jawab")
    await citizen.says("B-17/2026")
    kabag.sees("Pelapor sudah menjawab", "B-17/2026")
    await kabag.taps("Jawab")
    await kabag.says("Akan kami dahulukan.")
    await kabag.taps("Kirim")
    await wait(stage)
    citizen.sees("Akan kami dahulukan.")
    await citizen.taps("Belum selesai")
    await citizen.says("Tetap belum ada kabar.")
    kabag.sees("Pelapor keberatan", "Tetap belum ada kabar.")
    await kabiro.says("/meja")
    await kabiro.taps("Meja bawahan")
    await kabiro.taps("1")
    await kabiro.taps("Ambil alih")
    kabag.sees("tidak lagi di meja Anda")
    await kabiro.taps("Jawab")
    await kabiro.says("Surat sudah terbit pagi ini.")
    await kabiro.taps("Kirim")
    await wait(stage)
    citizen.sees("Surat sudah terbit pagi ini.", "Kepala Biro")
    await citizen.taps("Selesai")
    assert (await only(stage)).status is TicketStatus.CLOSED
    assert all(NAME in card.text for card in kabiro.all if "(terbuka)" in card.text)
    kabag.sees("Sekarang di meja Kepala Biro Organisasi", "selesai")


async def wait(stage: Stage) -> None:
    """Let the time for taking back be over."""
    stage.clock.move(timedelta(seconds=20))
    await stage.settle()

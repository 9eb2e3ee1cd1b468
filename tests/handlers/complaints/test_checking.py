"""/cek says that a receipt is genuine, and nothing of the case."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.receipts import new_number
from tests.handlers.complaints.conftest import LATE, filed
from tests.telegram import Chat, Stage


async def test_a_receipt_is_confirmed_without_the_case(chat: Chat, officials: Stage) -> None:
    ticket = await filed(chat)
    other = officials.chat(7002)
    sloppy = ticket.number.lower().replace("-", " ")
    await other.says(f"/cek {sloppy}")
    other.sees(ticket.number, "benar ada", "Keluhan", "2 Maret 2026", "Biro Organisasi")
    other.sees_not(LATE, "Sari")


async def test_a_number_may_follow_in_a_message_of_its_own(chat: Chat, officials: Stage) -> None:
    ticket = await filed(chat)
    await chat.says("/cek")
    chat.sees("Tulis nomor")
    await chat.says(ticket.number)
    chat.sees("benar ada")
    await chat.says("/verify")
    await chat.says("siapa penanggung jawab sosialisasi kebijakan?")
    chat.sees("Penanggung jawab")


async def test_a_slip_is_told_from_an_unknown_number(chat: Chat) -> None:
    await chat.says("/cek PDU-AAAAA-AAAAA-1")
    chat.sees("bukan nomor tanda terima yang utuh")
    await chat.says(f"/cek {new_number()}")
    chat.sees("tidak ada di catatan kami")


async def test_guessing_is_slowed_also_after_batal(chat: Chat, officials: Stage) -> None:
    ticket = await filed(chat)
    for _ in range(10):
        await chat.says(f"/cek {new_number()}")
    await chat.says("/batal")
    await chat.says(f"/cek {ticket.number}")
    chat.sees("10 nomor keliru")
    officials.clock.move(timedelta(hours=1))
    await chat.says(f"/cek {ticket.number}")
    chat.sees("benar ada")

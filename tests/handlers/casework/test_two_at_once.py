"""Several officials on one report, old cards, and codes that somebody made up."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.calls import Call
from bot.domain.tickets import Act, Ticket, TicketStatus
from bot.storage.tickets import SqlTickets
from handlers.buttons import OnTicket, encode
from handlers.casework.deeds import Deed, code_of
from tests.handlers.casework.scene import (
    ADMIN,
    BAGIAN,
    BAGIAN_B,
    BIRO,
    CITIZEN,
    ELSEWHERE,
    HOLDERS,
    NAME,
    STRANGER,
    SUBBAGIAN,
    TEXT,
    Scene,
)
from tests.telegram import Chat, Shown


def last(chat: Chat) -> Shown:
    assert chat.last is not None
    return chat.last


async def test_the_second_of_two_hears_what_the_first_has_done(scene: Scene) -> None:
    ticket = await scene.files()
    kabag, kabiro = scene.at(BAGIAN), scene.at(BIRO)
    takes_over = next(d for row in last(kabiro).buttons for t, d in row if "Ambil alih" in t)
    await kabag.taps("Terima")
    said = await kabiro.presses(takes_over, last(kabiro))
    assert "sudah berubah" in said
    assert "mulai ditangani oleh Kepala Bagian A" in said
    kabiro.sees("sedang ditangani")
    assert (await scene.ticket(ticket)).owner == BAGIAN
    await kabiro.taps("Ambil alih")
    assert (await scene.ticket(ticket)).owner == BIRO


async def test_other_cards_follow_what_is_done(scene: Scene) -> None:
    await scene.files()
    scene.at(BIRO).sees("belum ditangani")
    await scene.at(BAGIAN).taps("Terima")
    scene.at(BIRO).sees("sedang ditangani")
    assert len(scene.at(BIRO).all) == 1, "nobody is disturbed by what he need not know"


async def test_an_answer_to_a_report_that_has_changed_is_offered_again(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Akan kami periksa.")
    more = Call(ticket.id, Act.CORRECT, CITIZEN, data={"text": "Ternyata sudah sampai."})
    await scene.acts(more)
    kabag.sees("menambahkan keterangan", "Ternyata sudah sampai.")
    await kabag.taps("Kirim")
    assert any("sudah berubah" in message.text for message in kabag.all)
    kabag.sees("Begini yang akan sampai", "Akan kami periksa.")
    assert (await scene.ticket(ticket)).status is TicketStatus.RECEIVED
    await kabag.taps("Kirim")
    assert (await scene.ticket(ticket)).status is TicketStatus.ANSWERED


async def test_what_was_written_for_a_report_that_is_gone_is_given_back(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Akan kami periksa.")
    await scene.acts(Call(ticket.id, Act.WITHDRAW, CITIZEN))
    await kabag.taps("Kirim")
    kabag.sees("sudah berubah", "dicabut pelapor", "Akan kami periksa.")
    await kabag.says("siapa penanggung jawab sosialisasi kebijakan?")
    kabag.sees("Penanggung jawab")


async def test_a_note_to_a_report_that_has_changed_is_asked_about(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Catatan internal")
    await scene.acts(Call(ticket.id, Act.NOTE, HOLDERS[BIRO], data={"text": "Mohon segera."}))
    await kabag.says("Sudah saya telepon.")
    kabag.sees("Tulisan Anda tidak hilang", "Sudah saya telepon.")
    await kabag.taps("Tetap lakukan")
    kabag.sees("disimpan")
    notes = [e.data["text"] for e in await scene.history(ticket) if e.act is Act.NOTE]
    assert notes == ["Mohon segera.", "Sudah saya telepon."]


async def test_presses_that_meet_do_one_thing(scene: Scene) -> None:
    ticket = await scene.files()
    kabag, kabiro = scene.at(BAGIAN), scene.at(BIRO)
    for chat, label in ((kabag, "Terima"), (kabiro, "Ambil alih")):
        data = next(d for row in last(chat).buttons for t, d in row if label in t)
        scene.stage.telegram.asked.add(f"both-{chat.person}")
        press = chat.press(f"both-{chat.person}", data, last(chat))
        scene.stage.telegram.push({"callback_query": press})
    await scene.stage.polling.once()
    await asyncio.wait_for(scene.stage.settle(), 10)
    acts = [e.act for e in await scene.history(ticket)]
    assert len([act for act in acts if act in {Act.ACCEPT, Act.TAKE_OVER}]) == 1
    said = [scene.stage.telegram.answered[f"both-{p.person}"]["text"] for p in (kabag, kabiro)]
    assert sum("sudah berubah" in text for text in said) == 1


async def test_an_old_card_says_where_the_report_is_to_who_may_know(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    old = next(d for row in last(kabag).buttons for t, d in row if "Terima" in t)
    reason = {"reason": "x"}
    passed = Call(ticket.id, Act.PASS_ON, HOLDERS[BIRO], data=reason, owner=BAGIAN_B)
    await scene.acts(passed)
    card = kabag.all[0]
    assert "tidak ada di meja Anda" in await kabag.presses(old, card)
    assert "Kepala Bagian B" in card.text
    assert TEXT not in card.text


EVERYTHING = [
    (deed, argument) for deed in Deed for argument in ("", "1", "lapor", code_of(ELSEWHERE), "late")
]


def deeds_on(ticket: Ticket) -> list[str]:
    """Return a code of every deed, with every kind of argument."""
    return [encode(OnTicket(d, ticket.id, ticket.version, a)) for d, a in EVERYTHING]


@pytest.mark.parametrize("person", [STRANGER, ADMIN, CITIZEN, HOLDERS[ELSEWHERE]])
async def test_made_up_codes_show_and_do_nothing(scene: Scene, person: int) -> None:
    ticket = await scene.files()
    before = await scene.ticket(ticket)
    chat = scene.chat(person)
    seen = len(chat.all)
    for code in deeds_on(ticket):
        said = await chat.presses(code)
        assert TEXT not in said
        assert NAME not in said
    for message in chat.all[seen:]:
        assert TEXT not in message.text
        assert ticket.number not in message.text
    assert await scene.ticket(ticket) == before


async def test_nothing_is_done_or_shown_in_a_group(scene: Scene) -> None:
    ticket = await scene.files()
    before = await scene.ticket(ticket)
    group = Chat(scene.stage, HOLDERS[BAGIAN], -100_900)
    for code in deeds_on(ticket):
        await group.presses(code)
    await group.says("/meja@PanduBot")
    group.sees("chat pribadi")
    assert not any(TEXT in message.text or ticket.number in message.text for message in group.all)
    assert await scene.ticket(ticket) == before


async def test_a_subordinate_sees_nothing_until_it_is_his(scene: Scene) -> None:
    ticket = await scene.files()
    chat = scene.at(SUBBAGIAN)
    await chat.says(f"/meja {ticket.number}")
    chat.sees("tidak ada di meja Anda")
    await chat.says("/meja surat")
    chat.sees("0 laporan")


@pytest.mark.parametrize(
    "code",
    ["1k", "1k:", "1kx:", "1k:o9999999..", "1k:?1.1.", "1k:o1.zzzz.", "1k:L0.0.?", "1k:w1.1."],
)
async def test_a_broken_code_is_answered_and_nothing_fails(scene: Scene, code: str) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.presses(code)
    assert not any("kendala" in message.text for message in kabag.all)


async def test_who_is_overtaken_at_the_last_moment_sees_what_was_done(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = await scene.files()
    save, tries = SqlTickets.save, []

    async def overtaken(self: SqlTickets, changed: Ticket) -> None:
        tries.append(changed.version)
        first = len(tries) == 1
        await save(self, replace(changed, version=99) if first else changed)

    monkeypatch.setattr(SqlTickets, "save", overtaken)
    await scene.at(BAGIAN).taps("Terima")
    assert len(tries) == 2
    assert [e.act for e in await scene.history(ticket)] == [Act.FILE, Act.ACCEPT]
    scene.at(BAGIAN).sees("Anda terima")


async def test_an_answer_that_is_just_leaving_cannot_be_taken_back(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Sudah kami jawab.")
    await kabag.taps("Kirim")
    async with scene.stage.office.unit_of_work() as work:
        leaves = scene.stage.clock.now() + timedelta(seconds=16)
        others = [kabag.id]
        assert await work.outbox.claim(10, leaves, timedelta(minutes=1), held=others)
        await work.commit()
    await kabag.taps("Batalkan pengiriman")
    kabag.sees("tidak bisa ditarik lagi")
    now = await scene.ticket(ticket)
    assert now.status is TicketStatus.ANSWERED
    assert Act.UNDO_ANSWER not in [e.act for e in await scene.history(ticket)]

"""Whole dialogues at the officials' desks, through the real application."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.calls import Call
from bot.domain.posts import Absence, Holding
from bot.domain.tickets import Act, TicketStatus
from tests.handlers.casework.scene import (
    ADMIN,
    BAGIAN,
    BAGIAN_B,
    BIRO,
    CITIZEN,
    ELSEWHERE,
    FRONT,
    HOLDERS,
    NAME,
    SUBBAGIAN,
    TEXT,
    TO_DECIDE,
    TO_KABAG,
    UNPLACED,
    USERNAME,
    Scene,
    held,
)

ANSWER = "Surat Ibu sudah dijawab hari ini."


async def answered(scene: Scene, text: str = ANSWER) -> None:
    """Let the Kepala Bagian answer and confirm; the answer has not left yet."""
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says(text)
    await kabag.taps("Kirim")


async def test_a_kepala_bagian_answers_and_it_arrives_when_it_cannot_be_taken_back(
    scene: Scene,
) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    kabag.sees(ticket.number, TEXT, "dirahasiakan", "Bagian Kedua H.2", "hlm. 364", "3 hari kerja")
    await kabag.taps("Terima")
    kabag.sees("Anda terima", "sedang ditangani")
    scene.citizen.sees("mulai menangani")
    await kabag.taps("Jawab")
    kabag.sees("Jawaban untuk", ticket.number)
    await kabag.says(ANSWER)
    kabag.sees("Begini yang akan sampai", ANSWER, "Belum terkirim")
    before = len(scene.citizen.all)
    await kabag.taps("Kirim")
    kabag.sees("dikirim dalam 15 detik")
    assert len(scene.citizen.all) == before, "it can still be taken back"
    await scene.passes(seconds=16)
    scene.citizen.sees(ANSWER, "Kepala Bagian A")
    kabag.sees("tidak bisa dibatalkan lagi")
    assert (await scene.ticket(ticket)).status is TicketStatus.ANSWERED
    acts = [event.act for event in await scene.history(ticket) if event.act is not Act.READ]
    assert acts == [Act.FILE, Act.ACCEPT, Act.ANSWER]


async def test_an_answer_is_taken_back_in_time_and_offered_again(scene: Scene) -> None:
    ticket = await scene.files()
    before = len(scene.citizen.all)
    kabag = scene.at(BAGIAN)
    await answered(scene)
    await kabag.taps("Batalkan pengiriman")
    kabag.sees("Begini yang akan sampai", ANSWER)
    await scene.passes(minutes=5)
    assert len(scene.citizen.all) == before
    assert (await scene.ticket(ticket)).status is TicketStatus.HANDLED

    await kabag.says("Mohon maaf atas keterlambatannya.")
    kabag.sees(ANSWER, "Mohon maaf")
    await kabag.taps("Kirim")
    await scene.passes(seconds=16)
    scene.citizen.sees(ANSWER, "Mohon maaf")


async def test_an_answer_that_has_left_cannot_be_taken_back(scene: Scene) -> None:
    ticket = await scene.files()
    await answered(scene)
    leaving = scene.at(BAGIAN).last
    assert leaving is not None
    undo = leaving.buttons[0][0][1]
    await scene.passes(seconds=16)
    said = await scene.at(BAGIAN).presses(undo, leaving)
    assert "tidak bisa dibatalkan" in said
    assert (await scene.ticket(ticket)).status is TicketStatus.ANSWERED


async def test_a_second_press_on_send_sends_nothing_more(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says(ANSWER)
    preview = kabag.last
    assert preview is not None
    send = preview.buttons[0][0][1]
    await kabag.presses(send, preview)
    assert "Mungkin sudah terkirim" in await kabag.presses(send, preview)
    answers = [e for e in await scene.history(ticket) if e.act is Act.ANSWER]
    assert len(answers) == 1


async def test_only_what_was_shown_is_sent(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Bagian pertama.")
    old = kabag.last
    assert old is not None
    send = old.buttons[0][0][1]
    await kabag.edits("Bagian pertama, diperbaiki.")
    kabag.sees("diperbaiki")
    assert "Dilanjutkan di bawah" in old.text
    await kabag.presses(send, old)
    kabag.sees("Begini yang akan sampai", "diperbaiki")
    assert (await scene.ticket(ticket)).status is TicketStatus.RECEIVED


async def test_what_is_being_written_survives_a_restart_and_another_report(scene: Scene) -> None:
    first = await scene.files(draft="one")
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Untuk yang pertama.")
    await scene.stage.restart()
    await kabag.says("Lanjutannya.")
    kabag.sees("Untuk yang pertama.", "Lanjutannya.")

    second = await scene.files(draft="two")
    await kabag.taps("Jawab")
    kabag.sees("Jawaban untuk", second.number)
    await kabag.says("Untuk yang kedua.")
    kabag.sees("Untuk yang kedua.")
    kabag.sees_not("Untuk yang pertama.")

    card = next(message for message in kabag.all if first.number in message.text)
    await kabag.taps("Jawab", on=card)
    kabag.sees("Begini yang akan sampai", "Untuk yang pertama.", first.number)


async def test_a_note_never_reaches_the_complainant(scene: Scene) -> None:
    ticket = await scene.files()
    kabag, before = scene.at(BAGIAN), len(scene.citizen.all)
    await kabag.taps("Catatan internal")
    kabag.sees("CATATAN INTERNAL", "Pelapor tidak melihatnya")
    await kabag.says("Sepertinya salah unit.")
    kabag.sees("Catatan internal", "disimpan")
    assert not any("Kirim" in label for message in kabag.all for label in message.labels)
    await scene.passes(minutes=5)
    assert len(scene.citizen.all) == before
    await kabag.taps("Buka kartu")
    await kabag.taps("Lainnya")
    await kabag.taps("Riwayat")
    kabag.sees("catatan internal", "Sepertinya salah unit.", "Kepala Bagian A")
    assert (await scene.ticket(ticket)).status is TicketStatus.RECEIVED


async def test_editing_what_was_used_changes_nothing_and_is_no_question(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Catatan internal")
    await kabag.says("Sepertinya salah unit.")
    await kabag.edits("siapa penanggung jawab sosialisasi kebijakan?")
    kabag.sees("sudah dipakai")
    notes = [e.data["text"] for e in await scene.history(ticket) if e.act is Act.NOTE]
    assert notes == ["Sepertinya salah unit."]


async def test_asking_the_complainant_stops_the_clock_until_the_reply(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Tanya pelapor")
    await kabag.says("Tanggal berapa suratnya?")
    await kabag.taps("Kirim")
    scene.citizen.sees("Tanggal berapa suratnya?")
    kabag.sees("waktu berhenti")
    await kabag.taps("Buka kartu")
    kabag.sees("menunggu jawaban pelapor", "Waktu berhenti")
    await scene.acts(Call(ticket.id, Act.SUPPLY, CITIZEN, data={"text": "3 Februari"}))
    kabag.sees("Pelapor sudah menjawab", "3 Februari")
    assert any("kartu terbarunya ada di bawah" in message.text for message in kabag.all)


async def test_down_the_chain_two_presses_outside_it_a_reason(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Teruskan")
    await kabag.taps("Kepala Bagian B")
    kabag.sees("ke luar jenjang Anda", "alasannya")
    await kabag.says("Bidangnya Bagian B.")
    kabag.sees("diteruskan kepada Kepala Bagian B")
    other = scene.at(BAGIAN_B)
    other.sees("Diteruskan kepada Anda", "Kepala Bagian A", "Bidangnya Bagian B.")
    scene.citizen.sees("Kepala Bagian B")
    scene.citizen.sees_not("Bidangnya")

    await scene.at(BIRO).taps("Teruskan")
    await scene.at(BIRO).taps("Kepala Bagian A")
    await scene.at(BIRO).taps("Ya, teruskan")
    kabag.sees("Diteruskan kepada Anda")
    await kabag.taps("Teruskan")
    await kabag.taps("Kepala Subbagian A1")
    await kabag.taps("Ya, teruskan")
    scene.at(SUBBAGIAN).sees("Diteruskan kepada Anda")
    assert (await scene.ticket(ticket)).owner == SUBBAGIAN


async def test_any_other_post_is_found_by_its_name(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Teruskan")
    await kabag.taps("Jabatan lain")
    await kabag.says("karo y")
    await kabag.says("biro y")
    kabag.sees("mirip")
    await kabag.taps("Kepala Biro Y")
    await kabag.says("Bukan urusan biro kami.")
    scene.at(ELSEWHERE).sees("Diteruskan kepada Anda", "Bukan urusan biro kami.")
    assert (await scene.ticket(ticket)).owner == ELSEWHERE


async def test_given_back_it_waits_for_the_kepala_biro_to_decide(scene: Scene) -> None:
    ticket = await scene.files()
    kabag, kabiro = scene.at(BAGIAN), scene.at(BIRO)
    await kabag.taps("Lainnya")
    await kabag.taps("Kembalikan")
    await kabag.says("Bukan tugas bagian kami.")
    kabiro.sees("Perlu keputusan Anda", "dikembalikan Kepala Bagian A", "Bukan tugas bagian kami.")
    await kabiro.taps("Teruskan")
    await kabiro.taps("Kepala Bagian B")
    await kabiro.taps("Ya, teruskan")
    scene.at(BAGIAN_B).sees("Laporan baru di meja Anda")
    assert (await scene.ticket(ticket)).owner == BAGIAN_B


async def test_the_kepala_biro_chooses_among_the_candidates_in_two_presses(scene: Scene) -> None:
    ticket = await scene.files(TO_DECIDE)
    kabiro = scene.at(BIRO)
    kabiro.sees("Perlu keputusan Anda")
    await kabiro.taps("Kepala Bagian B")
    await kabiro.taps("Ya, teruskan")
    assert (await scene.ticket(ticket)).owner == BAGIAN_B


async def test_the_kepala_biro_takes_over_and_the_former_desk_is_told(scene: Scene) -> None:
    ticket = await scene.files()
    scene.at(BIRO).sees("Untuk diketahui", "boleh diambil alih")
    await scene.at(BIRO).taps("Ambil alih")
    scene.at(BIRO).sees("Anda ambil alih")
    scene.at(BAGIAN).sees(ticket.number, "tidak lagi di meja Anda", "Kepala Biro X")
    assert not any(TEXT in message.text for message in scene.at(BAGIAN).all)


async def test_the_service_desk_chooses_the_standard(scene: Scene) -> None:
    ticket = await scene.files(UNPLACED)
    front = scene.at(FRONT)
    front.sees("Perlu keputusan Anda", "belum ada standarnya")
    await front.taps("Pilih standarnya")
    await front.taps("Penyusunan Sistem")
    now = await scene.ticket(ticket)
    assert now.standard is not None
    assert now.owner != FRONT
    front.sees(ticket.number)
    front.sees_not(TEXT)


async def test_a_rejection_names_the_right_door(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Lainnya")
    await kabag.taps("Tolak")
    await kabag.taps("Ombudsman")
    await kabag.says("Ini bukan kewenangan kantor kami.")
    kabag.sees("Begini yang akan sampai", "Ombudsman Republik Indonesia")
    await kabag.taps("Kirim")
    scene.citizen.sees("Ini bukan kewenangan kantor kami.", "Ombudsman Republik Indonesia")
    assert (await scene.ticket(ticket)).status is TicketStatus.REJECTED


async def test_an_identity_is_opened_by_a_superior_with_a_reason_once_and_told(
    scene: Scene,
) -> None:
    ticket = await scene.files()
    assert not any("identitas" in label for m in scene.at(BAGIAN).all for label in m.labels)
    kabiro = scene.at(BIRO)
    await kabiro.taps("Lainnya")
    await kabiro.taps("Buka identitas")
    await kabiro.says("perlu")
    kabiro.sees("terlalu singkat")
    await kabiro.says("perlu: pelapor harus dihubungi langsung")
    kabiro.sees("Buka identitas pelapor", "pelapor diberi tahu")
    kabiro.sees_not(NAME)
    question = kabiro.last
    assert question is not None
    reveal = question.buttons[0][0][1]
    await kabiro.presses(reveal, question)
    kabiro.sees(NAME, USERNAME)
    scene.citizen.sees("Identitas Anda dibuka", "harus dihubungi langsung")
    assert "hanya ditampilkan sekali" in await kabiro.presses(reveal, question)
    await scene.passes(minutes=11)
    kabiro.sees_not(NAME)
    assert [e.act for e in await scene.history(ticket)].count(Act.OPEN_IDENTITY) == 1


async def test_reading_is_written_down_once_for_each_reader_and_change(scene: Scene) -> None:
    ticket = await scene.files()
    kabag = scene.at(BAGIAN)

    async def readers() -> list[int | None]:
        return [e.actor for e in await scene.history(ticket) if e.act is Act.READ]

    for _ in range(2):
        await kabag.says(f"/meja {ticket.number}")
        await kabag.taps("Lainnya")
        await kabag.taps("Riwayat")
    assert await readers() == [HOLDERS[BAGIAN]]
    await scene.at(BIRO).says(f"/meja {ticket.number}")
    await kabag.taps("Kartu")
    assert await readers() == [HOLDERS[BAGIAN], HOLDERS[BIRO]]
    await kabag.taps("Terima")
    await scene.at(BIRO).says(f"/meja {ticket.number}")
    assert await readers() == [HOLDERS[BAGIAN], HOLDERS[BIRO], HOLDERS[BIRO]]

    open_one = await scene.files(draft="open", confidential=False)
    await kabag.says(f"/meja {open_one.number}")
    kabag.sees(NAME, "terbuka")
    assert Act.READ not in [e.act for e in await scene.history(open_one)]


async def test_saved_answers_are_kept_for_the_standard_chosen_and_deleted(scene: Scene) -> None:
    await scene.files(draft="one")
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says(ANSWER)
    assert "Tersimpan" in await kabag.taps("Simpan jawaban")
    await kabag.taps("Kirim")

    second = await scene.files(draft="two")
    await kabag.taps("Jawab")
    await kabag.taps("Jawaban tersimpan (1)")
    await kabag.taps("Surat Ibu")
    kabag.sees(ANSWER)
    await kabag.taps("Pakai")
    kabag.sees("Begini yang akan sampai", ANSWER, second.number)
    await kabag.taps("Kirim")

    elsewhere = replace(TO_KABAG, standard="standar-lain", owner=BAGIAN_B)
    await scene.files(elsewhere, draft="three")
    await scene.at(BAGIAN_B).taps("Jawab")
    assert not any("tersimpan" in label for label in scene.at(BAGIAN_B).sees().labels)

    await scene.files(draft="four")
    await kabag.taps("Jawab")
    await kabag.taps("Jawaban tersimpan (1)")
    await kabag.taps("Surat Ibu")
    await kabag.taps("Hapus")
    kabag.sees("Belum ada jawaban tersimpan")


async def test_a_blocked_official_is_passed_by_and_the_superior_knows_why(scene: Scene) -> None:
    await scene.at(BAGIAN).changes("member", "kicked")
    await scene.files()
    assert scene.at(BAGIAN).all == []
    scene.at(BIRO).sees("Laporan baru di meja Anda", "Kepala Bagian A tidak dapat dihubungi")


async def test_a_plt_acts_as_plt_until_his_time_is_over(scene: Scene) -> None:
    plt = scene.chat(881_000)
    now = scene.stage.clock.now()
    async with scene.stage.office.unit_of_work() as work:
        tenure = held(BAGIAN, plt.person, now, holding=Holding.PLT, until=now + timedelta(days=1))
        await work.posts.appoint(tenure)
        await work.commit()
    ticket = await scene.files()
    plt.sees("Laporan baru di meja Anda", "selaku Plt. Kepala Bagian A")
    await plt.taps("Terima")
    assert (await scene.history(ticket))[-1].holding == "plt"

    await scene.passes(days=2)
    assert "tidak ada di meja Anda" in await plt.taps("Jawab")
    await scene.at(BAGIAN).says("/meja")
    scene.at(BAGIAN).sees(ticket.number)


async def test_a_substitute_works_in_the_place_of_who_is_away(scene: Scene) -> None:
    now = scene.stage.clock.now()
    async with scene.stage.office.unit_of_work() as work:
        away = Absence(0, HOLDERS[BAGIAN], now, now + timedelta(days=3), HOLDERS[BAGIAN_B])
        await work.posts.leave(away)
        await work.commit()
    ticket = await scene.files()
    other = scene.at(BAGIAN_B)
    other.sees("Anda menggantikan Kepala Bagian A")
    await other.taps("Terima")
    assert (await scene.history(ticket))[-1].holding == "substitute"
    await other.says("/meja")
    other.sees(ticket.number)


async def test_without_anybody_the_admin_learns_the_number_and_nothing_else(scene: Scene) -> None:
    for post in (BAGIAN, BIRO, "deputi-x"):
        await scene.at(post).changes("member", "kicked")
    ticket = await scene.files()
    scene.chat(ADMIN).sees(ticket.number, "belum sampai kepada siapa pun", "/pejabat")
    scene.chat(ADMIN).sees_not(TEXT)
    more = Call(ticket.id, Act.CORRECT, CITIZEN, data={"text": "Tambahan."})
    await scene.acts(more)
    assert "belum sampai kepada siapa pun" in scene.chat(ADMIN).sees().text


@pytest.mark.parametrize("blocked", [False, True])
async def test_the_card_says_whether_the_complainant_can_be_reached(
    scene: Scene, blocked: bool
) -> None:
    if blocked:
        await scene.citizen.changes("member", "kicked")
    await scene.files()
    shown = scene.at(BAGIAN).sees("dirahasiakan")
    assert ("tidak dapat dihubungi" in shown.text) is blocked

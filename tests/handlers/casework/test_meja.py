"""/meja: what is on whose desk, in what order, and how one finds a report."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.calls import Call
from bot.domain.tickets import Act
from tests.handlers.casework.scene import (
    ADMIN,
    BAGIAN,
    BIRO,
    CITIZEN,
    HOLDERS,
    STRANGER,
    SUBBAGIAN,
    TO_DECIDE,
    Scene,
)


async def test_the_most_urgent_stands_first_and_everything_is_counted(scene: Scene) -> None:
    waiting = await scene.files(draft="waiting", text="Yang menunggu.")
    await scene.acts(Call(waiting.id, Act.ASK, HOLDERS[BAGIAN], data={"text": "Kapan?"}))
    late = await scene.files(draft="late", text="Yang terlambat.")
    scene.stage.clock.move(timedelta(days=4))
    work = await scene.files(draft="work", text="Yang ditangani.")
    await scene.acts(Call(work.id, Act.ACCEPT, HOLDERS[BAGIAN]))
    fresh = await scene.files(draft="new", text="Yang baru.")

    kabag = scene.at(BAGIAN)
    await kabag.says("/meja")
    shown = kabag.sees("1 terlambat", "1 baru", "1 ditangani", "1 menunggu pelapor")
    places = [shown.text.index(t.number) for t in (late, fresh, work, waiting)]
    assert places == sorted(places)
    await kabag.taps("Terlambat (1)")
    kabag.sees(late.number, "terlambat 1 hari kerja")
    kabag.sees_not(fresh.number)
    await kabag.taps("Menunggu (1)")
    kabag.sees(waiting.number)
    await kabag.taps("1")
    kabag.sees(waiting.number, "Waktu berhenti")


async def test_pages_are_turned_round_and_a_number_opens_the_card(scene: Scene) -> None:
    tickets = [await scene.files(draft=f"d{n}", text=f"Laporan ke-{n}.") for n in range(8)]
    kabag = scene.at(BAGIAN)
    await kabag.says("/meja")
    kabag.sees(tickets[0].number, "8 baru")
    kabag.sees_not(tickets[7].number)
    await kabag.taps("▶ 2/2")
    kabag.sees(tickets[7].number)
    await kabag.taps("8")
    kabag.sees(tickets[7].number, "Laporan ke-7.")
    await kabag.says(f"/desk {tickets[3].number.lower().replace('-', ' ')}")
    kabag.sees(tickets[3].number, "Laporan ke-3.")


async def test_words_find_reports_also_when_they_are_over(scene: Scene) -> None:
    over = await scene.files(draft="over", text="Kursi di ruang tunggu rusak.")
    await scene.acts(Call(over.id, Act.WITHDRAW, CITIZEN))
    other = await scene.files(draft="other", text="Petugasnya ramah.")
    kabag = scene.at(BAGIAN)
    await kabag.says("/meja KURSI rusak")
    kabag.sees(over.number, "dicabut pelapor")
    kabag.sees_not(other.number)
    await kabag.says("/meja")
    await kabag.taps("Selesai")
    kabag.sees(over.number)


async def test_a_kepala_biro_sees_the_desks_below_and_what_waits_for_him(scene: Scene) -> None:
    passed = await scene.files(draft="one")
    call = Call(passed.id, Act.PASS_ON, HOLDERS[BAGIAN], owner=SUBBAGIAN)
    await scene.acts(call)
    to_decide = await scene.files(TO_DECIDE, draft="two")
    kabiro = scene.at(BIRO)
    await kabiro.says("/meja")
    kabiro.sees(to_decide.number, "1 perlu keputusan")
    await kabiro.taps("Meja bawahan (1)")
    kabiro.sees(passed.number, "Kepala Subbagian A1")


async def test_who_holds_no_post_is_told_so(scene: Scene) -> None:
    stranger, admin = scene.chat(STRANGER), scene.chat(ADMIN)
    await stranger.says("/meja")
    stranger.sees("belum memegang jabatan", "/lapor")
    await admin.says("/desk")
    admin.sees("tidak membaca laporan", "/pejabat")


async def test_an_empty_desk_says_so(scene: Scene) -> None:
    await scene.at(SUBBAGIAN).says("/meja")
    scene.at(SUBBAGIAN).sees("Tidak ada laporan yang menunggu Anda")

"""Officials who go on leave, their substitutes, and times in office that end."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.appointing import Appointment
from bot.domain.directory import Directory
from bot.domain.posts import Holding
from handlers.housekeeping import Housekeeping
from tests.telegram import NOW, Chat, Stage

ADMIN, SARI, BUDI, TUTI = 99, 7001, 7002, 7003
KABAG = "kepala-bagian-tata-laksana"
KABIRO = "kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja"
KASUBBAG = "kepala-subbagian-standardisasi-pelayanan"
DAY = timedelta(days=1)
HELD = ((KABAG, SARI, "Sari Dewi"), (KASUBBAG, BUDI, "Budi Santoso"), (KABIRO, TUTI, "Tuti"))


@pytest.fixture
async def sari(stage: Stage) -> Chat:
    """Return the head of section, in an office whose other posts of the bureau are held too."""
    stage.admins = (ADMIN,)
    await stage.restart()
    for post, person, name in HELD:
        await appoint(
            stage, Appointment(post, name, Holding.DEFINITIVE, NOW - DAY, None, None, person)
        )
    return stage.chat(SARI, name="Sari")


async def appoint(stage: Stage, appointment: Appointment) -> None:
    async with stage.office.unit_of_work() as work:
        await stage.office.appointments.appoint(work, appointment, stage.clock.now())
        await work.commit()


async def office(stage: Stage) -> Directory:
    async with stage.office.unit_of_work(writing=False) as work:
        return await stage.office.posts.directory(work)


async def reached(stage: Stage) -> int | None:
    return (await office(stage)).reach(KABAG, stage.clock.now()).person_id


async def test_an_official_leaves_with_a_substitute_and_comes_back(
    sari: Chat, stage: Stage
) -> None:
    budi = stage.chat(BUDI)
    await sari.says("/saya")
    await sari.taps("Saya cuti")
    await sari.taps("Hari ini")
    await sari.says("6 Maret")
    choices = sari.sees("Siapa yang menggantikan").labels
    assert (
        choices[0] == "Budi Santoso, Kepala Subbagian Standardisasi Pela…"[:44]
        or "Budi" in choices[0]
    )
    await sari.taps("Budi Santoso")
    sari.sees("cuti 2 Maret 2026 s.d. 6 Maret 2026", "diterima Budi Santoso")
    budi.sees("menggantikan Sari Dewi", "Kepala Bagian Tata Laksana", "6 Maret 2026")
    assert await reached(stage) == BUDI
    await sari.says("/saya")
    sari.sees("🏖 Cuti", "Budi Santoso")
    await sari.taps("Saya sudah kembali")
    assert "Selamat datang kembali" in sari.all[-2].text
    sari.sees_not("🏖")
    budi.sees("sudah kembali")
    assert await reached(stage) == SARI
    old = next(d for m in sari.all for row in m.buttons for label, d in row if "kembali" in label)
    await sari.presses(old)
    sari.sees("tidak tercatat")


async def test_leave_is_over_after_its_last_day(sari: Chat, stage: Stage) -> None:
    await sari.says("/saya")
    await sari.taps("Saya cuti")
    await sari.says("besok")
    await sari.says("4/3/2026")
    await sari.taps("Tanpa pengganti")
    sari.sees("diterima atasan")
    assert await reached(stage) == SARI, "not yet"
    stage.clock.set(NOW + DAY)
    assert await reached(stage) == TUTI
    stage.clock.set(NOW + 3 * DAY)
    assert await reached(stage) == SARI


async def test_a_substitute_may_be_written_by_name_or_post(sari: Chat, stage: Stage) -> None:
    await sari.says("/saya")
    await sari.taps("Saya cuti")
    await sari.taps("Hari ini")
    await sari.says("kemarin")
    sari.sees("mendahului")
    await sari.says("lusa")
    await sari.says("Siti Nurbaya")
    sari.sees("Tidak ada pejabat terdaftar")
    await sari.says("kabag tata laksana")
    sari.sees("Tidak ada pejabat terdaftar")
    await sari.says("kepala biro")
    sari.sees("diterima Tuti")
    assert await reached(stage) == TUTI


async def test_a_restart_in_the_middle_of_a_leave_loses_nothing(sari: Chat, stage: Stage) -> None:
    await sari.says("/saya")
    await sari.taps("Saya cuti")
    await stage.restart()
    await sari.taps("Hari ini")
    await stage.restart()
    await sari.says("lusa")
    await stage.restart()
    await sari.taps("Budi")
    assert await reached(stage) == BUDI


async def test_an_admin_notes_the_leave_of_an_official(sari: Chat, stage: Stage) -> None:
    admin = stage.chat(ADMIN)
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Cuti Sari")
    admin.sees("Sari Dewi cuti mulai")
    await admin.taps("Hari ini")
    await admin.says("lusa")
    await admin.taps("Budi")
    admin.sees("Tercatat: Sari Dewi cuti")
    sari.sees("Pengelola mencatat Anda cuti", "Budi Santoso")
    assert await reached(stage) == BUDI


async def test_leave_that_is_called_off_is_told_to_who_was_to_stand_in(
    sari: Chat, stage: Stage
) -> None:
    await sari.says("/saya")
    await sari.taps("Saya cuti")
    await sari.says("besok")
    await sari.says("lusa")
    await sari.taps("Budi")
    await sari.says("/saya")
    await sari.taps("Saya sudah kembali")
    stage.chat(BUDI).sees("tidak jadi cuti")
    stage.clock.set(NOW + DAY)
    assert await reached(stage) == SARI


async def test_who_stopped_being_admin_notes_no_leave_of_others(sari: Chat, stage: Stage) -> None:
    admin = stage.chat(ADMIN)
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Cuti Sari")
    stage.admins = ()
    await stage.restart()
    await admin.says("besok")
    admin.sees_not("Sampai tanggal")
    await admin.taps("Hari ini")
    admin.sees("hanya untuk pengelola")


async def test_who_holds_no_post_has_no_leave(sari: Chat, stage: Stage) -> None:
    stranger = stage.chat(7009)
    await stranger.says("/saya")
    assert stranger.sees("pengguna biasa").buttons == []
    data = "1o:leave::"
    assert "tidak berlaku" in await stranger.presses(data)


async def rounds(stage: Stage, count: int = 1) -> None:
    service = stage.service
    lease = stage.office.own_door()
    await lease.take()
    keeping = Housekeeping(stage.office, lease, service.door, service.dispatcher, service.hints)
    for _ in range(count):
        await keeping.round()
        await stage.settle()
    await lease.release()


async def test_the_end_of_a_plt_is_told_once_to_him_and_above(sari: Chat, stage: Stage) -> None:
    until = NOW + DAY
    post = "kepala-bagian-ketatalaksanaan"
    plt = Appointment(post, "Andi", Holding.PLT, NOW - DAY, until, "SP-4", 7005)
    await appoint(stage, plt)
    await rounds(stage)
    assert stage.chat(7005).all == []
    stage.clock.set(until)
    await rounds(stage, 2)
    await stage.restart()
    await rounds(stage)
    (told,) = stage.chat(7005).all
    assert "Masa jabatan Anda sebagai Plt. Kepala Bagian Ketatalaksanaan berakhir" in told.text
    (admin_told,) = stage.chat(ADMIN).all
    assert "Andi" in admin_told.text, "nobody holds a post above"
    assert "SP-4" in admin_told.text
    assert "/pejabat" in admin_told.text


async def test_the_superior_is_told_who_holds_the_post_now(sari: Chat, stage: Stage) -> None:
    plh = Appointment(KABAG, "Andi", Holding.PLH, NOW - DAY, NOW + DAY, None, 7005)
    await appoint(stage, plh)
    stage.clock.set(NOW + DAY)
    await rounds(stage)
    stage.chat(TUTI).sees("Andi", "Plh. Kepala Bagian Tata Laksana", "sekarang dipegang Sari Dewi")
    assert stage.chat(ADMIN).all == []


async def test_a_plt_whose_time_is_prolonged_is_not_told_of_an_end(
    sari: Chat, stage: Stage
) -> None:
    post = "kepala-bagian-ketatalaksanaan"
    for since, until in ((NOW - DAY, NOW + DAY), (NOW + DAY, NOW + 9 * DAY)):
        await appoint(stage, Appointment(post, "Andi", Holding.PLT, since, until, None, 7005))
    stage.clock.set(NOW + DAY)
    await rounds(stage)
    assert stage.chat(7005).all == []


async def test_an_end_at_night_is_told_in_the_morning(sari: Chat, stage: Stage) -> None:
    saturday = datetime(2026, 3, 7, tzinfo=stage.office.settings.zone)
    await appoint(stage, Appointment(KABAG, "Andi", Holding.PLH, NOW, saturday, None, 7005))
    stage.clock.set(saturday)
    await rounds(stage)
    assert stage.chat(7005).all == []
    stage.clock.set(saturday + 2 * DAY + timedelta(hours=7, minutes=59))
    await rounds(stage)
    assert stage.chat(7005).all == []
    stage.clock.set(saturday + 2 * DAY + timedelta(hours=8))
    await rounds(stage)
    stage.chat(7005).sees("berakhir 6 Maret 2026")
    stage.chat(TUTI).sees("berakhir 6 Maret 2026")

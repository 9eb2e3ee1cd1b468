"""/pengaturan and /libur: the admin changes rules and calendar; others look, and get a sentence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.office_rules import OfficeRules
from tests.telegram import Chat, Stage

ADMIN = 770_002


@pytest.fixture
async def admin(stage: Stage) -> Chat:
    stage.admins = (ADMIN,)
    await stage.restart()
    return stage.chat(ADMIN, name="Pak Admin")


async def stored(stage: Stage) -> dict[str, Any]:
    async with stage.office.unit_of_work(writing=False) as work:
        return dict(await work.settings.all())


async def rules(stage: Stage) -> OfficeRules:
    return OfficeRules.from_settings(await stored(stage))


async def closes(admin: Chat, words: str, name: str = "Cuti bersama", basis: str = "SKB 5") -> None:
    await admin.says("/libur")
    await admin.taps("Tutup kantor")
    await admin.says(words)
    await admin.says(name)
    await admin.says(basis)
    await admin.taps("Simpan")


# ---- who may


async def test_everybody_sees_the_calendar_and_nobody_but_an_admin_changes_anything(
    stage: Stage, admin: Chat
) -> None:
    somebody = stage.chat(7001)
    await somebody.says("/libur")
    shown = somebody.sees("Kalender kantor", "Kam, 19 Mar 2026", "Nyepi", "Ramadan 1447 H")
    assert shown.labels == ["Berikutnya ▶"]
    await somebody.says("/pengaturan")
    somebody.sees("hanya untuk pengelola")
    await admin.says("/libur")
    for data in [data for row in admin.last.buttons for _, data in row]:  # type: ignore[union-attr]
        if "cal" not in data.split(".")[0].split(":"):
            assert "hanya untuk pengelola" in await somebody.presses(data)
    assert await rules(stage) == OfficeRules()


async def test_in_a_group_the_calendar_is_shown_and_settings_are_not(
    stage: Stage, admin: Chat
) -> None:
    group = stage.group(ADMIN)
    await group.says("/pengaturan@PanduBot")
    group.sees("percakapan pribadi")
    await group.says("/libur@PanduBot")
    assert group.sees("Kalender kantor").labels == ["Berikutnya ▶"]


async def test_english_has_its_own_words(stage: Stage) -> None:
    somebody = stage.chat(7001)
    await somebody.says("/bahasa")
    await somebody.taps("English")
    await somebody.says("/holidays")
    somebody.sees("The office's calendar", "Other hours")
    await somebody.says("/settings")
    somebody.sees("whoever runs the bot")


async def test_a_holiday_is_found_by_its_name_and_a_day_by_its_date(stage: Stage) -> None:
    somebody = stage.chat(7001)
    await somebody.says("/libur natal")
    somebody.sees("Jum, 25 Des 2026: Hari Raya Natal")
    await somebody.says("/libur besok")
    somebody.sees("Sel, 3 Mar 2026: buka 08.00–12.00, 12.30–15.00")
    await somebody.says("/libur entah kapan")
    somebody.sees("tidak saya pahami")


# ---- limits, retention, delegation


async def test_a_limit_is_changed_with_its_source_in_sight_and_back_again(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/pengaturan")
    admin.sees("Verifikasi dan penerusan: 3 hari kerja", "Masa simpan: 730 hari", "belum ada")
    await admin.taps("Batas umum")
    admin.sees("SP4N-LAPOR!", "tidak dihitung", "naskah resminya belum diperiksa")
    await admin.taps("Tindak lanjut")
    await admin.taps("Ubah")
    await admin.says("2 minggu")
    admin.sees("5 → 10 hari kerja", "Lebih lama daripada aturan")
    await admin.taps("Simpan")
    admin.sees("Tersimpan", "Dipakai kantor: 10 hari kerja", "Pak Admin", "bawaan → 10 hari")
    assert (await rules(stage)).limits == {"follow_up": 10}

    await admin.taps("Kembali ke 5 hari")
    admin.sees("Dipakai kantor: 5 hari kerja (angka aturan)", "10 hari → bawaan")
    assert "limits" not in await stored(stage)


@pytest.mark.parametrize("text", ["banyak", "0", "-3", "366", "1.5", "7 jam", "2 bulan", "9" * 30])
async def test_a_bad_amount_is_said_and_the_form_goes_on(
    stage: Stage, admin: Chat, text: str
) -> None:
    await admin.says("/pengaturan")
    await admin.taps("Batas umum")
    await admin.taps("Verifikasi")
    await admin.taps("Ubah")
    await admin.says(text)
    admin.sees("tidak dapat dipakai", "1 sampai 365")
    await admin.says("4 hari kerja")
    await admin.taps("Simpan")
    assert (await rules(stage)).limits == {"forward": 4}


async def test_the_time_of_keeping_has_a_floor_and_says_what_cannot_be_undone(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/pengaturan")
    await admin.taps("Masa simpan")
    await admin.taps("Ubah")
    await admin.says("7")
    admin.sees("tidak dapat dipakai", "30 sampai 3650")
    await admin.says("2 bulan")
    admin.sees("730 → 60 hari", "tidak dapat dibatalkan")
    await admin.taps("Simpan")
    assert (await rules(stage)).retention_days == 60
    await admin.taps("Kembali ke 730 hari")
    assert (await rules(stage)).retention_days == 730


async def test_delegation_is_switched_and_the_service_desk_leads_to_its_post(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/pengaturan")
    await admin.taps("Pendelegasian")
    await admin.taps("Tunggu keputusan penerima")
    admin.sees("menunggu keputusan", "langsung diteruskan → menunggu keputusan")
    assert (await rules(stage)).delegation_waits
    await admin.taps("Langsung diteruskan")
    assert not (await rules(stage)).delegation_waits
    await admin.taps("Pengaturan")
    await admin.taps("Meja layanan")
    admin.sees("Belum ada")
    await admin.taps("Daftar jabatan")
    admin.sees("Jabatan dan pejabat")


async def test_everything_that_was_changed_is_listed_with_who_and_when(
    stage: Stage, admin: Chat
) -> None:
    await closes(admin, "28 des", "Cuti bersama", "SKB 3 Menteri 5/2026")
    await admin.says("/pengaturan")
    admin.sees("1 isian kantor sendiri")
    await admin.taps("Riwayat")
    admin.sees("Pak Admin", "Kalender", "Sen, 28 Des 2026 tutup (Cuti bersama)", "SKB 3 Menteri 5")


# ---- the calendar


async def test_days_are_closed_with_name_and_basis(stage: Stage, admin: Chat) -> None:
    await closes(admin, "24-28 desember 2026")
    admin.sees("Tersimpan")
    kept = (await rules(stage)).calendar.closed
    assert [(one.day.isoformat(), one.name) for one in kept] == [("2026-12-28", "Cuti bersama")], (
        "the others were off already"
    )
    await admin.says("/libur 28 des")
    admin.sees("Sen, 28 Des 2026: tutup, Cuti bersama")


async def test_days_and_name_in_one_line_take_one_step_less(stage: Stage, admin: Chat) -> None:
    await admin.says("/libur 13 apr 2026 Hari jadi kantor")
    admin.sees("Sen, 13 Apr 2026: Hari jadi kantor", "Dasarnya apa?")
    await admin.taps("Tanpa dasar")
    admin.sees("Kantor tutup", "Hari jadi kantor")
    await admin.taps("Simpan")
    assert [one.name for one in (await rules(stage)).calendar.closed] == ["Hari jadi kantor"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kapan-kapan", "tidak saya pahami"),
        ("24 dan 27 april", "tidak saya pahami"),
        ("30 feb", "tidak saya pahami"),
        ("sabtu", "memang sudah tutup (akhir pekan)"),
        ("1 mei", "Hari Buruh"),
        ("24 des 2062", "terlalu jauh"),
        ("1 jan - 31 des 2026", "Terlalu banyak hari"),
    ],
)
async def test_bad_days_are_said_and_the_form_goes_on(
    stage: Stage, admin: Chat, text: str, said: str
) -> None:
    await admin.says("/libur")
    await admin.taps("Tutup kantor")
    await admin.says(text)
    admin.sees(said)
    await admin.says("13 april")
    admin.sees("Sen, 13 Apr 2026", "Apa namanya")


async def test_days_written_again_take_the_place_of_the_first(stage: Stage, admin: Chat) -> None:
    await admin.says("/libur")
    await admin.taps("Tutup kantor")
    await admin.says("13 april Hari jadi")
    await admin.says("14-15 april")
    admin.sees("Sel, 14 Apr 2026", "Hari jadi", "Dasarnya apa")
    await admin.taps("Tanpa dasar")
    admin.sees("Sel, 14 Apr 2026", "Hari jadi")
    assert "13 Apr" not in admin.sees("14 Apr").text


async def test_a_day_off_is_opened_and_the_entry_removed_again(stage: Stage, admin: Chat) -> None:
    await admin.says("/libur")
    await admin.taps("Buka hari libur")
    await admin.says("14 april")
    admin.sees("memang hari kerja")
    await admin.says("1 mei")
    await admin.says("Surat edaran 7/2026")
    await admin.taps("Simpan")
    await admin.says("/libur 1 mei")
    admin.sees("Jum, 1 Mei 2026: buka")
    await admin.says("/libur")
    await admin.taps("Isian kantor")
    await admin.taps("1 Mei 2026")
    admin.sees("hari kerja", "Diisi Pak Admin", "Surat edaran 7/2026")
    await admin.taps("Hapus")
    await admin.says("/libur 1 mei")
    admin.sees("tutup, Hari Buruh")


async def test_the_last_change_is_taken_back_and_an_old_button_does_nothing(
    stage: Stage, admin: Chat
) -> None:
    await closes(admin, "13 apr")
    await admin.says("/libur")
    await admin.taps("Batalkan terakhir")
    asked = admin.sees("Sen, 13 Apr 2026 tutup (Cuti bersama)", "SKB 5")
    await closes(admin, "14 apr")
    assert "sesudahnya" in await admin.taps("Ya, batalkan", on=asked)
    assert len((await rules(stage)).calendar.closed) == 2
    await admin.says("/libur")
    await admin.taps("Batalkan terakhir")
    await admin.taps("Ya, batalkan")
    assert [one.day.day for one in (await rules(stage)).calendar.closed] == [13]


async def test_ramadan_is_corrected_and_its_old_dates_hold_no_more(
    stage: Stage, admin: Chat
) -> None:
    stage.clock.move(timedelta(days=280))
    await admin.says("/libur 8 feb 2027")
    admin.sees("08.00–12.00")
    await admin.says("/libur")
    await admin.taps("Jam kerja lain")
    await admin.taps("Ramadan 1448 H")
    await admin.says("9 februari - 10 maret 2027")
    await admin.taps("Tanpa dasar")
    admin.sees("Ramadan 1448 H", "Sel, 9 Feb 2027 s.d. Rab, 10 Mar 2027", "08.00–12.00")
    await admin.taps("Simpan")
    await admin.says("/libur 8 feb 2027")
    admin.sees("07.30–12.00")
    await admin.says("/libur 9 feb 2027")
    admin.sees("08.00–12.00")
    async with stage.office.unit_of_work(writing=False) as work:
        deadlines = await stage.office.deadlines(work)
    assert "perkiraan" not in str(deadlines.calendar.overrides.seasons)
    assert not deadlines.calendar.overrides.seasons[0].estimated


async def test_dates_that_are_right_are_confirmed_with_one_press(stage: Stage, admin: Chat) -> None:
    stage.clock.move(timedelta(days=280))
    await admin.says("/libur")
    await admin.taps("Jam kerja lain")
    await admin.taps("Ramadan 1448 H")
    await admin.taps("Tanggal itu benar")
    await admin.says("Pengumuman 12/2026")
    await admin.taps("Simpan")
    (season,) = (await rules(stage)).calendar.seasons
    assert (season.first.isoformat(), season.basis) == ("2027-02-08", "Pengumuman 12/2026")


async def test_a_season_of_the_office_s_own_has_hours_that_were_typed(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/libur")
    await admin.taps("Jam kerja lain")
    await admin.taps("Musim lain")
    await admin.says("Pekan olahraga")
    await admin.says("6-10 april")
    await admin.says("pagi saja")
    admin.sees("Jam itu tidak dapat dipakai")
    await admin.says("07.30-11.00; Jumat 07.30-10.30")
    await admin.taps("Tanpa dasar")
    admin.sees("Senin–Kamis 07.30–11.00; Jumat 07.30–10.30")
    await admin.taps("Simpan")
    await admin.says("/libur 10 april")
    admin.sees("Jum, 10 Apr 2026: buka 07.30–10.30")


# ---- half-way, twice, again


async def test_a_form_survives_a_restart_and_a_double_press_saves_once(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/libur")
    await admin.taps("Tutup kantor")
    await admin.says("13 apr Hari jadi")
    await stage.restart()
    await admin.taps("Tanpa dasar")
    asked = admin.last
    await admin.taps("Simpan", on=asked)
    count = len(admin.all)
    assert await admin.taps("Simpan", on=asked) == ""
    assert len(admin.all) == count
    async with stage.office.unit_of_work(writing=False) as work:
        assert len(await work.settings.changes()) == 1


async def test_a_form_that_was_cancelled_is_over_and_its_buttons_say_so(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/libur 13 apr Hari jadi")
    asked = admin.last
    await admin.taps("Batal")
    admin.sees("tidak ada yang diubah")
    assert "sudah selesai atau diganti" in await admin.taps("Tanpa dasar", on=asked)
    await admin.says("apa itu standar pelayanan")
    admin.sees_not("tidak saya pahami")
    assert await rules(stage) == OfficeRules()


async def test_a_question_in_between_is_answered_and_the_form_waits(
    stage: Stage, admin: Chat
) -> None:
    await admin.says("/libur")
    await admin.taps("Tutup kantor")
    await admin.says("siapa penanggung jawab sosialisasi?")
    admin.sees("Penanggung jawab")
    await admin.says("13 april")
    admin.sees("Apa namanya")


FORGED = (
    *("limit.nothing", "change.x", "default.calendar", "undone.9", "entry.20260101", "season.x"),
    *("zz.", "close.20261332-2", "cal.x", "drop.20260101"),
)


@pytest.mark.parametrize("body", FORGED)
async def test_a_forged_button_changes_nothing(stage: Stage, admin: Chat, body: str) -> None:
    await admin.says("/libur")
    await admin.presses(f"1g:{body}", admin.last)
    assert await rules(stage) == OfficeRules()

"""Tasks in the chat: started, gone through by several officials, late, passed on, ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.domain.appointing import Appointment
from bot.domain.posts import Holding
from bot.domain.tasks.task import Task
from tests.telegram import NOW, Chat, Stage

WIB = ZoneInfo("Asia/Jakarta")
ADMIN, KABAG, KASUBBAG, KABIRO, STRANGER = 99, 7001, 7002, 7003, 7009
OFFICE = {
    KABAG: ("kepala-bagian-tata-laksana", "Sari Dewi"),
    KASUBBAG: ("kepala-subbagian-standardisasi-pelayanan", "Budi Santoso"),
    KABIRO: ("kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja", "Tuti Lestari"),
}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.fixture
async def office(stage: Stage) -> dict[int, Chat]:
    """Return the chats of three officials of one bureau, on a Monday at 8.30."""
    stage.admins = (ADMIN,)
    await stage.restart()
    async with stage.office.unit_of_work() as work:
        for person, (post, name) in OFFICE.items():
            since = NOW - timedelta(days=1)
            held = Appointment(post, name, Holding.DEFINITIVE, since, None, None, person)
            await stage.office.appointments.appoint(work, held, NOW)
        await work.commit()
    await stage.service.hints.round()  # the morning is over
    return {person: stage.chat(person, name=name) for person, (_, name) in OFFICE.items()}


async def tasks(stage: Stage) -> tuple[Task, ...]:
    async with stage.office.unit_of_work(writing=False) as work:
        return (*await work.tasks.open(), *await work.tasks.ended())


async def passes(stage: Stage, moment: str) -> None:
    """Let time pass until then, and what is due then be said."""
    stage.clock.set(at(moment))
    await stage.service.hints.round()
    await stage.settle()


async def begin(chat: Chat, name: str = "SP 2026", start: str = "sekarang") -> None:
    """Go through the whole form, leaving open all that may be left open."""
    await chat.says("/tugas")
    await chat.taps("Mulai tugas")
    await chat.says("standard operating")
    await chat.says(name)
    await chat.says(start)
    for _ in range(30):
        assert chat.last is not None
        labels = chat.last.labels
        if "✅ Mulai" in labels:
            break
        await chat.taps("Lanjut" if "✅ Lanjut" in labels else "Lewati")
    await chat.taps("✅ Mulai")


def kinds(stage: Stage, method: str) -> list[dict[str, Any]]:
    return stage.telegram.made(method)


async def test_an_official_starts_a_task_and_answers_what_the_text_leaves_open(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    sari.sees("Belum ada tugas")
    await sari.taps("Mulai tugas")
    sari.sees("standar mana")
    await sari.says("standard operating")
    await sari.says("SP 2026")
    sari.sees("Kapan mulai")
    await sari.says("entah kapan")
    sari.sees("tidak terbaca")
    await sari.says("selasa jam 8")
    sari.sees("berapa draf")
    await sari.says("banyak sekali")
    sari.sees("tidak terbaca", "berapa draf")
    await sari.says("ada empat draf")
    sari.sees("dalam kota")
    await sari.taps("dalam kota")
    while "✅ Lanjut" not in sari.sees("").labels:
        await sari.taps("Lewati")
    assert "memorandum" not in "".join(message.text for message in sari.all)
    await sari.taps("👤 staf")
    sari.sees("Siapa staf")
    await sari.taps("Saya sendiri")
    sari.sees("staf: Sari Dewi")
    await sari.taps("Anggota Tim")
    await sari.says("kasubbag standardisasi pelayanan")
    sari.sees("Anggota Tim: Kepala Subbagian Standardisasi Pelayanan")
    await sari.taps("Lanjut")
    sari.sees("Mulai: Sel, 3 Mar 2026, 08.00", "Dilewati", "Sudah benar?")
    (picture,) = kinds(stage, "sendPhoto")
    assert picture["chat_id"] == sari.id
    await sari.taps("✅ Mulai")
    sari.sees("SP 2026", "Giliran sekarang", "Pemilik: Sari Dewi")
    (task,) = await tasks(stage)
    assert task.counts == {"draf": 4}
    assert task.choices["4.b.1.a"] == "dalam kota"
    assert task.post == OFFICE[KABAG][0]
    assert task.desks["staf"] == (f"#{KABAG}",)
    await sari.says("/tugas")
    sari.sees("Tugas Anda: 1", "SP 2026")


async def test_a_form_outlives_a_restart_and_a_double_press_starts_one_task(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("standard operating")
    await stage.restart()
    await sari.says("SP 2026")
    await stage.restart()
    await sari.taps("Sekarang")
    while "✅ Mulai" not in sari.sees("").labels:
        await sari.taps("Lanjut" if "✅ Lanjut" in sari.sees("").labels else "Lewati")
    shown = sari.sees("Sudah benar?")
    await sari.taps("✅ Mulai", on=shown)
    assert "ditutup" in await sari.taps("✅ Mulai", on=shown)
    assert len(await tasks(stage)) == 1


async def test_a_second_tap_on_a_question_does_not_answer_the_next_one(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("sop")
    await sari.says("SP 2026")
    await sari.says("sekarang")
    first = sari.sees("berapa draf")
    skip = next(data for row in first.buttons for label, data in row if label == "Lewati")
    await sari.presses(skip, first)
    sari.sees("dalam kota")
    await sari.presses(skip, sari.last)
    sari.sees("dalam kota")


async def test_a_press_on_an_earlier_question_shows_the_one_that_waits(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("sop")
    await sari.says("SP 2026")
    await sari.says("sekarang")
    first = sari.sees("berapa draf")
    skip = next(data for row in first.buttons for label, data in row if label == "Lewati")
    await sari.presses(skip, first)
    sari.sees("dalam kota")
    before = len(kinds(stage, "editMessageText"))
    await sari.presses(skip, first)  # a second tap changes nothing
    assert len(kinds(stage, "editMessageText")) == before
    stage.clock.move(timedelta(minutes=1))  # what was asked next may never have arrived
    await sari.presses(skip, first)
    assert "dalam kota" in str(kinds(stage, "editMessageText")[before:])
    sari.sees("dalam kota")


async def test_what_is_optional_is_left_open_at_one_press(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("standard operating")
    await sari.says("SP 2026")
    await sari.says("sekarang")
    await sari.says("4")
    await sari.taps("Nilai baku untuk sisanya")
    sari.sees("pelaksana ini")  # who does a step is asked all the same
    await sari.taps("Lanjut")
    sari.sees("pertanyaan dibiarkan terbuka", "Sudah benar?")
    await sari.taps("✅ Mulai")
    (task,) = await tasks(stage)
    assert task.counts == {"draf": 4}
    assert set(task.choices.values()) == {"luar kota"}  # the longest branch


async def test_a_question_is_gone_back_to_and_answered_otherwise(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("standard operating")
    await sari.says("SP 2026")
    await sari.says("sekarang")
    await sari.says("40")
    sari.sees("dalam kota")
    await sari.taps("« Kembali")
    sari.sees("berapa draf")
    await sari.taps("Ubah mulai")
    await sari.says("besok jam 8")
    sari.sees("berapa draf")
    await sari.says("4")
    await sari.taps("luar kota")
    await sari.says("kembali")
    await sari.taps("dalam kota")
    await sari.says("lewati semua")
    await sari.taps("Lanjut")
    await sari.taps("« Kembali")
    sari.sees("pelaksana ini")
    await sari.taps("Lanjut")
    await sari.taps("✅ Mulai")
    (task,) = await tasks(stage)
    assert task.counts == {"draf": 4}
    assert list(task.choices.values()) == ["dalam kota"]
    assert task.start == at("2026-03-03T08:00")


async def test_whoever_is_no_official_starts_nothing(office: dict[int, Chat], stage: Stage) -> None:
    stranger = stage.chat(STRANGER)
    await stranger.says("/tugas")
    await stranger.taps("Mulai tugas")
    stranger.sees("dimulai oleh pejabat")
    await begin(office[KABAG])
    (task,) = await tasks(stage)
    assert "tidak ada lagi" in await stranger.presses(f"1T:o{task.id}.0.")
    assert "tidak ada lagi" in await stranger.presses(f"1T:d{task.id}.2.")


async def test_in_a_group_tasks_stay_closed(office: dict[int, Chat], stage: Stage) -> None:
    group = stage.group(KABAG)
    await group.says("/tugas@PanduBot")
    group.sees("chat pribadi")
    await group.says("/jadwal@PanduBot")
    group.sees("chat pribadi")


async def test_steps_go_from_desk_to_desk(office: dict[int, Chat], stage: Stage) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await passes(stage, "2026-03-02 08:45")
    tuti.sees("Giliran Anda", "1.a.", "Batas", "SP 2026", "Bagian Kedua")
    await tuti.taps("✅ Selesai")
    tuti.sees("Langkah 1.a selesai", "Berikutnya: 1.b")
    await passes(stage, "2026-03-02 08:50")
    texts = [message.text for message in sari.all]
    assert any("Giliran Anda" in text and "1.b." in text for text in texts)
    assert any("Langkah 1.a selesai" in text for text in texts), "the owner is told"
    again = next(m for m in tuti.all if "Selesai" in str(m.labels) or m.edits)
    assert "sudah ditandai selesai" in await tuti.presses(_done_of(tuti), again)


def _done_of(chat: Chat) -> str:
    """Return the code of the button that marked the step as done."""
    calls = [c for c in chat.stage.telegram.made("sendMessage") if c["chat_id"] == chat.id]
    keyboards = [c["reply_markup"]["inline_keyboard"] for c in calls if "reply_markup" in c]
    buttons = [b for rows in keyboards for row in rows for b in row]
    return next(str(b["callback_data"]) for b in buttons if b["text"] == "✅ Selesai")


async def test_done_can_be_undone_for_a_minute_and_nobody_hears_of_it(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await passes(stage, "2026-03-02 08:45")
    before = len(sari.all)
    await tuti.taps("✅ Selesai")
    await tuti.taps("Urungkan")
    tuti.sees("belum selesai", "Langkah 1.a")
    await passes(stage, "2026-03-02 08:50")
    assert len(sari.all) == before
    await tuti.taps("✅ Selesai")
    stage.clock.move(timedelta(seconds=90))
    assert "satu menit" in await tuti.taps("Urungkan")


async def test_a_note_is_added_to_what_was_done(office: dict[int, Chat], stage: Stage) -> None:
    tuti = office[KABIRO]
    await begin(office[KABAG])
    await passes(stage, "2026-03-02 08:45")
    await tuti.taps("✅ Selesai")
    await tuti.taps("Catatan")
    await tuti.says("Arahan disampaikan dalam rapat, lihat notula 12")
    tuti.sees("Catatan disimpan", "notula 12")
    (task,) = await tasks(stage)
    assert "notula 12" in task.fact("1.a").note


async def test_a_file_is_added_to_what_was_done_and_shown_to_the_others(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await passes(stage, "2026-03-02 08:45")
    await tuti.taps("✅ Selesai")
    await tuti.taps("Catatan atau berkas")
    document = {"file_id": "BQAC1", "file_unique_id": "u1", "file_name": "notula.pdf"}
    await tuti.sends(document=document, caption="notula rapat")
    tuti.sees("Catatan disimpan", "notula rapat")
    await sari.says("/tugas")
    await sari.taps("SP 2026")
    await sari.taps("Semua langkah")
    await sari.taps("1.a")
    await sari.taps("Berkas")
    (sent,) = [call for call in kinds(stage, "sendDocument") if call["chat_id"] == KABAG]
    assert sent["document"] == "BQAC1"


async def test_more_time_is_asked_of_the_superior(office: dict[int, Chat], stage: Stage) -> None:
    sari, budi = office[KABAG], office[KASUBBAG]
    await begin(office[KABIRO])
    for step in ("1.a", "1.b"):
        await office[KABIRO].says("/tugas")
        await office[KABIRO].taps("SP 2026")
        await office[KABIRO].taps(f"{step} ·")
        await office[KABIRO].taps("✅ Selesai")
    await passes(stage, "2026-03-02 09:00")
    sari.sees("Giliran Anda", "2.a.")
    await sari.taps("Minta waktu")
    sari.sees("sampai kapan")
    await sari.says("kemarin")
    sari.sees("sudah lewat")
    await sari.says("Jumat")
    sari.sees("alasannya")
    await stage.restart()
    await sari.says("data satuan organisasi belum lengkap")
    sari.sees("disampaikan kepada atasan", "belum diputuskan")
    tuti = office[KABIRO]
    tuti.sees("Sari Dewi meminta waktu", "Jum, 6 Mar 2026", "belum lengkap")
    await tuti.taps("Setujui")
    tuti.sees("Disetujui", "Jum, 6 Mar 2026, 15.30")
    sari.sees("disetujui oleh Tuti Lestari")
    assert "sudah diputuskan" in await tuti.presses(_code(tuti, "👎 Tolak"))
    assert not any("meminta waktu" in message.text for message in budi.all)


def _code(chat: Chat, label: str) -> str:
    calls = [c for c in chat.stage.telegram.made("sendMessage") if c["chat_id"] == chat.id]
    keyboards = [c["reply_markup"]["inline_keyboard"] for c in calls if "reply_markup" in c]
    buttons = [b for rows in keyboards for row in rows for b in row]
    return next(str(b["callback_data"]) for b in reversed(buttons) if b["text"] == label)


async def test_a_step_that_is_not_mine_goes_to_another_desk(
    office: dict[int, Chat], stage: Stage
) -> None:
    tuti, budi = office[KABIRO], office[KASUBBAG]
    await begin(office[KABAG])
    await passes(stage, "2026-03-02 08:45")
    await tuti.taps("Bukan saya")
    tuti.sees("meja siapa")
    await tuti.says("kasubbag standardisasi pelayanan")
    tuti.sees("diteruskan kepada Kepala Subbagian Standardisasi Pelayanan")
    budi.sees("diteruskan kepada Anda oleh Tuti Lestari")
    await budi.taps("Lihat langkahnya")
    await budi.taps("✅ Selesai")
    budi.sees("Langkah 1.a selesai")


async def test_each_date_explains_itself_and_the_text_is_shown(
    office: dict[int, Chat], stage: Stage
) -> None:
    tuti = office[KABIRO]
    await begin(office[KABAG])
    await passes(stage, "2026-03-02 08:45")
    await tuti.taps("Kenapa tanggal ini?")
    tuti.sees("Mengapa langkah 1.a", "Naskah:", "Hitungan: 30 menit")
    await tuti.taps("Teks standar")
    tuti.sees("Langkah 1.a", "memberikan arahan", "naskah saat tugas ini dimulai")
    assert "Diingatkan lagi" in await tuti.taps("Belum")


async def test_one_morning_message_tells_what_is_late_and_due(
    office: dict[int, Chat], stage: Stage
) -> None:
    tuti = office[KABIRO]
    await begin(office[KABAG])
    await begin(office[KABAG], "SP 2027", "selasa jam 8")
    await passes(stage, "2026-03-02 08:45")
    await passes(stage, "2026-03-03 08:00")
    before = len(tuti.all)
    await passes(stage, "2026-03-04 08:00")
    (morning,) = tuti.all[before:]
    assert "Pagi ini" in morning.text
    assert morning.text.count("terlambat") == 2
    await passes(stage, "2026-03-04 08:20")
    assert len(tuti.all) == before + 1
    await tuti.taps("1.a · SP 2026")
    tuti.sees("terlambat", "1.a")


async def test_a_late_step_climbs_to_the_superior(office: dict[int, Chat], stage: Stage) -> None:
    tuti = office[KABIRO]
    await begin(office[KABAG])
    await tuti.says("/tugas")
    await tuti.taps("SP 2026")
    await tuti.taps("1.a ·")
    await tuti.taps("✅ Selesai")
    for day in ("2026-03-02 09:00", "2026-03-03 09:00", "2026-03-04 09:00", "2026-03-05 09:00"):
        await passes(stage, day)
    assert any("di meja bawahan Anda" in message.text for message in tuti.all)


async def test_a_task_is_paused_resumed_and_ended(office: dict[int, Chat], stage: Stage) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await sari.taps("Jeda")
    sari.sees("Dihentikan sementara")
    tuti.sees("dihentikan sementara oleh Sari Dewi")
    await passes(stage, "2026-03-02 10:30")
    assert not any("Giliran Anda" in message.text for message in tuti.all)
    await sari.taps("Lanjutkan")
    tuti.sees("dilanjutkan", "→")
    await sari.taps("Tutup tugas")
    sari.sees("sebagai selesai?", "1 langkah")
    await sari.taps("Ya, tutup")
    sari.sees("Keadaan: selesai")
    (task,) = await tasks(stage)
    assert task.state.value == "finished"
    assert "tidak bisa lagi" in await sari.presses(_code(sari, "⏸ Jeda"))


async def test_the_times_of_a_finished_task_stand_beside_the_standards(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await passes(stage, "2026-03-02 08:45")
    await passes(stage, "2026-03-02 10:30")  # half an hour was given, from half past eight
    await tuti.taps("✅ Selesai")
    await tuti.taps("Tugasnya")
    await tuti.taps("Rencana dan kenyataan")
    tuti.sees("1.a.", "standar 30 menit", "nyata 2 jam", "terlambat")
    await passes(stage, "2026-03-03 08:00")
    await tuti.says("/rekap")
    tuti.sees("Tugas Maret 2026", "Belum ada tugas yang selesai", "Sedang berjalan: 1")
    await sari.says("/tugas")
    await sari.taps("SP 2026")
    await sari.taps("Tutup tugas")
    await sari.taps("Ya, tutup")
    await tuti.says("/rekap")
    tuti.sees("selesai 1, 0 tanpa keterlambatan", "Sedang berjalan: 0")
    await tuti.taps("⏱")
    tuti.sees("Rencana dan kenyataan", "Maret 2026", "1.a.", "nyata 2 jam")
    await sari.says("/rekap publik")
    assert "Tugas" not in sari.sees("").text


async def test_members_are_shown_with_their_steps(office: dict[int, Chat], stage: Stage) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("Anggota")
    sari.sees("Pemilik: Sari Dewi", "Kepala Bagian Tata Laksana", "langkah", "1.a")
    await sari.taps("Tugasnya")
    sari.sees("Giliran sekarang")


async def test_the_start_is_moved_before_anything_is_done(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("Pindahkan mulai")
    await sari.says("senin depan jam 9")
    sari.sees("dipindahkan", "Mulai: Sen, 9 Mar 2026, 09.00")
    office[KABIRO].sees("Tanggal yang berubah", "mulainya tugas dipindahkan")


async def test_a_day_off_that_is_decreed_late_is_told_with_old_and_new_dates(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    async with stage.office.unit_of_work() as work:
        closed = {"closed": {"2026-03-02": "Cuti bersama"}}
        await work.settings.set("calendar", closed, stage.clock.now(), ADMIN)
        await work.commit()
    await passes(stage, "2026-03-03 08:00")
    told = [m for m in tuti.all if "Kalender kantor berubah" in m.text]
    assert len(told) == 1
    assert "1.a" in told[0].text
    assert "Sen, 2 Mar 2026" in told[0].text
    assert "→ Sel, 3 Mar 2026" in told[0].text
    await sari.taps("SP 2026")
    sari.sees("Giliran sekarang")


async def test_an_event_that_happens_starts_the_clock(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("Semua langkah")
    await sari.taps("2.b.1.catatan")
    sari.sees("memorandum diterima", "Tekan tombol")
    await sari.taps("Sudah terjadi")
    sari.sees("Dicatat", "Batas waktu: Sen, 9 Mar 2026")


async def test_files_of_a_task(office: dict[int, Chat], stage: Stage) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("Gambar")
    await sari.taps("Berkas kalender")
    *_, picture, document = stage.telegram.uploads
    assert picture.content.startswith(b"\x89PNG")
    assert document.name.endswith(".ics")
    first = events(document.content)
    assert len(first) > 10
    assert first["1.a"].end == at("2026-03-02 09:00")


async def test_a_later_calendar_file_updates_an_earlier_one(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("Berkas kalender")
    await sari.taps("Pindahkan mulai")
    await sari.says("senin depan jam 9")
    await sari.taps("Berkas kalender")
    old, new = (events(upload.content) for upload in stage.telegram.uploads[-2:])
    assert {number: event["UID"] for number, event in old.items()} == {
        number: event["UID"] for number, event in new.items()
    }
    assert len({event["UID"] for event in new.values()}) == len(new)
    assert all(new[number]["SEQUENCE"] > old[number]["SEQUENCE"] for number in new)
    assert new["1.a"].end == at("2026-03-09 09:30")
    await sari.taps("Batalkan tugas")
    await sari.taps("Ya, batalkan")
    await sari.taps("Berkas kalender")
    gone = events(stage.telegram.uploads[-1].content)
    assert {str(event["STATUS"]) for event in gone.values()} == {"CANCELLED"}


def events(content: bytes) -> dict[str, Any]:
    """Return the events of a calendar file by the step's number."""
    calendar = Calendar.from_ical(content)
    assert not any(event.errors for event in calendar.walk())
    return {str(e["UID"]).partition("@")[0].partition("-")[2]: e for e in calendar.walk("VEVENT")}


async def test_my_week(office: dict[int, Chat], stage: Stage) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await sari.says("/jadwal")
    sari.sees("Tidak ada langkah Anda")
    await begin(sari)
    await tuti.says("/jadwal")
    tuti.sees("Langkah Anda sampai Min, 8 Mar 2026", "Senin, 2 Maret 2026", "09.00", "1.a.")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-06 15:29", "sampai Min, 8 Mar 2026 (minggu ini)"),
        ("2026-03-06 15:31", "sampai Min, 15 Mar 2026 (minggu depan, mulai Sen, 9 Mar 2026)"),
        ("2026-03-08 10:00", "sampai Min, 15 Mar 2026 (minggu depan, mulai Sen, 9 Mar 2026)"),
    ],
)
async def test_once_the_work_of_a_week_is_over_the_next_one_is_shown(
    office: dict[int, Chat], stage: Stage, moment: str, words: str
) -> None:
    """On a Friday of Ramadan the office closes at 15.30."""
    stage.clock.set(at(moment) - timedelta(seconds=5))  # a message takes so long
    await office[KABAG].says("/jadwal")
    office[KABAG].sees(words)


async def test_a_task_that_is_to_begin_later_says_when(office: dict[int, Chat]) -> None:
    sari = office[KABAG]
    await begin(sari, start="senin depan jam 9")
    await sari.says("/tugas")
    sari.sees("🕒 SP 2026", "mulai Sen, 9 Mar 2026, 09.00")


async def test_a_number_is_the_place_of_a_standard_that_is_shown(office: dict[int, Chat]) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    second = sari.sees("standar mana").labels[1]
    await sari.says("9")
    sari.sees("Yang mana")
    await sari.says("2")
    sari.sees("Beri nama", second.split()[0])


async def test_an_answer_about_steps_offers_officials_to_start(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, stranger = office[KABAG], stage.chat(STRANGER)
    question = "bagaimana prosedur penyusunan standar pelayanan dan SOP?"
    await stranger.says(question)
    assert "➕ Mulai tugas" not in stranger.sees("").labels
    await sari.says(question)
    await sari.taps("➕ Mulai tugas")
    sari.sees("Beri nama")


async def test_the_admin_lets_all_officials_start(office: dict[int, Chat], stage: Stage) -> None:
    admin = stage.chat(ADMIN)
    await admin.says("/tugas")
    assert "semua pejabat" in await admin.taps("Izinkan semua pejabat")
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    assert len([label for label in sari.sees("").labels if label]) == 6, "five standards, and out"
    assert "hanya pejabat unit" in await admin.taps("Hanya pejabat")
    assert await sari.presses("1T:A0.0.+") != ""


async def test_the_same_in_english(office: dict[int, Chat], stage: Stage) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    for chat in (sari, tuti):
        await chat.says("/bahasa")
        await chat.taps("English")
    await sari.says("/tasks")
    await sari.taps("Start a task")
    await sari.says("standard operating")
    await sari.says("SP 2026")
    await sari.says("now")
    while "✅ Start" not in sari.sees("").labels:
        await sari.taps("Go on" if "✅ Go on" in sari.sees("").labels else "Skip")
    sari.sees("Is this right?", "working days")
    await sari.taps("✅ Start")
    sari.sees("Whose turn it is")
    await passes(stage, "2026-03-02 08:45")
    tuti.sees("Your turn")
    await tuti.taps("Why this date?")
    tuti.sees("Why is step 1.a due")
    await tuti.says("/schedule")
    tuti.sees("Your steps until")
    await passes(stage, "2026-03-03 08:00")
    await passes(stage, "2026-03-04 08:00")
    tuti.sees("This morning", "late")


async def test_the_ladder_of_a_task_is_changed_and_follows_the_office_again(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await begin(sari)
    await sari.taps("🪜 Pengingat")
    sari.sees("Tangga pengingat – SP 2026", "mengikuti aturan kantor", "✅ Saat batas")
    await sari.taps("✅ Saat batas")
    sari.sees("▫️ Saat batas", "memakai aturannya sendiri")
    for _ in range(2):
        await sari.taps("➕")
    sari.sees("Mendekati batas: 3 hari kerja")
    (task,) = await tasks(stage)
    assert task.ladder == {"due": False, "near_days": 3}
    await sari.taps("Ikuti aturan kantor")
    sari.sees("mengikuti aturan kantor", "Mendekati batas: 1 hari kerja")
    (before,) = await tasks(stage)
    await office[KASUBBAG].presses(f"1T:L{before.id}.0.due=0")
    assert await tasks(stage) == (before,), "whoever only does a step changes nothing"


async def test_the_office_sets_its_ladder_and_running_tasks_follow(
    office: dict[int, Chat], stage: Stage
) -> None:
    await begin(office[KABAG])
    admin = stage.chat(ADMIN, name="Pak Admin")
    await admin.says("/pengaturan")
    admin.sees("Pengingat tugas: tangga bawaan")
    await admin.taps("Pengingat tugas")
    await admin.taps("✅ Giliran tiba")
    admin.sees("▫️ Giliran tiba", "Perubahan terakhir", "Tangga pengingat, giliran tiba: ya → tidak")
    await admin.taps("✅ Ke atasannya lagi")
    for name in ("Mendekati batas", "Pagi hari batas", "Saat batas"):
        await admin.taps(f"✅ {name}")
    assert "Sedikitnya satu" in await admin.taps("✅ Terlambat")
    await passes(stage, "2026-03-02 08:45")
    assert office[KABIRO].last is None
    (task,) = await tasks(stage)
    async with stage.office.unit_of_work(writing=False) as work:
        rows = await work.reminders.pending(f"task:{task.id}")
    assert {row.rung for row in rows} == {"climb_1"}
    await admin.taps("Kembali ke bawaan")
    admin.sees("Ini tangga bawaan", "✅ Giliran tiba")
    await passes(stage, "2026-03-02 08:50")
    async with stage.office.unit_of_work(writing=False) as work:
        rows = await work.reminders.pending(f"task:{task.id}")
    assert {"due", "climb_1", "climb_2"} <= {row.rung for row in rows}


async def test_a_double_tap_on_start_opens_one_form(office: dict[int, Chat], stage: Stage) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    shown = sari.sees("Belum ada tugas")
    await sari.taps("Mulai tugas", on=shown)
    await sari.taps("Mulai tugas", on=shown)
    assert len([m for m in sari.all if "standar mana" in m.text]) == 1
    stage.clock.move(timedelta(minutes=1))
    await sari.taps("Mulai tugas", on=shown)
    assert len([m for m in sari.all if "standar mana" in m.text]) == 2


async def test_a_standard_of_another_unit_is_said_to_be_theirs(office: dict[int, Chat]) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("pelayanan kepada pimpinan")
    sari.sees("Pelayanan kepada Pimpinan", "dimulai oleh pejabat unitnya")
    await sari.says("1")
    sari.sees("Beri nama tugas ini")

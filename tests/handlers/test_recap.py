"""/rekap: numbers, picture and register for who leads a unit; hidden counts for everybody else."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.domain.messages import Outgoing
from bot.domain.posts import Tenure
from bot.domain.tickets import Act, TicketKind
from handlers.buttons import encode
from handlers.pictures.recap import Bar, Group, Sheet, Tile, folded, recap
from handlers.record_buttons import Records
from handlers.records.register import COLUMNS
from tests.cases import BIRO, CITIZEN, KABAG, KABIRO, TO_KABAG, acted, filed, staffed
from tests.telegram import Chat, Stage

SECRET_WORDS = "=HYPERLINK(0) Nama saya Budi Pelapor"


@pytest.fixture
async def busy(stage: Stage) -> Stage:
    """An office in which seven complaints came in, one about the Kepala Biro himself."""
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await staffed(work, now)
        for number in range(6):
            kind = TicketKind.MASUKAN if number == 5 else TicketKind.KELUHAN
            ticket = await filed(
                stage.office, work, now, f"d{number}", kind=kind, text=SECRET_WORDS
            )
            if number < 2:
                at = now + timedelta(hours=number * 24 * 9)
                ticket = await acted(stage.office, work, ticket, Act.ANSWER, KABAG, at)
                data = {"rating": 4}
                await acted(stage.office, work, ticket, Act.RATE, CITIZEN, at, data=data)
        about = replace(TO_KABAG, owner="deputi-x", barred=(BIRO,))
        await filed(stage.office, work, now, "about", placement=about)
        await work.commit()
    stage.clock.move(timedelta(hours=1))
    return stage


async def end_all(stage: Stage, person: int) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for tenure in (await work.posts.directory()).posts_of(person, now):
            ended: Tenure = replace(tenure, until=now)
            await work.posts.change(ended)
        await work.commit()


async def test_a_head_of_unit_gets_numbers_a_picture_and_a_button(busy: Stage) -> None:
    chief = busy.chat(KABIRO)
    await chief.says("/rekap")
    picture, numbers = chief.all[-2:]
    assert "Rekap Maret 2026" in numbers.text
    assert "Masuk: 6 (keluhan 5, masukan 1)" in numbers.text
    assert "Dijawab tepat waktu: 1; terlambat: 1" in numbers.text
    assert "Nilai: 4 dari 5, diberikan oleh 2 pelapor" in numbers.text
    assert "Belum selesai: 4" in numbers.text
    assert picture.upload is not None
    assert picture.upload.name == "rekap-2026-03.png"
    with Image.open(io.BytesIO(picture.upload.content)) as image:
        assert image.width == 1080
        assert 600 < image.height < 3000
        assert sum(image.size) <= 10_000


async def test_the_register_is_a_spreadsheet_without_words_and_people(busy: Stage) -> None:
    chief = busy.chat(KABIRO)
    await chief.says("/rekap")
    await chief.taps("Unduh .xlsx")
    shown = chief.last
    assert shown is not None
    assert shown.upload is not None
    assert shown.upload.name == "register-2026-03.xlsx"
    sheet = load_workbook(io.BytesIO(shown.upload.content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert len(rows[0]) == len(COLUMNS)
    assert rows[0][:3] == ("Nomor", "Diterima", "Jenis")
    assert len(rows) == 1 + 6
    first = rows[1]
    assert str(first[0]).startswith("PDU-")
    assert first[2] == "Keluhan"
    assert first[4] == "Kepala Bagian A"
    assert first[8] == "Ya"
    assert first[11] == 4
    everything = str(list(sheet.values))
    for secret in ("Budi", "HYPERLINK", str(CITIZEN)):
        assert secret not in everything
    assert await chief.taps("Unduh .xlsx") == "", "a double tap sends it once"
    assert chief.last is shown


async def test_the_right_is_checked_when_the_file_is_asked_for_and_when_it_is_made(
    busy: Stage,
) -> None:
    chief, citizen = busy.chat(KABIRO), busy.chat(CITIZEN)
    forged = encode(Records("x", "2026-03"))
    await citizen.presses(forged)
    citizen.sees("hanya untuk pimpinan unit")
    assert busy.telegram.uploads == []
    now = busy.clock.now()
    async with busy.office.unit_of_work() as work:
        what = {"person": CITIZEN, "period": "2026-03", "language": "id"}
        payload = {"chat_id": CITIZEN, "document": {"_register": what}, "_instead": "tidak bisa"}
        await work.outbox.queue(Outgoing(CITIZEN, "sendDocument", payload), now)
        await work.commit()
    await busy.settle()
    citizen.sees("tidak bisa")
    await chief.says("/rekap")
    await end_all(busy, KABIRO)
    await chief.taps("Unduh .xlsx")
    chief.sees("hanya untuk pimpinan unit")


@pytest.mark.parametrize("person", [CITIZEN, KABAG])
async def test_everybody_else_gets_public_figures_with_small_counts_hidden(
    busy: Stage, person: int
) -> None:
    chat = busy.chat(person)
    await chat.says("/rekap")
    shown = chat.sees("Angka publik Maret 2026", "Masuk: 7", "Jumlah kecil disembunyikan")
    assert "Masukan: disembunyikan" in shown.text
    assert "Keluhan: disembunyikan" in shown.text, "else the small one could be reckoned"
    assert "Kepala Bagian" not in shown.text
    assert shown.buttons == []
    assert busy.telegram.uploads == []


async def test_a_head_of_unit_can_look_at_the_public_figures_and_at_other_months(
    busy: Stage,
) -> None:
    chief = busy.chat(KABIRO)
    await chief.says("/rekap publik")
    chief.sees("Angka publik", "Masuk: 7")
    await chief.says("/rekap bulan lalu")
    shown = chief.sees("Rekap Februari 2026", "Belum ada pengaduan")
    assert shown.buttons == []
    await chief.says("/summary 2026")
    chief.sees("Rekap tahun 2026", "Masuk: 6")
    await chief.says("/rekap kapan-kapan")
    chief.sees("kapan-kapan", "/rekap Oktober")


async def test_in_a_group_only_public_figures_are_shown(busy: Stage) -> None:
    group: Chat = busy.group(KABIRO)
    await group.says("/rekap@PanduBot")
    group.sees("chat pribadi")
    await group.says("/rekap@PanduBot publik")
    group.sees("Angka publik")


def test_the_picture_holds_whatever_it_is_given() -> None:
    long = "Kepala Bagian " * 30
    many = folded([Bar(f"{long}{n}", n) for n in range(40)], "Lainnya")
    assert len(many) == 6
    assert sum(bar.count for bar in many) == sum(range(40))
    sheet = Sheet(long, long, (Tile("100000", long),) * 4, (Group(long, many), Group("", ())))
    with Image.open(io.BytesIO(recap(sheet))) as image:
        assert image.width == 1080

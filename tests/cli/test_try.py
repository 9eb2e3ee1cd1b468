"""pandu try: what it refuses, in one clear line, and what it leaves alone."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.cli.try_ import only_one_in
from handlers.office_time import OfficeTime
from handlers.sample_office import residents
from knowledge.library import Library, shipped_documents

from .conftest import Pandu

WIB = ZoneInfo("Asia/Jakarta")


@pytest.mark.parametrize("listen", ["8000", "127.0.0.1:", "127.0.0.1:x", ":80", "127.0.0.1:70000"])
def test_what_is_no_address_is_named(pandu: Pandu, listen: str) -> None:
    ended = pandu("try", "--listen", listen)
    assert ended.status == 2
    assert f"{listen} bukan HOST:PORT" in ended.complaint


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "bot.example.go.id", "[::]"])  # noqa: S104
def test_another_address_than_this_machine_s_is_refused(pandu: Pandu, host: str) -> None:
    ended = pandu("try", "--listen", f"{host}:8000")
    assert ended.status == 2
    assert "hanya untuk mesin ini" in ended.complaint


def test_a_port_that_is_taken_is_named_with_a_way_out(pandu: Pandu) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = pandu("try", "--listen", f"127.0.0.1:{port}")
    assert ended.status == 2
    assert f"--listen 127.0.0.1:{port + 1}" in ended.complaint


def test_a_second_one_on_the_same_data_is_refused(pandu: Pandu) -> None:
    with only_one_in(Path("data/try").absolute()):
        ended = pandu("try", "--listen", "127.0.0.1:0")
    assert ended.status == 2
    assert "sudah berjalan" in ended.complaint


def test_a_folder_that_is_a_file_is_named(pandu: Pandu) -> None:
    Path("data").mkdir()
    Path("data/try").write_text("in the way", "utf-8")
    ended = pandu("try", "--listen", "127.0.0.1:0")
    assert ended.status == 2
    assert "PANDU_DATA_DIR" in ended.complaint


def test_damaged_data_are_named(pandu: Pandu) -> None:
    Path("data/try/telegram").mkdir(parents=True)
    Path("data/try/telegram/town.json").write_text("{", "utf-8")
    ended = pandu("try", "--listen", "127.0.0.1:0")
    assert ended.status == 2
    assert "town.json" in ended.complaint


def test_the_lock_is_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        with only_one_in(tmp_path):
            pass
    with closing(sqlite3.connect(tmp_path / "lock", timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")


def test_the_officials_of_a_standard_without_a_chain_are_nobody_s() -> None:
    assert [one.role for one in residents([])] == [
        "Pegawai", "Pelapor", "Kepala Bagian", "Kepala Biro", "Admin",
    ]  # fmt: skip


def test_the_officials_hold_posts_of_the_standards() -> None:
    library, _ = Library.load([shipped_documents()])
    roles = {one.username: one.role for one in residents(library[key] for key in library)}
    assert roles["kepala_biro"].startswith("Kepala Biro Organisasi, Tata Laksana")
    assert roles["kepala_bagian"] == "Kepala Bagian Tata Laksana"


def test_the_time_goes_forward_is_kept_and_can_be_reset(tmp_path: Path) -> None:
    time = OfficeTime(WIB, tmp_path / "ahead")
    told: list[datetime] = []
    time.moved = lambda: told.append(time.now())
    time.move(time.now() + timedelta(days=3))
    assert len(told) == 1
    again = OfficeTime(WIB, tmp_path / "ahead")
    assert timedelta() <= again.now() - told[0] < timedelta(minutes=1)
    again.reset()
    assert OfficeTime(WIB, tmp_path / "ahead").now() < told[0]


@pytest.mark.parametrize("text", ["", "soon", "1e999", "nan", "\xff"])
def test_a_damaged_time_is_the_machine_s(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ahead"
    file.write_bytes(text.encode("latin-1"))
    ahead = OfficeTime(WIB, file).clock.ahead
    assert ahead == timedelta()


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-22 10:00", "2026-11-23 07:30"),  # Sunday
        ("2026-11-23 06:00", "2026-11-23 07:30"),
        ("2026-11-23 07:30", "2026-11-24 07:30"),
        ("2026-11-27 16:45", "2026-11-30 07:30"),  # Friday
    ],
)
def test_the_next_working_morning(tmp_path: Path, now: str, morning: str) -> None:
    time = OfficeTime(WIB, tmp_path / "ahead")
    far = timedelta(days=7 * 500)  # the clock only moves forward: the same weekday, much later
    time.clock.set(datetime.fromisoformat(now).replace(tzinfo=WIB) + far)
    assert time.next_morning() == datetime.fromisoformat(morning).replace(tzinfo=WIB) + far


def test_the_next_working_morning_is_none_of_a_holiday(tmp_path: Path) -> None:
    time = OfficeTime(WIB, tmp_path / "ahead")
    time.clock.set(datetime(2036, 12, 24, 16, 30, tzinfo=WIB))
    assert time.next_morning() == datetime(2036, 12, 26, 7, 30, tzinfo=WIB)


async def test_no_message_that_waits_is_no_reminder(tmp_path: Path) -> None:
    time = OfficeTime(WIB, tmp_path / "ahead")
    assert await time.next_reminder() is None
    later = time.now() + timedelta(hours=2)

    async def due() -> datetime:
        return later

    time.due = due
    assert await time.next_reminder() == later
    time.clock.set(later + timedelta(hours=1))
    assert await time.next_reminder() is None

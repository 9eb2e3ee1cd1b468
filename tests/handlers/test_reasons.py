"""Why a deadline is that instant, in both languages: quote, start, formula, days, what is open."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.plans.model import Plan, PlanInputs
from bot.domain.plans.planner import plan_of
from bot.domain.working_time.calendar import office_calendar
from bot.domain.working_time.days import DayOff, SkippedDay
from handlers import reasons
from handlers.markup import plain
from handlers.reasons import Reasons, SkippedRun, skipped_runs
from handlers.texts import FOLDER, LANGUAGES, office_texts
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.telegram_rules import shown

WIB = ZoneInfo("Asia/Jakarta")

TEXT = """
STANDAR PELAYANAN PEMINJAMAN RUANG <RAPAT>
Bagian Kedua
A. Dasar Hukum
1. Peraturan Menteri Nomor 5 Tahun 2020
B. Prosedur Pelayanan
1. Petugas menerima permohonan (15 menit/berkas).
2. Kepala Bagian memeriksa (1- 3 hari).
3. Petugas menyiapkan ruang (2 hari).
a. membersihkan (5 hari)
b. menata kursi
4. Petugas menata dokumen (10 dokumen perhari).
5. Apabila perlu, petugas memesan konsumsi (1 minggu).
6. Pemohon mengirim daftar hadir (H-7).
7. Unit kerja menjawab (selambat-lambatnya 3 hari setelah surat diterima).
8. Pimpinan menandatangani.
9. Petugas mengarsipkan (1 bulan).
10. Petugas menjawab keluhan (3 x 24 jam).
11. Petugas rapat (2 kali @ 5 jam).
C. Biaya
Tidak dipungut biaya.
D. Pengaduan
Pengaduan disampaikan kepada Kepala Biro Umum.
"""


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    (found,) = read_text(TEXT, "ruang.txt")
    assert [step.number for step in found.steps] == [str(n) for n in range(1, 12)]
    return found


def plan(standard: ServiceStandard, **more: object) -> Plan:
    inputs = PlanInputs(datetime(2026, 12, 21, 7, 30, tzinfo=WIB), **more)  # type: ignore[arg-type]
    return plan_of(standard, inputs, office_calendar(WIB))


def why(found: Plan, number: str, language: str = "id") -> str:
    step = found.step(number)
    assert step is not None
    sentences = Reasons(office_texts(), language).why(step)
    for sentence in sentences:
        assert shown(sentence).strip() == plain(sentence), "it must be fit for Telegram"
    return "\n".join(map(plain, sentences))


def test_a_deadline_tells_quote_start_formula_and_days_with_names(
    standard: ServiceStandard,
) -> None:
    found = plan(standard, counts={"berkas": 3})
    assert why(found, "1") == (
        "Naskah: “15 menit/berkas” (Bagian Kedua B.1).\n"
        "Dihitung dari mulainya rencana, Senin, 21 Desember 2026, 07.30.\n"
        "Hitungan: 15 menit × 3 berkas = 45 menit kerja.\n"
        "Jam kerja yang dihitung, tanpa istirahat: Senin, 21 Desember 2026 pukul 07.30–08.15."
    )
    told = why(found, "2")
    assert "Dihitung dari berakhirnya langkah 1, Senin, 21 Desember 2026, 08.15." in told
    assert "Hari ke-1 Selasa, 22 Desember 2026; hari ke-3 Senin, 28 Desember 2026" in told
    assert "Kamis, 24 Desember 2026 (Cuti Bersama Hari Raya Natal)" in told
    assert "26–27 Des 2026 (akhir pekan)" in told
    assert "ujung bawahnya Selasa, 22 Desember 2026, 16.00" in told


def test_the_same_in_english(standard: ServiceStandard) -> None:
    told = why(plan(standard), "1", "en")
    assert "The text: “15 menit/berkas” (Bagian Kedua B.1)." in told
    assert "Formula: 15 menit × 1 berkas = 15 working minutes. How many berkas" in told
    assert "Counted from the start of the plan, Monday, December 21, 2026, 07:30." in told


def test_each_basis_has_its_sentence(standard: ServiceStandard) -> None:
    found = plan(standard)
    assert "Sublangkah 3.a baru berakhir" in why(found, "3")
    assert "Naskah tidak menetapkan waktu untuk langkah ini" in why(found, "3.b")
    assert "1 dokumen : 10 per hari, dibulatkan ke atas = 1 hari kerja" in why(found, "4")
    assert "Hitungan: 1 minggu = 5 hari kerja." in why(found, "5")
    assert "Waktunya dihitung dari “Hari H”, yang belum dilaporkan" in why(found, "6")
    assert "“surat diterima”, yang belum dilaporkan" in why(found, "7")
    assert "Tanggal yang sama pada bulan itu" in why(found, "9")
    assert "3 kali × 24 jam = 72 jam terus-menerus" in why(found, "10")
    assert "2 kali × 5 jam = 10 jam kerja" in why(found, "11")


def test_what_was_reported_is_named(standard: ServiceStandard) -> None:
    events = {
        "6": date(2027, 2, 17),
        "7": datetime(2027, 2, 15, 9, tzinfo=WIB),
        "8": date(2027, 2, 19),
    }
    found = plan(standard, events=events)
    assert (
        "Dihitung dari Hari H, Rabu, 17 Februari 2027: 7 hari sebelumnya; bila bukan hari kerja,"
        " mundur ke hari kerja sebelumnya." in why(found, "6")
    )
    assert "Dihitung dari “surat diterima”, Senin, 15 Februari 2027, 09.00." in why(found, "7")
    assert "Tanggal ini diisi sendiri (Jumat, 19 Februari 2027)" in why(found, "8")


def test_a_date_that_falls_on_a_day_off_tells_to_where_it_moves(standard: ServiceStandard) -> None:
    found = plan(standard, events={"8": date(2027, 1, 27)})
    told = why(found, "9")
    assert "Sabtu, 27 Februari 2027 di luar waktu kerja, jadi maju ke Senin, 1 Maret 2027" in told


def test_a_deadline_before_its_turn_is_told(standard: ServiceStandard) -> None:
    found = plan(standard, events={"6": date(2026, 12, 30)})
    assert "jatuh sebelum gilirannya tiba" in why(found, "6")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_question_and_warning_has_words(
    standard: ServiceStandard, language: str
) -> None:
    words = Reasons(office_texts(), language)
    found = plan(standard)
    questions = [plain(words.question(need)) for need in found.needs]
    assert len(set(questions)) == len(found.needs) == 5
    assert any("berkas" in question and "1" in question for question in questions)
    assert any("“perlu”" in question for question in questions)
    late = plan_of(standard, PlanInputs(datetime(2028, 1, 20, 8, tzinfo=WIB)), office_calendar(WIB))
    told = [plain(words.warning(warning)) for warning in late.warnings]
    assert any("2028" in text for text in told)
    assert any("Tahun Baru Imlek" in text for text in told)


def test_days_off_of_one_name_in_a_row_are_one() -> None:
    days = [SkippedDay(date(2026, 11, day), DayOff.WEEKEND) for day in (21, 22, 28, 29)]
    days.insert(2, SkippedDay(date(2026, 11, 23), DayOff.CLOSED, "HUT"))
    assert list(skipped_runs(days)) == [
        SkippedRun(date(2026, 11, 21), date(2026, 11, 22), "", estimated=False),
        SkippedRun(date(2026, 11, 23), date(2026, 11, 23), "HUT", estimated=False),
        SkippedRun(date(2026, 11, 28), date(2026, 11, 29), "", estimated=False),
    ]
    assert list(skipped_runs([])) == []


def _asked() -> Iterator[str]:
    """Yield the sentences that the code asks for, those put together of two parts too."""
    yield from ("trouble_outlasts", "trouble_too_late")
    yield from ("warning_cuti_bersama", "warning_holiday", "warning_season")
    for node in ast.walk(ast.parse(Path(reasons.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Constant) and re.fullmatch(r"(why|need)_\w+", str(node.value)):
            yield str(node.value)


def test_every_sentence_is_asked_for_and_each_that_is_asked_for_exists() -> None:
    text = (FOLDER / "id" / "plans.j2").read_text("utf-8")
    macros = {name for name in re.findall(r"macro (\w+)\(", text) if not name.startswith("_")}
    assert macros == set(_asked())

"""Every form in which the documents, and others of their kind, set a time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Duration, Offset, Rate, TimeUnit
from knowledge.reading.durations import find_duration, parse_duration

MENIT, JAM, HARI = TimeUnit.MENIT, TimeUnit.JAM, TimeUnit.HARI
MINGGU, BULAN = TimeUnit.MINGGU, TimeUnit.BULAN


def d(text: str, amount: str, unit: TimeUnit, **more: object) -> Duration:
    return Duration(text, Decimal(amount), unit, **more)  # type: ignore[arg-type]


BRACKETS = [
    d("2 han", "2", HARI),
    d("l0 menlt", "10", MENIT),
    d("3 harl kerja", "3", HARI, calendar="working"),
    d("antara 1 sampai 3 hari", "3", HARI, minimum=Decimal(1)),
    d("1 hari s/d 2 minggu", "2", MINGGU, minimum=Decimal("0.2")),
    d("@ 30 menit/orang", "30", MENIT, per="orang"),
    d("masing-masing 1 hari", "1", HARI),
    d("14 hari takwim", "14", HARI, calendar="calendar"),
    d("60 menit/10 berkas", "60", MENIT, per="10 berkas"),
    d("1 hari per 10 berkas", "1", HARI, per="10 berkas"),
    d("1 hari untuk dalam kota, 3 hari untuk luar kota", "3", HARI, minimum=Decimal(1)),
    d("dalam kota 1 hari kalender; luar kota 3 hari kalender", "3", HARI, calendar="calendar",
      minimum=Decimal(1)),
    d("7 hari kerja dan dapat diperpanjang 7 hari kerja", "7", HARI, calendar="working"),
    d("2 hari, paling lama 1 minggu", "2", HARI),
    d("estimasi 10 menit", "10", MENIT),
    d("10'", "10", MENIT),
    d("l5 menit", "15", MENIT),
    d("1O menit", "10", MENIT),
    d("l hari kerja", "1", HARI, calendar="working"),
    d("3 hari", "3", HARI),
    d("2 minggu", "2", MINGGU),
    d("30 menit", "30", MENIT),
    d("1 jam", "1", JAM),
    d("1 Minggu", "1", MINGGU),
    d("2,5 jam", "2.5", JAM),
    d("1.5 jam", "1.5", JAM),
    d("1½ jam", "1.5", JAM),
    d("1 1/2 jam", "1.5", JAM),
    d("½ hari", "0.5", HARI),
    d("setengah hari", "0.5", HARI),
    d("dua hari", "2", HARI),
    d("sehari", "1", HARI),
    d("seminggu", "1", MINGGU),
    d("1 (satu) tahun", "12", BULAN),
    d("2 triwulan", "6", BULAN),
    d("30 detik", "0.5", MENIT),
    d("5 kali pembahasan masing 2,5 jam", "2.5", JAM, times=5),
    d("2 kali rapat kerja masing-masing 3 hari", "3", HARI, times=2),
    d("2 kali @ 2,5 jam/unit kerja", "2.5", JAM, times=2, per="unit kerja"),
    d("2 kali @ 3 hari/satuan organisasi", "3", HARI, times=2, per="satuan organisasi"),
    d("30 menit - 1 hari", "1", HARI),
    d("0,5 hari sebelum acara", "0.5", HARI),
    d("2 x 3 jam", "3", JAM, times=2),
    d("2 jam 30 menit", "2.5", JAM),
    d("1 jam dan 15 menit", "1.25", JAM),
    d("3 x 24 jam", "24", JAM, times=3, calendar="calendar"),
    d("2 jam/draf", "2", JAM, per="draf"),
    d("3 hari/rapat kerja", "3", HARI, per="rapat kerja"),
    d("10 menit per berkas", "10", MENIT, per="berkas"),
    d("1 jam untuk setiap dokumen", "1", JAM, per="dokumen"),
    d("1- 3 hari", "3", HARI, minimum=Decimal(1)),
    d("1-3 hari", "3", HARI, minimum=Decimal(1)),
    d("30 s.d. 60 menit", "60", MENIT, minimum=Decimal(30)),
    d("5 s/d 7 hari kerja", "7", HARI, minimum=Decimal(5), calendar="working"),
    d("2 sampai dengan 3 minggu", "3", MINGGU, minimum=Decimal(2)),
    d("30 menit - 1 jam", "1", JAM, minimum=Decimal("0.5")),
    d("3 (tiga) hari kerja", "3", HARI, calendar="working"),
    d("1 hari kerja", "1", HARI, calendar="working"),
    d("paling lama 14 hari kalender", "14", HARI, calendar="calendar", bound="max"),
    d("paling lambat 3 hari", "3", HARI, bound="max"),
    d("maksimal 2 jam", "2", JAM, bound="max"),
    d("± 2 jam", "2", JAM),
    d("sekitar 15 menit", "15", MENIT),
    d(
        "selambat-lambatnya 3 hari setelah memorandum diterima",
        "3",
        HARI,
        bound="max",
        after="memorandum diterima",
    ),
    d("7 hari sejak permohonan diterima lengkap", "7", HARI, after="permohonan diterima lengkap"),
    d("3 hari kerja apabila berkas lengkap", "3", HARI, calendar="working"),
    Duration(
        "15 standar pelayanan/SOP perhari", rate=Rate(Decimal(15), "standar pelayanan/SOP", HARI)
    ),
    Duration("20 berkas per hari", rate=Rate(Decimal(20), "berkas", HARI)),
    Duration("H-7", offset=Offset(-7, HARI, "calendar", "Hari H")),
    Duration("H+3", offset=Offset(3, HARI, "calendar", "Hari H")),
    Duration("paling lambat H-3", bound="max", offset=Offset(-3, HARI, "calendar", "Hari H")),
    Duration(
        "3 hari sebelum pelaksanaan", offset=Offset(-3, HARI, "working", "pelaksanaan")
    ),
    Duration(
        "7 hari kalender sebelum acara", offset=Offset(-7, HARI, "calendar", "acara")
    ),
    Duration("2 kali/tahun", frequency="2 kali/tahun"),
    Duration("minimal sekali dalam setahun", frequency="minimal sekali dalam setahun"),
]  # fmt: skip

NO_TIMES = [
    "upload",
    "*upload*",
    "jika diperlukan",
    "Kepmensesneg",
    "SOP",
    "tiga",
    "2",
    "2 lembar",
    "5 (lima) orang",
    "Pasal 3 ayat (2)",
    "dapat bekerjasama dengan pihak-pihak terkait",
    "langsung diserahkan kepada pimpinan",
    "hari H",
    "",
    "21 sasaran",
    "13 Desember 2004",
    "3 harimau",
]


@pytest.mark.parametrize("expected", BRACKETS, ids=lambda e: e.text)
def test_a_bracket_is_read_whole(expected: Duration) -> None:
    assert parse_duration(expected.text) == expected
    text = f"Memeriksa draf ({expected.text}):"
    assert find_duration(text) == (expected, (15, len(text) - 1))


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_brackets_are_no_times(text: str) -> None:
    assert parse_duration(text) is None
    assert find_duration(f"Mengunggah berkas ({text}) ke situs") is None


IN_PROSE = [
    (
        "Pimpinan menyampaikan usulan kepada Kepala Biro selambat-lambatnya 1 minggu setelah"
        " memorandum diterima.",
        d(
            "selambat-lambatnya 1 minggu setelah memorandum diterima",
            "1",
            MINGGU,
            bound="max",
            after="memorandum diterima",
        ),
    ),
    ("Memberi arahan (30 menit). Arahan tersebut dapat lisan.", d("30 menit", "30", MENIT)),
    (
        "Memeriksa berkas paling lama 3 (tiga) hari kerja sejak berkas lengkap, lalu meneruskan",
        d(
            "paling lama 3 (tiga) hari kerja sejak berkas lengkap",
            "3",
            HARI,
            bound="max",
            calendar="working",
            after="berkas lengkap",
        ),
    ),
    (
        "Menjawab laporan 1 (satu) x 24 (dua puluh empat) jam",
        d("1 (satu) x 24 (dua puluh empat) jam", "24", JAM, times=1, calendar="calendar"),
    ),
    ("Rapat dilaksanakan selama 2 jam di ruang rapat", d("selama 2 jam", "2", JAM)),
    ("Memeriksa konsep - 15 menit", d("15 menit", "15", MENIT)),
    ("Memeriksa konsep: 15 menit.", d("15 menit", "15", MENIT)),
    ("Menyusun laporan (*draft*) (2 hari):", d("2 hari", "2", HARI)),
    ("Menyiapkan 5 (lima) rangkap dokumen (1 jam)", d("1 jam", "1", JAM)),
    (
        "Undangan dikirim H-3 kepada peserta",
        Duration("H-3", offset=Offset(-3, HARI, "calendar", "Hari H")),
    ),
    ("Rapat diadakan 2 kali/tahun di kantor", Duration("2 kali/tahun", frequency="2 kali/tahun")),
]


@pytest.mark.parametrize(("text", "expected"), IN_PROSE, ids=[t[:30] for t, _ in IN_PROSE])
def test_a_time_in_running_text(text: str, expected: Duration) -> None:
    found = find_duration(text)
    assert found is not None
    assert found[0] == expected
    assert expected.text in text[slice(*found[1])]


@pytest.mark.parametrize(
    "text",
    [
        "Dikategorikan ke dalam 21 sasaran stratejik",
        "Peraturan Nomor 3 Tahun 2015",
        "Pembahasan ke-1: Pembahasan rencana kerja",
        "Diselenggarakan pada hari dan jam kerja kedinasan",
        "Evaluasi atas satu tahun anggaran yang lalu",
        "Pemohon membayar tarif (kode bayar berlaku 1 x 24 jam)",
        "Petugas memberi kartu yang berlaku selama 5 (lima) hari kerja",
        "Barang yang tidak diambil dalam waktu 6 (enam) bulan sejak putusan diberitahukan",
    ],
)
def test_numbers_in_running_text_are_no_times(text: str) -> None:
    assert find_duration(text) is None


def test_an_endless_condition_is_cut_between_words() -> None:
    found = find_duration("Paling lama 3 hari setelah " + "memorandum " * 40)
    assert found is not None
    assert found[0].amount == Decimal(3)
    assert found[0].text.endswith(" memorandum")
    assert len(found[0].text) < 200


@given(st.text(alphabet="0123456789 ,.()@/-±½satujmenhrikldbpuxkH", max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_duration(text)
    if found:
        assert found[0].text.strip("() ") in text


@given(
    amount=st.integers(1, 500),
    unit=st.sampled_from(list(TimeUnit)),
    calendar=st.sampled_from(["", " kerja", " kalender"]),
    bound=st.sampled_from(["", "paling lama ", "maksimal "]),
)
def test_what_is_written_is_what_is_read(
    amount: int, unit: TimeUnit, calendar: str, bound: str
) -> None:
    duration = parse_duration(f"{bound}{amount} {unit.value}{calendar}")
    assert duration is not None
    assert duration.amount == Decimal(amount)
    assert duration.unit is unit
    assert duration.calendar == {"": None, " kerja": "working", " kalender": "calendar"}[calendar]
    assert duration.bound == ("max" if bound else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penandatanganan surat oleh Camat [1 hari]", d("1 hari", "1", HARI)),
        ("Pemohon menerima kartu | 5 menit", d("5 menit", "5", MENIT)),
        ("Lurah menandatangani surat 10 menit", d("10 menit", "10", MENIT)),
        ("Petugas mencatat 5 (lima) menit.", d("5 (lima) menit", "5", MENIT)),
        ("Petugas mengunggah [draf akhir]", None),
        ("Arsip diperiksa setiap 3 hari", None),
        ("Berkas yang tersimpan lebih dari 3 hari", None),
        ("Petugas mencatat dua kali sehari", None),
    ],
)
def test_a_time_at_the_end_of_a_line_or_in_square_brackets(
    text: str, expected: Duration | None
) -> None:
    found = find_duration(text)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Petugas memeriksa berkas, 15 menit. Berkas yang kurang disusulkan 3 hari kalender.", 15),
        ("Petugas memeriksa berkas, 15 menit.", 15),
    ],
)
def test_the_time_that_ends_the_first_sentence_is_the_steps_own(text: str, amount: int) -> None:
    found = find_duration(text)
    assert found is not None
    assert found[0].amount == amount


def test_being_on_call_is_no_time_that_a_step_takes() -> None:
    assert find_duration("Keluarga menghubungi operator di nomor yang siaga 24 jam.") is None

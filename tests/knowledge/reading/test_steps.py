"""Steps in other forms than a numbered list with times in brackets."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.model import Facet, ProcedureStep, ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.alternatives import Fork, arranged

FRAME = "STANDAR PELAYANAN UJI\n\nA. Persyaratan\n1. KTP\n\nB. Prosedur\n{}\n\nC. Biaya\nGratis\n"


def read(lines: str) -> ServiceStandard:
    (standard,) = read_text(FRAME.format(lines), "uji.txt")
    return standard


def shape(step: ProcedureStep) -> tuple[str, tuple[str, ...], str | None]:
    return step.text, step.actors, step.duration.text if step.duration else None


@pytest.mark.parametrize(
    ("lines", "actors", "time"),
    [
        ("1. Petugas memeriksa berkas\nWaktu: 10 menit", ("Petugas",), "10 menit"),
        ("1. Petugas memeriksa berkas\n- Waktu : 1 hari kerja", ("Petugas",), "1 hari kerja"),
        ("1. Memeriksa berkas\nPelaksana: PPID\nDurasi: 1 jam", ("PPID",), "1 jam"),
        ("1. Memeriksa berkas\nPelaksana: PPID; Waktu: 15 menit", ("PPID",), "15 menit"),
        ("1. Memeriksa berkas\nPelaksana: Lurah dan Camat\nOutput: Kartu", ("Lurah", "Camat"), None),
        (
            "1. PPID menyiapkan informasi\nWaktu: paling lama 10 (sepuluh) hari kerja",
            ("PPID",),
            "paling lama 10 (sepuluh) hari kerja",
        ),
        ("1. Petugas mencatat (5 menit)\nWaktu: 10 menit", ("Petugas",), "5 menit"),
        ("1. Petugas mencatat\nPelaksana: -", ("Petugas",), None),
    ],
)  # fmt: skip
def test_labelled_lines_tell_the_time_and_the_doer(
    lines: str, actors: tuple[str, ...], time: str | None
) -> None:
    (step,) = read(lines).steps
    assert shape(step)[1:] == (actors, time)
    assert not any(note.duration for note in step.notes)


STAGES = [
    (
        "Langkah 1: Petugas memeriksa berkas (5 menit)\nLangkah 2: Lurah menandatangani surat",
        [("1", "Petugas memeriksa berkas (5 menit)"), ("2", "Lurah menandatangani surat")],
    ),
    (
        "Tahap 1\nPetugas memeriksa berkas\nTahap 2\nPetugas mencetak kartu",
        [("1", "Petugas memeriksa berkas"), ("2", "Petugas mencetak kartu")],
    ),
    (
        "Tahap I: Pendaftaran\n1. Petugas mencatat\nTahap II: Cetak\n1. Petugas mencetak",
        [("1", "Pendaftaran"), ("1.1", "Petugas mencatat"), ("2", "Cetak"), ("2.1", "Petugas mencetak")],
    ),
    ("1. Langkah pertama dicatat\n2. Tahap 2 dimulai", [("1", "Langkah pertama dicatat"), ("2", "Tahap 2 dimulai")]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), STAGES, ids=[s[0][:30] for s in STAGES])
def test_stages_are_steps(lines: str, expected: list[tuple[str, str]]) -> None:
    standard = read(lines)
    assert [(s.number, s.text) for s in standard.walk_steps()] == expected
    assert standard.warnings == ()


def test_a_procedure_without_steps_is_warned_of() -> None:
    standard = read("Pemohon mengajukan berkas.\n\nPetugas memeriksa berkas.")
    assert standard.steps == ()
    assert standard.warnings == ("no_steps: B. Prosedur",)


def test_every_procedure_gives_steps() -> None:
    standard = read(
        "1. Petugas memeriksa\n2. Petugas mencetak\n\nC. Prosedur Perpanjangan\n1. Operator mencetak kartu"
        "\na. Operator memotong kartu"
    )
    found = [(s.number, s.source.section) for s in standard.walk_steps()]
    assert found == [("1", "B.1"), ("2", "B.2"), ("C.1", "C.1"), ("C.1.a", "C.1.a")]


def test_a_list_of_nothing_but_ones_is_counted() -> None:
    """Markdown shows such a list as 1, 2, 3."""
    steps = read("1. Memeriksa\n1. Mencatat\n1. Menyerahkan").steps
    assert [(step.number, step.source.section) for step in steps] == [
        ("1", "B.1"), ("2", "B.2"), ("3", "B.3"),
    ]  # fmt: skip


def test_a_repeated_letter_stays_as_it_is_printed() -> None:
    steps = read("1. Memeriksa\n   a. surat\n   a. lampiran").steps
    assert [step.number for step in steps[0].steps] == ["1.a", "1.a"]


def test_lists_that_begin_anew_keep_every_step_apart() -> None:
    lines = (
        "Tahap Pendaftaran\n1. Pemohon menyerahkan sampel (10 menit)\n2. Petugas mencatat sampel\n"
        "Tahap Pengujian\n1. Analis menguji sampel (2 hari)\n2. Kepala Seksi menandatangani hasil\n"
    )
    steps = read(lines).steps
    assert [(step.number, step.text.split()[0]) for step in steps] == [
        ("1", "Pemohon"), ("2", "Petugas"),
        ("Tahap Pengujian.1", "Analis"), ("Tahap Pengujian.2", "Kepala"),
    ]  # fmt: skip


SCANNED = """STANDAR PELAYANAN PEMINJAMAN BUKU

A. Persyaratan
l. Kartu anggota
2. Formulir

B. Prosedur
l. Pemohon mengisi formulir.
2. Pustakawan menyerahkan buku:
   l) buku baru
   2) buku lama
3. Pemohon menandatangani tanda terima.

C. Biaya
Gratis
"""


def test_a_list_whose_first_figure_was_scanned_as_a_letter_is_a_list() -> None:
    (standard,) = read_text(SCANNED, "x.txt")
    assert [s.number for s in standard.walk_steps()] == ["1", "2", "2.1", "2.2", "3"]
    assert standard.steps[0].original == "l. Pemohon mengisi formulir."
    requirements = standard.section(Facet.REQUIREMENTS)
    assert requirements is not None
    assert [item.mark for item in requirements.items] == ["1", "2"]
    assert [w for w in standard.warnings if "numbering" in w] == [
        "numbering: l (A)", "numbering: l (B)", "numbering: l (B)",
    ]  # fmt: skip


@pytest.mark.parametrize("left_out", ["", "k"])
def test_an_l_in_a_list_of_letters_is_a_letter(left_out: str) -> None:
    letters = [letter for letter in "abcdefghijklm" if letter != left_out]
    listed = "\n".join(f"{letter}. Petugas mencatat hal {letter}" for letter in letters)
    text = f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n{listed}\n"
    (standard,) = read_text(text, "x.txt")
    assert [s.number for s in standard.steps] == letters


TOLD = """Permohonan diproses sebagai berikut:
Pertama, pemohon mengisi formulir. Formulir ada di loket. Kedua, Pustakawan mencari buku dalam
waktu 10 menit. Ketiga, Kepala Seksi Layanan memeriksa kartu; selanjutnya, Pustakawan mencatat
peminjaman (5 menit).

Buku langka hanya dibaca di tempat.

Terakhir, pemohon menandatangani tanda terima."""


def test_a_procedure_told_in_sentences_has_steps() -> None:
    standard = read(TOLD)
    assert [
        (s.number, s.actors, s.duration.text if s.duration else None) for s in standard.steps
    ] == [
        ("1", ("pemohon",), None),
        ("2", ("Pustakawan",), "dalam waktu 10 menit"),
        ("3", ("Kepala Seksi Layanan",), None),
        ("4", ("Pustakawan",), "5 menit"),
        ("5", ("pemohon",), None),
    ]
    assert standard.steps[0].text == "pemohon mengisi formulir. Formulir ada di loket."
    assert standard.steps[0].original.startswith("Pertama, pemohon")
    assert [note.text for note in standard.steps[3].notes] == [
        "Buku langka hanya dibaca di tempat."
    ]
    procedure = standard.section(Facet.PROCEDURE)
    assert procedure is not None
    assert [item.text for item in procedure.items] == ["Permohonan diproses sebagai berikut:"]
    assert not [w for w in standard.warnings if w.startswith("no_steps")]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Pemohon datang ke loket. Kemudian Petugas mencatat. Setelah itu Camat menandatangani.",
         ["Pemohon datang ke loket.", "Petugas mencatat.", "Camat menandatangani."]),
        ("Pertama-tama Pemohon mendaftar. Lalu Petugas memanggil.",
         ["Pemohon mendaftar.", "Petugas memanggil."]),
        ("Langkah pertama, Petugas mencatat. Langkah kedua: Camat memeriksa.",
         ["Petugas mencatat.", "Camat memeriksa."]),
        ("Petugas mencatat.\n\nSelanjutnya Camat memeriksa.\n\nAkhirnya Petugas mengarsipkan.",
         ["Petugas mencatat.", "Camat memeriksa.", "Petugas mengarsipkan."]),
    ],
)  # fmt: skip
def test_words_of_order_tell_steps_apart(text: str, steps: list[str]) -> None:
    assert [step.text for step in read(text).steps] == steps


@pytest.mark.parametrize(
    "text",
    [
        "Kedua belah pihak menandatangani. Selanjutnya disebut Pemohon.",
        "Lalu lintas diatur petugas. Permohonan diterima di loket.",
        "Pemohon datang. Kemudian Petugas mencatat.",
        "Prosedur mengikuti ketentuan yang berlaku.",
    ],
)
def test_other_sentences_are_no_steps(text: str) -> None:
    assert read(text).steps == ()


def test_bullets_below_a_step_that_all_set_a_time_are_steps() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n1. Petugas menyiapkan obat:\n{}\n"
        "2. Petugas menyerahkan obat\n"
    )
    (timed,) = read_text(
        text.format("- obat jadi: paling lama 30 menit;\n- racikan: paling lama 60 menit."), "x.txt"
    )
    assert [(s.number, s.duration and s.duration.amount) for s in timed.walk_steps()] == [
        *(("1", None), ("1.1", 30), ("1.2", 60), ("2", None))
    ]
    (bare,) = read_text(text.format("- obat jadi: 30 menit;\n- obat racikan"), "x.txt")
    assert [s.number for s in bare.walk_steps()] == ["1", "2"]
    assert len(bare.steps[0].details) == 2


def test_a_list_that_goes_on_below_a_second_subheading_keeps_its_numbers() -> None:
    text = (
        "# STANDAR PELAYANAN X\n\n## Persyaratan\n\n- KTP\n\n## Prosedur\n\n### Pengajuan\n\n"
        "1. Pemohon mengisi formulir.\n2. Petugas memeriksa berkas (5 menit).\n\n### Penetapan\n\n"
        "3. Camat menandatangani surat (1 jam).\n"
    )
    (standard,) = read_text(text, "uji.md")
    assert [step.number for step in standard.steps] == ["1", "2", "3"]
    assert standard.warnings == ()


def test_bullets_that_are_cases_of_a_step_are_its_branches() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n1. Petugas Verifikasi memeriksa "
        "data (1 hari kerja).\n- Apabila ditemukan data ganda, Kepala Seksi memeriksa berkas.\n"
        "- Apabila tidak ada masalah, permohonan dilanjutkan.\n2. Camat menyetujui (2 jam).\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert [step.number for step in standard.walk_steps()] == ["1", "1.1", "1.2", "2"]
    assert isinstance(arranged(standard.steps[0].steps, standard.steps[0])[0], Fork)


def test_the_doer_of_a_branch_stands_behind_its_case() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n1. Tim Verifikasi memeriksa.\n"
        "a. Dokumen tidak sesuai: orang tua memperbaiki dokumen.\n"
        "b. Dokumen sesuai: Operator Sekolah menerbitkan bukti.\n"
        "2. Murid yang diterima melakukan daftar ulang.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert [step.actors for step in standard.walk_steps()] == [
        *(("Tim Verifikasi",), ("orang tua",), ("Operator Sekolah",), ("Murid",))
    ]


def test_bullets_that_tell_kinds_with_their_times_are_steps_of_which_one_is_taken() -> None:
    (standard,) = read_text(
        "# Standar Pelayanan Uji Alat\n\n## Syarat\n\n* Alat bersih\n\n## Alur\n\n"
        "1. Petugas mencatat (10 menit).\n   - alat rusak dikembalikan;\n"
        "   - alat besar dijadwalkan paling lama 7 hari kerja.\n"
        "2. Penguji menguji alat.\n   - timbangan meja: 15 menit per alat\n"
        "   - pompa ukur: 45 menit per nosel\n   - jembatan timbang: 1 hari kerja\n"
        "3. Kasir menerima pembayaran.\n   - uang tunai\n   - kartu\n",
        "x.md",
    )
    first, second, third = standard.steps
    assert [bool(step.duration) for step in first.steps] == [False, True]
    times = [step.duration for step in second.steps if step.duration]
    assert [time.amount for time in times] == [Decimal(15), Decimal(45), Decimal(1)]
    assert [time.per for time in times] == ["alat", "nosel", None]
    (fork,) = arranged(second.steps, second)
    assert isinstance(fork, Fork)
    assert len(fork.branches) == 3
    assert not third.steps
    assert [item.text for item in third.details] == ["uang tunai", "kartu"]


def test_parts_of_a_step_that_are_deeds_with_times_follow_one_another() -> None:
    (standard,) = read_text(
        "# Standar Pelayanan Uji Alat\n\n## Syarat\n\n* Alat bersih\n\n## Alur\n\n"
        "1. Penguji menguji alat.\n   - Pemeriksaan luar: 15 menit\n   - Pengujian: 45 menit\n",
        "x.md",
    )
    (step,) = standard.steps
    assert arranged(step.steps, step) == step.steps

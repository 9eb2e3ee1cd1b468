"""Procedures in phases, whose steps are told in sentences or listed below each."""

from __future__ import annotations

from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR OPERASIONAL PROSEDUR PENYUSUNAN LAPORAN

Unit kerja : Bagian Perencanaan

Prosedur
A. Tahap Persiapan
Analis Perencanaan mengumpulkan data selama 5 hari kerja. Kepala Bagian Perencanaan menyusun jadwal.
B. Tahap Penyusunan
1. Analis Perencanaan menyusun konsep (3 hari kerja)
2. Kepala Bagian Perencanaan memeriksa konsep (1 hari kerja)
C. Tahap Penetapan
{}

Biaya
Gratis

Output
Laporan kinerja.
"""


def test_the_sentences_below_a_phase_are_its_steps() -> None:
    text = TEXT.format("Sekretaris menandatangani laporan (1 hari kerja).")
    (standard,) = read_text(text, "x.txt")
    assert standard.title == "Standar Operasional Prosedur Penyusunan Laporan"
    assert [(s.number, s.actors) for s in standard.walk_steps()] == [
        ("A", ()),
        ("A.1", ("Analis Perencanaan",)),
        ("A.2", ("Kepala Bagian Perencanaan",)),
        ("B", ()),
        ("B.1", ("Analis Perencanaan",)),
        ("B.2", ("Kepala Bagian Perencanaan",)),
        ("C", ()),
        ("C.1", ("Sekretaris",)),
    ]
    assert lost(text, [standard]) == {}


def test_what_nobody_does_stays_a_note_on_the_phase() -> None:
    text = TEXT.format("Laporan yang ditetapkan berlaku satu tahun.")
    (standard,) = read_text(text, "x.txt")
    last = list(standard.walk_steps())[-1]
    assert last.number == "C"
    assert [note.text for note in last.notes] == ["Laporan yang ditetapkan berlaku satu tahun."]

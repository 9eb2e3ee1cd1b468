"""Procedures that no heading names: stages whose numbered entries say what officials do."""

from __future__ import annotations

from knowledge.model import Facet
from knowledge.reading import read_text

STAGES = (
    "# PROSEDUR TETAP PEMAKAIAN TAMAN\n\n## BAB I PENDAHULUAN\n\n### A. Latar Belakang\n\n"
    "Taman sering dipakai.\n\n## BAB II PERMOHONAN\n\n### A. Berkas\n\nPemohon menyerahkan:\n\n"
    "a. surat permohonan;\nb. fotokopi KTP.\n\n## BAB III PELAKSANAAN\n\n"
    "### I. Tahap Penerimaan\n\n1. Petugas Administrasi memeriksa berkas dalam waktu 20 menit.\n"
    "2. Petugas Administrasi mencatat tanggal.\n\n### II. Hari H\n\n"
    "3. Koordinator Lapangan memeriksa kesiapan.\n4. Pengeras suara dimatikan pukul 22.00.\n\n"
    "## BAB IV PENUTUP\n\nProtap ini berlaku sejak 15 Juli 2024.\n"
)


def test_stages_that_are_numbered_through_are_the_procedure() -> None:
    (standard,) = read_text(STAGES, "taman.md")
    assert [(step.number, step.actors) for step in standard.steps] == [
        ("1", ("Petugas Administrasi",)),
        ("2", ("Petugas Administrasi",)),
        ("3", ("Koordinator Lapangan",)),
        ("4", ()),
    ]
    assert standard.requirements_user == ("surat permohonan", "fotokopi KTP")


def test_entries_in_which_nobody_acts_are_none() -> None:
    text = STAGES.replace("Petugas Administrasi m", "Berkas di m").replace("Koordinator", "Area")
    (standard,) = read_text(text, "taman.md")
    assert standard.steps == ()
    assert standard.section(Facet.PROCEDURE) is None

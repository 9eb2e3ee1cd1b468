"""Entries of lists that run on in a paragraph."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR PELAYANAN KARTU ANGGOTA

1. Persyaratan
{papers}
2. Prosedur
{steps}
3. Biaya
Gratis
"""
DEEDS = (
    "Petugas Loket menerima berkas (5 menit)",
    "Kepala Seksi memeriksa berkas pada Loket 2 (3 menit)",
    "Petugas Loket menyerahkan kartu (1 menit)",
)


def steps_of(said: str, papers: str = "a. KTP") -> list[str]:
    text = TEXT.format(papers=papers, steps=said)
    found = read_text(text, "kartu.txt")
    assert lost(text, found) == {}
    return [step.text for step in found[0].steps]


@pytest.mark.parametrize("mark", ["{}.", "{})", "({})", "2.{}", "2.{}."])
def test_numbered_steps_that_run_on_are_several(mark: str) -> None:
    said = " ".join(f"{mark.format(at)} {deed}." for at, deed in enumerate(DEEDS, start=1))
    assert len(steps_of(said)) == len(DEEDS)


def test_lettered_steps_that_run_on_are_several() -> None:
    said = "; ".join(f"{letter}. {deed}" for letter, deed in zip("abc", DEEDS, strict=True))
    assert len(steps_of(said)) == len(DEEDS)


def test_they_run_on_from_a_wrapped_line() -> None:
    said = f"1. {DEEDS[0]}. 2. Kepala Seksi\nmemeriksa berkas (3 menit). 3. {DEEDS[2]}."
    assert [text.split()[0] for text in steps_of(said)] == ["Petugas", "Kepala", "Petugas"]


@pytest.mark.parametrize(
    "said",
    [
        "1. Petugas memeriksa berkas pada ayat 2. Berkas yang kurang dikembalikan.",
        "1. Petugas memanggil pemohon 3. kali.",
        "1. Petugas mencatat berkas; 3. Kepala Seksi memeriksa.",
    ],
)
def test_other_figures_in_a_step_begin_none(said: str) -> None:
    assert len(steps_of(said)) == 1


def test_papers_that_run_on_are_several() -> None:
    text = TEXT.format(papers="a. KTP; b. pas foto; dan c. formulir.", steps=f"1. {DEEDS[0]}")
    (standard,) = read_text(text, "kartu.txt")
    papers = next(s for s in standard.sections if s.facet is Facet.REQUIREMENTS)
    assert len(papers.items) == 3


def test_rules_behind_a_recital_run_on_and_hold_for_each_service_of_a_decree() -> None:
    text = """KEPUTUSAN KEPALA DINAS
NOMOR 4 TAHUN 2024
TENTANG
STANDAR PELAYANAN PERPUSTAKAAN

Menimbang: a. bahwa perlu standar; b. bahwa perlu keputusan.

Mengingat: 1. Undang-Undang Nomor 43 Tahun 2007; 2. Peraturan Daerah Nomor 6 Tahun 2019.

I. PELAYANAN KEANGGOTAAN

1. Pengertian dan Penanggung Jawab
Anggota adalah pembaca yang terdaftar. Penanggung jawab adalah Kepala Bidang Layanan.

2. Persyaratan
KTP

3. Prosedur dan Waktu
3.1 Pemohon mengisi formulir (5 menit). 3.2 Petugas Meja mencetak kartu (6 menit).

4. Biaya, Masa Berlaku, dan Hasil
Kartu tidak dipungut biaya. Hasil pelayanan berupa kartu anggota.

II. PELAYANAN PEMAKAIAN RUANG

1. Penanggung Jawab dan Pelaksana
Penanggung jawab adalah Sekretaris Dinas. Pelaksana adalah petugas sarana.

2. Ketentuan Ruang
Ruang dipakai untuk diskusi.

3. Prosedur dan Waktu
3.1 Petugas Meja menerima permohonan (15 menit). 3.2 Sekretaris Dinas menyetujui (1 hari kerja).
"""
    card, room = read_text(text, "perpus.txt")
    assert [len(card.steps), len(room.steps)] == [2, 2]
    assert (card.responsible, room.responsible) == ("Kepala Bidang Layanan", "Sekretaris Dinas")
    for standard in (card, room):
        rules = next(s for s in standard.sections if s.facet is Facet.LEGAL_BASIS)
        assert len(rules.items) == 2

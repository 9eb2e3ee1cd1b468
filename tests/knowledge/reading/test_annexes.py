"""Decrees whose annexes are services: what they share, and what is said for one of them only."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text

HEAD = """KEPUTUSAN KEPALA DINAS PETERNAKAN
NOMOR 5 TAHUN 2025

Mengingat : 1. Undang-Undang Nomor 18 Tahun 2009;
            2. Peraturan Daerah Nomor 3 Tahun 2020.

                M E M U T U S K A N :

KESATU : Standar pelayanan tercantum dalam Lampiran I dan Lampiran II.
KEDUA  : Penanggung jawab pelayanan dalam Lampiran I adalah Kepala Bidang
         Kesehatan Hewan, dan dalam Lampiran II adalah Kepala UPTD Pasar.

"""
ANNEX = """LAMPIRAN {number}
KEPUTUSAN KEPALA DINAS PETERNAKAN

STANDAR PELAYANAN {name}

A. Persyaratan
   1. Fotokopi KTP.
   2. Surat permohonan.

B. Prosedur
   1. Pemohon menyerahkan berkas di loket.
   2. Petugas Loket memeriksa berkas (15 menit).

C. Jangka waktu       : 4 (empat) hari kerja.
D. Biaya              : Tidak dipungut biaya. Peminjaman kandang jepit
                        disertai uang jaminan Rp200.000 yang dikembalikan
                        penuh.
E. Kuota              : Paling banyak 20 ekor untuk setiap pemohon dalam
                        satu bulan.

"""
SHARED = """KETENTUAN BERSAMA LAMPIRAN I DAN LAMPIRAN II

1. Jam pelayanan: Senin sampai Jumat 07.30-15.00.
2. Pengaduan disampaikan lewat surel adu@ternak.go.id.
3. Pengaduan diterima Petugas Pengaduan dan diteruskan kepada:
   a. Kepala Bidang Kesehatan Hewan untuk pelayanan Lampiran I;
   b. Kepala UPTD Pasar untuk pelayanan Lampiran II;
   c. Sekretaris Dinas untuk perilaku pegawai.
   Penyelesaian paling lama 5 (lima) hari kerja.
4. Evaluasi kinerja pelaksana melalui survei setiap 6 bulan.
"""


@pytest.fixture(scope="module")
def both() -> tuple[ServiceStandard, ...]:
    names = (("I", "VAKSINASI TERNAK"), ("II", "PEMAKAIAN PASAR HEWAN"))
    text = HEAD + "".join(ANNEX.format(number=n, name=name) for n, name in names) + SHARED
    return read_text(text, "keputusan.txt")


def test_a_label_whose_value_goes_on_below_is_a_heading(both: tuple[ServiceStandard, ...]) -> None:
    first, second = both
    for standard in (first, second):
        assert standard.cost is not None
        assert standard.cost.startswith("Tidak dipungut biaya. Peminjaman kandang jepit disertai")
        quota = next(s for s in standard.sections if s.heading == "Kuota")
        assert quota.items[0].text.startswith("Paling banyak 20 ekor untuk setiap pemohon dalam")


def test_the_shared_part_tells_hours_and_complaints_of_each(
    both: tuple[ServiceStandard, ...],
) -> None:
    for standard in both:
        assert standard.service_hours == "Senin sampai Jumat 07.30-15.00."
        assert standard.complaint is not None
        assert standard.complaint.received_by == "Petugas Pengaduan"
        assert standard.section(Facet.EVALUATION) is not None


def test_what_is_said_for_an_annex_holds_for_that_one(both: tuple[ServiceStandard, ...]) -> None:
    first, second = both
    assert first.responsible == "Kepala Bidang Kesehatan Hewan"
    assert second.responsible == "Kepala UPTD Pasar"
    assert first.complaint is not None
    assert second.complaint is not None
    assert first.complaint.handled_by == ("Kepala Bidang Kesehatan Hewan", "Sekretaris Dinas")
    assert second.complaint.handled_by == ("Kepala UPTD Pasar", "Sekretaris Dinas")


def test_the_recitals_are_the_legal_basis_of_each(both: tuple[ServiceStandard, ...]) -> None:
    for standard in both:
        assert [rule.split()[0] for rule in standard.legal_basis] == ["Undang-Undang", "Peraturan"]
        section = standard.section(Facet.LEGAL_BASIS)
        assert section is not None
        assert not any("U T U" in i.text for top in section.items for i in top.walk())


def test_every_entry_for_an_annex_stands_with_one_of_them(
    both: tuple[ServiceStandard, ...],
) -> None:
    said = " ".join(
        item.text for s in both for sec in s.sections for top in sec.items for item in top.walk()
    )
    for line in ("untuk pelayanan Lampiran I;", "untuk pelayanan Lampiran II;", "5 (lima) hari"):
        assert line in said

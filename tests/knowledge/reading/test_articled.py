"""Decrees of nothing but articles."""

from __future__ import annotations

import pytest

from knowledge.errors import NotAStandard
from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = """KEPUTUSAN KEPALA DINAS PERIKANAN
NOMOR 523/44/2025
TENTANG
STANDAR PELAYANAN KARTU NELAYAN

Menimbang : bahwa perlu ditetapkan standar;
Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009;
            2. Peraturan Bupati Nomor 8 Tahun 2022.

MEMUTUSKAN:
Menetapkan : KEPUTUSAN TENTANG KARTU NELAYAN.

"""
ARTICLES = """Pasal 1
Dalam keputusan ini yang dimaksud dengan nelayan adalah penangkap ikan.

Pasal 2
Pelayanan kartu nelayan diselenggarakan oleh Bidang Tangkap.

Pasal 3
(1) Penanggung jawab pelayanan adalah Kepala Bidang Tangkap.
(2) Pelaksana pelayanan terdiri atas petugas loket dan penyuluh perikanan.

Pasal 4
Persyaratan
a. fotokopi KTP;
b. surat keterangan kelompok.

Pasal 5
Tata cara pelayanan sebagai berikut:
a. petugas loket memeriksa berkas paling lama 15 menit;
b. Kepala Bidang Tangkap menandatangani kartu paling lama 1 hari kerja.

Pasal 6
Pelayanan tidak dipungut biaya.

Pasal 7
Pelayanan dilaksanakan di Kantor Dinas, Jalan Bahari Nomor 2, setiap hari Senin pukul 08.00-15.00.

Pasal 8
Pengaduan disampaikan kepada Sekretaris Dinas melalui telepon 0411-555222.

Pasal 9
Keputusan ini mulai berlaku pada tanggal ditetapkan.
"""


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    (one,) = read_text(HEAD + ARTICLES, "kartu.txt")
    return one


def test_each_article_is_what_it_tells(standard: ServiceStandard) -> None:
    by_letter = [(s.letter, s.facet) for s in standard.sections if s.letter]
    assert by_letter == [
        ("Pasal 1", Facet.DEFINITIONS),
        ("Pasal 2", Facet.UNIT),
        ("Pasal 3", Facet.RESPONSIBLE),
        ("Pasal 3", Facet.IMPLEMENTERS),
        ("Pasal 4", Facet.REQUIREMENTS),
        ("Pasal 5", Facet.PROCEDURE),
        ("Pasal 6", Facet.COST),
        ("Pasal 7", Facet.PLACE),
        ("Pasal 7", Facet.SERVICE_HOURS),
        ("Pasal 8", Facet.COMPLAINT),
        ("Pasal 9", Facet.OTHER),
    ]
    assert lost(HEAD + ARTICLES, [standard]) == {}


def test_the_title_and_the_legal_basis_stand_above_the_articles(standard: ServiceStandard) -> None:
    assert standard.title == "Standar Pelayanan Kartu Nelayan"
    assert len(standard.legal_basis) == 2


def test_what_the_articles_say(standard: ServiceStandard) -> None:
    assert (standard.unit, standard.responsible) == ("Bidang Tangkap", "Kepala Bidang Tangkap")
    assert standard.implementers == ("petugas loket", "penyuluh perikanan")
    assert standard.requirements_user == ("fotokopi KTP", "surat keterangan kelompok")
    assert [step.actors for step in standard.walk_steps()] == [
        ("petugas loket",),
        ("Kepala Bidang Tangkap",),
    ]
    assert standard.place == "Kantor Dinas, Jalan Bahari Nomor 2"
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Sekretaris Dinas"


def test_articles_about_nothing_known_are_no_standard() -> None:
    rules = "".join(f"Pasal {n}\nAnggota {n} dipilih oleh rapat.\n\n" for n in range(1, 9))
    with pytest.raises(NotAStandard):
        read_text(f"ANGGARAN RUMAH TANGGA\n\n{rules}", "art.txt")

"""Standards in running text: components that sentences open, procedures told by their doers."""

from __future__ import annotations

import textwrap

import pytest

from knowledge.model import Facet, ServiceStandard, TimeUnit
from knowledge.reading import read_text

TEXT = """\
PERPUSTAKAAN DAERAH KOTA HILIR

Standar Pelayanan Kartu Anggota

Kartu anggota adalah tanda pengenal peminjam buku. Pelayanan ini diselenggarakan oleh Seksi \
Layanan Baca. Penanggung jawab pelayanan adalah Kepala Seksi Layanan Baca.

Dasar hukum pelayanan ini ialah Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan dan \
Peraturan Wali Kota Nomor 7 Tahun 2019 tentang Perpustakaan Daerah.

Persyaratan: formulir yang telah diisi; fotokopi KTP; dan pasfoto 2x3.

Prosedur: Pemohon menyerahkan formulir kepada Petugas Layanan. Petugas Layanan memeriksa \
formulir dalam waktu 10 menit. Kepala Seksi Layanan Baca menandatangani kartu paling lama \
1 (satu) hari kerja. Petugas Layanan menyerahkan kartu kepada pemohon.

Jangka waktu penyelesaian 2 (dua) hari kerja sejak formulir diterima.

Biaya tidak dipungut. Loket buka Senin sampai Jumat pukul 08.00 sampai 15.00.

Sarana yang tersedia meliputi meja baca, komputer, dan mesin cetak kartu.

Pengaduan disampaikan kepada Kepala Perpustakaan Daerah melalui loket pengaduan atau surel \
aduan@hilir.go.id.
"""


@pytest.fixture(scope="module")
def read() -> ServiceStandard:
    (standard,) = read_text(TEXT, "kartu.txt")
    return standard


def test_sentences_open_their_components(read: ServiceStandard) -> None:
    facets = {section.facet for section in read.sections}
    assert facets >= {
        Facet.DEFINITIONS, Facet.UNIT, Facet.RESPONSIBLE, Facet.LEGAL_BASIS, Facet.REQUIREMENTS,
        Facet.PROCEDURE, Facet.TOTAL_TIME, Facet.COST, Facet.SERVICE_HOURS, Facet.FACILITIES,
        Facet.COMPLAINT,
    }  # fmt: skip
    assert read.unit == "Seksi Layanan Baca"
    assert read.responsible == "Kepala Seksi Layanan Baca"
    assert read.warnings == ()


def test_what_a_sentence_lists_is_a_list(read: ServiceStandard) -> None:
    requirements, rules = read.section(Facet.REQUIREMENTS), read.section(Facet.LEGAL_BASIS)
    assert requirements is not None
    assert rules is not None
    assert [item.text.rstrip(".") for item in requirements.items] == [
        "formulir yang telah diisi", "fotokopi KTP", "pasfoto 2x3",
    ]  # fmt: skip
    assert len(rules.items) < 3, "two rules are no list of three"


def test_a_procedure_is_told_by_its_doers(read: ServiceStandard) -> None:
    assert [(step.number, step.actors) for step in read.steps] == [
        ("1", ("Pemohon",)),
        ("2", ("Petugas Layanan",)),
        ("3", ("Kepala Seksi Layanan Baca",)),
        ("4", ("Petugas Layanan",)),
    ]
    duration = read.steps[2].duration
    assert duration is not None
    assert duration.amount == 1
    assert duration.unit is TimeUnit.HARI


def test_a_channel_behind_the_receiver_is_no_receiver(read: ServiceStandard) -> None:
    assert read.complaint is not None
    assert read.complaint.received_by == "Kepala Perpustakaan Daerah"


def test_hard_wrapped_text_is_read_the_same(read: ServiceStandard) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 70) for part in TEXT.split("\n\n"))
    (again,) = read_text(wrapped, "kartu.txt")
    assert [s.facet for s in again.sections] == [s.facet for s in read.sections]
    assert [s.text for s in again.steps] == [s.text for s in read.steps]


def test_a_text_with_list_marks_is_not_taken_apart_by_sentences() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n2. KK\nB. Prosedur\n1. Petugas memeriksa.\n"
        "2. Biaya dibayar.\nC. Pengaduan\nPengaduan disampaikan kepada Kepala Bagian Umum. "
        "Biaya tidak dipungut. Pengawasan internal dilakukan Inspektur.\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert [s.facet for s in standard.sections] == [
        Facet.REQUIREMENTS, Facet.PROCEDURE, Facet.COMPLAINT,
    ]  # fmt: skip


def test_a_kind_of_complaints_goes_on_with_the_complaints() -> None:
    text = """STANDAR PELAYANAN ROYA

Persyaratan pelayanan adalah KTP dan sertipikat.

Jangka waktu pelayanan adalah 5 hari kerja.

Biaya pelayanan adalah Rp50.000.

Pengaduan, saran, dan masukan disampaikan kepada Kepala Tata Usaha. Pengaduan mengenai sengketa diteruskan kepada Kepala Seksi Sengketa.
"""  # noqa: E501  # a text is read by its lines
    (standard,) = read_text(text, "roya.txt")
    assert [s.facet.value for s in standard.sections].count("complaint") == 1

"""Services told in plain sentences, with neither headings nor the names of components."""

from __future__ import annotations

import pytest

from knowledge.errors import NotAStandard
from knowledge.model import ServiceStandard
from knowledge.reading import read_text

TALE = """# STANDAR PELAYANAN TATA USAHA
## SMP NEGERI 4 TELUK

Jalan Pelabuhan Nomor 9, Kecamatan Teluk

Loket Tata Usaha melayani hari Senin sampai Kamis pukul 07.30-14.00 dan Jumat pukul 07.30-11.00.

## I. Legalisasi Rapor

Layanan ini diberikan kepada lulusan. Penanggung jawabnya Kepala Urusan Tata Usaha.

Pemohon membawa rapor asli dan fotokopinya. Jika diwakilkan, wakil membawa surat kuasa.

Caranya, pemohon menyerahkan berkas kepada Petugas Loket. Petugas Loket mencocokkan rapor \
dengan buku induk (15 menit). Kepala Sekolah menandatangani fotokopi, kemudian Petugas Loket \
menyerahkan rapor. Seluruh proses selesai dalam 1 hari kerja.

Legalisasi tidak dikenakan biaya. Hasilnya berupa rapor yang dilegalisasi.

Keluhan tentang legalisasi disampaikan kepada Kepala Urusan Tata Usaha melalui WhatsApp 0853-1111.

## II. Pindah Sekolah

Penanggung jawabnya Wakil Kepala Sekolah.

**Syarat pindah masuk**

- surat permohonan orang tua;
- rapor asli.

**Syarat pindah keluar**

- surat bebas pinjaman buku.

**Langkah-langkah**

1. Orang tua menyerahkan berkas kepada Petugas Loket.
2. Kepala Sekolah menandatangani surat pindah (1 hari kerja).

Waktu penyelesaian 2 hari kerja. Layanan ini gratis.

Pengaduan ditangani oleh Wakil Kepala Sekolah lewat surel pindah@smp4.sch.id.
"""


@pytest.fixture(scope="module")
def told() -> tuple[ServiceStandard, ...]:
    return read_text(TALE, "sekolah.md")


def test_each_numbered_heading_with_components_below_is_a_service(
    told: tuple[ServiceStandard, ...],
) -> None:
    assert [s.title for s in told] == ["Legalisasi Rapor", "Pindah Sekolah"]
    assert {s.unit for s in told} == {"SMP Negeri 4 Teluk"}
    responsible = [s.responsible for s in told]
    assert responsible == ["Kepala Urusan Tata Usaha", "Wakil Kepala Sekolah"]


def test_a_way_told_in_sentences_has_its_steps_their_doers_and_times(
    told: tuple[ServiceStandard, ...],
) -> None:
    doers = [step.actors for step in told[0].steps]
    assert doers == [("Pemohon",), ("Petugas Loket",), ("Kepala Sekolah",), ("Petugas Loket",)]
    times = [step.duration.text if step.duration else None for step in told[0].steps]
    assert times == [None, "15 menit", None, None]


def test_what_is_told_in_sentences_is_known_as_its_component(
    told: tuple[ServiceStandard, ...],
) -> None:
    first, second = told
    assert first.cost == "Legalisasi tidak dikenakan biaya."
    assert first.requirements_user[0].startswith("Pemohon membawa rapor asli")
    assert second.cost == "Layanan ini gratis."
    assert len(second.requirements_user) == 3
    assert first.complaint is not None
    assert second.complaint is not None
    assert first.complaint.received_by == "Kepala Urusan Tata Usaha"
    assert second.complaint.handled_by == ("Wakil Kepala Sekolah",)


def test_hours_and_address_above_the_services_hold_for_both(
    told: tuple[ServiceStandard, ...],
) -> None:
    assert {s.place for s in told} == {"Jalan Pelabuhan Nomor 9, Kecamatan Teluk"}
    assert all(s.service_hours and "07.30-14.00" in s.service_hours for s in told)


@pytest.mark.parametrize(
    "text",
    [
        "Nasi goreng\n\nCaranya, panaskan minyak. Tumis bawang 2 menit. Hasilnya berupa nasi "
        "gurih.\n\nSelesai dalam 10 menit. Resep ini gratis.\n",
        "Lomba lari\n\nPeserta membawa sepatu. Pendaftaran gratis. Lomba selesai dalam 2 jam. "
        "Panitia buka Senin pukul 08.00.\n",
    ],
)
def test_a_tale_of_no_service_is_refused(text: str) -> None:
    with pytest.raises(NotAStandard):
        read_text(text, "x.txt")

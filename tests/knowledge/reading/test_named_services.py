"""What is said once of several services by their names."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text

ONE = """I. STANDAR PELAYANAN SURAT IZIN PRAKTIK (SIP) DOKTER

1. Persyaratan
   a. KTP
2. Prosedur
   a. Petugas Loket memeriksa berkas (5 menit)
3. Biaya
   Gratis

"""
TWO = """II. STANDAR PELAYANAN PERSETUJUAN BANGUNAN GEDUNG (PBG)

1. Persyaratan
   a. Gambar bangunan
2. Prosedur
   a. Camat menandatangani surat
3. Biaya
   Rp5.000

"""


def read(foot: str) -> tuple[ServiceStandard, ...]:
    return read_text(f"{ONE}{TWO}KETENTUAN LAIN-LAIN\n{foot}", "izin.txt")


@pytest.mark.parametrize(
    "foot",
    [
        "Penanggung jawab: Layanan SIP Dokter: Kepala Bidang Kesehatan. Layanan PBG: "
        "Kepala Bidang Bangunan.\n",
        "Penanggung jawab:\n- SIP: Kepala Bidang Kesehatan\n- PBG: Kepala Bidang Bangunan\n",
    ],
)
def test_each_service_has_what_is_said_by_its_name(foot: str) -> None:
    doctor, building = read(foot)
    assert "Kepala Bidang Kesehatan" in str(doctor.responsible)
    assert "Kepala Bidang Bangunan" in str(building.responsible)


@pytest.mark.parametrize(
    "foot",
    [
        "Jam pelayanan: Layanan SIP: Senin. Layanan lain: Selasa.\n",
        "Jam pelayanan: Kantor: Senin. Gerai: Selasa.\n",
    ],
)
def test_labels_that_name_no_service_are_left_as_they_are(foot: str) -> None:
    for standard in read(foot):
        assert "Senin" in str(standard.service_hours)
        assert "Selasa" in str(standard.service_hours)


def test_a_sentence_above_all_that_names_each_of_them() -> None:
    above = (
        "Standar ini berlaku bagi warga. Penanggung jawab pelayanan surat izin praktik adalah "
        "Kepala Bidang Kesehatan, sedangkan penanggung jawab pelayanan bangunan gedung adalah "
        "Kepala Bidang Bangunan.\n\n"
    )
    doctor, building = read_text(f"{above}{ONE}{TWO}", "izin.txt")
    assert doctor.responsible == "Kepala Bidang Kesehatan"
    assert building.responsible == "Kepala Bidang Bangunan"

"""Steps told line by line, timetables, and pages whose main heading stands below their head."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

_STEPS = """STANDAR PELAYANAN PEMINJAMAN ARSIP

A. PERSYARATAN
   1. Formulir peminjaman;

B. SISTEM, MEKANISME, DAN PROSEDUR
   Langkah 1  Pengajuan
              Pelaku : Peminjam
              Peminjam mengisi formulir pada aplikasi dan mengunggah
              nota dinas.
              Waktu  : 10 menit
   Langkah 2  Persetujuan
              Pelaku : Kepala Bagian Kearsipan (Drs. Harun Wijaya)
              Menyetujui atau menolak peminjaman. Penolakan disertai
              alasan tertulis.
              Waktu  : 1 jam

C. BIAYA
   Gratis.
"""
_HOURS = """# Standar Pelayanan Kartu

## 1. Persyaratan

- KTP

## 2. Waktu dan tempat pelayanan

| Hari | Jam pelayanan | Tempat |
|---|---|---|
| Senin s.d. Kamis | 08.00 - 15.00 WIB | Loket 3 kantor Dinas |
| Jumat | 08.00 - 11.00 WIB | Loket 3 kantor Dinas |
| Sabtu | 09.00 - 12.00 WIB | Gerai di Mal Pelayanan |

## 3. Biaya

Gratis.
"""


@pytest.fixture(scope="module")
def archive() -> ServiceStandard:
    (standard,) = read_text(_STEPS, "arsip.txt")
    assert lost(_STEPS, [standard]) == {}
    return standard


def test_a_stage_with_a_name_and_no_colon_is_a_step(archive: ServiceStandard) -> None:
    assert [step.number for step in archive.steps] == ["1", "2"]
    assert [step.duration and step.duration.text for step in archive.steps] == ["10 menit", "1 jam"]


def test_the_deed_below_a_stages_name_is_its_text(archive: ServiceStandard) -> None:
    assert archive.steps[1].text == (
        "Persetujuan: Menyetujui atau menolak peminjaman. Penolakan disertai alasan tertulis."
    )


def test_who_holds_a_post_today_is_no_part_of_its_name(archive: ServiceStandard) -> None:
    assert [step.actors for step in archive.steps] == [("Peminjam",), ("Kepala Bagian Kearsipan",)]


def test_a_sentence_that_begins_with_a_stage_is_no_step() -> None:
    text = _STEPS.replace("   Gratis.\n", "   Langkah 2 dilakukan tanpa biaya.\n")
    (standard,) = read_text(text, "arsip.txt")
    assert [step.number for step in standard.steps] == ["1", "2"]


def test_a_table_of_days_is_the_opening_hours_row_by_row() -> None:
    (standard,) = read_text(_HOURS, "kartu.md")
    hours = [s for s in standard.sections if s.facet is Facet.SERVICE_HOURS]
    told = [item.text for section in hours for item in section.items]
    assert [text.partition(":")[0] for text in told] == ["Senin s.d. Kamis", "Jumat", "Sabtu"]
    assert "09.00 - 12.00 WIB" in told[2]
    assert "Gerai di Mal Pelayanan" in told[2]


def test_the_main_heading_of_a_page_names_its_service_below_the_offices_name() -> None:
    text = (
        "Balai Karantina Hewan Tanjung\n\nBeranda > Layanan\n\n"
        "# Sertifikasi Hewan Kesayangan (Anjing dan Kucing)\n\n## Persyaratan\n\n- KTP\n\n"
        "## Prosedur\n\n1. Petugas mencatat.\n\n## Biaya\n\nGratis\n\n## Jam layanan\n\nSenin\n"
    )
    (standard,) = read_text(text, "halaman.md")
    assert standard.title == "Sertifikasi Hewan Kesayangan (Anjing dan Kucing)"


def test_what_stands_below_the_last_label_is_a_note_and_no_deed() -> None:
    text = _STEPS.replace("Waktu  : 1 jam\n", "Waktu  : 1 jam\n\nCATATAN\nArsip disimpan.\n")
    (standard,) = read_text(text, "arsip.txt")
    assert standard.steps[1].text.endswith("alasan tertulis.")
    assert lost(text, [standard]) == {}

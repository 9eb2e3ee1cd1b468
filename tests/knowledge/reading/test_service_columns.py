"""Tables of components with a column for each service."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_bytes, read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = "DINAS PERTANIAN KABUPATEN RINDANG\n\nSTANDAR PELAYANAN\n\n"
ROWS = (
    "| 1. | Persyaratan | 1. KTP<br>2. Surat tanah | 1. NIB |\n"
    "| 2. | Prosedur | 1. Petugas Loket memeriksa berkas | 1. Penyuluh meninjau lahan<br>"
    "2. Kepala Bidang menyetujui |\n"
    "| 3. | Biaya | Gratis | Rp5.000 per lembar |\n"
    "| 4. | Pengaduan | Disampaikan kepada Sekretaris Dinas | Disampaikan kepada Camat |\n"
    "| 5. | Jam layanan | Senin-Kamis pukul 08.00-14.00 WIB | |\n"
)
NAMED = "| No | Komponen | A. IZIN TANAM | B. REKOMENDASI PUPUK |\n|---|---|---|---|\n"
COUNTED = (
    "| No | Komponen | Layanan 1: Izin Tanam | Layanan 2: Rekomendasi Pupuk |\n|---|---|---|---|\n"
)
BELOW = (
    "| No | Komponen | Layanan 1 | Layanan 2 |\n|---|---|---|---|\n"
    "| | | Izin Tanam | Rekomendasi Pupuk |\n"
)
KINDS = (
    "| No | Komponen | Jenis Pelayanan | |\n|---|---|---|---|\n"
    "| | | Izin Tanam | Rekomendasi Pupuk |\n| (1) | (2) | (3) | (4) |\n"
)
A_ROW = (
    "| No | Komponen | Layanan I | Layanan II |\n|---|---|---|---|\n"
    "| | Jenis layanan | Izin Tanam | Rekomendasi Pupuk |\n"
)


def read(text: str) -> tuple[ServiceStandard, ...]:
    found = read_text(text, "x.txt")
    assert lost(text.replace("<br>", " "), found) == {}
    return found


@pytest.mark.parametrize("head", [NAMED, COUNTED, BELOW, KINDS, A_ROW])
def test_each_column_of_a_service_is_a_standard(head: str) -> None:
    one, two = read(HEAD + head + ROWS)
    assert [one.title.casefold(), two.title.casefold()] == ["izin tanam", "rekomendasi pupuk"]
    assert (one.requirements_user, two.requirements_user) == (("KTP", "Surat tanah"), ("NIB",))
    assert (len(one.steps), len(two.steps)) == (1, 2)
    assert (one.cost, two.cost) == ("Gratis", "Rp5.000 per lembar")
    receivers = [s.complaint.received_by for s in (one, two) if s.complaint]
    assert receivers == ["Sekretaris Dinas", "Camat"]


def test_what_stands_over_the_columns_belongs_to_each() -> None:
    assert {s.service_hours for s in read(HEAD + NAMED + ROWS)} == {
        "Senin-Kamis pukul 08.00-14.00 WIB"
    }


def test_a_cell_may_say_that_it_is_the_same() -> None:
    text = HEAD + NAMED + ROWS.replace("Rp5.000 per lembar", "sama dengan Layanan 1")
    one, two = read_text(text, "x.txt")
    assert (one.cost, two.cost) == ("Gratis", "Gratis")
    assert "sama dengan Layanan 1" in one.furniture


def test_a_row_that_goes_on_is_that_of_its_column_alone() -> None:
    longer = "| | | 3. Surat kuasa | |\n| 2. | Prosedur"
    one, two = read(HEAD + NAMED + ROWS.replace("| 2. | Prosedur", longer))
    assert one.requirements_user == ("KTP", "Surat tanah", "Surat kuasa")
    assert two.requirements_user == ("NIB",)


def test_merged_cells_of_a_web_page_are_shared() -> None:
    page = (
        "<html><body><h1>Standar Pelayanan</h1><table>"
        "<tr><th rowspan=2>No</th><th rowspan=2>Komponen</th><th colspan=2>Jenis Layanan</th></tr>"
        "<tr><th>Izin Tanam</th><th>Rekomendasi Pupuk</th></tr>"
        "<tr><td>1</td><td>Persyaratan</td><td>KTP</td><td>NIB</td></tr>"
        "<tr><td>2</td><td>Prosedur</td><td>1. Petugas memeriksa</td><td>1. Lurah hadir</td></tr>"
        "<tr><td>3</td><td>Biaya</td><td colspan=2>Gratis</td></tr></table></body></html>"
    )
    found = read_bytes(page.encode(), "x.html")
    assert [(s.title, s.cost) for s in found] == [
        ("Izin Tanam", "Gratis"),
        ("Rekomendasi Pupuk", "Gratis"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| No | Komponen | Uraian | Keterangan |\n|---|---|---|---|\n",
        "| No | Komponen | Daring | Luring |\n|---|---|---|---|\n",
        "| No | Komponen | Uraian kegiatan | Dokumen pendukung |\n|---|---|---|---|\n",
    ],
)
def test_other_columns_tell_of_one_service(head: str) -> None:
    (standard,) = read(
        HEAD.replace("\n\nSTANDAR PELAYANAN", "\n\nSTANDAR PELAYANAN TANAM") + head + ROWS
    )
    assert standard.title == "Standar Pelayanan Tanam"


NOTES = (
    "\nKeterangan:\n1. Tempat pelayanan Izin Tanam: Loket 1, Jalan Padi Nomor 2. "
    "Jam pelayanan Senin pukul 08.00-10.00 WIB.\n"
    "2. Tempat pelayanan Pupuk: Balai Penyuluhan.\n"
    "3. Penanggung jawab pelayanan Tanam adalah Camat. "
    "Penanggung jawab pelayanan Rekomendasi Pupuk adalah Kepala Bidang Sarana.\n"
    "4. Lahan sewa termasuk lahan sendiri.\n"
)


def test_notes_below_tell_of_the_service_that_they_name() -> None:
    rows = ROWS.rsplit("| 5.", 1)[0]
    one, two = read(HEAD + NAMED + rows + NOTES)
    assert (one.place, two.place) == ("Loket 1, Jalan Padi Nomor 2", "Balai Penyuluhan")
    assert (one.responsible, two.responsible) == ("Camat", "Kepala Bidang Sarana")
    assert (one.service_hours, two.service_hours) == ("Senin pukul 08.00-10.00 WIB", None)
    complaint = next(s for s in two.sections if s.facet is Facet.COMPLAINT)
    assert len(complaint.items) == 1


def test_notes_that_name_one_service_only_stay_with_it() -> None:
    _, two = read(HEAD + NAMED + ROWS + "\nKeterangan:\n1. Tempat pelayanan Pupuk: Balai.\n")
    assert two.place is None


def test_a_list_that_runs_through_a_cell() -> None:
    rows = ROWS.replace("1. KTP<br>2. Surat tanah", "1. KTP; 2. Surat tanah, 2 lembar 3. Foto")
    one, _ = read(HEAD + NAMED + rows)
    assert one.requirements_user == ("KTP", "Surat tanah, 2 lembar", "Foto")

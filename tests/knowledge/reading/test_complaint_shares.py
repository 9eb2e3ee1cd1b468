"""One sentence that shares complaints out: each post gets its own kind, and nobody those of all."""

from __future__ import annotations

import pytest

from knowledge.reading.complaint_shares import said_apart, shared_out
from tests.knowledge.reading.test_complaints import chain

_ROADS, _LAMPS = "Kepala Bidang Jalan", "Kepala Bidang Penerangan"
_WANTED = [("jalan rusak", (_ROADS,)), ("lampu jalan", (_LAMPS,))]
_RECEIVED = "Pengaduan diterima oleh Petugas Piket."


@pytest.mark.parametrize(
    "sentence",
    [
        f"Kepala Kantor meneruskan pengaduan tentang jalan rusak kepada {_ROADS} dan pengaduan"
        f" tentang lampu jalan kepada {_LAMPS}.",
        f"Kepala Kantor menyampaikan keluhan soal jalan rusak kepada {_ROADS}, soal lampu jalan"
        f" kepada {_LAMPS}.",
        f"Kepala Kantor menunjuk {_ROADS} untuk pengaduan jalan rusak dan {_LAMPS} untuk pengaduan"
        " lampu jalan.",
        f"Kepala Kantor mendisposisikan kepada {_ROADS} untuk keluhan jalan rusak dan kepada"
        f" {_LAMPS} untuk keluhan lampu jalan.",
        f"Pengaduan diteruskan Kepala Kantor kepada {_ROADS} untuk soal jalan rusak dan kepada"
        f" {_LAMPS} untuk soal lampu jalan.",
        f"Petugas Piket meneruskan kepada {_ROADS} apabila menyangkut jalan rusak dan kepada"
        f" {_LAMPS} apabila menyangkut lampu jalan.",
        f"Pengaduan dipilah: yang menyangkut jalan rusak diserahkan kepada {_ROADS}, yang"
        f" menyangkut lampu jalan diserahkan kepada {_LAMPS}.",
        f"Keluhan tentang jalan rusak kepada {_ROADS}; keluhan tentang lampu jalan kepada"
        f" {_LAMPS}.",
        f"Pengaduan ditindaklanjuti oleh {_ROADS} (jalan rusak) atau {_LAMPS} (lampu jalan).",
    ],
)
def test_each_post_has_its_own_kind(sentence: str) -> None:
    found = chain(_RECEIVED, sentence)
    assert [(case.about, case.handled_by) for case in found.cases] == _WANTED
    assert found.received_by == "Petugas Piket"
    assert len(found.handled_by) != 1  # nobody, or both of whom one is chosen


def test_what_the_others_leave_is_no_kind() -> None:
    found = chain(
        f"Pengaduan tentang lampu jalan ditangani oleh {_LAMPS}, selain itu oleh {_ROADS}."
    )
    assert [(case.about, case.handled_by) for case in found.cases] == [_WANTED[1]]
    assert found.handled_by == (_ROADS,)


def test_the_service_as_a_whole_is_no_kind() -> None:
    found = chain(
        "Sekretaris Dinas meneruskan pengaduan tentang layanan kepada Kepala Bidang Izin dan"
        " pengaduan tentang gedung kepada Kepala Subbagian Umum."
    )
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("gedung", ("Kepala Subbagian Umum",))
    ]
    assert (found.received_by, found.handled_by) == ("Sekretaris Dinas", ("Kepala Bidang Izin",))


def test_parts_of_the_service_and_regions_are_kinds() -> None:
    sentence = (
        f"Pengaduan dari Kecamatan Hulu ditangani oleh {_ROADS}, sedangkan pengaduan dari"
        f" Kecamatan Hilir ditangani oleh {_LAMPS}."
    )
    assert [share.about for share in shared_out(sentence)] == ["Kecamatan Hulu", "Kecamatan Hilir"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Pengaduan disampaikan kepada {_ROADS} dan ditangani oleh {_LAMPS}.",
        f"Pengaduan tentang lampu jalan disampaikan kepada {_ROADS} dan ditangani oleh {_LAMPS}.",
        f"Keluhan lisan ditangani oleh {_ROADS}, keluhan tertulis ditangani oleh {_LAMPS}.",
        f"Kepala Kantor menugaskan {_ROADS} dan {_LAMPS} untuk menangani pengaduan.",
        f"Pengaduan diteruskan kepada {_ROADS} untuk ditangani dan kepada {_LAMPS} untuk laporan.",
        f"Pengaduan yang tidak selesai diteruskan kepada {_ROADS}, lalu kepada {_LAMPS}.",
        "",
    ],
)
def test_other_sentences_stay_as_they_are(sentence: str) -> None:
    assert said_apart(sentence) == []

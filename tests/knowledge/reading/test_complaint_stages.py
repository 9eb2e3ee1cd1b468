"""Complaints handled stage by stage: the first one handles them, the second is the next."""

from __future__ import annotations

import pytest

from knowledge.reading.complaint_stages import said_by_stage
from tests.knowledge.reading.test_complaints import chain

_FIRST, _NEXT = "Kepala Seksi Loket", "Kepala Bidang Arsip"


@pytest.mark.parametrize(
    "sentence",
    [
        f"Pengaduan ditangani berjenjang: tahap pertama oleh {_FIRST}, tahap kedua oleh {_NEXT}.",
        f"Pengaduan ditangani bertingkat: tahap awal oleh {_FIRST}, bila belum selesai oleh"
        f" {_NEXT}.",
        f"Pada tingkat pertama keluhan diselesaikan oleh {_FIRST}, dan apabila tidak tuntas"
        f" diselesaikan oleh {_NEXT}.",
        f"Tahap pertama ditangani oleh {_FIRST}. Tahap kedua, apabila belum selesai, ditangani oleh"
        f" {_NEXT} paling lama 5 hari.",
        f"Penanganan pengaduan dilakukan berjenjang mulai dari {_FIRST}, {_NEXT}, sampai dengan"
        " Kepala Dinas.",
        f"Keluhan ditangani oleh {_FIRST}. Jika dalam 3 hari belum selesai, keluhan ditangani oleh"
        f" {_NEXT}.",
        f"Keluhan ditangani oleh {_FIRST}. Apabila tidak dapat diselesaikan oleh {_FIRST}, keluhan"
        f" ditangani oleh {_NEXT}.",
    ],
)
def test_the_first_handles_and_the_second_is_the_next(sentence: str) -> None:
    found = chain("Pengaduan diterima oleh Petugas Piket.", sentence)
    assert (found.handled_by, found.next, found.cases) == ((_FIRST,), _NEXT, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Tahap 1: Petugas Loket menerima pengaduan.",
        f"Pengaduan yang belum selesai ditangani oleh {_FIRST} paling lama 3 hari.",
        f"Pengaduan ditangani oleh {_FIRST} secara berjenjang.",
        "Tahap pertama: verifikasi berkas.",
    ],
)
def test_what_names_no_stage_of_a_post_is_left_alone(sentence: str) -> None:
    assert said_by_stage(sentence) == []
    assert chain("Pengaduan diterima oleh Petugas Piket.", sentence).next is None

"""Sentences that open with a kind, a condition or an appointment."""

from __future__ import annotations

import pytest

from knowledge.reading.complaint_clauses import opened
from tests.knowledge.reading.test_complaints import chain

_HEAD, _CHIEF = "Kepala Seksi Taman", "Kepala Dinas"
_ALL = "Pengaduan diterima oleh Petugas Piket dan ditangani oleh Kepala Bidang Kebersihan."


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        (f"Kalau lampu taman mati, lapor ke {_HEAD}.", "lampu taman mati"),
        (f"Soal sewa taman, hubungi {_HEAD}.", "sewa taman"),
        (f"Untuk pengaduan tentang tarif, Direktur menugaskan {_HEAD}.", "tarif"),
        (f"Untuk wilayah timur, pengaduan ditangani oleh {_HEAD}.", "wilayah timur"),
        (f"Keluhan pohon tumbang: {_HEAD}.", "pohon tumbang"),
        (f"Pengaduan tentang gedung: disampaikan kepada {_HEAD}.", "gedung"),
        (f"Jika Petugas Piket yang diadukan, pengaduan ditangani oleh {_HEAD}.", "Petugas Piket"),
        (
            f"Apabila yang diadukan adalah Petugas Piket, pengaduan disampaikan kepada {_HEAD}.",
            "Petugas Piket",
        ),
    ],
)
def test_the_kind_that_opens_a_sentence_has_its_handler(sentence: str, about: str) -> None:
    found = chain(_ALL, sentence)
    assert [(case.about, case.handled_by) for case in found.cases] == [(about, (_HEAD,))]
    assert found.received_by == "Petugas Piket"
    assert found.handled_by == ("Kepala Bidang Kebersihan",)


@pytest.mark.parametrize(
    "sentence",
    [
        f"Untuk pengaduan lainnya, Direktur menugaskan {_HEAD}.",
        f"Pengaduan tentang pelayanan: disampaikan kepada {_HEAD}.",
        f"Menunjuk {_HEAD} sebagai penanggung jawab penyelesaian pengaduan.",
    ],
)
def test_who_has_all_complaints_is_no_handler_of_a_kind(sentence: str) -> None:
    found = chain("Menunjuk Petugas Piket sebagai penerima pengaduan.", sentence)
    assert (found.received_by, found.handled_by, found.cases) == ("Petugas Piket", (_HEAD,), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Seluruh pengaduan ditangani oleh Kepala Seksi Taman, kecuali yang menyangkut pungutan"
        " liar ditangani oleh Inspektorat.",
        "Kecuali pengaduan mengenai pungutan liar yang ditangani Inspektorat, seluruh pengaduan"
        " ditangani oleh Kepala Seksi Taman.",
    ],
)
def test_an_exception_has_a_handler_of_its_own(sentence: str) -> None:
    found = chain(sentence)
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("pungutan liar", ("Inspektorat",))
    ]
    assert found.handled_by == (_HEAD,)


def test_a_question_before_it_hides_nobody() -> None:
    found = chain("Ada keluhan? Sampaikan kepada Petugas Piket di lobi.")
    assert found.received_by == "Petugas Piket"


@pytest.mark.parametrize(
    "sentence",
    [
        f"Bila Anda memiliki keluhan, hubungi {_HEAD}.",
        f"Jika loket tutup, hubungi {_HEAD}.",
        f"Apabila belum puas, sampaikan kepada {_CHIEF}.",
        "Kalau lampu taman mati, lapor ke nomor 112.",
        "Keluhan melalui telepon: Petugas Piket.",
    ],
)
def test_when_and_how_one_complains_is_no_kind(sentence: str) -> None:
    assert opened(sentence) is None

"""Complaints that one post hands on to several, each for a field of its own."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Delegation
from knowledge.reading import read_text
from tests.knowledge.reading.test_complaints import FRAME, chain

RECEIVED = "Pengaduan disampaikan kepada Kepala Biro Umum."
A, B = "Kepala Bagian Gedung", "Kepala Bagian Arsip dan Persuratan"
FIELDS = [("ruang kerja", (A,)), ("surat yang hilang", (B,))]


@pytest.mark.parametrize(
    "sentence",
    [
        f"mendelegasikan wewenang kepada {A} untuk menindaklanjuti pengaduan/keluhan mengenai ruang"
        f" kerja, dan kepada {B} untuk menindaklanjuti pengaduan/keluhan mengenai surat yang hilang",
        f"meneruskan pengaduan kepada {A} untuk keluhan tentang ruang kerja dan kepada {B} untuk"
        " keluhan tentang surat yang hilang",
        f"mendelegasikan kepada {A} (pengaduan mengenai ruang kerja) dan {B} (pengaduan mengenai"
        " surat yang hilang)",
        f"melimpahkan pengaduan mengenai ruang kerja kepada {A} dan pengaduan mengenai surat yang"
        f" hilang kepada {B}",
    ],
)
def test_one_sentence_that_delegates_to_two_posts_by_field(sentence: str) -> None:
    found = chain(RECEIVED, f"Kepala Biro Umum {sentence}.")
    assert [(case.about, case.handled_by) for case in found.cases] == FIELDS
    assert found.received_by == "Kepala Biro Umum"
    assert found.delegation is Delegation.REQUIRED
    assert found.handled_by == (A, B)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{A}, untuk pengaduan mengenai ruang kerja;", f"{B}, untuk pengaduan mengenai surat yang hilang."),
        (f"{A}: ruang kerja", f"{B}: surat yang hilang"),
        (f"ruang kerja: {A};", f"surat yang hilang: {B}."),
        (f"{A} menangani keluhan terkait ruang kerja;", f"{B} menangani keluhan terkait surat yang hilang."),
    ],
)  # fmt: skip
def test_a_list_of_posts_and_their_fields(first: str, second: str) -> None:
    lead = "Kepala Biro Umum mendelegasikan penanganan pengaduan kepada Kepala Bagian sesuai bidang"
    found = chain(RECEIVED, f"{lead}:\na. {first}\nb. {second}")
    assert [(case.about, case.handled_by) for case in found.cases] == FIELDS
    assert [case.source.section for case in found.cases] == ["H.2.a", "H.2.b"]
    assert found.delegation is Delegation.REQUIRED
    assert found.handled_by == (A, B)


def test_a_table_of_posts_and_their_fields() -> None:
    table = f"| Bidang pengaduan | Pejabat |\n|---|---|\n| ruang kerja | {A} |\n| surat yang hilang | {B} |"
    text = FRAME.format(f"{RECEIVED}\n\nPejabat yang menangani pengaduan:\n\n{table}\n")
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    assert [(case.about, case.handled_by) for case in standard.complaint.cases] == FIELDS
    assert standard.complaint.handled_by == (A, B)


def test_labelled_parts_in_handling_are_no_fields() -> None:
    found = chain(
        "Pejabat yang menangani:\na. Penerima: Kepala Seksi A\nb. Penindak: Kepala Seksi B"
    )
    assert found.cases == ()


def test_one_post_that_gets_all_complaints_has_no_field() -> None:
    sentence = (
        f"Kepala Biro Umum menugaskan {A} untuk menindaklanjuti pengaduan mengenai pelayanan."
    )
    found = chain(RECEIVED, sentence)
    assert (found.handled_by, found.cases) == ((A,), ())
    assert found.delegation is Delegation.REQUIRED


def test_one_field_beside_who_handles_all_others() -> None:
    found = chain(
        RECEIVED, f"Pengaduan ditangani oleh {A}.", f"{B} menangani keluhan terkait arsip."
    )
    assert [(case.about, case.handled_by) for case in found.cases] == [("arsip", (B,))]
    assert found.handled_by == (A,)

"""Who signs, where one sentence has several doers."""

from __future__ import annotations

import pytest

from knowledge.finding.signing import signers
from knowledge.model import ProcedureStep, Source


def step(text: str, *actors: str) -> ProcedureStep:
    return ProcedureStep("1", text, Source("B.1"), actors=actors)


CASES = [
    (
        "Kepala Subbagian A/Kepala Bagian B secara berjenjang memeriksa bahan dan membubuhkan "
        "paraf, serta penandatanganan Surat Undangan oleh Kepala Biro C (2 hari).",
        ("Kepala Subbagian A", "Kepala Bagian B", "Kepala Biro C"),
        ("Kepala Biro C",),
    ),
    (
        "Analis menyusun konsep yang diperiksa oleh Kepala Bagian B serta ditandatangani oleh "
        "Kepala Biro C.",
        ("Analis", "Kepala Bagian B", "Kepala Biro C"),
        ("Kepala Biro C",),
    ),
    (
        "Kepala Bagian B memeriksa konsep, kemudian Deputy D menandatangani surat.",
        ("Kepala Bagian B", "Deputi D"),
        ("Deputi D",),
    ),
    (
        "Kepala Biro C dan Deputi D memeriksa dan menandatangani surat.",
        ("Kepala Biro C", "Deputi D"),
        ("Kepala Biro C", "Deputi D"),
    ),
    ("Kepala Biro C memeriksa surat.", ("Kepala Biro C",), ("Kepala Biro C",)),
]


@pytest.mark.parametrize(("text", "actors", "signing"), CASES)
def test_only_those_who_sign_are_named(
    text: str, actors: tuple[str, ...], signing: tuple[str, ...]
) -> None:
    assert signers(step(text, *actors)) == signing

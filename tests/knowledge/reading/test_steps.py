"""Steps in other forms than a numbered list with times in brackets."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import ProcedureStep, ServiceStandard
from knowledge.reading import read_text

FRAME = "STANDAR PELAYANAN UJI\n\nA. Persyaratan\n1. KTP\n\nB. Prosedur\n{}\n\nC. Biaya\nGratis\n"


def read(lines: str) -> ServiceStandard:
    (standard,) = read_text(FRAME.format(lines), "uji.txt")
    return standard


def shape(step: ProcedureStep) -> tuple[str, tuple[str, ...], str | None]:
    return step.text, step.actors, step.duration.text if step.duration else None


@pytest.mark.parametrize(
    ("lines", "actors", "time"),
    [
        ("1. Petugas memeriksa berkas\nWaktu: 10 menit", ("Petugas",), "10 menit"),
        ("1. Petugas memeriksa berkas\n- Waktu : 1 hari kerja", ("Petugas",), "1 hari kerja"),
        ("1. Memeriksa berkas\nPelaksana: PPID\nDurasi: 1 jam", ("PPID",), "1 jam"),
        ("1. Memeriksa berkas\nPelaksana: PPID; Waktu: 15 menit", ("PPID",), "15 menit"),
        ("1. Memeriksa berkas\nPelaksana: Lurah dan Camat\nOutput: Kartu", ("Lurah", "Camat"), None),
        (
            "1. PPID menyiapkan informasi\nWaktu: paling lama 10 (sepuluh) hari kerja",
            ("PPID",),
            "paling lama 10 (sepuluh) hari kerja",
        ),
        ("1. Petugas mencatat (5 menit)\nWaktu: 10 menit", ("Petugas",), "5 menit"),
        ("1. Petugas mencatat\nPelaksana: -", ("Petugas",), None),
    ],
)  # fmt: skip
def test_labelled_lines_tell_the_time_and_the_doer(
    lines: str, actors: tuple[str, ...], time: str | None
) -> None:
    (step,) = read(lines).steps
    assert shape(step)[1:] == (actors, time)
    assert not any(note.duration for note in step.notes)

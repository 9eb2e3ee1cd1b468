"""Kinds and stages of complaints that stand above who sees to them."""

from __future__ import annotations

import pytest

from knowledge.model import ComplaintChain
from knowledge.reading import read_text
from tests.knowledge.reading.test_complaints import FRAME

LATE, RUDE, BROKEN = "Ketua Tim Layanan Alat", "Kepala Bagian Umum", "Teknisi Alat Utama"
KINDS = [
    ("Keterlambatan layanan", (LATE,)),
    ("Sikap petugas", (RUDE,)),
    ("Alat rusak atau tidak ditemukan", (BROKEN,)),
]


def chain(content: str) -> ComplaintChain:
    (standard,) = read_text(FRAME.format(content), "uji.txt")
    assert standard.complaint is not None
    return standard.complaint


def told(found: ComplaintChain) -> list[tuple[str, tuple[str, ...]]]:
    return [(case.about, case.handled_by) for case in found.cases]


@pytest.mark.parametrize(
    "block",
    [
        "{mark}. {kind}\n   Ditangani oleh {post}. Penyebab diberitahukan dalam 1 hari kerja.",
        "{mark}. {kind} Ditangani oleh {post} dalam 4 jam kerja.",
        "{mark}. {kind}\n   - Petugas: {post}\n   - Waktu: 2 hari kerja",
        "{kind}\n\nPenanggung jawab: {post}\n",
        "{kind} ditangani oleh {post}.\n",
    ],
)
def test_a_kind_above_its_handler_is_no_other_kinds(block: str) -> None:
    lines = [
        block.format(mark=m, kind=k, post=p) for m, (k, (p,)) in zip("abc", KINDS, strict=True)
    ]
    found = chain("\n".join(lines))
    assert told(found) == KINDS
    assert found.handled_by == ()


def test_suggestions_below_kinds_go_to_whoever_writes_them_down() -> None:
    text = "a. {}\n   Ditangani oleh {}.\nb. {}\n   Ditangani oleh {}.\nc. Saran dan masukan\n"
    (one, (late,)), (two, (rude,)) = KINDS[:2]
    found = chain(text.format(one, late, two, rude) + "   Dicatat oleh Pengelola Alat dan dibahas.")
    assert told(found) == [*KINDS[:2], ("Saran dan masukan", ("Pengelola Alat",))]


STAGES = (
    ("Pengaduan diterima melalui telepon dan dicatat", "Petugas Pengaduan"),
    ("Pengaduan diklarifikasi kepada pelaksana", "Kepala Seksi Alat"),
    ("Jawaban tertulis disampaikan kepada pelapor", "Kepala Bidang Alat"),
)


def test_a_table_of_stages_tells_who_receives_and_who_examines() -> None:
    rows = [f"| {stage} | {post} | 1 hari kerja |" for stage, post in STAGES]
    found = chain("\n".join(["| Tahap | Petugas | Waktu |", "|---|---|---|", *rows]))
    assert (found.received_by, found.handled_by) == ("Petugas Pengaduan", ("Kepala Seksi Alat",))
    assert told(found) == []


def test_who_solves_goes_before_who_examines() -> None:
    rows = [f"| {stage} | {post} | 1 hari kerja |" for stage, post in STAGES]
    rows.insert(2, "| Pengaduan ditindaklanjuti | Sekretaris Dinas | 1 hari kerja |")
    found = chain("\n".join(["| Tahap | Petugas | Waktu |", "|---|---|---|", *rows]))
    assert found.handled_by == ("Sekretaris Dinas",)


def test_a_table_of_stages_of_the_service_is_its_procedure() -> None:
    rows = "| Tahap | Petugas | Waktu |\n|---|---|---|\n| Berkas diperiksa | Loket | 1 jam |\n"
    (standard,) = read_text(FRAME.format("Sampaikan ke loket.\n\n" + rows), "uji.txt")
    assert [step.text for step in standard.steps] == ["Berkas diperiksa"]


def test_a_table_of_kinds_keeps_who_answers_for_them_with_them() -> None:
    rows = [f"| {kind} | {post} | 3 hari kerja |" for kind, (post,) in KINDS]
    head = ["| Jenis aduan | Penanggung jawab | Waktu |", "|---|---|---|"]
    (standard,) = read_text(FRAME.format("\n".join([*head, *rows])), "uji.md")
    assert standard.complaint is not None
    assert told(standard.complaint) == KINDS
    assert standard.responsible is None


def test_who_first_receives_a_kind_is_no_part_of_what_it_is_about() -> None:
    text = (
        "Pengaduan mengenai tarif sewa diterima oleh Petugas Pengaduan pada Sekretariat dan"
        " ditindaklanjuti oleh Kepala Bidang Alat. Laporan mengenai pungutan liar ditangani oleh"
        " Sekretaris Dinas."
    )
    cases = [("tarif sewa", ("Kepala Bidang Alat",)), ("pungutan liar", ("Sekretaris Dinas",))]
    assert told(chain(text)) == cases


def test_the_sentence_on_the_whole_service_names_its_receiver_too() -> None:
    found = chain(
        "Pengaduan mengenai pelayanan uji diterima oleh Petugas Pengaduan dan ditindaklanjuti oleh"
        " Kepala Bidang Alat. Laporan mengenai pungutan liar ditangani oleh Sekretaris Dinas."
    )
    assert (found.received_by, found.handled_by) == ("Petugas Pengaduan", ("Kepala Bidang Alat",))
    assert told(found) == [("pungutan liar", ("Sekretaris Dinas",))]

"""Lists and tables that share complaints out among several posts, by what they are about."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_complaints import FRAME, chain

FINANCE, PUBLIC = "Kepala Bagian Keuangan", "Ketua Satuan Pengawas"
KINDS = [("tarif, kuitansi dan pembayaran", (FINANCE,)), ("pungutan liar", (PUBLIC,))]


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(case.about, case.handled_by) for case in chain(text).cases]


@pytest.mark.parametrize(
    "lead",
    [
        "Siapa yang menangani",
        "Pengaduan ditangani sebagai berikut:",
        "Jenis aduan dan PIC:",
        "Bila mempunyai keluhan, hubungi:",
        "Pengaduan disampaikan melalui kotak surat di lobi.",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "{about}: {post}",
        "{post}: {about}",
        "{about} - {post}",
        "{about} \N{RIGHTWARDS ARROW} {post}",
        "mengenai {about}, oleh {post};",
        "{post}, untuk pengaduan mengenai {about};",
        "{post} untuk {about}",
        "pengaduan tentang {about}: {post}, paling lama 3 hari kerja",
    ],
)
def test_each_line_of_a_list_names_a_kind_and_its_post(lead: str, line: str) -> None:
    lines = [line.format(about=about, post=post) for about, (post,) in KINDS]
    assert (
        told("\n".join([lead, *(f"{m}. {t}" for m, t in zip("ab", lines, strict=True))])) == KINDS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pengaduan disampaikan melalui:\na. surat: Kepala Dinas\nb. kotak saran: Kepala Seksi A",
        "Siapa yang menangani\na. Penerima: Kepala Seksi A\nb. Penindak lanjut: Kepala Seksi B",
        "Siapa yang menangani\na. Kepala Seksi A: Kepala Bidang B\nb. Lurah: Camat",
        "Siapa yang menangani\na. telepon: 0812 3456\nb. surel: aduan@contoh.go.id",
        "Siapa yang menangani\na. tarif: Kepala Bagian Keuangan",
        "Siapa yang menangani\na. paling lama 5 hari, oleh Camat\nb. dalam 3 hari, oleh Lurah",
        "Siapa yang menangani\na. Keluhan lisan disampaikan kepada Camat\nb. Keluhan tertulis"
        " disampaikan kepada Lurah",
        "Saluran pengaduan\na. tarif kirim: Camat\nb. formulir: Lurah",
    ],
)
def test_other_lists_share_nothing_out(text: str) -> None:
    assert told(text) == []


def test_who_only_handles_in_general_is_nobody_and_a_counter_receives_nothing() -> None:
    found = chain(
        "Pengaduan disampaikan melalui Loket Pengaduan (Loket 1) atau kotak saran! Petugas Loket"
        " Pengaduan mencatat pengaduan, lalu meneruskan pengaduan kepada pejabat yang menangani,"
        f" yaitu:\na. {FINANCE}, untuk pengaduan mengenai tarif;\nb. {PUBLIC}, untuk keberatan"
        " pemilik tanah."
    )
    assert found.received_by == "Petugas Loket Pengaduan"
    assert found.handled_by == (FINANCE, PUBLIC)
    assert [case.about for case in found.cases] == ["tarif", "keberatan pemilik tanah"]


def test_a_list_below_a_plain_line_in_the_same_section_as_another() -> None:
    text = FRAME.format(
        "Saluran pengaduan\n\n- kotak saran\n- surat\n\nSiapa yang menangani\n\n"
        f"- Tarif, kuitansi dan pembayaran: {FINANCE}\n- Pungutan liar: {PUBLIC}\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    assert [case.handled_by for case in standard.complaint.cases] == [(FINANCE,), (PUBLIC,)]


def test_what_was_not_settled_is_no_line_of_the_list_above_it() -> None:
    found = chain(
        f"Siapa yang menangani\na. tarif: {FINANCE}\nb. petugas tidak sopan: {PUBLIC}",
        "Keluhan yang belum tuntas dibawa ke Kepala Dinas.",
    )
    assert [case.about for case in found.cases] == ["tarif", "petugas tidak sopan"]
    assert found.next == "Kepala Dinas"


def test_rows_on_complaints_below_another_heading_are_its_complaint_section() -> None:
    text = FRAME.replace("H. Pengaduan", "H. Jam Layanan").format(
        "Senin s.d. Jumat pukul 08.00-15.00\n\n"
        f"Keluhan selisih pembayaran Ditangani oleh {FINANCE} dan dijawab.\n\n"
        f"Pengaduan dugaan penyimpangan Ditangani oleh {PUBLIC}.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    told = [(case.about, case.handled_by) for case in standard.complaint.cases]
    assert told == [("selisih pembayaran", (FINANCE,)), ("dugaan penyimpangan", (PUBLIC,))]


@pytest.mark.parametrize("lead", ["Siapa menangani apa", "Penanganan dibagi sebagai berikut:"])
@pytest.mark.parametrize(
    "post",
    ["Pengurus Barang", "Pranata Komputer", "Arsiparis Ahli Madya", "Customer Service"],
)
def test_what_stands_where_known_posts_do_is_a_post(lead: str, post: str) -> None:
    sure = f"a. tarif: {FINANCE}\nb. pungutan liar: {PUBLIC}"
    assert told(f"{lead}\n{sure}\nc. kerusakan barang: {post}")[2:] == [
        ("kerusakan barang", (post,))
    ]


@pytest.mark.parametrize(
    "line",
    ["kerusakan barang: Loket 3", "kerusakan barang: Kotak Saran", "kerusakan barang: segera"]
    + ["Pranata Komputer: kerusakan barang", "waktu tanggap: Senin"],
)
def test_what_is_written_otherwise_than_the_posts_of_a_list_is_none(line: str) -> None:
    sure = f"a. tarif: {FINANCE}\nb. pungutan liar: {PUBLIC}"
    assert len(told(f"Siapa menangani apa\n{sure}\nc. {line}")) == 2


def test_one_known_post_makes_no_posts_of_others() -> None:
    text = f"Siapa menangani apa\na. tarif: {FINANCE}\nb. kerusakan barang: Pengurus Barang"
    assert told(text) == []


def test_how_and_by_when_one_complains_is_no_part_of_a_kind() -> None:
    found = told(
        "Pengaduan ditangani sebagai berikut:\n"
        "a. Hasil diragukan (uji ulang diajukan paling lambat 7 hari): Manajer Teknis\n"
        "b. Sarana (kursi, toilet): Kepala Subbagian Umum"
    )
    assert found == [
        ("Hasil diragukan", ("Manajer Teknis",)),
        ("Sarana (kursi, toilet)", ("Kepala Subbagian Umum",)),
    ]

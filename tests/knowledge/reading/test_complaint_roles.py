"""Who receives complaints, who handles which of them, and to whom the unsettled ones go."""

from __future__ import annotations

import pytest

from knowledge.model import Delegation
from knowledge.reading import read_text
from tests.knowledge.reading.test_complaints import FRAME, chain

BOTH = "Pengaduan diterima oleh Staf Loket dan ditangani oleh Sekretaris Desa."
TO_HEAD = "Pengaduan disampaikan kepada Kepala Puskesmas."


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Pelapor yang belum puas dapat meneruskan pengaduan kepada Camat Melati.", "Camat Melati"),
        ("Pengadu yang tidak puas atas jawaban dapat membawa pengaduannya ke Ombudsman.",
         "Ombudsman"),
        ("Warga yang merasa tidak puas dapat melapor ke Inspektorat Kota.", "Inspektorat Kota"),
        ("Apabila tidak puas, pelapor dapat mengajukan keberatan kepada Bupati.", "Bupati"),
        ("Bila dalam 5 hari belum ada penyelesaian, pengaduan naik ke Camat.", "Camat"),
        ("Pelapor dapat mengajukan banding kepada Camat apabila keberatan dengan jawaban.",
         "Camat"),
    ],
)  # fmt: skip
def test_a_reporter_goes_to_the_next_one_and_delegates_nothing(sentence: str, to: str) -> None:
    found = chain(BOTH, sentence)
    assert (found.received_by, found.handled_by) == ("Staf Loket", ("Sekretaris Desa",))
    assert (found.next, found.delegation, found.cases) == (to, None, ())


@pytest.mark.parametrize(
    ("sentences", "receiver", "handlers"),
    [
        (("Pengaduan dicatat oleh Petugas Humas, dijawab paling lama 3 hari, dan ditangani oleh"
          " Kepala Subbagian Umum.",), "Petugas Humas", ("Kepala Subbagian Umum",)),
        (("Keluhan dicatat oleh Petugas Loket dan mendapat nomor tiket.",
          "Keluhan diselesaikan Kepala Seksi Tarif."), "Petugas Loket", ("Kepala Seksi Tarif",)),
        (("Aduan direkap oleh Staf Umum setiap Jumat.", "Aduan ditangani oleh Camat."),
         "Staf Umum", ("Camat",)),
        (("Petugas Pengaduan menerima aduan dan Kepala Bidang Umum menyelesaikannya.",),
         "Petugas Pengaduan", ("Kepala Bidang Umum",)),
        (("Petugas Informasi mencatat setiap pengaduan.",
          "Penyelesaian pengaduan menjadi tanggung jawab Sekretaris Dinas."),
         "Petugas Informasi", ("Sekretaris Dinas",)),
        (("Pengaduan diregistrasi oleh Petugas Loket.",
          "Sekretaris Dinas bertanggung jawab atas penyelesaian pengaduan."),
         "Petugas Loket", ("Sekretaris Dinas",)),
        (("Masyarakat dapat melapor kepada Kepala Seksi Trantib.",), "Kepala Seksi Trantib", ()),
        (("Penerima: Petugas Loket", "Penangan: Kepala Subbagian Umum"),
         "Petugas Loket", ("Kepala Subbagian Umum",)),
        (("Petugas penerima aduan: Petugas Loket", "Pejabat penyelesai: Kepala Subbagian Umum"),
         "Petugas Loket", ("Kepala Subbagian Umum",)),
    ],
)  # fmt: skip
def test_who_writes_it_down_receives_and_who_answers_for_it_handles(
    sentences: tuple[str, ...], receiver: str, handlers: tuple[str, ...]
) -> None:
    found = chain(*sentences)
    assert (found.received_by, found.handled_by) == (receiver, handlers)


@pytest.mark.parametrize(
    ("sentence", "about", "handler"),
    [
        ("Dugaan kebocoran data pasien ditangani Komite Etik.", "Dugaan kebocoran data pasien",
         "Komite Etik"),
        ("Petugas yang meminta uang di luar biaya resmi dilaporkan ke Satuan Pengawas Intern.",
         "Petugas yang meminta uang di luar biaya resmi", "Satuan Pengawas Intern"),
        ("Pengaduan mengenai petugas lapangan diteruskan kepada Koordinator Sampling.",
         "petugas lapangan", "Koordinator Sampling"),
        ("Kepala Puskesmas meneruskan pengaduan mengenai petugas lapangan kepada Koordinator"
         " Sampling.", "petugas lapangan", "Koordinator Sampling"),
        ("Dugaan pembobolan akun ditangani dalam waktu 4 jam oleh Tim Tanggap Insiden.",
         "Dugaan pembobolan akun", "Tim Tanggap Insiden"),
        ("Khusus dugaan gratifikasi, laporan ditujukan kepada Inspektorat Kota.",
         "dugaan gratifikasi", "Inspektorat Kota"),
        ("Laporan tentang pungutan liar disampaikan langsung kepada Inspektur Kota.",
         "pungutan liar", "Inspektur Kota"),
        ("Jika pengaduan menyangkut dokter, pengaduan ditangani oleh Komite Medik.", "dokter",
         "Komite Medik"),
        ("Keberatan atas hasil uji diajukan tertulis paling lambat 14 hari dan ditangani Manajer"
         " Mutu.", "hasil uji", "Manajer Mutu"),
    ],
)  # fmt: skip
def test_a_narrow_kind_leaves_all_others_with_the_receiver(
    sentence: str, about: str, handler: str
) -> None:
    found = chain(TO_HEAD, sentence)
    assert [(case.about, case.handled_by) for case in found.cases] == [(about, (handler,))]
    assert (found.received_by, found.handled_by) == ("Kepala Puskesmas", ())
    assert found.delegation is None


def test_who_handles_what_is_said_of_the_service_handles_all_but_the_other_kinds() -> None:
    found = chain(
        "Pengaduan disampaikan kepada Ketua Tim Humas. Ketua Tim Humas menindaklanjuti saran dan"
        " pengaduan tentang pelayanan paling lama 5 hari kerja. Laporan suap ditangani Unit"
        " Pengendalian Gratifikasi."
    )
    assert found.handled_by == ("Ketua Tim Humas",)
    assert [case.about for case in found.cases] == ["suap"]


def test_who_gets_the_rest_handles_all_that_is_no_kind() -> None:
    found = chain(
        "Pengaduan diterima oleh Petugas Loket. Pengaduan tentang biaya ditangani oleh Bendahara,"
        " selebihnya oleh Kepala Subbagian Umum."
    )
    assert [case.about for case in found.cases] == ["biaya"]
    assert found.handled_by == ("Kepala Subbagian Umum",)


def test_a_kind_told_aside_goes_to_who_is_named_behind_it() -> None:
    found = chain(
        "Pengaduan diterima oleh Petugas Loket.",
        "Untuk pengaduan biaya, Bendahara Penerimaan yang menangani; untuk pengaduan sikap"
        " petugas, Kepala Subbagian Umum yang menangani.",
    )
    told = [(case.about, case.handled_by) for case in found.cases]
    assert told == [
        ("biaya", ("Bendahara Penerimaan",)),
        ("sikap petugas", ("Kepala Subbagian Umum",)),
    ]


def test_an_official_who_hands_complaints_on_still_delegates() -> None:
    found = chain(TO_HEAD, "Kepala Puskesmas dapat meneruskan pengaduan kepada Bidan Koordinator.")
    assert found.delegation is Delegation.OPTIONAL
    assert found.handled_by == ("Bidan Koordinator",)


def test_a_numbered_table_of_two_columns_gives_kinds_to_their_handlers() -> None:
    rows = "| 1 | Biaya dan kuitansi | Bendahara |\n| 2 | Sikap petugas | Kepala Subbagian Umum |"
    table = f"| No | Isi pengaduan | Penanggung jawab |\n|---|---|---|\n{rows}"
    (standard,) = read_text(FRAME.format(table), "uji.md")
    assert standard.complaint is not None
    assert [(case.about, case.handled_by) for case in standard.complaint.cases] == [
        ("Biaya dan kuitansi", ("Bendahara",)),
        ("Sikap petugas", ("Kepala Subbagian Umum",)),
    ]


def test_the_rest_of_a_list_is_no_kind() -> None:
    found = chain(
        "Pengaduan diterima oleh Petugas Loket.",
        "Pejabat yang menangani:\na. Biaya: Bendahara Penerimaan\nb. Sikap petugas: Kepala"
        " Subbagian Umum\nc. Pengaduan lainnya: Sekretaris Dinas",
    )
    assert found.handled_by == ("Sekretaris Dinas",)
    assert [case.about for case in found.cases] == ["Biaya", "Sikap petugas"]


def test_an_office_that_speaks_to_its_readers_names_the_same_posts() -> None:
    found = chain(
        "Laporkan keluhan ke Petugas Loket. Keluhan Anda akan ditangani Kepala Subbagian Umum."
        " Bila ada petugas yang meminta uang, laporkan kepada Inspektorat Kota."
    )
    assert (found.received_by, found.handled_by) == ("Petugas Loket", ("Kepala Subbagian Umum",))
    assert [case.handled_by for case in found.cases] == [("Inspektorat Kota",)]


def test_a_kind_about_who_handles_all_leaves_him_the_others_in_the_same_paragraph() -> None:
    found = chain(f"{BOTH} Pengaduan terhadap Sekretaris Desa ditangani langsung oleh Kepala Desa.")
    assert (found.received_by, found.handled_by) == ("Staf Loket", ("Sekretaris Desa",))
    assert [(c.about, c.handled_by) for c in found.cases] == [("Sekretaris Desa", ("Kepala Desa",))]


def test_two_sections_on_complaints_tell_of_one_way() -> None:
    text = FRAME.format(f"1. {TO_HEAD}") + (
        "\n\nI. Biaya\n\n1. Gratis\n\nJ. Penanganan Pengaduan\n\n"
        "1. Pengaduan ditangani oleh Kepala Seksi Mutu.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Kepala Puskesmas"
    assert standard.complaint.handled_by == ("Kepala Seksi Mutu",)
    assert standard.complaint.handled_source is not None
    assert standard.complaint.handled_source.section == "J.1"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kotak saran dibuka setiap Jumat oleh Staf Loket dan isinya diteruskan kepada Lurah.",
        "Kotak pengaduan dibuka dua kali seminggu oleh Staf Loket. Lurah menangani pengaduan.",
        "Isi kotak aduan direkap setiap bulan oleh Staf Loket. Pengaduan ditangani oleh Lurah.",
    ],
)
def test_who_empties_the_box_receives_what_lies_there(sentence: str) -> None:
    found = chain(sentence)
    assert (found.received_by, found.handled_by) == ("Staf Loket", ("Lurah",))


def test_who_empties_a_box_receives_nothing_where_somebody_else_does() -> None:
    found = chain("Kotak saran dibuka setiap Jumat oleh Kepala Seksi Umum.", BOTH)
    assert (found.received_by, found.handled_by) == ("Staf Loket", ("Sekretaris Desa",))


@pytest.mark.parametrize(
    ("said", "receiver"),
    [
        ("Sekretaris Dinas, telepon 0322-4455", "Sekretaris Dinas"),
        (
            "Kepada Kepala Seksi Pelayanan melalui WhatsApp 0812-9000-7711.",
            "Kepala Seksi Pelayanan",
        ),
        ("Kepala Tata Usaha (0812-1111-2222)", "Kepala Tata Usaha"),
        ("Telepon 0322-4455", None),
        ("Kepala Dinas memeriksa kotak saran setiap bulan.", None),
    ],
)
def test_one_who_is_only_named_with_how_to_reach_him(said: str, receiver: str | None) -> None:
    assert chain(said).received_by == receiver

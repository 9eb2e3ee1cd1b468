"""Complaints of one kind, and those not settled: who gets them, read apart from all others."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_complaints import FRAME, chain

RECEIVED = "Pengaduan diterima oleh Sekretaris Dinas dan didelegasikan kepada Kepala Bidang Umum."


@pytest.mark.parametrize(
    ("complaint", "about", "deed", "handler"),
    [
        ("Pengaduan mengenai", "sengketa", "ditangani oleh", "Kepala Seksi Hukum"),
        ("Keluhan terkait", "tindakan medis", "ditindaklanjuti oleh", "Kepala Bidang Medik"),
        ("Pengaduan yang menyangkut", "pungutan liar", "diteruskan kepada", "Inspektur"),
        ("Sanggahan terhadap", "hasil seleksi", "diajukan kepada", "Kepala Sekolah"),
        ("Pengaduan", "gangguan (pipa bocor, air keruh)", "ditangani oleh", "Kepala Bagian Air"),
        ("Pengaduan mengenai", "hasil uji", "ditangani langsung oleh", "Manajer Mutu"),
    ],
)
def test_a_kind_that_somebody_of_its_own_handles(
    complaint: str, about: str, deed: str, handler: str
) -> None:
    found = chain(RECEIVED, f"{complaint} {about} {deed} {handler}.")
    assert [(case.about, case.handled_by) for case in found.cases] == [(about, (handler,))]
    assert found.cases[0].source.section == "H.2"
    assert found.received_by == "Sekretaris Dinas"
    assert found.handled_by == ("Kepala Bidang Umum",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pengaduan masyarakat disampaikan kepada Kepala Dinas.",
        "Pengaduan mengenai pelayanan ditangani oleh Kepala Seksi Pelayanan.",
        "Pengaduan yang diterima ditindaklanjuti oleh Kepala Seksi Pelayanan.",
        "Pengaduan tertulis ditangani oleh Kepala Seksi Pelayanan.",
        "Pengaduan, keluhan, dan masukan ditangani oleh Kepala Seksi Pelayanan.",
        "Pengaduan mengenai hasil uji diselesaikan paling lama 3 hari.",
    ],
)
def test_what_is_said_of_all_complaints_is_no_kind(sentence: str) -> None:
    assert chain(RECEIVED, sentence).cases == ()


def test_two_kinds_leave_the_others_with_the_receiver() -> None:
    found = chain(
        "Pengaduan diterima oleh Kepala Subbagian Umum. Pengaduan mengenai hasil uji ditangani oleh"
        " Kepala Laboratorium, sedangkan pengaduan mengenai tarif ditangani oleh Bendahara."
    )
    assert [case.about for case in found.cases] == ["hasil uji", "tarif"]
    assert (found.received_by, found.handled_by) == ("Kepala Subbagian Umum", ())


def test_the_only_handler_named_handles_all() -> None:
    found = chain(
        "Pengaduan diterima oleh Kepala Subbagian Umum.",
        "Pengaduan mengenai akta ditangani oleh Kepala Seksi Kelahiran.",
    )
    assert (found.handled_by, found.cases) == (("Kepala Seksi Kelahiran",), ())


def test_the_only_way_there_is_holds_for_all() -> None:
    found = chain("Pengaduan atas pengamanan disampaikan kepada Sekretaris Satuan.")
    assert (found.received_by, found.cases) == ("Sekretaris Satuan", ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Pengaduan yang tidak terselesaikan diteruskan kepada Camat.",
        "Apabila tidak ditindaklanjuti, pengaduan diteruskan kepada Camat.",
        "Apabila pelapor tidak menerima tanggapan, pengaduan dapat disampaikan kepada Camat.",
        "Bila belum puas, sampaikan kepada Camat.",
        "Pengaduan yang belum selesai diteruskan kepada Camat.",
    ],
)
def test_who_gets_what_was_not_settled_handles_nothing_else(sentence: str) -> None:
    found = chain(RECEIVED, sentence)
    assert found.next == "Camat"
    assert found.next_source is not None
    assert found.handled_by == ("Kepala Bidang Umum",)
    assert found.cases == ()


def test_what_is_suspected_is_a_kind_without_the_word_complaint() -> None:
    found = chain(RECEIVED, "Dugaan pungutan liar ditangani oleh Kepala Seksi Disiplin.")
    told = [(case.about, case.handled_by) for case in found.cases]
    assert told == [("Dugaan pungutan liar", ("Kepala Seksi Disiplin",))]
    assert found.handled_by == ("Kepala Bidang Umum",)


def test_who_handles_complaints_about_the_service_handles_all_but_the_other_kinds() -> None:
    found = chain(
        "Pengaduan diterima oleh Kepala Seksi Pengawasan.",
        "Keluhan tentang pelayanan (antrean, berkas) ditangani oleh Kepala Seksi Loket.",
        "Dugaan suap ditangani oleh Kepala Seksi Disiplin.",
    )
    assert found.handled_by == ("Kepala Seksi Loket",)
    assert [case.about for case in found.cases] == ["Dugaan suap"]


@pytest.mark.parametrize(
    ("sentence", "about", "handler"),
    [
        ("Keluhan mengenai nilai ditangani Ketua Panitia paling lama 3 hari kerja.", "nilai",
         "Ketua Panitia"),
        ("Gangguan aplikasi ditangani Kepala Pusat Data.", "Gangguan aplikasi",
         "Kepala Pusat Data"),
        ("Pengaduan soal tarif menjadi kewenangan Kepala Bagian Keuangan.", "tarif",
         "Kepala Bagian Keuangan"),
        ("Dugaan suap diteruskan oleh Sekretaris Dinas kepada Inspektorat Provinsi.",
         "Dugaan suap", "Inspektorat Provinsi"),
        ("Saran dan masukan dicatat oleh Koordinator Loket dan dibahas.", "Saran dan masukan",
         "Koordinator Loket"),
        ("Apabila pengaduan menyangkut Kepala Bidang Umum, pengaduan diteruskan kepada Camat.",
         "Kepala Bidang Umum", "Camat"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_any_word_for_handling(sentence: str, about: str, handler: str) -> None:
    found = chain(RECEIVED, sentence)
    assert [(case.about, case.handled_by) for case in found.cases] == [(about, (handler,))]
    assert found.received_by == "Sekretaris Dinas"
    assert found.handled_by == ("Kepala Bidang Umum",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Setiap laporan yang masuk ditangani Kepala Bidang Umum.",
        "Penanganan selanjutnya diselesaikan oleh Kepala Bidang Umum.",
        "Identitas pelapor dirahasiakan dan diproses oleh Kepala Bidang Umum.",
        "Kepala Seksi Loket mencatat, kemudian ditangani oleh Kepala Bidang Umum.",
        "Pengaduan mengenai pelayanan uji sampel disampaikan kepada Sekretaris Dinas.",
        "Pengaduan, saran, dan masukan diterima oleh Subbagian Umum.",
    ],
)
def test_how_complaints_are_handled_is_no_kind_of_them(sentence: str) -> None:
    assert chain(RECEIVED, sentence).cases == ()


def test_suggestions_are_no_kind_where_nothing_else_is_spoken_of() -> None:
    found = chain("Saran disampaikan kepada Camat. Camat beserta staf menindaklanjuti.")
    assert (found.received_by, found.cases) == ("Camat", ())


def test_who_handles_complaints_about_what_the_standard_is_named_for_handles_all_others() -> None:
    found = chain(
        "Pengaduan mengenai layanan uji ditangani oleh Kepala Seksi Uji.",
        "Pengaduan mengenai pungutan liar ditangani langsung oleh Sekretaris Dinas.",
    )
    assert found.handled_by == ("Kepala Seksi Uji",)
    assert [case.about for case in found.cases] == ["pungutan liar"]


def test_one_of_several_things_in_the_name_is_not_the_whole_service() -> None:
    text = FRAME.replace("UJI", "UJI AIR DAN TANAH").format(
        "1. Pengaduan mengenai uji air ditangani oleh Kepala Seksi Air.\n"
        "2. Pengaduan mengenai pungutan liar ditangani oleh Sekretaris Dinas."
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    assert standard.complaint.handled_by == ()
    assert [case.about for case in standard.complaint.cases] == ["uji air", "pungutan liar"]


def test_who_takes_and_handles_each_complaint_in_passing_is_left_with_what_no_kind_fits() -> None:
    found = chain(
        "Kepala Subbagian Umum menerima dan mencatat setiap aduan, serta menangani keluhan atas"
        " pelayanan petugas dan menindaklanjuti saran.",
        "Dugaan kecurangan ditangani Inspektur Investigasi.",
    )
    assert (found.received_by, found.handled_by) == (
        "Kepala Subbagian Umum", ("Kepala Subbagian Umum",)
    )  # fmt: skip
    assert [case.handled_by for case in found.cases] == [("Inspektur Investigasi",)]


def test_a_chain_told_in_steps() -> None:
    found = chain(
        "Penanganan secara berjenjang sebagai berikut:\n"
        "a. Pengelola Pengaduan mencatat pengaduan dan menyampaikannya kepada Kepala Subbagian"
        " Umum.\n"
        "b. Kepala Subbagian Umum menelaah dan menjawab pengaduan.\n"
        "c. Apabila pemohon tidak puas, pengaduan diteruskan kepada Kepala Bagian Umum."
    )
    assert (found.received_by, found.handled_by) == (
        "Pengelola Pengaduan", ("Kepala Subbagian Umum",)
    )  # fmt: skip
    assert (found.next, found.cases) == ("Kepala Bagian Umum", ())


def test_whoever_is_not_content_objects_to_the_next() -> None:
    found = chain(RECEIVED, "Pelapor yang belum puas dapat mengajukan keberatan kepada Camat.")
    assert (found.received_by, found.next) == ("Sekretaris Dinas", "Camat")


def test_where_it_is_handed_in_is_no_part_of_the_kind() -> None:
    found = chain(
        "Keluhan warga mengenai kebisingan disampaikan ke Posko Taman, telepon 0813-0000-2190, dan "
        "ditangani Koordinator Lapangan paling lambat 1 jam.",
        "Pengaduan mengenai permintaan uang wajib diteruskan oleh penerima kepada Kepala Dinas.",
    )
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("kebisingan", ("Koordinator Lapangan",)),
        ("permintaan uang", ("Kepala Dinas",)),
    ]


def test_who_handles_all_complaints_may_be_what_one_kind_is_about() -> None:
    (standard,) = read_text(
        "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. Pengaduan\n"
        "Pengaduan diterima oleh Staf Pelayanan dan ditangani oleh Sekretaris Desa. "
        "Pengaduan terhadap Sekretaris Desa ditangani langsung oleh Kepala Desa.\n"
        "Pelapor yang belum puas dapat meneruskan pengaduan kepada Camat Rancasari.\n",
        "x.txt",
    )
    found = standard.complaint
    assert found is not None
    assert found.received_by == "Staf Pelayanan"
    assert found.handled_by == ("Sekretaris Desa",)
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("Sekretaris Desa", ("Kepala Desa",))
    ]
    assert found.delegation is None
    assert found.next == "Camat Rancasari"


def test_kinds_that_one_sentence_hands_to_different_posts() -> None:
    found = chain(
        "Pengaduan disampaikan kepada Sekretaris Dinas.",
        "Sekretaris Dinas meneruskan pengaduan tentang uji tanah kepada Kepala Bidang Mutu dan "
        "pengaduan tentang gedung kepada Kepala Subbagian Umum.",
    )
    assert found.received_by == "Sekretaris Dinas"
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("uji tanah", ("Kepala Bidang Mutu",)),
        ("gedung", ("Kepala Subbagian Umum",)),
    ]


def test_the_service_as_a_whole_is_no_kind_beside_others() -> None:
    found = chain(
        "Pengaduan disampaikan kepada Sekretaris Dinas.",
        "Sekretaris Dinas meneruskan pengaduan tentang layanan kepada Kepala Bidang Mutu dan "
        "pengaduan tentang gedung kepada Kepala Subbagian Umum.",
    )
    assert found.handled_by == ("Kepala Bidang Mutu",)
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("gedung", ("Kepala Subbagian Umum",))
    ]


@pytest.mark.parametrize(
    ("title", "handler", "other"),
    [
        ("Peminjaman Arsip", "Koordinator Layanan dan Pemanfaatan", "fumigasi"),
        ("Fumigasi Arsip", "Koordinator Preservasi", "peminjaman arsip"),
    ],
)
def test_of_several_services_each_has_its_own_handler(title: str, handler: str, other: str) -> None:
    text = FRAME.format(
        "1. Keluhan tentang peminjaman arsip ditangani oleh Koordinator Layanan dan Pemanfaatan.\n"
        "2. Keluhan tentang fumigasi ditangani oleh Koordinator Preservasi.\n"
        "3. Pengaduan tentang perilaku petugas ditangani langsung oleh Kepala Kantor Arsip.\n"
    )
    (standard,) = read_text(text.replace("UJI", title.upper(), 1), "arsip.txt")
    assert standard.complaint
    assert standard.complaint.handled_by == (handler,)
    assert [case.about for case in standard.complaint.cases] == [other, "perilaku petugas"]


def test_who_handles_complaints_about_the_service_itself_goes_before_who_has_all() -> None:
    text = (
        "Pengaduan diteruskan kepada Kepala Bidang Layanan. "
        "Pengaduan mengenai pemakaian ruang ditangani oleh Sekretaris Dinas."
    )
    for title, handler in (
        ("PEMAKAIAN RUANG", "Sekretaris Dinas"),
        ("KARTU", "Kepala Bidang Layanan"),
    ):
        (standard,) = read_text(FRAME.replace("UJI", title).format(text), "ruang.txt")
        assert standard.complaint
        assert standard.complaint.handled_by == (handler,)

"""Who receives and handles complaints, in the many wordings that offices have for it."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_complaint_roles import BOTH
from tests.knowledge.reading.test_complaints import FRAME, chain


@pytest.mark.parametrize(
    ("sentence", "handler"),
    [
        ("Pengaduan ditangani oleh Ka. KPBU dan dilaporkan kepada Kepala Balai.", "Ka. KPBU"),
        ("Pengaduan diteruskan kepada Kepala Subdirektorat Izin dan Mutu untuk ditangani.",
         "Kepala Subdirektorat Izin dan Mutu"),
        ("Pengaduan ditangani oleh Kepala Subseksi Data dan Hak.", "Kepala Subseksi Data dan Hak"),
        ("Pengaduan diteruskan kepada Kepala Satuan Mutu\n\n   Internal.",
         "Kepala Satuan Mutu Internal"),
    ],
)  # fmt: skip
def test_the_name_of_a_handler_is_read_to_its_end(sentence: str, handler: str) -> None:
    found = chain("Pengaduan diterima oleh Staf Loket.", sentence)
    assert (found.received_by, found.handled_by) == ("Staf Loket", (handler,))


@pytest.mark.parametrize("below", ["WhatsApp 0812", "Kepala Balai menjawab pengaduan."])
def test_what_stands_below_a_post_is_no_part_of_its_name(below: str) -> None:
    found = chain(f"Pengaduan disampaikan kepada Kepala Satuan Mutu\n\n   {below}")
    assert found.received_by == "Kepala Satuan Mutu"


@pytest.mark.parametrize("about", ["SKTP", "pembayaran uji", "pelaksanaan acara"])
def test_who_only_gets_all_complaints_to_hand_them_on_has_no_kind(about: str) -> None:
    found = chain(
        f"Pengaduan mengenai {about} disampaikan kepada Kepala Bagian Umum.",
        "Kepala Bagian Umum mendelegasikan penyelesaian kepada Kepala Subbagian Kas.",
        "Pengaduan mengenai pungutan disampaikan langsung kepada Kepala Biro Umum.",
    )
    narrow = about.startswith("pembayaran")  # a part of some service, unless its title says so
    assert [case.about for case in found.cases][narrow:] == ["pungutan"]
    assert (found.received_by, found.handled_by) == (
        "Kepala Bagian Umum", ("Kepala Subbagian Kas",)
    )  # fmt: skip


def test_complaints_about_the_service_of_the_title_are_no_kind() -> None:
    text = FRAME.replace("UJI", "PEMBAYARAN BIAYA UJI").format(
        "1. Keluhan mengenai pembayaran uji disampaikan kepada Kepala Bagian Umum.\n"
        "2. Kepala Bagian Umum mendelegasikan penyelesaian kepada Kepala Subbagian Kas.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.complaint is not None
    assert standard.complaint.cases == ()
    assert standard.complaint.handled_by == ("Kepala Subbagian Kas",)


@pytest.mark.parametrize(
    "may",
    [
        "Panitera dapat mendelegasikan penanganan kepada Panitera Muda Perdata.",
        "Panitera dapat menugaskan Panitera Muda Perdata untuk menyelesaikan pengaduan tentang"
        " salinan putusan.",
    ],
)
def test_who_handles_complaints_does_so_although_he_may_hand_them_on(may: str) -> None:
    found = chain("Pengaduan diterima oleh Staf Loket dan ditangani oleh Panitera.", may)
    assert (found.received_by, found.handled_by) == ("Staf Loket", ("Panitera",))
    told = [(case.about, case.handled_by) for case in found.cases]
    kind = [("salinan putusan", ("Panitera Muda Perdata",))] if "salinan" in may else []
    assert told == kind


def test_a_deed_without_leave_is_a_kind_where_it_is_only_reported() -> None:
    found = chain(BOTH, "Pembuangan sampah tanpa izin dilaporkan kepada Kepala Bidang Tata Kota.")
    assert [case.about for case in found.cases] == ["Pembuangan sampah tanpa izin"]
    assert found.handled_by == ("Sekretaris Desa",)


@pytest.mark.parametrize(
    ("sentence", "receiver", "handlers"),
    [
        ("Penanggung jawab penanganan pengaduan adalah Kepala Tata Usaha.",
         None, ("Kepala Tata Usaha",)),
        ("Petugas yang menangani pengaduan adalah Koordinator Mutu.", None, ("Koordinator Mutu",)),
        ("Penyelesaian pengaduan dilakukan oleh Kepala Subbagian Umum.",
         None, ("Kepala Subbagian Umum",)),
        ("Tindak lanjut atas keluhan dilaksanakan oleh Seksi Mutu.", None, ("Seksi Mutu",)),
        ("Pengaduan masyarakat dikelola oleh Bagian Humas.", None, ("Bagian Humas",)),
        ("Kepala Subbagian Umum mengoordinasikan penanganan pengaduan.",
         None, ("Kepala Subbagian Umum",)),
        ("Pengaduan dilayani oleh Petugas Loket dan diselesaikan oleh Kepala Seksi Mutu.",
         "Petugas Loket", ("Kepala Seksi Mutu",)),
        ("Pengaduan dijawab oleh Admin Loket dan ditangani oleh Kepala Seksi Mutu.",
         None, ("Kepala Seksi Mutu",)),
        ("Pengelola Pengaduan menelaah keluhan dan menyampaikannya kepada Kepala Seksi Mutu untuk"
         " ditindaklanjuti.", "Pengelola Pengaduan", ("Kepala Seksi Mutu",)),
        ("Keluhan diterima Staf Loket dan dijawab oleh Kepala Bidang Medik dalam 2 x 24 jam.",
         "Staf Loket", ("Kepala Bidang Medik",)),
        ("Pengaduan diterima Staf Loket dan diselesaikan bersama oleh Kepala Bidang A dan Kepala"
         " Bidang B.", "Staf Loket", ("Kepala Bidang A", "Kepala Bidang B")),
        ("Pengaduan diterima Staf Loket, ditelaah, dan diputuskan penyelesaiannya oleh Camat.",
         "Staf Loket", ("Camat",)),
        ("Pengaduan diterima Staf Loket, selanjutnya didistribusikan kepada Kepala Bidang A.",
         "Staf Loket", ("Kepala Bidang A",)),
        ("Kepala Bidang A bertindak sebagai penanggung jawab penyelesaian pengaduan.",
         None, ("Kepala Bidang A",)),
        ("Pengaduan disampaikan melalui surel dan ditindaklanjuti oleh Subbagian Humas.",
         None, ("Subbagian Humas",)),
        ("Pengaduan disampaikan kepada Kepala Balai atau melalui Staf Loket.", "Kepala Balai", ()),
        ("Keluhan diterima Staf Loket, diteruskan ke Supervisor, dan apabila tidak selesai"
         " diteruskan ke Kepala Balai.", "Staf Loket", ("Supervisor",)),
    ],
)  # fmt: skip
def test_who_handles_complaints_is_read_in_other_wordings(
    sentence: str, receiver: str | None, handlers: tuple[str, ...]
) -> None:
    found = chain(sentence)
    assert (found.received_by, found.handled_by) == (receiver, handlers)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Apabila menyangkut integritas pegawai, pengaduan diteruskan kepada Inspektorat.",
         [("integritas pegawai", "Inspektorat")]),
        ("Khusus pengaduan tentang calo, hubungi Satgas Saber Pungli.",
         [("calo", "Satgas Saber Pungli")]),
        ("Pengaduan terkait petugas ditangani Sekretaris; terkait sarana ditangani Kepala Seksi A;"
         " dan terkait hasil uji ditangani Manajer Mutu.",
         [("petugas", "Sekretaris"), ("sarana", "Kepala Seksi A"), ("hasil uji", "Manajer Mutu")]),
        ("Kasubbag Umum menangani keluhan fasilitas, sedangkan Kasi Mutu menangani keluhan teknis.",
         [("fasilitas", "Kasubbag Umum"), ("teknis", "Kasi Mutu")]),
        ("Laporan pungutan liar diserahkan kepada Inspektur.", [("pungutan liar", "Inspektur")]),
        ("Pengaduan yang bersifat rahasia disampaikan kepada Inspektur.",
         [("rahasia", "Inspektur")]),
        ("Pengaduan tentang mutu diproses oleh Manajer Mutu, pengaduan tentang tarif diproses oleh"
         " Bendahara.", [("mutu", "Manajer Mutu"), ("tarif", "Bendahara")]),
        ("Keluhan ditangani Sekretaris Desa, kecuali keluhan tagihan yang ditangani Bendahara.",
         [("tagihan", "Bendahara")]),
        ("Keluhan mutu ditangani Manajer Mutu, dan keluhan tarif ditangani Bendahara.",
         [("mutu", "Manajer Mutu"), ("tarif", "Bendahara")]),
    ],
)  # fmt: skip
def test_kinds_are_read_in_other_wordings(sentence: str, kinds: list[tuple[str, str]]) -> None:
    found = chain(BOTH, sentence)
    assert [(case.about, case.handled_by[0]) for case in found.cases] == kinds
    assert found.handled_by == ("Sekretaris Desa",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepala Seksi Mutu menangani pengaduan paling lama 3 hari kerja.",
        "Kepala Seksi Mutu menindaklanjuti keluhan sesuai ketentuan.",
        "Kepala Seksi Mutu menyelesaikan pengaduan yang masuk.",
    ],
)
def test_how_somebody_handles_complaints_is_no_kind(sentence: str) -> None:
    found = chain("Pengaduan diterima oleh Staf Loket.", sentence)
    assert (found.handled_by, found.cases) == (("Kepala Seksi Mutu",), ())


@pytest.mark.parametrize(
    ("rest", "handlers"),
    [
        ("", ()),
        (" Pengaduan lain disampaikan kepada Kepala Tata Usaha.", ("Kepala Tata Usaha",)),
        (", dan pengaduan selain itu kepada Kepala Tata Usaha.", ("Kepala Tata Usaha",)),
    ],
)
def test_who_has_a_wrong_alone_gets_no_other_complaints(
    rest: str, handlers: tuple[str, ...]
) -> None:
    told = "Pengaduan mengenai pungutan liar disampaikan kepada Inspektorat"
    found = chain(f"{told}{'' if rest.startswith(',') else '.'}{rest}")
    assert [(case.about, case.handled_by) for case in found.cases] == [
        ("pungutan liar", ("Inspektorat",))
    ]
    assert "Inspektorat" not in (found.received_by, *found.handled_by)
    assert not handlers or handlers[0] in (found.received_by, *found.handled_by)

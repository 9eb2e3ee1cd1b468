"""The complaint chain in the shapes that offices give it."""

from __future__ import annotations

import pytest

from knowledge.model import ComplaintChain
from knowledge.reading import read_text

FRAME = "STANDAR PELAYANAN UJI\n\nA. Dasar Hukum\n\n1. Undang-Undang\n\nH. Pengaduan\n\n{}"


def chain(*items: str) -> ComplaintChain:
    lines = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    (standard,) = read_text(FRAME.format(lines), "uji.txt")
    assert standard.complaint is not None
    return standard.complaint


SHAPES = [
    (
        (
            "Pengaduan dari pengguna pelayanan disampaikan baik secara lisan maupun tertulis"
            " kepada Kepala Biro Umum.",
            "Kepala Biro Umum dapat mendelegasikan wewenang kepada Kepala Bagian A dan/atau Kepala"
            " Bagian B untuk menindaklanjuti pengaduan.",
        ),
        ("Kepala Biro Umum", "optional", ("Kepala Bagian A", "Kepala Bagian B"), ()),
    ),
    (
        (
            "Keluhan disampaikan melalui telepon kepada Kepala Bagian Rumah Tangga.",
            "Keluhan ditindaklanjuti oleh Kepala Subbagian Urusan Dalam bersama petugas.",
        ),
        ("Kepala Bagian Rumah Tangga", None, ("Kepala Subbagian Urusan Dalam",), ("petugas",)),
    ),
    (
        (
            "Pengaduan diterima oleh petugas loket.",
            "Petugas loket meneruskan pengaduan kepada Kepala Seksi Pelayanan.",
            "Kepala Seksi Pelayanan dibantu oleh staf menyelesaikan pengaduan.",
        ),
        ("petugas loket", "required", ("Kepala Seksi Pelayanan",), ("staf",)),
    ),
    (
        (
            "Asisten Deputi Pengaduan Masyarakat menerima pengaduan.",
            "Wewenang menindaklanjuti didelegasikan kepada Kepala Bidang Analisis.",
        ),
        ("Asisten Deputi Pengaduan Masyarakat", "required", ("Kepala Bidang Analisis",), ()),
    ),
    (
        (
            "Kepala Biro Hukum, Hubungan Masyarakat, dan Protokol menugaskan Kepala Bagian Humas"
            " atau Kepala Bagian Protokol untuk menangani keluhan.",
        ),
        (
            "Kepala Biro Hukum, Hubungan Masyarakat, dan Protokol",
            "required",
            ("Kepala Bagian Humas", "Kepala Bagian Protokol"),
            (),
        ),
    ),
    (
        ("Masukan disampaikan ke Kepala UPT Perpustakaan. Kepala UPT Perpustakaan beserta staf"
         " menindaklanjuti.",),
        ("Kepala UPT Perpustakaan", None, ("Kepala UPT Perpustakaan",), ("staf",)),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("items", "expected"), SHAPES, ids=[e[0] for _, e in SHAPES])
def test_shapes_of_the_chain(
    items: tuple[str, ...],
    expected: tuple[str, str | None, tuple[str, ...], tuple[str, ...]],
) -> None:
    found = chain(*items)
    delegation = found.delegation.value if found.delegation else None
    assert (found.received_by, delegation, found.handled_by, found.together_with) == expected


def test_the_addressee_stands_behind_melalui() -> None:
    found = chain("Keluhan diserahkan pada pejabat terkait melalui Kepala Biro Umum.")
    assert found.received_by == "Kepala Biro Umum"
    assert found.via == "Kepala Biro Umum"
    assert found.addressed_to == "pejabat terkait"


def test_melalui_alone_names_the_receiver() -> None:
    found = chain(
        "Keluhan disampaikan dengan santun melalui telepon atau melalui Kepala Biro Umum."
    )
    assert (found.received_by, found.via) == ("Kepala Biro Umum", "Kepala Biro Umum")


def test_a_delegation_to_nobody_is_none() -> None:
    found = chain("Kepala Biro Umum menerima pengaduan dan dapat mendelegasikannya bila perlu.")
    assert found.received_by == "Kepala Biro Umum"
    assert found.delegation is None


def test_sources_name_the_items() -> None:
    found = chain(*SHAPES[2][0])
    sources = (found.received_source, found.delegation_source, found.handled_source)
    assert [s.section for s in sources if s] == ["H.1", "H.2", "H.3"]


def test_a_delegate_hands_on_again_and_the_first_hand_over_counts() -> None:
    found = chain(
        "Kepala Biro Umum dapat mendelegasikan tugas dengan surat.",
        "Pengaduan disampaikan kepada yang berwenang.",
        "Kepala Biro Umum mendelegasikan wewenang kepada Kepala Bagian A.",
        "Pengaduan diselesaikan dengan baik dan menindaklanjuti hasil survei.",
    )
    assert found.received_by == "Kepala Biro Umum"
    assert found.handled_by == ("Kepala Bagian A",)
    assert found.delegation_source is not None
    assert found.delegation_source.section == "H.3"


def test_a_number_is_one_channel_only() -> None:
    found = chain("WhatsApp/telepon 0811 222 333 dan www.contoh.go.id atau www.contoh.go.id")
    assert [(c.kind, c.value) for c in found.channels] == [
        ("whatsapp", "0811 222 333"),
        ("situs", "www.contoh.go.id"),
    ]


def test_a_section_that_names_nobody_claims_nothing() -> None:
    found = chain("Pengaduan dapat disampaikan melalui kotak saran atau LAPOR!.")
    assert found.received_by is None
    assert found.handled_by == ()
    assert found.delegation is None
    assert {c.kind for c in found.channels} == {"kotak", "sp4n-lapor"}


def test_channels_of_every_kind() -> None:
    found = chain(
        "Datang langsung ke loket pengaduan, Jalan Veteran Nomor 17, Jakarta Pusat;",
        "Telepon (021) 3845627 atau faksimile (021) 3452685;",
        "WA: 0811 1234 567, SMS 1708, Instagram @contoh.ri;",
        "https://contoh.go.id/pengaduan dan surel aduan@contoh.go.id.",
    )
    values = {c.kind: c.value for c in found.channels}
    assert values["alamat"] == "Jalan Veteran Nomor 17, Jakarta Pusat"
    assert values["telepon"] == "(021) 3845627"
    assert values["faksimile"] == "(021) 3452685"
    assert values["whatsapp"] == "0811 1234 567"
    assert values["sms"] == "1708"
    assert values["media sosial"] == "@contoh.ri"
    assert values["situs"] == "https://contoh.go.id/pengaduan"
    assert values["email"] == "aduan@contoh.go.id"
    assert values["loket"] == "loket pengaduan"


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("Penerima pengaduan: Kasubbag Umum", "Kasubbag Umum"),
        ("Pengaduan diterima Petugas Loket", "Petugas Loket"),
        ("Pelapor menyampaikan pengaduan kepada Kasubbag Umum", "Kasubbag Umum"),
        ("Masyarakat dapat menyampaikan keluhan secara lisan ke Camat", "Camat"),
        ("Petugas menyampaikan hasil pemeriksaan kepada pelapor", None),
        ("Pengaduan diterima dengan baik", None),
        ("Hasil tindak lanjut disampaikan kepada pelapor", None),
        ("Jawaban disampaikan kepada masyarakat", None),
        (
            "Pengaduan dicatat dan diterima oleh Petugas Informasi dan Pengaduan",
            "Petugas Informasi dan Pengaduan",
        ),
        ("Pengaduan diterima oleh Petugas Loket dan Camat", "Petugas Loket"),
    ],
)
def test_who_receives_in_other_words(text: str, receiver: str | None) -> None:
    assert chain(text).received_by == receiver


def test_who_handles_one_kind_of_complaints_comes_after_who_handles_all() -> None:
    found = chain(
        "Kepala Subbagian Umum menindaklanjuti pengaduan.",
        "Pengaduan tentang hasil uji ditindaklanjuti oleh Koordinator Penguji.",
    )
    assert found.handled_by == ("Kepala Subbagian Umum",)
    alone = chain("Pengaduan tentang hasil uji ditindaklanjuti oleh Koordinator Penguji.")
    assert alone.handled_by == ("Koordinator Penguji",)


def test_who_is_next_where_nobody_answers_is_no_delegate() -> None:
    found = chain(
        "Pengaduan disampaikan kepada Lurah. Apabila dalam 3 hari tidak ditanggapi, pengaduan "
        "dapat diteruskan kepada Camat."
    )
    assert (found.received_by, found.handled_by, found.delegation) == ("Lurah", (), None)


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Telepon: 021-7654321, 021-7654322",
         [("telepon", "021-7654321"), ("telepon", "021-7654322")]),
        ("Telp. (021) 1234567/7654321 dan WA 0811 222 333",
         [("whatsapp", "0811 222 333"), ("telepon", "(021) 1234567"), ("telepon", "7654321")]),
        ("Telp/WA 0812-1111-2222", [("whatsapp", "0812-1111-2222")]),
        ("Telepon 021-123456, 08.00-15.00 WIB", [("telepon", "021-123456")]),
        ("Telepon 021-123456, 24 jam", [("telepon", "021-123456")]),
        ("Call center 1500-555 (24 jam)", [("telepon", "1500-555")]),
        ("Kanal: Kring Pajak 1500200 atau laman", [("telepon", "1500200")]),
        ("Call center 1500-555 24 jam", [("telepon", "1500-555")]),
        ("Telepon 021-123456 08.00-15.00 WIB", [("telepon", "021-123456")]),
        ("Hotline 112 (24 jam) atau WA 0811 222 333 (08.00-15.00)",
         [("whatsapp", "0811 222 333"), ("telepon", "112")]),
        ("Telepon 021-7654321, 021-7654322 (24 jam)",
         [("telepon", "021-7654321"), ("telepon", "021-7654322")]),
        ("melalui pesawat 214, atau surat", [("telepon", "pesawat 214")]),
        ("Telepon (021) 7654321 pesawat 214", [("telepon", "(021) 7654321 pesawat 214")]),
        ("Datang langsung ke ruang Arsip lantai 2, setiap hari",
         [("tatap muka", "Datang langsung ke ruang Arsip lantai 2")]),
        ("Datang langsung ke loket pengaduan",
         [("loket", "loket pengaduan"), ("tatap muka", "Datang langsung")]),
        ("Telepon +62 (21) 555-0147", [("telepon", "+62 (21) 555-0147")]),
        ("Instagram: dinas_kota", [("media sosial", "dinas_kota")]),
        ("Facebook: Dinas Kota, Instagram @dinas",
         [("media sosial", "@dinas"), ("media sosial", "Dinas Kota")]),
        ("Facebook: https://facebook.com/dinas", [("situs", "https://facebook.com/dinas")]),
        ("Instagram untuk pengaduan", []),
        ("Kepala Instalasi Rawat Jalan untuk ditindaklanjuti", []),
        ("Jalan Melati 4", [("alamat", "Jalan Melati 4")]),
        ("Petugas Unit Pengaduan mencatat", []),
        ("melalui meja ULT atau Loket 3", [("loket", "meja ULT"), ("loket", "Loket 3")]),
    ],
)  # fmt: skip
def test_several_numbers_and_accounts(text: str, channels: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.value) for c in chain(text).channels] == channels


def test_a_standard_without_the_section_has_no_chain() -> None:
    (standard,) = read_text(FRAME.split("H.")[0] + "B. Biaya\n\nGratis", "uji.txt")
    assert standard.complaint is None


def test_one_who_receives_delegates_in_the_same_sentence() -> None:
    told = chain(
        "Pengaduan diterima oleh Kepala Bidang Arsip yang mendelegasikannya kepada Arsiparis."
    )
    assert (told.received_by, told.handled_by) == ("Kepala Bidang Arsip", ("Arsiparis",))


def test_who_is_next_when_nothing_happens_does_not_handle_complaints() -> None:
    told = chain(
        "Pengaduan diterima oleh Kepala Subbagian Umum. Pengaduan mengenai hasil uji ditangani oleh"
        " Manajer Mutu, sedangkan pengaduan mengenai pelayanan ditangani oleh Kepala Subbagian"
        " Umum.",
        "Apabila pelapor tidak menerima tanggapan, pengaduan diteruskan kepada Kepala Balai.",
        "Pengaduan yang belum selesai diteruskan kepada Kepala Dinas.",
    )
    assert told.handled_by == ("Kepala Subbagian Umum",)
    assert told.delegation is None


def test_complaints_of_one_kind_are_passed_on_beside_those_that_somebody_handles() -> None:
    told = chain(
        "Pengaduan yang menyangkut kode etik diteruskan kepada Badan Pengawasan.",
        "Pengaduan ditindaklanjuti oleh Panitera.",
    )
    assert told.handled_by == ("Panitera",)


def test_the_head_of_section_concerned_is_the_one_who_is_responsible() -> None:
    text = (
        "STANDAR PELAYANAN UJI\n\nA. Penanggung Jawab\nKepala Seksi Pemerintahan\n\n"
        "B. Persyaratan\nKTP\n\nC. Pengaduan\nPengaduan diterima oleh Sekretaris Kecamatan dan "
        "ditindaklanjuti oleh Kepala Seksi yang bersangkutan.\n"
    )
    told = read_text(text, "uji.txt")[0].complaint
    assert told is not None
    assert told.handled_by == ("Kepala Seksi Pemerintahan",)


def test_a_box_and_a_counter_are_named_with_their_place() -> None:
    told = chain(
        "Pengaduan disampaikan melalui Posko Penerimaan, Loket Pengaduan di lantai dasar, aplikasi "
        "SIWAS Mahkamah Agung, atau kotak saran yang tersedia di ruang tunggu dan di lobi.",
    )
    assert [(c.kind, c.value) for c in told.channels] == [
        ("kotak", "kotak saran yang tersedia di ruang tunggu"),
        ("aplikasi", "aplikasi SIWAS Mahkamah Agung"),
        ("loket", "Posko Penerimaan"),
        ("loket", "Loket Pengaduan di lantai dasar"),
    ]


def test_a_head_of_a_unit_in_small_letters_is_read_as_one() -> None:
    (read,) = read_text(
        "STANDAR PELAYANAN SURAT DOMISILI\n\nA. Persyaratan\n1. KTP\n\nB. Keluhan\n"
        "Sampaikan ke Sekretaris Kelurahan. Sekretaris Kelurahan meneruskan ke kepala seksi yang "
        "menangani suratnya.\n",
        "x.txt",
    )
    assert read.complaint is not None
    assert read.complaint.received_by == "Sekretaris Kelurahan"
    assert read.complaint.handled_by == ("Kepala Seksi",)

"""What people call a service and its office: initials, everyday words, other spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

TAX = a_standard(
    "Pembayaran Pajak Bumi dan Bangunan",
    says={
        Facet.COST: "Sesuai nilai jual objek pajak",
        Facet.REQUIREMENTS: "Fotokopi Kartu Tanda Penduduk",
        Facet.SERVICE_HOURS: "Senin sampai Kamis",
    },
    steps=[a_step("1", "Kasir menerima setoran", time="5 menit", actors=["Kasir"])],
)
FAMILY = a_standard(
    "Penerbitan Kartu Keluarga dan Surat Pindah Datang",
    says={
        Facet.COST: "Gratis",
        Facet.PLACE: "Jalan Melati",
        Facet.REQUIREMENTS: "Buku nikah",
        Facet.SERVICE_HOURS: "Senin sampai Jumat",
    },
    steps=[
        a_step("1", "Loket menerima berkas", time="10 menit", actors=["Loket"]),
        a_step("2", "Kepala Dinas Kependudukan menandatangani surat", time="1 hari",
               actors=["Kepala Dinas Kependudukan"]),
    ],
)  # fmt: skip
DEGREE = replace(
    a_standard(
        "Legalisasi Ijazah",
        says={Facet.COST: "Rp 2.000 tiap lembar", Facet.SERVICE_HOURS: "Selasa dan Rabu"},
        steps=[a_step("1", "Dekan mengesahkan salinan", time="2 hari", actors=["Dekan"])],
    ),
    preamble=("UNIVERSITAS TERATAI PUTIH",),
)
WARD = replace(
    a_standard(
        "Rawat Inap Anak",
        says={Facet.COST: "Sesuai kelas kamar", Facet.SERVICE_HOURS: "Setiap hari"},
        steps=[a_step("1", "Perawat memeriksa suhu", time="5 menit", actors=["Perawat"])],
    ),
    preamble=("RUMAH SAKIT IBU DAN ANAK TERATAI",),
)


@pytest.fixture(scope="module")
def town() -> Finder:
    return Finder((TAX, FAMILY, DEGREE, WARD))


@pytest.mark.parametrize(
    ("text", "key", "aspect"),
    [
        ("bayar PBB brp?", TAX.id, "cost"),
        ("syarat pbb", TAX.id, "requirements"),
        ("bikin KK bayar gak?", FAMILY.id, "cost"),
        ("dmn ngurus kk?", FAMILY.id, "place"),
        ("KK baru syaratnya apa kak?", FAMILY.id, "requirements"),
        ("langkah pertama KK siapa yang mengerjakan?", FAMILY.id, "step_actor"),
        ("biaya SPD berapa", FAMILY.id, "cost"),
        ("brp biaya legalisir?", DEGREE.id, "cost"),
        ("legalisirnya bayar berapa", DEGREE.id, "cost"),
        ("ijazah yang dilegalisir biayanya berapa?", DEGREE.id, "cost"),
        ("jam buka kampus", DEGREE.id, "service_hours"),
        ("UTP buka hari apa?", DEGREE.id, "service_hours"),
        ("rumah sakit buka jam berapa?", WARD.id, "service_hours"),
        ("RS buka jam brp", WARD.id, "service_hours"),
        ("dukcapil buka hari apa aja?", FAMILY.id, "service_hours"),
    ],
)
def test_everyday_names_name_a_standard(text: str, key: str, aspect: str, town: Finder) -> None:
    reply = town.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (key, aspect)


@pytest.mark.parametrize(
    "text",
    ["cara bikin akta kelahiran di dukcapil?", "lowongan kerja di rumah sakit ada?",
     "biaya bikin paspor", "biaya kuliah di kampus berapa?", "cara lapor KPK", "syarat BPKB"],
)  # fmt: skip
def test_what_an_office_does_besides_is_refused(text: str, town: Finder) -> None:
    assert town.ask(text, Topic()).kind is ReplyKind.UNKNOWN


def test_an_office_named_later_leaves_the_topic(town: Finder) -> None:
    before = town.ask("biaya KK?", Topic())
    reply = town.ask("kalau rumah sakit buka jam berapa?", before.topic)
    assert reply.request is not None
    assert reply.request.standard == WARD.id


def test_kk_is_still_a_way_to_address_somebody_where_no_standard_goes_by_it() -> None:
    reply = Finder((DEGREE, WARD)).ask("kk, biaya legalisasi ijazah berapa?", Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (DEGREE.id, "cost")


PRACTICE = a_standard(
    "Pengawasan Apotek",
    says={Facet.REQUIREMENTS: "Fotokopi Surat Izin Praktik apoteker", Facet.COST: "Gratis"},
    steps=[a_step("1", "Kepala Seksi Sediaan Farmasi memeriksa apotek", time="1 hari",
                  actors=["Kepala Seksi Sediaan Farmasi"])],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "aspect"),
    [("SIP perlu gak?", "passage"), ("kasi sediaan farmasi ngapain", "official")],
)
def test_initials_of_what_the_text_writes_out_are_read(text: str, aspect: str) -> None:
    reply = Finder((PRACTICE, TAX)).ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.aspect, reply.citations[0].standard) == (aspect, PRACTICE.id)


def test_kasi_before_another_word_still_gives() -> None:
    reply = Finder((PRACTICE, TAX)).ask("kasi tau biaya pengawasan apotek dong", Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (PRACTICE.id, "cost")


def test_kk_as_an_address_at_the_end_asks_for_nothing() -> None:
    reply = Finder((DEGREE, WARD)).ask("biayanya brp kk?", Topic())
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "each")


PATIENTS = a_standard(
    "Rawat Jalan",
    says={
        Facet.REQUIREMENTS: "Kartu berobat dan kartu BPJS pasien",
        Facet.COST: "Rp 50.000",
        Facet.SERVICE_HOURS: "Pukul 08.00",
    },
    steps=[
        a_step("1", "Pasien mendaftar di loket"),
        a_step("2", "Dokter memeriksa pasien"),
        a_step("3", "Apoteker menyerahkan obat racikan kepada pasien"),
    ],
)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [("syarat berobat pake bpjs apa aj?", "requirements"), ("pasien bayar berapa?", "cost")],
)
def test_words_that_only_one_standard_uses_tell_which_is_meant(text: str, aspect: str) -> None:
    reply = Finder((PATIENTS, TAX, FAMILY)).ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (PATIENTS.id, aspect)


@pytest.mark.parametrize("text", ["biaya bikin BPJS berapa?", "obat racikan bayar berapa?"])
def test_a_word_said_of_one_part_does_not_stand_for_the_whole(text: str) -> None:
    reply = Finder((PATIENTS, TAX, FAMILY)).ask(text, Topic())
    assert reply.request is None or reply.request.aspect != "cost"


@pytest.mark.parametrize(
    "text", ["mau bikin KK, apa aja yang harus dibawa?", "ngurus kk bawa apa aja", "KK butuh apa?"]
)
def test_what_to_bring_asks_for_the_requirements(text: str, town: Finder) -> None:
    reply = town.ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (FAMILY.id, "requirements")


@pytest.mark.parametrize(
    "question",
    ["syarat pindah murid apa saja?", "syarat pindah apa?"],
)
def test_an_everyday_name_finds_the_title_that_calls_it_otherwise(question: str) -> None:
    school = a_standard("Mutasi Peserta Didik", says={Facet.REQUIREMENTS: "Rapor asli"})
    reply = Finder((school, TAX)).ask(question, Topic())
    assert (reply.kind, reply.request and reply.request.standard) == (
        ReplyKind.ANSWER, school.id
    )  # fmt: skip


def test_a_name_that_a_title_has_itself_is_not_read_as_another() -> None:
    reply = Finder((FAMILY, a_standard("Mutasi Pegawai", says={Facet.COST: "Gratis"}))).ask(
        "biaya surat pindah datang berapa?", Topic()
    )
    assert reply.request is not None
    assert reply.request.standard == FAMILY.id


@pytest.mark.parametrize("office", ["kesbangpol", "bakesbangpol"])
def test_an_office_goes_by_the_first_syllables_of_its_name(office: str) -> None:
    letter = replace(
        a_standard("Penerbitan Surat Penelitian", says={Facet.REQUIREMENTS: "Proposal"}),
        preamble=("PEMERINTAH KOTA LEMBAH", "BADAN KESATUAN BANGSA DAN POLITIK"),
    )
    reply = Finder((letter, TAX)).ask(f"syarat surat penelitian {office} apa saja", Topic())
    assert reply.request is not None
    assert (reply.kind, reply.request.standard) == (ReplyKind.ANSWER, letter.id)


def test_an_everyday_name_finds_its_title_also_where_the_text_has_the_word() -> None:
    said = {Facet.REQUIREMENTS: "Surat keterangan pindah dari sekolah asal"}
    school = a_standard("Mutasi Peserta Didik", says=said)
    reply = Finder((school, TAX)).ask("syarat pindah apa?", Topic())
    assert reply.request is not None
    assert (reply.kind, reply.request.standard) == (ReplyKind.ANSWER, school.id)


def test_an_everyday_name_means_the_title_that_its_neighbour_names() -> None:
    finder = Finder(
        (
            a_standard("Peminjaman Kendaraan Dinas Operasional", says={Facet.COST: "Gratis"}),
            a_standard("Layanan Mobil Jenazah", says={Facet.COST: "Rp100.000"}),
        )
    )
    for text, said in (("pinjam mobil dinas bayar ga", "Gratis"), ("mobil jenazah bayar?", "Rp1")):
        assert said in str(finder.ask(text, Topic()).values)

"""Services that share an office: named by it, asked about together, told once where they agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.finding.aspects import Cues
from knowledge.finding.nicknames import letterhead
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import as_words
from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.builders import a_standard, a_step

HOURS = "Senin sampai Kamis pukul 08.00-15.00, Jumat pukul 08.00-11.30"


def _of_district(
    title: str, *preamble: str, hours: str = HOURS, papers: str = "Surat pengantar"
) -> ServiceStandard:
    standard = a_standard(
        title,
        says={Facet.SERVICE_HOURS: hours, Facet.COST: "gratis", Facet.REQUIREMENTS: papers},
        steps=[a_step("1", "Camat menandatangani surat", actors=["Camat"])],
    )
    return replace(standard, unit="Kecamatan Sukamulya", preamble=preamble)


WEDDING = _of_district(
    "Dispensasi Kawin",
    "KECAMATAN SUKAMULYA",
    "Waktu pelayanan: Jumat pukul 08.00-11.30.",
    "Pengaduan disampaikan melalui WhatsApp.",
)
CROWD = _of_district("Rekomendasi Izin Keramaian")
WATER = replace(
    a_standard("Pemasangan Sambungan Baru", says={Facet.COST: "Rp750.000"}),
    preamble=("PERUSAHAAN UMUM DAERAH AIR MINUM",),
)


def test_what_a_decree_says_of_itself_names_no_office() -> None:
    decree = replace(WATER, preamble=("KEPUTUSAN DIREKTUR", "NOMOR 7 TAHUN 2025", "LAMPIRAN"))
    for text in ("nomor keputusannya berapa?", "lampirannya apa saja?"):
        assert not read(text, Shelf([WEDDING, CROWD, decree])).named


@pytest.mark.parametrize("text", ["jumat buka sampai jam berapa?", "nomor whatsapp berapa?"])
def test_what_is_said_to_all_above_the_titles_names_no_office(text: str) -> None:
    assert not read(text, Shelf([WEDDING, CROWD, WATER])).named


def test_an_office_is_known_by_its_everyday_name() -> None:
    reply = Finder([WEDDING, CROWD, WATER]).ask("pasang pdam bayar berapa?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert {citation.standard for citation in reply.citations} == {WATER.id}


def test_services_that_say_the_same_are_not_asked_about() -> None:
    reply = Finder([WEDDING, CROWD, WATER]).ask("kecamatan sukamulya buka jam berapa?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert "11.30" in str(reply.values)


def test_of_services_that_differ_each_one_of_the_office_tells_what_is_short() -> None:
    other = _of_district("Rekomendasi Izin Keramaian", hours="Senin pukul 09.00-10.00")
    reply = Finder([WEDDING, other, WATER]).ask("kecamatan sukamulya buka jam berapa?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert {citation.standard for citation in reply.citations} == {WEDDING.id, other.id}
    assert "11.30" in str(reply.values)
    assert "10.00" in str(reply.values)


def test_of_services_that_differ_only_those_of_the_office_are_offered() -> None:
    other = _of_district("Rekomendasi Izin Keramaian", papers="Surat permohonan panitia")
    reply = Finder([WEDDING, other, WATER]).ask("apa syarat di kecamatan sukamulya?", Topic())
    assert reply.kind is ReplyKind.CHOICE
    assert {option.request.standard for option in reply.topic.options} == {WEDDING.id, other.id}


def test_an_office_named_beside_a_thing_of_another_one_leaves_that_unsure() -> None:
    data = a_standard("Permintaan Data", says={Facet.COST: "gratis, data kecil saja"})
    stamp = a_standard("Legalisasi", says={Facet.COST: "gratis bila data lengkap"})
    shelf = Shelf([WEDDING, CROWD, data, stamp])
    assert read("permintaan data biayanya?", shelf).named.firm
    assert not read("di kecamatan sukamulya data warga diapakan?", shelf).named.firm


HEAD = """KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN ARUMANIS
DINAS SOSIAL KABUPATEN ARUMANIS

"""
SERVICES = """STANDAR PELAYANAN SURAT KETERANGAN MISKIN

A. Persyaratan
1. Fotokopi KTP

B. Biaya
Gratis

STANDAR PELAYANAN IZIN PENGUMPULAN UANG

A. Persyaratan
1. Proposal

B. Biaya
Gratis
"""


def test_the_office_above_the_first_service_of_a_file_is_that_of_the_later_ones_too() -> None:
    services = read_text(HEAD + SERVICES, "dinsos.txt")
    assert [list(letterhead(one)) for one in services] == [["DINAS SOSIAL KABUPATEN ARUMANIS"]] * 2
    named = read("syaratnya dinsos arumanis apa?", Shelf([*services, WATER])).named
    assert set(named.possible) == {one.id for one in services}
    assert named.office


def test_a_cue_may_be_meant_in_one_form_only() -> None:
    cues = Cues([("definitions", 8, "=kepanjangan")])
    assert cues.find(as_words(["kepanjangan", "sop"]))
    assert not cues.find(as_words(["buku", "diperpanjang"]))


def test_a_title_names_its_office_too() -> None:
    fire = a_standard("Prosedur Tetap Dinas Pemadam Kebakaran", says={Facet.COST: "gratis"})
    assert (
        read("manggil damkar bayar berapa?", Shelf([WEDDING, CROWD, fire])).named.certain == fire.id
    )


def test_the_name_of_an_office_is_not_mended_into_another_word() -> None:
    words = read("damkar bayar berapa?", Shelf([WEDDING, CROWD, WATER])).texts
    assert "damkar" in words


def test_the_figures_of_an_address_name_no_office() -> None:
    clinic = replace(WATER, preamble=("UPTD PUSKESMAS LEMBAYUNG", "Jalan Raya Km 4"))
    assert not read("langkah 4 berapa menit?", Shelf([WEDDING, CROWD, clinic])).named


def test_a_day_asked_of_no_service_is_asked_back() -> None:
    other = _of_district("Rekomendasi Izin Keramaian", hours="Senin pukul 09.00-10.00")
    reply = Finder([WEDDING, other, WATER]).ask("hari jumat buka sampai jam berapa?", Topic())
    assert reply.kind is ReplyKind.CHOICE


def test_the_third_of_lettered_steps_is_found_by_its_number() -> None:
    told = [a_step(letter, f"Petugas mencatat {letter * 3}") for letter in "abcd"]
    finder = Finder([a_standard("Pendaftaran Pasien", steps=told)])
    reply = finder.ask("langkah 3 ngapain?", Topic())
    assert "ccc" in str(reply.values)
    assert finder.ask("langkah 5 ngapain?", Topic()).form == "no_step"


TRAINING = a_standard(
    "Pelatihan Berbasis Kompetensi",
    says={Facet.SERVICE_HOURS: HOURS, Facet.COST: "gratis"},
    unit="UPTD Balai Latihan Kerja Kabupaten Sukamulya",
)
ROADS = a_standard(
    "Izin Pemanfaatan Jalan",
    says={Facet.SERVICE_HOURS: "Senin sampai Jumat pukul 09.00-14.00", Facet.COST: "Rp10.000"},
    responsible="Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
)
MARKET = a_standard(
    "Sewa Kios",
    says={Facet.SERVICE_HOURS: "Setiap hari pukul 06.00-12.00", Facet.COST: "Rp50.000"},
    unit="UPT PSR Kota Sukamulya",
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("jam layanan BLK hari jumat?", TRAINING),
        ("blk buka jam berapa?", TRAINING),
        ("jam layanan PUPR?", ROADS),
        ("jam layanan dpupr?", ROADS),
        ("jam layanan PSR?", MARKET),
    ],
)
def test_an_office_is_known_by_the_initials_of_its_name(text: str, meant: ServiceStandard) -> None:
    reply = Finder([TRAINING, ROADS, MARKET]).ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert {citation.standard for citation in reply.citations} == {meant.id}


def test_a_table_above_the_titles_names_no_office() -> None:
    lines = ("UNIVERSITAS TIRTA BUANA", "Jangka waktu", "1 hari kerja", "Biaya", "Gratis", "| 2 |")
    campus = replace(WATER, preamble=lines)
    shelf = Shelf([WEDDING, CROWD, campus])
    assert not read("dia dikasih waktu berapa hari?", shelf).named
    assert read("pasang di universitas tirta buana gimana?", shelf).named.possible == (campus.id,)


def test_a_council_of_representatives_is_not_named_by_whoever_is_sent() -> None:
    council = replace(
        a_standard("Surat Tugas Anggota", says={Facet.REQUIREMENTS: "Surat undangan"}),
        preamble=("SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH",),
    )
    birth = a_standard(
        "Akta Kelahiran", says={Facet.REQUIREMENTS: "Surat kuasa apabila diwakilkan"}
    )
    finder = Finder([birth, council])
    topic = finder.ask("syarat akta kelahiran?", Topic()).topic
    reply = finder.ask("kalau diwakilin perlu apa?", topic)
    assert {citation.standard for citation in reply.citations} == {birth.id}


def test_the_title_of_several_services_above_them_names_none_of_them_alone() -> None:
    lines = ("KANTOR PERTANAHAN KABUPATEN MUARA", "PEMECAHAN SERTIPIKAT", "DAN ROYA")
    split = replace(a_standard("Pemecahan Sertipikat"), preamble=lines)
    roya = replace(a_standard("Roya", says={Facet.COST: "Rp50.000"}), preamble=lines)
    assert read("roya bayar berapa?", Shelf([split, roya])).named.certain == roya.id


def test_a_thing_is_told_once_where_the_services_of_an_office_say_the_same() -> None:
    rooms = "ruang tunggu, ruang laktasi, dan jalur kursi roda"
    both = [
        a_standard(name, unit="Inspektorat Daerah", says={Facet.FACILITIES: rooms})
        for name in ("Konsultasi Pengawasan", "Reviu Laporan")
    ]
    asked = "di inspektorat ada ruang menyusui sama kursi roda ga?"
    alike = Finder(both).ask(asked, Topic())
    assert alike.kind is ReplyKind.ANSWER
    assert "laktasi" in alike.said
    other = a_standard(
        "Reviu Laporan", unit="Inspektorat Daerah", says={Facet.FACILITIES: f"{rooms}, toilet"}
    )
    assert Finder([both[0], other]).ask(asked, Topic()).kind is ReplyKind.CHOICE

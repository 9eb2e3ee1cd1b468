"""Complaints of a kind go to whoever the standard names for that kind, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import ComplaintCase, ComplaintChain, Facet, ServiceStandard, Source
from knowledge.routing.route import Decider, Decision
from knowledge.routing.router import Router
from tests.knowledge.builders import a_standard

WATER, QUALITY, BOSS = "Kepala Bagian Distribusi", "Manajer Mutu", "Kepala Satuan Pengawas"
CASES = (
    ComplaintCase(
        "gangguan teknis (kebocoran, air keruh, air tidak mengalir)", (WATER,), Source("H.3", None)
    ),
    ComplaintCase("hasil uji", (QUALITY,), Source("H.4", None)),
    ComplaintCase("dugaan pungutan liar", (BOSS,), Source("H.5", None)),
)
CHAIN = ComplaintChain(
    "Kepala Bagian Pelanggan", None, ("Kepala Seksi Pengaduan",), (),
    handled_source=Source("H.2", None), cases=CASES, next="Direktur",
    next_source=Source("H.6", None),
)  # fmt: skip


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    said = (f"{case.about} ditangani oleh {case.handled_by[0]}" for case in CASES)
    says = {Facet.COMPLAINT: ("Disampaikan kepada Kepala Bagian Pelanggan", *said)}
    return replace(a_standard("Sambungan Air", says=says), complaint=CHAIN)


@pytest.mark.parametrize(
    ("text", "handler", "key"),
    [
        ("pipa di depan rumah bocor sudah dua hari, tolong diperbaiki", WATER, "of_kind"),
        ("airnya keruh sekali, saya kecewa", WATER, "of_kind"),
        ("air di rumah saya tidak mengalir, tolong diperbaiki", WATER, "of_kind"),
        (
            "Pemasangan lama sekali. Tetangga sudah mengalir, kami membeli air tangki",
            "Kepala Seksi Pengaduan",
            "delegated_plain",
        ),
        ("hasil uji saya salah, saya keberatan", QUALITY, "of_kind"),
        ("petugas minta uang rokok 50 ribu supaya cepat", BOSS, "of_kind"),
        ("sambungan air saya lama sekali dipasang", "Kepala Seksi Pengaduan", "delegated_plain"),
    ],
)
def test_a_kind_goes_to_its_own_handler(
    text: str, handler: str, key: str, standard: ServiceStandard
) -> None:
    route = Router([standard]).route(text)
    assert (route.decision, route.handled_by, route.reason.key) == (Decision.AUTO, handler, key)


def test_two_kinds_at_once_are_for_the_receiver_to_decide(standard: ServiceStandard) -> None:
    route = Router([standard]).route("airnya keruh dan hasil uji saya salah, saya kecewa")
    assert (route.decision, route.decider) == (Decision.ASK, Decider.RECEIVER)
    assert route.candidates == (WATER, QUALITY)


def test_what_no_kind_fits_is_asked_where_kinds_are_all_there_is(
    standard: ServiceStandard,
) -> None:
    chain = replace(CHAIN, handled_by=(), handled_source=None, cases=CASES[:2])
    route = Router([replace(standard, complaint=chain)]).route("petugas loketnya ketus sekali")
    assert (route.decision, route.decider) == (Decision.ASK, Decider.RECEIVER)
    assert route.candidates == (WATER, QUALITY)
    alone = replace(chain, cases=CASES[:1])
    route = Router([replace(standard, complaint=alone)]).route("petugas loketnya ketus sekali")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala Bagian Pelanggan")


def test_a_handler_who_is_accused_is_passed_over(standard: ServiceStandard) -> None:
    route = Router([standard]).route("Kepala Bagian Distribusi membentak saya, airnya keruh")
    assert WATER in route.accused
    assert route.handled_by == "Kepala Bagian Pelanggan"


def test_a_bare_rank_names_nobody_and_is_asked(standard: ServiceStandard) -> None:
    chain = replace(CHAIN, handled_by=("Kepala Seksi",), cases=())
    route = Router([replace(standard, complaint=chain)]).route("surat saya belum juga jadi")
    assert (route.decision, route.reason.key) == (Decision.ASK, "unnamed")


@pytest.mark.parametrize(
    ("text", "told", "section"),
    [
        ("pengaduan hasil uji ditangani siapa?", QUALITY, "H.4"),
        ("kalau pengaduan tidak selesai dibawa ke siapa?", "Direktur", "H.6"),
    ],
)
def test_who_gets_them_is_answered_from_the_line_that_says_it(
    text: str, told: str, section: str, standard: ServiceStandard
) -> None:
    reply = Finder([standard]).ask(text, Topic())
    shown = [*reply.values["cases"], reply.values["next"]]
    assert told in str(shown)
    assert [citation.section for citation in reply.citations] == [section]


SECRETARY, HELPER, SPECIAL = "Sekretaris Inspektorat", "Inspektur Pembantu", "Inspektur Khusus"
LETTERS = replace(
    CHAIN,
    handled_by=(),
    cases=(
        ComplaintCase("keterlambatan dan sikap petugas", (SECRETARY,), Source("D.1", None)),
        ComplaintCase("isi SKBT atau data temuan", (HELPER,), Source("D.2", None)),
        ComplaintCase("pungutan liar atau gratifikasi", (SPECIAL,), Source("D.3", None)),
    ),
)


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("petugas loketnya judes, nanya syarat SKBT malah dibentak", SECRETARY),
        ("SKBT saya udah 12 hari kerja blm jadi2, tolong dong", SECRETARY),
        ("penerbitan SKBT saya lambat sekali, kecewa", SECRETARY),
        ("ada staf minta uang 500 ribu biar SKBT saya cepat keluar, pungli", SPECIAL),
        ("data temuan di SKBT saya salah, saya keberatan", HELPER),
    ],
)
def test_a_kind_told_in_other_words_is_known_and_the_name_of_the_service_tells_none(
    text: str, handler: str
) -> None:
    says = {Facet.COMPLAINT: "Disampaikan kepada Kepala Bagian Pelanggan"}
    letters = a_standard("Penerbitan Surat Keterangan Bebas Temuan (SKBT)", says=says)
    route = Router([replace(letters, complaint=LETTERS)]).route(text)
    assert (route.decision, route.handled_by) == (Decision.AUTO, handler)


CLERK, CARS, HEAD, TECH = (
    "Kepala Subbagian Tata Usaha", "Kepala Subbagian Kendaraan", "Kepala Biro Umum",
    "Kepala Pusat Data",
)  # fmt: skip
SURVEY, LANDS = "Kepala Seksi Survei", "Kepala Seksi Sengketa"
SHARED = ComplaintChain(
    None, None, (), (),
    cases=tuple(
        ComplaintCase(about, (post,), Source(f"G.{n}", None))
        for n, (about, post) in enumerate(
            {
                "sikap petugas loket dan keterlambatan surat": CLERK,
                "keadaan kendaraan dan perilaku pengemudi": CARS,
                "pungutan, penyalahgunaan kendaraan dan penyimpangan lainnya": HEAD,
                "Gangguan SIAP dan aplikasi pesan": TECH,
                "jadwal dan hasil pengukuran": SURVEY,
                "keberatan pemilik tanah yang berbatasan": LANDS,
            }.items(),
            1,
        )
    ),
)  # fmt: skip


def _shared(*changes: tuple[str, str]) -> Router:
    says = {Facet.COMPLAINT: "Pengaduan ditangani sebagai berikut"}
    added = tuple(ComplaintCase(a, (p,), Source("G.9", None)) for a, p in changes)
    told = replace(SHARED, cases=(*SHARED.cases, *added))
    return Router([replace(a_standard("Peminjaman Kendaraan", says=says), complaint=told)])


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("petugas loketnya judes bgt, ditanya malah main hp", CLERK),
        ("surat saya udah 2 minggu blm keluar2, kecewa", CLERK),
        ("AC mobilnya mati terus bannya gundul, kecewa", CARS),
        ("hasilnya tidak saya terima, pengukuran asal-asalan, kecewa", SURVEY),
        ("pengemudi kasar sama tamu kami, kami kecewa", CARS),
        ("petugas pool minta uang rokok 50 ribu biar dapat mobil bagus", HEAD),
        ("mobil dinas dipakai pegawai buat acara nikahan keluarganya, tolong ditindak", HEAD),
        ("aplikasinya error mulu dari kemarin, gak bisa login", TECH),
        ("jadwal ukur saya diundur terus, capek nunggu, tidak ada kabar", SURVEY),
        ("saya keberatan, batas hasil ukur itu masuk ke tanah saya", LANDS),
    ],
)
def test_what_happened_tells_the_kind_in_everyday_words(text: str, handler: str) -> None:
    route = _shared().route(text)
    assert (route.decision, route.handled_by) == (Decision.AUTO, handler)
    assert route.received_by == handler  # nobody else receives, so the post of the kind does


@pytest.mark.parametrize(
    "text",
    [
        "saya kecewa sekali dengan pelayanan ini",
        "antreannya kacau, nunggu dua jam baru dipanggil",
        "jadwal di aplikasi SIAP tidak enak dibaca, saya kecewa, perilaku pengemudi juga kasar",
    ],
)
def test_what_fits_no_kind_or_several_is_asked(text: str) -> None:
    route = _shared().route(text)
    assert (route.decision, route.handled_by) == (Decision.ASK, None)
    assert len(route.candidates) > 1


def test_suggestions_go_to_whoever_has_them_and_else_to_no_kind_of_wrong() -> None:
    text = "usul min, pinjam mobil sebaiknya bisa lewat WA biar tidak bolak-balik"
    assert _shared(("saran dan masukan", CLERK)).route(text).handled_by == CLERK
    assert _shared().route(text).decision is Decision.ASK
    complaint = "surat saya lambat, udah sebulan belum terbit, kecewa"
    assert _shared(("saran dan masukan", HEAD)).route(complaint).handled_by == CLERK


def test_a_kind_that_is_a_post_is_told_only_where_the_post_is_accused() -> None:
    router = _shared((CLERK, HEAD))
    accused = router.route("Kepala Subbagian Tata Usaha sengaja menahan surat kami, mohon ditindak")
    assert (accused.handled_by, accused.received_by) == (HEAD, HEAD)
    named = router.route("sudah lapor Kepala Subbagian Tata Usaha, AC mobilnya tetap mati, kecewa")
    assert named.handled_by == CARS


LETTER, CARD, COUNTER = "Kepala Bagian Akademik", "Kepala Bagian Kartu", "Koordinator Loket"
WRONG = ComplaintChain(
    None, None, (), (),
    cases=(
        ComplaintCase("Kesalahan data pada surat atau SK", (LETTER,), Source("H.1", None)),
        ComplaintCase("Kesalahan data pada KTM", (CARD,), Source("H.2", None)),
        ComplaintCase("Keterlambatan, petugas tidak sopan", (COUNTER,), Source("H.3", None)),
        ComplaintCase("kondisi koleksi", ("Kepala Seksi Koleksi",), Source("H.4", None)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("SK cuti saya udah 3 minggu belum keluar, tolong dong", COUNTER),
        ("nama saya di surat aktif kuliah salah ketik, mohon diperbaiki", LETTER),
        ("nama di KTM saya salah cetak, mohon diperbaiki", CARD),
        ("petugas loketnya ngebentak ibu saya", COUNTER),
        ("koleksinya berdebu dan berjamur, kecewa", "Kepala Seksi Koleksi"),
    ],
)
def test_what_is_wrong_is_said_of_each_thing_of_a_kind(text: str, handler: str) -> None:
    standard = a_standard("Cuti Akademik", says={Facet.COMPLAINT: "Pengaduan"})
    route = Router([replace(standard, complaint=WRONG)]).route(text)
    assert (route.decision, route.handled_by) == (Decision.AUTO, handler)


def _office(title: str, *cases: tuple[str, str]) -> Router:
    """Return the router of one service of an office that shares its complaints out."""
    says = {Facet.COMPLAINT: "Pengaduan diteruskan kepada pejabat berikut"}
    told = tuple(ComplaintCase(a, (p,), Source("G.9", None)) for a, p in cases)
    chain = replace(SHARED, received_by="Petugas Meja Pengaduan", cases=told)
    return Router([replace(a_standard(title, says=says), complaint=chain)])


def test_a_kind_that_is_a_service_by_its_name_is_that_of_the_service() -> None:
    router = _office(
        "Layanan Mobil Jenazah",
        ("Makam dan mobil jenazah", "Kepala UPT Pemakaman"),
        ("Reklame", "Kepala Bidang Reklame"),
        ("Pungutan liar dan perilaku petugas", "Sekretaris Dinas"),
    )
    route = router.route("nunggu mobil jenazah 3 jam baru datang, kecewa saya")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala UPT Pemakaman")
    route = router.route("sopir mobil jenazah minta uang 50 ribu, tolong ditindak")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Sekretaris Dinas")


def test_of_two_kinds_that_a_clause_names_it_is_the_one_that_happened() -> None:
    router = _office(
        "Kesehatan Pegawai pada Poliklinik",
        ("pendaftaran, antrean, dan sikap petugas", "Kepala Subbagian Medis"),
        ("obat dan alat kesehatan", "Kepala Subbagian Perbekalan"),
    )
    route = router.route("mbak di loket pendaftaran berobat ngebentak ibu saya di poliklinik")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala Subbagian Medis")


def test_what_fits_no_other_kind_is_of_the_service_of_an_annex() -> None:
    router = _office(
        "Rekomendasi Penutupan Jalan",
        ("pelayanan Lampiran I", "Kepala Bidang Lalu Lintas"),
        ("perilaku pegawai", "Sekretaris Dinas"),
    )
    route = router.route("rekomendasi penutupan jalan kami telat keluar, tolong dipercepat")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala Bidang Lalu Lintas")
    route = router.route("petugas rekomendasi jalan membentak kami")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Sekretaris Dinas")


def test_words_of_the_title_name_none_of_those_who_share_the_complaints() -> None:
    router = _office(
        "Permohonan Informasi Publik",
        ("sikap petugas", "Kepala Bagian Informasi"),
        ("dokumen yang hilang", "Kepala Bagian Arsip"),
    )
    assert router.route("ruang informasi publik panas, kecewa").decision is Decision.ASK
    assert router.route("petugas informasi publik judes").handled_by == "Kepala Bagian Informasi"


def test_a_number_that_a_complaint_happens_to_say_tells_no_service_by_its_number() -> None:
    router = _office(
        "Cuti Akademik",
        ("layanan 1 dan 2", "Kepala Bagian Akademik"),
        ("layanan 3 dan 4", "Kepala Bagian Kemahasiswaan"),
    )
    route = router.route("petugas di loket 3 lelet banget ngurus cuti akademik saya, kecewa")
    assert route.decision is Decision.ASK

"""Details of what is spoken of: a row, a weekday, a case, a paper that is missing, a limit."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.finding.limits import Limit, Quantity, limits_in, meets, quantities_in
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

from .offices_made_up import asked

BOAT = a_standard(
    "Pendaftaran Kapal",
    says={
        Facet.LEGAL_BASIS: (
            "Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran",
            "Peraturan Daerah Nomor 5 Tahun 2020 tentang Retribusi Dermaga",
        ),
        Facet.REQUIREMENTS: (
            "Fotokopi KTP pemilik",
            "Surat tukang dari galangan asal",
            "Surat pernyataan bermeterai, apabila tidak memiliki surat tukang",
            "Surat kuasa bermeterai, apabila diwakilkan",
            "Izin orang tua bagi pemohon yang berusia di bawah 17 tahun",
            "Pasfoto berwarna 4 x 6 sebanyak 3 lembar latar biru",
        ),
        Facet.COST: (
            "Perahu dayung: Rp10.000",
            "Perahu motor tempel: Rp25.000",
            "Kapal tongkang: Rp200.000",
            "Denda keterlambatan: 2% per bulan",
        ),
        Facet.SERVICE_HOURS: "Senin sampai Kamis 08.00-15.00; Jumat 08.00-11.00; Minggu tutup",
        Facet.TOTAL_TIME: "4 hari kerja sejak berkas lengkap",
        Facet.GUARANTEE: "Apabila terjadi kesalahan cetak, pas kapal diganti pada hari yang sama.",
        Facet.COMPETENCE: "Pendidikan paling rendah SLTA",
        Facet.OUTPUT: "Pas kecil yang berlaku selama 3 tahun",
        Facet.COMPLAINT: (
            "Pengaduan disampaikan kepada Kepala Seksi Mutu.",
            "Pengaduan ditindaklanjuti paling lama 3 hari kerja.",
            "Pengaduan tentang hasil ukur yang memerlukan pemeriksaan lapangan diselesaikan "
            "paling lama 14 hari kerja.",
        ),
    },
    steps=[
        a_step("1", "Pemohon mendaftar melalui aplikasi SIKAPAL (sikapal.contoh.go.id)",
               actors=["Pemohon"]),
        a_step("2", "Juru Ukur mengukur kapal",
               a_step("2.a", "dalam pelabuhan: paling lambat 2 hari"),
               a_step("2.b", "luar pelabuhan: paling lambat 5 hari"), actors=["Juru Ukur"]),
        a_step("3", "Petugas Loket mencetak pas kapal", time="10 menit", actors=["Petugas Loket"]),
    ],
    complaint=a_chain("Kepala Seksi Mutu"),
)  # fmt: skip
NET = a_standard(
    "Penerbitan Surat Jala Nelayan",
    says={Facet.REQUIREMENTS: "Fotokopi KTP", Facet.COST: "Gratis"},
    steps=[a_step("1", "Petugas Jala memeriksa jala", time="1 jam", actors=["Petugas Jala"])],
)


@pytest.fixture(scope="module")
def harbour() -> Finder:
    return Finder([BOAT, NET])


def said(reply: Reply) -> str:
    """Return everything that a reply says."""
    return str(reply.values)


@pytest.mark.parametrize(
    ("texts", "quote", "not_said"),
    [
        (
            ("syarat pendaftaran kapal apa?", "kalau tidak punya surat tukang?"),
            "pernyataan",
            "orang tua",
        ),
        (("pendaftaran kapal berapa hari?", "kalau diwakilkan?"), "kuasa", "orang tua"),
        (("biaya pendaftaran kapal?", "kalau tongkang?"), "200.000", "25.000"),
        (("biaya pendaftaran kapal?", "kalau telat ada denda?"), "2% per bulan", "200.000"),
        (("langkah 2.a pendaftaran kapal?", "kalau luar pelabuhan?"), "5 hari", "2 hari"),
    ],
)
def test_a_case_that_goes_on_is_answered_by_its_own_row(
    texts: tuple[str, ...], quote: str, not_said: str, harbour: Finder
) -> None:
    reply = asked(harbour, *texts)
    assert reply.kind is ReplyKind.ANSWER
    assert quote in said(reply)
    assert not_said not in said(reply)


@pytest.mark.parametrize("day", ["minggu?", "kalau jumat?", "sabtu buka ga pendaftarannya?"])
def test_a_weekday_behind_the_hours_asks_for_the_hours(day: str, harbour: Finder) -> None:
    reply = asked(harbour, "pendaftaran kapal buka jam berapa?", day)
    assert (reply.kind, reply.request and reply.request.aspect) == (
        ReplyKind.ANSWER,
        "service_hours",
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("anak saya 16 tahun mau pendaftaran kapal, pemohon perlu surat apa?", "di bawah 17"),
        ("kalau petugas salah cetak pas pendaftaran kapal, diapain?", "hari yang sama"),
        ("petugas pendaftaran kapal minimal lulusan apa?", "SLTA"),
        ("pas kecil pendaftaran kapal masa berlakunya berapa tahun?", "3 tahun"),
        ("foto pendaftaran kapal latarnya warna apa?", "latar biru"),
        ("pendaftaran kapal online dimana?", "SIKAPAL"),
        ("pengaduan hasil ukur pendaftaran kapal berapa lama?", "14 hari"),
        ("dasar hukum retribusi pendaftaran kapal?", "Nomor 5 Tahun 2020"),
    ],
)
def test_a_detail_inside_a_part_is_quoted(text: str, quote: str, harbour: Finder) -> None:
    reply = asked(harbour, text)
    assert reply.kind is ReplyKind.ANSWER
    assert quote in said(reply)


@pytest.mark.parametrize(
    "text",
    [
        "berapa nomor telepon pribadi Kepala Seksi Mutu?",
        "pendaftaran kapal selam nuklir gimana?",
        "pengawasan internal pendaftaran kapal?",
    ],
)
def test_what_no_part_says_stays_refused(text: str, harbour: Finder) -> None:
    assert asked(harbour, text).kind is ReplyKind.UNKNOWN


def test_several_rows_that_fit_as_well_are_shown_with_their_whole_part(harbour: Finder) -> None:
    reply = asked(harbour, "biaya pendaftaran kapal?", "kalau perahu kecil?")
    assert "10.000" in said(reply)
    assert "25.000" in said(reply)


def test_the_rule_for_less_than_the_time_that_was_told(harbour: Finder) -> None:
    wed = a_standard(
        "Pencatatan Sumpah",
        says={
            Facet.COST: "Gratis",
            Facet.TOTAL_TIME: ("10 hari", "Kurang dari 10 hari wajib dispensasi Camat"),
        },
        steps=[a_step("1", "Pemohon mendaftar paling lambat 10 hari sebelum sumpah")],
    )
    reply = asked(Finder([wed, NET]), "langkah 1 pencatatan sumpah?", "kalau kurang dari itu?")
    assert "Camat" in said(reply)


@pytest.mark.parametrize(
    ("given", "text", "meant"),
    [
        ("umurnya 18 tahun", "berusia di bawah 19 (sembilan belas) tahun", True),
        ("umurnya 19 tahun", "berusia di bawah 19 tahun", False),
        ("lulus 3 bulan", "lulus kurang dari 6 (enam) bulan", True),
        ("lahir 3 bulan lalu", "melampaui batas waktu 60 (enam puluh) hari", True),
        ("lahir 2 minggu lalu", "melampaui batas waktu 60 hari", False),
    ],
)
def test_an_amount_of_time_is_compared_with_a_limit(given: str, text: str, meant: bool) -> None:
    (limit,) = limits_in(text)
    (amount,) = quantities_in(given)
    assert meets(amount, limit) is meant


def test_a_text_without_a_bound_sets_no_limit() -> None:
    assert not list(limits_in("paling lama 3 hari kerja"))
    assert list(limits_in("lebih dari 2 hari")) == [Limit(Quantity(2880), below=False)]


COPIES = a_standard(
    "Pemberian Salinan Produk Hukum",
    says={
        Facet.COST: (
            "Salinan cetak sampai dengan 20 lembar: gratis",
            "Salinan cetak lebih dari 20 lembar: Rp300 per lembar",
        ),
        Facet.TOTAL_TIME: (
            "Peraturan Daerah: 3 hari kerja",
            "Peraturan Bupati: 1 hari kerja",
        ),
    },
    steps=[
        a_step("1", "Petugas Dokumentasi menyerahkan salinan", time="5 menit",
               actors=["Petugas Dokumentasi"]),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("chat", "told"),
    [
        (("biaya salinan produk hukum?", "kalo cuma 10 lembar?"), "sampai dengan 20 lembar"),
        (("biaya salinan produk hukum?", "kalo 20 lembar?"), "sampai dengan 20 lembar"),
        (("biaya salinan produk hukum?", "kalo 30 lembar?"), "lebih dari 20 lembar"),
        (("salinan produk hukum jadi berapa lama?",), "3 hari kerja"),
        (("berapa lama salinan produk hukum?", "kalau perbup?"), "1 hari kerja"),
    ],
)
def test_bounds_short_names_and_the_thing_itself(chat: tuple[str, ...], told: str) -> None:
    finder, topic, values = Finder((COPIES,)), Topic(), ""
    for text in chat:
        reply = finder.ask(text, topic)
        topic, values = reply.topic, str(reply.values)
    assert told in values

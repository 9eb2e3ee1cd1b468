"""Other offices' standards, and other numbers of them: none, one, two and two hundred."""

from __future__ import annotations

from itertools import product

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Request, Topic
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_chain, a_definition, a_standard, a_step

CARS = a_standard(
    "Peminjaman Kendaraan Dinas",
    says={
        Facet.REQUIREMENTS: "Surat permohonan yang ditandatangani kepala satuan kerja",
        Facet.COST: "Tidak dipungut biaya",
        Facet.PLACE: "Garasi utama, lantai dasar",
        Facet.SERVICE_HOURS: "Senin sampai Jumat, pukul 08.00",
        Facet.COMPLAINT: "Pengaduan disampaikan kepada Kepala Bagian Rumah Tangga.",
    },
    steps=[
        a_step("1", "Petugas loket menerima surat permohonan", time="15 menit",
               actors=["Petugas loket"]),
        a_step("2", "Memeriksa ketersediaan kendaraan",
               a_step("2.a", "Memeriksa bahan bakar"),
               a_step("2.b", "Memeriksa ban", time="1 jam")),
        a_step("3", "Kepala Bagian Rumah Tangga menyetujui permohonan", time="1 hari",
               actors=["Kepala Bagian Rumah Tangga"]),
        a_step("4", "Menyerahkan kunci kepada pemohon"),
    ],
    definitions=[a_definition("Kendaraan Dinas", "Kendaraan Dinas adalah mobil kantor.", "KD")],
    unit="Bagian Rumah Tangga",
    responsible="Kepala Bagian Rumah Tangga",
    complaint=a_chain("Kepala Bagian Rumah Tangga", "Kepala Subbagian Kendaraan"),
)  # fmt: skip
BOOKS = a_standard(
    "Pelestarian Naskah Kuno",
    says={
        Facet.COST: "Rp 25.000 untuk setiap naskah",
        Facet.PLACE: "Ruang baca perpustakaan",
        Facet.SUPERVISION: "Supervisi atasan langsung",
    },
    steps=[a_step("1", "Pustakawan mencatat naskah", time="2 hari", actors=["Pustakawan"])],
    unit="Bagian Perpustakaan",
    responsible="Kepala Bagian Perpustakaan",
)


@pytest.fixture(scope="module")
def nothing() -> Finder:
    return Finder(())


@pytest.fixture(scope="module")
def cars() -> Finder:
    return Finder((CARS,))


@pytest.fixture(scope="module")
def both() -> Finder:
    return Finder((CARS, BOOKS))


def understood(reply: Reply) -> tuple[str | None, str | None]:
    request = reply.request
    return (request.standard, request.aspect) if request else (None, None)


@pytest.mark.parametrize(
    "text", ["", "langkah 3", "apa tugas kabag?", "persyaratan rkpk", "2", "apa itu RK?",
             "setelah itu apa?", "siapa yang tanda tangan?"],
)  # fmt: skip
def test_without_standards_nothing_is_known(text: str, nothing: Finder) -> None:
    reply = nothing.ask(text, Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "unknown")
    assert reply.values["count"] == 0
    assert reply.next == (Request("listing"),)


def test_without_standards_small_talk_goes_on(nothing: Finder) -> None:
    assert nothing.ask("halo", Topic()).form == "greeting"
    assert nothing.ask("siapa kamu?", Topic()).form == "identity"


def test_a_topic_of_other_standards_is_forgotten(nothing: Finder, cars: Finder) -> None:
    old = Topic("gone", "gone too", "cost", "3")
    assert nothing.ask("makasih", old).topic.standard is None
    assert understood(cars.ask("tempatnya?", old)) == (CARS.id, "place")


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("berapa biayanya?", "cost"), ("syaratnya apa", "requirements"), ("tempatnya dmn", "place"),
        ("prosedurnya gimana", "procedure"), ("buka jam berapa?", "service_hours"),
        ("penanggung jawabnya siapa", "responsible"), ("unit mana yang melayani", "unit"),
        ("pengaduan ke siapa?", "complaint_receiver"), ("berapa langkah?", "step_count"),
        ("berapa lama totalnya", "total_time"), ("langkah 2", "step"), ("2b", "step"),
        ("langkah 3 berapa lama?", "step_time"),
        ("siapa yang menyetujui permohonan?", "step_actor"),
        ("setelah menerima surat permohonan apa?", "step_next"), ("apa itu KD", "definition"),
    ],
)  # fmt: skip
def test_of_one_standard_everything_is_asked(text: str, aspect: str, cars: Finder) -> None:
    reply = cars.ask(text, Topic())
    assert understood(reply) == (CARS.id, aspect)
    assert reply.kind is ReplyKind.ANSWER
    assert {c.standard for c in reply.citations} == {CARS.id}


def test_what_one_standard_says_is_said_in_its_words(cars: Finder) -> None:
    cost = cars.ask("bayar ga?", Topic())
    assert cost.values["lead"] == "Tidak dipungut biaya"
    time = cars.ask("berapa lama langkah 3?", Topic())
    assert [row["time"] for row in time.values["rows"]] == ["1 hari"]
    actor = cars.ask("siapa yang mengerjakan langkah 1?", Topic())
    assert [row["actors"] for row in actor.values["rows"]] == [("Petugas loket",)]
    total = cars.ask("berapa lama seluruh prosesnya?", Topic())
    assert total.values["sums"] == [("1", "hari"), ("1", "jam"), ("15", "menit")]
    assert [step["number"] for step in total.values["untimed"]] == ["2.a", "4"]


@pytest.mark.parametrize("facet", ["supervision", "guarantee", "evaluation", "warning"])
def test_what_one_standard_does_not_say_is_said_to_be_missing(facet: str, cars: Finder) -> None:
    reply = cars.answer(Request(facet, CARS.id), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")


def test_the_one_standard_is_listed(cars: Finder) -> None:
    reply = cars.ask("daftar standar", Topic())
    assert [option.label for option in reply.options] == [CARS.title]


@pytest.mark.parametrize(
    ("text", "standard", "aspect"),
    [
        ("biaya peminjaman kendaraan", CARS, "cost"), ("biaya naskah kuno?", BOOKS, "cost"),
        ("tempat pelestarian naskah", BOOKS, "place"),
        ("langkah 3 peminjaman kendaraan dinas", CARS, "step"),
        ("pengawasan internal naskah kuno", BOOKS, "supervision"),
    ],
)  # fmt: skip
def test_of_two_standards_the_named_one_answers(
    text: str, standard: ServiceStandard, aspect: str, both: Finder
) -> None:
    assert understood(both.ask(text, Topic())) == (standard.id, aspect)


def test_of_two_standards_one_is_chosen_or_both_answer(both: Finder) -> None:
    assert both.ask("biayanya?", Topic()).form == "each"
    offered = both.ask("tempatnya?", Topic())
    assert offered.kind in (ReplyKind.CHOICE, ReplyKind.ANSWER)
    lacking = both.answer(Request("lacking", subject="supervision"), Topic())
    assert [row.title for row in lacking.values["rows"]] == [CARS.title]


def test_a_standard_with_nothing_in_it_is_only_a_title() -> None:
    bare = ServiceStandard("bare", "Standar Pelayanan Kosong", "bare.txt", ())
    finder = Finder((bare,))
    for facet in Facet:
        reply = finder.answer(Request(facet.value, "bare"), Topic())
        assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet"), facet
    card = finder.answer(Request("card", "bare"), Topic())
    assert card.values["title"] == bare.title
    assert [c.section for c in card.citations] == ["seluruh dokumen"]


VERBS = ("Penerbitan", "Pencabutan", "Perpanjangan", "Pengujian", "Penyimpanan")
THINGS = (
    "Izin Reklame", "Kartu Nelayan", "Surat Pindah", "Akta Kelahiran", "Sertifikat Halal",
    "Paspor Hewan", "Lisensi Pandu", "Rekening Listrik", "Arsip Foto", "Peta Laut", "Kapal Tunda",
    "Bibit Padi", "Alat Ukur", "Ruang Kelas", "Kolam Renang", "Panggung Seni", "Lapangan Bola",
    "Kebun Raya", "Rumah Susun", "Jembatan Gantung", "Menara Air", "Pasar Ikan", "Terminal Bus",
    "Gudang Beras", "Klinik Gigi", "Museum Kota", "Taman Baca", "Bengkel Kayu", "Stasiun Cuaca",
    "Dermaga Apung", "Saluran Irigasi", "Tambak Udang", "Sumur Bor", "Lampu Jalan", "Rambu Lalu",
    "Kandang Sapi", "Perahu Motor", "Mesin Jahit", "Bus Sekolah", "Pos Ronda",
)  # fmt: skip


@pytest.fixture(scope="module")
def many() -> Finder:
    services = [f"{verb} {thing}" for verb, thing in product(VERBS, THINGS)]
    assert len(services) == 200
    return Finder(
        a_standard(
            service,
            says={Facet.COST: f"Rp {number}.000", Facet.PLACE: f"Loket {number}"},
            steps=[a_step("1", "Menerima berkas", time="1 jam"), a_step("2", "Menyerahkan hasil")],
            unit=f"Bagian {number}",
            responsible=f"Kepala Bagian {number}",
        )
        for number, service in enumerate(services, 1)
    )


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("biaya penerbitan paspor hewan", "penerbitan-paspor-hewan"),
        ("biaya pencabutan izin reklame?", "pencabutan-izin-reklame"),
        ("brp biaya pengujian kapal tunda", "pengujian-kapal-tunda"),
    ],
)
def test_of_two_hundred_the_named_one_answers(text: str, standard: str, many: Finder) -> None:
    assert understood(many.ask(text, Topic())) == (standard, "cost")


def test_of_two_hundred_no_more_are_offered_than_fit_a_screen(many: Finder) -> None:
    for text in ("biayanya berapa?", "tempatnya?", "biaya paspor hewan", "langkah 2"):
        reply = many.ask(text, Topic())
        assert len(reply.options) <= 8, text
        assert len(reply.next) <= 12, text


def test_two_hundred_are_listed_and_their_codes_are_their_own(many: Finder) -> None:
    requests = {option.request for option in many.ask("daftar standar", Topic()).options}
    assert len(requests) == 200
    codes = {many.code(request) for request in requests}
    assert len(codes) == 200
    assert {many.request(code) for code in codes} == requests

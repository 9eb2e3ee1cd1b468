"""Small things people write: letters of steps, "3 nya", boxes of addresses, grievances."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.model import Channel, ComplaintChain, Facet, ServiceStandard
from tests.knowledge.builders import a_chain, a_definition, a_standard, a_step


def a_mailbox(chain: ComplaintChain, address: str) -> ComplaintChain:
    return replace(chain, channels=(Channel("email", address),))


PIPES = a_standard(
    "Pemasangan Pipa Gas",
    says={
        Facet.PLACE: "Jalan Kenanga",
        Facet.REQUIREMENTS: "Denah pipa gas",
        Facet.PURPOSE: "Gas tersalur ke rumah",
        Facet.SUPERVISION: "Pemeriksaan pipa gas tiap bulan",
    },
    steps=[
        a_step("a", "Pemohon mengirim denah", actors=["Pemohon"]),
        a_step("b", "Petugas Survei mendatangi rumah", time="2 hari", actors=["Petugas Survei"]),
        a_step("c", "Teknisi memasang pipa gas", time="3 hari", actors=["Teknisi"]),
    ],
    complaint=a_chain("Kepala Bagian Hubungan Langganan"),
)  # fmt: skip
LAB_TEXT = "Disampaikan kepada Kepala Balai melalui email ujilab@balai.example."
LAB: ServiceStandard = a_standard(
    "Pengujian Contoh Tanah",
    says={Facet.PLACE: "Jalan Melati", Facet.COMPLAINT: LAB_TEXT},
    steps=[
        a_step("1", "Pemohon menyerahkan contoh tanah", actors=["Pemohon"]),
        a_step("2", "Analis mencatat contoh", actors=["Analis"]),
        a_step(
            "3", "",
            a_step("3.a", "Analis menimbang contoh", actors=["Analis"]),
            a_step("3.b", "Kepala Seksi Mutu memeriksa timbangan", actors=["Kepala Seksi Mutu"]),
        ),
        a_step(
            "4", "Kepala Seksi Mutu menyusun hasil",
            a_step("4.1", "mengumpulkan angka"), a_step("4.2", "menghitung rata-rata"),
            actors=["Kepala Seksi Mutu"],
        ),
    ],
    complaint=a_mailbox(a_chain("Kepala Balai"), "ujilab@balai.example"),
    definitions=[
        a_definition("Contoh Tanah", "Contoh Tanah adalah tanah yang diambil dari lahan."),
        a_definition("Timbangan", "Timbangan adalah alat ukur berat."),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([PIPES, LAB])


def request(reply: Reply) -> tuple[str, str | None, str | None]:
    assert reply.request is not None
    return reply.request.aspect, reply.request.standard, reply.request.step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("langkah c pemasangan pipa gas", ("step", PIPES.id, "c")),
        ("siapa yang mengerjakan langkah b pemasangan pipa?", ("step_actor", PIPES.id, "b")),
        ("langkah huruf b", ("step", PIPES.id, "b")),
    ],
)
def test_a_letter_is_a_step_where_steps_have_letters(
    text: str, expected: tuple[str, str, str], finder: Finder
) -> None:
    assert request(finder.ask(text, Topic())) == expected


def test_a_number_with_nya_is_a_part_of_the_step_shown_last(finder: Finder) -> None:
    shown = finder.ask("langkah 4 contoh tanah", Topic())
    assert request(finder.ask("langkah 2 nya?", shown.topic))[2] == "4.2"
    assert request(finder.ask("langkah 2?", shown.topic))[2] == "2"
    assert request(finder.ask("langkah 3 nya?", shown.topic))[2] == "3"


def test_a_step_of_parts_alone_does_not_say_them_twice(finder: Finder) -> None:
    reply = finder.ask("siapa yang mengerjakan langkah 3 contoh tanah?", Topic())
    row = reply.values["rows"][0]
    assert row["text"] == ""
    assert [part["number"] for part in row["below"]] == ["3.a", "3.b"]


def test_the_box_of_an_address_names_its_standard_and_answers_nothing(finder: Finder) -> None:
    first = finder.ask("tempatnya di mana", Topic())
    assert first.kind is ReplyKind.CHOICE
    reply = finder.ask("kalau ujilab?", first.topic)
    assert request(reply)[:2] == ("place", LAB.id)


BOXES = ("admin", "cs", "info", "Humas", "kontak", "tu", "tatausaha", "infolayanan", "pengaduan")


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("text", ["{}, persyaratan apa saja?", "{} nya siapa", "biaya {}"])
def test_a_box_that_any_office_has_names_no_standard(text: str, box: str) -> None:
    chain = a_mailbox(a_chain("Kepala Balai"), f"{box}@balai.example")
    says = {Facet.REQUIREMENTS: "Surat kuasa", Facet.COST: "Gratis"}
    wells = a_standard("Pengeboran Sumur", says=says, complaint=chain)
    loans = a_standard("Peminjaman Aula", says=says, complaint=a_chain("Kepala Balai"))
    for order in ([wells, loans], [loans, wells]):
        reply = Finder(order).ask(text.format(box), Topic())
        assert reply.topic.standard is None
        assert reply.request is None or reply.request.standard is None


def test_the_word_of_an_address_is_no_text(finder: Finder) -> None:
    assert finder.ask("balai.example itu apa?", Topic()).form != "passage"


def test_a_grievance_is_told_by_its_words(finder: Finder) -> None:
    reply = finder.ask("komplain pipa gas bocor lapor ke mana?", Topic())
    assert request(reply)[:2] == ("complaint_receiver", PIPES.id)


def test_of_a_poor_service_it_is_asked_which(finder: Finder) -> None:
    reply = finder.ask("laporan saya soal laptop rusak nggak ditanggapi, ngadu ke mana?", Topic())
    assert reply.kind is ReplyKind.CHOICE
    assert {option.request.standard for option in reply.options} == {PIPES.id, LAB.id}


def test_a_grievance_of_another_office_is_refused(finder: Finder) -> None:
    assert finder.ask("komplain paket JNE ke siapa?", Topic()).kind is ReplyKind.UNKNOWN


def test_the_term_asked_is_defined_and_not_the_standard_beside(finder: Finder) -> None:
    text = "apa yang dimaksud dengan timbangan dalam pengujian contoh tanah?"
    reply = finder.ask(text, Topic())
    assert reply.form == "definition"
    assert reply.values["term"] == "Timbangan"


def test_money_that_is_complained_of_is_no_question_of_cost(finder: Finder) -> None:
    text = "saya mau mengadu soal petugas pipa gas yang minta uang tambahan"
    assert request(finder.ask(text, Topic()))[:2] == ("complaint", PIPES.id)

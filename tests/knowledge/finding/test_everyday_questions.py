"""What employees add around a question, and what they ask besides it: understood all the same."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.asking import without_exception
from knowledge.finding.parts import Parts, parts_of
from knowledge.finding.rules_counts import tells_number
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_definition, a_standard, a_step

from ..conftest import Ask

CLINIC = a_standard(
    "Pelayanan Rawat Jalan",
    says={
        Facet.FACILITIES: "Kursi roda, kendaraan roda empat, mobile phone, dan ruang tunggu",
        Facet.COST: "Rp 10.000",
        Facet.COMPLAINT: "Pengaduan disampaikan kepada Kepala Seksi Mutu.",
    },
    steps=[
        a_step("1", "Pendaftaran pasien",
               a_step("1.a", "Petugas Loket mencatat nomor rekam medis", time="5 menit",
                      actors=["Petugas Loket"]),
               a_step("1.b", "Kepala Seksi Mutu memeriksa berkas rujukan", time="10 menit",
                      actors=["Kepala Seksi Mutu"]),
               a_step("1.c", "Direktur menandatangani berkas rujukan", time="1 jam",
                      actors=["Direktur"])),
        a_step("2", "Dokter memeriksa pasien paling banyak 20 pasien setiap hari",
               actors=["Dokter"]),
        a_step("3", "Musyawarah",
               a_step("3.a", "Musyawarah ke-1: membahas keluhan utama"),
               a_step("3.b", "Musyawarah ke-2: membahas pengobatan"),
               a_step("3.c", "Musyawarah ke-3: membahas kepulangan")),
    ],
    definitions=[a_definition("Rawat Jalan", "Rawat Jalan adalah pelayanan tanpa menginap.")],
    complaint=a_chain("Kepala Seksi Mutu", "Petugas Loket"),
)  # fmt: skip
GARAGE = a_standard(
    "Perawatan Gedung",
    says={Facet.FACILITIES: "Tangga dan bor", Facet.COST: "Tidak ada"},
    steps=[a_step("1", "Teknisi memperbaiki atap", time="3 hari", actors=["Teknisi"])],
)


@pytest.fixture(scope="module")
def clinic() -> Finder:
    return Finder([CLINIC, GARAGE])


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("rawat jalan disediain mobil ga?", CLINIC.id),
        ("dapet hp ga di rawat jalan", CLINIC.id),
        ("apakah tersedia kendaraan untuk rawat jalan", CLINIC.id),
    ],
)
def test_a_thing_that_the_facilities_name_otherwise_is_told(
    text: str, standard: str, clinic: Finder
) -> None:
    request = clinic.ask(text, Topic()).request
    assert request is not None
    assert (request.aspect, request.standard) == ("facilities", standard)


def test_a_thing_that_no_facilities_name_is_not_promised(clinic: Finder) -> None:
    reply = clinic.ask("perawatan gedung dapet mobil ga?", Topic())
    assert reply.kind is ReplyKind.UNKNOWN


def test_a_thing_that_several_standards_have_is_a_choice(ask: Ask) -> None:
    reply = ask("dapet notebook ga?")
    assert reply.kind is ReplyKind.CHOICE
    assert len(reply.options) > 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("sop dicetak siapa, terus dibagiin berapa hari?",
         Parts("sop dicetak siapa", "dibagiin berapa hari?")),
        ("finalisasi brp hari dan ngapain aja", Parts("finalisasi brp hari", "ngapain aja", True)),
        ("siapa yang menyusun dan memeriksa draf?", None),
        ("berapa lama, tolong ya", None),
    ],
)  # fmt: skip
def test_a_message_is_cut_only_between_two_questions(text: str, parts: Parts | None) -> None:
    assert parts_of(text) == parts


def test_both_parts_of_a_message_are_answered_of_the_same_step(clinic: Finder) -> None:
    text = "yang meriksa berkas rujukan rawat jalan siapa, terus berapa menit?"
    reply = clinic.ask(text, Topic())
    assert reply.form == "together"
    assert [part["form"] for part in reply.values["parts"]] == ["step_actor", "step_time"]
    assert {citation.standard for citation in reply.citations} == {CLINIC.id}


def test_two_questions_about_two_standards_are_not_put_together(ask: Ask) -> None:
    reply = ask("siapa penanggung jawab sisdur, terus berapa biaya sosialisasi?")
    assert reply.form != "together"


@pytest.mark.parametrize(
    ("message", "step"), [("kalau direkturnya?", "1.c"), ("terus petugas loketnya?", "1.a")]
)
def test_a_colleague_of_the_same_list_gets_the_same_question(
    message: str, step: str, clinic: Finder
) -> None:
    first = clinic.ask("berapa menit periksa berkas rujukan rawat jalan", Topic())
    assert first.request is not None
    assert (first.request.aspect, first.request.step) == ("step_time", "1.b")
    again = clinic.ask(message, first.topic).request
    assert again is not None
    assert (again.aspect, again.step) == ("step_time", step)


def test_the_last_part_of_what_was_shown_is_told(clinic: Finder) -> None:
    topic = clinic.ask("langkah 3 rawat jalan", Topic()).topic
    request = clinic.ask("yang terakhir itu bahas apaan", topic).request
    assert request is not None
    assert request.step == "3.c"


def test_what_is_counted_in_the_text_is_found_by_its_number(clinic: Finder) -> None:
    request = clinic.ask("musyawarah ke-2 rawat jalan ngebahas apa?", Topic()).request
    assert request is not None
    assert request.step == "3.b"


def test_a_complaint_is_followed_to_the_next_hand(ask: Ask) -> None:
    request = ask("ngadu soal sisdur ke siapa", "abis dari beliau diterusin ke siapa").request
    assert request is not None
    assert request.aspect == "complaint_delegation"


def test_with_whom_asks_about_complaints_only_where_one_is_spoken_of(ask: Ask) -> None:
    request = ask("RK-PK dianterin ke menteri sama siapa").request
    assert request is not None
    assert not request.aspect.startswith("complaint")


def test_where_something_can_be_read_is_no_question_of_the_counter(ask: Ask) -> None:
    reply = ask("kl mau baca sop unit lain bisa liat di mana?")
    assert "website" in str(reply.values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dokter rawat jalan sanggup meriksa berapa pasien", "20 pasien"),
        ("rekam medis rawat jalan dicatet juga?", "rekam medis"),
    ],
)
def test_the_passage_that_says_most_is_quoted_before_a_refusal(
    text: str, said: str, clinic: Finder
) -> None:
    reply = clinic.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert said in str(reply.values)


@pytest.mark.parametrize(
    "text",
    [
        "berapa pasien yang pulang dari rawat jalan kemarin lusa di provinsi Bali",
        "minimal peserta sosialisasi berapa orang?",
        "berapa gaji dokter rawat jalan",
    ],
)
def test_no_passage_is_quoted_for_what_it_does_not_say(
    text: str, clinic: Finder, finder: Finder
) -> None:
    asked = finder if "sosialisasi" in text else clinic
    assert asked.ask(text, Topic()).kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("paling banyak 20 pasien setiap hari", True), ("2 kali @ 2,5 jam", True),
        ("daftar hadir (1 hari)", False), ("selama 3 (tiga) jam", False), ("sekali", False),
    ],
)  # fmt: skip
def test_a_time_is_no_number_of_things(text: str, said: bool) -> None:
    assert tells_number(text) is said


def test_what_the_end_of_a_question_leaves_out_is_not_asked_for() -> None:
    assert without_exception("dikirim ke mana selain ke menteri?") == "dikirim ke mana ?"
    assert without_exception("siapa selain itu?") == "siapa selain itu?"
    assert without_exception("selain SOP ada standar apa") == "selain SOP ada standar apa"


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("bos minta sisdur kelar jumat, keburu ga?", "total_time"),
        ("aku disuruh bikin sop, mulai dari mana?", "procedure"),
        ("yang ngurus sosialisasi harus jago ngomong?", "competence"),
        ("nyusun sop di tatalaksana bayar berapa?", "cost"),
        ("who counts as a user of the performance plan service?", "users"),
        ("telat setor PK ngaruh ke nilai kinerja setneg?", "warning"),
    ],
)
def test_what_is_asked_is_heard_among_everyday_words(text: str, aspect: str, ask: Ask) -> None:
    request = ask(text).request
    assert request is not None
    assert request.aspect == aspect


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("laporan sosialisasi harus kelar brp hari abis acara", "8"),
        ("yg disiapin sebelum sosialisasi apa aja sih (langkah 3)", "3"),
    ],
)
def test_after_and_before_beside_a_deed_ask_for_no_other_step(
    text: str, step: str, ask: Ask
) -> None:
    request = ask(text).request
    assert request is not None
    assert (request.step or "").split(".")[0] == step


def test_the_time_of_one_deed_is_compared_between_two_standards(ask: Ask) -> None:
    reply = ask("tim sop sama tim sisdur, lama bentuknya beda ga?")
    assert reply.form == "together"
    assert "2 minggu" in str(reply.values)
    assert "1 minggu" in str(reply.values)


@pytest.mark.parametrize(
    "text",
    ["mau ketemu menteri gmn caranya", "pengen menghadap menteri, syaratnya apa",
     "bos gw mau ketemu menteri, urus kemana"],
)  # fmt: skip
def test_who_wants_to_meet_somebody_asks_for_an_audience(text: str, ask: Ask) -> None:
    reply = ask(text)
    assert reply.kind is ReplyKind.ANSWER
    assert {c.standard for c in reply.citations} == {
        "pengoordinasian-pelaksanaan-pelayanan-kepada-pimpinan"
    }


def test_a_closed_envelope_is_no_office_that_is_closed(ask: Ask) -> None:
    assert ask("besok libur ga?").kind is ReplyKind.UNKNOWN


def test_the_unit_that_does_it_is_no_post(ask: Ask) -> None:
    request = ask("unit pelaksana sosialisasi kebijakan apa").request
    assert request is not None
    assert request.aspect == "unit"


def test_advice_that_no_standard_offers_is_not_said_to_be_there(ask: Ask) -> None:
    assert ask("konsultasi sop bisa ga").kind is ReplyKind.UNKNOWN
    request = ask("kapan saja kami bisa konsultasi penyusunan SOP?").request
    assert request is not None
    assert request.aspect == "service_hours"

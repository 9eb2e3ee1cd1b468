"""When a thing is to be done, what follows lateness, and words that only look like a cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet, Item, Section, Source
from tests.knowledge.builders import a_standard, a_step

_SOURCE = Source("Bagian Kedua J")
_LATE = "Apabila melewati batas waktu, biaya dikembalikan penuh."


def _guarantee(text: str) -> Section:
    item = Item("", text, _SOURCE, original=text)
    return Section(Facet.GUARANTEE, "J", "Jaminan Pelayanan", "Bagian Kedua", (item,), _SOURCE)


TRAVEL = a_standard(
    "Izin Perjalanan Dinas Luar Negeri",
    says={Facet.SERVICE_HOURS: "Senin sampai Jumat", Facet.SUPERVISION: "Teguran atasan"},
    steps=[
        a_step("1", "Pemohon mengajukan surat paling lambat 14 hari sebelum berangkat"),
        a_step("2", "Staf memproses pengajuan paspor", time="3 hari"),
    ],
)
CLINIC = a_standard(
    "Rawat Jalan",
    says={
        Facet.REQUIREMENTS: "Surat rujukan dari puskesmas",
        Facet.SERVICE_HOURS: "Pukul 08.00 sampai 13.00",
        Facet.LEGAL_BASIS: "Undang-Undang Kesehatan",
    },
    steps=[a_step("1", "Pasien mendaftar", time="5 menit")],
)


@pytest.fixture(scope="module")
def both() -> Finder:
    return Finder((TRAVEL, CLINIC))


def test_when_a_thing_is_to_be_done_is_told_by_its_step(both: Finder) -> None:
    reply = both.ask("kapan harus ngajuin izin dinas ke luar negeri?", Topic())
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == ("step", "1")


@pytest.mark.parametrize("text", ["kapan rawat jalan buka?", "rawat jalan kapan?"])
def test_when_alone_still_asks_for_the_hours(text: str, both: Finder) -> None:
    reply = both.ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (CLINIC.id, "service_hours")


def test_a_letter_of_referral_is_no_legal_basis(both: Finder) -> None:
    reply = both.ask("rujukan wajib ga?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert reply.citations[0].section == "Bagian Kedua C"


def test_what_is_guaranteed_for_lateness_stands_for_a_warning() -> None:
    kept = replace(TRAVEL, sections=(*TRAVEL.sections, _guarantee(_LATE)))
    silent = replace(TRAVEL, sections=(*TRAVEL.sections, _guarantee("Tanpa pungutan liar.")))
    text = "kalau izin perjalanan dinas telat gimana?"
    assert [line.text for line in Finder((kept,)).ask(text, Topic()).values["lines"]] == [_LATE]
    reply = Finder((silent,)).ask(text, Topic())
    assert not reply.answers
    assert "pungutan" not in str(reply.values)


def test_not_to_comply_is_no_question_for_what_is_missing(both: Finder) -> None:
    reply = both.ask("pegawai yang gak patuh standar dikasih apa?", Topic())
    assert reply.form != "divided"


def test_one_section_may_tell_hours_and_place() -> None:
    text = "Senin pukul 08.00 di Jalan Melati"
    place = Section(
        Facet.PLACE, "O", "Waktu dan Tempat Pelayanan", "Bagian Kedua",
        (Item("", text, _SOURCE, original=text),), _SOURCE,
    )  # fmt: skip
    desk = a_standard("Penerbitan Surat Pindah", steps=[a_step("1", "Loket menerima berkas")])
    finder = Finder((replace(desk, sections=(*desk.sections, place)), CLINIC))
    for question in ("surat pindah tutup jam berapa?", "tempat penerbitan surat pindah?"):
        assert [line.text for line in finder.ask(question, Topic()).values["lines"]] == [text]


def test_a_section_that_has_the_number_of_a_step_is_quoted_itself() -> None:
    text = "Pasien dipanggil sesuai nomor antrean"
    source = Source("1")
    item = Item("", text, source, original=text)
    section = Section(Facet.GUARANTEE, "", "Jaminan Pelayanan", "", (item,), source)
    finder = Finder((replace(CLINIC, sections=(*CLINIC.sections, section)),))
    reply = finder.ask("pasien dipanggil sesuai antrean?", Topic())
    assert [line.text for line in reply.values["lines"]] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "kalau rawat jalan telat dari jadwal ada jaminan apa?",
        "rawat jalan terlambat saya dapat apa?",
    ],
)
def test_what_is_promised_for_lateness_is_the_guarantee_and_no_warning(text: str) -> None:
    clinic = replace(CLINIC, sections=(*CLINIC.sections, _guarantee(_LATE)))
    reply = Finder([clinic, TRAVEL]).ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert _LATE in str(reply.values)

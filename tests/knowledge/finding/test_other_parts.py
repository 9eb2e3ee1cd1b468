"""Going on with another part or kind of the same service: the same is told of that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Reply, Topic
from knowledge.finding.answers import Request
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

LENDING = a_standard(
    "Peminjaman Ruang Rapat dan Kendaraan Dinas",
    says={
        Facet.COMPLAINT: (
            "Keluhan diterima Kepala Biro.",
            "Keluhan mengenai kendaraan dinas ditindaklanjuti Kepala Bagian Perlengkapan.",
            "Keluhan mengenai ruang rapat ditindaklanjuti Kepala Bagian Rumah Tangga.",
        ),
        Facet.COST: (
            "Hunian sederhana: 0,15",
            "Usaha mikro: 0,50",
            "Usaha: 0,70",
            "Keagamaan: 0",
        ),
    },
    steps=[
        a_step(
            "1",
            "Peminjaman ruang rapat",
            a_step("1.a", "Pengguna mengajukan permohonan paling lambat 2 hari sebelum pemakaian"),
            a_step("1.b", "Staf memeriksa ruang", time="30 menit"),
        ),
        a_step(
            "2",
            "Peminjaman kendaraan dinas",
            a_step("2.a", "Pengguna mengajukan memorandum paling lambat 3 hari sebelum pemakaian"),
            a_step("2.b", "Staf memeriksa mesin", time="45 menit"),
        ),
    ],
)
CARD = a_standard(
    "Kartu Tanda Penduduk",
    complaint=a_chain("Kepala Seksi"),
    steps=[
        a_step("1", "Kepala Seksi memvalidasi data", actors=["Kepala Seksi Penduduk"]),
        a_step("2", "Petugas mencetak kartu", actors=["Petugas Cetak"]),
    ],
)
CHILD = replace(
    a_standard(
        "Kartu Identitas Anak",
        steps=[a_step("1", "Kepala Seksi memeriksa foto", actors=["Kepala Seksi Penduduk"])],
    ),
    abbreviations=(("KIA", "Kartu Identitas Anak"),),
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((LENDING, CARD, CHILD))


def _behind(office: Finder, told: Request, text: str) -> Reply:
    return office.ask(text, office.answer(told, Topic()).topic)


@pytest.mark.parametrize(
    ("told", "text", "meant"),
    [
        ("1.a", "kalau kendaraan dinas?", "2.a"),
        ("2.a", "kalo soal ruang rapat?", "1.a"),
        ("1.b", "untuk kendaraan dinas gimana?", "2.b"),
    ],
)
def test_a_step_is_told_for_the_other_part(
    told: str, text: str, meant: str, office: Finder
) -> None:
    reply = _behind(office, Request("passage", LENDING.id, told, told), text)
    assert reply.request is not None
    assert reply.request.step == meant


def test_a_time_is_told_for_the_other_part(office: Finder) -> None:
    reply = _behind(office, Request("step_time", LENDING.id, "1.b"), "kalau kendaraan dinas?")
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == ("step_time", "2.b")


def test_who_handles_complaints_is_told_for_the_other_part(office: Finder) -> None:
    place = "Bagian Kedua H.b"
    assert any(i.source.section == place for s in LENDING.sections for i in s.items)
    told = Request("passage", LENDING.id, subject=place)
    assert "Rumah Tangga" in str(_behind(office, told, "kalo soal ruang rapat?").values)


@pytest.mark.parametrize(
    ("text", "said"), [("kalau fungsi usaha?", "Usaha: 0,70"), ("kalau keagamaan?", "Keagamaan: 0")]
)
def test_the_row_is_told_that_is_called_just_so(text: str, said: str, office: Finder) -> None:
    cost = next(s for s in LENDING.sections if s.facet is Facet.COST)
    told = Request("passage", LENDING.id, subject=cost.items[0].source.section)
    lines = _behind(office, told, text).values["lines"]
    assert [line.text for line in lines] == [said]


def test_a_bare_name_of_the_whole_service_still_shows_its_card(office: Finder) -> None:
    told = Request("passage", LENDING.id, "1.a", "1.a")
    reply = _behind(office, told, "kalau peminjaman ruang rapat dan kendaraan dinas?")
    assert reply.form == "card"


@pytest.mark.parametrize("text", ["kalau di KIA dia ngapain?", "kalau KIA?"])
def test_what_a_post_does_is_told_of_the_other_service(text: str, office: Finder) -> None:
    told = Request("official", CARD.id, subject="Kepala Seksi Penduduk")
    reply = _behind(office, told, text)
    if "dia" in text:
        assert reply.form == "official"
        assert "memeriksa foto" in str(reply.values)
    else:
        assert {citation.standard for citation in reply.citations} <= {CHILD.id}


@pytest.mark.parametrize("text", ["setelah berapa hari?", "dalam berapa hari?"])
def test_the_time_of_a_passage_told_is_told_again(text: str, office: Finder) -> None:
    told = Request("passage", LENDING.id, "2.a", "2.a")
    reply = _behind(office, told, text)
    assert reply.request is not None
    assert reply.request.step == "2.a"

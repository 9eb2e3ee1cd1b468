"""Rows of a table whose rows share a place: one is told alone where just one is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Reply, Topic
from knowledge.finding.answers import Request
from knowledge.model import Facet, Item, Section, ServiceStandard, Source
from tests.knowledge.builders import a_standard, a_step


def _with_table(standard: ServiceStandard, heading: str, *rows: str) -> ServiceStandard:
    """Return a standard with a table at its end, all rows at one place."""
    source = Source(heading)
    items = tuple(Item("-", row, source, original=row) for row in rows)
    section = Section(Facet.OTHER, "", heading, "", items, source)
    return replace(standard, sections=(*standard.sections, section))


TRAINING = _with_table(
    a_standard(
        "Pelatihan Kerja",
        says={Facet.REQUIREMENTS: ("Pas foto", "Ijazah")},
        steps=[a_step("1", "Instruktur melatih peserta", time="2 hari")],
    ),
    "Program dan Lama",
    "Las: Jam Pelajaran 260 JP, Kuota 16 orang",
    "Garmen: Menjahit Pakaian, Jam Pelajaran 200 JP, Kuota 20 orang",
    "Listrik: Pemasangan Instalasi, Jam Pelajaran 280 JP, Kuota 18 orang",
    "Satu jam pelajaran (JP) sama dengan 45 menit.",
)
LEASE = a_standard(
    "Sewa Gedung",
    says={
        Facet.COST: (
            "Tarif ditetapkan sebagai berikut:",
            "Pagar: Tarif Rp4.000",
            "Kolam renang: Tarif Rp15.000",
            "Papan reklame: Tarif Rp60.000",
        )
    },
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((TRAINING, LEASE))


def _lines(reply: Reply) -> list[str]:
    return [line.text for line in reply.values["lines"]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("pelatihan kerja las brp JP?", "Las"),
        ("kuota pelatihan kerja menjahit berapa orang?", "Garmen"),
        ("pelatihan kerja listrik berapa jam pelajaran?", "Listrik"),
    ],
)
def test_the_row_that_alone_says_it_is_told_alone(text: str, row: str, office: Finder) -> None:
    told = _lines(office.ask(text, Topic()))
    assert [line.split(":")[0] for line in told] == [row]


def test_another_column_is_asked_of_the_row_told_last(office: Finder) -> None:
    first = office.ask("pelatihan kerja las brp JP?", Topic())
    assert _lines(office.ask("kuotanya?", first.topic)) == _lines(first)


def test_the_whole_table_is_told_where_no_row_is_named(office: Finder) -> None:
    told = _lines(office.ask("kuota jam pelajaran pelatihan kerja berapa?", Topic()))
    assert len(told) > 1


def test_the_price_of_one_thing_is_told_alone(office: Finder) -> None:
    reply = office.ask("tarif sewa gedung untuk kolam renang berapa?", Topic())
    assert _lines(reply) == ["Kolam renang: Tarif Rp15.000"]
    assert len(_lines(office.ask("tarif sewa gedung berapa?", Topic()))) > 1


def test_a_row_has_a_code_of_its_own(office: Finder) -> None:
    reply = office.ask("pelatihan kerja las brp JP?", Topic())
    assert reply.request is not None
    assert office.request(office.code(reply.request)) == reply.request


def test_what_stands_under_an_item_at_its_place_is_told_once(office: Finder) -> None:
    source = Source("Biaya")
    rows = tuple(Item("-", text, source) for text in ("Pagar: Rp1", "Pintu: Rp2"))
    top = Item("7", "Tarif tersendiri:", source, items=rows)
    lease = replace(
        a_standard("Uji Alat"), sections=(Section(Facet.COST, "", "Biaya", "", (top,), source),)
    )
    reply = Finder((lease,)).answer(Request("passage", lease.id, subject="Biaya"), Topic())
    assert _lines(reply) == ["Tarif tersendiri:", "Pagar: Rp1", "Pintu: Rp2"]

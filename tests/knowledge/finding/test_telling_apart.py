"""Choices between standards of one name say what tells them apart."""

from __future__ import annotations

from dataclasses import replace

from handlers.replies import sheets
from handlers.texts import office_texts
from knowledge.editions import EditionNote, Editions
from knowledge.finding.answers import Request, Topic
from knowledge.finding.finder import Finder
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.standard_texts import a_text


def a_standard(standard_id: str, unit: str, cost: str, title: str = "") -> ServiceStandard:
    (standard,) = read_text(a_text(unit=unit, cost=cost), "x.txt")
    return replace(standard, id=standard_id, title=title or standard.title)


STANDARDS = (
    a_standard("a", "Bagian Rumah Tangga", "Gratis."),
    a_standard("b", "Bagian Keamanan", "Rp1."),
    a_standard("c", "Bagian Keamanan", "Rp2."),
)
NOTES = {"a": EditionNote(), "b": EditionNote(2024), "c": EditionNote(2020)}


def test_a_choice_between_like_titles_names_unit_and_year() -> None:
    reply = Finder(STANDARDS, Editions((), NOTES)).ask("biaya peminjaman kendaraan dinas?", Topic())
    assert [option.label for option in reply.options] == [
        "Peminjaman Kendaraan Dinas – Bagian Rumah Tangga",
        "Peminjaman Kendaraan Dinas – Bagian Keamanan – 2024",
        "Peminjaman Kendaraan Dinas – Bagian Keamanan – 2020",
    ]


def test_what_tells_one_apart_picks_it() -> None:
    finder = Finder(STANDARDS, Editions((), NOTES))
    choice = finder.ask("biaya peminjaman kendaraan dinas?", Topic())
    assert finder.ask("yang rumah tangga", choice.topic).topic.standard == "a"
    assert finder.ask("2020", choice.topic).topic.standard == "c"


def test_titles_that_differ_are_left_alone() -> None:
    other = a_standard("d", "Bagian Keamanan", "Rp3.", "Standar Pelayanan Parkir")
    listing = Finder([STANDARDS[0], other]).answer(Request("listing"), Topic())
    assert [o.label for o in listing.options] == [STANDARDS[0].title, "Standar Pelayanan Parkir"]


def test_each_page_of_a_long_list_has_its_own_sources() -> None:
    many = [
        a_standard(f"r{n}", "Bagian", "-", f"Standar Pelayanan Ruang {n:02}") for n in range(23)
    ]
    found = sheets(Finder(many).answer(Request("listing"), Topic()), office_texts())
    assert len(found) == 3
    assert [sheet.html.count("Sumber:") for sheet in found] == [10, 10, 3]
    assert "Sumber: Ruang 22" in found[2].html

"""Editions: the year of one, the same text in another file, what has changed, asking for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.correcting import Correctable, Correction, corrected
from knowledge.editions import (
    Edition,
    EditionNote,
    Editions,
    basis_year,
    changes,
    declared_year,
    text_digest,
)
from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.finder import Finder
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.standard_texts import a_text


def read(text: str) -> ServiceStandard:
    (standard,) = read_text(text, "x.txt")
    return standard


NEW = read(a_text())
OLD = read(a_text(check="5 hari", cost="Rp50.000 per hari."))
OTHER = read(a_text("PEMINJAMAN RUANG RAPAT", cost="Gratis."))


def an_edition(standard: ServiceStandard, note: EditionNote) -> Edition:
    return Edition(replace(standard, id=f"{standard.id}@7"), standard.id, note)


def finder(note: EditionNote | None = None, present: EditionNote | None = None) -> Finder:
    """Return a finder for two standards, of one of which there is another edition."""
    other = note or EditionNote(2008, date(2008, 5, 1), date(2026, 2, 1))
    notes = {NEW.id: present or EditionNote(2026, date(2026, 2, 1)), OTHER.id: EditionNote()}
    return Finder([NEW, OTHER], Editions((an_edition(OLD, other),), notes))


def said(reply: Reply) -> str:
    return str(reply.values)


def test_a_text_in_another_file_has_the_same_digest() -> None:
    spaced = read(a_text().replace("\n", "\r\n").replace("Fotokopi surat", "Fotokopi  surat,"))
    assert text_digest(spaced) == text_digest(NEW)
    assert text_digest(replace(NEW, file="lain.docx", id="lain")) == text_digest(NEW)
    assert text_digest(OLD) != text_digest(NEW)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("LAMPIRAN KEPUTUSAN KEPALA BIRO UMUM\nNOMOR 12 TAHUN 2024\n", 2024),
        ("Ditetapkan tanggal 3 Maret 2021\n", 2021),
        ("", None),
    ],
)
def test_the_year_of_an_edition_is_in_its_head(head: str, year: int | None) -> None:
    assert declared_year(read(a_text(head=head))) == year


def test_an_edition_without_a_year_is_of_that_of_its_latest_legal_basis() -> None:
    assert basis_year(NEW) == 2009
    assert an_edition(OLD, EditionNote()).is_of(2009)
    assert not an_edition(OLD, EditionNote(2008)).is_of(2009)


def test_changes_name_what_differs_and_nothing_else() -> None:
    found = {(change.what, change.step): change for change in changes(OLD, NEW)}
    assert set(found) == {("cost", ""), ("steps", "2")}
    assert found["cost", ""].before == ("Rp50.000 per hari.",)
    assert found["cost", ""].after == ("Tidak dipungut biaya.",)
    assert "5 hari" in found["steps", "2"].before[0]
    assert "2 jam" in found["steps", "2"].after[0]
    assert changes(NEW, NEW) == ()


def test_a_step_with_another_doer_is_changed_and_the_doers_are_named() -> None:
    other = corrected(NEW, [Correction(Correctable.ACTOR, "Staf", "2")])
    (change,) = changes(NEW, other)
    assert change.before[0].endswith("[Kepala Subbagian Kendaraan]")
    assert change.after[0].endswith("[Staf]")


def test_a_new_step_that_shifts_the_others_is_the_only_change() -> None:
    longer = read(a_text(more="5. Pemohon mengembalikan kendaraan (15 menit)\n"))
    (change,) = changes(NEW, longer)
    assert (change.before, change.step) == ((), "5")
    (gone,) = changes(longer, NEW)
    assert gone.after == ()


@pytest.mark.parametrize(
    "question",
    [
        "menurut standar 2008, berapa biaya peminjaman kendaraan dinas?",
        "berapa biaya peminjaman kendaraan dinas menurut edisi tahun 2008?",
        "biaya peminjaman kendaraan dinas di standar lama berapa?",
        "how much did the vehicle cost under the 2008 standard peminjaman kendaraan dinas biaya",
    ],
)
def test_a_named_edition_answers_and_says_which_it_is(question: str) -> None:
    reply = finder().ask(question, Topic())
    assert "Rp50.000" in said(reply)
    assert {c.edition and c.edition.year for c in reply.citations} == {2008}


def test_without_a_year_the_edition_in_force_answers_and_needs_no_remark() -> None:
    reply = finder().ask("berapa biaya peminjaman kendaraan dinas?", Topic())
    assert "Tidak dipungut biaya" in said(reply)
    assert {c.edition for c in reply.citations} == {None}


def test_the_conversation_stays_in_an_edition_until_the_present_one_is_asked_for() -> None:
    here = finder()
    reply = here.ask("menurut standar 2008, berapa biaya peminjaman kendaraan dinas?", Topic())
    follow = here.ask("kalau langkah 2 berapa lama?", reply.topic)
    assert "5 hari" in said(follow)
    assert {c.edition and c.edition.year for c in follow.citations} == {2008}
    now = here.ask("kalau yang berlaku sekarang berapa lama langkah 2?", follow.topic)
    assert "2 jam" in said(now)
    elsewhere = here.ask("berapa biaya peminjaman ruang rapat?", follow.topic)
    assert "Gratis" in said(elsewhere)


def test_a_follow_up_that_only_names_the_year_asks_the_same_of_that_edition() -> None:
    here = finder()
    reply = here.ask("berapa biaya peminjaman kendaraan dinas?", Topic())
    before = here.ask("kalau menurut standar 2008?", reply.topic)
    assert "Rp50.000" in said(before)


def test_a_regulations_year_names_no_edition() -> None:
    reply = finder().ask(
        "apakah UU Nomor 25 Tahun 2008 jadi dasar hukum peminjaman kendaraan dinas?", Topic()
    )
    assert {c.edition for c in reply.citations} <= {None}


def test_buttons_under_an_old_edition_lead_to_that_edition() -> None:
    here = finder()
    reply = here.ask("menurut standar 2008, berapa biaya peminjaman kendaraan dinas?", Topic())
    assert reply.next
    for request in reply.next:
        assert request.standard == f"{NEW.id}@7"
        assert here.request(here.code(request)) == request
    again = here.answer(Request("cost", f"{NEW.id}@7"), Topic())
    assert "Rp50.000" in said(again)


@pytest.mark.parametrize(
    "question", ["apa yang berubah?", "apa saja perubahannya?", "what has changed?"]
)
def test_what_has_changed_is_answered_component_by_component(question: str) -> None:
    reply = finder().ask(question, Topic(NEW.id))
    assert reply.form == "changes"
    parts = {part["what"] for part in reply.values["parts"]}
    assert parts == {"cost", "steps"}
    assert [c.standard for c in reply.citations] == [NEW.id, f"{NEW.id}@7"]


def test_what_has_changed_finds_the_only_standard_with_editions() -> None:
    assert finder().ask("apa yang berubah?", Topic()).form == "changes"
    unknown = finder().ask("apa yang berubah di peminjaman ruang rapat?", Topic())
    assert (unknown.form, unknown.kind) == ("no_changes_known", ReplyKind.UNKNOWN)


def test_while_an_edition_is_coming_answers_say_which_one_they_are_from() -> None:
    coming = EditionNote(2027, date(2027, 1, 1))
    here = finder(coming, EditionNote(2026, None, date(2027, 1, 1)))
    reply = here.ask("berapa biaya peminjaman kendaraan dinas?", Topic())
    assert {c.edition and c.edition.until for c in reply.citations} == {date(2027, 1, 1)}
    new = here.ask("menurut edisi baru berapa biaya peminjaman kendaraan dinas?", Topic())
    assert "Rp50.000" in said(new)
    assert {c.edition and c.edition.since for c in new.citations} == {date(2027, 1, 1)}
    told = here.ask("apa yang berubah?", Topic(NEW.id))
    assert told.values["coming"] is True
    assert told.values["since"] == date(2027, 1, 1)


def test_standards_of_one_title_are_told_apart_by_their_units() -> None:
    twin = replace(read(a_text(unit="Bagian Keamanan", cost="Gratis.")), id="kembar")
    notes = {NEW.id: EditionNote(), "kembar": EditionNote()}
    here = Finder([NEW, twin], Editions((), notes))
    reply = here.answer(Request("cost", "kembar"), Topic())
    assert {c.edition and c.edition.unit for c in reply.citations} == {"Bagian Keamanan"}

"""The five shipped standards are read as the hand-made tables say."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.library import shipped_documents
from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_file, read_text
from knowledge.report import as_report, duration_report
from tests.knowledge.reading.expected.pimpinan import PIMPINAN
from tests.knowledge.reading.expected.rkpk import RKPK
from tests.knowledge.reading.expected.rows import Row, Standard
from tests.knowledge.reading.expected.sisdur import SISDUR
from tests.knowledge.reading.expected.sop import SOP
from tests.knowledge.reading.expected.sosialisasi import SOSIALISASI

TABLES = (PIMPINAN, SISDUR, RKPK, SOSIALISASI, SOP)
STEPS = [(table, number) for table in TABLES for number in table.steps]


@pytest.fixture(scope="module")
def read() -> dict[str, ServiceStandard]:
    standards = {}
    for table in TABLES:
        (standard,) = read_file(shipped_documents() / table.file)
        standards[table.file] = standard
    return standards


@pytest.fixture(params=TABLES, ids=[t.file for t in TABLES])
def table(request: pytest.FixtureRequest) -> Standard:
    given: Standard = request.param
    return given


def test_every_shipped_document_has_its_table() -> None:
    assert {p.name for p in shipped_documents().iterdir()} == {t.file for t in TABLES}


def test_title_and_the_facts_of_the_scope(
    table: Standard, read: dict[str, ServiceStandard]
) -> None:
    standard = read[table.file]
    assert (standard.id, standard.title) == (table.id, table.title)
    assert (standard.unit, standard.responsible) == (table.unit, table.responsible)
    assert standard.implementers == table.implementers
    assert standard.cost == "Tidak ada"
    assert standard.place == table.place
    assert standard.service_hours == table.service_hours
    assert standard.legal_basis == table.legal_basis
    assert standard.warnings == table.warnings


def test_sections_in_order_with_their_pages(
    table: Standard, read: dict[str, ServiceStandard]
) -> None:
    found = [
        (s.source.section, s.facet.value, s.heading, s.source.page)
        for s in read[table.file].sections
    ]
    assert found == list(table.sections)


def test_scope_items_answer_their_facets(table: Standard, read: dict[str, ServiceStandard]) -> None:
    scope = read[table.file].section(Facet.SCOPE)
    assert scope is not None
    found = [(i.source.section, i.facet and i.facet.value, i.source.page) for i in scope.items]
    assert found == list(table.scope)


def test_both_paragraphs_of_the_purpose_are_kept(
    table: Standard, read: dict[str, ServiceStandard]
) -> None:
    purpose = read[table.file].section(Facet.PURPOSE)
    assert purpose is not None
    first, second = purpose.items
    assert "maksud" in first.text.casefold()
    assert second.text.startswith("Tujuannya adalah ")


def test_requirements_of_both_sides(table: Standard, read: dict[str, ServiceStandard]) -> None:
    standard = read[table.file]
    assert standard.requirements_implementer == table.requirements_implementer
    assert standard.requirements_user == table.requirements_user


def test_facilities_are_one_clean_paragraph(
    table: Standard, read: dict[str, ServiceStandard]
) -> None:
    section = read[table.file].section(Facet.FACILITIES)
    assert section is not None
    assert [item.text for item in section.items] == [table.facilities]


def test_complaint_chain(table: Standard, read: dict[str, ServiceStandard]) -> None:
    chain, expected = read[table.file].complaint, table.complaint
    assert chain is not None
    assert chain.received_by == expected.received_by
    assert chain.delegation is not None
    assert chain.delegation.value == expected.delegation
    assert chain.handled_by == expected.handled_by
    assert chain.together_with == expected.together_with
    assert (chain.sender, chain.via) == (expected.sender, expected.via)
    assert chain.addressed_to == expected.addressed_to
    assert chain.channels == ()
    sources = (chain.received_source, chain.delegation_source, chain.handled_source)
    assert tuple((s.section, s.page) for s in sources if s) == expected.sources


def test_definitions_and_abbreviations(table: Standard, read: dict[str, ServiceStandard]) -> None:
    standard = read[table.file]
    found = tuple((d.term, d.abbreviation, d.source.section) for d in standard.definitions)
    assert found == table.definitions
    assert dict(standard.abbreviations) == table.abbreviations


def test_components_of_the_law(table: Standard, read: dict[str, ServiceStandard]) -> None:
    standard = read[table.file]
    assert standard.components_missing == table.missing
    assert len(standard.components_present) == 14 - len(table.missing)


def test_number_of_steps_on_each_level(table: Standard, read: dict[str, ServiceStandard]) -> None:
    levels = Counter(step.number.count(".") for step in read[table.file].walk_steps())
    assert tuple(levels[level] for level in range(max(levels) + 1)) == table.steps_per_level
    numbers = [step.number for step in read[table.file].walk_steps()]
    assert len(numbers) == len(set(numbers))


def test_tables_hold_every_top_level_step(table: Standard) -> None:
    top = {int(number) for number in table.steps if "." not in number}
    assert top == set(range(1, table.steps_per_level[0] + 1))


@pytest.mark.parametrize(("table", "number"), STEPS, ids=[f"{t.unit}-{n}" for t, n in STEPS])
def test_step(table: Standard, number: str, read: dict[str, ServiceStandard]) -> None:
    step, row = read[table.file].step(number), table.steps[number]
    assert step is not None
    assert step.title.startswith(row.begins)
    assert step.title.endswith(row.ends)
    assert bool(step.text) == bool(row.begins)
    assert (duration_report(step.duration) or {}) == row.time
    assert step.actors == row.actors
    assert step.source.page == row.page
    letter = next(s[0] for s in table.sections if s[1] == "procedure")
    assert step.source.section == f"{letter}.{number}"


def test_no_other_step_has_a_time(table: Standard, read: dict[str, ServiceStandard]) -> None:
    timed = {s.number for s in read[table.file].walk_steps() if s.duration}
    rated = {"5.b.1"} if table is SOP else set()
    assert timed == {n for n, row in table.steps.items() if row.time} | rated


def test_notes_and_details_stand_where_they_belong(
    table: Standard, read: dict[str, ServiceStandard]
) -> None:
    steps = list(read[table.file].walk_steps())
    notes = {s.number: s.notes for s in steps if s.notes}
    assert set(notes) == set(table.notes)
    for number, (begins, conditional) in table.notes.items():
        (note,) = notes[number]
        assert note.text.startswith(begins)
        assert note.conditional is conditional
    assert {s.number: len(s.details) for s in steps if s.details} == table.details


def test_a_rate_is_no_amount(read: dict[str, ServiceStandard]) -> None:
    step = read[SOP.file].step("5.b.1")
    assert step is not None
    report = duration_report(step.duration)
    assert report is not None
    assert report["text"] == "15 standar pelayanan/SOP perhari"
    assert report["amount"] is None
    assert report["rate"] == {"amount": 15, "unit": "standar pelayanan/SOP", "per": "hari"}
    assert step.actors == ("staf",)


def test_the_note_on_usulan_has_its_own_deadline(read: dict[str, ServiceStandard]) -> None:
    step = read[SOP.file].step("2.b.1")
    assert step is not None
    (note,) = step.notes
    assert note.actors == ("Pimpinan unit kerja",)
    assert note.source.page == 349
    assert duration_report(note.duration) == {
        "text": "selambat-lambatnya 1 minggu setelah memorandum diterima",
        "amount": 1,
        "unit": "minggu",
        "calendar": None,
        "times": None,
        "per": None,
        "min": None,
        "bound": "max",
        "after": "memorandum diterima",
    }


def test_the_note_between_two_steps_is_a_condition_of_the_first(
    read: dict[str, ServiceStandard],
) -> None:
    step = read[SOSIALISASI.file].step("6")
    assert step is not None
    (note,) = step.notes
    assert note.source.page == 363
    assert note.duration is not None
    assert note.duration.text == "1 hari"
    assert note.actors == SOSIALISASI.steps["3"].actors


def test_who_may_sign_in_certain_cases_stands_in_the_note(
    read: dict[str, ServiceStandard],
) -> None:
    step = read[SOP.file].step("2.b.1.e")
    assert step is not None
    assert step.notes[0].actors == ("Deputy Bidang Administrasi Aparatur",)


def test_quotes_are_clean(table: Standard, read: dict[str, ServiceStandard]) -> None:
    report = str(as_report(read[table.file]))
    for trace in ("**", "Negaram", "Presidendengan", ". . .", "REPUBLIK INDONESIA", "/ ", " /"):
        assert trace not in report
    steps = " ".join(s.text for s in read[table.file].walk_steps())
    assert " ," not in steps
    assert "*" not in steps


def test_a_value_without_adalah_is_the_first_post_named() -> None:
    frame = "STANDAR PELAYANAN UJI\n\nA. Ruang Lingkup\n\n{}\n\nB. Biaya\n\nGratis"
    lines = "1. Unit pelayanan: Biro Umum.\n2. Penanggung jawab pelayanan {}."
    (one,) = read_text(frame.format(lines.format("Kepala Biro Umum")), "x.txt")
    assert (one.unit, one.responsible) == ("Biro Umum", "Kepala Biro Umum")
    (other,) = read_text(frame.format(lines.format("diatur kemudian")), "x.txt")
    assert other.responsible == "Penanggung jawab pelayanan diatur kemudian"


def test_chapter_above_the_title_is_kept(read: dict[str, ServiceStandard]) -> None:
    assert read[RKPK.file].preamble == ("B. Biro Akuntabilitas Kinerja",)


def test_a_table_row_is_compared_whole() -> None:
    """Guard the tables: a row without any expectation would prove nothing."""
    empty = [n for t in TABLES for n, row in t.steps.items() if row == Row("")]
    assert empty == ["3", "8"]

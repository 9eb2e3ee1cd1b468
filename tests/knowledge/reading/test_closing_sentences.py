"""A sentence below a list belongs to the section, not to the list's last item."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FRAME = "STANDAR PELAYANAN X\n\nA. Persyaratan\n1. KTP\n\nB. Biaya\n{}\n\nC. Tempat\nLoket\n"
FREE = "Biaya survei tidak dipungut."


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (f"a. Rumah: Rp500\nb. Ibadah: Rp600\n{FREE}", ["a", "b", ""]),
        (f"a. Rumah.\nb. Ibadah.\n{FREE}", ["a", "b", ""]),
        (f"- Rumah\n- Ibadah\n\n{FREE}", ["-", "-", ""]),
        (f"a. Rumah\nb. Ibadah\n{FREE}\n\nBiaya lain tidak ada.", ["a", "b", "", ""]),
        # where it may speak of the item
        (f"a. Rumah:\n{FREE}\nb. Ibadah:\n{FREE}", ["a", "b"]),
        (f"a. Rumah\n{FREE}\nb. Ibadah\n{FREE}", ["a", "b"]),
        (f"a. Rumah\nb. Ibadah dan\n{FREE}", ["a", "b"]),
        (f"a. Rumah\nb. Ibadah:\n{FREE}", ["a", "b"]),
        (f"a. Rumah\nb. Ibadah\n1) besar\n2) kecil\n{FREE}", ["a", "b"]),
        ("a. Rumah\nb. Ibadah\ntidak dipungut biaya.", ["a", "b"]),
        ("a. Rumah\nb. Ibadah\nSecara Tunai", ["a", "b"]),
        (f"a. Rumah\n{FREE}\nb. Ibadah", ["a", "b"]),
        (f"a. Rumah\n{FREE}", ["a"]),
        (f"a. Rumah\nb. Ibadah\nCatatan: {FREE}", ["a", "b"]),
    ],
)
def test_a_sentence_below_a_list(lines: str, marks: list[str]) -> None:
    text = FRAME.format(lines)
    (standard,) = read_text(text, "x.txt")
    section = standard.section(Facet.COST)
    assert section is not None
    assert [item.mark for item in section.items] == marks
    assert lost(text, [standard]) == {}


def test_a_closing_sentence_is_cited_by_its_section() -> None:
    (standard,) = read_text(FRAME.format(f"a. Rumah: Rp500\nb. Ibadah: Rp600\n{FREE}"), "x.txt")
    assert standard.cost == "Rumah: Rp500; Ibadah: Rp600; Biaya survei tidak dipungut"
    section = standard.section(Facet.COST)
    assert section is not None
    assert section.items[-1].source.section == "B"


def test_below_steps_it_stays_with_the_last_step() -> None:
    text = FRAME.replace("B. Biaya", "B. Prosedur").format(f"1. Catat\n2. Cetak\n{FREE}")
    (standard,) = read_text(text, "x.txt")
    assert [[note.text for note in step.notes] for step in standard.steps] == [[], [FREE]]


def test_a_sentence_below_the_list_of_a_subheading_stays_below_it() -> None:
    lines = f"### Rumah\n1. besar\n2. kecil\n{FREE}\n\n### Ibadah\n1. besar"
    text = f"# Standar Pelayanan X\n\n## Biaya\n\n{lines}\n\n## Tempat\n\nLoket\n"
    (standard,) = read_text(text, "x.md")
    section = standard.section(Facet.COST)
    assert section is not None
    assert [[i.mark for i in group.items] for group in section.items] == [["1", "2", ""], ["1"]]

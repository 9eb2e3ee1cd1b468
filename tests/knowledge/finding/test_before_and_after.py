"""Questions with "sebelum" and "setelah": for a neighbour of a step, or for who does one."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

INSPECTION = a_standard(
    "Pemeriksaan Kapal Wisata",
    says={Facet.COST: "Rp50.000", Facet.REQUIREMENTS: "Surat kapal"},
    steps=[
        a_step("1", "Petugas Loket memeriksa kelengkapan berkas", actors=["Petugas Loket"]),
        a_step("2", "Kasir menerima pembayaran retribusi", actors=["Kasir"]),
        a_step("3", "Penguji memeriksa lambung kapal", actors=["Penguji"]),
        a_step("4", "Kepala Seksi Keselamatan menetapkan kelayakan",
               actors=["Kepala Seksi Keselamatan"]),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([INSPECTION, a_standard("Legalisasi Ijazah", says={Facet.COST: "Gratis"})])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("setelah kasir terima pembayaran terus apa?", "3"),
        ("siapa yang mengerjakan langkah sebelum pemeriksaan lambung kapal?", "2"),
        ("apa langkah sebelum pemeriksaan lambung kapal?", "2"),
    ],
)
def test_the_neighbour_of_a_described_step_is_told(text: str, shown: str, finder: Finder) -> None:
    reply = finder.ask(text, Topic())
    assert reply.form == "step_neighbour"
    assert reply.values["step"]["number"] == shown


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("yang memeriksa lambung kapal sebelum kelayakan ditetapkan siapa?", "3"),
        ("siapa yang memeriksa kelengkapan berkas sebelum lambung kapal?", "1"),
    ],
)
def test_who_does_a_thing_before_another_is_no_question_of_order(
    text: str, step: str, finder: Finder
) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert reply.form == "step_actor"
    assert [row["number"] for row in reply.values["rows"]] == [step]


def test_a_part_asked_for_behind_a_deed_is_still_that_part(finder: Finder) -> None:
    reply = finder.ask("setelah pemeriksaan kapal wisata, berapa biayanya?", Topic())
    assert reply.values["facet"] == "cost"

"""A part that tells apart what holds with a thing and without it."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard

_TIMES = ("Tanpa uji laboratorium: 1 hari kerja", "Dengan uji laboratorium: 4 hari kerja")
PASSES = a_standard("Surat Jalan Ternak", says={Facet.TOTAL_TIME: _TIMES, Facet.COST: "Rp5.000"})
_THINGS = "Kamar Tenda Museum Perahu Aula Gudang Lapangan Kolam Sepeda Kantin Studio Taman".split()
#: Words are rare only among many others.
OTHERS = tuple(
    a_standard(f"Sewa {one}", says=dict.fromkeys((*Facet,)[:12], f"Ketentuan {one} berlaku"))
    for one in _THINGS
)


@pytest.mark.parametrize(
    ("text", "told", "other"),
    [
        ("kalau pakai uji lab?", "4 hari", "1 hari"),
        ("kalau tanpa uji lab?", "1 hari", "4 hari"),
        ("kalo ga pake uji lab?", "1 hari", "4 hari"),
    ],
)
def test_what_holds_without_a_thing_is_not_told_of_it(text: str, told: str, other: str) -> None:
    finder = Finder((PASSES, *OTHERS))
    first = finder.ask("surat jalan ternak berapa lama?", Topic())
    said = finder.ask(text, first.topic).said
    assert told in said
    assert other not in said

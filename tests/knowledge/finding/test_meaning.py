"""What a term means that no section of definitions tells, and what sets two terms apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import Facet, Item, Section, Source
from tests.knowledge.builders import a_standard, a_step


def _section(facet: Facet, heading: str, *texts: str) -> Section:
    items = tuple(Item("", text, Source(heading)) for text in texts)
    return Section(facet, "", heading, "", items, Source(heading))


MOORING = replace(
    a_standard("Izin Tambat Perahu", steps=[a_step("1", "Juru tambat memeriksa perahu")]),
    preamble=("- Syahbandar cilik adalah warga yang menjaga dermaga pada malam hari.",),
    sections=(
        _section(
            Facet.SERVICE_HOURS,
            "Waktu pelayanan",
            "Senin sampai dengan Kamis.",
            "Juragan adalah orang yang memiliki perahu dan menanggung kerusakan dermaga.",
            "Tambat pendek adalah tambat di bawah enam jam. Tambat panjang, yaitu tambat yang "
            "melewati malam, dikenai tarif harian.",
        ),
        _section(
            Facet.OTHER,
            "Istilah",
            "Labuh silang",
            "Perahu dari pelabuhan lain yang menumpang tambat.",
        ),
        _section(
            Facet.OTHER,
            "Catatan",
            "Satu musim (MS) setara dengan 90 hari; H-3 berarti 3 hari kerja sebelum tambat.",
        ),
    ),
)
BEACH = a_standard("Sewa Tikar Pantai", says={Facet.COST: "Rp5.000"})
FINDER = Finder([MOORING, BEACH])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("siapa yang disebut juragan dalam izin tambat?", "Juragan adalah orang"),
        ("juragan itu siapa?", "Juragan adalah orang"),
        ("apa yang dimaksud dengan syahbandar cilik?", "Syahbandar cilik adalah warga"),
        ("labuh silang itu apa sih", "Labuh silang: Perahu dari pelabuhan lain"),
        ("H-3 itu maksudnya hari kalender atau hari kerja?", "H-3 berarti 3 hari kerja"),
        ("apa bedanya tambat pendek sama tambat panjang?", "Tambat panjang, yaitu tambat"),
    ],
)
def test_the_sentence_that_explains_a_term_tells_it(text: str, told: str) -> None:
    reply = FINDER.ask(text, Topic())
    assert reply.form == "definition"
    assert told in reply.values["text"]
    assert reply.citations
    assert reply.request is not None
    assert FINDER.request(FINDER.code(reply.request)) == reply.request


@pytest.mark.parametrize(
    "text",
    [
        "apa yang dimaksud dengan kapal selam?",
        "yang memeriksa perahu juragan itu siapa?",
        "apa bedanya juragan sama nahkoda?",
        "maksud dan tujuan izin tambat apa?",
    ],
)
def test_what_the_text_does_not_explain_is_no_meaning(text: str) -> None:
    assert FINDER.ask(text, Topic()).form != "definition"

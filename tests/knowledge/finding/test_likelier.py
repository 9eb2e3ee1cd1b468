"""Answers that a rule would give wrong or not at all, over documents of made-up offices."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.finding import Finder
from knowledge.library import Library
from tests.evaluation.office_judging import OFFICE_SETS, documents_of

from .offices_made_up import asked


@cache
def finder_of(name: str) -> Finder:
    (folder,) = (folder for folder in OFFICE_SETS if folder.name == name)
    library, _ = Library.load(documents_of(folder))
    return Finder(library.values())


@pytest.mark.parametrize(
    ("office", "text", "likelier"),
    [
        ("seventeenth", "panitia wisuda dibentuk plg lambat H- brp?", "H-60"),
        ("twentysecond", "ambil motor yg jd barang bukti di kejari brp lama prosesnya", "2 jam"),
        ("twentyfourth", "telaah full board brp hr kerja?", "21 hari kerja"),
        (
            "twentyfirst",
            "kartu pas bandara hilang harus lapor paling lambat kapan dan bawa apa?",
            "keterangan kehilangan",
        ),
    ],
)
def test_what_is_likelier_stands_below(office: str, text: str, likelier: str) -> None:
    reply = asked(finder_of(office), text)
    assert reply.form == "with_more"
    assert likelier in str(reply.values["more"])


@pytest.mark.parametrize(
    ("office", "text", "told"),
    [
        ("seventh", "bisa nyuruh adek urus legalisiran ijazah smpn 2 muara tirta gak", "kuasa"),
    ],
)
def test_what_no_rule_understands_is_told_unsurely(office: str, text: str, told: str) -> None:
    reply = asked(finder_of(office), text)
    assert told in reply.said
    assert not reply.sure


@pytest.mark.parametrize(
    "text",
    ["berapa lama langkah 7 sisdur?", "penyusunan draf awal sisdur butuh waktu berapa lama?"],
)
def test_times_of_other_steps_do_not_stand_below_that_of_a_step(text: str, finder: Finder) -> None:
    assert asked(finder, text).form == "step_time"

"""Posts that a text joins by "atau" are told so, not as a list of all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.texts import office_texts
from knowledge.finding import Finder, Topic
from knowledge.finding.alternatives import with_alternatives
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

EITHER = "Kepala Seksi Ukur atau Juru Ukur mengukur tanah"
EACH = "Kepala Seksi Ukur dan Juru Ukur mengukur tanah"
ACTORS = ("Kepala Seksi Ukur", "Juru Ukur")


@pytest.mark.parametrize(
    ("names", "text", "told"),
    [
        (ACTORS, EITHER, ("Kepala Seksi Ukur atau Juru Ukur",)),
        (ACTORS, EACH, ACTORS),
        (ACTORS, "Tanah diukur oleh Kepala Seksi Ukur/Juru Ukur", ("Kepala Seksi Ukur/Juru Ukur",)),
        (("A", "B", "C"), "A, B, atau C datang", ("A", "B, atau C")),
        (("A", "B", "C"), "A atau B atau C datang", ("A atau B atau C",)),
        (("A", "B", "C"), "A dan B dan/atau C datang", ("A", "B dan/atau C")),
        (("Kepala Bagian Umum", "Kepala Bagian Kas"), "oleh Kepala Bagian Umum atau Kas",
         ("Kepala Bagian Umum atau Kas",)),
        (("Kepala Bagian Kas",), "Kepala Bagian Kas atau wakilnya", ("Kepala Bagian Kas",)),
        (("Dinas", "Badan"), "Kedinasan atau Badannya", ("Dinas", "Badan")),
        ((), "atau", ()),
    ],
)  # fmt: skip
def test_what_a_text_offers_stays_in_one_piece(
    names: tuple[str, ...], text: str, told: tuple[str, ...]
) -> None:
    assert with_alternatives(names, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (EITHER, "<b>Kepala Seksi Ukur atau Juru Ukur</b>"),
        (EACH, "<b>Kepala Seksi Ukur, Juru Ukur</b>"),
    ],
)
def test_who_does_a_step_is_told_as_the_text_has_it(text: str, told: str) -> None:
    steps = [a_step("1", text, actors=ACTORS), a_step("2", "Arsip disimpan")]
    finder = Finder([a_standard("Pengukuran Tanah", steps=steps)])
    reply = finder.ask("siapa yang mengerjakan langkah 1?", Topic())
    assert told in office_texts().render("answers.step_actor", "id", **reply.values)


def test_either_of_two_who_follow_up_complaints_is_told_so() -> None:
    text = "Ditindaklanjuti oleh Kepala Seksi Ukur atau Juru Ukur."
    chain = replace(a_chain("Kepala Balai", "Kepala Seksi Ukur"), handled_by=ACTORS)
    standard = a_standard("Pengukuran Tanah", says={Facet.COMPLAINT: text}, complaint=chain)
    reply = Finder([standard]).ask("siapa yang menindaklanjuti pengaduan?", Topic())
    assert reply.values["handled_by"] == ("Kepala Seksi Ukur atau Juru Ukur",)

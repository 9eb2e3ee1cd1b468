"""Steps pointed at with a mistyped word, and corrections in chat spelling."""

from __future__ import annotations

import pytest

from knowledge.finding.answers import Topic
from knowledge.finding.finder import Finder
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.library import Library, shipped_documents
from knowledge.model import ServiceStandard


@pytest.fixture(scope="module")
def standards() -> list[ServiceStandard]:
    library, _ = Library.load([shipped_documents()])
    return [library[key] for key in library]


@pytest.mark.parametrize(
    "text",
    ["brp lama lgkah ke 5", "lankah ke-5 siapa", "tahpan ke 5 apa", "lngkah 5", "proses ke 5"],
)
def test_a_mistyped_step_word_still_leads_to_the_number(
    standards: list[ServiceStandard], text: str
) -> None:
    step = read(text, Shelf(standards)).step
    assert step is not None
    assert step.number == "5"


@pytest.mark.parametrize("me", ["sy", "sya", "aq", "gua", "ak"])
def test_a_correction_in_chat_spelling_names_the_other_standard(
    standards: list[ServiceStandard], me: str
) -> None:
    finder = Finder(standards)
    reply = finder.ask(f"bukan, maksud {me} yg sisdur", Topic())
    assert reply.topic.standard is not None
    assert "sistem-dan-prosedur" in reply.topic.standard

"""A complaint as it is read: each of its lines is a sentence."""

from __future__ import annotations

import pytest

from knowledge.finding.shelf import Shelf
from knowledge.routing.mentions import Spotter
from knowledge.routing.message import Reader
from knowledge.routing.posts import OfficePosts
from tests.knowledge.builders import a_standard


@pytest.fixture(scope="module")
def reader() -> Reader:
    shelf = Shelf((a_standard("Sewa Aula"),))
    return Reader(shelf, (), Spotter(shelf.posts, OfficePosts(shelf)))


@pytest.mark.parametrize("end", ["\n", " \n  ", ". "])
def test_lines_and_full_stops_end_sentences(reader: Reader, end: str) -> None:
    text = end.join(("Petugas loket minta uang", "tolong ditindak", "antreannya juga lama"))
    message = reader.read(text)
    assert len({clause.sentence for clause in message.clauses}) == 3

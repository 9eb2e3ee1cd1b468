"""The five shipped standards and what finding makes of them, built once for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.finding import Finder, Reply, Topic
from knowledge.finding.shelf import Shelf
from knowledge.language.spelling import Speller
from knowledge.library import Library, shipped_documents
from knowledge.model import ServiceStandard
from tests.evaluation.expectations import QUESTIONS, Expectation, key_of_title, load

Ask = Callable[..., Reply]


@pytest.fixture(scope="session")
def shipped() -> dict[str, ServiceStandard]:
    """Return the five standards by their short keys: sisdur, sosialisasi, pimpinan, rkpk, sop."""
    library, problems = Library.load([shipped_documents()])
    assert problems == ()
    by_key = {key_of_title(s.title): s for s in library.values()}
    return {key: standard for key, standard in by_key.items() if key}


@pytest.fixture(scope="session")
def ids(shipped: dict[str, ServiceStandard]) -> dict[str, str]:
    """Return the ids of the five standards by their short keys."""
    return {key: standard.id for key, standard in shipped.items()}


@pytest.fixture(scope="session")
def shelf(shipped: dict[str, ServiceStandard]) -> Shelf:
    return Shelf(shipped.values())


@pytest.fixture(scope="session")
def speller(shelf: Shelf) -> Speller:
    return shelf.speller


@pytest.fixture(scope="session")
def finder(shipped: dict[str, ServiceStandard]) -> Finder:
    return Finder(shipped.values())


@pytest.fixture(scope="session")
def ask(finder: Finder) -> Ask:
    """Return a way to ask the messages of one conversation; the last reply comes back."""

    def asking(*messages: str, topic: Topic | None = None) -> Reply:
        *before, last = messages
        topic = topic or Topic()
        for message in before:
            topic = finder.ask(message, topic).topic
        return finder.ask(last, topic)

    return asking


def asked(reply: Reply, ids: dict[str, str]) -> tuple[str | None, str | None, str | None]:
    """Return the key of the standard, the aspect and the step that were understood."""
    request = reply.request
    if request is None:
        return None, None, None
    key = next((key for key, name in ids.items() if name == request.standard), None)
    return key, request.aspect, request.step


@pytest.fixture(scope="session")
def replies(finder: Finder) -> list[tuple[Expectation, Reply]]:
    """Return questions of the evaluation set with their replies: every second conversation."""
    questions = load([QUESTIONS])
    chosen = set(list(dict.fromkeys(q.chat for q in questions))[::2])
    topics: dict[str, Topic] = {}
    found = []
    for question in (q for q in questions if q.chat in chosen):
        reply = finder.ask(question.text, topics.get(question.chat, Topic()))
        topics[question.chat] = reply.topic
        found.append((question, reply))
    return found

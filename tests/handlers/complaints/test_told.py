"""What the complainant is told: every act has its words, and a long answer arrives whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.history import Event
from bot.domain.news import Audience, News
from bot.domain.telling import _FOR_COMPLAINANT
from bot.domain.tickets import Act, Ticket, TicketKind, TicketStatus
from handlers.buttons import Complain, decode
from handlers.complaints.told import for_complainant
from handlers.complaints.verbs import Verb
from handlers.markup import is_valid, plain
from handlers.replies import Message
from handlers.texts import LANGUAGES, office_texts
from tests.telegram import NOW

TICKET = Ticket(
    12, "PDU-7K3QX-9WM2A-5", "d", TicketKind.KELUHAN, TicketStatus.HANDLED, "Lama", "0" * 64, 700,
    False, "id", NOW, "kepala-bagian-a", due_at=NOW + timedelta(days=5),
)  # fmt: skip
POSTS = {"kepala-bagian-a": "Kepala Bagian <A>", "kepala-biro-x": "Kepala Biro X"}


def told(act: Act, text: str = "Sudah & beres", language: str = "id", page: int = 1) -> Message:
    event = Event(12, 4, act, NOW, 9, "kepala-biro-x", "plt", {"text": text})
    news = News(700, Audience.COMPLAINANT, TICKET, event, posts=POSTS)
    return for_complainant(office_texts(), news, language, page)


def buttons(message: Message) -> list[Complain]:
    meanings = [decode(button.data) for row in message.buttons for button in row]
    return [meaning for meaning in meanings if isinstance(meaning, Complain)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", sorted(_FOR_COMPLAINANT))
def test_each_act_is_told_with_its_number_and_by_whom(act: Act, language: str) -> None:
    message = told(act, language=language)
    assert is_valid(message.html)
    assert TICKET.number in message.html
    if act not in (Act.SETTLE, Act.LAPSE):
        assert "Kepala Bi" in message.html or "Kepala Bagian &lt;A&gt;" in message.html
    assert buttons(message)[-1] == Complain(Verb.OPEN, "12")


def test_an_acting_official_answers_in_that_right() -> None:
    assert "Kepala Biro X (selaku Plt.)" in told(Act.ANSWER).html


def test_why_it_was_passed_on_stays_in_the_office() -> None:
    assert "beres" not in told(Act.PASS_ON).html
    assert "Kepala Bagian &lt;A&gt;" in told(Act.PASS_ON).html


def test_an_answer_is_quoted_and_leads_to_all_that_can_be_said_of_it() -> None:
    message = told(Act.ANSWER)
    assert "<blockquote>Sudah &amp; beres</blockquote>" in message.html
    verbs = [(found.verb, found.value) for found in buttons(message)]
    assert verbs[:3] == [(Verb.DONE, ""), (Verb.WORD, "object"), (Verb.RATE, "")]


def test_a_long_answer_arrives_whole_page_by_page() -> None:
    words = [f"kata{number}" for number in range(1500)]
    first = told(Act.ANSWER, " ".join(words))
    assert first.count > 2
    assert [found.verb for found in buttons(first)] == [Verb.PAGE]
    assert buttons(first)[0].value == "4-2"
    read = [plain(told(Act.ANSWER, " ".join(words), page=n + 1).html) for n in range(first.count)]
    assert " ".join(words) in " ".join(" ".join(read).split())


def test_a_question_says_until_when_it_waits() -> None:
    event = Event(12, 4, Act.ASK, NOW, 9, "kepala-biro-x", None, {"text": "Kapan?"})
    until = {**event.data, "until": (NOW + timedelta(days=30)).isoformat()}
    news = News(700, Audience.COMPLAINANT, TICKET, replace(event, data=until), posts=POSTS)
    assert "1 April 2026" in for_complainant(office_texts(), news, "id").html

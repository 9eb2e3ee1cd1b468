"""The buttons under a reply: its options, what people ask next, its pages, whether it helped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.buttons import (
    Ask,
    AskPage,
    Button,
    CodeTooLong,
    Complain,
    Judge,
    Nothing,
    PassOn,
    Rows,
    TurnPage,
    encode,
)
from handlers.markup import plain, shorten, width
from handlers.texts import Texts
from handlers.titles import distinct, short_name
from knowledge.editions import EditionNote
from knowledge.finding.answers import Option, Reply, ReplyKind, Request

_log = logging.getLogger(__name__)
_WIDE = 42  # units of a label in a row of its own
_LABEL = _WIDE + 6  # with its number
_HALF = 22  # units of one that shares its row
_CARD = "card"  # the aspect whose buttons are named after the standard alone
_COMPLAINT = "complaint"  # begins the aspects that are about complaints
_MENUS = (_CARD, "listing")  # ways to answers, which nobody is asked to judge


@dataclass(frozen=True, slots=True)
class View:
    """For whom and how much: `page` counts from 1, None shows the whole reply (no limit).

    `question` is the id that feedback goes to, `owner` the one person who may press (groups).
    """

    question: int | None = None
    owner: int | None = None
    page: int | None = 1


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Makes the rows under one reply. Without `code` (a terminal) buttons carry nothing."""

    reply: Reply
    texts: Texts
    code: Callable[[Request], str] | None
    view: View

    def options(self, options: Sequence[Option], first: int) -> Rows:
        """Return a row an option, numbered as in the text."""
        labels = distinct([short_name(option.label) for option in self.reply.options], _WIDE)
        rows = []
        for number, option in enumerate(options, first):
            label = labels[number - 1]
            numbered = f"{number}. {label}" if len(labels) > 1 else label
            rows.append(self._asking(numbered, option.request))
        return tuple(row for row in rows if row)

    def turning(self, number: int, count: int) -> Rows:
        """Return the row "◀ 2/4 ▶", if there is more than one page."""
        if count == 1:
            return ()
        here = self._text("page", number=number, count=count)
        row = [Button(here, encode(Nothing(self.view.owner)))]
        if number > 1:
            row.insert(0, Button(self._text("earlier"), self._page(number - 1)))
        if number < count:
            row.append(Button(self._text("later"), self._page(number + 1)))
        return (tuple(row),)

    def next(self) -> Rows:
        """Return what people ask next: two a row if both are short."""
        rows: list[tuple[Button, ...]] = []
        for request, label in zip(self.reply.next, self._labels(), strict=True):
            for button in self._asking(label, request):
                if rows and len(rows[-1]) == 1 and _is_short(rows[-1][0]) and _is_short(button):
                    rows[-1] += (button,)
                else:
                    rows.append((button,))
        return (*rows, *self._reporting())

    def judging(self) -> Rows:
        """Return "helpful or not" under an answer, "pass it on" under an honest no."""
        question, owner = self.view.question, self.view.owner
        request = self.reply.request
        if question is None:
            return ()
        if self.reply.leaves_open:
            return ((Button(self._text("pass_on"), encode(PassOn(question, owner))),),)
        if self.reply.kind is not ReplyKind.ANSWER or (request and request.aspect in _MENUS):
            return ()
        helpful = Button(self._text("helpful"), encode(Judge(question, True, owner)))
        unhelpful = Button(self._text("unhelpful"), encode(Judge(question, False, owner)))
        return ((helpful, unhelpful),)

    def _reporting(self) -> Rows:
        """Return the way to send a complaint, under every answer that is about complaints."""
        about = (self.reply.request, *(option.request for option in self.reply.options))
        found = [r for r in about if r is not None and r.aspect.startswith(_COMPLAINT)]
        if self.code is None or not found:
            return ()
        label = plain(self.texts.render("complaint_buttons.file_report", self.reply.language))
        standard = found[0].standard if len(found) == 1 else None
        code = self.code(Request("card", standard)) if standard else ""
        return ((Button(label, encode(Complain("n", "", code))),),)

    def _labels(self) -> list[str]:
        """Name the standard on a button, where the label alone does not tell which."""
        requests = self.reply.next
        labels = [self._label(request) for request in requests]
        named = [
            self._named(label, request)
            if request.aspect == _CARD or labels.count(label) > 1
            else label
            for label, request in zip(labels, requests, strict=True)
        ]
        if len(requests) > 1 and all(request.aspect == _CARD for request in requests):
            return [f"{number}. {label}" for number, label in enumerate(named, 1)]
        return named

    def _label(self, request: Request) -> str:
        name = request.aspect if self.texts.has(f"buttons.{request.aspect}") else "other"
        return self._text(name, step=request.step, subject=request.subject)

    def _named(self, label: str, request: Request) -> str:
        titles = {c.standard: short_name(c.title) for c in self.reply.citations}
        if request.standard not in titles:
            return label
        if request.aspect == _CARD and (edition := self._other_edition(request)) is not None:
            return self._text("edition", year=edition.year, until=edition.until)
        room = _WIDE if request.aspect == _CARD else max(_WIDE - width(label), _HALF)
        names = dict(zip(titles, distinct(list(titles.values()), room), strict=True))
        name = names[request.standard]
        return name if request.aspect == _CARD else f"{label}: {name}"

    def _other_edition(self, request: Request) -> EditionNote | None:
        """Return which edition a button leads to, beside the one that is spoken of."""
        cited = {c.standard: c.edition for c in self.reply.citations}
        is_other = self.reply.request is None or self.reply.request.standard != request.standard
        return cited.get(request.standard or "") if is_other else None

    def _page(self, number: int) -> str:
        owner, request = self.view.owner, self.reply.request
        if request is None or self.code is None:
            return encode(TurnPage(number, owner))
        try:
            return encode(AskPage(self.code(request), number, self.reply.language, owner))
        except CodeTooLong:
            return encode(TurnPage(number, owner))

    def _asking(self, label: str, request: Request) -> tuple[Button, ...]:
        label = shorten(label, _LABEL)
        if self.code is None:
            return (Button(label, ""),)
        ask = Ask(self.code(request), self.reply.language, self.view.owner)
        try:
            return (Button(label, encode(ask)),)
        except CodeTooLong:
            _log.error("no button for a request about %s: its code is too long", request.aspect)
            return ()

    def _text(self, name: str, **values: object) -> str:
        return plain(self.texts.render(f"buttons.{name}", self.reply.language, **values))


def _is_short(button: Button) -> bool:
    return width(button.label) <= _HALF

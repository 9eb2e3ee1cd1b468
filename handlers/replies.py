"""From a reply of the finder to a message: words, numbered options, source lines, pages, buttons.

Knows Telegram's HTML and limits, but not Telegram; the command line uses it too, with `plain`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from handlers.buttons import Rows
from handlers.keyboards import Keyboard, View
from handlers.markup import pages, plain, shorten
from handlers.texts import Texts, office_texts
from handlers.titles import short_name
from knowledge.finding.answers import Citation, Option, Reply, ReplyKind, Request

__all__ = ["Message", "Sheet", "View", "again", "body", "plain", "present", "sheets", "sources"]

OPTIONS_A_PAGE = 10
_SAYS_SO = frozenset({"nearest"})  # answers whose own words say that they are not sure
_OPTION = 300  # units of an option's line in the text


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it goes out: Telegram HTML and rows of buttons; `count` pages there are.

    One that is `protected` can be neither forwarded nor saved.
    """

    html: str
    buttons: Rows = ()
    count: int = 1
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a reply, and the options that its buttons offer, numbered from `first`."""

    html: str
    options: tuple[Option, ...] = ()
    first: int = 1


def present(
    reply: Reply,
    texts: Texts | None = None,
    code: Callable[[Request], str] | None = None,
    view: View = View(),  # noqa: B008 - frozen
) -> Message:
    """Return the message for a reply; `code` is the finder's, for what the buttons carry."""
    texts = texts or office_texts()
    all_sheets = (_whole(reply, texts),) if view.page is None else sheets(reply, texts)
    count = len(all_sheets)
    number = min(max(view.page or 1, 1), count)
    sheet = all_sheets[number - 1]
    keyboard = Keyboard(reply, texts, code, view)
    rows = (*keyboard.options(sheet.options, sheet.first), *keyboard.turning(number, count))
    if number == count:
        rows += keyboard.next()
    return Message(sheet.html, rows + keyboard.judging(), count)


def again(html: Sequence[str], language: str, texts: Texts, view: View) -> Message:
    """Return another page of a reply of which only the pages are known any more."""
    number = min(max(view.page or 1, 1), len(html))
    keyboard = Keyboard(Reply(ReplyKind.ANSWER, "", language=language), texts, None, view)
    rows = keyboard.turning(number, len(html)) + keyboard.judging()
    return Message(html[number - 1], rows, len(html))


class _Same:
    """A reply as itself: the finder gives the one that it remembers to all who ask alike."""

    __slots__ = ("reply",)

    def __init__(self, reply: Reply) -> None:
        self.reply = reply

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.reply is self.reply

    def __hash__(self) -> int:
        return id(self.reply)


def sheets(reply: Reply, texts: Texts) -> tuple[Sheet, ...]:
    """Return all pages of a reply; the source stands on the last one."""
    return _sheets(_Same(reply), texts)


@lru_cache(maxsize=256)
def _sheets(same: _Same, texts: Texts) -> tuple[Sheet, ...]:
    return tuple(_laid_out(same.reply, texts))


def _whole(reply: Reply, texts: Texts) -> Sheet:
    return Sheet(_framed(reply, texts, reply.options, 1, last=True), reply.options)


def _laid_out(reply: Reply, texts: Texts) -> list[Sheet]:
    found: list[Sheet] = []
    starts = range(0, max(len(reply.options), 1), OPTIONS_A_PAGE)
    for start in starts:
        options = reply.options[start : start + OPTIONS_A_PAGE]
        shown = reply if len(starts) == 1 else _cited_here(reply, options)
        last = start == starts[-1] or shown.citations != reply.citations
        html = _framed(shown, texts, options, start + 1, last=last)
        *before, end = pages(html)
        found += [Sheet(part) for part in before]
        found.append(Sheet(end, options, start + 1))
    return found


def _cited_here(reply: Reply, options: Sequence[Option]) -> Reply:
    """Return the reply with the sources of one page, where its options are what is cited."""
    cited = {citation.standard for citation in reply.citations}
    if not cited or cited != {option.request.standard for option in reply.options}:
        return reply
    here = {option.request.standard for option in options}
    return replace(reply, citations=tuple(c for c in reply.citations if c.standard in here))


def body(reply: Reply, texts: Texts) -> str:
    """Return the words of a reply, without its options and sources."""
    return texts.render(f"answers.{reply.form}", reply.language, **reply.values)


def sources(reply: Reply, texts: Texts) -> str:
    """Return one line a standard, naming each cited place once; several go by short names."""
    places: dict[str, dict[Citation, None]] = {}
    for citation in reply.citations:
        places.setdefault(citation.standard, {})[citation] = None
    several = len(places) > 1
    lines = []
    for cited in places.values():
        first = next(iter(cited))
        lines.append(
            texts.render(
                "replies.source",
                reply.language,
                title=short_name(first.title) if several else first.title,
                places=list(cited),
                edition=first.edition,
            )
        )
    return "\n".join(lines)


def _framed(
    reply: Reply, texts: Texts, options: Sequence[Option], first: int, *, last: bool
) -> str:
    parts = [body(reply, texts)]
    if options:
        labels = [shorten(option.label, _OPTION) for option in options]
        parts.append(texts.render("replies.options", reply.language, labels=labels, first=first))
    if last and not reply.sure and reply.form not in _SAYS_SO:
        parts.append(texts.render("replies.unsure", reply.language))
    if last:
        parts.append(sources(reply, texts))
    return "\n\n".join(part for part in parts if part)

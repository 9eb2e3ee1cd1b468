"""The card of a ticket, as its officials see it, and how it gives way to a newer one."""

from __future__ import annotations

from jinja2 import UndefinedError

from bot.domain.directory import Reach
from bot.domain.history import Event
from bot.domain.news import Audience, News
from bot.domain.tickets import Act, Ticket
from bot.services.ports import UnitOfWork
from handlers.casework.casefile import CaseFile, case_file
from handlers.casework.clock import clock_line
from handlers.casework.keyboards import Keys
from handlers.kept_editions import said_of_edition
from handlers.markup import plain, shorten, width
from handlers.replies import Message
from handlers.routes import TOLD_BY_THE_STANDARD
from handlers.texts import Texts
from handlers.titles import short_name
from handlers.voices import Reader

TEXT_ON_CARD = 1200
"""Units of the complainant's text that a card shows; the rest is a press away."""

_QUOTE = 600  # units of what was said last
_TITLE = 90
_SAID_LAST = frozenset({Act.SUPPLY, Act.CORRECT, Act.OBJECT, Act.RETURN, Act.PASS_ON, Act.RATE})


async def told(work: UnitOfWork, texts: Texts, news: News, reader: Reader) -> Message:
    """Return the message for an official who is told of something."""
    case = await case_file(work, texts.zone, news.ticket, reader)
    if news.audience is Audience.ADMIN:
        return orphan(texts, case, news.reach)
    if news.audience is Audience.FORMER:
        return left_desk(texts, case, news.event)
    return card(texts, case, headline(texts, case, news.event, news.audience), news.reach)


async def repaint(work: UnitOfWork, texts: Texts, ticket: Ticket, reader: Reader) -> Message | None:
    """Return an earlier card as the ticket stands now; without content for who has no right.

    What an admin was told stays while the ticket still reaches nobody else.
    """
    case = await case_file(work, texts.zone, ticket, reader)
    if Act.READ not in case.rights:
        reach = case.office.reach(ticket.owner, reader.at, case.barred)
        if reach.post is None and case.newest_by_reader is None:
            return None
        return elsewhere(texts, case)
    return card(texts, case)


def elsewhere(texts: Texts, case: CaseFile) -> Message:
    """Return what is said of a ticket to who has it no more; whom it is about learns nothing."""
    ticket, language = case.ticket, case.reader.language
    if case.reader.person_id in case.barred:
        return Message(texts.render("casework.gone", language, number=ticket.number))
    html = texts.render(
        "casework.is_elsewhere",
        language,
        number=ticket.number,
        post=case.post_name(ticket.owner),
        status=ticket.status,
    )
    return Message(html)


def superseded(texts: Texts, ticket: Ticket, language: str) -> Message:
    """Return what an earlier card becomes when a newer one is sent."""
    return Message(texts.render("casework.superseded", language, number=ticket.number))


def card(texts: Texts, case: CaseFile, headline: str = "", reach: Reach | None = None) -> Message:
    """Return the card; `headline` says why it comes now, `reach` how it came to this reader."""
    cut = width(case.ticket.text) > TEXT_ON_CARD
    return Message(body(texts, case, headline, reach), Keys(texts, case).card(cut=cut))


def body(texts: Texts, case: CaseFile, headline: str = "", reach: Reach | None = None) -> str:
    """Return the words of a card."""
    ticket, language = case.ticket, case.reader.language
    render = texts.render
    title = shorten(short_name(ticket.standard_title or ""), _TITLE)
    state = render(
        "casework.state", language, status=ticket.status, unreachable=case.sender.unreachable
    )
    clock = clock_line(texts, case)
    words = render(
        "casework.words",
        language,
        text=_cut(ticket.text),
        cut=width(ticket.text) > TEXT_ON_CARD,
    )
    number = render(
        "casework.title",
        language,
        number=ticket.number,
        kind=ticket.kind,
        standard=title,
        edition=said_of_edition(texts, language, case.edition),
    )
    top = "\n".join(part for part in (headline, number, state, clock) if part)
    parts = (top, words, _said_last(texts, case), _bottom(texts, case, reach or case.right))
    return "\n\n".join(part for part in parts if part)


def headline(texts: Texts, case: CaseFile, event: Event, audience: Audience) -> str:
    """Return why the card comes now."""
    return texts.render(
        "casework.headline",
        case.reader.language,
        act=event.act,
        audience=audience,
        status=case.ticket.status,
        who=case.post_name(event.post),
        count=case.ticket.objections,
    )


def orphan(texts: Texts, case: CaseFile, reach: Reach | None) -> Message:
    """Return what an admin learns of a ticket that reaches nobody: number and posts alone."""
    html = texts.render(
        "casework.orphan",
        case.reader.language,
        number=case.ticket.number,
        post=case.post_name(case.ticket.owner),
        tried=_tried(case, reach),
    )
    return Message(html)


def left_desk(texts: Texts, case: CaseFile, event: Event) -> Message:
    """Return what whoever had it on the desk is told when it goes elsewhere."""
    html = texts.render(
        "casework.left_desk",
        case.reader.language,
        number=case.ticket.number,
        act=event.act,
        to=case.post_name(case.ticket.owner),
        who=case.post_name(event.post),
    )
    return Message(html)


def _said_last(texts: Texts, case: CaseFile) -> str:
    """Quote what the complainant or a colleague wrote last, if that is what the work is about."""
    event = case.newest(*_SAID_LAST)
    said = str(event.data.get("text") or event.data.get("reason") or "") if event else ""
    if event is None or not said:
        return ""
    return texts.render(
        "casework.latest",
        case.reader.language,
        act=event.act,
        text=shorten(said, _QUOTE),
        at=event.at,
    )


def _bottom(texts: Texts, case: CaseFile, reach: Reach | None) -> str:
    """Return from whom it is, what is attached, why it is here, in whose right, and who else."""
    ticket, language = case.ticket, case.reader.language
    render = texts.render
    lines = [
        render(
            "casework.from_whom",
            language,
            confidential=ticket.confidential,
            name=case.sender.name,
        )
    ]
    if case.files:
        lines.append(render("casework.attached", language, count=case.files))
    lines.append(_why_here(texts, case))
    if reach is not None and reach.post is not None:
        lines.append(_in_right_of(texts, case, reach))
    lines.append(_chain(texts, case))
    return "\n".join(line for line in lines if line)


def _why_here(texts: Texts, case: CaseFile) -> str:
    """Return why it went where it went, and where the standard says so; "" if nothing does."""
    ticket, language = case.ticket, case.reader.language
    section, page = ticket.source.get("section"), ticket.source.get("page")
    as_printed = bool(section) and not ticket.source.get("corrected")
    told = as_printed and ticket.reason.get("key") in TOLD_BY_THE_STANDARD
    reason = "" if told else _reason(texts, ticket, language)
    if reason:
        return texts.render("casework.why_here", language, reason=reason)
    if not section:
        return ""
    return texts.render("casework.source_of", language, section=section, page=page)


def _reason(texts: Texts, ticket: Ticket, language: str) -> str:
    """Return the reason that was written down with the ticket; "" if no text has it any more."""
    key = f"routing.{ticket.reason.get('key')}"
    if not texts.has(key):
        return ""
    values = dict(ticket.reason.get("values") or {})
    try:
        return plain(texts.render(key, language, source=ticket.source or None, **values))
    except (TypeError, UndefinedError):  # an earlier version gave it other values
        return ""


def _in_right_of(texts: Texts, case: CaseFile, reach: Reach) -> str:
    return texts.render(
        "casework.in_right_of",
        case.reader.language,
        post=case.post_name(reach.post),
        holding=reach.holding,
        stands_in=reach.substitute_for is not None,
        tried=_tried(case, reach),
    )


def _chain(texts: Texts, case: CaseFile) -> str:
    ticket = case.ticket
    is_receiver = ticket.received_by == ticket.owner
    is_own = case.right is not None and case.right.post == case.office.present(
        ticket.owner, case.reader.at
    )
    return texts.render(
        "casework.chain",
        case.reader.language,
        owner="" if is_own else case.post_name(ticket.owner),
        own=is_own,
        receiver="" if is_receiver else case.post_name(ticket.received_by),
        together=[case.post_name(key) for key in ticket.together_with],
    )


def _tried(case: CaseFile, reach: Reach | None) -> list[dict[str, str]]:
    tried = reach.tried if reach else ()
    return [{"post": case.post_name(step.post), "gap": step.gap.value} for step in tried]


def _cut(text: str) -> str:
    """Return the beginning of a text, at a word; its lines are kept."""
    if width(text) <= TEXT_ON_CARD:
        return text
    return text[:TEXT_ON_CARD].rsplit(" ", 1)[0].rstrip() + "…"

"""The commands: /start, /standar, /tanya, /lapor and so on, and those that do not exist.

/saya and /pejabat are in `handlers.officials`.
Each has an Indonesian and an English name; both always work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.services.invitations import TRIES_KEY
from handlers import asking
from handlers.buttons import Ask, Button, Speak, encode
from handlers.casework import desk as casework_desk
from handlers.complaints.cancelling import KEPT, before_cancel
from handlers.complaints.checking import check
from handlers.complaints.mine import listed
from handlers.complaints.opening import DEEP_LINK, open_form, open_from_link, private_only
from handlers.heard import Place
from handlers.learning import terms, waiting
from handlers.loading.managing import door
from handlers.markup import plain, shorten
from handlers.officials import joining, me, screens
from handlers.officials.screens import manages
from handlers.records import privacy
from handlers.replies import Message
from handlers.rules import calendar as rules_calendar
from handlers.rules import screens as rules_screens
from handlers.tasks import joining as task_joining
from handlers.tasks import recap
from handlers.tasks import screens as task_screens
from handlers.titles import loaded, short_name
from handlers.turn import Handler, Outcome, Turn
from knowledge.finding.answers import Citation, Request
from knowledge.model import Facet

_NAME = 40  # letters of a person's name that a greeting repeats
_TITLE = 36  # letters of a standard's title on a button
_SIMILAR = 60  # of 100: how near a known command must be to be suggested


async def start(turn: Turn) -> Outcome:
    """Say what the bot can do, with three examples; a deep link may carry an invitation.

    Whatever else it carries is tolerated.
    """
    if turn.text.startswith(joining.PREFIX):
        return await joining.open_code(turn, turn.text)
    if turn.text.startswith(task_joining.PREFIX):
        return await task_joining.open_link(turn, turn.text)
    if turn.place is Place.GROUP:
        return turn.say("commands.start_group", username=turn.bot_name)
    if turn.text == DEEP_LINK:
        return await open_from_link(turn)
    known = loaded(turn.office.finder)
    if not known:
        return turn.say("commands.no_standards")
    name = shorten(turn.sighting.name, _NAME) if turn.sighting else ""
    html = turn.render("commands.start", name=name, count=len(known))
    buttons = (*_examples(turn, known), _languages(turn))
    return Outcome(replies=(Message(html, buttons),))


async def standards(turn: Turn) -> Outcome:
    """List the standards; each has a card. Whoever may load some gets to the drafts as well."""
    outcome = await asking.request(turn, Request("listing"))
    below = await door(turn)
    if not below or not outcome.replies:
        return outcome
    first, *others = outcome.replies
    shown = replace(first, buttons=(*first.buttons, *below))
    return replace(outcome, replies=(shown, *others))


async def ask(turn: Turn) -> Outcome:
    """Answer the question after the command, or ask for it."""
    if not turn.text:
        return turn.say("commands.ask_question")
    return await asking.question(turn)


async def status(turn: Turn) -> Outcome:
    """List the person's own reports."""
    if turn.place is not Place.PRIVATE:
        return private_only(turn)
    return Outcome((await listed(turn),))


async def language(turn: Turn) -> Outcome:
    """Let the person choose the language."""
    html = turn.render("commands.choose_language")
    return Outcome(replies=(Message(html, (_languages(turn),)),))


async def cancel(turn: Turn) -> Outcome:
    """Forget what the conversation is about; a report under way is asked about first."""
    asked = await before_cancel(turn)
    if asked is not None:
        return asked
    forget = dict.fromkeys(turn.state.keys() - KEPT - {TRIES_KEY})
    replies = (Message(turn.render("commands.cancelled")),)
    return Outcome(replies, remember=forget)


async def usage(turn: Turn) -> Outcome:
    """Explain how to use the bot."""
    return turn.say("commands.help", username=turn.bot_name, is_admin=manages(turn))


async def unknown(turn: Turn) -> Outcome:
    """Name the nearest command."""
    written = (turn.heard.command or "").lower()
    near = process.extractOne(written, _names(turn.language), scorer=fuzz.ratio)
    suggestion = near[0] if near and near[1] >= _SIMILAR else None
    command = shorten(f"/{written}", 40)
    return turn.say("commands.unknown_command", command=command, suggestion=suggestion)


NAMES: Mapping[str, tuple[str, str]] = {
    "standards": ("standar", "standards"),
    "ask": ("tanya", "ask"),
    "report": ("lapor", "report"),
    "status": ("status", "mystatus"),
    "verify": ("cek", "verify"),
    "desk": ("meja", "desk"),
    "tasks": ("tugas", "tasks"),
    "schedule": ("jadwal", "schedule"),
    "language": ("bahasa", "language"),
    "me": ("saya", "me"),
    "officials": ("pejabat", "officials"),
    "terms": ("istilah", "terms"),
    "questions": ("pertanyaan", "questions"),
    "recap": ("rekap", "summary"),
    "holidays": ("libur", "holidays"),
    "settings": ("pengaturan", "settings"),
    "privacy": ("privasi", "privacy"),
    "cancel": ("batal", "cancel"),
    "help": ("bantuan", "help"),
}
"""The commands, by their Indonesian and English names."""

FOR_ADMINS = frozenset({"officials", "questions", "settings"})
"""Commands that no menu shows: they are of no use to most people."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "report": ("pengaduan", "keluhan", "masukan", "complaint", "suggestion"),
}
"""Further names, which menus do not show."""

HANDLERS: Mapping[str, Handler] = {
    "standards": standards,
    "ask": ask,
    "report": open_form,
    "status": status,
    "verify": check,
    "desk": casework_desk.command,
    "tasks": task_screens.tasks,
    "schedule": task_screens.schedule,
    "language": language,
    "me": me.me,
    "officials": screens.officials,
    "terms": terms.terms,
    "questions": waiting.questions,
    "recap": recap.recap,
    "holidays": rules_calendar.holidays,
    "settings": rules_screens.settings,
    "privacy": privacy.privacy,
    "cancel": cancel,
    "help": usage,
}


def _names(language: str) -> list[str]:
    """Return all names of commands, those of the person's language first."""
    own, other = (1, 0) if language == "en" else (0, 1)
    names = [pair[own] for pair in NAMES.values()] + [pair[other] for pair in NAMES.values()]
    return [*names, *(alias for group in ALIASES.values() for alias in group), "start"]


def _examples(turn: Turn, known: Sequence[Citation]) -> Iterator[tuple[Button, ...]]:
    """Yield three buttons that ask real questions about standards that are loaded."""
    first, last = known[0], known[-1]
    steps = Request(Facet.PROCEDURE, first.standard)
    complaint = Request(Facet.COMPLAINT, last.standard)
    for name, request, values in (
        ("listing", Request("listing"), {}),
        ("procedure", steps, {"title": _short(first.title)}),
        ("complaint", complaint, {"title": _short(last.title)}),
    ):
        label = plain(turn.render(f"commands.example_{name}", **values))
        code = turn.office.finder.code(request)
        yield (Button(label, encode(Ask(code, turn.language, turn.owner))),)


def _short(title: str) -> str:
    return shorten(short_name(title), _TITLE)


def _languages(turn: Turn) -> tuple[Button, ...]:
    return (
        Button(plain(turn.render("buttons.indonesian")), encode(Speak("id", turn.owner))),
        Button(plain(turn.render("buttons.english")), encode(Speak("en", turn.owner))),
    )

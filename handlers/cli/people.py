"""pandu people: who holds which post: listed, imported from a file, and invited."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

from telegram.error import TelegramError

from bot.domain.appointing import Appointment
from bot.domain.dates import day_of, end_of, last_day, read_date
from bot.domain.directory import Directory
from bot.domain.posts import Holding, Post
from bot.office import Office, open_office
from bot.services.ports import UnitOfWork
from bot.services.post_search import in_order, nearest, post_named, search
from bot.services.roster import Imported
from bot.settings import Settings, load_settings
from handlers.bot_api import office_bot
from handlers.cli.errors import CommandError
from handlers.cli.in_force import store_exists
from handlers.cli.screen import Screen
from handlers.run import BOT_NAME_SETTING
from knowledge.errors import KnowledgeError
from knowledge.reading.decoding import load

_ACTIONS = ("list", "import", "invite")
_MOST_CHOICES = 5


def declare(parser: ArgumentParser) -> None:
    """Add what is to be done, with what, and how."""
    parser.add_argument("action", choices=_ACTIONS)
    parser.add_argument("subject", nargs="?", metavar="FILE|POST")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--name")
    holding = parser.add_mutually_exclusive_group()
    holding.add_argument("--plt", action="store_true")
    holding.add_argument("--plh", action="store_true")
    parser.add_argument("--until", metavar="DATE")


def execute(options: Namespace, screen: Screen) -> int:
    """List, import or invite."""
    settings = load_settings()
    if options.action == "list":
        return _list(settings, options, screen)
    if not options.subject:
        what = "FILE.csv" if options.action == "import" else '"POST"'
        raise CommandError("missing_argument", command="pandu people", what=what)
    if options.action == "import":
        return _import(settings, options, screen)
    return _invite(settings, options, screen)


def _list(settings: Settings, options: Namespace, screen: Screen) -> int:
    found = asyncio.run(_posts(settings)) if store_exists(settings) else []
    if options.json:
        screen.data(found, indent=2)
    elif found:
        screen.say("people_list", posts=found)
    else:
        screen.say("people_none")
    return 0


async def _posts(settings: Settings) -> list[dict[str, Any]]:
    async with open_office(settings) as office, office.unit_of_work(writing=False) as work:
        directory, now = await office.posts.directory(work), office.clock.now()
        posts = in_order(directory, directory.posts.values(), now)
        return [_record(office, directory, post, now) for post in posts]


def _record(office: Office, directory: Directory, post: Post, now: datetime) -> dict[str, Any]:
    """Return a post as scripts read it; days are the office's, the last one included."""
    zone = office.settings.zone
    holders = [
        t
        for t in directory.tenures
        if t.post == post.key and (t.until is None or (now < t.until and t.since < t.until))
    ]
    return {
        "key": post.key,
        "post": post.name,
        "rank": post.rank,
        "unit": post.unit,
        "superior": _name(directory, post.superior),
        "origin": post.origin.value,
        "service_desk": directory.service_desk == post.key,
        "replaced_by": _name(directory, post.replaced_by),
        "replaced_from": _day(post.replaced_from, zone),
        "holders": [
            {
                "name": tenure.name,
                "holding": tenure.holding.value,
                "decree": tenure.decree,
                "since": _day(tenure.since, zone),
                "until": last_day(tenure.until, zone).isoformat() if tenure.until else None,
                "telegram_id": tenure.person_id,
            }
            for tenure in holders
        ],
    }


def _day(instant: datetime | None, zone: tzinfo) -> str | None:
    return day_of(instant, zone).isoformat() if instant else None


def _name(directory: Directory, key: str | None) -> str | None:
    post = directory.posts.get(key) if key else None
    return post.name if post else key


def _import(settings: Settings, options: Namespace, screen: Screen) -> int:
    """Import the file, or say what is wrong with it: each line, and what to do."""
    try:
        text = load(Path(options.subject))
    except KnowledgeError as error:
        raise CommandError(f"document_{error.key}", **error.values) from None
    done = asyncio.run(_bring_in(settings, text, dry_run=options.dry_run))
    for problem in done.problems:
        why = screen.text(f"roster_{problem.key}", **problem.values)
        screen.fail("people_line", line=problem.line, text=why)
    if done.problems:
        screen.fail("people_not_imported", file=options.subject, count=len(done.problems))
        return 2
    for change in done.changes:
        said = screen.text(f"roster_{change.key}", **change.values)
        screen.say("people_line", line=change.line, text=said)
    key = "people_would_import" if options.dry_run else "people_imported"
    screen.say(key, count=len(done.changes), file=options.subject)
    return 0


async def _bring_in(settings: Settings, text: str, *, dry_run: bool) -> Imported:
    async with open_office(settings) as office, office.unit_of_work() as work:
        now = office.clock.now()
        done = await office.roster.bring_in(work, text, now, dry_run=dry_run)
        if not dry_run and not done.problems:
            await work.commit()
        return done


def _invite(settings: Settings, options: Namespace, screen: Screen) -> int:
    asked = asyncio.run(_make_invitation(settings, options))
    screen.say("people_invitation", **asked)
    return 0


async def _make_invitation(settings: Settings, options: Namespace) -> dict[str, Any]:
    bot_name = await _bot_name(settings)
    async with open_office(settings) as office, office.unit_of_work() as work:
        now = office.clock.now()
        directory = await office.posts.directory(work)
        post = _post(directory, options.subject, now)
        until = _until(options.until, day_of(now, settings.zone))
        end = end_of(until, settings.zone) if until else None
        wanted = Appointment(post.key, options.name or "", _holding(options), now, end)
        tenure = await office.appointments.to_invite(work, wanted, now)
        code, invitation = await office.invitations.invite(work, tenure.id, None, now)
        bot_name = bot_name or await _known_name(work)
        await work.commit()
    return {
        "post": post.name,
        "holding": tenure.holding.value,
        "name": tenure.name,
        "code": code,
        "bot": bot_name,
        "until": invitation.expires_at,
    }


def _holding(options: Namespace) -> Holding:
    if options.plt:
        return Holding.PLT
    return Holding.PLH if options.plh else Holding.DEFINITIVE


def _post(directory: Directory, name: str, now: datetime) -> Post:
    """Return the post that is meant; raises CommandError that names what there is."""
    exact = post_named(directory, name, now)
    found: Sequence[Post] = (exact,) if exact else search(directory, name, now)
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(post.name for post in found[:_MOST_CHOICES])
        raise CommandError("people_many_posts", post=name, count=len(found), names=names)
    near = nearest(directory, name)
    raise CommandError("people_no_post", post=name, near=near.name if near else None)


def _until(text: str | None, today: date) -> date | None:
    day = read_date(text, today) if text else None
    if text and day is None:
        raise CommandError("people_bad_date", text=text)
    return day


async def _bot_name(settings: Settings) -> str | None:
    """Ask Telegram for the bot's username; None without a token or a way to Telegram."""
    if settings.telegram_token is None:
        return None
    bot = office_bot(settings.telegram_token.get_secret_value(), settings.telegram_api)
    try:
        async with bot:
            return bot.username
    except TelegramError:
        return None


async def _known_name(work: UnitOfWork) -> str | None:
    """Return the username that the bot had when it last ran."""
    name = (await work.settings.all()).get(BOT_NAME_SETTING)
    return name if isinstance(name, str) else None

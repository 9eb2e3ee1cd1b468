"""Files that are made at the moment of sending: the figures' picture, the register, one's data.

What a call says of them is checked again here: a right may have ended since it was queued.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.domain.periods import read_period
from bot.domain.reporting import reported_posts
from bot.office import Office
from bot.services.cleaning import Cleaned
from bot.services.reports import Scope
from handlers.markup import plain
from handlers.pictures.recap import Sheet
from handlers.pictures.recap import recap as picture
from handlers.records.own_data import export
from handlers.texts import Texts
from handlers.uploads import Maker, NoFile


def makers(office: Office, texts: Texts) -> Mapping[str, Maker]:
    """Return what makes files, by the names that calls use."""

    async def draw(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        return Cleaned(await asyncio.to_thread(picture, Sheet.from_data(data)), "png")

    async def write_register(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        return await _register(office, texts, data)

    async def pack(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        async with office.unit_of_work(writing=False) as work:
            content = await export(work, int(data["person"]))
        return Cleaned(content, "zip")

    return {"_recap": draw, "_register": write_register, "_personal": pack}


async def _register(office: Office, texts: Texts, data: Mapping[str, Any]) -> Cleaned:
    """Write the register of a period for a person who may have it now."""
    from handlers.records.register import register  # late: few processes write spreadsheets

    now, zone = office.clock.now(), office.settings.zone
    period = read_period(data["period"], now.astimezone(zone).date())
    async with office.unit_of_work(writing=False) as work:
        directory = await office.directory(work)
        posts = reported_posts(data["person"], directory, now)
        if period is None or not posts:
            raise NoFile("not allowed")
        scope = Scope(posts, data["person"])
        span = period.instants(zone)
        lines = await office.reports.register(work, directory, scope, span, now)
    language = data["language"]
    when = texts.render("recap.period", language, first=period.first, year=period.is_year)
    tops = [p for p in sorted(posts) if not posts & set(directory.superiors(p, now))]
    leads = ", ".join(directory.posts[post].name for post in tops if post in directory.posts)
    title = plain(texts.render("recap.register_title", language, period=plain(when), leads=leads))
    content = await asyncio.to_thread(register, lines, title, texts, language, zone)
    return Cleaned(content, "xlsx")

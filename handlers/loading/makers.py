"""Files of these screens, made at the moment of sending: a draft's plan, a standard's document."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.plans.model import PlanInputs
from bot.domain.plans.planner import plan_of
from bot.domain.rights import may_manage
from bot.office import Office
from bot.services.cleaning import Cleaned
from bot.services.file_types import type_of
from handlers.loading.managing import DOCUMENT
from handlers.loading.trying import PICTURE
from handlers.texts import Texts
from handlers.uploads import Maker, NoFile


def makers(office: Office, texts: Texts) -> Mapping[str, Maker]:
    """Return what makes files, by the names that calls use."""

    async def draw(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        from handlers.pictures.timeline import Words, timeline  # late: it loads the fonts

        async with office.unit_of_work(writing=False) as work:
            draft = await work.drafts.get(data["draft"])
            calendar = (await office.deadlines(work)).calendar
        if draft is None:
            raise NoFile("no such draft")
        inputs = PlanInputs(datetime.fromisoformat(data["at"]))
        plan = plan_of(draft.standard(), inputs, calendar)
        words = Words(texts, data["language"])
        return Cleaned(await asyncio.to_thread(timeline, plan, calendar, words), "png")

    async def copy(data: Any) -> Cleaned:  # noqa: ANN401 - JSON
        if not may_manage(data["person"], office.settings.admin_ids):
            raise NoFile("not allowed")
        async with office.unit_of_work(writing=False) as work:
            stored = await work.standards.edition(data["row"])
            document = await work.standards.document(stored.digest) if stored else None
        if document is None:
            raise NoFile("no such document")
        ending = document.file.rpartition(".")[2].lower()
        known = ending if ending.isalnum() and ending != document.file.lower() else ""
        return Cleaned(document.content, known or type_of(document.content).extension)

    return {PICTURE: draw, DOCUMENT: copy}

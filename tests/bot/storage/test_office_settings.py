from __future__ import annotations

from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW


async def test_a_setting_is_kept_replaced_and_forgotten(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.settings.set("desk", "a", NOW, 1)
        await work.settings.set("limit", {"days": 5}, NOW, None)
        await work.settings.set("desk", "b", NOW, 2)
        await work.commit()
    async with unit_of_work() as work:
        assert await work.settings.all() == {"desk": "b", "limit": {"days": 5}}
        await work.settings.set("desk", None, NOW, 2)
        assert await work.settings.all() == {"limit": {"days": 5}}

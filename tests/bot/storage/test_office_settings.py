from __future__ import annotations

from datetime import timedelta

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


async def test_what_a_person_changes_is_kept_with_who_when_and_why(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    later = NOW + timedelta(hours=1)
    async with unit_of_work() as work:
        await work.settings.set("limits", {"forward": 5}, NOW, 1)
        await work.settings.set("limits", {"forward": 5}, NOW, 1)
        await work.settings.set("followed", "a stamp of our own", NOW, None)
        await work.settings.set("desk", "a", NOW, 2)
        await work.settings.set("limits", None, later, 2, basis="SK-7/2026")
        await work.commit()
    async with unit_of_work(writing=False) as work:
        changes = await work.settings.changes()
        of_limits = await work.settings.changes(["limits"], limit=1)
    told = [(c.name, c.old, c.new, c.by, c.at, c.basis) for c in changes]
    assert told == [
        ("limits", {"forward": 5}, None, 2, later, "SK-7/2026"),
        ("desk", None, "a", 2, NOW, ""),
        ("limits", None, {"forward": 5}, 1, NOW, ""),
    ]
    assert of_limits == changes[:1]

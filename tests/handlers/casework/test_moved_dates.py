"""A changed calendar as people see it: one message with old and new date and why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.domain.tickets import Act

from .scene import BAGIAN, Scene


async def changed(scene: Scene, name: str, value: Any) -> None:
    """Change a rule, and let the housekeeping see it, now and when people may be told."""
    stage = scene.stage
    await stage.service.hints.moved.round()  # the first one notes by which rules dates are
    async with stage.office.unit_of_work() as work:
        await work.settings.set(name, value, stage.clock.now(), 1)
        await work.commit()
    await stage.service.hints.moved.round()
    stage.clock.move(timedelta(minutes=6))
    await stage.service.hints.moved.round()
    await stage.settle()


async def test_both_sides_are_told_old_and_new_date_and_why_and_the_card_follows(
    scene: Scene,
) -> None:
    ticket = await scene.files()
    card = scene.at(BAGIAN).sees("Kam, 5 Mar 2026")
    await changed(scene, "calendar", {"closed": {"2026-03-04": "Hari jadi <kantor>"}})

    scene.citizen.sees(ticket.number, "Kam, 5 Mar 2026, 15.00 → Jum, 6 Mar 2026, 15.30")
    shown = scene.citizen.sees("Rab, 4 Mar 2026: kantor tutup (Hari jadi <kantor>)")
    assert shown.fields["protect_content"]
    scene.at(BAGIAN).sees("Di meja Anda", "→ Jum, 6 Mar 2026")
    assert "Jum, 6 Mar 2026" in card.text

    await scene.citizen.taps(ticket.number)
    scene.citizen.sees("Tanggal dihitung ulang", "Kam, 5 Mar 2026, 15.00 → Jum, 6 Mar 2026")
    await scene.at(BAGIAN).taps(ticket.number)
    await scene.at(BAGIAN).taps("Lainnya")
    await scene.at(BAGIAN).taps("Riwayat")
    scene.at(BAGIAN).sees("tanggal dihitung ulang", "kantor tutup (Hari jadi <kantor>)")


async def test_a_card_from_before_is_as_good_as_ever(scene: Scene) -> None:
    ticket = await scene.files()
    card = scene.at(BAGIAN).last
    await changed(scene, "limits", {"forward": 6})
    scene.at(BAGIAN).sees("batas umum verifikasi dan penerusan menjadi 6 hari (sebelumnya 3)")
    assert await scene.at(BAGIAN).taps("Terima", on=card) != ""
    assert [event.act for event in await scene.history(ticket)][-1] is Act.ACCEPT


async def test_other_hours_are_told_as_hours(scene: Scene) -> None:
    await scene.files()
    season = {
        "from": "2026-03-02",
        "to": "2026-03-06",
        "hours": {day: [] for day in ("tue", "wed")} | {"thu": [["08:00", "11:00"]]},
    }
    await changed(scene, "calendar", {"seasons": [season]})
    scene.citizen.sees("5 Mar 2026: jam kerja 08.00–11.00", "kantor tutup")

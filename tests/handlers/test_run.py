"""Start and stop: alone, with clear reasons for not starting, and nothing cut off at the end."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import DomainError
from bot.domain.health import LeaseHolder
from bot.settings import Settings, SettingsError
from handlers.door import RunError
from handlers.housekeeping import Housekeeping
from handlers.run import open_service, run, serve, stopping_on_signals
from tests.telegram import TOKEN, Chat, FakeTelegram, Stage, until
from tests.telegram_rules import Refused


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.run._PAUSE", 0.0)


def settings(folder: Path, **values: Any) -> Settings:
    fields = {"telegram_token": TOKEN, "data_dir": folder, **values}
    return Settings(_env_file=None, **fields)


async def served(stage: Stage, stop: asyncio.Event) -> asyncio.Task[None]:
    """Start serving, and wait until the bot polls."""
    task = asyncio.create_task(serve(stage.service, stage.office.sole_poller(), stop))
    await until(lambda: stage.telegram.made("getUpdates") or task.done())
    return task


async def test_without_a_token_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"settings\.missing_token"):
        await run(settings(tmp_path, telegram_token=None))


async def test_an_address_where_nobody_answers_is_named(fresh_data: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    api = f"http://127.0.0.1:{port}"
    with pytest.raises(RunError) as raised:
        await run(settings(fresh_data, telegram_api=api))
    assert raised.value.key == "run.unreachable"
    assert raised.value.values == {"api": api, "reason": "ClientConnectorError"}


async def test_a_token_that_telegram_refuses_is_named(stage: Stage) -> None:
    telegram = FakeTelegram()
    telegram.fails("getMe", lambda: Refused("Unauthorized", 401))
    with pytest.raises(RunError, match=r"run\.token_refused"):
        async with open_service(stage.office, telegram):
            pass


async def test_a_short_trouble_at_the_start_is_waited_for(stage: Stage) -> None:
    telegram = FakeTelegram()
    telegram.fails("getMe", lambda: Refused("Bad Gateway", 502))
    async with open_service(stage.office, telegram) as service:
        assert service.bot.username == "PanduBot"


async def test_a_second_instance_is_refused_before_it_calls_telegram(stage: Stage) -> None:
    other = f"{socket.gethostname()}:{os.getppid()}:other"
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        lease = LeaseHolder(f"poll:{TOKEN.split(':')[0]}", other, now + timedelta(minutes=1))
        assert await work.leases.take(lease, now, from_holder=None)
        await work.commit()
    with pytest.raises(DomainError) as raised:
        await run(settings(stage.folder), stage.clock)
    assert raised.value.key == "already_running"
    assert raised.value.values["holder"] == other


async def test_it_answers_while_it_runs_and_finishes_what_it_has_begun(
    chat: Chat, stage: Stage
) -> None:
    stop = asyncio.Event()
    task = await served(stage, stop)
    stage.telegram.push({"message": chat.message("/bantuan")})
    await until(lambda: chat.all)
    stage.telegram.push({"message": chat.message("/bahasa")})
    await until(lambda: not stage.telegram.updates)
    stop.set()
    await task
    assert len(chat.all) == 2, "the second answer went out before the end"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it(stage: Stage, number: signal.Signals) -> None:
    stop = asyncio.Event()
    with stopping_on_signals(stop):
        task = await served(stage, stop)
        os.kill(os.getpid(), number)
        async with asyncio.timeout(5):
            await task


async def test_a_webhook_of_before_is_taken_down_and_nothing_is_dropped(stage: Stage) -> None:
    stop = asyncio.Event()
    task = await served(stage, stop)
    stop.set()
    await task
    (call,) = stage.telegram.made("deleteWebhook")
    assert call["drop_pending_updates"] is False


async def test_a_part_that_gives_up_ends_the_run_with_its_reason(stage: Stage) -> None:
    stage.telegram.fails("getUpdates", lambda: Refused("Unauthorized", 401))
    with pytest.raises(RunError, match=r"run\.token_refused"):
        await serve(stage.service, stage.office.sole_poller(), asyncio.Event())


async def test_the_profile_is_set_in_both_languages_and_only_when_it_changes(
    stage: Stage,
) -> None:
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert [call.get("language_code") for call in stage.telegram.made(method)] == [None, "en"]
    await stage.restart()
    assert len(stage.telegram.made("setMyCommands")) == 2


async def test_the_addresses_that_hold_the_token_are_not_logged(stage: Stage) -> None:
    assert logging.getLogger("httpx").getEffectiveLevel() >= logging.WARNING
    assert logging.getLogger("httpcore").getEffectiveLevel() >= logging.WARNING


def housekeeping(stage: Stage) -> Housekeeping:
    service = stage.service
    lease = stage.office.sole_poller()
    parts = service.door, service.dispatcher, service.hints
    return Housekeeping(stage.office, lease, *parts)


async def beats(stage: Stage) -> list[str]:
    async with stage.office.unit_of_work(writing=False) as work:
        return [beat.name for beat in await work.heartbeats.all()]


async def test_housekeeping_takes_up_what_was_left_lying(chat: Chat, stage: Stage) -> None:
    await stage.office.intake.receive([{"update_id": 5, "message": chat.message("/bantuan")}])
    keeper = housekeeping(stage)
    await keeper.round()
    await stage.settle()
    assert chat.all == [], "it may still be under way"
    stage.clock.move(timedelta(minutes=1))
    await keeper.round()
    await stage.settle()
    assert len(chat.all) == 1


async def test_housekeeping_shows_life_only_while_telegram_answers(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = housekeeping(stage)
    stage.clock.move(timedelta(minutes=30))
    await keeper.round()
    assert await beats(stage) == []
    assert "no answer from Telegram for 30 minutes" in caplog.text
    await stage.polling.once()
    await keeper.round()
    assert await beats(stage) == ["polling"]


async def test_a_lease_that_another_process_has_taken_ends_the_polling(stage: Stage) -> None:
    keeper = housekeeping(stage)
    await keeper.round()
    stage.clock.move(timedelta(minutes=5))
    now = stage.clock.now()
    other = f"{socket.gethostname()}:{os.getppid()}:other"
    async with stage.office.unit_of_work() as work:
        lease = LeaseHolder(f"poll:{TOKEN.split(':')[0]}", other, now + timedelta(minutes=1))
        assert await work.leases.take(lease, now, from_holder=None)
        await work.commit()
    await keeper.round()
    with pytest.raises(DomainError, match="already_running"):
        await stage.service.door.run()


async def test_trouble_with_one_duty_leaves_the_others_undisturbed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(type(stage.office.intake), "waiting", lambda *_: 1 / 0)
    await housekeeping(stage).round()
    assert "housekeeping (take_up): ZeroDivisionError" in caplog.text
    assert await beats(stage) == ["polling"]

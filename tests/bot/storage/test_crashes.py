"""A process is killed in the middle: nothing that was told is lost, nothing is done twice.

The child handles numbered updates as the bot does: stores them, then for each one moves a counter
in the conversation and queues one message, or sends the queued ones. It writes down what it was
told is lasting, and is killed (SIGKILL) at a random place.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from bot.clock import FixedClock
from bot.domain.messages import OutboxState, Outcome, Outgoing, sent
from bot.domain.updates import TakenUpdate
from bot.services.intake import Intake
from bot.storage.keys import KeySource
from bot.storage.store import open_store
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW, SECRET
from tests.bot.updates import a_message

_UPDATES = 40

_CHILD = """
import asyncio, sys
from pathlib import Path
from bot.clock import FixedClock
from bot.services.intake import Intake
from bot.storage.keys import KeySource
from bot.storage.store import open_store
from tests.bot.conftest import NOW, SECRET
from tests.bot.storage.test_crashes import handle_next, receive_all, send_all

STEPS = {"receive": receive_all, "handle": handle_next, "send": send_all}

async def main():
    url, folder, *steps = sys.argv[1:]
    async with open_store(url, KeySource(SECRET, Path(folder) / "secret.key")) as store:
        for step in steps:
            await STEPS[step](store.unit_of_work, lambda line: print(line, flush=True))

asyncio.run(main())
"""


async def receive_all(unit_of_work: SqlUnitsOfWork, told: object) -> None:
    """Take in all updates, in batches; an update is told once its batch is lasting."""
    assert callable(told)
    intake = Intake(unit_of_work, FixedClock(NOW))
    for start in range(0, _UPDATES, 4):
        numbers = range(start, start + 4)
        await intake.receive([a_message(n, str(n), user=1 + n % 3) for n in numbers])
        for number in numbers:
            told(f"received {number}")


async def handle_next(unit_of_work: SqlUnitsOfWork, told: object) -> None:
    """Handle all that waits, three chats side by side."""
    assert callable(told)

    async def one_chat(key: str) -> None:
        while True:
            async with unit_of_work() as work:
                taken = await work.inbox.take(key)
                if taken is None:
                    return
                count = taken.conversation.state.get("count", 0) + 1
                await work.conversations.save(key, {"count": count}, NOW)
                await work.outbox.queue(_answer(taken, count), NOW)
                await work.inbox.done(taken, NOW)
                await work.commit()
            told(f"handled {taken.update_id}")

    await asyncio.gather(*(one_chat(str(chat)) for chat in (1, 2, 3)))


def _answer(taken: TakenUpdate, count: int) -> Outgoing:
    text = f"{taken.update_id} is number {count}"
    return Outgoing(int(taken.order_key), "sendMessage", {"text": text}, update_id=taken.update_id)


async def send_all(unit_of_work: SqlUnitsOfWork, told: object) -> None:
    """Send what is queued: told "sending" once it is claimed, as the moment of the call."""
    assert callable(told)
    outcomes: list[Outcome] = []
    while True:
        async with unit_of_work() as work:
            await work.outbox.settle(outcomes, NOW)
            claimed = await work.outbox.claim(2, NOW, timedelta(seconds=60))
            await work.commit()
        for outcome in outcomes:
            told(f"settled {outcome.id}")
        if not claimed:
            return
        for message in claimed:
            told(f"sending {message.payload['text']}")
        outcomes = [sent(message.id, message.id) for message in claimed]


def killed_child(url: str, folder: Path, steps: list[str], after: int) -> list[str]:
    """Run steps in a child and kill it after so many lines; return all it managed to tell."""
    command = [sys.executable, "-c", _CHILD, url, str(folder), *steps]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    ) as child:
        assert child.stdout is not None
        lines: list[str] = []
        for line in child.stdout:
            lines.append(line.strip())
            if len(lines) == after:
                child.kill()
        return lines


async def test_killed_again_and_again_each_update_has_its_effect_once(
    laid_out_url: str, tmp_path: Path
) -> None:
    places = random.Random()  # noqa: S311 - where to kill, no secret
    told: list[str] = []
    for _ in range(3):
        after = places.randrange(1, 60)
        told += await asyncio.to_thread(
            killed_child, laid_out_url, tmp_path, ["receive", "handle"], after
        )
    async with open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        await receive_all(store.unit_of_work, told.append)
        await handle_next(store.unit_of_work, told.append)
        async with store.unit_of_work(writing=False) as work:
            counts = [
                (await work.conversations.load(key)).state["count"] for key in ("1", "2", "3")
            ]
        texts: list[str] = []
        await send_all(store.unit_of_work, lambda line: texts.append(line))
    answers = sorted(int(line.split()[1]) for line in texts if line.startswith("sending"))
    assert answers == list(range(_UPDATES))
    assert sum(counts) == _UPDATES
    numbered = [line.split() for line in texts if line.startswith("sending")]
    for chat in range(3):
        mine = [int(words[4]) for words in numbered if int(words[1]) % 3 == chat]
        assert mine == list(range(1, len(mine) + 1))


async def test_a_killed_sender_sends_nothing_twice_and_hides_nothing(
    laid_out_url: str, tmp_path: Path
) -> None:
    places = random.Random()  # noqa: S311 - where to kill, no secret
    async with open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        await receive_all(store.unit_of_work, list[str]().append)
        await handle_next(store.unit_of_work, list[str]().append)
    sending: list[str] = []
    for _ in range(2):
        lines = await asyncio.to_thread(
            killed_child, laid_out_url, tmp_path, ["send"], places.randrange(1, 40)
        )
        sending += [line for line in lines if line.startswith("sending")]
        async with (
            open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store,
            store.unit_of_work() as work,
        ):
            await work.outbox.expire(NOW, all_leases=True)
            await work.commit()
    async with open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        texts: list[str] = []
        await send_all(store.unit_of_work, texts.append)
        async with store.unit_of_work(writing=False) as work:
            counts = {count.state: count.count for count in await work.outbox.counts()}
    sending += [line for line in texts if line.startswith("sending")]
    assert len(sending) == len(set(sending))
    uncertain = counts.pop(OutboxState.UNCERTAIN, 0)
    assert uncertain <= 4
    assert counts == {OutboxState.SENT: _UPDATES - uncertain}
    assert len(sending) >= _UPDATES - uncertain


async def test_two_processes_that_send_at_once_send_each_message_once(
    laid_out_url: str, tmp_path: Path
) -> None:
    async with open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        await receive_all(store.unit_of_work, list[str]().append)
        await handle_next(store.unit_of_work, list[str]().append)
    never = 10_000
    both = await asyncio.gather(
        asyncio.to_thread(killed_child, laid_out_url, tmp_path, ["send"], never),
        asyncio.to_thread(killed_child, laid_out_url, tmp_path, ["send"], never),
    )
    sending = [line for lines in both for line in lines if line.startswith("sending")]
    assert len(sending) == len(set(sending)) == _UPDATES

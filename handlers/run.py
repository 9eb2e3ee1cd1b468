"""The bot on Telegram, from start to stop. Everything is wired here and nothing is decided.

Stopping: first the door, then the handlers finish, then the sender, then the lease is given back.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.domain.attachments import STANDARD_DRAFT, Attachment
from bot.domain.pace import Limits
from bot.garbage import keep_for_good
from bot.office import Office, open_office
from bot.services.leases import Lease, other_process
from bot.services.ports import UnitOfWork
from bot.settings import Settings, SettingsError
from handlers.application import build_application, voices
from handlers.bot_api import OfficeBot, office_bot
from handlers.delivery import deliver
from handlers.desk import Desk
from handlers.dispatcher import Dispatcher
from handlers.door import Door, RunError
from handlers.failures import places
from handlers.fetching import Arrived, Fetcher
from handlers.files import announce
from handlers.housekeeping import Housekeeping
from handlers.loading.intake import StandardIntake
from handlers.loading.makers import makers as loading_makers
from handlers.polling import Polling
from handlers.profile import profile
from handlers.records.makers import makers
from handlers.sender import Sender
from handlers.tasks.makers import makers as task_makers
from handlers.texts import office_texts
from handlers.ticket_hints import TicketHints
from handlers.uploads import Uploads

_log = logging.getLogger(__name__)
BOT_NAME_SETTING = "bot_name"
"""The office setting under which the bot's username is kept, for links made without Telegram."""

_STARTS = 3  # attempts to reach Telegram before giving up; a supervisor may start us again
_PAUSE = 2.0  # seconds between them


@dataclass(frozen=True, slots=True)
class Service:
    """The bot wired and ready: an open office, PTB's application, and the parts that run."""

    office: Office
    bot: OfficeBot
    desk: Desk
    dispatcher: Dispatcher
    sender: Sender
    fetcher: Fetcher
    door: Door
    hints: TicketHints
    standards: StandardIntake


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises PanduError, with the key of an explanation, if it cannot start or cannot go on.
    """
    if settings.telegram_token is None:
        raise SettingsError("settings.missing_token", variable="PANDU_TELEGRAM_TOKEN")
    stop = asyncio.Event()
    async with (
        open_office(settings, clock) as office,
        alone(office) as lease,
        open_service(office) as service,
    ):
        with stopping_on_signals(stop):
            await serve(service, lease, stop)


@asynccontextmanager
async def open_service(
    office: Office, request: BaseRequest | None = None
) -> AsyncIterator[Service]:
    """Wire the parts on an open office and introduce the bot to Telegram.

    `request` stands in for the network. Raises RunError if Telegram refuses or cannot be reached.
    """
    settings = office.settings
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    bot = office_bot(token, settings.telegram_api, request=request)
    texts = office_texts(settings.zone)
    desk = Desk(office, voices(texts))
    application = build_application(bot, desk)
    try:
        await _introduce(bot, settings.telegram_api)
    except BaseException:
        await bot.request.shutdown()  # a bot that was never introduced closes nothing by itself
        raise
    await application.initialize()
    dispatcher = Dispatcher(desk)
    made = {
        **makers(office, texts),
        **task_makers(office, texts),
        **loading_makers(office, texts),
    }
    attempt = partial(deliver, bot, uploads=Uploads(office.unit_of_work, made))
    sender = Sender(attempt, office.unit_of_work, office.clock, Limits(office.pace), office.queued)
    standards = StandardIntake(office, texts)
    fetcher = Fetcher(bot, office.unit_of_work, office.clock, _announcing(office, standards))
    hints = TicketHints(office, desk.voices)
    try:
        door = _door(office, bot, dispatcher)
        yield Service(office, bot, desk, dispatcher, sender, fetcher, door, hints, standards)
    finally:
        await application.shutdown()


def _announcing(office: Office, standards: StandardIntake) -> Arrived:
    """Return what is done with a file that has come: it is shown, or read as a standard."""

    async def arrived(work: UnitOfWork, file: Attachment, now: datetime) -> None:
        if file.draft_id.startswith(STANDARD_DRAFT):
            standards.wake()
        else:
            await announce(office, work, file, now)

    return arrived


def _door(office: Office, bot: OfficeBot, dispatcher: Dispatcher) -> Door:
    """Return the door that the settings ask for: a webhook if it has an address."""
    parts = bot, office.intake, office.clock, dispatcher.arrived
    if office.settings.webhook_url is None:
        return Polling(*parts)
    from handlers.webhook import Webhook  # late: polling starts without an HTTP server

    return Webhook(*parts, office.settings)


async def serve(service: Service, lease: Lease, stop: asyncio.Event) -> None:
    """Take up what an earlier run left, then run until `stop` is set or a part gives up."""
    office = service.office
    await resume(service)
    keep_for_good()
    parts = service.door, service.dispatcher, service.hints
    housekeeping = Housekeeping(office, lease, *parts)
    sending = asyncio.create_task(service.sender.run())
    taking_in = asyncio.create_task(service.door.run())
    fetching = asyncio.create_task(service.fetcher.run())
    reading = asyncio.create_task(service.standards.run())
    stopping = asyncio.create_task(stop.wait())
    housekeeping.start()
    _log.info("running as @%s", service.bot.username)
    try:
        running = {sending, taking_in, fetching, reading, stopping}
        await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    finally:
        housekeeping.stop()
        service.door.stop()
        service.fetcher.stop()
        service.standards.stop()
        results = [await _ended(part) for part in (taking_in, fetching, reading)]
        await service.dispatcher.stop()
        service.sender.stop()
        results.append(await _ended(sending))
        stopping.cancel()
    for error in results:
        if error is not None:
            raise error


async def resume(service: Service) -> None:
    """Load new standards, settle what an earlier run was sending, handle what it had taken in.

    What other processes are sending and handling at this moment is left to them.
    """
    office = service.office
    await office.standards_folder.load(office.standards)
    now = office.clock.now()
    alone = await other_process(office.unit_of_work, office.clock) is None
    async with office.unit_of_work() as work:
        lost = await work.outbox.expire(now, all_leases=alone)
        for call in profile(office_texts(office.settings.zone), service.bot.id):
            await work.outbox.queue(call, now)
        await work.settings.set(BOT_NAME_SETTING, service.bot.username, now, None)
        await work.commit()
    if lost:
        _log.warning("%d messages of an earlier run may or may not have arrived", lost)
    intake = office.intake
    service.dispatcher.arrived(await (intake.recover() if alone else intake.waiting()))


async def _introduce(bot: OfficeBot, api: str) -> None:
    """Ask Telegram who we are; a short trouble of the network is waited for."""
    for attempt in range(1, _STARTS + 1):
        try:
            await bot.initialize()
            return
        except InvalidToken as error:
            raise RunError("run.token_refused") from error
        except TelegramError as error:
            _log.warning("Telegram cannot be reached: %s", type(error).__name__)
            if attempt == _STARTS:
                reason = type(error.__cause__ or error).__name__
                raise RunError("run.unreachable", api=api, reason=reason) from error
            await asyncio.sleep(_PAUSE)


async def _ended(task: asyncio.Task[None]) -> Exception | None:
    """Wait for a part to end; return why, if it did not end well."""
    try:
        await task
    except Exception as error:
        _log.error("a part of the bot gave up: %s", places(error))
        return error
    return None


@asynccontextmanager
async def alone(office: Office) -> AsyncIterator[Lease]:
    """Be the only process at this door; the lease is given back in any case."""
    lease = office.own_door()
    await lease.take()
    try:
        yield lease
    finally:
        await lease.release()


@contextmanager
def stopping_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """Set `stop` at SIGTERM and SIGINT."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for each in signals:
        loop.add_signal_handler(each, stop.set)
    try:
        yield
    finally:
        for each in signals:
            loop.remove_signal_handler(each)

"""Where one stored update is handled: one unit of work from the inbox row to the outbox rows.

What a handler changed, what is to be sent and that the update is done become lasting together, or
not at all. The routes are in `handlers.application`; the network is nowhere near.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import Application, CallbackContext

from bot.domain.errors import AlreadyHandled, ConversationChanged, DomainError, StorageError
from bot.domain.people import Person
from bot.domain.updates import TakenUpdate
from bot.office import Office
from bot.services.ports import UnitOfWork
from handlers.calls import calls
from handlers.failures import Failure
from handlers.heard import Heard, Place
from handlers.incoming import hear
from handlers.texts import DEFAULT_LANGUAGE
from handlers.turn import Handler, Outcome, Turn
from handlers.voices import Voices

_log = logging.getLogger(__name__)
_TRIES = 3  # when another process changes the same conversation at the same moment
Callback: TypeAlias = Callable[[Update, Any], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class _Running:
    """What is known of an update while the application handles it."""

    taken: TakenUpdate
    work: UnitOfWork
    turn: Turn | None = None
    outcome: Outcome | None = None
    error: Exception | None = None


class Desk:
    """Handles stored updates, one at a time for each chat; chats may be handled side by side."""

    def __init__(self, office: Office, voices: Voices) -> None:
        self.voices = voices
        self._office = office
        self._texts = voices.texts
        self._running: dict[int, _Running] = {}
        self._application: Application[Any, Any, Any, Any, Any, Any] | None = None

    def serve(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Send updates through this application from now on."""
        self._application = application
        application.add_error_handler(self._note_error)

    def answering(self, handler: Handler, *, only_called: bool = False) -> Callback:
        """Return the callback that runs a handler for what is said to the bot.

        With `only_called`, only for what is surely meant for this bot and no other.
        """

        async def callback(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
            heard = hear(update, context.bot.bot)
            if heard.addressed and (heard.called or not only_called):
                await self._run(update.update_id, heard, handler)

        return callback

    def noting(self, choose: Callable[[Update], Handler]) -> Callback:
        """Return the callback for what happens without anybody speaking to the bot."""

        async def callback(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
            await self._run(update.update_id, hear(update, context.bot.bot), choose(update))

        return callback

    async def next(self, order_key: str) -> TakenUpdate | None:
        """Handle the chat's earliest waiting update; return it, or None if none waits.

        Raises StorageError if the database cannot be used; then the update goes on waiting.
        """
        conflicts = 0
        while True:
            try:
                return await self._next(order_key, last=conflicts + 1 == _TRIES)
            except AlreadyHandled:  # by another process: the one behind it is next
                continue
            except ConversationChanged:
                conflicts += 1
                if conflicts == _TRIES:
                    raise

    async def _next(self, order_key: str, *, last: bool) -> TakenUpdate | None:
        async with self._office.unit_of_work() as work:
            taken = await work.inbox.take(order_key)
            if taken is None:
                return None
            running = _Running(taken, work)
            await self._handle(running)
            if running.error is None:
                await self._commit(running)
        if running.error is not None:
            if _was_overtaken(running.error) and not last:
                raise ConversationChanged("changed_meanwhile")
            await self._give_up(running, running.error)
        else:
            await self._office.standards.catch_up()
        return taken

    async def _commit(self, running: _Running) -> None:
        """Make all of it lasting; what the store refuses is an answer, not a fault."""
        try:
            await running.work.inbox.done(running.taken, self._now())
            await running.work.commit()
        except (AlreadyHandled, ConversationChanged):
            raise
        except DomainError as refusal:
            running.error = refusal

    async def _handle(self, running: _Running) -> None:
        """Let the application find the handler, and write down what it wants."""
        update_id = running.taken.update_id
        self._running[update_id] = running
        try:
            await self._process(running)
        except StorageError:
            raise
        except Exception as error:
            running.error = error
        finally:
            del self._running[update_id]

    async def _process(self, running: _Running) -> None:
        application = self._application
        if application is None:
            raise RuntimeError("the desk serves no application yet")
        update = Update.de_json(dict(running.taken.body), application.bot)
        await application.process_update(update)
        if isinstance(running.error, StorageError):
            raise running.error
        if running.error is None and running.turn and running.outcome:
            await _keep(running.turn, running.outcome)

    async def _run(self, update_id: int, heard: Heard, handler: Handler) -> None:
        running = self._running[update_id]
        running.turn = await self._turn(running, heard)
        running.outcome = await handler(running.turn)

    async def _note_error(
        self, update: object, context: CallbackContext[Any, Any, Any, Any]
    ) -> None:
        """Keep what a handler raised: the unit of work it ran in has to be undone first."""
        if isinstance(update, Update) and isinstance(context.error, Exception):
            self._running[update.update_id].error = context.error

    async def _turn(self, running: _Running, heard: Heard) -> Turn:
        now, taken = self._now(), running.taken
        await self._office.learning.follow(running.work)
        person = await _person(running.work, taken.person, heard, now)
        application = self._application
        return Turn(
            office=self._office,
            work=running.work,
            voices=self.voices,
            now=now,
            update_id=taken.update_id,
            chat_key=taken.chat_key,
            bot_name=application.bot.username if application else "",
            language=(person.language if person else None) or DEFAULT_LANGUAGE,
            state=taken.conversation.state,
            person=person,
            heard=heard,
        )

    async def _give_up(self, running: _Running, error: Exception) -> None:
        """Log first; then, with the work undone, mark the update failed and apologise."""
        failure = Failure(running.taken, error, running.turn is not None)
        failure.log()
        now = self._now()
        async with self._office.unit_of_work() as work:
            await work.inbox.fail(running.taken, failure.id, now)
            for call in failure.apologies(self._texts, now):
                await work.outbox.queue(call, now)
            for call in failure.reports(self._texts, self._office.settings.admin_ids, now):
                await work.outbox.queue(call, now)
            await work.commit()

    def _now(self) -> datetime:
        return self._office.clock.now()


async def _person(
    work: UnitOfWork, known: Person | None, heard: Heard, now: datetime
) -> Person | None:
    """Return who speaks. Only a private message shows that the person can be reached."""
    if heard.sighting is None:
        return None
    if heard.place is Place.INLINE or not heard.addressed:
        return known
    if heard.place is Place.GROUP and known is not None:
        return known
    return await work.people.seen(heard.sighting, now)


def _was_overtaken(error: Exception) -> bool:
    """Tell whether somebody else was first: handled again, the update sees what he has done."""
    return isinstance(error, DomainError) and error.key.endswith(".changed_meanwhile")


async def _keep(turn: Turn, outcome: Outcome) -> None:
    """Write down what is to be sent and remembered."""
    for call in calls(turn, outcome):
        await turn.work.outbox.queue(call, turn.now)
    if outcome.remember:
        conversation = await turn.work.conversations.load(turn.chat_key)
        state = {**conversation.state, **outcome.remember}
        kept = {name: value for name, value in state.items() if value is not None}
        await turn.work.conversations.save(turn.chat_key, kept, turn.now)

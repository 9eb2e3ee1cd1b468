"""/privasi: what is held of who asks, for how long, who sees it; to be taken along or deleted."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing
from bot.domain.office_rules import OfficeRules
from bot.domain.tickets import ENDED, Ticket
from bot.services.retention import DRAFT_FILES
from bot.services.tidying import Keeping
from handlers.buttons import Button, Rows, encode
from handlers.file_calls import INSTEAD, NAME
from handlers.heard import Place
from handlers.markup import plain
from handlers.record_buttons import Records
from handlers.replies import Message
from handlers.turn import Edit, Outcome, Turn

EXPORT, DELETE, DELETE_NOW, KEEP = "e", "d", "D", "k"
"""The verbs of the buttons."""

_MOST_TICKETS = 10_000


async def privacy(turn: Turn) -> Outcome:
    """Say what is held, from the settings and counts as they are; in a group, where to ask."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return turn.say("privacy.in_private", username=turn.bot_name)
    person_id = turn.person.id
    held = await turn.work.personal.held(person_id)
    tickets = await _tickets(turn)
    files = await turn.work.attachments.of_person(person_id)
    rules = OfficeRules.from_settings(await turn.work.settings.all())
    keeping = Keeping()
    html = turn.render(
        "privacy.held",
        questions=len(held.questions),
        open=sum(ticket.status not in ENDED for ticket in tickets),
        ended=sum(ticket.status in ENDED for ticket in tickets),
        files=len(files),
        question_days=keeping.questions.days,
        received_days=keeping.updates.days,
        sent_days=keeping.messages.days,
        draft_days=DRAFT_FILES.days,
        retention_days=rules.retention_days,
    )
    return Outcome((Message(html, _choices(turn)),))


async def export(turn: Turn) -> Outcome | None:
    """Send the person's data to the person."""
    if turn.place is not Place.PRIVATE or turn.person is None or turn.chat_id != turn.person.id:
        return None
    payload = {
        "chat_id": turn.chat_id,
        "document": {"_personal": {"person": turn.person.id}},
        "caption": turn.render("privacy.export_caption"),
        "parse_mode": "HTML",
        NAME: "pandu-data",
        INSTEAD: turn.render("privacy.export_failed"),
    }
    call = Outgoing(turn.chat_id, "sendDocument", payload, update_id=turn.update_id)
    await turn.work.outbox.queue(call, turn.now)
    return Outcome()


async def ask_deletion(turn: Turn) -> Outcome | None:
    """Say what would go and what stays, and ask once more."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return None
    tickets = await _tickets(turn)
    staying = [ticket.number for ticket in tickets if ticket.status not in ENDED]
    ended = sum(ticket.status in ENDED for ticket in tickets)
    html = turn.render("privacy.delete_confirm", ended=ended, staying=staying)
    rows = ((_button(turn, "b_delete_now", DELETE_NOW),), (_button(turn, "b_keep", KEEP),))
    return _shown(turn, Message(html, rows))


async def delete(turn: Turn) -> Outcome | None:
    """Delete what may be deleted, at once; open complaints stay, and it is said."""
    if turn.place is not Place.PRIVATE or turn.person is None:
        return None
    staying, anonymised = [], 0
    for ticket in await _tickets(turn):
        if ticket.status in ENDED and await _anonymised(turn, ticket):
            anonymised += 1
        else:
            staying.append(ticket.number)
    await turn.work.personal.forget(turn.person.id)
    html = turn.render("privacy.deleted", anonymised=anonymised, staying=staying)
    outcome = _shown(turn, Message(html))
    return replace(outcome, remember=dict.fromkeys(turn.state))


async def keep(turn: Turn) -> Outcome | None:
    """Leave everything as it is."""
    return _shown(turn, Message(turn.render("privacy.kept")))


async def _tickets(turn: Turn) -> tuple[Ticket, ...]:
    if turn.person is None:
        return ()
    return await turn.work.tickets.filed_by(turn.person.id, _MOST_TICKETS)


async def _anonymised(turn: Turn, ticket: Ticket) -> bool:
    try:
        await turn.office.retention.anonymise(turn.work, ticket.id, None)
    except DomainError:
        return False
    return True


def _shown(turn: Turn, message: Message) -> Outcome:
    """Show it in the place of the message whose button was pressed."""
    pressed = turn.heard.press
    if pressed is None or pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))


def _choices(turn: Turn) -> Rows:
    return ((_button(turn, "b_export", EXPORT),), (_button(turn, "b_delete", DELETE),))


def _button(turn: Turn, name: str, verb: str) -> Button:
    label = plain(turn.render(f"privacy.{name}"))
    return Button(label, encode(Records(verb, "", turn.owner)))

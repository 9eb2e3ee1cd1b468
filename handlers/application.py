"""PTB's application: which handler takes which update, in this order. Nothing else is decided here.

Updates do not come from PTB's own updater but from the inbox, through `handlers.desk`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from telegram import ChatMember, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import commands, inline, membership, presses
from handlers.attachments import attachment
from handlers.bot_api import OfficeBot
from handlers.casework import cards
from handlers.casework.forms import FORMS as DESK_FORMS
from handlers.casework.forms import unless_used
from handlers.complaints import checking, drafts, opening, taking, words
from handlers.complaints.told import for_complainant
from handlers.desk import Desk
from handlers.forms import FormHandler, before
from handlers.learning import deciding, defining
from handlers.loading import fixing, publishing
from handlers.officials import appointing, editing, leaving
from handlers.rules import amounts, days, seasons
from handlers.tasks import dates, notes, passing, staff, starting, wizard
from handlers.texts import Texts
from handlers.turn import Handler
from handlers.voices import Voices

PtbApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

_NEW = filters.UpdateType.MESSAGE
_EDITED = filters.UpdateType.EDITED_MESSAGE
_AWAY = (ChatMember.LEFT, ChatMember.BANNED)

ATTACHMENTS: Mapping[str, filters.BaseFilter] = {
    "photo": filters.PHOTO,
    "voice": filters.VOICE | filters.AUDIO | filters.VIDEO | filters.VIDEO_NOTE,
    "sticker": filters.Sticker.ALL | filters.ANIMATION,
    "document": filters.Document.ALL,
    "location": filters.LOCATION | filters.VENUE,
    "other": filters.CONTACT | filters.POLL | filters.Dice.ALL | filters.ATTACHMENT,
}
"""What may come instead of a text, by the text `messages.<kind>` that answers it; in order."""

FORMS: Mapping[str, FormHandler] = {
    drafts.NAME: taking.take,
    words.WORD: words.take,
    checking.CHECK: checking.take,
    appointing.NAME: appointing.take,
    editing.NAME: editing.take,
    leaving.NAME: leaving.take,
    amounts.NAME: amounts.take,
    days.NAME: days.take,
    seasons.NAME: seasons.take,
    fixing.NAME: fixing.take,
    publishing.NAME: publishing.take,
    defining.NAME: defining.take,
    deciding.NAME: deciding.take,
    **DESK_FORMS,
    wizard.NAME: starting.take,
    dates.NAME: dates.take,
    passing.NAME: passing.take,
    notes.NAME: notes.take,
    staff.NAME: staff.take,
}
"""What takes what is written while a form of that name waits; see `handlers.forms`."""


def voices(texts: Texts) -> Voices:
    """Return who words what is told of tickets."""
    return Voices(texts, for_complainant, cards.told, cards.repaint, cards.superseded)


def build_application(bot: OfficeBot, desk: Desk) -> PtbApplication:
    """Return the application that runs our handlers; `desk` gets every update to it."""
    application = Application.builder().bot(bot).updater(None).job_queue(None).build()
    _add_routes(application, desk)
    desk.serve(application)
    return application


def _add_routes(application: PtbApplication, desk: Desk) -> None:
    add, answering = application.add_handler, desk.answering
    add(ChatMemberHandler(desk.noting(_membership), ChatMemberHandler.MY_CHAT_MEMBER))
    add(InlineQueryHandler(answering(inline.search)))
    add(CallbackQueryHandler(answering(presses.press)))
    edited = before(unless_used(opening.edited), FORMS)
    add(MessageHandler(_EDITED & (filters.TEXT | filters.CAPTION), answering(edited)))
    add(CommandHandler("start", answering(commands.start), filters=_NEW))
    for name, handler in commands.HANDLERS.items():
        names = (*commands.NAMES[name], *commands.ALIASES.get(name, ()))
        add(CommandHandler(names, answering(handler), filters=_NEW))
    add(MessageHandler(_NEW & filters.COMMAND, answering(commands.unknown, only_called=True)))
    add(MessageHandler(_NEW & filters.TEXT, answering(before(opening.heard, FORMS))))
    for kind, accepted in ATTACHMENTS.items():
        add(MessageHandler(_NEW & accepted, answering(before(attachment(kind), FORMS))))


def _membership(update: Update) -> Handler:
    """Choose by whether the bot is there now and was there before."""
    change = update.my_chat_member
    if change is None:
        return membership.stayed
    is_away = change.new_chat_member.status in _AWAY
    if is_away:
        return membership.left
    return membership.came if change.old_chat_member.status in _AWAY else membership.stayed

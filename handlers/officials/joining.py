"""Opening an invitation: what it is for, the confirmation, and that it is done."""

from __future__ import annotations

from bot.domain.people import Sighting
from bot.domain.posts import Tenure
from bot.services.invitations import Opened, Refusal
from handlers.buttons import Rows
from handlers.heard import Place, Press
from handlers.officials.notices import Told, tell
from handlers.officials.screens import button
from handlers.officials.views import Scene
from handlers.replies import Message
from handlers.turn import Edit, Notice, Outcome, Turn

PREFIX = "u_"
"""What the start parameter of an invitation begins with."""

_KEY = "joining"
_SHOWN = 12  # letters of the digest that a button carries
_NOTICE = 190


async def open_code(turn: Turn, payload: str) -> Outcome:
    """Show what an invitation is for, or why it binds nobody."""
    if turn.person is None or turn.place is not Place.PRIVATE:
        return turn.say("officials.only_private")
    code = payload.removeprefix(PREFIX)
    opened = await turn.office.invitations.open(
        turn.work, turn.chat_key, turn.person.id, code, turn.now
    )
    if opened.refusal is not None or opened.invitation is None or opened.tenure is None:
        return Outcome((Message(await _why_not(turn, opened)),))
    digest = opened.invitation.digest
    is_own = opened.invitation.made_by == turn.person.id
    held = (await Scene.of(turn)).held(opened.tenure)
    html = turn.render(
        "officials.join", post=held.post, holding=held.holding, name=held.name, since=held.since,
        until=held.until, decree=held.decree, is_own=is_own,
    )  # fmt: skip
    subject = digest[:_SHOWN]
    rows: Rows = (
        (button(turn, "b_confirm", "join", subject, "+"),),
        (button(turn, "b_decline", "join", subject, "-"),),
    )
    return Outcome((Message(html, rows),), remember={_KEY: digest})


async def press(turn: Turn, pressed: Press, subject: str, detail: str) -> Outcome | None:
    """Bind who confirms; None if this is not the invitation that was opened last."""
    digest = turn.state.get(_KEY)
    if turn.person is None or not isinstance(digest, str) or digest[:_SHOWN] != subject:
        return None
    if detail != "+":
        html = turn.render("officials.join_declined")
        return _in_place(pressed, Message(html), forget=True)
    who = Sighting(turn.person.id, turn.person.name, turn.person.username)
    opened = await turn.office.invitations.accept(turn.work, who, digest, turn.now)
    if opened.refusal is Refusal.MINE:
        return Outcome(notice=Notice(turn.render("notices.already_joined"), alert=True))
    if opened.refusal is not None or opened.tenure is None or opened.invitation is None:
        return _in_place(pressed, Message(await _why_not(turn, opened)), forget=True)
    await _tell_who_invited(turn, opened.invitation.made_by, opened.tenure)
    post, holding = await _named(turn, opened.tenure)
    html = turn.render("officials.joined", post=post, holding=holding)
    return _in_place(pressed, Message(html), forget=False)


def _in_place(pressed: Press, message: Message, *, forget: bool) -> Outcome:
    """Change the invitation's message, so that its buttons go; or say it anew."""
    remember = {_KEY: None} if forget else {}
    if pressed.message_id is None:
        return Outcome((message,), remember=remember)
    return Outcome(edit=Edit(pressed.message_id, message), remember=remember)


async def _why_not(turn: Turn, opened: Opened) -> str:
    """Return the sentence for a refusal; who has no right to it learns nothing of the post."""
    refusal = opened.refusal or Refusal.WRONG
    values: dict[str, object] = {}
    if refusal is Refusal.LOCKED:
        values["until"] = opened.until
    if refusal is Refusal.MINE and opened.tenure is not None:
        values["post"], values["holding"] = await _named(turn, opened.tenure)
    return turn.render(f"officials.join_{refusal.value}", **values)


async def _tell_who_invited(turn: Turn, inviter: int | None, tenure: Tenure) -> None:
    """Tell the admin who made the link, or all admins where the command line did."""
    post, holding = await _named(turn, tenure)
    told = Told("tell_joined", {"name": tenure.name, "post": post, "holding": holding})
    admins = (inviter,) if inviter is not None else turn.office.settings.admin_ids
    for admin in admins:
        if turn.person is None or admin != turn.person.id:
            await tell(turn, admin, told)


async def _named(turn: Turn, tenure: Tenure) -> tuple[str, str]:
    held = (await Scene.of(turn)).held(tenure)
    return held.post, held.holding

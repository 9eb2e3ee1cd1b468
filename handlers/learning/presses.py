"""What the buttons of /istilah and /pertanyaan do. Every press is checked anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from handlers.forms import CLOSED, waiting
from handlers.learning import decided, deciding, defining, terms
from handlers.learning import waiting as open_list
from handlers.learning.scenes import Scene, shown
from handlers.learning.verbs import Verb
from handlers.learning_buttons import Teach
from handlers.markup import plain
from handlers.replies import Message
from handlers.turn import Notice, Outcome, Turn

_Act: TypeAlias = Callable[[Scene, Teach], Awaitable[Outcome | None]]


async def press(turn: Turn, meaning: Teach) -> Outcome | None:
    """Do what a button says; None if it says nothing any more."""
    scene = await Scene.of(turn)
    if meaning.verb == Verb.TERMS:
        return shown(turn, await terms.listing(scene, meaning.subject, meaning.value))
    for table, allowed in ((_DEFINING, scene.may_define), (_TEACHING, scene.refusal() is None)):
        act = table.get(meaning.verb)
        if act is not None:
            return await act(scene, meaning) if allowed else _not_allowed(turn)
    return await _cancel(scene) if meaning.verb == Verb.CANCEL else None


def _not_allowed(turn: Turn) -> Outcome:
    return Outcome(notice=Notice(plain(turn.render("learning.not_for_you")), alert=True))


async def _cancel(scene: Scene) -> Outcome | None:
    """Leave a form of these screens; None if none waits."""
    turn = scene.turn
    form = waiting(turn, defining.NAME) or waiting(turn, deciding.NAME)
    if form is None:
        return None
    return shown(turn, Message(turn.render("learning.cancelled")), CLOSED)


async def _add(scene: Scene, meaning: Teach) -> Outcome:
    return await defining.begin(scene)


async def _term_for(scene: Scene, meaning: Teach) -> Outcome:
    return await defining.begin(scene, meaning.subject)


async def _term(scene: Scene, meaning: Teach) -> Outcome | None:
    return await terms.card(scene, meaning.subject)


async def _change(scene: Scene, meaning: Teach) -> Outcome | None:
    return await defining.change(scene, meaning.subject)


async def _remove(scene: Scene, meaning: Teach) -> Outcome | None:
    return await terms.remove(scene, meaning.subject, sure=meaning.value == "+")


async def _save_term(scene: Scene, meaning: Teach) -> Outcome | None:
    return await defining.save(scene)


async def _questions(scene: Scene, meaning: Teach) -> Outcome:
    order = meaning.value or open_list.OFTENEST
    return shown(scene.turn, await open_list.listing(scene, meaning.subject, order))


async def _question(scene: Scene, meaning: Teach) -> Outcome:
    return await open_list.card(scene, meaning.subject)


async def _begin(scene: Scene, meaning: Teach) -> Outcome:
    return await deciding.begin(scene, Verb(meaning.verb), meaning.subject)


async def _pick(scene: Scene, meaning: Teach) -> Outcome | None:
    return await deciding.pick(scene, meaning.subject)


async def _rescope(scene: Scene, meaning: Teach) -> Outcome | None:
    return await deciding.rescope(scene, meaning.subject)


async def _save(scene: Scene, meaning: Teach) -> Outcome | None:
    return await deciding.save(scene)


async def _decided(scene: Scene, meaning: Teach) -> Outcome:
    return shown(scene.turn, await decided.listing(scene, meaning.subject))


async def _decision(scene: Scene, meaning: Teach) -> Outcome | None:
    return await decided.card(scene, meaning.subject)


async def _withdraw(scene: Scene, meaning: Teach) -> Outcome | None:
    return await decided.withdraw(scene, meaning.subject, sure=meaning.value == "+")


_DEFINING: Mapping[str, _Act] = {
    Verb.ADD: _add,
    Verb.TERM: _term,
    Verb.CHANGE: _change,
    Verb.REMOVE: _remove,
    Verb.SAVE_TERM: _save_term,
    Verb.TERM_FOR: _term_for,
}
_TEACHING: Mapping[str, _Act] = {
    Verb.QUESTIONS: _questions,
    Verb.QUESTION: _question,
    Verb.LINK: _begin,
    Verb.ANSWER: _begin,
    Verb.DISMISS: _begin,
    Verb.PICK: _pick,
    Verb.SCOPE: _rescope,
    Verb.SAVE: _save,
    Verb.DECIDED: _decided,
    Verb.DECISION: _decision,
    Verb.WITHDRAW: _withdraw,
}

"""/istilah: the office's own words, as everybody may see them, and with who and when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.learning import OfficeTerm
from handlers.buttons import Button
from handlers.learning import defining
from handlers.learning.scenes import Scene, shown
from handlers.learning.verbs import Verb, button, named, turning
from handlers.markup import shorten
from handlers.replies import Message
from handlers.turn import Outcome, Turn
from knowledge.finding.terms import key_of

A_PAGE = 10
_QUERY = 30  # letters of a search that a button carries


async def terms(turn: Turn) -> Outcome:
    """List the terms; words search them, and "rakor = rapat koordinasi" defines one."""
    scene = await Scene.of(turn)
    if defining.parts_of(turn.text) is not None:
        if not scene.may_define:
            return turn.say("terms.not_for_you")
        return await defining.written(scene, turn.text, defining.new_form())
    return Outcome((await listing(scene, 1, _carried(turn.text)),))


async def listing(scene: Scene, page: int, query: str) -> Message:
    """Return a page of the terms, by their letters."""
    turn = scene.turn
    found = [term for term in await turn.work.learning.terms() if _fits(term, query)]
    found.sort(key=lambda term: key_of(term.short))
    count = max((len(found) - 1) // A_PAGE + 1, 1)
    page = min(max(page, 1), count)
    shown_terms = found[(page - 1) * A_PAGE : page * A_PAGE]
    html = turn.render(
        "terms.listing",
        terms=shown_terms,
        count=len(found),
        query=query,
        may_define=scene.may_define,
    )
    rows = turning(turn, Verb.TERMS, page, count, query)
    if scene.may_define:
        add = (button(turn, "terms.b_add", Verb.ADD),)
        rows = (*_choices(turn, shown_terms), *rows, add)
    return Message(html, rows, count)


def _choices(turn: Turn, found: Sequence[OfficeTerm]) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each term, two a row."""
    buttons = [named(turn, shorten(term.short, 20), Verb.TERM, term.id) for term in found]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


async def card(scene: Scene, term_id: int) -> Outcome | None:
    """Show a term with its history; None if it is not in force."""
    turn = scene.turn
    every = await turn.work.learning.terms(ended=True)
    term = next((t for t in every if t.id == term_id and t.ended_at is None), None)
    if term is None:
        return None
    earlier = [t for t in every if key_of(t.short) == key_of(term.short) and t != term]
    html = turn.render(
        "terms.card",
        term=term,
        by=await scene.name_of(term.made_by),
        earlier=[(t, await scene.name_of(t.ended_by)) for t in reversed(earlier)],
    )
    rows = (
        (
            button(turn, "terms.b_change", Verb.CHANGE, term.id),
            button(turn, "terms.b_remove", Verb.REMOVE, term.id),
        ),
        (button(turn, "terms.b_list", Verb.TERMS, 1),),
    )
    return shown(turn, Message(html, rows))


async def remove(scene: Scene, term_id: int, *, sure: bool) -> Outcome | None:
    """Ask whether a term is to go, then let it go; None if it is not in force."""
    turn = scene.turn
    term = next((t for t in await turn.work.learning.terms() if t.id == term_id), None)
    if term is None:
        return None
    if not sure:
        html = turn.render("terms.ask_remove", term=term)
        rows = (
            (button(turn, "terms.b_remove_now", Verb.REMOVE, term.id, "+"),),
            (button(turn, "terms.b_keep", Verb.TERM, term.id),),
        )
        return shown(turn, Message(html, rows))
    await turn.office.vocabulary.remove(turn.work, term.id, scene.person_id, turn.now)
    row = (button(turn, "terms.b_list", Verb.TERMS, 1),)
    return shown(turn, Message(turn.render("terms.removed", term=term), (row,)))


def _fits(term: OfficeTerm, query: str) -> bool:
    words = _close(query)
    return words in _close(term.short) or words in _close(term.meaning)


def _close(text: str) -> str:
    """Return a text as it is searched: plain small letters without spaces."""
    return key_of(text).replace(" ", "")


def _carried(text: str) -> str:
    """Return as much of a search as a button can carry."""
    return key_of(text)[:_QUERY].strip()

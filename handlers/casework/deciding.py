"""Which standard a case belongs to: chosen at the service desk, and where that leads."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from bot.domain.calls import Placement
from bot.domain.office_rules import OfficeRules
from bot.domain.tickets import Act
from handlers.buttons import Rows
from handlers.casework.deeds import Deed, by_code, code_of
from handlers.casework.drafts import Draft
from handlers.casework.handling import Handling
from handlers.casework.writing import begin
from handlers.titles import distinct, loaded, short_name
from handlers.turn import Outcome

_A_PAGE = 8
_LABEL = 40  # units
_SIMILAR = 50  # of 100: how near a title must be to what was looked for


async def standard(handling: Handling) -> Outcome:
    """Offer the standards, page by page."""
    titles = _titles(handling)
    keys = handling.keys
    pages = max(1, -(-len(titles) // _A_PAGE))
    wanted = int(handling.argument) if handling.argument.isdecimal() else 1
    page = min(max(wanted, 1), pages)
    shown = list(titles.items())[(page - 1) * _A_PAGE : page * _A_PAGE]
    rows = _choices(handling, dict(shown))
    if pages > 1:
        later = page % pages + 1
        rows = (*rows, (keys.named(f"▶ {later}/{pages}", Deed.STANDARD, str(later)),))
    rows = (*rows, (keys.button(Deed.FIND_STANDARD),), *keys.back())
    return handling.screen(handling.render("choose_standard", count=len(titles)), rows)


async def find(handling: Handling) -> Outcome:
    """Ask for words of the standard's title."""
    return await begin(handling, Draft.of("case_find_standard", handling))


async def found(handling: Handling, words: str) -> Outcome:
    """Offer the standards whose titles are like what was looked for."""
    hits = process.extract(
        words,
        _titles(handling),
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=_A_PAGE,
        score_cutoff=_SIMILAR,
    )
    rows = (*_choices(handling, {key: title for title, _, key in hits}), *handling.keys.back())
    html = handling.render("found_standards", count=len(hits), words=words)
    return handling.screen(html, rows)


async def place(handling: Handling) -> Outcome:
    """Send the case where the chosen standard's own complaint section sends it."""
    key = by_code(handling.argument, _titles(handling))
    if key is None:
        return await standard(handling)
    placement = await _placement(handling, key)
    act = Act.ROUTE if placement.decided else Act.CHOOSE_STANDARD
    _, now = await handling.act(handling.call(act, {"standard": key}, placement=placement))
    post = now.case.post_name(now.ticket.owner)
    return now.card(now.render("placed", post=post, decided=placement.decided))


async def _placement(handling: Handling, key: str) -> Placement:
    turn, ticket, office = handling.turn, handling.ticket, handling.case.office
    rules = OfficeRules.from_settings(await turn.work.settings.all())
    routing = turn.office.routing
    held = () if ticket.complainant is None else office.posts_of(ticket.complainant, turn.now)
    own = [tenure.post for tenure in held]
    route = routing.route(ticket.text, key, ticket.kind, own)
    return routing.placement(route, office, rules, turn.now)


def _titles(handling: Handling) -> dict[str, str]:
    """Return the short titles of the standards in force, by their ids."""
    standards = loaded(handling.turn.office.finder)
    return {one.standard: short_name(one.title) for one in standards}


def _choices(handling: Handling, titles: dict[str, str]) -> Rows:
    labels = distinct(list(titles.values()), _LABEL)
    return tuple(
        (handling.keys.named(label, Deed.PLACE, code_of(key)),)
        for key, label in zip(titles, labels, strict=True)
    )

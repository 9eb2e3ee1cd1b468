"""Taking a case up, over, on and to its end: what needs no words, or only a reason."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process, utils

from bot.domain.directory import Reach
from bot.domain.tickets import Act, TicketStatus
from handlers.casework.deeds import Deed, by_code
from handlers.casework.drafts import Draft
from handlers.casework.handling import Handling
from handlers.casework.writing import begin
from handlers.turn import Outcome

_MOST_OFFERED = 8
_SIMILAR = 55  # of 100: how near a post's name must be to what was looked for


async def accept(handling: Handling) -> Outcome:
    """Take the case up."""
    _, now = await handling.act(handling.call(Act.ACCEPT))
    return now.card(now.render("accepted"))


async def take_over(handling: Handling) -> Outcome:
    """Take the case over from the desk of a post below."""
    _, now = await handling.act(handling.call(Act.TAKE_OVER))
    return now.card(now.render("taken_over"))


async def close(handling: Handling) -> Outcome:
    """Ask whether it is really to be closed."""
    rows = ((handling.keys.button(Deed.CLOSE_NOW),), *handling.keys.back())
    return handling.screen(handling.render("close_really"), rows)


async def close_now(handling: Handling) -> Outcome:
    """Close it."""
    _, now = await handling.act(handling.call(Act.CLOSE))
    return now.card(now.render("closed"))


async def choose(handling: Handling) -> Outcome:
    """Offer the posts that are near: the candidates, those below, those beside."""
    posts = tuple(dict.fromkeys(_near(handling)))[:_MOST_OFFERED]
    rows = (
        *handling.keys.posts(posts),
        (handling.keys.button(Deed.SEARCH),),
        *handling.keys.back(),
    )
    return handling.screen(handling.render("choose", count=len(posts)), rows)


async def search(handling: Handling) -> Outcome:
    """Ask for the name of another post."""
    return await begin(handling, Draft.of("case_find_post", handling))


async def found(handling: Handling, words: str) -> Outcome:
    """Offer the posts whose names are like what was looked for."""
    names = {key: handling.case.post_name(key) for key in _free(handling)}
    hits = process.extract(
        words,
        names,
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=_MOST_OFFERED,
        score_cutoff=_SIMILAR,
    )
    rows = (*handling.keys.posts(key for _, _, key in hits), *handling.keys.back())
    return handling.screen(handling.render("found_posts", count=len(hits), words=words), rows)


async def to(handling: Handling) -> Outcome:
    """Say who would get it; outside the own chain, ask for the reason first."""
    post = chosen_post(handling)
    if post is None:
        return handling.card(notice=handling.render("no_such_post"))
    if not is_below(handling, post) and not _is_decision(handling):
        return await begin(handling, Draft.of("case_pass_on", handling))
    rows = (
        (handling.keys.button(Deed.GO, handling.argument),),
        (handling.keys.named(handling.render("choose_another"), Deed.CHOOSE),),
    )
    return handling.screen(destination(handling, post), rows)


async def go(handling: Handling) -> Outcome:
    """Pass it on, below or where nobody has decided yet."""
    post = chosen_post(handling)
    if post is None or not (is_below(handling, post) or _is_decision(handling)):
        return await to(handling)
    now = await passed_on(handling, post)
    return now.card(now.render("passed_on", post=now.case.post_name(post)))


async def passed_on(handling: Handling, post: str, reason: str = "") -> Handling:
    """Give the case to a post; return it as it stands then. Raises DomainError."""
    act = Act.ROUTE if _is_decision(handling) else Act.PASS_ON
    data = {"reason": reason} if reason else {}
    _, now = await handling.act(handling.call(act, data, owner=post))
    return now


async def send_back(handling: Handling) -> Outcome:
    """Ask why it is given back."""
    return await begin(handling, Draft.of("case_return", handling))


def chosen_post(handling: Handling) -> str | None:
    """Return the post that the argument names, if it may have the case."""
    return by_code(handling.argument, _free(handling))


def destination(handling: Handling, post: str) -> str:
    """Say who gets what is meant for a post, and through whom if its holder is not there."""
    case = handling.case
    reach = case.office.reach(post, case.reader.at, case.barred)
    direct = reach.post == case.office.present(post, case.reader.at)
    return handling.render(
        "destination",
        post=case.post_name(post),
        instead="" if direct else case.post_name(reach.post),
        nobody=reach.post is None,
        stands_in=direct and reach.substitute_for is not None,
        holding=_holding(reach) if direct else "",
    )


def is_below(handling: Handling, post: str) -> bool:
    """Tell whether a post is in the chain below one of the official's own posts."""
    case = handling.case
    own = case.office.acts_for(case.reader.person_id, case.reader.at, case.barred)
    return bool(own & set(case.office.superiors(post, case.reader.at)))


def _holding(reach: Reach) -> str:
    return reach.holding.value if reach.holding else ""


def _is_decision(handling: Handling) -> bool:
    """Tell whether this decides what nobody has decided yet: that needs no reason."""
    return handling.ticket.status is TicketStatus.UNDECIDED


def _near(handling: Handling) -> Iterator[str]:
    """Yield the posts that are likely: candidates, then below, then beside, then above."""
    case, at = handling.case, handling.case.reader.at
    free = set(_free(handling))
    owner = case.office.present(case.ticket.owner, at)
    own = case.right.post if case.right and case.right.post else owner
    ways = (
        case.ticket.candidates,
        [post.key for post in case.office.below(owner, at)],
        [post.key for post in case.office.below(own, at)],
        [
            post.key
            for upper in list(case.office.superiors(owner, at))[:1]
            for post in case.office.below(upper, at)
        ],
    )
    for keys in ways:
        yield from (key for key in keys if key in free)


def _free(handling: Handling) -> tuple[str, ...]:
    """Return the present posts that may have the case and do not have it yet."""
    case, at = handling.case, handling.case.reader.at
    office = case.office
    taken = {office.present(case.ticket.owner, at)}
    taken |= {office.present(post, at) for post in case.ticket.barred}
    return tuple(k for k in office.posts if office.present(k, at) == k and k not in taken)

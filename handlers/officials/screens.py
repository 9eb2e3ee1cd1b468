"""The screens: the list of posts, a post's card, and who somebody is. Buttons say what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.appointing import is_shared
from bot.domain.posts import Holding, Post
from bot.domain.rights import may_manage
from bot.services.post_search import search
from handlers.buttons import Button, Rows, Staff, encode
from handlers.heard import Place
from handlers.markup import plain, shorten
from handlers.officials.views import Held, Scene, code_of
from handlers.replies import Message
from handlers.turn import Outcome, Turn

A_PAGE = 8
QUERY_LIMIT = 30
"""Bytes of a search that a button can carry."""

_LABEL = 40
_NAME = 20  # letters of a person's name on a button


def manages(turn: Turn) -> bool:
    """Tell whether who speaks may see and change who holds which post."""
    return may_manage(turn.person.id if turn.person else None, turn.office.settings.admin_ids)


def refusal(turn: Turn) -> Outcome | None:
    """Return what is said to who may not, or in a group; None where the screens may be shown."""
    if not manages(turn):
        return turn.say("officials.not_for_you")
    return turn.say("officials.only_private") if turn.place is not Place.PRIVATE else None


async def officials(turn: Turn) -> Outcome:
    """List the posts, or those that the words after the command find."""
    refused = refusal(turn)
    if refused is not None:
        return refused
    scene = await Scene.of(turn)
    query = _carried(turn.text)
    found = search(scene.office, query, turn.now)
    if len(found) == 1:
        return Outcome((card(scene, found[0]),))
    return Outcome((listing(scene, found, query),))


def listing(scene: Scene, found: Sequence[Post], query: str, page: int = 1) -> Message:
    """Return a page of posts, with a button for each."""
    turn = scene.turn
    new = button(turn, "b_new", "new")
    if not found:
        key = "none_found" if query else "no_posts"
        values = {"query": query} if query else {}
        return Message(turn.render(f"officials.{key}", **values), ((new,),))
    count = (len(found) - 1) // A_PAGE + 1
    page = min(max(page, 1), count)
    first = (page - 1) * A_PAGE
    posts = found[first : first + A_PAGE]
    html = turn.render(
        "officials.listing",
        posts=[scene.shown(post) for post in posts],
        first=first + 1,
        count=len(found),
        query=query,
    )
    rows: Rows = tuple(
        (
            Button(
                shorten(f"{number}. {post.name}", _LABEL), encode(Staff("card", code_of(post.key)))
            ),
        )
        for number, post in enumerate(posts, first + 1)
    )
    return Message(html, (*rows, *_turning(turn, page, count, query), (new,)), count)


def card(scene: Scene, post: Post) -> Message:
    """Return all that is known of a post, and what can be done."""
    view = scene.shown(post)
    html = scene.turn.render("officials.card", view=view)
    return Message(html, tuple(_card_rows(scene, post, view.holders)))


def button(turn: Turn, label: str, act: str, subject: str = "", detail: str = "") -> Button:
    """Return a button with one of the labels of these screens."""
    return Button(plain(turn.render(f"officials.{label}")), encode(Staff(act, subject, detail)))


def named_button(turn: Turn, label: str, name: str, staff: Staff) -> Button:
    """Return a button that names a person."""
    name = shorten(name, _NAME) if name else plain(turn.render("officials.b_unnamed"))
    return Button(plain(turn.render(f"officials.{label}", name=name)), encode(staff))


def _carried(text: str) -> str:
    """Return as much of a search as a button can carry."""
    words = " ".join(text.replace(":", " ").split())
    return words.encode()[:QUERY_LIMIT].decode(errors="ignore").strip()


def _turning(turn: Turn, page: int, count: int, query: str) -> Iterator[tuple[Button, ...]]:
    if count == 1:
        return
    here = plain(turn.render("buttons.page", number=page, count=count))
    row = [Button(here, encode(Staff("list", str(page), query)))]
    if page > 1:
        row.insert(0, _page(turn, "earlier", page - 1, query))
    if page < count:
        row.append(_page(turn, "later", page + 1, query))
    yield tuple(row)


def _page(turn: Turn, label: str, page: int, query: str) -> Button:
    return Button(plain(turn.render(f"buttons.{label}")), encode(Staff("list", str(page), query)))


def _card_rows(scene: Scene, post: Post, holders: Sequence[Held]) -> Iterator[tuple[Button, ...]]:
    turn, code = scene.turn, code_of(post.key)
    for held in holders:
        yield from _holder_rows(turn, held)
    if post.replaced_by is not None:
        yield (button(turn, "b_itself", "itself", code),)
    else:
        yield from _post_rows(scene, post, holders)
    yield (button(turn, "b_list", "list", "1"),)


def _holder_rows(turn: Turn, held: Held) -> Iterator[tuple[Button, ...]]:
    number = str(held.id)
    end = named_button(turn, "b_end", held.name, Staff("end", number))
    if held.standing == "unbound":
        yield (named_button(turn, "b_invite", held.name, Staff("invite", number)), end)
    else:
        yield (named_button(turn, "b_leave", held.name, Staff("leave", number)), end)
        yield (named_button(turn, "b_release", held.name, Staff("release", number)),)


def _post_rows(scene: Scene, post: Post, holders: Sequence[Held]) -> Iterator[tuple[Button, ...]]:
    turn, code = scene.turn, code_of(post.key)
    is_held = any(held.holding == Holding.DEFINITIVE for held in holders) and not is_shared(post)
    label = "b_replace" if is_held else "b_appoint"
    yield (
        button(turn, label, "appoint", code, Holding.DEFINITIVE.value),
        button(turn, "b_plt", "appoint", code, Holding.PLT.value),
        button(turn, "b_plh", "appoint", code, Holding.PLH.value),
    )
    yield (
        button(turn, "b_superior", "superior", code),
        button(turn, "b_unit", "unit", code),
        button(turn, "b_rename", "rename", code),
    )
    yield (button(turn, "b_present", "present", code),)
    is_desk = scene.office.service_desk == post.key
    yield (
        button(turn, "b_no_desk" if is_desk else "b_desk", "desk", code, "-" if is_desk else "+"),
    )
    loads = post.key in scene.office.loaders
    label = "b_no_loader" if loads else "b_loader"
    yield (button(turn, label, "loader", code, "-" if loads else "+"),)

"""pandu route: to whom a complaint goes by the standards, for people or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handlers.cli.arguments import add_standards_option
from handlers.cli.documents import read_documents
from handlers.cli.one_standard import one_standard
from handlers.cli.screen import Screen
from handlers.markup import plain
from handlers.routes import reason_of
from knowledge.routing.kinds import Kind
from knowledge.routing.route import Route

if TYPE_CHECKING:
    from knowledge.routing.router import Router


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--standard", metavar="ID")
    parser.add_argument("--kind", choices=[kind.value for kind in Kind])
    parser.add_argument("--json", action="store_true")
    add_standards_option(parser)


def execute(options: Namespace, screen: Screen) -> int:
    """Print the route of one text."""
    router = _router(options.standards, screen)
    named = options.standard
    chosen = one_standard(router.standards, named) if named is not None else None
    route = router.route(
        options.text,
        standard=chosen.id if chosen else None,
        kind=Kind(options.kind) if options.kind else None,
    )
    reason = plain(reason_of(route, screen.texts, screen.language))
    if options.json:
        screen.data(as_record(route, reason), indent=2)
    else:
        screen.say("route_page", route=route, reason=reason)
    return 0


def _router(paths: Sequence[Path] | None, screen: Screen) -> Router:
    """Return the router for the named documents; without any, for the standards in force."""
    from knowledge.routing.router import Router

    if paths:
        return Router(read_documents(paths, screen))
    from handlers.cli.in_force import router_in_force

    return router_in_force(screen)


def as_record(route: Route, reason: str) -> dict[str, Any]:
    """Return a route as one object of the command-line contract, with a little more."""
    source = route.source
    return {
        "kind": route.kind,
        "standard": route.standard,
        "decision": route.decision,
        "received_by": route.received_by,
        "handled_by": route.handled_by,
        "together_with": list(route.together_with),
        "candidates": list(route.candidates),
        "reason": reason,
        "source": source
        and {"standard": source.title, "section": source.section, "page": source.page},
        "decider": route.decider,
        "delegation": route.delegation,
        "accused": list(route.accused),
        "confidential": route.confidential,
    }

"""The decision on one complaint whose standard is known: rules, tried in order.

A rule returns None when it has nothing to say; the last one always says something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.routing.accusing import Charge
from knowledge.routing.chains import Chain, by_subject, of_receiver, own_texts
from knowledge.routing.conflicts import Barred, above, free, is_from_above, means
from knowledge.routing.naming import rank_of_name
from knowledge.routing.posts import OfficePosts
from knowledge.routing.route import Decider, Decision, Reason, Route


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at.

    `said` are the words of the text but for names of posts and units; `units` the keys of the
    posts that head the units it names.
    """

    chain: Chain
    barred: Barred
    office: OfficePosts
    said: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def charge(self, name: str | None) -> Charge:
        """Return how far a printed post is barred from this complaint."""
        return self.barred.of(name, self.office) if name else Charge.NONE

    def why(self, key: str, **values: object) -> Reason:
        """Return a reason; one about an accused says instead that the sender holds the post."""
        return Reason(key, {"receiver": self.chain.receiver, **values})


Rule = Callable[[Case], Route | None]


def decide(case: Case) -> Route:
    """Return the route of a case."""
    for rule in _RULES:
        route = rule(case)
        if route is not None:
            return route
    raise AssertionError("the last rule always decides")


def _nobody(case: Case) -> Route | None:
    """Leave it to the service desk where nobody is named, or only for kinds that are not told."""
    if case.chain.receiver:
        return None
    source, posts = case.chain.handled_source, case.chain.handlers
    reason = case.why("which_kind" if posts else "nobody")
    desk = Decider.SERVICE_DESK
    return Route(None, Decision.ASK, reason, desk, candidates=posts, source=source)


def _receiver_barred(case: Case) -> Route | None:
    """Pass over a receiver who is accused or complains, or has an accused one above him."""
    receiver, source = case.chain.receiver or "", case.chain.received_source
    charge = case.charge(receiver)
    from_above = is_from_above(receiver, case.barred, case.office)
    if charge is Charge.NONE and not from_above:
        return None
    superior = None if from_above else above(receiver, case.barred, case.office)
    accused = case.barred.accuses(receiver, case.office) or from_above
    about = "accused" if accused else "sender"
    if superior is None:
        reason = case.why(f"{about}_receiver_alone")
        return Route(None, Decision.ASK, reason, Decider.SERVICE_DESK, source=source)
    if charge is Charge.POSSIBLE:
        reason = case.why("possibly_accused", post=receiver, decides=superior.name)
        return Route(
            None, Decision.ASK, reason, Decider.SUPERIOR, received_by=superior.name, source=source
        )
    reason = case.why(f"{about}_receiver", superior=superior.name)
    return Route(
        None, Decision.AUTO, reason, received_by=superior.name, handled_by=superior.name,
        source=source,
    )  # fmt: skip


def _handler_barred(case: Case) -> Route | None:
    """Pass over whoever would handle it and is accused, or complains himself."""
    chain = case.chain
    charges = [_of_handler(name, case) for name in chain.handlers]
    worst = max(charges, default=Charge.NONE)
    if worst is Charge.NONE:
        return None
    others = tuple(n for n, c in zip(chain.handlers, charges, strict=True) if c is Charge.NONE)
    first = next(n for n, c in zip(chain.handlers, charges, strict=True) if c is worst)
    if others or worst is Charge.POSSIBLE:
        key = "other_handlers" if others else "possibly_accused"
        reason = case.why(key, post=first, decides=chain.receiver)
        return _asked(case, reason, others)
    about = "accused" if _is_accused(first, case) else "sender"
    reason = case.why(f"{about}_handler", post=first)
    return Route(
        None, Decision.AUTO, reason, received_by=chain.receiver, handled_by=chain.receiver,
        source=chain.received_source,
    )  # fmt: skip


def _of_handler(name: str, case: Case) -> Charge:
    """Return how far a handler is barred; one that is only described may be any below."""
    if case.chain.unnamed is None:
        return case.charge(name)
    below = of_receiver(case.chain, case.office)
    rank = rank_of_name(name)
    charges = [case.charge(post.name) for post in below]
    for one in case.barred.persons:
        known = {post.key for post in one.mention.posts}
        strange = not known or known & {post.key for post in below}
        if one.mention.rank is rank and strange and means(one.mention, name, case.office):
            charges.append(one.charge)
    return max(charges, default=Charge.NONE)


def _is_accused(name: str, case: Case) -> bool:
    return case.barred.accuses(name, case.office) or (
        case.chain.unnamed is not None and bool(case.barred.persons)
    )


def _vague(case: Case) -> Route | None:
    """Ask where the official accused may be the very one that would handle it."""
    if not case.barred.vague or not case.chain.handlers:
        return None
    return _asked(case, case.why("vague"), ())


def _unnamed(case: Case) -> Route | None:
    """Find the post that a section only describes: "Kepala Bagian terkait"."""
    chain = case.chain
    if chain.unnamed is None:
        return None
    posts = of_receiver(chain, case.office)
    names = [post.name for post in posts]
    fitting = _meant(names, case, own_texts(chain.receiver or ""))
    if fitting:
        return _handled(case, fitting, case.why("by_subject", handler=fitting))
    reason = case.why("unnamed", described=chain.unnamed)
    return _asked(case, reason, tuple(names))


def _several(case: Case) -> Route | None:
    """Choose, or let choose, where a section names several."""
    chain = case.chain
    if len(chain.handlers) < 2:
        return None
    complaint = chain.standard.complaint
    titled = own_texts(chain.standard.title) if complaint and complaint.cases else frozenset()
    fitting = _meant(chain.handlers, case, frozenset(), titled)
    if fitting:
        return _handled(case, fitting, case.why("by_subject", handler=fitting))
    return _asked(case, case.why("several_handlers"), chain.handlers)


def _meant(
    names: Sequence[str], case: Case, others: frozenset[str], titled: frozenset[str] = frozenset()
) -> str | None:
    """Return the post whose unit or subject a text names, if it is one, or None.

    A subject that is `titled` is named by every complaint about the service.
    """
    units = [name for name in names if case.office.key_of(name) in case.units]
    told = [name for name in names if not own_texts(name) <= titled]
    return units[0] if len(units) == 1 else by_subject(told, case.said, others)


def _kept(case: Case) -> Route | None:
    """Leave it with the receiver where no handler is named."""
    chain = case.chain
    if chain.handlers:
        return None
    reason = _of_kind(case, chain.receiver) or case.why("kept" if chain.told else "no_section")
    return Route(
        None, Decision.AUTO, reason, received_by=chain.receiver, handled_by=chain.receiver,
        together_with=free(chain.together, case.barred, case.office),
        source=chain.received_source,
    )  # fmt: skip


def _delegated(case: Case) -> Route:
    """Hand it to the one handler that is named."""
    handler = case.chain.handlers[0]
    how = case.chain.delegation
    reason = _of_kind(case, handler) or case.why(f"delegated_{how or 'plain'}", handler=handler)
    return _handled(case, handler, reason)


def _of_kind(case: Case, handler: str | None) -> Reason | None:
    """Return the reason where the standard gives this kind of complaints to somebody of its own."""
    kind = case.chain.kind
    return case.why("of_kind", handler=handler, kind=kind) if kind else None


def _handled(case: Case, handler: str, reason: Reason) -> Route:
    chain = case.chain
    return Route(
        None, Decision.AUTO, reason, received_by=chain.receiver, delegation=chain.delegation,
        handled_by=handler, together_with=free(chain.together, case.barred, case.office),
        source=chain.handled_source,
    )  # fmt: skip


def _asked(case: Case, reason: Reason, candidates: tuple[str, ...]) -> Route:
    chain = case.chain
    return Route(
        None, Decision.ASK, reason, Decider.RECEIVER, received_by=chain.receiver,
        delegation=chain.delegation, candidates=candidates, source=chain.handled_source,
    )  # fmt: skip


_RULES: tuple[Rule, ...] = (
    _nobody, _receiver_barred, _handler_barred, _vague, _unnamed, _several, _kept, _delegated,
)  # fmt: skip

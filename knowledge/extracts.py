"""What finding and routing derive from one standard alone, as it is stored beside its model.

Making it is most of the work of bringing a standard in. It is a matter of the standard, of our code
and of the language data: of nothing else, so that what was stored holds until one of them changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.finding import extract as of_finding
from knowledge.model import ServiceStandard
from knowledge.routing import posts as of_routing
from knowledge.routing.posts import Jabatan
from knowledge.routing.ranks import Rank
from knowledge.routing.superiors import Claim, Evidence, Told


@dataclass(frozen=True, slots=True)
class Extract:
    """All that is derived from one standard alone."""

    finding: of_finding.Extract
    routing: of_routing.Extract


def extract_of(standard: ServiceStandard) -> Extract:
    """Return the extract of a standard."""
    return Extract(of_finding.extract_of(standard), of_routing.extract_of(standard))


def to_data(extract: Extract) -> dict[str, Any]:
    """Return an extract as JSON data; the id of its standard is left out."""
    told = extract.routing.told
    routing = {
        "posts": [(p.key, p.name, p.rank.value, p.unit) for p in extract.routing.posts],
        "claims": [(c.below, c.above, c.evidence.value) for c in told.claims],
        "papers": told.papers,
        "members": told.members,
        "named": told.named,
    }
    return {"finding": of_finding.to_data(extract.finding), "routing": routing}


def from_data(data: Mapping[str, Any], standard: str) -> Extract:
    """Return the extract that `to_data` gave these data for, as that of a standard (its id)."""
    routing, users = data["routing"], (standard,)
    posts = [
        Jabatan(key, name, Rank(rank), unit, standards=users)
        for key, name, rank, unit in routing["posts"]
    ]
    told = Told(
        tuple([Claim(below, above, Evidence(code)) for below, above, code in routing["claims"]]),
        tuple([(below, above, times) for below, above, times in routing["papers"]]),
        tuple(routing["members"]),
        tuple(routing["named"]),
    )
    finding = of_finding.from_data(data["finding"], standard)
    return Extract(finding, of_routing.Extract(tuple(posts), told))

"""What routing gives back: who receives a complaint, who handles it, or who must decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from knowledge.finding.answers import Citation
from knowledge.model import Delegation
from knowledge.routing.kinds import Kind


class Decision(StrEnum):
    """Whether the standards decide, or a person has to."""

    AUTO = "auto"
    ASK = "ask"


class Decider(StrEnum):
    """Who decides where the standards do not."""

    SENDER = "sender"  # which standard is it about?
    RECEIVER = "receiver"  # to which post is it delegated?
    SUPERIOR = "superior"  # the post above the one that is accused
    SERVICE_DESK = "service_desk"  # whom nothing else is left to


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a key of `texts/*/routing.j2` and the values of that text."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Route:
    """Where one complaint goes.

    Posts are named as the standard prints them. `candidates` are titles where the sender
    decides, posts where the receiver does. `source` is the line of the standard that tells it.
    `accused` are the posts that the text accuses, for sure or possibly; `confidential` is set
    where it is about a person, or the sender wants it so.
    """

    kind: Kind | None
    decision: Decision
    reason: Reason
    decider: Decider | None = None
    standard_id: str | None = None
    standard: str | None = None
    received_by: str | None = None
    delegation: Delegation | None = None
    handled_by: str | None = None
    together_with: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    source: Citation | None = None
    accused: tuple[str, ...] = ()
    confidential: bool = False

"""Who of a step's doers signs: told from those who check or initial in the same sentence."""

from __future__ import annotations

import re

from knowledge.model import ProcedureStep

_SIGN = re.compile(r"anda\s?tangan", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:penandatanganan|ditandatangani|ditanda tangani)[^.;]*?\boleh\b(?P<who>[^.;]*)",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"(?P<who>[^.;]*?)\bmenandatangani\b", re.IGNORECASE)
_CLAUSE = re.compile(r",? (?:serta|kemudian|lalu|selanjutnya) ", re.IGNORECASE)


def signers(step: ProcedureStep) -> tuple[str, ...]:
    """Return the doers that the text has sign; all of them where it does not tell them apart."""
    if not _SIGN.search(step.text) or len(step.actors) < 2:
        return step.actors
    named = [*(m["who"] for m in _PASSIVE.finditer(step.text)), *_heads(step.text)]
    found = tuple(actor for actor in step.actors if any(_names(actor, text) for text in named))
    return found or step.actors


def _heads(text: str) -> list[str]:
    """Return what stands before "menandatangani", from the beginning of its own clause."""
    return [_CLAUSE.split(found["who"])[-1] for found in _ACTIVE.finditer(text)]


def _names(actor: str, text: str) -> bool:
    return _plain(actor) in _plain(text)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", text.casefold()).replace("deputy", "deputi").strip()

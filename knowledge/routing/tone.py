"""What a text sounds like where no sign tells it: weights of words, learned from labelled texts.

The signs in `kinds` explain themselves and come first. Of what people write, they miss what is
told by plain facts ("ruang sosialisasi panas, mic mati"). The weights are data, made by
`python -m tests.evaluation.learn_tone`; here they are only added up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from knowledge.language import words
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.routing.kinds import Kind

CLASSES: tuple[Kind | None, ...] = (None, Kind.KELUHAN, Kind.PENGADUAN, Kind.MASUKAN)
_DOUBT = 0.35  # share of "none" up to which a text is taken for one of the kinds
_DOUBT_IF_ASKING = 0.03
_LONG = (5, 12, 25)  # words; short and long texts are of different kinds


def features(text: str) -> frozenset[str]:
    """Return what the weights go by: stems, neighbouring stems, marks, figures and length."""
    return frozenset(_features(text))


def _features(text: str) -> Iterator[str]:
    stems = [word.stem for word in as_words(expand(tokens(flatten(text))))]
    yield from stems
    yield from (f"{left} {right}" for left, right in zip(stems, stems[1:], strict=False))
    yield from (mark for mark in "?!" if mark in text)
    if text.rstrip().endswith("?"):
        yield "?."
    if any(letter.isdigit() for letter in text):
        yield "0"
    yield from (f">{length}" for length in _LONG if len(stems) > length)


def sounds(text: str) -> dict[Kind | None, float]:
    """Return how likely a text is each kind, or none; the shares add up to 1."""
    weights = words.tone()
    known = [weights[feature] for feature in features(text) if feature in weights]
    known.append(weights.get("", (0.0,) * len(CLASSES)))
    sums = [math.fsum(row[i] for row in known) for i in range(len(CLASSES))]
    most = max(sums)
    shares = [math.exp(one - most) for one in sums]
    return {kind: share / sum(shares) for kind, share in zip(CLASSES, shares, strict=True)}


def kind_of_tone(shares: dict[Kind | None, float], *, asks: bool) -> Kind | None:
    """Return what a text sounds like if that is clear enough, clearer if it asks; else None."""
    if shares[None] > (_DOUBT_IF_ASKING if asks else _DOUBT):
        return None
    return max(Kind, key=lambda kind: shares[kind])

"""The office's own words: abbreviations and synonyms, written out before a message is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from knowledge.language.normalize import tokens

_ENDING = r"(?P<ending>nya|kah|lah)?"
_DEEP = 3  # so many terms may stand in one another


class OfficeTerms:
    """What the office says short or otherwise, and the words that it stands for; immutable."""

    def __init__(self, meanings: Mapping[str, str] | None = None) -> None:
        """Keep the meanings, each by its term in any spelling."""
        self._meanings = {key_of(short): meant for short, meant in (meanings or {}).items()}
        self._meanings.pop("", None)
        longest_first = sorted(self._meanings, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w@.])(?P<term>{'|'.join(map(_spelled, longest_first))}){_ENDING}(?![\w@])",
            re.IGNORECASE,
        )

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OfficeTerms) and self._meanings == other._meanings

    def __hash__(self) -> int:
        return hash(frozenset(self._meanings.items()))

    def written_out(self, text: str) -> str:
        """Return a message with the terms replaced by what they stand for."""
        return self._written_out(text, frozenset()) if self._meanings else text

    def _written_out(self, text: str, seen: frozenset[str]) -> str:
        def meant(found: re.Match[str]) -> str:
            key = key_of(found["term"])
            if key in seen or key not in self._meanings:
                return found[0]
            meaning = self._meanings[key]
            if len(seen) < _DEEP:
                meaning = self._written_out(meaning, seen | {key})
            return f"{meaning}{found['ending'] or ''}"

        return self._pattern.sub(meant, text)


def key_of(short: str) -> str:
    """Return a term as it is compared: plain small letters, one space between its words.

    Nothing is drawn together as in messages: "bap2" is no "bap" said twice.
    """
    plain = unicodedata.normalize("NFKD", short.casefold())
    return " ".join(tokens("".join(c for c in plain if not unicodedata.combining(c))))


def _spelled(key: str) -> str:
    """Return the pattern of a term, whatever stands between its words ("s.o.p.", "s o p")."""
    parts = key.split()
    pattern = re.escape(parts[0])
    for before, part in zip(parts, parts[1:], strict=False):
        close = before.isdigit() or part.isdigit()
        pattern += rf"[\W_]{'*' if close else '+'}{re.escape(part)}"
    return pattern

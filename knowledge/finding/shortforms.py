"""Abbreviations that a message may use for what the texts write out ("SIP", "KAK", "kasi")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from knowledge.language import words
from knowledge.language.stemming import is_root
from knowledge.model import ServiceStandard

_NAME = re.compile(r"[A-Z][a-z]+(?: (?:dan )?[A-Z][a-z]+){2,5}")
_WORD = re.compile(r"[A-Za-z]{2,6}\b")
_SHORTEST = 3  # letters; shorter ones mean too many things
_VOCATIVE = "kk"
_HEAD_OF_SECTION = re.compile(r"\bkasi(?= ([a-z]{4,}))", re.IGNORECASE)


class ShortForms:
    """The initials of names that the texts write out, each with the one name it stands for."""

    def __init__(self, declared: Iterable[tuple[str, str]], known: Callable[[str], bool]) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for short, meant in declared:
            found[short].add(meant)
        self._meant = {short: names.pop() for short, names in found.items() if len(names) == 1}
        self._known = known

    def written_out(self, text: str, posts: Collection[str]) -> str:
        """Return a message with the abbreviations that only stand for a name written out.

        One that also is a word of ours ("SIP", "KAK") must be typed in capitals.
        """
        shouted = text.isupper()
        text = _HEAD_OF_SECTION.sub(lambda m: "kepala seksi" if m[1] in posts else m[0], text)

        def meant(found: re.Match[str]) -> str:
            short = found[0].casefold()
            if short == _VOCATIVE and not self._known(short):
                return "kak"
            clear = (found[0].isupper() and not shouted) or not _is_word(short)
            return (
                self._meant.get(short, found[0]) if clear and not self._known(short) else found[0]
            )

        return _WORD.sub(meant, text)


def _is_word(short: str) -> bool:
    return short in words.slang() or short in words.stopwords() or is_root(short)


def short_forms(standard: ServiceStandard) -> frozenset[tuple[str, str]]:
    """Return the initials of the names that a text writes out, each with the name."""
    return frozenset(pair for name in set(_names(standard)) for pair in _runs(name))


def _names(standard: ServiceStandard) -> Iterator[str]:
    """Yield what a text writes with capitals, and the terms that it defines."""
    for definition in standard.definitions:
        yield definition.term.title()
    for section in standard.sections:
        for item in (item for top in section.items for item in top.walk()):
            yield from _NAME.findall(item.text)
    for step in standard.walk_steps():
        yield from _NAME.findall(step.text)


def _runs(name: str) -> Iterator[tuple[str, str]]:
    """Yield (initials, words) of each run of words in a name."""
    parts = [part for part in name.casefold().split() if part != "dan"]
    for start in range(len(parts)):
        for end in range(start + _SHORTEST, len(parts) + 1):
            run = parts[start:end]
            yield "".join(word[0] for word in run), " ".join(run)

"""Clean words: markup, spaces, slashes, joined and parted words of one text, never its meaning.

Whole lines (letterheads, page marks) are the business of `pages`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from knowledge.reading.misread import with_digits, with_letters

_MARKUP = re.compile(
    r"^\s*(?:#{1,6}\s+|(?:>\s*)+)|(?<!\w)\*+(?=\S)|(?<=\S)\*+(?!\w)|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|</?(?:b|i|u|em|strong|br)\s*/?>",
    re.I,
)
_MARKED = re.compile(r"[*_<#]|^\s*>|\s[^\S ]|[^\S ]")
_SLASH = re.compile(r"(?<=[^\W\d_])\s*/\s+(?=[^\W\d_])|(?<=[^\W\d_])\s+/\s*(?=[^\W\d_])")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,;:)])|(?<=\w)\s+(\.)(?=\s*$|\s+[A-Z])|(\()\s+")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
#: The second half of a joined word: an active verb, or a word that often follows a name.
_TAIL = re.compile(
    r"(?P<head>[^\W\d_]{4,}?)(?P<tail>me(?:m|n|l|r|w|y)[a-z]{4,}"
    r"|dengan|untuk|kepada|yang|oleh|serta|adalah|sebagai|dalam|dari|pada|beserta)"
)
#: Two halves of a word that was printed with a space: "permo honan".
_HALVES = re.compile(r"(?<![^\W\d_])(?=([^\W\d_]{2,})\s([a-z]{3,})(?![^\W\d_]))")
_PREFIXES = frozenset("pe per pem pen peng me men mem meng meny ber ter".split())
_NO_HALVES = frozenset({"di", "ke"})
_SHORTEST_PARTED = 7
_WHOLE = frozenset({"daripada", "terserah", "beserta", "kesertaan"})


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the text without bold, italic and simple HTML marks, spaces collapsed."""
    if not _MARKED.search(text):
        return _SPACES.sub(" ", text).strip() if "  " in text else text.strip()
    return _SPACES.sub(" ", _MARKUP.sub("", text)).strip()


def clean(text: str, repairs: Repairs | None = None) -> str:
    """Return the text as it may be shown: no markup, even spaces, digits and words mended."""
    text = with_digits(with_letters(_SLASH.sub("/", plain(text))))
    text = _BEFORE_PUNCTUATION.sub(r"\1\2\3", text)
    return repairs.mend(text) if repairs else text


class Repairs:
    """Knows which joined and parted words of one document are certain: "Negaramenerima"."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._printed: Counter[str] = Counter()
        halves: Counter[tuple[str, str]] = Counter()
        for text in texts:
            self._printed.update(_WORD.findall(text))
            halves.update(_HALVES.findall(text))
        self._seen = {word.casefold() for word in self._printed}
        self.parted = {f"{a} {b}": a + b for (a, b), n in halves.items() if self._is_one(a, b, n)}
        self.joined = {word: split for word in self._printed if (split := self._split(word))}
        mended = self.joined | self.parted
        self._mended = mended
        self._pattern = (
            re.compile(r"\b(?:" + "|".join(map(re.escape, mended)) + r")\b") if mended else None
        )

    def mend(self, text: str) -> str:
        """Return the text with its joined words parted, and its parted ones joined."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._mended[match.group()], text)

    def _is_one(self, first: str, second: str, count: int) -> bool:
        """Whether two words are halves of one that stands elsewhere, and stand nowhere alone."""
        whole = first + second
        known = whole.casefold() in self._seen and first.casefold() not in _NO_HALVES
        if len(whole) < _SHORTEST_PARTED or not known:
            return False
        alone = self._printed[first] > count and first.casefold() not in _PREFIXES
        return not alone and self._printed[second] == count

    def _split(self, word: str) -> str | None:
        """Part a word whose first half stands elsewhere by itself; None when not certain."""
        if len(word) < 9 or word.casefold() in _WHOLE or word.isupper():
            return None
        match = _TAIL.fullmatch(word)
        if match is None:
            return None
        head, tail = match["head"], match["tail"]
        alone = self._printed[head]
        certain = alone >= 2 if head[0].isupper() else alone >= 2 and tail in self._seen
        return f"{head} {tail}" if certain else None

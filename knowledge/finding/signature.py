"""What makes two messages the same question: the same words, slips and courtesy aside.

Deliberately narrow: whatever asks, denies, permits, counts or says which way must be the same,
and so must every word that names something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from knowledge.finding.asking import asking_part
from knowledge.language import words
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens
from knowledge.language.stemming import is_root

_ALIKE = {
    "bisa": "boleh", "dapat": "boleh", "bolehkah": "boleh", "bisakah": "boleh",
    "dapatkah": "boleh", "via": "lewat", "melalui": "lewat", "siapakah": "siapa",
    "berapakah": "berapa", "bagaimanakah": "bagaimana",
    "apakah": "apa", "where": "dimana", "who": "siapa", "when": "kapan", "how": "bagaimana",
    "why": "mengapa", "kenapa": "mengapa", "sebelumnya": "sebelum", "sesudah": "setelah",
}  # fmt: skip
_ASKING = frozenset("siapa berapa bagaimana mengapa kapan dimana kemana darimana mana".split())
_BOUND = frozenset(  # with one of them the order of the other words tells who does what to whom
    "dari ke kepada oleh sebelum setelah daripada untuk dengan tanpa from by before after "
    "than".split()
)
_POINTING = frozenset(
    "langkah tahap lama waktu cepat lanjut ikut sebelum setelah habis next step".split()
)
_WHAT_IS = "apa-itu"  # "apa itu RKT?" asks for the meaning, "RKT?" may ask for anything
_ACTIVE = ("me", "ng", "nge")
_SHORT_SLIP, _LONG_SLIP = 5, 9  # letters from which a word may hold one slip, or two
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Signature:
    """A question without what does not matter: equal signatures are the same question.

    `said` are the stems of what is said, in their order where that matters, else sorted; `asks`
    the words that ask.
    """

    asks: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()
    in_order: bool = False

    @property
    def tells(self) -> bool:
        """Say whether anything is said by which the question can be known again.

        "Berapa lama langkah itu?" is another question at each step.
        """
        empty = words.stopwords() | _POINTING
        return any(len(stem) > 1 and stem not in empty for stem in self.said)


def signature_of(text: str) -> Signature:
    """Return the signature of a message, in which the office's terms are written out.

    Of a long one only the sentences that ask count, as they do for its answer.
    """
    found = as_words(expand(tokens(flatten(asking_part(text)))))
    if not found or len(found) > _MOST_WORDS:
        return Signature()
    asks = {_alike(word.text) for word in found} & _ASKING
    if any(a.text == "apa" and b.text == "itu" for a, b in zip(found, found[1:], strict=False)):
        asks.add(_WHAT_IS)
    told = _without_tag([word for word in found if not _is_filler(word)])
    said = [_marked(word) for word in told if _alike(word.text) not in _ASKING]
    in_order = _order_matters(found, told, said)
    return Signature(frozenset(asks), tuple(said if in_order else sorted(said)), in_order)


def is_same(asked: Signature, known: Signature, is_word: Callable[[str], bool]) -> bool:
    """Say whether a question is the known one, slips of the pen in single words aside.

    A slip is believed only where what was typed is no word, and what was meant is one
    (`is_word`): names and abbreviations that differ in a letter are different ones.
    """
    if asked == known:
        return True
    if (asked.asks, asked.in_order) != (known.asks, known.in_order):
        return False
    if len(asked.said) != len(known.said) or not known.tells:
        return False
    if known.in_order:
        pairs = zip(asked.said, known.said, strict=True)
        return all(a == b or _is_slip(a, b, is_word) for a, b in pairs)
    return _pairs_up(asked.said, known.said, is_word)


def _pairs_up(asked: Sequence[str], known: Sequence[str], is_word: Callable[[str], bool]) -> bool:
    """Say whether what differs on both sides is one slip each, in whatever order."""
    left, right = list(asked), list(known)
    for stem in asked:
        if stem in right:
            left.remove(stem)
            right.remove(stem)
    for stem in left:
        meant = next((other for other in right if _is_slip(stem, other, is_word)), None)
        if meant is None:
            return False
        right.remove(meant)
    return True


def _is_slip(typed: str, meant: str, is_word: Callable[[str], bool]) -> bool:
    if not (typed.isalpha() and meant.isalpha()) or is_word(typed) or is_root(typed):
        return False
    if not (is_word(meant) or is_root(meant)):
        return False
    length = min(len(typed), len(meant))
    most = 2 if length >= _LONG_SLIP else 1 if length >= _SHORT_SLIP else 0
    return bool(most) and OSA.distance(typed, meant, score_cutoff=most) <= most


def _without_tag(told: list[Word]) -> list[Word]:
    """Leave out "(atau) tidak" at the end, which only makes a question of it: "bisa gak?"."""
    if len(told) > 1 and told[-1].text == "tidak":
        return told[:-2] if len(told) > 2 and told[-2].text == "atau" else told[:-1]
    return told


def _is_filler(word: Word) -> bool:
    return word.text in _fillers() or word.text == "apa"


@cache
def _fillers() -> frozenset[str]:
    return words.fillers()


def _alike(text: str) -> str:
    return _ALIKE.get(text, text)


def _marked(word: Word) -> str:
    """Return the stem; "diwakili" and "mewakili" are told apart."""
    alike = _alike(word.text)
    if alike != word.text:
        return alike
    passive = word.text.startswith("di") and not word.stem.startswith("di")
    return f"{word.stem}-di" if passive and len(word.stem) > 2 else word.stem


def _order_matters(found: Sequence[Word], told: Sequence[Word], said: Sequence[str]) -> bool:
    """Say whether the same words in another order might be another question."""
    if not _BOUND.isdisjoint(_alike(word.text) for word in found) or len(set(said)) < len(said):
        return True
    acts = [n for n, word in enumerate(told) if _is_active(word)]
    return any(0 < n < len(told) - 1 for n in acts)


def _is_active(word: Word) -> bool:
    return word.text.startswith(_ACTIVE) and not word.stem.startswith(_ACTIVE)

"""English messages: how they are told, and the Indonesian words they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language import words
from knowledge.language.stemming import PREFIXES, is_root

Says = Callable[[Sequence[str]], bool]
"""Says whether the loaded documents have Indonesian words, and side by side."""

_LONGEST = 7  # words of a phrase
_SHORTEST = 3  # letters of a word without its ending
_MISTYPED = 6  # letters from which one slip is mended
_ECHOES = (3, 2)  # words
_FEWEST = 2  # words by which a message without any function word is told
_DOUBLING = frozenset("bdglmnprt")  # "stopped" is of "stop", but "passed" of "pass"

_ENGLISH_ONLY = frozenset(
    "the is are what who which where when how does do did of for and can could would should "
    "there this that with my i you me it please tell show many much long steps cost service "
    "complaint complaints head responsible required requirements hello hey morning afternoon "
    "evening goodbye bye thank all standards hours opening hospital clinic card get need "
    "am was were will been have has had must until if not any our your we they his her their "
    "from about into before because without whose whom why allowed whats".split()
)
_INDONESIAN_ONLY = frozenset(
    "apa siapa berapa bagaimana dimana mana kapan yang untuk dengan dan di ke dari ini itu kalau "
    "gimana brp gmn yg dmn sapa klo tolong ada saja aja bisa nya biaya langkah".split()
)


def is_english(token_list: Sequence[str]) -> bool:
    """Say whether a message is rather English than Indonesian."""
    english = sum(token in _ENGLISH_ONLY for token in token_list)
    indonesian = sum(token in _INDONESIAN_ONLY for token in token_list)
    if english or indonesian:
        return english > indonesian
    told = [token for token in token_list if token.isalpha()]
    return len(told) >= _FEWEST and all(_is_only_english(token) for token in told)


@lru_cache(5_000)
def _is_only_english(token: str) -> bool:
    """Say whether a word is one of the English list and none that Indonesians use."""
    return token not in words.known_stems() and _is_foreign(token)


def _is_foreign(token: str) -> bool:
    """Say whether a word is one of the English list and no Indonesian one."""
    lists = (words.stopwords(), words.slang(), words.names())
    return not is_root(token) and not any(token in own for own in lists) and has(token)


@lru_cache(5_000)
def _is_borrowed(token: str) -> str:
    """Return the English word of an Indonesian message, "password" of "passwordnya", or ""."""
    bare = token.removesuffix("nya") if len(token) > _MISTYPED + _SHORTEST else token
    forms = (token, bare, *(bare.removeprefix(prefix) for prefix in PREFIXES))
    long = (form for form in forms if len(form) > _SHORTEST and form.isalpha())
    return next((form for form in long if _is_foreign(form)), "")


def borrowed(token: str, says: Says) -> tuple[str, ...]:
    """Return what the documents say for an English word in an Indonesian message, or ()."""
    word = _is_borrowed(token)
    meant = (words.english().get((word,)) or _by_lemmas().get((lemma(word),)) or ()) if word else ()
    return next((choice for choice in meant if choice and says(choice)), ())


def has(token: str) -> bool:
    """Say whether the English list has the word, in any of its forms."""
    return lemma(token) in _words()


@cache
def _words() -> frozenset[str]:
    """Return each single word of the English list."""
    return frozenset(word for phrase in words.english() for word in phrase)


@lru_cache(20_000)
def lemma(token: str) -> str:
    """Return the word without its ending, as far as the list has that; else the word."""
    return next((base for base in _bases(token) if base in _words()), token)


def _bases(token: str) -> Iterator[str]:
    """Yield what a word may be a form of: "copies", "stopped", "moving"."""
    for ending, instead in _ENDINGS:
        base = token.removesuffix(ending)
        if base == token or len(base) < _SHORTEST:
            continue
        if len(ending) > 1 and base[-1] == base[-2] and base[-1] in _DOUBLING:
            yield base[:-1]
        yield from (base + added for added in instead)


_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ying", ("ie",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)


@cache
def _by_lemmas() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the list by the bases of its words, so that any form of them is met."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for phrase, meant in words.english().items():
        found.setdefault(tuple(map(lemma, phrase)), meant)
    return found


@cache
def _starts() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in (*words.english(), *_by_lemmas()))


def translate(token_list: Sequence[str], says: Says = bool) -> list[str]:
    """Put English phrases into the Indonesian words they stand for; keep what is unknown.

    Of several words for one the first is taken that `says` holds for.
    """
    bases = [lemma(token) for token in token_list]
    result: list[str] = []
    position = 0
    while position < len(token_list):
        length, meant = _longest(token_list, bases, position)
        said = tuple(token_list[position : position + length])
        result.extend(said if meant is None else _picked(meant, said, says))
        position += length
    return _without_echo(result)


def _without_echo(found: Sequence[str]) -> list[str]:
    """Return the words without a name said twice, in English and as it is: "... (rumah dinas)"."""
    result: list[str] = []
    for word in found:
        result.append(word)
        for length in _ECHOES:
            if result[-length:] == result[-2 * length : -length]:
                del result[-length:]
    return result


def _longest(
    token_list: Sequence[str], bases: Sequence[str], position: int
) -> tuple[int, tuple[tuple[str, ...], ...] | None]:
    """Return how many words the longest phrase at a position has, and what it means."""
    if token_list[position] in _starts() or bases[position] in _starts():
        for length in range(min(_LONGEST, len(token_list) - position), 0, -1):
            here = slice(position, position + length)
            meant = words.english().get(tuple(token_list[here]))
            if meant is None:
                meant = _by_lemmas().get(tuple(bases[here]))
            if meant is not None:
                return length, meant
    return 1, None


def _picked(
    meant: tuple[tuple[str, ...], ...], said: tuple[str, ...], says: Says
) -> tuple[str, ...]:
    """Return the Indonesian words that the documents have; the word itself if they have that."""
    found = next((choice for choice in meant if not choice or says(choice)), None)
    if found is not None:
        return found
    stays = len(meant) > 1 or is_root(said[0])  # "air" is water there
    return said if stays and says(said) else meant[0]


@lru_cache(5_000)
def mended(token: str) -> str | None:
    """Return the English word that a mistyped one is one slip away from, or None.

    A word that only lacks an ending is no slip: it is one that the list does not have.
    """
    if len(token) < _MISTYPED:
        return None
    likely = _long_words().get(token[0], [])
    found = process.extractOne(token, likely, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found and not found[0].startswith(token) else None


@cache
def _long_words() -> dict[str, list[str]]:
    """Return the long words of the list by their first letters, which are seldom mistyped."""
    found: dict[str, list[str]] = {}
    for word in sorted(word for word in _words() if len(word) >= _MISTYPED):
        found.setdefault(word[0], []).append(word)
    return found

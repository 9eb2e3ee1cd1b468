"""The word lists of the language folder, read once from `data/`: data only, no rules."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_DATA = files("knowledge.language") / "data"


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _pairs(name: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split("\t") for line in _lines(name))
    return {key.strip(): tuple(value.split()) for key, value in pairs}


@cache
def slang() -> dict[str, tuple[str, ...]]:
    """Chat spelling or abbreviation -> the words it stands for."""
    return _pairs("slang.tsv")


@cache
def stems() -> dict[str, str]:
    """Word -> stem, where the dictionary stemmer needs to be overruled."""
    return {word: value[0] for word, value in _pairs("stems.tsv").items()}


@cache
def known_stems() -> dict[str, str]:
    """Word -> what the dictionary stemmer says of it: asking it again costs most of a start.

    Made by `python -m knowledge.language.known_stems`; a test compares it with the stemmer.
    """
    return {word: value[0] for word, value in _pairs("known-stems.tsv").items()}


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Sequence of words -> the one word they are treated as."""
    return {tuple(key.split()): value for key, value in _pairs("phrases.tsv").items()}


@cache
def english() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """English phrase -> the Indonesian words for it, best first (none where it says nothing)."""
    found = {
        tuple(line.split("\t")[0].split()): _choices(line.split("\t")[1])
        for line in _lines("english.tsv")
    }
    for line in _lines("english-words.tsv"):
        meant, phrases_ = line.split("\t")
        for phrase in phrases_.split(","):
            key = tuple(phrase.replace("-", " ").replace("'", "").split())
            found.setdefault(key, _choices(meant))
    return found


def _choices(meant: str) -> tuple[tuple[str, ...], ...]:
    """Return the Indonesian words of a row, those of each choice together; "-" is none."""
    return tuple(() if one.strip() == "-" else tuple(one.split()) for one in meant.split("|"))


@cache
def stopwords() -> frozenset[str]:
    """Words that ask or connect but name nothing."""
    return frozenset(word for line in _lines("stopwords.txt") for word in line.split())


@cache
def fillers() -> frozenset[str]:
    """Words that may be added to a question or left out, and it stays the same question."""
    return frozenset(word for line in _lines("fillers.txt") for word in line.split())


@cache
def everyday() -> frozenset[str]:
    """Words that tell of who asks or how, and of no thing that a service is about."""
    return frozenset(word for line in _lines("everyday.txt") for word in line.split())


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Stem -> stems that say about the same in a procedure."""
    return _pairs("synonyms.tsv")


@cache
def alike() -> dict[str, tuple[str, ...]]:
    """Stem -> stems by which a text may say it: its synonyms, and what people call it."""
    found = dict(synonyms())
    for line in _lines("alike.txt"):
        group = line.split()
        for stem in group:
            others = (*found.get(stem, ()), *group)
            found[stem] = tuple(dict.fromkeys(other for other in others if other != stem))
    return found


@cache
def offices() -> dict[str, tuple[str, ...]]:
    """Everyday word for an office -> words of which its full name has one."""
    return _pairs("offices.tsv")


@cache
def things() -> dict[str, tuple[str, ...]]:
    """Everyday word for a thing an office has -> the names that texts have for it."""
    pairs = (line.split("\t") for line in _lines("things.tsv"))
    return {thing: tuple(calls.split("|")) for thing, calls in pairs}


@cache
def names() -> frozenset[str]:
    """Places and other names that must not be mended into words of ours."""
    listed = frozenset(word for line in _lines("names.txt") for word in line.split())
    return listed | (offices().keys() - slang().keys())


@cache
def mailboxes() -> frozenset[str]:
    """Boxes of e-mail addresses that any office has ("info@..."), so that they name no service."""
    return frozenset(word for line in _lines("mailboxes.txt") for word in line.split())


@cache
def namings() -> dict[str, tuple[str, ...]]:
    """Stem of an everyday name -> stems that a title may have for it."""
    return _pairs("namings.tsv")


@cache
def asking() -> dict[str, dict[str, float]]:
    """Word, pair or sign of a question -> what it asks for, with a weight; "" counts for all.

    Made by `python -m tests.evaluation.learn_asking`.
    """
    return {"" if of == "*" else of: row for of, row in _weights("asking.tsv").items()}


@cache
def ranking() -> dict[str, dict[str, float]]:
    """Clue of a question -> traits of what answers it, with weights; "=": how they fit together.

    Made by `python -m tests.evaluation.learn_ranking`.
    """
    return _weights("ranking.tsv")


@cache
def second_look() -> dict[str, dict[str, float]]:
    """Judgement of a second look at a reply -> signs that speak for it, with weights.

    Made by `python -m tests.evaluation.learn_second_look`.
    """
    return _weights("second-look.tsv")


@cache
def clues() -> dict[str, frozenset[str]]:
    """Clue of a question -> words of which it has one."""
    return {clue: frozenset(said) for clue, said in _pairs("clues.tsv").items()}


@cache
def traits() -> tuple[tuple[str, str], ...]:
    """(trait, regular expression) of what a passage tells."""
    rows = (line.split("\t") for line in _lines("traits.tsv"))
    return tuple((trait, pattern) for trait, pattern in rows)


def _weights(name: str) -> dict[str, dict[str, float]]:
    rows = (line.split("\t") for line in _lines(name))
    return {of: _weighed(row) for of, row in rows}


def _weighed(row: str) -> dict[str, float]:
    pairs = (pair.rsplit(":", 1) for pair in row.split())
    return {asked: float(weight) for asked, weight in pairs}


@cache
def smalltalk() -> tuple[tuple[str, str], ...]:
    """(kind, phrase) of greetings, thanks, laughter, questions about the bot and the like."""
    rows = (line.split("\t") for line in _lines("smalltalk.tsv"))
    return tuple((kind, phrase.strip()) for kind, phrase in rows if kind not in _LISTS)


#: Rows of single words, not of phrases.
_LISTS = frozenset({"filler", "bag", "able", "wish", "laugh"})


def _listed(name: str) -> frozenset[str]:
    rows = (line.split("\t") for line in _lines("smalltalk.tsv"))
    return frozenset(word for kind, line in rows if kind == name for word in line.split())


@cache
def about_the_bot() -> frozenset[str]:
    """Words that a question about the bot itself is made of, in any order."""
    return _listed("bag")


@cache
def asks_what_is_done() -> frozenset[str]:
    """Words that a question about what the bot can do is made of, in any order."""
    return _listed("able")


@cache
def wish_to_ask() -> frozenset[str]:
    """Words that the announcement of a question is made of, in any order."""
    return _listed("wish")


@cache
def laughs() -> frozenset[str]:
    """Syllables that written laughter repeats ("wk", "ha")."""
    return _listed("laugh")


@cache
def smalltalk_fillers() -> frozenset[str]:
    """Words that may follow a piece of small talk and add nothing."""
    plain = _listed("filler")
    return plain | {word for filler in plain for word in slang().get(filler, ())} | {"informasi"}


@cache
def complaint_signs() -> tuple[tuple[str, int, str], ...]:
    """(sign, weight, cue phrase) of what people say when they complain or suggest."""
    return _cues("complaints.tsv")


@cache
def complaint_sayings() -> tuple[tuple[str, str], ...]:
    """(kind, regular expression) of how people name themselves what they send."""
    pairs = (line.split("\t") for line in _lines("complaint-sayings.tsv"))
    return tuple((kind, pattern) for kind, pattern in pairs)


@cache
def happenings() -> tuple[tuple[str, str, str], ...]:
    """(happening, what standards call it, how people tell it): two regular expressions."""
    rows = (line.split("\t") for line in _lines("happenings.tsv"))
    return tuple((name, called, told) for name, called, told in rows)


@cache
def complaint_english() -> dict[tuple[str, ...], tuple[str, ...]]:
    """English phrase of a complaint -> Indonesian words."""
    return {tuple(key.split()): value for key, value in _pairs("complaint-english.tsv").items()}


@cache
def cues() -> tuple[tuple[str, int, str], ...]:
    """(aspect, weight, cue phrase) of what people ask."""
    return _cues("aspects.tsv")


def _cues(name: str) -> tuple[tuple[str, int, str], ...]:
    rows = (line.split("\t") for line in _lines(name))
    return tuple(
        (key, int(weight), phrase.strip())
        for key, weight, phrases_ in rows
        for phrase in phrases_.split("|")
    )


@cache
def tone() -> dict[str, tuple[float, ...]]:
    """Stem, pair or sign of a text -> its weights by `knowledge.routing.tone.CLASSES`.

    "" is what every text begins with. Made by `python -m tests.evaluation.learn_tone`.
    """
    rows = (line.split("\t") for line in _lines("tone.tsv"))
    return {name.removeprefix("*"): tuple(map(float, weights)) for name, *weights in rows}

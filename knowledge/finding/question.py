"""A message as understood: its words, what they ask, and which standard, post or step they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.finding.aspects import ASKED, Hit
from knowledge.finding.names import Named
from knowledge.finding.ordinals import mended
from knowledge.finding.pointing import STEP_WORDS, StepRef, reference
from knowledge.finding.posts import Pointed, Post
from knowledge.finding.ranks import is_person
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import (
    Word,
    expand,
    flatten,
    is_english,
    tokens,
    understand,
)
from knowledge.language.stemming import is_root
from knowledge.language.words import names

_STRONG_CUE = 9.0  # such a cue of several words is no name of a standard ("evaluasi kinerja")
_MOST = 4000  # characters of a long message that are looked through for a name
_TU = re.compile(
    r"(?<!biro )(?<!bag )(?<!bagian )(?<!staf )(?<!anak )(?<!orang )(?<!layanan )(?<!ajudan )"
    r"(?<!protokol )(?<!dan )(?<!di )(?<!& )\btu\b"
)  # "tu" is "itu", but behind these words it is the short form of Tata Usaha
_ALL_OF_THEM = re.compile(
    r"\b(?:ke|semua )(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (?:standar|layanan)\b"
)  # "keempat standar" are all there are, whatever their number
WEEKDAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"})
_UNITS = frozenset({"menit", "jam", "hari", "minggu", "bulan"})
_CLAIM = re.compile(r"\b\d+(?:,\d+)?\s*(?:menit|jam|hari|minggu|bulan)\b")
_CLAIMED = 7.5  # score of a time that is claimed instead of asked
_LONG_WORD = re.compile(r"[a-z]{4,}")
_LONG = 24  # words; of a longer message only the sentences that ask are read
_NEGATIONS = frozenset({"tidak", "tanpa", "belum", "nihil", "kurang"})
_GOING_ON = frozenset(
    "terus lalu lanjut lanjutkan kemudian habis itu setelah berikutnya selanjutnya apa dong "
    "next ya".split()
)
_OF_STANDARDS = frozenset({"which", "listing"})  # no such question lies in a post's own name
_HAVING = frozenset({"punya", "milik", "ada", "muat", "atur", "cantum", "sedia"})


@dataclass(frozen=True, slots=True)
class Question:
    """What a message says, before it is decided what it asks."""

    flat: str
    words: tuple[Word, ...]
    hits: dict[str, Hit] = field(default_factory=dict)
    named: Named = field(default_factory=Named)
    pointed: Pointed = field(default_factory=Pointed)
    step: StepRef | None = None
    english: bool = False

    @property
    def posts(self) -> tuple[Post, ...]:
        """Return the posts that are named, best first."""
        return self.pointed.posts

    @property
    def language(self) -> str:
        """Return "en" or "id"."""
        return "en" if self.english else "id"

    def has(self, *aspects: str) -> bool:
        """Say whether any of these aspects was cued."""
        return any(aspect in self.hits for aspect in aspects)

    def score(self, aspect: str) -> float:
        """Return how sure the cue of an aspect makes us, 0 without one."""
        return self.hits[aspect].score if aspect in self.hits else 0.0

    @property
    def negated(self) -> bool:
        """Say whether the question asks for what is absent."""
        cued = {p for a, h in self.hits.items() if a in ASKED for p in h.positions}
        return any(w.text in _NEGATIONS for p, w in enumerate(self.words) if p not in cued)

    @property
    def asks_having(self) -> bool:
        """Say whether the question asks who has a thing."""
        return any(word.stem in _HAVING for word in self.words)

    @property
    def names_only_a_post(self) -> bool:
        """Say whether the question asks who a post is, not what anybody does."""
        post = self.pointed.positions
        if not post:
            return False
        rest = [p for p, word in enumerate(self.words) if p not in post and not word.is_stop]
        return not rest or rest == [max(post) + 1]

    @property
    def goes_on(self) -> bool:
        """Say whether the message only says "and then?"."""
        return bool(self.words) and all(word.text in _GOING_ON for word in self.words)

    def content(self, without: Collection[int] = ()) -> list[Word]:
        """Return the words that name something, but for those at the given positions."""
        return [
            word
            for position, word in enumerate(self.words)
            if position not in without
            and not word.is_stop
            and not (word.text.isdigit() and len(word.text) > 4)
        ]


def read(text: str, shelf: Shelf) -> Question:
    """Return what a message says, as far as the loaded standards and our word lists know."""
    text = shelf.short_forms.written_out(text, shelf.posts.spellings)
    asking = _asking_part(_TU.sub("itu", text))
    flat = mended(flatten(asking), shelf.index.knows)
    raw = tokens(flat)
    english = is_english(raw)
    step = reference(_with_step_words(flat, shelf))
    flat = flat if step else _ALL_OF_THEM.sub("semua standar", flat)
    found = _words(flat, shelf, english=english)
    pointed = shelf.posts.find(found)
    ranked = pointed.rank or len(pointed.level) > 1
    post = pointed.positions if ranked else frozenset[int]()
    hits = {
        a: h for a, h in _hits(found, flat, shelf).items() if not (post and h.positions <= post)
    }
    hits = {a: h for a, h in hits.items() if not (a in _OF_STANDARDS and h.positions & post)}
    cued = {p for h in hits.values() if _is_sure(h) for p in h.positions}
    named = shelf.names.find(found, post | cued) or shelf.names.find(found, post)
    if not named and len(asking) < len(text):
        whole = _words(flatten(text[:_MOST]), shelf, english=english)
        named = replace(shelf.names.find(whole), positions=frozenset(), paired=frozenset())
    if "bukan" in {word.text for word in found}:
        hits = {a: h for a, h in hits.items() if a != "purpose" or len(h.positions) > 1}
    if _of_another_thing(found, named, hits, shelf):
        named = Named()
    if named.firm and not pointed.rank and pointed.positions <= named.positions:
        pointed = Pointed()  # "pengujian" in the service's name means no "Penguji"
    hits = {a: h for a, h in hits.items() if not h.positions <= named.paired}
    if "unit" in hits and any(found[p - 1].stem == "kepala" for p in hits["unit"].positions if p):
        del hits["unit"]
    question = Question(flat, found, hits, named, pointed, step, english)
    return replace(question, pointed=_of_bare_rank(question, shelf))


def _of_bare_rank(question: Question, shelf: Shelf) -> Pointed:
    """Return the one post of a rank that is named without a name and with nothing else beside."""
    pointed = question.pointed
    if pointed.posts or pointed.rank or not is_person(pointed.level):
        return pointed
    if not question.has("duties", "sign"):
        return pointed
    used = pointed.positions | question.named.positions
    if question.content(used | {p for hit in question.hits.values() for p in hit.positions}):
        return pointed
    posts = shelf.posts.of_level(pointed.level, question.named.certain)
    return replace(pointed, posts=posts) if len(posts) == 1 else pointed


def _of_another_thing(
    found: Sequence[Word], named: Named, hits: Mapping[str, Hit], shelf: Shelf
) -> bool:
    """Say whether the one word that names a standard goes on as something else ("SOP kapal")."""
    if len(named.positions) != 1 or named.paired:
        return False
    cued = {p for hit in hits.values() for p in hit.positions}
    for position in range(max(named.positions) + 1, len(found)):
        word = found[position]
        if word.is_stop or position in cued or word.text.isdigit() or word.text in WEEKDAYS:
            return False
        if not shelf.index.knows(word.stem):
            return is_root(word.text) or word.text.startswith(("pe", "ke")) or word.text in names()
    return False


def _hits(found: Sequence[Word], flat: str, shelf: Shelf) -> dict[str, Hit]:
    """Return the cues that were found; a claimed time ("10 hari, betul?") asks for the time."""
    hits = shelf.cues.find(found)
    if not hits.keys() & {"duration", "duration_total"} and _CLAIM.search(flat):
        claimed = (i for i, word in enumerate(found) if word.text.isdigit() or word.text in _UNITS)
        hits["duration"] = Hit("duration", _CLAIMED, frozenset(claimed))
    return hits


def _is_sure(hit: Hit) -> bool:
    """Say whether a hit's words ask for a part of a standard and so name none."""
    return hit.aspect in ASKED and hit.score >= _STRONG_CUE and len(hit.positions) > 1


def _words(flat: str, shelf: Shelf, *, english: bool) -> tuple[Word, ...]:
    for short, parts in shelf.aliases.items():
        if short in flat:
            flat = flat.replace(short, " ".join(parts))
    return understand(flat, shelf.speller, english=english)


def _with_step_words(flat: str, shelf: Shelf) -> str:
    """Return the message with the mistyped words that lead to a step's number mended."""

    def mended(found: re.Match[str]) -> str:
        word = expand(shelf.speller.correct(found[0]))
        return word[0] if word[0] in STEP_WORDS else found[0]

    return _LONG_WORD.sub(mended, flat)


def _asking_part(text: str) -> str:
    """Return the sentences that ask, of a message too long to be one question."""
    if len(text.split()) <= _LONG:
        return text
    sentences = [s.strip() for s in _sentences(text) if s.strip()]
    asking = [s for s in sentences if s.endswith("?") or _begins_asking(s)]
    return " ".join((asking or sentences[-2:])[-2:])[:600]


def _sentences(text: str) -> list[str]:
    marked = text.replace("?", "?\n").replace("!", "!\n").replace(". ", ".\n")
    return marked.split("\n")


_ASKING = frozenset(
    "apa siapa berapa bagaimana gimana mana dimana kapan apakah brp gmn who what how where when "
    "kenapa mengapa tolong jelaskan sebutkan which why".split()
)


def _begins_asking(sentence: str) -> bool:
    return bool(_ASKING & set(sentence.casefold().split()[:6]))

"""A message as understood: its words, what they ask, and which standard, post or step they name."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from knowledge.finding.asking import asking_part, without_exception
from knowledge.finding.aspects import ASKED, FACETS, Hit
from knowledge.finding.calling import is_of_another_thing, paper_at, speaker_at
from knowledge.finding.complaint_named import beside_named_complaints
from knowledge.finding.cueing import cues, of_law, with_subject
from knowledge.finding.institutions import institutions_at
from knowledge.finding.named import Named
from knowledge.finding.ordinals import mended
from knowledge.finding.pointing import STEP_WORDS, StepRef, reference
from knowledge.finding.posts import Pointed, Post
from knowledge.finding.ranks import is_person
from knowledge.finding.shelf import Shelf
from knowledge.language.english import is_english
from knowledge.language.normalize import (
    Word,
    expand,
    flatten,
    tokens,
    understand,
)

_STRONG_CUE = 9.0  # such a cue of several words is no name of a standard ("evaluasi kinerja")
_WEAK_CUE = 6.0  # such a cue asks for no part of a standard for sure
_MOST = 4000  # characters of a long message that are looked through for a name
_TU = re.compile(
    r"(?<!biro )(?<!bag )(?<!bagian )(?<!staf )(?<!anak )(?<!orang )(?<!layanan )(?<!ajudan )"
    r"(?<!protokol )(?<!dan )(?<!di )(?<!& )\btu\b"
)  # "tu" is "itu", but behind these words it is the short form of Tata Usaha
_ALL_OF_THEM = re.compile(
    r"\b(?:ke|semua )(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (?:standar|layanan)\b"
)  # "keempat standar" are all there are, whatever their number
_HEAD = re.compile(r"\bka\.?\s?(?=(?:sub\.?\s?)?bag(?:ian)?\b|biro\b|bid(?:ang)?\b|unit\b)")
_WHETHER = re.compile(r"\b(?:apakah|apkh|apakh)\b")
_ASKS_MORE = frozenset(
    "apa siapa berapa mana dimana kemana kapan bagaimana kenapa mengapa diapakan".split()
)
_LONG_WORD = re.compile(r"[a-z]{4,}")
_NEGATIONS = frozenset({"tidak", "tanpa", "belum", "nihil", "kurang"})
_GOING_ON = frozenset(
    "terus lalu lanjut lanjutkan kemudian habis itu setelah berikutnya selanjutnya apa dong "
    "next ya".split()
)
_UNITS_OF = frozenset({"bagian", "biro", "deputi", "orang", "staf", "bidang"})
_STAFF = ("staf",)  # "staf TU Pimpinan" may be any of them; a word beside may name the service
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
    institutions: frozenset[int] = frozenset()  # where only the office is named

    @property
    def naming(self) -> frozenset[int]:
        """Return where a standard or the office that serves is named, not what is asked."""
        return self.named.positions | self.institutions

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
    def texts(self) -> frozenset[str]:
        """Return the words as mended."""
        return frozenset(word.text for word in self.words)

    @property
    def stems(self) -> frozenset[str]:
        """Return the stems of the words."""
        return frozenset(word.stem for word in self.words)

    @property
    def negated(self) -> bool:
        """Say whether the question asks for what is absent."""
        cued = {p for a, h in self.hits.items() if a in ASKED for p in h.positions}
        return any(w.text in _NEGATIONS for p, w in enumerate(self.words) if p not in cued)

    @property
    def asks_having(self) -> bool:
        """Say whether the question asks who has a thing."""
        return not _HAVING.isdisjoint(self.stems)

    @property
    def names_only_a_post(self) -> bool:
        """Say whether the question asks who a post is, not what anybody does."""
        post = self.pointed.positions
        if not post:
            return False
        rest = [p for p, word in enumerate(self.words) if p not in post and not word.is_stop]
        return not rest or rest == [max(post) + 1]

    @property
    def asks_whether(self) -> bool:
        """Say whether the question wants a yes or a no: it has no word that asks for more."""
        return not _ASKS_MORE & self.texts or bool(_WHETHER.search(self.flat))

    @property
    def goes_on(self) -> bool:
        """Say whether the message only says "and then?"."""
        return bool(self.words) and self.texts <= _GOING_ON

    @property
    def cue_stems(self) -> tuple[str, ...]:
        """Return the stems of the words that ask for something, in their order."""
        cued = sorted({p for hit in self.hits.values() for p in hit.positions})
        return tuple(self.words[p].stem for p in cued if not self.words[p].is_stop)

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
    text = shelf.terms.written_out(text)
    text = shelf.short_forms.written_out(text, shelf.posts.spellings)
    asking = without_exception(asking_part(_TU.sub("itu", text)))
    question = _heard(asking, shelf)
    question = replace(question, pointed=shelf.posts.find(question.words))
    question = replace(question, hits=_hits(question, shelf))
    question = replace(question, named=_named(question, shelf))
    if not question.named and len(asking) < len(text):
        question = replace(question, named=_named_elsewhere(text, question, shelf))
    if is_of_another_thing(question.words, question.named, question.hits, shelf):
        question = replace(question, named=Named())
    question = _beside_name(question, shelf)
    question = replace(question, pointed=_of_bare_rank(question, shelf))
    acting = question.pointed.positions if question.posts else frozenset[int]()
    institutions = institutions_at(question.words, shelf) - acting
    return replace(question, institutions=institutions)


def _heard(asking: str, shelf: Shelf) -> Question:
    """Return the words of a message and the step that it points at by number or order."""
    flat = mended(_HEAD.sub("kepala ", flatten(asking)), shelf.index.knows)
    english = is_english(tokens(flat))
    step = reference(_with_step_words(flat, shelf))
    flat = flat if step else _ALL_OF_THEM.sub("semua standar", flat)
    return Question(flat, _words(flat, shelf, english=english), step=step, english=english)


def _post_at(question: Question) -> frozenset[int]:
    """Return where a post is named by more than a bare rank of one word."""
    pointed = question.pointed
    if not pointed.rank and len(pointed.level) <= 1:
        return frozenset()
    if len(pointed.posts) > 1 or pointed.level != _STAFF:
        return pointed.positions
    known = {*pointed.level, *(s for post in pointed.posts for s in (*post.whole, *post.words))}
    return frozenset(p for p in pointed.positions if question.words[p].stem in known)


def _hits(question: Question, shelf: Shelf) -> dict[str, Hit]:
    """Return the cues that were found, but for those that are words of a post's name."""
    post = _post_at(question)
    hits = {
        aspect: hit
        for aspect, hit in cues(question.words, question.flat, shelf).items()
        if not (post and hit.positions <= post)
        and not (aspect in _OF_STANDARDS and hit.positions & post)
    }
    hits = of_law(with_subject(hits, question.words), question.words)
    hits = beside_named_complaints(hits, question.words, shelf, post)
    if "bukan" in question.texts:  # "maksud saya bukan itu"
        return {a: h for a, h in hits.items() if a != "purpose" or len(h.positions) > 1}
    return hits


def _named(question: Question, shelf: Shelf) -> Named:
    """Return the standard that words name which neither name a post nor surely ask."""
    post = _post_at(question) | paper_at(question.words)
    cued = {p for hit in question.hits.values() if _is_sure(hit) for p in hit.positions}
    speaker = speaker_at(question.words)
    tries = (post | cued | speaker, post | cued, post) if speaker else (post | cued, post)
    found = (shelf.names.find(question.words, without) for without in tries)
    return next((named for named in found if named), Named())


def _named_elsewhere(text: str, question: Question, shelf: Shelf) -> Named:
    """Return the standard that the rest of a long message names, outside the asking part."""
    whole = _words(flatten(text[:_MOST]), shelf, english=question.english)
    return replace(shelf.names.find(whole), positions=frozenset(), paired=frozenset())


def _beside_name(question: Question, shelf: Shelf) -> Question:
    """Return the question without the post and the cues that are words of the standard's name."""
    named, pointed, words = question.named, question.pointed, question.words
    of_service = named.firm and not question.has("duties")
    if of_service and not pointed.rank and pointed.positions <= named.positions:
        pointed = Pointed()  # "pengujian" in the service's name means no "Penguji"
    names = {a: h for a, h in question.hits.items() if _only_names(h, question, shelf)}
    asking = {a: h for a, h in question.hits.items() if a not in names}
    hits = {a: h for a, h in asking.items() if not _is_of_name(h, question, shelf)}
    naming = frozenset().union(*(h.positions for h in names.values()))
    named = replace(named, positions=named.positions | naming)
    if "legal_basis" in hits and _is_unit_of_law(hits["legal_basis"], words):
        del hits["legal_basis"]
    if "unit" in hits and any(words[p - 1].stem == "kepala" for p in hits["unit"].positions if p):
        del hits["unit"]
    return replace(question, named=named, pointed=pointed, hits=hits)


def _is_of_name(hit: Hit, question: Question, shelf: Shelf) -> bool:
    """Say whether a cue is but words of the service's name ("kendaraan apa yang wajib uji?")."""
    named, words = question.named, question.words
    if hit.positions <= named.paired:
        return True
    telling = {p for p in hit.positions if not words[p].is_stop}
    if hit.aspect == "service_hours" and {words[p].text for p in hit.positions} == {"buka"}:
        return named.firm and max(telling, default=0) + 1 in named.positions  # "buka praktik"
    own = (shelf.names.explains(named.certain or "", words[p].stem) for p in telling)
    return named.firm and hit.aspect == "facilities" and bool(telling) and all(own)


def _only_names(hit: Hit, question: Question, shelf: Shelf) -> bool:
    """Say whether a cue is all of title words, and another asks ("pembayaran biaya ... gimana")."""
    named, words = question.named, question.words
    stems = {words[p].stem for p in hit.positions}
    if hit.aspect not in FACETS or not (named.firm and shelf.names.titles(named.certain, stems)):
        return False
    others = (h for a, h in question.hits.items() if a in ASKED and not h.positions & hit.positions)
    return any(other.score > _WEAK_CUE for other in others)


def _is_unit_of_law(hit: Hit, words: tuple[Word, ...]) -> bool:
    """Say whether "hukum" is but the name of a unit ("bagian hukum")."""
    return len(hit.positions) == 1 and words[min(hit.positions) - 1].stem in _UNITS_OF


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


def _is_sure(hit: Hit) -> bool:
    """Say whether a hit's words ask for a part of a standard and so name none."""
    return hit.aspect in ASKED and hit.score >= _STRONG_CUE and len(hit.positions) > 1


def _words(flat: str, shelf: Shelf, *, english: bool) -> tuple[Word, ...]:
    for short, parts in shelf.aliases.items():
        if short in flat:
            flat = flat.replace(short, " ".join(parts))
    return understand(flat, shelf.speller, english=english, kept=shelf.kept, says=shelf.says)


def _with_step_words(flat: str, shelf: Shelf) -> str:
    """Return the message with the mistyped words that lead to a step's number mended."""

    def mended(found: re.Match[str]) -> str:
        word = expand(shelf.speller.correct(found[0]))
        return word[0] if word[0] in STEP_WORDS else found[0]

    return _LONG_WORD.sub(mended, flat)

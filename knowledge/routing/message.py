"""A complaint as read: its sentences, their clauses, and the words of each as understood."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from knowledge.finding.aspects import Hit
from knowledge.finding.shelf import Shelf
from knowledge.language.english import is_english
from knowledge.language.normalize import (
    Word,
    as_words,
    expand,
    flatten,
    tokens,
    translate_complaint,
    understand,
)
from knowledge.routing.mentions import Mention, Spotter
from knowledge.routing.signs import all_signs

MOST = 4000  # characters that are read, as many as a Telegram message has
_OPENING = 120  # characters in which a sender names what he sends
_MENDED = 250  # words of a message that are mended; a long one is typed with care
_ABBREVIATED = re.compile(
    r"\b(yth|bpk|bp|sdr|sdri|no|ka|kab|dr|drs|dra|ir|hj|prof|tgl|hlm|dll|dsb|dst|kep|bag|sub|jl|"
    r"rp|tlp|telp|mr|mrs|ms|a|n|s|d|st|se|sh|msi)\.(?=\s*\w)"
)
_SENTENCES = re.compile(r"(?<=[!?;\n])|(?<=\.)(?=\s|$)|\n")
_CLAUSES = re.compile(
    r"[,:\"\N{EM DASH}\N{EN DASH}/]|\s-\s|\b(?=(?:tapi|tetapi|tp|namun|sedangkan|padahal|pdhl|"
    r"melainkan|ketika|waktu|wkt|saat|pas|sewaktu|setelah|stlh|karena|krn|karna|sehingga|"
    r"lalu|trus|kemudian|supaya|agar|biar|because|when|but|while|after)\b)"
)
_NO_JOINT = re.compile(  # "tahun lalu", "buang waktu": a time, no joint between clauses
    r"\b(?P<noun>(?:buang|jangka|batas|tepat|perlu|butuh|makan|banyak|sesuai|beberapa|se|tahun|thn|"
    r"taun|bulan|bln|minggu|mgg|hari|yang|sampai|sampe|hingga|pada|tiap|setiap|kali|dua|tiga)\s+)"
    r"(?P<time>waktu|saat|lalu)\b"
)
_BRACKETS = str.maketrans("()[]", "    ")  # what stands in them belongs to what is before
_LEADING = re.compile(r"^\W+")
_WORD = re.compile(r"[a-z]{4,}")
#: A question by a word behind it: "kena biaya ga", "dimintai uang ga kalau ke sana".
_TAGGED = re.compile(
    r"\w\s+\w+\s+(?:ga|gak|gk|ngga|nggak|engga|enggak|kagak|ndak|apa (?:tidak|ga|gak|nggak))"
    r"(?:\s+(?:ya|yah|sih|min|kak|pak|bu|bang|mas|mbak))?\W*(?:$|\s(?:kalau|kalo|klo|klu|kl)\b)"
)
_NAMING = frozenset({"pengaduan", "keluhan", "masukan", "saran", "usul", "usulan", "melaporkan",
                     "mengadukan", "mengeluhkan", "mengusulkan", "menyarankan"})  # fmt: skip
_LOOSE_TU = re.compile(
    r"(?<!biro )(?<!bag )(?<!bagian )(?<!staf )(?<!ruang )(?<!subbag )(?<!kasubbag )(?<!kasubag )"
    r"(?<!kabag )(?<!kabiro )(?<!karo )(?<!protokol )(?<!dan )(?<!dn )(?<!& )(?<!di )\btu\b"
    r"(?! (?:pimpinan|menteri|mensesneg|sekretaris|staf))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence with one thing to say, and the persons in it.

    `number` counts the clauses of the message, `sentence` its sentences; `asks` is set where
    the sentence ends in "?", `tagged` where the clause is asked by a word behind it ("... ga").
    """

    flat: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]
    number: int
    sentence: int
    asks: bool = False
    tagged: bool = False

    def signs(self, *names: str) -> list[Hit]:
        """Return the hits of these signs."""
        return [hit for hit in self.hits if hit.aspect in names]


@dataclass(frozen=True, slots=True)
class Message:
    """All clauses of a text; `plain` is the whole text on one line in plain letters."""

    plain: str
    clauses: tuple[Clause, ...] = ()
    english: bool = False

    def beside(self, clause: Clause) -> tuple[Clause, ...]:
        """Return the clauses of the sentence that one stands in, itself included."""
        start = end = clause.number
        while start and self.clauses[start - 1].sentence == clause.sentence:
            start -= 1
        while end < len(self.clauses) and self.clauses[end].sentence == clause.sentence:
            end += 1
        return self.clauses[start:end]

    def after(self, clause: Clause) -> Clause | None:
        """Return the clause behind one, or None."""
        following = clause.number + 1
        return self.clauses[following] if following < len(self.clauses) else None


class Reader:
    """Reads texts with the words that the loaded standards and our signs use."""

    def __init__(
        self, shelf: Shelf, names: Iterable[str], spotter: Spotter, sections: Iterable[str] = ()
    ) -> None:
        self._shelf = shelf
        self._kasi = _kasi(sections)
        self._spotter = spotter
        self._signs = all_signs()
        self._speller = shelf.speller.with_words(self._signs.vocabulary)
        self._names = tuple(_with_commas(names))

    def on(self, shelf: Shelf) -> Self:
        """Return the same reader with another shelf of the same standards."""
        other = copy.copy(self)
        other._shelf = shelf
        return other

    def read(self, text: str) -> Message:
        """Return a text as clauses; what is longer than a message is cut."""
        text = self._shelf.terms.written_out(text[:MOST])
        text = self._shelf.short_forms.written_out(text, self._shelf.posts.spellings)
        plain = self._kasi.sub("kepala seksi", flatten(_LOOSE_TU.sub("itu", text)))
        plain = plain.translate(_BRACKETS)
        for name, meant in self._names:
            plain = name.sub(meant, plain)
        english = is_english(tokens(plain))
        clauses = tuple(self._clauses(_ABBREVIATED.sub(r"\1 ", plain), english=english))
        line = _LEADING.sub("", " ".join(plain.split()))
        head, rest = line[:_OPENING], line[_OPENING:]
        return Message(_WORD.sub(self._naming, head) + rest, clauses, english)

    def _naming(self, found: re.Match[str]) -> str:
        """Mend the words by which people name what they send ("usuln"), and no others."""
        mended = self._speller.correct(found[0])[0]
        return mended if mended in _NAMING else found[0]

    def _clauses(self, plain: str, *, english: bool) -> Iterator[Clause]:
        count = 0
        place = 0
        for number, sentence in enumerate(_SENTENCES.split(plain)):
            asks = sentence.rstrip(" .!").endswith("?")
            for piece in _CLAUSES.split(_NO_JOINT.sub(r"\g<noun>_\g<time>", sentence)):
                count += len(piece.split())
                piece = piece.replace("_", " ").strip()
                found = self._words(piece, english=english, mend=count <= _MENDED)
                if found:
                    hits = tuple(self._signs.hits(found))
                    mentions = self._spotter.spot(found, hits)
                    tagged = bool(_TAGGED.search(piece))
                    yield Clause(piece, found, hits, mentions, place, number, asks, tagged)
                    place += 1

    def _words(self, piece: str, *, english: bool, mend: bool) -> tuple[Word, ...]:
        if english:
            piece = " ".join(translate_complaint(tokens(piece)))
        for short, parts in self._shelf.aliases.items():
            if short in piece:
                piece = piece.replace(short, " ".join(parts))
        if not mend:
            return as_words(expand(tokens(piece)))
        return understand(piece, self._speller, english=english, says=self._shelf.says)


def _with_commas(names: Iterable[str]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield each name that is printed with commas, to be found with or without them."""
    for name in sorted(set(names), key=len, reverse=True):
        if "," in name:
            said = [re.escape(word) for word in tokens(flatten(name)) if word != "dan"]
            joint = r"(?:\s*,\s*|\s+)(?:dan\s+|&\s*|and\s+)?"
            yield re.compile(joint.join(said)), flatten(name).replace(",", "")


def _kasi(sections: Iterable[str]) -> re.Pattern[str]:
    """Return where "kasi" is a Kepala Seksi; elsewhere it means to give.

    It is one behind a form of address, and before a word of a section's name.
    """
    names = "|".join(sorted({"seksi", *sections}))
    return re.compile(
        rf"(?<=\bpak )kasi\b|(?<=\bbu )kasi\b|(?<=\bbapak )kasi\b|(?<=\bibu )kasi\b|"
        rf"(?<=\boleh )kasi\b|(?<=\boknum )kasi\b|\bkasi(?= (?:{names})\b)|\bkasinya\b"
    )

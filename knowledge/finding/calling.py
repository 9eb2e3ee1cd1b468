"""What of a message may name a standard, and what only looks like its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.finding.aspects import Hit
from knowledge.finding.cueing import WEEKDAYS
from knowledge.finding.named import Named
from knowledge.finding.nicknames import GENERAL
from knowledge.finding.pairs import pair
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import Word
from knowledge.language.stemming import is_root
from knowledge.language.words import names, namings, stopwords

_PAPER = frozenset({"surat", "dokumen", "berkas"})
_BETWEEN = frozenset({"antar", "lintas", "per", "dalam", "luar"})  # "karantina antar pulau"
_SPEAKER = frozenset({"saya", "aku", "kami"})


def speaker_at(words: Sequence[Word]) -> frozenset[int]:
    """Return where people say what they are ("saya PNS mau ..."), which names no service."""
    texts = [word.text for word in words]
    begin = next((p + 1 for p, text in enumerate(texts) if text in _SPEAKER), len(texts))
    end = begin
    while end < len(texts) and not words[end].is_stop:
        end += 1
    return frozenset(range(begin, end))


def paper_at(words: Sequence[Word]) -> frozenset[int]:
    """Return where a paper is asked for ("surat apa"), which so is no word of a service's name."""
    texts = [word.text for word in words]
    return frozenset(
        p for p, text in enumerate(texts) if text in _PAPER and "apa" in texts[p + 1 : p + 3]
    )


def is_of_another_thing(
    words: Sequence[Word], named: Named, hits: Mapping[str, Hit], shelf: Shelf
) -> bool:
    """Say whether the one word that names a standard goes on as something else ("SOP kapal")."""
    if _is_done_to_another(words, named, hits, shelf):
        return True
    if len(named.positions) != 1 or named.paired:
        return False
    cued = {p for hit in hits.values() for p in hit.positions}
    for position in range(max(named.positions) + 1, len(words)):
        word = words[position]
        if (
            word.is_stop
            or word.text in _BETWEEN
            or position in cued
            or word.text.isdigit()
            or word.text in WEEKDAYS
        ):
            return False
        key, left = named.certain or "", words[position - 1].stem
        if _is_other_kind(key, left, word, shelf):
            return True
        if not shelf.index.knows(word.stem):
            return is_root(word.text) or word.text.startswith(("pe", "ke")) or word.text in names()
    return False


def _is_done_to_another(
    words: Sequence[Word], named: Named, hits: Mapping[str, Hit], shelf: Shelf
) -> bool:
    """Say whether but a deed names it, and is done to a thing it never speaks of ("pinjam buku").

    Words of offices in general may stand beside ("di perpustakaan daerah").
    """
    key = named.certain
    if key is None or named.paired:
        return False
    deeds = [p for p in named.positions if shelf.names.is_deed(key, words[p].stem)]
    others = {words[p].text for p in named.positions} - {words[p].text for p in deeds}
    if len(deeds) != 1 or not others <= GENERAL or deeds[0] + 1 >= len(words):
        return False
    thing = words[deeds[0] + 1]
    if thing.is_stop or any(deeds[0] + 1 in hit.positions for hit in hits.values()):
        return False
    called = (thing.stem, *namings().get(thing.stem, ()))
    return is_root(thing.text) and not any(shelf.index.says(key, stem) for stem in called)


def _is_other_kind(key: str, left: str, word: Word, shelf: Shelf) -> bool:
    """Say whether a word makes another name of one that never stands alone ("rawat inap")."""
    rights = shelf.names.following(key, left)
    if not rights or word.stem in rights or shelf.index.says(key, word.stem):
        return False
    said = sum(shelf.index.count(pair(left, right), key) for right in rights - stopwords())
    alone = shelf.index.count(left, key) > said and not rights <= stopwords()
    return is_root(word.text) and not alone

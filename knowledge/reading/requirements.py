"""What a requirements section asks, and of whom: the users, or those who carry the service out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet, Item, Section
from knowledge.reading.items import says_value, texts_of, value_of

_USERS = re.compile(
    r"(?:pengguna|pemohon|penerima|peminjam|pelanggan|peserta|penyewa|pasien|pelapor|pendaftar|masyarakat"
    r"|warga|konsumen)\b",
    re.I,
)
_IMPLEMENTERS = re.compile(r"(?:pelaksana|penyelenggara|petugas)\b", re.I)
_SIDE = rf"(?:{_USERS.pattern}|{_IMPLEMENTERS.pattern})"
#: "Persyaratan ... bagi pengguna", "Pemohon baru": nothing but the name of a side.
_HEAD = re.compile(
    rf"(?:(?:persyaratan|syarat|ketentuan|kewajiban)\b[^:]*?\b(?={_SIDE})[^:]*"
    rf"|(?:[^:]*\b(?:bagi|untuk|oleh)\s+)?(?:para\s+)?(?={_SIDE})\w+"
    r"(?:\s+(?!me|ber|harus\b|wajib\b|dapat\b)[\w/()-]+){0,6})\s*:?\s*",
    re.I,
)
_LONGEST_HEAD = 160
#: What stands above the contents of one paper, or above papers of which one is enough.
_OF_ONE = re.compile(
    r"\b(?:memuat|berisi\w*|mencantumkan|menyebutkan|menerangkan|menyatakan|bahwa|salah\s+satu|berupa"
    r"|diganti(?:kan)?|paling\s+(?:sedikit|kurang)|minimal|yaitu|seperti|misalnya)\b[^:]*:?\s*$",
    re.I,
)
_LONGEST_NAME = 8  # words


def with_sides(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Set the facet of the items that name a side of the requirements.

    The users' is set only where one item holds all that is asked of them.
    """
    sides = [_side(item) if item.mark or item.items else None for item in items]
    whole = sides.count(Facet.REQUIREMENTS_USER) == 1 and None not in sides
    return tuple(
        item if side is Facet.REQUIREMENTS_USER and not whole else replace(item, facet=side)
        for item, side in zip(items, sides, strict=True)
    )


def _side(item: Item) -> Facet | None:
    """Return whose requirements an item lists or, as a sentence, speaks of.

    A paper that is only named after a side ("Fotokopi KTP pemohon") is of no side.
    """
    head, colon, _ = item.text.partition(":")
    named = None
    if (item.items or colon or says_value(item)) and len(head) <= _LONGEST_HEAD:
        named = _HEAD.fullmatch(head)
    if named is None:
        return Facet.REQUIREMENTS_IMPLEMENTER if _IMPLEMENTERS.match(item.text) else None
    users, others = _USERS.search(named[0]), _IMPLEMENTERS.search(named[0])
    first = users and (not others or users.start() < others.start())
    return Facet.REQUIREMENTS_USER if first else Facet.REQUIREMENTS_IMPLEMENTER


def read_requirements(sections: Iterable[Section], facet: Facet) -> tuple[str, ...]:
    """Return the requirements of one side; what names no side is the users'."""
    wanted = (facet, None) if facet is Facet.REQUIREMENTS_USER else (facet,)
    return tuple(
        text
        for section in sections
        if section.facet is Facet.REQUIREMENTS
        for item in _listed(section.items)
        if item.facet in wanted
        for text in _texts(item)
    )


def _listed(items: Sequence[Item]) -> Sequence[Item]:
    """Return the entries of a list without the paragraphs around it, which lead to it or note."""
    entries = [item for item in items if item.mark or item.items or item.facet]
    return entries if sum(bool(item.mark) for item in entries) > 1 else items


def _texts(item: Item) -> Iterator[str]:
    """Yield what an item asks; each entry of a group whose facet is not set keeps its name.

    The name tells whom it concerns: "Pemohon baru: KTP", "Pemohon baru: KK".
    """
    if item.facet and item.items:
        for below in item.items:
            yield from _texts(below)
    elif item.facet and says_value(item):
        yield from filter(None, [value_of(item)])
    elif _is_group(item):
        yield from (f"{item.text.rstrip(' :')}: {text}" for text in texts_of(item.items))
    else:
        yield from texts_of([item])


def _is_group(item: Item) -> bool:
    """Whether an item only names what the several papers below it are for."""
    text = item.text.rstrip()
    named = text.endswith(":") or len(text.split()) <= _LONGEST_NAME
    return named and bool(item.items) and not _OF_ONE.search(text)

"""From raw text to content lines with their page: letterheads, page marks and catchwords apart.

What the lines mean (headings, lists) is the business of the layouts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.model import Facet
from knowledge.reading.cleaning import plain
from knowledge.reading.copyrights import copyrights
from knowledge.reading.headings import is_worded
from knowledge.reading.letterheads import HEADING_MARK, letterheads, specks

_PAGE = re.compile(
    r"\W{0,3}[-–—]\s*(\d{1,4})\s*(?:[-–—]\W{0,3})?"
    r"|(?:[A-Z][^.;:|\d]{2,30}\s(?:--|[-–—|])\s*)?"
    r"(?:halaman|hal\.?|hlm\.?|page)\s*:?\s*(\d{1,4})(?:\s*(?:dari|of|/)\s*\d{1,4})?",
    re.I,
)
#: A running foot: "SOP Perjalanan Dinas - Biro Umum Halaman 2 dari 4".
_FOOT = re.compile(
    r"[A-Z][^;:|]{2,110}\s(?:halaman|hal\.|hlm\.|page)\s*(\d{1,4})\s*(?:dari|of|/)\s*\d{1,4}", re.I
)
_LONGEST_FOOT = 140
_LONE = re.compile(r"\d{1,4}")
_DASHES = re.compile(r"[-–—\s]+")
#: What names a chapter and stands above its title.
_CHAPTER = re.compile(r"(?:BAB|BAGIAN)\s+(?:[IVX]{1,5}|\d{1,2}|[A-Z]+)", re.I)
_DOTS = re.compile(r"\s*(?:\.\s?){2,}\.?$|\s*…$")
_TOKEN = re.compile(r"[^\W_]+")
_INVISIBLE: dict[int, int | None] = {
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
    **{code: ord(" ") for code in range(32) if chr(code) not in "\n\f"},
    ord("\u2028"): ord("\n"),
    ord("\u2029"): ord("\n"),
}
_RULE = re.compile(r"(?:[=_~*–—-]\s?){5,}")  # a line drawn of signs
_PICTURE = re.compile(r"<!--.*-->|!\[[^\]]*\]\([^)]*\)")
_LONGEST_MARK = 40
_WIDEST = 120
_WRAPPED_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One content line as printed, trimmed; `gap` says that a blank line or page break precedes.

    `plain` is the text without bold and italic marks; `before` are printed words that only lead
    to the text ("Penanggung jawab *pelayanan adalah*"). `opens` is the head of a table of steps,
    which is a section of its own where it does not stand in a procedure. `facet` is that of the
    section which a row of a table begins though no component's name heads it. `cell` says that
    it is another cell of the step above ("Output: tanda terima"), which heads nothing. `service` is
    the name of the service that a column of a table tells of.
    """

    text: str
    page: int | None = None
    gap: bool = False
    before: str = ""
    opens: str = ""
    facet: Facet | None = None
    service: str = ""
    cell: bool = field(default=False, compare=False)
    plain: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", plain(self.text))

    @property
    def printed(self) -> str:
        """Return the line as it stands in the document."""
        return f"{self.before} {self.text}" if self.before else self.text


@dataclass(frozen=True, slots=True)
class Pages:
    """A document's content lines, and what was taken out as page furniture.

    `width` is the line width of hard-wrapped text, 0 where each line is a whole paragraph.
    """

    lines: tuple[Line, ...]
    furniture: tuple[str, ...]
    warnings: tuple[str, ...]
    width: int = 0


def split_pages(text: str, numbers: Sequence[int] = (), *, whole: bool = False) -> Pages:
    """Take the page furniture out of a text; every other line is kept, in order.

    `numbers` are those of the pages that form feeds part, where they are known; `whole` says
    that each line is a whole paragraph.
    """
    raw = [line if line == "\f" else line.strip() for line in _normalise(text).split("\n")]
    marks, dashes = _page_marks(raw)
    drawn = {i for i, line in enumerate(raw) if _PICTURE.fullmatch(line) or _RULE.fullmatch(line)}
    removed = set(marks) | dashes | drawn | letterheads(raw, marks) | specks(raw, marks)
    removed |= copyrights(raw)
    known = len(numbers) > 1 or not marks
    pages = _counted(raw, numbers) if numbers and known else _numbering(raw, marks, removed)
    lines: list[Line] = []
    gap = True
    for index, line in enumerate(raw):
        if not line or line == "\f" or index in removed:
            gap = True
            continue
        lines.append(Line(line, pages[index], gap))
        gap = False
    kept, catchwords, warnings = _without_catchwords(lines)
    furniture = dict.fromkeys([raw[index] for index in sorted(removed)] + catchwords)
    width = 0 if whole else _width(kept)
    return Pages(tuple(kept), tuple(furniture), tuple(warnings), width)


def _counted(raw: list[str], numbers: Sequence[int]) -> list[int | None]:
    """Return each line's page by the form feeds before it."""
    pages: list[int | None] = []
    at = 0
    for line in raw:
        at = min(at + (line == "\f"), len(numbers) - 1)
        pages.append(numbers[at])
    return pages


def _normalise(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x0b", "\n").replace("\x0c", "\n\f\n")
    return text.translate(_INVISIBLE)


def _page_marks(raw: list[str]) -> tuple[dict[int, int], set[int]]:
    """Map the index of each page mark to its number; dashes that stand alone around it apart."""
    marks: dict[int, int] = {}
    lone: dict[int, int] = {}
    dashes: set[int] = set()
    for index, line in enumerate(raw):
        if not line or len(line) > _LONGEST_FOOT:
            continue
        text = plain(line)
        if (page := _page_of(text)) is not None:
            marks[index] = page
        elif _LONE.fullmatch(text):
            lone[index] = int(text)
        elif _DASHES.fullmatch(text):
            dashes.add(index)
    lone = {i: n for i, n in lone.items() if not _is_content(i, raw)}
    between = {i: n for i, n in lone.items() if _between_dashes(i, raw, dashes)}
    # A number alone on its line is a page mark only between dashes or as one of a rising series.
    if between:
        marks |= between
    elif not marks and _rises(list(lone.values())):
        marks = lone
    return marks, dashes


def _page_of(text: str) -> int | None:
    """Return the page that a mark or a running foot gives, or None."""
    match = _PAGE.fullmatch(text) if len(text) <= _LONGEST_MARK else None
    if match:
        return int(match[1] or match[2])
    foot = _FOOT.fullmatch(text)
    return int(foot[1]) if foot else None


def _is_content(index: int, raw: list[str]) -> bool:
    """Whether a number alone on its line is all that stands below a heading."""
    above = next((line for line in reversed(raw[:index]) if line), "")
    below = next((line for line in raw[index + 1 :] if line), "")
    return is_worded(HEADING_MARK.sub("", plain(above))) and (
        not below or bool(HEADING_MARK.match(below))
    )


def _between_dashes(index: int, raw: list[str], dashes: set[int]) -> bool:
    near = [i for i in range(max(0, index - 4), min(len(raw), index + 5)) if raw[i] and i != index]
    before = [i for i in near if i < index]
    after = [i for i in near if i > index]
    return bool((before and before[-1] in dashes) or (after and after[0] in dashes))


def _rises(numbers: list[int]) -> bool:
    return len(numbers) > 1 and all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))


def _numbering(raw: list[str], marks: dict[int, int], removed: set[int]) -> list[int | None]:
    """Return each line's page; marks stand at the head of pages unless text precedes them all."""
    content = [i for i, line in enumerate(raw) if line and line != "\f" and i not in removed]
    pages: list[int | None] = [None] * len(raw)
    if not marks or not content:
        return pages
    at_foot = content[0] < min(marks) and content[-1] < max(marks)
    page: int | None = None
    for index in range(len(raw) - 1, -1, -1) if at_foot else range(len(raw)):
        page = marks.get(index, page)
        pages[index] = page
    return pages


def _without_catchwords(lines: list[Line]) -> tuple[list[Line], list[str], list[str]]:
    """Drop a line that only announces the next page's first words ("Tujuannya . . .")."""
    kept: list[Line] = []
    dropped: list[str] = []
    warnings: list[str] = []
    gap = False
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        announced = _announced(line.plain)
        if announced and any(_tokens(n, announced) == announced for n in _next_words(lines, at)):
            dropped.append(line.text)
            gap = True
            continue
        if announced and len(announced) <= 4 and following is not None and following.gap:
            warnings.append(f"catchword_unsure: {line.text}")
        kept.append(replace(line, gap=True) if gap else line)
        gap = False
    return kept, dropped, warnings


def _next_words(lines: Sequence[Line], at: int) -> Iterator[str]:
    """Yield what a catchword may announce: the next line, or the title below "BAB III"."""
    for line in lines[at + 1 : at + 3]:
        yield line.plain
        if not _CHAPTER.fullmatch(line.plain):
            return


def _announced(text: str) -> list[str]:
    """Return the words before closing dots, or nothing if the line does not end in dots."""
    if not text.endswith((".", "…")) or len(text) > 90:
        return []
    shorter = _DOTS.sub("", text)
    return _tokens(shorter) if shorter != text else []


def _tokens(text: str, like: list[str] | None = None) -> list[str]:
    """Return the words of a text in lower case; with `like`, only as many as that has."""
    found = [token.casefold() for token in _TOKEN.findall(text[:400])]
    return found if like is None else found[: len(like)]


def _width(lines: list[Line]) -> int:
    """Return the width of hard-wrapped text: all lines are short, many go on in lower case."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths or lengths[len(lengths) * 98 // 100] > _WIDEST:
        return 0
    going_on = sum(not line.gap and line.text[0].islower() for line in lines)
    return lengths[len(lengths) * 9 // 10] if going_on >= _WRAPPED_SHARE * len(lines) else 0

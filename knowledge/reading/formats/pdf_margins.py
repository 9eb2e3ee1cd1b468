"""Running headers and footers of a PDF: what stands at the same edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TypeAlias

from knowledge.reading.formats.pdf_lines import PrintedLine, lines_of
from knowledge.reading.formats.pdf_page import Page

_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ARTICLE = re.compile(r"(?:Pasal|BAB|Bagian|Langkah|Tahap)\s+\w{1,6}", re.I)
_DEPTH = 4  # lines of a header
_SHARE = 0.4
_NEAR = 8.0
_MARGIN = 0.07
_FEWEST_LINES = 5


def take_margins(pages: Sequence[Page]) -> tuple[list[str], tuple[int, ...]]:
    """Take the running lines out of the pages; return them, and the number of each page.

    The numbers are those printed on the pages, where these count on, else 1, 2, 3.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(key for lines in edges for key in {_key(line, up) for line, up in lines})
    needed = max(2, _SHARE * len(pages))
    furniture: dict[str, None] = {}
    printed: list[list[int]] = []
    for page, lines in zip(pages, edges, strict=True):
        running = list(_running(lines, {key for key, count in seen.items() if count >= needed}))
        running += [line for line in _in_margins(page) if line not in running]
        taken = {id(word) for line in running for word in line.words}
        page.words = [word for word in page.words if id(word) not in taken]
        furniture |= dict.fromkeys(line.text for line in running)
        printed.append([int(n) for line in running for n in _PAGE.findall(line.text)])
    return list(furniture), _numbers(printed)


_Key: TypeAlias = tuple[str, bool, int]


def _in_margins(page: Page) -> list[PrintedLine]:
    """Return the first and the last line where they stand in the margin, small and far from others.

    That is all that tells a running line on a single page.
    """
    lines = lines_of(page.words)
    if len(lines) < _FEWEST_LINES:
        return []
    usual = median(line.size for line in lines)
    first, last = lines[0], lines[-1]
    apart = 2 * usual
    upper = first.base < _MARGIN * page.height and lines[1].base - first.base > apart
    lower = last.base > (1 - _MARGIN) * page.height and last.base - lines[-2].base > apart
    found = [line for line, is_margin in ((first, upper), (last, lower)) if is_margin]
    return [line for line in found if line.size < usual - 1]


def _edges(page: Page) -> list[tuple[PrintedLine, bool]]:
    """Return the first and last lines of a page, from the edge inwards; True for the upper ones."""
    lines = lines_of(page.words)
    upper = [(line, True) for line in lines[:_DEPTH]]
    return upper + [(line, False) for line in reversed(lines[_DEPTH:][-_DEPTH:])]


def _key(line: PrintedLine, upper: bool) -> _Key:
    """Return what two printings of a running line share; numbers may differ."""
    return _DIGITS.sub("#", line.text.casefold()), upper, round(line.base / _NEAR)


def _running(lines: list[tuple[PrintedLine, bool]], repeated: set[_Key]) -> Iterator[PrintedLine]:
    """Yield the running lines, from each edge to the first line that is none."""
    stopped: set[bool] = set()
    for line, upper in lines:
        content = _ARTICLE.fullmatch(line.text.strip())  # "Pasal 7" and "Pasal 13" are no numbers
        if upper in stopped or content or _key(line, upper) not in repeated:
            stopped.add(upper)
        else:
            yield line


def _numbers(printed: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the pages' numbers: those that go on from page to page, by how much they are ahead."""
    ahead = Counter(number - index for index, found in enumerate(printed) for number in set(found))
    (most, count), *_ = ahead.most_common(1) or [(1, 0)]
    first = most if count > 1 and count >= _SHARE * len(printed) else 1
    return tuple(range(first, first + len(printed)))

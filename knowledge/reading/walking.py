"""Goes through the lines of a text and tells which are headings, by those before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.model import Facet
from knowledge.reading.capitals import Capitals
from knowledge.reading.cleaning import plain
from knowledge.reading.decimals import decimal_heading, is_entry
from knowledge.reading.found import (
    Found,
    is_sentence,
    lettered_heading,
    looks_like_heading,
)
from knowledge.reading.heading_styles import (
    DIGIT,
    LONGEST,
    MARKDOWN,
    NONE,
    known_in,
    of_some,
    only_label,
    without_mark,
)
from knowledge.reading.headings import (
    Heading,
    is_label,
    known_heading,
    named_facets,
    worded_heading,
)
from knowledge.reading.joining import ends_open
from knowledge.reading.labelling import comes_again, wide_label
from knowledge.reading.letter_runs import Lettered
from knowledge.reading.pages import Line
from knowledge.reading.parts import part_of
from knowledge.reading.strays import INNER, stray_heading
from knowledge.reading.tails import names_table
from knowledge.reading.titles import prints_title

#: What a standard tells of itself before its first section.
_OPENING = frozenset(
    {Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.USERS, Facet.LEGAL_BASIS}
)
#: "II. PELAYANAN PEMINJAMAN" above sections that are numbered anew.
_ABOVE_NUMBERS = re.compile(r"[IVX]{1,5}\.\s+[A-Z][A-Z\W]{4,}")
_FIELD = re.compile(r"([A-Z][^\W\d_]+(?:[ /][^\W\d_]+){0,3})[*)\s]*:\s*(\S.*)")  # "Dasar Hukum*):"
_BULLET = re.compile(r"[*•–-]\s+(?=\S)")
_FAQ = re.compile(r"\bfaq\b|\btanya[\s-]+jawab\b|\bsering\s+(?:di)?(?:tanya|ajukan)\w*", re.I)
_BARE_TITLE = 2
MANY_ASKED = 3
"""Questions that make questions the headings of a text."""

_TIMES = frozenset({Facet.TOTAL_TIME, Facet.SERVICE_HOURS})
#: Components whose subheadings may be worded like them.
_MAY_GROUP = frozenset({Facet.COST, Facet.COMPLAINT, Facet.REQUIREMENTS, Facet.FACILITIES})


@dataclass(slots=True)
class Walk:
    """Goes through the lines; knows the last heading and the list that runs since then.

    `depth` is the number of "#" of the document's sections, 0 where it has none, `level` that of
    the last heading; `asks`: questions head them; `faq`: one of questions and answers runs;
    `labels` is what stands before the colon where they are labels ("Biaya : Gratis"), else None;
    `decimals` are the sections whose entries are numbered with them ("4." above "4.1").
    """

    lines: Sequence[Line]
    style: str
    depth: int
    asks: bool = False
    labels: str | None = None
    decimals: dict[int, tuple[str, str]] = field(default_factory=dict)
    capitals: Capitals = Capitals()
    titled: dict[int, Heading] = field(default_factory=dict)
    lettered: dict[int, Lettered] = field(default_factory=dict)
    last: Found | None = None
    level: int = 0
    number: int = 0
    item: int = 0
    begun: int = -1
    opening: bool = False
    faq: bool = False

    def step(self, index: int) -> Found | None:
        """Return the heading that stands at a line, and go on behind it."""
        line = self.lines[index]
        if prints_title(line):  # behind a gap, what follows is counted anew
            self.opening = self.opening or self.last is None
            self.number = 0 if line.gap else self.number
        self._count_anew(line)
        if self.opening and (hit := self._field(line)):
            return hit
        if row := self._row(index):
            self.last, self.begun = row, index
            return row
        if self.faq and line.plain.endswith("?") and len(line.plain) <= LONGEST:
            return Found("", Heading(Facet.OTHER, line.plain, exact=False))
        hit = self._marked(line) if MARKDOWN.match(line.text) else self._styled(index)
        if hit is None and line.gap:
            before = self.last.letter if self.last else ""
            stray = stray_heading(line.plain, before, alone=self._alone(index))
            hit = Found(*stray) if stray else None
        if hit:
            self.opening, self.faq = False, bool(_FAQ.search(hit.heading.text))
            whole = hit.letter.partition(".")[0]
            self.number, self.item = int(whole) if whole.isdigit() else 0, 0
            letter = hit.letter or (self.last.letter if self.last else "")
            self.last, self.begun = replace(hit, letter=letter), index
        elif (match := DIGIT.fullmatch(line.plain)) and not match[2][:1].isdigit():
            self.item = int(match[1])
        return hit

    def _count_anew(self, line: Line) -> None:
        """Begin to count again below the name of a service."""
        if line.gap and _ABOVE_NUMBERS.fullmatch(line.plain):
            self.number = self.item = 0

    def _row(self, index: int) -> Found | None:
        """Return the section that a row of a table begins, or its first step."""
        line = self.lines[index]
        if named := names_table(line, self.lines[index + 1 : index + 2]):
            return Found(*named)
        if line.opens and not self._inside(Facet.PROCEDURE):
            return Found("", Heading(Facet.PROCEDURE, line.opens, exact=True), line.text)
        if line.facet is None:
            return None
        printed, _, rest = line.plain.partition(":")
        letter, words = without_mark(printed)
        rest = line.plain if line.facet is Facet.COMPLAINT else rest.strip()
        return Found(letter, Heading(line.facet, words, exact=False), rest)

    def _field(self, line: Line) -> Found | None:
        """Read "Unit Penyelenggara : Dinas X" between the title and the first section.

        In a list there ("* Tempat: Loket 2", "* Jam layanan") each known component is one.
        """
        if bullet := _BULLET.match(line.plain):
            hit = known_in(plain(line.plain[bullet.end() :]))
            return Found("", *hit) if hit and hit[0].exact else None
        match = _FIELD.fullmatch(line.plain)
        if match is None or prints_title(line) or match[1] == "NOMOR":
            return None
        known = known_heading(match[1])
        if known and known.exact:
            return Found("", known, match[2]) if known.facet in _OPENING else None
        return Found("", Heading(Facet.OTHER, match[1], exact=False), match[2])

    def _alone(self, index: int) -> bool:
        following = self.lines[index + 1 : index + 2]
        return self.lines[index].gap and all(line.gap for line in following)

    def _marked(self, line: Line) -> Found | None:
        """Read "## Biaya"; words that are unknown head a section at the sections' own depth."""
        if not self.depth or prints_title(line) or part_of(line.plain):
            return lettered_heading(line, self.style)
        letter, words = without_mark(line.plain)
        level = len(line.text) - len(line.text.lstrip("#"))
        if hit := known_in(words):
            again = level > self.level > 0 and self._inside(hit[0].facet)
            if again and hit[0].facet in _MAY_GROUP:
                return None  # "### 4.1 Biaya layanan" groups what "## 4. Biaya" holds
            self.level = level
            return Found(letter, *hit)
        if level > self.depth or self.last is None:
            return None
        self.level = level
        return Found(letter, worded_heading(words))

    def _styled(self, index: int) -> Found | None:
        if index in self.lettered:
            return Found(*self.lettered[index])
        if self.style == "none":
            return self._unmarked(index)
        if self.decimals and (stands := decimal_heading(self.lines, index, self.decimals)):
            return Found(*stands)
        if self.decimals and is_entry(self.lines[index]):
            return None
        if self.decimals or self.style == "digit":
            return self._numbered(self.lines[index])
        return (
            None
            if is_sentence(self.lines, index)
            else lettered_heading(self.lines[index], self.style)
        )

    def _numbered(self, line: Line) -> Found | None:
        """Read "3. Biaya": no heading where it goes on with a list and not with the sections.

        In other words than the known ones it is a heading only if no list can hold its number.
        """
        match = DIGIT.fullmatch(line.plain)
        if match is None:
            return None
        number = int(match[1])
        in_list = bool(self.item) and number == self.item + 1
        in_turn = number == self.number + 1
        if in_list and not in_turn:
            return None
        if hit := known_in(match[2]):
            inner = hit[0].facet in INNER or is_label(hit[0].text)
            return Found(match[1], *hit) if in_turn or not inner else None
        words, _, rest = match[2].partition(":")
        if number == 1 and len(named_facets(words)) > 1 and looks_like_heading(words):
            return Found("1", worded_heading(words), rest.strip())
        if not self.number or in_list or not in_turn or not looks_like_heading(words):
            return None
        return Found(match[1], worded_heading(words), rest.strip())

    def _unmarked(self, index: int) -> Found | None:
        """Read a line that is a known heading, also with its content behind a colon."""
        line = self.lines[index]
        if heading := self.capitals.own.get(index) or self.titled.get(index):
            return Found("", heading)
        match = None if index in self.capitals.mentions else NONE.fullmatch(line.plain)
        hit = known_in(match[2]) if match else None
        if match and not (hit and hit[0].exact) and self._tells_how(line):
            match = None
        if match and not hit and self.labels is not None and self.last:
            again = self._inside(Facet.REQUIREMENTS)  # it leads one more list of them
            hit = only_label(match[2]) or (None if again else of_some(match[2]))
        if match and not hit and self._asks_on(line):
            return Found("", Heading(Facet.OTHER, line.plain, exact=False))
        if match and not hit and self.last and (label := wide_label(line.plain, self.labels)):
            return Found("", *label)
        if match is None or hit is None or not hit[0].exact or self._is_named(hit):
            return None
        labels = is_label(hit[0].text) and (hit[1] or not line.gap)
        close = not line.gap and self.labels is None and not self._goes_on(index, hit[0].facet)
        told = self._inside(Facet.PROCEDURE, Facet.COMPLAINT)
        inside = told and not self._before_label(index, hit[0])
        if labels and (close or inside):
            return None
        return Found("", *hit) if line.gap or self._begins(index) else None

    def _tells_how(self, line: Line) -> bool:
        """Whether a label stands right below the complaints' own heading: "Surel : x@y.id"."""
        headed = self._inside(Facet.COMPLAINT) and self.last is not None and not self.last.rest
        return headed and not line.gap

    def _before_label(self, index: int, label: Heading) -> bool:
        """Whether another component follows at once, in a text whose headings are labels."""
        if self.labels is None or index + 1 >= len(self.lines):
            return False
        if label.facet in _TIMES and comes_again(self.lines, index, self.begun):
            return False
        hit = known_in(self.lines[index + 1].plain)
        return hit is not None and hit[0].exact and not is_label(hit[0].text)

    def _goes_on(self, index: int, facet: Facet) -> bool:
        """Whether a labelled component stands directly above: "Biaya: gratis" / "Produk: ..."."""
        above = self.last if self.begun == index - 1 else None
        return above is not None and bool(above.rest) and above.heading.facet is not facet

    def _is_named(self, hit: tuple[Heading, str]) -> bool:
        """Whether "Tempat: Loket 2" stands below a heading that names the place with others."""
        named = named_facets(self.last.heading.text) if self.last and hit[1] else {}
        return len(named) > 1 and hit[0].facet in named

    def _asks_on(self, line: Line) -> bool:
        """Whether a line is a question that no section is known by, among those that are."""
        return self.asks and line.gap and line.plain.endswith("?") and len(line.plain) <= LONGEST

    def _inside(self, *facets: Facet) -> bool:
        return self.last is not None and self.last.heading.facet in facets

    def _begins(self, index: int) -> bool:
        """Whether a line without a blank line before it begins something new."""
        before = self.lines[index - 1].plain if index else ""
        broken_title = len(before.split()) <= _BARE_TITLE and prints_title(self.lines[index - 1])
        return self.lines[index].plain[0].isupper() and not broken_title and not ends_open(before)

"""Where a standard begins in a document, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.reading.casing import is_capitals
from knowledge.reading.cleaning import clean
from knowledge.reading.offices import NUMBERED, is_body, names_office, office_of_head
from knowledge.reading.pages import Line

_NUMBER = re.compile(
    r"^(?:(?:\d{1,3}|[A-Za-z]|[IVXL]{1,6})[.)]\s*"
    r"|(?:BAGIAN|BAB|Bagian|Bab)\s+(?:\d{1,2}|[A-Z]|[IVXL]{1,6})\s*[.):–-]?\s+)"
)
#: The mark of the first of several counted titles.
_FIRST = re.compile(r"[1AI][.)]\s")
#: "Nama SOP: Pendaftaran Pasien".
NAMED = re.compile(
    r"(?:nama|judul)\s+(?:sop|standar(?:\s+(?:pe)?layanan)?|prosedur|protap)\s*:\s*(?P<name>\S.*)",
    re.I,
)
_TITLE = re.compile(
    rf"(?:{_NUMBER.pattern[1:]})?(?:S(?i:tandard?\s+"
    r"(?:pelayanan|layanan|operasional|prosedur|operating)\b.*)|P(?i:rosedur\s+tetap\b.*))"
    rf"|(?i:{NAMED.pattern})"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_SENTENCE = re.compile(r"[.;:]$|\b(?:adalah|merupakan)\b")
#: How a line in capitals goes on with a title above it, also behind a blank line.
_JOINS = re.compile(r"(?:BAGI|UNTUK|PADA|DALAM|DI|DAN|OLEH|KEPADA|DENGAN|ATAS|SERTA|MELALUI)\s+\w")
#: A standard's own number before its name: "Standar Pelayanan I: Penerbitan Kartu".
_COUNT = re.compile(
    r"^(standar\s+(?:pe)?layanan)\s+(?:(?:nomor|no\.?|ke)[\s-]*)?(?:[IVX]{1,6}|\d{1,2})"
    r"(?:\s?[.:)–—-]\s*|\s+(?=[A-Z]))(?=\w)",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:[,/&-]|\b(?:lingkungan|pada|di|ke|dan|atau|dari|oleh|untuk|bagi|kepada|kepala|antar|atas"
    r"|wilayah|tentang|kementerian|sekretaris|pejabat|pegawai|gedung|surat))$",
    re.I,
)
#: What a form says of itself above its name.
_IN_FORM = re.compile(
    r"(?:nomor|no\b|tanggal|tgl\b|revisi|edisi|versi|halaman|jumlah\s+halaman|disahkan|disetujui"
    r"|dibuat|berlaku|pemerintah\s+(?:provinsi|kabupaten|kota|daerah)\b|sekretariat\b)",
    re.I,
)
_LONGEST_FORM = 15
_LONGEST_TITLE = 300
_NEAR = 4
_FAR, _FEW, _MANY = 12, 2, 5
_BARE = ("standar", "pelayanan")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the lines (from `start` to before `end`) that print it.

    So many lines above belong to its form: whose it is, its number and dates (`headed`).
    """

    text: str
    start: int
    end: int
    headed: int = 0

    @property
    def begin(self) -> int:
        """The first line of the form that the title stands in."""
        return self.start - self.headed


def prints_title(line: Line) -> bool:
    """Whether a line is worded like the title of a standard."""
    return bool(_TITLE.fullmatch(line.plain))


def find_titles(lines: Sequence[Line], is_structure: Callable[[int], bool]) -> list[Title]:
    """Return the titles of the standards in a document, in order.

    A title is a block in capitals that begins with "Standar Pelayanan" and is soon followed by a
    part or a heading; or such a line in small letters, at the beginning of the document or
    directly above the block.
    """
    blocks = _without_covers(lines, _blocks(lines, is_structure))
    begins = {start for start, _ in blocks}
    first = next((i for i in range(len(lines)) if is_structure(i)), len(lines))
    sure = sum(map(is_structure, range(len(lines)))) >= _MANY
    titles: list[Title] = []
    for start, end in blocks:
        capitals = is_capitals(lines[start].plain)
        if titles and _is_bare(lines, start, end) and is_structure(start - 1):
            continue  # "BAGIAN KEDUA" / "STANDAR PELAYANAN"
        if named := NAMED.fullmatch(lines[start].plain):
            low = titles[-1].end if titles else 0
            name = clean(named["name"])
            titles.append(Title(name, start, start + 1, _headed(lines[low:start], name)))
            continue
        below = _below(lines, end, sure=sure)
        begun = any(is_structure(i) or i in begins or (sure and _marks(lines[i])) for i in below)
        decreed = len(blocks) == 1 and start and lines[start - 1].plain == "TENTANG"
        if capitals and not (begun or (decreed and sure)):  # recitals may stand between
            continue
        if not capitals and start > first and not (end in begins or is_structure(end)):
            continue
        if titles and _is_next_printing(titles[-1], start, is_structure):
            titles[-1] = _merged(titles[-1], lines, start, end)
        elif not titles or _slug(_text(lines, start, end)) != _slug(titles[-1].text):
            titles.append(Title(_text(lines, start, end), start, end))
    return titles


def _headed(above: Sequence[Line], name: str) -> int:
    """Return how many lines above "Nama SOP: ..." belong to its form."""
    count = 0
    for line in reversed(above[-_LONGEST_FORM:]):
        count += 1
        if _marks(line) and _slug(name) in _slug(line.plain):
            return count
        if not (_IN_FORM.match(line.plain) or is_body(line) or office_of_head(line)):
            return count - 1
    return count


def _below(lines: Sequence[Line], end: int, *, sure: bool) -> range:
    """Return the lines below a title in which its first heading stands: behind few words.

    In a text that is `sure` to have sections these may be paragraphs of several lines.
    """
    far = end
    paragraphs = 0
    while sure and far < min(end + _FAR, len(lines)) and paragraphs <= _FEW:
        paragraphs += lines[far].gap
        far += 1
    return range(end, min(max(far, end + _NEAR), len(lines)))


def _marks(line: Line) -> bool:
    """Whether a line is marked as a heading, though not of a component: "# A. Pendahuluan"."""
    return bool(_HEADING.match(line.text))


def _is_bare(lines: Sequence[Line], start: int, end: int) -> bool:
    return tuple(_text(lines, start, end).casefold().split()) == _BARE


def _without_covers(lines: Sequence[Line], blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the blocks without those that only name whose standards follow, or what they share."""
    return [
        block
        for block, then in zip(blocks, [*blocks[1:], None], strict=False)
        if not then
        or not _names_service(lines, then)
        or not (_is_cover(lines, block) or _counts_on(lines, block, then))
    ]


def _counts_on(lines: Sequence[Line], block: tuple[int, int], then: tuple[int, int]) -> bool:
    """Whether the first of several titles stands near below: "1. Standar Pelayanan Surel"."""
    near = then[0] - block[1] < _NEAR
    return near and bool(_FIRST.match(lines[then[0]].plain)) and not _counted(lines[block[0]])


def _counted(line: Line) -> bool:
    return bool(_NUMBER.match(line.plain))


def _is_cover(lines: Sequence[Line], block: tuple[int, int]) -> bool:
    start, end = block
    bare = len(_text(lines, start, start + 1).split()) == len(_BARE)
    return bare and end > start + 1 and names_office(lines[start + 1])


def _names_service(lines: Sequence[Line], block: tuple[int, int]) -> bool:
    whole = len(_text(lines, *block).split()) > len(_BARE)
    return whole and not _is_cover(lines, block)


def _is_next_printing(title: Title, start: int, is_structure: Callable[[int], bool]) -> bool:
    """Whether a block soon after a title, with nothing but lines between, prints it again."""
    near = start - title.end < _NEAR
    return near and not any(is_structure(i) for i in range(title.end, start))


def slug(title: str) -> str:
    """Return the id of a standard: its title in ASCII without "standar pelayanan"."""
    text = _slug(re.sub(r"^\s*standar(?:d)?\s+(?:pelayanan|layanan)\b", "", title, flags=re.I))
    return text or _slug(title) or "standar"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))


def _blocks(lines: Sequence[Line], is_structure: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Find runs of lines that could print a title: without a gap, before any structure."""
    blocks = []
    index = 0
    while index < len(lines):
        end = index + 1
        line = lines[index]
        if _TITLE.fullmatch(line.plain) and not is_structure(index):
            named = NAMED.fullmatch(line.plain)
            end = index + 1 if named else _end(lines, index, is_structure)
            stands_out = (
                bool(named)
                or line.gap
                or line.plain.isupper()
                or _marks(line)
                or _prints_again(lines, end)
            )
            text = " ".join(part.plain for part in lines[index:end])
            if stands_out and len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text):
                blocks.append((index, end))
        index = end
    return blocks


def _prints_again(lines: Sequence[Line], end: int) -> bool:
    """Whether the title in capitals follows directly."""
    return (
        end < len(lines) and is_capitals(lines[end].plain) and bool(_TITLE.match(lines[end].plain))
    )


def _end(lines: Sequence[Line], start: int, is_structure: Callable[[int], bool]) -> int:
    capitals = is_capitals(lines[start].plain)
    bare = len(lines[start].plain.split()) <= 2
    end = start + 1
    while end < len(lines) and not is_structure(end):
        same = is_capitals(lines[end].plain) == capitals
        leads = NUMBERED.fullmatch(lines[end].plain) or lines[end - 1].plain == "TENTANG"
        joins = leads or _JOINS.match(lines[end].plain)
        if not same or (lines[end].gap and not (bare and (joins or end == start + 1))):
            break
        if _FIRST.match(lines[end].plain) and prints_title(lines[end]):
            break
        if _is_whole(lines[start:end]) and _names_bodies(lines, end, is_structure):
            break
        end += 1
    return end


def _names_bodies(lines: Sequence[Line], at: int, is_structure: Callable[[int], bool]) -> bool:
    """Whether a line ends the block and names an office, or it and all below name such bodies."""
    end = at + 1
    while end < len(lines) and not (lines[end].gap or is_structure(end)):
        end += 1
    return (end == at + 1 and names_office(lines[at])) or all(map(is_body, lines[at:end]))


def _is_whole(title: Sequence[Line]) -> bool:
    """Whether the lines of a title name a service, so that an office below is none of it."""
    words = " ".join(line.plain for line in title)
    return len(words.split()) > len(_BARE) and not _GOES_ON.search(words)


def _merged(title: Title, lines: Sequence[Line], start: int, end: int) -> Title:
    """Two printings of one title: the one in sentence case gives the text."""
    text = title.text if not title.text.isupper() else _text(lines, start, end)
    return Title(text, title.start, end)


def _text(lines: Sequence[Line], start: int, end: int) -> str:
    named = [line for line in lines[start:end] if not NUMBERED.fullmatch(line.plain)]
    joined = clean(" ".join(line.text.lstrip("# ") for line in named))
    return _COUNT.sub(r"\1 ", _NUMBER.sub("", joined)).strip(" .")

"""Where a standard begins in a document, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.reading.cleaning import clean, plain
from knowledge.reading.misread import with_letters
from knowledge.reading.pages import Line

_NUMBER = re.compile(r"^(?:\d{1,3}|[A-Za-z]|[IVXL]{1,6})[.)]\s*")
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
#: What a decree prints between the kind of its text and what that is about.
_NUMBERED = re.compile(r"NOMOR\s*[:.]?\s*\S*\d.*|TENTANG")
_SENTENCE = re.compile(r"[.;:]$|\b(?:adalah|merupakan)\b")
_SMALL = frozenset(
    {"dan", "di", "ke", "dari", "untuk", "pada", "oleh", "dengan", "atau", "dalam", "bagi"}
    | {"yang", "kepada", "atas", "serta", "dan/atau", "secara", "tentang", "sebagai"}
)
#: A line that names an office as a whole. A title goes on with "di lingkungan" before one.
_OFFICE = re.compile(
    r"(?:DINAS|BADAN(?!\s+(?:USAHA|HUKUM))|BALAI|KANTOR|RSUD|RUMAH\s+SAKIT|PUSKESMAS|INSPEKTORAT|PPID"
    r"|PEMERINTAH|KEMENTERIAN|SEKRETARIAT\s+(?:DAERAH|DPRD)|SATUAN\s+POLISI|MUSEUM|LABORATORIUM"
    r"|PERPUSTAKAAN\s+(?:DAERAH|UMUM|NASIONAL|KOTA|KABUPATEN|PROVINSI)|FAKULTAS|PENGADILAN\s+(?:NEGERI|AGAMA|TINGGI|MILITER|TATA)|UPTD?|PERUMDA|PERUSDA|PDAM|UNIVERSITAS"
    r"|POLITEKNIK|(?:PERUSAHAAN|PERSEROAN)\s+(?:UMUM\s+|PERSEROAN\s+)?DAERAH"
    r"|PERUSAHAAN\s+UMUM)\s+[A-Z(][^.;:]*",
    re.I,
)
#: What stands above a title only as the office's name, and may be part of a title below it.
_LOWER_OFFICE = re.compile(
    r"(?:BIRO|BIDANG|BAGIAN|DIREKTORAT|INSTALASI|KEJAKSAAN\s+NEGERI|KECAMATAN|KELURAHAN|DESA|SEKOLAH|SD|SMP|SMA|SMK|MTS|MAN"
    r"|POLRES|POLSEK|LEMBAGA\s+PEMASYARAKATAN|RUMAH\s+TAHANAN|UNIT\s+PELAKSANA)\s+[A-Z(][^.;:]*"
)
#: Between an office and its service in one line: "Dinas Kesehatan | Pelayanan Laboratorium".
_APART = re.compile(r"\s+[|•·]\s+")
#: Between an office and its unit: "POLRES MELATI — Satuan Lalu Lintas".
_UNIT_BEHIND = re.compile(r"\s+[—–-]\s+(?=[A-Z])")
_GOVERNMENT = re.compile(r"PEMERINTAH|KEMENTERIAN|SEKRETARIAT\s+DAERAH")
_REGION = re.compile(r"(?:KOTA|KABUPATEN|PROVINSI|KECAMATAN)\s")
#: Kinds of offices that are never written out.
_OFFICES = frozenset(
    {"UPT", "UPTD", "RSUD", "PDAM", "PPID", "DPRD", "SD", "SMP", "SMA", "SMK", "MTS", "MAN"}
)
_GOES_ON = re.compile(
    r"(?:[,/&-]|\b(?:lingkungan|pada|di|ke|dan|atau|dari|oleh|untuk|bagi|kepada|kepala|antar|atas"
    r"|wilayah|tentang|kementerian|sekretaris|pejabat|pegawai|gedung|surat))$",
    re.I,
)
#: "Layanan Peminjaman Buku", "SOP Pengaduan", "Penerbitan Izin": a service by its first word.
_NAME = re.compile(
    r"(?!peraturan|pengumuman|perusahaan|pendahuluan|pemerintahan|pedoman|surat edaran)"
    r"(?:(?:pe)?layanan|prosedur|sop|alur|mekanisme|tata cara|surat|kartu|akta|izin|rekomendasi"
    r"|legalisir|legalisasi|bantuan|konsultasi|pe(?:r|m|n|ng|ny)?[a-z]{3,}an)\s+\w[^.:;]*",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]{1,12}\)")
_LONGEST_NAME = 120
_LONGEST_TITLE = 300
_NEAR = 4
_BARE = ("standar", "pelayanan")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the lines (from `start` to before `end`) that print it."""

    text: str
    start: int
    end: int


def prints_title(line: Line) -> bool:
    """Whether a line is worded like the title of a standard."""
    return bool(_TITLE.fullmatch(line.plain))


def names_service(text: str) -> bool:
    """Whether a text is worded like the name of a service: "Surat Keterangan Domisili"."""
    return len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def names_office(line: Line) -> bool:
    """Whether a line is the name of an office: "DINAS KESEHATAN KOTA MELATI"."""
    return bool(_OFFICE.fullmatch(line.plain))


def heads_paper(line: Line) -> bool:
    """Whether a line above the title is an office's name in capitals, and not its government's."""
    first = _UNIT_BEHIND.split(line.plain, maxsplit=1)[0]
    named = bool(_OFFICE.fullmatch(first) or _LOWER_OFFICE.fullmatch(first))
    return first.isupper() and named and not _GOVERNMENT.match(line.plain)


def office_of_title(lines: Sequence[str]) -> str | None:
    """Return the office that a decree prints between "PROSEDUR TETAP" and "NOMOR 3/2025"."""
    end = next((at for at, line in enumerate(lines) if _NUMBERED.fullmatch(plain(line))), 0)
    name = " ".join(plain(line) for line in lines[1:end])
    return name if _OFFICE.fullmatch(name) and not _GOVERNMENT.match(name) else None


def heads_region(line: Line) -> bool:
    """Whether a line in capitals says which region's the office above it is: "KOTA MELATI"."""
    return line.plain.isupper() and bool(_REGION.match(line.plain))


def find_titles(lines: Sequence[Line], is_structure: Callable[[int], bool]) -> list[Title]:
    """Return the titles of the standards in a document, in order.

    A title is a block in capitals that begins with "Standar Pelayanan" and is soon followed by a
    part or a heading; or such a line in small letters, at the beginning of the document or
    directly above the block.
    """
    blocks = _without_covers(lines, _blocks(lines, is_structure))
    begins = {start for start, _ in blocks}
    first = next((i for i in range(len(lines)) if is_structure(i)), len(lines))
    titles: list[Title] = []
    for start, end in blocks:
        capitals = is_capitals(lines[start].plain)
        if titles and _is_bare(lines, start, end) and is_structure(start - 1):
            continue  # "BAGIAN KEDUA" / "STANDAR PELAYANAN"
        if named := NAMED.fullmatch(lines[start].plain):
            titles.append(Title(clean(named["name"]), start, start + 1))
            continue
        if capitals and not any(is_structure(i) or i in begins for i in range(end, end + _NEAR)):
            continue
        if not capitals and start > first and not (end in begins or is_structure(end)):
            continue
        if titles and _is_next_printing(titles[-1], start, is_structure):
            titles[-1] = _merged(titles[-1], lines, start, end)
        elif not titles or _slug(_text(lines, start, end)) != _slug(titles[-1].text):
            titles.append(Title(_text(lines, start, end), start, end))
    return titles


def _is_bare(lines: Sequence[Line], start: int, end: int) -> bool:
    return tuple(_text(lines, start, end).casefold().split()) == _BARE


def _without_covers(lines: Sequence[Line], blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the blocks without those that only name whose standards follow."""
    return [
        block
        for block, then in zip(blocks, [*blocks[1:], None], strict=False)
        if not (then and _is_cover(lines, block) and _names_service(lines, then))
    ]


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


def unnamed_title(preamble: Sequence[str]) -> str:
    """Return the line above the first section that names the service without "Standar", or ""."""
    said = [part for line in preamble for part in _APART.split(line)]
    names = [part for part in said if _NAME.fullmatch(part) and not _OFFICE.fullmatch(part)]
    name = names[-1] if names and len(names[-1]) <= _LONGEST_NAME else ""
    return (
        sentence_case(name, [line for line in preamble if line != name]) if name.isupper() else name
    )


def sentence_case(title: str, known: Sequence[str]) -> str:
    """Return a title in capitals as "Standar Pelayanan Penyusunan ... dan ... di ...".

    `known` are texts of the document: a word that stands there only in capitals is kept so.
    """
    text = " ".join(known)
    result: list[str] = []
    for word in title.split():
        lower = word.casefold()
        if lower in _SMALL and result:
            result.append(lower)
        elif _is_abbreviation(word, text) or any(map(str.islower, word)):
            result.append(word)
        else:
            result.append("/".join(part.capitalize() for part in lower.split("/")))
    return " ".join(result)


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
                bool(named) or line.gap or line.plain.isupper() or _prints_again(lines, end)
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
        leads = _NUMBERED.fullmatch(lines[end].plain) or lines[end - 1].plain == "TENTANG"
        if not same or (lines[end].gap and not (bare and (leads or end == start + 1))):
            break
        closes = end + 1 == len(lines) or lines[end + 1].gap or is_structure(end + 1)
        if closes and names_office(lines[end]) and _is_whole(lines[start:end]):
            break
        end += 1
    return end


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, also with an "l" that scanning made of an "I".

    A short form in brackets may have small letters: "(KTP-el)".
    """
    return any(t.isupper() for t in (text, with_letters(text), _BRACKETS.sub("", text)))


def _is_whole(title: Sequence[Line]) -> bool:
    """Whether the lines of a title name a service, so that an office below is none of it."""
    words = " ".join(line.plain for line in title)
    return len(words.split()) > len(_BARE) and not _GOES_ON.search(words)


def _merged(title: Title, lines: Sequence[Line], start: int, end: int) -> Title:
    """Two printings of one title: the one in sentence case gives the text."""
    text = title.text if not title.text.isupper() else _text(lines, start, end)
    return Title(text, title.start, end)


def _text(lines: Sequence[Line], start: int, end: int) -> str:
    named = [line for line in lines[start:end] if not _NUMBERED.fullmatch(line.plain)]
    joined = clean(" ".join(line.text.lstrip("# ") for line in named))
    return _NUMBER.sub("", joined).strip(" .")


def _is_abbreviation(word: str, text: str) -> bool:
    bare = word.strip("().,")
    if not bare.isupper() or len(bare) < 2:
        return False
    if bare in _OFFICES:
        return True
    printed = re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text)
    small = re.escape(bare.capitalize()), re.escape(bare.casefold())
    spelt = re.search(rf"(?<![\w.@/-])(?:{'|'.join(small)})(?![\w@-]|\.\w)", text)
    bracketed = word.startswith("(") and word.endswith(")")
    return bool(printed or bracketed) and not spelt

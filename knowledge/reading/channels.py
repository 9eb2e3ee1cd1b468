"""The ways to complain that a text names: numbers, addresses, accounts, boxes, counters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Channel, Section

#: What a number goes on with: no bracket but that of an area code, and no hours behind it.
_GOES_ON = r"(?:(?!\s+\d{1,2}(?:\s*(?:jam|hari)\b|[.:]\d{2}\s*[-–]))[\d\s).-]|\(\d{1,5}\))"
_NUMBER = rf"(?P<value>[+(]?\d{_GOES_ON}+\d)"
#: The number inside the house behind that of the house: "(021) 3845000 pesawat 1107".
_EXTENSION = r"(?:,?\s+(?:pesawat|ekstensi|ext\.?)\s+\d{2,6}\b)?)"
#: "Petugas Loket 3" is somebody, "Loket 3" a place to go to.
_NO_POST = r"\b(?<!petugas )(?<!kepala )(?<!staf )"
#: Where it stands: "di ruang tunggu", "di lantai dasar".
_WORD = (
    r"(?!dan\b|atau\b|serta\b|maupun\b|melalui\b|untuk\b|yang\b|oleh\b|pada\b|di\b|pukul\b)[\w/-]+"
)
_STANDS = (
    r"(?:\s+(?:yang\s+(?:tersedia|disediakan|terletak|berada)\s+)?(?:di|pada)"
    rf"(?:\s+{_WORD}){{1,6}}+(?!\s*[.:]\d))?"
)
_WORDS = rf"{_WORD}(?:\s+{_WORD}){{0,5}}"
_CHANNELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("email", r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
        ("whatsapp", r"\b(?:whats\s?app|wa)\b[^\d+(@]{0,25}" + _NUMBER),
        ("sms", r"\bsms\b[^\d+(]{0,20}" + _NUMBER),
        ("faksimile", r"\b(?:fax|faks|faksimil[ei]?|facsimile)\b[^\d+(]{0,12}" + _NUMBER),
        (
            "telepon",
            r"\b(?:telepon|telpon|telp|tlp|tel|hotline|call\s+cent(?:er|re)|contact\s+cent(?:er|re)|kring|halo"
            r"|pusat\s+(?:panggilan|kontak)|hp)\b[^\d+(]{0,20}" + _NUMBER[:-1] + _EXTENSION,
        ),
        ("telepon", r"\b(?P<value>(?:pesawat|ekstensi|ext\.?)\s+(?:nomor\s+)?\d{2,6})\b"),
        (
            "situs",
            r"(?:https?://|www\.)[^\s,;)]+"
            r"|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:go\.id|id|com|org|net)\b(?:/[^\s,;)]*)?",
        ),
        (
            "media sosial",
            r"\b(?:instagram|facebook|twitter|x|tiktok|telegram|youtube|ig|fb)\b"
            r"\s*[:(]?\s*(?P<value>@[\w.]+)",
        ),
        (
            "media sosial",
            r"\b(?:instagram|facebook|twitter|tiktok|telegram|youtube|ig|fb)\s*:\s*"
            r"(?P<value>[A-Z][\w.]*(?-i:(?:\s+[A-Z][\w.]*){0,5}))",
        ),
        # a mobile number that nothing names, in groups as it is dialled
        (
            "telepon",
            r"(?<![\w.,/-])(?P<value>(?:\+62\s?|0)8\d{2}[- ]?\d{3,4}[- ]?\d{3,5})(?![\w-])",
        ),
        ("sp4n-lapor", r"\b(?:SP4N(?:[\s-]*LAPOR!?)?|LAPOR!)"),
        (
            "kotak",
            r"\bkotak\s+(?:saran|pengaduan|aduan|masukan)(?:\s+dan\s+pengaduan|/\w+)?" + _STANDS,
        ),
        ("aplikasi", r"\baplikasi\s+(?-i:[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,4})"),
        (
            "loket",
            rf"{_NO_POST}(?:loket|meja|ruang|unit|pojok|posko)\s+(?:layanan\s+|pelayanan\s+)?"
            rf"(?:pengaduan|informasi|aduan)\b{_STANDS}"
            rf"|{_NO_POST}(?:loket|meja|posko)\s+(?-i:[A-Z]\w*|\d{{1,2}}\b)",
        ),
        (
            "alamat",
            r"\b(?<!rawat )(?P<value>(?:Jalan|Jl\.|Jln\.)\s+(?-i:(?=[A-Z]|\d))[^;]+?)"
            r"(?=;|\.(?:\s|$)|,?\s+(?:telepon|telp)|$)",
        ),
        ("surat", r"\bsurat\s+(?:pengaduan|resmi|tertulis)\b|\bsecara\s+tertulis\b"),
        (
            "tatap muka",
            r"\b(?:tatap\s+muka|secara\s+langsung|datang\s+langsung(?:\s+ke\s+"
            rf"(?!(?:loket|meja|posko|unit|pojok|ruang\s+\w*\s?(?:pengaduan|informasi|aduan))\b)"
            rf"{_WORDS})?)\b",
        ),
    )
)
#: A further number behind the first: "021-7654321, 021-7654322", but no opening hours.
_FURTHER = re.compile(
    r"\s*(?:[,/;&]|\b(?:dan|atau)\b)\s*(?!\d{1,2}[.:]\d{2}\s*[-–])"
    rf"(?P<value>[+(]?\d{_GOES_ON}{{4,20}}\d)(?!\w)",
    re.I,
)
_NUMBERED = frozenset({"whatsapp", "sms", "faksimile", "telepon"})


def read_channels(section: Section) -> tuple[Channel, ...]:
    """Return every way to complain that the section names, each value once."""
    found: dict[Channel, None] = {}
    for top in section.items:
        for item in top.walk():
            found.update(dict.fromkeys(_channels(item.text)))
    return tuple(found)


def _channels(text: str) -> Iterator[Channel]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in _CHANNELS:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            matches = [match, *(_further(text, match.end()) if kind in _NUMBERED else ())]
            taken.append((match.start(), matches[-1].end()))
            for each in matches:
                value = each.groupdict().get("value") or each.group()
                yield Channel(kind, value.strip(" .,-"))


def _further(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the numbers that follow a number without a label of their own."""
    while match := _FURTHER.match(text, at):
        yield match
        at = match.end()

"""Who carries a service out: as its section names them, else as its staff or its steps do.

Only names; how many of them there are is said by the staff section itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.model import Facet, Item, ProcedureStep, Section
from knowledge.reading.actors import sentences
from knowledge.reading.items import entries_of, texts_of, value_of
from knowledge.reading.labels import labelled_actors
from knowledge.reading.posts import split_list

_COUNT = r"\d{1,4}(?:\s*\([^)\d]{1,40}\))?"
_HEADS = r"(?:orang|personel|personil|pegawai|tenaga)"
#: What else may follow a number of people: where, when and how they work.
_NO_NAME = (
    r"(?!(?:dalam|di|pada|setiap|tiap|per|untuk|yang|dengan|secara|dari|unit|regu|shift|giliran|kelompok"
    r"|hari|jam|bulan|tahun|loket|orang|dan|serta|termasuk|sebagai)\b)"
)
#: "dalam dua giliran", "setiap hari dengan sistem piket".
_HOW = r"(?:\s+(?:dalam|setiap|tiap|per|untuk)\s[^\d,;:()]+)?"
#: "3 Petugas Front Office", "1 (satu) orang petugas loket", "4 anggota Tim Teknis", "2 operator".
_BEFORE = re.compile(
    rf"{_COUNT}\s+(?:{_HEADS}\s+(?=\w)|anggota\s+(?=[A-Z]))?{_NO_NAME}(?P<name>[^\W\d_][^\d,;:()]+?)\s*"
    rf"(?:\([^()]*\))?{_HOW}\s*"
)
#: "Petugas Loket: 2 orang", "Penghulu (1 orang)", "Bidan sebanyak 2 (dua) orang".
_BEHIND = re.compile(
    rf"(?P<name>[^\W\d_][^\d,;:()]*?(?:\([A-Z][A-Za-z]+\))?)\s*(?:[:(=–-]|sebanyak|sejumlah)?\s*{_COUNT}\s*{_HEADS}\)?{_HOW}\s*"
)
_ENTRY = re.compile(
    r"\s*[,;]\s*(?:(?:dan|serta)\s+)?|(?<=orang)\)?\s+(?:dan|serta)\s+|\s+(?:dan|serta)\s+(?=\d)"
)
#: What counts all, before what counts each: "11 (sebelas) orang, terdiri atas ...".
_WHOLE = re.compile(
    rf"(?:(?:[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}\s)?(?:ber)?(?:jumlah|total)\b[^:\d]{{0,40}}?:?\s*)?{_COUNT}\s+{_HEADS}\s*"
    r"(?:[:;,]\s*(?:yang\s+)?(?:terdiri\s+(?:atas|dari)|meliputi|yaitu|yakni)?"
    r"|\s(?:yang\s+)?(?:terdiri\s+(?:atas|dari)|meliputi|yaitu|yakni))\s*:?\s*"
    r"|[^.;:,\d]{3,60}?\s(?:memiliki|terdiri\s+(?:atas|dari)|beranggotakan|didukung(?:\s+oleh)?)\s+(?=\d)",
    re.I,
)
#: A post of one, beside others that are counted: "Ketua, Sekretaris, 9 anggota".
_SINGLE = re.compile(r"(?P<name>[A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+){0,5})")
#: A group before its members: "Panitia, yang terdiri atas Ketua, Operator, dan Tim Verifikasi".
_GROUP = re.compile(
    r"[^.;:]*?,?\s+yang\s+(?:terdiri\s+(?:atas|dari)|beranggotakan|meliputi)\s+(?=[A-Z])"
)
#: "Penera: Sarjana Teknik, lulus diklat": who, and what is asked of them.
_ASKED = re.compile(
    r"(?P<name>[A-Z][^:,;.()\d]{2,60}?)\s*:\s*(?:pendidikan|berpendidikan|minimal|sarjana|lulusan|lulus"
    r"|memiliki|mampu|menguasai|memahami|bersertifikat|paling\s+rendah|SMA|SMK|SLTA|D-?\s?[1-4I]|S-?\s?[1-3])",
    re.I,
)
_LABEL = re.compile(r"(?:jumlah|total)\b[^:\d]{0,40}:\s*", re.I)
#: Those whom a service is for; a table or a step names them beside the officials.
_USERS = re.compile(
    r"(?:para\s+)?(?:pemohon|masyarakat|pengguna(?!\s+(?:anggaran|barang))|pelanggan|pelapor|pengadu"
    r"|warga|tamu|pasien|peserta|pengunjung|pendaftar|peminjam|penyewa|petani|nelayan|wajib\s+\w+"
    r"|pihak|pemilik|pengusul|siswa|mahasiswa|orang\s+tua|ahli\s+waris|keluarga|konsumen|calon"
    r"|penerima\s+(?:manfaat|bantuan|(?:pe)?layanan|kuasa|hibah)|(?:anggota|ketua)\s+[a-z])",
)


def read_implementers(
    sections: Iterable[Section], item: Item | None, steps: Iterable[ProcedureStep]
) -> tuple[str, ...]:
    """Return the implementers; `item` is the one of the scope section that names them, if any."""
    if item is not None:
        return texts_of(item.items) if item.items else _named(value_of(item))
    sections = tuple(sections)
    return _listed(sections) or _counted(sections) or _doing(steps)


def _listed(sections: Iterable[Section]) -> tuple[str, ...]:
    """Return the names below a heading like "Pelaksana"."""
    section = next((s for s in sections if s.facet is Facet.IMPLEMENTERS), None)
    listed = entries_of(section.items) if section else ()
    if len(listed) == 1 and listed[0].items:
        return texts_of(listed[0].items)
    if len(listed) > 1 and any(i.mark or i.items for i in listed):
        return tuple(dict.fromkeys(name for i in listed for name in _entry(i)))
    names = [name for i in listed for name in _counted_in(i.text) or _named(i.text.rstrip(" ."))]
    counts = any(name[0].isdigit() for name in names)  # "2 truk, masing-masing 1 sopir"
    return () if counts else tuple(names)


def _counted_in(text: str) -> tuple[str, ...]:
    """Return the names that the first sentence of a paragraph counts, if it counts each."""
    return _all_counted(list(_entries(sentences(text)[0])))


def _entry(item: Item) -> tuple[str, ...]:
    """Return the names in an entry: who is counted, or before a colon what is asked of them."""
    if _WHOLE.match(item.text) or _LABEL.match(item.text):
        matches = [_BEFORE.fullmatch(e) or _BEHIND.fullmatch(e) for e in _entries(item.text)]
        return tuple(match["name"].strip() for match in matches if match)
    asked = _ASKED.match(item.text)
    return (asked["name"],) if asked else texts_of([item])


def _named(text: str) -> tuple[str, ...]:
    """Return the names of a list; of a group and its members only these."""
    return split_list(_GROUP.sub("", text, count=1))


def _counted(sections: Iterable[Section]) -> tuple[str, ...]:
    """Return the names that the staff section counts, if it counts nothing but them."""
    section = next((s for s in sections if s.facet is Facet.STAFF_COUNT), None)
    if section is None:
        return ()
    entries = [entry for top in section.items for i in top.walk() for entry in _entries(i.text)]
    return _all_counted(entries)


def _all_counted(entries: list[str]) -> tuple[str, ...]:
    """Return the names of entries if each is counted, or is a post of one beside such."""
    counted = [_BEFORE.fullmatch(entry) or _BEHIND.fullmatch(entry) for entry in entries]
    if not any(counted):
        return ()
    matches = [m or _SINGLE.fullmatch(e) for m, e in zip(counted, entries, strict=True)]
    named = [match["name"].strip() for match in matches if match]
    return tuple(dict.fromkeys(named)) if len(named) == len(entries) else ()


def _entries(text: str) -> Iterator[str]:
    """Yield what a line counts, without what counts all of it."""
    whole = _WHOLE.match(text) or _LABEL.match(text)
    rest = text[whole.end() :] if whole else text
    yield from (entry for part in _ENTRY.split(rest) if (entry := part.strip(" .;,:")))


def _doing(steps: Iterable[ProcedureStep]) -> tuple[str, ...]:
    """Return those to whom a table or labels below the steps assign one, else who does one."""
    walked = [step for top in steps for step in top.walk()]
    labelled = (n for s in walked for note in s.notes for n in labelled_actors(note.text))
    return _officials(labelled) or _officials(name for s in walked for name in s.actors)


def _officials(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for n in names if not _USERS.match(n[:1].lower() + n[1:])))

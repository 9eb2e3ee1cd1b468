"""Lists and tables of who handles which complaints: "Tarif dan kuitansi: Kepala Bagian Keuangan".

Read only below a line that says so ("Siapa yang menangani", "ditangani sebagai berikut:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.model import ComplaintCase, Item
from knowledge.reading.complaint_words import ABOUT, COMPLAINT, UNSETTLED, kind_told
from knowledge.reading.posts import read_name, tokenize

_SEVERAL = 2
_LONGEST = 300  # characters of a line that names one post and its field
_HEADS_LIST = re.compile(
    r"\b(?:(?:di|pen|men|me)?(?:delegasi|limpah|terus|[tn]indak\s*lanjut|[tn]angan|selesai)\w*"
    r"|(?:bidang|jenis|materi|substansi|isi|hal|pokok|topik|kategori|macam)\w*|pejabat\w*|siapa"
    r"|ke?wenang\w*|wewenang|pic|kontak|hubungi|tanggung\s*jawab|pembagian|dibagi|tujuan)\b"
    r"|\bpenanganan(?:\s+(?:pengaduan|keluhan|aduan))?(?:\s+sebagai\s+berikut)?\s*:?\s*$",
    re.I,
)
#: What leads to ways or steps; a table below another sentence is read by its own lines.
_LEADS_ELSEWHERE = re.compile(
    r":\s*$|\b(?:saluran|kanal|media|sarana|alur|langkah\w*|tahap\w*|urutan|prosedur|jenjang)\b",
    re.I,
)
_CHANNEL = re.compile(
    r"(?:surat|kotak\s+\w+|telepon|faks\w*|surel|pos-el|whatsapp|wa|sms|laman|langsung|lisan|tertulis"
    r"|datang\s+langsung|tatap\s+muka|media\s+sosial|aplikasi)(?:\s*\(.*)?",
    re.I,
)
#: What labels a post by its part in handling complaints, and no field.
_PART = re.compile(
    r"(?:pen(?:erima|ang|indak|elaah|elesai|yelesai|yelia|catat|gelola|gawas|gendali)\w*|petugas(?!\s+(?:tidak|kurang|yang))|ketua"
    r"|atasan|koordinator|pejabat|admin\w*|banding|di\w+(?:kan|i)|dibuat|disposisi|kepala|tingkat|tim"
    r"|unit|pic|eskalasi|alamat|saluran|telepon|email|paling|maksimal|selambat\w*|dalam|waktu|batas|jangka|hari|pukul|setiap)\b",
    re.I,
)
_FIELD_LABEL = re.compile(
    rf"^(?:{COMPLAINT}\s+(?:yang\s+)?(?:{ABOUT}\s+)?|(?:bidang|jenis|materi)(?:\s+{COMPLAINT})?\s*:?\s+"
    rf"|{ABOUT}\s+)",
    re.I,
)
#: What tells by itself how one objects, so that it stays with its field: "keberatan pemilik".
_OBJECTS = re.compile(r"(?:keberatan|sanggahan|saran|masukan|usul(?:an)?)\b", re.I)
_POST = re.compile(
    r"(?:Kepala|Kabag|Kasubbag|Kasubag|Kabid|Kasi|Sekretaris|Direktur|Wakil|Manajer|Ketua|Inspektur"
    r"|Koordinator|Panitera|Tim|Camat|Lurah|Inspektorat|Satuan|Supervisor|Bendahara|Penyelia|Asisten"
    r"|Kanit|Kasat|Kaur|Subkoordinator|Penanggung\s+[Jj]awab|Pengelola|Pengawas|Unit|PPK|Rektor|Dekan)\b"
)
_LABELLED = re.compile(
    r"(?P<left>[^:\u2192]{3,160}?)\s*(?::|\u2192|[-=]>|\s[-\u2013\u2014])\s+(?P<right>[^:\u2192]{3,200})"
)
_BY = re.compile(
    r"(?P<left>.{3,160}?),?\s+(?:di\w{3,20}\s+(?:langsung\s+)?)?(?:oleh|kepada|ke)\s+(?P<right>(?-i:[A-Z]).{3,160})",
    re.I,
)
#: By when and how one complains is no part of what it is about: "(paling lambat 7 hari)".
_HOW = re.compile(
    r"\s*\([^()]*\b(?:paling|maksimal|selambat\S*|diajukan|disampaikan|hari|jam)\b[^()]*\)", re.I
)
_SPEAKS = re.compile(COMPLAINT, re.I)
_FOR = re.compile(
    rf"(?P<right>.{{3,100}}?),?\s+(?!(?-i:Bidang)\b)(?:untuk|bagi|menangani|membidangi|{ABOUT})\s+(?P<left>.{{3,160}})",
    re.I,
)
#: What joins an entry to the next: "...; atau".
_GOES_ON = re.compile(r"[;,]\s*(?:dan/atau|dan|atau)$")
_SMALL_WORDS = frozenset({"dan", "atau", "pada", "di", "serta", "bagi", "&"})
_CAPITAL = re.compile(r"[A-Z][\w.'/-]{0,30}(?<!\d),?")
_MOST_WORDS = 7
#: What is written in capitals and is a place, a channel, a time or a value, and no post.
_NO_POST = re.compile(
    r"\d|\b(?:surat|kotak|telepon|faks\w*|surel|pos-el|e-?mail|whatsapp|wa|sms|laman|situs|website|langsung"
    r"|lisan|tertulis|media|aplikasi|instagram|facebook|twitter|tiktok|youtube|lapor|sp4n\S*|jalan|jl"
    r"|gedung|lantai|loket|ruang|kantor|senin|selasa|rabu|kamis|jumat|sabtu|minggu|hari|jam|wi[bt]|wita"
    r"|ya|tidak|ada|gratis|nihil|ringan|sedang|berat|tinggi|rendah)\b",
    re.I,
)
_NUMBERS = re.compile(r"\d{3}|@|www\.")
_DEED = re.compile(r"(?:PIC|di\w{3,20}\s+oleh|oleh|kepada)\s*:?\s+", re.I)
#: What may be said of a post behind its name.
_BESIDE = re.compile(
    r"(?:\s*[,;(\u2013-]?\s*(?:paling|maksimal|dalam|selaku|dengan|melalui|dan\s+di\w+|batas|waktu"
    r"|\(?\d)\b|\s*\().*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A post and its field; `form` is how they are written, `sure` that the post is a known one."""

    about: str
    name: str
    form: str
    sure: bool = True


def read_lists(items: Sequence[Item], lead: str = "") -> Iterator[ComplaintCase]:
    """Yield the kinds of the lists and tables, each told by the line above it."""
    run: list[tuple[Item, list[_Pair]]] = []
    for item in items:
        leads = any(below.mark for below in item.items)  # a paragraph below closes the list
        if pairs := [] if leads else list(_pairs(item, inside=bool(run))):
            run.append((item, pairs))
            continue
        yield from _shared(run, lead)
        run = []
        lead = lead if item.mark and not item.items else item.text
        yield from read_lists(item.items, item.text)
    yield from _shared(run, lead)


def _shared(run: Sequence[tuple[Item, list[_Pair]]], lead: str) -> Iterator[ComplaintCase]:
    """Yield the kinds of a list if it shares complaints out.

    Where several posts are known, what stands in the place of theirs is one too.
    """
    told = _HEADS_LIST.search(lead) or (lead and not _LEADS_ELSEWHERE.search(lead))
    forms = [pairs[0].form for _, pairs in run if pairs[0].sure]
    if len(forms) < _SEVERAL or not told:
        return
    for item, pairs in run:
        for pair in pairs:
            if pair.sure or {pair.form} == set(forms):
                yield ComplaintCase(pair.about, (pair.name,), item.source)


def _pairs(item: Item, *, inside: bool) -> Iterator[_Pair]:
    """Yield the sure pair of an item, or, in a list, each that its form alone may make."""
    if sure := _pair(item.text):
        yield sure
    elif inside or item.mark:
        yield from _like_pairs(item.text)


def _pair(text: str) -> _Pair | None:
    """Return post and field of "Kepala Bagian A: X" or "X: Kepala Bagian A"."""
    text = text.strip().rstrip(" .;,")
    if len(text) > _LONGEST or _NUMBERS.search(text) or UNSETTLED.search(text):
        return None
    text = _GOES_ON.sub("", text).rstrip(" .;,")
    for match in (_LABELLED.fullmatch(text), _BY.fullmatch(text), _FOR.fullmatch(text)):
        sides = (match["left"], match["right"]) if match else ("", "")
        if match and match.re is _BY and _SPEAKS.match(sides[0]):
            sides = (kind_told(sides[0], sent=True) or "", sides[1])
        for about, name in (sides, sides[::-1]) if match and match.re is _LABELLED else (sides,):
            if (post := _post(name)) and (field := _field(about)):
                return _Pair(field, post, _form(match, name))
    return None


def _form(match: re.Match[str] | None, name: str) -> str:
    """Return the name of the way in which a pair is written."""
    if match is None or match.re is not _LABELLED:
        return "sentence"
    return "field first" if name == match["right"] else "post first"


def _like_pairs(text: str) -> Iterator[_Pair]:
    """Yield what "X: Name" may mean if lines of its form name posts that are known."""
    match = _LABELLED.fullmatch(text.strip().rstrip(" .;,"))
    if match is None or len(text) > _LONGEST or _NUMBERS.search(text) or UNSETTLED.search(text):
        return
    left, right = match["left"], match["right"]
    for about, name, form in ((left, right, "field first"), (right, left, "post first")):
        if (field := _field(about)) and _is_like_post(name):
            yield _Pair(field, name.strip(), form, sure=False)


def _is_like_post(name: str) -> bool:
    """Say whether a text is written like the name of a post: "Pranata Komputer", no channel."""
    words = name.split()
    written = all(word in _SMALL_WORDS or _CAPITAL.fullmatch(word) for word in words)
    return len(words) <= _MOST_WORDS and written and not _NO_POST.search(name)


def _field(text: str) -> str | None:
    """Return what complaints are about, without "pengaduan mengenai", or None for a post."""
    text = text.strip(" ,;")
    text = _HOW.sub("", text)
    field = text if _OBJECTS.match(text) else _FIELD_LABEL.sub("", text, count=1)
    other = _post(field) or _PART.match(field) or _CHANNEL.fullmatch(field)
    return None if not field or other else field


def _post(text: str) -> str | None:
    """Return the post whose name a text is, but for what is said of it behind that."""
    name = _DEED.sub("", text.strip(), count=1)
    tokens = tokenize(name)
    end = read_name(tokens, 0) if _POST.match(name) else 0
    if not end:
        return None
    rest = name[tokens[end - 1].end :]
    return name[: tokens[end - 1].end] if not rest.strip() or _BESIDE.fullmatch(rest) else None

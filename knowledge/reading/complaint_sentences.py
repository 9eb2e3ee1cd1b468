"""The sentences of a complaint section, each with all that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.model import Item, Section, Source
from knowledge.reading.complaint_blocks import in_sentences
from knowledge.reading.complaint_fields import told
from knowledge.reading.complaint_labels import as_sentence
from knowledge.reading.complaint_shares import said_apart, shared_out
from knowledge.reading.complaint_stages import said_by_stage
from knowledge.reading.posts import is_head, tokenize

#: The head of a unit in small letters: "meneruskan ke kepala seksi yang menangani suratnya".
_SMALL = re.compile(
    r"\bkepala\s+(?:seksi|bidang|bagian|subbagian|subbidang)(?=\s+(?:yang|terkait|masing)\b)"
)
_KE = re.compile(
    r"\bke(?=\s+(?:Kepala|Ketua|Sekretaris|Supervisor|Koordinator|Manajer|Inspektur|Direktur|Camat"
    r"|Lurah|Wakil|Kabag|Kabid|Kasubbag|Kasubag|Kasi)\b)"
)
_DEED = r"di(?:tangani|tindaklanjuti|selesaikan|proses|terus|limpah|sampai|serah)"
#: "Pengaduan terkait A ditangani X; terkait B ditangani Y".
_ABOUT = r"(?:terkait|mengenai|tentang|menyangkut|terhadap)"
_FULL = re.compile(r"(?<=[.!])(?<!\bKa\.)\s+(?=[A-Z])")
_SENTENCE = re.compile(
    r"[,;]\s+(?=sedangkan\s+(?:pengaduan|keluhan|aduan)\b)|(?<=;)\s+(?=(?:untuk\s+)?(?:pengaduan|keluhan|aduan)\b)"
    r"|[,;]\s+(?=(?:sedangkan\s+|sementara\s+|adapun\s+)?(?:selebihnya|sisanya|(?:yang\s+)?lainnya)\s)"
    r"|[,;]\s+(?:dan\s+)?(?=(?:apabila|jika|bila)\s+(?:\w+\s+){0,3}(?:tidak|belum)\b)"
    rf"|[,;]\s+(?:(?:dan|serta|sedangkan|sementara)\s+)?(?={_ABOUT}\s[^,;.]{{3,80}}?\s{_DEED})"
    rf"|,\s+dan\s+(?=(?:pengaduan|keluhan|aduan)\s(?!di)[^,;.]{{3,80}}?\s{_DEED})"
    r"|[,;]\s+(?:dan\s+)?(?=(?:pengaduan|keluhan|aduan)\s+(?:lain(?:nya)?|selain\s+itu)\s)"
    rf"|[,;]\s+kecuali\s+(?=(?:(?:pengaduan|keluhan|aduan)|(?:yang\s+)?{_ABOUT})\s[^,;.]{{3,80}}?\s{_DEED})"
    r"|,\s+(?=(?:seluruh|semua|setiap)\s+(?:pengaduan|keluhan|aduan)\s+(?:\w+\s+){0,2}di)"
    r"|(?<=\b(?i:keluhan|masukan)\?)\s+|(?<=\b(?i:pengaduan)\?)\s+|(?<=\b(?i:aduan|saran)\?)\s+"
    rf"|,\s+(?=(?:pengaduan|keluhan|aduan)\s+(?:yang\s+)?{_ABOUT}\s[^,;.]{{3,80}}?\s{_DEED})"
    r"|[,;]\s+(?=(?:sedangkan|sementara)\s+(?-i:[A-Z])[^,;.]{3,80}?\smen\w+\s+(?:pengaduan|keluhan|aduan)\b)",
    re.I,
)
_OF_KIND = re.compile(rf"(?:yang\s+)?{_ABOUT}\s[^,;.]{{3,80}}?\s{_DEED}", re.I)
#: A post whose name was cut by the end of a line, and with what it goes on.
_CUT = re.compile(r"\b(?:kepada|oleh|ke)\s+(?P<name>[A-Z]\w+(?:\s+(?:dan\s+)?[A-Z]\w*){1,6})$")
_RESUMED = re.compile(
    r"(?!(?i:whatsapp|wa|telepon|surel|pos-el|e-?mail|sms|instagram|loket|jalan|jl|gedung|pengaduan"
    r"|keluhan|saran|jawaban|waktu|identitas|hubungi)\b)"
    r"[A-Z]\w+(?:\s+(?:dan\s+)?[A-Z]\w*){0,5}(?:\.$|\s+[a-z])"
)
_SEDANGKAN = re.compile(r"(?:sedangkan|sementara|adapun)\s+", re.I)


def sentences_of(section: Section) -> Iterator[tuple[str, Source]]:
    """Yield the sentences; a kind that stands above who handles it is one sentence with that."""
    tops = in_sentences(section.items)
    for item in _whole(item for top in tops for item in top.walk()):
        for whole in _FULL.split(item.text):
            for sentence in _parts(whole):
                said = _KE.sub("kepada", _SMALL.sub(lambda found: found[0].title(), sentence))
                said = _SEDANGKAN.sub("", said, count=1)
                yield (
                    as_sentence(f"Pengaduan {said}" if _OF_KIND.match(said) else said),
                    item.source,
                )


def _parts(whole: str) -> list[str]:
    """Return the sentences that one with several clauses is: by stage, by kind, or as it is."""
    if apart := said_by_stage(whole) or _apart(whole):
        return apart
    clauses = _SENTENCE.split(whole)
    return [one for clause in clauses for one in said_by_stage(clause) or [clause]]


def _apart(sentence: str) -> list[str]:
    """Return a sentence for each share of one that shares complaints out by kind.

    What names all its kinds by itself is left to `complaint_fields`.
    """
    return [] if len(told(sentence)) >= len(shared_out(sentence)) else said_apart(sentence)


def _whole(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, one with the next where a line's end cuts a post's name in two."""
    before: Item | None = None
    for item in items:
        if before and not item.mark and _is_cut(before.text, item.text):
            before = replace(before, text=f"{before.text} {item.text}")
            continue
        if before:
            yield before
        before = item
    if before:
        yield before


def _is_cut(text: str, below: str) -> bool:
    """Say whether a text ends in the name of a post that the line below it goes on with."""
    cut = _CUT.search(text)
    goes_on = _RESUMED.match(below) and not is_head(tokenize(below)[0])
    return bool(cut and goes_on and is_head(tokenize(cut["name"])[0]))

"""The sentences of a complaint section, each with all that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Section, Source
from knowledge.reading.complaint_blocks import in_sentences
from knowledge.reading.complaint_labels import as_sentence

#: The head of a unit in small letters: "meneruskan ke kepala seksi yang menangani suratnya".
_SMALL = re.compile(
    r"\bkepala\s+(?:seksi|bidang|bagian|subbagian|subbidang)(?=\s+(?:yang|terkait|masing)\b)"
)
_KE = re.compile(r"\bke(?=\s+Kepala\s)")
_SENTENCE = re.compile(
    r"(?<=[.!])\s+(?=(?-i:[A-Z]))|[,;]\s+(?=sedangkan\s+(?:pengaduan|keluhan|aduan)\b)|(?<=;)\s+(?=(?:untuk\s+)?(?:pengaduan|keluhan|aduan)\b)"
    r"|[,;]\s+(?=(?:sedangkan\s+|sementara\s+|adapun\s+)?(?:selebihnya|sisanya|(?:yang\s+)?lainnya)\s)"
    r"|[,;]\s+(?=(?:apabila|jika|bila)\s+(?:\w+\s+){0,3}(?:tidak|belum)\b)",
    re.I,
)
_SEDANGKAN = re.compile(r"(?:sedangkan|sementara|adapun)\s+", re.I)


def sentences_of(section: Section) -> Iterator[tuple[str, Source]]:
    """Yield the sentences; a kind that stands above who handles it is one sentence with that."""
    for top in in_sentences(section.items):
        for item in top.walk():
            for sentence in _SENTENCE.split(item.text):
                said = _KE.sub("kepada", _SMALL.sub(lambda found: found[0].title(), sentence))
                yield as_sentence(_SEDANGKAN.sub("", said, count=1)), item.source

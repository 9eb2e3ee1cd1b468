"""From the bytes of a file to its transcript, whatever format it is in.

The format is told by the content, never by the name alone. A new format is a module that gives
a `Transcript` and a line here.
"""

from __future__ import annotations

from knowledge.errors import UnreadableDocument
from knowledge.reading.decoding import decode
from knowledge.reading.formats.transcript import Recognise, Transcript

__all__ = ["Recognise", "Transcript", "transcribe"]

_LONGEST_TEXT = 3_000_000
#: Where a PDF says what it is: some programs write a few lines before it.
_PDF_WITHIN = 1024
_CONTAINER = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*")


def transcribe(data: bytes, file: str, recognise: Recognise | None = None) -> Transcript:
    """Return what a file prints; raise UnreadableDocument with the reason as its key.

    `recognise` reads the words off pages that are pictures; without it these are refused.
    """
    transcript = _read(data, file, recognise)
    if len(transcript.text) > _LONGEST_TEXT:
        raise UnreadableDocument("too_much", file=file)
    return transcript


def _read(data: bytes, file: str, recognise: Recognise | None) -> Transcript:
    # Each reader loads its libraries, which a text does not need.
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from knowledge.reading.formats.pdf import read_pdf

        return read_pdf(data, file, recognise)
    if data.startswith(b"PK\x03\x04"):
        from knowledge.reading.formats.word import read_word

        return read_word(data, file)
    _refuse_others(data, file)
    from knowledge.reading.formats.web import is_web_page, read_web

    if is_web_page(data, file):
        return read_web(data, file)
    return Transcript(decode(data, file))


def _refuse_others(data: bytes, file: str) -> None:
    """Name the formats that have to be saved as another one first."""
    if data.startswith(_CONTAINER):
        key = "encrypted" if _ENCRYPTED in data else "format"
        raise UnreadableDocument(key, file=file, **({"format": "doc"} if key == "format" else {}))
    if data.startswith(b"{\\rtf"):
        raise UnreadableDocument("format", file=file, format="rtf")
    if data.startswith(_PICTURES):
        raise UnreadableDocument("picture", file=file)

"""What a file is, by its own first bytes: its name and what the sender calls it prove nothing."""

from __future__ import annotations

from dataclasses import dataclass

_OFFICE = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx"}
_OPEN_DOCUMENT = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
_BRANDS = {
    b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic",
    b"avif": "avif", b"avis": "avif", b"M4A ": "m4a", b"qt  ": "mov",
}  # fmt: skip
_BEGINNINGS = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"%PDF-", "pdf"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),  # also xls and ppt: one container
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)
_PICTURES = frozenset({"jpg", "png", "gif", "bmp", "tif", "webp", "heic", "avif"})
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file by its usual extension, without a dot ("bin" where it is not known)."""

    extension: str

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a still picture, which may say where it was taken."""
        return self.extension in _PICTURES


def type_of(content: bytes) -> FileType:
    """Return what a content is."""
    for beginning, extension in _BEGINNINGS:
        if content.startswith(beginning):
            return FileType(extension)
    if content.startswith(b"RIFF"):
        return FileType({b"WEBP": "webp", b"WAVE": "wav"}.get(content[8:12], "bin"))
    if content[4:8] == b"ftyp":
        return FileType(_BRANDS.get(content[8:12], "mp4"))
    if content.startswith(b"PK\x03\x04"):
        return FileType(_zipped(content))
    return FileType("txt" if _is_text(content[:_LOOKED_AT]) else "bin")


def _zipped(content: bytes) -> str:
    """Tell an office document from any other archive, by the names of its parts."""
    head = content[:_LOOKED_AT]
    for kind, extension in _OPEN_DOCUMENT.items():
        if b"mimetypeapplication/vnd.oasis.opendocument." + kind in head:
            return extension
    if b"[Content_Types].xml" in content:
        for part, extension in _OFFICE.items():
            if part in content:
                return extension
    return "zip"


def _is_text(head: bytes) -> bool:
    """Tell whether it reads as UTF-8; a letter cut in two at the end does not matter."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3 or not head[: error.start]:
            return False
    return b"\x00" not in head

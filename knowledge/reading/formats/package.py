"""The parts of a Word file: a zip of XML, opened with bounds and without following anything.

Only named parts are unpacked. Macros, pictures and embedded objects are never touched, entities
are not resolved, and nothing outside the file is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from knowledge.errors import UnreadableDocument

MAIN = "word/document.xml"
#: "Strict Open XML" differs in the name of its vocabulary only.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OTHERS = {"xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx", "content.xml": "odt"}
_LARGEST_PART = 40_000_000
_LARGEST_WHOLE = 200_000_000
_MOST_PARTS = 4_000
_HIGHEST_RATIO = 250
_FLOOR = 5_000_000  # a small part may be packed as tightly as it likes


class Package:
    """One Word file; parts come back as trees of XML."""

    def __init__(self, data: bytes, file: str) -> None:
        """Look at the list of parts; raise UnreadableDocument before anything is unpacked."""
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise UnreadableDocument("broken", file=file) from None
        if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _LARGEST_WHOLE:
            raise UnreadableDocument("unpacks_huge", file=file)
        self._parts = {part.filename: part for part in parts}

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file and no other archive."""
        return MAIN in self._parts

    @property
    def kind(self) -> str:
        """What it is if it is no Word file, by the parts that it has."""
        return next((kind for part, kind in _OTHERS.items() if part in self._parts), "zip")

    def tree(self, name: str) -> etree._Element | None:
        """Return the root of a part, or None where there is no such part."""
        part = self._parts.get(name)
        if part is None:
            return None
        if part.file_size > _LARGEST_PART or (
            part.file_size > max(_FLOOR, part.compress_size * _HIGHEST_RATIO)
        ):
            raise UnreadableDocument("unpacks_huge", file=self._file)
        if part.flag_bits & 1:
            raise UnreadableDocument("encrypted", file=self._file)
        try:
            with self._zip.open(part) as packed:
                content = packed.read(part.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise UnreadableDocument("broken", file=self._file) from None
        return self._parsed(content)

    def _parsed(self, content: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True, huge_tree=False,
        )  # fmt: skip
        try:
            return etree.fromstring(content.replace(_STRICT, _USUAL), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableDocument("broken", file=self._file) from None

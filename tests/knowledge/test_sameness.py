"""The same standard is recognised in every format; another one never is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import shipped_documents
from knowledge.reading import read_bytes, read_text
from knowledge.sameness import text_digest
from tests.knowledge.reading.formats.test_same_model import FORMATS
from tests.knowledge.reading.formats.writers import bare_lines

FILES = sorted(shipped_documents().iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:12])
def test_a_standard_has_one_digest_in_all_formats(path: Path) -> None:
    lines = bare_lines(path.read_text("utf-8"))
    digests = {text_digest(*read_bytes(make(lines), "lain")) for make in FORMATS.values()}
    digests.add(text_digest(*read_text("\n".join(lines), path.name)))
    digests.add(text_digest(*read_bytes(path.read_bytes(), path.name)))
    assert len(digests) == 1


def test_other_standards_and_other_figures_have_other_digests() -> None:
    texts = [path.read_text("utf-8") for path in FILES]
    texts.append(texts[0].replace("1 hari", "2 hari").replace("20 menit", "30 menit"))
    digests = {text_digest(*read_text(text, "x.txt")) for text in texts}
    assert len(digests) == len(texts)

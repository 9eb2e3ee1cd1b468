"""Makes the list of known stems: `python -m knowledge.language.known_stems FOLDER...`.

The words are those of our own lists and of the documents in the folders; the stemmer is asked
once for each here, so that no start has to ask it again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from knowledge.language import words
from knowledge.language.normalize import expand, flatten, tokens
from knowledge.language.stemming import dictionary_stem

_SHORTEST = 4  # letters; shorter words are their own stems
_HEAD = "# word <TAB> its stem by the dictionary; made by knowledge.language.known_stems"


def known(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield (word, stem) of every word whose stem is worth knowing, in order."""
    phrases = (*words.cues(), *words.complaint_signs())
    found = {word for _, _, phrase in phrases for word in _words(phrase)}
    found |= words.stopwords() | {word for value in words.slang().values() for word in value}
    found |= {value[0] for value in words.phrases().values()}
    for folder in folders:
        for file in folder.glob("*.txt"):
            found.update(_words(file.read_text(encoding="utf-8")))
    for word in sorted(found):
        if len(word) >= _SHORTEST and word.isalpha() and word not in words.stems():
            yield word, dictionary_stem(word)


def _words(text: str) -> list[str]:
    return expand(tokens(flatten(text)))


def main() -> None:
    """Write the list anew."""
    folders = [Path(name) for name in sys.argv[1:]]
    lines = [f"{word}\t{stem}" for word, stem in known(folders)]
    target = Path(str(files("knowledge.language") / "data" / "known-stems.tsv"))
    target.write_text("\n".join([_HEAD, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()

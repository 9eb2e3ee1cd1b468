"""The list of known stems is what the dictionary stemmer says, and saves the start from asking."""

from __future__ import annotations

from knowledge.language import words
from knowledge.language.known_stems import known
from knowledge.library import shipped_documents


def test_the_list_is_what_the_stemmer_says_of_our_words_today() -> None:
    made = dict(known([shipped_documents()]))
    command = "python -m knowledge.language.known_stems knowledge/documents"
    assert words.known_stems() == made, f"run: {command}"
    assert len(made) > 800

"""The terminal: plain texts on standard output, one-line errors on standard error, and JSON.

The only place of the command line that prints. Words come from `handlers.texts`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from bot.errors import PanduError
from handlers.markup import plain
from handlers.texts import Texts, office_texts


class Screen:
    """Where a command writes, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="replace")

    @property
    def texts(self) -> Texts:
        """Return the texts, compiled when first needed."""
        return office_texts()

    def text(self, key: str, **values: object) -> str:
        """Return the text `cli.<key>` as people read it."""
        return plain(self.texts.render(f"cli.{key}", self.language, **values))

    def say(self, key: str, **values: object) -> None:
        """Print the text `cli.<key>` on standard output."""
        self.show(self.text(key, **values))

    def show(self, text: str) -> None:
        """Print a text that is ready, at once."""
        print(text, flush=True)

    def fail(self, key: str, **values: object) -> None:
        """Print the text `cli.<key>` on standard error, on one line."""
        self._complain(self.text(key, **values))

    def explain(self, error: PanduError) -> None:
        """Print what went wrong and what to do, on one line of standard error."""
        self._complain(self.text_of(error.key, error.values))

    def text_of(self, key: str, values: Mapping[str, object]) -> str:
        """Return the words for an error or a finding as people read them.

        The text is `cli.<key>`, or `errors.<key>` where the chat has words for it too; a key
        without a text is shown as it is.
        """
        for file in ("cli", "errors"):
            if self.texts.has(f"{file}.{key}"):
                return plain(self.texts.render(f"{file}.{key}", self.language, **values))
        return self.text("unexplained", detail=f"{key} {dict(values)}")

    def _complain(self, text: str) -> None:
        print("pandu:", " ".join(text.split()), file=sys.stderr, flush=True)

    def data(self, value: Any, *, indent: int | None = None) -> None:  # noqa: ANN401 - any JSON
        """Print a value as JSON in UTF-8, at once."""
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        try:
            encoded = text.encode()
        except UnicodeEncodeError:  # half a surrogate pair, which JSON can carry only escaped
            encoded = json.dumps(value, indent=indent).encode()
        sys.stdout.buffer.write(encoded + b"\n")
        sys.stdout.buffer.flush()

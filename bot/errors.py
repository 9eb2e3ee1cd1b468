"""The root of the errors that people may see: a key and values, never a sentence.

The words stand in `handlers/texts`, under `errors.<key>`. Children live where they are raised:
`bot.domain.errors`, `bot.settings`.
"""

from __future__ import annotations


class PanduError(Exception):
    """Something that went wrong in a way we can explain: which explanation, and its values."""

    def __init__(self, key: str, **values: object) -> None:
        """Keep the key of the explanation and the values that it names."""
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        """Return the key and values for a log; values must therefore never hold content."""
        pairs = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.key}({pairs})"

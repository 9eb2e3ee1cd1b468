"""All that people read: one Jinja2 file a feature and language, one macro a message.

Here is only how a text is found and rendered. The texts stand in `id/*.j2` and `en/*.j2`; a key
is "file.macro" (a later dot stands for "_"). Nobody else in the project holds a sentence that a
user sees.
"""

from __future__ import annotations

import re
from datetime import tzinfo
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.runtime import Macro

from handlers.texts.filters import filters

FOLDER = Path(__file__).parent
LANGUAGES = ("id", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]
OFFICE_ZONE = ZoneInfo("Asia/Jakarta")

#: Texts with few plain values, as the labels of buttons have, are rendered again and again.
_FEW, _SHORT, _KEPT = 2, 80, 2_000


class TextError(Exception):
    """A text was asked for that does not exist: a mistake in the code, not of a user."""


class Texts:
    """The texts in all languages; each file is compiled at its first use, and once.

    Dates are shown in the office's zone.
    """

    def __init__(self, zone: tzinfo = OFFICE_ZONE) -> None:
        self.zone = zone
        self._environments = {language: _environment(language, zone) for language in LANGUAGES}
        self._found: dict[tuple[str, str], Macro | None] = {}
        self._kept = lru_cache(_KEPT)(self._render)

    def render(self, key: str, language: str, **values: object) -> str:
        """Return a message in Telegram HTML, every value escaped.

        Raises TextError for an unknown key, TypeError for an unknown argument and
        jinja2.UndefinedError for one that is missing.
        """
        given = tuple(values.items())
        keeps = len(given) <= _FEW and all(map(_is_short, values.values()))
        return self._kept(key, language, given) if keeps else self._render(key, language, given)

    def _render(self, key: str, language: str, values: tuple[tuple[str, object], ...]) -> str:
        macro = self._macro(key, language)
        if macro is None:
            raise TextError(f"no text {key!r} in {language!r}")
        return re.sub(r"\n{3,}", "\n\n", str(macro(**dict(values)))).strip()

    def has(self, key: str) -> bool:
        """Tell whether there is a text of that key."""
        return self._macro(key, DEFAULT_LANGUAGE) is not None

    def _macro(self, key: str, language: str) -> Macro | None:
        if (key, language) not in self._found:
            self._found[key, language] = self._look_up(key, language)
        return self._found[key, language]

    def _look_up(self, key: str, language: str) -> Macro | None:
        file, _, name = key.partition(".")
        name = name.replace(".", "_")
        environment = self._environments.get(language) or self._environments[DEFAULT_LANGUAGE]
        try:
            found = getattr(environment.get_template(f"{file}.j2").module, name, None)
        except TemplateNotFound:
            return None
        return found if isinstance(found, Macro) else None


def _is_short(value: object) -> bool:
    return value is None or (type(value) is str and len(value) <= _SHORT)


@cache
def office_texts(zone: tzinfo = OFFICE_ZONE) -> Texts:
    """Return the texts of a zone, one object for all who ask."""
    return Texts(zone)


def _environment(language: str, zone: tzinfo) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(filters(language, zone))
    return environment

"""What is written about Pandu and what Pandu has must be the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from handlers import commands as chat
from handlers.cli.arguments import COMMANDS, parser_of
from handlers.markup import plain
from handlers.texts import LANGUAGES, office_texts

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
GUIDES = sorted((ROOT / "docs").glob("*.md"))
FOR_TESTS = {"PANDU_TEST_POSTGRES"}


def settings() -> set[str]:
    return {f"PANDU_{field.upper()}" for field in Settings.model_fields}


def settings_named_in(text: str) -> set[str]:
    return set(re.findall(r"\bPANDU_[A-Z_]*[A-Z]\b", text)) - FOR_TESTS


def commands_named_in(text: str) -> set[str]:
    return set(re.findall(r"(?:^|[`/ ])pandu ([a-z]+)\b", text, re.MULTILINE))


def options_of(name: str | None) -> set[str]:
    options = {text for action in parser_of(name)._actions for text in action.option_strings}
    return {option for option in options if option.startswith("--")}


def makefile_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_first_screen_shows_how_to_run_and_to_test() -> None:
    first_screen = "\n".join(README.splitlines()[:20])
    assert "make run" in first_screen
    assert "make test" in first_screen


def test_readme_and_settings_name_the_same_variables() -> None:
    assert settings_named_in(README) == settings()


def test_the_example_file_and_settings_name_the_same_variables() -> None:
    assert settings_named_in((ROOT / ".env.example").read_text("utf-8")) == settings()


@pytest.mark.parametrize(
    "name",
    [name for name, field in Settings.model_fields.items() if field.default not in (None, ())],
)
def test_readme_and_example_file_tell_the_default(name: str) -> None:
    variable, default = f"PANDU_{name.upper()}", Settings.model_fields[name].default
    assert f"| `{variable}` | `{default}` |" in README
    assert f"{variable}={default}\n" in (ROOT / ".env.example").read_text("utf-8")


def test_readme_and_program_have_the_same_commands() -> None:
    assert commands_named_in(README) == set(COMMANDS)


def test_readme_and_program_have_the_same_options() -> None:
    known = options_of(None).union(*(options_of(name) for name in COMMANDS))
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*\b", README)) == known


def test_readme_and_makefile_have_the_same_targets() -> None:
    assert (
        set(re.findall(r"\bmake ([a-z]+)\b(?=[ `.]|$)", README, re.MULTILINE)) - {"a"}
        == makefile_targets()
    )


def test_readme_and_bot_have_the_same_chat_commands() -> None:
    named = set(re.findall(r"`/([a-z]+)`", README)) - {"newbot", "setinline"}
    indonesian = {"start", *(names[0] for names in chat.NAMES.values())}
    assert named == indonesian


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_the_help_names_every_option(name: str | None, language: str) -> None:
    text = plain(office_texts().render(f"cli.help_{name}" if name else "cli.help", language))
    own = options_of(name) - options_of(None) if name else options_of(None) | set(COMMANDS)
    assert {option for option in own if option not in text} == set()


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_guides_name_only_what_there_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert commands_named_in(text) <= set(COMMANDS)
    assert settings_named_in(text) <= settings()
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= makefile_targets()


@pytest.mark.parametrize("path", [ROOT / "README.md", *GUIDES], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]*)(#[\w-]+)?\)", path.read_text("utf-8"))
    inside = [target for target, _ in links if target and not target.startswith("http")]
    assert inside or path.name in ("pegawai.md", "pejabat.md")
    assert [target for target in inside if not (path.parent / target).exists()] == []

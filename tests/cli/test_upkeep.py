"""check, backup, restore and run: what whoever runs the office relies on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handlers.texts import LANGUAGES

from .conftest import ONE, Pandu

NOBODY = "http://127.0.0.1:1"
TOKEN = "123456789:abcdefghijklmnopqrstuvwxyz012345678"


def titles(pandu: Pandu) -> set[str]:
    return {standard["title"] for standard in json.loads(pandu("standards", "--json").out)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_needs_a_person_where_there_is_no_token(pandu: Pandu, language: str) -> None:
    ended = pandu("check", "--language", language)
    assert (ended.status, ended.err) == (1, "")
    assert "PANDU_TELEGRAM_TOKEN" in ended.out
    assert not Path("data").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_has_words_for_all_that_it_finds(loaded: Pandu, language: str) -> None:
    out = loaded("check", "--language", language).out
    assert len(out.splitlines()) > 8
    assert "check." not in out
    assert ": 6." in out


def test_check_says_that_telegram_is_out_of_reach(
    loaded: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANDU_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("PANDU_ADMIN_IDS", "12345")
    monkeypatch.setenv("PANDU_TELEGRAM_API", NOBODY)
    ended = loaded("check")
    assert ended.status == 1
    assert NOBODY in ended.out
    assert TOKEN not in ended.out + ended.err


def test_check_explains_a_database_that_is_none(pandu: Pandu) -> None:
    Path("data").mkdir()
    Path("data/pandu.db").write_text("not a database, only some text " * 40, "utf-8")
    ended = pandu("check")
    assert ended.status == 1
    assert "pandu restore" in ended.out


def test_a_backup_brings_everything_back(loaded: Pandu) -> None:
    before = titles(loaded)
    assert loaded("backup", "copy.pandu").status == 0
    for file in Path("data").iterdir():
        file.unlink()
    ended = loaded("restore", "copy.pandu")
    assert (ended.status, ended.err) == (0, "")
    assert titles(loaded) == before


def test_what_a_restore_replaces_is_saved_first(loaded: Pandu) -> None:
    assert loaded("backup", "six.pandu").status == 0
    six = titles(loaded)
    for file in Path("data").iterdir():
        file.unlink()
    loaded("add", ONE)
    five = titles(loaded)
    assert loaded("restore", "six.pandu").status == 0
    assert titles(loaded) == six
    (saved,) = Path("data").glob("before-restore-*.backup")
    assert loaded("restore", saved).status == 0
    assert titles(loaded) == five


def test_a_backup_overwrites_nothing(loaded: Pandu) -> None:
    Path("mine.txt").write_text("mine", "utf-8")
    ended = loaded("backup", "mine.txt")
    assert ended.status == 2
    assert "mine.txt" in ended.complaint
    assert Path("mine.txt").read_text("utf-8") == "mine"


def test_there_is_no_backup_of_nothing(pandu: Pandu) -> None:
    ended = pandu("backup", "copy.pandu")
    assert ended.status == 2
    assert ended.complaint
    assert not Path("copy.pandu").exists()


def test_a_file_that_is_no_backup_changes_nothing(loaded: Pandu) -> None:
    before = titles(loaded)
    ended = loaded("restore", "baru.txt")
    assert ended.status == 2
    assert "baru.txt" in ended.complaint
    assert titles(loaded) == before
    assert list(Path("data").glob("before-restore-*")) == []


def test_a_damaged_backup_changes_nothing(loaded: Pandu) -> None:
    assert loaded("backup", "copy.pandu").status == 0
    before = titles(loaded)
    content = bytearray(Path("copy.pandu").read_bytes())
    content[len(content) // 2] ^= 0xFF
    Path("copy.pandu").write_bytes(content)
    assert loaded("restore", "copy.pandu").status == 2
    assert titles(loaded) == before

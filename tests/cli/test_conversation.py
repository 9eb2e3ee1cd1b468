"""`pandu ask` in a terminal: numbers pick, commands work, and it ends politely."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from .conftest import DOCUMENTS, Ended, Pandu


@pytest.fixture
def talk(pandu: Pandu, monkeypatch: pytest.MonkeyPatch) -> Pandu:
    """Say lines to the terminal conversation and return all that it wrote."""

    def say(*lines: str, options: tuple[str | Path, ...] = ("--standards", DOCUMENTS)) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return pandu("ask", *options)

    return say


def test_it_greets_and_takes_leave(talk: Pandu) -> None:
    ended = talk()
    assert ended.status == 0
    assert "/bantuan" in ended.out
    assert ended.out.rstrip().endswith("Sampai jumpa.")


def test_without_a_token_it_says_how_to_get_to_telegram(talk: Pandu, office: Path) -> None:
    assert "@BotFather" in talk(options=()).out
    assert list(office.iterdir()) == []


def test_an_answer_has_its_source_and_what_to_ask_next(talk: Pandu) -> None:
    out = talk("siapa penanggung jawab pelayanan kepada pimpinan?").out
    assert "Kepala Biro Tata Usaha" in out
    assert "Sumber: " in out
    assert "1. " in out.split("Sumber: ")[1]


def test_a_number_picks_from_the_last_list(talk: Pandu) -> None:
    out = talk("/standar", "1", "kalau biayanya?").out
    assert out.count("Sumber: ") >= 2


def test_a_number_that_is_not_offered_is_refused(talk: Pandu) -> None:
    assert "99" in talk("siapa penanggung jawab sosialisasi?", "99").out


def test_the_language_can_be_changed(talk: Pandu) -> None:
    out = talk("/bahasa en", "siapa penanggung jawab sosialisasi?").out
    assert "Source: " in out
    assert out.rstrip().endswith("Goodbye.")


def test_a_language_that_is_not_there_is_explained(talk: Pandu) -> None:
    assert "/bahasa id" in talk("/bahasa fr").out


def test_an_unknown_command_is_explained(talk: Pandu) -> None:
    assert "/terbang" in talk("/terbang").out


def test_batal_forgets_the_topic(talk: Pandu) -> None:
    kept = talk("siapa penanggung jawab sosialisasi?", "kalau tempatnya?").out
    forgotten = talk("siapa penanggung jawab sosialisasi?", "/batal", "kalau tempatnya?").out
    assert kept.count("Sumber: ") == 2
    assert kept.rpartition("Sumber: ")[2] != forgotten.rpartition("Sumber: ")[2]


def test_keluar_ends_it_at_once(talk: Pandu) -> None:
    assert "Sumber: " not in talk("/keluar", "siapa penanggung jawab sosialisasi?").out


def test_bantuan_lists_the_commands(talk: Pandu) -> None:
    out = talk("/bantuan").out
    assert {"/standar", "/bahasa", "/batal", "/keluar"} <= set(out.split())


def test_tanya_asks_what_follows_it(talk: Pandu) -> None:
    assert "Sumber: " in talk("/tanya siapa penanggung jawab sosialisasi?").out


def test_empty_lines_are_passed_over(talk: Pandu) -> None:
    assert talk("", "   ").out == talk().out

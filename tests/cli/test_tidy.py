"""pandu tidy: what is shown in a dry run, and done without one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import FixedClock
from bot.domain.tickets import Act
from bot.office import open_office
from bot.settings import load_settings
from handlers.texts import LANGUAGES
from tests.cases import CITIZEN, KABAG, acted, filed, staffed

from .conftest import Pandu

LONG_AGO = datetime(2020, 3, 2, 2, tzinfo=UTC)


def an_old_complaint() -> str:
    """File and close a complaint years ago; return its number."""

    async def work_then() -> str:
        clock = FixedClock(LONG_AGO)
        async with open_office(load_settings(), clock) as office, office.unit_of_work() as work:
            await staffed(work, LONG_AGO)
            ticket = await filed(office, work, LONG_AGO)
            for act, by in ((Act.ANSWER, KABAG), (Act.CONFIRM, CITIZEN)):
                ticket = await acted(office, work, ticket, act, by, LONG_AGO + timedelta(1))
            await work.commit()
        return ticket.number

    return asyncio.run(work_then())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dry_run_shows_what_would_go_and_changes_nothing(pandu: Pandu, language: str) -> None:
    number = an_old_complaint()
    for _ in range(2):
        ended = pandu("tidy", "--dry-run", "--language", language)
        assert (ended.status, ended.err) == (0, "")
        assert number in ended.out
    assert "730" in ended.out


def test_tidying_anonymises_and_the_check_finds_the_histories_whole(pandu: Pandu) -> None:
    number = an_old_complaint()
    assert number in pandu("tidy").out
    assert number not in pandu("tidy", "--dry-run").out
    out = pandu("check").out
    assert "Riwayat pengaduan utuh (1 diperiksa)" in out


def test_without_a_database_there_is_nothing_to_tidy(pandu: Pandu) -> None:
    assert pandu("tidy").status == 2

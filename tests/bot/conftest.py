"""Real databases for every test of the store: a SQLite file, and a schema on PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import create_engine, text

from bot.clock import FixedClock
from bot.storage.head import HEAD
from bot.storage.keys import KeySource
from bot.storage.store import Store, open_store
from bot.storage.tables import Base
from bot.storage.unit_of_work import SqlUnitsOfWork

POSTGRES = "PANDU_TEST_POSTGRES"
SECRET = "S0FxWmt1Y2luZ2t1bmNpcmFoYXNpYXBhbmR1MTIzNDU="  # a key as it is, derived from nothing
NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'pandu.db'}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    address = server.replace("postgresql+psycopg:", "postgresql:")
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    joint = "&" if "?" in server else "?"
    yield f"{server}{joint}options=-csearch_path%3D{schema}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest) -> str:
    url = request.getfixturevalue(f"{request.param}_url")
    assert isinstance(url, str)
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    file = tmp_path_factory.mktemp("template") / "pandu.db"
    lay_out(f"sqlite:///{file}")
    return file


@pytest.fixture
def laid_out_url(store_url: str, sqlite_template: Path) -> str:
    """A database with its tables, made in one go; that migrations make the same is tested."""
    if store_url.startswith("sqlite"):
        shutil.copy(sqlite_template, store_url.removeprefix("sqlite:///"))
    else:
        lay_out(store_url)
    return store_url


def lay_out(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{HEAD}')"))  # noqa: S608
    engine.dispose()


@pytest.fixture
async def store(laid_out_url: str, tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(laid_out_url, KeySource(SECRET, tmp_path / "secret.key")) as store:
        yield store


@pytest.fixture
def unit_of_work(store: Store) -> SqlUnitsOfWork:
    return store.unit_of_work

"""A small office for tests: a bureau with two sections, and who holds its posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.directory import Directory
from bot.domain.posts import Absence, Holding, Post, PostOrigin, Tenure

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
DAY = timedelta(days=1)

DEPUTI, BIRO, BAGIAN, LAIN = "deputi", "kepala-biro", "kepala-bagian", "kepala-bagian-lain"
SUBBAGIAN, LAMA = "kepala-subbagian", "kepala-bagian-lama"
POSTS = (
    Post(DEPUTI, "Deputi", "deputi"),
    Post(BIRO, "Kepala Biro", "kepala_biro", superior=DEPUTI),
    Post(BAGIAN, "Kepala Bagian", "kepala_bagian", superior=BIRO),
    Post(LAIN, "Kepala Bagian Lain", "kepala_bagian", superior=BIRO),
    Post(SUBBAGIAN, "Kepala Subbagian", "kepala_subbagian", superior=BAGIAN),
    Post(LAMA, "Kepala Bagian Lama", "kepala_bagian", None, BIRO, PostOrigin.ADMIN, BAGIAN, NOW),
)


def tenure(number: int, post: str, person: int | None, **changes: object) -> Tenure:
    """Return a definitive tenure that has run for a year; `changes` are other fields."""
    given = Tenure(number, post, f"Pejabat {number}", Holding.DEFINITIVE, NOW - 365 * DAY, None)
    return replace(given, person_id=person, **changes)  # type: ignore[arg-type]


def away(number: int, person: int, substitute: int | None = None, **changes: object) -> Absence:
    """Return an absence of three days around now."""
    absence = Absence(number, person, NOW - DAY, NOW + 2 * DAY, substitute)
    return replace(absence, **changes)  # type: ignore[arg-type]


def office(
    tenures: Iterable[Tenure], *absences: Absence, posts: Iterable[Post] = (), **changes: object
) -> Directory:
    """Return a directory of the small office; `posts` are added to or replace its own."""
    known = {post.key: post for post in (*POSTS, *posts)}
    directory = Directory(known, tuple(tenures), tuple(absences))
    return replace(directory, **changes)  # type: ignore[arg-type]

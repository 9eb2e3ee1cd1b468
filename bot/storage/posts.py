"""Posts, tenures, absences and invitations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Table,
    bindparam,
    delete,
    insert,
    select,
    union_all,
    update,
)

from bot.domain.directory import LOADERS_SETTING, SERVICE_DESK_SETTING, Directory
from bot.domain.errors import DomainError
from bot.domain.posts import Absence, Holding, Invitation, Post, PostOrigin, Tenure
from bot.storage.tables import PersonRow
from bot.storage.ticket_tables import (
    AbsenceRow,
    InvitationRow,
    OfficeSettingRow,
    PostRow,
    TenureRow,
)
from bot.storage.transaction import Transaction, insert_or_replace

_post, _tenure = PostRow.table(), TenureRow.table()
_absence, _invitation = AbsenceRow.table(), InvitationRow.table()
_person, _setting = PersonRow.table(), OfficeSettingRow.table()


class SqlPosts:
    """Posts of one unit of work."""

    def __init__(self, transaction: Transaction) -> None:
        """Work in a transaction."""
        self._transaction = transaction

    async def directory(self) -> Directory:
        """Return everything as it stands; `admins` are not known here and left empty."""
        return await self._transaction.read(_directory)

    async def has_part(self, person_id: int) -> bool:
        """Tell whether somebody was ever given a post, or named to stand in; a quick look."""
        values, statements = {"person": person_id}, self._transaction.statements
        found = await self._transaction.read(lambda c: statements.rows(c, _HAS_PART, values))
        return bool(found)

    async def put(self, posts: Sequence[Post]) -> None:
        """Keep posts; one of the same key is overwritten."""
        if posts:
            statement = _put(self._transaction.dialect)
            self._transaction.write(statement, [asdict(post) for post in posts])

    async def remove(self, key: str) -> None:
        """Forget a post."""
        self._transaction.write(_REMOVE, {"wanted": key})

    async def appoint(self, tenure: Tenure) -> int:
        """Keep a new tenure; its `id` is given by the store and returned."""
        return await self._transaction.read(lambda c: _added(c, _tenure, asdict(tenure)))

    async def tenure(self, tenure_id: int) -> Tenure | None:
        """Return a tenure."""

        def query(connection: Connection) -> Tenure | None:
            row = connection.execute(_GET_TENURE, {"wanted": tenure_id}).first()
            return None if row is None else _tenure_of(row)

        return await self._transaction.read(query)

    async def change(self, tenure: Tenure) -> None:
        """Overwrite a tenure."""
        values = asdict(tenure)
        self._transaction.write(_CHANGE_TENURE, {"wanted": values.pop("id"), **values})

    async def leave(self, absence: Absence) -> int:
        """Keep a new absence; its `id` is given by the store and returned."""
        return await self._transaction.read(lambda c: _added(c, _absence, asdict(absence)))

    async def end_absence(self, absence_id: int, until: datetime) -> None:
        """Let an absence end then."""
        self._transaction.write(_END_ABSENCE, {"wanted": absence_id, "until": until})

    async def invite(self, invitation: Invitation) -> None:
        """Keep a new invitation."""
        self._transaction.write(_INVITE, asdict(invitation))

    async def invitation(self, digest: str) -> Invitation | None:
        """Return the invitation of a code, by the code's SHA-256."""

        def query(connection: Connection) -> Invitation | None:
            row = connection.execute(_GET_INVITATION, {"wanted": digest}).first()
            return None if row is None else Invitation(**row._mapping)

        return await self._transaction.read(query)

    async def use_invitation(self, digest: str, now: datetime) -> None:
        """Use it up; commit raises DomainError("invitation.used") if somebody was first."""
        refusal = DomainError("invitation.used")
        self._transaction.write(_USE, {"wanted": digest, "used_at": now}, refusal=refusal)

    async def revoke_invitations(self, tenure_id: int, now: datetime) -> None:
        """Revoke what is still open for a tenure."""
        self._transaction.write(_REVOKE, {"wanted": tenure_id, "revoked_at": now})


def _directory(connection: Connection) -> Directory:
    posts = [_post_of(row) for row in connection.execute(_ALL_POSTS)]
    settings = {row.name: row.value for row in connection.execute(_SETTINGS)}
    desk = settings.get(SERVICE_DESK_SETTING)
    loaders = settings.get(LOADERS_SETTING)
    return Directory(
        posts={post.key: post for post in posts},
        tenures=tuple(_tenure_of(row) for row in connection.execute(_ALL_TENURES)),
        absences=tuple(Absence(**row._mapping) for row in connection.execute(_ALL_ABSENCES)),
        unreachable=frozenset(connection.execute(_UNREACHABLE).scalars()),
        service_desk=desk if isinstance(desk, str) else None,
        loaders=frozenset(loaders) if isinstance(loaders, list) else frozenset(),
    )


def _added(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    del values["id"]
    return int(connection.execute(insert(table).returning(table.c.id), values).scalar_one())


def _post_of(row: Row[*tuple[Any, ...]]) -> Post:
    return Post(**{**row._mapping, "origin": PostOrigin(row.origin)})


def _tenure_of(row: Row[*tuple[Any, ...]]) -> Tenure:
    return Tenure(**{**row._mapping, "holding": Holding(row.holding)})


@cache
def _put(dialect: str) -> Insert:
    replaced = [column.name for column in _post.columns if column.name != "key"]
    return insert_or_replace(dialect, _post, "key", replaced=replaced)


_HAS_PART = union_all(
    select(_tenure.c.id).where(_tenure.c.person_id == bindparam("person")),
    select(_absence.c.id).where(_absence.c.substitute == bindparam("person")),
).limit(1)
_ALL_POSTS = select(_post)
_REMOVE = delete(_post).where(_post.c.key == bindparam("wanted"))
_ALL_TENURES = select(_tenure).order_by(_tenure.c.id)
_GET_TENURE = select(_tenure).where(_tenure.c.id == bindparam("wanted"))
_CHANGE_TENURE = update(_tenure).where(_tenure.c.id == bindparam("wanted"))
_ALL_ABSENCES = select(_absence).order_by(_absence.c.id)
_END_ABSENCE = update(_absence).where(_absence.c.id == bindparam("wanted"))
_INVITE = insert(_invitation)
_GET_INVITATION = select(_invitation).where(_invitation.c.digest == bindparam("wanted"))
_USE = update(_invitation).where(
    _invitation.c.digest == bindparam("wanted"),
    _invitation.c.used_at.is_(None),
    _invitation.c.revoked_at.is_(None),
)
_REVOKE = update(_invitation).where(
    _invitation.c.tenure_id == bindparam("wanted"),
    _invitation.c.used_at.is_(None),
    _invitation.c.revoked_at.is_(None),
)
_UNREACHABLE = select(_person.c.id).where(_person.c.unreachable_since.is_not(None))
_SETTINGS = select(_setting.c.name, _setting.c.value).where(
    _setting.c.name.in_((SERVICE_DESK_SETTING, LOADERS_SETTING))
)

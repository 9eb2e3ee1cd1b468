"""The fields of a call, from JSON, form, multipart or the address, and checked on the way out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from simulator.errors import Refused

LARGEST_UPLOAD = 50 * 2**20


@dataclass(frozen=True)
class Upload:
    """A file in the body of a call."""

    name: str
    mime: str
    content: bytes


@dataclass
class Arguments:
    """The fields of one call."""

    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text, "" where there is none."""
        value = self.values.get(name)
        return "" if value is None else value if isinstance(value, str) else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; what is none counts as the default, as Telegram has it."""
        value = self.values.get(name)
        try:
            return default if value in (None, "") else int(value)
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes", "t", "y")

    def json(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON stands there
        """Return an object or a list, which forms carry as JSON; None where there is none."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            found = json.loads(value)
        except ValueError:
            raise Refused(f"can't parse {name} JSON object") from None
        check_encodable(found)
        return found

    def names(self, name: str) -> list[str] | None:
        """Return a list of words; None where there is none."""
        value = self.json(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise Refused(f"can't parse {name}: expected an Array of String")
        return [str(one) for one in value]


def check_encodable(value: object) -> None:
    """Refuse what JSON can escape but no text can hold: half of a surrogate pair."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Refused("strings must be encoded in UTF-8") from None


async def read_arguments(request: Request) -> Arguments:
    """Read the fields of a call, whatever way they came."""
    arguments = await _read(request)
    check_encodable(arguments.values)
    return arguments


async def _read(request: Request) -> Arguments:
    values: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    body = await request.body()
    if kind == "application/json":
        values |= _object(body)
    elif body:
        values |= parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return Arguments(values)


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused("can't parse request: expected a JSON object")
    return found


async def _multipart(request: Request, values: dict[str, Any]) -> Arguments:
    files: dict[str, Upload] = {}
    async with request.form(max_files=100, max_part_size=LARGEST_UPLOAD) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = await upload(value)
            else:
                values[name] = value
    return Arguments(values, files)


async def upload(value: UploadFile) -> Upload:
    """Read an uploaded file; raises Refused if it is too large."""
    if (value.size or 0) > LARGEST_UPLOAD:
        raise Refused(status=413)
    mime = value.content_type or "application/octet-stream"
    return Upload(value.filename or "file", mime, await value.read())

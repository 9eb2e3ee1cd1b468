"""What the page sends, checked on the way in."""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from simulator.bot_api.arguments import LARGEST_UPLOAD, check_encodable, upload
from simulator.errors import PageError
from simulator.loopback import is_loopback


def same_place(origin: str | None, host: str) -> bool:
    """Return whether a request comes from our own page, not from another one in the browser."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return is_loopback(name) and origin in (None, f"http://{host}")


async def read_body(request: Request) -> dict[str, Any]:
    """Return the fields of a request; files stand as a list under "file"."""
    if request.headers.get("content-type", "").startswith("multipart/"):
        async with request.form(max_part_size=LARGEST_UPLOAD) as form:
            fields: dict[str, Any] = {k: v for k, v in form.items() if isinstance(v, str)}
            files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
            fields["file"] = [await upload(one) for one in files]
            return fields
    try:
        found = json.loads(await request.body() or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise PageError("The request has to be a JSON object.")
    check_encodable(found)
    return found


def text_in(body: dict[str, Any], name: str) -> str:
    """Return a text, "" where there is none; raises PageError if it is something else."""
    value = body.get(name, "")
    if not isinstance(value, str):
        raise PageError(f"{name} has to be a text.")
    return value


def number_in(value: object) -> int | None:
    """Return a whole number, which forms carry as text; None where there is none."""
    try:
        return int(str(value)) if value not in (None, "") else None
    except ValueError:
        return None

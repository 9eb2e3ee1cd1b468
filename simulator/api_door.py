"""The bot's door: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import inspect
import json
import re
from contextlib import suppress
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from simulator.bot_api import method_named
from simulator.bot_api.arguments import read_arguments
from simulator.errors import Refused
from simulator.town import Town

_TOKEN = re.compile(r"[1-9]\d{0,15}:[A-Za-z0-9_-]{35}")


class BotDoor:
    """Lets one bot in: the first token that calls; others are unauthorized."""

    def __init__(self, town: Town) -> None:
        """Serve a town."""
        self._town = town

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the Bot API."""
        return [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download),
        ]

    async def _call(self, request: Request) -> Response:
        try:
            self._let_in(request.path_params["token"])
            result = await self._result(request, request.path_params["method"])
        except Refused as refused:
            return _refusal(refused)
        except ClientDisconnect:  # a bot that is stopped in the middle of a call
            return Response(status_code=400)
        return _json({"ok": True, "result": result}, 200)

    async def _result(self, request: Request, name: str) -> object:
        method = method_named(name)
        if method is None:
            self._town.unknown(name[:64])
            raise Refused("method not found", 404)
        result = method(self._town, await read_arguments(request))
        return await result if inspect.isawaitable(result) else result

    async def _download(self, request: Request) -> Response:
        try:
            self._let_in(request.path_params["token"])
            path = request.path_params["path"]
            return Response(self._content(path), media_type="application/octet-stream")
        except Refused as refused:
            return _refusal(refused)

    def _content(self, path: str) -> bytes:
        for file in self._town.state.files.values():
            if file.path == path:
                with suppress(FileNotFoundError):
                    return self._town.content(file)
        raise Refused(status=404)

    def _let_in(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise Refused(status=404)
        if self._town.token is None:
            self._town.token = token
            self._town.events.tell("people")
        if self._town.token != token:
            raise Refused(status=401)


def _refusal(refused: Refused) -> Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refused.status,
        "description": refused.description,
    }
    headers = {}
    if refused.parameters:
        body["parameters"] = refused.parameters
    if "retry_after" in refused.parameters:
        headers["Retry-After"] = str(refused.parameters["retry_after"])
    return _json(body, refused.status, headers)


def _json(body: dict[str, Any], status: int, headers: dict[str, str] | None = None) -> Response:
    content = json.dumps(body, separators=(",", ":"))
    return Response(content, status, headers, media_type="application/json")

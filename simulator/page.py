"""The page's own protocol: JSON over HTTP, and a WebSocket that tells what happens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from simulator import clock, page_view, people, residents
from simulator.bot_api.arguments import Upload
from simulator.errors import PageError
from simulator.events import Event
from simulator.model import Chat, Person
from simulator.page_input import number_in, read_body, same_place, text_in
from simulator.town import Town

_SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg")

OnReset = Callable[[], Awaitable[None]]


class Page:
    """Answers what the page asks. `on_reset` lets the office forget too, before the town does."""

    def __init__(self, town: Town, on_reset: OnReset | None) -> None:
        """Serve a town."""
        self._town = town
        self._on_reset = on_reset

    def routes(self) -> list[BaseRoute]:
        """Return the routes below /api."""
        message = "/chats/{chat}/messages/{message:int}"
        return [
            Route("/state", self._state),
            WebSocketRoute("/events", self._events),
            Route("/files/{file}", self._file),
            Route("/chats/{chat}/messages", self._say, methods=["POST"]),
            Route(f"{message}/edit", self._edit, methods=["POST"]),
            Route(f"{message}/press", self._press, methods=["POST"]),
            Route(f"{message}/forward", self._forward, methods=["POST"]),
            Route("/chats/{chat}/inline", self._ask, methods=["POST"]),
            Route("/chats/{chat}/inline/{query}/{result}", self._choose, methods=["POST"]),
            Route("/people", self._move_in, methods=["POST"]),
            Route("/people/{person:int}", self._person, methods=["PATCH", "DELETE"]),
            Route("/clock", self._clock, methods=["POST"]),
            Route("/reset", self._reset, methods=["POST"]),
        ]

    async def _state(self, request: Request) -> Response:
        language = request.query_params.get("language", "id")
        return JSONResponse(page_view.state(self._town, language))

    async def _events(self, socket: WebSocket) -> None:
        if not same_place(socket.headers.get("origin"), socket.headers.get("host", "")):
            await socket.close(1008)
            return
        await socket.accept()
        with self._town.events.listening() as events:
            telling = asyncio.create_task(_tell(socket, events, self._town))
            hearing = asyncio.create_task(_until_closed(socket))
            try:
                await asyncio.wait({telling, hearing}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in (telling, hearing):
                    task.cancel()
                await asyncio.gather(telling, hearing, return_exceptions=True)

    async def _file(self, request: Request) -> Response:
        file = self._town.state.files.get(request.path_params["file"])
        if file is None:
            raise PageError("There is no such file.", 404)
        headers = {"X-Content-Type-Options": "nosniff"}
        if file.mime not in _SHOWN:
            headers["Content-Disposition"] = "attachment"
        mime = file.mime if file.mime in _SHOWN else "application/octet-stream"
        try:
            content = self._town.content(file)
        except FileNotFoundError:
            raise PageError("The file is gone.", 404) from None
        return Response(content, media_type=mime, headers=headers)

    async def _say(self, request: Request) -> Response:
        body = await read_body(request)
        chat, person = self._who(request, body)
        files = [one for one in body.get("file", []) if isinstance(one, Upload)]
        text = text_in(body, "text")
        if files:
            sent = people.send_files(self._town, chat, person, text, files)
        else:
            reply_to = number_in(body.get("reply_to"))
            sent = [people.say(self._town, chat, person, text, reply_to=reply_to)]
        return JSONResponse({"messages": [page_view.message(self._town, one) for one in sent]})

    async def _edit(self, request: Request) -> Response:
        body = await read_body(request)
        number = request.path_params["message"]
        people.edit(self._town, *self._who(request, body), number, text_in(body, "text"))
        return JSONResponse({})

    async def _press(self, request: Request) -> Response:
        body = await read_body(request)
        number = request.path_params["message"]
        press = people.press(self._town, *self._who(request, body), number, text_in(body, "data"))
        return JSONResponse({"press": press})

    async def _forward(self, request: Request) -> Response:
        body = await read_body(request)
        chat, person = self._who(request, body)
        target = self._town.chat(number_in(body.get("to_chat")) or 0)
        people.forward(self._town, chat, person, request.path_params["message"], target)
        return JSONResponse({})

    async def _ask(self, request: Request) -> Response:
        body = await read_body(request)
        query = people.ask_inline(self._town, *self._who(request, body), text_in(body, "query"))
        return JSONResponse({"query": query})

    async def _choose(self, request: Request) -> Response:
        chat, person = self._who(request, await read_body(request))
        path = request.path_params
        people.choose_result(self._town, chat, person, path["query"], path["result"])
        return JSONResponse({})

    async def _move_in(self, request: Request) -> Response:
        body = await read_body(request)
        person = residents.move_in(self._town, text_in(body, "name"), text_in(body, "role"))
        return JSONResponse(page_view.person(person), 201)

    async def _person(self, request: Request) -> Response:
        person = self._town.person(request.path_params["person"])
        if request.method == "DELETE":
            residents.move_out(self._town, person)
            return JSONResponse({})
        body = await read_body(request)
        names = [text_in(body, key) if key in body else None for key in ("name", "role")]
        residents.change(self._town, person, *names)
        if "blocked" in body:
            residents.block(self._town, person, body["blocked"] is True)
        return JSONResponse(page_view.person(person))

    async def _clock(self, request: Request) -> Response:
        body = await read_body(request)
        await clock.move(self._town.clock, body.get("add_hours"), body.get("to"))
        now = self._town.now().isoformat()
        self._town.events.tell("clock", now=now)
        return JSONResponse({"now": now})

    async def _reset(self, _request: Request) -> Response:
        if self._on_reset is not None:
            await self._on_reset()
        self._town.reset()
        return JSONResponse({})

    def _who(self, request: Request, body: dict[str, Any]) -> tuple[Chat, Person]:
        chat = self._town.chat(number_in(request.path_params["chat"]) or 0)  # groups are negative
        return chat, self._town.person(number_in(body.get("as")))


async def _tell(socket: WebSocket, events: asyncio.Queue[Event | None], town: Town) -> None:
    while (event := await events.get()) is not None:
        await socket.send_json(page_view.event(town, event))
    await socket.close(1001)


async def _until_closed(socket: WebSocket) -> None:
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        return

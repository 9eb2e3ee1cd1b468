"""A server that speaks the page's protocol with a small bot of its own, to test the page alone.

No Bot API here: what the bot says is scripted by the texts that people send.
"""

from __future__ import annotations

import asyncio
import html
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

PAGE = Path(__file__).parents[2] / "simulator" / "static"
FIRST_NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo("Asia/Jakarta"))
GROUP = -100
PEOPLE = [
    (1, "Pegawai", "Pegawai"),
    (2, "Pelapor", "Pengguna layanan"),
    (3, "Kabag", "Kepala Bagian Tata Laksana"),
    (4, "Karo", "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"),
    (5, "Admin", "Admin"),
]
FORMATTED = (
    "<b>Tebal</b>, <i>miring</i>, <code>kode</code> <tg-spoiler>rahasia</tg-spoiler>\n"
    "<blockquote>Kutipan dari standar</blockquote>"
    "<img src=x onerror=alert(1)><script>bad()</script>"
    '<a href="javascript:alert(1)">jangan</a> <a href="https://example.invalid/">tautan</a>'
)
Json = dict[str, Any]


class FakeTown:
    """The whole state; `held` keeps the bot's answers to presses back until `release`."""

    def __init__(self) -> None:
        self.pages: set[WebSocket] = set()
        self.held: list[Json] | None = None
        self.begin()

    def begin(self) -> None:
        """Return to the first day."""
        self.now = FIRST_NOW
        self.movable = True
        self.last = 0
        self.files: dict[str, tuple[str, bytes, str]] = {}
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Json] = {}
        self.unknown: list[str] = []
        for number, name, role in PEOPLE:
            self.settle(number, name, role)
        self.chats[GROUP] = {
            "id": GROUP,
            "kind": "group",
            "title": "Grup kantor",
            "person": None,
            "messages": [],
        }

    def settle(self, number: int, name: str, role: str) -> None:
        """Let someone move in."""
        self.people[number] = {
            "id": number,
            "name": name,
            "username": name.lower(),
            "role": role,
            "blocked": False,
        }
        self.chats[number] = {
            "id": number,
            "kind": "private",
            "title": name,
            "person": number,
            "messages": [],
        }

    def state(self) -> Json:
        """Return what the page loads."""
        return {
            "bot": {
                "id": 99,
                "name": "Pandu",
                "username": "pandu_bot",
                "description": "Pandu menjawab pertanyaan tentang standar pelayanan.",
                "commands": [
                    {"command": "standar", "description": "Daftar standar pelayanan"},
                    {"command": "bantuan", "description": "Petunjuk"},
                ],
            },
            "people": list(self.people.values()),
            "chats": list(self.chats.values()),
            "clock": {"now": self.now.isoformat(), "movable": self.movable},
            "unknown_methods": self.unknown,
        }

    async def tell(self, event: Json) -> None:
        """Send one event to every open page."""
        for page in list(self.pages):
            await page.send_json(event)

    async def add(self, chat: int, sender: int | str, text: str, **more: Any) -> Json:
        """Put a message into a chat and tell the pages."""
        self.last += 1
        message: Json = {
            "id": self.last,
            "from": sender,
            "name": "Pandu" if sender == "bot" else self.people[int(sender)]["name"],
            "at": self.now.isoformat(),
            "text": text,
            "html": html.escape(text),
            "buttons": [],
            "reply_to": None,
            "edited": False,
            "album": None,
            "forwarded_from": None,
            "via_bot": False,
            **more,
        }
        self.chats[chat]["messages"].append(message)
        await self.tell({"type": "message", "chat": chat, "message": message})
        return message

    async def bot_hears(self, chat: int, message: Json) -> None:
        """Answer as the script says."""
        if message["from"] != "bot" and self.people[message["from"]]["blocked"]:
            return
        await self.tell({"type": "typing", "chat": chat})
        text = message["text"]
        if text == "diam":
            return
        if text == "format":
            await self.add(chat, "bot", "Tebal", html=FORMATTED)
        elif text == "pilih":
            await self.add(
                chat, "bot", "Standar yang mana?", buttons=BUTTONS, reply_to=message["id"]
            )
        else:
            await self.add(
                chat, "bot", f"Jawaban: {text}", html=f"Jawaban: <b>{html.escape(text)}</b>"
            )

    async def answer_press(self, press: Json) -> None:
        """Answer a press: with a notice, an alert, or by changing the message."""
        chat, message, data = press["chat"], press["message"], press["data"]
        told = {
            "type": "callback_answer",
            "press": press["id"],
            "text": "",
            "alert": data == "alert",
        }
        if data in {"notice", "alert"}:
            told["text"] = f"Tombol {data}"
        else:
            message.update(
                text="Dipilih: " + data, html="Dipilih: " + data, buttons=[], edited=True
            )
            await self.tell({"type": "edited", "chat": chat, "message": message})
        await self.tell(told)

    async def release(self) -> None:
        """Answer the presses that were held back."""
        held, self.held = self.held or [], None
        for press in held:
            await self.answer_press(press)


BUTTONS = [
    [{"text": "Sosialisasi Kebijakan", "data": "sosialisasi"}],
    [{"text": "Beri tahu", "data": "notice"}, {"text": "Peringatan", "data": "alert"}],
    [{"text": "Situs", "url": "https://example.invalid/"}],
]


def build(town: FakeTown) -> Starlette:
    """Return the application with the page and its protocol."""
    routes = Routes(town)
    chat = "/api/chats/{chat}"
    return Starlette(
        routes=[
            Route("/", routes.page),
            Mount("/static", StaticFiles(directory=PAGE)),
            Route("/api/state", routes.state),
            WebSocketRoute("/api/events", routes.events),
            Route(chat + "/messages", routes.send, methods=["POST"]),
            Route(chat + "/messages/{id:int}/edit", routes.edit, methods=["POST"]),
            Route(chat + "/messages/{id:int}/press", routes.press, methods=["POST"]),
            Route(chat + "/messages/{id:int}/forward", routes.forward, methods=["POST"]),
            Route(chat + "/inline", routes.inline, methods=["POST"]),
            Route(chat + "/inline/{query}/{result}", routes.choose, methods=["POST"]),
            Route("/api/people", routes.add_person, methods=["POST"]),
            Route("/api/people/{id:int}", routes.change_person, methods=["PATCH", "DELETE"]),
            Route("/api/files/{file}", routes.file),
            Route("/api/clock", routes.clock, methods=["POST"]),
            Route("/api/reset", routes.reset, methods=["POST"]),
        ]
    )


class Routes:
    """The protocol's addresses."""

    def __init__(self, town: FakeTown) -> None:
        self.town = town

    async def page(self, _: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    async def state(self, _: Request) -> Response:
        return JSONResponse(self.town.state())

    async def events(self, socket: WebSocket) -> None:
        await socket.accept()
        self.town.pages.add(socket)
        try:
            while True:
                await socket.receive_text()
        except (WebSocketDisconnect, asyncio.CancelledError):
            pass
        finally:
            self.town.pages.discard(socket)

    async def send(self, request: Request) -> Response:
        chat = int(request.path_params["chat"])
        if request.headers["content-type"].startswith("application/json"):
            body = await request.json()
            if body["text"] == "tolak":
                return JSONResponse({"error": "Telegram menolak pesan ini"}, status_code=400)
            message = await self.town.add(
                chat, body["as"], body["text"], reply_to=body.get("reply_to")
            )
        else:
            message = await self.take_files(chat, request)
        await self.town.bot_hears(chat, message)
        return JSONResponse({})

    async def take_files(self, chat: int, request: Request) -> Json:
        """Keep uploaded files, a message each; several are one album."""
        async with request.form() as form:
            parts = [part for part in form.getlist("file") if isinstance(part, UploadFile)]
            read = [
                (part.filename or "", await part.read(), part.content_type or "") for part in parts
            ]
            sender, text = int(str(form["as"])), str(form["text"])
        message: Json = {}
        album = f"album{self.town.last}" if len(read) > 1 else None
        for name, content, kind in read:
            key = f"file{len(self.town.files)}"
            self.town.files[key] = (name, content, kind)
            field = {"image": "photo", "audio": "voice"}.get(kind.split("/")[0], "document")
            file = {"file_id": key, "name": name, "size": len(content), "url": f"/api/files/{key}"}
            more = {field: file, "album": album}
            message = await self.town.add(chat, sender, text if not message else "", **more)
        return message

    async def file(self, request: Request) -> Response:
        _, content, kind = self.town.files[request.path_params["file"]]
        return Response(content, media_type=kind)

    def message(self, request: Request) -> Json:
        messages = self.town.chats[int(request.path_params["chat"])]["messages"]
        found: Json = next(one for one in messages if one["id"] == request.path_params["id"])
        return found

    async def edit(self, request: Request) -> Response:
        message = self.message(request)
        text = (await request.json())["text"]
        message.update(text=text, html=html.escape(text), edited=True)
        chat = int(request.path_params["chat"])
        await self.town.tell({"type": "edited", "chat": chat, "message": message})
        return JSONResponse({})

    async def press(self, request: Request) -> Response:
        body = await request.json()
        press = {
            "id": f"press-{body['data']}",
            "chat": int(request.path_params["chat"]),
            "message": self.message(request),
            "data": body["data"],
        }
        if self.town.held is None:
            await self.town.answer_press(press)  # before the page knows the press: it must not mind
        else:
            self.town.held.append(press)
        return JSONResponse({"press": press["id"]})

    async def forward(self, request: Request) -> Response:
        body = await request.json()
        message = self.message(request)
        await self.town.add(
            int(body["to_chat"]), body["as"], message["text"], forwarded_from=message["name"]
        )
        return JSONResponse({})

    async def inline(self, request: Request) -> Response:
        query = (await request.json())["query"]
        results = [
            {"id": "0", "title": f"Hasil {query}", "description": "dari standar"},
            {"id": "1", "title": "Hasil lain", "description": "dari standar lain"},
        ]
        await self.town.tell({"type": "inline", "query": query, "results": results})
        return JSONResponse({"query": query})

    async def choose(self, request: Request) -> Response:
        body = await request.json()
        text = f"Hasil {request.path_params['query']} nomor {request.path_params['result']}"
        await self.town.add(int(request.path_params["chat"]), body["as"], text, via_bot=True)
        return JSONResponse({})

    async def add_person(self, request: Request) -> Response:
        body = await request.json()
        self.town.settle(max(self.town.people) + 1, body["name"], body["role"])
        return await self.people_changed()

    async def change_person(self, request: Request) -> Response:
        number = request.path_params["id"]
        if request.method == "DELETE":
            del self.town.people[number]
            del self.town.chats[number]
        else:
            self.town.people[number].update(await request.json())
        return await self.people_changed()

    async def people_changed(self) -> Response:
        await self.town.tell({"type": "people"})
        return JSONResponse({})

    async def clock(self, request: Request) -> Response:
        body = await request.json()
        if "add_hours" in body:
            self.town.now += timedelta(hours=body["add_hours"])
        elif body["to"] == "next_reminder":
            return JSONResponse({"error": "Tidak ada pengingat yang menunggu"}, status_code=409)
        elif body["to"] == "next_morning":
            self.town.now = (self.town.now + timedelta(days=1)).replace(hour=7, minute=30)
        else:
            self.town.now = datetime.fromisoformat(body["to"])
        await self.town.tell({"type": "clock", "now": self.town.now.isoformat()})
        return JSONResponse({})

    async def reset(self, _: Request) -> Response:
        self.town.begin()
        await self.town.tell({"type": "reset"})
        return JSONResponse({})

"""The HTTP server: the Bot API, the page and its protocol on one port of this machine."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.api_door import BotDoor
from simulator.clock import ClockControl
from simulator.errors import PageError, Refused, SimulatorError
from simulator.flood import FloodRules
from simulator.loopback import is_loopback
from simulator.page import OnReset, Page
from simulator.page_input import same_place
from simulator.sample import OFFICE, Resident
from simulator.town import Town
from simulator.webhook import FIRST_PAUSE, WebhookSender

_STATIC = Path(__file__).parent / "static"
_SAFE = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True)
class Options:
    """What may be otherwise than a first visit finds it.

    No flood rules let everything pass (for measuring); `on_reset` lets the office forget too,
    before the town does; `webhook_pause` are the seconds before a first retry.
    """

    residents: Sequence[Resident] = OFFICE
    flood: FloodRules | None = FloodRules()  # noqa: RUF009 - frozen
    on_reset: OnReset | None = None
    webhook_pause: float = FIRST_PAUSE


TELEGRAM_LIKE = Options()


def build(town: Town, *, on_reset: OnReset | None = None) -> Starlette:
    """Return the app of a town."""

    async def index(_request: Request) -> Response:
        return FileResponse(_STATIC / "index.html", headers=_SAFE)

    return Starlette(
        routes=[
            *BotDoor(town).routes(),
            Mount("/api", routes=Page(town, on_reset).routes()),
            Mount("/static", StaticFiles(directory=_STATIC, check_dir=False)),
            Route("/", index),
        ],
        middleware=[Middleware(_OwnPageOnly), Middleware(_SavedFirst, town=town)],
        exception_handlers={PageError: _page_error, Refused: _page_error},
    )


@asynccontextmanager
async def serve(
    host: str,
    port: int,
    folder: Path | None,
    clock: ClockControl | None,
    options: Options = TELEGRAM_LIKE,
) -> AsyncIterator[str]:
    """Serve in this event loop; yield the base URL, which is also the root of the Bot API.

    Port 0 takes a free one; no folder keeps all in memory; no clock is the machine's own.
    Raises SimulatorError, see there.
    """
    if not is_loopback(host):
        raise SimulatorError("not_loopback", host=host)
    town = Town(folder, clock, residents=options.residents, flood=options.flood)
    async with serve_town(town, host, port, options) as address:
        yield address


@asynccontextmanager
async def serve_town(
    town: Town, host: str, port: int, options: Options = TELEGRAM_LIKE
) -> AsyncIterator[str]:
    """Serve a town that the caller has at hand, as `serve` does; it is closed at the end."""
    with _bound(host, port) as listening:
        sender = asyncio.create_task(WebhookSender(town, options.webhook_pause).run())
        try:
            async with _running(build(town, on_reset=options.on_reset), listening, town):
                yield _address(host, listening.getsockname()[1])
        finally:
            sender.cancel()
            with suppress(asyncio.CancelledError):
                await sender
            town.close()


class _Server(uvicorn.Server):
    """Says when it is ready, and leaves the signals to the program that runs it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def _running(app: Starlette, listening: socket.socket, town: Town) -> AsyncIterator[None]:
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,  # an access log would hold the token
        lifespan="off",
        ws="websockets-sansio",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve([listening]))
    try:
        await server.ready.wait()
        yield
    finally:
        town.updates.close()
        town.events.close()
        server.should_exit = True
        await task


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol is named: only then does asyncio switch off Nagle's waiting (40 ms an answer)
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(128)  # another program on the port is found out here at the latest
        except (OSError, OverflowError) as error:
            taken = getattr(error, "errno", None) == errno.EADDRINUSE
            key = "port_in_use" if taken else "port_denied"
            raise SimulatorError(key, host=host, port=port) from error
        yield listening


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def _page_error(_request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, PageError | Refused) else 500
    return JSONResponse({"error": str(error)}, status)


class _SavedFirst:
    """Saves what a call has changed before it is answered: what was taken on is never lost."""

    def __init__(self, app: ASGIApp, town: Town) -> None:
        self._app = app
        self._town = town

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._town.save_changes()
            await send(message)

        await self._app(scope, receive, answer)


class _OwnPageOnly:
    """Turns away what a foreign page in the same browser asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            host = headers.get(b"host", b"").decode("latin-1")
            origin = headers.get(b"origin", b"").decode("latin-1") or None
            if not same_place(origin, host):
                refusal = JSONResponse({"error": "Only this machine's own page may ask."}, 403)
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)

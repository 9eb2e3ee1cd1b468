"""An HTTP server of this process, in its event loop, from its opening to its end."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from handlers.door import RunError

_BACKLOG = 256  # connections that wait while all are busy
_LAST_ANSWERS = 10  # seconds that requests under way have at the end


class _Server(uvicorn.Server):
    """Leaves the signals to the program that runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def listening(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Serve the app; yield the port, which 0 lets the machine choose.

    At the end, requests under way are still answered. Raises RunError("run.port_in_use") or
    RunError("run.port_denied").
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_LAST_ANSWERS,
    )
    with _bound(host, port) as opened:
        server = _Server(config)
        task = asyncio.create_task(server.serve([opened]))
        try:
            yield opened.getsockname()[1]
        finally:
            server.should_exit = True
            await task


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol is named: only then does asyncio switch off Nagle's waiting (40 ms an answer)
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, port))
            opened.listen(_BACKLOG)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            key = "run.port_in_use" if taken else "run.port_denied"
            raise RunError(key, address=f"{host}:{port}") from error
        yield opened

"""Runs the fake town on a free port, in a thread; may be stopped and started again."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine
from typing import Any

import uvicorn

from tests.page.fake_town import FakeTown, build


class Serving:
    """One address; `call` runs a coroutine of the town where its sockets live."""

    def __init__(self, town: FakeTown) -> None:
        self.town = town
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Begin to answer; returns once connections are taken."""
        config = uvicorn.Config(
            build(self.town),
            host="127.0.0.1",
            port=self.port,
            log_level="critical",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        self.server = uvicorn.Server(config)
        self.ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.thread.start()
        assert self.ready.wait(10), "the server did not start"

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        listener = socket.create_server(("127.0.0.1", self.port))
        self.loop.call_soon(self.ready.set)
        await self.server.serve(sockets=[listener])

    def stop(self) -> None:
        """End; open pages lose their connection."""
        self.server.should_exit = True
        self.thread.join(10)
        assert not self.thread.is_alive(), "the server did not stop"

    def call(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine of the town from the test and return its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

"""The strict stand-in for the Bot API behind real HTTP, for tests with a process of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from tests.telegram import TOKEN, FakeTelegram

TEXTS = frozenset(
    ("text", "parse_mode", "callback_query_id", "inline_query_id", "language_code")
    + ("description", "short_description")
)


@asynccontextmanager
async def serving(telegram: FakeTelegram) -> AsyncIterator[str]:
    """Serve on a free port; return the address of the Bot API."""
    open_tasks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_tasks.add(task)
        try:
            while await _exchange(telegram, reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the program has ended, or the test
        finally:
            open_tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.close()
        for task in list(open_tasks):
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)


async def _exchange(
    telegram: FakeTelegram, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> bool:
    """Answer one request; return whether there was one."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    path = first.split()[1]
    assert path.startswith(f"/bot{TOKEN}/")
    status, answer = await telegram.answer(path.rsplit("/", 1)[1], _fields(body.decode()))
    writer.write(
        f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n".encode()
        + answer
    )
    await writer.drain()
    return True


def _fields(body: str) -> dict[str, Any]:
    """Decode form fields: all but texts are JSON."""
    pairs = parse_qsl(body, keep_blank_values=True)
    return {name: value if name in TEXTS else json.loads(value) for name, value in pairs}

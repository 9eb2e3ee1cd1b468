"""The process that reads documents: takes them from its standard input, one after another.

It knows no settings and no database. A request is a line of JSON (`file`, `size`, `ocr`) and as
many bytes; the answer is a line of JSON: `standards`, or `error` with `values`. It ends when its
input does, when it was idle for a while, and after a document that took all its memory.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from threading import Timer
from typing import Any, BinaryIO

from bot.services.recognising import recogniser
from knowledge.errors import KnowledgeError
from knowledge.reading import read_bytes
from knowledge.storing import to_data

#: Of its own data, libraries aside.
MEMORY = 300_000_000
_IDLE_SECONDS = 90.0


def main() -> None:
    """Answer requests until there are none."""
    _bound()
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what a library prints is no answer
        os.dup2(nothing.fileno(), 1)
    while request := _next_request(sys.stdin.buffer):
        answer, may_go_on = _answer(*request)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
        if not may_go_on:
            break


def _bound() -> None:
    """Bound the memory, where the system can; whoever started us bounds the time."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in ((resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _next_request(requests: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Wait for a request; None at the end. Nobody needs a process that was idle for long."""
    idle = Timer(_IDLE_SECONDS, os._exit, (0,))
    idle.daemon = True
    idle.start()
    line = requests.readline()
    idle.cancel()
    if not line:
        return None
    request: dict[str, Any] = json.loads(line)
    return request, requests.read(request["size"])


def _answer(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bool]:
    """Read one document; False where the process should not read another."""
    file = str(request["file"])
    try:
        standards = read_bytes(content, file, recogniser() if request.get("ocr") else None)
        return {"standards": [to_data(standard) for standard in standards]}, True
    except KnowledgeError as error:
        return {"error": error.key, "values": error.values}, True
    except (MemoryError, RecursionError):
        return {"error": "too_much", "values": {"file": file}}, False
    except Exception as error:  # whatever a document can do to a library
        where = f"{type(error).__name__}"
        return {"error": "stopped", "values": {"file": file}, "cause": where}, False


if __name__ == "__main__":
    main()

"""Starts, asks and kills the processes that read documents, so that no document can harm us.

A document has ten seconds; a process that takes longer, or dies, is replaced. One is kept for
the next document, since starting one takes longer than reading.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Lock, Timer
from typing import IO, Any

import bot
from bot.services.recognising import can_recognise
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard
from knowledge.storing import from_data

SECONDS = 10.0
#: For a scan: recognising the words of a page takes seconds.
SECONDS_OF_SCAN = 180.0
_MOST_AT_ONCE = 2
_log = logging.getLogger(__name__)


class _Gone(Exception):
    """The process ended without an answer; `late` if we ended it."""

    def __init__(self, *, late: bool) -> None:
        super().__init__(late)
        self.late = late


class _Process:
    """One process that reads; `ask` is called by one thread at a time."""

    def __init__(self) -> None:
        self.is_new = True
        self._is_late = False
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", "bot.services.reading_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )

    def ask(self, request: dict[str, Any], content: bytes, seconds: float) -> dict[str, Any]:
        """Return the answer; raise _Gone where there is none within the time."""
        late = Timer(seconds, self._expire)
        late.start()
        try:
            requests, answers = self._pipes()
            requests.write(json.dumps({**request, "size": len(content)}).encode() + b"\n")
            requests.write(content)
            requests.flush()
            answer: dict[str, Any] = json.loads(answers.readline())
        except (OSError, ValueError):
            self.kill()
            raise _Gone(late=self._is_late) from None
        finally:
            late.cancel()
        self.is_new = False
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise OSError
        return requests, answers

    def _expire(self) -> None:
        self._is_late = True
        self.kill()

    def kill(self) -> None:
        """End it and whatever it has started."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def close(self) -> None:
        """End it and let go of its pipes."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        self._process.wait()


def _environment() -> dict[str, str]:
    """Return all settings that the process gets to know: no token, no key."""
    return {
        "PATH": os.pathsep.join(os.get_exec_path()),
        "PYTHONPATH": str(Path(bot.__file__).parent.parent),
        "PYTHONUTF8": "1",
    }


class _Readers:
    """The processes: some at once, one kept."""

    def __init__(self) -> None:
        self._kept: list[_Process] = []
        self._lock = Lock()
        self._places = BoundedSemaphore(_MOST_AT_ONCE)

    def read(self, request: dict[str, Any], content: bytes, seconds: float) -> dict[str, Any]:
        """Return the answer of a process; raise _Gone where a new one gives none either."""
        with self._places:
            while True:
                process = self._take()
                was_new = process.is_new
                try:
                    answer = process.ask(request, content, seconds)
                except _Gone as gone:
                    process.close()
                    if was_new or gone.late:
                        raise
                    continue  # it had been idle for too long, and ended just now
                self._keep(process)
                return answer

    def _take(self) -> _Process:
        with self._lock:
            return self._kept.pop() if self._kept else _Process()

    def _keep(self, process: _Process) -> None:
        with self._lock:
            if not self._kept:
                self._kept.append(process)
                return
        process.close()

    def close(self) -> None:
        """End the process that was kept."""
        with self._lock:
            for process in self._kept:
                process.close()
            self._kept.clear()


_readers = _Readers()
atexit.register(_readers.close)


def read_apart(content: bytes, file: str, seconds: float = SECONDS) -> tuple[ServiceStandard, ...]:
    """Return the standards of a document, read in another process; raise KnowledgeError.

    A scan is read once more by recognising its words, where Tesseract is installed.
    """
    answer = _ask({"file": file}, content, seconds)
    if answer.get("error") == "scanned" and can_recognise():
        answer = _ask({"file": file, "ocr": True}, content, SECONDS_OF_SCAN)
    if "error" in answer:
        if "cause" in answer:
            _log.error("a document stopped the reader: %s", answer["cause"])
        raise KnowledgeError(answer["error"], **answer["values"])
    return tuple(from_data(data) for data in answer["standards"])


def _ask(request: dict[str, Any], content: bytes, seconds: float) -> dict[str, Any]:
    try:
        return _readers.read(request, content, seconds)
    except _Gone as gone:
        key = "too_slow" if gone.late else "stopped"
        raise KnowledgeError(key, file=str(request["file"])) from None

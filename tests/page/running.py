"""`pandu try` as a process of its own, which may be killed and started again where it was."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Running:
    """A try-out on a folder; it answers once it is made."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.folder = folder
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the process; returns once it has said that it is ready."""
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PANDU_")}
        self.log = self.folder / f"log-{time.monotonic_ns()}"
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "handlers", "try", "--listen", f"127.0.0.1:{self.port}"],
                cwd=self.folder,
                env={**inherited, "PYTHONPATH": str(ROOT)},
                stdout=log,
            )
        while self.address not in self.log.read_text("utf-8"):
            assert self._process.poll() is None, "it ended by itself"
            time.sleep(0.02)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the process by a signal; return its exit status."""
        self._process.send_signal(number)
        self._process.wait(timeout=30)
        return self._process.returncode

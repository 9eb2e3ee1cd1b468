"""The command line as tests call it: in this process, or as one of its own where that matters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handlers.__main__ import main

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "knowledge" / "documents"
ONE = DOCUMENTS / "pelayanan-kepada-pimpinan.txt"


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that was written on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("pandu: ")
        return lines[0]


Pandu = Callable[..., Ended]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, without settings; its database would be in `data`."""
    for name in [name for name in os.environ if name.startswith("PANDU_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pandu(office: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Pandu:
    """Carry out a command line in this process."""

    def carry_out(*words: str | Path) -> Ended:
        capfdbinary.readouterr()
        status = main([str(word) for word in words])
        written = capfdbinary.readouterr()
        return Ended(status, written.out.decode(), written.err.decode())

    return carry_out


@pytest.fixture(scope="session")
def six_standards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose database has a sixth standard beside the shipped ones."""
    folder = tmp_path_factory.mktemp("six")
    title = re.compile("Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan", re.IGNORECASE)
    text, count = title.subn("Peminjaman Kendaraan Dinas", ONE.read_text("utf-8"))
    assert count > 1
    (folder / "baru.txt").write_text(text, "utf-8")
    ended = run_process(folder, "add", "baru.txt")
    assert (ended.status, ended.err) == (0, "")
    assert "Peminjaman Kendaraan Dinas" in ended.out
    return folder


@pytest.fixture
def loaded(pandu: Pandu, office: Path, six_standards: Path) -> Pandu:
    """Carry out a command line in an office of six standards."""
    shutil.copytree(six_standards, office, dirs_exist_ok=True)
    return pandu


def environment() -> dict[str, str]:
    """Return what a process of ours needs: the code, and none of the settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PANDU_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


def start(folder: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "handlers", *map(str, words)],
        cwd=folder,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run_process(folder: Path, *words: str | Path, given: bytes = b"") -> Ended:
    """Run the command as a process of its own and feed it `given`."""
    process = start(folder, *words)
    out, err = process.communicate(given, timeout=60)
    return Ended(process.returncode, out.decode(), err.decode())

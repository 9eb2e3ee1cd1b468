"""The folder of the try-out: the town as JSON and the files beside it, written atomically."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.errors import SimulatorError
from simulator.model import State

_STATE = TypeAdapter(State)
VERSION = 1


class Folder:
    """Keeps the state and the files; without a path, in memory only."""

    def __init__(self, path: Path | None) -> None:
        """Name the folder; it is made when something is first kept."""
        self._path = path
        self._memory: dict[str, bytes] = {}

    def load(self) -> State | None:
        """Return what was saved; None if nothing was.

        Raises SimulatorError "folder_damaged" or "folder_denied".
        """
        if self._path is None:
            return None
        file = self._path / "town.json"
        try:
            state = _STATE.validate_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SimulatorError("folder_denied", path=str(self._path)) from error
        except ValidationError as error:
            raise SimulatorError("folder_damaged", path=str(file)) from error
        if state.version != VERSION:
            raise SimulatorError("folder_damaged", path=str(file))
        return state

    def save(self, state: State) -> None:
        """Replace what was saved; a crash leaves the old or the new, never a half."""
        if self._path is not None:
            _write(self._path / "town.json", _STATE.dump_json(state, indent=1))

    def keep(self, file_id: str, content: bytes) -> None:
        """Keep the content of a file."""
        if self._path is None:
            self._memory[file_id] = content
        else:
            _write(self._path / "files" / file_id, content)

    def content(self, file_id: str) -> bytes:
        """Return the content of a file; raises FileNotFoundError if it is gone."""
        if self._path is not None:
            return (self._path / "files" / file_id).read_bytes()
        if file_id not in self._memory:
            raise FileNotFoundError(file_id)
        return self._memory[file_id]

    def clear(self) -> None:
        """Remove what this class has written, and nothing else in the folder."""
        self._memory.clear()
        if self._path is not None:
            (self._path / "town.json").unlink(missing_ok=True)
            shutil.rmtree(self._path / "files", ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.new")
        draft.write_bytes(content)
        os.replace(draft, path)  # noqa: PTH105 - the atomic one, said plainly
    except OSError as error:
        raise SimulatorError("folder_denied", path=str(path.parent)) from error

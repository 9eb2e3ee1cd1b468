"""Looking for garbage stops everything, the longer the more there is that stays.

A thousand standards stay: nobody looks while they are taken up, nor again among them afterwards.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Look for no garbage for as long as much is taken up that stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # now all of it counts as old: the next look does not go through it
        if was_on:
            gc.enable()


def keep_for_good() -> None:
    """Never look again among what is there now: for a process that goes on, once it has started."""
    gc.freeze()

"""What was worked out a moment ago, kept for whoever asks the same again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakMethod

LONGEST = 200
"""Longest text that is worth keeping (characters): longer ones hardly come twice."""

_MOST = 512  # results; an office is asked the same few dozen things again and again

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def remembering(
    method: Callable[Concatenate[str, _Given], _Result],
) -> Callable[Concatenate[str, _Given], _Result]:
    """Return a method of a text that keeps its latest results; its object must not change.

    The object is held weakly, so that one kept by its own method still goes when nobody uses it.
    """
    kept = WeakMethod(method)

    def work_out(text: str, /, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        found = kept()
        if found is None:
            raise ReferenceError("the object of this method is gone")
        return found(text, *given, **named)

    remembered = cast("Callable[Concatenate[str, _Given], _Result]", lru_cache(_MOST)(work_out))

    def again(text: str, /, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        if len(text) > LONGEST:
            return work_out(text, *given, **named)
        return remembered(text, *given, **named)

    return again

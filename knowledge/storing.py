"""The model as JSON data and back without loss, so that start-up need not parse again.

Codecs are built once from the type hints of the model: a new field needs no change here. A
field that is missing in older data takes its default.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from knowledge.model import ServiceStandard

#: What a codec turns depends on the type it was built for, so nothing is known of it here.
Convert = Callable[[Any], Any]


def to_data(standard: ServiceStandard) -> dict[str, Any]:
    """Return the whole standard as JSON data; fields that have their default are left out."""
    data: dict[str, Any] = _codec(ServiceStandard)[0](standard)
    return data


def from_data(data: dict[str, Any]) -> ServiceStandard:
    """Return the standard that `to_data` gave these data for."""
    standard: ServiceStandard = _codec(ServiceStandard)[1](data)
    return standard


def _same(value: object) -> object:
    return value


@cache
def _codec(hint: object) -> tuple[Convert, Convert]:
    """Return the functions that write and read values of a type."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_codec(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional_codec(arguments)
    if origin is tuple:
        return _tuple_codec(arguments)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda value: value.value), hint
    if hint is Decimal:
        return str, Decimal
    return _same, _same


def _optional_codec(arguments: tuple[Any, ...]) -> tuple[Convert, Convert]:
    inner = next(a for a in arguments if a is not type(None))
    write, read = _codec(inner)
    if write is _same:
        return _same, _same
    return (
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


def _tuple_codec(arguments: tuple[Any, ...]) -> tuple[Convert, Convert]:
    """Tuples of one type repeated; a fixed pair of strings is a tuple of strings."""
    if arguments[-1] is not Ellipsis:
        return list, tuple
    inner: type = arguments[0]
    if is_dataclass(inner):
        return _late_tuple(inner)
    write, read = _codec(arguments[0])
    if write is _same:
        return list, tuple
    return (
        lambda value: [write(v) for v in value],
        lambda value: tuple([read(v) for v in value]),
    )


def _late_tuple(hint: type) -> tuple[Convert, Convert]:
    """Look the codec up when it is used, since a class may hold itself (steps in steps)."""

    def write(values: tuple[object, ...]) -> list[object]:
        encode = _codec(hint)[0]
        return [encode(value) for value in values]

    def read(data: list[object]) -> tuple[object, ...]:
        decode = _codec(hint)[1]
        return tuple([decode(value) for value in data])

    return write, read


def _dataclass_codec(kind: type) -> tuple[Convert, Convert]:
    hints = get_type_hints(kind)
    plan = [(f.name, f.default, *_codec(hints[f.name])) for f in fields(kind)]
    readers = {name: read for name, _, _, read in plan if read is not _same}

    def write(value: object) -> dict[str, Any]:
        data = {}
        for name, default, encode, _ in plan:
            own = getattr(value, name)
            if default is MISSING or own != default:
                data[name] = encode(own)
        return data

    def read(data: dict[str, Any]) -> object:
        return kind(
            **{
                name: readers[name](value) if name in readers else value
                for name, value in data.items()
            }
        )

    return write, read

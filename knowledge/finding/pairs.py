"""Index keys of two stems side by side, told apart from those of one stem."""

from __future__ import annotations


def pair(left: str, right: str) -> str:
    """Return the index key of two stems that stand side by side, in either order."""
    return "_".join(sorted((left, right)))


def is_pair(key: str) -> bool:
    """Say whether an index key is one of two stems, and not of one."""
    return "_" in key

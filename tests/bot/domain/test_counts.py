from __future__ import annotations

import pytest

from bot.domain.counts import read_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", 4),
        ("ada 4 draf", 4),
        ("empat draf", 4),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("tiga puluh lima satuan", 35),
        ("sebelas", 11),
        ("ten", 10),
        ("kira-kira 15", 15),
        ("2 atau 3", None),
        ("dua atau tiga", None),
        ("1,5", None),
        ("1.000", None),
        ("-3", None),
        ("123456789", None),
        ("banyak", None),
        ("", None),
    ],
)
def test_counts_are_read_as_they_are_written(text: str, expected: int | None) -> None:
    assert read_count(text) == expected

"""Finding posts by what people write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.posts import Post
from bot.services.post_search import nearest, post_named, search
from tests.bot.officials import NOW, office, tenure

BIRO = Post("kepala-biro-tata-usaha", "Kepala Biro Tata Usaha", "kepala_biro", "Biro Tata Usaha")
PROTOKOL = Post(
    "kepala-bagian-protokol-tata-usaha-pimpinan",
    "Kepala Bagian Protokol dan Tata Usaha Pimpinan",
    "kepala_bagian",
    "Bagian Protokol dan Tata Usaha Pimpinan",
    BIRO.key,
)
RENAMED = Post("ketua-tim", "Koordinator Layanan Umum", "koordinator", None, PROTOKOL.key)
OLD = Post("kepala-urusan-protokol", "Kepala Urusan Protokol", "other", replaced_by=PROTOKOL.key)
ALONE = Post("analis", "Analis")
OFFICE = replace(
    office([tenure(1, PROTOKOL.key, 7, name="Sari Dewi, S.H.")]),
    posts={p.key: p for p in (ALONE, RENAMED, PROTOKOL, BIRO, replace(OLD, replaced_from=NOW))},
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kepala Bagian Protokol dan Tata Usaha Pimpinan", PROTOKOL),
        ("Kabag Protokol & TU Pimpinan", PROTOKOL),
        ("kabag protokol dan tatausaha pimpinan", PROTOKOL),
        ("Kepala Urusan Protokol", PROTOKOL),
        ("koordinator layanan umum", RENAMED),
        ("Ketua Tim", RENAMED),
        ("Kabag Protokol", None),
        ("", None),
    ],
)
def test_a_post_is_known_in_every_spelling(name: str, expected: Post | None) -> None:
    assert post_named(OFFICE, name, NOW) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [BIRO, PROTOKOL, RENAMED, ALONE]),
        ("kabag protokol", [PROTOKOL]),
        ("tata usaha", [BIRO, PROTOKOL]),
        ("TU", [BIRO, PROTOKOL]),
        ("sari", [PROTOKOL]),
        ("SARI DEWI", [PROTOKOL]),
        ("proto", [PROTOKOL]),
        ("urusan", []),
        ("kebun", []),
    ],
)
def test_a_search_finds_what_has_all_words_the_highest_first(
    text: str, expected: list[Post]
) -> None:
    assert list(search(OFFICE, text, NOW)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kepala Biro Tata Usahaa", BIRO),
        ("Kepala Biro Hukum", None),
        ("Kepala Biro Tata Usaha", None),
    ],
)
def test_a_slip_is_told_from_another_post(name: str, expected: Post | None) -> None:
    assert nearest(OFFICE, name) == expected

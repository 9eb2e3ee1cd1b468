"""Telegram's HTML measured and cut into pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.markup import ENTITY_LIMIT, is_valid, length, pages, plain, shorten, width
from tests.telegram_rules import shown, units

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)


@st.composite
def html(draw: st.DrawFn) -> str:
    """Draw nested Telegram HTML with paragraphs, lists, long words and entities."""
    parts = []
    for _ in range(draw(st.integers(1, 12))):
        text = draw(TEXT).replace("&", "&amp;").replace("<", "&lt;") * draw(st.integers(1, 8))
        tag = draw(st.sampled_from(["", "b", "i", "blockquote", "code"]))
        inner = draw(st.sampled_from(["", "i", "u"]))
        piece = f"<{inner}>{text}</{inner}>" if inner else text
        parts.append(f"<{tag}>{piece}</{tag}>" if tag else piece)
        parts.append(draw(st.sampled_from(["", " ", "\n", "\n\n"])))
    return "".join(parts)


@given(html(), st.integers(20, 400))
def test_every_page_is_valid_and_within_its_size(text: str, size: int) -> None:
    for page in pages(text, size):
        assert is_valid(page)
        assert units(shown(page).strip()) <= size
        assert page.count("<") // 2 <= ENTITY_LIMIT


@given(html(), st.integers(20, 400))
def test_pages_lose_nothing_but_white_space(text: str, size: int) -> None:
    joined = "".join(plain(page) for page in pages(text, size))
    assert "".join(joined.split()) == "".join(plain(text).split())


@given(html())
def test_our_measure_is_telegrams(text: str) -> None:
    assert is_valid(text)
    assert plain(text) == shown(text).strip()
    assert length(text) == units(shown(text).strip())


def test_a_page_ends_at_a_paragraph_if_one_ends_in_time() -> None:
    text = f"{'a ' * 30}\n\n{'b ' * 30}\n\n{'c ' * 30}"
    assert [page[0] + page[-1] for page in pages(text, 130)] == ["ab", "cc"]


def test_what_is_open_at_a_page_break_is_closed_and_opened_again() -> None:
    first, second = pages("<b>satu <i>dua tiga</i> empat</b>", 12)
    assert (first, second) == ("<b>satu <i>dua</i></b>", "<b><i>tiga</i> empat</b>")


def test_no_page_has_more_entities_than_telegram_formats() -> None:
    text = "\n".join(f"<b>{number}</b>" for number in range(250))
    found = pages(text)
    assert len(found) == 3
    assert all(page.count("<b>") <= ENTITY_LIMIT for page in found)


def test_telegram_counts_an_emoji_as_two() -> None:
    assert width("😀a") == 3
    assert [width(page) for page in pages("😀" * 30, 20)] == [20, 20, 20]


def test_markup_that_telegram_refuses_is_not_valid() -> None:
    bad = (
        "<b>",
        "</b>",
        "<b><i></b></i>",
        "<script></script>",
        "a < b",
        "a & b",
        "<b",
        "<h1>x</h1>",
    )
    assert [text for text in bad if is_valid(text)] == []


def test_shortening_cuts_at_a_word_and_says_so() -> None:
    assert shorten("Penyusunan Sistem dan Prosedur Kerja", 20) == "Penyusunan Sistem…"
    assert shorten("  dua\n kata ", 20) == "dua kata"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
    assert width(shorten("😀" * 50, 10)) <= 10

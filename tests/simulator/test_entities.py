"""What Telegram's HTML becomes, and what it refuses."""

from __future__ import annotations

import pytest

from simulator.entities import parse_html, units
from simulator.errors import Refused
from simulator.rendering import as_html, with_found


def test_tags_become_entities_counted_in_utf16_units() -> None:
    text, entities = parse_html(
        '  😀 <b>satu <i>dua</i></b> <a href="https://go.id/?a&amp;b">x</a> '
    )
    assert text == "😀 satu dua x"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 8},
        {"type": "italic", "offset": 8, "length": 3},
        {"type": "text_link", "offset": 12, "length": 1, "url": "https://go.id/?a&b"},
    ]
    assert units(text) == 13


def test_character_references_are_read_and_unknown_ones_stay() -> None:
    assert parse_html("&lt;b&gt; &amp; &quot; &#65; &#x42; &nbsp; &")[0] == '<b> & " A B &nbsp; &'


def test_code_in_pre_names_the_language_and_a_quote_may_expand() -> None:
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]
    assert parse_html("<blockquote expandable>x</blockquote>")[1][0]["type"] == (
        "expandable_blockquote"
    )


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_cannot_be_parsed_is_refused_in_telegrams_words(markup: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(markup)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_the_page_gets_only_harmless_html() -> None:
    text, entities = parse_html("<b>a <i>b</i></b> &lt;script&gt; <tg-spoiler>c</tg-spoiler>")
    assert as_html(text, entities) == (
        "<b>a <i>b</i></b> &lt;script&gt; <tg-spoiler>c</tg-spoiler>"
    )
    plain = '<img src=x onerror="1"> https://go.id/a.'
    assert as_html(plain, with_found(plain, [])) == (
        '&lt;img src=x onerror=&quot;1&quot;&gt; <a href="https://go.id/a">https://go.id/a</a>.'
    )


def test_entities_that_overlap_still_give_nested_html() -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
    ]
    assert as_html("abcdef", entities) == "<b>ab<i>cd</i></b>ef"


def test_commands_and_mentions_are_found_but_not_in_code() -> None:
    found = with_found("/bantu@kantor_bot a/b @admin_kantor", [])
    assert [(one["type"], one["offset"], one["length"]) for one in found] == [
        ("bot_command", 0, 17),
        ("mention", 22, 13),
    ]
    code = [{"type": "code", "offset": 0, "length": 6}]
    assert with_found("/bantu", code) == code

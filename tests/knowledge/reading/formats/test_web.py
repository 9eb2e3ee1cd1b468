"""Web pages: what people see of them is what is read."""

from __future__ import annotations

import pytest

from knowledge.reading import read_bytes
from knowledge.reading.formats import transcribe


def lines(body: str) -> list[str]:
    page = f"<!doctype html><html><body>{body}</body></html>"
    return [line for line in transcribe(page.encode(), "x.html").text.split("\n") if line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>satu<li>dua</ol>", ["1. satu", "2. dua"]),
        ('<ol type="a" start="3"><li>c<li value="7">g<li>h</ol>', ["c. c", "g. g", "h. h"]),
        ('<ol style="list-style-type: upper-roman"><li>x</ol>', ["I. x"]),
        ("<ul><li>satu<ul><li>dalam</ul><li>dua</ul>", ["- satu", "- dalam", "- dua"]),
        (
            "<ol><li>satu<ol type=a><li>dalam<li>lagi</ol><li>dua</ol>",
            ["1. satu", "a. dalam", "b. lagi", "2. dua"],
        ),
        ("<ol><li><p>satu</p><p>lanjutan</p><li>dua</ol>", ["1. satu", "lanjutan", "2. dua"]),
        ("<h2>Biaya</h2><p>Gratis<br>sekali</p>", ["## Biaya", "Gratis", "sekali"]),
        (
            "<details><summary>Syarat</summary><dl><dt>Ekspor</dt><dd><ul><li>KTP</ul></dd></dl>"
            "</details><dl><dt>Unit</dt><dd>Balai X</dd></dl>",
            ["## Syarat", "###### Ekspor", "- KTP", "Unit", "Balai X"],
        ),
        ("<p>a <b>tebal</b>\n  dan <i>miring</i></p>", ["a tebal dan miring"]),
        ("<div>satu<div>dua</div>tiga</div>", ["satu", "dua", "tiga"]),
        ("<p>x</p><script>y</script><style>z</style><nav>n</nav><p hidden>h</p>", ["x"]),
        ('<p style="display:none">h</p><del>d</del><p>&lt;b&gt; &amp; &nbsp;c</p>', ["<b> & c"]),
        (
            "<table><tr><th rowspan=2>No<th colspan=2>Pelaksana<tr><td>A<td>B<tr><td>1<td>v<td>"
            "</table>",
            ["| No | Pelaksana |  |", "|---|---|---|", "|  | A | B |", "| 1 | v |  |"],
        ),
        (
            "<table><tr><td>Syarat<td><ol><li>KTP<li>KK</ol></table>",
            ["| | |", "|---|---|", "| Syarat | 1. KTP<br>2. KK |"],
        ),
        ("<table><tr><td><h2>Biaya</h2><p>Gratis<td>x</table>", ["## Biaya", "Gratis", "x"]),
        ("<h3><button>Biaya</button></h3><div hidden>Gratis</div>", ["### Biaya", "Gratis"]),
        (
            '<button class="accordion">Biaya</button><div style="display:none">Gratis</div>',
            ["## Biaya", "Gratis"],
        ),
        ('<button aria-expanded="false">Biaya</button><p>Gratis</p>', ["## Biaya", "Gratis"]),
        ("<button>Cetak</button><p>Gratis</p><p hidden>rahasia</p>", ["Gratis"]),
        ("<button>Cetak</button><p hidden>rahasia</p><p>Gratis</p>", ["Gratis"]),
        ("<div><button>Cetak</button></div><p hidden>rahasia</p><p>Gratis</p>", ["Gratis"]),
    ],
)
def test_what_a_page_shows(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_footer_is_furniture() -> None:
    page = b"<html><body><p>Isi</p><footer>Hak cipta</footer></body></html>"
    transcript = transcribe(page, "x")
    assert (transcript.text.split(), transcript.furniture) == (["Isi"], ("Hak cipta",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_the_encoding_is_what_the_page_says(encoding: str) -> None:
    page = f'<html><meta charset="{encoding}"><body><p>½ hari, café</p></body></html>'
    assert transcribe(page.encode(encoding), "x.html").text.strip() == "½ hari, café"


def test_a_wrong_or_unknown_encoding_is_read_as_any_text() -> None:
    page = '<html><meta charset="klingon"><body><p>½ hari</p></body></html>'
    assert transcribe(page.encode(), "x.html").text.strip() == "½ hari"


def test_the_terms_of_a_list_of_components_head_what_stands_below() -> None:
    page = (
        "<html><body><h1>Pelayanan Akta</h1><dl><dt>Persyaratan</dt><dd>KTP</dd>"
        "<dt>Tarif</dt><dd>Rp0</dd>"
        "<dt>Jam buka</dt><dd>Senin, 08.00-14.00</dd><dt>Lokasi</dt><dd>Mal Pelayanan</dd>"
        "</dl></body></html>"
    )
    (standard,) = read_bytes(page.encode(), "akta.html")
    assert (standard.cost, standard.place) == ("Rp0", "Mal Pelayanan")
    assert standard.service_hours == "Senin, 08.00-14.00"

"""Page marks, letterheads and catchwords are taken out of the content, and nothing else."""

from __future__ import annotations

import pytest

from knowledge.reading.pages import split_pages

LETTERHEAD = "MENTERI SEKRETARIS NEGARA\nREPUBLIK INDONESIA"


def content(text: str) -> list[tuple[str, int | None]]:
    return [(line.text, line.page) for line in split_pages(text).lines]


def test_a_mark_at_the_head_gives_the_page_of_what_follows() -> None:
    text = f"**{LETTERHEAD}**\n\n- 12 -\n\nPertama.\n\n{LETTERHEAD}\n\n- 13 -\n\nKedua."
    assert content(text) == [("Pertama.", 12), ("Kedua.", 13)]


def test_a_mark_at_the_foot_gives_the_page_of_what_precedes() -> None:
    assert content("Pertama.\n\n- 1 -\n\nKedua.\n\n- 2 -\n") == [("Pertama.", 1), ("Kedua.", 2)]


@pytest.mark.parametrize(
    "mark", ["- 7 -", "– 7 –", "-7-", "- 7", "Halaman 7", "Hal. 7 dari 20", "**- 7 -**", "hlm. 7"]
)
def test_forms_of_page_marks(mark: str) -> None:
    assert content(f"{mark}\n\nIsi.") == [("Isi.", 7)]


def test_a_page_mark_torn_over_three_lines() -> None:
    torn = "DINAS CONTOH\n\n-\n\n{}\n\n-\n\n"
    text = f"{torn.format(140)}Isi pertama.\n\n{torn.format(141)}Isi kedua."
    assert content(text) == [("Isi pertama.", 140), ("Isi kedua.", 141)]


def test_lone_numbers_are_page_marks_only_in_a_rising_series() -> None:
    assert content("1\n\nSatu.\n\n2\n\nDua.\n\n3\n\nTiga.")[1] == ("Dua.", 2)
    assert ("45", None) in content("Satu.\n\n45\n\nDua.")


def test_a_text_without_marks_has_no_pages() -> None:
    assert content("Satu.\nDua.") == [("Satu.", None), ("Dua.", None)]


def test_capitals_that_are_no_letterhead_stay() -> None:
    text = f"LAMPIRAN I\nKEPUTUSAN DEPUTI\n\n- 1 -\n\nIsi.\n\n{LETTERHEAD}\n\n- 2 -\n\nIsi lagi."
    lines = [line for line, _ in content(text)]
    assert lines == ["LAMPIRAN I", "KEPUTUSAN DEPUTI", "Isi.", "Isi lagi."]


def test_an_often_repeated_letterhead_goes_without_page_marks() -> None:
    text = "\n\n".join(f"{LETTERHEAD}\n\nBagian ke-{n}." for n in range(4))
    assert [line for line, _ in content(text)] == [f"Bagian ke-{n}." for n in range(4)]


def test_headings_that_each_of_several_standards_has_are_no_letterhead() -> None:
    heads = ("A. DASAR HUKUM", "B. KETENTUAN PEMAKAIAN", "PERSYARATAN", "LAIN-LAIN TENTANG X")
    text = "\n\n".join(f"{head}\n\nIsi ke-{n}." for n in range(4) for head in heads)
    assert [line for line, _ in content(text) if line.isupper()] == [*heads] * 4


def test_a_misprinted_letterhead_goes_too() -> None:
    wrong = "MENTERl SEKRETARIS NEGARA\nREPUBLlK INDONESIA"
    text = f"{LETTERHEAD}\n\n- 1 -\n\nSatu.\n\n{wrong}\n\n- 2 -\n\nDua."
    assert content(text) == [("Satu.", 1), ("Dua.", 2)]


def test_the_place_of_a_picture_is_no_content() -> None:
    assert content("Satu.\n\n<!-- image -->\n\n![](bagan.png)\n\nDua.") == [
        ("Satu.", None),
        ("Dua.", None),
    ]


CATCHWORDS = [
    ("Tujuannya . . .", "Tujuannya adalah untuk menyediakan informasi."),
    ("Tujuannya ...", "Tujuannya adalah untuk menyediakan informasi."),
    ("C. Maksud …", "C. Maksud dan Tujuan"),
    ("3. Penanggung jawab ...", "3. Penanggung jawab pelayanan adalah Kepala Biro."),
    ("**BAGIAN . . .**", "BAGIAN KEDUA"),
    ("c. Kepala . . .", "- c. Kepala Subbagian menugaskan staf."),
    ("- Seluruh . . .", "- Seluruh permohonan disusun."),
    ("Catatan: . . .", "Catatan:"),
    ("(1) Persiapan . . .", "(1) Persiapan administrasi"),
]


@pytest.mark.parametrize(("catchword", "following"), CATCHWORDS)
def test_a_catchword_goes_when_the_next_page_begins_so(catchword: str, following: str) -> None:
    pages = split_pages(f"- 1 -\n\nIsi.\n\n{catchword}\n\n{LETTERHEAD}\n\n- 2 -\n\n{following}")
    assert [line.text for line in pages.lines] == ["Isi.", following]
    assert catchword in pages.furniture
    assert pages.warnings == ()


def test_a_catchword_announces_the_title_below_the_number_of_a_chapter() -> None:
    pages = split_pages("- 1 -\n\nIsi.\n\nPersyaratan . . .\n\n- 2 -\n\nBAB III\nPERSYARATAN\n")
    assert pages.furniture[-1] == "Persyaratan . . ."
    assert pages.warnings == ()


def test_dots_that_announce_nothing_stay_with_a_warning() -> None:
    pages = split_pages("Isi.\n\nDan seterusnya ...\n\nParagraf lain.")
    assert [line.text for line in pages.lines][1] == "Dan seterusnya ..."
    assert pages.warnings == ("catchword_unsure: Dan seterusnya ...",)


def test_a_long_sentence_that_ends_in_dots_stays_without_a_word() -> None:
    text = "Peserta membawa alat tulis, buku catatan, kartu tanda pengenal, dan lain-lain ..."
    pages = split_pages(f"{text}\n\nParagraf lain.")
    assert pages.lines[0].text == text
    assert pages.warnings == ()


def test_line_ends_of_every_system_and_form_feeds() -> None:
    assert content("Satu.\r\nDua.\rTiga.\x0cEmpat.\u2028Lima.") == [
        (f"{word}.", None) for word in ("Satu", "Dua", "Tiga", "Empat", "Lima")
    ]


def test_hard_wrapped_text_is_known_by_its_width() -> None:
    wrapped = "Agar pengelolaan perpustakaan dapat dilaksanakan\ndengan lancar, maka diperlukan\n"
    assert 40 < split_pages(wrapped * 6).width < 60
    assert split_pages("Satu paragraf yang panjang sekali. " * 10 + "\n\nDua.").width == 0

"""Mending what was mistyped, and leaving alone what was not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.finding.shelf import Shelf
from knowledge.language import words
from knowledge.language.normalize import flatten, tokens, understand
from knowledge.language.spelling import Speller, cutoff
from knowledge.model import ServiceStandard

MEANT = {
    "biaya": "biay biya baiya biyaa",
    "prosedur": "prosedr prsedur prosedru",
    "syarat": "syrat persyaratn",
    "pengaduan": "pengadun pengduan pengaduaan pngaduan penagduan",
    "penanggung": "penangung penaggung",
    "dasar": "dsar",
    "hukum": "hukm",
    "langkah": "langkh langkahh lngkah",
    "sosialisasi": "sosialsasi sosilisasi sosialiasi sosialisai",
    "pimpinan": "pimpnan pmpinan pimpinna",
    "kinerja": "kinrja knerja",
    "penetapan": "penetapn penetapna penetpan",
    "rencana": "rencna rncana",
    "jadwal": "jadwl",
    "tempat": "tempt tmpat",
    "evaluasi": "evalusi evaluasii",
    "keselamatan": "keslamatan",
    "sarana": "sarna",
    "prasarana": "prasrana",
    "kompetensi": "kompetnsi kompetnesi",
    "keluaran": "keluran kluaran",
    "manfaat": "maanfaat",
    "definisi": "definsi defenisi",
    "delegasi": "delgasi",
    "memorandum": "memorndum memorandm",
    "permensesneg": "permensesneng permenseneg",
    "protokol": "protokl",
    "ketatalaksanaan": "ketatalaksanan",
    "subbagian": "subagian",
    "tandatangan": "tandatngan",
    "jaminan": "jaminn",
    "standar": "standr",
    "pelayanan": "pelayann pelyanan",
    "organisasi": "organisai organsasi",
    "akuntabilitas": "akuntabiltas",
    "kebijakan": "kebijkan",
    "menteri": "mentri",
    "kepala": "kepla",
    "bagian": "bgian",
    "pengawasan": "pengawasn",
    "siapa": "sipa",
    "bagaimana": "bagaiman",
}

#: Words of Indonesian, places and people: none of them is one of ours mistyped.
LEFT_ALONE = (
    "jakarta bandung surabaya bogor depok bekasi medan malang solo papua jawa bali aceh jokowi "
    "prabowo persib telegram google bola futsal ktp sim gaji cuti mobil motor pajak sekolah rumah "
    "makan dokter obat harga saham cinta resep masak nasi kucing anjing presiden banjir gempa "
    "cuaca hujan film lagu musik pacar teman ayah kakak budi siti paspor visa haji kuliah "
    "beasiswa ijazah laptop internet listrik air tanah sawah padi kopi gula garam beras minyak "
    "bensin kereta bus kapal hotel pantai gunung laut sungai desa kota kabupaten provinsi camat "
    "lurah polisi tentara hakim jaksa dana hibah proyek tender lelang gedung kamar lampu kursi "
    "meja pintu jendela"
).split()

SHORT = "apa jam sop tim uud rp pkk rk pk tu hri ktr bln tgl sim xyz qwe abc wfh kpk".split()


def mended(word: str, speller: Speller) -> list[str]:
    return [w.stem for w in understand(flatten(word), speller, english=False)]


@pytest.mark.parametrize(
    ("typed", "meant"), [(t, meant) for meant, typed in MEANT.items() for t in typed.split()]
)
def test_a_slip_is_mended(typed: str, meant: str, speller: Speller) -> None:
    assert mended(typed, speller) == mended(meant, speller)


@pytest.mark.parametrize("word", LEFT_ALONE)
def test_a_real_word_or_a_name_is_left_alone(word: str, speller: Speller) -> None:
    assert speller.correct(word) == (word,)


@pytest.mark.parametrize("word", SHORT)
def test_a_word_of_three_letters_is_left_alone(word: str, speller: Speller) -> None:
    assert speller.correct(word) == (word,)


def test_every_word_of_the_five_is_left_alone(
    speller: Speller, shipped: dict[str, ServiceStandard]
) -> None:
    said = {
        t for s in shipped.values() for step in s.walk_steps() for t in tokens(flatten(step.text))
    }
    said |= {t for s in shipped.values() for t in tokens(flatten(s.title))}
    assert len(said) > 200
    assert {w: speller.correct(w) for w in said if speller.correct(w) != (w,)} == {}


def test_every_stop_word_and_listed_name_is_left_alone(speller: Speller) -> None:
    listed = {w for w in words.stopwords() | words.names() if w.isalpha()}
    assert {w: speller.correct(w) for w in listed if speller.correct(w) != (w,)} == {}


def test_every_word_that_people_ask_with_is_left_alone(speller: Speller, shelf: Shelf) -> None:
    asking = {w for w in shelf.cues.vocabulary if w.isalpha()}
    assert len(asking) > 200
    assert {w: speller.correct(w) for w in asking if speller.correct(w) != (w,)} == {}


@pytest.mark.parametrize(("length", "slips"), [(1, 0), (3, 0), (4, 1), (5, 1), (6, 2), (11, 2)])
def test_the_longer_the_word_the_more_slips(length: int, slips: int) -> None:
    assert cutoff(length) == slips
    assert cutoff(length + 1) >= slips


def test_words_of_cues_and_titles_win_over_other_words() -> None:
    speller = Speller(["kabinet", "kebiri"], ["kabiner"])
    assert speller.correct("kabinex") == ("kabiner",)


def test_the_same_first_letter_wins() -> None:
    speller = Speller([], ["zatalog", "katalog"])
    assert speller.correct("kattalog") == ("katalog",)


def test_too_many_slips_are_not_believed(speller: Speller) -> None:
    for word in ("qwertyuiop", "zzxxccvv", "xsosxiaxlxi", "bxxyx"):
        assert speller.correct(word) == (word,)


def test_known_words_that_ran_together_are_parted() -> None:
    speller = Speller(["kereta", "cepat"], ["naik"])
    assert speller.correct("keretacepat") == ("kereta", "cepat")
    assert speller.correct("naikkeretacepat") == ("naik", "kereta", "cepat")


def test_few_vowels_are_read_by_the_consonants(speller: Speller) -> None:
    assert mended("pngdn", speller) == mended("pengaduan", speller)


def test_a_figure_is_no_word_to_mend(speller: Speller) -> None:
    assert speller.knows("2015")
    assert speller.correct("2015") == ("2015",)


def test_without_a_vocabulary_nothing_is_mended() -> None:
    assert Speller([], []).correct("sosialsasi") == ("sosialsasi",)


@settings(max_examples=60, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_what_is_mended_needs_no_mending(speller: Speller, word: str) -> None:
    parts = speller.correct(word)
    assert parts
    if parts != (word,):
        for part in parts:
            assert speller.correct(part) == (part,)

"""Stems: one for all forms that should agree, and not one for words that should not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language import words
from knowledge.language.stemming import informal, is_root, stem, without_enclitic

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=18)


@pytest.mark.parametrize(
    "forms",
    [
        "menyusun penyusunan disusun susun penyusunannya",
        "kirim mengirim mengirimkan dikirim pengiriman kirimkan",
        "periksa memeriksa diperiksa pemeriksaan",
        "tandatangan menandatangani ditandatangani penandatanganan",
        "menyetujui disetujui persetujuan persetujuannya",
        "mengadu pengaduan",
        "biaya biayanya pembiayaan",
        "syarat persyaratan",
        "langkah langkahnya",
        "bahas membahas dibahas pembahasan",
        "cetak mencetak pencetakan dicetak",
        "bentuk membentuk pembentukan dibentuk",
        "harmonisasi mengharmonisasi diharmonisasi",
        "evaluasi evaluasinya",
        "didistribusikan mendistribusikan pendistribusian distribusi",
        "pengguna penggunanya",
        "kerja bekerja pekerjaan",
        "kinerja kinerjanya berkinerja",
    ],
)
def test_the_forms_of_a_word_agree(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "different",
    [
        "keluaran keluar", "masukan masuk", "bagian bagi", "pimpinan pimpin", "laporan lapor",
        "pelaksana laksana", "pengguna guna", "penanganan tangan", "kinerja kerja",
        "peraturan atur", "tujuan tuju", "jaminan jamin", "kedua dua", "sasaran sasar",
        "undangan undang", "perundang undang", "kegiatan giat", "jabatan jabat",
        "temanggung tanggung", "relawan rawan", "lemot lot", "minutasi mutasi",
    ],
)  # fmt: skip
def test_words_that_mean_something_else_stay_apart(different: str) -> None:
    one, other = different.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(("word", "stem_"), sorted(words.stems().items()))
def test_our_own_list_overrules_the_dictionary(word: str, stem_: str) -> None:
    assert stem(word) == stem_


@pytest.mark.parametrize("word", ["sop", "rk", "2", "2,5", "jam", "1999", "ada", "nya", "kah"])
def test_short_words_and_figures_are_their_own_stems(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("biayanya", "biaya"), ("siapakah", "siapa"), ("berapalah", "berapa"),
        ("memorandumnya", "memorandum"), ("jadwalnya", "jadwal"), ("adapun", "adapun"),
    ],
)  # fmt: skip
def test_enclitics_are_taken_off(word: str, bare: str) -> None:
    assert without_enclitic(word) == bare


@pytest.mark.parametrize(
    "word", ["tanya", "hanya", "masalah", "sekolah", "langkah", "ampun", "nya", "kah", "sekalipun"]
)
def test_an_ending_that_belongs_to_the_word_stays(word: str) -> None:
    assert without_enclitic(word) == word


@pytest.mark.parametrize(
    ("spoken", "root"),
    [
        ("ngadain", "ada"), ("nyusun", "susun"), ("ngirim", "kirim"), ("nulis", "tulis"),
        ("nyetak", "cetak"), ("mukul", "pukul"), ("manggil", "panggil"), ("ngerjain", "kerja"),
        ("kerjain", "kerja"), ("nyiapin", "siap"), ("ngurusin", "urus"), ("cetakin", "cetak"),
        ("disusunin", "susun"),
    ],
)  # fmt: skip
def test_spoken_verb_forms_have_a_root(spoken: str, root: str) -> None:
    assert informal(spoken) == root


@pytest.mark.parametrize("word", ["sosialisasi", "biaya", "rapat", "nasi", "manusia", "nyonya"])
def test_other_words_are_no_spoken_verb_forms(word: str) -> None:
    assert informal(word) is None


def test_the_dictionary_knows_roots_only() -> None:
    assert is_root("susun")
    assert is_root("rapat")
    assert not is_root("penyusunan")
    assert not is_root("rapattt")


@given(LETTERS)
def test_no_word_upsets_it_and_every_word_has_a_stem(word: str) -> None:
    assert stem(word)
    assert informal(word) != ""
    assert word.startswith(without_enclitic(word))


@pytest.mark.parametrize("root", "biaya jadwal tempat syarat langkah rapat surat draf".split())
@pytest.mark.parametrize("ending", ["nya", "kah", "lah"])
def test_an_enclitic_does_not_change_the_stem(root: str, ending: str) -> None:
    assert stem(root + ending) == stem(root)

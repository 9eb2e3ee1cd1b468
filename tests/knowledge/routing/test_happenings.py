"""What happened, told in everyday words, goes to whoever has complaints of that kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.model import ComplaintCase, ComplaintChain, Facet, Source
from knowledge.routing.kinds import Kind
from knowledge.routing.router import Router
from tests.knowledge.builders import a_standard

_KINDS = {
    "Dugaan kebocoran data pasien": "Komite Etik",
    "kebenaran hasil pemeriksaan": "Manajer Mutu",
    "kecurangan timbangan pedagang": "Pengamat Tera",
    "perilaku pengemudi": "Kepala Seksi Angkutan",
    "suap atau gratifikasi": "Inspektorat",
    "sarana dan fasilitas": "Kepala Subbagian Umum",
}
_ALL = "Kepala Bagian Pelanggan"


@pytest.fixture(scope="module")
def router() -> Router:
    cases = tuple(
        ComplaintCase(about, (name,), Source(f"H.{number}", None))
        for number, (about, name) in enumerate(_KINDS.items(), 2)
    )
    chain = ComplaintChain(
        "Petugas Loket", None, (_ALL,), (), handled_source=Source("H.1", None), cases=cases
    )
    said = (f"{about} ditangani oleh {name}" for about, name in _KINDS.items())
    says = {Facet.COMPLAINT: ("Pengaduan diterima oleh Petugas Loket", *said)}
    return Router([replace(a_standard("Pelayanan Terpadu", says=says), complaint=chain)])


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("rekam medis ayah saya disebar di grup wa, saya keberatan", "Komite Etik"),
        ("ada yang masuk ke akun saya dan mengganti sandi, tolong diusut", "Komite Etik"),
        ("hasil tes kolesterol saya beda jauh sama klinik sebelah", "Manajer Mutu"),
        ("saya ragu dengan hasilnya, minta diperiksa ulang", "Manajer Mutu"),
        ("timbangan penjual ayam itu diganjal, sekilo cuma 8 ons", "Pengamat Tera"),
        ("sopirnya ngebut dan ngerokok di dalam mobil", "Kepala Seksi Angkutan"),
        ("petugas nawarin hasilnya dibuat bagus asal saya kasih amplop", "Inspektorat"),
        ("sudah sebulan hasil pemeriksaan belum keluar, kecewa", _ALL),
        ("saran saya jam buka diperpanjang sampai sore", _ALL),
    ],
)
def test_what_happened_goes_to_its_own_handler(text: str, handler: str, router: Router) -> None:
    assert router.route(text, kind=Kind.KELUHAN).handled_by == handler


@pytest.mark.parametrize(
    "text",
    [
        "ada yang masuk ke akun saya dan mengganti sandi, tolong dicek",
        "timbangan penjual ayam itu diganjal, sekilo cuma 8 ons",
    ],
)
def test_a_complaint_of_a_grave_kind_reports_a_wrong(text: str, router: Router) -> None:
    assert router.route(text).kind is Kind.PENGADUAN
    assert router.route(f"saya mau menyampaikan keluhan: {text}").kind is Kind.KELUHAN


def test_a_thing_that_is_only_wished_for_tells_the_kind_of_a_suggestion(router: Router) -> None:
    text = "usul, bangku di ruang tunggu ditambah dong"
    assert router.route(text).handled_by == "Kepala Subbagian Umum"
    assert router.route("bangku tamu salah urutan", kind=Kind.KELUHAN).handled_by == _ALL

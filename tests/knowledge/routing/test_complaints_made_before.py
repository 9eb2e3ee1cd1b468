"""Complaints made before: where a service of just that is loaded, it may be meant."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.routing.router import Router
from tests.knowledge.builders import a_standard, a_step

FOLLOW_UP = a_standard(
    "Pemantauan Tindak Lanjut Pengaduan Masyarakat",
    says={Facet.COST: "gratis"},
    steps=[a_step("1", "Menyusun surat permintaan penjelasan")],
)
VISIT = a_standard(
    "Penyiapan Kunjungan Kerja Presiden ke Daerah",
    says={Facet.COST: "gratis"},
    steps=[a_step("1", "Menyusun buku acara")],
)
HALLS = a_standard(
    "Penggunaan Gedung Serbaguna dan Wisma",
    says={Facet.COST: "Rp150.000"},
    steps=[a_step("1", "Memeriksa jadwal pemakaian")],
)


@pytest.fixture(scope="module")
def router() -> Router:
    return Router((FOLLOW_UP, VISIT, HALLS))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("aduan saya ga pernah ditindaklanjuti", {FOLLOW_UP.title}),
        ("dumas saya dicuekin berbulan-bulan", {FOLLOW_UP.title}),
        ("pengaduan saya ke presiden 6 bulan lalu belum ada kabar", {FOLLOW_UP.title, VISIT.title}),
        ("pengaduan kami soal gedung serbaguna belum ditanggapi", {FOLLOW_UP.title, HALLS.title}),
    ],
)
def test_a_complaint_made_before_may_be_about_the_service_of_complaints(
    router: Router, text: str, about: set[str]
) -> None:
    route = router.route(text)
    assert route.kind is not None
    assert {*route.candidates, *filter(None, [route.standard])} == about


def test_a_new_complaint_is_about_what_it_names(router: Router) -> None:
    route = router.route("mau bikin pengaduan, wisma kotor sekali")
    assert route.standard_id == HALLS.id

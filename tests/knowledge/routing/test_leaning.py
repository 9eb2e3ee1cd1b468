from __future__ import annotations

import pytest

from knowledge.routing.kinds import Kind
from knowledge.routing.router import Router

WISHES = (
    "harusnya SOP bisa diunduh di website",
    "mohon sosialisasi kebijakan organisasi diadakan lebih sering, jangan cuma setahun sekali",
    "tolong jadwal sosialisasi kebijakan dibagikan dari jauh hari",
)
LACKS = (
    "hasil analisis sisdur gak sesuai kesepakatan rapat",
    "sosialisasi kebijakan akuntabilitas kinerja pesertanya tidak dikasih materi",
    "mohon surat kami segera diproses, soal sosialisasi",
)
NEITHER = (
    "tolong jelaskan langkah penyusunan SOP",
    "mohon info syarat sosialisasi",
    "mohon dibantu cara mengajukan permohonan sosialisasi",
    "saya tidak tahu siapa penanggung jawab RKPK",
    "saya belum paham prosedur penyusunan SOP",
    "SOP itu tidak wajib ya",
    "apakah sosialisasi tidak dipungut biaya",
    "biaya sosialisasi tidak ada ya",
    "tolong kirimkan daftar standar pelayanan",
    "harusnya hari ini hujan",
    "makan siangnya tidak dimasak",
)


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_about_a_standard_is_a_suggestion(router: Router, text: str) -> None:
    assert router.route(text).kind is Kind.MASUKAN


@pytest.mark.parametrize("text", LACKS)
def test_what_is_not_as_it_should_be_is_a_grievance(router: Router, text: str) -> None:
    assert router.route(text).kind is Kind.KELUHAN


@pytest.mark.parametrize("text", NEITHER)
def test_questions_rules_and_other_subjects_are_neither(router: Router, text: str) -> None:
    assert router.route(text).kind is None

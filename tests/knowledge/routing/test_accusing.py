"""Whom a text accuses: his deed, not his name in it, keeps a complaint from an official."""

from __future__ import annotations

import pytest

from knowledge.routing.route import Decider, Decision
from knowledge.routing.router import Router

HEAD = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
HANDLER = "Kepala Bagian Tata Laksana"
BELOW = "Kepala Subbagian Standardisasi Pelayanan"
ABOVE = "Deputy Bidang Administrasi Aparatur"


@pytest.mark.parametrize(
    "text",
    [
        "Kabag Tata Laksana kasar soal SOP",
        "yang minta uang untuk SOP itu Kabag Tata Laksana",
        "kami dibentak Kabag Tata Laksana soal SOP",
        "diperlakukan kasar oleh bapak kabag tata laksana soal SOP",
        "kecewa dengan Kabag Tata Laksana soal SOP",
        "kelakuan Kabag Tata Laksana soal SOP keterlaluan",
        "mohon Kabag Tata Laksana ditegur, SOP kami ditelantarkan",
        "bukan Kasubbag Standardisasi yang minta uang SOP tapi Kabag Tata Laksana",
        "kepala bagiannya minta uang untuk SOP",
        "saya antar SOP ke Kabag Tata Laksana, dia marah-marah",
        "disuruh Kabag Tata Laksana bayar untuk SOP",
        "Kabag Tata Laksana menyuruh kami mengulang SOP, capek",
    ],
)
def test_an_accused_handler_is_passed_over_for_the_receiver(text: str, router: Router) -> None:
    route = router.route(text)
    assert (route.decision, route.received_by, route.handled_by) == (Decision.AUTO, HEAD, HEAD)
    assert route.accused == (HANDLER,)
    assert route.together_with == ()
    assert route.confidential


@pytest.mark.parametrize(
    "text",
    [
        "Yth. Kabag Tata Laksana, SOP kami lama sekali",
        "Bu Kabag Tata Laksana, SOP kami lama sekali",
        "mohon Pak Kabag Tata Laksana menindaklanjuti, SOP kami lama sekali",
        "kata Kabag Tata Laksana SOP kami antre, lama sekali",
        "di ruang Kabag Tata Laksana saya menunggu SOP lama sekali",
        "terima kasih Kabag Tata Laksana, tapi SOP kami lama sekali",
        "bukan salah Kabag Tata Laksana, tapi SOP lama sekali",
        "Kabag Tata Laksana tidak kasar, tapi SOP lama sekali",
        "sudah lapor Kabag Tata Laksana, SOP tetap tidak diproses",
        "staf Kabag Tata Laksana yang kasar soal SOP",
        "ajudan Kabag Tata Laksana kasar soal SOP",
        "SOP sudah disetujui Kabag Tata Laksana tapi lama sekali",
        "saya bertemu Kabag Tata Laksana, SOP tetap lama sekali",
    ],
)
def test_an_official_who_is_only_named_is_not_accused(text: str, router: Router) -> None:
    route = router.route(text)
    assert (route.decision, route.handled_by) == (Decision.AUTO, HANDLER)
    assert route.accused == ()


@pytest.mark.parametrize(
    "text",
    [
        "atas perintah Kabag Tata Laksana, petugas meminta uang untuk SOP",
        "hebat sekali Kabag Tata Laksana, SOP kami lambat enam bulan",
        "Kabag Tata Laksana memanggil kami soal SOP. Kami capek",
    ],
)
def test_whoever_is_possibly_accused_does_not_get_it_either(text: str, router: Router) -> None:
    route = router.route(text)
    assert (route.decision, route.decider) == (Decision.ASK, Decider.RECEIVER)
    assert (route.received_by, route.handled_by) == (HEAD, None)
    assert HANDLER not in route.candidates
    assert route.confidential


def test_an_accused_receiver_is_passed_over_for_the_post_above(router: Router) -> None:
    route = router.route("Kepala Biro Ortala memaki kami soal SOP")
    assert (route.received_by, route.handled_by) == (ABOVE, ABOVE)
    assert route.reason.key == "accused_receiver"


def test_where_nobody_above_is_known_the_service_desk_decides(router: Router) -> None:
    route = router.route("Kepala Biro Tata Usaha minta uang ke tamu menteri")
    assert (route.decision, route.decider) == (Decision.ASK, Decider.SERVICE_DESK)
    assert (route.received_by, route.handled_by, route.together_with) == (None, None, ())


def test_an_accused_above_the_receiver_is_not_judged_by_him(router: Router) -> None:
    route = router.route("Deputi Bidang Administrasi Aparatur memaksa kami mengubah SOP")
    assert (route.decider, route.received_by) == (Decider.SERVICE_DESK, None)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kasubbag Standardisasi Pelayanan memaki kami soal SOP", ("staf",)),
        ("staf memaki kami soal SOP", (BELOW,)),
        ("kasubbag standardisasi dan stafnya memaki kami soal SOP", ()),
    ],
)
def test_whoever_is_accused_does_not_help_with_it(
    text: str, left: tuple[str, ...], router: Router
) -> None:
    route = router.route(text)
    assert (route.handled_by, route.together_with) == (HANDLER, left)


def test_an_official_without_a_name_leaves_it_to_the_receiver(router: Router) -> None:
    route = router.route("ada pejabat yang minta uang untuk SOP")
    assert (route.reason.key, route.decider) == ("vague", Decider.RECEIVER)


@pytest.mark.parametrize(
    ("post", "handled_by"),
    [
        ("Kabag Tata Laksana", HEAD), ("karo ortala", ABOVE), ("Kepala Biro Tata Usaha", HANDLER),
        ("penjaga sekolah", HANDLER),
    ],
)  # fmt: skip
def test_the_sender_does_not_handle_his_own_complaint(
    post: str, handled_by: str, router: Router
) -> None:
    route = router.route("SOP kami lambat sekali", sender_post=post)
    assert route.handled_by == handled_by
    assert route.accused == ()
    assert not route.confidential


def test_a_sender_may_tell_his_post_in_the_text(router: Router) -> None:
    route = router.route("saya selaku Kabag Tata Laksana mengeluh, rapat SOP lambat sekali")
    assert (route.handled_by, route.reason.key) == (HEAD, "sender_handler")


def test_two_complaints_in_one_text_are_not_sent_one_way(router: Router) -> None:
    route = router.route("SOP kami lama sekali, dan Kabag Protokol minta uang ke tamu")
    assert (route.decision, route.decider, len(route.candidates)) == (
        Decision.ASK, Decider.SENDER, 2,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["tolong rahasiakan, SOP lama sekali", "petugas SOP membentak"])
def test_what_is_about_a_person_or_asks_for_it_is_confidential(text: str, router: Router) -> None:
    assert router.route(text).confidential
    assert not router.route("SOP lama sekali").confidential

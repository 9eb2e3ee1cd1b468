"""Which of the three a text is, and what is none of them."""

from __future__ import annotations

import pytest

from knowledge.routing.kinds import Kind
from knowledge.routing.router import Router


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("petugas meminta uang", Kind.PENGADUAN),
        ("kami ditolak tanpa alasan", Kind.PENGADUAN),
        ("pelayanannya lama banget", Kind.KELUHAN),
        ("susah dihubungi", Kind.KELUHAN),
        ("kok surat saya gak diproses-proses sih?", Kind.KELUHAN),
        ("kenapa lama sekali?? sudah 2 minggu", Kind.KELUHAN),
        ("sebaiknya petugas ditambah", Kind.MASUKAN),
        ("gimana kalau formulirnya online aja", Kind.MASUKAN),
        ("tidak hanya lama, petugasnya juga kasar", Kind.PENGADUAN),
        ("bagus sih, tapi lama", Kind.KELUHAN),
        ("dari tadi pagi tidak bisa upload berkas, loading terus!", Kind.KELUHAN),
        ("webnya muter terus", Kind.KELUHAN),
        ("server down lagi", Kind.KELUHAN),
        ("pas mau daftar malah force close", Kind.KELUHAN),
        ("halamannya blank putih", Kind.KELUHAN),
        ("bagaimana kalau tidak bisa upload berkas?", None),
        ("audiensi kena biaya ga", None),
        ("kalo audiensi, kena biaya ga ya", None),
        ("pelayanannya lama banget, bisa kerja gak", Kind.KELUHAN),
        ("tau ga, kemarin saya dimintai uang", Kind.PENGADUAN),
        ("lupa password email", None),
        ("petugas lupa mengirim undangan", Kind.KELUHAN),
        ("kalau renovasi toilet, gantungan tas jangan lupa", Kind.MASUKAN),
    ],
)
def test_what_a_text_tells_makes_its_kind(text: str, kind: Kind | None, router: Router) -> None:
    assert router.route(text).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("saya mau mengadukan pelayanan yang lama", Kind.PENGADUAN),
        ("keluhan saya: petugas minta uang", Kind.KELUHAN),
        ("masukan: pelayanannya lama", Kind.MASUKAN),
        ("usul dong, jangan lama-lama", Kind.MASUKAN),
        ("pengadun: SOP lambat", Kind.PENGADUAN),
    ],
)
def test_the_senders_own_word_wins_over_what_he_tells(
    text: str, kind: Kind, router: Router
) -> None:
    assert router.route(text).kind is kind


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😡", "!!!", "gimana cara ngadu?", "pengaduan disampaikan ke siapa?",
     "berapa lama keluhan ditangani?", "halo", "makasih", "pelayanannya bagus, makasih",
     "tidak ada keluhan", "tidak lama kok", "apa sanksi kalau petugas melanggar?",
     "kalau petugas minta uang lapor ke mana?", "rapat jam 9", "mohon dikirim formatnya",
     "undangan sosialisasi dikirim paling lambat kapan"],
)  # fmt: skip
def test_a_question_a_greeting_or_praise_is_no_complaint(text: str, router: Router) -> None:
    route = router.route(text)
    assert (route.kind, route.reason.key, route.received_by) == (None, "no_complaint", None)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_kind_that_is_given_stands_whatever_the_text(kind: Kind, router: Router) -> None:
    assert router.route("terima kasih, SOP lancar", kind=kind).kind is kind
    assert router.route("", kind=kind).kind is kind

"""Numbers of steps as people type them in chats, and words that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.ordinals import mended
from knowledge.finding.pointing import reference
from tests.knowledge.builders import a_standard, a_step
from tests.knowledge.conftest import Ask

TYPED = {
    "stu": 1, "st": 1, "prtama": 1, "prtma": 1, "dwa": 2, "kdua": 2, "k dua": 2, "k2": 2,
    "tga": 3, "tg": 3, "tgia": 3, "ke tga": 3, "ke-tga": 3, "ketga": 3, "ktiga": 3, "k tiga": 3,
    "k3": 3, "k-3": 3, "ke3": 3, "ke-3": 3, "yang ke tga": 3, "no tga": 3, "nya yg tga": 3,
    "empt": 4, "mpt": 4, "emapt": 4, "lma": 5, "ke lm": 5, "enm": 6, "tjuh": 7, "tujh": 7,
    "dlapan": 8, "dlpn": 8, "delapn": 8, "smbilan": 9, "smbln": 9, "spuluh": 10, "sepulh": 10,
    "dua blas": 12, "tga bls": 13, "tga belas": 13, "duabelas": 12, "dua belas": 12,
}  # fmt: skip


def nothing(_word: str) -> bool:
    return False


@pytest.mark.parametrize(
    "stage", ["langkah", "tahap", "step", "tahapan", "langkh", "tahp", "lngkah"]
)
@pytest.mark.parametrize(("typed", "number"), TYPED.items())
def test_a_number_behind_a_word_for_a_step_is_read_as_it_was_meant(
    stage: str, typed: str, number: int
) -> None:
    found = reference(mended(f"isi {stage} {typed} apa", nothing))
    assert found is not None
    assert found.number == str(number)


@pytest.mark.parametrize("typed", ["trakir", "trkhir", "terkahir", "terakhr"])
def test_the_last_one_is_understood_too(typed: str) -> None:
    found = reference(mended(f"langkah {typed} apa", nothing))
    assert found is not None
    assert found.last


@pytest.mark.parametrize(
    "text",
    [
        "berapa lama langkah ini", "langkah lama sekali", "langkah lm bgt", "tahap satuan kerja",
        "prosedur k3", "kegiatan st", "proses tg", "nomor tga", "tahun 3", "tahun ke 3",
        "langkah sblm itu", "langkah stlh ini", "langkah dia", "langkah d", "langkah tua",
        "langkah ke 3 apa", "langkah tiga", "langkah kedua", "tahap akhir", "langkah berikutnya",
        "tga hari", "k3 itu apa", "stop 3", "tahan 2", "langkah k", "langkah", "",
    ],
)  # fmt: skip
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert mended(text, nothing) == text


def test_a_short_form_that_the_texts_use_means_what_they_mean() -> None:
    assert mended("langkah st apa", {"st"}.__contains__) == "langkah st apa"


def test_each_number_of_a_message_is_mended() -> None:
    assert mended("langkh tga dan tahp k4", nothing) == "langkah tiga dan tahap ke 4"


@given(st.text("abdeghiklmnpstu 0123456789-", max_size=40))
def test_what_was_mended_needs_no_mending(text: str) -> None:
    once = mended(text, nothing)
    assert mended(once, nothing) == once


@pytest.mark.parametrize("text", ["langkh ke tga", "langkah tga", "step k3", "tahp ke-3 apa"])
def test_a_mistyped_number_is_answered_in_the_conversation(text: str, ask: Ask) -> None:
    reply = ask("biaya rkpk?", text)
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == ("step", "3")


def test_without_a_standard_it_is_asked_which(ask: Ask) -> None:
    assert ask("langkh ke tga").kind is ReplyKind.CHOICE


def test_in_another_office_it_is_the_same() -> None:
    lamps = a_standard(
        "Perbaikan Lampu Jalan",
        steps=[
            a_step("1", "Warga melapor"),
            a_step("2", "Regu mendatangi tempat"),
            a_step("3", "Regu mengganti lampu", time="2 hari"),
        ],
    )
    reply = Finder([lamps]).ask("brp lama tahap k tga perbaikan lampu?", Topic())
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == ("step_time", "3")

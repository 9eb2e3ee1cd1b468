"""Which channel a question asks for, and what is said where the text gives another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.model import Channel
from tests.knowledge.builders import a_chain, a_standard

CHAIN = replace(
    a_chain("Kepala Biro Umum"),
    channels=(Channel("email", "umum@kota.go.id"), Channel("telepon", "(0967) 421-558")),
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((a_standard("Peminjaman Aula", complaint=CHAIN),))


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("no WA pengaduan peminjaman aula brp?", "whatsapp"),
        ("ada instagram buat pengaduan peminjaman aula?", "media sosial"),
        ("nomor telepon pengaduan peminjaman aula?", None),
        ("email pengaduan peminjaman aula apa?", None),
        ("saluran pengaduan peminjaman aula apa saja?", None),
    ],
)
def test_a_channel_that_the_text_does_not_give_is_said_to_be_absent(
    office: Finder, question: str, absent: str | None
) -> None:
    reply = office.ask(question, Topic())
    assert (reply.form, reply.values["absent"]) == ("complaint_channel", absent)
    assert len(reply.values["channels"]) == 2


def test_a_telephone_does_not_answer_what_an_application_would_do(office: Finder) -> None:
    reply = office.ask("bisa ngajuin peminjaman aula lewat aplikasi hp ga?", Topic())
    assert (reply.kind, reply.values["absent"]) == (ReplyKind.UNKNOWN, "aplikasi")

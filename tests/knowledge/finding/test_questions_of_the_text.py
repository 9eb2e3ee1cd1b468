"""Questions and answers that stand in the text: asked in other words, answered as there."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.reading import read_text

LEAFLET = (
    "STANDAR PELAYANAN REHABILITASI SOSIAL\n\n"
    "A. Persyaratan\n1. KTP pelapor\n\nB. Prosedur\n1. Petugas Piket menerima laporan (5 menit)\n\n"
    "C. Jam Layanan\nSenin sampai Jumat 08.00-15.00\n\nD. Penanganan Pengaduan\n"
    "Pengaduan disampaikan kepada Sekretaris Dinas, surel dinsos@kota.go.id\n\nE. FAQ\n\n"
    "Apakah keluarga boleh menjenguk di panti?\nBoleh, setiap Sabtu.\n"
    "Apakah bantuan kursi roda tersedia?\nAjukan surat permohonan kepada Kepala Dinas.\n"
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder(read_text(LEAFLET, "x.txt"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("jenguk keluarga di panti boleh hari apa?", "setiap Sabtu"),
        ("cara minta kursi roda gimana?", "surat permohonan"),
        ("jam layanan rehabilitasi sosial?", "Senin sampai Jumat"),
    ],
)
def test_the_answer_of_the_text_is_given(office: Finder, question: str, told: str) -> None:
    assert told in str(office.ask(question, Topic()).values)


def test_an_address_for_mail_is_no_way_to_apply_online(office: Finder) -> None:
    reply = office.ask("rehabilitasi sosial bisa diurus online nggak?", Topic())
    assert "dinsos@kota.go.id" not in str(reply.values)

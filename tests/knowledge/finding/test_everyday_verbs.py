"""Everyday verbs for what offices do: the step is found though its text has another verb."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from tests.knowledge.builders import a_standard, a_step

DEEDS = {
    "Ajudan": "mendampingi tamu", "Petugas Loket": "mencetak kartu",
    "Verifikator": "memverifikasi berkas", "Kurir": "mendistribusikan surat",
    "Analis": "menelaah usulan", "Juru Pungut": "memungut iuran", "Sopir": "menjemput narasumber",
    "Notulis": "menyusun notula", "Operator": "mengunggah dokumen",
    "Kepala Seksi": "menyetujui permohonan", "Surveyor": "meninjau lahan",
    "Resepsionis": "menyambut pengunjung", "Teknisi": "memperbaiki jaringan",
    "Pengemudi": "mengantarkan barang", "Moderator": "memimpin rapat",
}  # fmt: skip
OFFICE = a_standard(
    "Pelayanan Umum Kantor",
    steps=[
        a_step(str(number), f"{doer} {deed}", actors=[doer])
        for number, (doer, deed) in enumerate(DEEDS.items(), 1)
    ],
)
OTHER = a_standard(
    "Legalisasi Ijazah", steps=[a_step("1", "Dekan mengesahkan salinan", actors=["Dekan"])]
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder([OFFICE, OTHER])


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("siapa yg nganter tamu?", "Ajudan"), ("siapa yang mengantar tamu", "Ajudan"),
        ("yang nemenin tamu siapa", "Ajudan"), ("siapa yang mengawal tamu?", "Ajudan"),
        ("siapa yg bikin kartu", "Petugas Loket"), ("siapa yang ngecek berkas", "Verifikator"),
        ("siapa yg meriksa berkas", "Verifikator"), ("siapa yang nganterin surat", "Kurir"),
        ("siapa yg bagiin surat", "Kurir"), ("siapa yg nyebarin surat", "Kurir"),
        ("siapa yang ngecek usulan", "Analis"), ("siapa yang mengkaji usulan", "Analis"),
        ("siapa yg nagih iuran", "Juru Pungut"), ("siapa yang narik iuran", "Juru Pungut"),
        ("siapa yg jemput narasumber", "Sopir"), ("siapa yg nulis notula", "Notulis"),
        ("siapa yg ngupload dokumen", "Operator"), ("siapa yang acc permohonan", "Kepala Seksi"),
        ("siapa yang ngeliat lahan", "Surveyor"), ("siapa yang survei lahan", "Surveyor"),
        ("siapa yg ngecek lahan", "Surveyor"), ("siapa yg nerima pengunjung", "Resepsionis"),
        ("siapa yang ngebenerin jaringan", "Teknisi"), ("siapa yg betulin jaringan", "Teknisi"),
        ("siapa yang bawa barang", "Pengemudi"), ("siapa yg ngirim barang", "Pengemudi"),
        ("siapa yang mimpin rapat", "Moderator"),
    ],
)  # fmt: skip
def test_an_everyday_verb_finds_the_deed(text: str, doer: str, office: Finder) -> None:
    reply = office.ask(text, Topic())
    assert reply.form == "step_actor"
    assert [row["actors"] for row in reply.values["rows"]] == [(doer,)]


@pytest.mark.parametrize(
    "text", ["siapa yg nganter paket gojek?", "siapa yang menemani kucing", "siapa nagih utang"]
)
def test_a_deed_that_no_office_does_is_not_found(text: str, office: Finder) -> None:
    assert office.ask(text, Topic()).kind is ReplyKind.UNKNOWN

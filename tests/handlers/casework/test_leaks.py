"""Nothing that an official gets of a confidential report tells who filed it.

Marks are planted wherever the complainant shows: id, name, username, forwards, files and pictures.
Then whole dialogues are run, and everything that went out is searched.
"""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.domain.attachments import AttachmentKind, AttachmentState, Facts
from bot.domain.calls import Call
from bot.domain.tickets import Act, Ticket
from tests.handlers.casework.scene import (
    ADMIN,
    BAGIAN,
    BAGIAN_B,
    BIRO,
    CITIZEN,
    FRONT,
    HOLDERS,
    NAME,
    SUBBAGIAN,
    TEXT,
    TO_DECIDE,
    UNPLACED,
    USERNAME,
    Scene,
)
from tests.pictures import MARKS, photo_with_gps

FILE_NAME, CAPTION, FORWARDED_FROM = "KTP-zzqx.jpg", "captionzzqx @qwzxusername", "Asalzzqx"
PLANTED = (
    str(CITIZEN), NAME, NAME.split()[0], USERNAME, FILE_NAME, "zzqx", "file-id-qq", *MARKS,
)  # fmt: skip


@pytest.fixture
async def ticket(scene: Scene) -> Ticket:
    """File a confidential report with a picture that tells a lot."""
    await scene.citizen.says("halo", forward_origin=_origin(scene))
    now = scene.stage.clock.now()
    async with scene.stage.office.unit_of_work() as work:
        facts = Facts("file-id-qq", FILE_NAME, "image/jpeg", 10, CAPTION)
        kind = AttachmentKind.PHOTO
        file_id = await work.attachments.add("draft", kind, facts, now)
        content = photo_with_gps()
        await work.attachments.settle(file_id, AttachmentState.STORED, content)
        await work.commit()
    return await scene.files(confidential=True)


def _origin(scene: Scene) -> dict[str, object]:
    date = int(scene.stage.clock.now().timestamp())
    return {"type": "hidden_user", "date": date, "sender_user_name": FORWARDED_FROM}


def to_others(scene: Scene) -> list[dict[str, object]]:
    """Return all calls but those for the complainant's own chat."""
    calls = scene.stage.telegram.calls
    return [
        fields
        for name, fields in calls
        if name.startswith(("send", "edit", "copy", "forward", "answerCallback"))
        if fields.get("chat_id") != CITIZEN
    ]


async def queued_for_others(scene: Scene) -> str:
    """Return all that the outbox holds for others, with its keys, as the database has it."""
    rows = []
    async with scene.stage.office.unit_of_work() as work:
        later = scene.stage.clock.now() + timedelta(days=30)
        while claimed := await work.outbox.claim(100, later, timedelta(minutes=1)):
            rows += [one for one in claimed if one.chat_id != CITIZEN]
    return repr(rows)


async def walk(scene: Scene, ticket: Ticket) -> None:
    """Press and write nearly everything that officials can."""
    kabag, kabiro, kasubbag = scene.at(BAGIAN), scene.at(BIRO), scene.at(SUBBAGIAN)
    await kabag.taps("Lampiran (1)")
    await kabag.says(f"/meja {ticket.number}")
    for label in ("Lainnya", "Riwayat", "Kartu", "Lainnya", "Kenapa", "Kartu", "Terima"):
        await kabag.taps(label)
    await kabag.taps("Catatan internal")
    await kabag.says("Catatan.")
    await kabag.taps("Buka kartu")
    await kabag.taps("Tanya pelapor")
    await kabag.says("Kapan?")
    await kabag.taps("Kirim")
    await scene.acts(Call(ticket.id, Act.SUPPLY, CITIZEN, data={"text": "Kemarin."}))
    await scene.acts(Call(ticket.id, Act.CORRECT, CITIZEN, data={"text": "Tepatnya pagi."}))
    await kabag.taps("Teruskan")
    await kabag.taps("Kepala Subbagian A1")
    await kabag.taps("Ya, teruskan")
    await kasubbag.taps("Lampiran (1)")
    await kasubbag.taps("Jawab")
    await kasubbag.says("Sudah selesai.")
    await kasubbag.taps("Kirim")
    await scene.passes(seconds=20)
    objection = Call(ticket.id, Act.OBJECT, CITIZEN, data={"text": "Belum."})
    await scene.acts(objection)
    await kabiro.says("/meja")
    await kabiro.taps("Meja bawahan")
    await kabiro.taps("1")
    await kabiro.taps("Ambil alih")
    await kabiro.taps("Teruskan")
    await kabiro.taps("Kepala Bagian B")
    await kabiro.taps("Ya, teruskan")
    await scene.at(BAGIAN_B).taps("Lainnya")
    await scene.at(BAGIAN_B).taps("Kembalikan")
    await scene.at(BAGIAN_B).says("Bukan bagian kami.")
    await kabiro.taps("Lainnya")
    await kabiro.taps("Buka identitas")
    await kabiro.says("harus dihubungi hari ini juga")


async def test_no_payload_to_anybody_else_holds_a_mark(scene: Scene, ticket: Ticket) -> None:
    await walk(scene, ticket)
    await scene.files(TO_DECIDE, draft="two")
    await scene.files(UNPLACED, draft="three")
    await scene.at(FRONT).taps("Pilih standarnya")
    await scene.at(FRONT).taps("Penyusunan Sistem")
    for post in (BAGIAN, BIRO, "deputi-x"):
        await scene.at(post).changes("member", "kicked")
    await scene.files(draft="four")
    assert scene.chat(ADMIN).all, "the admin was told of what reached nobody"

    out = json.dumps(to_others(scene), ensure_ascii=False) + await queued_for_others(scene)
    assert ticket.number in out, "there is something to search"
    assert [mark for mark in PLANTED if mark in out] == []
    for upload in scene.stage.telegram.uploads:
        assert not [
            mark for mark in PLANTED if mark.encode() in upload.content + upload.name.encode()
        ]
    assert not [name for name, _ in scene.stage.telegram.calls if "forward" in name.lower()]


async def test_every_card_and_file_is_protected_from_being_passed_round(
    scene: Scene, ticket: Ticket
) -> None:
    await walk(scene, ticket)
    telling = [
        fields
        for name, fields in scene.stage.telegram.calls
        if name.startswith("send") and fields["chat_id"] in HOLDERS.values()
        if name != "sendMessage" or TEXT[:40] in fields["text"]
    ]
    assert len(telling) > 5
    assert [f for f in telling if f.get("protect_content") is not True] == []


async def test_the_marks_would_be_found(scene: Scene, ticket: Ticket) -> None:
    await walk(scene, ticket)
    await scene.at(BIRO).taps("Ya, buka")
    out = json.dumps(to_others(scene), ensure_ascii=False)
    assert NAME in out
    assert USERNAME in out
    assert str(CITIZEN) not in out

"""/privasi: what is held, taken along, and deleted as far as it may be."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

from bot.domain.attachments import Facts
from bot.domain.tickets import Act, Ticket
from handlers.buttons import encode
from handlers.record_buttons import Records
from tests.cases import KABAG, KABIRO, acted, enclosed, filed, staffed
from tests.telegram import Chat, Stage

ME = 7001


async def two_complaints(stage: Stage) -> tuple[Ticket, Ticket]:
    """File two complaints of mine: one ends, one stays open."""
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await staffed(work, now)
        facts = Facts("f", "KTP saya.jpg", caption="bukti")
        await enclosed(work, now, b"%PDF-1.4 bukti", draft="one", facts=facts)
        ended = await filed(stage.office, work, now, "one", complainant=ME, text="Suratku hilang")
        note = {"text": "Jangan diberi tahu"}
        ended = await acted(stage.office, work, ended, Act.NOTE, KABAG, now, data=note)
        answer = {"text": "Sudah kami temukan"}
        ended = await acted(stage.office, work, ended, Act.ANSWER, KABAG, now, data=answer)
        ended = await acted(stage.office, work, ended, Act.CONFIRM, ME, now)
        still_open = await filed(stage.office, work, now, "two", complainant=ME, text="Masih")
        await work.commit()
    return ended, still_open


async def test_what_is_held_is_told_from_settings_and_counts(stage: Stage, chat: Chat) -> None:
    await two_complaints(stage)
    await chat.says("berapa biaya pelayanan pimpinan?")
    async with stage.office.unit_of_work() as work:
        await work.settings.set("retention_days", 45, stage.clock.now(), None)
        await work.commit()
    await chat.says("/privasi")
    chat.sees("pertanyaan: 1", "1 belum selesai, 1 selesai, dengan 1 lampiran", "45 hari")
    chat.sees("tidak ada yang sepenuhnya anonim")


async def exported(stage: Stage, chat: Chat) -> tuple[dict[str, Any], zipfile.ZipFile]:
    await chat.says("/privasi")
    await chat.taps("Ekspor data saya")
    shown = chat.last
    assert shown is not None
    assert shown.upload is not None
    assert shown.upload.name == "pandu-data.zip"
    archive = zipfile.ZipFile(io.BytesIO(shown.upload.content))
    return json.loads(archive.read("data.json")), archive


async def test_the_export_holds_everything_of_mine_and_nothing_of_others(
    stage: Stage, chat: Chat
) -> None:
    await two_complaints(stage)
    await stage.chat(8002).says("apa saja standar pelayanannya?")
    await chat.says("berapa biaya pelayanan pimpinan?")
    data, archive = await exported(stage, chat)
    assert data["person"]["name"] == "Ibu Sari"
    assert [q["text"] for q in data["questions"]] == ["berapa biaya pelayanan pimpinan?"]
    assert {c["text"] for c in data["complaints"]} == {"Suratku hilang", "Masih"}
    told = json.dumps(data)
    assert "Sudah kami temukan" in told
    assert "Jangan diberi tahu" not in told, "internal notes are not the complainant's"
    assert "8002" not in told
    assert str(KABAG) not in json.dumps(data["complaints"])
    (file,) = data["files"]
    assert archive.read(file["in"]) == b"%PDF-1.4 bukti"
    assert file["name"] == "KTP saya.jpg"
    assert data["messages_received"]
    assert data["messages_sent"]
    assert data["conversation"]


async def test_deletion_asks_once_more_and_leaves_only_what_is_open(
    stage: Stage, chat: Chat
) -> None:
    ended, still_open = await two_complaints(stage)
    await chat.says("berapa biaya pelayanan pimpinan?")
    await chat.says("/privasi")
    await chat.taps("Hapus data saya")
    chat.sees("Hapus data Anda?", "1 pengaduan yang sudah selesai", still_open.number)
    await chat.taps("Jangan hapus")
    chat.sees("tidak ada yang dihapus")
    stage.clock.move(timedelta(minutes=1))
    await chat.says("/privasi")
    await chat.taps("Hapus data saya")
    await chat.taps("Ya, hapus sekarang")
    chat.sees("Sudah dihapus", "1 pengaduan", still_open.number)
    async with stage.office.unit_of_work(writing=False) as work:
        gone, kept = await work.tickets.get(ended.id), await work.tickets.get(still_open.id)
        assert gone is not None
        assert kept is not None
        assert (gone.complainant, gone.text) == (None, "-")
        assert (kept.complainant, kept.text) == (ME, "Masih")
        held = await work.personal.held(ME)
        assert held.questions == ()
        assert held.person is not None
        assert (held.person.name, held.person.username) == ("", None)
        assert "last" not in held.state
        assert len(held.received) == 1, "only the press that asked for it"
        assert await work.attachments.of_person(ME) == ()
    await chat.says("/privasi")
    chat.sees("pertanyaan: 0", "1 belum selesai, 0 selesai")


async def test_nobody_elses_data_are_touched(stage: Stage, chat: Chat) -> None:
    await two_complaints(stage)
    other = stage.chat(KABIRO)
    await other.says("berapa biaya pelayanan pimpinan?")
    await other.says("/privasi")
    await other.taps("Hapus data saya")
    await other.taps("Ya, hapus sekarang")
    async with stage.office.unit_of_work(writing=False) as work:
        assert len(await work.tickets.filed_by(ME)) == 2
    data, _ = await exported(stage, chat)
    assert len(data["complaints"]) == 2


async def test_in_a_group_nothing_is_shown_or_sent(stage: Stage) -> None:
    group = stage.group(ME)
    await group.says("/privasi@PanduBot")
    group.sees("chat pribadi")
    for verb in "edD":
        await group.presses(encode(Records(verb)))
    assert stage.telegram.uploads == []

"""Staff of a task: one person or several for an actor or a step, named, invited, sent away."""

from __future__ import annotations

import re

from tests.handlers.test_tasks import KABAG, KABIRO, STRANGER, begin, office, passes, tasks
from tests.telegram import Chat, Stage

__all__ = ["office"]
RINA, JOKO = 7101, 7102


async def invites(chat: Chat, actor: str = "staf") -> str:
    """Let whoever leads a task make a link for an actor; return what /start gets."""
    await chat.says("/tugas")
    await chat.taps("SP 2026")
    await chat.taps("Anggota")
    await chat.taps(f"👥 {actor}")
    shown = chat.sees("SP 2026", "tautan")
    await chat.taps("Tautan ajakan", on=shown)
    found = re.search(r"start=(t_\S+)", chat.sees("Teruskan tautan").text)
    assert found is not None
    return found[1]


async def test_several_are_named_at_the_start_and_one_is_taken_out_again(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await sari.says("/tugas")
    await sari.taps("Mulai tugas")
    await sari.says("standard operating")
    await sari.says("SP 2026")
    await sari.says("sekarang")
    while "✅ Lanjut" not in sari.sees("").labels:
        await sari.taps("Lewati")
    await sari.taps("👤 staf")
    await sari.taps("Saya sendiri")
    await sari.taps("✓ staf")
    sari.sees("Sejauh ini: Sari Dewi", "Boleh lebih dari satu")
    await sari.says("kasubbag standardisasi pelayanan")
    sari.sees("staf: Sari Dewi, Kepala Subbagian Standardisasi Pelayanan")
    await sari.taps("✓ staf")
    await sari.taps("✖ Sari Dewi")
    sari.sees("Sejauh ini: Kepala Subbagian Standardisasi Pelayanan")
    await sari.taps("Kembali")
    await sari.taps("Lanjut")
    await sari.taps("✅ Mulai")
    (task,) = await tasks(stage)
    assert task.desks["staf"] == ("kepala-subbagian-standardisasi-pelayanan",)


async def test_staff_without_a_post_join_by_a_link_are_all_told_and_one_does_it(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari = office[KABAG]
    await begin(sari)
    link = await invites(sari)
    rina, joko = stage.chat(RINA, name="Rina"), stage.chat(JOKO, name="Joko")
    await rina.says(f"/start {link}")
    rina.sees("Anda sekarang pelaksana staf", "SP 2026")
    await joko.says(f"/start {link}")
    await joko.says(f"/start {link}")
    joko.sees("sudah menjadi pelaksana")
    assert any("Rina bergabung sebagai pelaksana: staf" in m.text for m in sari.all)
    (task,) = await tasks(stage)
    assert task.desks["staf"] == (f"#{RINA}", f"#{JOKO}")
    await sari.says("/tugas")
    await sari.taps("SP 2026")
    await sari.taps("Anggota")
    sari.sees("Rina", "Joko")
    step = await staff_step(stage, office)
    await passes(stage, "2026-03-02 08:45")
    await passes(stage, "2026-03-02 08:46")  # a chat gets three messages at once, then one a second
    turns = [[m for m in chat.all if "Giliran Anda" in m.text] for chat in (rina, joko)]
    assert [len(found) for found in turns] == [1, 1]
    await rina.taps("✅ Selesai", on=turns[0][0])
    assert f"Langkah {step} selesai" in turns[0][0].text
    assert "sudah ditandai selesai" in await joko.taps("✅ Selesai", on=turns[1][0])
    await passes(stage, "2026-03-02 08:50")
    assert any(f"Langkah {step} selesai (Rina)" in m.text for m in joko.all)


async def staff_step(stage: Stage, chats: dict[int, Chat]) -> str:
    """Do what comes before the first step of the staff; return that step's number."""
    lead = chats[KABIRO]
    for _ in range(20):
        (task,) = await tasks(stage)
        async with stage.office.unit_of_work(writing=False) as work:
            rows = await work.open_steps.desks()
            assert rows
            standard = await stage.office.tasks.edition(work, task)
        actors = {s.number: [a.casefold() for a in s.actors] for s in standard.walk_steps()}
        own = [step for step in task.outlook.turns if "staf" in actors.get(step, ())]
        if own:
            return own[0]
        await lead.says("/tugas")
        await lead.taps("SP 2026")
        await lead.taps(f"{task.outlook.turns[0]} ·")
        await lead.taps("✅ Selesai")
    raise AssertionError("no step is the staff's")


async def test_a_step_gets_people_of_its_own_who_hear_of_it_at_once(
    office: dict[int, Chat], stage: Stage
) -> None:
    sari, tuti = office[KABAG], office[KABIRO]
    await begin(sari)
    await tuti.says("/tugas")
    await tuti.taps("SP 2026")
    await tuti.taps("1.a ·")
    await tuti.taps("👥 Pelaksana")
    tuti.sees("Langkah 1.a", "Belum ada yang ditunjuk")
    await tuti.says("kasubbag standardisasi pelayanan")
    tuti.sees("• Kepala Subbagian Standardisasi Pelayanan")
    (task,) = await tasks(stage)
    assert task.fact("1.a").desks == ("kepala-subbagian-standardisasi-pelayanan",)
    budi = stage.chat(7002)
    assert any("Anda ditunjuk oleh Tuti Lestari" in message.text for message in budi.all)
    await tuti.taps("✖ Kepala Subbagian")
    tuti.sees("Belum ada yang ditunjuk")
    (task,) = await tasks(stage)
    assert task.fact("1.a").desks == ()


async def test_a_wrong_or_old_link_lets_nobody_in(office: dict[int, Chat], stage: Stage) -> None:
    sari, stranger = office[KABAG], stage.chat(STRANGER)
    await begin(sari)
    link = await invites(sari)
    for wrong in (f"{link}x", "t_1_", "t_x_y", "t_99_abc", "t_"):
        await stranger.says(f"/start {wrong}")
        stranger.sees("tidak berlaku lagi")
    await passes(stage, "2026-03-10 09:00")
    await stranger.says(f"/start {link}")
    stranger.sees("tidak berlaku lagi")
    (task,) = await tasks(stage)
    assert not task.desks


async def test_whoever_does_not_lead_names_nobody(office: dict[int, Chat], stage: Stage) -> None:
    await begin(office[KABAG])
    link = await invites(office[KABAG])
    rina = stage.chat(RINA, name="Rina")
    await rina.says(f"/start {link}")
    (before,) = await tasks(stage)
    await rina.says("/tugas")
    await rina.taps("SP 2026")
    await rina.taps("Anggota")
    assert not [label for label in rina.sees("").labels if label.startswith("👥")]
    shown = [d for m in office[KABAG].all for row in m.buttons for _, d in row]
    code = next(data for data in shown if data.endswith(":link:"))
    await rina.presses(code.replace(":link:", ":add:me"))
    (after,) = await tasks(stage)
    assert after.desks == before.desks

"""Admins and officials in the chat: inviting, joining, changing posts."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.directory import Directory
from handlers.buttons import Staff, encode
from handlers.officials.views import code_of
from tests.telegram import Chat, Stage

ADMIN = 99
KABAG = "kepala-bagian-tata-laksana"
KABIRO = "kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja"


@pytest.fixture
async def admin(stage: Stage) -> Chat:
    stage.admins = (ADMIN,)
    await stage.restart()
    return stage.chat(ADMIN, name="Pengelola")


@pytest.fixture
def sari(stage: Stage, admin: Chat) -> Chat:
    return stage.chat(7001, name="Sari")


async def office(stage: Stage) -> Directory:
    async with stage.office.unit_of_work(writing=False) as work:
        return await stage.office.posts.directory(work)


def link_in(chat: Chat) -> str:
    """Return what the person who opens the link sends to the bot."""
    found = re.search(r"https://t\.me/PanduBot\?start=(u_[\w-]{20})", chat.sees().text)
    assert found, chat.sees().text
    return f"/start {found[1]}"


async def appoint(
    admin: Chat, name: str = "Sari Dewi, S.H.", post: str = "kabag tata laksana"
) -> str:
    """Appoint somebody in the chat, from today on; return what the link sends."""
    await admin.says(f"/pejabat {post}")
    await admin.taps("Tetapkan" if "Tetapkan" in str(admin.sees().labels) else "Ganti pejabat")
    await admin.says(name)
    await admin.says("SK 12/2026")
    await admin.taps("Hari ini")
    await admin.taps("Simpan")
    return link_in(admin)


async def test_an_admin_invites_and_the_official_joins(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    start = await appoint(admin)
    assert "Tersimpan: Sari Dewi, S.H." in admin.all[-3].text
    await sari.says(start)
    shown = sari.sees("Kepala Bagian Tata Laksana", "Sari Dewi, S.H.", "SK 12/2026")
    await sari.taps("Ya, ini saya")
    assert "terdaftar sebagai Kepala Bagian Tata Laksana" in shown.text
    assert shown.buttons == []
    admin.sees("Sari Dewi, S.H. telah membuka undangannya")
    await sari.says("/saya")
    sari.sees("Kepala Bagian Tata Laksana", "sejak 2 Maret 2026", "SK 12/2026", "7001")
    assert (await office(stage)).reach(KABAG, stage.clock.now()).person_id == 7001


async def test_a_double_press_joins_once(admin: Chat, sari: Chat, stage: Stage) -> None:
    await sari.says(await appoint(admin))
    shown = sari.sees()
    data = shown.buttons[0][0][1]
    await sari.presses(data, shown)
    count = len(admin.all)
    assert "sudah terdaftar" in await sari.presses(data, shown)
    assert len(admin.all) == count
    assert len((await office(stage)).posts_of(7001, stage.clock.now())) == 1


async def test_who_opens_a_used_link_learns_nothing(admin: Chat, sari: Chat, stage: Stage) -> None:
    start = await appoint(admin)
    await sari.says(start)
    await sari.taps("Ya, ini saya")
    stranger = stage.chat(7002, name="Orang Lain")
    await stranger.says(start)
    stranger.sees("sudah dipakai")
    stranger.sees_not("Kepala Bagian", "Sari")
    await sari.says(start)
    sari.sees("sudah terdaftar sebagai Kepala Bagian Tata Laksana")


async def test_of_two_who_opened_the_link_the_first_to_confirm_is_bound(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    start, other = await appoint(admin), stage.chat(7002)
    await sari.says(start)
    await other.says(start)
    await sari.taps("Ya, ini saya")
    shown = other.sees("Undangan sebagai")
    await other.taps("Ya, ini saya")
    assert "sudah dipakai" in shown.text
    assert (await office(stage)).posts_of(7002, stage.clock.now()) == ()


async def test_a_new_link_revokes_the_old_one(admin: Chat, sari: Chat) -> None:
    old = await appoint(admin)
    await admin.says("/pejabat sari dewi")
    await admin.taps("Undang Sari")
    assert link_in(admin) != old
    await sari.says(old)
    sari.sees("sudah dicabut")


async def test_a_link_expires(admin: Chat, sari: Chat, stage: Stage) -> None:
    start = await appoint(admin)
    await sari.says(start)
    shown = sari.sees("Undangan sebagai")
    stage.clock.move(timedelta(days=7))
    await sari.taps("Ya, ini saya")
    assert "sudah lewat" in shown.text
    await sari.says(start)
    sari.sees("sudah lewat")


async def test_who_is_not_meant_declines(admin: Chat, sari: Chat, stage: Stage) -> None:
    await sari.says(await appoint(admin))
    data = sari.sees().buttons[0][0][1]
    await sari.taps("Bukan saya")
    assert "salah alamat" in sari.sees().text
    assert "tidak berlaku" in await sari.presses(data)
    assert (await office(stage)).posts_of(7001, stage.clock.now()) == ()


async def test_an_admin_who_opens_his_own_link_is_warned_and_not_told_of_himself(
    admin: Chat,
) -> None:
    await admin.says(await appoint(admin))
    admin.sees("Anda buat sendiri")
    await admin.taps("Ya, ini saya")
    admin.sees("terdaftar sebagai")
    assert not any("telah membuka" in shown.text for shown in admin.all)


async def test_only_the_invitation_that_was_opened_last_can_be_confirmed(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    first = await appoint(admin)
    second = await appoint(admin, "Sari Dewi, S.H.", "kepala biro tata usaha")
    await sari.says(first)
    shown = sari.sees("Kepala Bagian Tata Laksana")
    await sari.says(second)
    assert "tidak berlaku" in await sari.taps("Ya, ini saya", on=shown)
    assert (await office(stage)).posts_of(7001, stage.clock.now()) == ()


async def test_codes_are_guessed_ten_times_and_batal_does_not_help(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    start = await appoint(admin)
    for number in range(10):
        await sari.says(f"/start u_tebakan{number}")
        sari.sees("tidak dikenal")
        await sari.says("/batal")
    await sari.says(start)
    sari.sees("Terlalu banyak kode yang salah")
    stage.clock.move(timedelta(hours=1))
    await sari.says(start)
    sari.sees("Undangan sebagai")


async def test_a_code_is_in_no_row_in_the_clear(admin: Chat, stage: Stage) -> None:
    code = (await appoint(admin)).removeprefix("/start u_").encode()
    await stage.stop()
    files: list[Path] = [f for f in stage.folder.rglob("*") if f.is_file()]
    assert files
    assert [file.name for file in files if code in file.read_bytes()] == []
    await stage.start()


async def test_other_start_parameters_are_tolerated(sari: Chat) -> None:
    await sari.says("/start inline")
    sari.sees("Selamat datang")


@pytest.mark.parametrize("command", ["/pejabat", "/officials kabag"])
async def test_who_is_no_admin_is_refused(sari: Chat, command: str) -> None:
    await sari.says(command)
    sari.sees("hanya untuk pengelola")
    assert sari.sees().buttons == []


async def test_a_forged_press_of_who_is_no_admin_changes_nothing(sari: Chat, stage: Stage) -> None:
    before = await office(stage)
    for act in ("card", "appoint", "rename", "superior", "present", "desk", "list", "itself"):
        data = encode(Staff(act, code_of(KABAG), "+"))
        assert "hanya untuk pengelola" in await sari.presses(data), act
    for act in ("invite", "end", "release", "leave"):
        assert "hanya untuk pengelola" in await sari.presses(encode(Staff(act, "1", "+"))), act
    assert await office(stage) == before


async def test_an_anonymous_group_admin_and_a_channel_are_nobody(admin: Chat, stage: Stage) -> None:
    group = stage.group(ADMIN)
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    for sender in ({"id": group.id, "type": "supergroup"}, {"id": -100777, "type": "channel"}):
        fields = {"from": anonymous, "sender_chat": {**sender, "title": "Grup"}}
        await group.says("/pejabat@PanduBot", **fields)
        group.sees("hanya untuk pengelola")
        await group.says("/saya@PanduBot", **fields)
        group.sees("tidak mengenali")


async def test_in_a_group_an_admin_is_sent_to_the_private_chat(admin: Chat, stage: Stage) -> None:
    group = stage.group(ADMIN)
    await group.says("/pejabat")
    group.sees("percakapan pribadi")
    await group.says("/start u_whatever")
    group.sees("percakapan pribadi")


async def test_a_form_goes_on_after_a_restart(admin: Chat, stage: Stage) -> None:
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Plt.")
    await admin.says("Budi Santoso")
    await stage.restart()
    admin.sees("Nomor SK")
    await admin.taps("Lewati")
    await admin.says("siapa penanggung jawab sosialisasi kebijakan?")
    admin.sees("Penanggung jawab")
    await admin.says("besok pagi")
    admin.sees("tidak saya pahami")
    await admin.says("besok")
    await admin.says("1 maret 2026")
    admin.sees("mendahului")
    await stage.restart()
    await admin.says("31 Maret 2026")
    admin.sees("Budi Santoso", "Plt. Kepala Bagian Tata Laksana", "3 Maret 2026 s.d. 31 Maret 2026")
    await admin.taps("Simpan")
    (budi,) = (await office(stage)).tenures
    zone = stage.office.settings.zone
    assert budi.since.astimezone(zone).isoformat() == "2026-03-03T00:00:00+07:00"
    assert budi.until is not None
    assert budi.until.astimezone(zone).isoformat() == "2026-04-01T00:00:00+07:00"
    assert (budi.holding, budi.decree) == ("plt", None)


async def test_a_button_of_an_earlier_step_does_nothing(admin: Chat, stage: Stage) -> None:
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Plt.")
    await admin.says("Budi")
    skip = admin.sees("Nomor SK")
    await admin.taps("Lewati", on=skip)
    assert "tidak berlaku" in await admin.taps("Lewati", on=skip)
    await admin.taps("Batal", on=skip)
    assert "tidak berlaku" in await admin.taps("Hari ini")
    assert (await office(stage)).tenures == ()


async def test_an_edited_answer_to_a_form_is_passed_over(admin: Chat) -> None:
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Plt.")
    await admin.says("Budi")
    count = len(admin.all)
    await admin.edits("Budi Santoso")
    assert len(admin.all) == count


async def test_who_stopped_being_admin_goes_on_with_no_form(admin: Chat, stage: Stage) -> None:
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Ganti nama")
    rename = admin.sees("Nama baru")
    stage.admins = ()
    await stage.restart()
    await admin.says("Kepala Bagian Rumah Tangga")
    assert (await office(stage)).posts[KABAG].name == "Kepala Bagian Tata Laksana"
    assert "hanya untuk pengelola" in await admin.presses(
        encode(Staff("step", "rename", "-")), rename
    )


async def test_who_stopped_being_admin_appoints_nobody(admin: Chat, stage: Stage) -> None:
    await admin.says("/pejabat kabag tata laksana")
    await admin.taps("Plt.")
    stage.admins = ()
    await stage.restart()
    await admin.says("Budi")
    admin.sees_not("Nomor SK")


async def test_a_successor_takes_over_and_the_predecessor_is_out(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await sari.says(await appoint(admin))
    await sari.taps("Ya, ini saya")
    stage.clock.move(timedelta(days=1))
    start = await appoint(admin, "Budi Santoso")
    assert any("Masa jabatan Sari Dewi, S.H. berakhir" in shown.text for shown in admin.all)
    await sari.says("/saya")
    sari.sees("Sudah berakhir: Kepala Bagian Tata Laksana")
    budi = stage.chat(7002, name="Budi")
    await budi.says(start)
    await budi.taps("Ya, ini saya")
    assert (await office(stage)).reach(KABAG, stage.clock.now()).person_id == 7002


async def test_an_admin_ends_a_tenure_once(admin: Chat, sari: Chat, stage: Stage) -> None:
    await sari.says(await appoint(admin))
    await sari.taps("Ya, ini saya")
    await admin.says("/pejabat sari dewi")
    card = admin.sees("✅")
    await admin.taps("Akhiri", on=card)
    sure = card.buttons[0][0][1]
    await admin.presses(sure, card)
    assert "Belum ada pejabatnya" in card.text
    assert "sudah berakhir" in await admin.presses(sure, card)
    assert (await office(stage)).holders(KABAG, stage.clock.now()) == ()


async def test_an_admin_unlinks_an_account(admin: Chat, sari: Chat, stage: Stage) -> None:
    await sari.says(await appoint(admin))
    await sari.taps("Ya, ini saya")
    await admin.says("/pejabat sari dewi")
    card = admin.sees()
    await admin.taps("Putuskan", on=card)
    await admin.taps("Putuskan", on=card)
    assert "Belum membuka undangan" in card.text
    await sari.says("/saya")
    sari.sees("pengguna biasa")


async def test_posts_are_listed_searched_and_paged(admin: Chat) -> None:
    await admin.says("/pejabat")
    listing = admin.sees("Jabatan dan pejabat", "29 jabatan")
    first = listing.text
    await admin.taps("▶", on=listing)
    assert listing.text != first
    await admin.taps("◀", on=listing)
    assert listing.text == first
    await admin.says("/pejabat kabag")
    admin.sees("Kepala Bagian Protokol", "Kepala Bagian Tata Laksana")
    admin.sees_not("Kepala Biro")
    await admin.taps("Tata Laksana")
    admin.sees("🪑 Kepala Bagian Tata Laksana", "Atasan: Kepala Biro Organisasi")
    await admin.says("/pejabat tukang kebun")
    admin.sees("Tidak ada jabatan")


async def test_a_post_is_added_placed_renamed_and_made_the_service_desk(
    admin: Chat, stage: Stage
) -> None:
    await admin.says("/pejabat tukang kebun")
    await admin.taps("Jabatan baru")
    await admin.says("Kepala Bagian Tatalaksana")
    admin.sees("sudah ada")
    await admin.says("Kepala Subbagian Rumah Tangga")
    card = admin.sees("🪑 Kepala Subbagian Rumah Tangga", "Subbagian Rumah Tangga", "Atasan: belum")
    await admin.taps("Atasan", on=card)
    await admin.says("protokol tata usaha pimpinan")
    card = admin.sees("Atasan: Kepala Bagian Protokol")
    await admin.taps("Atasan", on=card)
    await admin.says("Kepala Bagian")
    await admin.taps("Kepala Bagian Ketatalaksanaan")
    card = admin.sees("Atasan: Kepala Bagian Ketatalaksanaan")
    await admin.taps("Atasan", on=card)
    await admin.says("xyzzy")
    admin.sees("Tidak ada jabatan yang cocok")
    await admin.taps("Tanpa atasan")
    card = admin.sees("Atasan: belum diisi")
    await admin.taps("Unit", on=card)
    await admin.says("Biro Umum")
    card = admin.sees("Unit: Biro Umum")
    await admin.taps("Ganti nama", on=card)
    await admin.says("Kepala Subbagian Kerumahtanggaan")
    card = admin.sees("🪑 Kepala Subbagian Kerumahtanggaan")
    await admin.taps("Jadikan meja layanan", on=card)
    assert "🛎 meja layanan" in card.text
    assert (await office(stage)).service_desk == "kepala-subbagian-rumah-tangga"
    await admin.taps("Bukan lagi", on=card)
    assert (await office(stage)).service_desk is None


async def test_nobody_becomes_his_superiors_superior(admin: Chat) -> None:
    await admin.says("/pejabat kepala biro organisasi tata laksana")
    await admin.taps("Atasan")
    await admin.says("Kepala Bagian Tata Laksana")
    admin.sees("Tidak bisa")


async def test_an_old_post_becomes_its_present_one_from_a_day_on(admin: Chat, stage: Stage) -> None:
    await admin.says("/pejabat kepala biro organisasi dan humas")
    await admin.taps("Sekarang menjadi")
    await admin.says("kepala biro organisasi tata laksana akuntabilitas kinerja")
    admin.sees("Sejak tanggal berapa")
    await admin.says("1 Januari 2015")
    card = admin.sees("Sejak 1 Januari 2015 menjadi: Kepala Biro Organisasi, Tata Laksana")
    directory = await office(stage)
    assert directory.present("kepala-biro-organisasi-humas", stage.clock.now()) == KABIRO
    await admin.taps("Batalkan perubahan", on=card)
    directory = await office(stage)
    assert directory.present("kepala-biro-organisasi-humas", stage.clock.now()) != KABIRO


async def test_every_screen_speaks_english_too(admin: Chat, sari: Chat) -> None:
    await admin.says("/bahasa")
    await admin.taps("English")
    await admin.says("/officials")
    admin.sees("Posts and officials", "vacant")
    await admin.says("/officials kabag tata laksana")
    await admin.taps("Plh.")
    await admin.says("Budi")
    await admin.taps("Skip")
    await admin.taps("Today")
    await admin.taps("Not known yet")
    await admin.taps("Save")
    await sari.says(link_in(admin))
    await sari.taps("Ya, ini saya")
    admin.sees("has opened the invitation", "Plh. (acting)")
    await admin.says("/me")
    admin.sees("Admin of the bot", "English")

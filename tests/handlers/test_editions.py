"""Editions in the chat: offered, published from a day on, compared, withdrawn and restored."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.appointing import Appointment
from bot.domain.calls import Filing, Placement
from bot.domain.posts import Holding
from bot.domain.tickets import TicketKind
from handlers.buttons import encode
from handlers.loading.deeds import Deed
from handlers.standard_buttons import OnStandard
from tests.handlers.test_loading import ADMIN, in_force, sends, waiting
from tests.standard_texts import TITLE, a_text
from tests.telegram import Chat, Stage

ASK = "berapa biaya peminjaman kendaraan dinas?"
NEW = a_text(cost="Rp50.000 per hari.", check="5 jam")


@pytest.fixture
async def admin(stage: Stage) -> Chat:
    stage.admins = (ADMIN,)
    await stage.restart()
    admin = stage.chat(ADMIN, name="Pengelola")
    await sends(admin, a_text(), "lama.txt")
    await admin.taps("Terbitkan")
    return admin


@pytest.fixture
def sari(stage: Stage, admin: Chat) -> Chat:
    return stage.chat(7001, name="Sari")


async def manage(admin: Chat, words: str = "Peminjaman Kendaraan") -> None:
    await admin.says("/standar")
    await admin.taps("Kelola standar")
    await admin.taps(words, on=admin.sees())


async def test_a_known_title_is_offered_as_a_new_edition(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await sends(admin, NEW, "baru.txt")
    admin.sees("🔁 Mirip dengan", TITLE)
    await admin.taps("Terbitkan")
    admin.sees("sama atau hampir sama", "lama.txt")
    assert (await in_force(stage))[TITLE] == "lama.txt"
    await admin.taps("Edisi baru")
    admin.sees("berlaku mulai kapan")
    await admin.taps("Mulai hari ini")
    admin.sees("Edisi baru diterbitkan", "2 Maret 2026")
    assert (await in_force(stage))[TITLE] == "baru.txt"
    await sari.says(ASK)
    sari.sees("Rp50.000")
    sari.sees_not("edisi")
    await sari.says("kalau menurut standar lama?")
    sari.sees("Tidak dipungut biaya", "berlaku sampai 2 Maret 2026")
    await sari.says("apa yang berubah?")
    sari.sees("Biaya pelayanan", "− Tidak dipungut biaya.", "+ Rp50.000 per hari.", "Langkah 2")
    await sari.taps("Edisi lama")
    sari.sees(TITLE, "Tidak dipungut biaya", "berlaku sampai")


async def test_an_edition_from_a_later_day_is_announced_and_comes(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Edisi baru")
    await admin.says("kapan-kapan")
    admin.sees("Tanggal itu tidak saya kenali")
    await admin.says("9 Maret 2026")
    admin.sees("berlaku mulai 9 Maret 2026")
    await sari.says(ASK)
    sari.sees("Tidak dipungut biaya", "berlaku sampai 8 Maret 2026")
    await sari.says("menurut edisi baru biayanya berapa?")
    sari.sees("Rp50.000", "berlaku mulai 9 Maret 2026")
    stage.clock.move(timedelta(days=7))
    await stage.office.standards.refresh()
    await sari.says(ASK)
    sari.sees("Rp50.000")
    sari.sees_not("berlaku sampai")


async def test_a_coming_edition_is_taken_back_and_never_was(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Edisi baru")
    await admin.says("9 Maret 2026")
    await manage(admin)
    await admin.taps("Edisi yang akan datang: baru.txt")
    await admin.taps("Batalkan")
    admin.sees("⛔ dibatalkan")
    assert "Pulihkan" not in str(admin.sees().labels)
    await sari.says(ASK)
    sari.sees("Tidak dipungut biaya")
    sari.sees_not("berlaku sampai")
    await sari.says("apa yang berubah di peminjaman kendaraan dinas?")
    sari.sees("hanya mengenal satu edisi")


async def test_the_same_title_can_be_another_standard(admin: Chat, stage: Stage) -> None:
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Standar lain")
    admin.sees("Standar diterbitkan")
    async with stage.office.unit_of_work(writing=False) as work:
        files = [s.file for s in await work.standards.in_force() if s.title == TITLE]
    assert sorted(files) == ["baru.txt", "lama.txt"]


async def test_a_standard_is_withdrawn_and_restored(admin: Chat, sari: Chat, stage: Stage) -> None:
    await manage(admin)
    admin.sees(TITLE, "✅ berlaku", "lama.txt", "oleh Pengelola")
    await admin.taps("Tarik")
    admin.sees("Tarik", "sampai dipulihkan")
    await admin.taps("Ya, tarik")
    admin.sees("⛔ ditarik")
    await sari.says(ASK)
    sari.sees_not("Tidak dipungut biaya.")
    await admin.taps("Pulihkan")
    admin.sees("✅ berlaku")
    await sari.says(ASK)
    sari.sees("Tidak dipungut biaya")
    await admin.taps("Riwayat")
    admin.sees("dipulihkan", "ditarik", "diterbitkan", "dikirim sebagai draf", "Pengelola")


async def test_a_published_standard_is_corrected_through_a_draft(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await manage(admin)
    await admin.taps("Perbaiki")
    admin.sees("belum terbit", TITLE)
    await admin.taps("Perbaiki")
    await admin.taps("Penanggung jawab")
    await admin.says("Kepala Biro Perlengkapan")
    await sari.says("siapa penanggung jawab peminjaman kendaraan dinas?")
    sari.sees("Kepala Biro Umum")
    await admin.taps("Terbitkan")
    admin.sees("Edisi baru diterbitkan")
    await sari.says("siapa penanggung jawab peminjaman kendaraan dinas?")
    sari.sees("Kepala Biro Perlengkapan", "koreksi kantor")
    assert await waiting(stage) == ()


async def test_the_file_of_a_standard_is_given_back(admin: Chat, stage: Stage) -> None:
    await manage(admin)
    await admin.taps("Berkas")
    (upload,) = stage.telegram.uploads
    assert (upload.name, upload.content) == ("lama.txt", a_text().encode())


async def test_an_old_edition_is_put_in_force_again(admin: Chat, sari: Chat, stage: Stage) -> None:
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Edisi baru")
    await admin.taps("Mulai hari ini")
    await manage(admin)
    admin.sees("Edisi lain", "🗄 edisi lama", "lama.txt")
    await admin.taps("Edisi lama: lama.txt")
    admin.sees("🗄 edisi lama")
    await admin.taps("Pulihkan")
    admin.sees("✅ berlaku", "lama.txt")
    await sari.says(ASK)
    sari.sees("Tidak dipungut biaya")


async def test_only_the_admin_sees_what_became_of_standards(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    async with stage.office.unit_of_work(writing=False) as work:
        (row,) = [s.row for s in await work.standards.all() if s.title == TITLE]
    for deed in (Deed.LIST, Deed.CARD, Deed.WITHDRAW, Deed.RESTORE, Deed.FILE, Deed.REOPEN):
        said = await sari.presses(encode(OnStandard(deed.value, row, 0, "0")), None)
        assert "pengelola" in said.casefold()
    assert (await in_force(stage))[TITLE] == "lama.txt"
    assert stage.telegram.uploads == []


async def test_a_complaint_is_filed_by_a_loaded_standard_and_keeps_its_edition(
    admin: Chat, sari: Chat, stage: Stage
) -> None:
    await sari.says("/lapor peminjaman kendaraan dinas lambat, sudah dua minggu tidak ada kabar")
    await sari.taps("Kirim")
    async with stage.office.unit_of_work(writing=False) as work:
        (ticket,) = await work.tickets.filed_by(7001, limit=1)
        digest = await work.standards.digest_of(ticket.standard or "")
    assert (ticket.standard_title, ticket.edition) == (TITLE, digest)
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Edisi baru")
    await admin.taps("Mulai hari ini")
    async with stage.office.unit_of_work(writing=False) as work:
        kept = await work.tickets.get(ticket.id)
        assert kept is not None
        document = await work.standards.document(kept.edition or "")
    assert document is not None
    assert document.file == "lama.txt"


# ---- what runs keeps to its edition


OFFICIAL = 7_301


@pytest.fixture
async def budi(stage: Stage, admin: Chat) -> Chat:
    """Return the chat of the official whom the standard's steps name."""
    await appoint(stage, OFFICIAL, "Budi", "Kepala Subbagian Kendaraan", "Kepala Biro Umum")
    await stage.service.hints.round()
    return stage.chat(OFFICIAL, name="Budi")


async def appoint(stage: Stage, person: int, name: str, *titles: str) -> None:
    async with stage.office.unit_of_work() as work:
        posts = (await stage.office.posts.directory(work)).posts
        now = stage.clock.now()
        for key in (key for key, post in posts.items() if post.name in titles):
            held = Appointment(
                key, name, Holding.DEFINITIVE, now - timedelta(1), None, None, person
            )
            await stage.office.appointments.appoint(work, held, now)
        await work.commit()


async def starts_a_task(chat: Chat, name: str) -> None:
    await chat.says("/tugas")
    await chat.taps("Mulai tugas")
    if TITLE not in chat.sees("").text:
        await chat.says("peminjaman kendaraan")
    await chat.says(name)
    await chat.taps("Sekarang")
    while "✅ Mulai" not in chat.sees("").labels:
        await chat.taps("Lanjut" if "✅ Lanjut" in chat.sees("").labels else "Lewati")
    await chat.taps("✅ Mulai")


async def publishes_new(admin: Chat) -> None:
    await sends(admin, NEW, "baru.txt")
    await admin.taps("Terbitkan")
    await admin.taps("Edisi baru")
    await admin.taps("Mulai hari ini")


async def test_a_task_keeps_the_edition_it_began_with_and_its_cards_name_it(
    admin: Chat, budi: Chat, stage: Stage
) -> None:
    await starts_a_task(budi, "Bus 1")
    budi.sees_not("edisi lama")
    await publishes_new(admin)

    await budi.says("/tugas")
    await budi.taps("Bus 1")
    budi.sees("Bus 1", "edisi lama", "berlaku sampai")
    await budi.taps("Semua langkah")
    await budi.taps("2", on=budi.sees("edisi lama"))
    budi.sees("Langkah 2.", "edisi lama", "“2 jam”")
    await budi.taps("Teks standar")
    budi.sees("2 jam", "naskah saat tugas ini dimulai")
    budi.sees_not("5 jam")

    await starts_a_task(budi, "Bus 2")
    budi.sees_not("edisi lama")
    await budi.taps("Semua langkah")
    await budi.taps("2", on=budi.sees("Bus 2"))
    budi.sees("“5 jam”")
    budi.sees_not("edisi lama")


async def test_a_task_of_a_withdrawn_standard_goes_on_to_its_end(
    admin: Chat, budi: Chat, stage: Stage
) -> None:
    await starts_a_task(budi, "Bus 1")
    await manage(admin)
    await admin.taps("Tarik")
    await admin.taps("Ya, tarik")
    await budi.says("/tugas")
    await budi.taps("Bus 1")
    budi.sees("Bus 1", "standarnya sudah ditarik")
    await budi.taps("1 ·")
    budi.sees("standarnya sudah ditarik", "Langkah 1.")
    await budi.taps("✅ Selesai")
    budi.sees("Langkah 1 selesai")
    await budi.says("/tugas")
    await budi.taps("Mulai tugas")
    budi.sees_not("Peminjaman Kendaraan")


async def test_the_card_of_a_report_names_the_edition_it_keeps_to(
    admin: Chat, budi: Chat, stage: Stage
) -> None:
    async with stage.office.unit_of_work() as work:
        office = await stage.office.directory(work)
        post = next(iter(office.acts_for(OFFICIAL, stage.clock.now())))
        (standard,) = [s.id for s in await work.standards.in_force() if s.title == TITLE]
        placement = Placement(post, True, standard, TITLE)
        filing = Filing("d", TicketKind.KELUHAN, "Lama sekali.", 770_001, False, "id", placement)
        await stage.office.tickets.file(work, filing, office, stage.clock.now())
        await work.commit()
    await budi.says("/meja")
    await budi.taps("1")
    budi.sees("Lama sekali.", "Peminjaman Kendaraan")
    budi.sees_not("edisi lama")
    await publishes_new(admin)
    await budi.says("/meja")
    await budi.taps("1")
    budi.sees("Lama sekali.", "edisi lama", "berlaku sampai")

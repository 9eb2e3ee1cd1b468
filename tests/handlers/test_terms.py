"""/istilah: the office's own words, from the admin's hand to everybody's questions."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta

import pytest

from bot.domain.directory import LOADERS_SETTING
from bot.domain.learning import OfficeTerm
from handlers.buttons import encode
from handlers.learning_buttons import Teach
from tests.cases import BAGIAN, KABAG, staffed
from tests.telegram import Chat, FakeTelegram, Stage

ADMIN = 99
QUESTION = "siapa penanggung jawab sisjaker?"
MEANING = "penyusunan sistem dan prosedur kerja"
ANSWERED = "Kepala Biro"


@pytest.fixture
async def admin(stage: Stage) -> Chat:
    stage.admins = (ADMIN,)
    await stage.restart()
    return stage.chat(ADMIN, name="Pengelola Kantor")


async def test_a_word_is_understood_from_the_next_question_on(admin: Chat, stage: Stage) -> None:
    sari = stage.chat()
    await sari.says(QUESTION)
    before = sari.sees().text
    await admin.says(f"/istilah sisjaker = {MEANING}")
    admin.sees(
        "Tersimpan: sisjaker = penyusunan sistem dan prosedur kerja", "Berlaku mulai sekarang"
    )
    await sari.says("siapa penanggung jawab penyusunan sistem dan prosedur kerja?")
    written_out = sari.sees(ANSWERED).text
    await sari.says("/batal")
    await sari.says(QUESTION)
    assert sari.sees().text == written_out
    assert written_out != before


async def test_it_routes_complaints_and_survives_a_restart(admin: Chat, stage: Stage) -> None:
    complaint = "Saya kecewa, sisjaker lambat sekali"
    assert stage.office.routing.route(complaint).standard_id is None
    await admin.says(f"/istilah sisjaker = {MEANING}")
    await stage.restart()
    await stage.chat().says("halo")
    assert stage.office.routing.route(complaint).standard_id is not None
    await admin.says("/istilah")
    admin.sees("Istilah kantor (1)", "sisjaker = penyusunan sistem dan prosedur kerja")


async def test_everybody_may_look_and_only_admins_change(admin: Chat, stage: Stage) -> None:
    await admin.says(f"/istilah sisjaker = {MEANING}")
    sari = stage.chat()
    await sari.says("/istilah")
    assert sari.sees("sisjaker", "Kata di sebelah kiri").buttons == []
    await sari.says("/istilah bukan")
    sari.sees("Tidak ada istilah dengan kata “bukan”")
    await sari.says("/istilah honor = gaji")
    sari.sees("hanya untuk pengelola")
    for verb in ("ta", "tc", "te", "tr"):
        assert "hanya untuk" in await sari.presses(encode(Teach(verb, 1, "+")))
    await admin.says("/istilah")
    admin.sees("Istilah kantor (1)")
    group = stage.group(ADMIN)
    await group.says("/istilah@PanduBot")
    assert group.sees("sisjaker").buttons == []
    await group.says("/istilah@PanduBot honor = gaji")
    group.sees("di chat pribadi")


async def test_a_word_is_added_changed_and_removed_with_buttons_and_nothing_is_forgotten(
    admin: Chat,
) -> None:
    await admin.says("/istilah")
    admin.sees("Belum ada")
    await admin.taps("Tambah istilah")
    await admin.says("sisjaker")
    admin.sees("tanda sama dengan")
    await admin.says("sisjaker = prosedur")
    admin.sees("Tersimpan")
    await admin.taps("Daftar istilah")
    await admin.taps("sisjaker")
    admin.sees("sisjaker = prosedur", "oleh Pengelola Kantor")
    await admin.taps("Ubah arti")
    await admin.says(MEANING)
    admin.sees("mengganti arti yang tercatat: “prosedur”")
    await admin.taps("Ya, pakai")
    await admin.says("/istilah sisj")
    await admin.taps("sisjaker")
    admin.sees(f"sisjaker = {MEANING}", "Dahulu:", "sisjaker = prosedur", "diakhiri Pengelola")
    await admin.taps("Hapus")
    admin.sees("Hapus sisjaker")
    await admin.taps("Jangan")
    await admin.taps("Hapus")
    await admin.taps("Ya, hapus")
    admin.sees("tidak lagi dibaca")
    await admin.says("/istilah")
    admin.sees("Belum ada")
    await admin.says(f"/istilah sisjaker = {MEANING}")
    await admin.taps("Daftar istilah")
    await admin.taps("sisjaker")
    assert admin.sees("Dahulu:").text.count("sisjaker =") == 3


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("siapa = apa", "dipakai untuk bertanya"),
        ("biaya = tarif", "dipakai untuk bertanya"),
        ("p = pejabat", "Satu huruf"),
        ("ttd = tanda tangan", "sudah saya pahami begitu"),
        ("12 = rapat", "harus berisi huruf"),
        ("rapat = rapat", "sudah tercatat sebagai"),
        ("satu dua tiga empat lima enam = x", "Terlalu panjang"),
    ],
)
async def test_what_cannot_be_is_said_clearly(admin: Chat, written: str, said: str) -> None:
    await admin.says(f"/istilah {written}")
    admin.sees(said)
    await admin.taps("Batal")
    await admin.says("/istilah")
    admin.sees("Belum ada")


async def test_a_word_that_would_change_earlier_answers_is_asked_about(
    admin: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    await sari.says("siapa yang menandatangani memorandum pelayanan kepada pimpinan?")
    await admin.says("/istilah memorandum = surat edaran")
    admin.sees("Standar sendiri memakai kata “memorandum”", "akan dijawab lain (1)")
    shown = admin.sees("siapa yang menandatangani memorandum", "sekarang:", "menjadi:")
    assert "Ibu Sari" not in shown.text
    await admin.taps("Batal")
    admin.sees("tidak ada yang diubah")
    await admin.says("/istilah")
    admin.sees("Belum ada")
    await admin.says("/istilah memorandum = surat edaran")
    await admin.taps("Ya, pakai")
    admin.sees("Tersimpan")


async def test_a_common_word_and_a_known_short_form_are_asked_about(admin: Chat) -> None:
    await admin.says("/istilah kapal = kepala biro")
    admin.sees("kata sehari-hari")
    await admin.says("/istilah rakor = rapat koordinasi")
    admin.sees("saya pahami sebagai “rapat kerja”")
    await admin.taps("Ya, pakai")
    admin.sees("rakor = rapat koordinasi")


async def test_a_meaning_of_which_no_standard_speaks_is_told(admin: Chat) -> None:
    await admin.says("/istilah kros = karaoke")
    admin.sees("Tersimpan", "belum ada standar yang memuat kata “karaoke”")


async def test_a_question_while_a_form_waits_and_a_form_after_a_day(
    admin: Chat, stage: Stage
) -> None:
    await admin.says("/istilah")
    await admin.taps("Tambah istilah")
    await admin.says("/standar")
    admin.sees("standar pelayanan")
    await admin.edits("sisjaker = sistem")
    admin.sees("standar pelayanan")
    stage.clock.move(timedelta(days=2))
    await admin.says("sisjaker = sistem")
    admin.sees_not("Tersimpan")


async def test_another_process_follows_at_once(admin: Chat, stage: Stage) -> None:
    """A second process on the same files answers with the word at its very next turn."""
    other = Stage(stage.folder, telegram=FakeTelegram(), clock=stage.clock)
    other.telegram._update_ids = itertools.count(950_000)
    await other.start()
    try:
        sari = other.chat(7002)
        await sari.says(QUESTION)
        before = sari.sees().text
        await admin.says(f"/istilah sisjaker = {MEANING}")
        await sari.says("/batal")
        await sari.says(QUESTION)
        assert sari.sees(ANSWERED).text != before
    finally:
        await other.stop()


async def test_two_presses_save_once(admin: Chat) -> None:
    await admin.says("/istilah rakor = rapat koordinasi")
    shown = admin.sees("Pakai arti ini")
    save = next(d for row in shown.buttons for label, d in row if "Ya, pakai" in label)
    await asyncio.gather(admin.presses(save, shown))
    assert "tidak berlaku" in await admin.presses(save, shown)
    await admin.says("/istilah")
    assert admin.sees("Istilah kantor (1)").text.count("rakor =") == 1


async def test_an_official_changes_words_once_the_admin_allows_it(
    admin: Chat, stage: Stage
) -> None:
    async with stage.office.unit_of_work() as work:
        await staffed(work, stage.clock.now())
        await work.commit()
    kabag = stage.chat(KABAG)
    await kabag.says("/istilah sisjaker = prosedur")
    kabag.sees("hanya untuk pengelola")
    async with stage.office.unit_of_work() as work:
        await work.settings.set(LOADERS_SETTING, [BAGIAN], stage.clock.now(), ADMIN)
        await work.commit()
    await kabag.says("/istilah sisjaker = prosedur")
    kabag.sees("Tersimpan")
    await kabag.taps("Daftar istilah")
    await kabag.taps("sisjaker")
    kabag.sees("oleh Nama kepala-bagian-a")


async def test_many_words_are_paged_and_found(admin: Chat, stage: Stage) -> None:
    async with stage.office.unit_of_work() as work:
        for n in range(23):
            await work.learning.add_term(
                OfficeTerm(0, f"kata{n:02}x", "memorandum", ADMIN, stage.clock.now())
            )
        await work.commit()
    await admin.says("/istilah")
    admin.sees("Istilah kantor (23)", "kata00x", "kata09x")
    admin.sees_not("kata10x")
    await admin.taps("▶")
    admin.sees("kata10x")
    await admin.says("/istilah kata20")
    admin.sees("Istilah kantor (1)", "kata20x")
    await admin.says("/istilah MEMO randum")
    admin.sees("Istilah kantor (23)")


async def test_a_question_that_a_word_brings_only_near_goes_on_waiting(
    admin: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    await sari.says("draf sisjaker yang dikirim unit itu diperiksa apanya aja?")
    await admin.says("/istilah sisjaker = SOP")
    admin.sees("Tersimpan")
    await admin.says("/pertanyaan")
    admin.sees("belum terjawab (1)", "draf sisjaker")
    await sari.says("draf sisjaker yang dikirim unit itu diperiksa apanya aja?")
    sari.sees("paling dekat")

"""/pertanyaan: what stayed unanswered is answered by the office, and those who asked hear of it."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from bot.domain.learning import StoredLesson
from handlers.buttons import encode
from handlers.learning_buttons import Teach
from tests.cases import BAGIAN, KABAG, KABIRO, staffed
from tests.telegram import Chat, FakeTelegram, Stage

ADMIN = 99
PARKING = "di mana parkir motor?"
ANSWER = "Parkir motor ada di lantai dasar gedung utama."


@pytest.fixture
async def admin(stage: Stage) -> Chat:
    stage.admins = (ADMIN,)
    await stage.restart()
    async with stage.office.unit_of_work() as work:
        await staffed(work, stage.clock.now())
        await work.commit()
    return stage.chat(ADMIN, name="Pengelola Kantor")


@pytest.fixture
def kabag(stage: Stage, admin: Chat) -> Chat:
    return stage.chat(KABAG, name="Bapak Kabag")


async def answered(official: Chat, text: str = ANSWER) -> None:
    """Let an official answer the first question of the list in the office's own words."""
    await official.says("/pertanyaan")
    await official.taps("1")
    await official.taps("Tulis jawaban kantor")
    await official.says(text)
    await official.taps("Simpan")
    official.sees("Tersimpan dan berlaku mulai sekarang")


async def lessons(stage: Stage) -> tuple[StoredLesson, ...]:
    async with stage.office.unit_of_work(writing=False) as work:
        return await work.learning.lessons(ended=True)


async def test_only_officials_and_admins_see_what_others_asked(
    admin: Chat, kabag: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    await sari.says(PARKING)
    await sari.says("/pertanyaan")
    sari.sees("hanya untuk pejabat dan pengelola")
    for verb in ("ql", "qc", "qk", "qw", "qd", "qp", "qs", "dl", "dc", "dw"):
        assert "hanya untuk pejabat" in await sari.presses(encode(Teach(verb, 1, "+")))
    for official in (admin, kabag):
        await official.says("/pertanyaan")
        shown = official.sees("Pertanyaan yang belum terjawab (1)", PARKING)
        assert "Sari" not in shown.text
    group = stage.group(KABAG)
    await group.says("/pertanyaan@PanduBot")
    group.sees("tidak saya tampilkan di grup")


async def test_the_same_question_of_several_people_is_one_with_a_count(
    kabag: Chat, stage: Stage
) -> None:
    askers = (PARKING, "parkir motor dimana ya kak?", "dmn parkr motor")
    for number, text in enumerate(askers):
        await stage.chat(7001 + number).says(text)
    await stage.chat(7001).says("apakah boleh bawa hewan?")
    await kabag.says("/pertanyaan")
    kabag.sees("belum terjawab (2), tersering dahulu", "1. dmn parkr motor", "3×")
    await kabag.taps("Urutkan: terbaru")
    kabag.sees("terbaru dahulu", "1. apakah boleh bawa hewan?")
    await kabag.taps("2")
    kabag.sees("dmn parkr motor", f"juga: {PARKING}", "Ditanyakan 3×")


async def test_the_office_answers_and_it_is_marked_as_its_own(kabag: Chat, stage: Stage) -> None:
    sari = stage.chat()
    await sari.says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says(ANSWER)
    kabag.sees("saya akan menjawab:", "Jawaban kantor", ANSWER, "Kepala Bagian A, 2 Maret 2026")
    await kabag.taps("Simpan")
    await sari.says("parkir motor dimana ya?")
    shown = sari.sees("Jawaban kantor (bukan kutipan standar pelayanan)", ANSWER)
    assert "Kepala Bagian A, 2 Maret 2026" in shown.text
    assert "Sumber:" not in shown.text
    assert any("membantu" in label.casefold() for label in shown.labels)
    await sari.says("di mana parkir mobil?")
    sari.sees("tidak saya temukan")
    await kabag.says("/pertanyaan")
    kabag.sees("belum terjawab (1)", "parkir mobil")


async def test_who_wanted_it_passed_on_is_told_once(kabag: Chat, stage: Stage) -> None:
    sari, budi = stage.chat(7001), stage.chat(7002)
    for asker in (sari, budi):
        await asker.says(PARKING)
        await asker.says("dimana parkir motor ya")
    await sari.taps("Teruskan pertanyaan")
    await sari.taps("Teruskan pertanyaan", on=sari.all[0])
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    kabag.sees("2 penanya minta diteruskan")
    before = len(sari.all), len(budi.all)
    await answered(kabag)
    kabag.sees("sudah saya beri tahu (1)")
    sari.sees("Pertanyaan Anda kini ada jawabannya", ANSWER, "Kepala Bagian A")
    assert (len(sari.all), len(budi.all)) == (before[0] + 1, before[1])
    assert "Terima kasih" in await sari.taps("Membantu")


async def test_the_desk_hears_once_a_day_that_something_was_passed_on(
    kabag: Chat, stage: Stage
) -> None:
    async with stage.office.unit_of_work() as work:
        await stage.office.posts.set_service_desk(work, BAGIAN, None)
        await work.commit()
    for number in range(2):
        asker = stage.chat(7001 + number)
        await asker.says(PARKING)
        await asker.taps("Teruskan pertanyaan")
    assert len(kabag.all) == 1
    shown = kabag.sees("Ada pertanyaan yang diteruskan", "/pertanyaan")
    assert PARKING not in shown.text
    stage.clock.move(timedelta(days=1))
    asker = stage.chat(7005)
    await asker.says("apakah boleh bawa hewan?")
    await asker.taps("Teruskan pertanyaan")
    assert len(kabag.all) == 2


async def linked(official: Chat, words: str, number: str = "1") -> str:
    """Link the first question of the list to a passage that words find; return what is shown."""
    await official.says("/pertanyaan")
    await official.taps("1")
    await official.taps("Tautkan")
    await official.says(words)
    await official.taps(number)
    shown = official.sees("saya akan menjawab:").text
    await official.taps("Simpan")
    official.sees("Tersimpan")
    return shown


async def test_a_link_answers_with_the_passage_and_its_source(kabag: Chat, stage: Stage) -> None:
    sari = stage.chat()
    question = "apakah saya bisa minta salinan undangannya?"
    await sari.says(question)
    sari.sees("tidak saya temukan")
    preview = await linked(kabag, "menandatangani memorandum kepala biro")
    assert "Sumber:" in preview
    await sari.says("bisakah minta salinan undangan?")
    shown = sari.sees("Sumber:")
    assert shown.text in preview
    assert (await lessons(stage))[0].text in shown.text


async def test_words_that_find_nothing_and_other_passages(kabag: Chat, stage: Stage) -> None:
    await stage.chat().says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tautkan")
    kabag.sees("Tulis kata yang mungkin ada dalam standar")
    await kabag.says("xyzzy")
    kabag.sees("Tidak ada bagian standar dengan kata “xyzzy”")
    await kabag.says("surat perintah")
    kabag.sees("Bagian mana yang menjawabnya", "Tekan nomornya")
    await kabag.taps("2")
    await kabag.taps("Pilih bagian lain")
    await kabag.says("jaminan pelayanan")
    await kabag.taps("1")
    await kabag.taps("Batal")
    kabag.sees("tidak ada yang diubah")
    assert await lessons(stage) == ()


async def test_a_question_in_a_conversation_is_answered_in_such_conversations(
    kabag: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    await sari.says("siapa penanggung jawab pelayanan kepada pimpinan?")
    await sari.says("apakah ada diskon lebaran?")
    sari.sees("tidak saya temukan")
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    kabag.sees("Saat membahas", "1×")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says("Tidak ada diskon.")
    kabag.sees("Berlaku bila yang dibahas")
    await kabag.taps("Simpan")
    await sari.says("apakah ada diskon lebaran?")
    sari.sees("Tidak ada diskon.")
    await sari.says("/batal")
    await sari.says("apakah ada diskon lebaran?")
    sari.sees("tidak saya temukan")
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says("Tidak ada diskon sama sekali.")
    kabag.sees("untuk siapa pun yang menanyakannya")
    await kabag.taps("Simpan")
    await stage.chat(7002).says("apakah ada diskon lebaran?")
    stage.chat(7002).sees("sama sekali")


async def test_the_scope_can_be_widened(kabag: Chat, stage: Stage) -> None:
    sari = stage.chat()
    await sari.says("siapa penanggung jawab pelayanan kepada pimpinan?")
    await sari.says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says(ANSWER)
    await kabag.taps("Berlaku: untuk siapa pun")
    kabag.sees("Berlaku untuk siapa pun yang menanyakannya")
    await kabag.taps("Simpan")
    await stage.chat(7002).says(PARKING)
    stage.chat(7002).sees(ANSWER)


async def test_an_answer_can_be_rewritten_before_it_is_saved(kabag: Chat, stage: Stage) -> None:
    await stage.chat().says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says("x" * 2001)
    kabag.sees("2001 huruf; paling banyak 2000")
    await kabag.says("Di luar?")
    kabag.sees("Di luar?")
    await kabag.says(ANSWER)
    kabag.sees(ANSWER)
    await kabag.taps("Simpan")
    assert [one.text for one in await lessons(stage)] == [ANSWER]


async def test_a_question_of_the_official_is_answered_while_a_form_waits(
    kabag: Chat, stage: Stage
) -> None:
    await stage.chat().says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tautkan")
    await kabag.says("berapa biaya pelayanan kepada pimpinan?")
    kabag.sees("Biaya", "Sumber:")
    await kabag.says("surat perintah")
    kabag.sees("Bagian mana yang menjawabnya")


async def test_a_form_survives_a_restart(kabag: Chat, stage: Stage) -> None:
    await stage.chat().says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await stage.restart()
    await kabag.says(ANSWER)
    await stage.restart()
    await kabag.taps("Simpan")
    await stage.restart()
    await stage.chat(7002).says(PARKING)
    stage.chat(7002).sees(ANSWER)


async def test_a_dismissed_question_goes_with_its_reason_and_can_come_back(
    kabag: Chat, stage: Stage
) -> None:
    await stage.chat().says("siapa juara piala dunia 1998?")
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Abaikan")
    await kabag.says("Bukan urusan kantor")
    kabag.sees("tidak ditampilkan lagi")
    await kabag.taps("Daftar pertanyaan")
    kabag.sees("Tidak ada pertanyaan yang menunggu")
    await kabag.taps("Yang sudah diputus")
    kabag.sees("🚫 siapa juara piala dunia 1998?")
    await kabag.taps("1")
    kabag.sees("Bukan urusan kantor", "selaku Kepala Bagian A", "Nama kepala-bagian-a")
    await kabag.taps("Cabut")
    kabag.sees("Pertanyaannya menunggu lagi")
    await kabag.taps("Ya, cabut")
    await kabag.taps("Daftar pertanyaan")
    kabag.sees("belum terjawab (1)", "piala dunia")


async def test_a_withdrawn_answer_is_given_no_more_and_its_history_stays(
    kabag: Chat, admin: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    await sari.says(PARKING)
    await answered(kabag)
    await sari.says(PARKING)
    sari.sees(ANSWER)
    await sari.taps("Belum")
    await admin.says("/pertanyaan")
    await admin.taps("Yang sudah diputus")
    await admin.taps("1")
    admin.sees(ANSWER, "Menjawab 2 pertanyaan, 1 dinilai tidak membantu")
    await admin.taps("Cabut")
    await admin.taps("Jangan")
    await admin.taps("Cabut")
    await admin.taps("Ya, cabut")
    await sari.says(PARKING)
    sari.sees("tidak saya temukan")
    await admin.taps("Daftar pertanyaan")
    admin.sees(PARKING, "2×")
    await admin.taps("Yang sudah diputus")
    await admin.taps("1")
    shown = admin.sees("Berakhir 2 Maret 2026", "oleh Pengelola Kantor", "selaku Kepala Bagian A")
    assert not any("Cabut" in label for label in shown.labels)
    assert "tidak berlaku" in await admin.presses(encode(Teach("dw", 1, "+")), shown)


async def test_two_officials_decide_once(kabag: Chat, admin: Chat, stage: Stage) -> None:
    kabiro = stage.chat(KABIRO)
    await stage.chat().says(PARKING)
    for official in (kabag, kabiro):
        await official.says("/pertanyaan")
        await official.taps("1")
        await official.taps("Tulis jawaban kantor")
        await official.says(f"{ANSWER} {official.person}")
    save = next(d for row in kabag.sees().buttons for label, d in row if "Simpan" in label)
    first = kabag.sees()
    await kabag.taps("Simpan")
    assert "tidak berlaku" in await kabag.presses(save, first)
    await kabiro.taps("Simpan")
    kabiro.sees("sudah tidak menunggu lagi")
    assert len(await lessons(stage)) == 1


async def test_an_answer_that_did_not_help_waits_too_and_is_replaced(
    kabag: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    question = "berapa biaya pelayanan kepada pimpinan?"
    await sari.says(question)
    given = sari.sees("Biaya").text
    await sari.taps("Belum")
    await kabag.says("/pertanyaan")
    kabag.sees(question, "dinilai tidak membantu")
    await answered(kabag, "Gratis untuk semua tamu pimpinan.")
    await sari.says(question)
    sari.sees("Jawaban kantor", "Gratis untuk semua tamu pimpinan.")
    await sari.says("berapa biaya sosialisasi kebijakan?")
    sari.sees_not("Gratis untuk semua tamu")
    await kabag.says("/pertanyaan")
    kabag.sees("Tidak ada pertanyaan")
    assert given


async def test_a_changed_answer_to_others_is_shown_before_it_is_saved(
    kabag: Chat, stage: Stage
) -> None:
    question = "berapa biaya pelayanan kepada pimpinan?"
    budi, sari = stage.chat(7002), stage.chat()
    await budi.says(f"{question} ya kak")
    await sari.says(question)
    await sari.taps("Belum")
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    await kabag.taps("Tulis jawaban kantor")
    await kabag.says("Gratis untuk semua.")
    kabag.sees("Pertanyaan lain yang pernah dijawab akan dijawab lain (1)", "ya kak", "sekarang:")


async def test_a_question_that_only_points_cannot_be_taught(kabag: Chat, stage: Stage) -> None:
    await stage.chat().says("bagaimana kalau tidak?")
    async with stage.office.unit_of_work(writing=False) as work:
        (open_one,) = await stage.office.open_questions.all(work)
    assert not stage.office.teaching.can_be_taught(open_one)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    shown = kabag.sees("bergantung pada pembicaraan")
    assert not any("Tautkan" in label or "jawaban" in label for label in shown.labels)


async def test_a_word_from_the_card_answers_the_question(admin: Chat, stage: Stage) -> None:
    sari = stage.chat()
    question = "apa saja syarat blabla?"
    await sari.says(question)
    await sari.taps("Teruskan pertanyaan")
    await admin.says("/pertanyaan")
    await admin.taps("1")
    await admin.taps("Tambah istilah")
    admin.sees("Pertanyaan yang memakainya")
    await admin.says("blabla = pelayanan kepada pimpinan")
    admin.sees("Tersimpan", "kini terjawab: 1")
    sari.sees("Pertanyaan Anda kini ada jawabannya", "Sumber:")
    await admin.taps("Daftar pertanyaan")
    admin.sees("Tidak ada pertanyaan")


async def test_a_word_that_does_not_answer_says_so(admin: Chat, stage: Stage) -> None:
    await stage.chat().says("di mana krosan?")
    await admin.says("/pertanyaan")
    await admin.taps("1")
    await admin.taps("Tambah istilah")
    await admin.says("krosan = karaoke")
    admin.sees("tetap belum terjawab", "belum ada standar")


async def test_an_official_without_the_right_has_no_way_to_words(kabag: Chat, stage: Stage) -> None:
    await stage.chat().says(PARKING)
    await kabag.says("/pertanyaan")
    await kabag.taps("1")
    assert not any("istilah" in label for label in kabag.sees().labels)


async def test_a_link_whose_standard_is_withdrawn_waits_again_and_says_so(
    kabag: Chat, stage: Stage
) -> None:
    sari = stage.chat()
    question = "apakah saya bisa minta salinan undangannya?"
    await sari.says(question)
    await linked(kabag, "menandatangani memorandum kepala biro")
    (lesson,) = await lessons(stage)
    assert lesson.place is not None
    await stage.office.standards.withdraw(lesson.place.standard)
    await sari.says(question)
    sari.sees("tidak saya temukan")
    await kabag.says("/pertanyaan")
    kabag.sees("tautannya hilang", "belum terjawab (1)", "2×")
    await kabag.taps("1")
    kabag.sees("Pernah ditautkan", "tidak ada lagi dalam standar yang berlaku", lesson.text[:60])
    await kabag.taps("Daftar pertanyaan")
    await kabag.taps("Yang sudah diputus")
    kabag.sees("bagiannya tidak ada lagi")
    await stage.restart()
    await answered(kabag, "Minta di meja layanan.")
    await sari.says(question)
    sari.sees("Minta di meja layanan.")
    kept = await lessons(stage)
    assert [one.ended_at is None for one in kept] == [False, True]


async def test_another_process_answers_at_once(kabag: Chat, stage: Stage) -> None:
    other = Stage(stage.folder, telegram=FakeTelegram(), clock=stage.clock)
    other.telegram._update_ids = itertools.count(950_000)
    await other.start()
    try:
        await other.chat(7002).says(PARKING)
        await answered(kabag)
        sari = other.chat(7003)
        await sari.says(PARKING)
        sari.sees(ANSWER)
        assert len(await sari.searches(PARKING)) == 1
    finally:
        await other.stop()


async def test_english_speakers_have_it_in_english(admin: Chat, stage: Stage) -> None:
    await stage.chat().says(PARKING)
    await admin.says("/bahasa")
    await admin.taps("English")
    await admin.says("/questions")
    admin.sees("Unanswered questions (1)")
    await admin.taps("1")
    await admin.taps("Write the office's answer")
    await admin.says(ANSWER)
    admin.sees("Jawaban kantor", "Pengelola, 2 Maret 2026", "It holds for whoever asks")
    await admin.taps("Save")
    await admin.taps("All questions")
    await admin.taps("Decided")
    await admin.taps("1")
    admin.sees("Answered by the office", "by the administrator")
    await admin.says("/terms")
    admin.sees("Words of the office")


async def test_texts_of_questions_and_answers_are_sealed_at_rest(
    kabag: Chat, admin: Chat, stage: Stage
) -> None:
    await stage.chat().says(PARKING)
    await answered(kabag)
    await admin.says("/istilah nodin = nota dinas")
    content = b"".join(
        file.read_bytes() for file in stage.folder.iterdir() if file.name.startswith("pandu.db")
    )
    assert b"lesson" in content
    for secret in (b"parkir motor", b"lantai dasar gedung", b"nodin"):
        assert secret not in content


async def test_questions_of_a_group_are_answered_in_the_group(kabag: Chat, stage: Stage) -> None:
    group = stage.group()
    await group.says(f"@PanduBot {PARKING}")
    await group.taps("Teruskan pertanyaan")
    await answered(kabag)
    group.sees("Pertanyaan Anda kini ada jawabannya", ANSWER)

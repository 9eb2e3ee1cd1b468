"""Photos and documents that an official sends along with an answer."""

from __future__ import annotations

from handlers.casework.drafts import LONGEST
from tests.handlers.casework.scene import BAGIAN, Scene
from tests.pictures import photo_with_gps

PDF = b"%PDF-1.7 surat"


def photo(scene: Scene, file_id: str) -> list[dict[str, object]]:
    """Let Telegram have a picture; return how a message names it."""

    scene.stage.telegram.files[file_id] = photo_with_gps()
    return [{"file_id": file_id, "file_unique_id": f"u{file_id}", "width": 9, "height": 9}]


def document(scene: Scene, file_id: str = "doc") -> dict[str, object]:
    scene.stage.telegram.files[file_id] = PDF
    about = {"file_name": "surat.pdf", "mime_type": "application/pdf", "file_size": len(PDF)}
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", **about}


def uploads_to(scene: Scene, person: int) -> list[bytes]:
    shown = scene.stage.telegram.shown_in(person)
    return [message.upload.content for message in shown if message.upload]


async def test_files_go_with_the_answer_and_not_before_it_is_confirmed(scene: Scene) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.sends(document=document(scene))
    kabag.sees("1 lampiran", "Sekarang tulis jawabannya")
    await kabag.says("Suratnya terlampir.")
    kabag.sees("Begini yang akan sampai", "1 lampiran ikut terkirim")
    await scene.passes(minutes=1)
    assert uploads_to(scene, scene.citizen.id) == []
    await kabag.taps("Kirim")
    await scene.passes(seconds=20)
    assert uploads_to(scene, scene.citizen.id) == [PDF]
    assert any("Suratnya terlampir." in message.text for message in scene.citizen.all)


async def test_files_of_an_answer_that_is_taken_back_do_not_go(scene: Scene) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.sends(document=document(scene), caption="Suratnya terlampir.")
    kabag.sees("Begini yang akan sampai", "Suratnya terlampir.", "1 lampiran")
    await kabag.taps("Kirim")
    await kabag.taps("Batalkan pengiriman")
    await scene.passes(minutes=1)
    assert uploads_to(scene, scene.citizen.id) == []
    kabag.sees("Begini yang akan sampai", "1 lampiran")
    await kabag.taps("Kirim")
    await scene.passes(seconds=20)
    assert uploads_to(scene, scene.citizen.id) == [PDF]


async def test_an_album_is_gathered_in_one_message(scene: Scene) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    before = len(kabag.all)
    for number in range(3):
        caption = {"caption": "Fotonya."} if number == 0 else {}
        picture = photo(scene, f"p{number}")
        await kabag.sends(photo=picture, media_group_id="album", **caption)
    assert len(kabag.all) == before + 1
    kabag.sees("Fotonya.", "3 lampiran")
    await kabag.taps("Kirim")
    for _ in range(2):  # more than a chat takes at once
        await scene.passes(seconds=20)
    assert len(uploads_to(scene, scene.citizen.id)) == 3


async def test_a_question_and_a_note_take_no_files_and_say_so(scene: Scene) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    for label in ("Tanya pelapor", "Catatan internal"):
        await kabag.taps(label)
        await kabag.sends(document=document(scene))
        kabag.sees("hanya bisa disertakan pada jawaban")
        await kabag.says("/batal")


async def test_what_is_too_long_is_refused_and_what_was_written_stays(scene: Scene) -> None:
    await scene.files()
    kabag = scene.at(BAGIAN)
    await kabag.taps("Jawab")
    await kabag.says("Pertama.")
    await kabag.says("x" * LONGEST)
    kabag.sees("terlalu panjang", str(LONGEST))
    await kabag.says("Kedua.")
    kabag.sees("Pertama.", "Kedua.")

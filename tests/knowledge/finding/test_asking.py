"""Of a long message only the sentences that ask are read."""

from __future__ import annotations

from knowledge.finding.asking import asking_part

STORY = (
    "Kemarin saya datang ke kantor bersama ibu saya dan kami menunggu cukup lama di ruang tamu. "
    "Hujan turun deras sekali sampai jalan di depan kantor tergenang air. "
)


def test_a_short_message_is_read_whole() -> None:
    assert asking_part("Saya dari Subang. Biayanya berapa?") == "Saya dari Subang. Biayanya berapa?"


def test_of_a_story_the_question_is_read() -> None:
    assert asking_part(f"{STORY}Berapa biayanya? Terima kasih.") == "Berapa biayanya?"


def test_a_question_needs_no_mark() -> None:
    assert asking_part(f"{STORY}Tolong sebutkan syaratnya.") == "Tolong sebutkan syaratnya."


def test_of_several_questions_the_last_two_are_read() -> None:
    asked = "Syaratnya apa? Biayanya berapa? Bukanya kapan?"
    assert asking_part(STORY + asked) == "Biayanya berapa? Bukanya kapan?"


def test_where_nothing_asks_the_end_is_read() -> None:
    assert asking_part(f"{STORY}Saya pulang.").endswith("Saya pulang.")
    assert not asking_part(f"{STORY}Saya pulang.").startswith("Kemarin")


def test_what_is_read_has_a_limit() -> None:
    assert len(asking_part("kata " * 5000)) <= 600


def test_scolding_asks_for_nothing() -> None:
    assert asking_part("dasar bot bego! biayanya berapa").strip(" !") == "biayanya berapa"
    assert asking_part("dasar hukumnya apa") == "dasar hukumnya apa"
    assert asking_part("dasar bot bego") == "dasar bot bego"

"""In groups the bot speaks when spoken to, and its buttons belong to who asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram import BOT, Chat, Stage

QUESTION = "siapa penanggung jawab sosialisasi kebijakan?"


@pytest.fixture
def group(stage: Stage) -> Chat:
    return stage.group()


async def test_what_is_not_addressed_to_the_bot_is_left_alone(group: Chat, stage: Stage) -> None:
    await group.says(QUESTION)
    await group.says("/bukanperintah")
    await group.says("/standar@BotLain")
    await group.says("@BotLain berapa biayanya?")
    await group.sends(sticker=None, new_chat_title="Rapat")
    assert group.all == []
    async with stage.office.unit_of_work(writing=False) as work:
        assert await work.people.get(group.person) is None, "bystanders are not registered"


@pytest.mark.parametrize(
    "text",
    [
        f"@PanduBot {QUESTION}",
        f"{QUESTION} @pandubot",
        f"@PanduBot, {QUESTION}",
        f"/tanya {QUESTION}",
        f"/tanya@PanduBot {QUESTION}",
        f"/TANYA@pandubot {QUESTION}",
    ],
)
async def test_a_mention_or_a_command_is_answered_as_a_reply(group: Chat, text: str) -> None:
    await group.says(text)
    shown = group.sees("Penanggung jawab", "Sumber:")
    assert shown.fields["reply_parameters"]["message_id"] == group.message_id
    assert "message_thread_id" not in shown.fields


async def test_a_reply_to_the_bot_is_answered(group: Chat) -> None:
    await group.says(f"@PanduBot {QUESTION}")
    await group.says("kalau biayanya?", reply_to_message=_from_bot(group))
    group.sees("Tidak ada", "Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")


async def test_a_message_in_a_topic_is_no_reply_to_whoever_opened_it(group: Chat) -> None:
    opened = _from_bot(group) | {"forum_topic_created": {"name": "Umum", "icon_color": 1}}
    await group.says(QUESTION, reply_to_message=opened, message_thread_id=7)
    assert group.all == []


async def test_a_mention_alone_asks_for_the_question(group: Chat) -> None:
    await group.says("@PanduBot")
    group.sees("ada yang bisa saya bantu")


async def test_start_and_being_added_explain_how_to_call_the_bot(group: Chat) -> None:
    await group.changes("left", "member")
    group.sees("@PanduBot", "/tanya")
    group.sees_not("Sari")
    await group.changes("member", "left")
    assert len(group.all) == 1
    await group.says("/start@PanduBot")
    group.sees("@PanduBot")
    group.sees_not("Sari")


async def test_two_people_in_a_group_have_topics_of_their_own(group: Chat, stage: Stage) -> None:
    other = stage.group(7002)
    await group.says(f"@PanduBot {QUESTION}")
    await other.says("@PanduBot siapa penanggung jawab penyusunan sistem dan prosedur kerja?")
    await group.says("@PanduBot kalau tempatnya?")
    group.sees("Sumber: Standar Pelayanan Penyelenggaraan Sosialisasi")


async def test_only_who_asked_may_press(group: Chat, stage: Stage) -> None:
    other = stage.group(7002)
    await group.says(f"@PanduBot {QUESTION}")
    message = group.sees("Penanggung jawab")
    for label in ("Pelaksana", "👍", "Teks asli"):
        assert "milik penanya" in await group.taps(label, on=message, by=other)
    assert len(group.all) == 1
    assert "Terima kasih" in await group.taps("👍", on=message)
    await group.taps("Pelaksana", on=message)
    assert group.sees("Sumber:").fields["reply_parameters"]["message_id"] == message.message_id


async def test_an_anonymous_admin_is_answered_and_not_registered(group: Chat, stage: Stage) -> None:
    anonymous: dict[str, Any] = {
        "from": {
            "id": 1087968824,
            "is_bot": True,
            "first_name": "Group",
            "username": "GroupAnonymousBot",
        },
        "sender_chat": {"id": group.id, "type": "supergroup", "title": "Rapat"},
    }
    await group.says(f"@PanduBot {QUESTION}", **anonymous)
    message = group.sees("Penanggung jawab")
    await group.taps("Pelaksana", on=message)
    assert len(group.all) == 2, "nobody is named on the buttons, so anybody may press"
    async with stage.office.unit_of_work(writing=False) as work:
        assert await work.people.get(1087968824) is None


async def test_other_bots_and_forwarded_channel_posts_are_left_alone(group: Chat) -> None:
    bot = {"id": 99, "is_bot": True, "first_name": "Lain", "username": "LainBot"}
    await group.says(f"@PanduBot {QUESTION}", **{"from": bot})
    await group.says(f"@PanduBot {QUESTION}", is_automatic_forward=True)
    assert group.all == []


async def test_channel_posts_are_not_answered(stage: Stage) -> None:
    channel = stage.group(7001, -100900)
    post = channel.message(f"@PanduBot {QUESTION}")
    del post["from"]
    post["chat"]["type"] = "channel"
    await stage.arrives({"channel_post": post})
    assert channel.all == []


async def test_a_photo_in_a_group_is_left_alone_unless_its_caption_calls_the_bot(
    group: Chat,
) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    await group.sends(photo=photo, caption="rapat kemarin")
    assert group.all == []
    await group.sends(photo=photo, caption=f"@PanduBot {QUESTION}")
    group.sees("Penanggung jawab")


async def test_what_is_sent_through_inline_mode_is_not_answered_again(stage: Stage) -> None:
    chat = stage.chat()
    await chat.says("Penanggung jawab: Kepala Biro", via_bot=BOT)
    assert chat.all == []


def _from_bot(chat: Chat) -> dict[str, Any]:
    return {
        "message_id": 1,
        "date": 0,
        "chat": {"id": chat.id, "type": "supergroup"},
        "from": BOT,
        "text": "x",
    }

"""Texts that the bot sends, edits and deletes: what passes, and what is refused how."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden

from tests.simulator.conftest import ASKER, COMPLAINANT, GROUP, Clock, Office, opened


def keyboard(data: str = "v1:x", label: str = "Ya") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


async def test_a_message_reaches_the_phone_with_markup_and_buttons(office: Office) -> None:
    await office.met()
    sent = await office.bot.send_message(
        ASKER, "<b>Biaya</b> &lt;nol&gt;", parse_mode="HTML", reply_markup=keyboard()
    )
    shown = (await office.messages())[-1]
    assert sent.text == "Biaya <nol>"
    assert shown["html"] == "<b>Biaya</b> &lt;nol&gt;"
    assert shown["buttons"] == [[{"text": "Ya", "data": "v1:x"}]]
    assert (shown["from"], shown["name"], shown["edited"]) == ("bot", "Pandu", False)


async def test_a_chat_is_not_found_before_the_person_has_written(office: Office) -> None:
    for chat in (COMPLAINANT, 999999, "@siapa_pun"):
        with pytest.raises(BadRequest, match="Chat not found"):
            await office.bot.send_message(chat, "Halo")
    await office.says(COMPLAINANT, "/start")
    await office.bot.send_message(COMPLAINANT, "Halo")


async def test_who_blocks_the_bot_is_told_about_and_gets_nothing(office: Office) -> None:
    await office.met()
    await office.page.patch(f"/api/people/{ASKER}", json={"blocked": True})
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await office.bot.send_message(ASKER, "Halo")
    refused = await office.post(f"chats/{ASKER}/messages", **{"as": ASKER, "text": "Halo"})
    assert refused.status_code == 409
    await office.page.patch(f"/api/people/{ASKER}", json={"blocked": False})
    await office.bot.send_message(ASKER, "Halo lagi")
    moves = [update.my_chat_member for update in await office.updates()]
    assert [(m.old_chat_member.status, m.new_chat_member.status) for m in moves if m] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_who_has_left_is_a_deactivated_user(office: Office) -> None:
    await office.met()
    assert (await office.page.delete(f"/api/people/{ASKER}")).status_code == 200
    with pytest.raises(Forbidden, match="user is deactivated"):
        await office.bot.send_message(ASKER, "Halo")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": "0"}]},
            "can't parse MessageEntity: expected type, offset and length",
        ),
    ],
)
async def test_a_text_is_refused_in_telegrams_words(
    office: Office, fields: dict[str, Any], reason: str
) -> None:
    await office.met()
    answer = await office.call("sendMessage", **{"chat_id": ASKER, **fields})
    assert (answer.status_code, answer.json()) == (
        400,
        {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"},
    )


async def test_4096_characters_count_after_parsing(office: Office) -> None:
    await office.met()
    text = "<b>" + "&amp;" * 4096 + "</b>"
    assert (await office.bot.send_message(ASKER, text, parse_mode="HTML")).text == "&" * 4096


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x", "callback_data": "é" * 32 + "x"}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "x"}, "text must be non-empty"),
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "url": "http://kantor"}, "Wrong HTTP URL"),
        ({"text": "x", "url": "javascript:1"}, "Unsupported URL protocol"),
    ],
)
async def test_a_button_is_refused(office: Office, button: dict[str, str], reason: str) -> None:
    await office.met()
    markup = {"inline_keyboard": [[button]]}
    answer = await office.call("sendMessage", chat_id=ASKER, text="x", reply_markup=markup)
    assert answer.status_code == 400
    assert reason in answer.json()["description"]


async def test_64_bytes_of_callback_data_pass_and_101_buttons_do_not(office: Office) -> None:
    await office.met()
    await office.bot.send_message(ASKER, "x", reply_markup=keyboard("é" * 32))
    many = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")]] * 101)
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await office.bot.send_message(ASKER, "x", reply_markup=many)


async def test_an_edit_shows_and_one_without_a_change_is_refused(office: Office) -> None:
    sent = await office.met()
    await office.bot.edit_message_text("<i>Baru</i>", ASKER, sent.id, parse_mode="HTML")
    assert [(m["html"], m["edited"]) for m in await office.messages()][-1] == ("<i>Baru</i>", True)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message"):
        await office.bot.edit_message_text("<i>Baru</i>", ASKER, sent.id, parse_mode="HTML")
    await office.bot.edit_message_reply_markup(ASKER, sent.id, reply_markup=keyboard())
    with pytest.raises(BadRequest, match="Message is not modified"):
        await office.bot.edit_message_reply_markup(ASKER, sent.id, reply_markup=keyboard())


async def test_only_messages_of_the_bot_that_are_there_can_be_edited(office: Office) -> None:
    await office.met()
    own = await office.says(ASKER, "punya saya")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await office.bot.edit_message_text("x", ASKER, own)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await office.bot.edit_message_text("x", ASKER, 4711)


async def test_a_message_is_deleted_while_it_is_young() -> None:
    clock = Clock()
    async with opened(clock=clock) as office:
        sent, old = await office.met(), await office.met()
        assert await office.bot.delete_message(ASKER, sent.id)
        with pytest.raises(BadRequest, match="Message to delete not found"):
            await office.bot.delete_message(ASKER, sent.id)
        await office.post("clock", add_hours=49)
        with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
            await office.bot.delete_message(ASKER, old.id)
        theirs = await office.says(ASKER, "/halo", GROUP)
        with pytest.raises(BadRequest, match="Message can't be deleted"):
            await office.bot.delete_message(GROUP, theirs)


async def test_a_reply_names_its_message_and_a_copy_does_not_name_its_source(
    office: Office,
) -> None:
    await office.met()
    asked = await office.says(ASKER, "Berapa biayanya?")
    reply = ReplyParameters(asked)
    sent = await office.bot.send_message(ASKER, "Gratis", reply_parameters=reply)
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "Berapa biayanya?"
    await office.met(COMPLAINANT)
    copy = await office.bot.copy_message(COMPLAINANT, ASKER, asked)
    shown = (await office.messages(COMPLAINANT))[-1]
    assert (shown["id"], shown["text"], shown["forwarded_from"], shown["from"]) == (
        copy.message_id,
        "Berapa biayanya?",
        None,
        "bot",
    )


async def test_typing_is_told_and_unknown_actions_are_refused(office: Office) -> None:
    await office.met()
    assert await office.bot.send_chat_action(ASKER, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await office.bot.send_chat_action(ASKER, "menari")

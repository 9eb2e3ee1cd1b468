"""What people do in chats, and what the bot hears of it: presses, inline mode, groups."""

from __future__ import annotations

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)
from telegram.error import BadRequest

from tests.simulator.conftest import ASKER, COMPLAINANT, GROUP, OWNER, Office

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="v1:ya")]])


async def heard(office: Office) -> list[str | None]:
    return [update.message.text for update in await office.updates() if update.message]


def article(
    number: str, text: str = "Isi", reply_markup: InlineKeyboardMarkup | None = None
) -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, parse_mode="HTML")
    return InlineQueryResultArticle(number, f"Judul {number}", content, reply_markup)


async def asked(office: Office, chat: int = ASKER) -> tuple[str, str]:
    """Ask inline; return the query as the page and as the bot know it."""
    answer = await office.post(f"chats/{chat}/inline", **{"as": ASKER, "query": "biaya"})
    [update] = await office.updates()
    assert update.inline_query
    assert update.inline_query.query == "biaya"
    return answer.json()["query"], update.inline_query.id


async def test_a_press_reaches_the_bot_with_its_message(office: Office) -> None:
    await office.met()
    sent = await office.bot.send_message(ASKER, "Benar?", reply_markup=BUTTONS)
    path = f"chats/{ASKER}/messages/{sent.id}/press"
    pressed = await office.post(path, **{"as": ASKER, "data": "v1:ya"})
    [update] = await office.updates()
    query = update.callback_query
    assert query
    assert (query.id, query.data, query.from_user.id) == (pressed.json()["press"], "v1:ya", ASKER)
    assert isinstance(query.message, Message)
    assert query.message.text == "Benar?"
    assert await query.answer("Baik")
    gone = await office.post(path, **{"as": ASKER, "data": "v1:lain"})
    assert (gone.status_code, "error" in gone.json()) == (409, True)


async def test_unknown_presses_and_long_notices_are_refused(office: Office) -> None:
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await office.bot.answer_callback_query("123")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await office.bot.answer_callback_query("123", "x" * 201)


async def test_a_result_is_sent_as_the_persons_own_message_via_the_bot(office: Office) -> None:
    page_query, query = await asked(office, GROUP)
    assert await office.bot.answer_inline_query(query, [article("a", "<b>Gratis</b>")])
    chosen = await office.post(f"chats/{GROUP}/inline/{page_query}/a", **{"as": ASKER})
    assert chosen.status_code == 200
    shown = (await office.messages(GROUP))[-1]
    assert (shown["from"], shown["html"], shown["via_bot"]) == (ASKER, "<b>Gratis</b>", True)
    [update] = await office.updates()
    assert update.message
    assert update.message.via_bot
    assert update.message.via_bot.username == "pandu_tryout_bot"


async def test_buttons_of_a_result_name_only_the_inline_message(office: Office) -> None:
    page_query, query = await asked(office, GROUP)
    await office.bot.answer_inline_query(query, [article("a", reply_markup=BUTTONS)])
    await office.post(f"chats/{GROUP}/inline/{page_query}/a", **{"as": ASKER})
    await office.updates()
    number = (await office.messages(GROUP))[-1]["id"]
    path = f"chats/{GROUP}/messages/{number}/press"
    await office.post(path, **{"as": COMPLAINANT, "data": "v1:ya"})
    [update] = await office.updates()
    assert update.callback_query
    assert update.callback_query.message is None
    inline = update.callback_query.inline_message_id
    assert await office.bot.edit_message_text("Dipilih", inline_message_id=inline) is True
    assert (await office.messages(GROUP))[-1]["text"] == "Dipilih"


async def test_inline_results_are_refused(office: Office) -> None:
    _, query = await asked(office)
    with pytest.raises(BadRequest, match="Query is too old"):
        await office.bot.answer_inline_query("123", [article("a")])
    with pytest.raises(BadRequest, match="(?i)result_id_duplicate"):
        await office.bot.answer_inline_query(query, [article("a"), article("a")])
    with pytest.raises(BadRequest, match="(?i)result_id_invalid"):
        await office.bot.answer_inline_query(query, [article("x" * 65)])
    with pytest.raises(BadRequest, match="(?i)can't parse entities"):
        await office.bot.answer_inline_query(query, [article("a", "<b>")])
    too_many = [article(str(number)) for number in range(51)]
    answer = await office.call(
        "answerInlineQuery",
        inline_query_id=query,
        results=[{**one.to_dict(), "id": one.id} for one in too_many],
    )
    assert answer.json()["description"] == "Bad Request: RESULTS_TOO_MUCH"


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(office: Office) -> None:
    sent = await office.bot.send_message(GROUP, "Halo semua")
    for text in ("apa kabar", "@admin_kantor tolong", "/bantu@bot_lain"):
        await office.says(ASKER, text, GROUP)
    for text in ("/bantu", "/bantu@Pandu_Tryout_Bot", "tolong @pandu_tryout_bot"):
        await office.says(ASKER, text, GROUP)
    body = {"as": ASKER, "text": "terima kasih", "reply_to": sent.id}
    await office.post(f"chats/{GROUP}/messages", **body)
    assert await heard(office) == [
        "/bantu",
        "/bantu@Pandu_Tryout_Bot",
        "tolong @pandu_tryout_bot",
        "terima kasih",
    ]
    assert len(await office.messages(GROUP)) == 8


async def test_a_group_has_an_owner_members_and_the_bot(office: Office) -> None:
    chat = await office.bot.get_chat(GROUP)
    assert (chat.type, chat.title) == ("supergroup", "Grup kantor")
    members = [await office.bot.get_chat_member(GROUP, one) for one in (OWNER, ASKER, 123456)]
    assert [member.status for member in members] == ["creator", "member", "member"]
    with pytest.raises(BadRequest, match="(?i)participant_id_invalid"):
        await office.bot.get_chat_member(GROUP, 4711)


async def test_a_forwarded_message_says_whose_it_was(office: Office) -> None:
    await office.met()
    own = await office.says(COMPLAINANT, "Loket tutup", GROUP)
    path = f"chats/{GROUP}/messages/{own}/forward"
    assert (await office.post(path, **{"as": ASKER, "to_chat": ASKER})).status_code == 200
    [update] = await office.updates()
    assert update.message
    assert update.message.forward_origin
    assert update.message.forward_origin.to_dict()["sender_user"]["id"] == COMPLAINANT
    assert (await office.messages())[-1]["forwarded_from"] == "Pelapor"


async def test_an_edit_is_an_update_of_its_own_and_only_for_ones_own(office: Office) -> None:
    greeting = await office.met()
    number = await office.says(ASKER, "satu")
    await office.updates()
    path = f"chats/{ASKER}/messages/{number}/edit"
    assert (await office.post(path, **{"as": ASKER, "text": "dua"})).status_code == 200
    [update] = await office.updates()
    assert update.edited_message
    assert (update.edited_message.text, update.edited_message.id) == ("dua", number)
    assert update.edited_message.edit_date
    assert (await office.post(path, **{"as": ASKER, "text": "dua"})).status_code == 409
    foreign = f"chats/{ASKER}/messages/{greeting.id}/edit"
    assert (await office.post(foreign, **{"as": ASKER, "text": "x"})).status_code == 409


async def test_a_private_chat_is_its_owners_and_texts_have_limits(office: Office) -> None:
    path = f"chats/{ASKER}/messages"
    assert (await office.post(path, **{"as": COMPLAINANT, "text": "x"})).status_code == 403
    assert (await office.post(path, **{"as": 77, "text": "x"})).status_code == 404
    assert (await office.post("chats/77/messages", **{"as": ASKER, "text": "x"})).status_code == 404
    for text in ("", "  ", "x" * 4097):
        assert (await office.post(path, **{"as": ASKER, "text": text})).status_code == 400
    assert await heard(office) == []

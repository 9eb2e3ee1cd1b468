"""How the bot gets its updates: the long poll, its offsets, and what is held back."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken
from telegram.ext import Application, CommandHandler, ContextTypes

from tests.simulator.conftest import ASKER, TOKEN, Office, opened


async def test_an_update_comes_again_until_it_is_confirmed(office: Office) -> None:
    await office.says(ASKER, "satu")
    await office.says(ASKER, "dua")
    first = await office.bot.get_updates()
    assert [u.message.text for u in first if u.message] == ["satu", "dua"]
    assert [u.update_id for u in await office.bot.get_updates()] == [u.update_id for u in first]
    rest = await office.bot.get_updates(offset=first[0].update_id + 1)
    assert [u.update_id for u in rest] == [first[1].update_id]
    assert not await office.bot.get_updates(offset=first[1].update_id + 1)


async def test_a_limit_and_a_negative_offset_are_kept_to(office: Office) -> None:
    for text in "abc":
        await office.says(ASKER, text)
    assert len(await office.bot.get_updates(limit=2)) == 2
    last = await office.bot.get_updates(offset=-1)
    assert [u.message.text for u in last if u.message] == ["c"]


async def test_a_long_poll_ends_when_something_comes(office: Office) -> None:
    poll = asyncio.create_task(office.updates(30))
    await asyncio.sleep(0)
    await office.says(ASKER, "halo")
    got = await asyncio.wait_for(poll, 5)
    assert got[0].message
    assert got[0].message.text == "halo"


async def test_the_earlier_of_two_pollers_is_ended(office: Office) -> None:
    with_patience = office.page.get(f"/bot{TOKEN}/getUpdates?timeout=30")
    first = asyncio.create_task(with_patience)
    while not first.done():  # until the first poll stands, the second finds nobody to end
        await office.updates()
    answer = first.result()
    assert answer.status_code == 409
    assert answer.json()["description"].startswith("Conflict: terminated by other getUpdates")


async def test_kinds_that_the_bot_does_not_want_are_left_out_and_that_is_remembered(
    office: Office,
) -> None:
    await office.updates(allowed_updates=["edited_message"])
    number = await office.says(ASKER, "satu")
    assert await office.updates() == []
    await office.post(f"chats/{ASKER}/messages/{number}/edit", **{"as": ASKER, "text": "dua"})
    got = await office.updates()
    assert [u.edited_message.text for u in got if u.edited_message] == ["dua"]


async def test_an_unmodified_application_polls_and_answers(office: Office) -> None:
    async def greet(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text("Selamat datang")
        answered.set()

    answered = asyncio.Event()
    builder = Application.builder().token(TOKEN)
    builder = builder.base_url(f"{office.url}/bot").base_file_url(f"{office.url}/file/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", greet))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()
        await office.says(ASKER, "/start")
        await asyncio.wait_for(answered.wait(), 5)
        await application.updater.stop()
        await application.stop()
    assert [m["text"] for m in await office.messages()] == ["/start", "Selamat datang"]


async def test_one_bot_a_server_and_no_other_form_of_token(office: Office) -> None:
    other = await office.page.get("/bot99999:" + "b" * 35 + "/getMe")
    assert (other.status_code, other.json()["description"]) == (401, "Unauthorized")
    assert (await office.page.get("/bot12:short/getMe")).status_code == 404
    stranger = Bot("99999:" + "b" * 35, base_url=f"{office.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_fields_come_as_json_form_multipart_or_in_the_address(office: Office) -> None:
    await office.says(ASKER, "/start")
    path = f"/bot{TOKEN}/SendMessage"  # in any case of letters
    fields = {"chat_id": str(ASKER), "text": "x"}
    answers = [
        await office.page.post(path, json=fields),
        await office.page.post(path, data=fields),
        await office.page.post(path, data=fields, files={"unused": b"x"}),
        await office.page.get(path, params=fields),
    ]
    assert [answer.status_code for answer in answers] == [200] * 4


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "can't parse request: expected a JSON object"),
        (b"[]", "can't parse request: expected a JSON object"),
        (b'{"chat_id": 1001, "text": "\\ud800"}', "strings must be encoded in UTF-8"),
    ],
)
async def test_a_broken_body_is_refused(office: Office, body: bytes, reason: str) -> None:
    headers = {"content-type": "application/json"}
    path = f"/bot{TOKEN}/sendMessage"
    answer = await office.page.post(path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["description"]) == (400, f"Bad Request: {reason}")


async def test_unknown_methods_are_not_found_and_shown(office: Office) -> None:
    answer = await office.call("sendDice", chat_id=ASKER)
    assert answer.status_code == 404
    assert answer.json()["description"] == "Not Found: method not found"
    assert (await office.state())["unknown_methods"] == ["sendDice"]


async def test_closing_ends_an_open_poll_at_once() -> None:
    async with opened() as office, httpx.AsyncClient(base_url=office.url) as patient:
        poll = asyncio.create_task(patient.get(f"/bot{TOKEN}/getUpdates?timeout=50"))
        await office.state()
        await office.state()
        started = asyncio.get_running_loop().time()
        poll.cancel()
    assert asyncio.get_running_loop().time() - started < 5


async def test_a_webhook_and_polling_do_not_go_together(office: Office) -> None:
    await office.bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await office.updates()
    await office.bot.delete_webhook()
    assert await office.updates() == []

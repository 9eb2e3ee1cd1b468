"""The page's protocol: state, events, people, the clock, and who may ask."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import pytest
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.simulator.conftest import ASKER, GROUP, OWNER, WIB, Clock, Office, opened


@asynccontextmanager
async def watching(office: Office) -> AsyncIterator[ClientConnection]:
    async with connect(f"{office.url.replace('http', 'ws')}/api/events") as socket:
        await socket.ping()
        yield socket


async def told(socket: ClientConnection) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await socket.recv())
    return found


async def test_a_first_visit_finds_posts_a_group_and_a_clock_that_stands_fast(
    office: Office,
) -> None:
    state = await office.state()
    assert [person["name"] for person in state["people"]] == [
        "Pegawai",
        "Pelapor",
        "Kepala Bagian",
        "Kepala Biro",
        "Admin",
    ]
    assert [chat["id"] for chat in state["chats"]] == [*range(ASKER, OWNER + 1), GROUP]
    assert state["bot"]["username"] == "pandu_tryout_bot"
    assert state["bot"]["id"] == 123456
    assert state["clock"]["movable"] is False
    assert datetime.fromisoformat(state["clock"]["now"]).tzinfo
    assert (await office.post("clock", add_hours=1)).status_code == 409


async def test_the_page_is_told_what_happens(office: Office) -> None:
    sent = await office.met()
    async with watching(office) as socket:
        await office.bot.send_chat_action(ASKER, "typing")
        assert await told(socket) == {"type": "typing", "chat": ASKER}
        await office.bot.edit_message_text("Baru", ASKER, sent.id)
        event = await told(socket)
        assert (event["type"], event["chat"], event["message"]["text"]) == ("edited", ASKER, "Baru")
        await office.bot.delete_message(ASKER, sent.id)
        assert await told(socket) == {"type": "deleted", "chat": ASKER, "message_id": sent.id}
        await office.says(ASKER, "halo")
        assert (await told(socket))["message"]["from"] == ASKER
        await office.call("sendDice")
        assert await told(socket) == {"type": "unknown", "method": "sendDice"}


async def test_the_answer_to_a_press_and_inline_results_are_told(office: Office) -> None:
    await office.met()
    sent = await office.call(
        "sendMessage",
        chat_id=ASKER,
        text="?",
        reply_markup={"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]},
    )
    number = sent.json()["result"]["message_id"]
    async with watching(office) as socket:
        path = f"chats/{ASKER}/messages/{number}/press"
        press = (await office.post(path, **{"as": ASKER, "data": "y"})).json()["press"]
        await office.bot.answer_callback_query(press, "Dicatat", show_alert=True)
        expected = {"type": "callback_answer", "press": press, "text": "Dicatat", "alert": True}
        assert await told(socket) == expected
        query = (await office.post(f"chats/{ASKER}/inline", **{"as": ASKER, "query": ""})).json()
        content = {"message_text": "Isi"}
        result = {"type": "article", "id": "1", "title": "J", "input_message_content": content}
        await office.call("answerInlineQuery", inline_query_id=query["query"], results=[result])
        shown = [{"id": "1", "title": "J", "description": ""}]
        assert await told(socket) == {"type": "inline", **query, "results": shown}


async def test_people_move_in_are_renamed_and_move_out(office: Office) -> None:
    new = (await office.post("people", name=" Kepala Bagian Umum ", role="Kepala")).json()
    assert (new["id"], new["name"], new["blocked"]) == (1006, "Kepala Bagian Umum", False)
    await office.page.patch("/api/people/1006", json={"name": "Kepala Bagian Hukum"})
    state = await office.state()
    assert state["people"][-1]["name"] == "Kepala Bagian Hukum"
    assert state["people"][-1]["role"] == "Kepala"
    assert next(c for c in state["chats"] if c["id"] == 1006)["title"] == "Kepala Bagian Hukum"
    await office.page.delete("/api/people/1006")
    assert 1006 not in [person["id"] for person in (await office.state())["people"]]
    assert (await office.post("people", name=" ", role="")).status_code == 400
    assert (await office.page.delete("/api/people/1006")).status_code == 404


async def test_the_clock_moves_by_hours_to_a_morning_a_reminder_or_a_date() -> None:
    clock = Clock()
    async with opened(clock=clock) as office, watching(office) as socket:
        assert (await office.state())["clock"] == {
            "now": "2026-03-02T09:00:00+07:00",
            "movable": True,
        }
        await office.post("clock", add_hours=1)
        assert await told(socket) == {"type": "clock", "now": "2026-03-02T10:00:00+07:00"}
        assert (await office.post("clock", to="next_reminder")).status_code == 409
        clock.reminder = datetime(2026, 3, 2, 15, 0, tzinfo=WIB)
        await office.post("clock", to="next_reminder")
        assert clock.instant == clock.reminder
        await office.post("clock", to="next_morning")
        assert clock.instant == datetime(2026, 3, 3, 7, 30, tzinfo=WIB)
        await office.post("clock", to="2026-03-05T08:00")
        assert clock.instant == datetime(2026, 3, 5, 8, 0, tzinfo=WIB)
        for wrong in ({"to": "2026-03-01T08:00"}, {"to": "besok"}, {"add_hours": -1}, {}):
            assert (await office.post("clock", **wrong)).status_code == 400
        await office.says(ASKER, "/start")
        assert (await office.messages())[-1]["at"] == "2026-03-05T08:00:00+07:00"


async def test_a_reset_empties_the_town_but_counts_on(office: Office) -> None:
    await office.met()
    await office.bot.set_my_commands([("bantu", "Bantuan")])
    before = await office.says(ASKER, "halo")
    assert (await office.post("reset")).status_code == 200
    assert await office.messages() == []
    assert (await office.state())["bot"]["commands"]
    assert await office.updates() == []
    assert await office.says(ASKER, "/start") > before


async def test_what_the_bot_says_of_itself_is_shown_in_the_persons_language(
    office: Office,
) -> None:
    bot = office.bot
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("bantu", "Bantuan")], language_code="id")
    await bot.set_my_name("Penunjuk")
    await bot.set_my_description("Bertanyalah", language_code="id")
    await bot.set_my_short_description("Pendek")
    assert (await office.state())["bot"] == {
        "id": 123456,
        "name": "Penunjuk",
        "username": "pandu_tryout_bot",
        "commands": [{"command": "bantu", "description": "Bantuan"}],
        "description": "Bertanyalah",
    }
    english = (await office.page.get("/api/state?language=en")).json()["bot"]
    assert english["commands"][0]["command"] == "help"
    assert (await bot.get_my_commands(language_code="id"))[0].command == "bantu"
    assert (await bot.get_my_short_description()).short_description == "Pendek"
    await bot.delete_my_commands(language_code="id")
    assert await bot.get_my_commands(language_code="id") == ()


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("setMyCommands", {"commands": [{"command": "A b", "description": "x"}]}, "BOT_COMMAND_"),
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "DESCRIPTION"),
        ("setMyCommands", {"commands": [], "scope": {"type": "x"}}, "BotCommandScope"),
        ("setMyDescription", {"description": "x" * 513}, "is too long"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "is too long"),
        ("setMyName", {"name": "x" * 65}, "is too long"),
        ("setMyName", {"name": "x", "language_code": "ind"}, "invalid language code"),
    ],
)
async def test_a_profile_that_telegram_would_not_show_is_refused(
    office: Office, method: str, fields: dict[str, Any], reason: str
) -> None:
    answer = await office.call(method, **fields)
    assert answer.status_code == 400
    assert reason in answer.json()["description"]


async def test_pages_of_other_sites_are_turned_away(office: Office) -> None:
    foreign = {"Origin": "https://example.org"}
    assert (await office.page.post("/api/reset", headers=foreign)).status_code == 403
    rebound = {"Host": "example.org"}
    assert (await office.page.get("/api/state", headers=rebound)).status_code == 403
    own = {"Origin": office.url}
    assert (await office.page.post("/api/reset", headers=own)).status_code == 200
    with pytest.raises(websockets.InvalidStatus):
        async with connect(
            f"{office.url.replace('http', 'ws')}/api/events", origin=websockets.Origin("null")
        ):
            pass

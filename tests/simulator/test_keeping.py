"""Starting and stopping: the folder, the address and the port."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from simulator import OFFICE, Options, Resident, SimulatorError, serve
from simulator.sample import first_state
from tests.simulator.conftest import ASKER, COMPLAINANT, PICTURE, opened


async def test_a_restart_goes_on_where_the_town_was_left(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        await office.met()
        await office.bot.set_my_commands([("bantu", "Bantuan")])
        await office.bot.send_photo(ASKER, PICTURE)
        await office.page.patch(f"/api/people/{COMPLAINANT}", json={"blocked": True})
        await office.says(ASKER, "belum dibaca")
        before, messages = await office.state(), await office.messages()
        waiting = await office.bot.get_updates()
    async with opened(tmp_path) as office:
        after = await office.state()
        assert {**after, "clock": 0} == {**before, "clock": 0}
        picture = await office.page.get(messages[-2]["photo"]["url"])
        assert picture.content == PICTURE
        assert [u.to_dict() for u in await office.bot.get_updates()] == [
            u.to_dict() for u in waiting
        ]
        await office.bot.send_message(ASKER, "a chat that was begun stays so")
        assert await office.says(ASKER, "baru") > messages[-1]["id"]
        assert (await office.bot.get_updates())[-1].update_id > waiting[-1].update_id


async def test_a_webhook_is_remembered(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        await office.bot.set_webhook("http://127.0.0.1:9/hook", secret_token="rahasia")
    async with opened(tmp_path) as office:
        assert (await office.bot.get_webhook_info()).url == "http://127.0.0.1:9/hook"


async def test_numbers_that_a_crash_forgot_are_not_used_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        await office.says(ASKER, "/start")
        await office.says(ASKER, "satu")
        used = (await office.bot.get_updates())[-1].update_id
    kept = json.loads((tmp_path / "town.json").read_bytes())
    kept["next_update"] -= 1  # as a kill leaves it before the last change is written
    (tmp_path / "town.json").write_text(json.dumps(kept))
    async with opened(tmp_path) as office:
        await office.says(ASKER, "dua")
        assert (await office.bot.get_updates())[-1].update_id > used


async def test_what_was_answered_is_kept_before_the_answer(tmp_path: Path) -> None:
    """A kill right after it loses nothing: neither what people wrote nor what the bot sent."""
    async with opened(tmp_path) as office:
        await office.says(ASKER, "sebelum listrik padam")
        assert "sebelum listrik padam" in (tmp_path / "town.json").read_text("utf-8")
        await office.bot.send_message(ASKER, "terkirim")
        kept = json.loads((tmp_path / "town.json").read_bytes())
        assert [m["text"] for m in kept["chats"][str(ASKER)]["messages"].values()] == [
            "sebelum listrik padam", "terkirim",
        ]  # fmt: skip
        assert len(kept["updates"]) == 1


async def test_a_reset_removes_only_what_the_stand_in_wrote(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("stays")
    async with opened(tmp_path) as office:
        await office.met()
        await office.bot.send_photo(ASKER, PICTURE)
        await office.post("reset")
        assert not (tmp_path / "files").exists()
    assert (tmp_path / "other.txt").read_text() == "stays"


async def test_a_damaged_folder_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "town.json"
    for content in ("{", '{"version": 2}', '{"people": 3}'):
        file.write_text(content)
        with pytest.raises(SimulatorError) as error:
            async with serve("127.0.0.1", 0, tmp_path, None):
                pass
        assert (error.value.key, error.value.values) == ("folder_damaged", {"path": str(file)})
        assert file.read_text() == content


async def test_other_addresses_and_used_ports_are_refused(unused_tcp_port: int) -> None:
    for host in ("0.0.0.0", "192.168.1.5", "example.org", ""):  # noqa: S104 - refused
        with pytest.raises(SimulatorError, match="not_loopback"):
            async with serve(host, 0, None, None):
                pass
    async with serve("localhost", unused_tcp_port, None, None) as url:
        assert url == f"http://localhost:{unused_tcp_port}"
        with pytest.raises(SimulatorError, match="port_in_use"):
            async with serve("127.0.0.1", unused_tcp_port, None, None):
                pass


async def test_other_residents_may_live_there_and_the_office_forgets_with_a_reset() -> None:
    forgotten: list[int] = []

    async def forget() -> None:
        forgotten.append(1)

    options = Options(residents=(Resident("Kepala", "kepala", "Kepala"),), on_reset=forget)
    async with (
        serve("127.0.0.1", 0, None, None, options) as url,
        httpx.AsyncClient(base_url=url) as page,
    ):
        assert [one["name"] for one in (await page.get("/api/state")).json()["people"]] == [
            "Kepala"
        ]
        await page.post("/api/reset")
    assert forgotten == [1]


def test_the_bot_may_write_first_only_to_who_has_written_before() -> None:
    state = first_state([Resident("Sari", "sari", "Pejabat", has_started=True), *OFFICE[:1]])
    assert [state.chats[number].started for number in (1001, 1002)] == [True, False]

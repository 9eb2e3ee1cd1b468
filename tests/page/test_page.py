"""The page around the chats: people, clock, tour, languages, the way back after a restart."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from tests.page.conftest import Open
from tests.page.fake_town import GROUP, PAGE, FakeTown
from tests.page.phones import bubbles, field, open_group, phone, say
from tests.page.serving import Serving

NAMELESS = """() => [...document.querySelectorAll("button, input, textarea, audio, a, [role]")]
  .filter((node) => node.checkVisibility() && !node.matches("[role=alert], [role=status]"))
  .filter((node) => !(node.getAttribute("aria-label") || node.getAttribute("aria-labelledby")
    || node.textContent.trim() || node.title || node.labels?.length))
  .map((node) => node.outerHTML)"""

# Text against what is painted behind it, as WCAG 2 reckons contrast; 4.5 is its level AA.
FAINT = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const hasText = (node) => [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((node) => node.checkVisibility() && !node.closest(".spoiler") && hasText(node))
    .map((node) => {
      const color = getComputedStyle(node).color;
      if (!color.startsWith("rgb")) return null;
      const [a, b] = [light(parse(color)), light(behind(node))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return ratio < 4.5 ? `${ratio.toFixed(2)} ${node.className}: ${node.textContent}` : null;
    }).filter(Boolean);
}"""


def test_a_first_visit_shows_what_to_try_and_puts_it_into_the_employee_s_phone(
    open_page: Open,
) -> None:
    page = open_page(visited=False)
    tour = page.get_by_role("complementary", name="Coba ini")
    tries = tour.locator(".try")
    expect(tries).to_have_count(5)
    tries.nth(1).click()
    expect(field(page, 1)).to_be_focused()
    expect(field(page, 1)).to_have_value("penangung jawb penyusunn sop siapa")
    expect(bubbles(page, 1)).to_have_count(0)  # sent only by the person
    tour.get_by_role("button", name="Tutup").click()
    page.reload()
    expect(page.locator(".phone")).to_have_count(5)
    expect(tour).to_be_hidden()


def test_what_arrives_on_a_phone_not_in_use_is_marked_unread(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    serving.call(town.add(3, "bot", "Pengingat"))
    serving.call(town.add(GROUP, 4, "Pagi"))
    chip = page.get_by_label("Orang", exact=True).locator("[data-key='3']")
    expect(chip.locator(".badge")).to_have_text("2")
    expect(phone(page, 3).locator(".new-mark")).to_be_visible()
    field(page, 3).click()
    expect(chip.locator(".badge")).to_have_text("1")
    open_group(page, 3)
    expect(chip.locator(".badge")).to_be_hidden()


def test_a_browser_that_comes_first_to_a_running_town_has_nothing_unread(
    town: FakeTown, serving: Serving, open_page: Open
) -> None:
    serving.call(town.add(3, "bot", "Lama"))
    page = open_page()
    expect(bubbles(page, 3)).to_have_count(1)
    expect(page.locator(".badge:visible")).to_have_count(0)


def test_the_clock_moves_by_its_buttons(page: Page) -> None:
    clock = page.get_by_role("group", name="Waktu kantor")
    expect(clock).to_contain_text("Senin, 23 November 2026")
    expect(clock).to_contain_text("09.15 WIB")
    clock.get_by_role("button", name="+1 jam").click()
    expect(clock).to_contain_text("10.15 WIB")
    clock.get_by_role("button", name="Pagi kerja berikutnya").click()
    expect(clock).to_contain_text("Selasa, 24 November 2026")
    expect(clock).to_contain_text("07.30 WIB")
    clock.get_by_role("button", name="Tanggal…").click()
    page.get_by_label("Tanggal dan jam").fill("2026-12-01T13:00")
    page.get_by_role("button", name="Pindahkan").click()
    expect(clock).to_contain_text("Selasa, 1 Desember 2026")
    expect(clock).to_contain_text("13.00 WIB")


def test_a_move_that_the_office_refuses_is_said(page: Page) -> None:
    page.get_by_role("button", name="Pengingat berikutnya").click()
    expect(page.get_by_role("alert")).to_contain_text("Tidak ada pengingat yang menunggu")


def test_a_clock_that_may_not_move_is_hidden(town: FakeTown, open_page: Open) -> None:
    town.movable = False
    expect(open_page().locator("#clock")).to_be_hidden()


def test_people_come_change_and_go(page: Page) -> None:
    page.get_by_role("button", name="Orang", exact=True).click()
    page.get_by_role("button", name="Tambah orang").click()
    page.get_by_label("Nama", exact=True).fill("Staf baru")
    page.get_by_label("Peran", exact=True).fill("Analis")
    page.get_by_role("button", name="Tambah", exact=True).click()
    expect(page.locator(".phone")).to_have_count(6)
    page.get_by_role("button", name="Ubah nama atau peran: Staf baru").click()
    page.get_by_label("Nama", exact=True).fill("Analis muda")
    page.get_by_role("button", name="Simpan").click()
    expect(phone(page, 6).get_by_role("heading")).to_have_text("Analis muda")
    page.get_by_role("button", name="Hapus orang: Analis muda").click()
    page.get_by_role("button", name="Hapus orang", exact=True).click()
    expect(page.locator(".phone")).to_have_count(5)


def test_starting_over_is_asked_first(page: Page, town: FakeTown) -> None:
    say(page, 1, "satu")
    expect(bubbles(page, 1)).to_have_count(2)
    page.get_by_role("button", name="Mulai ulang").click()
    page.get_by_role("dialog").get_by_role("button", name="Batal").click()
    assert len(town.chats[1]["messages"]) == 2
    page.get_by_role("button", name="Mulai ulang").click()
    page.get_by_role("dialog").get_by_role("button", name="Hapus semua").click()
    expect(bubbles(page, 1)).to_have_count(0)
    expect(phone(page, 1).get_by_role("button", name="Mulai")).to_be_visible()


def test_a_state_that_arrives_late_undoes_nothing(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    """Several changes at once: what was asked for first is on its way for the longest."""
    asked: list[Route] = []
    answers: list[APIResponse] = []

    def hold_two(route: Route) -> None:
        asked.append(route)
        if len(asked) > 2:
            route.continue_()
        else:
            answers.append(route.fetch())

    page.route("**/api/state*", hold_two)
    for _ in range(3):
        serving.call(town.tell({"type": "people"}))
    page.wait_for_timeout(200)
    asked[0].fulfill(response=answers[0])
    page.wait_for_timeout(200)
    serving.call(town.add(1, "bot", "kabar baru"))
    page.wait_for_timeout(200)
    asked[1].fulfill(response=answers[1])
    page.wait_for_timeout(200)
    expect(bubbles(page, 1)).to_have_text([re.compile("kabar baru")])


def test_the_page_goes_on_after_the_server_was_away(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    say(page, 1, "sebelum")
    expect(bubbles(page, 1)).to_have_count(2)
    field(page, 1).fill("belum terkirim")
    serving.stop()
    expect(page.locator("#link")).to_have_text("Sambungan terputus, menyambung lagi…")
    serving.start()
    expect(page.locator("#link")).to_have_text("")
    expect(field(page, 1)).to_have_value("belum terkirim")
    field(page, 1).press("Enter")
    expect(bubbles(page, 1)).to_contain_text(
        ["sebelum", "Jawaban: sebelum", "belum terkirim", "Jawaban: belum terkirim"]
    )


def test_the_language_is_switched_and_remembered(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(field(page, 1)).to_have_attribute("placeholder", "Write a message")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.reload()
    expect(page.get_by_role("button", name="+1 hour")).to_be_visible()
    expect(page.locator("#clock")).to_contain_text("23 November 2026 09:15 WIB")


def test_both_languages_have_the_same_texts_and_places() -> None:
    texts = [json.loads((PAGE / f"texts.{code}.json").read_text("utf-8")) for code in ("id", "en")]
    shapes = [
        {key: sorted(re.findall(r"\{\w+\}", str(value))) for key, value in one.items()}
        for one in ({k: v for k, v in text.items() if k != "tour.steps"} for text in texts)
    ]
    assert shapes[0] == shapes[1]
    assert [len(text["tour.steps"]) for text in texts] == [5, 5]


def test_every_text_that_the_page_asks_for_exists() -> None:
    texts = json.loads((PAGE / "texts.id.json").read_text("utf-8"))
    sources = "\n".join(path.read_text("utf-8") for path in _sources())
    asked = set(re.findall(r"""\bt\("([a-z_.]+)["]""", sources))
    asked |= set(re.findall(r'data-(?:text|label)="([a-z_.]+)"', sources))
    assert asked
    assert asked <= set(texts)


def _sources() -> list[Path]:
    return [*PAGE.glob("*.js"), PAGE / "index.html"]


def test_a_method_that_telegram_does_not_have_is_listed(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    expect(page.locator("#show-unknown")).to_be_hidden()
    serving.call(town.tell({"type": "unknown", "method": "sendDice"}))
    page.get_by_role("button", name="Metode tak dikenal: 1").click()
    expect(page.get_by_role("dialog")).to_contain_text("sendDice")


def test_a_narrow_page_shows_one_phone_at_a_time(open_page: Open) -> None:
    page = open_page(width=390)
    expect(page.locator(".phone:visible")).to_have_count(1)
    page.get_by_label("Orang", exact=True).get_by_role("button", name="Kabag").click()
    expect(phone(page, 3)).to_be_visible()
    expect(phone(page, 1)).to_be_hidden()
    say(page, 3, "pilih")
    expect(bubbles(page, 3)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_has_a_name_and_every_text_enough_contrast(
    open_page: Open, scheme: str
) -> None:
    page = open_page(visited=False, scheme=scheme)
    say(page, 1, "pilih")
    say(page, 2, "format")
    expect(bubbles(page, 2)).to_have_count(2)
    expect(phone(page, 1).locator(".key")).to_have_count(4)
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(FAINT) == []


def test_a_reader_is_told_what_arrives_without_losing_the_place(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    field(page, 1).click()
    serving.call(town.add(1, "bot", "Tenggat besok"))
    expect(page.locator("#spoken")).to_contain_text("Pandu kepada Pegawai: Tenggat besok")
    expect(field(page, 1)).to_be_focused()

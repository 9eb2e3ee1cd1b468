"""Chatting on the page: what people write, press, answer, change and send."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Page, Route, expect

from tests.page.fake_town import GROUP, FakeTown
from tests.page.phones import bubbles, choose_in_menu, field, open_group, phone, say
from tests.page.serving import Serving


def test_a_question_is_answered_on_the_phone_of_whoever_asked(page: Page) -> None:
    say(page, 1, "berapa lama?")
    expect(bubbles(page, 1)).to_contain_text(["berapa lama?", "Jawaban: berapa lama?"])
    expect(bubbles(page, 1).last.locator("b")).to_have_text("berapa lama?")
    expect(bubbles(page, 2)).to_have_count(0)
    expect(field(page, 1)).to_have_value("")


def test_an_empty_chat_offers_to_start(page: Page) -> None:
    phone(page, 1).get_by_role("button", name="Mulai").click()
    expect(bubbles(page, 1).first).to_contain_text("/start")
    expect(phone(page, 1).locator(".welcome")).to_have_count(0)


def test_only_telegram_s_formatting_is_shown(page: Page) -> None:
    say(page, 1, "format")
    text = bubbles(page, 1).last.locator(".text")
    expect(text.locator("b")).to_have_text("Tebal")
    expect(text.locator("blockquote")).to_have_text("Kutipan dari standar")
    expect(text.locator("img, script, a[href^=javascript]")).to_have_count(0)
    expect(text.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    expect(text).not_to_contain_text("bad()")


def test_a_spoiler_opens_by_key(page: Page) -> None:
    say(page, 1, "format")
    spoiler = bubbles(page, 1).last.locator(".spoiler")
    expect(spoiler).to_have_css("color", "rgba(0, 0, 0, 0)")
    spoiler.press("Enter")
    expect(spoiler).not_to_have_css("color", "rgba(0, 0, 0, 0)")


def test_a_button_waits_until_the_bot_has_answered(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    town.held = []
    say(page, 1, "pilih")
    button = phone(page, 1).get_by_role("button", name="Beri tahu")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(page.locator(".toast")).to_have_count(0)
    button.click()  # pressed again while it waits: nothing more is sent
    serving.call(town.release())
    expect(page.locator(".toast")).to_have_text("Tombol notice")
    expect(button).not_to_have_attribute("aria-busy", "true")


def test_an_answer_that_comes_before_its_press_is_not_lost(page: Page) -> None:
    say(page, 1, "pilih")
    button = phone(page, 1).get_by_role("button", name="Peringatan")
    button.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Tombol alert")
    dialog.get_by_role("button", name="Baik").press("Enter")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_a_choice_changes_its_message_in_place(page: Page) -> None:
    say(page, 1, "pilih")
    phone(page, 1).get_by_role("button", name="Sosialisasi Kebijakan").click()
    expect(bubbles(page, 1)).to_contain_text(["pilih", "Dipilih: sosialisasi"])
    expect(phone(page, 1).locator(".key")).to_have_count(0)


def test_a_reply_shows_what_it_answers(page: Page) -> None:
    say(page, 1, "satu")
    expect(bubbles(page, 1)).to_have_count(2)
    choose_in_menu(page, 1, 1, "Balas")
    expect(field(page, 1)).to_be_focused()
    say(page, 1, "dua")
    quote = bubbles(page, 1).nth(2).locator(".quote")
    expect(quote).to_contain_text("Jawaban: satu")
    quote.click()
    expect(phone(page, 1).locator(".row").nth(1)).to_be_focused()


def test_the_last_own_message_is_edited_with_the_up_key(page: Page) -> None:
    say(page, 1, "berpa lama")
    expect(bubbles(page, 1)).to_have_count(2)
    field(page, 1).press("ArrowUp")
    expect(field(page, 1)).to_have_value("berpa lama")
    say(page, 1, "berapa lama")
    expect(bubbles(page, 1).first).to_contain_text("berapa lama")
    expect(bubbles(page, 1).first).to_contain_text("disunting")
    expect(bubbles(page, 1)).to_have_count(2)


def test_a_message_forwarded_to_the_group_is_seen_by_all(page: Page) -> None:
    say(page, 1, "satu")
    expect(bubbles(page, 1)).to_have_count(2)
    choose_in_menu(page, 1, 1, "Teruskan…")
    page.get_by_role("menuitem", name="Ke Grup kantor").press("Enter")
    expect(bubbles(page, 1)).to_contain_text(["Diteruskan dari Pandu"])
    open_group(page, 4)
    expect(bubbles(page, 4)).to_contain_text(["Diteruskan dari Pandu"])
    expect(bubbles(page, 4).locator(".sender")).to_have_text("Pegawai")


def test_a_command_is_taken_from_the_list_by_keyboard(page: Page) -> None:
    field(page, 1).press_sequentially("/b")
    options = phone(page, 1).get_by_role("option")
    expect(options).to_have_count(1)
    field(page, 1).press("ArrowDown")
    expect(options).to_have_attribute("aria-selected", "true")
    field(page, 1).press("Enter")
    expect(bubbles(page, 1).first).to_contain_text("/bantuan")


def test_the_bot_is_asked_by_name_in_the_group(page: Page, town: FakeTown) -> None:
    open_group(page, 2)
    field(page, 2).fill("@pandu_bot biaya")
    expect(phone(page, 2).get_by_role("option").first).to_contain_text("Hasil biaya")
    phone(page, 2).get_by_role("option", name="Hasil lain").click()
    expect(bubbles(page, 2)).to_contain_text(["lewat @pandu_bot"])
    expect(field(page, 2)).to_have_value("")
    assert town.chats[GROUP]["messages"][-1]["text"] == "Hasil biaya nomor 1"


def test_an_album_of_several_kinds_is_sent_and_shown(page: Page) -> None:
    dot = (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
        b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )
    files = [
        FilePayload(name="foto.gif", mimeType="image/gif", buffer=dot),
        FilePayload(name="surat.pdf", mimeType="application/pdf", buffer=b"%PDF" * 500),
        FilePayload(name="suara.ogg", mimeType="audio/ogg", buffer=b"OggS"),
        FilePayload(name="keliru.txt", mimeType="text/plain", buffer=b"x"),
    ]
    phone(page, 1).locator(".picker").set_input_files(files)
    phone(page, 1).get_by_role("button", name="Lepas keliru.txt").click()
    say(page, 1, "lampiran")
    expect(bubbles(page, 1)).to_have_count(4)
    expect(bubbles(page, 1).nth(0).locator("img")).to_have_attribute("alt", "lampiran")
    expect(bubbles(page, 1).nth(1)).to_contain_text("surat.pdf")
    expect(bubbles(page, 1).nth(1)).to_contain_text("2 kB")
    expect(bubbles(page, 1).nth(2).locator("audio")).to_have_count(1)
    expect(phone(page, 1).locator(".row.joined")).to_have_count(2)
    expect(phone(page, 1).locator(".chips li")).to_have_count(0)


def test_a_refused_message_stays_in_the_field(page: Page) -> None:
    say(page, 1, "tolak")
    expect(page.get_by_role("alert")).to_contain_text("Telegram menolak pesan ini")
    expect(field(page, 1)).to_have_value("tolak")
    expect(bubbles(page, 1)).to_have_count(0)


def test_what_is_written_while_another_is_on_its_way_goes_out_after_it(page: Page) -> None:
    on_its_way: list[Route] = []
    page.route("**/messages", lambda route: on_its_way.append(route), times=1)
    say(page, 1, "satu")
    expect(field(page, 1)).to_have_value("")
    say(page, 1, "dua")
    field(page, 1).fill("belum selesai")
    page.wait_for_timeout(200)
    expect(bubbles(page, 1)).to_have_count(0)
    on_its_way[0].continue_()
    expect(bubbles(page, 1)).to_have_count(4)
    expect(bubbles(page, 1).nth(0)).to_contain_text("satu")
    expect(bubbles(page, 1).nth(2)).to_contain_text("dua")
    expect(field(page, 1)).to_have_value("belum selesai")


def test_a_refused_message_comes_back_before_what_was_written_meanwhile(page: Page) -> None:
    on_its_way: list[Route] = []
    page.route("**/messages", lambda route: on_its_way.append(route), times=1)
    say(page, 1, "tolak")
    field(page, 1).fill("lanjutannya")
    on_its_way[0].continue_()
    expect(page.get_by_role("alert")).to_contain_text("Telegram menolak pesan ini")
    expect(field(page, 1)).to_have_value("tolak\nlanjutannya")


def test_a_blocked_bot_gets_nothing_until_it_is_unblocked(page: Page, town: FakeTown) -> None:
    phone(page, 1).get_by_role("button", name="Menu telepon Pegawai").click()
    page.get_by_role("menuitem", name="Blokir bot").click()
    expect(field(page, 1)).to_be_hidden()
    assert town.people[1]["blocked"] is True
    phone(page, 1).get_by_role("button", name="Buka blokir bot").click()
    expect(field(page, 1)).to_be_focused()
    assert town.people[1]["blocked"] is False


def test_typing_is_shown_until_the_message_comes(
    page: Page, town: FakeTown, serving: Serving
) -> None:
    tab = phone(page, 1).get_by_role("tab", name="Pandu")
    say(page, 1, "diam")
    expect(tab).to_contain_text("sedang mengetik…")
    serving.call(town.add(1, "bot", "Sudah"))
    expect(tab).not_to_contain_text("sedang mengetik…")


def test_an_answer_longer_than_the_phone_is_read_from_its_start(page: Page) -> None:
    say(page, 1, "kata " * 400)
    say(page, 1, "kata " * 400)
    expect(bubbles(page, 1)).to_have_count(4)
    expect(bubbles(page, 1).last.get_by_text("Jawaban:")).to_be_in_viewport()
    expect(bubbles(page, 1).last.locator("time")).not_to_be_in_viewport()
    say(page, 1, "pendek")
    expect(bubbles(page, 1).last).to_be_in_viewport()
    expect(bubbles(page, 1)).to_have_count(6)
    choose_in_menu(page, 1, 0, "Balas")  # goes back to the first message
    phone(page, 1).get_by_role("button", name="Ke pesan terakhir").click()
    expect(bubbles(page, 1).last).to_be_in_viewport()

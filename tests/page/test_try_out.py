"""The try-out as its first visitor uses it: the real bot behind the page, in a real browser."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.page.phones import bubbles, field, open_group, phone, say
from tests.page.running import Running

ASKER, COMPLAINANT, ADMIN = 1001, 1002, 1005


@pytest.fixture(scope="module")
def running(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("office"))
    yield running
    assert running.end() == 0


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    """Return the page of an office that has forgotten what earlier tests did."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    assert context.request.post(f"{running.address}/api/reset").ok
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(running.address)
    expect(page.locator(".phone")).to_have_count(5)
    yield page
    context.close()
    assert problems == []


def answers(page: Page, person: int, text: str) -> None:
    """Expect the last bubble of a phone to hold a text."""
    expect(bubbles(page, person).last).to_contain_text(text)


def test_a_question_with_typing_mistakes_gets_its_answer_and_source(page: Page) -> None:
    say(page, ASKER, "penangung jawb penyusunn sop siapa")
    answers(page, ASKER, "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja")
    answers(page, ASKER, "Sumber: Standar Pelayanan Pengoordinasian Penyusunan")


def test_what_the_tour_offers_is_answered(page: Page) -> None:
    tour = page.get_by_role("complementary")
    offered = tour.get_by_role("button").filter(has_text="sosialisasi kebijakan")
    offered.click()
    field(page, ASKER).press("Enter")
    answers(page, ASKER, "Sumber:")


def test_a_choice_is_picked_by_button_and_followed_up(page: Page) -> None:
    say(page, ASKER, "syaratnya apa aja ya")
    expect(bubbles(page, ASKER).last).to_contain_text("mana")
    phone(page, ASKER).get_by_role("button", name="Sosialisasi", exact=False).first.click()
    expect(bubbles(page, ASKER).last).to_contain_text("Sumber: Standar Pelayanan Penyelenggaraan")
    say(page, ASKER, "kalau biayanya?")
    answers(page, ASKER, "Biaya pelayanan")
    answers(page, ASKER, "Sosialisasi Kebijakan")


def test_the_language_is_chosen_for_one_person_alone(page: Page) -> None:
    say(page, ASKER, "/bahasa")
    phone(page, ASKER).get_by_role("button", name="English").click()
    expect(phone(page, ASKER)).to_contain_text("English")
    say(page, ASKER, "biaya sosialisasi?")
    answers(page, ASKER, "Source:")
    say(page, COMPLAINANT, "biaya sosialisasi?")
    answers(page, COMPLAINANT, "Sumber:")


def test_a_file_gets_a_kind_word_instead_of_silence(page: Page) -> None:
    say(page, ASKER, "/start")
    expect(bubbles(page, ASKER)).to_have_count(2)
    photo = FilePayload(name="surat.png", mimeType="image/png", buffer=_PICTURE)
    with page.expect_file_chooser() as chooser:
        phone(page, ASKER).get_by_role("button", name="Lampirkan").click()
    chooser.value.set_files(photo)
    field(page, ASKER).press("Enter")
    expect(bubbles(page, ASKER)).to_have_count(4)


def test_in_the_group_it_answers_only_when_it_is_meant(page: Page) -> None:
    for person in (ASKER, COMPLAINANT):
        open_group(page, person)
    say(page, ASKER, "biaya sosialisasi berapa ya?")
    say(page, COMPLAINANT, "@pandu_tryout_bot biaya sosialisasi?")
    answers(page, ASKER, "Sumber:")
    expect(bubbles(page, ASKER)).to_have_count(3)


def test_killed_in_the_middle_it_goes_on_where_it_was(page: Page, running: Running) -> None:
    say(page, ASKER, "biaya sosialisasi?")
    answers(page, ASKER, "Sumber:")
    running.end(signal.SIGKILL)
    running.start()
    expect(page.locator("body")).not_to_contain_text("Sambungan terputus")
    expect(bubbles(page, ASKER)).to_have_count(2)
    say(page, ASKER, "kalau tempatnya?")
    answers(page, ASKER, "Tempat pelayanan")
    answers(page, ASKER, "Sosialisasi Kebijakan")


def test_starting_anew_forgets_the_chats_and_what_they_were_about(page: Page) -> None:
    say(page, ASKER, "biaya sosialisasi?")
    answers(page, ASKER, "Sumber:")
    page.get_by_role("button", name="Mulai ulang").click()
    page.get_by_role("button", name="Hapus semua").click()
    expect(bubbles(page, ASKER)).to_have_count(0)
    say(page, ASKER, "kalau tempatnya?")
    expect(bubbles(page, ASKER)).to_have_count(2)
    expect(bubbles(page, ASKER).last).not_to_contain_text(
        "Sumber: Standar Pelayanan Penyelenggaraan"
    )


def test_the_clock_is_put_forward_and_back_only_by_starting_anew(page: Page) -> None:
    clock = page.get_by_role("group", name="Waktu kantor")
    today = clock.locator(".clock-day").inner_text()
    for _ in range(2):  # before the office opens, the first one is this very morning
        clock.get_by_role("button", name="Pagi kerja berikutnya").click()
        expect(clock).to_contain_text("07.30")
    expect(clock).not_to_contain_text(today)
    say(page, ASKER, "biaya sosialisasi?")
    answers(page, ASKER, "Sumber:")
    expect(bubbles(page, ASKER).last.locator("time")).to_have_text("07.30")
    page.get_by_role("button", name="Mulai ulang").click()
    page.get_by_role("button", name="Hapus semua").click()
    expect(clock).to_contain_text(today)


def test_a_reminder_that_does_not_wait_is_said_not_to(page: Page) -> None:
    page.get_by_role("button", name="Pengingat berikutnya").click()
    expect(page.locator(".toast")).to_be_visible()


def test_the_officials_hold_the_posts_that_the_standards_name(page: Page) -> None:
    expect(page.locator("#phone-1003")).to_contain_text("Kepala Bagian Tata Laksana")
    expect(page.locator("#phone-1004")).to_contain_text("Kepala Biro Organisasi")


_PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99"
    b"=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)

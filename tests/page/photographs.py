"""make pictures: the README's pictures, taken from a running try-out in Debian's Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.page.conftest import QUIET
from tests.page.running import ROOT, Running

PICTURES = ROOT / "docs" / "pictures"
_DESKTOP, _PHONE = (1440, 900), (390, 844)
_ASKER, _COMPLAINANT, _HEAD_OF_SECTION = 1001, 1002, 1003


def main() -> None:
    """Chat on a fresh try-out, and take a picture at a desktop's width and one at a phone's."""
    with _browser() as browser, TemporaryDirectory() as folder:
        running = Running(Path(folder))
        try:
            _take(browser, running.address)
        finally:
            running.end()


def _take(browser: Browser, address: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    page = _opened(browser, address, _DESKTOP)
    _say(page, _ASKER, "penangung jawb penyusunn sop siapa")
    _say(page, _ASKER, "kalau biayanya?")
    _say(page, _COMPLAINANT, "klo mau ngadu soal sosialisasi ke siapa?")
    _say(page, _HEAD_OF_SECTION, "langkah 3 sop berapa lama")
    page.screenshot(path=PICTURES / "try-out.png")
    page = _opened(browser, address, _PHONE)
    page.screenshot(path=PICTURES / "phone.png")


@contextmanager
def _browser() -> Iterator[Browser]:
    path = which("chromium")
    if path is None:
        raise SystemExit("Chromium is missing (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=QUIET)


def _opened(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    """Open the page as someone finds it who has been here before."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script("localStorage.setItem('pandu.tour', 'closed')")
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".phone").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    return page


def _say(page: Page, person: int, text: str) -> None:
    """Write a message and wait for the answer."""
    phone = page.locator(f"#phone-{person}")
    before = phone.locator(".bubble").count()
    phone.get_by_role("textbox").fill(text)
    phone.get_by_role("textbox").press("Enter")
    expect(phone.locator(".bubble")).to_have_count(before + 2, timeout=15_000)


if __name__ == "__main__":
    main()

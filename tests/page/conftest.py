"""A browser, a fake town and an open page for the tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.page.fake_town import FakeTown
from tests.page.serving import Serving

QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
Open = Callable[..., Page]

expect.set_options(timeout=10_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; once a module, as Playwright keeps an event loop meanwhile."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is missing (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def town() -> FakeTown:
    """Return a town in which nobody has written yet."""
    return FakeTown()


@pytest.fixture
def serving(town: FakeTown) -> Iterator[Serving]:
    """Serve the town."""
    serving = Serving(town)
    yield serving
    serving.stop()


@pytest.fixture
def open_page(browser: Browser, serving: Serving) -> Iterator[Open]:
    """Return a function that opens the page; no script may fail, no other host may be asked."""
    contexts, problems = [], []

    def watch(request: Request) -> None:
        if not request.url.startswith((serving.address, "data:", "blob:")):
            problems.append(f"asked {request.url}")

    def open_one(*, visited: bool = True, width: int = 1440, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        if visited:
            context.add_init_script("localStorage.setItem('pandu.tour', 'closed')")
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", watch)
        page.goto(serving.address)
        expect(page.locator(".phone")).to_have_count(5)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(open_page: Open) -> Page:
    """Return the page as someone finds it who has been here before."""
    return open_page()

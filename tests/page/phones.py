"""What a person does on a phone of the page, in a test's words."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def phone(page: Page, person: int) -> Locator:
    """Return a person's phone."""
    return page.locator(f"#phone-{person}")


def field(page: Page, person: int) -> Locator:
    """Return where a person writes."""
    return phone(page, person).get_by_role("textbox")


def say(page: Page, person: int, text: str) -> None:
    """Write a message and send it with Enter."""
    field(page, person).fill(text)
    field(page, person).press("Enter")


def bubbles(page: Page, person: int) -> Locator:
    """Return the messages that a phone shows."""
    return phone(page, person).locator(".bubble")


def choose_in_menu(page: Page, person: int, message: int, item: str) -> None:
    """Open the menu of the message at a place, from the keyboard, and take an item."""
    row = phone(page, person).locator(".row").nth(message)
    row.focus()
    row.press("Enter")
    page.get_by_role("menuitem", name=item).press("Enter")


def open_group(page: Page, person: int) -> None:
    """Show the group on a person's phone."""
    phone(page, person).get_by_role("tab", name="Grup kantor").click()

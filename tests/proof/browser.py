"""A real browser: the Chromium of the system, headless, with no network."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

VARIABLE = "PAPERPARSE_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The browser to use: the one named, or the first on the path."""
    return os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra browser)")
    path = find_chromium()
    if path is None:
        pytest.skip(f"no Chromium on the path, and {VARIABLE} names none")
    with api.sync_playwright() as driver:
        # a container's root may not have the sandbox; the pages are files of our own
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def sheet(chromium: Browser) -> Iterator[Page]:
    """An empty tab; whatever it logs, throws or asks the network for fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    page.on(
        "request", lambda request: None if request.url.startswith("file:") else faults.append(request.url)
    )
    yield page
    context.close()
    assert faults == []

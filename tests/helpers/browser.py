"""A real, headless Chromium for the pages that `grade` writes: opened from disk, without a network, as their readers do.

    def test_page(browser, tmp_path):
        for width in WIDTHS:
            with opened(browser, tmp_path / "report.html", width=width) as window:
                assert_sound(window)
                assert window.page.locator("h1").inner_text() == "…"

Where there is no Chromium, a test with the fixture `browser` is skipped and says why; with NEURALINGS_BROWSER=required it fails.
"""

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

WIDTHS = (390, 1280)
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@dataclass
class Window:
    """One opened page: Playwright's handle on it, what it complained of, and what it asked the world for."""

    page: Any
    complaints: list = field(default_factory=list)
    requests: list = field(default_factory=list)

    def becomes(self, *, width, dark=False):
        """The same page in a window of this width, in light or dark colours: quicker than to open it again."""
        self.page.set_viewport_size({"width": width, "height": self.page.viewport_size["height"]})
        self.page.emulate_media(color_scheme="dark" if dark else "light")

    def picture(self, path):
        """A picture of the whole page, for people to look at."""
        self.page.screenshot(path=str(path), full_page=True)


@pytest.fixture(scope="session")
def browser():
    """The Chromium of this machine, started once; Playwright drives it, and never downloads one of its own."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        _do_without(f"no Chromium here (looked for {', '.join(_NAMES)}); apt-get install chromium brings one")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _do_without("playwright is not installed; pip install -e '.[dev]' brings it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable)
        yield chromium
        chromium.close()


def _do_without(reason):
    if os.environ.get("NEURALINGS_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def opened(browser, path, *, width=1280, height=900, dark=False):
    """A local file in a window of this size, in light or dark colours; nothing but the file can be reached."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
    window = Window(context.new_page())
    window.page.on("console", lambda message: _note(window, message))
    window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
    window.page.on("request", lambda request: window.requests.append(request.url))
    try:
        window.page.goto(Path(path).resolve().as_uri())
        yield window
    finally:
        context.close()


def _note(window, message):
    if message.type in ("error", "warning"):
        window.complaints.append(message.text)


def assert_sound(window):
    """Nothing is missing, nothing is fetched, nothing sticks out, and who cannot see the pictures is told what they show."""
    assert window.complaints == []
    assert [url for url in window.requests[1:] if not url.startswith("data:")] == []
    page = window.page
    assert page.evaluate("document.documentElement.lang") != ""
    assert page.title() != ""
    inner, content = page.evaluate("[window.innerWidth, document.scrollingElement.scrollWidth]")
    assert content <= inner, f"{content} pixels wide in a window of {inner}"
    unseen = "[...document.images].filter(image => !image.complete || !image.naturalWidth).length"
    assert page.evaluate(unseen) == 0
    silent = "[...document.querySelectorAll('img:not([alt]), svg[role=img]:not([aria-label]):not([aria-labelledby])')].length"
    assert page.evaluate(silent) == 0

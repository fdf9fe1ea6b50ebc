"""Fixtures that more than one test file uses."""

from helpers.browser import browser
from helpers.pictures import album

__all__ = ["album", "browser"]

"""Fixtures that more than one test file uses."""

from helpers.browser import browser

__all__ = ["browser"]

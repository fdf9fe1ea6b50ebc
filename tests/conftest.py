"""Fixtures that more than one test file uses, and signals as a terminal gives them."""

import signal

from helpers.browser import browser
from helpers.pictures import album

__all__ = ["album", "browser"]


def pytest_configure(config):
    """Whoever runs the tests in the background has Ctrl-C and hang-ups ignored, and every command here would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGHUP, signal.SIGQUIT):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)

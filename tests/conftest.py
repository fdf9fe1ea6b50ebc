"""Fixtures that more than one test file uses, and signals as a terminal gives them."""

import os
import shutil
import signal
import tempfile

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
    if not hasattr(config, "workerinput"):  # the processes of pytest-xdist have it from the first one
        config.cache_of_the_session = os.environ["NEURALINGS_CACHE"] = tempfile.mkdtemp(prefix="neuralings-cache-")


def pytest_unconfigure(config):
    """What the diagnoses of this session have kept goes with it: the user's own cache is neither asked nor filled."""
    if hasattr(config, "cache_of_the_session"):
        shutil.rmtree(config.cache_of_the_session, ignore_errors=True)

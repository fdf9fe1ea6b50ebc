"""What a worker may read: the interpreter, its packages, a few facts about the machine, and the course's data."""

from __future__ import annotations

import glob
import os
import site
import sys
import sysconfig
from collections.abc import Iterator

from .landlock import IOCTL_DEV, READ, READ_DIR, TRUNCATE, WRITE_FILE, Rule
from .policy import Policy

MACHINE_FACTS = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/sys/devices/system/cpu",
    "/dev/urandom",
)
LIBRARY_FOLDERS = ("/usr/lib", "/usr/lib64", "/lib", "/lib64")
PROC_FACTS = ("/proc/cpuinfo", "/proc/meminfo")
# Not the whole of /proc/self: its `net` tells of everybody's connections, its `mountinfo` of the machine.
OWN_FACTS = ("auxv", "cgroup", "cmdline", "comm", "limits", "maps", "smaps", "stat", "statm", "status")
NULL: Rule = ("/dev/null", READ | WRITE_FILE | TRUNCATE | IOCTL_DEV)

_PACKAGE_FOLDERS = ("site-packages", "dist-packages")


def rules(policy: Policy) -> list[Rule]:
    """Every rule but those for /proc, which differ from worker to worker."""
    sites = package_folders()
    hidden = frozenset(os.path.realpath(path) for path in policy.hidden)
    if hidden & sites:
        folders = ", ".join(sorted(hidden & sites))
        raise ValueError(f"hiding {folders} would hide every installed package: name the entries in it instead")
    reach = _Reach(hidden | _other_package_folders(sites), sites)
    found: dict[str, int] = {}
    for root in (*_interpreter(), *sorted(sites), *LIBRARY_FOLDERS, *MACHINE_FACTS, *policy.readable):
        for path, rights in reach.below(os.path.realpath(root)):
            found[path] = found.get(path, 0) | rights
    return [*found.items(), NULL]


def package_folders() -> frozenset[str]:
    """The site-packages folders of this interpreter."""
    candidates = [*sys.path, *site.getsitepackages(), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    named = (path for path in candidates if os.path.basename(path) in _PACKAGE_FOLDERS)
    return frozenset(os.path.realpath(path) for path in named if os.path.isdir(path))


def _other_package_folders(sites: frozenset[str]) -> frozenset[str]:
    """Package folders that lie beside ours but are not used, where another copy of the course could be."""
    parents = {os.path.realpath(os.path.join(sys.base_prefix, "lib")), *map(os.path.realpath, LIBRARY_FOLDERS)}
    found = {path for parent in parents for name in _PACKAGE_FOLDERS for path in glob.glob(f"{parent}/python3*/{name}")}
    return frozenset(map(os.path.realpath, found)) - sites


def _interpreter() -> Iterator[str]:
    yield os.path.dirname(os.__file__)
    for name in ("stdlib", "platstdlib"):
        yield sysconfig.get_path(name)
    yield os.path.join(sys.base_prefix, "lib")
    yield from (path for path in sys.path if path.endswith(".zip"))


class _Reach:
    """What lies below a folder, without what is hidden. A rule reaches all that is beneath, so holes need splitting.

    The most specific word wins: a folder inside a hidden one is readable if it was asked for by name.
    """

    def __init__(self, hidden: frozenset[str], sites: frozenset[str]) -> None:
        self.hidden = hidden
        self.sites = sites
        self.split = {parent for path in hidden for parent in _parents(path)} | sites
        self.split |= {parent for path in sites for parent in _parents(path)}

    def below(self, path: str) -> Iterator[Rule]:
        if path in self.hidden or not os.path.exists(path):
            return
        if path not in self.split or not os.path.isdir(path):
            yield path, READ
            return
        yield path, READ_DIR
        for child in self._children(path):
            yield from self.below(child)

    def _children(self, folder: str) -> Iterator[str]:
        try:
            names = os.listdir(folder)
        except OSError:
            return
        for name in names:
            if folder in self.sites and (name.endswith(".pth") or name.startswith("__editable__")):
                continue  # they lead to checkouts
            path = os.path.join(folder, name)
            target = os.path.realpath(path)
            if target == path or not self._hides(target):
                yield target

    def _hides(self, path: str) -> bool:
        return path in self.hidden or any(parent in self.hidden for parent in _parents(path))


def _parents(path: str) -> Iterator[str]:
    while path != (path := os.path.dirname(path)):
        yield path


def open_to_all(paths: list[Rule]) -> bool:
    """Whether a user without any rights of his own could still read all of these."""
    checked: dict[str, bool] = {}
    return all(_mode(path, 0o4) and all(_passable(parent, checked) for parent in _parents(path)) for path, _ in paths)


def _passable(folder: str, checked: dict[str, bool]) -> bool:
    if folder not in checked:
        checked[folder] = _mode(folder, 0o1)
    return checked[folder]


def _mode(path: str, bits: int) -> bool:
    try:
        return os.stat(path).st_mode & bits == bits
    except OSError:
        return False


def top_folders(rules: list[Rule]) -> list[str]:
    """The first step from / to each of these paths: everything that could be worth reading, without /proc."""
    tops = {"/" + path.split("/")[1] for path, _ in rules}
    return sorted(tops - {"/", "/proc"})

"""Is it one class, or are its folders assignments with a class in each? Then every assignment would be taken for a student."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from grader.classroom.layouts import SOURCES, composed, is_download, only_folder
from grader.classroom.titles import Titles
from grader.classroom.trees import Member


def classes_in(members: Sequence[Member], depth: int, titles: Titles) -> tuple[list[str], bool]:
    """The folders at this depth, if each of them holds several people's files; and whether that is sure.

    It is sure where a learning platform has named what is inside; it is not where folders merely hold the same exercise, since
    a student may keep copies.
    """
    tops: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if len(member.parts) > depth + 1:
            tops[composed(member.parts[depth])].append(member)
    filled: set[str] = set()
    sure: set[str] = set()
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)  # of each folder and exercise the folders inside that have it
    for top, below in tops.items():
        at = _inside(below, depth + 1)
        for member in below:
            inside = composed(member.parts[min(at, len(member.parts) - 1)])
            if is_download(inside):
                sure.add(top)
            if member.is_folder or not member.parts[-1].lower().endswith(SOURCES):
                continue
            filled.add(top)
            exercise = titles.exact(member.parts[-1])
            if exercise is not None and len(member.parts) > at + 1 and not titles.is_own(inside):
                holders[top, exercise.id].add(inside)
    found = sure | {top for (top, _exercise), inside in holders.items() if len(inside) > 1}
    if not filled or not filled <= found or any(map(is_download, filled)):
        return [], False
    return sorted(found), filled <= sure


def _inside(members: Sequence[Member], depth: int) -> int:
    """The depth at which there is more than one folder around all the rest."""
    while (alone := only_folder(members, depth)) and not is_download(alone):
        depth += 1
    return depth

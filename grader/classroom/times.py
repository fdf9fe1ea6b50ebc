"""When was it handed in? By its last commit, else by the date that its file or ZIP carries; and what is known how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from grader.classroom.commits import GIT, Commits
from grader.classroom.placing import Place
from grader.classroom.scratch import scratch
from grader.classroom.trees import Member, Tree
from grader.errors import SubmissionError
from grader.language import N_, _

COMMIT, FILE, ZIP = "commit", "file", "ZIP"
# Files that all carry one time were copied or downloaded then; nobody knows when they were handed in.
_COPIED_WITHIN = timedelta(minutes=1)
_COPIED_FROM = 5
_SOURCES = {
    COMMIT: N_("the last commit of the file"),
    FILE: N_("the date of the file"),
    ZIP: N_("the date in the ZIP"),
    "told": N_("what Canvas says"),
    "": N_("nothing: no time is recorded, and it counts as in time"),
}


_REMARKS = {
    FILE: N_("The date of the file says how late it is."),
    ZIP: N_("The date in the ZIP says how late it is."),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A recorded time, and what recorded it."""

    when: datetime
    source: str

    @property
    def remark(self) -> str:
        """What a teacher should know who takes points off by it: a commit tells more than a date, which copying may change."""
        return _(_REMARKS[self.source]) if self.source in _REMARKS else ""


def recorded_times(tree: Tree, places: Iterable[Place], checkouts: Collection[tuple[str, ...]]) -> dict[str, Moment]:
    """Of each file's path when it was handed in; files for which nothing tells are not there. `checkouts` hold a `.git`."""
    times: dict[str, Moment] = {}
    dated: dict[str, Moment] = {}
    with scratch() as folder:
        commits = Commits(tree, folder)
        for place in places:
            if place.piece is None or place.piece.late is not None:
                continue
            member = place.piece.member
            when = _committed(commits, tree, member, checkouts)
            if when is not None:
                times[member.path] = Moment(when, COMMIT)
            elif member.modified is not None:
                dated[member.path] = Moment(member.modified, ZIP if tree.kind == "ZIP" else FILE)
    moments = [moment.when for moment in dated.values()]
    if len(moments) >= _COPIED_FROM and max(moments) - min(moments) <= _COPIED_WITHIN:
        return times
    return dated | times


def sources_of(
    times: dict[str, Moment], places: Iterable[Place], checkouts: Collection[tuple[str, ...]]
) -> Iterator[str]:
    """In sentences, what tells how late the files of a run are."""
    if checkouts and GIT is None:
        yield _("There are git checkouts, but git is not installed here: their commits tell no time.")
    pieces = [place.piece for place in places if place.piece is not None]
    kinds = Counter(
        "told" if piece.late is not None else times[piece.member.path].source if piece.member.path in times else ""
        for piece in pieces
    )
    found = [f"{_(words)} ({kinds[kind]})" for kind, words in _SOURCES.items() if kinds[kind]]
    if found:
        yield _("How late a file is comes from: {sources}.").format(sources="; ".join(found))


def _committed(commits: Commits, tree: Tree, member: Member, checkouts: Collection[tuple[str, ...]]) -> datetime | None:
    around = [member.parts[:end] for end in range(len(member.parts) - 1, 0, -1)]
    checkout = next((parts for parts in around if parts in checkouts), None)
    if checkout is None:
        return None
    try:
        return commits.time_of(checkout, "/".join(member.parts[len(checkout) :]), tree.read(member))
    except SubmissionError:
        return None

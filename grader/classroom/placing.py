"""Which file of a student is graded as which exercise, and where nobody can say, why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from grader.classroom.layouts import ARCHIVES, CANVAS, SOURCES, Layout, Piece, Who
from grader.classroom.titles import Titles
from grader.classroom.trees import Member, Tree
from grader.course import Course, Exercise
from grader.errors import SubmissionError
from grader.language import _

# How surely a file's name tells its exercise; the surest candidates decide among themselves.
_EXACT, _ID, _TOPIC, _FOLDER, _ONLY = range(5)
_NOTEBOOK = 10


@dataclass(frozen=True, slots=True)
class Place:
    """One student's one exercise: the file to grade, or why there is none."""

    who: Who
    exercise: Exercise
    piece: Piece | None
    note: str = ""
    is_unclear: bool = False  # something was handed in, but a person has to say what it is
    found: str = ""  # where that something lies


@dataclass(slots=True)
class Placed:
    """All places of a run, and the files that found none."""

    places: list[Place] = field(default_factory=list)
    unplaced: list[tuple[Member, str]] = field(default_factory=list)
    exercises: tuple[Exercise, ...] = ()


def place(layout: Layout, course: Course, wanted: Sequence[Exercise], titles: Titles, tree: Tree) -> Placed:
    """Give every student a place for every exercise: those in `wanted`, else those that somebody handed in."""
    placed = Placed()
    found: dict[tuple[str, str], list[tuple[int, Piece]]] = defaultdict(list)
    loose: dict[str, list[Piece]] = defaultdict(list)
    closed: dict[str, Member] = {}
    for piece in layout.pieces:
        name = piece.inner[-1]
        if name.lower().endswith(ARCHIVES):
            closed[piece.who.key] = piece.member
            placed.unplaced.append((piece.member, _why_closed(piece.member)))
        if not name.lower().endswith(SOURCES) or name in titles.shared:
            continue
        exercise, sureness = _exercise_of(piece, titles)
        if exercise is None:
            loose[piece.who.key].append(piece)
        else:
            found[piece.who.key, exercise.id].append((sureness, piece))
    _place_loose(found, loose, wanted, placed)
    placed.unplaced += [(member, _("whose it is does not stand in its name")) for member in layout.nobodys]
    # Nobody may lose a mark over an archive: a person has to look into it.
    notes = {
        key: _("An archive was handed in and not opened, {name}: {why}").format(name=member.path, why=_why_closed(member))
        for key, member in closed.items()
    }
    busy = {piece.who.key for piece in layout.pieces}
    handed_in = {exercise for _key, exercise in found}
    placed.exercises = tuple(e for e in course.exercises if (e in wanted if wanted else e.id in handed_in))
    for who in layout.students.values():
        for exercise in placed.exercises:
            candidates = found.get((who.key, exercise.id), [])
            if candidates:
                placed.places.append(_choose(who, exercise, candidates, tree))
            else:
                note = layout.faults.get(who.key) or notes.get(who.key) or _nothing(who.key in busy)
                archive = closed[who.key].path if who.key in closed else ""
                placed.places.append(Place(who, exercise, None, note, bool(archive), archive))
    return placed


def _why_closed(archive: Member) -> str:
    return archive.fault or _("Only ZIPs are opened. Unpack it where it is.")


def _exercise_of(piece: Piece, titles: Titles) -> tuple[Exercise | None, int]:
    name = piece.inner[-1]
    later = _NOTEBOOK if name.lower().endswith(".ipynb") else 0
    for sureness, ask in ((_EXACT, titles.exact), (_ID, titles.by_id), (_TOPIC, titles.by_topic)):
        exercise = ask(name)
        if exercise is not None:
            return exercise, sureness + later
    if len(piece.inner) == 1:  # in a flat folder the exact name has the student's name around it
        return None, 0
    for folder in reversed(piece.inner[:-1]):
        exercise = titles.by_id(folder) or titles.by_topic(folder)
        if exercise is not None:
            return exercise, _FOLDER + later
    return None, 0


def _place_loose(
    found: dict[tuple[str, str], list[tuple[int, Piece]]],
    loose: dict[str, list[Piece]],
    wanted: Sequence[Exercise],
    placed: Placed,
) -> None:
    """A file whose name tells nothing is the exercise that was asked for, if it is the only file of its student."""
    for key, pieces in loose.items():
        if len(wanted) == 1 and (key, wanted[0].id) not in found:
            # Two of them stay two candidates, and the student's row names both.
            found[key, wanted[0].id] = [(_ONLY, piece) for piece in pieces]
        else:
            placed.unplaced += [(piece.member, _("no exercise has that name")) for piece in pieces]


def _choose(who: Who, exercise: Exercise, candidates: list[tuple[int, Piece]], tree: Tree) -> Place:
    surest = min(sureness for sureness, _piece in candidates)
    best = [piece for sureness, piece in candidates if sureness == surest]
    if len(best) > 1 and all(piece.layout == CANVAS for piece in best):
        # Canvas numbers what is handed in again: the highest number is the newest. One ZIP may hold two of them.
        newest = max(piece.turn for piece in best)
        best = [piece for piece in best if piece.turn == newest]
    if len(best) > 1 and not _are_one(best, tree):
        names = ", ".join(piece.member.path for piece in best[:4])
        return Place(
            who,
            exercise,
            None,
            _("There are {number} files for this exercise, and none was graded: {names}. Keep one of them.").format(
                number=len(best), names=names
            ),
            is_unclear=True,
            found=names,
        )
    return Place(who, exercise, best[0])


def _nothing(has_files: bool) -> str:
    if has_files:
        return _("No file for this exercise was handed in.")
    return _("Nothing was handed in: the folder is empty.")


def _are_one(pieces: Sequence[Piece], tree: Tree) -> bool:
    """Whether these files have the same content; then it does not matter which is graded."""
    if len({piece.member.size for piece in pieces}) > 1:
        return False
    try:
        return len({tree.read(piece.member) for piece in pieces}) == 1
    except SubmissionError:
        return False

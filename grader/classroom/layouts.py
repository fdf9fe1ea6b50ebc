"""Whose file is it? The names that folders, Canvas, Moodle and git give to submissions → students and their files."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from grader.classroom.titles import Titles
from grader.classroom.trees import ARCHIVE, Member, storable

FOLDERS, FLAT, CANVAS, MOODLE, CHECKOUTS = "folders", "flat files", "Canvas", "Moodle", "git checkouts"

# `lovelaceada_LATE_4711_815_exercise1_activations-2.py`, as Canvas names them; without names it writes `anon_aB3dE`.
_CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<user>\d+)_(?P<upload>\d+)_(?P<file>.+)", re.DOTALL)
_CANVAS_ANONYMOUS = re.compile(r"anon_(?P<user>[A-Za-z0-9]{5})(?P<late>_LATE)?_(?P<upload>\d+)_(?P<file>.+)", re.DOTALL)
# `Ada Lovelace_4711_assignsubmission_file_`, a folder, or the beginning of a file's name.
_MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>.+)?)?", re.DOTALL
)
_AGAIN = re.compile(r"(?P<stem>.+)-(?P<turn>\d{1,3})(?P<suffix>\.[A-Za-z0-9]+)", re.DOTALL)
SOURCES = (".py", ".ipynb")
ARCHIVES = (ARCHIVE, ".7z", ".rar", ".tar", ".gz", ".tgz")


@dataclass(frozen=True, slots=True)
class Who:
    """A student as a layout knows them. `ids` are the numbers and names by which a roster may know them too."""

    key: str
    name: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a student. `inner` is its path as the student named it; of two, the one of the later `turn` is newer."""

    who: Who
    member: Member
    inner: tuple[str, ...]
    layout: str
    turn: tuple[int, int] = (0, 0)
    late: bool | None = None  # Canvas says whether it came late; the others say when


@dataclass(slots=True)
class Layout:
    """All that was found: the students, their files, whose are whose unknown, and the checkouts."""

    depth: int = 0  # folders that lie around everything
    students: dict[str, Who] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    nobodys: list[Member] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)  # of a student's folder that cannot be read
    checkouts: set[tuple[str, ...]] = field(default_factory=set)  # folders with a `.git`, at any depth below a student
    kinds: Counter[str] = field(default_factory=Counter)


def composed(text: str) -> str:
    """A name as it is compared and stored: Hangul from a Mac comes in pieces."""
    return unicodedata.normalize("NFC", storable(text)).strip()


def is_download(name: str) -> bool:
    """Whether Canvas or Moodle has made this name for one student."""
    return bool(_MOODLE.fullmatch(name) or _canvas(name))


def read_layout(members: Sequence[Member], titles: Titles) -> Layout:
    """Whose each member is. `titles` knows what exercises are called, since flat files carry that beside a name."""
    depth = _wrapping(members, titles)
    layout = Layout(depth=depth)
    below = [member for member in members if len(member.parts) > depth]
    for member in below:
        if member.parts[-1] == ".git" and len(member.parts) >= depth + 2:
            layout.checkouts.add(member.parts[:-1])
    for member in below:
        _take(layout, member, member.parts[depth:], titles)
    _tell_apart(layout)
    return layout


def _take(layout: Layout, member: Member, parts: tuple[str, ...], titles: Titles) -> None:
    top = composed(parts[0])
    moodle = _MOODLE.fullmatch(top)
    if moodle:
        _take_moodle(layout, member, parts, moodle)
    elif top.lower().endswith(ARCHIVE) and (len(parts) > 1 or member.is_folder):
        _take_packed(layout, member, parts, titles)
    elif len(parts) > 1 or member.is_folder:
        kind = CHECKOUTS if member.parts[: len(member.parts) - len(parts) + 1] in layout.checkouts else FOLDERS
        who = _student(layout, Who(top, top), kind)
        if len(parts) == 1 and member.fault:
            layout.faults[who.key] = member.fault
        _add(layout, Piece(who, member, parts[1:], kind))
    else:
        _take_file(layout, member, top, titles)


def _take_moodle(layout: Layout, member: Member, parts: tuple[str, ...], found: re.Match[str]) -> None:
    name, number = found["name"].strip(), found["user"]
    # The number is another one in every assignment: it tells two people of one name apart, and no more.
    who = _student(layout, Who(f"{name}_{number}", name, (number,)), MOODLE)
    if found["plugin"] == "file":
        inner = parts[1:] if len(parts) > 1 or member.is_folder else (found["file"] or "",)
        _add(layout, Piece(who, member, inner, MOODLE))


def _take_packed(layout: Layout, member: Member, parts: tuple[str, ...], titles: Titles) -> None:
    """A ZIP that was opened is a folder with the name of a file: Canvas', or the student's."""
    name = composed(parts[0])
    found = _canvas(name)
    person = titles.without(name)
    if found:
        _take_canvas(layout, member, found, parts[1:])
    elif not person or titles.is_own(person):
        if len(parts) == 1:
            layout.nobodys.append(member)
    else:
        kind = CHECKOUTS if member.parts[: len(member.parts) - len(parts) + 1] in layout.checkouts else FOLDERS
        _add(layout, Piece(_student(layout, Who(person, person), kind), member, parts, kind))


def _take_canvas(layout: Layout, member: Member, found: re.Match[str], below: tuple[str, ...] = ()) -> None:
    user = found["user"]
    person = found.groupdict().get("name") or f"anon_{user}"
    who = _student(layout, Who(user, person, (user, person)), CANVAS)
    again = _AGAIN.fullmatch(found["file"])
    file = again["stem"] + again["suffix"] if again else found["file"]
    turn = (int(again["turn"]) if again else 0, int(found["upload"]))
    _add(layout, Piece(who, member, (file, *below), CANVAS, turn, late=bool(found["late"])))


def _canvas(name: str) -> re.Match[str] | None:
    return _CANVAS.fullmatch(name) or _CANVAS_ANONYMOUS.fullmatch(name)


def _take_file(layout: Layout, member: Member, name: str, titles: Titles) -> None:
    found = _canvas(name)
    if found:
        _take_canvas(layout, member, found)
    elif name.lower().endswith(SOURCES):
        person = titles.without(name)
        if not person or name in titles.shared:
            layout.nobodys.append(member)
            return
        who = _student(layout, Who(person, person), FLAT)
        _add(layout, Piece(who, member, (name,), FLAT))
    elif name.lower().endswith(ARCHIVES):
        layout.nobodys.append(member)


def _student(layout: Layout, who: Who, kind: str) -> Who:
    if who.key not in layout.students:
        layout.kinds[kind] += 1
        layout.students[who.key] = who
    return layout.students[who.key]


def _add(layout: Layout, piece: Piece) -> None:
    if piece.inner and not piece.member.is_folder:
        layout.pieces.append(piece)


def _tell_apart(layout: Layout) -> None:
    """Moodle's numbers change from assignment to assignment: a name that is there once is the better key."""
    names = Counter(who.name for who in layout.students.values())
    new = {}
    for key, who in layout.students.items():
        numbered = key == f"{who.name}_{''.join(who.ids[:1])}"
        if numbered and names[who.name] == 1 and who.name not in layout.students:
            new[key] = Who(who.name, who.name, who.ids)
    layout.students = {who.key: who for who in (new.get(key, who) for key, who in layout.students.items())}
    layout.pieces = [replace(piece, who=new.get(piece.who.key, piece.who)) for piece in layout.pieces]
    layout.faults = {new[key].key if key in new else key: fault for key, fault in layout.faults.items()}


def _wrapping(members: Sequence[Member], titles: Titles) -> int:
    """How many folders lie around everything: most archives have one, and few classes have a single student."""
    depth = found = 0
    while (alone := only_folder(members, depth)) and not _MOODLE.fullmatch(alone):
        depth += 1
        if _is_class([member for member in members if len(member.parts) > depth], depth, titles):
            found = depth
    return found


def only_folder(members: Sequence[Member], depth: int) -> str:
    """The name of the one folder at this depth; empty where there is more, or something else."""
    names = {member.parts[depth] for member in members if len(member.parts) > depth}
    if len(names) != 1 or any(len(member.parts) == depth + 1 and not member.is_folder for member in members):
        return ""
    return composed(names.pop())


def _is_class(members: Sequence[Member], depth: int, titles: Titles) -> bool:
    """Whether what lies at this depth looks like several students rather than like one student's files."""
    if any(member.parts[depth] == ".git" for member in members):
        return False
    named: set[str] = set()
    holders: dict[str, set[str]] = defaultdict(set)  # of each file's name the folders that have it
    for member in members:
        name = composed(member.parts[depth])
        if _MOODLE.fullmatch(name):
            return True
        if len(member.parts) > depth + 1:
            is_packed = name.lower().endswith(ARCHIVE)
            if is_packed and _canvas(name):
                return True
            tells = bool(titles.without(name)) if is_packed else not titles.is_own(name)
            if tells and not member.is_folder and member.parts[-1].lower().endswith(SOURCES):
                holders[member.parts[-1].lower()].add(name)
        elif not member.is_folder:
            if _canvas(name):
                return True
            if name.lower().endswith(SOURCES) and titles.says_exercise(name) and titles.without(name):
                named.add(titles.without(name))
    # One student's folders hold different exercises; those of a class hold the same.
    return len(named) > 1 or any(len(folders) > 1 for folders in holders.values())

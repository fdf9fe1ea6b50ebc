"""A ZIP for Gradescope: `setup.sh`, `run_autograder`, this grader and the course, so that nothing of ours has to be published."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from grader.course import Course, Exercise

_ENGINE = Path(__file__).resolve().parents[1]
_TEMPLATES = Path(__file__).with_name("templates")
_SCRIPTS = ("setup.sh", "run_autograder")
_OF_COURSE = ("assignments.yaml", "exercises", "solutions", "locale")
_IS_OPTIONAL = re.compile(r";.*\bextra\s*==")
_MADE = (2026, 1, 1, 0, 0, 0)  # the same archive of the same course, whenever it is made


def as_archive(course: Course, exercises: Sequence[Exercise], seed: int) -> bytes:
    """The archive that grades these exercises, with inputs of this seed."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for name in _SCRIPTS:
            _add(files, name, (_TEMPLATES / name).read_bytes(), 0o755)
        _add(files, "exercises.txt", "".join(f"{one.id} {one.file}\n" for one in exercises).encode())
        _add(files, "seed.txt", str(seed).encode())
        _add(files, "requirements.txt", "\n".join(_requirements(exercises)).encode())
        _add(files, "made_by.json", json.dumps({"neuralings": metadata.version("neuralings")}).encode())
        for name, path in _files(course):
            _add(files, name, path.read_bytes())
    return archive.getvalue()


def _files(course: Course) -> Iterator[tuple[str, Path]]:
    for path in _below(_ENGINE):
        yield f"grader/{path.relative_to(_ENGINE).as_posix()}", path
    for top in _OF_COURSE:
        for path in _below(course.folder / top):
            yield f"course/{path.relative_to(course.folder).as_posix()}", path


def _below(top: Path) -> list[Path]:
    paths = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
    return [path for path in paths if "__pycache__" not in path.parts and not path.is_symlink()]


def _requirements(exercises: Sequence[Exercise]) -> Iterator[str]:
    """What the grader asks for; TensorFlow, by far the largest, only where an exercise needs it."""
    is_needed = any(exercise.needs == "tensorflow" for exercise in exercises)
    for requirement in _dependencies():
        if is_needed or not requirement.startswith("tensorflow"):
            yield requirement


def _dependencies() -> list[str]:
    """By the checkout, whose installation may be older; else by what is installed."""
    project = _ENGINE.parent / "pyproject.toml"
    if project.is_file():
        dependencies: list[str] = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
        return dependencies
    return [asked for asked in metadata.requires("neuralings") or [] if not _IS_OPTIONAL.search(asked)]


def _add(files: zipfile.ZipFile, name: str, data: bytes, mode: int = 0o644) -> None:
    info = zipfile.ZipInfo(name, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (0o100000 | mode) << 16
    files.writestr(info, data)

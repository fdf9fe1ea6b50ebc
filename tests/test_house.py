"""The rules of the house: who imports whom, who prints, what never crosses the line between processes, what the README says."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from helpers.command import ROOT, grade

MODULES = sorted((ROOT / "grader").rglob("*.py"))
# A room may import itself and these; a room that is not listed may import any.
MAY_IMPORT = {
    "grader.errors": set(),
    "grader.results": set(),
    "grader.framing": set(),
    "grader.wire": {"grader.framing"},
    "grader.confine": set(),
    "grader.korean": set(),
    "grader.language": {"grader.errors", "grader.korean"},
    "grader.compare": {"grader.wire", "grader.language"},
    "grader.manifest": {"grader.errors", "grader.language"},
    "grader.course": {"grader.errors", "grader.language", "grader.manifest"},
    "grader.submission": {"grader.cells", "grader.course", "grader.errors", "grader.language"},
    "grader.cells": {"grader.errors", "grader.language"},
    "grader.files": set(),
    "grader.state": {"grader.errors", "grader.files", "grader.language", "grader.results", "grader.submission"},
    "grader.standing": {"grader.course", "grader.errors", "grader.state", "grader.submission"},
    "grader.worker": {"grader.wire", "grader.confine"},
    "grader.learner": {
        *("grader.wire", "grader.confine", "grader.course", "grader.errors", "grader.results", "grader.submission"),
        *("grader.framing", "grader.language"),
    },
    "grader.report": {
        *("grader.results", "grader.standing", "grader.verify", "grader.language", "grader.errors", "grader.course"),
        *("grader.classroom", "grader.pictures"),  # records of a class, drawings for its page
    },
}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module):
    return ".".join(module.split(".")[:2])


def imports_of(path):
    package = name_of(path).split(".") if path.name == "__init__.py" else name_of(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*base, *([node.module] if node.module else [])])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path):
    room = room_of(name_of(path))
    allowed = MAY_IMPORT.get(room)
    for imported in imports_of(path):
        if imported.startswith("grader") and allowed is not None:
            assert room_of(imported) in {*allowed, room, "grader"}, f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_prints_or_exits(path):
    if room_of(name_of(path)) in ("grader.cli", "grader.report", "grader.__main__"):
        return
    calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    assert not names & {"print", "exit", "quit"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_that_crosses_is_ever_executed(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"pickle|\bdill\b|\beval\(|marshal|shelve|allow_pickle", text)
    if room_of(name_of(path)) in ("grader.wire", "grader.learner"):
        assert not re.search(r"\bexec\(|np\.load\(|__import__|import_module", text)


def test_no_exercise_and_no_topic_in_the_engine():
    from grader.course import load_course

    course = load_course(ROOT)
    # Words of the libraries that the engine describes, or plain English, are no sign of an exercise.
    plain = {"predict", "train", "evaluate", "shift", "dropout", "diagnose", "accuracy", "forward", "identity_function"}
    names = {name for exercise in course.exercises for name in exercise.functions} - plain
    for path in MODULES:
        code = ast.parse(path.read_text(encoding="utf-8"))
        used = {n.id for n in ast.walk(code) if isinstance(n, ast.Name)} | {
            n.attr for n in ast.walk(code) if isinstance(n, ast.Attribute)
        }
        assert not names & used, path


def readme():
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_help_in_the_readme_is_the_help():
    ended = grade("--help", cwd=ROOT)
    assert ended.code == 0
    assert ended.out.strip() in readme()


def test_the_readme_opens_with_the_two_commands():
    commands = re.findall(r"<!-- (main|test) command -->\n```sh\n(.+)\n```", readme())
    assert [name for name, _ in commands] == ["main", "test"]
    assert commands[0][1].endswith("grade exercise3 --solutions")
    assert commands[1][1].endswith("python -m pytest -n auto --dist loadfile")
    assert readme().index("<!-- test command -->") < readme().index("## For learners")
    assert "test command" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_link_in_the_documents_leads_somewhere():
    for document in [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")):
                assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_no_file_names_a_package_registry():
    hosts = re.compile("|".join(re.escape(host) for host in ("pypi" + ".org", "pythonhosted" + ".org", "registry" + ".npmjs")))
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.split("\0")):
        path = Path(ROOT, name)
        if path.is_file() and path.suffix not in (".npz", ".png", ".jpg"):
            assert not hosts.search(path.read_text(encoding="utf-8", errors="replace")), name

"""A beginner's first hour, typed into a shell in a real terminal, in English and in Korean."""

import shutil
from pathlib import Path

import pytest
from helpers.command import GRADE, ROOT
from helpers.screen import Terminal, save, save_by_rename

from grader.course import load_course
from grader.language import _, of_course, speak

FILE = "exercise1_activations.py"
RIGHT = (ROOT / "solutions" / FILE).read_text(encoding="utf-8")


@pytest.fixture(params=["en", "ko"])
def language(request):
    """The language of the walk; what grade should say can be asked of `_` and `of_course` meanwhile."""
    speak(request.param)
    yield request.param
    speak("en")


class Shell:
    """A shell in a folder, in which every `grade` is told the language."""

    def __init__(self, folder, language):
        bash = shutil.which("bash") or pytest.skip("no shell with a prompt")
        env = {"PS1": "READY \\#> ", "PATH": f"{Path(GRADE[0]).parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        self.lang = "" if language == "en" else f" --lang {language}"
        self.terminal = Terminal(command=[bash, "--norc", "--noprofile", "-i"], cwd=folder, env=env, rows=40, timeout=60)
        self.typed = 0
        self.ends()

    def types(self, command):
        """Type a command on a fresh screen."""
        self._enter("clear")
        self.ends()
        self._enter(f"{command}{self.lang}")

    def ends(self):
        """Wait until the shell is ready again; all that is on the screen."""
        prompt = f"READY {self.typed + 1}>"
        return self.terminal.wait_until(lambda words: words.endswith(prompt), f"there is {prompt}")

    def _enter(self, line):
        self.terminal.send(f"{line}\n")
        self.typed += 1


def test_the_walk_of_a_beginner(language, tmp_path):
    course = load_course(ROOT)  # from now on `of_course` speaks too
    first, second = course.exercises[:2]
    stub = course.handed_out(FILE).read_text(encoding="utf-8")
    wrong = stub.replace("    raise NotImplementedError", "    return (np.asarray(x) >= 0).astype(int)", 1)
    mine = tmp_path / "exercises" / FILE
    shell = Shell(tmp_path, language)
    if language != "en":
        title, hint = first.title, first.hints["step_function"][0]
        assert of_course(title) != title
        assert of_course(hint) != hint
        assert _("Nothing was changed.") != "Nothing was changed."

    def flat(text):
        return " ".join(text.split())

    with shell.terminal as screen:
        # What is this?
        shell.types("grade")
        said = shell.ends()
        assert flat(_("grade runs what you write, says which checks pass, and names the mistake where it can.")) in said
        assert "grade init" in said

        # A working copy, and where one stands.
        shell.types("grade init")
        assert f"grade {first.id}" in shell.ends()
        assert mine.read_text(encoding="utf-8") == stub
        shell.types("grade")
        said = shell.ends()
        assert f"· exercise1 0/20 {of_course(first.title)} — {_('not begun')}" in said
        assert _("Progress:") in said
        assert "grade watch" in said

        # Watching: nothing written, something wrong, a hint, all right.
        shell.types("grade watch")
        screen.shows(f"exercise1 · {of_course(first.title)}", f"q:{_('quit')} ?")
        assert screen.lines[0].startswith("exercise1 ·")
        save(mine, wrong)
        screen.shows("step_function(", "→")
        mistake = "Your function gives 1 at x = 0. There the answer is 0: compare with `>`, not with `>=`."
        screen.shows(of_course(mistake), f"h:{_('hint')}")
        screen.send("h")
        screen.shows(of_course(first.hints["step_function"][0]))
        save_by_rename(mine, RIGHT)
        screen.shows(f"n:{_('next')}", "✓", "20/200")
        screen.send("n")
        screen.shows(f"exercise2 · {of_course(second.title)}", f"q:{_('quit')} ?")
        screen.send("l")
        screen.shows(_("Any key leads back."), f"✓ exercise1 20/20 {of_course(first.title)} — {_('done')}")
        screen.send("b")
        screen.shows(f"exercise2 · {of_course(second.title)}", f"q:{_('quit')} ?")
        screen.send("x")
        screen.shows(_("This is the stub as it came: there is nothing to put back."))
        screen.send("q")
        shell.ends()

        # One hint for the next, the picture and the solution of the first.
        shell.types("grade hint exercise2")
        assert flat(of_course(second.hints["affine"][0])) in shell.ends()
        shell.types("grade show exercise1")
        shell.ends()
        pages = list((tmp_path / "pictures").glob("**/*.html"))
        assert pages
        assert pages[0].name in screen.words.replace(" ", "")
        shell.types("grade solution exercise1")
        said = shell.ends()
        assert _("The reference") in said
        assert "def softmax" in said

        # Once more from the start.
        shell.types("grade reset exercise1")
        screen.shows("[y/n]")
        screen.send("y\n")
        assert f"{FILE}.1.bak" in shell.ends().replace(" ", "")
        assert mine.read_text(encoding="utf-8") == stub
        assert mine.with_name(f"{FILE}.1.bak").read_text(encoding="utf-8") == RIGHT
        shell.types("grade")
        assert f"· exercise1 0/20 {of_course(first.title)} — {_('not begun')}" in shell.ends()

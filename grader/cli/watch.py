"""`grade watch [exercise3]`: grade again whenever the file is saved, with keys at the bottom of the screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from grader.cli.asked import current_exercise
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import UsageError
from grader.language import _
from grader.learner.launch import Forkservers
from grader.state import State, read_state
from grader.submission import find_exercises


def watch(options: argparse.Namespace) -> int:
    """Watch until the learner quits; exit code 0, or 130 after Ctrl-C."""
    course = load_course(options.course or find_course())
    named = [course.exercise(name, "grade watch") for name in options.exercises]
    _refuse(named, options)
    folder = find_exercises(Path.cwd())
    state = read_state(folder)
    first = named[0] if named else current_exercise(course, folder, state)
    with Forkservers(course) as forkservers:
        forkservers.of(first)  # its libraries are imported while ours are
        return _watch(course, folder, state, first, forkservers, options)


def _watch(
    course: Course,
    folder: Path,
    state: State,
    first: Exercise,
    forkservers: Forkservers,
    options: argparse.Namespace,
) -> int:
    from grader.cli.watching.events import Events
    from grader.cli.watching.keys import Keys
    from grader.cli.watching.saves import Saves, must_poll
    from grader.cli.watching.scene import Scene
    from grader.cli.watching.screen import Screen
    from grader.cli.watching.session import Session
    from grader.cli.watching.warm import Warm
    from grader.judge import Judge, convene

    events = Events()
    polling = getattr(options, "poll", False) or must_poll(os.environ)
    scene = Scene(course, folder, options, first, state, polling=polling)
    keys, saves = Keys(events), Saves(events, scene.file, polling=polling)
    screen = Screen()
    session = Session(scene, events, keys, saves, screen)

    def body(judge: Judge) -> int:
        return session.run(Warm(judge, forkservers, options.seed))

    try:
        with keys, screen.prompt_erased(), saves:
            session.draw()
            return convene(course, course.exercises, body)
    except KeyboardInterrupt:
        if keys.quitting:  # `q`, while something was being checked
            return 0
        raise


def _refuse(named: list[Exercise], options: argparse.Namespace) -> None:
    """Whatever cannot be watched, or shown."""
    again = f"grade watch {named[0].id}" if named else "grade watch"
    if len(named) > 1:
        raise UsageError(_("One exercise is watched at a time; the key n leads to the next."), next_command=again)
    for word in ("json", "solutions", "file"):
        if getattr(options, word, None):
            sentence = _("Watching shows your own file in exercises/ on a screen: it does not go with --{word}.")
            raise UsageError(sentence.format(word=word), next_command=again)
    once = f"grade {named[0].id}" if named else "grade"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("Watching needs a terminal: keys come from it, and the screen is drawn on it."), next_command=once)
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise UsageError(_("This terminal cannot draw a screen anew, which watching needs."), next_command=once)

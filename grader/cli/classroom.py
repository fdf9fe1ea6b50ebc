"""`grade class SUBMISSIONS`: say what was found, grade what is missing, write the pages, say what to do next."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.classroom.executor import Crew, LocalCrew, start_early
from grader.classroom.grading import Run, describe, grade_run, prepare
from grader.classroom.identity import brief_of
from grader.classroom.memory import remember_roster, roster_of, take_over
from grader.classroom.plan import Plan, make_plan
from grader.classroom.records import Gradebook
from grader.classroom.roster import read_roster
from grader.classroom.store import Store
from grader.cli.findings import tell_list, tell_plan
from grader.cli.options import typed
from grader.cli.say import say, tell
from grader.course import Course, find_course, load_course
from grader.errors import UsageError
from grader.language import _, ngettext
from grader.learner.launch import processors
from grader.report.text import one_line
from grader.results import Outcome

if TYPE_CHECKING:
    from grader.classroom.similar import Pair

BROKEN, INTERRUPTED = 3, 130
_MOST_LINES = 8


def classroom(options: argparse.Namespace) -> int:
    """Grade a class; exit code 0 once every submission has its row, 3 for a broken check, 130 where it was interrupted."""
    if not options.scheduler:
        start_early()
    course = load_course(options.course or find_course())
    wanted = [course.exercise(name) for name in dict.fromkeys(options.exercise)]
    if options.jobs is not None and options.jobs < 1:
        raise UsageError(_("--jobs is the number of processes, at least 1."), next_command="grade class --help")
    roster = read_roster(options.roster, course) if options.roster else None
    plan = make_plan(options.submissions, course, wanted, roster)
    tell_plan(plan, options.submissions)
    with Store.create(options.out) as store:
        _keep_roster(plan, store, options)
        run = prepare(plan, store, course, options.seed, options.regrade)
        tell_list(_("Not graded, because it cannot be read:"), [f"{row.student}: {row.note}" for row in run.unread])
        describe(store, plan, course, options.seed)
        try:
            _grade(run, plan, store, course, options)
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
            again = f"grade {shlex.join(sys.argv[1:])}"
            tell(_("\nInterrupted. What was graded is stored. Go on with:\n  {command}").format(command=again), sys.stderr)
            return INTERRUPTED
        return _finish(run, store, options)


def _keep_roster(plan: Plan, store: Store, options: argparse.Namespace) -> None:
    """One class has one roster: without it everybody would be there twice, and extensions would be forgotten."""
    before = roster_of(store)
    if options.roster:
        remember_roster(store, options.roster)
        take_over(store, plan.former_keys())
    elif before:
        raise UsageError(
            _("The marks in {folder} are those of the roster {roster}, which was not named. Name it, or another --out.").format(
                folder=options.out, roster=before
            ),
            next_command=f"grade {shlex.join(sys.argv[1:])} --roster {shlex.quote(before)}",
        )


def _grade(run: Run, plan: Plan, store: Store, course: Course, options: argparse.Namespace) -> None:
    if run.already and run.jobs:
        tell(
            ngettext(
                "{number} submission is graded already and has not changed.",
                "{number} submissions are graded already and have not changed.",
                run.already,
            ).format(number=run.already)
        )
    if run.jobs and sys.stderr.isatty():
        from grader.cli.tally import Tally

        with Tally(run.waiting) as tally:
            grade_run(run, plan, store, _crew(course, plan, options), tally)
    else:
        grade_run(run, plan, store, _crew(course, plan, options), _unwatched)


def _unwatched(done: int, report: dict[str, Any] | None) -> None:
    """Nobody sees a bar in a file."""


def _crew(course: Course, plan: Plan, options: argparse.Namespace) -> Crew:
    brief = brief_of(course, plan.exercises, options.seed, travels=bool(options.scheduler))
    if options.scheduler:
        from grader.classroom.cluster import ClusterCrew

        return ClusterCrew(brief, options.scheduler)
    return LocalCrew(brief, options.jobs or processors())


def _finish(run: Run, store: Store, options: argparse.Namespace) -> int:
    """The summary, the pages, and what to do next; the exit code."""
    code = 0
    out = shlex.quote(str(options.out))
    if run.walls:
        tell(run.walls, sys.stderr)
    if run.kept:
        tell(
            ngettext(
                "{number} mark of an earlier run stays: its file is not there now.",
                "{number} marks of earlier runs stay: their files are not there now.",
                run.kept,
            ).format(number=run.kept)
        )
    page = options.out / "report.html"
    if store.has_fresh_pages() and page.exists() and not options.similar:
        tell(_("Everything is graded, and nothing has changed. The marks are in {folder}.").format(folder=out))
    else:
        from grader.cli.pages import write_pages

        gradebook = store.gradebook()
        _summarise(gradebook)
        write_pages(gradebook, store, _similar(gradebook, store, options))
        code = _tell_broken(gradebook)
        tell(_("The marks are in {folder}; {page} shows the class.").format(folder=out, page=shlex.quote(str(page))))
    where = "" if options.out == Path("class") else f" --store {out}"
    say(_("Next:") + f"  {typed(f'grade export csv marks.csv{where}', options)}")
    return code


def _tell_broken(gradebook: Gradebook) -> int:
    """A check that is broken is the author's to mend, and no student's fault: the exit code is 3 then."""
    broken = {
        f"{entry.exercise}: {check.id}: {check.message}"
        for entry in gradebook.entries
        if entry.report
        for check in entry.report.checks
        if check.outcome is Outcome.BROKEN
    }
    if not broken:
        return 0
    tell(_("These checks of the course are broken; points are missing through no fault of the students:"), sys.stderr)
    for line in sorted(broken)[:_MOST_LINES]:
        tell(f"  {one_line(line)}", sys.stderr)
    return BROKEN


def _similar(gradebook: Gradebook, store: Store, options: argparse.Namespace) -> tuple[Pair, ...] | None:
    """Pairs to look at; None where that was not asked for."""
    if not options.similar:
        return None
    from grader.classroom.similar import similar_in

    return similar_in(gradebook, load_course(options.course or find_course()), store.source)


def _summarise(gradebook: Gradebook) -> None:
    for exercise in gradebook.exercises:
        entries = [entry for entry in gradebook.entries if entry.exercise == exercise]
        graded = [entry for entry in entries if entry.report]
        full = sum(entry.earned == entry.max_points for entry in graded)
        mean = sum(entry.mark for entry in graded) / len(graded) if graded else 0.0
        words = _("{exercise}: {graded} graded, {full} in full, {mean:.1f} of {most:g} points on average, {rest} not graded")
        tell(
            words.format(
                exercise=exercise,
                graded=len(graded),
                full=full,
                mean=mean,
                most=graded[0].max_points if graded else 0,
                rest=len(entries) - len(graded),
            )
        )
    from grader.report.classfacts import mistakes  # with statistics, which nothing before the summary needs

    if frequent := mistakes(gradebook)[:5]:
        tell(_("The most frequent mistakes:"))
        for mistake in frequent:
            tell(f"{len(mistake.students)} × {mistake.exercise} {mistake.function}: {one_line(mistake.text)}")

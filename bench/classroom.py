"""What grading a class costs, as ratios measured in one run. `python bench/classroom.py [numpy] [keras] [wrong] [large] [--quick]`.

`numpy`: 100 submissions of exercise1, half of them wrong, against a loop of plain `pytest` with the same checks over these files.
`keras`: 40 submissions of exercise5, half of them wrong, against a loop of `grade exercise5`; `wrong`: 40 wrong ones. Neither the
class nor the loop finds diagnoses that others have remembered before. `large`: 2,000 submissions of exercise1: how much the main
process grows from the first to the last, and the second run against the first. With `--quick` the loops run over every tenth file
and are counted ten times.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
FILES = {"exercise1": "exercise1_activations.py", "exercise5": "exercise5_keras_regression.py"}
CHECKS = ROOT / "solutions" / "checks"


def make_class(folder: Path, exercise: str, number: int, *, all_wrong: bool = False) -> list[Path]:
    """Right and wrong submissions in turn, or wrong ones only, no two with the same bytes."""
    right = (ROOT / "solutions" / FILES[exercise]).read_text(encoding="utf-8")
    wrong = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "wrong" / exercise).glob("*.py"))]
    paths = []
    for index in range(number):
        path = folder / f"student{index:04d}" / FILES[exercise]
        path.parent.mkdir(parents=True)
        text = right if index % 2 == 0 and not all_wrong else wrong[(index if all_wrong else index // 2) % len(wrong)]
        path.write_text(f"{text}\n# handed in by student {index}\n", encoding="utf-8")
        paths.append(path)
    return paths


def seconds(command: Sequence[str], **more: str) -> float:
    """How long a command takes that ends with 0 or 1."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=kept | {"PYTHONPATH": str(ROOT)} | more, capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return taken


def grade_class(submissions: Path, out: Path) -> float:
    """How long `grade class` takes, pages and all, where no diagnosis has been made before."""
    command = [PYTHON, "-m", "grader", "class", str(submissions), "--out", str(out)]
    return seconds(command, NEURALINGS_CACHE=f"{out}-cache")


def plain_pytest(path: Path) -> float:
    """Plain pytest with the same checks on one file, nothing isolated."""
    words = ["-q", "-p", "no:cacheprovider", "-o", "python_files=check_*.py", "-o", "python_functions=check_*"]
    words += [f"--rootdir={ROOT}/bench", "-c", "/dev/null", "-p", "bench.conftest", str(CHECKS / "check_exercise1.py")]
    return seconds([PYTHON, "-m", "pytest", *words], BENCH_EXERCISE="exercise1", BENCH_FILE=str(path))


def one_by_one(path: Path) -> float:
    """`grade exercise5` on one file."""
    return seconds([PYTHON, "-m", "grader", "exercise5", "--file", str(path)], NEURALINGS_CACHE=f"{path.parents[2]}/loop-cache")


def against_loop(
    folder: Path,
    exercise: str,
    number: int,
    one: Callable[[Path], float],
    *,
    quick: bool,
    runs: int,
    all_wrong: bool = False,
) -> tuple[float, str]:
    """The loop's time ÷ that of `grade class`, the middle of several runs in turn."""
    paths = make_class(folder / "in", exercise, number, all_wrong=all_wrong)
    step = 10 if quick else 1
    # Every tenth would be right ones only.
    sample = [path for index, path in enumerate(paths) if index % (2 * step) in (0, 1)] if quick else paths
    one(paths[0])
    ratios, loops, classes = [], [], []
    for run in range(runs):
        classes.append(grade_class(folder / "in", folder / f"out{run}"))
        loops.append(sum(map(one, sample)) * number / len(sample))
        ratios.append(loops[-1] / classes[-1])
    detail = f"{statistics.median(loops):.1f} s ÷ {statistics.median(classes):.2f} s, {runs} pairs"
    detail += f", the loop over {len(sample)} of {number} files" if quick else ""
    return statistics.median(ratios), detail


def large(folder: Path, number: int) -> list[tuple[str, float, float, str]]:
    """How much the main process grows while it grades, and the second run against the first."""
    make_class(folder / "in", "exercise1", number)
    command = [PYTHON, "-m", "grader", "class", str(folder / "in"), "--out", str(folder / "out")]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first = last = 0.0
    while process.poll() is None:
        done = _graded(folder / "out" / "class.sqlite")
        memory = _resident(process.pid)
        if done and not first:
            first = memory
        if done < number:
            last = max(last, memory)
        time.sleep(0.1)
    taken = time.perf_counter() - begun
    again = statistics.median(grade_class(folder / "in", folder / "out") for _ in range(3))
    growth = (last - first) / (1 << 20)
    return [
        (
            "memory",
            growth / 50,
            1.0,
            f"{growth:.1f} MiB more at the last of {number} submissions than at the first, ÷ 50 MiB",
        ),
        ("again", taken / again, 20.0, f"first run {taken:.1f} s ÷ second, nothing changed, {again:.2f} s"),
    ]


def _graded(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0.1) as connection:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return 0


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * float(os.sysconf("SC_PAGE_SIZE"))
    except (OSError, IndexError):
        return 0.0


def main() -> None:
    """Measure what was asked for, or everything; exit 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="numpy, keras, wrong, large")
    parser.add_argument("--quick", action="store_true", help="loops over a tenth of the files, one pair")
    options = parser.parse_args()
    names = options.names or ["numpy", "keras", "wrong", "large"]
    runs = 1 if options.quick else 3
    folder = Path(tempfile.mkdtemp(prefix="neuralings-bench-"))
    results: list[bool] = []
    try:
        if "numpy" in names:
            ratio, detail = against_loop(
                folder / "numpy", "exercise1", 100, plain_pytest, quick=options.quick, runs=runs
            )
            results.append(show("numpy", ratio, 15, f"loop of plain pytest ÷ grade class, 100 × exercise1; {detail}"))
        if "keras" in names:
            ratio, detail = against_loop(folder / "keras", "exercise5", 40, one_by_one, quick=options.quick, runs=1)
            results.append(show("keras", ratio, 4, f"loop of grade exercise5 ÷ grade class, 40 × exercise5; {detail}"))
        if "wrong" in names:
            ratio, detail = against_loop(
                folder / "wrong", "exercise5", 40, one_by_one, quick=options.quick, runs=1, all_wrong=True
            )
            results.append(show("wrong", ratio, 4, f"the same with 40 wrong submissions; {detail}"))
        if "large" in names:
            for name, ratio, target, detail in large(folder / "large", 200 if options.quick else 2000):
                results.append(show(name, ratio, target, detail))
    finally:
        shutil.rmtree(folder)
    raise SystemExit(0 if all(results) else 1)


def show(name: str, ratio: float, target: float, what: str) -> bool:
    """Print one line; all but memory are to be at least their target."""
    is_met = ratio <= target if name == "memory" else ratio >= target
    print(
        f"{'ok    ' if is_met else 'MISSED'} {name:<8} {ratio:6.2f} ({'≤' if name == 'memory' else '≥'} {target:g})  {what}"
    )
    return is_met


if __name__ == "__main__":
    main()

"""Timings as ratios measured in one run: A B A B …, whole processes, medians. `python bench/ratios.py [name …]`.

A ratio of two commands that ran in turn on the same machine in the same minute means something on another machine; seconds do not.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
GRADE = f"{shlex.quote(PYTHON)} -m grader"
CHECKS = ROOT / "solutions" / "checks"
CACHE = Path(tempfile.gettempdir()) / f"neuralings-bench-{os.getpid()}"  # what diagnoses remember in these runs
WRONG_TRAIN = f"{GRADE} exercise5 --file tests/wrong/exercise5/x_and_y_swapped.py"


@dataclass(frozen=True)
class Pair:
    """Two commands in turn, and the ratio A ÷ B that is promised."""

    name: str
    what: str
    a: str
    b: str
    target: float
    runs: int = 9


def _pytest(exercise: str) -> str:
    options = f"-q -p no:cacheprovider -o python_files='check_*.py' -o python_functions='check_*' --rootdir={ROOT}/bench"
    return f"BENCH_EXERCISE={exercise} {PYTHON} -m pytest {options} -c /dev/null -p bench.conftest {CHECKS}/check_{exercise}.py"


def _imports(*modules: str) -> str:
    """One process that imports what grading cannot do without: NumPy, pytest, and what the exercise imports."""
    return f"{PYTHON} -c 'import numpy, pytest, {', '.join(modules)}'"


PAIRS = (
    Pair(
        "exercise1",
        "grade exercise1 ÷ bare pytest of the same checks",
        f"{GRADE} exercise1 --solutions",
        _pytest("exercise1"),
        1.5,
    ),
    Pair(
        "exercise5",
        "grade exercise5 ÷ import tensorflow and the training of the checks, one process",
        f"{GRADE} exercise5 --solutions",
        f"{PYTHON} bench/in_process.py exercise5",
        1.1,
        5,
    ),
    Pair(
        "diagnosis-cold",
        "diagnosing a wrong train, nothing remembered ÷ grade exercise5 --solutions",
        f"rm -rf {CACHE}; {WRONG_TRAIN}",
        f"{GRADE} exercise5 --solutions",
        3.0,
        5,
    ),
    Pair(
        "diagnosis-warm",
        "diagnosing a wrong train, as any wrong one before it was ÷ grade exercise5 --solutions",
        WRONG_TRAIN,
        f"{GRADE} exercise5 --solutions",
        1.3,
        5,
    ),
    Pair(
        "overview",
        "grade alone ÷ python -c 'import rich.console, yaml'",
        GRADE,
        f"{PYTHON} -c 'import rich.console, yaml'",
        4.0,
        15,
    ),
    Pair(
        "exercise6",
        "grade exercise6 ÷ import numpy, pytest, tensorflow, keras",
        f"{GRADE} exercise6 --solutions",
        _imports("tensorflow", "keras"),
        2.0,
        5,
    ),
    Pair(
        "exercise7",
        "grade exercise7 ÷ import tensorflow and the trainings of the checks, one process",
        f"{GRADE} exercise7 --solutions",
        f"{PYTHON} bench/in_process.py exercise7",
        2.0,
        5,
    ),
    Pair(
        "exercise8",
        "grade exercise8 ÷ import numpy, pytest, matplotlib.pyplot",
        f"{GRADE} exercise8 --solutions",
        _imports("matplotlib.pyplot"),
        2.0,
    ),
    Pair(
        "exercise9",
        "grade exercise9 ÷ import numpy, pytest, matplotlib.pyplot",
        f"{GRADE} exercise9 --solutions",
        _imports("matplotlib.pyplot"),
        2.0,
    ),
    Pair(
        "exercise10",
        "grade exercise10 ÷ import numpy, pytest, Pillow and its readers",
        f"{GRADE} exercise10 --solutions",
        f"{PYTHON} -c 'import numpy, pytest, PIL.Image; PIL.Image.init()'",
        2.0,
    ),
    Pair("help", "grade --help ÷ python -c pass", f"{GRADE} --help", f"{PYTHON} -c pass", 4.0, 15),
    Pair("version", "grade --version ÷ python -c pass", f"{GRADE} --version", f"{PYTHON} -c pass", 4.0, 15),
    Pair(
        "verify",
        "grade verify exercise1 … 4 ÷ grade exercise1",
        f"{GRADE} verify exercise1 exercise2 exercise3 exercise4",
        f"{GRADE} exercise1 --solutions",
        20.0,
        3,
    ),
)


def _seconds(command: str) -> float:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "NEURALINGS_CACHE": str(CACHE)}
    begun = time.perf_counter()
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}\nended with {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    return seconds


def measure(pair: Pair) -> tuple[float, float, list[float]]:
    """Median seconds of A and of B, and the ratio pair by pair; one run of each goes before and is not counted."""
    for command in (pair.a, pair.b):
        _seconds(command)
    times = [(_seconds(pair.a), _seconds(pair.b)) for _ in range(pair.runs)]
    ratios = sorted(a / b for a, b in times)
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times), ratios


def _show(name: str, what: str, target: float, ratios: list[float], detail: str) -> bool:
    middle = statistics.median(ratios)
    met = middle <= target
    spread = f"[{ratios[0]:.2f}–{ratios[-1]:.2f}]"
    print(f"{'ok    ' if met else 'MISSED'} {name:<12} {middle:6.2f} (≤ {target:g})  {spread}  {what}; {detail}")
    return met


def _pairs(names: list[str]) -> list[bool]:
    results = []
    for pair in PAIRS:
        if not names or pair.name in names:
            a, b, ratios = measure(pair)
            results.append(_show(pair.name, pair.what, pair.target, ratios, f"{a:.3f} s ÷ {b:.3f} s, {pair.runs} pairs"))
    return results


def main() -> None:
    """Measure what was asked for, or everything; exit 1 if a target was missed."""
    from bench import watching, workers

    inside: dict[str, Callable[[], tuple[str, float, list[float], str]]] = {**workers.INSIDE, **watching.INSIDE}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    known = [*(pair.name for pair in PAIRS), *inside]
    parser.add_argument("names", nargs="*", choices=[*known, []], metavar="NAME", help=", ".join(known))
    names = parser.parse_args().names
    results = _pairs(names)
    for name, measured in inside.items():
        if not names or name in names:
            what, target, ratios, detail = measured()
            results.append(_show(name, what, target, ratios, detail))
    shutil.rmtree(CACHE, ignore_errors=True)
    raise SystemExit(0 if all(results) else 1)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

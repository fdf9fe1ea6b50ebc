"""Where the command `grade` begins, and `python -m grader`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command and leave at once: tearing down thousands of modules takes longer than a small grading."""
    from grader.cli import run

    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 1  # a full disk or a closed pipe: what was asked for has not been delivered
    os._exit(code)


if __name__ == "__main__":
    main()

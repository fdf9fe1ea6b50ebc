"""What the process has imported that judges are forked from. `multiprocessing` imports this module there, and nowhere else."""

from __future__ import annotations

from grader.imports import importing

with importing():
    import numpy.random  # noqa: F401 - NumPy imports it when somebody first asks, which would be every judge

    import grader.classroom.desk
    import grader.diagnose
    import grader.judge  # noqa: F401

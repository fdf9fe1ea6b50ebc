"""argv → command → exit code. With `report`, the only place that prints."""

from grader.cli.run import run

__all__ = ["run"]

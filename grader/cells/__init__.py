"""A notebook → the Python that an exercise's functions need of it, and where each line of that stood."""

from grader.cells.code import Code, code_of
from grader.cells.document import HISTORY

__all__ = ["HISTORY", "Code", "code_of"]

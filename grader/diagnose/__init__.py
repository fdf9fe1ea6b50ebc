"""Name the mistake: recorded calls × bank of mistakes → `Diagnosis`, or silence.

A mistake is named only if its answers match the learner's on every recorded call of the function, differ from the reference on at
least two, and no other mistake fits as well. A wrong diagnosis costs more than none.
"""

from grader.diagnose.flow import diagnose

__all__ = ["diagnose"]

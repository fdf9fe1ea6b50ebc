"""For authors: the stub scores nothing, the solution everything, every known mistake is caught and named."""

from grader.verify.findings import Row, Verification
from grader.verify.proof import verify_exercise

__all__ = ["Row", "Verification", "verify_exercise"]

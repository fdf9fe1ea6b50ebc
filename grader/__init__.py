"""The grader behind the neuralings course: `grade exercise3`."""

__version__ = "0.1.0"

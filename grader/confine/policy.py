"""What a worker may keep: plain data that the other modules of this package act on."""

from __future__ import annotations

from dataclasses import dataclass

WALLS: tuple[str, ...] = ("rlimits", "capabilities", "landlock", "seccomp", "no_new_privs")


@dataclass(frozen=True)
class Policy:
    """The rights of one worker; everything that is not named here is refused."""

    readable: tuple[str, ...] = ()
    """Files and folders learner code may read, beside the interpreter and its packages."""
    hidden: tuple[str, ...] = ()
    """Paths that stay unreadable even inside an allowed folder, such as the course in site-packages."""
    memory_bytes: int = 512 << 20
    """How much more private memory than at `enter()`."""
    cpu_seconds: int = 20
    without: frozenset[str] = frozenset()
    """Walls left out on purpose: only for tests that want to see a wall's absence."""

    def __post_init__(self) -> None:
        unknown = self.without.difference(WALLS)
        if unknown:
            raise ValueError(f"no such wall: {', '.join(sorted(unknown))}; the walls are {', '.join(WALLS)}")

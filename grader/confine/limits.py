"""Resource limits: what the kernel counts by itself. Time that is slept and shared memory are the judge's to watch."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from .policy import Policy

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

OPEN_FILES = 256


def data_bytes() -> int | None:
    """The private writable memory of this process, as RLIMIT_DATA counts it; None where nobody tells."""
    with contextlib.suppress(OSError, IndexError, ValueError), open("/proc/self/status", "rb") as stream:
        return int(stream.read().split(b"VmData:")[1].split()[0]) << 10
    return None


def wanted(policy: Policy) -> Iterator[tuple[str, int, int]]:
    """(name, soft, hard) of every limit."""
    yield "CPU", policy.cpu_seconds, policy.cpu_seconds + 1
    yield "FSIZE", 0, 0
    yield "CORE", 0, 0
    yield "NOFILE", OPEN_FILES, OPEN_FILES
    yield "MSGQUEUE", 0, 0
    data = data_bytes()
    if data is not None:
        yield "DATA", data + policy.memory_bytes, data + policy.memory_bytes


def limit(policy: Policy) -> None:
    """Set every limit this system has; OSError if it refuses one."""
    if resource is None:
        raise OSError("this system has no resource limits")
    for name, soft, hard in wanted(policy):
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is None:
            continue
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(kind, (soft, hard))

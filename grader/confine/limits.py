"""Resource limits: what the kernel counts by itself. Time that is slept and shared memory are the judge's to watch."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from .policy import Policy

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

OPEN_FILES = 256


def data_bytes() -> int | None:
    """The private writable memory of this process, nearly as RLIMIT_DATA counts it; None where nobody tells."""
    try:
        descriptor = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # The sixth number is VmData and the stack together, in pages. /proc/self/status has both, and costs 0.2 ms.
        return int(os.read(descriptor, 256).split()[5]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return None
    finally:
        os.close(descriptor)


def wanted(policy: Policy) -> Iterator[tuple[str, int, int]]:
    """(name, soft, hard) of every limit."""
    yield "CPU", policy.cpu_seconds, policy.cpu_seconds + 1
    yield "FSIZE", 0, 0
    yield "CORE", 0, 0
    yield "NOFILE", OPEN_FILES, OPEN_FILES
    yield "MSGQUEUE", 0, 0
    data = data_bytes() or _data_at_most()
    yield "DATA", data + policy.memory_bytes, data + policy.memory_bytes


def _data_at_most() -> int:
    """Without /proc nobody tells: the most that was ever resident, files mapped among it, is more than enough."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 if sys.platform == "linux" else 1 << 30


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

"""Windows: a Job Object, which limits memory, time and the number of processes. Not yet run on Windows.

It guards neither files nor the network: the label is `process-only`. WSL2 gives the Linux walls.
Start the worker suspended, `confine` it, then `resume` it; use `sys._base_executable`, because a virtual environment's
`python.exe` starts a second process and the job allows one.
"""

from __future__ import annotations

import ctypes
import sys

from .policy import Policy

CREATE_SUSPENDED = 0x00000004
CREATE_NO_WINDOW = 0x08000000

_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x400, 0x2000
_EXTENDED_LIMITS, _UI_RESTRICTIONS = 9, 4
_ALL_UI_RESTRICTIONS = 0xFF  # handles, clipboard, system parameters, display, atoms, desktop, exit
_BASELINE_BYTES = 256 << 20  # the interpreter itself: a job counts from zero, RLIMIT_DATA from where it stands


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION"""

    _fields_ = (
        ("process_time", ctypes.c_int64),  # in 100 ns
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters of IO_COUNTERS are only ever read."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits(policy: Policy) -> ExtendedLimits:
    """One process, which dies with its job, and quietly; its memory and its time."""
    extended = ExtendedLimits()
    extended.basic.flags = (
        _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
    )
    extended.basic.process_time = policy.cpu_seconds * 10_000_000
    extended.basic.active_processes = 1
    extended.process_memory = _BASELINE_BYTES + policy.memory_bytes
    return extended


if sys.platform == "win32":
    from ctypes import wintypes

    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel32.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel32.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    _kernel32.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    _kernel32.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
    _ntdll = ctypes.WinDLL("ntdll")
    _ntdll.NtResumeProcess.argtypes = (wintypes.HANDLE,)

    def confine(process: int, policy: Policy) -> int:
        """Put a suspended process (its handle) into a new job; returns the job's handle, which kills it when closed."""
        job = _kernel32.CreateJobObjectW(None, None)
        if not job:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            _set(job, _EXTENDED_LIMITS, limits(policy))
            _set(job, _UI_RESTRICTIONS, ctypes.c_uint32(_ALL_UI_RESTRICTIONS))
            if not _kernel32.AssignProcessToJobObject(job, process):
                raise ctypes.WinError(ctypes.get_last_error())
        except OSError:
            _kernel32.CloseHandle(job)
            raise
        return int(job)

    def resume(process: int) -> None:
        """Let a process that was started suspended run: `subprocess` keeps no handle of its first thread."""
        status = _ntdll.NtResumeProcess(process)
        if status < 0:
            raise OSError(f"NtResumeProcess: status {status & 0xFFFFFFFF:#x}")

    def _set(job: int, kind: int, value: ctypes.Structure | ctypes.c_uint32) -> None:
        if not _kernel32.SetInformationJobObject(job, kind, ctypes.byref(value), ctypes.sizeof(value)):
            raise ctypes.WinError(ctypes.get_last_error())

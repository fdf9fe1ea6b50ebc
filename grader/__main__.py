"""Where the command `grade` begins, and `python -m grader`."""

from __future__ import annotations

import _thread
import os
import sys
import time


def main() -> None:
    """Run the command and leave at once: tearing down thousands of modules takes longer than a small grading."""
    try:
        _leave_folder()
        _keep_interrupts()
        _open_streams()
        from grader.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _interrupted()
    os._exit(_flushed(code))


def _keep_interrupts() -> None:
    """A Ctrl-C that arrives while Python clears up, as it does after an import, would be lost: it comes once more."""
    told = sys.unraisablehook

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if issubclass(unraisable.exc_type, KeyboardInterrupt):
            _thread.start_new_thread(_interrupt_again, ())  # from here, it would be lost as well
        else:
            told(unraisable)

    sys.unraisablehook = hook


def _interrupt_again() -> None:
    time.sleep(0.01)
    _thread.interrupt_main()


def _interrupted() -> int:
    """The exit code after a Ctrl-C while our first modules were imported. Python imports anew what that has cut short."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from grader.cli.run import interrupted

    return interrupted(sys.argv[1:])


def _leave_folder() -> None:
    """`python -m grader` puts the folder it was typed in before all libraries: a `json.py` there is not ours."""
    ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if __name__ == "__main__" and not sys.flags.safe_path and sys.path[:1] == [os.getcwd()] != [ours]:
        del sys.path[0]


def _open_streams() -> None:
    """Three streams, whatever the shell has closed, and no character that they cannot take."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            # By number too: the next socket of ours must not become somebody's stdout.
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
        elif mode == "w":
            stream.reconfigure(errors="backslashreplace")


def _flushed(code: int) -> int:
    """The exit code once everything is written, or has been found impossible to write."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 1
    return code


if __name__ == "__main__":
    main()

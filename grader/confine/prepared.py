"""Build the walls once, then step behind them in each freshly forked worker."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable

from . import kernel, landlock, limits, privileges, processes, reach, seccomp
from .policy import WALLS, Policy

_PER_THREAD = ("capabilities", "landlock", "no_new_privs")


class Prepared:
    """What every worker under one policy shares; `enter` is called once in each."""

    def __init__(self, policy: Policy, abi: int) -> None:
        self.policy = policy
        self.abi = abi
        self.refusals: dict[str, str] = {}
        """In the worker, after `enter`: why a wall does not stand."""
        rules = reach.rules(policy) if kernel.LINUX else []
        self.becomes_nobody = kernel.LINUX and os.geteuid() == 0 and reach.open_to_all(rules)
        """Root's worker changes its uid as well, unless Python lies where only root can read (/root/.pyenv)."""
        self._builder = os.getpid()
        self._tops = reach.top_folders(rules)
        self._ruleset = landlock.ruleset(abi, [*rules, ("/proc", landlock.READ)]) if abi else None
        machine = kernel.machine()
        self._filters = [seccomp.build(machine, deny_writes) for deny_writes in (False, True) if machine]

    def keep_fds(self) -> tuple[int, ...]:
        """Descriptors the child must not close before `enter`, which closes them."""
        return () if self._ruleset is None else (self._ruleset,)

    def enter(self) -> tuple[str, ...]:
        """Give up everything but the policy's rights, for good; returns the walls that now stand."""
        os.umask(0o077)
        threads = _threads()
        self._build("rlimits", lambda: limits.limit(self.policy))
        self._build("capabilities", self._drop_privileges)
        self._die_with_builder()  # not before: a new uid clears it
        self._build("no_new_privs", privileges.promise_no_new_rights)
        self._build("landlock", self._enter_landlock)
        self._build("seccomp", self._enter_seccomp)
        for name in _PER_THREAD if threads > 1 else ():
            self.refusals.setdefault(name, f"{threads - 1} other threads of this process stay outside")
        return tuple(name for name in WALLS if name not in self.refusals)

    def _build(self, name: str, raise_wall: Callable[[], None]) -> None:
        if name in self.policy.without:
            self.refusals[name] = "left out on purpose"
            return
        try:
            raise_wall()
        except OSError as error:
            self.refusals[name] = error.strerror or str(error)

    def _drop_privileges(self) -> None:
        privileges.drop_capabilities(self.becomes_nobody)

    def _die_with_builder(self) -> None:
        with contextlib.suppress(OSError):
            processes.die_with_parent()
            processes.protect_process()
        if self._builder not in (os.getpid(), os.getppid()):
            os._exit(1)  # the forkserver ended before it could take this worker along

    def _enter_landlock(self) -> None:
        if self._ruleset is None:
            raise OSError("this kernel has no Landlock, or it is switched off")
        # Everything the shared ruleset allows, but of /proc only what is about this process. It is a layer of its own
        # because a rule added to the shared ruleset would stay there for all later workers.
        mine = (*(f"/proc/self/{name}" for name in reach.OWN_FACTS), *reach.PROC_FACTS, *self._tops)
        lists = [("/proc/self", landlock.READ_DIR)]
        own = landlock.reading([*lists, *((path, landlock.READ) for path in mine)])
        try:
            landlock.restrict(own, self.abi)
            landlock.restrict(self._ruleset, self.abi)
        finally:
            os.close(own)
            os.close(self._ruleset)

    def _enter_seccomp(self) -> None:
        if not self._filters:
            raise OSError("system call numbers of this machine are not known")
        needed = "landlock" in self.refusals and "landlock" not in self.policy.without
        seccomp.install(self._filters[needed])


def prepare(policy: Policy, *, pretended_abi: int | None = None) -> Prepared:
    """Build what can be built before the fork. `pretended_abi` is for tests: an older Landlock than the kernel's."""
    abi = landlock.abi()
    return Prepared(policy, abi if pretended_abi is None else min(abi, pretended_abi))


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1

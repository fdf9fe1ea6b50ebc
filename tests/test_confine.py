"""Walls are tried from inside, in real child processes: as the user who runs the tests, and as one without any rights.

Every test forks in a script of its own, because pytest has threads and must stay outside the walls.
"""

import ctypes
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from grader import confine
from grader.confine import bpf, landlock, macos, reach, seccomp, syscalls, windows

ROOT = Path(__file__).resolve().parents[1]
SITE = str(Path(pytest.__file__).resolve().parents[1])

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")

SCRIPT = """
import errno, json, os, sys
job = json.loads(sys.argv[1])
sys.path[:0] = [job["root"]]
sys.path.append(job["site"])
from grader import confine
exec(job["before"])
prepared = confine.prepare(
    confine.Policy(
        tuple(job["readable"]), tuple(job["hidden"]), without=frozenset(job["without"]), **job["limits"]
    ),
    pretended_abi=job["abi"],
)
def attempt(action):
    try:
        return {"got": repr(action())}
    except BaseException as error:
        name = errno.errorcode.get(getattr(error, "errno", None), "")
        return {"error": type(error).__name__, "errno": name}
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    try:
        walls = prepared.enter()
        seen = {"walls": walls, "refusals": prepared.refusals}
        exec(job["inside"])
        os.write(writer, json.dumps(seen).encode())
    except BaseException:
        import traceback
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(0)
os.close(writer)
with os.fdopen(reader) as stream:
    text = stream.read()
exec(job["after"])
print(json.dumps({"status": os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), "text": text}))
"""

RAW = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def raw(number, *arguments):
    result = libc.syscall(ctypes.c_long(number), *(ctypes.c_long(a) for a in (*arguments, 0, 0, 0, 0, 0, 0)[:6]))
    return errno.errorcode[ctypes.get_errno()] if result == -1 else "done"
"""


def readable_to_all(path):
    return all(parent.stat().st_mode & 0o5 == 0o5 for parent in (path, *path.parents))


def other_python():
    """An interpreter of this very version that a user without rights can reach; None if there is none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for candidate in (os.path.realpath(sys.executable), shutil.which(version, path="/usr/local/bin:/usr/bin")):
        if candidate and readable_to_all(Path(candidate).resolve()):
            return candidate
    return None


@pytest.fixture(params=["myself", "nobody"])
def user(request):
    """The command that starts Python as this user."""
    if request.param == "myself":
        return [sys.executable]
    if os.geteuid() != 0:
        pytest.skip("only root can become another user; this user has no rights either")
    python = other_python()
    if python is None or not readable_to_all(ROOT):
        pytest.skip("Python or this folder lie where only root can read")
    return ["setpriv", "--reuid=47001", "--regid=47001", "--clear-groups", python]


@pytest.fixture
def run(user):
    """Run code behind the walls; returns the dict `seen` that it filled, `walls` and `refusals` among it."""

    def run(inside="", *, before="", after="", readable=(), hidden=(), without=(), abi=None, limits=None, ends=0):
        job = {"root": str(ROOT), "site": SITE, "before": before, "inside": inside, "after": after, "abi": abi}
        job |= {"readable": list(map(str, readable)), "hidden": list(map(str, hidden)), "without": list(without)}
        job |= {"limits": limits or {}}
        environment = {"PATH": os.defpath, "OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(
            [*user, "-I", "-c", SCRIPT, json.dumps(job)], capture_output=True, text=True, cwd="/", env=environment
        )
        assert done.returncode == 0, done.stderr
        result = json.loads(done.stdout)
        assert result["status"] == ends, done.stderr
        assert ends or result["text"], done.stderr
        return json.loads(result["text"]) if result["text"] else {}

    return run


@pytest.fixture
def folder():
    """A course folder that everybody may read as far as file modes go, so that only walls can refuse it."""
    path = Path(tempfile.mkdtemp(prefix="walls"))
    path.chmod(0o755)
    for name in ("course/solutions/secret.py", "course/exercises/data/digits.txt", "beside.txt"):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text("text")
    (path / "course/exercises/data/link.py").symlink_to(path / "course/solutions/secret.py")
    yield path
    shutil.rmtree(path)


def refused(answer):
    return answer.get("errno") in ("EPERM", "EACCES")


# The whole


def test_every_wall_stands_and_everything_forbidden_is_refused(run, folder):
    seen = run("seen['observed'] = confine.observe(job['hidden'][0])", hidden=[folder / "course"])
    assert seen["refusals"] == {}
    assert tuple(seen["walls"]) == confine.WALLS
    assert seen["observed"] == {"read": True, "write": True, "socket": True, "fork": True}


@pytest.mark.parametrize("abi", [1, 2, 3, 4, 5, 6])
def test_older_landlocks_refuse_as_much(run, folder, abi):
    seen = run("seen['observed'] = confine.observe(job['hidden'][0])", hidden=[folder / "course"], abi=abi)
    assert tuple(seen["walls"]) == confine.WALLS
    assert confine.label(seen["observed"]) == "full"


def test_without_landlock_in_the_kernel_writing_is_still_refused(run, folder):
    inside = f"""
folder = {str(folder)!r}
seen["observed"] = confine.observe(job["hidden"][0])
seen["write"] = attempt(lambda: open(folder + "/beside.txt", "a"))
seen["remove"] = attempt(lambda: os.unlink(folder + "/beside.txt"))
seen["rename"] = attempt(lambda: os.rename(folder + "/beside.txt", folder + "/gone.txt"))
seen["truncate"] = attempt(lambda: os.truncate(folder + "/beside.txt", 0))
seen["folder"] = attempt(lambda: os.mkdir(folder + "/new"))
seen["unnamed"] = attempt(lambda: os.open(folder, os.O_TMPFILE | os.O_RDWR))
seen["read"] = attempt(lambda: open(folder + "/beside.txt").read())
"""
    seen = run(inside, hidden=[folder / "course"], abi=0)
    assert "Landlock" in seen["refusals"].pop("landlock")
    assert seen["refusals"] == {}
    assert seen["observed"] == {"read": False, "write": True, "socket": True, "fork": True}
    assert all(refused(seen[name]) for name in ("write", "remove", "rename", "truncate", "folder", "unnamed"))
    assert seen["read"] == {"got": "'text'"}


def test_outside_nothing_is_refused_and_nothing_is_left_behind(tmp_path):
    script = "import json, sys; from grader import confine; print(json.dumps(confine.observe(sys.argv[1])))"
    (tmp_path / "secret").write_text("text")
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    observed = json.loads(done.stdout)
    assert observed == {"read": False, "write": False, "socket": False, "fork": False}
    assert confine.label(observed) == "process-only"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
    assert not list(Path("/dev/shm").glob("neuralings-probe-*"))


@pytest.mark.parametrize(
    ("refusals", "label"),
    [([1, 1, 1, 1], "full"), ([1, 0, 0, 0], "partial"), ([0, 0], "process-only"), ([], "process-only")],
)
def test_labels(refusals, label):
    assert confine.label({str(at): bool(refusal) for at, refusal in enumerate(refusals)}) == label


def test_a_probe_that_could_not_be_tried_is_no_refusal(tmp_path):
    observed = confine.observe(str(tmp_path / "nothing here"))
    assert observed["read"] is False


# Files


def test_only_what_is_named_can_be_read(run, folder):
    inside = f"""
folder = {str(folder)!r}
def read(name):
    return attempt(lambda: open(os.path.join(folder, name)).read())
for name in ("course/solutions/secret.py", "course/exercises/data/link.py", "course/exercises/data/digits.txt"):
    seen[os.path.basename(name)] = read(name)
for name in ("beside.txt", "/etc/passwd", "/proc/1/status", f"/proc/{{os.getppid()}}/status", "/proc/mounts"):
    seen[os.path.basename(name)] = read(name)
seen["names"] = attempt(lambda: sorted(os.listdir(folder + "/course/exercises/data")))
for name in ("/", "/proc", "/home", folder, folder + "/course", folder + "/course/solutions"):
    seen["list " + name] = attempt(lambda: os.listdir(name))
"""
    seen = run(inside, hidden=[folder / "course"], readable=[folder / "course/exercises/data"])
    assert seen["digits.txt"] == {"got": "'text'"}
    assert seen["names"] == {"got": "['digits.txt', 'link.py']"}
    assert refused(seen["secret.py"])
    assert refused(seen["link.py"])
    assert refused(seen["beside.txt"])
    assert refused(seen["passwd"])
    assert refused(seen["status"])
    assert all(refused(answer) for name, answer in seen.items() if name.startswith("list "))


def test_a_hidden_folder_in_a_readable_one_stays_hidden(run, folder):
    inside = f"""
folder = {str(folder)!r}
seen["secret"] = attempt(lambda: open(folder + "/course/solutions/secret.py").read())
seen["link"] = attempt(lambda: open(folder + "/course/exercises/data/link.py").read())
seen["beside"] = attempt(lambda: open(folder + "/beside.txt").read())
"""
    seen = run(inside, readable=[folder], hidden=[folder / "course/solutions"])
    assert seen["secret"] == {"error": "PermissionError", "errno": "EACCES"}
    assert seen["link"] == {"error": "PermissionError", "errno": "EACCES"}
    assert seen["beside"] == {"got": "'text'"}


def test_nothing_can_be_written(run, folder):
    inside = f"""
folder = {str(folder)!r}
os.umask(0)
seen["make"] = attempt(lambda: open(folder + "/new.txt", "w"))
seen["change"] = attempt(lambda: open(folder + "/beside.txt", "a"))
seen["truncate"] = attempt(lambda: os.truncate(folder + "/beside.txt", 0))
seen["remove"] = attempt(lambda: os.unlink(folder + "/beside.txt"))
seen["folder"] = attempt(lambda: os.mkdir(folder + "/new"))
seen["link"] = attempt(lambda: os.symlink("/etc/passwd", folder + "/link"))
seen["hard link"] = attempt(lambda: os.link(folder + "/beside.txt", folder + "/link"))
seen["mode"] = attempt(lambda: os.chmod(folder + "/beside.txt", 0o644))
seen["time"] = attempt(lambda: os.utime(folder + "/beside.txt"))
seen["pipe"] = attempt(lambda: os.mkfifo(folder + "/pipe"))
seen["terminal"] = attempt(lambda: os.open("/dev/ptmx", os.O_RDWR))
"""
    folder.chmod(0o777)
    (folder / "beside.txt").chmod(0o666)
    seen = run(inside, readable=[folder])
    answers = {name: answer for name, answer in seen.items() if name not in ("walls", "refusals")}
    assert [name for name, answer in answers.items() if not refused(answer)] == []
    assert (folder / "beside.txt").read_text() == "text"


def test_a_worker_sees_its_own_proc_and_no_other_workers(run):
    """The ruleset is shared: what one worker adds to it would stay open to the next."""
    before = """
import time
def neighbour():
    global prepared
    other = confine.prepare(confine.Policy())
    pid = os.fork()
    if pid == 0:
        other.enter()
        time.sleep(30)
    return other, pid
shared, other = neighbour()
confine.prepare = lambda policy, pretended_abi: shared
"""
    inside = """
seen["own"] = attempt(lambda: open("/proc/self/status").read(4))
seen["same"] = attempt(lambda: open(f"/proc/{os.getpid()}/stat").read(1) and True)
seen["other"] = attempt(lambda: open(f"/proc/{other}/status").read())
seen["others"] = attempt(lambda: os.listdir(f"/proc/{other}/fd"))
seen["facts"] = attempt(lambda: open("/proc/cpuinfo").read(1) + open("/proc/meminfo").read(1) and True)
"""
    seen = run(inside, before=before, after="os.kill(other, 9); os.waitpid(other, 0)")
    assert seen["own"] == {"got": "'Name'"}
    assert seen["same"] == {"got": "True"}
    assert seen["facts"] == {"got": "True"}
    assert refused(seen["other"])
    assert refused(seen["others"])


def test_what_python_needs_works(run):
    inside = """
import time, threading, importlib
def lazily():
    for name in ("sqlite3", "decimal", "xml.dom.minidom", "asyncio", "zoneinfo", "ctypes", "multiprocessing.pool"):
        importlib.import_module(name)
def thread():
    found = []
    workers = [threading.Thread(target=found.append, args=(at,)) for at in range(8)]
    [worker.start() for worker in workers], [worker.join() for worker in workers]
    return sorted(found) == list(range(8))
def arrays():
    assert "numpy" not in sys.modules
    import numpy
    numpy.random.default_rng(1).normal(size=3)
    return float((numpy.ones((300, 300)) @ numpy.ones((300, 300))).sum())
def loop():
    import asyncio
    return asyncio.run(asyncio.sleep(0.001, "slept"))
def null():
    with open("/dev/null", "w") as stream:
        stream.write("text")
    return open("/dev/null").isatty(), open(os.devnull, "rb").read()
def signalled():
    import signal
    got = []
    signal.signal(signal.SIGUSR1, lambda *_: got.append(1))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    return len(got)
seen["imports"] = attempt(lazily)
seen["threads"] = attempt(thread)
seen["arrays"] = attempt(arrays)
seen["loop"] = attempt(loop)
seen["null"] = attempt(null)
seen["random"] = attempt(lambda: len(open("/dev/urandom", "rb", buffering=0).read(4)) + len(os.urandom(4)))
seen["signals"] = attempt(signalled)
seen["time"] = attempt(lambda: time.sleep(0.001) or time.localtime().tm_year > 2000)
seen["processors"] = attempt(lambda: os.cpu_count() > 0 and len(os.sched_getaffinity(0)) > 0)
"""
    seen = run(inside)
    wanted = {
        "imports": "None",
        "threads": "True",
        "arrays": "27000000.0",
        "loop": "'slept'",
        "null": "(False, b'')",
        "random": "8",
        "signals": "2",
        "time": "True",
        "processors": "True",
    }
    assert {name: seen[name] for name in wanted} == {name: {"got": value} for name, value in wanted.items()}


def test_links_and_pointers_out_of_site_packages_are_no_way_into_hidden_folders(tmp_path):
    site = tmp_path / "site-packages"
    checkout = tmp_path / "checkout"
    for path in (site / "numpy", site / "grader", checkout / "solutions", tmp_path / "elsewhere"):
        path.mkdir(parents=True)
    for name in ("six.py", "neuralings.pth", "__editable___neuralings_finder.py"):
        (site / name).write_text("")
    (site / "solutions").symlink_to(checkout / "solutions")
    (site / "linked").symlink_to(tmp_path / "elsewhere")
    found = reach._Reach(frozenset(map(str, (site / "grader", checkout))), frozenset([str(site)]))
    assert dict(found.below(str(site))) == {
        str(site): landlock.READ_DIR,
        str(site / "numpy"): landlock.READ,
        str(site / "six.py"): landlock.READ,
        str(tmp_path / "elsewhere"): landlock.READ,
    }


def test_a_packages_folder_itself_cannot_be_hidden():
    with pytest.raises(ValueError, match="name the entries in it"):
        confine.prepare(confine.Policy(hidden=(SITE,)))


def test_a_wall_that_does_not_exist_cannot_be_left_out():
    with pytest.raises(ValueError, match="no such wall: moat"):
        confine.Policy(without=frozenset(["moat"]))


# System calls


def test_every_call_of_the_deny_list_is_refused(run):
    inside = (
        RAW
        + """
from grader.confine import kernel, syscalls
numbers = syscalls.numbers(syscalls.DENIED, kernel.machine())
seen["denied"] = {name: raw(number) for name, number in numbers.items()}
seen["missing"] = [raw(number) for number in (435, syscalls.LAST_KNOWN + 1, 0x40000000, 0x40000000 + 41)]
"""
    )
    seen = run(inside)
    assert {"socket", "fork", "ptrace", "chmod", "unshare", "bpf", "shmget", "init_module"} < seen["denied"].keys()
    assert {name for name, answer in seen["denied"].items() if answer != "EPERM"} == set()
    assert seen["missing"] == ["ENOSYS"] * 4


def test_calls_about_others_are_refused_and_about_oneself_allowed(run):
    inside = (
        RAW
        + """
import fcntl, resource, socket, threading
from grader.confine import kernel, syscalls
call = syscalls.numbers(syscalls.ASKED, kernel.machine())
me, parent, pair = os.getpid(), os.getppid(), socket.socketpair()
NEW_USER, THREAD = 0x10000000, 0x10000
seen["no"] = {
    **{f"kill {pid}": raw(call["kill"], pid, 0) for pid in (parent, 0, -1, -me, 1)},
    "tgkill": raw(call["tgkill"], parent, parent, 0),
    **{name: raw(call[name], parent) for name in call if name.startswith(("sched_set", "prlimit"))},
    "fork": raw(call["clone"], 17),
    "namespace": raw(call["clone"], NEW_USER | THREAD),
    "datagram pair": raw(call["socketpair"], 1, socket.SOCK_DGRAM),
    "packet pair": raw(call["socketpair"], 1, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC),
    "other pair": raw(call["socketpair"], 30, socket.SOCK_STREAM),
    "owner": raw(call["fcntl"], pair[0].fileno(), fcntl.F_SETOWN, parent),
    "owner's signal": raw(call["fcntl"], pair[0].fileno(), 10, 9),
    "owner by ioctl": raw(call["ioctl"], pair[0].fileno(), 0x8901),
    "typing": raw(call["ioctl"], 0, 0x5412),
    "outliving": raw(call["prctl"], 1, 0),
    "being read": raw(call["prctl"], 4, 1),
}
seen["os.fork"] = attempt(os.fork)
seen["yes"] = {
    "kill": raw(call["kill"], me, 0),
    "tgkill": raw(call["tgkill"], me, threading.get_native_id(), 0),
    "fcntl": attempt(lambda: fcntl.fcntl(pair[0], fcntl.F_GETFL) and "done").get("got"),
    "ioctl": attempt(lambda: os.set_inheritable(pair[0].fileno(), True) or "done").get("got"),
    "affinity": attempt(lambda: os.sched_setaffinity(0, os.sched_getaffinity(me)) or "done").get("got"),
    "own affinity": attempt(lambda: os.sched_setaffinity(me, os.sched_getaffinity(me)) or "done").get("got"),
    "limits": attempt(lambda: resource.prlimit(me, resource.RLIMIT_CPU) and "done").get("got"),
    "pair": attempt(lambda: pair[0].send(b"x") and pair[1].recv(1) and "done").get("got"),
}
"""
    )
    seen = run(inside)
    assert {name: answer for name, answer in seen["no"].items() if answer != "EPERM"} == {}
    assert seen["os.fork"] == {"error": "PermissionError", "errno": "EPERM"}
    assert {name: answer for name, answer in seen["yes"].items() if answer not in ("done", "'done'")} == {}


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the foreign call is an i386 one")
def test_a_call_of_a_foreign_machine_kills(run):
    inside = """
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(bytes.fromhex("b814000000 cd80 c3"))  # mov eax, 20 (getpid of i386); int 0x80; ret
ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
"""
    run(inside, ends=-signal.SIGSYS)


# Limits and privileges


def test_limits(run):
    inside = """
import resource
seen["limits"] = {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in
                  ("CPU", "FSIZE", "CORE", "NOFILE", "MSGQUEUE")}
seen["raise"] = attempt(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1)))
seen["small"] = attempt(lambda: len(bytearray(8 << 20)))
seen["large"] = attempt(lambda: len(bytearray(64 << 20)))
seen["shared memory file"] = attempt(lambda: os.truncate(os.memfd_create("x"), 1))
seen["umask"] = os.umask(0)
"""
    seen = run(inside, limits={"memory_bytes": 32 << 20, "cpu_seconds": 7})
    assert seen["limits"] == {
        "CPU": [7, 8],
        "FSIZE": [0, 0],
        "CORE": [0, 0],
        "NOFILE": [256, 256],
        "MSGQUEUE": [0, 0],
    }
    assert seen["raise"]["error"] in ("ValueError", "PermissionError")
    assert seen["small"] == {"got": str(8 << 20)}
    assert seen["large"]["error"] == "MemoryError"
    assert seen["shared memory file"] == {"error": "OSError", "errno": "EFBIG"}
    assert seen["umask"] == 0o077


def test_time_ends(run):
    run("while True: pass", limits={"cpu_seconds": 1}, ends=-signal.SIGXCPU)


def test_no_capability_is_left(run):
    seen = run("seen['status'] = open('/proc/self/status').read(); seen['uid'] = os.getuid()")
    status = dict(line.split(":\t") for line in seen["status"].splitlines())
    assert {status[name] for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == {"0" * 16}
    assert status["NoNewPrivs"] == "1"
    assert status["Seccomp"] == "2"
    if os.geteuid() == 0 and seen["uid"] in (0, 65534):
        assert status["CapBnd"] == "0" * 16


def test_root_becomes_nobody_where_python_stays_reachable(run):
    seen = run("seen['now'] = os.getresuid() + os.getresgid(); seen['may'] = prepared.becomes_nobody")
    ids = set(seen["now"])
    assert ids == {65534} if seen["may"] else 65534 not in ids


@pytest.mark.parametrize("wall", confine.WALLS)
def test_a_wall_left_out_is_really_gone(run, wall):
    inside = """
import resource
from grader.confine import privileges
def status(name):
    return next(line.split()[1] for line in open("/proc/self/status") if line.startswith(name + ":"))
seen["observed"] = confine.observe()
seen["file size"] = resource.getrlimit(resource.RLIMIT_FSIZE)[1] == 0
seen["no new privileges"] = status("NoNewPrivs") == "1"
seen["capabilities"] = any(privileges.capabilities())
seen["uid"] = os.getuid()
"""
    seen = run(inside, without=[wall])
    # Landlock and seccomp are only to be had with the promise, once privileges are gone.
    gone = {wall, "landlock", "seccomp"} if wall == "no_new_privs" else {wall}
    assert set(seen["walls"]) == set(confine.WALLS) - gone
    assert seen["refusals"][wall] == "left out on purpose"
    assert seen["observed"]["read"] is seen["observed"]["write"] is ("landlock" not in gone)
    assert seen["observed"]["socket"] is seen["observed"]["fork"] is ("seccomp" not in gone)
    assert seen["file size"] is (wall != "rlimits")
    assert seen["no new privileges"] is (wall != "no_new_privs")
    assert seen["capabilities"] is (wall == "capabilities" and seen["uid"] == 0)


def test_a_second_thread_is_outside_and_that_is_said(run):
    inside = "seen['again'] = 1"
    before = """
import threading
confine.Prepared.enter = (lambda enter: lambda self: (
    threading.Thread(target=threading.Event().wait, daemon=True).start(), enter(self))[1])(confine.Prepared.enter)
"""
    seen = run(inside, before=before)
    assert seen["walls"] == ["rlimits", "seccomp"]
    assert set(seen["refusals"]) == {"capabilities", "landlock", "no_new_privs"}


def test_a_worker_ends_with_its_forkserver(user):
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import os, time; from grader import confine\n"
        "prepared = confine.prepare(confine.Policy())\n"
        "reader, writer = os.pipe()\n"
        "pid = os.fork()\n"
        "if pid == 0:\n"
        "    prepared.enter()\n"
        "    os.write(writer, b'x')\n"
        "    time.sleep(60)\n"
        "os.read(reader, 1)\n"
        "print(pid, flush=True)\n"
    )
    done = subprocess.run(
        [*user, "-I", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/", timeout=20
    )
    assert wait_for(lambda: not alive(int(done.stdout)))


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def wait_for(condition, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_entering_is_quick(run):
    before = """
import time
enter = confine.Prepared.enter
def timed(self):
    start = time.thread_time()
    walls = enter(self)
    self.took = time.thread_time() - start
    return walls
confine.Prepared.enter = timed
"""
    seen = run("seen['took'] = prepared.took", before=before)
    assert seen["took"] < 0.02  # 1-2 ms on the machine it was written on


# The filter as a text, on both machines


def verdict(program, machine, number, *arguments):
    """Interpret a filter as the kernel does."""
    data = struct.pack("=IIQ6Q", number, machine, 0, *(*arguments, *[0] * 6)[:6])
    instructions = list(struct.iter_unpack("=HBBI", program))
    at = word = 0
    while True:
        code, jump_true, jump_false, operand = instructions[at]
        at += 1
        if code == bpf.RETURN:
            return operand
        if code == bpf.LOAD:
            word = struct.unpack_from("=I", data, operand)[0]
        elif code == bpf.AND:
            word &= operand
        elif code == bpf.JUMP:
            at += operand
        else:
            true = {
                bpf.JUMP_EQUAL: word == operand,
                bpf.JUMP_AT_LEAST: word >= operand,
                bpf.JUMP_ANY_BIT: word & operand != 0,
            }[code]
            at += jump_true if true else jump_false


ALLOW, KILL, REFUSE, MISSING = (answer[3] for answer in (bpf.ALLOW, bpf.KILL, bpf.REFUSE, bpf.MISSING))
COMMON = {"x86_64": {"read": 0, "mmap": 9, "futex": 202}, "aarch64": {"read": 63, "mmap": 222, "futex": 98}}


@pytest.mark.parametrize("machine", syscalls.MACHINES)
@pytest.mark.parametrize("deny_writes", [False, True])
def test_the_filter_of_each_machine(machine, deny_writes):
    program = bpf.with_own_pid(seccomp.build(machine, deny_writes), 4711)
    assert len(program) // 8 < 4096

    def ask(number, *arguments):
        return verdict(program, seccomp.AUDIT_MACHINE[machine], number, *arguments)

    denied = syscalls.numbers(syscalls.DENIED, machine)
    assert {ask(number) for number in denied.values()} == {REFUSE}
    assert {ask(number) for number in COMMON[machine].values()} == {ALLOW}
    assert {ask(number) for number in (435, 470, 0x40000000, 0xFFFFFFFF)} == {MISSING}
    assert verdict(program, 0x40000003, 20) == KILL
    call = syscalls.numbers(syscalls.ASKED, machine)
    assert ask(call["kill"], 4711) == ask(call["clone"], 0x10000) == ask(call["prlimit64"], 0) == ALLOW
    assert ask(call["kill"], 4712) == ask(call["clone"], 17) == ask(call["prlimit64"], 4712) == REFUSE
    writing = set(syscalls.numbers(syscalls.WRITING, machine).values())
    assert {ask(number) for number in writing} == {REFUSE if deny_writes else ALLOW}
    openat = syscalls.numbers(syscalls.OPENING, machine)["openat"]
    assert ask(openat, 0, 0, os.O_RDONLY) == ALLOW
    assert ask(openat, 0, 0, os.O_WRONLY) == (REFUSE if deny_writes else ALLOW)
    known = {*denied.values(), *call.values(), 435}
    if not deny_writes:
        assert {number for number in range(470) if ask(number) != ALLOW} <= known


TABLES = (syscalls.DENIED, syscalls.MISSING, syscalls.ASKED, syscalls.WRITING, syscalls.OPENING)
WITHOUT_A_TWIN = """
fork vfork chmod chown lchown utime utimes futimesat mknod inotify_init uselib modify_ldt iopl ioperm
creat mkdir rmdir unlink rename link symlink open
"""
"""What aarch64 never had."""


def test_the_tables_account_for_every_call_on_both_machines():
    x86, arm = (
        [item for table in TABLES for item in syscalls.numbers(table, machine).items()] for machine in syscalls.MACHINES
    )
    for rows in (x86, arm):
        assert len(set(rows)) == len(dict(rows)) == len({number for _, number in rows})
        assert all(0 < number <= syscalls.LAST_KNOWN for _, number in rows)
    assert dict(x86).keys() - dict(arm).keys() == set(WITHOUT_A_TWIN.split())
    assert not dict(arm).keys() - dict(x86).keys()
    # Since 5.0 new calls have one number everywhere.
    assert {name for name, number in x86 if number >= 424} == {name for name, number in arm if number >= 424}
    assert all(dict(arm)[name] == number for name, number in x86 if number >= 424)


HEADERS = {"x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h", "aarch64": "/usr/include/asm-generic/unistd.h"}


@pytest.mark.parametrize("machine", syscalls.MACHINES)
def test_the_tables_agree_with_the_kernels_headers(machine):
    path = Path(HEADERS[machine])
    if not path.exists():
        pytest.skip(f"{path} comes with linux-libc-dev")
    header = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)$", path.read_text(), re.MULTILINE))
    ours = {name: number for table in TABLES for name, number in syscalls.numbers(table, machine).items()}
    known = {name: int(header[name]) for name in ours if name in header}
    assert len(known) > 100
    assert known == {name: ours[name] for name in known}


@pytest.mark.parametrize(
    ("version", "rights"),
    [(1, 13), (2, 14), (3, 15), (4, 15), (5, 16), (6, 16), (7, 16)],
)
def test_rights_by_landlock_version(version, rights):
    files, network, scoped = landlock.handled(version)
    assert files == (1 << rights) - 1
    assert network == (3 if version >= 4 else 0)
    assert scoped == (3 if version >= 6 else 0)


# Processes and descriptors


def script(text):
    done = subprocess.run(
        [sys.executable, "-c", text],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_close_other_fds():
    text = """
import os
from grader import confine
opened = [os.dup(0) for _ in range(9)]
confine.close_other_fds([0, 1, 2, opened[3], opened[7]])
def is_open(descriptor):
    try:
        return bool(os.fstat(descriptor))
    except OSError:
        return False
print(set(filter(is_open, range(100))) == {0, 1, 2, opened[3], opened[7]})
"""
    assert script(text) == ["True"]


def test_orphans_come_back_and_are_swept():
    text = """
import os, signal, subprocess, time
from grader import confine
confine.set_subreaper()
kept = subprocess.Popen(["sleep", "60"])
pid = os.fork()
if pid == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if os.fork() == 0:
        time.sleep(60)
    os._exit(0)
os.waitpid(pid, 0)
print(len(confine.children()), confine.sweep_children([kept.pid]), confine.children() == {kept.pid})
pidfd = confine.pidfd_open(kept.pid)
confine.pidfd_kill(pidfd)
print(kept.wait())
confine.pidfd_kill(pidfd)
"""
    assert script(text) == ["2", "1", "True", "-9"]


def test_a_protected_process_cannot_be_read_by_its_own_user(user):
    if len(user) == 1 and os.geteuid() == 0:
        pytest.skip("root reads everything")
    text = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import os; from grader import confine
confine.protect_process()
if os.fork() == 0:
    try:
        open(f"/proc/{{os.getppid()}}/environ")
    except PermissionError:
        print("refused", flush=True)
    os._exit(0)
os.wait()
"""
    assert subprocess.run([*user, "-I", "-c", text], capture_output=True, text=True, cwd="/").stdout == "refused\n"


# Other systems, as far as they can be seen from here


def test_the_profile_of_macos(tmp_path):
    home = tmp_path / 'anna "a"'
    policy = confine.Policy(
        readable=(str(home / "course/exercises/data"),), hidden=(str(home / "course"), str(tmp_path / "solutions"))
    )
    python = tmp_path / "python"
    command = macos.argv_prefix(policy, str(home), str(python))
    assert command[:2] == ("/usr/bin/sandbox-exec", "-p")
    lines = command[2].splitlines()
    assert lines[:2] == ["(version 1)", "(deny default)"]
    assert f'(allow process-exec (literal "{python}") (subpath "{os.path.realpath(sys.base_prefix)}"))' in lines
    quoted = f'{tmp_path}/anna \\"a\\"'
    order = [
        f'(deny file-read-data (subpath "{quoted}"))',
        f'(deny file-read-data (subpath "{quoted}/course"))',
        f'(allow file-read-data (subpath "{quoted}/course/exercises/data"))',
    ]
    assert [line for line in lines if line in order] == order
    assert f'(deny file-read-data (subpath "{tmp_path}/solutions"))' in lines
    assert not any("network" in line or "fork" in line for line in lines)
    assert command[2].count("(") == command[2].count(")")


def test_a_path_cannot_break_out_of_the_profile():
    with pytest.raises(ValueError, match="control characters"):
        macos.profile(confine.Policy(readable=("/tmp/a\n(allow default)",)), "/Users/anna", "/usr/bin/python3")


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes of 64-bit Windows")
def test_the_job_object_of_windows():
    assert ctypes.sizeof(windows.BasicLimits) == 64
    assert ctypes.sizeof(windows.ExtendedLimits) == 144
    limits = windows.limits(confine.Policy(cpu_seconds=3, memory_bytes=1 << 20))
    assert limits.basic.active_processes == 1
    assert limits.basic.process_time == 30_000_000
    assert limits.process_memory == (256 << 20) + (1 << 20)
    assert limits.basic.flags == 0x250A

"""System call numbers of x86_64 and aarch64, from the kernel's tables of Linux 6.18: `name x86_64 aarch64`.

A dash says that the machine never had the call (aarch64 began without the calls that have an `…at` twin).
"""

from __future__ import annotations

MACHINES = ("x86_64", "aarch64")
LAST_KNOWN = 469
"""Newer calls did not exist when this list was written: the filter answers ENOSYS, as an older kernel would."""

DENIED = """
socket 41 198, bind 49 200, connect 42 203, listen 50 201, accept 43 202, accept4 288 242,

fork 57 -, vfork 58 -, execve 59 221, execveat 322 281, setsid 112 157, setpgid 109 154,

ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, kcmp 312 272,
pidfd_open 434 434, pidfd_getfd 438 438, pidfd_send_signal 424 424, process_madvise 440 440,
process_mrelease 448 448, move_pages 279 239, migrate_pages 256 238, perf_event_open 298 241,
rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240, tkill 200 130, setpriority 141 140,
ioprio_set 251 30,

chmod 90 -, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452, chown 92 -, fchown 93 55, lchown 94 -,
fchownat 260 54, utime 132 -, utimes 235 -, utimensat 280 88, futimesat 261 -, setxattr 188 5,
lsetxattr 189 6, fsetxattr 190 7, setxattrat 463 463, removexattr 197 14, lremovexattr 198 15,
fremovexattr 199 16, removexattrat 466 466, file_setattr 469 469, mknod 133 -, mknodat 259 33,

inotify_init 253 -, inotify_init1 294 26, inotify_add_watch 254 27, fanotify_init 300 262,
fanotify_mark 301 263,

unshare 272 97, setns 308 268, mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51,
open_tree 428 428, open_tree_attr 467 467, move_mount 429 429, fsopen 430 430, fsconfig 431 431,
fsmount 432 432, fspick 433 433, mount_setattr 442 442, statmount 457 457, listmount 458 458,

bpf 321 280, userfaultfd 323 282, io_uring_setup 425 425, io_uring_enter 426 426,
io_uring_register 427 427, add_key 248 217, request_key 249 218, keyctl 250 219, quotactl 179 60,
quotactl_fd 443 443, name_to_handle_at 303 264, open_by_handle_at 304 265, memfd_secret 447 447,
personality 135 92, lookup_dcookie 212 18, uselib 134 -, modify_ldt 154 -,

shmget 29 194, shmat 30 196, shmctl 31 195, semget 64 190, semop 65 193, semctl 66 191,
semtimedop 220 192, msgget 68 186, msgsnd 69 189, msgrcv 70 188, msgctl 71 187, mq_open 240 180,
mq_unlink 241 181, mq_timedsend 242 182, mq_timedreceive 243 183, mq_notify 244 184,
mq_getsetattr 245 185,

init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104,
kexec_file_load 320 294, settimeofday 164 170, clock_settime 227 112, clock_adjtime 305 266,
adjtimex 159 171, reboot 169 142, swapon 167 224, swapoff 168 225, acct 163 89, syslog 103 116,
vhangup 153 58, sethostname 170 161, setdomainname 171 162, iopl 172 -, ioperm 173 -,
nfsservctl 180 42
"""
"""Refused whatever the arguments."""

MISSING = "clone3 435 435"
"""Answered ENOSYS: its flags lie in memory where a filter cannot look, and callers then use clone."""

ASKED = """
clone 56 220, kill 62 129, tgkill 234 131, prlimit64 302 261, sched_setaffinity 203 122,
sched_setscheduler 144 119, sched_setparam 142 118, sched_setattr 314 274, socketpair 53 199,
fcntl 72 25, ioctl 16 29, prctl 157 167, seccomp 317 277
"""
"""Refused or not by their arguments (`seccomp` is here for its number only)."""

WRITING = """
creat 85 -, mkdir 83 -, mkdirat 258 34, rmdir 84 -, unlink 87 -, unlinkat 263 35, rename 82 -,
renameat 264 38, renameat2 316 276, link 86 -, linkat 265 37, symlink 88 -, symlinkat 266 36,
truncate 76 45
"""
"""Refused as well where Landlock is missing."""

OPENING = "open 2 -, openat 257 56, openat2 437 437"


def numbers(table: str, machine: str) -> dict[str, int]:
    """The calls of one of the tables above that `machine` has, by name."""
    column = MACHINES.index(machine)
    found = {}
    for row in table.split(","):
        name, *columns = row.split()
        if len(columns) != len(MACHINES):
            raise ValueError(f"a comma is missing in the table near {name}")
        if columns[column] != "-":
            found[name] = int(columns[column])
    return found

"""Programs that begin with everything imported: stories start many, and importing is half of it.

A process that has imported the application waits for them; each program is a copy of it in which
nothing ran before, in a session and with a terminal of its own. Only its beginning differs from
`python -m facilitui` or `python -c ...`, so the first is still started where the beginning is what
counts. Linux only.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache

import facilitui

PROGRAM = (sys.executable, "-m", "facilitui")
"""As a person's shell begins it."""
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
STREAMS = ("stdin", "stdout", "stderr")


class Born:
    """A program, as much as a terminal needs to know of it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None


def born(
    command: Sequence[str], *, stdin: int, env: Mapping[str, str], cwd: str, **_: object
) -> Born:
    """Begin a program as `subprocess.Popen` would, with `stdin` as its terminal.

    Its command is Python's, with `-m` or `-c` and what is to be run.
    """
    asked = json.dumps([command[1:], dict(env), cwd]).encode()
    asking, _nursery = _asking()
    socket.send_fds(asking, [asked], [stdin])
    return Born(int(asking.recv(16)))


@cache
def _asking() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """How to ask for programs; those whose parent is gone become children of this process."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with there:
        nursery = subprocess.Popen(
            [sys.executable, "-m", __name__, str(there.fileno())],
            pass_fds=[there.fileno()],
            start_new_session=True,
            env={**os.environ, "PYTHONUTF8": "1", "TEXTUAL_ANIMATIONS": "none"},
        )
    return here, nursery


def _serve(asking: socket.socket) -> list[str] | None:
    """Make programs until nobody asks any more; in each of them, what it is to be begun with."""
    while True:
        asked, terminals, _, _ = socket.recv_fds(asking, 1 << 20, 1)
        if not asked:
            return None
        told, tell = os.pipe()
        between = os.fork()
        if between == 0:
            between = os.getpid()
            if pid := os.fork():
                os.write(tell, str(pid).encode())
                os._exit(0)
            asking.detach()  # closed below, with everything else that is not the program's
            arguments, env, cwd = json.loads(asked)
            _begin(env, cwd, terminals[0], between)
            return list(arguments)
        os.waitpid(between, 0)
        asking.send(os.read(told, 16))
        for each in (told, tell, *terminals):
            os.close(each)


def _begin(env: Mapping[str, str], cwd: str, terminal: int, between: int) -> None:
    """Become a program of whoever asked, as one is that a terminal has just started."""
    while os.getppid() == between:
        os.sched_yield()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number, name in enumerate(STREAMS):
        os.dup2(terminal, number)
        stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    os.closerange(len(STREAMS), 256)
    for each in (signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP):
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(cwd)


def _grow() -> None:
    """Import all there is, without beginning anything; what is broken, a program meets itself."""
    for module in pkgutil.walk_packages(facilitui.__path__, "facilitui.", lambda name: None):
        if not module.name.endswith("__main__"):
            with suppress(Exception):
                importlib.import_module(module.name)
    gc.freeze()


if __name__ == "__main__":
    _grow()
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        given = _serve(asking)
    if given is not None:
        how, what, *sys.argv[1:] = given
        if how == "-c":
            exec(what, {"__name__": "__main__"})
        else:
            runpy.run_module(what, run_name="__main__", alter_sys=True)

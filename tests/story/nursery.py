"""Programs that begin with everything imported: stories start many, and importing is half of it.

A process that has imported the application, and opened it once without a terminal, waits for them;
each program is a copy of it, in a session and with a terminal of its own. What differs from
`python -m facilitui` or `python -c ...` is its beginning, and that its memory is not taken apart
after its end, so the first is still started where these are what counts. Linux only.
"""

from __future__ import annotations

import atexit
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
import tempfile
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

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
    """Import all there is, and open it once; what is broken, a program meets itself."""
    gc.disable()
    for module in pkgutil.walk_packages(facilitui.__path__, "facilitui.", lambda name: None):
        if not module.name.endswith("__main__"):
            with suppress(Exception):
                importlib.import_module(module.name)
    asyncio = importlib.import_module("asyncio")
    with suppress(Exception), tempfile.TemporaryDirectory() as folder:
        asyncio.run(_opened(Path(folder)))
    for each in threading.enumerate():  # a copy would have none of them, and what they hold
        if each is not threading.current_thread():
            each.join()
    gc.freeze()
    gc.enable()


async def _opened(folder: Path) -> None:
    """Draw Home and the keys: their style sheets are parsed, the models of files made."""
    import pytest
    from textual.css.stylesheet import Stylesheet

    from facilitui.app.application import FacilituiApp
    from facilitui.bootstrap import Wiring
    from facilitui.opening.screens import Opening
    from facilitui.storage.paths import Home
    from tests.parsed_sheets import parse_rules_once

    pytest.MonkeyPatch().setattr(Stylesheet, "_parse_rules", parse_rules_once)  # to the end
    wiring = Wiring(Home(folder / "home"))
    try:
        async with FacilituiApp(Opening(wiring)).run_test(size=(100, 30)) as pilot:
            for key in ("question_mark", "escape"):
                await pilot.press(key)
                await pilot.app.workers.wait_for_complete()
    finally:
        wiring.close()


class Ending:
    """The last that a program does, when Python itself has nothing more to do but to free memory.

    To take apart what it has a copy of costs more than to begin did.
    """

    def __init__(self) -> None:
        """Known before anything is imported that has something to do at the end: it goes first."""
        self._code: int | None = None
        atexit.register(self._end)

    def run(self, how: str, what: str) -> None:
        """Be a program, which ends with 1 if by an error."""
        self._code = 1
        try:
            if how == "-c":
                exec(what, {"__name__": "__main__"})
            else:
                runpy.run_module(what, run_name="__main__", alter_sys=True)
            self._code = 0
        except SystemExit as ended:
            self._code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            raise

    def _end(self) -> None:
        if self._code is not None:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(self._code)


if __name__ == "__main__":
    ending = Ending()
    _grow()
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        given = _serve(asking)
    if given is not None:
        how, what, *sys.argv[1:] = given
        ending.run(how, what)

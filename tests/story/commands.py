"""Commands that open no screen: in this process, and as programs of their own."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from facilitui.cli.main import main
from tests.story.surroundings import environment
from tests.story.terminal import ROOT

Said = subprocess.CompletedProcess[str]


def facilitui(
    home: Path, *arguments: str | Path, given: str | None = None, closed: bool = False
) -> Said:
    """Obey a command here, as a program would: its code, and what it prints where.

    Where it is `closed` there is no standard input.
    What it fails with is not caught. `process` starts a program, for what only that can show.
    """
    streams = [io.TextIOWrapper(io.BytesIO((given or "").encode()), encoding="utf-8")]
    streams += [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in "oe"]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, None if closed and name == "stdin" else stream)
        for name, value in {**environment(home), "COLUMNS": "80"}.items():
            patch.delenv(name, raising=False) if value is None else patch.setenv(name, value)
        patch.chdir(ROOT)
        time.tzset()
        code = _code(list(map(str, arguments)))
    time.tzset()
    out, err = (_written(stream) for stream in streams[1:])
    return Said(["facilitui", *map(str, arguments)], code, out, err)


def _code(arguments: list[str]) -> int:
    """What a program would end with; a wrong usage ends it at once."""
    try:
        return main(arguments)
    except SystemExit as ended:
        assert isinstance(ended.code, int), ended.code
        return ended.code


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    text = stream.buffer.getvalue().decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")  # as a program's output is read below


def held_on(session: str) -> str:
    """The day that a session's id begins with, as it is told: Wed 25 Nov 2026."""
    day = date.fromisoformat(session[:10])
    return f"{day:%a} {day.day} {day:%b %Y}"


def process(home: Path, *arguments: str | Path, given: str | None = None) -> Said:
    """Run a command as a program of its own, from a folder of nobody's."""
    return subprocess.run(
        [sys.executable, "-m", "facilitui", *map(str, arguments)],
        cwd=ROOT,
        env=plain_environment(home),
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def plain_environment(home: Path) -> dict[str, str]:
    """What a command needs to know, and nothing of the developer's."""
    return {
        "PATH": "/usr/bin:/bin",
        **{name: value for name, value in environment(home).items() if value is not None},
    }

"""A program from the nursery is one that a terminal started, and has nothing of anybody else."""

from __future__ import annotations

import os
from pathlib import Path

from tests.story.steps import plan_file
from tests.story.terminal import Terminal


def test_a_program_from_the_nursery_stands_alone(home: Path) -> None:
    """A session, a terminal and a parent as of any program, no file of another, and its own end."""
    plan_file(home)
    with Terminal(home) as terminal, Terminal(home) as other:
        for each in (terminal.wait("Plans"), other.wait("Plans")):
            assert (os.getsid(each.pid), os.getpgid(each.pid)) == (each.pid, each.pid)
            assert f"PPid:\t{os.getpid()}\n" in Path(f"/proc/{each.pid}/status").read_text("ascii")
            opened = {os.readlink(file) for file in Path(f"/proc/{each.pid}/fd").iterdir()}
            assert len([name for name in opened if name.startswith("/dev/pts/")]) == 1
            assert not [name for name in opened if name.startswith(("pipe:", "/dev/null"))]
        other.kill()
        assert (other.exit_code(), terminal.alive) == (-9, True)
        terminal.quit()

"""A program from the nursery is one that a terminal started, and has nothing of anybody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("last", "code"),
    [("", 0), ("exit()", 0), ("exit(3)", 3), ("exit('why')", 1), ("raise ValueError('why')", 1)],
)
def test_it_ends_with_all_that_is_to_be_done_at_the_end(home: Path, last: str, code: int) -> None:
    """What still runs is waited for, what waits for the end is done, and all is written."""
    begun = (
        "import atexit, threading; atexit.register(print, 'at the end', end='');"
        "threading.Thread(target=lambda: print(f'said {sum(range(10**6))}')).start()\n"
    )
    with Terminal(home, code=begun + last) as terminal:
        assert terminal.exit_code() == code
        said = terminal.screen
    assert "said 499999500000" in said and said.rstrip().endswith("at the end")
    assert ("why" in said) == ("why" in last)

"""`facilitui check` reads the logs of all sessions, and says of each what is wrong and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.sealing import canonical, own_hash
from facilitui.core.sessions.log_contents import NO_EVENTS
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import parse_log
from facilitui.storage.log_checks import read_logs
from facilitui.storage.paths import Home
from tests.storage.chains import chain, log_bytes, notes


def write(home: Path, session: str, data: bytes) -> Path:
    """A session's log."""
    log = home / "sessions" / session / "events.jsonl"
    log.parent.mkdir(parents=True)
    log.write_bytes(data)
    return log


def checked(home: Path) -> tuple[int, tuple[Problem, ...]]:
    """How many logs there are, and what is wrong with them."""
    found = read_logs(Home(home), Disk(), (), Progress())
    return found.count, found.problems


def test_each_damaged_log_is_named_with_its_line(tmp_path: Path) -> None:
    """Whole ones and those with a line cut off, which mends itself, are counted and not named."""
    whole, lines = log_bytes(notes(5)), log_bytes(notes(5)).splitlines(keepends=True)
    write(tmp_path, "good", whole)
    write(tmp_path, "torn", whole[:-9])
    write(tmp_path, "repeated", b"".join([*lines[:3], lines[2], *lines[3:]]))
    write(tmp_path, "hostile", b"\x1b[31m[x]\xff\n" * 3)
    write(tmp_path, "emptied", b"")
    (tmp_path / "sessions" / "empty").mkdir()
    count, problems = checked(tmp_path)
    told = {(problem.file, problem.line): problem.reason for problem in problems}
    assert count == 6 and len(told) == 4
    assert "repeats an earlier one" in told["sessions/repeated/events.jsonl", 4]
    assert "nothing of it is proved" in told["sessions/hostile/events.jsonl", 1]
    assert told["sessions/emptied/events.jsonl", 0] == NO_EVENTS
    assert "no events.jsonl" in told["sessions/empty/events.jsonl", 0]


def test_a_home_without_sessions_has_nothing_wrong(tmp_path: Path) -> None:
    """Nor has one in which they cannot be listed no problem."""
    assert checked(tmp_path) == (0, ())
    (tmp_path / "sessions").write_text("a file")
    count, (problem,) = checked(tmp_path)
    assert count == 0 and "cannot list" in problem.reason


def test_a_line_later_than_any_session_lasts_breaks_the_log() -> None:
    """It is sealed rightly and follows; it is read up to there, and said why."""
    events = notes(2)
    late = {**events[1].document, "elapsed": 1e18}
    sealed = {**late, "hash": own_hash(late)}
    found = parse_log(log_bytes(events[:1]) + canonical(sealed).encode() + b"\n", "s")
    assert (found.verified, found.read_only, found.broken, found.line) == (1, True, True, 2)
    assert "line 2 of the log is more than 366 days after the session began" in found.trouble


def test_a_log_without_any_event_is_told_of_and_one_that_was_cut_off_is_not() -> None:
    """Who looks at the one is told what to do; the other is mended by the next host."""
    begun = b'{"at":"20'
    assert parse_log(b"", "s").flaw == parse_log(begun, "s").flaw == NO_EVENTS
    assert "delete" not in NO_EVENTS  # something of the session may lie elsewhere
    assert parse_log(log_bytes(notes(1)) + begun, "s").flaw == ""


@pytest.mark.parametrize("line", [0, 1])
def test_nobody_is_sent_to_go_on_with_a_session_that_is_over(line: int) -> None:
    """What is wrong is told all the same."""
    whole = chain([b.Captured(text="a"), b.Captured(text="b"), b.SessionEnded()])
    lines = log_bytes(whole).split(b"\n")
    lines[line] = b"{damaged"
    found = parse_log(b"\n".join(lines), "s")
    assert found.trouble.startswith(f"line {line + 1} of the log cannot be read; ")
    assert found.trouble.endswith(" is proved")

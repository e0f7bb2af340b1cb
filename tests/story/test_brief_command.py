"""`facilitui brief`: what taking a session over needs, printed while somebody hosts it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.sessions import moves
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.paths import Home
from tests.story.commands import facilitui
from tests.story.steps import log_of, plan_file


async def _hosting(wiring: Wiring, plan: str) -> HostedSession:
    hosted = await wiring.hosting.prepare_plan(plan)
    await hosted.begin()
    await hosted.do(moves.park("What of parents?"))
    await hosted.do(moves.capture("secret"))
    return hosted


@pytest.fixture
def hosted(home: Path) -> Iterator[HostedSession]:
    """A session that is held by its host for as long as the test takes."""
    wiring = Wiring(Home(home))
    try:
        yield asyncio.run(_hosting(wiring, plan_file(home)))
    finally:
        wiring.close()


def test_the_open_session_is_briefed_while_it_is_hosted(home: Path, hosted: HostedSession) -> None:
    """By its name or without one; on standard output alone, and the log stays as it was."""
    before = log_of(home).read_bytes()
    said = facilitui(home, "brief")
    assert said.returncode == 0 and said.stdout.startswith("# Hand-over brief: Morning")
    assert "- What of parents?" in said.stdout and "secret" not in said.stdout
    assert said.stderr == "facilitui: left out: 1 capture kept private\n"
    assert "## Where we are" in facilitui(home, "brief", hosted.session).stdout
    assert log_of(home).read_bytes() == before


def test_a_brief_goes_into_a_file(home: Path, hosted: HostedSession, tmp_path: Path) -> None:
    """One that is there is replaced only with --force."""
    file = tmp_path / "brief.md"
    assert facilitui(home, "brief", "-o", file).stdout == ""
    assert file.read_text("utf-8").startswith("# Hand-over brief")
    again = facilitui(home, "brief", "-o", file)
    assert again.returncode == 1 and "--force" in again.stderr
    assert facilitui(home, "brief", "-o", file, "--force").returncode == 0


def test_a_damaged_log_is_told(home: Path, hosted: HostedSession) -> None:
    """The brief is printed for all that; standard error says which line, and so does the code."""
    log = log_of(home)
    log.write_bytes(log.read_bytes().replace(b"parked", b"pARKed"))
    said = facilitui(home, "brief")
    assert said.returncode == 1 and said.stdout.startswith("# Hand-over brief")
    assert "line 6 of the log" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [([], 1, "no session lies open"), (["nothing"], 1, "nothing"), (["a", "b"], 2, "usage")],
)
def test_what_cannot_be_briefed_is_said(
    home: Path, arguments: list[str], code: int, words: str
) -> None:
    """On standard error, with the code that says which."""
    said = facilitui(home, "brief", *arguments)
    assert (said.returncode, said.stdout) == (code, "") and words in said.stderr
    assert list(home.iterdir()) == []

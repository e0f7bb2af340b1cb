"""Standard output that takes nothing, or not all: one sentence, and a code that says so."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from facilitui.cli.main import main
from facilitui.cli.printing import PROBLEM, WELL

COMMANDS = ("journal list", "journal export", "journal export --format md", "report --for leader")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one session, debriefed, as the demonstration leaves it."""
    home = tmp_path_factory.mktemp("filled") / "home"
    assert main(["--home", str(home), "demo"]) == WELL
    return home


def full() -> TextIO:
    """Goes to a disk that is full."""
    return open("/dev/full", "w", encoding="utf-8")


def read_no_more() -> TextIO:
    """Goes to a program that has seen enough."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


def read_whole() -> TextIO:
    """Goes to a program that takes all of it."""
    return open(os.devnull, "w", encoding="utf-8")


def ends(monkeypatch: pytest.MonkeyPatch, home: Path, command: str, out: TextIO | None) -> int:
    """What a command that prints there ends with; nothing is left that fails as Python ends."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        code = main(["--home", str(home), *command.split()])
    if out is not None:
        out.close()
    return code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_once(
    filled: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is printed; that nothing came of it is the only thing that is said."""
    assert ends(monkeypatch, filled, command, full()) == PROBLEM
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("facilitui: not all of it was printed, the disk is full; ")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_seen_enough_ends_it_quietly(
    filled: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `| head -1` does: how much it took is chance, and the code that tells of it is none."""
    assert ends(monkeypatch, filled, command, read_no_more()) == WELL
    assert capsys.readouterr().err == ""


def test_the_code_tells_of_the_command_however_much_was_read(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told, and ends it as it does where somebody reads all of it."""
    bad = home / "pathways" / "bad.toml"
    bad.parent.mkdir(parents=True)
    bad.write_text('kind = "pathway"\n', encoding="utf-8")
    assert ends(monkeypatch, home, "pathway list", read_no_more()) == PROBLEM
    told = capsys.readouterr().err
    assert ends(monkeypatch, home, "pathway list", read_whole()) == PROBLEM
    assert "bad.toml" in told and capsys.readouterr().err == told
    bad.unlink()
    assert ends(monkeypatch, home, "pathway list", read_no_more()) == WELL


def test_a_closed_output_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python has no stream then."""
    for command in COMMANDS:
        assert ends(monkeypatch, filled, command, None) == PROBLEM
        assert "standard output is closed; leave it open" in capsys.readouterr().err


def test_what_an_output_has_no_signs_for_is_told_by_its_numbers(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old terminal's encoding is no reason to fail."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert main(["--home", str(filled), "journal", "search", "日本"]) == WELL
    assert isinstance(out.buffer, io.BytesIO) and b"\\u65e5\\u672c" in out.buffer.getvalue()


@pytest.fixture
def errors_full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody can be told what goes wrong."""
    with read_no_more() as err:
        monkeypatch.setattr(sys, "stderr", err)
        yield
        monkeypatch.undo()


@pytest.mark.usefixtures("errors_full")
def test_problems_that_nobody_can_be_told_change_nothing(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document is whole, its code is its own, and nothing that is no document is in it."""
    report = ["--home", str(filled), "report", "--for", "leader"]
    assert main(report) == WELL
    assert capsys.readouterr().out.startswith("# Report")
    sys.stderr = None
    assert main([*report, "nobody's"]) == PROBLEM and main(report) == WELL
    printed = capsys.readouterr().out
    assert "left out:" not in printed and "no session" not in printed

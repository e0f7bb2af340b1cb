"""The command line: what it prints, where, and with what code it ends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitui import __version__
from tests.story.commands import facilitui, plain_environment, process
from tests.story.pace import slowness
from tests.story.steps import LIES_OPEN, begin, plan_file
from tests.story.terminal import ROOT, Terminal

COUNTED = "Count to five after the second answer, before I speak."
"""What the demonstration commits to."""


def month_of(home: Path) -> Path:
    """The only month of a journal."""
    (month,) = (home / "journal").glob("*.json")
    return month


def test_it_says_its_version_and_how_it_is_used(home: Path) -> None:
    """--version and --help print to standard output and end well."""
    version, usage = process(home, "--version"), process(home, "--help")
    assert (version.returncode, version.stdout) == (0, f"facilitui {__version__}\n")
    assert usage.returncode == 0
    for command in ("plan", "run", "check", "demo", "journal", "--home"):
        assert command in usage.stdout
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["run"],
        ["journal"],
        ["journal", "nonsense"],
        ["journal", "show"],
        ["journal", "export", "--format", "pdf"],
        ["demo", "--speed", "0"],
        ["demo", "--speed", "quick"],
        ["--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(home: Path, arguments: list[str]) -> None:
    """What cannot be understood is said on standard error, and nothing is done."""
    said = facilitui(home, *arguments)
    assert (said.returncode, said.stdout) == (2, "")
    assert "usage: facilitui" in said.stderr
    assert list(home.iterdir()) == []


def test_check_names_the_place_of_each_fault(home: Path, tmp_path: Path) -> None:
    """A broken file: code 1, and file:line:column: reason on standard error, one a line."""
    broken = tmp_path / "broken.toml"
    broken.write_text('kind = "plan"\ntitle = "x\n', encoding="utf-8")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(
        'kind = "plan"\ntitle = "x"\n[[blocks]]\nid = "a"\ntitle = "A"\nminutes = 9000\n',
        encoding="utf-8",
    )
    said = process(home, "check", broken, wrong)
    assert said.returncode == 1
    assert "2 files checked" in said.stdout
    lines = said.stderr.splitlines()
    assert all(re.match(r"\S+\.toml:\d+:\d+: \S", line) for line in lines), said.stderr
    assert lines[0].startswith(f"{broken}:2:")
    assert any(line.startswith(f"{wrong}:6:") for line in lines)


@pytest.mark.parametrize("command", [["check"], ["plan", "show"]])
@pytest.mark.parametrize("name", ["~nobody-here/x", "x" * 300, "\x1b]0;x\x07\x1b[31m\n日本"])
def test_what_is_not_there_is_told(home: Path, command: list[str], name: str) -> None:
    """Names that no file can have, and folders of nobody, are only names of nothing.

    What the terminal would obey is shown to it as signs.
    """
    said = facilitui(home, *command, name)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("facilitui: there is no ") and "\n" not in said.stderr.strip()
    assert said.stderr.strip().isprintable()


def test_check_without_a_path_looks_at_everything(home: Path) -> None:
    """All that is shipped is well, and a file of the home is looked at too."""
    well = facilitui(home, "check")
    assert (well.returncode, well.stderr) == (0, "")
    assert re.match(r"\d+ files checked, all .*well", well.stdout)
    (home / "protocols").mkdir()
    (home / "protocols" / "mine.toml").write_text("nonsense", encoding="utf-8")
    worse = facilitui(home, "check")
    assert worse.returncode == 1
    assert re.match(rf"{home}/protocols/mine\.toml:1:\d+: ", worse.stderr)
    missing = facilitui(home, "check", home / "nothing.toml")
    assert missing.returncode == 1
    assert "there is no file" in missing.stderr


def test_the_demo_answers_each_question_that_its_run_asks(filled: Path) -> None:
    """Nothing written is dropped: each answer under its own question, in the reports too."""
    (document,) = json.loads(month_of(filled).read_text("utf-8"))["entries"].values()
    body = json.loads(document["body"])
    asked = [(each["ask"], each["text"]) for each in body["prompts"]]
    assert len(asked) == 3 and all(text for _, text in asked)
    (evidence,) = (text for ask, text in asked if "has no item yet" in ask)
    (overrun,) = (text for ask, text in asked if " over. What did" in ask)
    assert "next meeting" in evidence and "presenter" in overrun
    assert [each["text"] for each in body["commitments"]] == [COUNTED]
    said = facilitui(filled, "--home", filled, "report", "--for", "leader")
    assert said.returncode == 0 and COUNTED.rstrip(".") in said.stdout
    assert "| met | Seven of nine exit tickets" in said.stdout


def test_demo_is_quick_and_names_its_folder(home: Path) -> None:
    """Under 10 s, into a new temporary folder that it names; the home stays as it was."""
    started = time.monotonic()
    said = process(home, "demo")
    took = time.monotonic() - started
    named = re.search(r"Everything is in (\S+)", said.stdout)
    assert named is not None, said.stdout + said.stderr
    folder = Path(named[1])
    try:
        assert (said.returncode, said.stderr) == (0, "")
        assert took < 10 * slowness()
        assert "verified" in said.stdout
        assert "# " in said.stdout
        assert len(list(folder.glob("sessions/*/events.jsonl"))) == 1
        assert list(home.iterdir()) == []
    finally:
        shutil.rmtree(folder)


def test_demo_writes_into_the_chosen_folder(tmp_path: Path) -> None:
    """--home says where; paced at a great speed it does the same."""
    home = tmp_path / "a home"
    said = facilitui(tmp_path / "another", "--home", home, "demo", "--speed", "100000")
    assert said.returncode == 0
    assert f"Everything is in {home}" in said.stdout
    assert f"facilitui --home '{home}'" in said.stdout
    assert month_of(home).is_file()
    assert not (tmp_path / "another").exists()
    (log,) = home.glob("sessions/*/events.jsonl")
    assert "gap_noticed" not in log.read_text("ascii"), "its host was there all the while"


@pytest.mark.parametrize(
    "arguments", [[], ["plan"], ["run", "morning"]], ids=["home", "plan", "run"]
)
def test_a_screen_needs_a_terminal(home: Path, arguments: list[str]) -> None:
    """Without a terminal it says so, says what works, and ends with 1."""
    plan_file(home)
    said = facilitui(home, *arguments)
    assert (said.returncode, said.stdout) == (1, "")
    assert "needs a terminal" in said.stderr
    assert "facilitui demo" in said.stderr


def test_run_names_the_fault_of_a_broken_plan(home: Path, tmp_path: Path) -> None:
    """`run FILE` with a broken plan: code 1 and file:line:column before any screen."""
    broken = tmp_path / "broken.toml"
    broken.write_text('kind = "plan"\ntitle = "x\n', encoding="utf-8")
    with Terminal(home, "run", str(broken), size=(200, 10)) as terminal:
        assert terminal.exit_code() == 1
        assert re.search(rf"{broken}:2:\d+: ", terminal.screen)
        assert terminal.left_on == []
        assert b"\x1b[?1049h" not in terminal.raw


def test_run_takes_a_plan_from_anywhere_and_offers_to_resume(home: Path, tmp_path: Path) -> None:
    """A file from outside is run; run again while its session lies open, it offers to go on."""
    name = plan_file(home)
    file = (home / "plans" / f"{name}.toml").rename(tmp_path / "Morning.toml")
    with Terminal(home, "run", str(file)) as terminal:
        terminal.wait("not begun").press_for("n", "● live").press_for("escape", LIES_OPEN)
        terminal.quit()
    with Terminal(home, "run", str(file)) as terminal:
        terminal.wait("lies open").press_for("enter", "● live")
        terminal.quit()
    assert len(list((home / "sessions").iterdir())) == 1


def test_plan_opens_a_plan_by_its_name(home: Path) -> None:
    """`plan NAME` opens it; one that is not there is said before any screen."""
    plan_file(home)
    with Terminal(home, "plan", "morning") as terminal:
        terminal.wait("plan 4 of 4").quit()
    with Terminal(home, "plan", "evening") as terminal:
        assert terminal.exit_code() == 1
        terminal.wait("there is no plan evening")


def test_the_same_session_is_hosted_once(home: Path) -> None:
    """A second terminal looks at it only, and says why."""
    plan_file(home)
    with Terminal(home) as host, Terminal(home) as other:
        begin(host)
        other.wait("Plans").press_for("f5", LIES_OPEN).press_for("r", "read only")
        other.press("m")
        host.press_for("m", "marked").quit()
        other.quit()


@pytest.mark.parametrize("command", ["demo", "journal export", "--help"])
def test_a_reader_that_has_seen_enough_is_no_error(filled: Path, command: str) -> None:
    """`| head -1` ends quietly."""
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec 3>&1; {{ '{sys.executable}' -m facilitui {command} 2>&3; }} | :"],
        cwd=ROOT,
        env={**plain_environment(filled), "TMPDIR": str(filled.parent)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("", "")

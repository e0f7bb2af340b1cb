"""Every command with a damaged month, a bad home, a closed input or an empty word: one sentence."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitui.storage.export_lines import WRONG
from tests.story.commands import Said, facilitui

SESSION, ANSWERS = "SESSION", "ANSWERS"
FORM = "The session was useful\nStrongly agree\nAgree\nAgree\n"
SCREENS = [["plan", "x"], ["run", "x"], ["follow"], ["room"], ["replay"], []]
PRINTING = [
    ["plan", "show", "looking-at-student-work"],
    ["plan", "export", "looking-at-student-work", "--format", "md"],
    ["plan", "import", ANSWERS],
    ["brief", SESSION],
    ["demo"],
]
OF_JOURNAL = [
    ["report", "--for", "sponsor"],
    ["report", "--for", "leader", "nothing"],
    ["check"],
    ["journal", "list"],
    ["journal", "show", f"debrief-{SESSION}"],
    ["journal", "search", "learner"],
    ["journal", "export"],
    ["journal", "export", "--format", "md"],
    ["journal", "verify"],
]
TAKING = [["feedback", "import", SESSION, "-"], ["journal", "import", "-"], ["plan", "import", "-"]]


@pytest.fixture(scope="module")
def filled(demonstrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one session, debriefed, and answers to a form beside it."""
    home = tmp_path_factory.mktemp("filled") / "home"
    shutil.copytree(demonstrated, home)
    (home.parent / "answers.csv").write_text(FORM, "utf-8")
    return home


@pytest.fixture
def spoilt(filled: Path, tmp_path: Path) -> Path:
    """The same home, to be spoilt."""
    shutil.copy(filled.parent / "answers.csv", tmp_path)
    return Path(shutil.copytree(filled, tmp_path / "home"))


def obey(home: Path, command: list[str], *, closed: bool = False) -> Said:
    """A command about the session that is there."""
    session = next((home / "sessions").iterdir()).name if home.is_dir() else "s"
    answers = str(home.parent / "answers.csv")
    told = [each.replace(SESSION, session).replace(ANSWERS, answers) for each in command]
    return facilitui(home, *told, closed=closed)


def named(command: list[str]) -> str:
    return "-".join(command) or "home"


def cut(month: Path) -> None:
    month.write_bytes(month.read_bytes()[:200])


def fifo(month: Path) -> None:
    month.unlink()
    os.mkfifo(month)


def folder(month: Path) -> None:
    month.unlink()
    month.mkdir()


@pytest.mark.parametrize("spoil", [cut, fifo, folder])
@pytest.mark.parametrize("command", OF_JOURNAL, ids=named)
def test_a_damaged_month_is_told(
    spoilt: Path, command: list[str], spoil: Callable[[Path], None]
) -> None:
    """One line that names it, and that something is wrong; never that nothing is there."""
    (month,) = (spoilt / "journal").glob("*.json")
    spoil(month)
    said = obey(spoilt, command)
    assert said.returncode == 1
    beside = "facilitui: left out: "  # which an export tells besides
    (line,) = (each for each in said.stderr.splitlines() if not each.startswith(beside))
    assert f"journal/{month.name}" in line
    for untrue in ("all well", "is empty", "nothing is debriefed", "no entry", "no session"):
        assert untrue not in said.stdout + said.stderr


def test_answers_taken_while_a_month_is_damaged_cover_none(spoilt: Path) -> None:
    """They are an entry of their own when the month is back, and that was said."""
    (month,) = (spoilt / "journal").glob("*.json")
    take = ["feedback", "import", SESSION, ANSWERS, "--came", "9"]
    first = obey(spoilt, take)
    whole = month.read_bytes()
    cut(month)
    said = obey(spoilt, take)
    assert (first.returncode, said.returncode) == (0, 0)
    told = "cannot be read: what it holds of this session is not known; restore it from a copy."
    assert said.stderr.splitlines()[-1] == f"facilitui: journal/{month.name} {told}"
    aside = obey(spoilt, ["journal", "export"]).stdout
    (spoilt / "since.jsonl").write_text(aside, "utf-8")
    month.write_bytes(whole)
    (month.parent / f"{month.stem}.damaged-1.json").unlink()
    taken = obey(spoilt, ["journal", "import", str(spoilt / "since.jsonl")])
    assert (taken.returncode, taken.stdout) == (0, "1 taken, 0 known already, 0 refused\n")
    listed = [line for line in obey(spoilt, ["journal", "list"]).stdout.splitlines()]
    assert sum("feedback-" in line for line in listed) == 2
    assert obey(spoilt, ["journal", "verify"]).returncode == 0


@pytest.mark.parametrize("command", [*SCREENS, *PRINTING, *OF_JOURNAL, *TAKING], ids=named)
def test_a_home_that_is_a_file_is_told(tmp_path: Path, command: list[str]) -> None:
    """By every command, before it does anything."""
    home = tmp_path / "home"
    home.write_text("mine", "utf-8")
    asked = ["--home", str(home), *command]
    said = obey(home, asked)
    assert (said.returncode, said.stdout) == (1, "")
    told = f"the home {home} is a file; name a folder, which need not be there yet"
    assert said.stderr == f"facilitui: {told}\n"
    assert home.read_text("utf-8") == "mine"


@pytest.mark.parametrize("home", ["~nosuchuser/x", "a\0b", "/dev/null/x"])
def test_a_home_that_nothing_can_be_called_is_told(tmp_path: Path, home: str) -> None:
    """In one sentence, too."""
    said = facilitui(tmp_path, "--home", home, "check")
    assert said.returncode == 1
    assert re.search("cannot be (the name of a folder|used)", said.stderr)
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize("command", TAKING, ids=named)
def test_a_closed_standard_input_is_told(spoilt: Path, command: list[str]) -> None:
    """By every command that takes a file; - is standard input in all of them."""
    said = obey(spoilt, command, closed=True)
    told = "standard input is closed; name a file, or hand it over with <"
    assert (said.returncode, said.stdout, said.stderr) == (1, "", f"facilitui: {told}\n")


def test_what_is_handed_over_is_taken_as_a_file_is(spoilt: Path) -> None:
    """Its problems name where it came from."""
    session = next((spoilt / "sessions").iterdir()).name
    answers = (spoilt.parent / "answers.csv").read_text("utf-8")
    asked = ("feedback", "import", session, "-", "--came", "9")
    assert facilitui(spoilt, *asked, given=answers).returncode == 0
    said = facilitui(spoilt, "journal", "import", "-", given="nonsense\n")
    assert said.stderr == f"standard input: {WRONG}\n"
    file = spoilt.parent / "mine.jsonl"
    file.write_text("nonsense\n", "utf-8")
    said = facilitui(spoilt, "journal", "import", file)
    assert said.stderr == f"mine.jsonl: {WRONG}\n"


@pytest.mark.parametrize("what", ["pipe", "folder", "/dev/zero", "~nosuchuser/x", "a\0b"])
@pytest.mark.parametrize("command", TAKING, ids=named)
def test_what_is_no_file_is_refused_at_once(spoilt: Path, command: list[str], what: str) -> None:
    """Nothing is waited for, and no memory is filled."""
    (spoilt.parent / "folder").mkdir()
    os.mkfifo(spoilt.parent / "pipe")
    path = str(spoilt.parent / what) if what in ("pipe", "folder") else what
    said = obey(spoilt, [*command[:-1], path])
    assert said.returncode == 1
    (line,) = said.stderr.splitlines()
    assert line.rpartition("is a folder; name a file")[1] or line.endswith(
        ("is not a file; name a file", "cannot be the name of a file")
    )


EMPTY = [
    *(["plan", ""], ["run", ""], ["follow", ""], ["room", ""], ["replay", ""], ["check", ""]),
    *(["plan", "show", ""], ["plan", "import", ""], ["brief", ""], ["brief", "-o", ""]),
    *(["plan", "export", "x", "--format", "md", "-o", ""], ["report", "--for", "leader", ""]),
    *(["report", "--for", "leader", "-o", ""], ["--home", "", "check"], ["--home=", "check"]),
    *(["feedback", "import", "", "x"], ["feedback", "import", "x", " "], ["journal", "show", ""]),
    *(["journal", "search", ""], ["journal", "import", ""], ["--home", "", "demo"]),
]


@pytest.mark.parametrize("command", EMPTY, ids=named)
def test_an_empty_word_is_no_name(home: Path, command: list[str]) -> None:
    """Nothing is chosen in its place: neither this folder, nor the screen, nor one's own home."""
    said = facilitui(home, *command)
    told = "an argument is empty and names nothing; name what it stands for, or leave it out"
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"facilitui: {told}\n")
    assert not home.exists() or not list(home.iterdir())

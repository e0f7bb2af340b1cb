"""Six sessions of the demonstration, a week apart: printed as trends, and seen on the screen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story.commands import facilitui, held_on, plain_environment
from tests.story.terminal import ROOT, Terminal

CRITERION = "Questions and wait time"
SENTENCE = (
    "    Yourself: 6 sessions, median between 2 and 3 of 4, from 2 to 4; no clear direction: "
    "median 2 of 4, then 3 of 4 in halves that overlap.\n"
    "    Observers: 3 sessions, median 2 of 4, from 1 to 3; a direction needs 6 sessions.\n"
    "    3 sessions scored by both: 1 level apart.\n"
)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with six sessions; what was printed of them lies beside it."""
    home = tmp_path_factory.mktemp("six") / "home"
    made = facilitui(home, "--home", home, "demo", "--sessions", "6")
    assert made.returncode == 0, made.stderr
    (home.parent / "said").write_text(made.stdout, "utf-8")
    return home


def test_the_sessions_before_the_last_are_told_in_a_line_each(six: Path) -> None:
    """The last one as it always is; and all of them verify."""
    lines = (six.parent / "said").read_text("utf-8").split("\n")
    before, rest = lines[: lines.index("")], "\n".join(lines)
    assert len(before) == 5 and len(set(before)) == 5
    assert all(
        re.match(r" *\w{3} \d+ \w{3} \d{4}  \d+(?: min \d+ s)? of 75 min, \d of 9 waits", each)
        for each in before
    )
    assert [each.endswith(", observed") for each in before] == [False, True, False, True, False]
    for part in ("PLAN  Looking at student work", "\nRUN\n", "What did participants learn"):
        assert rest.count(part) == 1
    assert "6 session logs, verified." in rest


def test_one_session_is_told_as_it_always_was(home: Path) -> None:
    """Without a word of others, and with nothing scored."""
    one = facilitui(home, "--home", home, "demo", "--sessions", "1")
    assert one.returncode == 0 and one.stdout.startswith("PLAN  Looking at student work\n")
    assert "  16:54  end, 82 of 75 min, 5 of 9 waits reached their target\n" in one.stdout
    assert "Journal: 1 revision and 1 session log, verified.\n" in one.stdout


@pytest.mark.parametrize("count", ["0", "25", "-1", "six", "1.5", "٣"])
def test_so_many_sessions_are_not_made(home: Path, count: str) -> None:
    """A wrong number is told in a sentence, and nothing is made."""
    said = facilitui(home, "--home", home, "demo", "--sessions", count)
    assert said.returncode == 2 and "is a whole number from 1 to 24" in said.stderr
    assert list(home.iterdir()) == []


def test_trends_are_printed_with_their_sentences_and_sessions(six: Path) -> None:
    """Every kind of them; each session stands under each with its day."""
    said = facilitui(six, "journal", "trends", "--sessions")
    assert said.returncode == 0 and said.stderr == ""
    assert said.stdout.startswith("Trends over 6 sessions\n")
    for name in (
        "Facilitation, a neutral rubric, version 1",
        *("Goals", "Waits at their target", "Starting late", "Ending late"),
        *("People who were heard", "Tuning Protocol", "Presentation and focus question"),
    ):
        assert name in said.stdout
    assert SENTENCE in said.stdout.replace("\u00a0", " ")
    told = said.stdout[said.stdout.index(CRITERION) :].split("\n")[4:10]
    days = [re.search(r"\d{4}-\d\d-\d\d", each) for each in told]
    assert all(days) and all("yourself: " in each for each in told)
    assert [each.endswith(" by Bea Lindqvist") for each in told] == [True, False] * 3


def test_without_their_sessions_trends_are_a_few_lines_each(six: Path) -> None:
    """No width is made up where nobody looks: a sentence is a line."""
    said = facilitui(six, "journal", "trends")
    assert said.returncode == 0 and SENTENCE in said.stdout.replace("\u00a0", " ")
    assert not re.search(r"\d{4}-\d\d-\d\d", said.stdout)


def test_in_a_terminal_sentences_are_as_wide_as_it_is(six: Path) -> None:
    """No line of it is broken by the terminal, and no figure stands apart from its unit."""
    with Terminal(six, "journal", "trends", size=(60, 120)) as terminal:
        terminal.wait("The median run took 4")
        lines = [each.replace("\u00a0", " ").rstrip() for each in terminal.screen.split("\n")]
    first = next(at for at, each in enumerate(lines) if each.startswith("    Yourself: "))
    assert lines[first + 1].startswith("    ") and len(lines[first]) > 40
    told = lines[lines.index("Beginning and ending") :]
    assert all(not each or each[0] == " " or each[0].isupper() for each in told)


def test_without_anything_it_says_what_to_do(home: Path) -> None:
    """That is no problem."""
    said = facilitui(home, "journal", "trends")
    assert said.returncode == 0 and "Nothing to compare yet: run a session" in said.stdout


def test_printing_them_never_imports_textual(six: Path) -> None:
    """A terminal's library has nothing to do with it."""
    script = (
        "import sys\n"
        "from facilitui.cli.main import main\n"
        "main(['journal', 'trends'])\n"
        "found = [name for name in sys.modules if name.partition('.')[0] in ('textual', 'rich')]\n"
        "sys.exit(f'{found}' if found else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=plain_environment(six),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_screen_leads_from_a_trend_to_a_session(six: Path) -> None:
    """By keys alone: from Home through the journal to trends, an entry, a replay, and back."""
    with Terminal(six, size=(100, 30)) as terminal:
        terminal.wait("Looking at student work")
        terminal.press_for("j", "19 entries").press_for("t", "6 sessions")
        terminal.wait("● yourself  ○ observer  ◆ both")
        terminal.press_for("down", "▌ Opening, purpose").press_for("down", f"▌ {CRITERION[:20]}")
        terminal.wait("direction: median 2").press_for("enter", "enter entry").press("down")
        terminal.press_for("enter", "self-scores")
        terminal.press_for("t", "6 sessions").press_for("r", "timeline").press_away(
            "escape", "timeline"
        )
        terminal.wait("enter entry").press_for("escape", "enter sessions")
        terminal.press_for("escape", "19 entries")
        terminal.quit()


def test_logs_that_cannot_be_shown_are_told_beside_the_trends(six: Path, tmp_path: Path) -> None:
    """A damaged one and one that is gone on standard error, as a problem; a copy is no session."""
    home = tmp_path / "home"
    shutil.copytree(six, home)
    first, second, third, *_ = sorted((home / "sessions").iterdir())
    log = (first / "events.jsonl").read_bytes().splitlines(keepends=True)
    (first / "events.jsonl").write_bytes(b"".join([*log[:20], b"{}\n", *log[21:]]))
    shutil.rmtree(second)
    shutil.copytree(third, third.with_name(f"{third.name}-copy"))
    said = facilitui(home, "journal", "trends")
    assert said.returncode == 1 and said.stdout.startswith("Trends over 6 sessions\n")
    told = f"The log of the session of {held_on(first.name)}, “Looking at student work”"
    assert f"{told}, is damaged, so how it ran is not shown" in said.stderr
    assert "The log of 1 session is not here" in said.stderr
    assert f"{third.name}-copy is a copy of {third.name} and is not counted again" in said.stderr


@pytest.mark.parametrize(("role", "found"), [("apprentice", "debrief"), ("mentor", "answer")])
def test_roles_of_the_demonstration_are_found(six: Path, role: str, found: str) -> None:
    """One's own part in a session, and who said something to it."""
    said = facilitui(six, "journal", "search", f"role:{role}")
    assert said.returncode == 0 and len(said.stdout.splitlines()) == 1 and found in said.stdout

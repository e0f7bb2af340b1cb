"""`plan show`, `plan export` and `plan import`: what they print, where, and how they end."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story.commands import facilitui, process
from tests.story.steps import HOSTILE, plan_file
from tests.story.terminal import ROOT

AGENDA = """# Team day
- 9:00 Welcome
- 9:15 The Final Word (60 min)
- ☕ 10:15 Coffee – 999 min
- 10:30 Wrap-up (10 min)
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """An agenda somewhere else."""
    file = tmp_path / "team.md"
    file.write_text(AGENDA, encoding="utf-8")
    return file


def dated(home: Path) -> Path:
    """A plan of the home with a date."""
    file = home / "plans" / f"{plan_file(home)}.toml"
    text = file.read_text("utf-8")
    where = 'start = 2026-11-25T15:30:00\nzone = "America/Toronto"\ntitle = '
    file.write_text(text.replace("title = ", where, 1), encoding="utf-8")
    return file


def test_a_plan_is_shown_as_text(home: Path) -> None:
    """By its name or its file, in 80 columns, with no colours."""
    file = dated(home)
    said = facilitui(home, "plan", "show", "morning")
    assert (said.returncode, said.stderr) == (0, "")
    for words in ("Morning", "To look together", "15:35   20  Looking closely", "Exit ticket"):
        assert words in said.stdout, words
    assert max(map(len, said.stdout.split("\n"))) <= 80 and "\x1b" not in said.stdout
    assert facilitui(home, "plan", "show", file).stdout == said.stdout
    assert facilitui(home, "--home", home, "plan", "show", file).stdout == said.stdout


@pytest.mark.parametrize("reader", ["participants", "facilitator"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_document_is_printed(home: Path, form: str, reader: str) -> None:
    """To standard output alone; what it leaves out also to standard error. Nothing is changed."""
    file = dated(home)
    before = file.read_bytes()
    said = facilitui(home, "plan", "export", "morning", "--format", form, "--for", reader)
    assert said.returncode == 0 and "left out" in said.stdout.lower()
    assert "15:35" in said.stdout and "Looking closely" in said.stdout
    assert said.stderr.startswith("facilitui: ") and "left out" in said.stderr
    assert said.stdout.startswith("<!DOCTYPE html>" if form == "html" else "# ")
    assert file.read_bytes() == before


def test_a_program_prints_the_same(home: Path) -> None:
    """What is found here of commands holds for a program of its own, to the last byte."""
    dated(home)
    for command in (["export", "morning", "--format", "html"], ["show", "nothing"]):
        here, there = facilitui(home, "plan", *command), process(home, "plan", *command)
        assert (here.returncode, here.stdout, here.stderr) == (
            there.returncode,
            there.stdout,
            there.stderr,
        )


def test_a_calendar_entry_is_known_again(home: Path, tmp_path: Path) -> None:
    """The plan's file keeps what calendars were told, wherever it lies."""
    file = tmp_path / "elsewhere.toml"
    dated(home).rename(file)
    first = facilitui(home, "plan", "export", file, "--format", "ics")
    assert first.returncode == 0 and first.stdout.startswith("BEGIN:VCALENDAR")
    assert "[calendar]" in file.read_text("utf-8")
    again = facilitui(home, "plan", "export", file, "--format", "ics").stdout
    file.write_text(file.read_text("utf-8").replace("Morning", "Evening"), encoding="utf-8")
    later = facilitui(home, "plan", "export", file, "--format", "ics").stdout
    said = [first.stdout, again, later]
    assert len({re.findall(r"UID:(.*)", each)[0] for each in said}) == 1
    assert [re.findall(r"SEQUENCE:(\d+)", each)[0] for each in said] == ["0", "0", "1"]


DAYS = """
[[check_ins]]
at = 2026-11-27T09:00:00
prompt = "What did you try?"

[[check_ins]]
at = 2026-12-04T09:00:00
prompt = "What did learners do?"
"""


def test_dates_to_check_in_keep_their_names_in_the_file(home: Path) -> None:
    """One that is taken out by hand is called off; the other stays what it was."""
    file = dated(home)
    text = file.read_text("utf-8").replace("\ntitle = ", '\nmode = "asynchronous"\ntitle = ', 1)
    file.write_text(f"{text}{DAYS}", encoding="utf-8")
    first = facilitui(home, "plan", "export", file, "--format", "ics")
    assert (first.returncode, first.stdout.count("STATUS:CONFIRMED")) == (0, 3)
    head, one, rest = file.read_text("utf-8").partition("[[check_ins]]\n")
    assert 'id = "check-in-1"' in rest
    file.write_text(head + one + rest.partition(one)[2], encoding="utf-8")
    later = facilitui(home, "plan", "export", file, "--format", "ics").stdout
    assert _fates(first.stdout) == {"": "CONFIRMED", "-1": "CONFIRMED", "-2": "CONFIRMED"}
    assert _fates(later) == {"": "CONFIRMED", "-1": "CANCELLED", "-2": "CONFIRMED"}


def _fates(calendar: str) -> dict[str, str]:
    """What becomes of the session and of each date to check in, by its number."""
    events = calendar.replace("\n ", "").split("BEGIN:VEVENT")[1:]
    numbers = (re.findall(r"UID:\w+(?:-check-in(-\d+))?@", event)[0] for event in events)
    fates = (re.findall(r"STATUS:(\w+)", event)[0] for event in events)
    return dict(zip(numbers, fates, strict=True))


def test_a_night_in_which_the_clocks_change_is_explained(home: Path) -> None:
    """Beside the times that look odd."""
    file = dated(home)
    text = file.read_text("utf-8").replace("2026-11-25T15:30:00", "2026-11-01T01:30:00")
    file.write_text(text, encoding="utf-8")
    said = " ".join(facilitui(home, "plan", "show", "morning").stdout.split())
    assert "at 02:00 the clock goes back to 01:00; lengths are true minutes." in said


def test_a_file_that_is_there_is_not_written_over(home: Path, tmp_path: Path) -> None:
    """Unless it is said twice."""
    dated(home)
    out = tmp_path / "out.md"
    command = ("plan", "export", "morning", "--format", "md", "-o", out)
    said = facilitui(home, *command)
    assert said.stdout == "" and f"written to {out}" in said.stderr
    first = out.read_bytes()
    out.write_bytes(b"mine")
    said = facilitui(home, *command)
    assert said.returncode == 1 and "--force" in said.stderr and out.read_bytes() == b"mine"
    assert facilitui(home, *command, "--force").returncode == 0 and out.read_bytes() == first


def test_an_agenda_becomes_a_plan(home: Path, agenda: Path) -> None:
    """The columns, the blocks, what was skipped and why, then where the plan is."""
    looked = facilitui(home, "plan", "import", agenda, "--preview")
    assert looked.returncode == 0 and "Nothing was kept" in looked.stdout
    assert not (home / "plans").exists()
    said = facilitui(home, "plan", "import", agenda)
    assert (said.returncode, said.stderr) == (0, "")
    for words in ("title    title", "15  Welcome  [Opening]", "60  The Final Word  [Protocol]"):
        assert words in said.stdout, words
    assert "line 4: 999 minutes are not between 1 and 480" in said.stdout
    where = re.search(r"The plan is (.*)", said.stdout)
    assert where is not None and Path(where[1]).is_file()
    assert facilitui(home, "check", where[1]).returncode == 0
    assert "Wrap-up" in facilitui(home, "plan", "show", "team-day").stdout
    assert facilitui(home, "plan", "import", agenda).stdout != said.stdout


def test_hostile_text_is_only_printed(home: Path, tmp_path: Path) -> None:
    """Whatever stands in a file, the terminal obeys none of it."""
    file = tmp_path / "agenda.csv"
    words = f"{HOSTILE} \x1b[31m\u202e 👩🏽\u200d🏫 日本"
    file.write_text(f"What,Min\n{words},5\n{words},x\n", encoding="utf-8")
    said = facilitui(home, "plan", "import", file)
    assert said.returncode == 0 and "\x1b" not in said.stdout and "\u202e" not in said.stdout
    (plan,) = (home / "plans").glob("*.toml")
    for command in (("show",), ("export", "--format", "md"), ("export", "--format", "html")):
        shown = facilitui(home, "plan", command[0], plan, *command[1:])
        assert shown.returncode == 0 and "\x1b" not in shown.stdout and "日本" in shown.stdout


@pytest.mark.parametrize("command", ["show", "import", "export"])
def test_what_cannot_be_read_is_said_in_one_sentence(
    home: Path, tmp_path: Path, command: str
) -> None:
    """Missing files, folders, binary and huge ones: code 1, one line, no traceback."""
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "huge.md").write_bytes(b"- a\n" * 600_000)
    more = ("--format", "md") if command == "export" else ()
    for name in ("gone", ".", "binary", "huge.md", "x" * 5000):
        said = facilitui(home, "plan", command, tmp_path / name, *more)
        assert (said.returncode, said.stdout) == (1, ""), name
        assert said.stderr.count("\n") == 1 and "Traceback" not in said.stderr, said.stderr


def test_nothing_is_taken_where_no_row_can_be(home: Path, tmp_path: Path) -> None:
    """It shows why, and ends with 1."""
    file = tmp_path / "agenda.csv"
    file.write_text("What,Min\nA,x\nB,0\n", encoding="utf-8")
    said = facilitui(home, "plan", "import", file)
    assert said.returncode == 1 and "2 skipped" in said.stdout and "no row of" in said.stderr
    assert not (home / "plans").exists()


def test_without_a_date_there_is_no_calendar_entry(home: Path) -> None:
    """One sentence; the plan stays as it is."""
    plan_file(home)
    said = facilitui(home, "plan", "export", "morning", "--format", "ics")
    assert (said.returncode, said.stdout) == (1, "") and "has no date yet" in said.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["plan", "show"],
        ["plan", "export", "morning"],
        ["plan", "export", "morning", "--format", "pdf"],
        ["plan", "export", "morning", "--format", "ics", "--for", "facilitator"],
        ["plan", "import"],
        ["plan", "import", "a", "b"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(home: Path, arguments: list[str]) -> None:
    """And nothing is printed to standard output."""
    plan_file(home)
    said = facilitui(home, *arguments)
    assert (said.returncode, said.stdout) == (2, "") and said.stderr


def test_a_file_may_be_called_like_a_command(home: Path) -> None:
    """`plan ./show` and `plan` alone go on to open a screen, which here has no terminal."""
    for arguments in (["plan"], ["plan", "./show"], ["plan", "morning"]):
        said = facilitui(home, *arguments)
        assert said.returncode == 1 and "needs a terminal" in said.stderr


def test_these_commands_load_no_screen(home: Path) -> None:
    """Textual is not imported, so they are quick and work where there is no terminal."""
    dated(home)
    code = (
        "import sys; from facilitui.cli.main import main\n"
        "for command in (['show', 'morning'], ['export', 'morning', '--format', 'ics']):\n"
        f"    main(['--home', {str(home)!r}, 'plan', *command])\n"
        "    assert 'textual' not in sys.modules, command\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr

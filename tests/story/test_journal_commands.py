"""The journal's commands: listed, shown, searched, handed over, verified, and found damaged."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story.commands import facilitui, plain_environment, process
from tests.story.terminal import ROOT


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    """The same home, to be damaged."""
    return Path(shutil.copytree(filled, tmp_path / "copy"))


def month_of(home: Path) -> Path:
    """The only month of a journal."""
    (month,) = (home / "journal").glob("*.json")
    return month


def entry_of(home: Path) -> str:
    """The id of the only entry, as the list shows it."""
    found = re.search(r"debrief-\S+", facilitui(home, "journal", "list").stdout)
    assert found is not None
    return found[0]


def test_an_empty_journal_says_what_to_do(home: Path) -> None:
    """Nothing is there yet: well, and a sentence."""
    listed = facilitui(home, "journal", "list")
    assert listed.returncode == 0
    assert "debrief a session" in listed.stdout
    verified = facilitui(home, "journal", "verify")
    assert (verified.returncode, verified.stdout) == (0, "0 revisions verified\n")
    shown = facilitui(home, "journal", "show", "debrief-nothing")
    assert shown.returncode == 1
    assert "has no entry" in shown.stderr


def test_the_journal_is_listed_shown_searched_and_verified(filled: Path) -> None:
    """Each of them ends well and shows the entry."""
    entry = entry_of(filled)
    shown = facilitui(filled, "journal", "show", entry)
    assert shown.returncode == 0
    assert "quote the learner" in shown.stdout.replace("\n", " ")
    found = facilitui(filled, "journal", "search", "quote", "learner")
    assert (found.returncode, entry in found.stdout) == (0, True)
    nothing = facilitui(filled, "journal", "search", "rhinoceros")
    assert (nothing.returncode, "rhinoceros" in nothing.stdout) == (0, True)
    verified = facilitui(filled, "journal", "verify")
    assert (verified.returncode, verified.stdout) == (0, "1 revisions verified\n") or (
        verified.returncode == 0 and "verified" in verified.stdout
    )
    written = facilitui(filled, "journal", "export", "--format", "md")
    assert written.returncode == 0
    assert written.stdout.startswith("# ")


def test_what_one_journal_exports_another_takes(filled: Path, home: Path, tmp_path: Path) -> None:
    """Taken, then known; a line that is no document is refused and the others are taken."""
    exported = facilitui(filled, "journal", "export")
    (line,) = exported.stdout.splitlines()
    assert json.loads(line)["id"] == entry_of(filled)
    file = tmp_path / "journal.jsonl"
    file.write_text(f"nonsense\n{line}\n", encoding="utf-8")
    strange = facilitui(home, "journal", "import", file)
    assert (strange.returncode, strange.stdout) == (1, "")
    assert "facilitui review FILE only looks at it" in strange.stderr
    looked = facilitui(home, "journal", "import", file, "--preview")
    assert (looked.returncode, looked.stdout) == (1, "1 new, 0 known already, 1 refused\n")
    assert strange.stderr.splitlines()[0] in looked.stderr and "with --mine" in looked.stderr
    taken = facilitui(home, "journal", "import", file, "--mine")
    assert taken.returncode == 1
    assert "1 taken, 0 known already, 1 refused" in taken.stdout
    assert re.search(r":1:\d+: |line 1", taken.stderr)
    again = process(home, "journal", "import", "-", given=exported.stdout)
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 taken, 1 known already, 0 refused" in again.stdout
    here, there = (json.loads(text) for text in (facilitui(home, "journal", "export").stdout, line))
    assert all(here[name] == there[name] for name in ("id", "rev", "body", "salt", "body_hash"))
    assert facilitui(home, "journal", "verify").returncode == 0
    missing = facilitui(home, "journal", "import", tmp_path / "nothing")
    assert (missing.returncode, "there is no file “nothing”" in missing.stderr) == (1, True)


def test_a_changed_entry_is_found(copy: Path) -> None:
    """A word changed by hand in the month's file: verify names the entry and ends with 1."""
    month = month_of(copy)
    text = month.read_text("utf-8")
    assert "quote" in text
    month.write_text(text.replace("quote", "quota", 1), encoding="utf-8")
    shown = facilitui(copy, "journal", "show", entry_of(copy))
    assert shown.returncode == 1 and "revision 1 of it was changed outside" in shown.stderr
    said = facilitui(copy, "journal", "verify")
    assert said.returncode == 1
    assert entry_of(copy) in said.stderr


def test_a_month_that_is_no_json_is_named_and_left_alone(copy: Path) -> None:
    """A damaged month: named with its file, code 1; the file stays as it is."""
    month = month_of(copy)
    before = month.read_bytes()[:-40]
    month.write_bytes(before)
    for command in (["list"], ["verify"], ["search", "word"]):
        said = facilitui(copy, "journal", *command)
        assert said.returncode == 1, command
        assert month.name in said.stderr
        assert "Traceback" not in said.stderr
    assert before in {file.read_bytes() for file in (copy / "journal").iterdir()}


def test_a_log_that_is_damaged_is_said_with_whatever_is_found(copy: Path) -> None:
    """Once, by words that need no screen; the list itself lacks nothing by it."""
    (log,) = (copy / "sessions").glob("*/events.jsonl")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join((*lines[:20], b"{broken\n", *lines[21:])))
    assert facilitui(copy, "journal", "list").returncode == 0
    for word in ("quote", "rhinoceros"):
        said = facilitui(copy, "journal", "search", word)
        told = (
            "“Looking at student work”, is damaged, so its run is not searched; verify says more.\n"
        )
        assert said.returncode == 1 and said.stderr.endswith(told)
        assert said.stderr.startswith("The log of the session of ")
    trends = facilitui(copy, "journal", "trends").stderr
    assert "verify says more" in trends and " in Journal" not in trends


def test_a_closed_input_is_said(home: Path) -> None:
    """As a program that is started without one has it; nothing else happens."""
    told = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m facilitui journal import - <&-'],
        cwd=ROOT,
        env=plain_environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 1 and told.stderr.startswith("facilitui: standard input is closed;")
    assert told.stderr.count("\n") == 1


def test_listing_never_imports_textual(filled: Path) -> None:
    """The journal's commands pay for no screen."""
    source = (
        "import sys\n"
        "from facilitui.cli.main import main\n"
        "code = main(['journal', 'list'])\n"
        "found = [name for name in sys.modules if name.partition('.')[0] in ('textual', 'rich')]\n"
        "sys.exit(f'imported {found}' if found else code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env=plain_environment(filled),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

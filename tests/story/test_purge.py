"""A session is purged for privacy: in a terminal and by command; killed on the way, it is found."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.story.commands import facilitui
from tests.story.held import held
from tests.story.steps import wait_drafts
from tests.story.terminal import Terminal

CAPTURED = "Ana cried over the “marks”"
LEARNED = "Zoe never spoke of learning"
HALF = "Zoe and the half word"
REASON = "Zoe asked me not to"


@pytest.fixture(scope="module")
def written_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a session that was typed about in a terminal, saved, and gone on with."""
    home = tmp_path_factory.mktemp("written") / "home"
    home.mkdir(mode=0o700)
    held(home, "Afternoon", 2, private=CAPTURED)
    with Terminal(home, size=(120, 40)) as terminal:
        terminal.wait("no debrief yet").press_for("enter", "From the run").wait_cursor()
        terminal.type(LEARNED).wait(LEARNED)
        terminal.press_for("ctrl+s", "Saved to the journal")
        terminal.type(HALF).wait(HALF)
        wait_drafts(home, HALF)
        terminal.press_for("escape", "Journal|Afternoon").quit()
    return home


@pytest.fixture
def written(written_once: Path, home: Path) -> Path:
    """The same home, to be purged of it."""
    return Path(shutil.copytree(written_once, home, dirs_exist_ok=True))


def session_of(home: Path) -> str:
    """The only session."""
    (folder,) = (home / "sessions").iterdir()
    return folder.name


def holding(home: Path) -> set[str]:
    """The files with any of the words that were typed, however they were escaped."""
    typed = re.compile(rb"Ana cried|Zoe never|Zoe and the half|Zoe asked")
    files = (path for path in home.rglob("*") if path.is_file())
    return {str(path.relative_to(home)) for path in files if typed.search(path.read_bytes())}


def revisions(home: Path) -> str:
    """What names the revisions of a journal in an intent, as JSON."""
    (month,) = (home / "journal").glob("????-??.json")
    entries = json.loads(month.read_text("utf-8"))["entries"].values()
    return json.dumps([each["hash"][:16] for each in entries])


def word_shown(home: Path, named: str) -> str:
    """The word that the command asks for; nothing is typed, and nothing is purged."""
    asked = facilitui(home, "journal", "purge", named, given="\n")
    assert asked.returncode == 1 and "the word was not typed" in asked.stderr
    found = re.search(r"type (purge-\w+)", asked.stdout)
    assert found is not None
    return found[1]


def test_nothing_of_a_session_is_left_after_its_purge(written: Path) -> None:
    """By keys; then no byte of what was typed is in any file, and everything verifies."""
    assert {each.partition("/")[0] for each in holding(written)} >= {
        *("journal", "sessions", "drafts")
    }
    with Terminal(written, size=(100, 30)) as terminal:
        terminal.wait("Afternoon").press_for("j", "search everything").wait("Afternoon")
        terminal.press_for("P", "Purge the debrief of").press("down").press_for(
            "enter", "To purge it"
        )
        shown = re.search(r"type (purge-\w+)", terminal.screen)
        assert shown is not None
        terminal.type(shown[1]).wait(rf"{shown[1]}[\s\S]*{shown[1]}")
        terminal.press("pagedown").press("pagedown")  # it is read first
        terminal.press_for("enter", "Purged: ").wait("only its day")
        terminal.quit()
    assert not holding(written)
    verified = facilitui(written, "journal", "verify")
    assert verified.returncode == 0 and "was purged" in verified.stdout
    checked = facilitui(written, "check")
    assert checked.returncode == 0, checked.stderr
    listed = facilitui(written, "journal", "list").stdout
    assert "purged debrief" in listed and "Afternoon" not in listed
    assert facilitui(written, "report", session_of(written), "--for", "mentor").returncode == 1


def test_a_script_gives_the_word(written: Path) -> None:
    """Another word is none; an entry that is withdrawn is purged as well."""
    entry = f"debrief-{session_of(written)}"
    gone = facilitui(written, "journal", "withdraw", entry, "--reason", REASON)
    assert gone.returncode == 0 and "Withdrawn" in gone.stdout
    assert "withdrawn debrief" in facilitui(written, "journal", "list").stdout
    assert REASON in facilitui(written, "journal", "show", entry).stdout
    wrong = facilitui(written, "journal", "purge", entry, "--yes-purge", "purge-0000")
    assert wrong.returncode == 1 and REASON in facilitui(written, "journal", "list").stdout + (
        facilitui(written, "journal", "show", entry).stdout
    )
    word = word_shown(written, entry)
    done = facilitui(written, "journal", "purge", entry, "--yes-purge", word)
    assert done.returncode == 0 and "Purged: 2 revisions" in done.stdout
    assert {each.partition("/")[0] for each in holding(written)} == {"sessions"}
    whole = word_shown(written, session_of(written))
    typed = facilitui(written, "journal", "purge", session_of(written), given=f"{whole}\n")
    assert typed.returncode == 0, typed.stderr
    assert not holding(written)
    again = facilitui(written, "journal", "purge", session_of(written), "--yes-purge", whole)
    assert again.returncode == 1 and "purged already" in again.stderr
    assert facilitui(written, "journal", "verify").returncode == 0


def test_a_withdrawal_is_taken_back_by_command(written: Path) -> None:
    """What is missing is said in a sentence."""
    entry = f"debrief-{session_of(written)}"
    bare = facilitui(written, "journal", "withdraw", entry)
    assert bare.returncode == 1 and "say why" in bare.stderr
    assert facilitui(written, "journal", "withdraw", entry, "--reason", REASON).returncode == 0
    again = facilitui(written, "journal", "withdraw", entry, "--reason", REASON)
    assert "already; `journal withdraw ID --back` lets it count again" in again.stderr
    back = facilitui(written, "journal", "withdraw", entry, "--back")
    assert back.returncode == 0 and "counts again" in back.stdout
    assert LEARNED in facilitui(written, "journal", "show", entry).stdout
    assert facilitui(written, "journal", "withdraw", entry, "--back").returncode == 1


def test_a_purge_that_was_killed_is_found_and_finished(written: Path, tmp_path: Path) -> None:
    """`verify`, `check` and Home say so; the same command finishes it."""
    session = session_of(written)
    before = Path(shutil.copytree(written, tmp_path / "before"))
    done = facilitui(
        written, "journal", "purge", session, "--yes-purge", word_shown(written, session)
    )
    assert done.returncode == 0
    intent = (
        '{"record":"purge-1","what":"session","begun_at":"2026-11-25T15:30:00+00:00",'
        f'"entries":["debrief-{session}"],"sessions":["{session}"],'
        f'"drafts":["debrief-{session}.json"],'
        f'"copies":[],"files":[],"documents":1,"events":9,"revisions":{revisions(before)}}}'
    )
    (before / "purge.json").write_text(intent)
    for command in (("journal", "verify"), ("check",)):
        said = facilitui(before, *command)
        assert said.returncode == 1 and "a purge was not finished" in said.stderr
    with Terminal(before, size=(120, 40)) as terminal:
        terminal.wait("a purge was not finished").quit()
    asked = facilitui(before, "journal", "purge")  # nobody is there to type the word
    assert asked.returncode == 1 and holding(before) and "To purge it, type purge-" in asked.stdout
    word = asked.stdout.split("type ")[1].split()[0]
    assert facilitui(before, "journal", "purge", "--yes-purge", "purge-0").returncode == 1
    finished = facilitui(before, "journal", "purge", "--yes-purge", word)
    assert finished.returncode == 0 and "Purged: " in finished.stdout
    assert not holding(before) and not (before / "purge.json").exists()
    assert facilitui(before, "journal", "verify").returncode == 0
    assert facilitui(before, "journal", "purge").returncode == 1

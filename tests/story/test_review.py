"""An apprentice's journal is handed over, reviewed by a mentor, and the answers are taken in."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.story.commands import facilitui, process
from tests.story.terminal import Terminal, until

WIDE = (120, 40)


@pytest.fixture(scope="module")
def practised(demonstrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an apprentice with one session, debriefed."""
    home = tmp_path_factory.mktemp("practised") / "home"
    shutil.copytree(demonstrated, home)
    return home


@pytest.fixture
def apprentice(practised: Path, tmp_path: Path) -> Path:
    """The same, to be written in."""
    return Path(shutil.copytree(practised, tmp_path / "ana"))


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, byte for byte."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def half_answered(home: Path) -> str:
    """Everything that is kept of answers that were being typed."""
    return "\n".join(path.read_text("ascii") for path in home.glob("reviews/ana/drafts/*.json"))


def exported(home: Path, beginning: str) -> Path:
    """The one file in a home's exports that begins so."""
    (path,) = (home / "exports").glob(f"{beginning}*")
    return path


def test_an_apprentice_is_reviewed_and_takes_in_the_answers(apprentice: Path, home: Path) -> None:
    """Asked in the journal, exported, answered read only, sent back, imported: there it stands."""
    with Terminal(apprentice, size=WIDE) as terminal:
        terminal.wait("Recent debriefs|To debrief").press_for("j", "Journal")
        terminal.press_for("k", "Marked, to bring to your mentor")
        terminal.press_for("K", "Question for the mentor").wait_cursor()
        terminal.type("Was the silence too long?").wait("too long\\?")
        terminal.press_for("ctrl+s", "Saved")
        terminal.press_for("R", "2 to bring").press_for("x", "Who are you").wait_cursor()
        terminal.type("Ana").wait("Ana").press_for("enter", "for your mentor: ")
        terminal.quit()
    handed = exported(apprentice, "journal-ana-")
    before, theirs = handed.read_bytes(), files(apprentice)

    with Terminal(home, "review", str(handed), size=WIDE) as terminal:
        terminal.wait("Ana · READ ONLY").wait("2 for you").wait("Was the silence too long")
        terminal.press_for("home", "▌").press_for("a", "Who are you").wait_cursor()
        terminal.type("Ben").wait("Ben").press_for("enter", "ctrl\\+s save").wait_cursor()
        terminal.type("They were writing").wait("They were writing")
        until(lambda: "They were writing" in half_answered(home), "a draft of the answer")
        terminal.kill()
    with Terminal(home, "review", str(handed), size=WIDE) as terminal:
        terminal.wait("half written").press_for("home", "They were writing")
        terminal.press_for("a", "ctrl\\+s save").press_for("ctrl+s", "Saved")
        terminal.wait("Ben: They were writing").press_for("x", "1 answer to send back: ")
        terminal.quit()
    assert handed.read_bytes() == before and files(apprentice) == theirs
    assert not (home / "journal").exists()

    taken = facilitui(apprentice, "journal", "import", exported(home, "answers-ana-"))
    assert "1 taken" in taken.stdout and taken.returncode == 0
    assert facilitui(apprentice, "journal", "verify").returncode == 0
    with Terminal(apprentice, size=WIDE) as terminal:
        terminal.wait("Recent debriefs|To debrief").press_for("j", "Journal")
        terminal.press_for("R", "Answers that came").wait("Ben: They were writing")
        terminal.press_for("l", "from now on only what comes later is new")
        terminal.quit()
    shown = facilitui(apprentice, "journal", "search", "They were writing").stdout
    assert "(answer" in shown


def test_what_can_be_no_journal_is_one_sentence(home: Path, tmp_path: Path) -> None:
    """Nothing, a folder, a pipe, another file, a forged line: no screen opens, nothing is made."""
    fifo, other, forged = tmp_path / "pipe", tmp_path / "plan.toml", tmp_path / "forged.jsonl"
    os.mkfifo(fifo)
    other.write_text("kind = 'plan'\n")
    forged.write_text(json.dumps({"id": "x", "rev": 1, "kind": "debrief", "body": "{}"}) + "\n")
    for file in (tmp_path / "nothing", tmp_path, fifo, other, forged):
        with Terminal(home, "review", str(file)) as terminal:
            assert terminal.exit_code() == 1, file
            said = terminal.screen.strip()
            assert said and "Traceback" not in said and len(said.splitlines()) <= 3, said
    assert not (home / "reviews").exists()


def test_a_review_needs_a_terminal(apprentice: Path, home: Path) -> None:
    """Without one a sentence says so."""
    said = process(home, "review", apprentice / "x.jsonl", given="")
    assert said.returncode == 1 and "needs a terminal" in said.stderr

"""A backup that is restored on an empty home; a tampered line that is found; a damaged archive."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.story.commands import facilitui, process
from tests.story.terminal import Terminal


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    """The same home, to be changed."""
    return Path(shutil.copytree(filled, tmp_path / "copy"))


def log_of(home: Path) -> Path:
    """The only session's log."""
    (log,) = home.glob("sessions/*/events.jsonl")
    return log


def test_a_backup_is_restored_on_an_empty_home_and_verified(filled: Path, tmp_path: Path) -> None:
    """By programs of their own: the same entries, the same log, nothing damaged."""
    file, new = tmp_path / "b.zip", tmp_path / "new"
    made = process(filled, "journal", "backup", file)
    assert (made.returncode, made.stderr) == (0, "")
    assert re.match(r"4 files \(1 plan, 1 session, 1 month of the journal\), \d+ kB: ", made.stdout)
    again = facilitui(filled, "journal", "backup", file)
    assert again.returncode == 1 and "is there already" in again.stderr
    came = process(new, "journal", "restore", file)
    assert (came.returncode, came.stdout, came.stderr) == (
        0,
        "4 files written, 0 known already\n",
        "",
    )
    verified = process(new, "journal", "verify")
    assert (verified.returncode, verified.stderr) == (0, "")
    assert verified.stdout.startswith("1 revision and 1 session log verified\nThis shows ")
    assert facilitui(new, "journal", "list").stdout == facilitui(filled, "journal", "list").stdout
    assert log_of(new).read_bytes() == log_of(filled).read_bytes()
    known = facilitui(new, "journal", "restore", file)
    assert (known.returncode, known.stdout) == (0, "0 files written, 4 known already\n")


def test_the_restored_home_is_gone_on_with(filled: Path, tmp_path: Path) -> None:
    """Its debrief is on the screen, and B packs it again."""
    facilitui(filled, "journal", "backup", tmp_path / "b.zip")
    new = tmp_path / "new"
    facilitui(new, "journal", "restore", tmp_path / "b.zip")
    with Terminal(new, size=(100, 30)) as terminal:
        terminal.wait("Looking at student work").press_for("j", "1 entry")
        terminal.press_for("v", "nothing was changed or lost").press_for("B", "Back up everything")
        terminal.press_for("enter", "Backed up").press_for("escape", "1 entry")
        terminal.quit()
    (packed,) = (new / "exports").iterdir()
    assert facilitui(tmp_path / "third", "journal", "restore", packed).returncode == 0


def test_what_differs_here_is_named_and_replaced_only_when_asked(
    copy: Path, tmp_path: Path
) -> None:
    """The state before is kept first."""
    file = tmp_path / "b.zip"
    facilitui(copy, "journal", "backup", file)
    plan = next((copy / "plans").glob("*.toml"))
    before = plan.read_bytes()
    plan.write_bytes(before + b"\n# changed since\n")
    came = facilitui(copy, "journal", "restore", file)
    left = f"1 left as it is: plans/{plan.name} (differs; --replace takes the archive's)"
    assert (came.returncode, came.stdout) == (1, f"0 files written, 3 known already, {left}\n")
    replaced = facilitui(copy, "journal", "restore", file, "--replace")
    assert (replaced.returncode, replaced.stdout) == (0, "1 file written, 3 known already\n")
    other = tmp_path / "export.jsonl"
    other.write_text(facilitui(copy, "journal", "export").stdout)
    wrong = facilitui(copy, "journal", "restore", other)
    assert "“export.jsonl” is no backup, nothing of it was taken; name a file" in wrong.stderr
    assert plan.read_bytes() == before and "what was here before is in" in replaced.stderr
    assert len(list((copy / "backups").glob("before-restore-*.zip"))) == 1


def test_a_tampered_line_is_found_with_its_place_and_mended(copy: Path, tmp_path: Path) -> None:
    """In the log and in the journal; restoring with --replace brings both back."""
    file = tmp_path / "b.zip"
    facilitui(copy, "journal", "backup", file)
    log = log_of(copy)
    lines = log.read_bytes().splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if json.loads(line)["kind"] == "captured")
    lines[number] = lines[number].replace(b"score", b"grade").replace(b"second", b"third")
    log.write_bytes(b"".join(lines))
    month = next((copy / "journal").glob("2*.json"))
    month.write_bytes(month.read_bytes().replace(b"quote the learner", b"quote the teacher"))
    found = facilitui(copy, "journal", "verify")
    assert found.returncode == 1
    place = f"sessions/{log.parent.name}/{log.name}:{number + 1}:1"
    assert f"{place}: line {number + 1} of the log was changed" in found.stderr
    assert f"{month.name}#1: debrief-" in found.stderr
    assert "was changed outside the program" in found.stderr
    assert "not who wrote what" in found.stdout
    came = facilitui(copy, "journal", "restore", file, "--replace")
    assert (came.returncode, came.stdout) == (
        0,
        "2 files written, 2 known already, 1 revision mended\n",
    )
    assert facilitui(copy, "journal", "verify").returncode == 0


def test_a_log_that_is_cut_or_gone_is_found(copy: Path) -> None:
    """What is left of it verifies by itself; the debrief knows that it had gone on."""
    log = log_of(copy)
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-2]))
    cut = facilitui(copy, "journal", "verify")
    assert cut.returncode == 1 and "was cut or changed since its debrief (" in cut.stderr
    shutil.rmtree(log.parent)
    gone = facilitui(copy, "journal", "verify")
    assert gone.returncode == 1 and "is missing, though its debrief (" in gone.stderr


def test_a_damaged_archive_is_refused_whole(filled: Path, tmp_path: Path) -> None:
    """One sentence, and nothing is written; nor by one that is no archive at all."""
    file = tmp_path / "b.zip"
    facilitui(filled, "journal", "backup", file)
    data = file.read_bytes()
    middle = len(data) // 2
    for damaged in (data[:-100], data[:middle] + b"\xff" + data[middle + 1 :], b"no archive", b""):
        file.write_bytes(damaged)
        refused = facilitui(tmp_path / "new", "journal", "restore", file)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.count("\n") == 1 and "nothing of it was taken" in refused.stderr
        assert not (tmp_path / "new").exists()
    missing = facilitui(tmp_path / "new", "journal", "restore", tmp_path / "no.zip")
    assert missing.returncode == 1 and "there is no file “no.zip”" in missing.stderr


def test_entries_of_another_home_are_joined(filled: Path, tmp_path: Path) -> None:
    """A home that debriefed other sessions has both afterwards, and verifies."""
    other = tmp_path / "other"
    facilitui(other, "--home", other, "demo")
    facilitui(filled, "journal", "backup", tmp_path / "b.zip")
    came = facilitui(other, "journal", "restore", tmp_path / "b.zip")
    assert ", 1 revision joined" in came.stdout, came.stdout
    assert facilitui(other, "journal", "list").stdout.count("debrief-") == 2
    assert facilitui(other, "journal", "verify").returncode == 0


def test_a_home_that_is_not_there_is_no_sound_one(tmp_path: Path) -> None:
    """As where its name was mistyped."""
    said = facilitui(tmp_path / "typo", "journal", "verify")
    assert said.returncode == 1 and "there is no folder" in said.stderr and "typo" in said.stderr


def test_what_is_wrong_is_summed_up_with_the_way_out(copy: Path, tmp_path: Path) -> None:
    """Each by its name; a backup of it says that it has it too."""
    month = next((copy / "journal").glob("2*.json"))
    month.write_bytes(month.read_bytes().replace(b"quote the learner", b"quote the teacher"))
    said = facilitui(copy, "journal", "verify")
    assert re.search(r"#1: debrief-\S+ \(debrief of \w+ \d+ \w+ \d{4}, “.+”\): was", said.stderr)
    assert "looked at: 1 thing does not hold." in said.stdout and "--replace" in said.stdout
    made = facilitui(copy, "journal", "backup", tmp_path / "b.zip")
    assert made.returncode == 1 and "1 thing is damaged or missing here" in made.stderr


def test_revisions_that_come_side_by_side_are_named(copy: Path, tmp_path: Path) -> None:
    """As an import names them."""
    other = tmp_path / "other"
    facilitui(copy, "journal", "backup", tmp_path / "b.zip")
    facilitui(other, "journal", "restore", tmp_path / "b.zip")
    entry = facilitui(copy, "journal", "list").stdout.split()[1]
    for home, why in ((copy, "one"), (other, "two")):
        facilitui(home, "journal", "withdraw", entry, "--reason", why)
    facilitui(copy, "journal", "backup", tmp_path / "c.zip")
    came = facilitui(other, "journal", "restore", tmp_path / "c.zip")
    assert "conflicting revisions" in came.stdout and entry in came.stdout

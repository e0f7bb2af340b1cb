"""`pathway list` and `pathway show`: what they print, where, and how they end."""

from __future__ import annotations

from pathlib import Path

from tests.story.commands import facilitui, process
from tests.story.steps import HOSTILE
from tests.story.terminal import Terminal

CLEE = "clee_part_time_facilitator"
CORE = "core_community_of_practice"
OURS = """kind = "pathway"
id = "ours"
name = "Ours {name}"
programme = "Our programme"
holder = "group"
source = "Ourselves"

[[phases]]
id = "one"
name = "One"

[[phases.requirements]]
kind = "{kind}"
id = "meetings"
text = "Meet \\u001b[31m\\u202e"
count = 4
"""


def own(home: Path, name: str, text: str) -> Path:
    """A pathway of the home's own."""
    file = home / "pathways" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("{name}", HOSTILE), encoding="utf-8")
    return file


def test_pathways_are_listed_and_shown(home: Path, tmp_path: Path) -> None:
    """Shipped ones and one's own, in 80 columns; a bad file is told and hides no other."""
    said = facilitui(home, "pathway", "list")
    assert (said.returncode, said.stderr) == (0, "")
    assert f"{CLEE}\n  CLEE part-time facilitator\n  one person, 3 phases" in said.stdout
    assert "a group, 1 phase" in said.stdout and "your own" not in said.stdout

    said = facilitui(home, "pathway", "show", CLEE)
    assert (said.returncode, said.stderr) == (0, "")
    flowing = " ".join(said.stdout.split())
    for words in (
        "PHASE 3: FULLY APPROVED",
        "2 observations with staff feedback, live or recorded, in this phase",
        "Sessions as apprentice; no number given; the programme decides",
        "Every priority area at 3 or higher, and at least one at 4 or higher; the latest staff "
        "score of each in this phase; cannot be told yet: no priority areas are entered",
        "It needs: Receive CLEE's acceptance as an apprentice",
        "Decision the programme's",
    ):
        assert words in flowing, words
    assert max(map(len, said.stdout.split("\n"))) <= 80
    assert process(home, "pathway", "show", CLEE).stdout == said.stdout
    assert "3 rounds, each made of Plan, Do, Study and Act" in (
        facilitui(home, "pathway", "show", CORE).stdout
    )

    file = own(home, "ours", OURS.replace("{kind}", "sessions"))
    bad = own(home, "bad", OURS.replace("{kind}", "sesions").replace('"ours"', '"bad"'))
    listed = facilitui(home, "pathway", "list")
    assert listed.returncode == 1 and f"Ours {HOSTILE}" in listed.stdout
    assert "version 1, your own" in listed.stdout and CLEE in listed.stdout
    assert listed.stderr.count("\n") == 1 and "bad.toml:13:" in listed.stderr
    assert "“sessions”" in listed.stderr
    shown = facilitui(home, "pathway", "show", "ours")
    assert (shown.returncode, shown.stderr) == (0, "") and "4 sessions" in shown.stdout
    assert "\x1b" not in shown.stdout and "\u202e" not in shown.stdout
    away = file.rename(tmp_path / "ours.toml")
    assert facilitui(home, "pathway", "show", away).stdout == shown.stdout
    for named in ("bad", bad):
        refused = facilitui(home, "pathway", "show", named)
        assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", listed.stderr)


def test_a_shipped_one_stands_in_for_ones_own_that_is_bad(home: Path) -> None:
    """It is shown, and that one's own could not be read is said."""
    own(home, CLEE, OURS.replace("{kind}", "sessions"))
    said = facilitui(home, "pathway", "show", CLEE)
    assert said.returncode == 1 and "CLEE part-time facilitator" in said.stdout
    assert f"{CLEE}.toml" in said.stderr and said.stderr.count("\n") == 1


def test_what_is_wrong_elsewhere_is_told_elsewhere(home: Path) -> None:
    """A bad protocol is no fault of pathways."""
    protocol = home / "protocols" / "bad.toml"
    protocol.parent.mkdir(parents=True, exist_ok=True)
    protocol.write_text("no", encoding="utf-8")
    said = facilitui(home, "pathway", "list")
    assert (said.returncode, said.stderr) == (0, "")
    assert facilitui(home, "check").returncode == 1


def test_in_a_terminal_lines_are_as_wide_as_it_is(home: Path) -> None:
    """No line is broken by the terminal, and none is shorter than it needs to be."""
    file = own(home, "ours", OURS.replace("{kind}", "sessions").replace("Ourselves", "Again " * 40))
    for columns in (44, 120):
        with Terminal(home, "pathway", "show", str(file), size=(columns, 60)) as terminal:
            terminal.wait("4 sessions")
            lines = [each.rstrip() for each in terminal.screen.split("\n")]
        source = next(at for at, each in enumerate(lines) if each.startswith("Source     Again"))
        assert len(lines[source]) > columns - 8
        assert lines[source + 1].startswith("           Again")


def test_what_is_on_no_shelf_is_told_in_one_sentence(home: Path) -> None:
    """With what may have been meant, or where to look."""
    for typed in ("clee", CLEE.replace("time", "tme")):
        said = facilitui(home, "pathway", "show", typed)
        assert (said.returncode, said.stdout) == (1, "")
        told = f"there is no pathway “{typed}”; did you mean “{CLEE}”?"
        assert said.stderr == f"facilitui: {told}\n"
    said = facilitui(home, "pathway", "show", "zzz\x1b[2J")
    assert said.returncode == 1 and "\x1b" not in said.stderr
    assert "name a file, or one that facilitui pathway list shows" in said.stderr


def test_another_file_is_none(home: Path, tmp_path: Path) -> None:
    """A file of another kind, a folder: a sentence each."""
    protocol = tmp_path / "other.toml"
    protocol.write_text('kind = "protocol"\nid = "other"\n', encoding="utf-8")
    for path in (protocol, tmp_path):
        said = facilitui(home, "pathway", "show", path)
        assert (said.returncode, said.stdout) == (1, "") and str(path.name) in said.stderr
        assert "Traceback" not in said.stderr


def test_a_file_that_is_missing_is_told_as_one(home: Path) -> None:
    """An id is looked for among pathways, a path among files; a document's usage names both."""
    said = facilitui(home, "pathway", "show", "/nope.toml")
    assert said.returncode == 1 and "there is no file “/nope.toml”" in said.stderr
    assert "there is no pathway" in facilitui(home, "pathway", "show", "nope").stderr
    usage = facilitui(home, "pathway", "document", "-h").stdout
    assert "ENROLMENT|PATHWAY" in usage

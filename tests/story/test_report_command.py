"""`facilitui report` into a file, and what it says where there is nothing to report.

What stands in it for each reader is shown by `test_evidence`.
"""

from __future__ import annotations

from pathlib import Path

from tests.story.commands import facilitui
from tests.story.held import debriefed, held


def test_a_report_goes_into_a_file_that_is_not_there_yet(home: Path, tmp_path: Path) -> None:
    """The session debriefed last; a file that is there is replaced with --force alone."""
    debriefed(home, held(home, "Morning", 26), 24, {"learned": "They quote the learner"})
    file = tmp_path / "report"
    command = ("report", "--for", "mentor", "-o", file)
    assert facilitui(home, *command).stdout == ""
    assert file.read_text("utf-8").startswith("# Report for the mentor: Morning")
    assert facilitui(home, *command).returncode == 1
    assert facilitui(home, *command, "--format", "html", "--force").returncode == 0
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_what_cannot_be_reported_is_said(home: Path) -> None:
    """Without a debrief, for a session that is not there, and for no reader."""
    said = facilitui(home, "report", "--for", "leader")
    assert said.returncode == 1 and "nothing is debriefed yet" in said.stderr
    said = facilitui(home, "report", "--for", "leader", "../x")
    assert said.returncode == 1 and "there is no session ../x" in said.stderr
    assert facilitui(home, "report").returncode == 2

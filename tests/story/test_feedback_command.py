"""`feedback import`: what it shows, what it keeps, and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.story.commands import facilitui

FORM = (
    "Timestamp,Email Address,The session was useful,What should we change?\n"
    "2026/11/25 16:50:12,ana@example.org,Strongly agree,=1+1\n"
    "2026/11/25 16:51:12,bo@example.org,Agree,\x1b[31mtea\n"
    "2026/11/25 16:52:12,cy@example.org,often,\n"
)


def test_answers_are_shown_then_taken_once(home: Path, tmp_path: Path) -> None:
    """A dry run keeps nothing; the same file again is known; --replace makes a revision."""
    said = facilitui(home, "--home", home, "demo")
    assert said.returncode == 0, said.stderr
    session = next((home / "sessions").iterdir()).name
    file = tmp_path / "answers.csv"
    file.write_text(FORM, "utf-8")
    said = facilitui(home, "feedback", "import", session, file, "--dry-run")
    assert said.returncode == 0 and "kept as" not in said.stderr
    for words in (
        "Email Address: left out: tells who answered",
        "The session was useful: Relevance, 1 to 5",
        "  Strongly agree = 5 (1)",
        "2 answer sheets can be taken",
        "answered Wed 25 Nov 2026",
        "  line 4: Relevance: “often” is not on its scale, 1 to 5",
    ):
        assert words in said.stdout.split("\n"), words
    assert "\x1b" not in said.stdout and "example.org" not in said.stdout
    said = facilitui(home, "feedback", "import", session, file, "--came", "4")
    assert (said.returncode, said.stderr) == (
        0,
        f"facilitui: kept as feedback-{session}-1: 2 of 4 answered (50%)\n",
    )
    said = facilitui(home, "feedback", "import", session, file)
    assert said.returncode == 1 and "--replace takes them in their place" in said.stderr
    said = facilitui(home, "feedback", "import", session, file, "--replace", "--came", "5")
    assert said.returncode == 0 and f"kept as feedback-{session}-1: 2 of 5" in said.stderr
    assert facilitui(home, "journal", "verify").returncode == 0


def test_what_cannot_be_taken_is_said(home: Path, tmp_path: Path) -> None:
    """No such session, no such file, nothing to take."""
    file = tmp_path / "answers.csv"
    file.write_text("Colour,Shape\nred,round\n", "utf-8")
    assert facilitui(home, "feedback", "import", "gone", file).returncode == 1
    facilitui(home, "--home", home, "demo")
    session = next((home / "sessions").iterdir()).name
    said = facilitui(home, "feedback", "import", session, tmp_path / "gone.csv")
    assert said.returncode == 1 and "there is no file" in said.stderr
    said = facilitui(home, "feedback", "import", session, file, "--came", "-3")
    assert said.returncode == 2 and "is a whole number" in said.stderr
    said = facilitui(home, "feedback", "import", session, file)
    assert said.returncode == 1 and "no row of answers.csv can be taken" in said.stderr

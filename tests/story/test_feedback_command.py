"""`feedback import`: what it shows, what it keeps, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.services.responses.form_preview import FormPreview
from facilitui.services.responses.hearing import Hearing
from tests.story.commands import facilitui, held_on

HEAD = "Timestamp,Email Address,The session was useful,What should we change?\n"


def form(session: str) -> str:
    """Three answers of the session's day, of which one cannot be taken."""
    day = session[:10].replace("-", "/")
    return (
        f"{HEAD}{day} 16:50:12,ana@example.org,Strongly agree,=1+1\n"
        f"{day} 16:51:12,bo@example.org,Agree,\x1b[31mtea\n"
        f"{day} 16:52:12,cy@example.org,often,\n"
    )


def test_answers_are_shown_then_taken_once(home: Path, tmp_path: Path) -> None:
    """A dry run keeps nothing; the same file again is known; --replace makes a revision."""
    said = facilitui(home, "--home", home, "demo")
    assert said.returncode == 0, said.stderr
    session = next((home / "sessions").iterdir()).name
    file = tmp_path / "answers.csv"
    file.write_text(form(session), "utf-8")
    said = facilitui(home, "feedback", "import", session, file, "--dry-run")
    assert said.returncode == 0 and "kept as" not in said.stderr
    for words in (
        "Email Address: left out: tells who answered",
        "The session was useful: Relevance, 1 to 5",
        "  Strongly agree = 5 (1)",
        "2 answer sheets can be taken",
        f"answered {held_on(session)}",
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


def test_a_form_that_comes_again_with_a_row_less_is_known(home: Path, tmp_path: Path) -> None:
    """How much of it is there is told before anything is taken; --new takes the others alone."""
    facilitui(home, "--home", home, "demo")
    session = next((home / "sessions").iterdir()).name
    rows = [f"{session[:10]} 16:{n}:12,x@example.org,Agree,tea\n" for n in range(10, 20)]
    file = tmp_path / "answers.csv"
    file.write_text(HEAD + "".join(rows[:8]), "utf-8")
    assert facilitui(home, "feedback", "import", session, file, "--came", "9").returncode == 0
    file.write_text(HEAD + "".join(rows[1:]), "utf-8")
    said = facilitui(home, "feedback", "import", session, file, "--came", "9")
    assert said.returncode == 1
    assert said.stderr == (
        f"facilitui: 7 of these 9 rows are in feedback-{session}-1 already, which has 1 more; "
        "--replace takes these in its place, --new only the 2 new, "
        "--beside all as answers of their own\n"
    )
    said = facilitui(home, "feedback", "import", session, file, "--new", "--came", "10")
    assert said.returncode == 0 and f"kept as feedback-{session}-1: 10 of 10" in said.stderr
    said = facilitui(home, "feedback", "import", session, file, "--new")
    assert said.returncode == 1 and "no row of answers.csv is new" in said.stderr
    assert (
        facilitui(home, "feedback", "import", session, file, "--new", "--replace").returncode == 2
    )
    said = facilitui(home, "feedback", "import", session, file, "--beside", "--came", "30")
    assert said.stderr == (
        f"facilitui: kept as feedback-{session}-2: "
        "9 answer sheets of answers.csv; with all others, 19 of 30 answered (63%)\n"
    )


def test_what_was_taken_before_is_worked_out_once(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of thousands of answers that takes its time; it is told, and it decides."""
    facilitui(home, "--home", home, "demo")
    session = next((home / "sessions").iterdir()).name
    file = tmp_path / "answers.csv"
    file.write_text(form(session), "utf-8")
    facilitui(home, "feedback", "import", session, file, "--came", "9")
    seen, before = [], Hearing.before

    async def looking(hearing: Hearing, at: str, preview: FormPreview) -> object:
        seen.append(at)
        return await before(hearing, at, preview)

    monkeypatch.setattr(Hearing, "before", looking)
    said = facilitui(home, "feedback", "import", session, file)
    assert seen == [session]
    assert said.returncode == 1 and "all these answers were taken before" in said.stdout
    assert said.stderr.endswith("in their place, --beside all as answers of their own\n")


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


def test_what_may_be_another_sessions_is_taken_only_anyway(home: Path, tmp_path: Path) -> None:
    """From before the session, or more than came; then the file that was taken is told."""
    facilitui(home, "--home", home, "demo")
    session = next((home / "sessions").iterdir()).name
    file, old = tmp_path / "answers.csv", tmp_path / "old.csv"
    file.write_text("The session was useful\nAgree\nStrongly agree\n", "utf-8")
    old.write_text(form("2016-11-25"), "utf-8")
    command = ("feedback", "import", session)
    said = facilitui(home, *command, file, "--came", "1")
    assert said.returncode == 1 and "2 answered, but only 1 came" in said.stderr
    assert "--anyway takes it all the same" in said.stderr
    assert facilitui(home, *command, file, "--came", "3").returncode == 0
    said = facilitui(home, *command, file, "--dry-run")
    assert "all these answers were taken before" in said.stdout.split("\n")
    said = facilitui(home, *command, old)
    assert said.returncode == 1 and "nswered on Fri 25 Nov 2016, before the session" in said.stderr
    said = facilitui(home, *command, old, "--anyway", "--came", "9")
    assert said.stderr == (
        f"facilitui: kept as feedback-{session}-2: "
        "2 answer sheets of old.csv; with all others, 4 of 9 answered (44%)\n"
    )

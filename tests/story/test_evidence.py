"""An observation and participants' feedback joined to a session, and its report for each reader."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.reports.report_reader import Reader
from tests.story.commands import facilitui
from tests.story.held import debriefed, held
from tests.story.terminal import Terminal

PRIVATE = "Ana cried over the marks"
QUOTE = "We saw the work first"
LEARNED = "They told marks from merit"
PROMISED = "Count to five before I speak"
OBSERVED = "You held the silence"
WISH = "More pears please"
TOLD = {
    Reader.LEADER: (LEARNED, QUOTE, PROMISED, "observation"),
    Reader.POINT_PERSON: (PROMISED,),
    Reader.COUNCIL: (LEARNED, PROMISED),
    Reader.CO_FACILITATOR: (PROMISED,),
    Reader.MENTOR: (LEARNED, QUOTE, PROMISED, OBSERVED, "Otto"),
    Reader.PARTICIPANTS: ("What will you try",),
    Reader.SPONSOR: (LEARNED,),
}
KEPT_FROM = {Reader.MENTOR: (), Reader.PARTICIPANTS: (QUOTE, LEARNED, PROMISED, OBSERVED)}
"""What some readers do not get, besides what nobody does; the others get nothing of observers."""


def test_what_others_saw_joins_a_debrief_and_each_reader_gets_their_part(
    home: Path, tmp_path: Path
) -> None:
    """Written and taken in with ctrl+o, seen in the Journal, reported; nothing private leaves."""
    session = held(home, "Morning", 26, private=PRIVATE, quote=QUOTE)
    learned = f"{LEARNED}. {PRIVATE}, somebody said."
    debriefed(home, session, 24, {"learned": learned, "commitment:0": PROMISED})
    with Terminal(home) as terminal:
        terminal.press_for("j", "1 entry").press_for("e", "From the run").wait_cursor()
        observed(terminal)
        heard(terminal, answers(tmp_path, session, 4))
        seen_in_the_journal(terminal)
        terminal.quit()
    for form in ("md", "html"):
        for reader in Reader:
            reported(home, reader, form)
    said = facilitui(
        home, "feedback", "import", session, answers(tmp_path, session, 5), "--replace"
    )
    assert said.returncode == 0, said.stderr
    said = facilitui(home, "report", "--for", Reader.CO_FACILITATOR.value)
    assert WISH in said.stdout and PRIVATE not in said.stdout


def answers(folder: Path, session: str, count: int) -> Path:
    """A form's file with the answers of so many people, of the session's day."""
    file = folder / "answers.csv"
    head = "Timestamp,The session was useful,Before today,And now?,What should we change?\n"
    row = "{} 16:5{}:12,Strongly agree,1,4,{}\n"
    rows = (row.format(session[:10], each, WISH) for each in range(count))
    file.write_text(head + "".join(rows), "utf-8")
    return file


def observed(terminal: Terminal) -> None:
    """What somebody saw, until it counts."""
    terminal.press_for("ctrl+o", "choose at once").press_for("1", "Who observed").wait_cursor()
    terminal.press_for("right", "Live").press("tab", "tab").type("Otto").wait("Otto")
    terminal.press("tab", "tab").type(OBSERVED).wait(OBSERVED)
    terminal.press("tab").type("today").wait("nothing is missing")
    terminal.press_for("ctrl+s", "Saved; it counts")


def heard(terminal: Terminal, file: Path) -> None:
    """Four of nine answered, too few to be quoted."""
    terminal.press_for("ctrl+o", "choose at once").press_for("2", "answers are here yet")
    terminal.press_for("i", "Take in answers").wait_cursor().paste(str(file)).wait("answers.csv")
    terminal.press_for("enter", "4 answer sheets can be taken")
    terminal.press_for("enter", "What participants said").wait("4 of 9 answered")
    terminal.press_away("escape", "What participants said")


def seen_in_the_journal(terminal: Terminal) -> None:
    """Each kind beside the debrief; words of four people nowhere."""
    terminal.press_for("escape", "3 entries").wait("observations 1").wait("feedback 1")
    terminal.wait(f"by Otto: {OBSERVED}").wait("4 of 9 answered")
    terminal.press_for("down", "▌ .*observation").press_for("down", "▌ .*feedback")
    terminal.wait("Growth|growth")
    assert WISH not in terminal.screen
    terminal.press_for("escape", "Recent debriefs")


def reported(home: Path, reader: Reader, form: str) -> None:
    """A report has what its reader must have, and nothing that nobody or only another may have."""
    said = facilitui(home, "report", "--for", reader.value, "--format", form)
    assert said.returncode == 0 and said.stderr.startswith("facilitui: left out: "), said.stderr
    assert said.stdout.startswith("# " if form == "md" else "<!DOCTYPE html>")
    for words in TOLD[reader]:
        assert words in said.stdout, (reader, words)
    for words in (PRIVATE, WISH, *KEPT_FROM.get(reader, (OBSERVED, "Otto"))):
        assert words not in said.stdout, (reader, words)

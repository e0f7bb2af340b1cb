"""A session gone through again, and a plan gone through before, in a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.story.commands import facilitui
from tests.story.steps import plan_file
from tests.story.terminal import Terminal

WIDE = (120, 40)


def files(home: Path) -> dict[str, bytes]:
    """Everything in a home, byte for byte."""
    return {str(p.relative_to(home)): p.read_bytes() for p in home.rglob("*") if p.is_file()}


def test_a_session_is_replayed_by_keyboard(home: Path) -> None:
    """From its beginning to its end, by moments, seconds and steps; captures stay hidden."""
    assert facilitui(home, "--home", home, "demo").returncode == 0
    with Terminal(home, "replay", size=WIDE) as terminal:
        terminal.wait(r"REPLAY 15:32 · 0:00 of \d\d:\d\d").wait("The session begins")
        assert terminal.title.startswith("REPLAY")
        terminal.press_for("pagedown", r"▌ 15:42 +Opening and why")
        terminal.press_for("down", "▌ 15:42 +A wait begins").wait("waited 0 s")
        terminal.press_for("right", "you can wait")
        terminal.press_for("end", r"▌ 16:\d\d +The session ends").wait("■ ended")
        assert "at the score" not in terminal.screen
        terminal.press_for("k", "at the score").press_away("k", "at the score")
        terminal.press("/").wait_cursor().type("silent").wait("▌ .*ilent examination")
        terminal.press_for("enter", "show notes").press_for("t", "escape leave")
        terminal.press_away("escape", "escape leave").press_for("escape", "/ search the timeline")
        terminal.press_for("escape", "To debrief|Recent debriefs")
        terminal.quit()


def test_a_plan_is_rehearsed_to_its_end_at_sixty_times(home: Path) -> None:
    """Five minutes in five seconds, what they came to, and not a byte on the disk."""
    name = plan_file(home)
    file = home / "plans" / f"{name}.toml"
    text = file.read_text("utf-8").replace("minutes = 30", "minutes = 5")
    text = text.replace("minutes = 20", "minutes = 3").replace(
        "minutes = 5\ngoals", "minutes = 2\ngoals"
    )
    file.write_text(text, encoding="utf-8")
    with Terminal(home, "plan", name, size=WIDE) as terminal:
        terminal.wait("5 of 5 min").press_for("R", "REHEARSAL 1×").wait("not begun")
        before = files(home)
        terminal.press_for("n", "● live")
        for speed in (2, 5, 10, 30, 60):
            terminal.press_for(">", f"REHEARSAL {speed}×")
        terminal.press_for("m", "marked").wait("OVER")
        terminal.press_for("n", "▶ +Looking closely").wait("OVER")
        terminal.press_for("n", "n ends the rehearsal").press_for("n", "End the rehearsal now")
        terminal.press_for("enter", r"It took \d+ of 5 min").wait("back to the plan")
        assert "debrief" not in terminal.screen
        assert files(home) == before
        terminal.press_for("a", "not begun").press_for("escape", "5 of 5 min")
        assert not (home / "sessions").exists() or not list((home / "sessions").iterdir())
        terminal.press_for("escape", "Plans|Next session").quit()

"""Half typed when the power goes: there again in its place, in forms and in single lines."""

from __future__ import annotations

from pathlib import Path

from tests.story.steps import plan_file, wait_drafts
from tests.story.terminal import Terminal

LONG = "because what they wrote tells us more than what we hoped they would write, " * 5
"""More than Why has room for."""


def opened(terminal: Terminal) -> Terminal:
    """The only plan, open."""
    return terminal.wait("Morning").press_for("enter", "plan 4 of 4")


def the_session(terminal: Terminal) -> Terminal:
    """Its first form, with the keys in it."""
    terminal.press_for("tab", "▌ +Why").press_for("enter", "Zone")
    return terminal.wait("escape done").wait_cursor()


def test_what_forms_cannot_take_survives_a_kill(home: Path) -> None:
    """Words for a start and too many for Why, a number that is none, a line of a list."""
    plan_file(home)
    with Terminal(home) as terminal:
        the_session(opened(terminal)).press("tab")
        terminal.type("half typed QQ").wait("half typed QQ").press("up")
        terminal.paste(LONG).wait("at most 300 fit")
        wait_drafts(home, "half typed QQ")
        wait_drafts(home, LONG.strip()[-60:])
        terminal.kill()
    with Terminal(home) as terminal:
        opened(terminal).wait("Half typed in “The session”: it waits there")
        the_session(terminal).wait("! Start +half typed QQ").wait("at most 300 fit")
        terminal.press("ctrl+u").wait_gone("! Why").type("To look").press("tab")
        terminal.wait("! +.*QQ").press_for("escape", "escape again leaves out Start: ")
        terminal.press_away("escape", "escape done").wait("To look")
        terminal.press_for("down", "▌ +1 ").press_for("enter", "How many").press("down")
        terminal.type("a few").wait("a few").press("tab", "tab", "tab", "tab")
        terminal.type("recording").wait("recording")
        wait_drafts(home, '"count":"a few"')
        wait_drafts(home, '"comfort":"recording"')
        terminal.kill()
    with Terminal(home) as terminal:
        opened(terminal).press_for("tab", "▌ +Why").press_for("down", "▌ +1 ")
        terminal.press_for("enter", "! How many +a few").wait("! How at ease +recording")
        terminal.press_for("escape", "escape again leaves").press_away("escape", "escape done")
        assert "QQ" not in terminal.screen
        terminal.quit()
    assert not list((home / "drafts").glob("plan-*.json")), "left out on purpose"


def test_a_line_that_is_half_typed_is_asked_for_again(home: Path) -> None:
    """The start of a block, then the note of a check; each until it is taken or left."""
    plan_file(home)
    with Terminal(home) as terminal:
        opened(terminal).press_for("down", "▌ .*Looking closely")
        terminal.press_for("t", "Looking closely must start at").wait("enter pins +escape leaves")
        terminal.type("15:4").wait(r"at +15:4\s")
        wait_drafts(home, "15:4")
        terminal.kill()
    with Terminal(home) as terminal:
        opened(terminal).wait(r"Looking closely must start at +15:4\s").wait("enter pins")
        terminal.type("5").wait("15:45").press_away("enter", "must start at").wait("pinned|15:45")
        terminal.press_for("c", "nothing to look|to look at again").press_for("x", "Why it may")
        terminal.type("we trust th").wait("we trust th")
        wait_drafts(home, "we trust th")
        terminal.kill()
    with Terminal(home) as terminal:
        opened_again(terminal).type("em").press_away("enter", "Why it may stay").wait("trust them")
        terminal.press_away("escape", "to look at again").quit()
    assert "we trust them" in (home / "plans/morning.toml").read_text("utf-8")


def opened_again(terminal: Terminal) -> Terminal:
    """The plan, which opens with its checks and the note."""
    terminal.wait("Morning").press("enter")
    return terminal.wait("Why it may stay +we trust th").wait("enter set aside")

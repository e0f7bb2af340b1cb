"""Terminals of any size, text of any kind: it stays alive, shows, and keeps what it was given."""

from __future__ import annotations

import json
from pathlib import Path

from tests.story.commands import facilitui
from tests.story.places import in_debrief
from tests.story.steps import (
    LIES_OPEN,
    again_in_its_line,
    begin,
    bodies_of,
    log_of,
    plan_file,
    wait_drafts,
)
from tests.story.terminal import Terminal, until

STRANGE = "日本語 👩🏽‍🏫 שלום مرحبا é [x] [/b]"
"""Wide, joined, from right to left, composed; and what could be taken for markup."""
CONTROL = "a\x1b]0;evil\x07\x1b[2J\x9b31mb\u202ec\u2028d"
"""What a terminal would obey."""


def test_the_smallest_terminal_shows_what_it_can(home: Path) -> None:
    """At 20 × 5 it starts, a session runs, and it quits."""
    plan_file(home)
    with Terminal(home, size=(20, 5)) as terminal:
        terminal.wait("Plans").press_for("s", "n begin")
        until(lambda: _pressed_until_begun(terminal, home), "a session that has begun")
        terminal.press("m")
        until(lambda: len(bodies_of(log_of(home), "marked")) == 1, "a mark")
        terminal.press_away("escape", "PRIV").quit()


def _pressed_until_begun(terminal: Terminal, home: Path) -> bool:
    if not list((home / "sessions").glob("*/events.jsonl")):
        terminal.press("n")
        until(lambda: any((home / "sessions").glob("*/events.jsonl")), "a session")
    return True


def test_sixty_by_sixteen_keeps_what_a_host_needs(home: Path) -> None:
    """At 60 × 16 clock, step, who, next and the end are there, and the keys become ?."""
    plan_file(home)
    with Terminal(home, size=(60, 16)) as terminal:
        begin(terminal)
        terminal.left()
        for word in ("PRIVATE", "Opening", "Facilitator", "Looking closely", "now ends", r"\?"):
            terminal.wait(word)
        assert "capture" not in terminal.screen
        terminal.press_for("?", "Start the step shown")
        terminal.press_away("escape", "Start the step shown").wait("PRIVATE").quit()


def test_a_window_of_any_size_while_it_runs(home: Path) -> None:
    """300 × 100, then 8 × 3, then 80 × 24: alive all the time, and every part is drawn again."""
    plan_file(home)
    with Terminal(home, size=(80, 24)) as terminal:
        through_the_sizes(terminal.wait("Plans"), "Morning")
        for key, word in (("l", "Chalk Talk"), ("j", "Journal")):
            terminal.press_for(key, word)
            through_the_sizes(terminal, word)
            terminal.press_for("escape", "Morning")
        terminal.quit()


def test_a_window_of_any_size_while_a_session_runs(home: Path) -> None:
    """The clock goes on through every size, with a line half typed too."""
    plan_file(home)
    with Terminal(home, size=(80, 24)) as terminal:
        begin(terminal)
        through_the_sizes(terminal, "Looking closely")
        terminal.press_for("c", "Capture, private").type("half a li").wait("half a li")
        through_the_sizes(terminal, "half a li")
        terminal.type("ne").press_for("enter", "captured")
        assert bodies_of(log_of(home), "captured") == [{"text": "half a line"}]
        terminal.exactly_left()
        terminal.quit()


def through_the_sizes(terminal: Terminal, word: str) -> None:
    """A window is dragged about."""
    for columns, rows in ((300, 100), (8, 3), (1, 1), (80, 24)):
        drawn = len(terminal.raw)
        terminal.resize(columns, rows)
        until(lambda drawn=drawn: len(terminal.raw) > drawn, "a new drawing")  # type: ignore[misc]
        assert terminal.alive
    terminal.wait(word)


def test_text_of_any_script_is_shown_and_kept(home: Path) -> None:
    """Wide, joined and right-to-left text in a title and a capture goes through every screen."""
    plan_file(home)
    (home / "plans" / "morning.toml").rename(home / "plans" / "strange.toml")
    file = home / "plans" / "strange.toml"
    file.write_text(file.read_text("utf-8").replace("Morning", STRANGE), encoding="utf-8")
    with Terminal(home, size=(120, 30)) as terminal:
        terminal.wait("日 ?本 ?語")
        begin(terminal)
        assert "日本語" in terminal.title.replace(" ", "")
        terminal.press_for("c", "Capture, private").paste(STRANGE)
        wait_drafts(home, "[x] [/b]")
        terminal.press_for("enter", "captured").press_for("k", "Kept for later")
        assert bodies_of(log_of(home), "captured") == [{"text": STRANGE}]
        terminal.press_for("escape", LIES_OPEN).quit()


def test_nothing_in_a_file_reaches_the_terminal_as_a_control(home: Path) -> None:
    """Escapes in a title are shown or left out, on the screen and in the terminal's own title."""
    plan_file(home)
    file = home / "plans" / "morning.toml"
    escaped = "".join(f"\\u{ord(each):04x}" if each not in "abcd" else each for each in CONTROL)
    file.write_text(file.read_text("utf-8").replace("Morning", escaped), encoding="utf-8")
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.press_for("escape", LIES_OPEN).quit()
        assert b"evil\x07" not in terminal.raw
        assert b"\x1b]0;evil" not in terminal.raw
        assert "\x9b".encode() not in terminal.raw
        assert "\u202e".encode() not in terminal.raw


def test_half_a_character_is_kept_as_it_is(home: Path) -> None:
    """A lone surrogate in a line that was being typed is shown, captured, and read again."""
    plan_file(home)
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.press_for("c", "Capture, private").type("placeholder")
        wait_drafts(home, "placeholder")
        terminal.kill()
    (draft,) = (home / "drafts").glob("line-*.json")
    draft.write_text(json.dumps({"lines": {"capture": "lone \ud83d half"}}), "ascii")
    with Terminal(home) as terminal:
        again_in_its_line(terminal, "lone")
        terminal.press_for("enter", "captured").press_for("k", "lone")
        assert bodies_of(log_of(home), "captured") == [{"text": "lone \ud83d half"}]
        terminal.press_for("e", "End the session").press_for("enter", "Ended")
        terminal.press_for("d", "▌ +1 ").quit()


def test_a_great_paste_into_an_answer_is_kept_whole(home: Path) -> None:
    """200 kB pasted into an answer: alive, saved, and found in the journal to the last word."""
    plan_file(home)
    pasted = "\n".join(f"line {n} of what they said" for n in range(7_500)) + " ENDWORD"
    assert len(pasted) > 200_000
    with Terminal(home) as terminal:
        in_debrief(terminal)
        terminal.paste(pasted).wait("ENDWORD", 40).press_for("ctrl+s", "Saved to the journal")
        terminal.quit()
    exported = facilitui(home, "journal", "export").stdout
    body = json.loads(json.loads(exported)["body"])
    assert body["learned"].endswith(pasted)


def test_what_nobody_types_into_a_line_does_no_harm(home: Path) -> None:
    """200 kB pasted: the line can be used as before; invalid UTF-8: what comes after is typed."""
    plan_file(home)
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.press_for("c", "Capture, private").paste("word " * 40_000)
        terminal.press_away("escape", "Capture, private").press_for("c", "Capture, private")
        terminal.type("after it").wait("Capture, private +after it")
        terminal.press_for("enter", "captured")
        assert bodies_of(log_of(home), "captured") == [{"text": "after it"}]
        terminal.press_for("m", "marked").press_for("c", "Capture, private")
        terminal.type("before ").wait("before").send(b"\xff\xfe\xc3(\xf0\x9f\x91 ")
        terminal.type("after").wait("before.*after").press("enter")
        until(lambda: len(bodies_of(log_of(home), "captured")) == 2, "a second capture")
        _, captured = bodies_of(log_of(home), "captured")
        assert captured["text"].startswith("before")
        assert captured["text"].endswith("after")
        terminal.quit()


def test_keys_that_come_at_once_are_taken_one_by_one(home: Path) -> None:
    """Over a slow line escape and a letter come together: the line is left, the letter is a key."""
    plan_file(home)
    with Terminal(home, size=(140, 30)) as terminal:
        begin(terminal)
        terminal.press_for("c", "Capture, private").type("half").wait("half")
        terminal.send(b"\x1bm\x1b[6~").wait(r"▶ +Looking closely").wait(r"Marks +1")
        terminal.press_for("c", r"Capture, private +half$")
        terminal.press_for("enter", "captured")
        assert bodies_of(log_of(home), "captured") == [{"text": "half"}]
        terminal.quit()

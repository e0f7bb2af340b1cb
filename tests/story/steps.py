"""What a person does again and again: filling in forms, opening a plan, starting it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.story.terminal import Terminal, until

LIES_OPEN = "To finish"
"""What stands on Home above a session that lies open."""
HOSTILE = "[x] [/b] [@click=app.quit]"
"""What a careless screen would take for markup, or for an action."""


@dataclass(frozen=True)
class Over:
    """A value that takes the place of another one."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Ticks:
    """Choices that are ticked, by their numbers."""

    numbers: str


def fill(terminal: Terminal, *values: str | Over | Ticks | None) -> None:
    """Fill an open form from its first field on; None leaves a field as it is. Then close it."""
    half_fill(terminal, *values)
    terminal.press_away("escape", "escape done")


def half_fill(terminal: Terminal, *values: str | Over | Ticks | None) -> None:
    """Type into an open form, and leave it open.

    Each value is seen before the next key: Textual sends keys that come faster than it can draw
    to whatever has the focus by the time they are looked at.
    """
    terminal.wait("escape done").wait_cursor()
    for number, value in enumerate(values):
        if number:
            terminal.press("tab")
        if isinstance(value, Ticks):
            for tick in value.numbers:
                terminal.press(tick)
            terminal.wait(rf"(\[x\][\s\S]*?){{{len(value.numbers)}}}")
        elif isinstance(value, Over):
            terminal.press_away("ctrl+u", rf"{value.label} +{value.old}(?!,)")
            terminal.type(value.new).wait(rf"{re.escape(value.new[-12:])} +│")
        elif value is not None:
            terminal.type(value).wait(re.escape(value[-24:]))


def plan_file(home: Path, title: str = "Morning") -> str:
    """A small plan that is ready to run, as a file of the home; gives its name."""
    name = title.lower().replace(" ", "-")
    folder = home / "plans"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / f"{name}.toml").write_text(
        f'kind = "plan"\ntitle = "{title}"\npurpose = "To look together"\nminutes = 30\n'
        '[audience]\nwho = "teachers"\ncount = 9\n'
        '[[goals]]\nid = "G1"\ntext = "name one thing they saw"\nkind = "know"\n'
        '[[blocks]]\nid = "opening"\ntitle = "Opening"\nkind = "opening"\nminutes = 5\n'
        'goals = ["G1"]\n'
        '[[blocks]]\nid = "looking"\ntitle = "Looking closely"\nkind = "activity"\nminutes = 20\n'
        'goals = ["G1"]\n'
        '[[evidence]]\nid = "E1"\nkind = "exit_ticket"\ntext = "one sentence"\ngoals = ["G1"]\n',
        encoding="utf-8",
    )
    return name


def begin(terminal: Terminal) -> None:
    """From Home with one plan: start its session."""
    terminal.wait("Plans|Next session").press_for("s", "not begun").press_for("n", "● live")


def again_in_its_line(terminal: Terminal, text: str) -> None:
    """From Home: go on with the session that lies open, and with the capture half typed in it."""
    terminal.wait(LIES_OPEN).press_for("r", r"Half typed: capture \(c\)")
    terminal.press_for("c", f"Capture, private +{text}")


def log_of(home: Path) -> Path:
    """The log of the only session of a home."""
    (log,) = (home / "sessions").glob("*/events.jsonl")
    return log


def lines_of(log: Path) -> list[bytes]:
    """The lines of a log that end."""
    return log.read_bytes().split(b"\n")[:-1]


def kinds_of(log: Path) -> list[str]:
    """What happened, in order."""
    return [str(json.loads(line)["kind"]) for line in lines_of(log)]


def bodies_of(log: Path, kind: str) -> list[Mapping[str, Any]]:
    """The bodies of the events of a kind, in order."""
    events = [json.loads(line) for line in lines_of(log)]
    return [json.loads(event["body"]) for event in events if event["kind"] == kind]


def wait_drafts(home: Path, word: str) -> None:
    """Until a draft holds a word."""
    until(lambda: word in drafts(home), f"a draft with {word!r}")


def drafts(home: Path) -> str:
    """Everything that is kept of what was being typed."""
    files = sorted((home / "drafts").glob("*.json"))
    return "\n".join(file.read_text("utf-8", "replace") for file in files)

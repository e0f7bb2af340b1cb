"""Groups in a real terminal: nothing typed is lost to a kill, nor to another program."""

from __future__ import annotations

import tomllib
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.story.steps import Over, drafts, fill, half_fill, plan_file
from tests.story.terminal import Terminal, until

SIZE = (100, 30)


def group_file(home: Path) -> Path:
    """A group that is there already, as somebody wrote it by hand, beside a plan."""
    plan_file(home)
    (home / "groups").mkdir(mode=0o700, exist_ok=True)
    file = home / "groups/team.toml"
    file.write_text(
        '# Ours since 2024.\nkind = "group"\nid = "team"\nname = "Grade 7 team"\n'
        '[[roster]]\nname = "Ana"\nrole = "coach"\n'
        '[[wishes]]\ntext = "name cards"\n',
        encoding="utf-8",
    )
    return file


def held(file: Path) -> dict[str, Any]:
    """What a file of a group holds."""
    return tomllib.loads(file.read_text("utf-8"))


def open_group(terminal: Terminal, name: str = "Grade 7 team") -> None:
    """From Home."""
    terminal.wait("▌ .*Morning").press_for("g", f"▌ {name}").press_for("enter", "Asked for")


def test_a_group_that_is_edited_survives_a_kill(home: Path) -> None:
    """A wish and a norm half typed, an hour of work in the file: all of it is there again."""
    file = group_file(home)
    with Terminal(home, size=SIZE) as terminal:
        open_group(terminal)
        terminal.press_for("w", "They ask for")
        fill(terminal, "more time to talk")
        terminal.wait("more time to talk").press_for("o", "Norms, version 1").wait_cursor()
        terminal.type("Phones away").wait("Phones away")
        until(lambda: "Phones away" in drafts(home) + file.read_text("utf-8"), "the norm")
        terminal.kill()
    with Terminal(home, size=SIZE) as terminal:
        open_group(terminal)
        terminal.wait("more time to talk").press_away("escape", "Asked for")
        terminal.quit()
    team = held(file)
    assert [wish["text"] for wish in team["wishes"]] == ["name cards", "more time to talk"]
    assert [norm["text"] for norm in team["norms"][0]["norms"]] == ["Phones away"]
    assert team["roster"] == [{"name": "Ana", "role": "coach"}]
    assert file.read_text("utf-8").startswith("# Ours since 2024.\n")


def test_two_programs_on_one_group_lose_neither_change(home: Path) -> None:
    """Each writes something else, and each shows and keeps both."""
    file = group_file(home)
    with ExitStack() as stack:
        one = stack.enter_context(Terminal(home, size=SIZE))
        other = stack.enter_context(Terminal(home, size=SIZE))
        open_group(one)
        open_group(other)
        one.press_for("w", "They ask for")
        half_fill(one, "chairs in a circle")
        other.press_for("w", "They ask for")
        fill(other, "tea")
        other.wait("chairs in a circle")
        one.press_away("escape", "escape done").wait(r"\btea\b")
        for terminal in (one, other):
            terminal.press_away("escape", "Asked for").quit()
    texts = [wish["text"] for wish in held(file)["wishes"]]
    assert sorted(texts) == ["chairs in a circle", "name cards", "tea"]


def test_two_programs_that_say_different_things_are_told(home: Path) -> None:
    """The file keeps what was written first; the other one is kept too, until it is settled."""
    file = group_file(home)
    with ExitStack() as stack:
        one = stack.enter_context(Terminal(home, size=SIZE))
        other = stack.enter_context(Terminal(home, size=SIZE))
        for terminal, name in ((one, "Ours"), (other, "Theirs")):
            open_group(terminal)
            terminal.press_for("e", "Note")
            half_fill(terminal, Over("Name", "Grade 7 team", name))
        one.press_away("escape", "escape done").press_away("escape", "Asked for")
        until(lambda: held(file)["name"] == "Ours", "the first name")
        other.press_away("escape", "escape done").wait("f settles it").kill()
        assert held(file)["name"] == "Ours"
        one.quit()
    with Terminal(home, size=SIZE) as terminal:
        open_group(terminal, "Ours")
        terminal.wait("f settles it").wait("Theirs").press_for("f", "Keep both|keep both")
        terminal.press_away("escape", "(?i)keep both").press_away("escape", "Asked for")
        assert held(file)["name"] == "Ours" and "Theirs" in drafts(home)
        terminal.quit()

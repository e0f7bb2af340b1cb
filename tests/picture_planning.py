"""The scenes of `make pictures` that are about planning."""

from __future__ import annotations

from tests.picture_camera import Stage
from tests.picture_states import BEFORE, PLAN


def plan(stage: Stage, theme: str = "") -> None:
    """Plan, its form, its checks, and a file that somebody else changed."""
    home = stage.homes.copy(stage.homes.full, f"plan{theme}")
    file = home / "plans" / f"{PLAN}.toml"
    with stage.opened(f"plan{theme}", home, BEFORE, "plan", PLAN, theme=theme) as camera:
        camera.take("plan", "full", "Opening and why")
        camera.press("e", seen="enter next")
        camera.take("plan", "form", "enter next")
        camera.press("escape", "c", seen="enter go there")
        camera.take("plan", "checks", "enter go there")
        camera.press("escape", seen="all keys")
        camera.press("down", "plus", seen="all keys")
        file.write_text(file.read_text("utf-8") + "\n# changed elsewhere\n", "utf-8")
        camera.take("plan", "conflict", "take the file, keep both")


def planning(stage: Stage) -> None:
    """Everything else that lies over a plan, or can be seen in it."""
    home = stage.homes.copy(stage.homes.full, "planning")
    with stage.opened("planning", home, BEFORE, "plan", PLAN) as camera:
        camera.tui.wait_for("Opening and why")
        camera.press("m", seen="has an action")
        camera.take("plan", "alignment", "has an action")
        camera.press("escape", "r", seen="Ready.* of ")
        camera.take("plan", "ready", "Ready.* of ")
        camera.press("escape", "down", "down", "o", seen="groups for")
        camera.take("plan", "groups", "groups for")
        camera.press("escape", "1", "5", seen="15▏")
        camera.take("plan", "typing", "of 75 min")
        camera.press("k", seen="Parked")
        camera.take("plan", "parked", "Parked")
        camera.press("w", seen="Changed of its agenda")
        camera.take("plan", "changes", "Changed of its agenda")
        camera.press("escape", "E", seen="Run sheet for the facilitator")
        camera.take("plan", "hand-over", "Run sheet for the facilitator")
        camera.press("escape", "tab", seen="all keys")
        camera.press("down", "enter", seen="How many")
        camera.take("plan", "audience", "How many")


def choosing(stage: Stage) -> None:
    """The library as a picker, with its filters, and with words that are nearly right."""
    home = stage.homes.copy(stage.homes.full, "choosing")
    with stage.opened("choosing", home, BEFORE, "plan", PLAN) as camera:
        camera.tui.wait_for("Opening and why")
        camera.press("p", seen="Choose a protocol")
        camera.take("library", "picker", "Choose a protocol")
        camera.press("escape", seen="all keys")
        camera.press("escape", "l", seen=r"\d+ protocols")
        camera.press("p", seen="p foster dialogue")
        camera.take("library", "filter", "p foster dialogue")
        camera.press("c", "/", seen="leave search")
        camera.type("tunning protocl", "Nearest")
        camera.take("library", "nearest", "Nearest")


def authoring(stage: Stage) -> None:
    """A protocol of one's own."""
    home = stage.homes.copy(stage.homes.full, "authoring")
    with stage.opened("authoring", home, BEFORE) as camera:
        camera.press("l", seen=r"\d+ protocols")
        camera.press("e", seen="Which one|enter choose")
        camera.take("protocol", "which", "enter choose")
        camera.press("enter", seen="as shipped|your own")
        camera.take("protocol", "changed", "as shipped|your own")
        camera.press("e", seen="escape done")
        camera.take("protocol", "step", "escape done")


def groups(stage: Stage) -> None:
    """A group that meets again."""
    home = stage.homes.copy(stage.homes.full, "groups")
    with stage.opened("groups", home, BEFORE, "plan", PLAN) as camera:
        camera.press("N", seen="Which group meets again")
        camera.press("enter", seen="escape leave")
        camera.type("Grade 7 team", "Grade 7 team")
        camera.press("enter", seen="Keep of the last plan")
        camera.take("group", "next", "Keep of the last plan")
        camera.press("enter", seen="all keys")
        camera.press("escape", seen="all keys")
        camera.press("escape", seen="Plans|Next session")
        camera.press("g", seen="Open which group")
        camera.press("enter", seen="all keys")
        camera.take("group", "open", "Grade 7 team")

"""The scenes of `make pictures` in which somebody is on their way through a pathway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.demo.going import WAYS
from facilitui.demo.way import Way
from facilitui.demo.writing import write
from facilitui.storage.paths import Home
from tests.picture_camera import Camera, Stage
from tests.picture_states import BEFORE, BEGINS

NOW = BEGINS + timedelta(hours=3)
CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"
NOOR, HILL_AND_LAKE = "Noor Haddad", "Hill and Lake"
"""Whom the demonstration takes through a pathway."""
ANA, MATHS, ENDED = "Ana Ruiz", "Maths teachers of two schools", "A first try"
NEXT = "▶ Next"
MOST = 12
"""Rows to go down before something is missed."""


async def on_their_way(home: Home) -> None:
    """Two ways gone to their ends, one of each pathway just begun, and one that is closed."""
    clock = SimulatedClock(BEGINS)
    wiring = Wiring(home, clock=clock)

    def way() -> Way:
        return Way(wiring, clock, lambda _: None, BEGINS)

    for go in WAYS.values():
        gone = way()
        await go(gone)
    await wiring.pathway_changes.reopen(gone.id)  # the community closes at its end
    closed = await _begun(way(), 120, CLEE, name=ENDED)
    await write(await wiring.pathway_desk.closing(closed), note="Begun too early.")
    await _begun(way(), 2, CORE, name=MATHS, schools="North School\nSouth School")
    await _begun(way(), 1, CLEE, name=ANA)
    wiring.close()


async def _begun(way: Way, days: int, pathway: str, **typed: str) -> str:
    way.at(days)
    await way.enrol(pathway, **typed)
    return way.id


@contextmanager
def _listed(stage: Stage, name: str, theme: str = "") -> Iterator[Camera]:
    """All enrolments, opened from Home."""
    home = stage.homes.copy(stage.homes.once("ways", on_their_way), f"{name}{theme}")
    with stage.opened(f"{name}{theme}", home, NOW, theme=theme) as camera:
        camera.press("P", seen=rf"▌ {ANA}")
        yield camera


@contextmanager
def _board(stage: Stage, name: str, whose: str, theme: str = "") -> Iterator[Camera]:
    """The board of an enrolment, opened from the list."""
    with _listed(stage, f"{name}{theme}", theme) as camera:
        _mark(camera, whose)
        camera.press("enter", seen=NEXT)
        yield camera


def _mark(camera: Camera, told: str) -> None:
    """Go down to the row that tells so."""
    for _ in range(MOST):
        if re.search(rf"▌ *{told}", camera.tui.screen()):
            return
        camera.press("down", seen="▌")
    raise AssertionError(f"no row tells {told}")


def no_pathway(stage: Stage) -> None:
    """The list before there is an enrolment, what can be chosen, and what one asks."""
    with stage.opened("no-pathway", stage.homes.empty("no-pathway"), BEFORE) as camera:
        camera.press("P", seen="You are not enrolled")
        camera.take("pathways", "empty", "You are not enrolled")
        camera.press("n", seen="▌ CLEE part-time")
        camera.take("pathways", "offers", "▌ CLEE part-time")
        camera.press("enter", seen="enrol")
        camera.take("pathways", "asks", "enrol")


def on_the_way(stage: Stage, theme: str = "") -> None:
    """A person's way that was gone to its end: the board, a gate's page."""
    with _board(stage, "on-the-way", NOOR, theme) as camera:
        camera.take("board", "full", NEXT)
        camera.press("escape", seen="Pathways")
        camera.take("pathways", "full", MATHS)
        if theme:
            return
        camera.press("escape", seen="all keys")
        camera.take("home", "pathways", ANA)
        camera.press("P", seen=ANA)
        _mark(camera, NOOR)
        camera.press("enter", seen=NEXT)
        _mark(camera, "[✓◇] +Gate")
        camera.take("board", "gate", "Gate")


def just_begun(stage: Stage) -> None:
    """A person's way that was just begun, and the forms which it is gone by."""
    with _board(stage, "just-begun", ANA) as camera:
        camera.take("board", "empty", NEXT)
        _mark(camera, "○ +Complete the application")
        camera.press("l", seen="ctrl\\+s save")
        camera.take("board", "logging", "ctrl\\+s save")
        camera.press("escape", "s", seen="Looking at student work")
        camera.take("board", "sorting", "Looking at student work")
        camera.press("escape", "m", seen="Enter or correct which phase")
        camera.press("enter", seen="ctrl\\+s save")
        camera.take("board", "entering", "ctrl\\+s save")


def together(stage: Stage, theme: str = "") -> None:
    """A group that has gone through its cycles: board, cycles, who takes part."""
    with _board(stage, "together", HILL_AND_LAKE, theme) as camera:
        camera.take("board", "group", NEXT)
        camera.press("p", seen="Study")
        camera.take("cycles", "full", "Study")
        if not theme:
            camera.press("enter", seen="Plan")
            camera.take("cycles", "cell", "Plan")
            camera.press("escape", seen="Study")
        camera.press("escape", seen=NEXT)
        camera.press("r", seen="Ana Diaz")
        camera.take("roster", "full", "Ana Diaz")
        if not theme:
            camera.press("enter", seen="ctrl\\+s save")
            camera.take("roster", "form", "ctrl\\+s save")


def together_begun(stage: Stage) -> None:
    """A group that has just begun: its cycles and who takes part, with nothing there."""
    with _board(stage, "together-begun", MATHS) as camera:
        camera.press("p", seen="Study")
        camera.take("cycles", "empty", "Study")
        camera.press("escape", seen=NEXT)
        camera.press("r", seen="Nobody|nobody")
        camera.take("roster", "empty", "Nobody|nobody")


PATHWAYS = (no_pathway, just_begun, together_begun)
PATHWAYS_THEMED = (on_the_way, together)

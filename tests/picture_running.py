"""The scenes of `make pictures` in which a session runs, is followed, rehearsed or replayed."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import timedelta

from tests.picture_camera import Camera, Stage
from tests.picture_list import ALL_STATES_IN
from tests.picture_long import BREAK, long_home
from tests.picture_states import BEFORE, BEGINS, PLAN

SAFE = "SAFE TO SHARE"


def before(stage: Stage, theme: str = "") -> None:
    """Live before anybody begins, and what the room is shown then."""
    home = stage.homes.copy(stage.homes.full, f"before{theme}")
    at = BEGINS.replace(minute=26)
    with stage.opened(f"before{theme}", home, at, "run", PLAN, theme=theme) as camera:
        camera.take("live", "before", "Ready to begin")
        camera.press("x", seen=SAFE)
        camera.take("room", "welcome", "we begin")


def live(stage: Stage, theme: str = "") -> None:
    """A session from one of its steps on."""
    with stage.resumed(f"live{theme}", theme) as camera:
        camera.take("live", "running", "Clarifying questions")
        if theme and theme not in ALL_STATES_IN:
            return
        _second_host(stage, theme)
        camera.press("c", seen="Capture, private")
        camera.type("“The task hides the thinking", "hides the thinking")
        camera.take("live", "typing", "Capture, private")
        camera.press("escape", "k", seen="Kept for later")
        camera.take("live", "notes", "Kept for later")
        camera.press("k", "z", seen="● live")
        camera.take("live", "zoomed", "● live")
        camera.press("z", "w", seen="you can wait")
        camera.advance(2)
        camera.take("live", "waiting", "you can wait")
        camera.advance(6)
        camera.take("live", "waited", "you can wait")
        camera.press("w", "space", seen="PAUSED")
        camera.take("live", "paused", "PAUSED")
        camera.press("u", seen="taken back")
        camera.take("live", "taken-back", "taken back")
        camera.advance(34)
        camera.take("live", "soon", "SOON")
        camera.advance(100)
        camera.take("live", "over", "OVER")
        camera.press("r", seen="past the planned end")
        camera.take("live", "recovery", "past the planned end")
        camera.press("escape", "n", seen="DIRECTIONS")
        camera.advance(15)
        camera.take("live", "directions", "DIRECTIONS")
        camera.press("n", seen="SILENT")
        camera.advance(18)
        camera.take("live", "silent", "SILENT")
        camera.press("x", seen=SAFE)
        camera.take("live", "covered", SAFE)


def _second_host(stage: Stage, theme: str) -> None:
    home = stage.homes.running.parent / f"live{theme}"
    name = f"second{theme}"
    with stage.opened(name, home, stage.homes.running_at, theme=theme) as camera:
        camera.tui.wait_for("To finish")
        camera.press("r", seen="read only")
        camera.take("live", "read-only", "read only")


def to_the_end(camera: Camera, *, seen: bool) -> None:
    """Leave no step out; some time is spent on each only where the figures are seen."""
    while not re.search("last step", camera.tui.screen()):
        camera.press("n", seen="● live")
        camera.advance(20 if seen else 0)
    if seen:
        camera.take("live", "last-step-done", "That was the last step")
    camera.press("n", seen="End the session now")
    camera.press("enter", seen="■ ended")
    if seen:
        camera.take("live", "ended", "Ended")


def late(stage: Stage, theme: str = "") -> None:
    """So late in the last step that nothing ahead could give any time."""
    with stage.resumed(f"late{theme}", theme) as camera:
        while not re.search("the end", camera.tui.screen()):
            camera.press("n", seen="● live")
        camera.clock.hold(camera.clock.at + timedelta(minutes=55))
        camera.press("r", seen="past the planned end")
        camera.take("live", "no-recovery", "past the planned end")


def room(stage: Stage, theme: str = "") -> None:
    """What a projector shows while the host goes on."""
    with stage.resumed(f"room{theme}", theme) as host, _room(stage, host, theme) as camera:
        camera.take("room", "running", "Clarifying questions")
        host.advance(160)
        camera.take("room", "overrun", "time")
        host.press("n", "n", seen="SILENT")
        host.advance(30)
        camera.take("room", "silent", "quiet until")
        to_the_end(host, seen=False)
        camera.take("room", "ended", "Thank you")


def _room(stage: Stage, host: Camera, theme: str) -> AbstractContextManager[Camera]:
    name = f"room{theme}"
    home, session = stage.homes.running.parent / name, stage.homes.session
    wanted = ("room", session)
    return stage.opened(f"{name}-view", home, host.clock, *wanted, theme=theme, seen=SAFE)


def long(stage: Stage, theme: str = "") -> None:
    """A session with more in it than there is room for, and its break."""
    home = stage.homes.empty(f"long{theme}")
    plan = long_home(home)
    with stage.opened(f"long{theme}", home, BEGINS, "run", plan, theme=theme) as camera:
        camera.press("n", seen="● live")
        camera.advance(90)
        camera.take("live", "full", "● live")
        camera.press("x", seen=SAFE)
        camera.take("room", "full", SAFE)
        camera.press("x", seen="● live")
        camera.press("n", seen=BREAK)
        camera.advance(70)
        camera.take("live", "break", "back at")
        camera.press("x", seen=SAFE)
        camera.take("room", "break", SAFE)
        camera.press("x", seen="● live")
        camera.advance(600)
        camera.take("live", "break-over", "due back")


def following(stage: Stage, theme: str = "") -> None:
    """A co-facilitator's terminal beside the host's, and the host gone."""
    name, session = f"follow{theme}", stage.homes.session
    with stage.resumed(name, theme) as host:
        home = stage.homes.running.parent / name
        wanted = ("follow", session)
        with stage.opened(f"{name}-view", home, host.clock, *wanted, theme=theme) as camera:
            camera.take("follow", "running", "FOLLOWING")
            host.press("escape", seen="To finish")
            camera.advance(75)
            camera.take("follow", "host-gone", "host gone")


def nobody(stage: Stage, theme: str = "") -> None:
    """A co-facilitator's terminal and a projector that wait for a session."""
    home = stage.homes.empty(f"nobody{theme}")
    with stage.opened(f"nobody{theme}", home, BEFORE, "follow", theme=theme) as camera:
        camera.take("follow", "nothing", "No session is running")
    with stage.opened(f"wall{theme}", home, BEFORE, "room", theme=theme, seen=SAFE) as camera:
        camera.take("room", "nothing", SAFE)


def again(stage: Stage, theme: str = "") -> None:
    """A session that is replayed, and a plan that is rehearsed."""
    home = stage.homes.copy(stage.homes.full, f"again{theme}")
    with stage.opened(f"replay{theme}", home, BEFORE, "replay", theme=theme) as camera:
        camera.press(*["down"] * 8, seen="REPLAY")
        camera.take("replay", "timeline", "REPLAY")
        camera.press("enter", seen="REPLAY")
        camera.take("replay", "looking", "REPLAY")
    with stage.opened(f"rehearsal{theme}", home, BEFORE, "plan", PLAN, theme=theme) as camera:
        camera.press("R", seen="REHEARSAL")
        camera.press("n", "n", "n", seen="Step 1 of")
        camera.take("rehearsal", "running", "REHEARSAL")
        while not re.search("last step", camera.tui.screen()):
            camera.press("n", seen="REHEARSAL")
        camera.press("n", seen="End the rehearsal now")
        camera.press("enter", seen="■ ended")
        camera.take("rehearsal", "ended", "It took")


RUNNING = (before, live, late, room, long, following, nobody, again)

"""What there are pictures of, in which sizes and themes, and what their files are called."""

from __future__ import annotations

from collections.abc import Iterator

SIZES = ((120, 40), (80, 24), (60, 16))
ROOM_SIZES = ((160, 50), (80, 24))
"""Of what the room sees: a projector, and the least that is good."""
THEMED_SIZE = (80, 24)
THEMES = {
    "light": {"TEXTUAL_THEME": "paper-light"},
    "contrast-dark": {"TEXTUAL_THEME": "contrast-dark"},
    "terminal-dark": {"TEXTUAL_THEME": "terminal-dark"},
    "no-color": {"NO_COLOR": "1"},
}
ALL_STATES_IN = frozenset({"light", "no-color"})
"""The themes in which a session is shown in all of its states."""
STATES = {
    "home": ("empty", "full", "problems", "open", "unended", "pathways"),
    "plan": (
        *("empty", "full", "form", "checks", "conflict", "alignment", "ready", "groups"),
        *("changes", "typing", "parked", "hand-over", "audience"),
    ),
    "live": (
        *("before", "running", "typing", "notes", "zoomed", "waiting", "waited", "paused"),
        *("taken-back", "soon", "over", "directions", "silent", "read-only", "covered"),
        *("recovery", "no-recovery", "break", "break-over", "full", "last-step-done", "ended"),
    ),
    "rehearsal": ("running", "ended"),
    "follow": ("nothing", "running", "host-gone"),
    "room": ("nothing", "welcome", "running", "overrun", "silent", "break", "full", "ended"),
    "replay": ("timeline", "looking"),
    "debrief": (
        *("new", "written", "notes", "frames", "pulling", "dated", "half-done", "further-down"),
        *("changed", "sorting", "captures", "with-whom", "door"),
    ),
    "lenses": ("whose", "both"),
    "rubric": ("empty", "moment", "half-done", "done"),
    "evidence": ("which",),
    "observation": ("empty", "form"),
    "feedback": ("empty", "figures", "slips", "columns"),
    "attachments": ("empty", "list", "described", "adding"),
    "report": ("reader", "written"),
    "journal": (
        *("empty", "list", "searching", "nothing-found", "kinds"),
        *("filters", "corrected", "filtered", "changed", "months"),
        *("ten-years", "ten-years-found", "ten-years-months"),
        *("debrief", "lens", "observation", "feedback", "scores", "attachment"),
    ),
    "library": ("protocols", "agendas", "preview", "picker", "filter", "nearest"),
    "protocol": ("which", "changed", "step"),
    "group": ("next", "open"),
    "pathways": ("empty", "full", "offers", "asks"),
    "board": ("empty", "full", "gate", "logging", "sorting", "entering", "group"),
    "cycles": ("empty", "full", "cell"),
    "roster": ("empty", "full", "form"),
    "help": ("home",),
}
OF_A_SESSION = frozenset({"live", "rehearsal", "follow", "room", "replay"})
"""The screens on which a session is seen."""
THEMED = {
    "home": "full",
    "plan": "full",
    "live": "running",
    "debrief": "written",
    "lenses": "both",
    "rubric": "half-done",
    "feedback": "columns",
    "journal": "list",
    "library": "protocols",
    "pathways": "full",
    "board": "full",
    "cycles": "full",
    "roster": "full",
    "help": "home",
}
"""The one state of each screen that is shown in every theme."""


def name_of(screen: str, state: str, size: tuple[int, int], theme: str = "") -> str:
    """The name of a picture's file."""
    return "-".join(part for part in (screen, state, f"{size[0]}x{size[1]}", theme) if part)


def sizes_of(screen: str, state: str, theme: str = "") -> tuple[tuple[int, int], ...]:
    """The sizes in which a state is taken; none in a theme that it is not meant for."""
    if not theme:
        return ROOM_SIZES if screen == "room" else SIZES
    every = screen in OF_A_SESSION and theme in ALL_STATES_IN
    return (THEMED_SIZE,) if every or THEMED.get(screen) == state else ()


def expected() -> Iterator[str]:
    """All pictures there have to be."""
    for screen, states in STATES.items():
        for state in states:
            for theme in ("", *THEMES):
                sizes = sizes_of(screen, state, theme)
                yield from (name_of(screen, state, size, theme) for size in sizes)

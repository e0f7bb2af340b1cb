"""Prompts for the host while a session runs: few, each at its moment, at most one at a time.

Each has one stretch of a session in which it can stand, told from the state alone, so that it
never comes twice. None stands over a silent step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from facilitui.core.sessions.norm_watch import half_time
from facilitui.core.sessions.session import PartRun, SessionState, Wait
from facilitui.core.sessions.timing import SHORT_STEP, Pace, pace
from facilitui.core.vocabulary import Who

OPENING_SECONDS = 120.0
"""For so long the purpose is still worth beginning with."""
LONG_WAIT = 20.0
"""A silence of at least so many seconds, and of twice its target, was long."""
ASKING_SECONDS = 180.0
"""For so long it is suggested to ask what people need."""


@dataclass(frozen=True, slots=True)
class LivePrompt:
    """One thing to be reminded of."""

    id: str
    words: str
    """As short as one line beside an agenda."""
    holds: Callable[[SessionState, PartRun, float], bool]
    """Whether this is its moment."""


def prompt_now(
    state: SessionState, elapsed: float, hushed: Collection[str] = ()
) -> LivePrompt | None:
    """What the host is reminded of at a moment; `hushed` are those never to be shown again."""
    run = state.now
    if not state.running or run is None or run.part.silent:
        return None
    quiet = state.dismissed.union(hushed)
    found = (each for each in PROMPTS if each.id not in quiet and each.holds(state, run, elapsed))
    return next(found, None)


def _start_with_why(state: SessionState, run: PartRun, elapsed: float) -> bool:
    """The first part has no words of its own, and the plan has a purpose."""
    early = state.current == 0 and elapsed < OPENING_SECONDS
    return early and bool(state.started.purpose.strip()) and not run.part.say.strip()


def _use_the_chat(state: SessionState, run: PartRun, elapsed: float) -> bool:
    """Some are elsewhere, and the session's first wait after a question was opened here."""
    if not (state.started.mode.has_link and run.part.question):
        return False
    asking = {each.part.id for each in state.runs if each.part.question}
    first = next((wait for wait in _all_waits(state) if wait.part in asking), None)
    return first is not None and first.part == run.part.id


def _slow_down(state: SessionState, run: PartRun, elapsed: float) -> bool:
    """The facilitator talks past the time of a step long enough for points, for the first time."""
    if not _is_talk(run) or pace(run, elapsed) is not Pace.OVER:
        return False
    others = (each for each in state.runs if each.part.id != run.part.id)
    return not any(_is_talk(each) and each.ran > each.minutes * 60 for each in others)


def _is_talk(run: PartRun) -> bool:
    """Whether the facilitator speaks in it for longer than it takes to say what to do."""
    return run.part.who is Who.FACILITATOR and run.minutes * 60 >= SHORT_STEP


def _ask_what_they_need(state: SessionState, run: PartRun, elapsed: float) -> bool:
    """A long silence is just over, or half the time; whichever comes first."""
    long_ones = (wait.began + (wait.seconds or 0) for wait in state.waits if _was_long(wait))
    moment = min([*long_ones, half_time(state)])
    return moment <= elapsed < moment + ASKING_SECONDS


def _was_long(wait: Wait) -> bool:
    enough = max(LONG_WAIT, 2 * wait.target_seconds)
    return not wait.dropped and (wait.seconds or 0) >= enough


def _all_waits(state: SessionState) -> tuple[Wait, ...]:
    return (*state.waits, state.wait) if state.wait is not None else state.waits


PROMPTS = (
    LivePrompt("start_with_why", "Start with why: the purpose.", _start_with_why),
    LivePrompt("use_the_chat", "Use the chat; read it aloud.", _use_the_chat),
    LivePrompt("slow_down", "Slow down; one more point.", _slow_down),
    LivePrompt("ask_what_they_need", "Ask them what they need now.", _ask_what_they_need),
)
"""The first whose moment it is goes before the others."""

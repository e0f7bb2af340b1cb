"""What the form of a phase tells of a day: what is not met before it, and what stands otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.pathways.going_back import stands_otherwise
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line

LATER = (
    "What is dated after this day counts for the new phase alone; a later day leaves it to the "
    "one before."
)
BACK = "What was stated and held since counts for it then; so these stand otherwise:"
LEFT = "What is dated after this day is not of the phase before; so these stand otherwise in that:"


def lacking_lines(lacks: tuple[str, ...], *, by_day: bool) -> tuple[str, ...]:
    """What is not met before it, one a line; whether a later day would leave some of it met."""
    if not lacks:
        return ()
    later = ("", LATER) if by_day else ()
    return (*_listed("Before it these are not met:", lacks), *later)


def back_lines(now: PathwayProgress, then: PathwayProgress, phase: str) -> tuple[str, ...]:
    """What stands otherwise in a phase that is gone back into, one a line."""
    return _listed(BACK, [*stands_otherwise(now, then, phase)])


def left_lines(
    now: PathwayProgress, then: PathwayProgress, lacks: tuple[str, ...]
) -> tuple[str, ...]:
    """The same of the phase that is left, without what is told as not met before the new one."""
    return _listed(LEFT, [*stands_otherwise(now, then, then.enrolment.phase, lacks)])


def _listed(above: str, told: Sequence[str]) -> tuple[str, ...]:
    return ("", above, *(f"· {line(each)}" for each in told)) if told else ()

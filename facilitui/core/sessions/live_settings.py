"""What a person has set for running sessions, read from whatever their settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitui.core.sessions.recovery import LATE_MINUTES
from facilitui.core.told import figure

LATE = "late_minutes"
HUSHED = "hushed_prompts"
"""A list of prompts' names; a name that is taken out of it is shown again."""
MOST_LATE = 60
_LATE_WRONG = (
    f"{LATE} in config.toml is a number from 0 to {MOST_LATE}; {figure(LATE_MINUTES)} is used."
)
_HUSHED_WRONG = f"{HUSHED} in config.toml is a list of names; what else is there is ignored."


@dataclass(frozen=True, slots=True)
class LiveSettings:
    """What Live goes by."""

    late_minutes: float = LATE_MINUTES
    """From how many minutes past the planned end that is marked."""
    hushed: frozenset[str] = frozenset()
    """Prompts that are never shown."""
    problem: str = ""
    """What cannot be used of the settings, in words."""


UNSET = LiveSettings()
"""Where nothing was set."""


def live_settings(told: Mapping[str, object]) -> LiveSettings:
    """The settings of Live, each that cannot be used replaced by its default."""
    minutes, hushed = _minutes(told.get(LATE, LATE_MINUTES)), told.get(HUSHED, [])
    names = [each for each in hushed if isinstance(each, str)] if isinstance(hushed, list) else []
    wrong = ((minutes is None, _LATE_WRONG), (names != hushed, _HUSHED_WRONG))
    return LiveSettings(
        LATE_MINUTES if minutes is None else minutes,
        frozenset(names),
        " ".join(words for there, words in wrong if there),
    )


def _minutes(told: object) -> float | None:
    """A number of minutes that can be gone by; True and False are none."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    return float(told) if 0 <= told <= MOST_LATE else None

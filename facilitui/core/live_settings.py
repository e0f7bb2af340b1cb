"""What a person has set for running sessions, read from whatever their settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitui.core.recovery import LATE_MINUTES
from facilitui.core.told import figure

LATE = "late_minutes"
HUSHED = "hushed_prompts"
"""A list of prompts' names; a name that is taken out of it is shown again."""
MOST_LATE = 60


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
    minutes, hushed = told.get(LATE, LATE_MINUTES), _names(told.get(HUSHED))
    if isinstance(minutes, bool):
        minutes = None
    if isinstance(minutes, int | float) and 0 <= minutes <= MOST_LATE:
        return LiveSettings(float(minutes), hushed)
    return LiveSettings(
        hushed=hushed,
        problem=f"{LATE} in config.toml is a number from 0 to {MOST_LATE}; "
        f"{figure(LATE_MINUTES)} is used.",
    )


def _names(told: object) -> frozenset[str]:
    listed = told if isinstance(told, list) else []
    return frozenset(each for each in listed if isinstance(each, str))

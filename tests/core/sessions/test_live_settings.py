"""What is set for running sessions: used where it can be, else told and replaced."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from facilitui.core.sessions.live_settings import UNSET, live_settings
from facilitui.core.sessions.recovery import LATE_MINUTES
from tests.core.strategies import json_values


@pytest.mark.parametrize("minutes", [0, 1, 2.5, 60])
def test_minutes_are_used_as_they_are_set(minutes: float) -> None:
    """From none at all to an hour."""
    assert live_settings({"late_minutes": minutes}).late_minutes == minutes
    assert live_settings({"late_minutes": minutes}).problem == ""


@pytest.mark.parametrize(
    "wrong", [-1, 61, "5", True, [], {}, date(2026, 1, 1), float("nan"), float("inf"), 10**400]
)
def test_what_is_no_such_number_is_told(wrong: Any) -> None:
    """By its name, with what may stand there and what is used."""
    found = live_settings({"late_minutes": wrong})
    assert found.late_minutes == LATE_MINUTES
    assert found.problem == "late_minutes in config.toml is a number from 0 to 60; 3 is used."


def test_nothing_set_is_no_problem() -> None:
    """Nor is what belongs to others."""
    assert live_settings({}) == live_settings({"theme": "x"}) == UNSET


@given(json_values)
def test_anything_at_all_can_stand_there(told: Any) -> None:
    """The result can always be gone by."""
    assert 0 <= live_settings({"late_minutes": told}).late_minutes <= 60

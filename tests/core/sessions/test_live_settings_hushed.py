"""Prompts that were hushed for good are read from whatever the settings say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions.live_settings import HUSHED, LATE, live_settings
from tests.core.strategies import json_values, texts


@given(json_values, json_values)
def test_any_settings_are_read(hushed: object, late: object) -> None:
    """Only names in a list count; what else is there is told, and changes nothing of it."""
    wanted = {each for each in hushed if isinstance(each, str)} if isinstance(hushed, list) else ()
    found = live_settings({HUSHED: hushed, LATE: late})
    assert found.hushed == frozenset(wanted)
    listed = isinstance(hushed, list) and all(isinstance(each, str) for each in hushed)
    assert (HUSHED in found.problem) is not listed


@given(st.lists(texts, max_size=3))
def test_they_are_kept_beside_any_other_setting(names: list[str]) -> None:
    """A number of minutes that can be used and a list of names do not get in each other's way."""
    found = live_settings({HUSHED: names, LATE: 5})
    assert found.hushed == frozenset(names) and found.late_minutes == 5 and not found.problem

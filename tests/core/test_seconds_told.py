"""Lengths to the second: a half is told as one more, and nobody adds up to anything else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.seconds_told import (
    against_plan,
    lasted,
    longer,
    nearest_second,
    run_to_second,
    signed_run,
)
from facilitui.core.told import offset, to_the_second
from facilitui.reports.parts import turn
from tests.core.making import START

eighths = st.integers(0, 8 * 600)
"""Of a minute: every odd number of them ends in half a second, and no binary fraction is off."""


@given(eighths)
def test_half_a_second_is_one_more_wherever_it_is_told(eighth: int) -> None:
    """Of an even second as of an odd one."""
    seconds = (15 * eighth + 1) // 2
    clock = f"{seconds // 60}:{seconds % 60:02}"
    assert to_the_second(eighth / 8) == clock
    assert turn(eighth / 8).removesuffix(" min") in {clock, clock.removesuffix(":00")}
    assert nearest_second(eighth / 8) == seconds / 60
    told = {clock, clock.removesuffix(":00"), f"{seconds} s"}
    assert run_to_second(eighth / 8) in told
    whole, rest = divmod(seconds, 60)
    words = [*[f"{whole} min"] * bool(whole), *[f"{rest} s"] * bool(rest)]
    assert lasted(eighth / 8) == (" ".join(words) or "0 min")
    assert longer(eighth / 8) in {f"{lasted(eighth / 8)} longer", "as planned"}
    half = timedelta(seconds=eighth + 0.5)
    assert offset(START, START + half) == offset(START, START + timedelta(seconds=eighth + 1))


@given(st.floats(-1e4, 1e4))
def test_what_ran_shorter_is_told_as_far_as_what_ran_longer(minutes: float) -> None:
    """By the same figure, and none where there is no difference to the second."""
    assert longer(-minutes) == longer(minutes).replace(
        *("longer", "shorter") if "longer" in longer(minutes) else ("shorter", "longer")
    )
    assert signed_run(minutes).lstrip("+\N{MINUS SIGN}") == run_to_second(abs(minutes))
    assert (signed_run(minutes) == "0") is (longer(minutes) == "as planned")
    assert against_plan(minutes).lstrip("+\N{MINUS SIGN}") == longer(abs(minutes)).removesuffix(
        " longer"
    )


@pytest.mark.parametrize(
    ("minutes", "told", "short", "column"),
    [
        (0, "as planned", "as planned", "0"),
        (0.008, "as planned", "as planned", "0"),
        (0.75, "45 s longer", "+45 s", "+45 s"),
        (-1, "1 min shorter", "\N{MINUS SIGN}1 min", "\N{MINUS SIGN}1"),
        (12.75, "12 min 45 s longer", "+12 min 45 s", "+12:45"),
        (59.999, "60 min longer", "+60 min", "+60"),
    ],
)
def test_how_much_longer_is_told(minutes: float, told: str, short: str, column: str) -> None:
    """In a sentence, where there is little room, and in a column of minutes."""
    assert (longer(minutes), against_plan(minutes)) == (told, short)
    assert signed_run(minutes) == column

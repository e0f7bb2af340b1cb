"""How the demonstration's sessions go: each another way, and the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.demo.course import ALONE, Course, course


def of(count: int) -> list[Course]:
    """How so many sessions go."""
    return [course(number, count) for number in range(count)]


def test_one_session_goes_as_it_always_did() -> None:
    """Nobody is counted, heard, scored or observed in it."""
    assert of(1) == [ALONE] and not (ALONE.here or ALONE.heard or ALONE.scored or ALONE.observed)


@given(st.integers(2, 24))
def test_several_sessions_go_as_sessions_do(count: int) -> None:
    """Levels are on the scale, nobody is heard who is not there; every second one is observed."""
    for number, each in enumerate(of(count)):
        assert each == course(number, count)
        assert all(1 <= level <= 4 for level in (*each.scored.values(), *each.observed.values()))
        assert each.here is not None and each.heard <= each.here
        assert bool(each.observed) == bool(number % 2)
        assert each.begins_late >= 0 and each.runs_over > 0


@pytest.mark.parametrize("count", [6, 12, 24])
def test_they_differ_in_all_that_trends_tell(count: int) -> None:
    """Starts, waits, overruns, scores, judgements and who was heard; voices not always counted."""
    every = of(count)
    for figure in ("begins_late", "runs_over", "waits", "here", "heard", "verdict"):
        assert len({getattr(each, figure) for each in every}) > 2, figure
    assert len({tuple(each.scored.items()) for each in every}) > 2
    assert not all(each.heard for each in every)
    assert {each.verdict for each in every} == {*Verdict}

"""Protocols: steps in order, within their limits, with cycles that hold together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.library.protocol import Cycle
from facilitui.core.vocabulary import Per, Provenance, Silence
from tests.core.making import final_word, protocol, step, tuning

A = Cycle(id="A", times=4, per=Per.PARTICIPANT)
minutes = st.floats(0.25, 240)


@given(minutes, minutes, minutes)
def test_shortest_usual_and_longest_grow(least: float, ideal: float, most: float) -> None:
    """A step whose minutes do not grow from min to max is refused."""
    if least <= ideal <= most:
        assert step("s", least, ideal, most).ideal == ideal
    else:
        with pytest.raises(ValidationError, match="must grow"):
            step("s", least, ideal, most)


@pytest.mark.parametrize("silence", list(Silence))
@pytest.mark.parametrize("debrief", [True, False])
def test_silence_and_debriefs_are_protected(silence: Silence, debrief: bool) -> None:
    """A step in which nobody speaks, and the debrief; a presenter who listens is neither."""
    made = step("s", 1, 2, 3, silence=silence, debrief=debrief)
    assert made.protected == (debrief or silence is Silence.ALL)


def test_a_cycle_hangs_together() -> None:
    """Its steps follow one another, and each letter is described."""
    one, two = step("a", 1, 2, 3, cycle="A"), step("b", 1, 2, 3, cycle="A")
    assert protocol(one, two, cycles=[A]).cycle_of(one) is not None
    with pytest.raises(ValidationError, match="must follow one another"):
        protocol(one, step("x", 1, 2, 3), two, cycles=[A])
    with pytest.raises(ValidationError, match="cycle A is used by a step but not described"):
        protocol(one)
    with pytest.raises(ValidationError, match="two steps have the id a"):
        protocol(one, one, cycles=[A])


def test_a_step_outside_cycles_has_none() -> None:
    """And the short name is the full one where none was given."""
    word = final_word()
    assert word.cycle_of(word.steps[0]) is None
    assert word.steps[0].short_name == "mark"
    assert step("s", 1, 2, 3, short="x").short_name == "x"


def test_only_minutes_from_a_source_are_called_usual() -> None:
    """All others are suggestions (facts §1.1)."""
    assert final_word().provenance.minutes_word == "usual"
    assert tuning().provenance.minutes_word == "suggested"
    assert [each.minutes_word for each in Provenance].count("usual") == 1

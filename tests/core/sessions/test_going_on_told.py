"""What going on with a session that lay open means, as it is told before it is chosen."""

from __future__ import annotations

import pytest

from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.core.sessions.left_open import going_on_told
from tests.core.sessions.test_left_open import begun


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([(300, "m")], "its clock has run on, 30 min into step 1"),
        ([(300, "p")], "it is still paused, 5 min into step 1"),
        ([(300, "n")], "it goes on in the directions of step 2"),
        ([(300, "n"), (10, "n"), (60, "p")], "it is still paused, 60 s into step 2"),
    ],
)
def test_what_going_on_means_is_told_as_it_is(keys: list[tuple[int, str]], told: str) -> None:
    """A paused clock did not run, and the time since is a gap all the same."""
    script = begun(keys).wait(1500)
    gap = "; the 25 min since count as a gap until you decide"
    assert going_on_told(script.state, None, script.reading) == told + gap


def test_what_was_left_a_moment_ago_has_no_gap() -> None:
    """Nothing is told that going on would not mark; nor is a step where none runs."""
    script = begun([(300, "m")]).wait(GAP_SECONDS - 5)
    assert going_on_told(script.state, None, script.reading) == (
        "its clock has run on, 5 min into step 1"
    )
    for _ in range(5):
        script.press(moves.forward)
    assert script.state.now is None
    assert going_on_told(script.state, None, script.reading) == "no step of it is running"

"""What was missed of a running session is known until it is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.core.sessions.unwatched import Unwatched

steps = st.lists(st.tuples(st.floats(0, 4 * GAP_SECONDS), st.booleans()), min_size=1)


@given(steps)
def test_only_long_stretches_of_a_live_session_are_missed(steps: list[tuple[float, bool]]) -> None:
    """However often it is looked; the first look misses nothing."""
    unwatched, elapsed, missed = Unwatched(), 0.0, 0.0
    for at, (passed, live) in enumerate(steps):
        before, elapsed = elapsed, elapsed + passed
        unwatched.look(elapsed, live=live)
        gap = elapsed - before
        missed += gap if at and live and gap > GAP_SECONDS else 0
        assert unwatched.seconds == missed
    unwatched.marked()
    unwatched.look(elapsed, live=True)
    assert unwatched.seconds == 0

"""Two machines carry their journals to and fro, and purge on either, at great length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.storage.exchanges import Step, exchange, steps


@pytest.mark.torture
@pytest.mark.timeout(1800)
@settings(max_examples=500, deadline=None)
@given(steps)
def test_five_hundred_exchanges_hold_and_bring_nothing_back(done: list[Step]) -> None:
    """As the short one, only longer."""
    exchange(done)

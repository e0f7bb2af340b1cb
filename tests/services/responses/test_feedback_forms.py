"""How many came is a number of people, or is not told."""

from __future__ import annotations

import pytest

from facilitui.services.responses.feedback_forms import MOST_CAME, read_count


def test_how_many_came_is_read() -> None:
    """Nothing typed is nobody's count, never 0."""
    assert [read_count(typed) for typed in ("", "  ", " 12 ", "0")] == [None, None, 12, 0]
    assert read_count("100000") == MOST_CAME


@pytest.mark.parametrize("typed", ["100001", "9" * 5000, "-1", "1.5", "\u0663", "x"])
def test_what_is_no_count_is_said(typed: str) -> None:
    """And what would be one."""
    with pytest.raises(ValueError, match="a whole number up to 100,000, or nothing"):
        read_count(typed)

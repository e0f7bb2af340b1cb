"""One name for an entry, wherever it is told: another one than all others have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.entry_named import all_named
from facilitui.core.journals.journal_rows import row_of
from facilitui.core.privacy.purging import blanked
from tests.core.documents import document

LOCAL = local_by(lambda name: ZoneInfo(name) if name else UTC)
EVENING: dict[str, Any] = {"held_at": "2026-11-26T03:30:00+00:00", "zone": "America/Toronto"}
"""A session in the evening, on whose end it was the next day elsewhere."""


def test_a_name_bears_the_day_that_the_list_shows() -> None:
    """That of the place where the session was held."""
    held = document("debrief-s", title="Tuning", **EVENING)
    when = row_of(held, LOCAL, None).when
    assert when == datetime(2026, 11, 25, 22, 30, tzinfo=ZoneInfo("America/Toronto"))
    assert all_named([held], LOCAL) == {"debrief-s": "debrief of Wed 25 Nov 2026, “Tuning”"}


def test_what_was_withdrawn_is_called_what_it_was_and_what_was_purged_by_what_is_left() -> None:
    """Of a withdrawal its day in that zone is not known any more, so the revision before names."""
    held = document("debrief-s", title="Tuning", **EVENING)
    gone = document("debrief-s", "withdrawal", held, was="debrief", title="Tuning", reason="wrong")
    assert all_named([held, gone], LOCAL) == all_named([held], LOCAL)
    left = {"debrief-s": "purged debrief, saved Wed 25 Nov 2026"}
    assert all_named([blanked(held)], LOCAL) == left
    assert all_named([held, blanked(gone)], LOCAL) == all_named([held], LOCAL)


@given(st.lists(st.sampled_from(["Tuning", "", "Wait", "[x]"]), max_size=6), st.randoms())
def test_no_two_entries_are_called_the_same(titles: list[str], chance: Any) -> None:
    """And each is called the same, in whatever order they are read."""
    every = [document(f"debrief-{n}", title=title, **EVENING) for n, title in enumerate(titles)]
    names = all_named(every, LOCAL)
    assert len(set(names.values())) == len(names) == len(titles)
    chance.shuffle(every)
    assert all_named(every, LOCAL) == names

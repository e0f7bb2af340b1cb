"""What a search in a review finds, as the journal's own search does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from facilitui.core.sessions.noted import Noted
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.reviews.review_search import sought
from tests.services.fakes import MovableClock
from tests.services.journals.test_searching import BEGUN, Digested, Months, digest
from tests.services.memory_files import MemoryDrafts


async def test_what_a_debrief_is_found_by_in_its_run_is_found_at_once() -> None:
    """Also where another entry says the word itself, and is found before any run was read."""
    journal = Months()
    journal.write("said", BEGUN, learned="the tuning went well")
    journal.write("ran", BEGUN + timedelta(days=7))
    captured = (Noted("tuning it took long", "captured", 0.0),)
    runs = Digested(replace(digest("ran", "Tuning"), noted=captured))
    reviewing = Reviewing(journal, MovableClock(), MemoryDrafts(), runs)
    assert (await sought(reviewing, "tuning")).ids == {"said", "ran"}

"""A journal's documents by entry."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal import Document, latest
from facilitui.services.journals.entry_documents import EntryDocuments
from tests.services.fakes import MemoryJournal

REVISIONS = st.fixed_dictionaries(
    {
        "id": st.sampled_from("ab"),
        "rev": st.integers(1, 3),
        "made_at": st.sampled_from(("", "2026-11-25T16:00:00+00:00", "2026-11-25T16:30:00+01:00")),
        "hash": st.sampled_from(("a", "b", 7)),
        "body": st.just("{}"),
    }
)


@given(st.lists(REVISIONS))
async def test_the_last_revision_of_each_entry_stands_for_it(revisions: list[Any]) -> None:
    """On two machines too that go on with one entry, whoever sealed what."""
    journal = MemoryJournal()
    journal.documents = revisions
    found = await EntryDocuments(journal).all()
    stands: dict[str, Document] = latest(revisions)
    assert list(found.newest) == list(stands)
    for entry, document in stands.items():
        assert found.newest[entry] is document and found.of(entry)[-1] is document
        assert len(found.of(entry)) == sum(each["id"] == entry for each in revisions)

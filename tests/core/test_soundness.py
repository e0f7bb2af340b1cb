"""Blanked without a purge is damage; purged is not."""

from __future__ import annotations

import pytest

from facilitui.core.journal import verify
from facilitui.core.journal_faults import Fault
from facilitui.core.purging import blanked
from facilitui.core.soundness import logs_untold, with_untold
from tests.core.documents import document


@pytest.mark.parametrize("entries", [["a"], ["b"], [], None, "a"])
def test_what_is_blank_was_purged_only_where_a_purge_names_it(entries: object) -> None:
    """Whatever else stands in the record's place."""
    rows = [("m#1", blanked(document("a"))), ("m#2", document("p", "purge", entries=entries))]
    (found,) = (
        each for each in with_untold(verify(rows), (d for _, d in rows)) if each.entry_id == "a"
    )
    assert found.fault is (Fault.BLANKED if entries == ["a"] else Fault.UNTOLD)
    assert found.broken is (entries != ["a"])


def test_a_log_that_was_blanked_is_named_with_how_much() -> None:
    """Unless a purge names its session."""
    record = document("p", "purge", sessions=["s1"])
    (found,) = logs_untold({"s1": 4, "s2": 1}, [record])
    assert found.file == "sessions/s2/events.jsonl" and "what 1 event of it said" in found.reason

"""Blanked without a purge is damage; purged is not."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.backups.soundness import Soundness, conflicts_once, logs_untold, with_untold
from facilitui.core.errors import Problem
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.entry_named import all_named
from facilitui.core.journals.findings_about import about_found, leads_found
from facilitui.core.journals.journal import verify
from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.core.privacy.purging import blanked
from tests.core.documents import document


@pytest.mark.parametrize("entries", [["a"], ["b"], [], None, "a"])
def test_what_is_blank_was_purged_only_where_a_purge_names_it(entries: object) -> None:
    """Whatever else stands in the record's place."""
    rows = [("m#1", blanked(document("a"))), ("m#2", document("p", "purge", entries=entries))]
    (found,) = (each for each in with_untold(verify(rows), rows) if each.entry_id == "a")
    assert found.fault is (Fault.BLANKED if entries == ["a"] else Fault.UNTOLD)
    assert found.broken is (entries != ["a"])


def test_what_does_not_hold_is_called_as_everywhere_else() -> None:
    """By the day that clocks had where it was held, and so is the session of a broken log."""
    zone, held_at = "America/Los_Angeles", "2026-11-26T03:00:00Z"
    own = document("debrief-s1", title="Data talk", session="s1", held_at=held_at, zone=zone)
    local = local_by(lambda name: ZoneInfo(name or "UTC"))
    log = Problem("sessions/s1/events.jsonl", 1, 1, "is broken")
    rows = [("m#1", {**own, "body": own["body"].replace("talk", "walk")})]
    assert about_found(verify(rows), [log], [own, document("b")], local) == {
        "debrief-s1": all_named([own], local)["debrief-s1"],
        log.file: "the session of Wed 25 Nov 2026, “Data talk”",
    }


def test_a_file_leads_to_the_entry_that_rests_on_it() -> None:
    """A log to the debrief of its session, a copy to its own entry; and it has its day."""
    held: Any = {"session": "s1", "title": "Data talk", "held_at": "2026-11-26T03:00:00Z"}
    copy = document("attachment-1", "attachment", session="s1", title="Data talk", file_hash="ab")
    every = [document("scores-s1", "scores", **held), document("debrief-s1", **held), copy]
    log, file = (
        Problem.of_all(each, "gone") for each in ("sessions/s1/events.jsonl", "attachments/ab")
    )
    leads = leads_found([log, file], every)
    assert leads == {log.file: "debrief-s1", file.file: "attachment-1"}
    assert Soundness(3, (), (log, file), leads=leads).entries == ("debrief-s1", "attachment-1")
    about = about_found((), [file], every, local_by(lambda name: ZoneInfo("UTC")))
    assert about == {file.file: "the session of Thu 26 Nov 2026, “Data talk”"}


def test_a_log_that_was_blanked_is_named_with_how_much() -> None:
    """Unless a purge names its session."""
    record = document("p", "purge", sessions=["s1"])
    (found,) = logs_untold({"s1": 4, "s2": 1}, [record])
    assert found.file == "sessions/s2/events.jsonl" and "what 1 event of it said" in found.reason


def test_of_very_many_conflicting_revisions_some_places_are_named() -> None:
    """The others are counted: it is one line."""
    found = [Finding(f"m#{n}", "e", Fault.RIVAL) for n in range(9)]
    (one,) = conflicts_once(found)
    assert one.place == "m#0, m#1, m#2, m#3, m#4 and 4 more"
    assert [each.place for each in conflicts_once(found[:5])] == ["m#0, m#1, m#2, m#3, m#4"]

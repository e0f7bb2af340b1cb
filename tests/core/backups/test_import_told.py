"""What is said of an import: counts, conflicts, what can go, what is still to be settled."""

from __future__ import annotations

from facilitui.core.backups.import_changes import OwnChanged
from facilitui.core.backups.import_told import (
    can_go,
    changing,
    conflicting,
    counted,
    preview_lines,
    settled,
    told_of_spent,
)
from facilitui.core.errors import Problem
from facilitui.core.journals.journal_ports import Imported, SpentMonth

BAD = Problem("x.jsonl", 3, 1, "is not JSON")


def test_counts_are_told_before_and_after() -> None:
    """With the entries that conflict, however many there are."""
    came = Imported(12, 4, (BAD,), ("a", "b"))
    assert counted(came) == "12 taken, 4 known already, 1 refused"
    assert counted(came, preview=True) == "12 new, 4 known already, 1 refused"
    two = "2 entries have conflicting revisions; settle in Journal which holds"
    assert conflicting(came) == two
    assert conflicting(Imported(1, 0, ())) == ""
    assert [each.partition(" ")[0] for each in preview_lines(came)] == ["12", "2", "It"]


def test_what_becomes_of_ones_own_entries_is_told() -> None:
    """Some of them by name, the others counted; nothing where nothing becomes of any."""
    own = OwnChanged(tuple(f"debrief {n}" for n in range(7)), ("debrief x",))
    told = changing(Imported(9, 0, (), (), own), preview=True)
    assert told.startswith("changes 7 entries of yours: debrief 0, debrief 1,")
    assert told.endswith("and 2 more; withdraws 1 entry of yours: debrief x")
    assert changing(Imported(9, 0, ())) == ""


def test_nothing_to_take_is_said_to_be_nothing() -> None:
    """Because all of it is here, or because nothing of it can be read."""
    assert list(preview_lines(Imported(0, 4, ())))[-1].startswith("All of it is here already")
    assert list(preview_lines(Imported(0, 0, (BAD,))))[-1] == "There is nothing to take."


def test_a_file_can_go_once_all_of_it_is_here() -> None:
    """And where a part could not be read, that is the one thing to think of before."""
    assert can_go(SpentMonth("m.json", 3, ())).endswith("the file can be removed")
    torn = can_go(SpentMonth("m.json", 1, (BAD,)))
    assert "has 1 document of journal/m.json now" in torn and "all that is left" in torn
    assert "still says what was purged here" in can_go(SpentMonth("m.json", 1, (BAD,), True))


def test_a_file_that_is_not_needed_is_told_by_one_advice() -> None:
    """What verifying says of it is what the import said; of any other file as before."""
    torn = Problem("journal/m.json", 1, 1, "is torn; import it")
    other = Problem("journal/n.json", 1, 1, "is torn; import it")
    spent = SpentMonth("m.json", 1, (BAD,), True)
    (first, second) = told_of_spent((torn, other), (spent,))
    assert (first.file, first.reason) == (torn.file, can_go(spent)) and second == other


def test_what_is_still_to_be_settled_is_told_with_its_key() -> None:
    """Of the entry first, then of others."""
    assert settled(3, 0, 0).endswith("a revision before it.")
    assert settled(3, 1, 5).endswith("1 revision still stands beside it: c shows the next.")
    assert settled(3, 0, 2).endswith("2 more entries have conflicting revisions: c shows the next.")


def test_names_that_may_come_back_are_told_and_what_stays_clean_is() -> None:
    """Each by what it is: an entry that was purged, and one that was cleaned of names."""
    came = Imported(1, 2, (), blank=("roster-a",), cleaned=("log-a",), named_again=("log-a",))
    told = "\n".join(preview_lines(came))
    assert "1 entry was purged here, and what the file still says of that is not taken: r" in told
    assert "names were taken out of 1 entry here, and what the file still says with them" in told
    assert (
        "log-a was cleaned of names here; this revision of it was made elsewhere from what stood "
        "before, and may hold the names again: settle it" in told
    )
    assert "cleaned" not in "\n".join(preview_lines(Imported(1, 2, (), blank=("roster-a",))))

"""Revisions that stand side by side: which of them there are, which one stands, how they settle."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.backups.soundness import conflicts_once
from facilitui.core.journals.journal import latest, make_document, verify
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.rivals import conflicts, order, rivals, tips
from facilitui.core.sealing import GENESIS, Seal, check
from tests.core.making import START

Revision = dict[str, Any]


def revision(
    text: str, last: Revision | None = None, joins: tuple[str, ...] = (), minutes: int = 0
) -> Revision:
    """A revision of the one entry."""
    return make_document(
        entry_id="e",
        kind="debrief",
        body={"learned": text},
        made_at=START + timedelta(minutes=minutes),
        salt=f"{minutes:032x}",
        last=last,
        after=GENESIS,
        joins=joins,
    )


def said(found: tuple[Any, ...]) -> list[str]:
    """What revisions say, as their bodies tell it."""
    return [each["body"] for each in found]


FIRST = revision("first")
MINE, THEIRS = revision("mine", FIRST, minutes=1), revision("theirs", FIRST, minutes=2)


def test_two_machines_that_go_on_with_one_revision_make_rivals() -> None:
    """The later one stands for the entry; a chain alone has none."""
    assert rivals([FIRST, MINE]) == ()
    assert conflicts([FIRST, MINE, THEIRS]) == {"e": (THEIRS, MINE)}
    assert latest([FIRST, THEIRS, MINE])["e"] is THEIRS
    once_more = revision("mine again", MINE, minutes=1)
    assert conflicts([FIRST, MINE, THEIRS, once_more]) == {"e": (once_more, THEIRS)}


def test_an_entry_begun_twice_has_rivals_too() -> None:
    """Such as one that was made under the same name on both."""
    one, other = revision("one", minutes=1), revision("other", minutes=2)
    assert rivals([one, other]) == (other, one)


def test_a_revision_over_both_settles_them() -> None:
    """And is sealed with what it goes over: without that they are rivals again, and it shows."""
    over = revision("both", THEIRS, (MINE["hash"],), minutes=3)
    documents = [FIRST, MINE, THEIRS, over]
    assert check(over) is Seal.WHOLE and conflicts(documents) == {}
    assert tips(documents) == (over,)
    cut = {key: value for key, value in over.items() if key != "joins"}
    found = verify((str(n), each) for n, each in enumerate([FIRST, MINE, THEIRS, cut]))
    assert (found[-1].fault, conflicts([FIRST, MINE, THEIRS, cut])) == (
        Fault.RIVAL,
        {"e": (cut, MINE)},
    )
    assert Fault.ALTERED in {each.fault for each in found}


def test_verifying_tells_rivals_and_calls_them_no_damage() -> None:
    """Each of them, until they are settled; what a settling one went over must be there."""
    chained = [FIRST, MINE, THEIRS]
    places = [(str(n), each) for n, each in enumerate(chained)]
    told = [each for each in verify(places) if each.fault is Fault.RIVAL]
    assert [each.place for each in told] == ["1", "2"] and not any(each.broken for each in told)
    over = revision("both", THEIRS, (MINE["hash"],), minutes=3)
    assert not any(each.fault is Fault.RIVAL for each in verify([*places, ("3", over)]))
    (once,) = conflicts_once(told)  # for somebody who reads it, one conflict is one thing
    assert once.place == "1, 2" and once.fault is Fault.RIVAL
    without = [("0", FIRST), ("2", THEIRS), ("3", over)]
    assert Fault.REVISION in {each.fault for each in verify(without)}


def test_the_same_text_on_both_sides_is_nothing_to_settle() -> None:
    """Two machines that settle alike are settled, also where one of them goes on."""
    here = revision("mine", THEIRS, (MINE["hash"],), minutes=3)
    there = revision("mine", THEIRS, (MINE["hash"],), minutes=4)
    documents = [FIRST, MINE, THEIRS, here, there]
    assert conflicts(documents) == {}
    assert conflicts([*documents, revision("on", here, minutes=5)]) == {}
    back = revision("first", MINE, minutes=6)
    assert said(conflicts([FIRST, MINE, THEIRS, back])["e"]) == [back["body"], THEIRS["body"]]


def test_whoever_is_not_of_this_program_is_no_rival() -> None:
    """What has no seal, odd fields, hashes of no kind: nothing of it is an error."""
    odd: list[Any] = [
        {"id": "e", "rev": 9, "kind": "x", "made_at": "?", "body": "{}"},
        {"id": "e", "rev": 10, "kind": "x", "made_at": "", "body": "", "hash": [1], "prev": {}},
        {"id": "e", "rev": 10**30, "kind": "x", "made_at": "", "body": "", "joins": 3},
        {"id": "f", "rev": 1, "kind": "x", "made_at": "9", "body": "", "hash": "a", "joins": [{}]},
        {"id": "f", "rev": 1, "kind": "x", "made_at": "9", "body": "a", "hash": "b", "joins": "a"},
    ]
    assert list(conflicts([FIRST, *odd])) == ["f"]
    assert latest([FIRST, *odd])["e"]["rev"] == 10**30


moves = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=8)


@given(moves, st.data())
def test_whatever_order_they_come_in_the_same_one_stands(
    made: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Any tree of revisions, with some that join others: no entry without a tip, and one rule."""
    grown = [FIRST]
    for n, (at, joined) in enumerate(made):
        last, other = grown[at % len(grown)], grown[joined % len(grown)]
        higher = max((last, other), key=order)
        joins = (other["hash"],) if joined % 2 and other is not last else ()
        grown.append(revision(f"{n % 3}", higher if joins else last, joins, minutes=at))
    mixed = data.draw(st.permutations(grown))
    assert latest(mixed) == latest(grown)
    assert tips(mixed) == tips(grown) and conflicts(mixed) == conflicts(grown)
    assert tips(mixed)[0] == latest(mixed)["e"]
    assert all(each in tips(mixed) for each in rivals(mixed))
    settled = revision(
        "all", dict(tips(mixed)[0]), tuple(each["hash"] for each in tips(mixed)[1:]), minutes=99
    )
    assert conflicts([*mixed, settled]) == {} and latest([*mixed, settled])["e"] == settled

"""Documents that come back: to their place where the chain tells of it, with a note elsewhere."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.backups.coming_back import last_after, where_they_were
from facilitui.core.journals.journal import (
    Document,
    as_sealed,
    imported,
    link,
    make_document,
    verify,
)
from facilitui.core.sealing import GENESIS
from tests.core.making import START

Journal = list[dict[str, Any]]


def journal(count: int, name: str = "mine") -> Journal:
    """So many entries, saved one after the other."""
    made: Journal = []
    for n in range(count):
        made.append(
            make_document(
                entry_id=f"{name}-{n}",
                kind="debrief",
                body={"n": n},
                made_at=START,
                salt=f"{n:032x}",
                last=None,
                after=link(made[-1]) if made else GENESIS,
            )
        )
    return made


def taken(here: Journal, coming: Journal) -> Journal:
    """A journal once it has taken these in."""
    own = where_they_were(coming, here)
    followed = {each["after"] for each in here}
    head = next((each["hash"] for each in reversed(here) if each["hash"] not in followed), GENESIS)
    after, made = last_after(head, own.values()), list[Document]()
    for each in coming:
        back = own.get(each["hash"])
        made.append(imported(each, START, after) if back is None else back)
        after = link(made[-1]) if back is None else after
    return [*here, *map(dict, made)]


def broken(documents: Journal) -> int:
    return sum(each.broken for each in verify((str(n), each) for n, each in enumerate(documents)))


@given(st.integers(2, 8), st.data())
def test_what_was_taken_out_goes_back_as_it_was(count: int, data: st.DataObject) -> None:
    """Whatever is gone, in whatever order it comes back: the journal is what it was, or holds."""
    whole = journal(count)
    gone = data.draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count - 1))
    coming = data.draw(st.permutations([whole[n] for n in sorted(gone)]))
    here = [each for n, each in enumerate(whole) if n not in gone]
    back = taken(here, coming)
    assert {each["hash"] for each in back} == {each["hash"] for each in whole}
    assert broken(back) == 0
    assert sorted(map(str, back)) == sorted(map(str, whole))


@given(st.integers(1, 6), st.integers(1, 6))
def test_what_another_journal_wrote_gets_a_note(own: int, theirs: int) -> None:
    """Also where it begins as every journal does, and where this one is empty."""
    for here in (journal(own), []):
        made = taken(here, journal(theirs, "theirs"))
        assert all("imported" in each for each in made[len(here) :]) and broken(made) == 0


@given(st.integers(3, 8), st.data())
def test_what_passed_through_another_journal_comes_back_too(
    count: int, data: st.DataObject
) -> None:
    """Without that one's note, whose place is in the other journal."""
    whole = journal(count)
    elsewhere = taken(journal(2, "theirs"), whole)[2:]
    gone = data.draw(st.integers(0, count - 2))
    here = [each for n, each in enumerate(whole) if n != gone]
    back = taken(here, [elsewhere[gone]])
    assert back[-1] == whole[gone] and broken(back) == 0
    assert as_sealed(elsewhere[gone]) == whole[gone]


def test_the_record_of_a_purge_goes_back_only_where_it_is_known_to_be_of_here() -> None:
    """Whatever follows the last document may have been made by somebody who knows that one."""
    whole = journal(2)
    whole.append(
        make_document(
            entry_id="purge-1",
            kind="purge",
            body={},
            made_at=START,
            salt="ab" * 16,
            last=None,
            after=link(whole[-1]),
        )
    )
    record = whole[-1]
    assert where_they_were([record], whole[:-1], (link(record),)) == {record["hash"]: record}
    assert not where_they_were([record], whole[:-1])
    noted = imported(record, START, link(whole[-2]))
    assert not where_they_were([noted], whole[:-1], ("f" * 64,))


@given(st.integers(2, 5), st.integers(1, 4), st.data())
def test_what_follows_the_last_that_was_saved_here_was_saved_elsewhere(
    own: int, more: int, data: st.DataObject
) -> None:
    """Up to that one all goes back, a record of a purge too: its chain tells that it is its own."""
    whole = journal(own + more)
    there, lost = data.draw(st.integers(1, own)), link(whole[own - 1])
    back = where_they_were(whole[there:], whole[:there], (lost,))
    assert back == {each["hash"]: each for each in whole[there:own]}


def test_a_place_that_was_taken_meanwhile_is_not_taken_twice() -> None:
    """What was saved on, while a document was away, keeps its place; the other gets a note."""
    whole, other = journal(3), journal(3)
    saved = make_document(
        entry_id="new",
        kind="debrief",
        body={},
        made_at=START,
        salt="ab" * 16,
        last=None,
        after=whole[1]["hash"],
    )
    back = taken([*whole[:2], saved], [other[2]])
    assert "imported" in back[-1]
    assert verify((str(n), each) for n, each in enumerate(back)) == ()

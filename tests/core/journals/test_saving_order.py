"""What was saved later was done later, whatever the clock said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal import Document, imported, link, make_document
from facilitui.core.journals.saving_order import when_saved

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
MINUTES = st.lists(st.integers(-500, 500), max_size=12)


def made(minutes: int, after: str, entry: str = "e") -> Document:
    """A document made so many minutes later, saved after the one of that link."""
    return make_document(
        entry_id=entry,
        kind="log_entry",
        body={"note": str(minutes)},
        made_at=AT + timedelta(minutes=minutes),
        salt="ab" * 8,
        last=None,
        after=after,
    )


def journal(minutes: list[int]) -> list[Document]:
    """Documents saved one after another while the clock stood so."""
    documents: list[Document] = []
    for number, each in enumerate(minutes):
        after = link(documents[-1]) if documents else "0" * 64
        documents.append(made(each, after, f"e{number}"))
    return documents


def by_clock(document: Document) -> float:
    """When its own clock says that it was made."""
    return datetime.fromisoformat(str(document["made_at"])).timestamp()


@given(MINUTES, st.randoms(use_true_random=False))
def test_the_order_is_that_of_saving_wherever_they_lie(minutes: list[int], chance: Random) -> None:
    """Also where the files give them in another one."""
    documents = journal(minutes)
    mixed = [*documents]
    chance.shuffle(mixed)
    assert sorted(mixed, key=when_saved(mixed, by_clock)) == documents


@given(MINUTES, st.integers(-500, 500), st.integers(0, 12))
def test_what_was_imported_was_done_when_its_own_clock_said(
    minutes: list[int], theirs: int, place: int
) -> None:
    """It is not later because it came later, and turns the order of nothing else."""
    before, since = minutes[:place], minutes[place:]
    documents = journal(before)
    after = link(documents[-1]) if documents else "0" * 64
    came = imported(made(theirs, "f" * 64, "x"), AT, after)
    documents.append(came)
    for number, each in enumerate(since):
        documents.append(made(each, link(documents[-1]), f"s{number}"))
    when = when_saved(documents, by_clock)
    assert when(came)[0] == by_clock(came)
    own = [each for each in documents if each is not came]
    assert sorted(own, key=when) == own


@given(MINUTES)
def test_what_is_missing_or_goes_round_stops_nothing(minutes: list[int]) -> None:
    """Every document has its moment, never before its own clock."""
    documents = [*journal(minutes)[1::2], {"id": "a", "made_at": AT.isoformat()}]
    when = when_saved(documents, by_clock)
    assert all(when(each)[0] >= by_clock(each) for each in documents)
    round_about: list[Document] = [
        {"hash": one, "after": other, "made_at": AT.isoformat()} for one, other in ("ab", "ba")
    ]
    assert {when_saved(round_about, by_clock)(each)[0] for each in round_about} == {AT.timestamp()}

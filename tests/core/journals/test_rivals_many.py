"""Rivals by the thousand are told apart in a moment, and as they are told apart one by one."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import rivals as r


def revision(name: str, rev: int, prev: str, body: str = "", joins: tuple[str, ...] = ()) -> Any:
    """A revision as far as its place counts."""
    body = body or name
    fields = {"id": "e", "rev": rev, "kind": "debrief", "made_at": "", "body": body}
    return {**fields, "prev": prev, "hash": name, "joins": list(joins)}


def test_thousands_take_a_moment() -> None:
    """Over one long past, each saying something else, or all the same."""
    past = [revision(f"p{n}", n + 1, f"p{n - 1}" if n else "") for n in range(300)]
    tips = [revision(f"t{n}", 301, "p299") for n in range(2000)]
    same = [revision(f"s{n}", 301, "p299", "same") for n in range(2000)]
    begun = perf_counter()
    assert len(r.rivals([*past, *tips])) == 2000
    assert not r.rivals([*past, *same])
    assert perf_counter() - begun < 2


def slowly(revisions: list[Any]) -> list[str]:
    """The rule itself, each tip compared to each that is kept."""
    sealed = {each["hash"]: each for each in revisions}
    own: list[Any] = []
    for tip in r.tips(revisions):
        behind = set(r._behind(tip, sealed))
        is_one = True
        for other in own:
            later = [other, *(sealed[seal] for seal in r._behind(other, sealed))]
            said = [other, *(each for each in later[1:] if each["hash"] not in behind)]
            gaps = [
                each
                for each in later
                if each["rev"] > tip["rev"]
                and any(over not in sealed for over in r.gone_over(each))
            ]
            if gaps or any(each["body"] == tip["body"] for each in said):
                is_one = False
        if is_one:
            own.append(tip)
    return [each["hash"] for each in own] if len(own) > 1 else []


@given(st.data())
def test_the_same_are_found(data: Any) -> None:
    """In any tangle of revisions, some of them missing."""
    made: list[Any] = []
    for n in range(data.draw(st.integers(1, 9))):
        prev = data.draw(st.sampled_from([None, *made])) if made else None
        joins = data.draw(st.lists(st.sampled_from(made), max_size=2)) if made else []
        rev = 1 + max((each["rev"] for each in (prev, *joins) if each), default=0)
        names = tuple({each["hash"] for each in joins})
        body = data.draw(st.sampled_from("abc"))
        made.append(revision(f"h{n}", rev, prev["hash"] if prev else "", body, names))
    left = [each for each in made if data.draw(st.booleans()) or data.draw(st.booleans())]
    assert [each["hash"] for each in r.rivals(left)] == slowly(left)


def test_a_long_past_is_not_gone_through_for_every_tip() -> None:
    """Tips of one late place, of a place each, and such that say what their own past says."""
    past = [revision(f"p{n}", n + 1, f"p{n - 1}" if n else "", str(n % 3)) for n in range(3000)]
    late = [revision(f"t{n}", 3000, "p2998", str(n % 3)) for n in range(3000)]
    each = [revision(f"u{n}", n + 2, f"p{n}", str(n % 3)) for n in range(3000)]
    begun = perf_counter()
    assert len(r.rivals([*past, *late])) == 3
    assert len(r.rivals([*past, *each])) == 3
    assert perf_counter() - begun < 1

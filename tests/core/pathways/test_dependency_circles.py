"""Names that lead back to themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.dependency_circles import circles

NAMES = "abcdef"
named = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4))


def reached(start: str, named: dict[str, list[str]]) -> set[str]:
    """All that a name leads to by way of others, itself included if it comes to that."""
    found: set[str] = set()
    open_ = [each for each in named.get(start, ()) if each != start]
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_ += [each for each in named.get(name, ()) if each != name]
    return found


@given(named)
def test_every_circle_is_one(named: dict[str, list[str]]) -> None:
    """Each name names the next, and the last the first; none is there twice."""
    for circle in circles(named):
        assert len(set(circle)) == len(circle) > 1
        for name, following in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert following in named[name]


@given(named)
def test_every_name_in_a_circle_is_told(named: dict[str, list[str]]) -> None:
    """And no other."""
    told = {name for circle in circles(named) for name in circle}
    assert told == {name for name in named if name in reached(name, named)}


def test_the_shortest_way_from_the_first() -> None:
    """What names itself makes no circle, and what is named need name nothing."""
    assert list(circles({"a": "b", "b": "ca", "c": "a"})) == [["a", "b"], ["c", "a", "b"]]
    assert list(circles({"a": "ab", "b": "z"})) == []

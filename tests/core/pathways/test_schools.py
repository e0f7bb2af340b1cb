"""Schools keep their ids whatever they are called, and nobody's change of them is lost."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.schools import joined, named, renamed, same_name

names = st.lists(st.text(min_size=1, max_size=6).filter(str.strip), max_size=6, unique_by=same_name)


def schools(*called: str) -> tuple[School, ...]:
    """Schools with ids of their own."""
    return tuple(School(id=f"id-{n}", name=name) for n, name in enumerate(called))


def by_name(some: tuple[School, ...]) -> dict[str, str]:
    """By what each is called, its id."""
    return {each.name: each.id for each in some}


def test_what_is_called_as_it_was_is_the_same() -> None:
    """Also elsewhere in the list, or with other letters' size."""
    found = by_name(named(schools("North", "South"), ["south", "North", "West"]))
    assert (found["south"], found["North"], found["West"]) == ("id-1", "id-0", "west")


def test_as_many_as_before_are_the_same_called_otherwise() -> None:
    """In their order."""
    found = named(schools("North", "South", "East"), ["Lincoln", "South", "Curie"])
    assert [each.id for each in found] == ["id-0", "id-1", "id-2"]
    assert [*renamed(schools("North", "South", "East"), found)] == [
        ("North", "Lincoln"),
        ("East", "Curie"),
    ]


def test_where_one_is_gone_only_what_is_called_alike_is_the_same() -> None:
    """No school takes over what is logged for another."""
    found = named(schools("North School", "South School", "East"), ["North Schools", "Curie"])
    assert by_name(found) == {"North Schools": "id-0", "Curie": "curie"}


def test_a_new_one_never_gets_an_id_that_was_there() -> None:
    """Not even that of one that goes."""
    shown = (School(id="west", name="Was west once"),)
    assert [each.id for each in named(shown, ["West", "East"])] == ["west-2", "east"]
    assert [each.id for each in named((), ["日本", "中国"])] == ["school", "school-2"]


def test_what_somebody_else_added_stays() -> None:
    """What was taken out stays out, and what both added is there once."""
    shown = schools("North", "South", "East")
    kept = named(shown, ["North High", "South", "East"])[:2]
    typed = (*kept, School(id="west", name="West"))
    now = (*shown, School(id="west", name="Far west"), School(id="mid", name="Mid"))
    found = by_name(joined(shown, typed, now))
    assert found == {
        "North High": "id-0",
        "South": "id-1",
        "Far west": "west",
        "Mid": "mid",
        "West": "west-2",
    }
    assert joined(shown, typed, shown) == typed


@given(names, names, names)
def test_no_two_have_one_id_or_one_name(shown: list[str], typed: list[str], now: list[str]) -> None:
    """Whatever is typed over whatever was there and has become of it."""
    before = named((), shown)
    mine, theirs = named(before, typed), named(before, now)
    assert [each.name for each in mine] == typed
    for found in (mine, joined(before, mine, theirs)):
        assert len({each.id for each in found}) == len(found)


@given(names, names)
def test_saying_it_twice_changes_nothing(shown: list[str], typed: list[str]) -> None:
    """The same lines over what they made are the same schools."""
    mine = named(named((), shown), typed)
    assert named(mine, typed) == mine == joined(mine, mine, mine)


def test_a_whole_list_over_another_one_is_told_at_once() -> None:
    """Then each is a new one, but for those that are called as they were."""
    before = schools(*(f"School number {n} of the district" for n in range(200)))
    names = ["School number 7 of the district", *(f"School nr {n} in it" for n in range(150))]
    began = process_time()
    found = by_name(named(before, names))
    assert process_time() - began < 0.1
    assert found.pop("School number 7 of the district") == "id-7"
    assert not {*found.values()} & {each.id for each in before}

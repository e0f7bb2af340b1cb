"""What is there and does not count: it is known with why, and never told to be nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.board_actions import Deed, deed_of, deed_of_step, lacking_in
from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import NextStep
from facilitui.core.pathways.remarks import lacking_told, still_open
from facilitui.core.pathways.words import Standing, StepKind
from tests.core.making import HOSTILE
from tests.core.pathways.journals import CORE, SCHOOLS, enrolled, logged, of, of_core, of_own
from tests.core.pathways.journals import progress as progress_of

FIELDS = [{"id": "what", "ask": "What?"}, {"id": "why", "ask": "Why?"}]
ASKED = {"kind": "log", "count": 2, "fields": FIELDS}
ASKS = {"what": "What?", "why": "Why?"}


def entry(name: str, after: int | None = 5, **values: str) -> Logged:
    """Something logged of which these answers are there."""
    return logged("it", name, after, values=values, asks=ASKS)


def test_what_lacks_something_is_known_with_why() -> None:
    """In a few words, and by its entry."""
    for there, brief in (
        (entry("a", what="x"), "1 there, lacks an answer"),
        (entry("a"), "1 there, lacks 2 answers"),
        (entry("a", None, what="x", why="y"), "1 there, lacks its day"),
        (entry("a", None, what="x"), "1 there, lacks its day and more"),
        (entry("a", 400, what="x", why="y"), "1 there, lacks a day that has been"),
    ):
        found = of_own(ASKED, there)
        assert found.standing is Standing.MISSING and not found.by
        assert lacking_told(found.lacking) == brief
        assert [each.source for each in found.lacking] == [there.source]
        assert "nothing yet" not in still_open(found.lacks) and "nothing yet" not in found.told
        assert deed_of(found, unsorted=True) is Deed.GO_ON
    two = of_own(ASKED, entry("a"), entry("b", what="x"))
    assert lacking_told(two.lacking) == "2 there, none counted"
    assert lacking_told(of_own(ASKED).lacking) == ""
    assert deed_of(of_own(ASKED), unsorted=False) is Deed.LOG


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, 1, 5, 400]),
            st.sampled_from(["", "x"]),
            st.sampled_from(["", HOSTILE]),
        ),
        max_size=5,
    ),
    st.sampled_from([None, 1, 6]),
)
def test_whatever_is_there_can_be_reached(
    entries: list[tuple[int | None, str, str]], count: int | None
) -> None:
    """Each entry counts, or is among what lacks something, for as long as more is asked."""
    there = [entry(f"{n}", on, what=what, why=why) for n, (on, what, why) in enumerate(entries)]
    found = of_own({**ASKED, "count": count}, *there)
    lacking = {each.source for each in found.lacking}
    assert not lacking & {*found.by}
    if found.standing is not Standing.MET:
        assert lacking | {*found.by} == {each.source for each in there}
        assert bool(lacking) == bool(lacking_told(found.lacking))


def test_of_each_school_it_is_known_which_is_gone_on_with() -> None:
    """The next step goes on with what is there of its slot, and with nothing of another one."""
    north, south = (Slot(school=each.id) for each in SCHOOLS)
    half = logged("interventions", "Talk moves", school=SCHOOLS[0].id, values={"what": "x"})
    whole = progress_of(enrolled(CORE, schools=SCHOOLS), CORE, Case(logged=(half,)))
    found = of(whole, "interventions")
    (lacking,) = lacking_in(found, north)
    assert lacking.source == half.source and not lacking_in(found, south)
    for slot, deed in ((north, Deed.GO_ON), (south, Deed.LOG)):
        step = NextStep(StepKind.DO, "x", "interventions", slot)
        assert deed_of_step(step, whole) is deed
    of_north = next(each for each in found.slots if each.slot == north)
    assert "nothing yet" not in {each.text for each in of_north.lacks}


def test_a_check_in_that_nobody_said_was_held_is_gone_on_with() -> None:
    """One that is still to come lacks nothing."""
    past = logged("check_ins", "Past", 5, planned=True, cycle=1)
    ahead = logged("check_ins", "Ahead", 400, planned=True, cycle=1)
    found = of_core("check_ins", past, ahead)
    assert [each.source for each in found.lacking] == [past.source]
    assert lacking_told(found.lacking) == "1 there, not said to be held"

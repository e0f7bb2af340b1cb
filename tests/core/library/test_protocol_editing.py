"""Changing a protocol: whatever is done to it, it can be used, and every change can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.draft import Draft
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Cycle, Protocol, Step
from facilitui.core.library.protocol_checks import check_protocol
from facilitui.core.vocabulary import Per, Question, Silence
from tests.core.protocols import protocol, protocols, step

Edit = Callable[[Protocol, Step], Protocol]
EDITS: tuple[Edit, ...] = (
    lambda made, at: editing.with_step(made, editing.new_step("New", _ids(made)), at.id),
    lambda made, at: editing.with_copied_step(made, at.id),
    lambda made, at: editing.without_step(made, at.id),
    lambda made, at: editing.with_moved_step(made, at.id, -1),
    lambda made, at: editing.with_moved_step(made, at.id, 1),
    lambda made, at: editing.with_minutes(made, at.id, 1),
    lambda made, at: editing.with_minutes(made, at.id, -1),
    lambda made, at: editing.with_changed_step(made, at.model_copy(update={"cycle": "Z"})),
    lambda made, at: editing.without_cycle(made, at.cycle),
    lambda made, at: editing.changed(made, name="[b]", purpose="lone \ud83d"),
)


def _ids(made: Protocol) -> list[str]:
    return [each.id for each in made.steps]


def order(made: Protocol) -> str:
    """The steps by id."""
    return " ".join(_ids(made))


def edits() -> st.SearchStrategy[list[tuple[int, int]]]:
    """Some edits, each at some step."""
    return st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 9)), max_size=8)


def edited(made: Protocol, which: int, at: int) -> Protocol:
    """A protocol after one edit; one that is refused changes nothing."""
    try:
        return EDITS[which](made, made.steps[at % len(made.steps)])
    except ValueError as error:
        assert len(str(error)) > 10
        return made


@given(protocols(), edits())
def test_every_edit_leaves_a_protocol_that_can_be_used(
    made: Protocol, todo: list[tuple[int, int]]
) -> None:
    """Its model takes it as it is: steps are there, minutes grow, cycles are whole."""
    for which, at in todo:
        made = edited(made, which, at)
        assert Protocol.model_validate(made.model_dump()) == made


@given(protocols(), edits())
def test_undo_is_exact_back_to_the_beginning(made: Protocol, todo: list[tuple[int, int]]) -> None:
    """Every state comes back in its turn, and forward again."""
    draft = Draft(made)
    states = [made]
    for which, at in todo:
        draft = draft.changed(edited(draft.state, which, at), "an edit")
        if draft.state != states[-1]:
            states.append(draft.state)
    for state in reversed(states[:-1]):
        draft = draft.undone()
        assert draft.state == state
    assert draft.undone() is draft
    for state in states[1:]:
        draft = draft.redone()
        assert draft.state == state
    assert draft.redone() is draft


@given(protocols(), st.integers(0, 9), st.integers(-9, 9))
def test_moving_loses_no_step_and_parts_no_cycle(made: Protocol, at: int, by: int) -> None:
    """All steps are there, and those of a cycle follow one another in their order or swapped."""
    name = made.steps[at % len(made.steps)].id
    moved = editing.with_moved_step(made, name, by)
    assert sorted(_ids(moved)) == sorted(_ids(made))
    assert {each.id: each for each in moved.steps} == {each.id: each for each in made.steps}


def test_steps_go_past_a_whole_cycle() -> None:
    """And a step at the edge of its cycle takes the cycle along; within it, it swaps places."""
    made = protocol(step("a"), step("b", "A"), step("c", "A"), step("d"))
    assert order(editing.with_moved_step(made, "a", 1)) == "b c a d"
    assert order(editing.with_moved_step(made, "d", -2)) == "d a b c"
    assert order(editing.with_moved_step(made, "b", 1)) == "a c b d"
    assert order(editing.with_moved_step(made, "c", 1)) == "a d b c"
    assert order(editing.with_moved_step(made, "b", -1)) == "b c a d"
    assert editing.with_moved_step(made, "a", -1) is made
    assert editing.with_moved_step(made, "nothing", 1) is made


def test_a_step_within_a_cycle_joins_it() -> None:
    """Behind the last of a cycle it stays outside."""
    made = protocol(step("a", "A"), step("b", "A"))
    within = editing.with_step(made, step("n"), "a")
    behind = editing.with_step(made, step("n"), "b")
    assert [each.cycle for each in within.steps] == ["A", "A", "A"]
    assert [each.cycle for each in behind.steps] == ["A", "A", ""]
    assert order(editing.with_step(made, step("n"), "nothing")) == "a b n"


def test_a_letter_that_is_new_is_described_at_once() -> None:
    """So that the file loads: a turn for everybody until it is said otherwise."""
    made = protocol(step("a"), step("b"))
    cycled = editing.with_changed_step(made, step("a", "B"))
    assert cycled.cycles == (Cycle(id="B", times=4, per=Per.PARTICIPANT),)
    assert editing.next_cycle(cycled) == "A"
    described = editing.with_cycle(cycled, Cycle(id="B", times=2, per=Per.ROUND))
    assert [(each.id, each.times) for each in described.cycles] == [("B", 2)]
    assert len(editing.with_cycle(described, Cycle(id="C", times=1, per=Per.ROUND)).cycles) == 2
    left = editing.without_cycle(described, "B")
    assert (left.cycles, left.steps) == ((), made.steps)


def test_steps_of_a_cycle_stay_together() -> None:
    """What would part them is refused in a sentence."""
    made = protocol(step("a", "A"), step("b", "A"), step("c", "A"))
    with pytest.raises(ValueError, match="must follow one another"):
        editing.with_changed_step(made, step("b"))


def test_the_only_step_stays() -> None:
    """There is no protocol without one."""
    with pytest.raises(ValueError, match="at least one step"):
        editing.without_step(protocol(step("a")), "a")


@pytest.mark.parametrize(
    ("minutes", "by", "after"),
    [
        ((3, 5, 8), 1, (3, 6, 8)),
        ((3, 5, 5), 1, (3, 6, 6)),
        ((5, 5, 8), -1, (4, 4, 8)),
        ((0.5, 0.5, 1), -1, (0.5, 0.5, 1)),
        ((0.25, 0.25, 1), -1, (0.25, 0.25, 1)),
        ((0.5, 1, 1), -1, (0.5, 0.5, 1)),
        ((1, 2.5, 4), 1, (1, 3, 4)),
        ((1, 2.5, 4), -1, (1, 2, 4)),
        ((240, 240, 240), 1, (240, 240, 240)),
    ],
)
def test_usual_minutes_take_the_others_along(
    minutes: tuple[float, ...], by: int, after: tuple[float, ...]
) -> None:
    """A minute more or less, to whole minutes, never less than half a one, never out of order."""
    low, mid, high = minutes
    made = protocol(step("a", min=low, ideal=mid, max=high))
    changed = editing.with_minutes(made, "a", by).steps[0]
    assert (changed.min, changed.ideal, changed.max) == after


def test_ids_are_made_like_the_shipped_ones() -> None:
    """Of the name, in small letters, with a number where it is taken."""
    assert editing.free_id("Warm then cool!", []) == "warm_then_cool"
    assert editing.free_id("Look", ["look", "LOOK_2"]) == "look_3"
    assert editing.free_id("日本", []) == "step"
    assert editing.with_copied_step(protocol(step("look")), "look").steps[1].id == "look_2"


def test_a_new_protocol_can_be_used_at_once() -> None:
    """It has one step, and says whose it is."""
    made = editing.new_protocol("Deep dive", "deep_dive")
    assert Protocol.model_validate(made.model_dump()) == made
    assert made.provenance.minutes_word == "suggested"


def texts(made: Protocol) -> str:
    """All checks, one a line."""
    return "\n".join(check.text for check in check_protocol(made))


def test_a_good_protocol_has_nothing_to_look_at() -> None:
    """Nothing is made up."""
    assert (
        texts(
            protocol(
                step("a", say="What do you see?", question=Question.OPEN_OPINION),
                step("b", debrief=True),
            )
        )
        == ""
    )


@pytest.mark.parametrize(
    ("fields", "told", "place"),
    [
        ({"say": "word " * 26}, "26 words to say; 25 are heard", "step a"),
        ({"show": "word " * 13}, "13 words to show; 12 are read", "step a"),
        ({"say": "What do you see?"}, "asks something, of no kind", "step a"),
        ({"say": "Do you see it?"}, "yes or no answers “Do you see it?”", "step a"),
        ({"silence": Silence.ALL}, "silent: protected, never below 3 min", "step a"),
        ({"min": 9}, "9, 5, 8 min do not grow", "step a"),
        ({"cycle": "Q"}, "Cycle Q is used but not described", "step a"),
    ],
)
def test_each_thing_to_look_at_is_told(fields: dict[str, object], told: str, place: str) -> None:
    """With its figures and its place, also in states that no form allows."""
    made = protocol(step("a"), step("b", debrief=True))
    odd = made.steps[0].model_copy(update=fields)
    found = check_protocol(made.model_copy(update={"steps": (odd, made.steps[1])}))
    assert any(told in check.text and check.place == place for check in found), found


def test_what_the_whole_lacks_is_told() -> None:
    """Purpose, credit, a group that does not add up, a debrief, a cycle without steps."""
    made = protocol(
        step("a"), purpose="", origin="", cycles=(Cycle(id="A", times=2, per=Per.ROUND),)
    )
    made = editing.changed(made, group=made.group.model_copy(update={"ideal": 99}))
    told = texts(made)
    for words in (
        "No purpose",
        "No credit",
        "Best with 99",
        "No step is its debrief",
        "no step is in",
    ):
        assert words in told
    weights = [check.weight for check in check_protocol(made)]
    assert weights == sorted(weights, reverse=True)


@given(protocols())
def test_no_two_checks_share_an_id(made: Protocol) -> None:
    """And each has a reason, whatever the texts are."""
    found = check_protocol(made)
    assert len({check.id for check in found}) == len(found)
    assert all(check.reason.endswith(".") for check in found)

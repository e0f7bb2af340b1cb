"""What changed between revisions: every part once, told as added, taken out or changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import (
    Answer,
    Commitment,
    Debrief,
    FactLine,
    Judgement,
    Planner,
)
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import Score
from facilitui.core.journals.entry_parts import Part, parts
from facilitui.core.journals.revision_changes import Change, changes_between
from facilitui.core.journals.withdrawal import Withdrawal
from facilitui.core.responses.feedback import Feedback
from facilitui.core.vocabulary import Role
from facilitui.core.word_changes import Fate

NAMES = st.sampled_from(("", "", "G1", "What did they learn?"))
PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(("", "Marks", "Goals")),
        NAMES,
        st.sampled_from(("", "they waited", "they waited long", "silence", "a norm", "x y z")),
    ),
    max_size=8,
)


def read(changes: tuple[Change, ...], without: Fate) -> list[tuple[str, str, str]]:
    """What parts said, out of what changed in them."""
    found = (
        (each.heading, each.name, "".join(p.text for p in each.pieces if p.fate is not without))
        for each in changes
    )
    return [each for each in found if each[2]]


@given(PARTS, PARTS)
def test_with_what_stayed_both_revisions_are_whole(before: list[Part], now: list[Part]) -> None:
    """Every part that says something is told once: as it was, as it is, or as the same."""
    found = changes_between(before, now)
    told = read(found.changes, Fate.TAKEN_OUT)
    there = [part for part in now if part.text]
    assert len(told) + found.same == len(there)
    assert {(heading, name, text) for heading, name, text in told} <= {
        (part.heading, part.name, part.text) for part in there
    }
    was = {(part.heading, part.name, part.text) for part in before}
    assert set(read(found.changes, Fate.ADDED)) <= was


@given(PARTS)
def test_a_revision_that_says_the_same_changed_nothing(said: list[Part]) -> None:
    """In whatever order its parts without a name stand."""
    assert changes_between(said, said).changes == ()
    nameless = [part for part in said if not part.name]
    assert changes_between(nameless, nameless[::-1]).changes == ()


def test_each_part_of_a_debrief_is_told_under_its_heading() -> None:
    """An answer, a verdict, a commitment, a fact, and what was said about it."""
    held = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    ask = Answer(id="a", ask="What did the room gain?", text="Silence.")
    before = Debrief(
        title="Tuning",
        held_at=held,
        learned="They waited.",
        prompts=(ask,),
        judgements=(Judgement(goal="G1", text="name evidence", verdict=Verdict.PARTLY),),
        commitments=(Commitment(text="Count to five.", due=date(2026, 12, 9)),),
        facts=(FactLine(name="Minutes run", value="82"),),
        quotes=("we never had time",),
    )
    now = before.model_copy(
        update={
            "learned": "They waited longer.",
            "with_whom": "Ben",
            "prompts": (ask.model_copy(update={"text": ""}),),
            "judgements": (Judgement(goal="G1", text="name evidence", verdict=Verdict.MET),),
            "commitments": (Commitment(text="Count to six.", due=date(2026, 12, 9)),),
            "facts": (FactLine(name="Minutes run", value="80"),),
        }
    )
    found = changes_between(parts(before, {}), parts(now, {}))
    told = {(each.heading, each.how) for each in found.changes}
    assert told == {
        ("About it", "added"),
        ("", "changed"),
        ("From the run", "taken out"),
        ("The goals", "changed"),
        ("Commitments", "changed"),
        ("The run", "changed"),
    }
    assert found.same == 2  # the title and the quote


def test_who_planned_is_told_where_it_changed() -> None:
    """With the rest that is told about a debrief."""
    before = Debrief(planned_with=(Planner(person="Kim", role=Role.STAFF),))
    now = before.model_copy(update={"planned_with": ()})
    (change,) = changes_between(parts(before, {}), parts(now, {})).changes
    assert (change.heading, change.how) == ("About it", "changed")


def test_other_kinds_are_compared_too_and_unknown_ones_by_their_texts() -> None:
    """An observation by its feedback; of a kind of another version what people wrote."""
    one, other = (Observation(giver="Ben", feedback=text) for text in ("You waited.", "You ran."))
    (change,) = changes_between(parts(one, {}), parts(other, {})).changes
    assert change.heading == "Feedback"
    sketches = [parts(None, {"text": text, "odd": [1, {"x": None}]}) for text in ("a b", "a c")]
    (change,) = changes_between(*sketches).changes
    assert (change.name, change.how) == ("", "changed")


def test_what_the_program_says_of_what_lacks_is_no_change_of_anybody() -> None:
    """Scores that came later are added, as the day is; nothing of the sort was taken out."""
    before = Observation(giver="Ben", feedback="You waited.")
    given = {"given_on": date(2026, 11, 26), "scores": (Score(criterion="waits", level=3),)}
    found = changes_between(parts(before, {}), parts(before.model_copy(update=given), {}))
    assert {each.how for each in found.changes} == {"added"}
    assert [each.name for each in found.changes] == ["Feedback given", "waits"]


def test_thousands_of_answers_are_compared_at_once() -> None:
    """What participants wrote has no names to go by, and there is much of it."""
    words = [{"words": {"one_change": f"more time {n}"}} for n in range(3000)]
    before = Feedback.model_validate({"responses": words})
    now = Feedback.model_validate({"responses": [*words[1:], {"words": {"one_change": "less"}}]})
    found = changes_between(parts(before, {}), parts(now, {}))
    assert {each.how for each in found.changes} <= {"added", "taken out", "changed"}
    assert len(found.changes) == 2


def test_a_whole_survey_is_compared_in_a_moment() -> None:
    """Each answer is looked at once, however many stayed as they were."""
    said = [Part("Change", "", f"more time {n}") for n in range(20_000)]
    begun = perf_counter()
    found = changes_between(said, [*said[1:], Part("Change", "", "less")])
    assert perf_counter() - begun < 2 and len(found.changes) == 2


def test_what_the_program_says_of_a_withdrawal_is_nobodys_addition() -> None:
    """Only the reason was written."""
    found = changes_between((), parts(Withdrawal(reason="too soon"), {})).changes
    assert [piece.text for change in found for piece in change.pieces] == ["too soon"]
    assert not changes_between((), parts(Withdrawal(), {})).changes

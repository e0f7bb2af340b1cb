"""What a debrief asks: in one order, each answer in its own place, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.debriefs.debrief import FIRST_QUESTION, Answer, Commitment, Debrief, Earlier
from facilitui.core.debriefs.debrief_answers import (
    MOST_COMMITMENTS,
    answered,
    asking_about,
    asks,
    due_of,
    judging,
    settling,
    with_answer,
    with_due,
)
from facilitui.core.debriefs.debrief_questions import as_door, questions
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.prompts import asked_by_now
from facilitui.core.library.frames import Frame
from facilitui.core.plans.plan import Goal
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from tests.core.making import HOSTILE, Script, plain
from tests.core.strategies import texts

DUE = date(2026, 12, 9)
GOALS = (Goal(id="G1", text="tell fact from judgement"), Goal(id="G2", text=HOSTILE))
FACTS = session_facts(
    Script(plain(5), goals=GOALS).press(moves.forward).wait(90).press(moves.mark).state
)
MARK = f"mark:{FACTS.notes[0].seq}"
DEBRIEF = Debrief(
    frame="a",
    frame_name="What?",
    prompts=(Answer(id="overrun", ask="Why?"),),
    answers=(Answer(id="a.q1", ask="What?"), Answer(id="b.q1", ask="So?", text="kept")),
    commitments=(Commitment(due=DUE),),
    earlier=(Earlier(entry="debrief-x", text="Count to five"),),
)
ASKED = ("learned overrun earlier:0 a.q1 goal:G1 goal:G2 " + MARK + " commitment:0 b.q1").split()


def asked(debrief: Debrief) -> list[Answer]:
    """All questions in their order."""
    return [each for group in questions(debrief, FACTS, UTC) for each in group.answers]


def test_learners_come_first_and_the_commitment_last() -> None:
    """Each group has its heading; a group that asks nothing has none."""
    groups = questions(DEBRIEF, FACTS, UTC)
    assert [group.heading for group in groups] == [
        "",
        "From the run",
        "Promised before",
        "What?",
        "The goals",
        "Marked as it ran",
        "What you commit to",
        "Written before",
    ]
    assert [each.id for each in asked(DEBRIEF)] == ASKED
    assert asked(DEBRIEF)[0].ask == FIRST_QUESTION
    bare = questions(Debrief(), session_facts(Script(plain(5)).state), UTC)
    assert [group.heading for group in bare] == ["", "What you commit to"]


def test_the_door_form_is_short_and_keeps_the_rest() -> None:
    """Three questions; the others are there again in full."""
    door = as_door(DEBRIEF)
    assert [each.id for each in asked(door)] == ["learned", "door.moment", "door.change"]
    assert door.earlier == DEBRIEF.earlier and door.prompts == DEBRIEF.prompts


@given(st.lists(st.tuples(st.sampled_from([*ASKED, "commitment:1", "commitment:4"]), texts)))
def test_every_answer_stays_where_it_was_written(written: list[tuple[str, str]]) -> None:
    """Whatever else is written; and nothing that is asked vanishes by it."""
    debrief = DEBRIEF
    for question, text in written:
        debrief = with_answer(debrief, FACTS, question, text)
    for question, text in dict(written).items():
        assert answered(debrief, question) == text
    assert set(ASKED) <= {each.id for each in asked(debrief)}
    assert Debrief.model_validate(debrief.model_dump(mode="json")) == debrief


@pytest.mark.parametrize(
    "question",
    [
        "",
        "gone",
        "learned:1",
        "commitment",
        "goal:G9",
        "earlier:7",
        "mark:999",
        "commitment:5",
        "mark:x",
        "commitment:²",
        ":",
    ],
)
def test_an_answer_to_what_is_not_asked_is_refused(question: str) -> None:
    """Never dropped without a word: a question that is gone by now, or never was."""
    with pytest.raises(KeyError):
        with_answer(DEBRIEF, FACTS, question, "typed")
    assert not asks(DEBRIEF, FACTS, question) and answered(DEBRIEF, question) == ""
    assert all(asks(DEBRIEF, FACTS, known) for known in ASKED)


def test_there_is_room_for_one_more_commitment_up_to_five() -> None:
    """Each with a date of its own; an imported sixth is shown too, and none is dropped."""
    debrief = DEBRIEF
    for place in range(MOST_COMMITMENTS):
        shown = [each.id for each in asked(debrief) if each.id.startswith("commitment")]
        assert shown == [f"commitment:{n}" for n in range(place + 1)]
        debrief = with_answer(debrief, FACTS, f"commitment:{place}", f"{place}")
    assert [each.due for each in debrief.commitments] == [DUE] * MOST_COMMITMENTS
    later = with_due(debrief, "commitment:1", date(2027, 1, 8))
    assert due_of(later, "commitment:1") == date(2027, 1, 8) and due_of(later, "learned") == DUE
    assert "By Fri 8 Jan 2027." in next(e.ask for e in asked(later) if e.id == "commitment:1")
    many = debrief.model_copy(update={"commitments": (*debrief.commitments, Commitment(text="6"))})
    assert "commitment:5" in [each.id for each in asked(many)]


def test_a_goal_keeps_its_verdict_beside_what_shows_it() -> None:
    """Whichever is told first; the question then says the verdict, and None takes it back."""
    judged = judging(DEBRIEF, FACTS, "G2", verdict=Verdict.PARTLY)
    judged = with_answer(judged, FACTS, "goal:G2", "six of nine")
    judged = judging(judged, FACTS, "G1", verdict=Verdict.MET)
    assert [(each.goal, each.verdict) for each in judged.judgements] == [
        ("G1", Verdict.MET),
        ("G2", Verdict.PARTLY),
    ]
    asks = {each.id: each.ask for each in asked(judged)}
    assert "Met. What shows it?" in asks["goal:G1"] and "Partly." in asks["goal:G2"]
    assert judged.judgements[1].evidence == "six of nine"
    open_again = judging(judged, FACTS, "G1", verdict=None)
    assert "Met." not in {each.id: each.ask for each in asked(open_again)}["goal:G1"]


def test_what_was_promised_is_asked_in_its_own_words() -> None:
    """With what became of it; what is answered is asked about for good, the rest while open."""
    told = settling(with_answer(DEBRIEF, FACTS, "earlier:0", "It worked"), 0, Outlook.KEPT)
    ask = next(each.ask for each in asked(told) if each.id == "earlier:0")
    assert ask == "You said: Count to five. Kept. Did you try it, and what happened?"
    new = Earlier(entry="debrief-y", text="Ask Ben")
    assert asking_about(told, (new,)).earlier == (*told.earlier, new)
    assert asking_about(told, DEBRIEF.earlier) == told
    assert asking_about(DEBRIEF, (new,)).earlier == (new,)


@pytest.mark.parametrize("nothing", ["\n", " \t", "\u00a0"])
def test_blanks_are_no_answer(nothing: str) -> None:
    """They promise nothing, take no prompt's place, and are as empty as what was never written."""
    debrief = Debrief(learned=nothing, commitments=(Commitment(text=nothing),))
    assert debrief.empty and debrief.promised == ()
    facts = session_facts(Script(plain(10)).press(moves.forward).wait(60).press(moves.end).state)
    blank = tuple(Answer(id=f"old{n}", ask="?", text=nothing) for n in range(3))
    assert (
        {each.id for each in asked_by_now(blank, facts)}
        == {each.id for each in asked_by_now((), facts)}
        != set()
    )


def test_no_frame_is_called_as_the_two_minute_form_is() -> None:
    """It would show that form's answers as answers to its own questions."""
    fields: dict[str, object] = {"name": "Mine", "credit": "me", "provenance": "O"}
    fields["questions"] = [{"id": "change", "ask": "What of the room?"}]
    with pytest.raises(ValidationError, match="id must not be door"):
        Frame.model_validate({"id": "door", **fields})
    assert Frame.model_validate({"id": "doors", **fields}).id == "doors"

"""What a group learns from a session: its norms and its wishes, each once."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief import Answer, Debrief
from facilitui.core.library.frames import Tells
from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Learnt, NormsVersion, Wish, with_norms
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import (
    Asked,
)
from facilitui.core.plans.series import steady
from facilitui.core.plans.series_learning import (
    WISH_LENGTH,
    Lesson,
    learnt_from,
    norms_in_force,
    wishes_of,
    with_answers,
)
from facilitui.core.sessions import moves
from tests.core.making import HOSTILE, Script, plain
from tests.core.strategies import texts

NORMS = (Norm(id="pause", text="Pause"), Norm(id="own-a", text="Phones away"))
DAY = date(2026, 11, 25)
TOLD = {"plus_delta.delta": Tells.CHANGE}


def group(**fields: Any) -> Group:
    return Group.model_validate({"id": "team", "name": "Grade 7", **fields})


def test_the_norms_a_session_ended_with_are_in_force() -> None:
    """Those agreed on and those added; none where its log holds none."""
    script = Script(plain(5)).append((b.NormsAgreed(norms=NORMS[:1]),))
    script.press(moves.add_norm("Phones away"))
    found = norms_in_force(script.state)
    assert [norm.text for norm in found] == ["Pause", "Phones away"]
    assert norms_in_force(Script(plain(5)).state) == ()


def test_a_norm_added_next_time_does_not_push_out_one_of_this_time() -> None:
    """Live numbers what is added from one; what is kept has a name of its own."""
    first = Script(plain(5)).press(moves.forward, moves.add_norm("Phones away"))
    kept = norms_in_force(first.state)
    second = Script(plain(5)).append((b.NormsAgreed(norms=kept),))
    second.press(moves.forward, moves.add_norm("Doors shut"))
    assert [norm.text for norm in second.state.norms] == ["Phones away", "Doors shut"]


@given(st.lists(st.tuples(st.sampled_from(["own-1", "own-22", "own-a", "kept-x"]), texts)))
def test_steady_norms_have_each_their_own_id(pairs: list[tuple[str, str]]) -> None:
    """Words and order stay; no id is a number of Live's, and none that was not doubled is now."""
    norms = tuple(Norm(id=name, text=text) for name, text in dict(pairs).items())
    found = steady(norms)
    assert [norm.text for norm in found] == [norm.text for norm in norms]
    assert len({norm.id for norm in found}) == len(norms)
    assert all(Norm.model_validate(norm.model_dump()) == norm for norm in found)
    assert not {norm.id for norm in found} & {"own-1", "own-22"}
    assert steady(found) == found


def said(**answers: str) -> Debrief:
    return Debrief(
        answers=tuple(Answer(id=k.replace("__", "."), text=v) for k, v in answers.items())
    )


def test_wishes_are_what_should_be_otherwise() -> None:
    """The one change at the door and the delta, a line each; other answers are no wishes."""
    debrief = said(
        door__change="- more time\n\n• less talk", door__moment="x", plus_delta__delta="y"
    )
    assert list(wishes_of(debrief, TOLD)) == ["more time", "less talk", "y"]


def test_wishes_come_from_every_question_that_says_so() -> None:
    """Whichever frame it is of; without a word of what it tells an answer is no wish."""
    debrief = said(stop__start="Give more time", plus_delta__delta="x", door__change="tea")
    assert list(wishes_of(debrief, {"stop.start": Tells.CHANGE})) == ["Give more time", "tea"]
    group_of = learnt_from(group(), Lesson("s", None, (), debrief, 1, TOLD))
    assert [wish.text for wish in group_of.wishes] == ["x", "tea"]


@given(texts, st.integers(0, 700))
def test_any_answer_makes_wishes_that_fit(text: str, more: int) -> None:
    """However long and whatever it holds."""
    for wish in wishes_of(said(plus_delta__delta=text + "x" * more + "\n" + HOSTILE), TOLD):
        assert Wish(text=wish).open and len(wish) <= WISH_LENGTH


def test_a_session_is_learnt_from_once() -> None:
    """What was put right by hand afterwards is not undone by looking again."""
    lesson = Lesson("s1", DAY, NORMS, said(door__change="more time"), 1)
    first = learnt_from(group(), lesson)
    version = NormsVersion(version=1, agreed=DAY, session="s1", norms=NORMS)
    assert (first.norms, first.wishes) == ((version,), (Wish(text="more time", session="s1"),))
    assert first.learnt == (Learnt(session="s1", revision=1),)
    by_hand = with_norms(first, NORMS[:1], agreed=DAY).model_copy(update={"wishes": ()})
    assert learnt_from(by_hand, lesson) == by_hand


def test_a_debrief_that_is_written_later_or_revised_is_read() -> None:
    """Only its new wishes come; the norms were taken already."""
    first = learnt_from(group(), Lesson("s1", DAY, NORMS))
    second = learnt_from(first, Lesson("s1", DAY, (), said(door__change="more time"), 1))
    third = learnt_from(second, Lesson("s1", DAY, (), said(door__change="more time\ntea"), 2))
    assert [wish.text for wish in third.wishes] == ["more time", "tea"]
    assert third.norms == first.norms
    assert third.learnt == (Learnt(session="s1", revision=2),)


def test_a_plan_answers_a_wish() -> None:
    """Only with words, and only one that is still open."""
    wishes = (Wish(text="more time"), Wish(text="tea"), Wish(text="x", let_go=True))
    asked = (Asked(text="more time", answer="10 min"), Asked(text="tea", answer=" "))
    plan = Plan(asked=(*asked, Asked(text="x", answer="y")))
    after = with_answers(group(wishes=wishes), "next", plan)
    assert [wish.answered_in for wish in after.wishes] == ["next", "", ""]
    assert with_answers(after, "later", plan) is after

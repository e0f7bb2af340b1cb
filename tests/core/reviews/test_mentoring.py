"""What goes between an apprentice and their mentor: questions, answers, notes, growth goals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import entries
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.entry_sections import about, sections
from facilitui.core.journals.journal import make_document
from facilitui.core.reviews import answer, growth, question
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import (
    Growth,
    GrowthSort,
    GrowthState,
    GrowthStep,
    lacks,
    with_step,
)
from facilitui.core.reviews.mentoring import Mentoring, mentoring
from facilitui.core.reviews.mentoring_sections import beside_entry
from facilitui.core.reviews.question import Question, Standing, digest, mark_id, marked, settled
from facilitui.core.sealing import GENESIS
from tests.core.making import HOSTILE, START

states = st.sampled_from(Standing)
texts = st.text(max_size=20)
questions = st.builds(
    Question,
    about=st.sampled_from("abc"),
    text=texts,
    passage=texts,
    state=states,
    session=st.sampled_from(["", "s1", "s2"]),
)
answers = st.builds(
    Answer,
    to=st.sampled_from(["q0", "q1", "q2", "a", "gone"]),
    about=st.sampled_from("abc"),
    text=texts,
    giver=texts,
)
goals = st.builds(
    Growth,
    text=texts,
    state=st.sampled_from(GrowthState),
    steps=st.lists(st.builds(GrowthStep, entry=st.sampled_from(["", "a", "b"]))).map(tuple),
)


def pictured(asked: list[Question], answered: list[Answer], grown: list[Growth]) -> Mentoring:
    return mentoring(
        [(f"q{n}", each) for n, each in enumerate(asked)],
        [(f"r{n}", each) for n, each in enumerate(answered)],
        [(f"g{n}", each) for n, each in enumerate(grown)],
    )


@given(st.lists(questions, max_size=3), st.lists(answers, max_size=5), st.lists(goals, max_size=3))
def test_every_answer_and_every_goal_is_somewhere(
    asked: list[Question], answered: list[Answer], grown: list[Growth]
) -> None:
    """No answer is lost, whatever it answers; only what was taken back unanswered is left out."""
    found = pictured(asked, answered, grown)
    shown = [each.id for one in found.asked for each in one.answers]
    shown += [each.id for each in found.notes]
    assert sorted(shown) == [f"r{n}" for n in range(len(answered))]
    assert set(found.goals) == {f"g{n}" for n in range(len(grown))}
    still = [goal.state is GrowthState.OPEN for goal in found.goals.values()]
    assert still == sorted(still, reverse=True)
    left_out = {f"q{n}" for n in range(len(asked))} - {each.id for each in found.asked}
    assert all(asked[int(key[1:])].state is Standing.TAKEN_BACK for key in left_out)


@given(st.lists(questions, max_size=3), st.lists(answers, max_size=5))
def test_what_waits_is_told_by_session(asked: list[Question], answered: list[Answer]) -> None:
    """Each open question stands under its session once; one that was answered does not wait."""
    found = pictured(asked, answered, [])
    by_session = found.by_session()
    listed = [each for some in by_session.values() for each in some]
    assert sorted(each.id for each in listed) == sorted(each.id for each in found.to_bring)
    assert all(each.question.session == key for key, some in by_session.items() for each in some)
    assert not any(each.answers for each in listed)
    assert not {each.id for each in found.answered} & {each.id for each in found.to_bring}


@given(st.lists(questions, max_size=3), st.lists(answers, max_size=5), st.lists(goals, max_size=3))
def test_what_is_about_an_entry_stands_on_its_page(
    asked: list[Question], answered: list[Answer], grown: list[Growth]
) -> None:
    """Questions with their answers, notes, and the goals that it shows; nothing of another one."""
    found = pictured(asked, answered, grown)
    for entry in "abc":
        here = found.about(entry)
        assert all(each.question.about == entry for each in here.asked)
        assert all(entry in goal.shown_by for goal in here.goals.values())
        headings = [section.heading for section in beside_entry(found, entry)]
        assert ("For the mentor" in headings) == bool(here.asked)
        assert ("Written by the mentor" in headings) == bool(here.notes)
        assert ("Shows growth in" in headings) == bool(here.goals)


def test_a_question_goes_from_open_to_answered_to_settled_and_back() -> None:
    """An answer that came says more than that it was open; settled is said by whoever asked."""
    asked = Question(about="a", text="Why?")
    before, after = pictured([asked], [], []), pictured([asked], [Answer(to="q0", about="a")], [])
    assert before.asked[0].standing is Standing.OPEN
    assert after.asked[0].standing is Standing.ANSWERED
    done = settled(asked)
    assert pictured([done], [Answer(to="q0")], []).asked[0].standing is Standing.SETTLED
    assert not pictured([done], [], []).to_bring and settled(done) == asked
    told = pictured([asked.model_copy(update={"state": Standing.ANSWERED})], [], [])
    assert told.answered and not told.to_bring


def test_a_mark_is_set_taken_back_and_set_again() -> None:
    """It has one id for an entry, however often; what was taken back waits for nobody."""
    mark = Question(about="a")
    gone = marked(mark)
    assert gone.state is Standing.TAKEN_BACK and marked(gone) == mark
    assert not pictured([gone], [], []).asked
    assert pictured([gone], [Answer(to="q0", about="a")], []).asked
    assert mark_id("a") == mark_id("a") != mark_id("b")


@given(st.text(max_size=60))
def test_no_id_makes_a_draft_a_path(entry: str) -> None:
    """Whatever an entry is called, what stands for it is twelve digits."""
    assert len(digest(entry)) == 12 and digest(entry).isalnum() and digest(entry).isascii()


def test_a_goal_says_what_it_lacks() -> None:
    """Its words, and a reason where it is let go."""
    assert "know, be able to do" in lacks(Growth(text=" "))
    assert "why you let it go" in lacks(Growth(text="Wait", state=GrowthState.LET_GO))
    assert not lacks(Growth(text="Wait", state=GrowthState.LET_GO, because="no time"))
    goal = with_step(Growth(text="Wait"), GrowthStep(entry="a", text="five seconds"))
    assert goal.shown_by == {"a"} and with_step(goal, GrowthStep(text="read")).shown_by == {"a"}


BODIES: dict[str, dict[str, Any]] = {
    question.KIND: Question(
        about="a", text=HOSTILE, passage=HOSTILE, title="Tuning", asked_on=START.date()
    ).model_dump(mode="json"),
    answer.KIND: Answer(
        to="q",
        about="a",
        question="Why?",
        passage="p",
        text=HOSTILE,
        giver="Ben",
        answered_on=START.date(),
    ).model_dump(mode="json"),
    growth.KIND: Growth(
        sort=GrowthSort.DISPOSITION,
        text=HOSTILE,
        why="they think",
        due=START.date(),
        steps=(GrowthStep(entry="a", text="five seconds"),),
        because="it showed",
    ).model_dump(mode="json"),
}


@pytest.mark.parametrize("kind", BODIES)
def test_each_is_an_entry_like_any_other(kind: str) -> None:
    """Listed under its kind, found by all it says, opened as its model, told part by part."""
    body = BODIES[kind]
    document = make_document(
        entry_id=f"{kind}-1",
        kind=kind,
        body=body,
        made_at=START,
        salt="0" * 32,
        last=None,
        after=GENESIS,
    )
    record = record_in(document)
    assert record is not None and record.model_dump(mode="json") == body
    assert entries.group_of(kind) == kind and entries.label(kind, body) == entries.KINDS[kind].one
    assert HOSTILE.strip() in " ".join(entries.texts(body))
    told = " ".join(
        " ".join((each.text, each.beside, *each.below))
        for section in sections(record)
        for each in section.said
    )
    assert HOSTILE in told + entries.title("x", body) and about(record)
    assert entries.line(kind, body)
    for word in {"growth": ("they think", "five seconds", "it showed"), "answer": ("Ben",)}.get(
        kind, ()
    ):
        assert word in " ".join(entries.texts(body))
        assert word in told + about(record)


def test_a_mark_is_called_one_and_what_is_done_with_says_so() -> None:
    """In a list: a mark, a question, a question that is settled."""
    told = [
        entries.label("question", {"about": "a"}),
        entries.label("question", {"text": "Why?", "state": "open"}),
        entries.label("question", {"text": "Why?", "state": "settled"}),
        entries.label("question", {"state": "taken_back"}),
    ]
    assert told == ["mark", "question", "question, settled", "mark, taken back"]
    assert entries.line("question", {}) == "marked for the mentor"
    assert entries.line("question", {"passage": "so it was"}) == "“so it was”"
    assert entries.line("growth", {"sort": "skill", "state": "let_go"}) == "Skill · let go"
    assert entries.line("answer", {"giver": "Ben", "text": "No", "question": "Why?"}) == (
        "Ben: No (to: Why?)"
    )


def test_what_two_copies_of_a_mentor_answered_alike_is_said_once() -> None:
    """Each has its own entry; all of them answer the question, and one of them is shown."""
    asked = Question(about="debrief-a", text="Too long?")
    given = [
        (f"answer-{n}", Answer(to="q", about="debrief-a", text=f"No.{' ' * n}", giver="Ben"))
        for n in (0, 1)
    ]
    notes = [
        (f"note-{n}", Answer(to="debrief-a", about="debrief-a", text="Look.", giver="Ben"))
        for n in (0, 1)
    ]
    other = ("answer-2", Answer(to="q", about="debrief-a", text="Yes.", giver="Ben"))
    found = mentoring([("q", asked)], [*given, other, *notes], [])
    (one,) = found.asked
    assert [each.id for each in one.said] == ["answer-0", "answer-2"] and len(one.answers) == 3
    assert [each.id for each in found.written] == ["note-0"]

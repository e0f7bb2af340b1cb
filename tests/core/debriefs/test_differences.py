"""Two debriefs side by side: every answer of both is there, and where they part is told."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import (
    FIRST_QUESTION,
    Answer,
    CaptureSorted,
    Commitment,
    Debrief,
    Earlier,
    Judgement,
    MarkTold,
    NormSorted,
    Planner,
    WaitSorted,
)
from facilitui.core.debriefs.debrief_words import CaptureSort, Partner, Stance, Support, Verdict
from facilitui.core.debriefs.differences import Difference, between_people, differences, parted
from facilitui.core.library.norms import NormFate
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.vocabulary import Mode, Role, WaitEnding
from tests.core.making import Script, plain
from tests.core.strategies import texts

RUN = Script(plain(10)).press(moves.forward, moves.mark, moves.capture("they quoted the work"))
RUN.press(moves.open_or_close_wait).wait(5).press(moves.open_or_close_wait)
FACTS = session_facts(RUN.state)
MARK, CAPTURE = (note.seq for note in FACTS.notes)
(WAIT,) = (wait.seq for wait in FACTS.waits)
DUE = date(2026, 12, 9)
KIM = Planner(person="Kim", role=Role.STAFF)


def rows(one: Debrief, other: Debrief) -> tuple[Difference, ...]:
    """Both, as they are laid side by side."""
    return differences(one, other, FACTS, UTC)


def debrief(learned: str, *answers: str, promised: str = "") -> Debrief:
    """A debrief that says these."""
    return Debrief(
        learned=learned,
        answers=tuple(
            Answer(id=f"a.{n}", ask=f"Q{n}", text=text) for n, text in enumerate(answers)
        ),
        commitments=(Commitment(text=promised),),
    )


@pytest.mark.parametrize(
    ("first", "second", "adds"),
    [
        ("120 came", "12", True),
        ("Room 12", "Room 1", True),
        ("They did not know", "no", True),
        ("They did not know", "did  not", False),
        ("so", "", False),
        ("", "so", True),
        ("It went well.", "It went well", False),
        ("I felt rushed.", "I felt rus", False),
        ("Ask Ana, then Ben", "Ask Ana", False),
        ("Ask Ana, then Ben", "Ana", False),
        ("It took 12.5 minutes", "It took 12", True),
        ("In 10:30 minutes", "In 10", True),
        ("Then they didn't come", "they did", True),
        ("Room 12.", "Room 12", False),
        ("It went well", "It went well.", True),
    ],
)
def test_a_text_adds_what_is_no_run_of_words_of_the_other(
    first: str, second: str, adds: bool
) -> None:
    """Letters within a word of the other are no words of it."""
    assert Difference("?", first, second).adds is adds


@given(texts, st.integers(0, 40))
def test_what_was_only_begun_adds_nothing(text: str, typed: int) -> None:
    """Wherever the typing was cut off behind a letter."""
    begun = text[:typed]
    assert not (begun[-1:].isalpha() and Difference("?", text, begun).adds)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["", ".", " min", ".5"]))
def test_another_figure_is_always_added(first: int, second: int, behind: str) -> None:
    """Though it is the beginning of the one that stands there."""
    adds = Difference("?", f"after {first}{behind}", f"after {second}").adds
    assert adds is (first != second or behind == ".5")


def test_each_question_stands_once_with_both_answers() -> None:
    """In the order of the first, then what only the second answers; empty on both sides is left
    out, and spacing is no difference."""
    mine = debrief("They waited", "same  words", "", "", promised="Count")
    theirs = debrief("They talked", "same words\n", "", "only theirs")
    found = rows(mine, theirs)
    assert [(row.ask, row.first, row.second) for row in found][1:] == [
        ("Q0", "same  words", "same words"),
        ("Q2", "", "only theirs"),
        ("What will you try next?", "Count", ""),
    ]
    assert [row.differs for row in found] == [True, False, True, True]
    assert [row.adds for row in found] == [True, False, True, False]
    assert parted(found) == "1 of 4 differs, 2 answered by one alone"
    assert parted(rows(mine, mine)) == "0 of 3 differ"


@pytest.mark.parametrize(
    ("field", "one", "other", "ask", "said"),
    [
        (
            "judgements",
            (Judgement(goal="G1", text="know", verdict=Verdict.MET, evidence="six"),),
            (Judgement(goal="G1", text="know", verdict=Verdict.NOT_YET, evidence="six"),),
            "G1 know",
            ("Met. six", "Not yet. six"),
        ),
        ("stance", Stance.LEADER, Stance.GUIDE, "Stance", ("Leader", "Guide")),
        ("attendance", 9, 14, "How many came", ("9", "14")),
        ("attendance", 0, None, "How many came", ("0", "")),
        ("my_role", Role.FACILITATOR, Role.MENTOR, "Role", ("", "Mentor")),
        ("support", Support.NONE, Support.SOME, "Help needed", ("None", "Some")),
        ("mode", Mode.ONLINE, None, "How the session met", ("Online", "")),
        ("place", "Room 4", " ", "Place", ("Room 4", "")),
        ("led_by_me", True, False, "Led by the one who debriefs?", ("Yes", "")),
        ("partners", (Partner.STAFF,), (), "Debriefed with whom?", ("With staff", "")),
        ("planned_with", (KIM,), None, "Planned with whom?", ("Kim (staff)", "")),
        ("planned_with", (KIM,), (), "Planned with whom?", ("Kim (staff)", "nobody else")),
        (
            "norms",
            (NormSorted(norm="n", text="Listen", fate=NormFate.KEPT),),
            (NormSorted(norm="n", text="Listen", fate=NormFate.BROKEN),),
            "What became of “Listen”?",
            ("Kept", "Broken"),
        ),
        (
            "marks",
            (MarkTold(mark=MARK, text="a laugh"),),
            (MarkTold(mark=MARK, text="a sigh"),),
            "Marked 20:30, a: what was it?",
            ("a laugh", "a sigh"),
        ),
        ("marks", (MarkTold(mark=999, text="x"),), (), "A mark: what was it?", ("x", "")),
        (
            "waits",
            (WaitSorted(wait=WAIT, ending=WaitEnding.RESTATED),),
            (),
            "The wait at 20:30: how did it end?",
            ("Restated", ""),
        ),
        (
            "captures",
            (CaptureSorted(capture=CAPTURE, goals=("G1",)),),
            (CaptureSorted(capture=CAPTURE, sorts=(CaptureSort.QUOTE,)),),
            "What is “they quoted the work”?",
            ("Shows G1", "Quote"),
        ),
        (
            "earlier",
            (Earlier(entry="e", text="Count", outlook=Outlook.KEPT, happened="it held"),),
            (Earlier(entry="e", text="Count", happened="it held"),),
            "Promised before: Count",
            ("Kept. it held", "it held"),
        ),
        (
            "commitments",
            (Commitment(text="Count", due=DUE),),
            (Commitment(text="Count"),),
            "What will you try next?",
            ("Count (by Wed 9 Dec 2026)", "Count"),
        ),
    ],
)
def test_nothing_that_differs_is_told_as_the_same(
    field: str, one: Any, other: Any, ask: str, said: tuple[str, str]
) -> None:
    """Everything a debrief says is compared, a figure and a word as much as a text."""
    (row,) = rows(Debrief(**{field: one}), Debrief(**{field: other}))
    assert row == Difference(ask, *said) and row.differs


def test_every_field_of_a_debrief_is_compared_or_is_no_answer() -> None:
    """A field that is added is not forgotten here."""
    compared = {
        *("learned", "prompts", "answers", "commitments", "earlier", "judgements", "partners"),
        *("with_whom", "led_by_me", "my_role", "stance", "support", "mode", "place"),
        *("attendance", "planned_with", "waits", "norms", "captures", "marks"),
    }
    whose = {"lens", "reason", "frame", "frame_name", "door"}
    of_the_run = {"session", "plan", "title", "held_at", "zone", "quotes", "facts", "log_head"}
    of_the_run |= {"sensitive"}
    assert compared | whose | of_the_run == set(Debrief.model_fields)


def test_what_one_alone_was_asked_is_no_difference() -> None:
    """Another frame asks other things; what the session holds is asked of both, but at the door."""
    judged = Judgement(goal="G1", text="know", verdict=Verdict.MET)
    told = {"earlier": (Earlier(entry="e", text="Count", happened="it held"),)}
    mine = debrief("They waited", "same").model_copy(update={**told, "judgements": (judged,)})
    full = debrief("They talked").model_copy(
        update={"answers": (Answer(id="b.0", ask="Plus", text="the silence"),)}
    )
    found = {row.ask: row for row in between_people(mine, full, FACTS, UTC)}
    asked = {ask: row.asked for ask, row in found.items() if not all(row.asked)}
    assert asked == {
        "Q0": (True, False),
        "Promised before: Count": (True, False),
        "Plus": (False, True),
    }
    assert {ask for ask, row in found.items() if row.differs} == {FIRST_QUESTION, "G1 know"}
    assert parted(found.values()) == "1 of 2 differs, 1 answered by one alone, 3 asked of one alone"
    at_door = full.model_copy(update={"door": True})
    apart = {row.ask for row in between_people(mine, at_door, FACTS, UTC) if row.differs}
    assert apart == {FIRST_QUESTION}
    assert all(row.differs for row in rows(mine, full) if row.ask in asked)


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_nothing_is_lost_and_nothing_differs_from_itself(one: list[str], other: list[str]) -> None:
    """Whatever was written, and whoever comes first."""
    mine, theirs = debrief("x", *one), debrief("y", *other)
    found, turned = rows(mine, theirs), rows(theirs, mine)
    assert {row.first for row in found} >= {text.strip() for text in one if text.strip()}
    assert {row.second for row in found} >= {text.strip() for text in other if text.strip()}
    assert {(r.first, r.second) for r in found} == {(r.second, r.first) for r in turned}
    assert not any(row.differs or row.adds for row in rows(mine, mine))

"""The questions that a run's data raises: few, a good one first, and never a false figure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.debriefs.prompts import AT_MOST, ON_TIME, asked_by_now, data_prompts
from facilitui.core.library.norms import NormAnswer
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import PartFacts, SessionFacts, session_facts
from facilitui.core.sessions.session import Note, NoteKind, Wait
from facilitui.core.vocabulary import EvidenceKind, Silence
from tests.core.making import START, Script, agenda, part, plain

GOOD = {"waits_reached", "norm_invoked", "norm_kept", "on_time", "kept_time", "went_well"}
EMPTY = session_facts(Script().state)

waits = st.builds(
    Wait,
    seq=st.just(1),
    part=st.just("a"),
    began=st.just(0.0),
    target_seconds=st.sampled_from([3.0, 5.0]),
    seconds=st.floats(0, 60),
)
parts = st.builds(
    PartFacts,
    name=st.just("Work"),
    block=st.just("a"),
    planned=st.floats(0, 60),
    ran=st.floats(0, 80),
    directions=st.just(0.0),
    silent=st.booleans(),
    skipped=st.booleans(),
    protected=st.booleans(),
)
facts = st.builds(
    replace,
    st.just(EMPTY),
    waits=st.lists(waits, max_size=5).map(tuple),
    waits_marked=st.just(5),
    parts=st.lists(parts, max_size=4).map(tuple),
    ended_late=st.none() | st.integers(-30, 30),
    norms_invoked=st.lists(st.just("n"), max_size=2).map(tuple),
    notes=st.lists(st.just(Note(1, NoteKind.CAPTURE, 0, "a")), max_size=1).map(tuple),
    goals=st.lists(st.just(Goal(id="G1", text="x")), max_size=1).map(tuple),
    evidence=st.lists(st.just(Evidence(id="E", kind=EvidenceKind.EXIT_TICKET)), max_size=1).map(
        tuple
    ),
)


@given(facts)
def test_at_most_three_with_something_good_first(run: SessionFacts) -> None:
    """Exactly one prompt is of what went well, and it comes first, whatever the figures show."""
    found = [prompt.id for prompt in data_prompts(run)]
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert not GOOD.intersection(found[1:])
    assert found[0] in GOOD
    went_well = (
        run.waits_reached
        or run.norms_invoked
        or (run.ended_late is not None and abs(run.ended_late) <= 2)
    )
    assert not went_well or found[0] != "went_well"


@given(facts)
def test_every_figure_is_the_runs(run: SessionFacts) -> None:
    """Numbers in a prompt are counts, minutes and medians that the facts hold."""
    counts = (len(run.waits), run.waits_reached, run.median_wait or 0, ON_TIME)
    true = {str(figure) for figure in (*counts, *(wait.lasted for wait in run.waits))}
    over = [each.ran - each.planned for each in run.parts]
    for prompt in data_prompts(run):
        ask = re.sub(r"(\d+) min 30 s", r"\1.5", prompt.ask)
        for told in set(re.findall(r"\d+(?:\.\d+)?", ask)) - true:
            assert any(abs(float(told) - each) <= 0.5 for each in over), told


@given(facts)
def test_nothing_is_said_that_the_data_does_not_show(run: SessionFacts) -> None:
    """Each prompt's claim holds for the run that it is asked about."""
    found = {prompt.id for prompt in data_prompts(run)}
    over = max((each.over for each in run.parts), default=0.0)
    assert "overrun" not in found or over >= 5
    assert "waits_short" not in found or (run.waits and not run.waits_reached)
    assert "waits_reached" not in found or run.waits_reached
    assert "no_waits" not in found
    assert "evidence" not in found
    assert "kept_time" not in found or any(
        not each.skipped and abs(each.over) <= each.planned / 5 for each in run.parts
    )
    assert "debrief_cut" not in found or any(each.skipped for each in run.parts)


def asked(script: Script) -> dict[str, str]:
    return {prompt.id: prompt.ask for prompt in data_prompts(session_facts(script.state))}


@pytest.mark.parametrize(
    ("lengths", "words"),
    [
        ([6, 2, 9], "Of the 3 waits you marked, 2 reached their own target. What did you hear"),
        (
            [6, 2],
            "Of the 2 waits you marked, one reached its own target. What did you hear after",
        ),
        ([5], "You marked one wait; it reached its target. What did you hear after it?"),
        ([2], "The wait you marked did not reach its target; it lasted 2 s."),
        ([1, 2, 4], "None of the 3 waits you marked reached its target; the median was 2 s."),
    ],
)
def test_waits_are_told_in_honest_words(lengths: list[int], words: str) -> None:
    """So many marked, so many at their own target, as design §4 words it."""
    script = Script(plain(10)).press(moves.forward)
    for seconds in lengths:
        script.press(moves.open_or_close_wait).wait(seconds).press(moves.open_or_close_wait)
    script.press(moves.end)
    assert any(words in ask for ask in asked(script).values())


def test_a_wait_that_was_dropped_was_still_marked() -> None:
    """It counts for nothing, but "no wait was marked" would be false."""
    script = Script(plain(10)).press(moves.forward, moves.open_or_close_wait)
    assert "no_waits" not in asked(script.wait(9).press(moves.pause_or_resume, moves.end))
    assert "no_waits" in asked(Script(plain(10)).press(moves.forward, moves.end))


def test_an_overrun_is_asked_about_from_five_minutes() -> None:
    """The part that ran over most, by its name and its minutes (facts §6)."""
    for seconds, found in ((299, False), (300, True), (330, True)):
        script = Script(plain(10, 3)).press(moves.forward).wait(600 + seconds)
        script.press(moves.forward).wait(240).press(moves.end)
        assert ("a ran 5 min over." in asked(script).get("overrun", "")) == found or seconds > 300
        assert ("overrun" in asked(script)) == found


def test_a_debrief_that_was_cut_is_asked_about_first() -> None:
    """The step most often cut comes before all other hard questions; silence is no debrief."""
    blocks = agenda(part("a", 10), part("d", 5, protected=True))
    late = Script(blocks, goals=(Goal(id="G", text="x"),)).press(moves.forward).wait(1200)
    found = list(asked(late.press(moves.end)).items())
    assert [each for each, _ in found[:2]] == ["went_well", "debrief_cut"]
    assert "d" in re.findall(r"\w+", found[1][1])
    silent = agenda(part("a", 10), part("d", 5, protected=True, silence=Silence.ALL))
    assert "debrief_cut" not in asked(Script(silent).press(moves.forward, moves.end))
    done = Script(blocks).press(moves.forward).wait(600).press(moves.forward).wait(300)
    assert "debrief_cut" not in asked(done.press(moves.end))


@pytest.mark.parametrize(("late", "kept"), [(0, True), (120, True), (-120, True), (240, False)])
def test_ending_on_time_is_something_good(late: int, kept: bool) -> None:
    """Within two minutes of the planned end, either way."""
    end = START + timedelta(minutes=30)
    script = Script(plain(10, 20), planned_end=end).press(moves.forward).wait(1800 + late)
    assert ("on_time" in asked(script.press(moves.end))) == kept


@pytest.mark.parametrize(("late", "how"), [(0, "on time"), (60, "within 2 minutes of the plan")])
def test_only_to_the_minute_it_ended_on_time(late: int, how: str) -> None:
    """As the line beside it has it, which says that it ended 1 min late."""
    end = START + timedelta(minutes=30)
    script = Script(plain(10, 20), planned_end=end).press(moves.forward).wait(1800 + late)
    assert asked(script.press(moves.end))["on_time"].startswith(f"You ended {how}. What")


def test_a_short_step_cut_shorter_did_not_keep_its_time() -> None:
    """A minute that ended after two seconds is within a minute, but kept nothing."""
    script = Script(plain(1)).press(moves.forward).wait(2).press(moves.forward, moves.end)
    assert "kept_time" not in asked(script)
    kept = Script(plain(1)).press(moves.forward).wait(55).press(moves.forward, moves.end)
    assert "kept_time" in asked(kept)


def test_a_norm_that_was_kept_is_something_good() -> None:
    """The group said so of the norm to watch; that it was strained is not."""
    for answer, found in ((NormAnswer.KEPT, True), (NormAnswer.STRAINED, False)):
        script = Script(plain(10)).press(moves.forward).append((b.NormChecked(answer=answer),))
        assert ("norm_kept" in asked(script.press(moves.end))) == found


def test_planned_evidence_without_an_item_is_asked_about_by_name() -> None:
    """One as a whole sentence, several as a list that ends; none is not asked about."""
    run = session_facts(Script(plain(10)).press(moves.forward).state)

    def evidence(*unmet: str) -> list[str]:
        return [each.ask for each in data_prompts(run, "", unmet) if each.id == "evidence"]

    assert evidence() == []
    assert evidence("exit ticket for G2") == [
        "The planned exit ticket for G2 has no item yet. Where will it come from?"
    ]
    (ask,) = evidence("a for G1", "b for G2", "c for G1", "d for G3", "e for G3")
    assert "no item yet: a for G1; b for G2; c for G1; 2 more. Where" in ask


@given(facts, facts, st.sets(st.integers(0, AT_MOST)))
def test_what_was_answered_is_asked_whatever_the_figures_become(
    before: SessionFacts, after: SessionFacts, places: set[int]
) -> None:
    """As it was asked then; the others are those of the new figures, and the same ones stay."""
    first = asked_by_now((), before)
    assert [(each.id, each.ask) for each in first] == [(p.id, p.ask) for p in data_prompts(before)]
    assert asked_by_now(first, before) == first
    written = tuple(
        each.model_copy(update={"text": "x"}) if place in places else each
        for place, each in enumerate(first)
    )
    now = asked_by_now(written, after)
    assert [each for each in now if each.text] == [each for each in written if each.text]
    raised = {each.unanswered for each in data_prompts(after)}
    assert {each for each in now if not each.text} <= raised and len(now) <= AT_MOST
    if not places:
        assert set(now) == raised

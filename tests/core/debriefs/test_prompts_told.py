"""The figure and the moment of what a run asks, and the questions that need more than the run."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core import bodies as b
from facilitui.core.debriefs.prompts import asked_by_now, data_prompts, priority_criterion
from facilitui.core.library.norms import NormAnswer
from facilitui.core.library.rubric import Criterion, Rubric
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from tests.core.making import Script, plain


def test_a_prompt_has_its_figure_and_its_moment() -> None:
    """The figure stands beside it; the moment is that of the wait, the step, the answer."""
    script = Script(plain(10, 3)).press(moves.forward).wait(60)
    for seconds in (6, 2):
        script.press(moves.open_or_close_wait).wait(seconds).press(moves.open_or_close_wait)
    script.append((b.NormChecked(answer=NormAnswer.STRAINED),)).wait(900)
    found = data_prompts(session_facts(script.press(moves.forward, moves.end).state))
    assert [(each.id, each.figure, each.moment) for each in found] == [
        ("waits_reached", "1 of 2", 60.0),
        ("norm_strained", "minute 1", 68.0),
        ("overrun", "+6 min", 0.0),
    ]


def test_a_short_median_is_asked_about_even_where_a_wait_reached_its_target() -> None:
    """Under three seconds (facts §6), said to be by hand; the shortest one is its moment."""
    script = Script(plain(10)).press(moves.forward)
    for seconds in (9, 2, 1):
        script.press(moves.open_or_close_wait).wait(seconds).press(moves.open_or_close_wait)
    found = {each.id: each for each in data_prompts(session_facts(script.state))}
    assert "by hand, about a second either way" in found["median_short"].ask
    assert found["median_short"].moment == 11 and found["median_short"].figure == "2 s"
    assert "about 9 s in a." in found["long_silence"].ask and found["long_silence"].moment == 0


def test_who_did_not_lead_alone_is_asked_about_the_partner() -> None:
    """Without a name; somebody who led alone is not, whoever it was."""
    script = Script(plain(10, 10)).press(moves.forward).wait(60)
    alone = replace(session_facts(script.state), led={"Kim": 3.0})
    assert "co_facilitated" not in {each.id for each in data_prompts(alone)}
    both = replace(alone, led={"": 1.0, "Kim": 2.0})
    found = {each.id: each for each in data_prompts(both)}
    assert found["co_facilitated"].figure == "2 led" and "Kim" not in found["co_facilitated"].ask


def test_a_priority_area_is_asked_for_where_a_rubric_has_one() -> None:
    """The first of the first rubric; the neutral one has none, and then nothing is asked."""
    levels = {"1": "a", "2": "b"}
    criteria = tuple(Criterion(id=name, name=name.upper(), levels=levels) for name in "xy")
    neutral = Rubric(id="a", name="A", scale=levels, criteria=criteria)
    theirs = neutral.model_copy(update={"id": "b", "priority": ("y", "x")})
    assert priority_criterion([neutral]) == priority_criterion([]) == ""
    assert priority_criterion([theirs, neutral]) == "Y"
    run = session_facts(Script(plain(10)).press(moves.forward, moves.end).state)
    asks = {each.id: each.ask for each in data_prompts(run, "Y")}
    assert "“Y”" in asks["priority"] and "priority" not in {e.id for e in data_prompts(run)}
    assert asked_by_now(asked_by_now((), run, "Y"), run, "Y") == asked_by_now((), run, "Y")


def test_a_name_that_brings_its_quotation_marks_is_not_quoted_twice() -> None:
    """Of a criterion, and of a debrief that was left out."""
    facts = session_facts(Script(plain(10)).press(moves.forward).state)
    asks = [each.ask for each in data_prompts(facts, "“Wait time”")]
    assert any("on “Wait time” and" in ask for ask in asks)
    (part,) = facts.parts
    cut = replace(part, name="“So what?”", protected=True, silent=False, skipped=True)
    asks = [each.ask for each in data_prompts(replace(facts, parts=(cut,)))]
    assert "“So what?” was left out. What would you have asked?" in asks

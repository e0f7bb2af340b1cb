"""What trends are made of: scores, goals, waits, times, voices and the steps of protocols."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.seconds_told import longer
from facilitui.core.trends.drift import drifts, step_told
from facilitui.core.trends.trend_drift import drift_trends
from facilitui.core.trends.trend_evidence import Evidence
from facilitui.core.trends.trend_goals import goal_trends
from facilitui.core.trends.trend_scores import not_comparable, score_trends
from facilitui.core.trends.trend_sessions import session_trends
from facilitui.core.trends.trends import Trend, Who
from tests.core.trending import REF, judged, own, protocol, seen, session, waits

MET, PARTLY, NOT_YET = Verdict.MET, Verdict.PARTLY, Verdict.NOT_YET


def ran(*weeks: dict[str, Any]) -> dict[str, Trend]:
    """The trends of how sessions ran, one a week, by their name."""
    held = tuple(session(week, **fields) for week, fields in enumerate(weeks))
    return {each.name: each for each in session_trends(Evidence(held))}


def words(trend: Trend, who: Who) -> list[str]:
    """What a line's points say."""
    return [p.words for each in trend.lines if each.who is who for p in each.points]


def test_oneself_and_observers_are_two_lines_of_a_criterion() -> None:
    """Several observers of a session are its median with its range; nobody's score is another's."""
    evidence = Evidence(
        tuple(session(week) for week in range(6)),
        own=tuple(own(week, listens=1 + week // 2) for week in range(6)),
        observed=(seen(1, "Bea", listens=1), seen(3, "Bea", listens=2), seen(3, "Cy", listens=4)),
    )
    (trend,) = score_trends(evidence)
    assert (trend.group, trend.name, trend.last) == ("Ours, version 1", "Listens", "3 of 4")
    assert [each.who for each in trend.lines] == [Who.SELF, Who.OBSERVER]
    assert words(trend, Who.OBSERVER) == [
        "1 of 4 by Bea",
        "2 of 4 by Bea, 4 of 4 by Cy",
    ]
    both = trend.lines[1].points[1]
    assert (both.value, both.low, both.high) == (3, 2, 4)
    assert trend.sentence == (
        "Yourself: 6 sessions, median 2 of 4, from 1 to 3; rose: "
        "median 1 of 4 in the first 3, 3 of 4 in the last 3. Observers: 1 of 4, then 3 of 4, "
        "given from 1 to 4; 2 sessions are too few to see a direction. "
        "2 sessions scored by both: the same level in 1, 1 level apart in 1."
    )
    assert len(trend.places) == 6 and len(trend.places[3].points) == 2


def test_versions_of_a_rubric_are_never_mixed() -> None:
    """Nor rubrics, nor scales; what a rubric is called does not matter."""
    newer = REF.model_copy(update={"version": "2"})
    wider = REF.model_copy(update={"top": 5})
    renamed = REF.model_copy(update={"name": "Renamed"})
    nameless = RubricRef(name="Somebody's")
    evidence = Evidence(
        own=(own(0, listens=1), own(1, newer, listens=2), own(2, renamed, listens=3)),
        observed=(seen(3, ref=wider, listens=4), seen(4, ref=nameless, listens=4)),
    )
    found = [*score_trends(evidence)]
    assert {each.group: each.sessions for each in found} == {
        "Renamed, version 1": 2,
        "Ours, version 2": 1,
        "Ours, version 1": 1,
    }
    assert len({each.key for each in found}) == 3
    assert not_comparable(evidence) == (
        "1 set of scores names no rubric and is compared with no other."
    )


def test_scores_are_told_under_the_session_as_it_was_run() -> None:
    """Its title and day are the log's; one that was run elsewhere stands alone by its entry."""
    evidence = Evidence(
        (session(2, title="As run"),),
        own=(own(2, listens=3),),
        observed=(seen(4, session="", listens=2), seen(5, session="", listens=2)),
    )
    (trend,) = score_trends(evidence)
    assert [each.at.title for each in trend.places] == ["As run", *["Seen elsewhere"] * 2]
    assert trend.places[0].at.entry == "scores-s2"
    assert [each.at.session for each in trend.places] == ["s2", "", ""]


def test_a_goal_is_the_same_by_its_text() -> None:
    """Whatever its case, its accents, its number and its plan; one not judged is missing."""
    evidence = Evidence(
        debriefs=(
            judged(0, ("Voir le détail", NOT_YET), ("Ask", MET)),
            judged(1, ("Ask", None), ("voir  le DETAIL", PARTLY)),
            judged(2, ("", MET)),
        ),
    )
    found = {each.name: each for each in goal_trends(evidence)}
    assert [*found] == ["voir  le DETAIL", "Ask"]
    assert words(found["voir  le DETAIL"], Who.SELF) == ["not yet", "partly"]
    assert found["Ask"].sessions == 1 and found["Ask"].last == "met"
    assert found["Ask"].sentence == (
        "You judged it met once. Met; one session is too few to see a direction."
    )


def test_a_goal_without_its_text_is_looked_up_in_its_session() -> None:
    """An entry of before texts were kept belongs to the goal that its session had."""
    evidence = Evidence(
        (session(0, goals=(("G1", "Ask"),)),),
        debriefs=(judged(0, ("", MET)), judged(1, ("ask", MET))),
    )
    (trend,) = goal_trends(evidence)
    assert trend.sessions == 2


def test_verdicts_rise_and_lie_between() -> None:
    """Their median may lie between two words, and is told as that."""
    verdicts = (NOT_YET, PARTLY, NOT_YET, PARTLY, MET, PARTLY, MET, MET)
    evidence = Evidence(debriefs=tuple(judged(n, ("Ask", each)) for n, each in enumerate(verdicts)))
    (trend,) = goal_trends(evidence)
    assert trend.sentence == (
        "You judged it met 3 times, partly 3 times, not yet twice. 8 sessions, median partly, from "
        "not yet to met; rose: median between not yet and partly in the first 4, met in the last 4."
    )


def test_waits_are_told_of_those_that_were_marked() -> None:
    """A session without any has no point and is counted apart; one without a target has none."""
    found = ran(waits(6, 3), waits(5, 7, 2), {}, waits(9, target=0))
    reached = found["Waits at their target"]
    assert words(reached, Who.RUN) == ["1 of 2", "2 of 3"]
    assert reached.sentence == (
        "3 of 5 waits reached their target. 50 %, then 67 %; 2 sessions are too few to see a "
        "direction. In 2 other sessions no wait that counts was marked."
    )
    long = found["How long, target 5 s"]
    assert words(long, Who.RUN) == ["median 4.5 s, 3 to 6 s", "median 5 s, 2 to 7 s"]
    assert words(found["How long, no target"], Who.RUN) == ["9 s"]
    assert (long.lines[0].points[1].low, long.lines[0].points[1].high) == (2, 7)


def test_beginning_and_ending_are_told_against_the_plan_and_what_was_agreed() -> None:
    """In the words of punctuality; a session without a plan of its times shows none."""
    found = ran(
        {"started_late": 4, "ended_late": 9, "after_agreed": 0},
        {"started_late": 0, "ended_late": -2},
        {"started_late": -1, "ended_late": 5, "after_agreed": 2},
        {},
    )
    assert words(found["Starting late"], Who.RUN) == [
        "started 4 min late",
        "started on time",
        "started 1 min early",
    ]
    assert found["Starting late"].sentence == (
        "Against the plan: 3 sessions, median on time, from 1 min early to 4 min late; a "
        "direction needs 6 sessions. In 1 other session no start was planned."
    )
    assert words(found["Ending late"], Who.RUN)[0] == "ended 9 min late, as agreed"
    assert " In 2 another end was agreed on, and 1 kept to it. " in found["Ending late"].sentence


@pytest.mark.parametrize("earlier", [True, False])
def test_later_and_earlier_are_words_of_their_own(earlier: bool) -> None:
    """Nothing rises or falls that is a moment."""
    late = [9, 8, 7, 2, 1, 0]
    minutes = late if earlier else late[::-1]
    found = ran(*({"started_late": each} for each in minutes))
    word = "became earlier" if earlier else "became later"
    assert f"; {word}: median " in found["Starting late"].sentence


def test_who_was_heard_is_told_only_where_voices_were_counted() -> None:
    """Of those who are here, and of those expected where nobody counted them."""
    found = ran(
        {"voices": 9, "heard": 4, "people": 8, "counted": True},
        {"people": 8, "counted": True},
        {"voices": 1, "heard": 1, "people": 9},
    )
    trend = found["People who were heard"]
    assert words(trend, Who.RUN) == ["4 of 8 heard, 9 times", "1 of 9 expected heard, 1 time"]
    assert " In 1 other session voices were not counted." in trend.sentence
    assert "People who were heard" not in ran({"people": 8})


def test_drift_is_what_drift_says() -> None:
    """The same median in the same words; a step that was not measured has no point."""
    weeks = [
        protocol(("look", 10, 12), ("say", 5, 5)),
        protocol(("look", 10, 13)),
        protocol(("look", 10, 15), ("say", 5, 4)),
    ]
    held = tuple(session(n, **each) for n, each in enumerate(weeks))
    whole, look, say = drift_trends(Evidence(held))
    (drift,) = drifts(each.ran_protocols for each in held).values()
    assert (look.group, look.name, say.sessions) == ("Tuning", "Look", 2)
    assert step_told(drift.steps["look"]) == "ran 13 min, 3 min longer, 3 runs"
    assert look.sentence == (
        "Against the plan, directions included: 3 sessions, median 3 min longer, from 2 min "
        "longer to 5 min longer; a direction needs 6 sessions. The median run took 13 min."
    )
    assert words(look, Who.RUN)[0] == "2 min longer than 10 min" and say.last == "−1 min"
    assert whole.name == "The whole protocol" and whole.sessions == 3


def test_steps_add_up_to_the_whole_as_they_are_told() -> None:
    """To the second: 45 s of directions are no minute, and a fraction of one is nothing."""
    ran = protocol(("look", 12, 12.75), ("say", 2, 2.75), ("end", 3, 3 - 4e-15))
    whole, look, say, end = drift_trends(Evidence((session(0, **ran),)))
    assert [look.last, say.last, end.last] == ["+45 s", "+45 s", "as planned"]
    assert whole.last == "+1 min 30 s"
    assert words(look, Who.RUN) == ["45 s longer than 12 min"]
    assert words(end, Who.RUN) == ["as planned, 3 min"]


@given(st.lists(st.floats(0.2, 20), min_size=1, max_size=9))
def test_whatever_steps_took_they_add_up(took: list[float]) -> None:
    """The whole is told as what its steps are told, none of them being less than a second off."""
    ran = protocol(*((f"s{n}", 5.0, each) for n, each in enumerate(took)))
    whole, *steps = drift_trends(Evidence((session(0, **ran),)))
    total = sum(round(each.lines[0].newest * 60) for each in steps)
    assert round(whole.lines[0].newest * 60) == total


def test_a_step_that_was_not_measured_is_told_to_be_missing() -> None:
    """As a goal is that was not judged, or was none."""
    held = (
        session(0, **protocol(("look", 10, 12), ("say", 5, 5))),
        session(1, **protocol(("look", 10, 12))),
        session(2),
    )
    _, look, say = drift_trends(Evidence(held))
    assert look.said[-1] == "In 1 other session it was not measured."
    assert say.said[-1] == "In 2 other sessions it was not measured."
    asked = (session(0), session(1, goals=(("G1", "ASK"),)), session(2))
    (goal,) = goal_trends(Evidence(asked, debriefs=(judged(0, ("Ask", MET)),)))
    assert goal.said[-2:] == (
        "In 1 other session it was not judged.",
        "In 1 other session it was no goal.",
    )


def test_waits_of_different_targets_are_not_mixed() -> None:
    """Each target has its own picture, in which it is named."""
    both = {"waits": waits(6, 4, target=5)["waits"] + waits(61, target=60)["waits"]}
    found = ran(both, waits(58, target=60), {})
    assert words(found["How long, target 60 s"], Who.RUN) == ["61 s", "58 s"]
    five = found["How long, target 5 s"]
    assert words(five, Who.RUN) == ["median 5 s, 4 to 6 s"]
    assert five.scale.ticks == ((6, "6 s"), (5, "target 5 s"), (0, "0 s"))
    assert five.said[-1] == "In 2 other sessions no such wait was marked."


def test_a_median_between_levels_is_told_as_that() -> None:
    """There is no level of 2.5."""
    own_scores = tuple(own(week, listens=2 + week % 2) for week in range(4))
    (trend,) = score_trends(Evidence(own=own_scores))
    assert "median between 2 and 3 of 4, from 2 to 3" in trend.sentence
    assert "2.5" not in trend.sentence and trend.edition == "version 1"


def test_few_is_told_once_of_oneself_and_observers() -> None:
    """And how often both agreed."""
    evidence = Evidence(own=(own(0, listens=1),), observed=(seen(0, listens=3),))
    (trend,) = score_trends(evidence)
    assert trend.said == (
        "Yourself: 1 of 4; one session is too few to see a direction.",
        "Observers: 3 of 4.",
        "1 session scored by both: 2 levels apart.",
    )


def test_nothing_shows_nothing() -> None:
    """No session, or one of which nothing is known, makes no trend."""
    for evidence in (Evidence(), Evidence((session(0),)), Evidence(debriefs=(judged(0),))):
        for kind in (score_trends, goal_trends, session_trends, drift_trends):
            assert [*kind(evidence)] == []


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 1200)), min_size=3, max_size=3),
        min_size=3,
        max_size=5,
    )
)
def test_plans_and_the_library_tell_the_same_of_a_step_as_trends(
    runs: list[list[tuple[int, int]]],
) -> None:
    """And of the whole: all to the second, from whatever has been run."""
    names = ("look", "say", "end")
    held = tuple(
        session(
            week,
            **protocol(
                *((name, a / 60, b / 60) for name, (a, b) in zip(names, steps, strict=True))
            ),
        )
        for week, steps in enumerate(runs)
    )
    drift = drifts(each.ran_protocols for each in held)["tuning"]
    whole, *steps = drift_trends(Evidence(held))
    assert re.search(rf"(median|each time) {longer(drift.whole.over)}\b", whole.sentence)
    for trend, name in zip(steps, names, strict=True):
        of = drift.steps[name]
        assert re.search(rf"(median|each time) {longer(of.over)}\b", trend.sentence)
        took = trend.sentence.split("The median run took ")[1].split(".")[0]
        assert step_told(of) == f"ran {took}, {longer(of.over)}, {len(runs)} runs"

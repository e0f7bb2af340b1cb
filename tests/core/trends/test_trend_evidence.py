"""What trends are made of counts once, on one day, and what cannot be known is told as that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.sessions.session_digest import Ran
from facilitui.core.trends.trend_drift import drift_trends
from facilitui.core.trends.trend_evidence import Evidence
from facilitui.core.trends.trend_goals import goal_trends
from facilitui.core.trends.trend_missing import is_decided, logs_told, undecided_told
from facilitui.core.trends.trend_scores import score_trends
from facilitui.core.trends.trends import side_by_side
from tests.core.trending import judged, on, own, protocol, seen, session

MET, PARTLY, NOT_YET = Verdict.MET, Verdict.PARTLY, Verdict.NOT_YET


def test_the_range_of_observers_is_that_of_what_they_gave() -> None:
    """As the picture draws it, and not that of their medians."""
    given = ([2], [2, 2, 4], [4, 1], [4, 2], [4, 2])
    observed = tuple(
        seen(week, f"Bea {n}", listens=level)
        for week, levels in enumerate(given)
        for n, level in enumerate(levels)
    )
    (trend,) = score_trends(Evidence(observed=observed))
    assert "Observers: 5 sessions, median between 2 and 3 of 4, from 1 to 4; " in trend.sentence


def test_goals_of_the_same_text_in_one_session_are_never_averaged() -> None:
    """Nobody judged partly; the second one is told apart, in the order of the plan."""
    two = (("Ask", MET), ("Ask", NOT_YET))
    evidence = Evidence(
        (session(0, goals=(("G1", "Ask"), ("G2", "ask"))), session(1, goals=(("G1", "Ask"),))),
        debriefs=(judged(0, *two), judged(1, ("ask", MET))),
    )
    first, second = goal_trends(evidence)
    assert (first.name, first.said[0]) == ("ask", "You judged it met twice.")
    assert second.name == "Ask (goal 2 of this text)" and second.last == "not yet"
    assert second.said[-1] == "In 1 other session it was no goal."
    assert all("partly" not in each.sentence.lower() for each in (first, second))
    unjudged = Evidence(debriefs=(judged(0, ("Ask", None), ("Ask", MET)),))
    assert [each.name for each in goal_trends(unjudged)] == ["Ask (goal 2 of this text)"]


def test_a_session_has_one_day_for_all_that_is_said_of_it() -> None:
    """A picture and its sentence run in the same order, whenever somebody wrote down what."""
    observed = (seen(9, session="s1", listens=2), seen(5, session="s2", listens=4))
    evidence = Evidence(own=(own(1, listens=1), own(2, listens=1)), observed=observed)
    (trend,) = side_by_side([*score_trends(evidence)], [])
    assert [each.at.session for each in trend.places] == ["s1", "s2"]
    assert "Observers: 2 of 4, then 4 of 4" in trend.sentence
    held = own(1, listens=1)
    held = replace(held, dated=on(7), record=held.record.model_copy(update={"held_at": on(7)}))
    (late,) = side_by_side([*score_trends(replace(evidence, own=(held, own(2, listens=1))))], [])
    assert [each.at.session for each in late.places] == ["s2", "s1"]  # when it was held goes first


def test_what_cannot_be_read_is_not_said_to_be_unscored() -> None:
    """Nor what is in conflict: nobody knows yet what was given."""
    held = tuple(session(week) for week in range(3))
    one = Evidence(held, own=(own(0, listens=1),))
    (whole,) = score_trends(one)
    (partial,) = score_trends(replace(one, is_partial=True))
    (undecided,) = score_trends(replace(one, undecided=frozenset({"s1"})))
    assert whole.said[-1] == "In 2 other sessions nobody scored it."
    assert partial.said[-1] == (
        "In 2 other sessions nobody scored it, as far as the journal can be read."
    )
    assert undecided.said[-1] == "In 1 other session nobody scored it."


def test_revisions_in_conflict_are_decided_where_they_show_the_same() -> None:
    """Words in a debrief are no figure; a level, a verdict, a rubric and a session are."""
    first: dict[str, Any] = {"session": "s", "scores": [{"level": 1}], "strengths": "a"}
    assert is_decided([first, {**first, "strengths": "b"}])
    for field in ("scores", "judgements", "rubric", "session", "giver", "lens", "held_at"):
        assert not is_decided([first, {**first, field: "x"}])
    assert undecided_told(0) == "" and "One entry has" in undecided_told(1)
    assert undecided_told(2).startswith("2 entries have conflicting revisions, so they count")


def test_logs_that_show_nothing_are_named() -> None:
    """Damaged ones, those that are not here, and copies; nothing is told of a whole home."""
    whole = Ran(logs=frozenset({"a", "b"}))
    assert [*logs_told(whole, {"a", "b"})] == []
    ran = replace(whole, damaged=(("a", "broken"),), copies=(("b-copy", "b"),))
    assert [*logs_told(ran, {"a", "b", "c"})] == [
        "The log of a is damaged, so how it ran is not shown; verify says more.",
        "The log of 1 session is not here, so how it ran is not shown.",
        "sessions/b-copy is a copy of b and is not counted again.",
    ]
    more = replace(ran, damaged=(("a", ""), ("x\x1b[1m", "")), copies=(("c", "b"), ("d", "b")))
    damaged, away, copied = logs_told(more, {"e", "f"})
    assert damaged.startswith("The log of a and of 1 more are damaged, so how they ran")
    assert away.startswith("The logs of 2 sessions are not here") and "(2 such folders)" in copied


def test_the_protocol_that_ran_most_often_is_first() -> None:
    """However late it ran for the first time."""
    held = (
        session(0, **protocol(("a", 5, 5), name="once")),
        session(1, **protocol(("b", 5, 5), name="often")),
        session(2, **protocol(("b", 5, 5), name="often")),
    )
    groups = [each.group for each in drift_trends(Evidence(held))]
    assert groups == ["Often", "Often", "Once", "Once"]


def test_another_persons_trends_bear_their_name() -> None:
    """In sentences and beside their glyph: whoever looks did none of it."""
    evidence = Evidence(
        own=(own(0, listens=2),),
        observed=(seen(0, listens=2),),
        debriefs=(judged(0, ("Ask", MET)),),
        whose="ada",
    )
    (score,), (goal,) = score_trends(evidence), goal_trends(evidence)
    assert score.said[0].startswith("Ada: 2 of 4; ") and score.lines[0].called == "ada"
    assert goal.said[0] == "Ada judged it met once." and not score.places[0].replayed

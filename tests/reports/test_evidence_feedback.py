"""What an evidence summary says of feedback: how all of it spread, whether it counts or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitui.core.pathways.case import Case, Heard
from facilitui.core.pathways.enrolment import Entered, Serves
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import Remark, RemarkKind
from facilitui.core.pathways.summary import Summary, rests_on
from facilitui.core.pathways.whose_words import called, words
from facilitui.core.pathways.words import Standing
from facilitui.core.pathways.working_out import progress_of
from tests.reports import enrolments
from tests.reports.test_evidence_facts import shown, told

CLEE = enrolments.CLEE
BEGUN, SECOND = enrolments.BEGUN, enrolments.SECOND


def test_how_answers_spread_is_told_also_where_they_do_not_count() -> None:
    """A-41: an assessor reads those of each session once, beside it or where it has no line."""
    first = enrolments.HEARD
    low = replace(
        first,
        source=replace(first.source, entry="feedback-b", session="session-b", told="Equity walk"),
        **{"effect": 0, "growth": 0, "surer": 0, "less": 9},
    )
    spread = tuple(
        Remark(RemarkKind.ANSWERS, words(called(each.source), f", {each.told}"), each.source)
        for each in (first, low)
    )
    summary = enrolments.candidate()
    asked = CLEE.requirement("participant_feedback")
    assert asked is not None
    heard = Progress(asked, Standing.LOGGED, (first.source,), 1, count="1 logged", remarks=spread)
    full = replace(summary, case=replace(summary.case, heard=(first, low)))
    text = told(shown(full, heard))
    assert spread[1].text in text and spread[0].text not in text
    assert text.count(first.told) == 1


def feedback_paper(*heard: Heard) -> tuple[Summary, str]:
    """A paper of somebody in the third phase, worked out from what participants answered."""
    keys = tuple(Serves(key=each.source.key) for each in heard)
    stays = (("learning", BEGUN), ("fully_approved", SECOND))
    enrolment = enrolments.candidate().progress.enrolment.model_copy(
        update={"serves": keys, "entered": tuple(Entered(phase=p, on=on) for p, on in stays)}
    )
    case = Case(heard=heard)
    progress = progress_of("enrolment-1", enrolment, CLEE, case, enrolments.TODAY)
    summary = Summary(progress, case, enrolments.TODAY, {})
    return summary, told(summary)


def of_session(name: str, on: date, **answers: int) -> Heard:
    """What participants of one session answered, nothing of which shows anything."""
    nothing = {"effect": 0, "growth": 0, "rated": 5, "surer": 0, "less": 5}
    of = enrolments.source(f"feedback-{name}", on, f"Exit {name}", f"session-{name}")
    return Heard(of, 5, **{**nothing, **answers})


def test_each_session_that_counts_tells_how_its_answers_spread() -> None:
    """A-41: behind its day, once, also where one of several shows less than the others."""
    good = of_session("a", date(2026, 4, 1), effect=4, growth=3, surer=3, less=2)
    other = of_session("b", date(2026, 4, 2), effect=1)
    _, text = feedback_paper(good, other)
    for number, each in enumerate((good, other), 3):
        assert text.count(each.told) == 1
        assert f"{each.source.told}; {each.told} (entry {number})" in text
    assert "Not counted" not in text


def test_answers_that_do_not_count_have_a_line_that_says_why() -> None:
    """With how they spread, and among what the paper rests on; those of other phases by number."""
    good = of_session("a", date(2026, 4, 1), effect=4, growth=3, surer=3, less=2)
    bad = of_session("b", date(2026, 4, 2))
    before = of_session("c", BEGUN)
    summary, text = feedback_paper(good, bad, before)
    line = (
        "2 Apr 2026: Exit b; 5 answered: 0 above the middle of the scale for how it worked; "
        "5 less sure (entry 4) Does not count: nobody rated anything above the middle of its "
        "scale; nobody is surer now than before, or told what they tried since."
    )
    assert line in text and text.count(bad.told) == 1
    assert (
        "Not counted: 2 other sets of answers do not count here: "
        "1 before this phase, 1 without what is looked for."
    ) in text
    assert "feedback-b" in rests_on(summary)

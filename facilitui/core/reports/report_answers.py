"""What the answers of a debrief tell, so that each finds its place in a report.

The frame's data says what a question tells: what was hard is a challenge, what worked a success,
what somebody takes from it a learning. What is to change is a challenge, and a next step as well.
An answer stands under no heading that its question never asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.debriefs.debrief import Answer
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.prompts import LONG_OVER
from facilitui.core.library.frames import Tells, told_by
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_hiding import KEPT
from facilitui.core.responses.feedback_figures import growth_told
from facilitui.core.responses.feedback_rate import returned, who
from facilitui.core.seconds_told import lasted
from facilitui.core.told import capital, minutes_over

LEARNINGS, CHALLENGES, SUCCESSES = "Learnings", "Challenges", "Successes"
"""The headings of the sponsor's document (requirements E-42)."""
_HARD = (Tells.CHALLENGE, Tells.CHANGE)
_MARKS = "-*•–+ \t"
"""What stands before a line that is an item of a list already."""


def answers_telling(case: Case, *wanted: Tells | None) -> tuple[Answer, ...]:
    """The answers that tell something of some kinds, of those that were answered."""
    answers = case.debrief.answers if case.debrief is not None else ()
    return tuple(
        each for each in answers if each.text.strip() and told_by(each.id, case.tells) in wanted
    )


def bullets(case: Case) -> dict[str, tuple[str, ...]]:
    """What a session's sponsor is told, each as short lines under its heading."""
    learned = case.debrief.learned if case.debrief is not None else ""
    found = {
        LEARNINGS: (*_lines(learned), *_answered(case, Tells.LEARNING), *_growth_lines(case)),
        CHALLENGES: (*_answered(case, *_HARD), *_not_reached(case), *_overrun(case)),
        SUCCESSES: (*_answered(case, Tells.SUCCESS), *_reached(case)),
    }
    return {heading: tuple(dict.fromkeys(lines)) for heading, lines in found.items()}


def _answered(case: Case, *wanted: Tells) -> tuple[str, ...]:
    return tuple(line for each in answers_telling(case, *wanted) for line in _lines(each.text))


def _lines(text: str) -> tuple[str, ...]:
    """What somebody wrote as the items of a list, one a line."""
    lines = (line.strip().lstrip(_MARKS).strip() for line in text.splitlines())
    return tuple(line for line in lines if line and line != KEPT)


def _growth_lines(case: Case) -> Iterator[str]:
    for each in case.feedback:
        for told in growth_told(each, who(each)):
            yield f"{capital(told)}; {returned(each)}"


def _reached(case: Case) -> Iterable[str]:
    met = (each for each in case.judgements if each.verdict is Verdict.MET)
    return (_with_evidence("Goal met", each.text, each.evidence) for each in met)


def _not_reached(case: Case) -> Iterable[str]:
    words = {Verdict.PARTLY: "Goal met in part", Verdict.NOT_YET: "Goal not met yet"}
    return (
        _with_evidence(words[each.verdict], each.text, each.evidence)
        for each in case.judgements
        if each.verdict in words
    )


def _with_evidence(what: str, goal: str, evidence: str) -> str:
    shown = " ".join(evidence.split())
    return f"{what}: {goal}{f' ({shown})' if shown not in ('', KEPT) else ''}"


def _overrun(case: Case) -> Iterable[str]:
    """That people were kept, from as many minutes on as a debrief asks about a part (facts §6).

    That is told from the end that was planned or booked; where none was, from the blocks' minutes.
    """
    facts = case.run.facts if case.run is not None else None
    if facts is None:
        return []
    if facts.ended_late is not None:
        kept = facts.ended_late >= LONG_OVER and not facts.free
        agreed = "" if facts.after_agreed is None or facts.after_agreed > 0 else ", as agreed"
        return [f"It ended {facts.ended_late} minutes later than planned{agreed}"] if kept else []
    if facts.over < LONG_OVER:
        return []
    return [f"It ran {lasted(minutes_over(facts.ran, facts.planned))} longer than planned"]

"""All that a debrief says, each under what was asked: to lay two of them side by side.

What stands there by itself, such as the usual role, says nothing; missing is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.debriefs.debrief import (
    FIRST_QUESTION,
    Commitment,
    Debrief,
    Earlier,
    Judgement,
)
from facilitui.core.debriefs.debrief_about import partners_told, planners_told
from facilitui.core.debriefs.debrief_questions import mark_ask
from facilitui.core.debriefs.prompts import AFTERCARE
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.told import capital, in_quotes, short_day
from facilitui.core.vocabulary import Role

Said = dict[str, tuple[str, str]]
"""The question and the answer, by what two debriefs are compared by."""
_OF_EVERYBODY = ("goal:", "mark:", "wait:", "norm:", "capture:")
"""What keys begin with of what the session itself holds."""


def said(debrief: Debrief, facts: SessionFacts, zone: tzinfo) -> Said:
    """What it says, in the order in which it is asked; an empty text where it says nothing."""
    answers = (*debrief.prompts, *debrief.answers)
    promised = "\n".join(_promised(each) for each in debrief.promised)
    return {
        "learned": (FIRST_QUESTION, debrief.learned.strip()),
        **{each.id: (each.ask, each.text.strip()) for each in answers},
        **{f"earlier:{e.entry}:{e.text}": _earlier(e) for e in debrief.earlier},
        **{f"goal:{each.goal}": _judged(each) for each in debrief.judgements},
        **{f"mark:{e.mark}": (mark_ask(facts, e.mark, zone), e.text) for e in debrief.marks},
        "commitments": ("What will you try next?", promised),
        **dict(_sorted(debrief, facts, zone)),
        **{f"about:{ask}": (ask, told) for ask, told in _about(debrief)},
    }


def is_asked(debrief: Debrief, key: str, told: Said) -> bool:
    """Whether a debrief that says all that was asked that, or says something to it unasked.

    What is sorted and judged is asked of everybody but at the door, where few things are.
    """
    if told.get(key, ("", ""))[1]:
        return True
    if debrief.door:
        return key in {"learned", AFTERCARE, *(each.id for each in debrief.answers)}
    return key in told or key.startswith(_OF_EVERYBODY)


def _promised(each: Commitment) -> str:
    dated = f" (by {short_day(each.due)})" if each.due else ""
    return f"{each.text.strip()}{dated}"


def _earlier(each: Earlier) -> tuple[str, str]:
    """What was promised, and what became of it before what happened."""
    told = "" if each.outlook is Outlook.OPEN else f"{each.outlook.label}."
    return f"Promised before: {each.text.strip()}", _joined(told, each.happened)


def _judged(each: Judgement) -> tuple[str, str]:
    """A goal, and the verdict before what shows it."""
    verdict = f"{each.verdict.label}." if each.verdict is not None else ""
    return f"{each.goal} {each.text.strip()}", _joined(verdict, each.evidence)


def _joined(word: str, text: str) -> str:
    return " ".join(part for part in (word, text.strip()) if part)


def _sorted(
    debrief: Debrief, facts: SessionFacts, zone: tzinfo
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each wait, norm and capture that was sorted."""
    began = {each.seq: time_of(each.began, facts.began_at, zone) for each in facts.waits}
    notes = {each.seq: each.text.strip() for each in facts.notes}
    for wait in debrief.waits:
        at = began.get(wait.wait, "")
        ask = f"The wait at {at}: how did it end?" if at else "A wait: how did it end?"
        yield f"wait:{wait.wait}", (ask, wait.ending.label)
    for norm in debrief.norms:
        yield f"norm:{norm.norm}", (f"What became of {in_quotes(norm.text)}?", norm.fate.label)
    for capture in debrief.captures:
        text = notes.get(capture.capture, "")
        ask = f"What is {in_quotes(text)}?" if text else "A capture: what is it?"
        yield f"capture:{capture.capture}", (ask, capital(capture.told))


def _about(debrief: Debrief) -> Iterator[tuple[str, str]]:
    """What was told about the debrief itself."""
    yield "Debriefed with whom?", capital(partners_told(debrief))
    yield "Led by the one who debriefs?", "Yes" if debrief.led_by_me else ""
    yield "Role", "" if debrief.my_role is Role.FACILITATOR else debrief.my_role.label
    yield "Stance", debrief.stance.label if debrief.stance else ""
    yield "Help needed", debrief.support.label if debrief.support is not None else ""
    yield "How the session met", debrief.mode.label if debrief.mode else ""
    yield "Place", debrief.place.strip()
    yield "How many came", "" if debrief.attendance is None else f"{debrief.attendance}"
    yield "Planned with whom?", planners_told(debrief)

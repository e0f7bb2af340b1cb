"""Wording: questions without a wait, questions that yes or no answers, too many words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Action, Subject
from facilitui.core.plans.agenda import Part
from facilitui.core.vocabulary import Mode

MOST_TO_SAY, MOST_TO_SHOW = 25, 12
"""Words that are still heard and read (design §2)."""
FIRST_WORDS = 6
MOST_REMEMBERED = 2000
"""How many texts are kept with their answer: plans are checked at every key."""

_ASKS = re.compile(r"[?？؟]")
_SENTENCE = re.compile(r"([^.!?？؟…\n]+)([?？؟])?")
_CLAUSES = re.compile(r"[:;—–]")
_CLOSED = re.compile(
    r"\W*(?:(?:and|so|now|then|but|or|well|okay|ok)\b\W*)?"
    r"(?:(?:do|does|did|is|are|was|were|can|could|will|would|have|has|had|should|shall)"
    r"(?:n[’']t)?|can[’']t|won[’']t|shan[’']t|any(?:body|one|thing)?)\b",
    re.IGNORECASE,
)
_CLOSED_AT_LAST = re.compile(
    r"(?:\bor\s+not|\byes\s+or\s+no|,\s*(?:right|ok|okay|yes|no))\s*$", re.IGNORECASE
)
_OPEN_AFTER_ALL = re.compile(
    r"\b(?:and|or)\b,?\s+(?:if\s+so,?\s+)?(?:why|how|what|which|where|when|who)\b", re.IGNORECASE
)


def wording(subject: Subject) -> Iterator[Check]:
    """What is said and shown."""
    for action in subject.actions:
        for part in action.block.parts:
            if part.cycle < 2:
                yield from _waits(subject, action, part)
                yield from _closed_question(action, part)
        yield from _too_many_words(action)
    yield from _closed_prompts(subject)


@lru_cache(maxsize=MOST_REMEMBERED)
def closed_question(text: str) -> str:
    """The first question of a text that can be answered with yes or no; empty without one."""
    if not _ASKS.search(text):
        return ""
    for sentence in _SENTENCE.finditer(text):
        if sentence[2] is None:
            continue
        asked = _CLAUSES.split(sentence[1])[-1].strip()
        closed = _CLOSED.match(asked) or _CLOSED_AT_LAST.search(asked)
        if closed and not _OPEN_AFTER_ALL.search(asked):
            return f"{asked}?"
    return ""


def first_words(text: str) -> str:
    """How a sentence begins."""
    words = text.split()
    more = "…" if len(words) > FIRST_WORDS else ""
    return short(" ".join(words[:FIRST_WORDS]) + more, 24)


def _of(part: Part) -> str:
    """What tells a part from others, whichever repetition of its step it is."""
    return "/".join(part.id.split("/")[:2])


def _waits(subject: Subject, action: Action, part: Part) -> Iterator[Check]:
    if part.question is None:
        if _ASKS.search(part.say) or _ASKS.search(part.show):
            yield make_check(
                "no-wait",
                _of(part),
                f"{short(part.name)}: a question without a wait target",
                "A question is worth a silence; choose its kind, and a wait of the right length "
                "is offered.",
                action.place,
            )
    elif subject.waits is not None and part.question not in subject.waits:
        yield make_check(
            "no-target",
            _of(part),
            f"{short(part.name)}: no wait target for “{part.question.label}”",
            "The wait targets in use do not know this kind of question; add it to them, or "
            "choose another kind.",
            action.place,
        )


def _closed_question(action: Action, part: Part) -> Iterator[Check]:
    if asked := closed_question(part.say) or closed_question(part.show):
        yield make_check(
            "yes-no",
            _of(part),
            f"{short(part.name)}: yes or no answers “{first_words(asked)}”",
            "A word ends that conversation; begin with what, how or why, so that people tell "
            "what they think.",
            action.place,
        )


def _closed_prompts(subject: Subject) -> Iterator[Check]:
    """Prompts of check-ins: nobody is there to ask a second question."""
    if subject.plan.mode is not Mode.ASYNCHRONOUS:
        return
    for each in subject.plan.check_ins:
        if asked := closed_question(each.prompt):
            yield make_check(
                "yes-no",
                f"check-in {each.at.isoformat(timespec='minutes')}",
                f"Check-in: yes or no answers “{first_words(asked)}”",
                "Nobody is there to ask further when it is read; begin with what, how or why.",
                "check_ins",
            )


def _too_many_words(action: Action) -> Iterator[Check]:
    planned = action.planned
    for kind, what, text, most in (
        ("words-to-say", "say; {} are heard", planned.say, MOST_TO_SAY),
        ("words-to-show", "show; {} are read", planned.show, MOST_TO_SHOW),
    ):
        if (count := len(text.split())) > most:
            yield make_check(
                kind,
                planned.id,
                f"{action.name}: {count} words to {what.format(most)}",
                f"People lose the thread after {most} words; keep what they must do, and leave "
                "the rest to the note.",
                action.place,
            )

"""The questions that a run's own data raises: at most three, one of them of something good.

A difficult conversation is asked about first of all: who may need a word after it.

Each is worded for what the figures can show and no more (facts §6): waits are marked by hand,
about a second either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from facilitui.core.debrief import Answer
from facilitui.core.facts import PartFacts, SessionFacts
from facilitui.core.norms import NormAnswer
from facilitui.core.session import NoteKind
from facilitui.core.vocabulary import EvidenceKind

AT_MOST = 3
LONG_OVER = 5.0
"""Minutes over from which a part is asked about (facts §6)."""
ON_TIME = 2
AFTERCARE = "aftercare"
"""The id of what is asked after a difficult conversation."""
AFTERCARE_ASK = (
    "After a conversation like this, who may need a word from you, when will you have it, "
    "and what support can you offer?"
)


@dataclass(frozen=True, slots=True)
class DataPrompt:
    """One question, with the id its answer is kept under."""

    id: str
    ask: str


def data_prompts(facts: SessionFacts) -> tuple[DataPrompt, ...]:
    """What to ask about this run: aftercare if it needs any, then something that went well."""
    first = (*_aftercare(facts), *islice(_went_well(facts), 1))
    return (*first, *islice(_to_look_at(facts), AT_MOST - len(first)))


def asked_by_now(asked: Sequence[Answer], facts: SessionFacts) -> tuple[Answer, ...]:
    """What is asked once a run's facts are others: of what was asked, what was answered stays."""
    answered = {answer.id for answer in asked if answer.text}
    raised = (each for each in data_prompts(facts) if each.id not in answered)
    room = max(0, AT_MOST - len(answered))
    fresh = {each.id: Answer(id=each.id, ask=each.ask) for each in islice(raised, room)}
    still = [
        answer if answer.text else fresh.pop(answer.id)
        for answer in asked
        if answer.text or answer.id in fresh
    ]
    return (*still, *fresh.values())


def _aftercare(facts: SessionFacts) -> Iterator[DataPrompt]:
    if facts.sensitive:
        yield DataPrompt(AFTERCARE, facts.aftercare.strip() or AFTERCARE_ASK)


def _went_well(facts: SessionFacts) -> Iterator[DataPrompt]:
    """What the figures show of it; the last one is for a run whose figures show nothing good."""
    if facts.waits_reached:
        count, reached = len(facts.waits), facts.waits_reached
        told = f"Of the {count} waits you marked, {reached} reached their own target."
        if reached == 1:
            told = f"Of the {count} waits you marked, one reached its own target."
        if count == 1:
            told = "You marked one wait; it reached its target."
        after = "it" if reached == 1 else "those"
        yield DataPrompt("waits_reached", f"{told} What did you hear after {after}?")
    if facts.norms_invoked:
        yield DataPrompt("norm_invoked", "A norm was called on. What did that make possible?")
    if any(check.answer is NormAnswer.KEPT for check in facts.norm_checks):
        yield DataPrompt("norm_kept", "The norm to watch was kept. What helped the group keep it?")
    if facts.ended_late is not None and abs(facts.ended_late) <= ON_TIME:
        yield DataPrompt("on_time", "You ended on time. What made that possible?")
    kept = [part for part in facts.parts if not part.skipped and _kept_time(part)]
    if kept:
        part = max(kept, key=lambda each: each.planned)
        yield DataPrompt("kept_time", f"{part.name} kept its time. What carried it?")
    yield DataPrompt("went_well", "What went well, and what in the room showed it?")


def _to_look_at(facts: SessionFacts) -> Iterator[DataPrompt]:
    yield from _skipped_debrief(facts)
    strained = (check for check in facts.norm_checks if check.answer is NormAnswer.STRAINED)
    for check in islice(strained, 1):
        minute = f"{check.elapsed / 60:.0f}"
        ask = f"A norm was strained around minute {minute}. Was it repaired, and how?"
        yield DataPrompt("norm_strained", ask)
    longest = max(facts.parts, key=lambda part: part.over, default=None)
    if longest is not None and longest.over >= LONG_OVER:
        over = round(longest.over)
        ask = f"{longest.name} ran {over} min over. What did the room gain or lose?"
        yield DataPrompt("overrun", ask)
    if facts.waits and not facts.waits_reached:
        count, seconds = len(facts.waits), f"{facts.median_wait} s"
        short = (
            f"The wait you marked did not reach its target; it lasted {seconds}."
            if count == 1
            else f"None of the {count} waits you marked reached its target; "
            f"the median was {seconds}."
        )
        yield DataPrompt("waits_short", f"{short} Where would you have waited?")
    if facts.evidence and not facts.count(NoteKind.CAPTURE):
        kind = EvidenceKind(facts.evidence[0].kind).label.lower()
        ask = f"Nothing was captured for the planned {kind}. Where will it come from?"
        yield DataPrompt("evidence", ask)
    if not facts.waits_marked:
        yield DataPrompt("no_waits", "No wait was marked. Where did silence do its work?")
    if facts.goals:
        ask = "Which goal moved least, and what in the run shows that?"
        yield DataPrompt("least_moved", ask)


def _kept_time(part: PartFacts) -> bool:
    """Within a minute, and in a short part within a fifth of it."""
    return abs(part.over) <= min(1.0, part.planned / 5)


def _skipped_debrief(facts: SessionFacts) -> Iterator[DataPrompt]:
    cut: PartFacts | None = next(
        (part for part in facts.parts if part.protected and not part.silent and part.skipped), None
    )
    if cut is not None:
        yield DataPrompt("debrief_cut", f"“{cut.name}” was left out. What would you have asked?")

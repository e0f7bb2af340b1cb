"""The questions that a run's own data raises: at most three, one of them of something good.

A difficult conversation is asked about first of all: who may need a word after it.

Each is worded for what the figures can show and no more (facts §6): waits are marked by hand,
about a second either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from facilitui.core.debriefs.debrief import Answer
from facilitui.core.library.norms import NormAnswer
from facilitui.core.library.rubric import Rubric
from facilitui.core.seconds_told import ran, ran_of
from facilitui.core.sessions.facts import PartFacts, SessionFacts
from facilitui.core.told import in_quotes, minutes_over, nearest, plural, signed

AT_MOST = 3
LONG_OVER = 5.0
"""Minutes over from which a part is asked about (facts §6)."""
ON_TIME = 2
"""Minutes from the planned end up to which it is something good; only to the minute is on time."""
SHORT_WAIT = 3
"""Whole seconds under which a median wait is asked about (facts §6)."""
MOST_NAMED = 3
"""So many kinds of evidence are named."""
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
    figure: str = ""
    """What the data shows of it, as short as it can be told; empty where it is no figure."""
    moment: float | None = None
    """Seconds since the session began at which it can be looked at; None where it has none."""

    @property
    def unanswered(self) -> Answer:
        """The question as a debrief keeps it, before anything was written."""
        return Answer(id=self.id, ask=self.ask, figure=self.figure, moment=self.moment)


def data_prompts(
    facts: SessionFacts, criterion: str = "", unmet: Sequence[str] = ()
) -> tuple[DataPrompt, ...]:
    """What to ask about this run: aftercare if it needs any, then something that went well.

    `criterion` is the priority area of a rubric that the session can be scored with, `unmet` the
    planned evidence that has no item yet.
    """
    first = (*_aftercare(facts), *islice(_went_well(facts), 1))
    return (*first, *islice(_to_look_at(facts, criterion, unmet), AT_MOST - len(first)))


def asked_by_now(
    asked: Sequence[Answer],
    facts: SessionFacts,
    criterion: str = "",
    unmet: Sequence[str] = (),
) -> tuple[Answer, ...]:
    """What is asked once a run's facts are others: of what was asked, what was answered stays."""
    answered = {answer.id for answer in asked if answer.text.strip()}
    raised = (each for each in data_prompts(facts, criterion, unmet) if each.id not in answered)
    room = max(0, AT_MOST - len(answered))
    fresh = {each.id: each.unanswered for each in islice(raised, room)}
    still = [
        answer if answer.id in answered else fresh.pop(answer.id)
        for answer in asked
        if answer.id in answered or answer.id in fresh
    ]
    return (*still, *fresh.values())


def priority_criterion(rubrics: Iterable[Rubric]) -> str:
    """The name of the first criterion that a rubric has as a priority area; empty without any."""
    named = (
        criterion.name
        for rubric in sorted(rubrics, key=lambda rubric: rubric.id)
        for id in rubric.priority
        if (criterion := rubric.criterion(id)) is not None
    )
    return next(named, "")


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
        ask = f"{told} What did you hear after {'it' if reached == 1 else 'those'}?"
        first = next(wait for wait in facts.waits if wait.reached)
        yield DataPrompt("waits_reached", ask, f"{reached} of {count}", first.began)
    if called := len(facts.norms_invoked):
        ask = "A norm was called on. What did that make possible?"
        yield DataPrompt("norm_invoked", ask, f"{called}×")
    kept_norm = (check for check in facts.norm_checks if check.answer is NormAnswer.KEPT)
    for check in islice(kept_norm, 1):
        ask = "The norm to watch was kept. What helped the group keep it?"
        yield DataPrompt("norm_kept", ask, _minute(check.elapsed), check.elapsed)
    if facts.ended_late is not None and abs(facts.ended_late) <= ON_TIME:
        late = f"{signed(facts.ended_late)} min"
        how = "on time" if not facts.ended_late else f"within {ON_TIME} minutes of the plan"
        yield DataPrompt("on_time", f"You ended {how}. What made that possible?", late)
    kept = [part for part in facts.parts if not part.skipped and _kept_time(part)]
    if kept:
        part = max(kept, key=lambda each: each.planned)
        ask = f"{part.name} kept its time. What carried it?"
        yield DataPrompt("kept_time", ask, _ran(part), part.began)
    yield DataPrompt("went_well", "What went well, and what in the room showed it?")


def _to_look_at(facts: SessionFacts, criterion: str, unmet: Sequence[str]) -> Iterator[DataPrompt]:
    yield from _skipped_debrief(facts)
    strained = (check for check in facts.norm_checks if check.answer is NormAnswer.STRAINED)
    for check in islice(strained, 1):
        minute = _minute(check.elapsed)
        ask = f"A norm was strained around {minute}. Was it repaired, and how?"
        yield DataPrompt("norm_strained", ask, minute, check.elapsed)
    longest = max(facts.parts, key=lambda part: part.over, default=None)
    if longest is not None and longest.over >= LONG_OVER:
        over = ran(minutes_over(longest.ran, longest.planned))
        ask = f"{longest.name} ran {over} over. What did the room gain or lose?"
        yield DataPrompt("overrun", ask, f"+{over}", longest.began)
    yield from _short_waits(facts)
    if unmet:
        yield _evidence(unmet)
    if len(facts.led) > 1:
        ask = (
            "You did not lead alone. What did your partner do that you want to keep, and which "
            "hand-over would you change?"
        )
        yield DataPrompt("co_facilitated", ask, f"{len(facts.led)} led")
    if criterion:
        ask = f"Score yourself on {in_quotes(criterion)} and quote the moment that shows it."
        yield DataPrompt("priority", ask)
    if not facts.waits_marked:
        ask = "No wait was marked. Where did silence do its work?"
        yield DataPrompt("no_waits", ask, "0 waits")
    yield from _long_silence(facts)
    if facts.goals:
        ask = "Which goal moved least, and what in the run shows that?"
        yield DataPrompt("least_moved", ask, plural(len(facts.goals), "goal"))


def _short_waits(facts: SessionFacts) -> Iterator[DataPrompt]:
    """None at its target; else half of them shorter than silence needs to be heard."""
    count, middle = len(facts.waits), facts.median_wait
    if middle is None:
        return
    began = min(facts.waits, key=lambda wait: wait.lasted).began
    if not facts.waits_reached:
        short = (
            f"The wait you marked did not reach its target; it lasted {middle} s."
            if count == 1
            else f"None of the {count} waits you marked reached its target; "
            f"the median was {middle} s."
        )
        yield DataPrompt(
            "waits_short", f"{short} Where would you have waited?", f"{middle} s", began
        )
    elif middle < SHORT_WAIT:
        ask = (
            f"The median of the {count} waits you marked was {middle} s, by hand, about a second "
            "either way. Where would you have waited longer?"
        )
        yield DataPrompt("median_short", ask, f"{middle} s", began)


def _long_silence(facts: SessionFacts) -> Iterator[DataPrompt]:
    """The longest wait, whatever its target: a silence asks what was in it."""
    longest = facts.longest_wait
    if longest is None or not longest.lasted:
        return
    where = next((f" in {part.name}" for part in facts.parts if part.id == longest.part), "")
    ask = (
        f"The longest silence you marked lasted about {longest.lasted} s{where}. "
        "What was happening in it?"
    )
    yield DataPrompt("long_silence", ask, f"{longest.lasted} s", longest.began)


def _evidence(unmet: Sequence[str]) -> DataPrompt:
    """Planned evidence that has no item yet, by name."""
    if len(unmet) == 1:
        ask = f"The planned {unmet[0]} has no item yet. Where will it come from?"
        return DataPrompt("evidence", ask, "none yet")
    more = len(unmet) - MOST_NAMED
    named = "; ".join((*unmet[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])))
    ask = f"Planned evidence has no item yet: {named}. Where will it come from?"
    return DataPrompt("evidence", ask, f"{len(unmet)} kinds")


def _minute(elapsed: float) -> str:
    return f"minute {nearest(elapsed / 60):.0f}"


def _ran(part: PartFacts) -> str:
    return ran_of(part.ran, part.planned)


def _kept_time(part: PartFacts) -> bool:
    """Within a minute, and in a short part within a fifth of it."""
    return abs(part.over) <= min(1.0, part.planned / 5)


def _skipped_debrief(facts: SessionFacts) -> Iterator[DataPrompt]:
    cut: PartFacts | None = next(
        (part for part in facts.parts if part.protected and not part.silent and part.skipped), None
    )
    if cut is not None:
        ask = f"{in_quotes(cut.name)} was left out. What would you have asked?"
        yield DataPrompt("debrief_cut", ask, ran_of(0, cut.planned))

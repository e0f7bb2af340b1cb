"""Pulses: how answers on a scale go from one day to the next, level by level.

How many gave each answer is told, never an average of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pulse_answers import given_in
from facilitui.core.pathways.requirements import Log, LogField
from facilitui.core.pathways.words import FieldType
from facilitui.core.told import capital, day_of_month, plural


@dataclass(frozen=True, slots=True)
class PulseDay:
    """What was answered on one day."""

    on: date
    about: str
    """When that was, as it was chosen: "cycle 1, at its beginning"; empty where nothing says so."""
    counts: tuple[int, ...]
    """How many gave each answer, in the order of the levels."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """The answers to one question."""

    requirement: Log
    ask: str
    levels: tuple[str, ...]
    """From the lowest to the highest."""
    days: tuple[PulseDay, ...]
    """The earliest first."""
    untold: int = 0
    """Answers that have no day, or are none of the levels."""


def pulses_of(requirement: Log, logged: Sequence[Logged]) -> tuple[Pulse, ...]:
    """The pulse of each question with a scale; none where the requirement has no such question."""
    return tuple(_pulse(requirement, field, logged) for field in scales_of(requirement))


def scales_of(requirement: Log) -> tuple[LogField, ...]:
    """Its questions with levels, which many answer."""
    return tuple(e for e in requirement.fields if e.type is FieldType.SCALE and e.choices)


def answers_beside(
    said: LogEntry, requirement: Log, field: LogField, others: Iterable[LogEntry]
) -> int | None:
    """How many answered a question when an entry says it was asked, in all entries of that pulse.

    None where nothing stands there at all. What is planned was answered by nobody yet, and words
    that are none of the levels are no answer on them: neither is counted. An entry that is not
    among the others, or has no day, stands by itself.
    """
    moment, all_of_it = _moment(requirement, said), [said]
    if said.on is not None and said in (known := [*others]):
        at = (said.requirement, said.on, said.slot)
        same = [each for each in known if (each.requirement, each.on, each.slot) == at]
        all_of_it = [each for each in same if _moment(requirement, each) == moment]
    levels = {each.strip() for each in field.choices}
    given = [
        one.times if one.answer in levels and not each.planned else 0
        for each in all_of_it
        for one in given_in(each.values.get(field.id, ""), field.choices)
    ]
    return sum(given) if given else None


def _pulse(requirement: Log, field: LogField, logged: Sequence[Logged]) -> Pulse:
    answers: dict[tuple[date, int, str], Counter[int]] = {}
    untold = 0
    levels = [each.strip() for each in field.choices]
    for each in logged:
        on = each.said.on
        for given in given_in(each.said.values.get(field.id, ""), field.choices):
            if given.answer not in levels or on is None:
                untold += given.times
                continue
            key = (on, each.said.slot.cycle or 0, _moment(requirement, each.said))
            level = levels.index(given.answer)
            answers.setdefault(key, Counter()).update({level: given.times})
    ordered = sorted(answers, key=lambda key: _order(requirement, key))
    days = tuple(
        PulseDay(on, _about(cycle, moment), _counts(answers[on, cycle, moment], field))
        for on, cycle, moment in ordered
    )
    return Pulse(requirement, field.ask, field.choices, days, untold)


def _counts(found: Counter[int], field: LogField) -> tuple[int, ...]:
    return tuple(found[level] for level in range(len(field.choices)))


def _moments(requirement: Log) -> LogField | None:
    """The field that says when it was asked, where one offers a choice of that."""
    return next((e for e in requirement.fields if e.type is FieldType.CHOICE), None)


def _moment(requirement: Log, said: LogEntry) -> str:
    field = _moments(requirement)
    return said.values.get(field.id, "").strip() if field else ""


def _order(requirement: Log, key: tuple[date, int, str]) -> tuple[date, int, int, str]:
    """By day; of one day in the order in which the moments can be chosen."""
    on, cycle, moment = key
    field = _moments(requirement)
    choices = field.choices if field else ()
    return on, cycle, choices.index(moment) if moment in choices else len(choices), moment


def _about(cycle: int, moment: str) -> str:
    told = (f"cycle {cycle}" if cycle else "", moment[:1].lower() + moment[1:])
    return ", ".join(filter(None, told))


def pulse_told(pulse: Pulse, today: date) -> str:
    """How often it was asked and what was answered first and last, each level with its count."""
    untold = (
        f" {plural(pulse.untold, 'answer')} without a day or a level not shown."
        if pulse.untold
        else ""
    )
    if not pulse.days:
        return f"Nothing asked yet.{untold}"
    newest = _day_told(pulse, pulse.days[-1], today)
    if len(pulse.days) == 1:
        return f"Asked once, {newest}.{untold}"
    first = _day_told(pulse, pulse.days[0], today)
    return f"Asked {len(pulse.days)} times. First {first}; last {newest}.{untold}"


def _day_told(pulse: Pulse, day: PulseDay, today: date) -> str:
    pairs = [*zip(pulse.levels, day.counts, strict=True)]
    alone = sum(day.counts) == 1
    told = (capital(level) if alone else f"{level} {n}" for level, n in reversed(pairs) if n)
    about = f" ({day.about})" if day.about else ""
    return f"on {day_of_month(day.on, today)}{about}: {', '.join(told)}"

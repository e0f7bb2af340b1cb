"""What the programme states to an enrolment: rules of its own, what waits or is set aside.

Every statement stays, the newest last: which one stands in which phase is decided by its day
(`facilitui.core.pathways.stated`), so nothing that was told later takes away what stood before.
Only one of the same day, or one that is said to correct it, stands in the place of the last one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from facilitui.core.pathways.enrolment import Enrolment, OwnRule, SetAside
from facilitui.core.safe_text import quoted

FILES_RULE = "the rule of {} is again as the pathway's file has it"
OWN_RULE = "the rule of {} was entered"
ASKED_AGAIN = "{} is asked again"
WAITS = "{} waits for an opportunity"
ASIDE = "{} was set aside"
_Statement = TypeVar("_Statement", bound=OwnRule | SetAside)


def rule_of(enrolment: Enrolment, requirement: str) -> OwnRule | None:
    """The rule of its own that was entered last, of whatever day; None for the file's."""
    return _entered_last(enrolment.rules, requirement)


def aside_of(enrolment: Enrolment, requirement: str) -> SetAside | None:
    """That a requirement waits or is set aside; None where it is asked."""
    return _entered_last(enrolment.aside, requirement)


def with_rule(
    enrolment: Enrolment, rule: OwnRule, text: str, *, corrected: bool = False
) -> Enrolment:
    """It with a rule of its own for a requirement that is called so."""
    rules = _Own(enrolment.rules, rule.requirement).then(rule, corrected=corrected)
    return _changed(enrolment, OWN_RULE.format(quoted(text)), rules=rules)


def without_rule(
    enrolment: Enrolment, requirement: str, text: str, on: date, *, corrected: bool = False
) -> Enrolment:
    """It with the file's rule from a day on."""
    if rule_of(enrolment, requirement) is None:
        return enrolment
    again = OwnRule(requirement=requirement, on=on)
    rules = _Own(enrolment.rules, requirement).then(again, corrected=corrected)
    return _changed(enrolment, FILES_RULE.format(quoted(text)), rules=rules)


def with_aside(
    enrolment: Enrolment, aside: SetAside, text: str, *, corrected: bool = False
) -> Enrolment:
    """It with a requirement that waits or is set aside.

    Since when stays where it did before, and where that is corrected.
    """
    before = aside_of(enrolment, aside.requirement)
    if before is not None and (corrected or before.waits == aside.waits):
        aside = aside.model_copy(update={"on": before.on})
    every = _Own(enrolment.aside, aside.requirement).then(aside, corrected=corrected)
    told = (WAITS if aside.waits else ASIDE).format(quoted(text))
    return _changed(enrolment, told, aside=every)


def asked_again(
    enrolment: Enrolment, requirement: str, text: str, on: date, *, corrected: bool = False
) -> Enrolment:
    """It with a requirement that is asked from a day on."""
    before = aside_of(enrolment, requirement)
    if before is None:
        return enrolment
    again = SetAside(requirement=requirement, asked=True, on=before.on if corrected else on)
    every = _Own(enrolment.aside, requirement).then(again, corrected=corrected)
    return _changed(enrolment, ASKED_AGAIN.format(quoted(text)), aside=every)


def entered_last(every: Iterable[_Statement]) -> tuple[_Statement, ...]:
    """Of each requirement the one entered last, unless that says that there is none any more."""
    last = {each.requirement: each for each in every}
    return tuple(each for each in last.values() if not each.is_over)


def _entered_last(every: Iterable[_Statement], requirement: str) -> _Statement | None:
    return next((each for each in entered_last(every) if each.requirement == requirement), None)


@dataclass(frozen=True, slots=True)
class _Own(Generic[_Statement]):
    """What was stated of one requirement, among all that was."""

    every: tuple[_Statement, ...]
    requirement: str

    def then(self, new: _Statement, *, corrected: bool) -> tuple[_Statement, ...]:
        """All, with one more of this requirement; that it is over is said only where it is new."""
        own = [each for each in self.every if each.requirement == self.requirement]
        if own and own[-1] == new:
            return self.every
        wrong = own.pop() if own and (corrected or own[-1].on == new.on) else None
        stay: tuple[_Statement, ...] = tuple(each for each in self.every if each is not wrong)
        return stay if new.is_over and (not own or own[-1].is_over) else (*stay, new)


def _changed(enrolment: Enrolment, reason: str, **fields: object) -> Enrolment:
    if all(getattr(enrolment, name) == value for name, value in fields.items()):
        return enrolment
    return enrolment.model_copy(update={**fields, "reason": reason})

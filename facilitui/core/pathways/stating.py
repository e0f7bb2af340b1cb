"""What the programme states to an enrolment: rules of its own, what waits or is set aside.

Every statement stays, the newest last: which one stands in which phase is decided by its day
(`facilitui.core.pathways.stated`), so nothing that was told later takes away what stood before.
Only one of the same day stands in the place of the last one. One that corrects stands in the place
of the very statement that it corrects: that which was entered last where somebody looked, however
much was stated meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from facilitui.core.pathways.correcting import place_of
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
    enrolment: Enrolment, rule: OwnRule, text: str, *, corrects: Enrolment | None = None
) -> Enrolment:
    """It with a rule of its own for a requirement that is called so.

    `corrects` is the enrolment as somebody looked at it whose last statement of that was wrong.
    Raises Refused where that is there no more, as all of these do.
    """
    own = _Own(enrolment.rules, rule.requirement)
    rules = own.then(rule) if corrects is None else own.corrected(rule, corrects.rules)
    return _changed(enrolment, OWN_RULE.format(quoted(text)), rules=rules)


def without_rule(
    enrolment: Enrolment,
    requirement: str,
    text: str,
    on: date,
    *,
    corrects: Enrolment | None = None,
) -> Enrolment:
    """It with the file's rule from a day on."""
    own, again = _Own(enrolment.rules, requirement), OwnRule(requirement=requirement, on=on)
    if corrects is None and rule_of(enrolment, requirement) is None:
        return enrolment
    rules = own.then(again) if corrects is None else own.corrected(again, corrects.rules)
    return _changed(enrolment, FILES_RULE.format(quoted(text)), rules=rules)


def with_aside(
    enrolment: Enrolment, aside: SetAside, text: str, *, corrects: Enrolment | None = None
) -> Enrolment:
    """It with a requirement that waits or is set aside.

    Since when stays where it did before, and where that is corrected.
    """
    own, before = _Own(enrolment.aside, aside.requirement), aside_of(enrolment, aside.requirement)
    if corrects is not None:
        aside = aside.model_copy(update={"on": own.wrong_in(corrects.aside).on})
        every = own.corrected(aside, corrects.aside)
    else:
        if before is not None and before.waits == aside.waits:
            aside = aside.model_copy(update={"on": before.on})
        every = own.then(aside)
    told = (WAITS if aside.waits else ASIDE).format(quoted(text))
    return _changed(enrolment, told, aside=every)


def asked_again(
    enrolment: Enrolment,
    requirement: str,
    text: str,
    on: date,
    *,
    corrects: Enrolment | None = None,
) -> Enrolment:
    """It with a requirement that is asked from a day on."""
    own, again = (
        _Own(enrolment.aside, requirement),
        SetAside(requirement=requirement, asked=True, on=on),
    )
    if corrects is not None:
        again = again.model_copy(update={"on": own.wrong_in(corrects.aside).on})
        every = own.corrected(again, corrects.aside)
    elif aside_of(enrolment, requirement) is None:
        return enrolment
    else:
        every = own.then(again)
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

    @property
    def own(self) -> list[_Statement]:
        """Those of this requirement, the newest last."""
        return self._of(self.every)

    def then(self, new: _Statement) -> tuple[_Statement, ...]:
        """All, with one more of this requirement; of the last one's day it takes its place."""
        last = self.own[-1] if self.own else None
        if last == new:
            return self.every
        same_day = last is not None and last.on == new.on
        return self._in_order((*(e for e in self.every if not (same_day and e is last)), new))

    def wrong_in(self, looked_at: Iterable[_Statement]) -> _Statement:
        """What is corrected by whoever looked at those. Raises Refused where it is gone."""
        return self.own[place_of(self.own, self._of(looked_at))]

    def corrected(self, new: _Statement, looked_at: Iterable[_Statement]) -> tuple[_Statement, ...]:
        """All, with another one in the place of what is corrected. Raises Refused likewise."""
        wrong = self.wrong_in(looked_at)
        return self._in_order(new if each is wrong else each for each in self.every)

    def _of(self, every: Iterable[_Statement]) -> list[_Statement]:
        return [each for each in every if each.requirement == self.requirement]

    def _in_order(self, every: Iterable[_Statement]) -> tuple[_Statement, ...]:
        """Without those of this requirement that end nothing."""
        stay: list[_Statement] = []
        for each in every:
            before = self._of(stay)[-1:]
            ends_nothing = each.is_over and (not before or before[0].is_over)
            if each.requirement != self.requirement or not ends_nothing:
                stay.append(each)
        return tuple(stay)


def _changed(enrolment: Enrolment, reason: str, **fields: object) -> Enrolment:
    if all(getattr(enrolment, name) == value for name, value in fields.items()):
        return enrolment
    return enrolment.model_copy(update={**fields, "reason": reason})

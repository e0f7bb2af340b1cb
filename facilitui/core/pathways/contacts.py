"""Last contacts: how long ago each of those was written down with whom a log can be (D-22).

It is told and no more: nothing says how long is too long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.requirements import Log, LogField, Requirement
from facilitui.core.told import day_of_month, plural


@dataclass(frozen=True, slots=True)
class LastContact:
    """The newest entry with one of the choices."""

    choice: str
    on: date | None
    """None where there is none that has a day and is not still to come."""


def whom(requirement: Requirement) -> LogField | None:
    """The field that says with whom something was; None where the requirement has none."""
    if not isinstance(requirement, Log) or requirement.with_whom is None:
        return None
    return next((each for each in requirement.fields if each.id == requirement.with_whom), None)


def last_of(logged: Iterable[Logged], field: LogField, today: date) -> tuple[LastContact, ...]:
    """For each choice of a field its newest entry up to today, in the order of the choices."""
    newest: dict[str, date] = {}
    for each in logged:
        said, on = each.said.values.get(field.id, "").strip(), each.said.on
        if on is not None and on <= today and not each.said.planned:
            newest[said] = max(on, newest.get(said, on))
    return tuple(LastContact(choice, newest.get(choice)) for choice in field.choices)


def lines(
    requirement: Requirement,
    logged: Sequence[Logged],
    today: date,
    closed_on: date | None = None,
) -> tuple[str, ...]:
    """A line for each of those with whom a log can be, without its full stop.

    `logged` is what is logged under the requirement; where it is closed, days are told up to then.
    Empty where nothing is logged, or where nothing says with whom it was.
    """
    field = whom(requirement)
    if field is None or not logged:
        return ()
    return tuple(_told(each, today, closed_on) for each in last_of(logged, field, today))


def _told(last: LastContact, today: date, closed_on: date | None) -> str:
    if last.on is None:
        return f"{last.choice}: none logged{'' if closed_on else ' yet'}"
    on = day_of_month(last.on)  # with its year: papers, which are read in any, say it as well
    if closed_on is None:
        ago = (today - last.on).days  # a paper is read on other days: "today" is never on it
        return f"{last.choice}: last contact {f'{ago} days ago, ' if ago > 1 else ''}on {on}"
    days = (closed_on - last.on).days
    before = f", {plural(days, 'day')} before it was closed" if days > 0 else ""
    return f"{last.choice}: last contact on {on}{before}"

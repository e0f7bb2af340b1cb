"""Enrolments as somebody names them: by id, by its beginning, or by what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.errors import NotFound, NotKnown, Problem
from facilitui.core.journals.unread_months import not_known
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import KIND
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.core.told import day_of_month, plural

_NAMED = 3
"""Others that a sentence names."""

NONE = (
    "nobody is enrolled in a pathway yet; `facilitui pathway enrol PATHWAY --name NAME` does that"
)


def refuse_none(enrolled: Sequence[Enrolled], lost: Sequence[Problem]) -> None:
    """Raises NotKnown where there is no enrolment, but some may be in months that are lost."""
    if not enrolled and lost:
        raise NotKnown(not_known(lost, "whether anybody is enrolled in a pathway"))


def enrolment_named(
    told: str, enrolled: Sequence[Enrolled], lost: Sequence[Problem] = ()
) -> Enrolled:
    """The one enrolment that is meant, of a journal of which so much is lost.

    Raises NotFound where that is none, or one of several, and NotKnown where it may be lost.
    """
    refuse_none(enrolled, lost)
    if not enrolled:
        raise NotFound(NONE)
    for found in _ways(told.strip().casefold(), enrolled):
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(each.id for each in found)
            raise NotFound(f"{quoted(told)} may be {ids}; name one of them by its id")
    if lost:
        raise NotKnown(not_known(lost, f"whether there is an enrolment {quoted(told)}"))
    known = [name for each in enrolled for name in (each.enrolment.name, each.id)]
    known += [each.enrolment.name.split()[0] for each in enrolled if each.enrolment.name.strip()]
    meant = suggestion(told, known) or "; `facilitui pathway progress --all` shows all"
    raise NotFound(f"there is no enrolment {quoted(told)}{meant}")


def already_told(enrolled: Sequence[Enrolled], pathway: str, made: str) -> str:
    """Of one that was just made, that others go the same way already; empty where nobody does."""
    open_ones = [each for each in enrolled if each.enrolment.closed_on is None]
    others = [each for each in open_ones if each.enrolment.pathway == pathway]
    if not others:
        return ""
    named = ", ".join(_since(each) for each in others[:_NAMED])
    more = f" and {plural(len(others) - _NAMED, 'other')}" if len(others) > _NAMED else ""
    back = f"`facilitui journal withdraw {made} --reason TEXT` takes this one back"
    return f"already in this pathway: {named}{more}; this is one more, kept apart, and {back}"


def _since(each: Enrolled) -> str:
    on = each.enrolment.started_on
    since = f" since {day_of_month(on)}" if on is not None else ""
    return f"{quoted(each.enrolment.name)}{since} ({each.id})"


def _ways(told: str, enrolled: Sequence[Enrolled]) -> tuple[list[Enrolled], ...]:
    """What may be meant, the surest way of naming it first."""
    names = {each.id: each.enrolment.name.strip().casefold() for each in enrolled}
    return (
        [each for each in enrolled if told == each.id.casefold()],
        [each for each in enrolled if told == names[each.id]],
        [each for each in enrolled if told and _begins(each.id.casefold(), told)],
        [each for each in enrolled if told and names[each.id].startswith(told)],
    )


def _begins(id: str, told: str) -> bool:
    return id.startswith(told) or id.removeprefix(f"{KIND}-").startswith(told)

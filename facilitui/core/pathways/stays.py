"""Every stay of an enrolment in a phase, also in one that its pathway has no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.pathway import Pathway

_NTH = "@"
"""What no id of a phase has in it."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One of them."""

    entered: Entered
    left_on: date | None = None
    """The day the next phase was entered; None while it lasts."""


def stays_of(enrolment: Enrolment, phase: str) -> tuple[Stay, ...]:
    """Those in a phase, in the order of time."""
    left = (*(each.on for each in enrolment.entered[1:]), None)
    every = map(Stay, enrolment.entered, left)
    return tuple(each for each in every if each.entered.phase == phase)


def stay_name(enrolment: Enrolment, at: int) -> str:
    """What a form names one of the stays by, counted from 0: no phase is called so."""
    return f"{enrolment.entered[at].phase}{_NTH}{at + 1}"


def stay_named(name: str, enrolment: Enrolment) -> int | None:
    """The stay that is named so, counted from 0; the last one by its phase. None for none."""
    names = {stay_name(enrolment, at): at for at in range(len(enrolment.entered))}
    current = {enrolment.phase: len(names) - 1} if names else {}
    return {**names, **current}.get(name)


def lacking_behind(enrolment: Enrolment, phase: str) -> tuple[Entered, ...]:
    """What was entered from a phase though something lacked there, in the order of time."""
    left = ((stay.phase, entered) for stay, entered in pairwise(enrolment.entered))
    return tuple(entered for before, entered in left if before == phase and entered.lacked)


def phases_gone(enrolment: Enrolment, pathway: Pathway) -> tuple[str, ...]:
    """The ids of those that were entered and that the pathway does not have, each once."""
    known = {each.id for each in pathway.phases}
    return tuple(dict.fromkeys(e.phase for e in enrolment.entered if e.phase not in known))


def phase_named(id: str, kept: Iterable[Pathway]) -> str:
    """What a phase is called in one of several pathways; its id where none has it."""
    every = (each for pathway in kept for each in pathway.phases)
    return next((each.name for each in every if each.id == id), id)

"""A phase that was entered, said otherwise: its day, its reason, or that it was none.

Stays are told by their place in the order in which phases were entered, counted from 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.errors import Refused
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import all_of, begun_on
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.entering import (
    entered,
    goes_on,
    lacking_left,
    leaving,
    refuse_without_reason,
)
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month

SAID_OTHERWISE = "that {} was entered was corrected"
BY_MISTAKE = "{} was entered by mistake and taken out"
NEXT_BEFORE = "{} was entered on {}; choose that day or an earlier one for the phase before it."
LACKS_THEN = (
    "By that day {} was entered on {} although this was not met: {}; take out what was entered "
    "since, the last one first, and enter it anew."
)
LEFT_THEN = (
    "By that day this was not met when {} was left on {}: {}; take out what was entered since, "
    "the last one first, and go on anew."
)
STATED_LACKS = (
    "By that {} was entered without {}; say it of a day after {}, or take that phase out first"
)
LEFT_LACKS = (
    "By that {} was left without {}; say it of a day after {}, or take out what was entered then"
)
STATED_MEETS = "By that, what {} was entered without on {} was met: {}."
STATED_NOT = "By that, what {} was entered without on {} was not met, as it was kept: {}."
LEFT_MEETS = "By that, what {} lacked when it was left on {} was met: {}."
_SIGNS = 20
"""Of each name in a sentence that has to have room in the foot of any form."""


@dataclass(frozen=True, slots=True)
class StatedBehind:
    """What a statement would change of what phases were left by; sentences, empty for none."""

    lacks: str = ""
    """What would lack that was met."""
    meets: tuple[str, ...] = ()
    """What would be met that lacked, of each phase that was left."""
    again: tuple[str, ...] = ()
    """What would lack that is met now, though it was kept as lacking."""


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """What stands otherwise by what a phase was left that was over when another was entered."""

    stay: Entered
    """The one that was entered."""
    back: str
    """The phase that was left, where it was gone back from it; else empty."""
    new: Sequence[str]
    """What would lack that neither does now nor was kept with it."""
    met: Sequence[str]
    """What lacks, and would not."""
    again: Sequence[str]
    """What would lack that does not now, though it was kept with it."""


def before_stay(enrolment: Enrolment, at: int) -> Enrolment:
    """It as it was before one of the phases that were entered."""
    return enrolment.model_copy(update={"entered": enrolment.entered[:at]})


def standing_before(progress: PathwayProgress, at: int) -> PathwayProgress:
    """Whose phases are left once more, for what lacks on another day; they stand as they do."""
    return replace(progress, enrolment=before_stay(progress.enrolment, at))


def said_otherwise(
    enrolment: Enrolment, at: int, progress: PathwayProgress, on: date, reason: str, because: str
) -> Enrolment:
    """The enrolment with another day or reason for one of the phases that were entered.

    The progress is that of somebody who is `leaving` the phase before on that day. What lacked
    stays as it was kept, unless the day is another one: then it is what lacks by that day. The
    first phase begins with the enrolment. `because` is why it is said otherwise.
    Raises FacilituiError where something lacks and no reason is given, or the day is not between
    those of the phases before and behind it.
    """
    stay, behind = enrolment.entered[at], enrolment.entered[at + 1 :]
    told = line(SAID_OTHERWISE.format(_called(stay.phase, progress)))
    if on != stay.on:
        told = f"{told}: {day_of_month(on)}, not {day_of_month(stay.on)}"
    told = f"{told}; {because}"[:LONGEST_TEXT]
    if behind and on > behind[0].on:
        name, since = _called(behind[0].phase, progress), day_of_month(behind[0].on)
        raise Refused(NEXT_BEFORE.format(name, since), "on")
    before, made = before_stay(enrolment, at), stay.model_copy(update={"reason": reason})
    if at == 0:
        enrolment = begun_on(enrolment, on)
        made = made.model_copy(update={"on": on})
    elif on == stay.on:
        refuse_without_reason(stay.lacked, reason)
    else:
        made = entered(before, progress.pathway, progress, stay.phase, on, reason).entered[-1]
    stays = (*before.entered, made, *behind)
    return enrolment.model_copy(update={"entered": stays, "reason": told})


def lacking_then(progress: PathwayProgress, at: int, on: date, case: Case, today: date) -> str:
    """That a later phase would stand entered without what was met before it, were a stay of
    another day; a sentence, empty where it is not so.

    Nobody goes by a gate without a word by dating the phase before it anew.
    """
    after = _of_day(progress.enrolment, at, on)
    for each in _otherwise(progress, after, at, case, today):
        if each.new:
            told = LEFT_THEN if each.back else LACKS_THEN
            return _told(told, each, each.new, progress)
    return ""


def stated_behind(
    progress: PathwayProgress, after: Enrolment, case: Case, today: date
) -> StatedBehind:
    """What was met or lacking in each phase that is over, were something stated so: as
    `lacking_then`, so that nobody takes from a gate what it was left by, be it to go on or to go
    back, by dating a statement back."""
    every = [*_otherwise(progress, after, 0, case, today)]
    return StatedBehind(
        next((_stated_lacks(each, progress) for each in every if each.new), ""),
        tuple(
            _told(LEFT_MEETS if each.back else STATED_MEETS, each, each.met, progress)
            for each in every
            if each.met
        ),
        tuple(_told(STATED_NOT, each, each.again, progress) for each in every if each.again),
    )


def _stated_lacks(each: _Otherwise, progress: PathwayProgress) -> str:
    more = f" and {len(each.new) - 1} more" if len(each.new) > 1 else ""
    phase = quoted(progress.pathway.phase_called(each.back or each.stay.phase), _SIGNS)
    told, lacks = LEFT_LACKS if each.back else STATED_LACKS, quoted(each.new[0], _SIGNS) + more
    return told.format(phase, lacks, day_of_month(each.stay.on))


def _told(told: str, each: _Otherwise, what: Sequence[str], progress: PathwayProgress) -> str:
    name = _called(each.back or each.stay.phase, progress)
    return told.format(name, day_of_month(each.stay.on), all_of([*map(quoted, what)]))


def _otherwise(
    progress: PathwayProgress, after: Enrolment, at: int, case: Case, today: date
) -> Iterator[_Otherwise]:
    """Of each phase that was entered behind a stay, whichever way."""
    would = replace(progress, enrolment=after)
    stays = progress.enrolment.entered
    for place, stay in [*enumerate(stays)][at + 1 :]:
        was, then = (_lacking_at(each, place, case, today) for each in (progress, would))
        is_on = goes_on(standing_before(progress, place), stay.phase)
        yield _Otherwise(
            stay,
            "" if is_on else stays[place - 1].phase,
            new=[each for each in then if each not in {*was, *stay.lacked}],
            met=[each for each in was if each not in then],
            again=[each for each in then if each not in was and each in stay.lacked],
        )


def _of_day(enrolment: Enrolment, at: int, on: date) -> Enrolment:
    stays = [*enrolment.entered]
    stays[at] = stays[at].model_copy(update={"on": on})
    began = {} if at else {"started_on": on}
    return enrolment.model_copy(update={**began, "entered": tuple(stays)})


def taken_out(enrolment: Enrolment, progress: PathwayProgress) -> Enrolment:
    """The enrolment as if the phase entered last had never been."""
    told = line(BY_MISTAKE.format(_called(enrolment.phase, progress)))
    out = before_stay(enrolment, len(enrolment.entered) - 1)
    return out.model_copy(update={"reason": told})


def _lacking_at(progress: PathwayProgress, at: int, case: Case, today: date) -> tuple[str, ...]:
    """What lacked, as it is known today, where a phase was entered."""
    stay = progress.enrolment.entered[at]
    left = leaving(standing_before(progress, at), stay.phase, stay.on, case, today)
    return lacking_left(left, stay.phase)


def _called(phase: str, progress: PathwayProgress) -> str:
    return quoted(progress.pathway.phase_called(phase))

"""What somebody says counts for an enrolment, or does not: what it is called, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from facilitui.core.pathways.case import Case, Source, Window
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.standings.scope import order
from facilitui.core.pathways.whose_words import Said, called, joined, words
from facilitui.core.told import day_of_month, plural

_NAMED = 3
COUNTS_NOWHERE = "Sorted as counting, but in no phase, so it counts nowhere: "
"""More of what counts nowhere makes no sentence."""


def things_told(keys: Iterable[str], case: Case) -> str:
    """What some keys of `Source.key` stand for: "2 sessions and 1 observation"; empty for none."""
    observed = {each.source.key for each in case.observed if not each.source.session}
    heard = {each.source.key for each in case.heard if not each.source.session}
    seen, answers, sessions = 0, 0, 0
    for key in {*keys}:
        seen += key in observed
        answers += key in heard - observed
        sessions += key not in observed | heard
    told = (
        plural(sessions, "session") if sessions else "",
        plural(seen, "observation") if seen else "",
        plural(answers, "set of answers", "sets of answers") if answers else "",
    )
    *before, last = [each for each in told if each] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def in_no_phase(
    enrolment: Enrolment, case: Case, windows: Mapping[str, tuple[Window, ...]]
) -> Iterator[Said]:
    """That something was sorted as counting which lies in no phase, and so counts nowhere."""
    stays = [*chain.from_iterable(windows.values())]
    counted, astray = enrolment.counted, dict[tuple[object, ...], Source]()
    for each in _sources(case):
        if each.key in counted and not any(stay.has(each.on) for stay in stays):
            astray.setdefault((each.key, each.on), each)
    found = sorted(astray.values(), key=order)
    named = joined((words(called(each), f" ({_day(each)})") for each in found[:_NAMED]), ", ")
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    if found:
        yield words(COUNTS_NOWHERE, named, more, ".")


def _sources(case: Case) -> Iterator[Source]:
    """As its session's debrief calls something, before others call it; by their days."""
    yield from sorted((each.source for each in case.sessions), key=order)
    yield from sorted((each.source for each in case.observed), key=order)
    yield from sorted((each.source for each in case.heard), key=order)


def _day(source: Source) -> str:
    return day_of_month(source.on) if source.on is not None else "no day"

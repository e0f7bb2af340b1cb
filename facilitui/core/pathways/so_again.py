"""What is so again of an enrolment once its last change was taken back, in a short sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitui.core.pathways.enrolling import all_of, enrolment_changes
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.stating import aside_of, entered_last
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import capital, day_of_month, plural

WHOLE = 2
"""So many things are told in full; of more only what they are."""
SAME = "As before again: {}"


def so_again(now: Enrolment, before: Enrolment, pathway: Pathway | None, today: date) -> str:
    """What is as it was, with its day: "“Phase 1: Learning” again, entered 3 Mar".

    `before` is what it is again, `now` what it was until then, `pathway` what it goes by again;
    None where that cannot be read. A sentence without its full stop.
    """
    told = tuple(_Again(now, before, pathway, today).told())
    if 0 < len(told) <= WHOLE:
        return capital(", ".join(told))
    return SAME.format(all_of(enrolment_changes(now, before)))


class _Again:
    """Two states of one enrolment: what it was until now, and what it is again."""

    def __init__(
        self, now: Enrolment, before: Enrolment, pathway: Pathway | None, today: date
    ) -> None:
        self._now, self._before, self._pathway, self._today = now, before, pathway, today

    def told(self) -> Iterator[str]:
        """Each thing that is as it was, in words."""
        now, before = self._now, self._before
        if (now.version, now.digest) != (before.version, before.digest):
            version = f"version {before.version}" if before.version else "the version of before"
            as_it_was = (
                ", as it was then," if before.version and now.version == before.version else ""
            )
            yield f"it goes by {line(version)} of the pathway{as_it_was} again"
            if now.holder is not before.holder:
                yield "whose way it is as before"
            return
        if now.name != before.name:
            yield f"it is called {quoted(before.name)} again"
        yield from self._days()
        if now.areas != before.areas:
            yield self._areas()
        yield from self._aside()
        if now.rules != before.rules:
            yield from self._rules()
        if now.serves != before.serves:
            count = len(before.counted)
            told = plural(count, "session") if count else "no session"
            yield f"{told} {'counts' if count < 2 else 'count'}, as before"
        if now.closed_on != before.closed_on:
            closed = before.closed_on
            yield f"closed again, since {self._day(closed)}" if closed else "it is open again"
        others = {"whose way it is", "its group", "its schools", "sector and place"}
        same = [each for each in enrolment_changes(now, before) if each in others]
        if same:
            yield f"{all_of(same)} as before"

    def _days(self) -> Iterator[str]:
        now, before = self._now, self._before
        if now.started_on != before.started_on and before.started_on is not None:
            yield f"begun on {self._day(before.started_on)} again"
        elif now.entered != before.entered and before.entered:
            last = before.entered[-1]
            name = self._pathway.phase_called(last.phase) if self._pathway else last.phase
            yield f"{quoted(name)} again, entered {self._day(last.on)}"

    def _areas(self) -> str:
        if not self._before.areas:
            return "no priority areas are entered"
        on = self._before.areas[-1].on
        return f"the areas{f' since {self._day(on)}' if on else ' of before'} stand again"

    def _aside(self) -> Iterator[str]:
        ids = [each.requirement for each in (*self._now.aside, *self._before.aside)]
        for id in dict.fromkeys(ids):
            then = aside_of(self._before, id)
            if then == aside_of(self._now, id):
                continue
            state = "asked" if then is None else "waiting" if then.waits else "set aside"
            yield f"{self._called(id)} is {state} again"

    def _rules(self) -> Iterator[str]:
        before = {each.requirement: each for each in entered_last(self._before.rules)}
        now = {each.requirement: each for each in entered_last(self._now.rules)}
        for id in dict.fromkeys((*now, *before)):
            if now.get(id) != before.get(id):
                whose = "the rule entered before" if id in before else "the file's rule"
                yield f"{self._called(id)} has {whose} again"

    def _called(self, requirement: str) -> str:
        asked = self._pathway.requirement(requirement) if self._pathway else None
        return quoted(asked.text if asked else requirement)

    def _day(self, day: date) -> str:
        return day_of_month(day, self._today)

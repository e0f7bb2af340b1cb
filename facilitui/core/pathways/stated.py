"""What the programme stated to an enrolment, as it stands in one phase on a day.

The priority areas of a score gate (A-44: data with source and date), its rule where that is
another than the file's (A-40: the exact rule is editable), and what is set aside or waits for an
opportunity (A-12) are each stated with a day. One rule of time holds for all three:

1. What is stated from a day on that is still to come does not stand yet; that is told.
2. Of what was stated up to the last day of the phase, which is today while it lasts, the one
   stated last stands; of several of one day the one that was entered last. A phase that was gone
   back into lasts as any other does: its last day is that of its last stay, whatever was scored
   or stated in the stays before. What that changes is told where the phase is entered.
3. Where nothing was stated by then, the first stands that was stated after the phase, but only
   for what is not met without it: what was met when the phase ended is met, and its gate's record
   stays. Both are told. All that was stated later changes nothing: what a later phase is told
   never scores an earlier one anew (issue 7: nothing is re-scored silently). Only that it is over
   takes back what was stated since the phase, which then stands as if nothing had been.

Areas that say no day stand from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Window
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, PriorityAreas, SetAside
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.remarks import Remark, RemarkKind
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.whose_words import Said, Typed, words
from facilitui.core.told import day_of_month

_Statement = TypeVar("_Statement", PriorityAreas, OwnRule, SetAside)
AFTER = "is after this phase and leaves it as it was"


@dataclass(frozen=True, slots=True)
class Stated:
    """It as it stands for one phase."""

    pathway: Pathway
    enrolment: Enrolment
    until: date
    """The last day of the stay in the phase that it stands for, or today while that lasts."""
    today: date
    stays: tuple[Window, ...] = ()
    """All stays in the phase; none where it was never entered."""
    also_since: bool = True
    """Whether what was stated after the phase stands where nothing was stated by its end."""

    @property
    def by_then(self) -> Stated:
        """The same as it stood when the phase ended."""
        return replace(self, also_since=False)

    def areas(self, gate: ScoreGate) -> PriorityAreas | None:
        """The gate's own areas, else those of the enrolment, else the file's.

        None where nobody has named any: then nothing can be told of the gate.
        """
        own = None if gate.areas else self._standing(self.enrolment.areas, _since)
        return own or areas_of_file(gate, self.pathway)

    def own_rule(self, gate: ScoreGate) -> OwnRule | None:
        """What a gate goes by in place of the file's rule; None for nothing."""
        own = self._standing(_rules_of(gate.id, self.enrolment), _on)
        return None if own is None or own.is_over else own

    def aside(self, requirement: str) -> SetAside | None:
        """That a requirement is set aside or waits; None where it is asked."""
        aside = self._standing(self._asides(requirement), _on)
        return None if aside is None or aside.is_over else aside

    def about_areas(self, gate: ScoreGate) -> Iterator[Remark]:
        """That areas were designated after the phase, are still to come, or stand here later."""
        found = self.areas(gate)
        if not gate.areas:
            if found is not None and found in self.enrolment.areas and _since(found) > self.until:
                on = day_of_month(_since(found))
                yield _remark(f"its areas were designated on {on}, after this phase")
            for on in self._to_come(self.enrolment.areas, _since):
                yield _remark(f"areas that are designated from {on} on do not stand yet")
            if found is None or found not in self.enrolment.areas:
                for on in self._left_out(self.enrolment.areas, _since):
                    told = f"areas that were designated on {on} are after this phase"
                    yield _remark(f"{told} and leave it as it was")

    def about_rule(self, gate: ScoreGate) -> Iterator[Remark]:
        """Who stated it, and whether that was after the phase or is still to come."""
        every = _rules_of(gate.id, self.enrolment)
        if (own := self.own_rule(gate)) is not None:
            after = self._after(own.on)
            said = words("this rule was stated by ", Typed(own.source), after)
            yield Remark(RemarkKind.STATED if after else RemarkKind.RULE, said)
        elif self._standing(every, _on) is None:
            for on in self._left_out(every, _on):
                yield _remark(f"a rule that was stated on {on} {AFTER}")
        for on in self._to_come(every, _on):
            yield _remark(f"a rule that is stated from {on} on does not stand yet")

    def about_aside(self, requirement: str, stands: SetAside | None) -> Iterator[Remark]:
        """That it is set aside, or waits, from a day on that is still to come, or that is after
        the phase, and whether it stands for it all the same."""
        for each in self._asides(requirement):
            word = "is asked again" if each.asked else "waits" if each.waits else "is set aside"
            told = f"it {word} from {day_of_month(each.on)} on"
            if each.on > self.today:
                yield _remark(f"{told}, and not yet")
            elif each.on > self.until:
                yield _remark(
                    f"{told}, which is after this phase"
                    if each == stands
                    else f"{told}, which {AFTER}"
                )

    def beside_gate(
        self, gate: ScoreGate, areas: PriorityAreas, scored_on: Iterable[date | None]
    ) -> Iterator[Remark]:
        """What a gate says that is met by it: nobody opens one unseen by a rule of one's own, or
        by areas that were chosen once the scores were known; of a file's areas nobody knows.

        `scored_on` are the days of the scores that count.
        """
        if (own := self.own_rule(gate)) is not None:
            on = day_of_month(own.on)
            yield _remark(words("scores by a rule that ", Typed(own.source), f" stated on {on}"))
        since = areas.on if areas in self.enrolment.areas else None
        if since is not None and any(on is not None and on < since for on in scored_on):
            yield _remark(f"areas designated on {day_of_month(since)}, after the scores")

    def _standing(
        self, every: Sequence[_Statement], since: Callable[[_Statement], date]
    ) -> _Statement | None:
        """The one rule of time."""
        known = [each for each in every if since(each) <= self.today]
        by_then = [each for each in known if since(each) <= self.until]
        # Of several on one day the one that was entered last stands.
        last = max(reversed(by_then), key=since, default=None)
        if last is not None or not self.also_since:
            return last
        return _first_since(sorted(known, key=since), since)

    def _left_out(
        self, every: Sequence[_Statement], since: Callable[[_Statement], date]
    ) -> Iterator[str]:
        """The days of what was stated after the phase, where it does not stand for it."""
        if not self.also_since:
            days = (since(each) for each in every)
            yield from (day_of_month(each) for each in days if self.until < each <= self.today)

    def _to_come(
        self, every: Sequence[_Statement], since: Callable[[_Statement], date]
    ) -> Iterator[str]:
        return (day_of_month(since(each)) for each in every if since(each) > self.today)

    def _after(self, on: date) -> str:
        """A day that is after all stays in the phase; empty for any other."""
        last = self.stays[-1].last if self.stays else None
        return f" on {day_of_month(on)}, after this phase" if last is not None and on > last else ""

    def _asides(self, requirement: str) -> Sequence[SetAside]:
        return [each for each in self.enrolment.aside if each.requirement == requirement]


def ruled(gate: ScoreGate, own: OwnRule | None) -> ScoreGate:
    """A gate with a rule of its own; the same one where there is none."""
    if own is None:
        return gate
    stated = {"at_least": own.at_least, "one_at_least": own.one_at_least}
    return gate.model_copy(update=stated)


def areas_of_file(gate: ScoreGate, pathway: Pathway) -> PriorityAreas | None:
    """The areas as the file alone tells them, with the day that it gives, which may be none."""
    areas = gate.areas or pathway.rubric.priority
    return _of_file(areas, pathway) if areas else None


def _of_file(areas: tuple[str, ...], pathway: Pathway) -> PriorityAreas:
    told = PriorityAreas(
        rubric=RubricRef(id=pathway.rubric.id or ""),
        areas=areas[:1],
        source=pathway.rubric.source or pathway.source,
        on=pathway.rubric.since or pathway.checked_on,
    )
    # A file may name more of them than anybody may enter.
    return told.model_copy(update={"areas": areas})


def _first_since(
    known: Iterable[_Statement], since: Callable[[_Statement], date]
) -> _Statement | None:
    """The one that was stated first since the phase, and not taken back; they are by their days."""
    first: _Statement | None = None
    for each in known:
        if not isinstance(each, PriorityAreas) and each.is_over:
            first = None
        elif first is None or since(each) == since(first):
            first = each
    return first


def _rules_of(requirement: str, enrolment: Enrolment) -> Sequence[OwnRule]:
    return [each for each in enrolment.rules if each.requirement == requirement]


def _remark(said: Said) -> Remark:
    return Remark(RemarkKind.STATED, said)


def _since(areas: PriorityAreas) -> date:
    return areas.on or date.min


def _on(each: OwnRule | SetAside) -> date:
    return each.on

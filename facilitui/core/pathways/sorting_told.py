"""What tells one thing that may count for an enrolment from another of the same title and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from facilitui.core.pathways.case import Case, Observed, SessionHeld, Source
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.stays import phase_named
from facilitui.core.pathways.windows import windows_of
from facilitui.core.told import day_of_month
from facilitui.core.vocabulary import Role

IN_NO_PHASE = "in no phase"


def day_of(source: Source) -> str:
    """The day of it, in words."""
    return day_of_month(source.on) if source.on is not None else "no day"


class Sortable:
    """Tells of what may count for one enrolment, each by what the journal holds of it."""

    def __init__(self, progress: PathwayProgress, case: Case) -> None:
        self._progress, self._windows = progress, windows_of(progress.enrolment)
        self._held = {each.source.key: each for each in case.sessions}
        seen = (each for each in case.observed if each.role is not Role.SELF)
        self._observed = {each.source.key: each for each in seen}

    def told(self, sources: Sequence[Source]) -> tuple[str, ...]:
        """Of each one's role in it, what there is of it, and the phase that its day lies in; where
        all of that is the same of two, also their ids."""
        lines = [" · ".join(filter(None, self._parts(each))) for each in sources]
        looks = [(each.told, each.on, line) for each, line in zip(sources, lines, strict=True)]
        alike = Counter(looks)
        return tuple(
            f"{line} · {each.key}" if alike[look] > 1 else line
            for each, line, look in zip(sources, lines, looks, strict=True)
        )

    def _parts(self, source: Source) -> Iterator[str]:
        observed, held = self._observed.get(source.key), self._held.get(source.key)
        yield from _about_session(held, observed) if source.session else _by_itself(observed)
        yield self._phase(source)

    def _phase(self, source: Source) -> str:
        lies_in = (
            id for id, stays in self._windows.items() if any(stay.has(source.on) for stay in stays)
        )
        found = next(lies_in, "")
        return phase_named(found, (self._progress.pathway,)) if found else IN_NO_PHASE


def _about_session(held: SessionHeld | None, observed: Observed | None) -> Iterator[str]:
    role = held.role if held is not None else None
    yield role.label.lower() if role is not None else ""
    yield "observed" if observed is not None else "not observed"
    yield "debriefed" if held is not None and held.debriefed else "not debriefed"


def _by_itself(observed: Observed | None) -> Iterator[str]:
    """Something that belongs to no session here."""
    yield "an observation" if observed is not None else "answers"

"""One piece of evidence in words: its day, what it is, what was written of it, and its entry.

Of a session nothing stands here but facts: its day, its title, one's role and support, with whom
it was planned and debriefed. What was captured in it and what somebody reflected on afterwards
stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.pathways.case import Logged, Observed, Source
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.names_in_a_row import names_told
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    Log,
    Requirement,
    ScoreGate,
    Writing,
)
from facilitui.core.pathways.summary import Summary, rests_on, sources_of
from facilitui.core.pathways.versions import Version
from facilitui.core.told import plural
from facilitui.reports.document import Record
from facilitui.reports.evidence_agendas import fitted
from facilitui.reports.evidence_hiding import SENSITIVE, Hiding
from facilitui.reports.evidence_words import (
    answers_of,
    day_on_paper,
    observation_told,
    session_told,
)

NO_LETTER = "No letter or file is attached."
NO_NOTE = "recorded"
"""Where nothing more is asked, nothing more is told to be missing."""
HELD = "held"


class Lines:
    """The evidence of one enrolment in words."""

    def __init__(self, summary: Summary, hiding: Hiding) -> None:
        self._summary, self._hiding = summary, hiding
        self._pathway = summary.progress.pathway
        self._sessions = {_id(each.source): each for each in summary.case.sessions}
        self._observed = {_id(each.source): each for each in summary.case.observed}
        self._heard = {_id(each.source): each for each in summary.case.heard}
        self._logged = {each.source.entry: each for each in summary.logged}
        self._numbers = {entry: number for number, entry in enumerate(rests_on(summary), 1)}
        self._first = dict(_first_shown(summary))

    def of(
        self, source: Source, asked: Requirement | None, stands: Progress | None = None
    ) -> Record:
        """A source with its own words. What stands under several things is told whole once.

        `asked` is what it is shown under, None where the pathway has that no more.
        """
        said = self._logged.get(source.entry)
        if said is not None:
            return self._logged_told(said, asked)
        is_hidden = source.session in self._hiding.sensitive
        called = SENSITIVE if is_hidden else self._hiding.typed(source.told)
        first = self._first.get(_id(source))
        again = asked if asked is not None and first not in (None, asked.id) else None
        told = "; ".join(filter(None, (called, *self._about(source, stands, again))))
        return Record(f"{day_on_paper(source.on)}: {told}", kept_as=self.kept_as(source))

    def kept_as(self, source: Source) -> str:
        """Its number among the entries at the end; of what has no entry the session's id."""
        if number := self._numbers.get(source.entry):
            return f"entry {number}"
        if source.entry:
            return self._hiding.ids(source.entry)
        return f"session {self._hiding.ids(source.session)}" if source.session else ""

    def _about(
        self, source: Source, stands: Progress | None, again: Requirement | None
    ) -> Iterator[str]:
        at = _id(source)
        if (held := self._sessions.get(at)) is not None:
            yield from session_told(held, self._pathway, again)
        if (observed := self._observed.get(at)) is not None:
            yield from observation_told(observed, self._pathway, again)
            if stands is not None and isinstance(stands.requirement, ScoreGate):
                yield _levels(observed, stands, stands.requirement)
        if (heard := self._heard.get(at)) is not None:
            yield heard.told

    def _logged_told(self, logged: Logged, asked: Requirement | None) -> Record:
        said, is_version = logged.said, isinstance(asked, Log) and asked.current
        planned = " (still to come)" if said.planned else ""
        told = [*self._answers(said, asked)]
        if isinstance(asked, Log):
            told += (("", each) for each in fitted(said, self._summary, self._hiding))
        told += (("", each) for each in self._version(logged) if is_version)
        return Record(
            f"{day_on_paper(said.on)}{planned}",
            answers=tuple(told),
            kept_as=self.kept_as(logged.source),
            records=tuple(self._before(logged)) if is_version else (),
        )

    def _answers(self, said: LogEntry, asked: Requirement | None) -> Iterator[tuple[str, str]]:
        is_written = isinstance(asked, Writing)  # what was written is a document of its own
        told = [*answers_of(said, self._summary, self._hiding, note=not is_written)]
        if is_written:
            yield "", plural(said.word_count, "word")
        elif not told:
            yield "", HELD if isinstance(asked, CheckIns) and not said.planned else NO_NOTE
        yield from told
        by_programme = isinstance(asked, Attestation) and asked.by_programme
        if by_programme and not (said.file_name or said.file_hash or said.link.strip()):
            yield "", NO_LETTER

    def _version(self, logged: Logged) -> Iterator[str]:
        """Which version of a statement it is, where there was another one."""
        every = self._summary.versions.get(logged.source.entry, ())
        now = next((each for each in every if each.number == logged.revision), None)
        if logged.revision > 1 or len(every) > 1:
            saved = f", saved on {day_on_paper(now.saved_on)}" if now is not None else ""
            yield f"This is version {logged.revision}{saved}."

    def _before(self, logged: Logged) -> Iterator[Record]:
        """What a statement said before, the newest first."""
        for each in reversed(self._summary.versions.get(logged.source.entry, ())):
            if each.number != logged.revision:
                yield self._earlier(each)

    def _earlier(self, version: Version) -> Record:
        saved = f"Version {version.number}, saved on {day_on_paper(version.saved_on)}"
        if version.said is None:
            return Record(f"{saved}: cannot be read here any more")
        on = f", dated {day_on_paper(version.said.on)}" if version.said.on is not None else ""
        told = tuple(answers_of(version.said, self._summary, self._hiding))
        return Record(f"{saved}{on}", answers=told or (("", NO_NOTE),))


def _levels(observed: Observed, stands: Progress, gate: ScoreGate) -> str:
    """The levels of the areas that are asked for, with the rubric that they were given under.

    Scores of other areas are nobody's concern here.
    """
    areas = stands.areas.areas if stands.areas is not None else gate.areas
    levels = [
        f"{observed.names.get(area, area)} {observed.levels[area]}"
        for area in areas
        if area in observed.levels
    ]
    under = observed.rubric.told or "a rubric that is not named"
    return f"{names_told(levels)} ({under})" if levels else ""


def _first_shown(summary: Summary) -> Iterator[tuple[tuple[str, str], str]]:
    """Each source with the id of the requirement under which it stands first."""
    phases = reversed(summary.progress.phases)
    for each in (one for phase in phases for one in reversed(phase.requirements)):
        yield from ((_id(source), each.requirement.id) for source in sources_of(each))


def _id(source: Source) -> tuple[str, str]:
    """What tells one source from another: a session and its observation are two entries."""
    return source.entry, source.session

"""One piece of evidence in words: its day, what it is, what was written of it, and its entry.

Of a session nothing stands here but facts: its day, its title, one's role and support, with whom
it was planned and debriefed. What was captured in it and what somebody reflected on afterwards
stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.pathways.areas import names_told
from facilitui.core.pathways.case import Logged, Observed, Source
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    Log,
    Requirement,
    ScoreGate,
    Writing,
)
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.versions import Version
from facilitui.core.told import plural
from facilitui.reports.evidence_hiding import SENSITIVE, Hiding
from facilitui.reports.evidence_words import (
    day_told,
    observation_told,
    session_told,
    words_of,
)

NO_LETTER = "No letter or file is attached."
NO_NOTE = "recorded, without a note"
HELD = "held, without a note"


class Lines:
    """The evidence of one enrolment in words."""

    def __init__(self, summary: Summary, hiding: Hiding) -> None:
        self._summary, self._hiding = summary, hiding
        self._pathway = summary.progress.pathway
        self._sessions = {_id(each.source): each for each in summary.case.sessions}
        self._observed = {_id(each.source): each for each in summary.case.observed}
        self._heard = {_id(each.source): each for each in summary.case.heard}
        self._logged = {each.source.entry: each for each in summary.logged}

    def of(self, source: Source, asked: Requirement | None, stands: Progress | None = None) -> str:
        """A source, its own words below it, a line each.

        `asked` is what it is shown under, None where the pathway has that no more.
        """
        said = self._logged.get(source.entry)
        if said is not None:
            return "\n".join(self._logged_lines(said, asked))
        is_hidden = source.session in self._hiding.sensitive
        called = SENSITIVE if is_hidden else self._hiding.typed(source.told)
        told = [called, *self._about(source, stands)]
        return f"{day_told(source.on)}: {'; '.join(filter(None, told))}{self._reference(source)}"

    def _about(self, source: Source, stands: Progress | None) -> Iterator[str]:
        at = _id(source)
        if (held := self._sessions.get(at)) is not None:
            yield from session_told(held, self._pathway)
        if (observed := self._observed.get(at)) is not None:
            yield from observation_told(observed, self._pathway)
            if stands is not None and isinstance(stands.requirement, ScoreGate):
                yield _levels(observed, stands, stands.requirement)
        if (heard := self._heard.get(at)) is not None:
            yield heard.told

    def _logged_lines(self, logged: Logged, asked: Requirement | None) -> Iterator[str]:
        said = logged.said
        planned = " (still to come)" if said.planned else ""
        if isinstance(asked, Writing):  # what was written is a document of its own
            count = plural(said.word_count, "word")
            words = [count, *words_of(said, self._summary, self._hiding, note=False)]
        else:
            nothing = HELD if isinstance(asked, CheckIns) and not said.planned else NO_NOTE
            words = [*words_of(said, self._summary, self._hiding)] or [nothing]
        yield f"{day_told(said.on)}{planned}: {words[0]}{self._reference(logged.source)}"
        yield from words[1:]
        by_programme = isinstance(asked, Attestation) and asked.by_programme
        if by_programme and not (said.file_name or said.file_hash or said.link.strip()):
            yield NO_LETTER
        if isinstance(asked, Log) and asked.current:
            yield from self._versions(logged)

    def _versions(self, logged: Logged) -> Iterator[str]:
        """Which version of a statement it is, and what it said before, the newest first."""
        every = self._summary.versions.get(logged.source.entry, ())
        now = next((each for each in every if each.number == logged.revision), None)
        saved = f", saved on {day_told(now.saved_on)}" if now is not None else ""
        yield f"This is version {logged.revision}{saved}."
        for each in reversed(every):
            if each.number != logged.revision:
                yield from self._before(each)

    def _before(self, version: Version) -> Iterator[str]:
        saved = f"saved on {day_told(version.saved_on)}"
        if version.said is None:
            yield f"Version {version.number}, {saved}: cannot be read here any more"
            return
        on = f", dated {day_told(version.said.on)}" if version.said.on is not None else ""
        words = [*words_of(version.said, self._summary, self._hiding)] or [NO_NOTE]
        yield f"Version {version.number}, {saved}{on}: {words[0]}"
        yield from words[1:]

    def _reference(self, source: Source) -> str:
        if source.entry:
            return f" [{self._hiding.ids(source.entry)}]"
        return f" [session {self._hiding.ids(source.session)}]" if source.session else ""


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


def _id(source: Source) -> tuple[str, str]:
    """What tells one source from another: a session and its observation are two entries."""
    return source.entry, source.session

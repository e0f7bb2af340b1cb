"""What a journal holds of scores: one's own on every session, and those of observers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitui.core.debriefs import observation, scores
from facilitui.core.debriefs.observation import Observation, sheet_of
from facilitui.core.debriefs.scores import ScoreSheet, SelfScores
from facilitui.core.debriefs.scores_beside import giver_of
from facilitui.core.journals.journal import Document, latest
from facilitui.core.journals.rivals import order
from facilitui.core.library.rubric import Rubric
from facilitui.core.told import plural
from facilitui.services.debriefs.criteria import Known, Other, SheetRow
from facilitui.services.journals.journal_entries import records

OWN = "You"
"""What one's own scores are told under, beside an observer's."""


class KeptScores:
    """The scores of a journal; entries that this version cannot read are left out."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        newest = latest(documents)
        self._own = dict(records(_of(newest, scores.KIND), SelfScores))
        self._observed = dict(records(_of(newest, observation.KIND), Observation))

    def revisions(self, entry: str) -> list[Document]:
        """All revisions of an entry, the oldest first."""
        return revisions_of(self._documents, entry)

    def beside_own(self, session: str, rubrics: Mapping[str, Rubric]) -> Known:
        """What is known beside one's own scores on a session."""
        others = (_other(seen) for _, seen in self._seen_in(session) if seen.scores)
        every = tuple(self._own.values())
        return Known(rubrics, every, tuple(others), tuple(self._sheets(session)))

    def beside_observer(
        self, entry: str, seen: Observation, rubrics: Mapping[str, Rubric]
    ) -> Known:
        """What is known beside an observer's scores: one's own, and other observers'."""
        session, others = seen.session, list[Other]()
        own = self._own_on(session)
        if own is not None and own.scores:
            others.append(Other(OWN, True, own.rubric, own.scores))
        beside = (each for name, each in self._seen_in(session) if name != entry and each.scores)
        others += map(_other, beside)
        sheets = (sheet_of(each) for each in self._observed.values() if _is_same(each, seen))
        return Known(rubrics, tuple(sheets), tuple(others), tuple(self._sheets(session)))

    def _own_on(self, session: str) -> SelfScores | None:
        found = (each for each in self._own.values() if session and each.session == session)
        return next(found, None)

    def _seen_in(self, session: str) -> Iterator[tuple[str, Observation]]:
        for entry, seen in self._observed.items():
            if session and seen.session == session:
                yield entry, seen

    def _sheets(self, session: str) -> Iterator[SheetRow]:
        if session:
            own = self._own_on(session)
            yield SheetRow("", "", _count(own))
        for entry, seen in self._seen_in(session):
            yield SheetRow(entry, giver_of(seen), _count(sheet_of(seen)))


def revisions_of(documents: Iterable[Document], entry: str) -> list[Document]:
    """All revisions of an entry, the oldest first."""
    found = [each for each in documents if each["id"] == entry]
    return sorted(found, key=order)


def _of(newest: Mapping[str, Document], kind: str) -> dict[str, Document]:
    return {name: each for name, each in newest.items() if each["kind"] == kind}


def _other(seen: Observation) -> Other:
    return Other(giver_of(seen), False, seen.rubric, seen.scores)


def _is_same(one: Observation, other: Observation) -> bool:
    """Whether both were given by the same person, as far as a name tells."""
    name = one.giver.strip().casefold()
    return bool(name) and name == other.giver.strip().casefold()


def _count(sheet: ScoreSheet | None) -> str:
    given = len(sheet.scores) if sheet is not None else 0
    return f"{plural(given, 'criterion', 'criteria')} scored" if given else "not scored yet"

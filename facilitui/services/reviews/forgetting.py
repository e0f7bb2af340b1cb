"""Purging what a mentor keeps of another person's journal: shown before, and recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.ports import Chance, Clock
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_intent import REVIEWS, PurgeRecord, is_review
from facilitui.core.privacy.purge_lines import lines_before
from facilitui.core.privacy.purging_ports import PurgeStore
from facilitui.core.reviews.mentoring_ports import ReviewKept, ReviewPlaces
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.privacy.purging import CAME_SINCE, ID_BYTES

FOLDER = "reviews/"
NOTES = "answer or note", "answers and notes"
TITLE = "Purge of what was kept of a journal that you reviewed"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What would be purged."""

    kept: ReviewKept
    lines: Sequence[str]
    """All of it, to be read before."""
    word: str


class Forgetting:
    """Purges of what is kept of other people's journals. All may raise FacilituiError."""

    def __init__(
        self,
        places: ReviewPlaces,
        entries: JournalEntries,
        clock: Clock,
        chance: Chance,
        store: PurgeStore,
    ) -> None:
        self._places, self._entries, self._store = places, entries, store
        self._clock, self._chance = clock, chance

    async def keeps(self, folder: str) -> bool:
        """Whether anything is kept in a place such as ana."""
        return folder in await self._places.known()

    async def survey(self, folder: str) -> Forgotten:
        """What purging a folder such as reviews/ana would do. Raises NotFound or NotSaved."""
        if folder == REVIEWS:
            raise NotFound(await self._places.told())
        if not is_review(folder):
            raise NotFound(f"{safe_line(folder)} is no folder of {FOLDER}")
        kept = await self._places.kept(folder.removeprefix(FOLDER))
        word = p.word_for((), (folder,), (str(kept.answers), str(kept.drafts), str(kept.files)))
        return Forgotten(kept, _lines(kept), word)

    async def purge(self, survey: Forgotten, progress: Progress) -> str:
        """Do it, and say what was done. Killed half-way the same once more goes on."""
        async with self._store.alone():
            return await self._purged(survey, progress)

    async def _purged(self, survey: Forgotten, progress: Progress) -> str:
        folder = f"{FOLDER}{survey.kept.folder}"
        if (await self.survey(folder)).word != survey.word:
            raise FacilituiError(CAME_SINCE)
        record = PurgeRecord(
            what=p.REVIEW,
            title=TITLE,
            files=survey.kept.files,
            begun_at=self._clock.read().at.isoformat(),
            paths=(folder,),
        )
        progress.total = 3
        # The empty folder tells that it is not finished until that is recorded.
        await self._places.empty(survey.kept.folder)
        progress.done = 1
        await self._entries.write(f"{p.KIND}-{self._chance(ID_BYTES)}", p.KIND, record, "")
        progress.done = 2
        await self._places.delete(survey.kept.folder)
        progress.done = 3
        return f"Purged: {plural(survey.kept.files, 'file')} of {safe_line(folder)}."


def _lines(kept: ReviewKept) -> tuple[str, ...]:
    return lines_before(
        f"all that is kept of the journal of {safe_line(kept.name)}",
        (
            *([f"{plural(kept.answers, *NOTES)} that you wrote"] if kept.answers else []),
            *([f"what is half typed: {plural(kept.drafts, 'draft')}"] if kept.drafts else []),
            "up to where you looked at it, and how it is known again",
        ),
        (
            f"in your own journal, that {FOLDER}{safe_line(kept.folder)} was purged",
            "the file that you were given, and whatever you exported, backed up or sent before",
        ),
    )

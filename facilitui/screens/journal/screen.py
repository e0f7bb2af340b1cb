"""Journal: what was debriefed, to be found, read and revised."""

from __future__ import annotations

from dataclasses import replace

from facilitui.commands import Command
from facilitui.commands.journal import COMPLETE, JOURNAL
from facilitui.core.backups.soundness import Soundness
from facilitui.core.journals.attaching_ports import Progress
from facilitui.messages.evidence import BackupRequested, TakingAlongRequested, TrendsRequested
from facilitui.screens.dialogs.verifying import Verifying
from facilitui.screens.journal.months import EntriesByMonth
from facilitui.services.backups.safekeeping import Safekeeping
from facilitui.services.journals.reviewing import Reviewing
from facilitui.widgets.browse_parts import offered
from facilitui.widgets.filter_line import FilterLine
from facilitui.widgets.noticing import Noticing

NOTHING_SHOWN = "Nothing is shown that could be exported."


class JournalScreen(EntriesByMonth, Noticing[None], Verifying):
    """The entries of the journal, searched as one types, and all that can be asked of them."""

    CSS_PATH = "journal.tcss"
    commands = JOURNAL
    heading = "Journal"
    searched = "search everything"
    all_problems = "v names them all"
    title_of_help = "Journal"
    about = (
        "Everything you debriefed, what others saw and said of it, and what is kept of your "
        "pathways: enrolments, what was logged for them, rosters, and each pathway as it was when "
        "somebody enrolled. The newest stands first, an enrolment at the day it began. A search "
        "looks for parts of words, whatever their case and accents, and every word must occur; "
        "filters such as role:apprentice, kind:enrolment or date:2026-11 narrow it, and tab "
        "completes them. A debrief is found by what was captured in its run, too, and a pathway by "
        "what it asks. An entry is revised, never overwritten: [ and ] leaf through the revisions "
        "before, d tells what changed in one."
    )

    def __init__(self, reviewing: Reviewing, safekeeping: Safekeeping) -> None:
        super().__init__()
        self._reviewing, self._safekeeping = reviewing, safekeeping

    async def has_changed(self) -> bool:
        """Whether the journal's files say anything else than the list."""
        return await self._reviewing.searching.has_changed()

    def show_changed(self) -> None:
        """Find the entries anew."""
        self.load()

    def offer_keys(self) -> None:
        """What tab completes while somebody types; where nothing is written, how to take it in."""
        words = self.words_of_keys()
        completes = self.typing and self.query_one(FilterLine).completes
        found_by = self.found_by is not None and not self.typing
        if self.has_class("-narrow") and self.searching and (completes or found_by):
            words["leave"] = words["leave"].removesuffix(" search")  # else it has no room there
        shown = offered(self.commands, words, typing=self.typing)
        if completes:
            shown = (*shown[:-1], COMPLETE, shown[-1])
        if self.reading and self.form is not None:
            shown = tuple(sorted(shown, key=_changes_first))
        if self._is_empty:
            shown = tuple(replace(e, in_line=e.in_line or e.action == "take_in") for e in shown)
        if found_by:
            shown = (*_replay(shown), *(each for each in shown if each.action != "replay"))
        self.key_line.offer(shown, self.last_key)

    def action_complete(self) -> None:
        """What tab does in the search line, where its word is clicked."""
        self.query_one(FilterLine).action_complete()

    def action_trends(self) -> None:
        """See what several sessions show."""
        self.post_message(TrendsRequested())

    def action_back_up(self) -> None:
        """Pack everything into one file."""
        self.post_message(BackupRequested())

    async def verify(self, progress: Progress) -> Soundness:
        """Check everything that the journal rests on."""
        return await self._safekeeping.verify(progress)

    @property
    def _is_empty(self) -> bool:
        """Whether the whole journal is known to hold nothing."""
        return self.ready and bool(self.empty)

    def action_take_along(self) -> None:
        """Write a file of all that is found, however little of it the list shows."""
        if self._shown.rows:
            asked = self._shown.asked(self.search_line.value)
            self.post_message(TakingAlongRequested(asked, self._group))
        else:
            self.tell_lack(NOTHING_SHOWN)

    def words_of_keys(self) -> dict[str, str]:
        """Of nothing nothing is taken along, and there are no months of it and no trends."""
        lacking = () if self._shown.rows else ("take_along", "months", "trends")
        nothing = (*lacking, *(("search", "other_kind") if self._is_empty else ()))
        return super().words_of_keys() | dict.fromkeys(nothing, "")


def _changes_first(command: Command) -> int:
    """Of an entry that is read the way out stands first, then the key that changes it."""
    return {"choose": 0, "leave": 1, "revise": 2}.get(command.action, 3)


def _replay(shown: tuple[Command, ...]) -> tuple[Command, ...]:
    """The key that shows a line of the run at its moment, which stands first where it was found."""
    return tuple(replace(each, word="its moment") for each in shown if each.action == "replay")

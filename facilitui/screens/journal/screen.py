"""Journal: what was debriefed, to be found, read and revised."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual._time import get_time
from textual.events import Key, ScreenSuspend
from textual.message import Message
from textual.widgets import Input

from facilitui.commands import Command
from facilitui.commands.journal import COMPLETE, JOURNAL
from facilitui.messages.evidence import TrendsRequested
from facilitui.screens.journal.handing_out import HandedOut
from facilitui.screens.journal.noticing import Noticing
from facilitui.services.reviewing import Reviewing
from facilitui.services.safekeeping import Safekeeping
from facilitui.widgets.browse_parts import offered
from facilitui.widgets.filter_line import FilterLine
from facilitui.widgets.key_line import Still, always


class JournalScreen(Noticing, HandedOut):
    """The entries of the journal, searched as one types, and all that can be asked of them."""

    CSS_PATH = "journal.tcss"
    commands = JOURNAL
    heading = "Journal"
    searched = "search everything"
    all_problems = "v names them all"
    title_of_help = "Journal"
    about = (
        "Everything you debriefed, and what others saw and said of it, the newest first. A search "
        "looks for parts of words, whatever their case and accents, and every word must occur; "
        "filters such as role:apprentice, person:ana or date:2026-11 narrow it, and tab completes "
        "them. A debrief is found by what was captured in its run, too. An entry is revised, never "
        "overwritten: [ and ] leaf through the revisions before, d tells what changed in one."
    )

    def __init__(self, reviewing: Reviewing, safekeeping: Safekeeping) -> None:
        super().__init__()
        self._reviewing, self._safekeeping = reviewing, safekeeping
        self._told_at = 0.0
        """When something was told last, on the clock of events."""

    def offer_keys(self) -> None:
        """What tab completes while somebody types; the way back stays where room is short."""
        words = self.words_of_keys()
        shown = offered(self.commands, words, typing=self.typing)
        if self.typing and self.query_one(FilterLine).completes:
            shown = (*shown[:-1], COMPLETE, shown[-1])
        if words.get("leave", self.leave_word) != self.leave_word:
            first = 1 if shown[0].action == "choose" else 0
            shown = (*shown[:first], shown[-1], *shown[first:-1])
        if self.found_by is not None and not self.typing:
            shown = (*_replay(shown), *(each for each in shown if each.action != "replay"))
        self.key_line.offer(shown, self.last_key)

    def action_complete(self) -> None:
        """What tab does in the search line, where its word is clicked."""
        self.query_one(FilterLine).action_complete()

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say something in the key line, until the next key, or until another screen is shown."""
        super().tell(text, problem=problem, still=still)
        self._told_at = get_time()

    @on(Key)
    @on(Input.Changed)
    def _make_room(self, event: Message) -> None:
        """What was told goes with the next key; the one that led to it was pressed before."""
        if event.time >= self._told_at:
            self.key_line.clear()

    @on(ScreenSuspend)
    def _tell_no_more(self) -> None:
        """What was told does not wait for somebody to come back."""
        self.key_line.clear()

    def action_trends(self) -> None:
        """See what several sessions show."""
        self.post_message(TrendsRequested())


def _replay(shown: tuple[Command, ...]) -> tuple[Command, ...]:
    """The key that shows a line of the run at its moment, which stands first where it was found."""
    return tuple(replace(each, word="its moment") for each in shown if each.action == "replay")

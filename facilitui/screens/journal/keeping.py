"""What is done with the journal as a whole: it is verified, and backed up with everything else."""

from __future__ import annotations

from textual import work

from facilitui.core.attaching_ports import Progress
from facilitui.core.soundness import Soundness, summed
from facilitui.messages.evidence import BackupRequested
from facilitui.screens.dialogs.long_work import telling
from facilitui.screens.journal.of_entry import OfEntry
from facilitui.services.safekeeping import Safekeeping
from facilitui.widgets import verdict_page as page


class OfTheWhole(OfEntry):
    """A list of entries, all of which can be looked at for damage, and packed."""

    _safekeeping: Safekeeping

    def show_verdict(self, verdict: Soundness) -> None:
        """Show what does not hold, as a page."""
        raise NotImplementedError

    def action_back_up(self) -> None:
        """Pack everything into one file."""
        self.post_message(BackupRequested())

    @work(exclusive=True, group="read")
    async def action_verify(self) -> None:
        """Check everything that the journal rests on, and name what does not hold.

        The list is read anew, too: it says nothing else than what was checked.
        """
        verdict = await telling(self, self._safekeeping.verify, self._tell_progress)
        if verdict.findings or verdict.named:
            self.key_line.clear()  # the page says it, and how far the look was is of no use by now
            self.show_verdict(verdict)
        else:
            self.tell(summed(verdict))
        self.load()  # only now: a page that is drawn anew would take this work's place

    def _tell_progress(self, progress: Progress) -> None:
        self.tell(page.looking(progress.done, progress.total))

"""What is done with the journal as a whole: it is verified, and backed up with everything else."""

from __future__ import annotations

from textual import work

from facilitui.core.attaching_ports import Progress
from facilitui.core.soundness import Soundness, summed
from facilitui.messages_evidence import BackupRequested
from facilitui.screens.journal.of_entry import OfEntry
from facilitui.services.safekeeping import Safekeeping
from facilitui.widgets import verdict_page as page

QUIET_SECONDS = 1.0
"""What takes longer tells how far it is, so often."""


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
        """Check everything that the journal rests on, and name what does not hold."""
        progress = Progress()
        told = self.set_interval(QUIET_SECONDS, lambda: self._tell_progress(progress))
        try:
            verdict = await self._safekeeping.verify(progress)
        finally:
            told.stop()
            progress.stopped = True  # somebody who looks elsewhere waits for it no more
        self.tell(summed(verdict), problem=bool(verdict.findings or verdict.named))
        if verdict.findings or verdict.named:
            self.show_verdict(verdict)

    def _tell_progress(self, progress: Progress) -> None:
        self.tell(page.looking(progress.done, progress.total))

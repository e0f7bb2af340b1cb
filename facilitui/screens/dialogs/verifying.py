"""Verifying while one goes on: what was found opens for whoever waited for it alone."""

from __future__ import annotations

from textual import work

from facilitui.core.backups.soundness import Soundness, summed
from facilitui.core.journals.attaching_ports import Progress
from facilitui.screens.dialogs.long_work import how_far, telling
from facilitui.widgets.browse_screen import BrowseScreen

SHOWN_BY = "{} v shows them."
"""Told where somebody went on meanwhile: the page would take the keys that they are pressing."""


class Verifying(BrowseScreen[None]):
    """A list of what can be verified."""

    async def verify(self, progress: Progress) -> Soundness:
        """Look at everything, and count how far it is."""
        raise NotImplementedError

    def show_verdict(self, verdict: Soundness) -> None:
        """Show what does not hold, as a page that the keys go to."""
        raise NotImplementedError

    @work(exclusive=True, group="verify")
    async def action_verify(self) -> None:
        """Check everything, and name what does not hold.

        The list is read anew, too: it says nothing else than what was checked.
        """
        before = self._place
        verdict = await telling(self, self.verify, self._tell_progress)
        if not (verdict.findings or verdict.named):
            self.tell(summed(verdict))
        elif self._place == before:
            self.key_line.clear()  # the page says it, and how far the look was is of no use by now
            self.show_verdict(verdict)
        else:
            self.tell(SHOWN_BY.format(summed(verdict)), problem=True)
        self.load()

    def _tell_progress(self, progress: Progress) -> None:
        self.tell(how_far(progress))

    @property
    def _place(self) -> tuple[object, ...]:
        """Where somebody is: another place means that they went on."""
        read = self.page.shows if self.reading else ""
        return self.is_current, self.focused, self.rows.marked, self.search_line.value, read

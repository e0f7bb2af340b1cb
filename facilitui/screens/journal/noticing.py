"""Noticing what came into the journal from outside: a restore, an import, another copy's entry."""

from __future__ import annotations

from textual import work

from facilitui.screens.journal.finding import FoundEntries

LOOK_SECONDS = 10.0


class Noticing(FoundEntries):
    """Entries that are found anew once their files say something else, and only then."""

    def on_mount(self) -> None:
        """Look when the terminal is looked at again, and now and then."""
        self.watch(self.app, "app_focus", self._looked_at, init=False)
        self.set_interval(LOOK_SECONDS, self.notice)

    def _looked_at(self, focused: bool) -> None:
        if focused:
            self.notice()

    @work(exclusive=True, group="notice")
    async def notice(self) -> None:
        """Show what the files say now, if this is what is looked at."""
        if self.is_current and await self._reviewing.searching.has_changed():
            self.load()

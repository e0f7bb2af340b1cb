"""Noticing what came from outside: another copy's entry, a purge, a restore, an import."""

from __future__ import annotations

from typing import Generic

from textual import work

from facilitui.widgets.paper_screen import PaperScreen, R

LOOK_SECONDS = 10.0


class Noticing(PaperScreen[R], Generic[R]):
    """A screen that is shown anew once its files say something else, and only then."""

    async def has_changed(self) -> bool:
        """Whether the files say anything else than what is shown. Asked often, so it is cheap."""
        raise NotImplementedError

    def show_changed(self) -> None:
        """Show what the files say now."""
        raise NotImplementedError

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
        if self.is_current and await self.has_changed() and self.is_current:
            self.show_changed()

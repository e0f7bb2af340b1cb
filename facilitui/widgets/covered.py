"""What Textual 8.2 leaves open for screens: to be covered by another, and to be taken down."""

from __future__ import annotations

from textual.events import ScreenResume
from textual.geometry import Size
from textual.messages import Prune, Update
from textual.screen import Screen, ScreenResultType


class Covered(Screen[ScreenResultType]):
    """Where something lies over it, what changed of it is drawn once, and nothing else is lost.

    Textual 8.2 asks the screen on top to draw those places in a way that has it forget what it was
    about to draw itself, and that moves them by its own padding; and it marks the covered screen
    as changed by its own drawing, so that each of its timers would draw it, and the form over it,
    once more.
    """

    def _compositor_refresh(self) -> None:
        if self.app._batch_count:
            return None  # Textual 8.2 would draw all, show none of it and take it for drawn
        top = self.app.screen
        if top is self or self not in self.app._background_screens:
            return super()._compositor_refresh()
        changed = self._compositor._dirty_regions
        if changed:
            top._set_dirty(*(region.translate(-top.content_offset) for region in changed))
            top.post_message(Update(top))
        changed.clear()
        return self._dirty_widgets.clear()

    async def on_prune(self, event: Prune) -> None:
        """Its work ends before its widgets go, which Textual's own handler sees to after this one.

        It would end it last, and what came meanwhile would look for them, which ends the program.
        """
        self.workers.cancel_node(self)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Keep the styles that a screen got when it was made, a moment ago.

        Textual's own handler, which is called as well, would work all of them out once more.
        """
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    def _screen_resized(self, size: Size) -> None:
        """Lay everything out for a size, which Textual asks for once more after it was done."""
        if self._compositor.size != size:
            super()._screen_resized(size)

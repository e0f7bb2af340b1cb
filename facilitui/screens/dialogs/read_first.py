"""What cannot be undone is read to its end before a key does it."""

from __future__ import annotations

from typing import Generic

from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.long_work import LongWork, LongWorkDialog, R
from facilitui.widgets.made_later import SeenFirst

READ_ON: Key = ("↓ PageDown", "read on")


class ReadFirstDialog(SeenFirst, LongWorkDialog[R], Generic[R]):
    """Shows what would be done on `#page`; as long as its end is out of sight, it goes on there.

    What was typed before it was seen is not an answer to it.
    """

    def on_mount(self) -> None:
        """The keys are others once the end is in view."""
        self.watch(self.query_one("#page"), "scroll_y", self._has_moved, init=False)
        self.filled = True

    def on_resize(self) -> None:
        """There may be more to read, or nothing."""
        self.call_after_refresh(self.show_all)

    def begin(self, do: LongWork[R]) -> None:
        """Begin the work where all was in view, else read on."""
        if self.is_read:
            super().begin(do)
        else:
            page = self.query_one("#page")
            page.scroll_relative(y=max(1, page.size.height - 1), animate=False, immediate=True)

    @property
    def is_read(self) -> bool:
        """Whether the end of what is shown is in view; before it was laid out nothing is."""
        page = self.query_one("#page")
        return bool(page.size.height) and page.scroll_y >= page.max_scroll_y

    def once_read(self, key: Key) -> Key:
        """A key that does it, or how to read on before."""
        return key if self.is_read else READ_ON

    def _has_moved(self) -> None:
        self.show_all()

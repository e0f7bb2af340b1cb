"""A scroll bar that stands where its widget is scrolled to."""

from __future__ import annotations

from textual.widget import Widget


class TrueBar(Widget):
    """What scrolls, whatever is shown on it one after the other.

    Textual 8.2 tells a bar where it is only while that is seen: one that was away while something
    short was shown would stand where it stood before.
    """

    def watch_show_vertical_scrollbar(self) -> None:
        """Tell the bar where it is as it comes."""
        self.vertical_scrollbar.position = self.scroll_y

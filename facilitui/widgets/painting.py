"""How a line that was drawn becomes cells of the terminal."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


def painted(widget: Widget, line: Content, width: int) -> Strip:
    """A line of a widget, filled up to `width` cells.

    Blank where there is no room: a window that is dragged small may ask for a line before
    the widget was told that it has no width any more.
    """
    if width <= 0:
        return Strip.blank(0)
    return Visual.to_strips(widget, line, width, 1, widget.visual_style, pad=True)[0]

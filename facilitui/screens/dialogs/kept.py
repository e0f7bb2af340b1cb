"""What was marked, captured and parked, on a page of its own where it has no room beside."""

from __future__ import annotations

from facilitui.screens.dialogs.page import PageDialog
from facilitui.widgets.live_side import note_lines
from facilitui.widgets.live_view import LiveView

WIDTH = 46
"""Of a page on the narrowest screen."""


def kept_page(view: LiveView) -> PageDialog:
    """The page, as a session stands."""
    lines = note_lines(view, WIDTH)
    return PageDialog("Kept for later", "\n".join(line.plain for line in lines[1:]))

"""The page of the Live screen: agenda, clock and what to say, the norm to watch."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from facilitui import text as t
from facilitui.widgets import live_clock, live_guide, live_quiet, live_view
from facilitui.widgets.agenda_rows import agenda_rows, head_line
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

HIGH = 36
HEADS_FROM = 18
"""From this height on the agenda has heads."""


class Guide(Panel):
    """What to say and who speaks: as much as there is room for."""

    def on_resize(self) -> None:
        """With another height there is room for more, or less."""
        self.draw_again()


class LivePage(Vertical):
    """Draws what it is shown. The clock alone is drawn every second."""

    def compose(self) -> ComposeResult:
        """Three columns under a heading; the screen's styles say which there is room for."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            with Vertical(id="agenda-side"):
                yield Panel(id="agenda-head")
                yield RowList(id="agenda", follow=True)
                yield Panel(id="ends")
            with Vertical(id="middle"):
                yield Panel(id="where")
                yield Panel(id="clock")
                yield Guide(id="guide")
                yield Panel(id="quiet")
                yield Panel(id="next")
            yield Panel(id="side")

    def on_mount(self) -> None:
        """The keys are the host's, never the list's."""
        self.query_one(RowList).can_focus = False

    def show(self, now: live_view.LiveView) -> None:
        """Draw everything."""
        height = self.app.size.height
        heads = height >= HEADS_FROM
        self._panel("agenda-head").show(lambda width: [head_line(width), t.BLANK] if heads else [])
        here = now.run.part.id if now.run else ""
        self.query_one(RowList).show(agenda_rows(now, airy=height >= HIGH), here)
        self._panel("where").show(lambda width: live_clock.title_lines(now, width))
        self._panel("next").show(lambda width: live_guide.next_lines(now, width))
        self._panel("side").show(lambda width: live_guide.side_lines(now, width))
        self.show_clock(now)

    def _show_guide(self, now: live_view.LiveView) -> None:
        guide = self._panel("guide")
        guide.show(lambda width: live_guide.guide_lines(now, width, guide.size.height or 6))

    def show_clock(self, now: live_view.LiveView) -> None:
        """Draw what changes with the time."""
        self._panel("head").show(lambda width: live_view.head(now, width))
        self._panel("clock").show(lambda width: live_clock.clock_lines(now, width))
        self._panel("ends").show(lambda width: live_view.ends_lines(now, width))
        self._show_guide(now)
        self._show_quiet(now)

    def _show_quiet(self, now: live_view.LiveView) -> None:
        """The guide gives way to the quiet line, and gets its room back."""
        quiet = self._panel("quiet")
        before = len(quiet.lines(quiet.size.width))
        quiet.show(lambda width: live_quiet.quiet_lines(now, width))
        if len(quiet.lines(quiet.size.width)) != before:
            self.call_after_refresh(self._show_guide, now)

    def _panel(self, name: str) -> Panel:
        return self.query_one(f"#{name}", Panel)

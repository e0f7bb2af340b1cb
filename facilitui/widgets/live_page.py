"""The page of the Live screen: agenda, clock and what to say, the norm to watch."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from facilitui import text as t
from facilitui.widgets import (
    live_clock,
    live_guide,
    live_head,
    live_quiet,
    live_side,
    live_view,
)
from facilitui.widgets.agenda_rows import agenda_rows, head_line, legend_lines
from facilitui.widgets.panel import Panel, Unscrolled
from facilitui.widgets.row_list import RowList

HIGH = 36
HEADS_FROM = 18
"""From this height on the agenda has heads."""
TINY = 8
"""Under this height a window has one line for the clock and the step."""
BESIDE = ("where", "quiet", "next")
"""What stays beside the clock where only the clock is shown."""


class Guide(Panel):
    """What to say and who speaks: as much as there is room for."""

    def __init__(self) -> None:
        super().__init__(id="guide")
        self._made_high = -1

    def lines(self, width: int) -> t.Lines:
        """The lines for a width and the height that there is now."""
        if self._made_high != self.size.height:
            self._made_high, self._made_for = self.size.height, -1
        return super().lines(width)


class Column(Unscrolled, Vertical):
    """Panels under one another."""


class Middle(Column):
    """The clock, what to say and what is next."""

    def on_resize(self) -> None:
        """With another height there may be more room, or less."""
        self.query_one("#quiet", Panel).draw_again()
        self.query_one("#clock", Panel).draw_again()


class LivePage(Vertical):
    """Draws what it is shown. The clock alone is drawn every second.

    Its layout follows the classes of its screen's size; three columns only where it has the
    whole of the screen, which its class `-whole` says.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    LivePage {
        height: 1fr;
        #head { height: 1; margin-bottom: 1; }
        #body { height: 1fr; }
        #agenda-side { width: 33; height: 1fr; }
        #agenda-head, #ends { padding-right: 2; }
        #agenda { height: 1fr; }
        #middle {
            width: 1fr;
            height: 1fr;
            border-left: vkey $rule;
            padding-left: 2;
        }
        #clock { margin-top: 1; }
        #guide { height: 1fr; }
        #next { height: auto; }
        #side, #ends { display: none; }
    }
    .-high LivePage {
        #clock { margin-top: 2; }
        #guide { margin-top: 1; }
        #next { border-top: solid $rule; padding-top: 1; }
    }
    .-wide LivePage.-whole {
        #head { margin-bottom: 2; }
        #agenda-side { width: 40; }
        #ends { display: block; }
        #middle { padding: 0 3; margin-left: 1; }
        #side { display: block; width: 28; height: 1fr; border-left: vkey $rule; padding-left: 3; }
    }
    .-narrow LivePage {
        #agenda-side { display: none; }
        #middle { border-left: none; padding-left: 0; }
    }
    .-short LivePage #head { background: $tint; }
    .-short.-counting LivePage #head { margin-bottom: 0; }
    .-short.-counting LivePage #clock { margin-top: 0; }
    .-short.-counting LivePage #quiet { display: none; }
    LivePage.-whole.-zoom {
        #agenda-side, #side { display: none; }
        #middle { border-left: none; margin-left: 0; padding-left: 0; }
        #guide { visibility: hidden; }
    }
    .-narrow LivePage.-zoom #guide { display: none; }
    LivePage.-tiny {
        #head { margin-bottom: 0; }
        #clock { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Three columns under a heading; the screen's styles say which there is room for."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            with Column(id="agenda-side"):
                yield Panel(id="agenda-head")
                yield RowList(id="agenda", follow=True)
                yield Panel(id="ends")
            with Middle(id="middle"):
                yield Panel(id="where")
                yield Panel(id="clock")
                yield Guide()
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
        self.set_class(height < TINY, "-tiny")
        self._panel("next").show(lambda width: live_guide.next_lines(now, width))
        self._panel("side").show(lambda width: live_side.side_lines(now, width))
        self.show_clock(now)

    def show_clock(self, now: live_view.LiveView) -> None:
        """Draw what changes with the time."""
        self._panel("head").show(lambda width: live_head.head(now, width))
        where = live_clock.short_lines if self.has_class("-tiny") else live_clock.title_lines
        self._panel("where").show(lambda width: where(now, width))
        self._panel("quiet").show(lambda width: self._quiet_lines(now, width))
        self._show_figures(now)
        self._panel("ends").show(lambda width: self._ends_lines(now, width))
        guide = self.query_one(Guide)
        guide.show(lambda width: self._guide_lines(now, width, guide.size.height))

    def _guide_lines(self, now: live_view.LiveView, width: int, height: int) -> t.Lines:
        gap = live_clock.room_under(now, width)
        return live_guide.guide_lines(now, width, height, gap)

    def _quiet_lines(self, now: live_view.LiveView, width: int) -> t.Lines:
        """What is said quietly, where the clock, the step and what is next leave room for it."""
        if (quiet := live_quiet.quiet_now(now)) is None:
            return []
        beside = [self.query_one(Guide), *map(self._panel, ("where", "clock", "quiet", "next"))]
        taken = sum(_frame_high(each) for each in beside) + len(live_clock.clock_lines(now, width))
        taken += sum(len(self._panel(each).lines(width)) for each in ("where", "next"))
        room = self.query_one(Middle).size.height - taken
        needed = len(self._guide_lines(now, width, max(0, room)))
        return live_quiet.quiet_lines(*quiet, width, room, needed)

    def _ends_lines(self, now: live_view.LiveView, width: int) -> t.Lines:
        legend = legend_lines(now, width) if self.app.size.height >= HIGH else []
        return live_head.ends_lines(now, width) + legend

    def zoom(self, now: live_view.LiveView) -> None:
        """Show only the clock, the step and what is next, or everything again."""
        self.toggle_class("-zoom")
        self._show_figures(now)

    def _show_figures(self, now: live_view.LiveView) -> None:
        self._panel("clock").show(
            lambda width: live_clock.clock_lines(now, width, self._clock_high(width))
        )

    def _clock_high(self, width: int) -> int:
        """Lines for the clock: all that is left to it where only the clock is shown."""
        if not self.has_class("-zoom"):
            return 0
        beside = [each for each in map(self._panel, BESIDE) if each.display]
        taken = sum(len(each.lines(width)) + _frame_high(each) for each in beside)
        guide = self.query_one(Guide)
        taken += 1 + _frame_high(guide) if guide.display else 0  # an empty line, where it was
        return self.query_one(Middle).size.height - taken - _frame_high(self._panel("clock"))

    def _panel(self, name: str) -> Panel:
        return self.query_one(f"#{name}", Panel)


def _frame_high(widget: Widget) -> int:
    """Lines around what a widget shows: its margin, its border, its padding."""
    return widget.styles.margin.height + widget.gutter.height

"""The page of the Live screen: agenda, clock and what to say, the norm to watch."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from facilitui import text as t
from facilitui.widgets import live_clock, live_guide, live_quiet, live_view
from facilitui.widgets.agenda_rows import agenda_rows, head_line
from facilitui.widgets.digits import ROWS
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

HIGH = 36
HEADS_FROM = 18
"""From this height on the agenda has heads."""
GUIDE_HIGH = 6
"""Lines for the guide before anything has been laid out."""
BESIDE_FIGURES = 8
"""Lines of the middle that are not the clock's figures, where only the clock is shown."""


class Guide(Panel):
    """What to say and who speaks: as much as there is room for."""

    def on_resize(self) -> None:
        """With another height there is room for more, or less."""
        self.draw_again()


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
        #agenda-side { width: 32; height: 1fr; }
        #agenda-head, #ends { padding-right: 1; }
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
        #agenda-side { width: 39; }
        #ends { display: block; }
        #middle { padding: 0 3; margin-left: 1; }
        #side { display: block; width: 28; height: 1fr; border-left: vkey $rule; padding-left: 3; }
    }
    .-narrow LivePage {
        #agenda-side { display: none; }
        #middle { border-left: none; padding-left: 0; }
    }
    .-short LivePage #head { background: $tint; }
    .-short.-narrow LivePage #guide { height: auto; max-height: 4; }
    .-zoom LivePage.-whole {
        #agenda-side, #side { display: none; }
        #middle { border-left: none; margin-left: 0; padding-left: 0; }
        #guide { visibility: hidden; }
    }
    .-narrow.-zoom LivePage #guide { display: none; }
    """

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
        guide.show(lambda width: live_guide.guide_lines(now, width, self._guide_high()))

    def _guide_high(self) -> int:
        """Lines for the guide: what the others leave, however high it is with what it shows now."""
        middle, guide = self.query_one("#middle"), self._panel("guide")
        others = (each for each in middle.children if each.display and each is not guide)
        taken = sum(each.outer_size.height + each.styles.margin.height for each in others)
        left = middle.size.height - taken - guide.styles.margin.height
        return left if left > 0 else GUIDE_HIGH

    def show_clock(self, now: live_view.LiveView) -> None:
        """Draw what changes with the time."""
        self._panel("head").show(lambda width: live_view.head(now, width))
        high = self._figures_high()
        self._panel("clock").show(lambda width: live_clock.clock_lines(now, width, high))
        self._panel("ends").show(lambda width: live_view.ends_lines(now, width))
        self._show_guide(now)
        self._show_quiet(now)

    def _figures_high(self) -> int:
        """Rows for the clock's figures: more of them where only the clock is shown."""
        zoomed = self.screen.has_class("-zoom")
        return self.query_one("#middle").size.height - BESIDE_FIGURES if zoomed else ROWS

    def _show_quiet(self, now: live_view.LiveView) -> None:
        """The guide gives way to the quiet line, and gets its room back."""
        quiet = self._panel("quiet")
        before = len(quiet.lines(quiet.size.width))
        quiet.show(lambda width: live_quiet.quiet_lines(now, width))
        if len(quiet.lines(quiet.size.width)) != before:
            self.call_after_refresh(self._show_guide, now)

    def _panel(self, name: str) -> Panel:
        return self.query_one(f"#{name}", Panel)

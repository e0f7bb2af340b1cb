"""Replay: a session's timeline, and Live as it stood at the marked moment. Nothing changes it."""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.widgets import Input

from facilitui import text as t
from facilitui.commands import HELP, HELP_WHILE_TYPING
from facilitui.commands.replay import REPLAY
from facilitui.core.search import words_of
from facilitui.screens.dialogs.kept import kept_page
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.replay import showing
from facilitui.screens.replay.position import at_row, at_second, moved, part_start
from facilitui.services.sessions.replaying import Replayed
from facilitui.widgets import replay_view as view
from facilitui.widgets.browse_parts import MarkedList, offered
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.live_guide import live_script
from facilitui.widgets.live_head import head
from facilitui.widgets.live_page import LivePage
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.quiet import OnceDrawn
from facilitui.widgets.row_list import RowList
from facilitui.widgets.search_line import SearchLine
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title


class ReplayScreen(PaperScreen):
    """One session, read only."""

    CSS_PATH = "replay.tcss"
    AUTO_FOCUS = ""
    commands = REPLAY
    title_of_help = "Replay"
    about = (
        "Everything that happened in a session, moment by moment, with the key that did it, and "
        "Live as it stood then. What was taken back is shown as that. Nothing here changes the "
        "session."
    )
    timeline = getters.query_one("#timeline", RowList)
    """What happened, in order."""
    search_line = getters.query_one(SearchLine)
    """Where the search is typed."""

    def __init__(self, seen: Replayed, late_minutes: float, at: float = 0) -> None:
        """It begins `at` so many seconds into the session, and shows what was typed right then."""
        super().__init__()
        self._replay, self._title, self._zone = seen.replay, seen.title, seen.zone
        self._trouble = seen.trouble
        self._late_minutes = late_minutes
        self._position = at_second(seen.replay, at)
        self._notes_shown = at > 0 and showing.has_typed(seen.replay, self._position)
        self._looking = False
        """Whether Live stands in place of the timeline, where both have no room."""
        self._shown: list[int] = []
        """The moments that the search finds."""
        self._page_soon = OnceDrawn(self, self._show_page)
        """Draws Live once the list is drawn, and only for the last of several keys."""

    def compose(self) -> ComposeResult:
        """The timeline with its search, Live as it stood, the keys."""
        with Horizontal(id="sides"):
            with Vertical(id="past"):
                yield Panel(self._head, id="past-head")
                yield SearchLine("/ search the timeline")
                yield Panel(id="nothing")
                yield MarkedList(id="timeline")
            yield LivePage(id="page")
        yield KeyLine(REPLAY)

    def on_mount(self) -> None:
        """Begin where it was asked for."""
        keep_title(self.app)
        set_title(self.app, f"REPLAY · {self._title}")
        self.timeline.can_focus = False
        self._show_list()
        self._show_page()
        if self._trouble:
            self.tell(self._trouble, problem=True)

    def on_unmount(self) -> None:
        """The terminal has its title back."""
        give_title_back(self.app)

    # What is shown

    @property
    def beside(self) -> bool:
        """Whether Live has room beside the timeline."""
        return self.has_class("-wide")

    def view(self) -> LiveView:
        """Live as it stood."""
        width = showing.BESIDE_WIDTH if self.beside else self.app.size.width
        shown = showing.view_at(self._replay, self._position, self._zone, width)
        late = self._late_minutes
        return replace(shown, notes_shown=self._notes_shown, late_minutes=late)

    def show_timeline(self) -> None:
        """Draw everything: the moments that the search finds, and Live at the marked one."""
        self._show_list()
        self._page_soon.ask()

    def _show_list(self) -> None:
        words, notes_shown = words_of(self.search_line.value), self._notes_shown
        moments = view.found(self._replay.moments, words, notes_shown=notes_shown)
        self._shown = [number for number, _ in moments]
        if self._shown and self._position.row not in self._shown:
            self._position = at_row(self._replay, int(self._nearest()))
        rows = view.timeline(moments, self._zone, words, notes_shown=notes_shown)
        self.timeline.show(rows, self._nearest())

    def _nearest(self) -> str:
        """The key of the last moment in the list at or before the one that is shown."""
        before = (n for n in reversed(self._shown) if n <= self._position.row)
        return str(next(before, self._shown[0] if self._shown else ""))

    def _show_page(self) -> None:
        self.set_class(self._looking and not self.beside, "-looking")
        self.query_one("#past-head", Panel).show(self._head)
        if self._replay.moments and (self.beside or self._looking):
            self.query_one(LivePage).show(self.view())
        self._lead_on()

    def _head(self, width: int) -> t.Lines:
        if self.beside or not self._replay.moments:
            return [t.fitted(t.strong(self._title), width)]
        return head(self.view(), width)

    def _lead_on(self) -> None:
        words = showing.words_of_keys(
            looking=self._looking,
            beside=self.beside,
            searching=self._searching,
            notes_shown=self._notes_shown,
        )
        line, past, shown = self.search_line, self._replay.moments, self._notes_shown
        keys = offered(REPLAY, words, typing=line.has_focus)
        keys = showing.most_needed(keys, self._replay, self._position)
        self.key_line.offer(keys, HELP_WHILE_TYPING if line.has_focus else HELP)
        said = view.said_of(past, line.value, notes_shown=shown, typing=line.has_focus)
        self.query_one("#nothing", Panel).show(said)

    @property
    def _searching(self) -> bool:
        return self.search_line.has_focus or bool(self.search_line.value)

    @on(Resize)
    def _resized(self) -> None:
        self._page_soon.ask()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _focus_moved(self) -> None:
        self._lead_on()

    # Going through time

    def _follow(self) -> None:
        """Mark where one is, and draw Live there."""
        self.timeline.mark(self._nearest())
        self._page_soon.ask()

    @on(RowList.Marked)
    def _marked(self, event: RowList.Marked) -> None:
        if event.key != self._nearest():
            self._position = at_row(self._replay, int(event.key))
            self._page_soon.ask()

    @on(SearchLine.Moved)
    def _move(self, event: SearchLine.Moved) -> None:
        self.timeline.action_move(event.by)

    def action_row(self, by: int) -> None:
        """Go to another moment of the list."""
        self.timeline.action_move(by)

    def action_edge(self, end: int) -> None:
        """Go to an end of the list."""
        self.timeline.action_edge(end)

    def action_seconds(self, by: float) -> None:
        """Go on or back in time, whether anything happened then or not."""
        self._position = moved(self._replay, self._position, by)
        self._follow()

    def action_part(self, by: int) -> None:
        """Go to where a step began."""
        row = part_start(self._replay.moments, self._position.row, by)
        self._position = at_row(self._replay, row)
        self._follow()

    # Looking

    @on(RowList.Chosen)
    def action_look(self) -> None:
        """Show Live in place of the timeline."""
        self._looking = bool(self._replay.moments)
        self._page_soon.ask()

    def action_notes(self) -> None:
        """Show or hide what was typed; on a page of its own where Live has no room for it."""
        if self._looking and self.has_class("-narrow"):
            self.app.push_screen(kept_page(self.view()))
        else:
            self._notes_shown = not self._notes_shown
            self.show_timeline()

    def action_script(self) -> None:
        """Show all that was written for the step."""
        if self._replay.moments:
            self.app.push_screen(PageDialog(*live_script(self.view())))

    # Searching and leaving

    def action_search(self) -> None:
        """Type in the search line."""
        self._looking = False
        self.set_focus(self.search_line)
        self._page_soon.ask()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.call_after_refresh(self.show_timeline)

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(None)

    def action_leave(self) -> None:
        """Go back one step: from Live, from the search, from the replay."""
        if self._looking:
            self._looking = False
            self._page_soon.ask()
        elif self._searching:
            self.set_focus(None)
            self.search_line.value = ""
        else:
            self.dismiss()

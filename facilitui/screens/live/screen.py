"""Live: the host's screen while a session runs. Everything on it is private."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize, ScreenResume

from facilitui import text as t
from facilitui.commands.live import LIVE, LIVE_DAMAGED, LIVE_ENDED
from facilitui.core.errors import FacilituiError
from facilitui.messages import CopyRequested, DebriefRequested
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.live.choices import ADD_NORM, end_dialog, norm_dialog
from facilitui.screens.live.lines import PURPOSES, Lines
from facilitui.screens.live.presses import NO_STEP, PRESSES, Press, invoke, take_back
from facilitui.screens.live.showing import keys_of, view_of
from facilitui.screens.live.ticking import Ticking
from facilitui.services.hosted_session import HostedSession
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.live_guide import live_script, note_lines
from facilitui.widgets.live_page import LivePage
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title

NOTES_WIDTH = 46
"""Of the page that shows marks and captures on a narrow screen."""
HALF_KEPT = "What you typed is kept for the next time."


class LiveScreen(PaperScreen):
    """One session, hosted."""

    CSS_PATH = "live.tcss"
    AUTO_FOCUS = ""
    commands = (*LIVE, *LIVE_ENDED, *LIVE_DAMAGED)
    title_of_help = "Live"
    about = (
        "The timer is the agenda: going to a step starts its clock. No key hurts: u takes the "
        "last one back. PageDown and PageUp move the agenda even while you type a line, so a "
        "slide clicker works. Leaving keeps the session going."
    )

    def __init__(self, hosted: HostedSession) -> None:
        super().__init__()
        self._hosted = hosted
        self._notes_shown = False
        self._entry = LineEntry()
        self._lines = Lines(self, hosted, self._entry)
        self.ticking = Ticking(self, hosted, self._draw_clock, self._say)
        """What draws the clock."""

    def compose(self) -> ComposeResult:
        """The page, a line to type in, the keys."""
        yield Panel(lambda width: [t.plain("▁" * width, t.INK)], id="edge")
        with Vertical(id="frame"):
            yield LivePage(id="page")
            yield self._entry
            yield KeyLine(LIVE)

    async def on_mount(self) -> None:
        """Show the session and begin to tick."""
        keep_title(self.app)
        set_title(self.app, f"PRIVATE · {self._hosted.title}")
        self.refresh_view()
        self.ticking.schedule()
        await self._lines.begin()
        if self._hosted.read_only and not self._hosted.damaged:
            self.tell(self._hosted.read_only, problem=True)

    async def on_unmount(self) -> None:
        """Give back the title, what is half typed, and the session."""
        give_title_back(self.app)
        await self._lines.close()
        await self._hosted.leave()

    # What is shown

    def refresh_view(self) -> None:
        """Draw everything from the state as it is."""
        self.query_one(LivePage).show(self._view())
        self.key_line.offer(keys_of(self._hosted, narrow=self.has_class("-narrow")))

    def _draw_clock(self) -> None:
        if self.is_current or self.app.screen.is_modal:
            self.query_one(LivePage).show_clock(self._view())

    def _view(self) -> LiveView:
        return view_of(self._hosted, self.app.size.width, notes_shown=self._notes_shown)

    def _say(self, told: str, problem: bool) -> None:
        self.tell(told, problem=problem)
        self.refresh_view()

    @on(ScreenResume)
    def _seen_again(self) -> None:
        self.refresh_view()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.refresh_view)

    # Keys

    async def press(self, press: Press) -> bool:
        """Do what a key does; nothing is shown that is not written. False if it could not be."""
        try:
            done = await self._hosted.do(press.decide)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        self._tell_done(press.said if done else press.nothing, bool(done))
        self.refresh_view()
        self.ticking.schedule()
        return True

    def _tell_done(self, told: str, done: bool) -> None:
        if told:
            self.tell(told)
        elif done:
            self.key_line.clear()

    async def action_press(self, name: str) -> None:
        """A key that does one thing at once."""
        await self.press(PRESSES[name])

    async def action_take_back(self) -> None:
        """Take back the last key."""
        await self.press(take_back(self._hosted.last_key))

    async def action_next_step(self) -> None:
        """Begin, go on, or end after the last step."""
        if self._hosted.ready is not None:
            await self._begin()
        elif self._hosted.state.finished:
            self.action_end()
        else:
            await self.press(PRESSES["forward"])

    async def _begin(self) -> None:
        try:
            await self._hosted.begin()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        else:
            self.key_line.clear()
        self.refresh_view()

    def action_notes(self) -> None:
        """Show or hide what was kept; on a page of its own where there is no room beside."""
        if self.has_class("-narrow"):
            lines = note_lines(self._view(), NOTES_WIDTH)
            told = "\n".join(line.plain for line in lines[1:])
            self.app.push_screen(PageDialog("Kept for later", told))
        else:
            self._notes_shown = not self._notes_shown
            self.refresh_view()

    def action_script(self) -> None:
        """Show all that is written for this step."""
        title, told = live_script(self._view())
        self.app.push_screen(PageDialog(title, told))

    def action_zoom(self) -> None:
        """Only the clock, the step and what is next."""
        self.toggle_class("-zoom")
        self.call_after_refresh(self.refresh_view)

    def action_end(self) -> None:
        """End the session, once it is confirmed."""
        if self._hosted.state.running:
            self.app.push_screen(end_dialog(self._hosted.state), self._end_if)

    async def _end_if(self, yes: bool | None) -> None:
        if yes:
            await self.press(PRESSES["end"])

    def action_norm(self) -> None:
        """Choose the norm that is called on, the watched one first, or add one."""
        if self._hosted.state.running:
            self.app.push_screen(norm_dialog(self._hosted.state), self._invoke)
        else:
            self.tell(NO_STEP)

    async def _invoke(self, norm: str | None) -> None:
        if norm == ADD_NORM:
            self._lines.ask("norm")
        elif norm:
            await self.press(invoke(norm))

    def action_leave(self) -> None:
        """Leave; the session goes on."""
        if self._entry.is_open:
            self._entry.close()
        elif self.is_active:  # else what lies over it would be closed in its place
            self.dismiss()

    # Lines

    def action_line(self, purpose: str) -> None:
        """Type a line, such as a capture."""
        if PURPOSES[purpose].possible(self._hosted.state):
            self._lines.ask(purpose)
        else:
            self.tell(NO_STEP)

    @on(LineEntry.Typed)
    async def _keep_line(self, event: LineEntry.Typed) -> None:
        await self._lines.keep(event.purpose, event.text)

    @on(LineEntry.Entered)
    async def _take_line(self, event: LineEntry.Entered) -> None:
        await self._lines.take(event.purpose, event.text)

    @on(LineEntry.Closed)
    async def _line_left(self, event: LineEntry.Closed) -> None:
        if self._lines.left(event.purpose, event.text):
            self.tell(HALF_KEPT)
        else:
            await self._lines.drop()

    # After the end

    def action_debrief(self, door: bool) -> None:
        """Debrief the session that has ended."""
        self.post_message(DebriefRequested(self._hosted.session, door))

    def action_go_on_in_copy(self) -> None:
        """Go on with a damaged session in a copy."""
        self.dismiss()
        self.app.post_message(CopyRequested(self._hosted.session))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Debriefing comes after the end; a copy is only for a damaged session."""
        if action == "debrief":
            return self._hosted.state.ended_at is not None
        return self._hosted.damaged if action == "go_on_in_copy" else True

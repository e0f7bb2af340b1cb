"""Live: the host's screen while a session runs. Everything on it is private."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize, ScreenResume
from textual.timer import Timer

from facilitui import text as t
from facilitui.commands import Command
from facilitui.commands.live import LIVE, LIVE_DAMAGED, LIVE_ENDED, LIVE_READY
from facilitui.core import moves
from facilitui.core.errors import FacilituiError
from facilitui.core.timing import remaining
from facilitui.messages import CopyRequested, DebriefRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.hosted_session import HostedSession
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.live_guide import live_script, note_lines
from facilitui.widgets.live_page import LivePage
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title

MOST_PEOPLE = 1000
NOTES_WIDTH = 46
"""Of the page that shows marks and captures on a narrow screen."""
WAIT_TICK = 0.5
"""Seconds between two drawings of the wait bar."""
_LABELS = {
    "capture": "Capture, private",
    "park": "Park",
    "attendance": "How many are here?",
    "lead": "Who leads this block?",
    "norm": "Our own norm",
}
_DECIDED: dict[str, Callable[[str], moves.Decide]] = {
    "capture": moves.capture,
    "park": moves.park,
    "lead": moves.lead,
    "norm": moves.add_norm,
}
ADD_NORM = "+"
"""What stands for a new norm in a choice; no norm can be called that."""


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
        self._tick: Timer | None = None
        self._entry = LineEntry()
        self._half: dict[str, str] = {}
        """Lines that were left half typed, by what they are for."""

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
        self._schedule_tick()
        purpose, text = await self._hosted.kept_line()
        if purpose in _LABELS and text:
            self._ask(purpose, text)
        if self._hosted.read_only and not self._hosted.damaged:
            self.tell(self._hosted.read_only, problem=True)

    async def on_unmount(self) -> None:
        """Give back the title, what is half typed, and the session."""
        give_title_back(self.app)
        if self._entry.is_open:
            await self._keep_line(LineEntry.Typed(self._entry.purpose, self._entry.text))
        await self._hosted.leave()

    # What is shown

    def refresh_view(self) -> None:
        """Draw everything from the state as it is."""
        self.query_one(LivePage).show(self._view())
        self.key_line.offer(self._keys_now())

    def _keys_now(self) -> tuple[Command, ...]:
        if self._hosted.state.ended_at is not None:
            return LIVE_ENDED
        if self._hosted.damaged:
            return LIVE_DAMAGED
        if self._hosted.ready is not None:
            return LIVE_READY
        return () if self.has_class("-narrow") else LIVE

    def _view(self) -> LiveView:
        elapsed, now = self._hosted.now()
        return LiveView(
            state=self._hosted.state,
            elapsed=elapsed,
            now=now,
            ready=self._hosted.ready,
            read_only=self._hosted.read_only,
            behind=self._hosted.behind,
            notes_shown=self._notes_shown,
            width=self.app.size.width,
        )

    # Time

    def _schedule_tick(self) -> None:
        """The next drawing comes when the shown second changes; after the end there is none."""
        state = self._hosted.state
        if self._tick is not None:
            self._tick.stop()
        if state.ended_at is not None:
            return
        elapsed, now = self._hosted.now()
        run = state.now
        shown = remaining(run, elapsed) if run and run.since is not None else -now.microsecond / 1e6
        delay = WAIT_TICK if state.wait else (shown % 1.0) or 1.0
        self._tick = self.set_timer(delay + 0.005, self._ticked)

    async def _ticked(self) -> None:
        try:
            if await self._hosted.tick():
                self.tell("The program was away for a while; the time is counted and marked.")
                self.refresh_view()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        if self.is_current or self.app.screen.is_modal:
            self.query_one(LivePage).show_clock(self._view())
        self._schedule_tick()

    @on(ScreenResume)
    def _seen_again(self) -> None:
        self.refresh_view()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.refresh_view)

    # Keys

    async def _press(self, decide: moves.Decide, said: str = "", nothing: str = "") -> bool:
        """Do what a key does; nothing is shown that is not written. False if it could not be.

        `said` tells that it was done, `nothing` why there was nothing to do.
        """
        try:
            done = await self._hosted.do(decide)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        if told := said if done else nothing:
            self.tell(told)
        elif done:
            self.key_line.clear()
        self.refresh_view()
        self._schedule_tick()
        return True

    async def action_next_step(self) -> None:
        """Begin, go on, or end after the last step."""
        if self._hosted.ready is not None:
            await self._begin()
        elif self._hosted.state.finished:
            self.action_end()
        else:
            await self._press(moves.forward)

    async def _begin(self) -> None:
        try:
            await self._hosted.begin()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        else:
            self.key_line.clear()
        self.refresh_view()

    async def action_back_step(self) -> None:
        """Reopen the step before."""
        await self._press(moves.back, nothing="There is no step before this one.")

    async def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        await self._press(moves.pause_or_resume, nothing="No clock is running.")

    async def action_minutes(self, by: int) -> None:
        """A minute more or less."""
        await self._press(lambda state: moves.change_minutes(state, by))

    async def action_wait(self) -> None:
        """Open or close a wait."""
        await self._press(moves.open_or_close_wait, nothing="No step is running.")

    async def action_mark(self) -> None:
        """Mark the moment."""
        await self._press(moves.mark, "marked")

    async def action_skip(self) -> None:
        """Leave the step out."""
        await self._press(moves.skip, "left out; u takes it back")

    async def action_take_back(self) -> None:
        """Take back the last key."""
        said = f"taken back: {self._hosted.last_key}"
        await self._press(moves.take_back, said, "Nothing to take back.")

    def action_notes(self) -> None:
        """Show or hide what was kept; on a page of its own where there is no room beside."""
        if self.has_class("-narrow"):
            lines = note_lines(self._view(), NOTES_WIDTH)
            told = "\n".join(line.plain for line in lines[1:])
            self.app.push_screen(PageDialog("Kept for later", told))
            return
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
        if not self._hosted.state.running:
            return
        left = len(self._hosted.state.ahead)
        self.app.push_screen(
            ConfirmDialog(
                "End the session now?",
                f"{t.plural(left, 'step')} still ahead; what was run is kept." if left else "",
                yes="end it",
                no="go on",
            ),
            self._end_if,
        )

    async def _end_if(self, yes: bool | None) -> None:
        if yes:
            await self._press(moves.end)

    def action_norm(self) -> None:
        """Choose the norm that is called on, the watched one first, or add one."""
        state = self._hosted.state
        if not state.running:
            self.tell("The session is not running.")
            return
        norms = sorted(state.norms, key=lambda norm: norm.id != state.watched)
        own = state.own_norms
        choices = [Choice(n.id, n.text, "our own" if n.id in own else "") for n in norms]
        choices.append(Choice(ADD_NORM, "Add one of our own"))
        self.app.push_screen(ChooseDialog("Call on a norm", choices), self._invoke)

    async def _invoke(self, norm: str | None) -> None:
        if norm == ADD_NORM:
            self._ask("norm")
        elif norm:
            await self._press(moves.invoke_norm(norm), "norm called on")

    def action_leave(self) -> None:
        """Leave; the session goes on."""
        if self._entry.is_open:
            self._entry.close()
        else:
            self.dismiss()

    # Lines

    def _ask(self, purpose: str, text: str = "") -> None:
        self._entry.ask(purpose, _LABELS[purpose], text or self._half.pop(purpose, ""))
        self.add_class("-typing")

    def action_capture(self) -> None:
        """Type a private line."""
        if self._hosted.state.running:
            self._ask("capture")

    def action_park(self) -> None:
        """Put a question aside."""
        if self._hosted.state.running:
            self._ask("park")

    def action_attendance(self) -> None:
        """Say how many are here."""
        self._ask("attendance")

    def action_lead(self) -> None:
        """Say who leads this block."""
        if self._hosted.state.now is not None:
            self._ask("lead")

    @on(LineEntry.Typed)
    async def _keep_line(self, event: LineEntry.Typed) -> None:
        try:
            await self._hosted.keep_line(event.purpose, event.text)
        except FacilituiError as error:
            self.tell(str(error), problem=True)

    @on(LineEntry.Entered)
    async def _take_line(self, event: LineEntry.Entered) -> None:
        self.remove_class("-typing")
        if event.purpose == "attendance":
            taken = await self._take_attendance(event.text)
        else:
            taken = await self._press(_DECIDED[event.purpose](event.text), "kept")
        if taken:
            await self._drop_line()
        else:
            self._ask(event.purpose, event.text)

    async def _drop_line(self) -> None:
        try:
            await self._hosted.drop_line()
        except FacilituiError as error:
            self.tell(str(error), problem=True)

    async def _take_attendance(self, text: str) -> bool:
        count = int(text) if text.isascii() and text.isdigit() else -1
        if not 0 <= count <= MOST_PEOPLE:
            self.tell(f"A number from 0 to {MOST_PEOPLE}, please.", problem=True)
            return False
        if self._hosted.ready is None:
            return await self._press(moves.attend(count))
        self._hosted.expect(count)
        self.refresh_view()
        return True

    @on(LineEntry.Closed)
    async def _line_left(self, event: LineEntry.Closed) -> None:
        self.remove_class("-typing")
        if event.text:
            self._half[event.purpose] = event.text
            self.tell("What you typed is kept for the next time.")
        else:
            await self._drop_line()

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

"""Live: the host's screen while a session runs. Everything on it is private."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.timer import Timer

from facilitui import text as t
from facilitui.commands import LIVE, LIVE_ENDED
from facilitui.core import bodies as b
from facilitui.core import moves
from facilitui.core.errors import FacilituiError
from facilitui.core.session import SessionState
from facilitui.core.timing import remaining
from facilitui.messages import DebriefRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.services.hosted_session import Decide, HostedSession
from facilitui.widgets import live_view as view
from facilitui.widgets.agenda_rows import agenda_rows, head_line
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.row_list import RowList
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title

MOST_PEOPLE = 1000
WAIT_TICK = 0.5
"""Seconds between two drawings of the wait bar."""
_LABELS = {
    "capture": "Capture, private",
    "park": "Park",
    "attendance": "How many are here?",
    "lead": "Who leads this block?",
}


class LiveScreen(PaperScreen):
    """One session, hosted."""

    CSS_PATH = "live.tcss"
    AUTO_FOCUS = ""
    commands = (*LIVE, *LIVE_ENDED)
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

    def compose(self) -> ComposeResult:
        """Agenda, clock and what to say, the norm to watch; a line to type in; keys."""
        yield Panel(lambda width: [t.plain("▁" * width, t.INK)], id="edge")
        with Vertical(id="page"):
            yield Panel(id="head")
            with Horizontal(id="body"):
                with Vertical(id="agenda-side"):
                    yield Panel(id="agenda-head")
                    yield RowList(id="agenda", follow=True)
                    yield Panel(id="ends")
                with Vertical(id="middle"):
                    yield Panel(id="where")
                    yield Panel(id="clock")
                    yield Panel(id="guide")
                    yield Panel(id="next")
                yield Panel(id="side")
            yield LineEntry()
            yield KeyLine(LIVE)

    async def on_mount(self) -> None:
        """Show the session and begin to tick."""
        self.query_one(RowList).can_focus = False
        keep_title(self.app)
        set_title(self.app, f"PRIVATE · {self._hosted.title}")
        self.refresh_view()
        self._schedule_tick()
        purpose, text = await self._hosted.kept_line()
        if purpose in _LABELS and text:
            self._ask(purpose, text)
        if self._hosted.read_only:
            self.tell(self._hosted.read_only, problem=True)

    async def on_unmount(self) -> None:
        """Give back the title and the session."""
        give_title_back(self.app)
        await self._hosted.leave()

    # What is shown

    def refresh_view(self) -> None:
        """Draw everything from the state as it is."""
        now = self._view()
        airy = self.app.size.height >= 36
        self.query_one("#agenda-head", Panel).show(
            lambda width: [head_line(width), t.BLANK] if self.size.height > 18 else []
        )
        rows = agenda_rows(now, airy=airy)
        here = now.run.part.id if now.run else ""
        blocks = [row.key for row in rows if row.key]
        self.query_one(RowList).show(
            rows, here if here in blocks else f"block {now.run.part.block}" if now.run else ""
        )
        self.query_one("#where", Panel).show(lambda width: view.title_lines(self._view(), width))
        self.query_one("#next", Panel).show(lambda width: view.next_lines(self._view(), width))
        self.query_one("#side", Panel).show(lambda width: view.side_lines(self._view(), width))
        guide = self.query_one("#guide", Panel)
        guide.show(lambda width: view.guide_lines(self._view(), width, guide.size.height or 6))
        keys = LIVE_ENDED if self._hosted.state.ended_at else LIVE
        self.key_line.offer(() if self.has_class("-narrow") and keys is LIVE else keys)
        self._refresh_clock()

    def _refresh_clock(self) -> None:
        now = self._view()
        self.query_one("#head", Panel).show(lambda width: view.head(now, width))
        self.query_one("#clock", Panel).show(lambda width: view.clock_lines(now, width))
        self.query_one("#ends", Panel).show(lambda width: view.ends_lines(now, width))

    def _view(self) -> view.LiveView:
        elapsed, now = self._hosted.now()
        return view.LiveView(
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
        """The next drawing comes when the shown second changes."""
        state = self._hosted.state
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
        self._refresh_clock()
        self._schedule_tick()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.refresh_view)

    # Keys

    async def _press(self, decide: Decide, said: str = "") -> bool:
        """Do what a key does; nothing is shown that is not written. False if it could not be."""
        try:
            done = await self._hosted.do(decide)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        if done and said:
            self.tell(said)
        elif done:
            self.key_line.clear()
        self.refresh_view()
        if self._tick is not None:
            self._tick.stop()
        self._schedule_tick()
        return True

    async def action_next_step(self) -> None:
        """Begin, go on, or end after the last step."""
        if self._hosted.ready is not None:
            await self._begin()
        elif self._hosted.state.finished:
            await self._press(moves.end)
        else:
            await self._press(moves.forward)

    async def _begin(self) -> None:
        try:
            await self._hosted.begin()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        self.refresh_view()

    async def action_back_step(self) -> None:
        """Reopen the step before."""
        await self._press(moves.back)

    async def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        await self._press(moves.pause_or_resume)

    async def action_minutes(self, by: int) -> None:
        """A minute more or less."""
        await self._press(lambda state: moves.change_minutes(state, by))

    async def action_wait(self) -> None:
        """Open or close a wait."""
        await self._press(moves.open_or_close_wait)

    async def action_mark(self) -> None:
        """Mark the moment."""
        await self._press(lambda state: _while_running(state, b.Marked()), "marked")

    async def action_skip(self) -> None:
        """Leave the step out."""
        await self._press(moves.skip, "left out; u takes it back")

    async def action_take_back(self) -> None:
        """Take back the last key."""
        await self._press(moves.take_back, "taken back")

    def action_notes(self) -> None:
        """Show or hide what was kept."""
        self._notes_shown = not self._notes_shown
        self.refresh_view()

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
        """Choose the norm that is called on, the watched one first."""
        state = self._hosted.state
        norms = sorted(state.norms, key=lambda norm: norm.id != state.watched)
        if not norms or not state.running:
            self.tell("No norms were agreed for this session.")
            return
        choices = [Choice(norm.id, norm.text) for norm in norms]
        self.app.push_screen(ChooseDialog("Call on a norm", choices), self._invoke)

    async def _invoke(self, norm: str | None) -> None:
        if norm:
            await self._press(lambda state: (b.NormInvoked(norm=norm),), "norm called on")

    def action_leave(self) -> None:
        """Leave; the session goes on."""
        if self._entry.is_open:
            self._entry.close()
        else:
            self.dismiss()

    # Lines

    @property
    def _entry(self) -> LineEntry:
        return self.query_one(LineEntry)

    def _ask(self, purpose: str, text: str = "") -> None:
        self._entry.ask(purpose, _LABELS[purpose], text)
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
            taken = await self._press(_line_decision(event.purpose, event.text), "kept")
        if taken:
            await self._hosted.drop_line()
        else:
            self._ask(event.purpose, event.text)

    async def _take_attendance(self, text: str) -> bool:
        count = int(text) if text.isascii() and text.isdigit() else -1
        if not 0 <= count <= MOST_PEOPLE:
            self.tell(f"A number from 0 to {MOST_PEOPLE}, please.", problem=True)
            return False
        if self._hosted.ready is None:
            return await self._press(lambda state: (b.AttendanceTaken(count=count),))
        self._hosted.expect(count)
        self.refresh_view()
        return True

    @on(LineEntry.Closed)
    async def _line_closed(self) -> None:
        self.remove_class("-typing")
        await self._hosted.drop_line()

    def action_debrief(self, door: bool) -> None:
        """Debrief the session that has ended."""
        self.post_message(DebriefRequested(self._hosted.session, door))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Debriefing comes after the end."""
        if action == "debrief":
            return self._hosted.state.ended_at is not None
        return True


def _while_running(state: SessionState, body: b.Body) -> moves.Move:
    return (body,) if state.running else ()


def _line_decision(purpose: str, text: str) -> Decide:
    def decide(state: SessionState) -> moves.Move:
        if purpose == "lead" and state.now is not None:
            return (b.LeadChanged(block=state.now.part.block, lead=text),)
        body = b.Parked(text=text) if purpose == "park" else b.Captured(text=text)
        return _while_running(state, body)

    return decide

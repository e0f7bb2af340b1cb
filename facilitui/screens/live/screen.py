"""Live: the host's screen while a session runs. Everything on it is private."""

from __future__ import annotations

from collections.abc import Awaitable
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize, ScreenResume

from facilitui import text as t
from facilitui.commands import Command
from facilitui.commands.live import LIVE, LIVE_ALL
from facilitui.core.errors import FacilituiError
from facilitui.core.sessions.live_settings import UNSET, LiveSettings
from facilitui.core.sessions.people_moves import hear
from facilitui.messages.going import CopyRequested
from facilitui.screens.live.coming import come, does, may
from facilitui.screens.live.debriefing import NO_JOURNAL, NOTHING, Debriefs, debrief, look_again
from facilitui.screens.live.deeds import DEEDS
from facilitui.screens.live.for_room import cover
from facilitui.screens.live.line_typing import LineTyping
from facilitui.screens.live.lines import Lines
from facilitui.screens.live.presses import PRESSES, Press, told
from facilitui.screens.live.showing import LIVE_KEYS, keys_of, view_of
from facilitui.screens.live.ticking import Ticking
from facilitui.screens.live.voices import no_such_seat, show_voices
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.widgets.coverable import Coverable
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.live_page import LivePage
from facilitui.widgets.live_view import LiveView, Ways
from facilitui.widgets.made_later import SeenFirst
from facilitui.widgets.panel import Panel
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title
from facilitui.widgets.voice_line import VoiceLine


class LiveScreen(Coverable, SeenFirst, LineTyping):
    """One session, hosted."""

    CSS_PATH = "live.tcss"
    AUTO_FOCUS = ""
    commands: ClassVar[tuple[Command, ...]] = LIVE_ALL
    title_of_help = "Live"
    about = (
        "The timer is the agenda: going to a step starts its clock. No key hurts: u takes the "
        "last one back. PageDown and PageUp move the agenda even while you type a line, so a "
        "slide clicker works. Leaving keeps the session going."
    )
    told_outside = "PRIVATE"
    """What stands first in the terminal's title."""
    keys = LIVE_KEYS
    """What it offers at its end, by how far the session is."""

    def __init__(
        self, hosted: HostedSession, settings: LiveSettings = UNSET, debriefs: Debriefs = NO_JOURNAL
    ) -> None:
        super().__init__()
        self.debriefs, self.written = debriefs, NOTHING
        self.hosted = hosted
        """The session in its host's hands."""
        self.settings = settings
        """What Live goes by."""
        self.notes_shown = False
        """Whether it is seen what marks and captures say."""
        self.ways = Ways()
        """What there was to do about the time ahead when it was drawn last."""
        self.entry = LineEntry()
        self.lines = Lines(self, hosted, self.entry)
        """What is typed while it runs."""
        self.ticking = Ticking(self, hosted, self._draw_clock, self._say, self.speed)
        """What draws the clock."""

    def compose(self) -> ComposeResult:
        """The page, a line to type in, the keys."""
        yield Panel(lambda width: [t.plain("▁" * width, t.INK)], id="edge")
        with Vertical(id="frame"):
            yield LivePage(id="page", classes="-whole")
            yield self.entry
            yield VoiceLine()
            yield KeyLine(LIVE)

    async def on_mount(self) -> None:
        """Show the session and begin to tick."""
        keep_title(self.app)
        self.name_terminal()
        await come(self)
        self.refresh_view()
        self.ticking.schedule()
        self.filled = True

    def name_terminal(self) -> None:
        """Say in the terminal's own title who may see this screen."""
        set_title(self.app, f"{self.told_outside} · {self.hosted.title}")

    async def on_unmount(self) -> None:
        """Give back the title, the half typed line, the session; nothing is left to tell on."""
        give_title_back(self.app)
        await self.lines.keep_all()
        with suppress(FacilituiError):
            await self.hosted.leave()

    # What is shown

    def speed(self) -> float:
        """How much faster than real time the session's clock runs."""
        return 1.0

    def refresh_view(self) -> None:
        """Draw everything from the state as it is; a key may outlast the screen it was for."""
        if not self.is_running:
            return
        show_voices(self)
        view = self.view()
        self.query_one(LivePage).show(view)
        self._offer_keys(view)

    def _offer_keys(self, view: LiveView) -> None:
        self.key_line.offer(self.query_one(VoiceLine).keys_left(self.keys_now(view)))

    def keys_now(self, view: LiveView) -> tuple[Command, ...]:
        """The keys that mean something now."""
        return keys_of(self, view, narrow=self.has_class("-narrow"))

    def works(self, command: Command) -> bool:
        """Whether a command is worth being offered; of most are none where it is only seen."""
        return does(self.hosted, command.action)

    def _draw_clock(self) -> None:
        if self.is_running and (self.is_current or self.app.screen.is_modal):
            view = self.view()
            self.query_one(LivePage).show_clock(view)
            self._offer_keys(view)

    def view(self) -> LiveView:
        """All that is drawn, at this moment."""
        return view_of(self)

    def _say(self, told: str, problem: bool) -> None:
        self.tell(told, problem=problem)
        self.refresh_view()

    @on(ScreenResume)
    async def _seen_again(self) -> None:
        if self.hosted.state.ended_at is not None:
            await self._do_or_tell(look_again(self))
        self.refresh_view()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.refresh_view)

    # Keys

    async def press(self, press: Press) -> bool:
        """Do what a key does; nothing is shown that is not written. False if it could not be."""
        try:
            done = await self.hosted.do(press.decide)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        if words := told(press, done, self.hosted.state):
            self.tell(words)
        elif done:
            self.key_line.clear()
        self.refresh_view()
        self.ticking.schedule()
        return True

    async def action_press(self, name: str) -> None:
        """A key that does one thing at once."""
        await self.press(PRESSES[name])

    async def action_next_step(self) -> None:
        """Begin, go on, or end after the last step."""
        if self.hosted.ready is not None:
            await self._begin()
        elif self.hosted.state.finished:
            await self.action_do("end")
        else:
            await self.press(PRESSES["forward"])

    async def _begin(self) -> None:
        if await self._do_or_tell(self.hosted.begin()):
            self.key_line.clear()
        self.refresh_view()

    async def _do_or_tell(self, doing: Awaitable[None]) -> bool:
        """Whether something could be done; why not is told."""
        try:
            await doing
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        return True

    @on(VoiceLine.Heard)
    async def _hear(self, event: VoiceLine.Heard) -> None:
        said = f"seat {event.seat} heard; u takes it back"
        await self.press(Press(hear(event.seat), said))

    @on(VoiceLine.Missed)
    def _miss(self, event: VoiceLine.Missed) -> None:
        self.tell(no_such_seat(self.hosted.state, event.seat))

    async def action_do(self, name: str) -> None:
        """A key that opens or shows something."""
        if may(self, f"do('{name}')"):
            await DEEDS[name](self)

    def change_cover(self) -> None:
        """Lay the room's view over it and over all that lies on it."""
        cover(self)

    def action_leave(self) -> None:
        """Leave; the session goes on."""
        if self.lines.is_open:
            self.lines.leave()
        elif self.is_active:  # else what lies over it would be closed in its place
            self.dismiss()

    def action_line(self, purpose: str) -> None:
        """Type a line, such as a capture."""
        if may(self, f"line('{purpose}')"):
            self.lines.wish(purpose)

    async def action_debrief(self, door: bool) -> None:
        """Debrief the session that has ended."""
        await debrief(self, door=door)

    async def let_go(self) -> bool:
        """Let go of the log of a session that has ended: what is decided now takes it up itself."""
        return await self._do_or_tell(self.hosted.leave())

    def action_go_on_in_copy(self) -> None:
        """Go on with a damaged session in a copy."""
        self.dismiss()
        self.app.post_message(CopyRequested(self.hosted.session))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done unseen; a copy is for a damaged log."""
        if not self.ready:
            return False
        return self.hosted.damaged if action == "go_on_in_copy" else True

"""Follow: a co-facilitator's screen of a session that somebody else hosts. It only shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize, ScreenResume

from facilitui import text as t
from facilitui.commands.follow import FOLLOW
from facilitui.core.sessions.recovery import LATE_MINUTES
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.follow.room import RoomScreen
from facilitui.screens.follow.watching import Watching, leave
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.live_guide import live_script
from facilitui.widgets.live_page import LivePage
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title
from facilitui.widgets.ticks import ClockSet

if TYPE_CHECKING:
    from facilitui.services.sessions.following import FollowedSession

BANNER = "FOLLOWING · read only"
NOTHING = (
    "No session is running yet.",
    "The next one that begins in this home is shown here at once.",
)


class FollowScreen(PaperScreen):
    """What the host sees, but for what only the host may see."""

    CSS_PATH = "follow.tcss"
    AUTO_FOCUS = ""
    commands = FOLLOW
    title_of_help = "Follow"
    about = (
        "The session as its host runs it, a moment behind. Nothing can be changed here. When the "
        "host is gone it is said at the top, and for how long; the session's clocks go on, softly."
    )

    def __init__(self, followed: FollowedSession, late_minutes: float = LATE_MINUTES) -> None:
        """`late_minutes` past the planned end it is marked, as on the host's screen."""
        super().__init__()
        self._late_minutes = late_minutes
        self.followed = followed
        """The session in somebody else's hands."""
        self.watching = Watching(self, followed, self._draw)
        """What looks at the session."""
        self._clock_set = ClockSet()
        self._session = ""
        """Which session was shown last."""

    def compose(self) -> ComposeResult:
        """The host's page, or that there is nothing yet; the keys."""
        with Vertical(id="frame"):
            yield LivePage(id="page", classes="-whole")
            yield Panel(_nothing, id="nothing")
            yield KeyLine(FOLLOW)

    async def on_mount(self) -> None:
        """Show what there is, and go on looking."""
        keep_title(self.app)
        await self.watching.begin()
        self._draw(True)

    def on_unmount(self) -> None:
        """Give the terminal its title back."""
        give_title_back(self.app)

    def view(self) -> LiveView:
        """All that is drawn, at this moment."""
        elapsed, now = self.followed.now()
        return LiveView(
            state=self.followed.state,
            elapsed=elapsed,
            now=now,
            width=self.app.size.width,
            banner=BANNER,
            afterwards=(("", "the host debriefs it"),),
            lost=self.followed.lost,
            hosting=False,
            late_minutes=self._late_minutes,
        )

    def _draw(self, changed: bool) -> None:
        self.set_class(not self.followed.begun, "-waiting")
        page, view = self.query_one(LivePage), self.view()
        page.show(view) if changed else page.show_clock(view)
        if changed:
            self._tell_changes()
        if told := self._clock_set.news(self.followed.clock_set()):
            self.tell(told)

    def _tell_changes(self) -> None:
        title = self.followed.state.started.title
        set_title(self.app, f"FOLLOWING · {title}")
        before, self._session = self._session, self.followed.session
        if before not in ("", self._session):
            self._clock_set = ClockSet()
            self.tell(f"The next session has begun: {title}")
        if self.followed.trouble:
            self.tell(self.followed.trouble, problem=True)
        else:
            self.key_line.clear_problem()

    @on(ScreenResume)
    def _seen_again(self) -> None:
        if self.is_mounted:
            self._draw(True)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self._draw, True)

    def action_script(self) -> None:
        """Show all that is written for this step."""
        self.app.push_screen(PageDialog(*live_script(self.view())))

    def action_zoom(self) -> None:
        """Only the clock, the step and what is next."""
        self.query_one(LivePage).zoom(self.view())

    def action_room(self) -> None:
        """What the room may see."""
        self.app.push_screen(RoomScreen(self.followed))

    def action_leave(self) -> None:
        """Stop following."""
        leave(self)


def _nothing(width: int) -> t.Lines:
    first, then = NOTHING
    return [t.strong(first), t.BLANK, *t.wrapped(then, min(width, 60), t.SOFT)]

"""The room's own screen, for a projector: nothing on it is private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen

from facilitui.core.sessions.room import RoomClock, RoomMoment, RoomView, room_view
from facilitui.screens.follow.watching import Watching, leave
from facilitui.widgets.room_page import SAFE, RoomPage
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title

if TYPE_CHECKING:
    from facilitui.services.sessions.following import FollowedSession

NOT_BEGUN = RoomView(RoomMoment.WELCOME, clock=RoomClock(told="we begin soon"))


class RoomScreen(Screen[None]):
    """What the room may see of a session that is hosted elsewhere."""

    CSS_PATH = "room.tcss"
    COMMANDS = set()
    BINDINGS = [Binding("x,f8,escape", "leave", "leave", show=False)]

    def __init__(self, followed: FollowedSession) -> None:
        super().__init__()
        self._followed = followed
        self._title = ""
        self.watching = Watching(self, followed, self._draw)
        """What looks at the session."""

    def compose(self) -> ComposeResult:
        """One page."""
        yield RoomPage(id="room")

    async def on_mount(self) -> None:
        """Show what there is, and go on looking."""
        keep_title(self.app)
        await self.watching.begin()

    def on_unmount(self) -> None:
        """Give the terminal its title back."""
        give_title_back(self.app)

    def _draw(self, changed: bool) -> None:
        followed = self._followed
        view = room_view(followed.state, *followed.now()) if followed.begun else NOT_BEGUN
        self.query_one(RoomPage).show_room(view, followed.lost or _doubt(followed))
        self._name_terminal(f"{SAFE} · {view.title}")

    def _name_terminal(self, title: str) -> None:
        if title != self._title:
            self._title = title
            set_title(self.app, title)

    def on_resize(self, event: Resize) -> None:
        """Fill the screen that there is now."""
        self._draw(True)

    def action_leave(self) -> None:
        """Back to who follows, or the end."""
        leave(self)


def _doubt(followed: FollowedSession) -> str:
    """That not all of it is certain, in words that may be seen by everybody."""
    return "part of its record is not proved" if followed.unproved else ""

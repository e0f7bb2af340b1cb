"""Following a session on a second terminal: for a co-facilitator, and for the room."""

from facilitui.screens.follow.room import RoomScreen
from facilitui.screens.follow.screen import FollowScreen

__all__ = ["FollowScreen", "RoomScreen"]

"""Live: the host's screen while a session runs. Everything on it is private."""

from facilitui.screens.live.rehearsal import RehearsalScreen
from facilitui.screens.live.screen import LiveScreen

__all__ = ["LiveScreen", "RehearsalScreen"]

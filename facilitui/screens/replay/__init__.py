"""Replay: how a session went, moment by moment, read only."""

from facilitui.screens.replay.screen import ReplayScreen

__all__ = ["ReplayScreen"]

"""Debrief: a frame's questions beside the facts of the run."""

from facilitui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]

"""Protocols and agendas, to look at, to begin with, or to choose one from."""

from facilitui.screens.library.choosing import ChoosingScreen
from facilitui.screens.library.screen import LibraryScreen

__all__ = ["ChoosingScreen", "LibraryScreen"]

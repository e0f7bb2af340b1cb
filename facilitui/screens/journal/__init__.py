"""Journal: what was debriefed, to be found, read and revised."""

from facilitui.screens.journal.screen import JournalScreen

__all__ = ["JournalScreen"]

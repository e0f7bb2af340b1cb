"""What a search in the journal shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitui.core.errors import Problem
from facilitui.core.journals.journal_query import Filter, Query
from facilitui.core.journals.journal_rows import EntryRow

AT_MOST = 200
"""Rows a list shows at once (design §7)."""
ALL = 10**9
"""More than any journal has."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a search shows."""

    rows: tuple[EntryRow, ...]
    more: int
    """How many more there are than are shown."""
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many of each group of kinds have the words, whichever of them are shown."""
    months: Mapping[str, int] = field(default_factory=dict)
    """How many of what is found are of each month, as 2026-11; the newest first."""
    words: tuple[str, ...] = ()
    """The folded words that were looked for: what is set off."""
    corrected: tuple[tuple[str, str], ...] = ()
    """What was typed, and what it was taken for."""
    filters: tuple[Filter, ...] = ()
    """The filters as they were understood."""
    trouble: str = ""
    """What of the query is not understood, in a sentence."""
    hint: str = ""
    """What a filter still waits for, or that a word is none, in a sentence."""
    lacking: str = ""
    """What could not be searched, in a sentence: nobody may say that nothing has the words."""
    rivals: Mapping[str, int] = field(default_factory=dict)
    """By entry how many of its revisions stand side by side, where they conflict."""
    complete: bool = True
    """Whether that is all: else older months are still read, or what was meant is looked for."""

    def asked(self, typed: str) -> str:
        """What finds just what is shown: what was `typed`, or what that was taken for."""
        taken = self.corrected or self.hint
        return Query(self.words, self.filters).written if taken else typed

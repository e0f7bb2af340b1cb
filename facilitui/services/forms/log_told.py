"""What the form of something logged tells while it is filled in: what it lacks, how long it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import CheckIns, Log, Writing
from facilitui.core.pathways.standings.entries import (
    Logging,
    entry_lacks,
    is_to_come,
    most_words,
)
from facilitui.core.pathways.standings.logged import counts_by_day
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import slots_of
from facilitui.core.told import plural
from facilitui.services.forms import moments
from facilitui.services.forms.log_slot import is_placed

OUTSIDE, NOT_ENTERED = "a day within its phase", "its phase to be entered"
NO_SLOT, NO_BASIS = "what it is for", "what it rests on"
TO_COME = "still to come"
COUNTS_LATER = "planned; it counts once it is held"
COUNTS = "it counts as it is"
ASKED_NO_MORE = "the pathway asks for this no more; what was logged stays"
CALLED = {
    "evidence": "A piece of evidence",
    "check_ins": "A check-in",
    "credential": "A credential",
    "document": "A part of a document",
}
"""What an entry under some kinds of requirements is called, beside the words of each."""
SOMETHING = "An entry"
MOST_NAMED = 1
"""More of what it lacks is counted."""


def log_lacks(said: LogEntry, asked: Logging | None, scope: Scope) -> tuple[str, ...]:
    """What it lacks to count, each as the end of a sentence."""
    if asked is None:
        return ()
    found = [*entry_lacks(asked, said, scope.today)]
    if _is_outside(said, asked, scope):
        found.append(NOT_ENTERED if not scope.windows else OUTSIDE)
    if not is_placed(slots_of(asked, scope), said.slot):
        found.append(NO_SLOT)
    if isinstance(asked, Log) and asked.upon is not None and not said.upon:
        found.append(NO_BASIS)
    return tuple(found)


def _is_outside(said: LogEntry, asked: Logging, scope: Scope) -> bool:
    """Whether it counts by its day, and that is one of another phase."""
    by_day = counts_by_day(asked) and not is_to_come(asked, said)
    return by_day and said.on is not None and not scope.has(said.on)


def whole_told(said: LogEntry, asked: Logging | None, lacking: Sequence[str]) -> str:
    """What the whole form tells in its foot."""
    if asked is None:
        return ASKED_NO_MORE
    if lacking:
        named, left = "; ".join(lacking[:MOST_NAMED]), len(lacking) - MOST_NAMED
        return f"to count, it still lacks: {named}{f' and {left} more' if left > 0 else ''}"
    return COUNTS_LATER if is_to_come(asked, said) else COUNTS


def day_told(said: LogEntry, asked: Logging | None, today: date) -> str:
    """The day in words; of one that is planned that it is still to come."""
    if said.on is None:
        return ""
    told = moments.told_day(said.on)
    is_ahead = isinstance(asked, CheckIns) and said.on > today
    return f"{told}, {TO_COME}" if is_ahead else told


def words_told(said: LogEntry, asked: Logging | None, pathway: Pathway) -> tuple[str, ...]:
    """How many words of a document's part there are, and how many too many; else nothing."""
    if not isinstance(asked, Writing):
        return ()
    count, limit = said.word_count, most_words(asked, said, pathway)
    if limit is None:
        return (plural(count, "word"),)
    over = count - limit
    told = f"{count} of at most {plural(limit, 'word')}"
    return (f"{told}: {over} too many, and it can be saved as it is" if over > 0 else told,)

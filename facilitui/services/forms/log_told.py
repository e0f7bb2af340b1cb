"""What the form of something logged tells while it is filled in: what it lacks, how long it is."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import CheckIns, Log, Writing
from facilitui.core.pathways.standings.entries import (
    EntryLack,
    Logging,
    entry_lacks,
    is_to_come,
    most_words,
)
from facilitui.core.pathways.standings.logged import counts_by_day
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import slots_of
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month, plural
from facilitui.services.forms import moments
from facilitui.services.forms.log_slot import is_placed

OUTSIDE = EntryLack("a day within its phase", "a day within its phase", is_day=True)
NOT_ENTERED = EntryLack("its phase to be entered", "its phase to be entered")
NO_SLOT = EntryLack("what it is for", "what it is for")
NO_BASIS = EntryLack("what it rests on", "what it rests on")
TO_COME = "still to come"
OF_NO_PHASE = "it does not count, as it lies in no phase"
WHATEVER_DAY = "it counts all the same, as nothing is asked of its day"
BEFORE = "before this was begun on {}: {}"
COUNTS_LATER = "planned; it counts once it is held"
COUNTS = "it counts as it is"
KEPT_PLANNED = "its day is still to come, so it is kept as still to come"
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
MOST_ASKED = 2
"""More questions than that are counted."""


def log_lacks(said: LogEntry, asked: Logging | None, scope: Scope) -> tuple[EntryLack, ...]:
    """What it lacks to count, by itself and where it stands."""
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


def not_counted_told(lacking: Sequence[EntryLack]) -> str:
    """What has to be there before it counts, as a sentence without its end; empty for nothing."""
    if not lacking:
        return ""
    asks = [quoted(each.ask) for each in lacking if each.ask]
    if not asks:
        return f"it needs {lacking[0].text} before it counts"
    named, left = asks[:MOST_ASKED], len(asks) - MOST_ASKED
    told = f"{', '.join(named)} and {left} more" if left > 0 else " and ".join(named)
    return f"{told} {'are' if len(asks) > 1 else 'is'} asked for before it counts"


def whole_told(said: LogEntry, asked: Logging | None, lacking: Sequence[EntryLack]) -> str:
    """What the whole form tells in its foot."""
    if asked is None:
        return ASKED_NO_MORE
    if lacking:
        named = "; ".join(each.text for each in lacking[:MOST_NAMED])
        left = len(lacking) - MOST_NAMED
        return f"to count, it still lacks: {named}{f' and {left} more' if left > 0 else ''}"
    return COUNTS_LATER if is_to_come(asked, said) else COUNTS


def day_told(said: LogEntry, asked: Logging | None, scope: Scope) -> str:
    """The day in words, and of one that is planned that it is still to come."""
    if said.on is None:
        return ""
    told = moments.told_day(said.on)
    is_ahead = isinstance(asked, CheckIns) and said.on > scope.today
    return f"{told}, {TO_COME}" if is_ahead else told


def before_told(said: LogEntry, asked: Logging | None, scope: Scope) -> tuple[str, ...]:
    """Of a day from before the enrolment was begun that it is, and whether it counts; else nothing.

    It stands below the field, where there is room for all of it.
    """
    begun = scope.enrolment.started_on
    if said.on is None or begun is None or said.on >= begun or asked is None:
        return ()
    counts = OF_NO_PHASE if counts_by_day(asked) else WHATEVER_DAY
    return (BEFORE.format(day_of_month(begun), counts),)


def planned_told(said: LogEntry, chosen: str) -> tuple[str, ...]:
    """That what was not said to be still to come is kept so, as its day is; else nothing."""
    return (KEPT_PLANNED,) if said.planned and not chosen else ()


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

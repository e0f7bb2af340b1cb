"""What the form of something logged tells while it is filled in: what it lacks, how long it is."""

from __future__ import annotations

import re
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
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month, plural
from facilitui.services.forms import moments
from facilitui.services.forms.form import Following
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
KEPT_PLANNED = "kept as planned: its day is still to come"
ASKED_NO_MORE = "the pathway asks for this no more; what was logged stays"
CALLED = {
    "evidence": "A piece of evidence",
    "check_ins": "A check-in",
    "credential": "A credential",
    "document": "A part of a document",
}
"""What an entry under some kinds of requirements is called, beside the words of each."""
AN_ENTRY = "An entry"
"""What one is called whose requirement has no short name; all its words stand below."""
MOST_CALLED = 28
"""Characters of what a form is called, so that it stands beside what becomes of what is typed."""
MOST_ASKED = 2
"""More questions than that are counted."""


def called(said: LogEntry, asked: Logging | None) -> str:
    """What an entry is called that is for no slot: its kind, or what it is asked for in short.

    That is all its text where it is short, else its first part; never a part that is cut.
    """
    if asked is not None and asked.kind in CALLED:
        return CALLED[asked.kind]
    text = line(asked.text if asked else said.text)
    first = re.split(r"[,;:(]", text)[0].strip() if len(text) > MOST_CALLED else text
    return first if 0 < len(first) <= MOST_CALLED else AN_ENTRY


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
    if len(lacking) == 1 and not lacking[0].ask:
        return f"it needs {lacking[0].text} before it counts"
    asks = [quoted(each.ask) if each.ask else each.brief for each in lacking]
    return (
        f"{_named(asks, MOST_ASKED)} {'are' if len(asks) > 1 else 'is'} asked for before it counts"
    )


def _named(names: Sequence[str], most: int, between: str = ", ") -> str:
    """So many by name, and how many more."""
    if len(names) > most:
        return f"{between.join(names[:most])} and {len(names) - most} more"
    *others, last = names
    return f"{between.join(others)} and {last}" if others else last


def whole_told(said: LogEntry, asked: Logging | None, lacking: Sequence[EntryLack]) -> Following:
    """What the whole form tells in its foot; of what it lacks as much by name as has room."""
    if asked is None:
        return Following(ASKED_NO_MORE)
    if lacking:
        return still_lacks([each.text for each in lacking])
    return Following(COUNTS_LATER if is_to_come(asked, said) else COUNTS)


def still_lacks(names: Sequence[str]) -> Following:
    """What something lacks to count, all of it by name, and in ever fewer words the first alone."""
    counts = range(len(names), 0, -1)
    told, *briefer = (f"to count, it still lacks: {_named(names, n, '; ')}" for n in counts)
    return Following(told, briefer=tuple(briefer))


def typed_day_told(said: LogEntry, asked: Logging | None, scope: Scope) -> str:
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

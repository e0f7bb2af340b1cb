"""What there is of a requirement, as a list to choose from: each with its day, what tells it from
others and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitui.core.pathways.case import Source
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import Lack
from facilitui.core.told import day_of_month
from facilitui.screens.dialogs.choose import Choice

OPEN_WHICH, GO_ON_WITH = "Open which?", "Go on with which?"
NEW = "new"
"""The key of something that is not there yet."""


def sources_of(asked: Progress) -> tuple[Source, ...]:
    """All that is there of a requirement, each once: what counts, then what does not; of sessions
    also those that their debriefs keep out."""
    return tuple(
        {_key(each): each for each in (*asked.by, *asked.there, *asked.by_debrief)}.values()
    )


def to_open(sources: Iterable[Source], lacking: Iterable[Lack]) -> list[Choice]:
    """Entries and sessions, the newest first."""
    why = {_key(each.source): each.brief for each in lacking if each.source is not None}
    return [_choice(each, why.get(_key(each), "")) for each in sources][::-1]


def to_go_on_with(lacking: Sequence[Lack]) -> list[Choice]:
    """What does not count yet, the newest first, and behind it something new."""
    there = [_choice(each.source, each.brief) for each in lacking if each.source is not None]
    return [*reversed(there), Choice(NEW, "something new")]


def _choice(source: Source, why: str) -> Choice:
    on = day_of_month(source.on) if source.on else "no day"
    return Choice(_key(source), source.told, ", ".join(filter(None, (source.about, why))), on)


def _key(source: Source) -> str:
    return source.entry or source.session

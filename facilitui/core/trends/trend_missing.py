"""What is missing from trends and why, each in a sentence: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from facilitui.core.safe_text import line
from facilitui.core.sessions.logs_damaged import NO_NAMES, Names, not_shown
from facilitui.core.sessions.session_digest import Ran
from facilitui.core.told import plural

COUNTED = ("session", "held_at", "observed_on", "giver", "rubric", "scores", "judgements", "lens")
"""The fields of a body that any trend is made of."""


def is_decided(bodies: Iterable[Mapping[str, Any]]) -> bool:
    """Whether revisions in conflict show the same here, so that either of them counts."""
    first, *others = ([each.get(field) for field in COUNTED] for each in bodies)
    return all(each == first for each in others)


def undecided_told(count: int) -> str:
    """That entries wait until somebody decides; empty for none."""
    if not count:
        return ""
    has, it = ("One entry has", "it") if count == 1 else (f"{count} entries have", "they")
    count_it = "counts" if count == 1 else "count"
    return (
        f"{has} conflicting revisions, so {it} {count_it} nowhere here until you settle in "
        "Journal which holds."
    )


def unread_told(count: int) -> str:
    """How many entries this version cannot read; empty for none."""
    if not count:
        return ""
    told = "One entry" if count == 1 else f"{count} entries"
    return f"{told} cannot be read by this version of facilitui and shows nothing here."


def logs_told(
    ran: Ran, sessions: Collection[str], names: Names = NO_NAMES, *, where: str = "here"
) -> Iterator[str]:
    """Of which sessions it is not shown how they ran; `sessions` are those written about.

    `where` is what has no log of theirs.
    """
    if damaged := not_shown(ran, names):
        yield damaged
    away = len(set(sessions) - ran.logs)
    if away:
        log, are, they = ("log", "is", "it") if away == 1 else ("logs", "are", "they")
        of = plural(away, "session")
        yield f"The {log} of {of} {are} not {where}, so how {they} ran is not shown."
    for name, of in ran.copies[:1]:
        more = f" ({len(ran.copies)} such folders)" if len(ran.copies) > 1 else ""
        yield f"sessions/{line(name)} is a copy of {line(of)} and is not counted again{more}."

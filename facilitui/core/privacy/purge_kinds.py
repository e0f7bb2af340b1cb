"""Of which kinds the entries are that a purge takes, and the sessions that it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from facilitui.core.any_shape import list_in
from facilitui.core.journals.entries import ENROLLED, KINDS, WITHDRAWN
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.told import plural

SESSIONS_STAY = (
    "{} that {} for it, with debriefs, observations and feedback; each session can be purged too"
)
"""Of an enrolment; what was held is nobody's way alone."""


def kinds_of(documents: Iterable[Document]) -> dict[str, str]:
    """Of which kind each entry is, by its id: one that was withdrawn is what it was."""
    said = (each for each in documents if each["kind"] != WITHDRAWN)
    return {str(each["id"]): str(each["kind"]) for each in said}


def kinds_told(kinds: Mapping[str, str], ids: Collection[str]) -> str:
    """How many there are of each kind: 1 enrolment, 1 roster, 4 log entries."""
    counts = Counter(kinds.get(each, "") for each in ids)
    known = [(kind, KINDS[kind]) for kind in KINDS if kind in counts]
    others = sum(count for kind, count in counts.items() if kind not in KINDS)
    told = [plural(counts[kind], each.one, each.many) for kind, each in known]
    return ", ".join([*told, *([plural(others, "other")] if others else [])])


def counted_sessions(documents: Iterable[Document], ids: Collection[str]) -> int:
    """How many sessions count for the enrolments among some entries."""
    own = (e for e in documents if e["kind"] == ENROLLED and e["id"] in ids and not is_blanked(e))
    rows = (row for each in latest(own).values() for row in list_in(body_of(each), "serves"))
    keys = (row.get("key") for row in rows if isinstance(row, Mapping) and row.get("counts"))
    return len({each for each in keys if isinstance(each, str)})


def sessions_told(counted: int) -> str:
    """That sessions stay which count for an enrolment that goes; empty where none do."""
    if not counted:
        return ""
    return SESSIONS_STAY.format(plural(counted, "session"), "counts" if counted == 1 else "count")

"""Months of the journal that cannot be read: what they may hold, and what stays certain.

A revision goes into the month it is made in, so a month that cannot be read may hold nothing that
is older than itself. What is saved over what it may hold leaves room: its number is higher than
any that can be there, so that nothing is covered and the new one is the newest when it is back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from facilitui.core.errors import Problem
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.core.journals.month_names import is_aside, is_month_name

OVER_UNREAD = ", saved while a month could not be read"
_MONTH = re.compile(r"\d{4}-\d{2}")


def unread_since(unread: Iterable[str], moment: datetime | str | None) -> tuple[str, ...]:
    """Those of some unreadable files that may hold what was made at a moment, or since then.

    `moment` is aware, or a document's `made_at`; where it says nothing it may be in any of them.
    """
    since = _month(moment)
    return tuple(each for each in unread if (_named(each) or since) >= since)


def gone_until(
    findings: Iterable[Finding], documents: Sequence[tuple[str, Document]], files: Iterable[str]
) -> datetime | None:
    """Up to when something may have been saved that is not here any more; None for nothing.

    `findings` are those of these documents, and in `files` something is wrong.
    """
    lost = [each for each in findings if each.fault in (Fault.MISSING, Fault.LAST)]
    if any(each.fault is Fault.LAST for each in lost):
        return datetime.max.replace(tzinfo=UTC)
    places, wrong = {each.place for each in lost}, {each.rpartition("/")[2] for each in files}
    if not places and not wrong:
        return None
    told = (d["made_at"] for at, d in documents if at in places or at.partition("#")[0] in wrong)
    return max(filter(None, map(_in_utc, told)), default=None)


def later_lost(
    lost: Iterable[Problem], unread: Iterable[str], newest: Document
) -> tuple[Problem, ...]:
    """The problems by which an entry may have a later revision than the `newest` that is read.

    `lost` are a journal's, and of the files `unread` nothing can be read. What was saved over a
    month that could not be read is later than all that was set aside of it.
    """
    later = unread_since(unread, str(newest["made_at"]))
    over = f"{newest['rev']:012}"
    return tuple(
        each
        for each in lost
        if each.file in later
        and not (is_aside(each.file.rpartition("/")[2]) and _named(each.file) == _month_of(over))
    )


def room_after_unread(made_at: datetime) -> int:
    """The lowest number for what is saved over what nobody can read: its minute, 202611251645.

    No number that is counted up from 1 comes as far, and what is saved later has higher ones.
    """
    return int(f"{made_at.astimezone(UTC):%Y%m%d%H%M}")


def revision_told(rev: int, made_at: str) -> str:
    """A revision by its number, with what there is to know of one that left room.

    Its number is the minute of its `made_at` then; those after it are only counted on from there.
    """
    at = _in_utc(made_at)
    left_room = at is not None and rev == room_after_unread(at)
    return f"revision {rev}{OVER_UNREAD if left_room else ''}"


def unread_told(unread: Sequence[str], what: str) -> str:
    """A sentence about what is not known, such as "what it holds of this session"; else empty."""
    if not unread:
        return ""
    more = f" and {len(unread) - 1} more" if len(unread) > 1 else ""
    return f"{unread[0]}{more} cannot be read: {what} is not known; restore it from a copy"


def not_known(lost: Sequence[Problem], what: str) -> str:
    """That something, such as "where this stands", is not known as months are lost; else empty.

    No full stop: the month, and what brings it back, are told as Home tells them.
    """
    if not lost:
        return ""
    more = f" ({len(lost) - 1} more: `facilitui check` names them)" if len(lost) > 1 else ""
    return f"{what} is not known: {lost[0]}{more}"


def lost_among(problems: Iterable[Problem], unread: Collection[str]) -> tuple[Problem, ...]:
    """Those of a journal's problems by which entries may be lost, of a month or of all of it.

    A file that is no month is none of them; `unread` are those of which nothing can be read.
    """
    return tuple(each for each in problems if each.file in unread or _is_month(each.file))


def _month(moment: datetime | str | None) -> str:
    """The UTC month of a moment, such as 2026-11; empty, which is before all, for none."""
    at = _in_utc(moment)
    return f"{at.year:04}-{at.month:02}" if at is not None else ""


def _month_of(room: str) -> str:
    """The month of a number that left room, such as 2026-11; of one counted up no month."""
    return f"{room[:4]}-{room[4:6]}"


def _in_utc(moment: datetime | str | None) -> datetime | None:
    """A moment in UTC; None where it says nothing."""
    try:
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return at.astimezone(UTC) if at is not None else None
    except (ValueError, OverflowError):
        return None


def _is_month(file: str) -> bool:
    return is_month_name(file.rpartition("/")[2])


def _named(file: str) -> str:
    """The month that a file is named after; empty where it is none."""
    found = _MONTH.search(file)
    return found[0] if found else ""

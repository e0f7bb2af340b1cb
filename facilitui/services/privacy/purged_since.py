"""That something was purged while somebody wrote about it: nothing of it comes back by that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from facilitui.core.any_shape import list_in
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import NotFound, PurgedMeanwhile
from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.written_over import is_purged_since, read_as
from facilitui.core.naming import UNTITLED
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import Roster
from facilitui.core.ports import SessionStore
from facilitui.services.journals.journal_entries import JournalEntries

IsGone = Callable[[Any, str], Awaitable[bool]]
"""Whether what a form is about was purged since, by what stands there and what it is over."""


def of_entry(entries: JournalEntries, about: Document | None) -> IsGone:
    """Whether a revision was purged that was read to write something, and may be quoted in it."""
    read = read_as(about)

    async def is_gone(_: object, __: str) -> bool:
        return bool(read) and is_purged_since(await entries.documents(), read)

    return is_gone


def of_session(sessions: SessionStore, entries: JournalEntries) -> IsGone:
    """Whether the session of an observation was, that is none of an earlier revision."""

    async def is_gone(seen: Observation, over: str) -> bool:
        knows = seen.title not in ("", UNTITLED)
        return knows and not over and await _is_purged(sessions, entries, seen.session)

    return is_gone


def of_enrolment(sessions: SessionStore, entries: JournalEntries) -> IsGone:
    """Whether the enrolment of something logged was, or, where it is new, the session it names."""

    async def is_gone(said: LogEntry | Roster, over: str) -> bool:
        newest = await entries.newest_of(said.enrolment)
        if newest is not None and is_blanked(newest):
            return True
        session = said.session if isinstance(said, LogEntry) else ""
        return bool(session) and not over and await _is_purged(sessions, entries, session)

    return is_gone


async def refuse_purged(
    sessions: SessionStore, entries: JournalEntries, debrief: Debrief, over: str
) -> None:
    """Raises PurgedMeanwhile where a debrief has words of a run that was purged since.

    Where it is written `over` another revision, that one tells it. One that was begun after the
    purge knows nothing of the run, not even its title.
    """
    knows = debrief.title or debrief.plan or debrief.captures or debrief.marks
    if knows and not over and await _is_purged(sessions, entries, debrief.session):
        raise PurgedMeanwhile


async def _is_purged(sessions: SessionStore, entries: JournalEntries, session: str) -> bool:
    """Whether a session was purged here.

    The log is asked, and not the record of the purge, which may be of another machine; and only
    where there is a record, since this is asked whenever somebody types.
    """
    records = (body_of(each) for each in await entries.documents() if each["kind"] == PURGED)
    if not any(session in list_in(record, "sessions") for record in records):
        return False
    try:
        return (await sessions.read(session)).purged
    except NotFound:
        return False

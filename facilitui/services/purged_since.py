"""That a session was purged while somebody wrote about it: nothing of it comes back by that."""

from __future__ import annotations

from facilitui.core.debrief import Debrief
from facilitui.core.entries import PURGED
from facilitui.core.errors import NotFound, PurgedMeanwhile
from facilitui.core.journal import body_of
from facilitui.core.ports import SessionStore
from facilitui.services.journal_entries import JournalEntries


async def refuse_purged(
    sessions: SessionStore, entries: JournalEntries, debrief: Debrief, over: str
) -> None:
    """Raises PurgedMeanwhile where a debrief has words of a run that was purged since.

    Where it is written `over` another revision, that one tells it. One that was begun after the
    purge knows nothing of the run, not even its title. The log is asked, and not the record of the
    purge, which may be of another machine; and only where there is a record, since this is asked
    whenever somebody types.
    """
    knows = debrief.title or debrief.plan or debrief.captures or debrief.marks
    documents = await entries.documents() if knows and not over else []
    records = (body_of(each) for each in documents if each["kind"] == PURGED)
    if any(debrief.session in _sessions(record) for record in records):
        try:
            is_purged = (await sessions.read(debrief.session)).purged
        except NotFound:
            return
        if is_purged:
            raise PurgedMeanwhile


def _sessions(record: dict[str, object]) -> list[object]:
    found = record.get("sessions")
    return found if isinstance(found, list) else []

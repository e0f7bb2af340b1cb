"""What Home offers to write: debriefs, those to complete, whatever is to be gone on with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from facilitui.core.journals.entries import HEARD, KINDS
from facilitui.core.journals.unread_months import unread_since
from facilitui.core.naming import UNTITLED
from facilitui.core.overview import Begun, ToDebrief, Unended
from facilitui.core.ports import SessionRow
from facilitui.services.debriefs.unsaved import Unsaved

if TYPE_CHECKING:
    from facilitui.services.debriefs.unsaved_scores import UnsavedSheet
    from facilitui.services.journals.half_entries import HalfEntry

NO_DEBRIEF = "no debrief yet"
WITHDRAWN = "debrief withdrawn"
NOT_KNOWN = "not known: a month is damaged"
GONE = "none here, entries are missing"
AT_DOOR = "door debrief, not yet full"
BEGUN, CHANGED = "begun, not saved yet", "changes not saved yet"
SCORED = "scores not saved yet"
EXAMPLE, CHANGE = "example of growth", "{}, a change"
NO_RECORD = "not saved yet, record gone"
DEBRIEF_WITHIN = timedelta(days=60)
"""An older session without a debrief is no longer offered."""


def to_debrief_rows(
    sessions: Iterable[SessionRow],
    written: Mapping[str, bool],
    unread: Sequence[str],
    now: datetime,
    withdrawn: Collection[str] = (),
    gone_until: datetime | None = None,
) -> Iterator[ToDebrief]:
    """The sessions without a debrief, and those that have only the two-minute form.

    `unread` are the files of the journal of which nobody can say what they hold; the debriefs of
    the sessions `withdrawn` count no more, and up to `gone_until` one may have been lost.
    """
    for row in sessions:
        if row.began_at is None or row.open:
            continue
        when, door = moment_here(row.began_at, now.tzinfo), written.get(row.session)
        what, note = ("door", AT_DOOR) if door else ("debrief", NO_DEBRIEF)
        if door or (door is None and now - row.began_at < DEBRIEF_WITHIN):
            note = WITHDRAWN if door is None and row.session in withdrawn else note
            lost = door is None and gone_until is not None and row.began_at < gone_until
            note = GONE if lost and note == NO_DEBRIEF else note
            note = NOT_KNOWN if unread_since(unread, row.began_at) else note
            told = f"{note}, damaged" if row.trouble else note
            yield ToDebrief(what, row.session, row.title, when, told, bool(row.trouble))


def unended_row(row: SessionRow, zone: tzinfo | None) -> Unended:
    """A session that lies open, to be gone on with."""
    return Unended(
        session=row.session,
        title=row.title,
        began=moment_here(row.began_at, zone),
        planned_end=moment_here(row.planned_end, zone),
        step=row.step,
        steps=row.steps,
        hosted=row.hosted_elsewhere,
        damaged=bool(row.trouble),
        end_name=row.end_name,
        paused=row.paused,
    )


def unsaved_row(each: Unsaved, sessions: Iterable[SessionRow], zone: tzinfo | None) -> ToDebrief:
    """A debrief to go on with, however old: what was typed last is in no journal."""
    debrief, lens = each.debrief, each.debrief.lens
    row = next((row for row in sessions if row.session == debrief.session), None)
    trouble = "damaged" if row is not None and row.trouble else ""
    note = ", ".join(filter(None, (BEGUN if each.is_new else CHANGED, trouble)))
    return ToDebrief(
        "lens" if lens else "debrief",
        debrief.session,
        f"{debrief.title} ({lens})" if lens else debrief.title,
        moment_here(debrief.held_at, zone),
        note if row is not None else NO_RECORD,
        bool(trouble),
        lens,
    )


def scores_row(each: UnsavedSheet, zone: tzinfo | None) -> ToDebrief:
    """Scores to go on with: they were given, and are in no journal."""
    return ToDebrief(
        "scores",
        each.session,
        f"{each.title} ({each.by})" if each.by else each.title,
        moment_here(each.held_at, zone),
        SCORED,
        observation=each.observation,
    )


def half_row(each: HalfEntry, sessions: Iterable[SessionRow], zone: tzinfo | None) -> Begun:
    """An entry to go on with, under the session that it is about, else under its own words."""
    row = next((row for row in sessions if each.session and row.session == each.session), None)
    kind = KINDS[each.kind].one if each.kind in KINDS else each.kind
    kind = EXAMPLE if each.kind == HEARD else kind
    return Begun(
        each.kind,
        each.draft or each.entry,
        each.session,
        (row.title if row is not None else "") or each.about or UNTITLED,
        moment_here(row.began_at if row is not None else each.held_at or each.typed_at, zone),
        _form_told(each) or (CHANGE.format(kind) if each.changes else kind),
    )


def _form_told(each: HalfEntry) -> str:
    """In which of the forms of an enrolment it was typed; empty where there is only one."""
    is_one = each.form is None or not each.changes
    return "" if is_one or each.form is None else each.form.label.lower()


def moment_here(moment: datetime | None, zone: tzinfo | None) -> str:
    """A moment in this machine's zone; empty where there is none, or no calendar holds it there."""
    try:
        return moment.astimezone(zone).isoformat() if moment is not None else ""
    except (OverflowError, ValueError):
        return ""

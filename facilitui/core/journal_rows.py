"""Entries as a list shows them and a search finds them, each worked out once and cheaply."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.core import entries
from facilitui.core.debrief import KIND
from facilitui.core.journal import Document, body_of, is_blanked
from facilitui.core.journal_facets import Facets, facets_of
from facilitui.core.search import folded
from facilitui.core.unread_months import revision_told

if TYPE_CHECKING:
    from facilitui.core.session_digest import SessionDigest

PURGED_TITLE = "Purged"
"""What an entry is called of which only its envelope is left."""
Local = Callable[[str], datetime | None]
"""Gives a moment, or a day's beginning, in this machine's zone; None where it is neither."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a list shows it; only one that is opened becomes a model."""

    id: str
    kind: str
    revision: str
    label: str
    """What it is called: "door debrief", "debrief, Ana's", "observation"."""
    title: str
    when: datetime | None
    """When the session was held, else when the entry was made; in this machine's zone."""
    line: str
    """The beginning of what it says."""
    door: bool
    session: str
    """The session it is about, empty without one."""
    lens: str
    """Whose second debrief it is, empty for every other entry."""
    text: str = field(repr=False, compare=False)
    """All it says, and what was captured in the run that it is one's own debrief of: folded for
    searching, each line break as a blank."""
    facets: Facets = field(default=Facets(), repr=False, compare=False)
    """What it can be filtered by."""


def row_of(document: Document, local: Local, digest: SessionDigest | None) -> EntryRow:
    """The row of an entry's revision; `digest` is that of its session, None where there is none."""
    body, kind, name = body_of(document), document["kind"], document["id"]
    blank = is_blanked(document)
    title = PURGED_TITLE if blank else entries.title(name, body)
    held = entries.day(body, document["made_at"])
    label = entries.purged_label(kind) if blank else entries.label(kind, body)
    when = local(held)
    lens = str(body.get("lens") or "") if kind == KIND else ""
    lines = digest.lines if digest is not None and kind == KIND and not lens else ()
    said = " ".join(filter(None, (title, label, held[:10], *entries.texts(body), *lines)))
    return EntryRow(
        id=name,
        kind=kind,
        revision=revision_told(document["rev"], document["made_at"]),
        label=label,
        title=title,
        when=when,
        line=entries.line(kind, body),
        door=body.get("door") is True,
        session=str(body.get("session") or ""),
        lens=lens,
        text=folded(said).replace("\n", " "),
        facets=facets_of(kind, body, when, digest),
    )


def in_order(rows: Iterable[EntryRow]) -> list[EntryRow]:
    """Rows as a list has them: the newest first, those of one session by their kinds."""
    return sorted(rows, key=_place)


_KINDS_IN_ORDER = {kind: place for place, kind in enumerate(entries.KINDS)}


def _place(row: EntryRow) -> tuple[float, int, str]:
    moment = row.when.timestamp() if row.when else 0.0
    return -moment, _KINDS_IN_ORDER.get(row.kind, len(_KINDS_IN_ORDER)), row.id

"""Entries as a list shows them and a search finds them, each worked out once and cheaply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.core.any_shape import text_in
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.journals import entries
from facilitui.core.journals.entry_moments import Local, listed_at
from facilitui.core.journals.entry_named import label_of, line_of, title_of
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.journal_facets import Facets, facets_of, facets_together
from facilitui.core.journals.unread_months import revision_told
from facilitui.core.search import folded_line

if TYPE_CHECKING:
    from facilitui.core.sessions.session_digest import SessionDigest


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
    """When it was held or made (`listed_at`)."""
    line: str
    """The beginning of what it says."""
    door: bool
    session: str
    """The session it is about, empty without one."""
    lens: str
    """Whose second debrief it is, empty for every other entry."""
    text: str = field(repr=False, compare=False)
    """All that it shows and says, and what was captured in the run that it is one's own debrief of:
    folded for searching, each text in a line of its own, so that nothing is found across two."""
    facets: Facets = field(default=Facets(), repr=False, compare=False)
    """What it can be filtered by."""
    purged: bool = False
    """Whether only its envelope is left."""
    was: str = field(default="", compare=False)
    """The kind of what was withdrawn: it stays where it stood."""

    @property
    def shown_label(self) -> str:
        """What it is called where that is shown: most entries are debriefs, and need no word."""
        if self.purged:
            return self.label.removeprefix("purged ")  # the title says that already
        return "" if self.label == KIND else self.label

    @property
    def head(self) -> tuple[str, ...]:
        """What a list shows of it before what it says."""
        return tuple(filter(None, (self.title, self.shown_label, self.facets.day)))


def row_of(document: Document, local: Local, digest: SessionDigest | None) -> EntryRow:
    """The row of an entry's revision; `digest` is that of its session, None where there is none."""
    body, kind, name = body_of(document), document["kind"], document["id"]
    when = listed_at(body, document["made_at"], local)
    lens = text_in(body, "lens") if kind == KIND else ""
    lines = digest.lines if digest is not None and kind == KIND and not lens else ()
    row = EntryRow(
        id=name,
        kind=kind,
        revision=revision_told(document["rev"], document["made_at"]),
        label=label_of(document),
        title=title_of(document),
        when=when,
        line=line_of(document),
        door=body.get("door") is True,
        session=text_in(body, "session"),
        lens=lens,
        text="",
        facets=facets_of(kind, body, when, digest),
        purged=is_blanked(document),
        was=text_in(body, "was") if kind == entries.WITHDRAWN else "",
    )
    return replace(row, text=_in_lines((*row.head, *entries.texts(body), *lines)))


def _in_lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, map(folded_line, filter(None, texts))))


def side_by_side(rows: Sequence[EntryRow]) -> EntryRow:
    """The first of an entry's rows, found by what all of them say: nothing is settled yet."""
    texts = dict.fromkeys(line for row in rows for line in row.text.split("\n"))
    facets = facets_together([row.facets for row in rows])
    return replace(rows[0], text="\n".join(texts), facets=facets)


def in_order(rows: Iterable[EntryRow]) -> list[EntryRow]:
    """Rows as a list has them: the newest first, those of one session by their kinds."""
    return sorted(rows, key=_place)


_KINDS_IN_ORDER = {kind: place for place, kind in enumerate(entries.KINDS)}


def _place(row: EntryRow) -> tuple[int, float, int, str]:
    """By days first: clocks differ, and a month's entries stand together."""
    day = row.when.toordinal() if row.when else 0
    moment = row.when.timestamp() if row.when else 0.0
    return -day, -moment, _KINDS_IN_ORDER.get(row.was or row.kind, len(_KINDS_IN_ORDER)), row.id

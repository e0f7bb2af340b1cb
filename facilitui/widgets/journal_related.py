"""What belongs to an entry, at the end of its page: reason by reason."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.related import SESSION, TOLD_BESIDE
from facilitui.services.journals.opened import Opened, RelatedRows
from facilitui.widgets.reading_page import ReadingPage

MINE = "debrief, {}"
"""What the one without a lens is called where others debriefed the session too."""
WHEN = 13


def related_lines(page: ReadingPage, opened: Opened, width: int, onward: str = "") -> None:
    """Put what belongs to an entry at the end of its page, but for what is told there in full.

    `onward` says how to get there, where a key leads there.
    """
    others = tuple(each for each in opened.session if each.id != opened.row.id)
    several = any(each.lens for each in opened.session)
    own = MINE.format(f"{opened.whose}'s" if opened.whose else "mine") if several else ""
    groups = [RelatedRows(SESSION, others)] if others else []
    groups += [each for each in opened.related if each.why not in TOLD_BESIDE]
    for place, group in enumerate(groups):
        page.gap()
        end = t.soft("" if place else onward)
        page.lines.append(t.spread(t.heading(group.why), end, width))
        for each in group.rows:
            page.lines.append(t.fitted(_row(each, group.why, own), width))
        if group.more:
            page.told(f"and {group.more} more")


def _row(row: EntryRow, why: str, own: str) -> Content:
    """One of the same session by what it is; another one by its day and title."""
    if why == SESSION:
        name = own if own and row.kind == KIND and not row.lens else row.label
        return t.ink(f"{name} · {row.line}" if row.line else name)
    day = f"{row.when.day} {row.when:%b %Y}" if row.when else "no date"
    says = "" if row.kind == KIND else f" · {row.label}"
    return t.join(t.padded(t.soft(day), WHEN), t.ink(row.title), t.soft(says))

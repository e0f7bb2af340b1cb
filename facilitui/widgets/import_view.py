"""An agenda from outside as it would be taken: the session, its blocks, what was skipped."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.agendas_outside.raw_table import Imported
from facilitui.core.told import figure
from facilitui.services.plans.taking_in import Preview

MOST_SHOWN = 200
"""Rows of one kind that are listed."""
_NAME = 9


def preview_lines(preview: Preview, width: int) -> t.Lines:
    """The blocks as they will be, then what is left out and what to look at."""
    imported = preview.imported
    lines = [t.BLANK, t.fitted(t.heading(_counts(imported)), width)]
    lines += _session(preview, width)
    for block in imported.blocks[:MOST_SHOWN]:
        minutes = t.right(t.soft(t.minutes(block.minutes)), 5)
        lead = t.soft(f"  {block.lead}" if block.lead else "")
        name = t.join(minutes, "  ", t.ink(block.title), lead)
        lines.append(t.spread(name, t.soft(block.kind.label), width))
    lines += _more(len(imported.blocks), width)
    if imported.skipped:
        lines += [t.BLANK, t.accent(f"{len(imported.skipped)} skipped")]
        for each in imported.skipped[:MOST_SHOWN]:
            lines += t.wrapped(f"line {each.line}: {each.reason}: {_short(each.text)}", width)
        lines += _more(len(imported.skipped), width)
    if imported.told:
        lines += [t.BLANK, t.heading("To look at")]
        for told in imported.told:
            lines += t.wrapped(told, width, t.SOFT)
    return lines


def _session(preview: Preview, width: int) -> t.Lines:
    """What the plan will be called, and what else is known of the whole session."""
    lines: t.Lines = []
    for name, value in (("Title", preview.title), *preview.imported.head.told):
        lines += t.labelled(name, t.wrapped(value, width - _NAME), _NAME)
    return [*lines, t.BLANK]


def _counts(imported: Imported) -> str:
    """All in one line, because what was skipped may stand below what can be seen."""
    parts = [f"{t.plural(len(imported.blocks), 'block')}, {figure(imported.minutes)} min"]
    if imported.skipped:
        parts.append(f"{len(imported.skipped)} skipped")
    if imported.told:
        parts.append(f"{len(imported.told)} to look at")
    return " · ".join(parts)


def _short(text: str) -> str:
    return f"{text[:60]}{t.ELLIPSIS}" if len(text) > 60 else text


def _more(count: int, width: int) -> list[Content]:
    if count <= MOST_SHOWN:
        return []
    return [t.fitted(t.soft(f"and {count - MOST_SHOWN} more"), width)]

"""The agenda of a session while it runs, as rows: what was, what is, what comes."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.sessions.session import PartRun, Stage
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.rows import DrawRow, Row, blank_row

WIDE = 36
"""From this width on there is a column for what really ran."""
MINUTES = 3
"""The column of the planned minutes; the longest of short names fits beside it. An empty one
stands behind it, for a scroll bar beside the figures would be read as one of them.
"""


def agenda_rows(view: LiveView, *, airy: bool) -> list[Row]:
    """A row a block, with the steps of the one that is running; `airy` leaves space between."""
    if view.ready is not None:
        blocks, runs = view.ready.blocks, {}
    else:
        blocks, runs = view.state.blocks, {run.part.id: run for run in view.state.runs}
    current = view.run.part.block if view.run else ""
    rows: list[Row] = []
    for block in blocks:
        if airy and rows:
            rows.append(blank_row())
        ran = [runs[part.id] for part in block.parts if part.id in runs]
        if len(block.parts) == 1:
            rows.append(_part_row(view, block.parts[0], ran[0] if ran else None, block.title, ""))
            continue
        rows.append(_block_row(block, ran, view, bold=block.id == current))
        if block.id == current:
            rows += [_part_row(view, run.part, run, run.part.label, "  ") for run in ran]
    return rows


def head_line(width: int) -> Content:
    """The heads of the columns."""
    end = t.soft("min   ran") if width >= WIDE else t.soft("min")
    return t.spread(t.join(" " * glyphs(width), t.heading("Agenda")), end, width)


def legend_lines(view: LiveView, width: int) -> t.Lines:
    """What the glyph of silent steps says, where there are any."""
    blocks = view.ready.blocks if view.ready is not None else view.state.blocks
    if not any(part.silent for block in blocks for part in block.parts):
        return []
    glyph = t.padded(t.soft("⌁"), glyphs(width))
    return [t.BLANK, t.fitted(t.join(glyph, t.soft("silent, gives time last")), width)]


def _block_row(block: AgendaBlock, ran: list[PartRun], view: LiveView, *, bold: bool) -> Row:
    minutes = sum(run.minutes for run in ran) if ran else block.minutes
    done = bool(ran) and all(run.over_and_done for run in ran)
    seconds = sum(run.seconds(view.elapsed) + run.directions for run in ran)
    style = f"bold {t.INK}" if bold else t.SOFT if done else t.INK
    left_out = all(run.stage is Stage.SKIPPED for run in ran)
    glyph = t.soft("–" if left_out else "✓") if done else t.BLANK
    real = t.minutes_run(seconds / 60) if done else ""
    return Row(f"block {block.id}", _drawing(glyph, block.title, style, minutes, real))


def _part_row(view: LiveView, part: Part, run: PartRun | None, name: str, indent: str) -> Row:
    glyph, style, real = t.BLANK, t.INK, ""
    if part.silent:
        glyph = t.soft("⌁")
    if run is not None and run.over_and_done:
        glyph, style = t.soft("✓" if run.stage is Stage.DONE else "–"), t.SOFT
        real = t.minutes_run((run.seconds(view.elapsed) + run.directions) / 60)
    if run is not None and view.run is not None and run.part.id == view.run.part.id:
        glyph, style = t.accent("▶"), f"bold {t.INK}"
    minutes = run.minutes if run is not None else part.minutes
    return Row(part.id, _drawing(glyph, indent + name, style, minutes, real))


def _drawing(glyph: Content, name: str, style: str, minutes: float, real: str) -> DrawRow:
    def draw(width: int, marked: bool) -> t.Lines:
        told = t.plain(t.minutes(minutes), style)
        figures = t.right(told, max(MINUTES, told.cell_length))
        if width >= WIDE:
            figures = t.join(figures, t.right(t.soft(real), 6))
        left = t.join(t.padded(glyph, glyphs(width)), t.plain(name, style))
        return [t.join(t.padded(left, width - figures.cell_length - 2), " ", figures, " ")]

    return draw


def glyphs(width: int) -> int:
    """How wide the column of glyphs is."""
    return 3 if width >= WIDE else 2

"""How the rows below the grid of a board are drawn: what stands behind a mark, or a day."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.pulse import Pulse
from facilitui.core.told import capital
from facilitui.widgets.cycle_pulse import pulse_lines
from facilitui.widgets.rows import Row
from facilitui.widgets.set_in_lines import titled

WHEN = 8
"""The column behind a day; where one has its year it is wider."""
INSET = 3
"""Where what is asked begins, behind its mark, and what is there of it below."""
LINES = 4
"""Of what somebody wrote as many are shown; the rest is in the journal."""
LONGEST = 1000


def headed_row(title: str, *, wraps: bool = False) -> Row:
    """The head of what follows."""
    if not wraps:
        return Row("", lambda width, marked: [t.fitted(t.strong(title), width)], heads=True)

    def lines(width: int) -> t.Lines:
        return t.clipped(t.wrapped(title, t.reading(width), f"bold {t.INK}"), 2, width)

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)), heads=True)


def titled_row(sign: Content, title: str, told: str) -> Row:
    """What is asked behind its mark; how it stands ends its last line, or is below a full one."""

    def lines(width: int) -> t.Lines:
        end, room = t.soft(told), width - INSET
        *said, last = titled(title, room, t.SOFT, most=2)
        if not told or last.cell_length + end.cell_length + 2 <= room:
            return t.labelled(sign, [*said, t.spread(last, end, room)], INSET)
        below = t.clipped(t.wrapped(capital(told), room, t.SOFT), 2, room)
        return t.labelled(sign, [*said, last, *below], INSET)

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)), heads=True)


def words_row(
    key: str, label: Content, text: str, *, soft: bool = False, end: str = "", indent: int = WHEN
) -> Row:
    """As many lines as its words take, behind a label; what can be marked stands in."""
    inset = INSET if key and label else 0

    def lines(width: int) -> t.Lines:
        side = min(inset + max(indent, label.cell_length + 2), width // 2) if label else INSET
        room = width - side
        last = t.soft(end)
        words = " ".join(text[:LONGEST].split())
        said = titled(words, t.reading(room), t.SOFT if soft else t.INK, most=LINES)
        if end and len(said) == 1 and said[0].cell_length + 2 + last.cell_length <= room:
            said = [t.spread(said[0], last, room)]
        elif end:
            said.append(t.fitted(last, room))
        return t.labelled(t.fitted(t.join(" " * inset, label), side - 1), said, side)

    return Row(key, lambda width, marked: lines(width), lambda width: len(lines(width)))


def pulse_row(key: str, pulse: Pulse, today: date) -> Row:
    """How answers on a scale go, as a small picture."""

    def lines(width: int) -> t.Lines:
        return pulse_lines(pulse, width, today)

    return Row(key, lambda width, marked: lines(width), lambda width: len(lines(width)))

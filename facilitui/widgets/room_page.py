"""What everybody in the room sees, drawn large: for a projector, and over the host's screen."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region

from facilitui import text as t
from facilitui.core.room import Moment, Place, RoomRow, RoomView
from facilitui.widgets.larger_digits import largest
from facilitui.widgets.panel import Panel

SAFE = "SAFE TO SHARE"
"""Stands on the page and in the terminal's title."""
OUTLINE_FROM = 72
"""From this width on the outline stands beside the clock."""
OUTLINE_SHARE, OUTLINE_MOST = 0.3, 44
HERE = "here"
"""Says where we are, besides its mark, where it cuts no title."""
NORMS_FROM, HIGH = 22, 36
"""From these heights on there is room for the norms, and for each in a line of its own."""
READING = 66
"""Columns of a text that is read from afar."""
_GLYPHS = {Place.DONE: "✓", Place.HERE: "▶", Place.AHEAD: "·"}
_CLOSING = {
    Moment.CLOSING: "That was the last step.",
    Moment.ENDED: "Thank you for today.",
}


class RoomPage(Panel):
    """Draws what the room is shown, over the whole of its screen."""

    def show_room(self, view: RoomView, lost: str = "") -> None:
        """Draw it; `lost` says, where nobody hosts it just now, that it waits.

        Of a page that stays as high only the lines that changed are painted: it may be a wall.
        """
        width, height = self.content_size.width, self.app.size.height
        before = self.lines(width)
        self._draw = lambda width: room_lines(view, width, height, lost)
        self._made_for = -1
        after = self.lines(width)
        if len(after) != len(before):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(after, before, strict=True))
        changed = [Region(0, y, width, 1) for y, lines in pairs if not t.same(*lines)]
        if changed:
            self.refresh(*changed)


def room_lines(view: RoomView, width: int, height: int, lost: str = "") -> t.Lines:
    """The whole page, as many lines as it is high."""
    head = _head(view, width, height, lost)
    foot = _norms(view, width, height)
    body = max(1, height - len(head) - len(foot))
    if width < OUTLINE_FROM or not view.outline:
        middle = [t.join("  ", line) for line in _now(view, width - 4, body, alone=True)]
        return [*head, *middle, *foot][:height]
    left = min(OUTLINE_MOST, round(width * OUTLINE_SHARE))
    rows = _outline(view.outline, left - 4, body)
    now = _now(view, width - left - 4, body, alone=False)
    middle = [
        t.join("  ", t.padded(row, left - 4), "  ", t.plain("│", t.RULE), "  ", line)
        for row, line in zip(rows, now, strict=True)
    ]
    return [*head, *middle, *foot][:height]


def _head(view: RoomView, width: int, height: int, lost: str) -> t.Lines:
    chip = t.plain(f" {SAFE} ", f"reverse {t.SOFT}")
    title = t.BLANK if view.moment is Moment.WELCOME else t.strong(view.title)
    lines = [t.spread(t.join("  ", chip, "  ", title), t.soft(f"{lost} " if lost else ""), width)]
    if height < NORMS_FROM:
        return [*lines, t.BLANK]
    if view.purpose and view.moment is not Moment.WELCOME:
        lines += [t.BLANK, t.fitted(t.join("  ", t.soft(view.purpose)), width - 2)]
    return [t.BLANK, *lines, t.BLANK]


def _norms(view: RoomView, width: int, height: int) -> t.Lines:
    """What was agreed, under everything else; not where it is what the step is about."""
    if not view.norms or view.norms_now or height < NORMS_FROM or view.moment is Moment.ENDED:
        return []
    room = width - 4
    if height >= HIGH:
        lines = [t.fitted(t.join(t.soft("· "), t.ink(norm)), room) for norm in view.norms]
    else:
        lines = t.wrapped(" · ".join(view.norms), room)
    told = [t.heading("Our norms"), *t.clipped(lines, 7 if height >= HIGH else 3, width)]
    return [t.BLANK, *(t.join("  ", line) for line in told), t.BLANK]


def _outline(rows: tuple[RoomRow, ...], width: int, height: int) -> t.Lines:
    """As much of the outline as there is room for, with where we are in it."""
    here = max((i for i, row in enumerate(rows) if row.place is Place.HERE), default=0)
    first = max(0, min(here - height // 2, len(rows) - height))
    lines = [_outline_row(row, here == i, width) for i, row in enumerate(rows)]
    lines = lines[first : first + height]
    return [*lines, *([t.BLANK] * (height - len(lines)))]


def _outline_row(row: RoomRow, last: bool, width: int) -> Content:
    """A line of it; of a block and its step that are both here, the step says so."""
    name = ("  " if row.step else "") + row.title
    if row.place is Place.HERE and last:
        left = t.join(t.accent("▶ "), t.strong(name))
        fits = left.cell_length + len(HERE) + 2 <= width
        return t.spread(left, t.accent(HERE) if fits else t.BLANK, width)
    style = t.SOFT if row.place is Place.DONE else t.INK
    glyph = t.soft("▾" if row.place is Place.HERE else _GLYPHS[row.place])
    return t.fitted(t.join(glyph, " ", t.plain(name, style)), width)


def _now(view: RoomView, width: int, height: int, *, alone: bool) -> t.Lines:
    """The step, its clock and what it shows, in the middle of their room."""
    above = [*_centred(_titles(view, width), width), t.BLANK]
    texts = _centred(_texts(view, min(width, READING), height), width)
    told = [t.BLANK, t.soft(view.clock.told)] if view.clock.told else []
    room = height - len(above) - len(told) - len(texts) - 2
    figures = _figures(view, width, max(1, room))
    lines = [*above, *figures, *_centred(told, width), *([t.BLANK] if texts else []), *texts]
    if len(lines) > height:  # what is written gives way to the clock
        lines = t.clipped(lines, height, width)
    top = (height - len(lines)) // 3 if alone else (height - len(lines)) // 2
    lines = [t.BLANK] * top + lines
    return [*lines, *([t.BLANK] * (height - len(lines)))]


def _titles(view: RoomView, width: int) -> t.Lines:
    if view.moment is Moment.WELCOME:
        return [t.soft("Welcome"), t.BLANK, *t.wrapped(view.title, width, f"bold {t.INK}")]
    if words := _CLOSING.get(view.moment):
        return [t.strong(words)]
    return t.clipped(t.wrapped(view.step, width, f"bold {t.INK}"), 2, width)


def _texts(view: RoomView, width: int, height: int) -> t.Lines:
    """What is to be read: the norms while they are the matter, else what the step shows."""
    if view.moment is Moment.WELCOME:
        return t.clipped(t.wrapped(view.purpose, width), height // 2, width) if view.purpose else []
    lines = t.wrapped(view.show, width, f"bold {t.INK}") if view.show else []
    if view.norms_now:
        lines += [line for norm in view.norms for line in t.wrapped(norm, width)]
    lines += [t.ink(group) for group in view.groups]
    return t.clipped(lines, max(3, height // 2), width)


def _figures(view: RoomView, width: int, height: int) -> t.Lines:
    """The clock, as large as fits; in a silence or a break a time of day, softly."""
    clock = view.clock
    if clock.at is not None:
        rows = largest(t.clock(clock.at), width, height - 2)
        label = [t.join(t.soft("⌁ " if view.quiet else ""), t.ink(clock.label)), t.BLANK]
        style = t.SOFT if view.quiet else t.INK
        return _centred([*label, *(t.plain(row, style) for row in rows)], width)
    if clock.left is None:
        return []
    rows = largest(t.countdown(clock.left), width, height)
    return _centred([t.plain(row, t.INK) for row in rows], width)


def _centred(lines: t.Lines, width: int) -> t.Lines:
    fitting = (t.fitted(line, width) for line in lines)
    return [line.pad_left(max(0, width - line.cell_length) // 2) for line in fitting]

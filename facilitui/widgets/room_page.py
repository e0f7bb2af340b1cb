"""What everybody in the room sees, drawn large: for a projector, and over the host's screen."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region

from facilitui import text as t
from facilitui.core.room import Moment, Place, RoomRow, RoomView
from facilitui.core.timing import Pace
from facilitui.widgets.digits import ROWS
from facilitui.widgets.larger_digits import largest
from facilitui.widgets.panel import Panel

SAFE = "SAFE TO SHARE"
"""Stands on the page and in the terminal's title."""
OUTLINE_FROM = 76
"""From this width on the outline stands beside the clock."""
OUTLINE_SHARE, OUTLINE_LEAST, OUTLINE_MOST = 0.3, 31, 44
HERE = "here"
"""Says where we are, besides its mark, where it cuts no title."""
NORMS_FROM, HIGH = 22, 36
"""From these heights on there is room for the norms, and for each in a line of its own."""
NORMS_HIGH = 7
"""Lines that the norms have there at most."""
TWO_NORMS_FROM = 120
"""From this width on two norms stand side by side."""
READING = 66
"""Columns of a text that is read from afar."""
_GLYPHS = {Place.DONE: "✓", Place.HERE: "▶", Place.AHEAD: "·"}
_PACES = {Pace.SOON: "◔ SOON   ", Pace.OVER: "◉ "}
"""Stands before the words under a clock, never in another colour than they do."""
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
    spare = height - len(head) - _needs(view, width)
    foot = _norms(view, width, height, spare)
    if len(foot) > spare:
        foot = []  # what a step is about goes before what always holds
    body = max(1, height - len(head) - len(foot))
    if width < OUTLINE_FROM or not view.outline:
        middle = [t.join("  ", line) for line in _now(view, width - 4, body, alone=True)]
        return [*head, *middle, *foot][:height]
    left = _outline_width(width)
    rows = _outline(view.outline, left - 4, body)
    now = _now(view, width - left - 4, body, alone=False)
    middle = [
        t.join("  ", t.padded(row, left - 4), "  ", t.plain("│", t.RULE), "  ", line)
        for row, line in zip(rows, now, strict=True)
    ]
    return [*head, *middle, *foot][:height]


def _outline_width(width: int) -> int:
    return max(OUTLINE_LEAST, min(OUTLINE_MOST, round(width * OUTLINE_SHARE)))


def _head(view: RoomView, width: int, height: int, lost: str) -> t.Lines:
    chip = t.plain(f" {SAFE} ", f"reverse {t.SOFT}")
    title = t.BLANK if view.moment is Moment.WELCOME else t.strong(view.title)
    lines = [t.spread(t.join("  ", chip, "  ", title), t.soft(lost), width - 2)]
    if height < NORMS_FROM:
        return [*lines, t.BLANK]
    if view.purpose and view.moment is not Moment.WELCOME:
        lines += [t.BLANK, t.fitted(t.join("  ", t.soft(view.purpose)), width - 2)]
    return [t.BLANK, *lines, t.BLANK]


def _norms(view: RoomView, width: int, height: int, spare: int) -> t.Lines:
    """What was agreed, under everything else; not where it is what the step is about.

    On a low page they run on, in more lines than three only where those would stay blank.
    """
    if not view.norms or view.norms_now or height < NORMS_FROM or view.moment is Moment.ENDED:
        return []
    room = width - 4
    if height >= HIGH:
        lines = _norm_rows(view.norms, room)
    else:
        lines = _run_on(view.norms, room, max(3, spare - 3))
    return [t.BLANK, *(t.join("  ", line) for line in (t.heading("Our norms"), *lines)), t.BLANK]


def _run_on(norms: tuple[str, ...], width: int, most: int) -> t.Lines:
    """One behind the other, each of them whole; how many more there are in a line of its own."""
    lines = t.wrapped(" · ".join(norms), width)
    count = len(norms)
    while len(lines) > most - (count < len(norms)) and count > 1:
        count -= 1
        lines = t.wrapped(" · ".join(norms[:count]), width)
    more = [t.soft(f"and {len(norms) - count} more")] if count < len(norms) else []
    return [*t.clipped(lines, most - len(more), width), *more]


def _norm_rows(norms: tuple[str, ...], width: int) -> t.Lines:
    """Each in a line of its own, or two side by side; how many more there are where they end."""
    columns = 2 if width >= TWO_NORMS_FROM else 1
    each = width // columns
    cells = [t.padded(t.join(t.soft("· "), t.ink(norm)), each - 2) for norm in norms]
    if (more := len(cells) - NORMS_HIGH * columns) > 0:
        cells = [*cells[: -more - 1], t.soft(f"· and {more + 1} more")]
    high = -(-len(cells) // columns)
    return [t.join(*(t.padded(cell, each) for cell in cells[row::high])) for row in range(high)]


def _outline(rows: tuple[RoomRow, ...], width: int, height: int) -> t.Lines:
    """As much of the outline as there is room for, with where we are in it."""
    here = max((i for i, row in enumerate(rows) if row.place is Place.HERE), default=0)
    lines: t.Lines = []
    for i, row in enumerate(rows):
        if i and not row.step and len(rows) + sum(not each.step for each in rows) <= height:
            lines.append(t.BLANK)
        lines.append(_outline_row(row, here == i, width))
    first = max(0, min(here - height // 2, len(lines) - height))
    cut = [(0, first > 0), (height - 1, first + height < len(lines))]
    lines = lines[first : first + height]
    for place, goes_on in cut if height > 2 else ():
        if goes_on:
            lines[place] = t.soft(f"  {t.ELLIPSIS}")
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
    told = _told(view)
    room = height - len(above) - len(told) - len(texts) - bool(texts)
    figures = _figures(view, width, max(1, room))
    lines = [*above, *figures, *_centred(told, width), *([t.BLANK] if texts else []), *texts]
    if len(lines) > height:  # what is written gives way to the clock
        lines = t.clipped(lines, height, width)
    top = (height - len(lines)) // 3 if alone else (height - len(lines)) // 2
    lines = [t.BLANK] * top + lines
    return [*lines, *([t.BLANK] * (height - len(lines)))]


def _needs(view: RoomView, width: int) -> int:
    """Lines for the step with a clock of large figures and all that it shows."""
    if view.moment not in (Moment.STEP, Moment.BREAK):
        return 0
    room = width - 4
    if width >= OUTLINE_FROM:
        room -= _outline_width(width)
    told = [*_titles(view, room), *_told(view), *_all_texts(view, min(room, READING))]
    return len(told) + ROWS + (4 if view.clock.at is not None else 2)


def _told(view: RoomView) -> t.Lines:
    """What is said under the clock; that it is nearly over, too, quietly."""
    words = _PACES.get(view.clock.pace, "") + view.clock.told
    return [t.BLANK, t.soft(words)] if words else []


def _titles(view: RoomView, width: int) -> t.Lines:
    if view.moment is Moment.WELCOME:
        title = t.wrapped(view.title, width, f"bold {t.INK}") if view.title else []
        return [t.soft("Welcome"), *([t.BLANK, *title] if title else [])]
    if words := _CLOSING.get(view.moment):
        return [t.strong(words)]
    return t.clipped(t.wrapped(view.step, width, f"bold {t.INK}"), 2, width)


def _texts(view: RoomView, width: int, height: int) -> t.Lines:
    """What is to be read, where there is room for it."""
    most = height // 2 if view.moment is Moment.WELCOME else max(3, height // 2)
    return t.clipped(_all_texts(view, width), most, width)


def _all_texts(view: RoomView, width: int) -> t.Lines:
    """What is to be read: the norms while they are the matter, else what the step shows."""
    if view.moment is Moment.WELCOME:
        return t.wrapped(view.purpose, width) if view.purpose else []
    lines = t.wrapped(view.show, width, f"bold {t.INK}") if view.show else []
    if view.norms_now:
        lines += [line for norm in view.norms for line in t.wrapped(norm, width)]
    return lines + [t.ink(group) for group in view.groups]


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

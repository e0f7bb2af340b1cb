"""What everybody in the room sees, drawn large: for a projector, and over the host's screen."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region

from facilitui import text as t
from facilitui.core.sessions.room import Place, RoomMoment, RoomRow, RoomView
from facilitui.core.sessions.timing import Pace
from facilitui.widgets.digits import ROWS
from facilitui.widgets.larger_digits import largest
from facilitui.widgets.panel import Panel
from facilitui.widgets.room_norms import norms_beside, norms_under

SAFE = "SAFE TO SHARE"
"""Stands on the page and in the terminal's title."""
WIDE, MARGIN, WIDE_MARGIN = 120, 2, 3
"""The columns at either side, the second from the first width on, as on every screen."""
OUTLINE_FROM = 72
"""From this width on the outline stands beside the clock."""
OUTLINE_SHARE, OUTLINE_LEAST, OUTLINE_MOST = 0.28, 27, 40
BETWEEN = 5
"""Columns of the line between them."""
HERE = "here"
"""Says where we are, besides its mark, where it cuts no title."""
NORMS_FROM, HIGH = 22, 36
"""From these heights on there is room for the norms, and for them under their heading."""
NORMS_LEAST = 3
"""Lines without which there is no room for them."""
PURPOSE_HIGH = 3
"""Lines of the purpose at most; one where the norms would have no room."""
READING = 66
"""Columns of a text that is read from afar."""
_GLYPHS = {Place.DONE: "✓", Place.HERE: "▶", Place.AHEAD: "·"}
_PACES = {Pace.SOON: "◔ SOON   ", Pace.OVER: "◉ "}
"""Stands before the words under a clock, never in another colour than they do."""
_CLOSING = {
    RoomMoment.CLOSING: "That was the last step.",
    RoomMoment.ENDED: "Thank you for today.",
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
    margin = WIDE_MARGIN if width >= WIDE else MARGIN
    lines = _page(view, width - 2 * margin, height, lost)[:height]
    return [t.join(" " * margin, line) for line in lines]


def _page(view: RoomView, width: int, height: int, lost: str) -> t.Lines:
    """All of it but the margins."""
    spare = height - _needs(view, width)
    head = _head(view, width, height, lost, PURPOSE_HIGH)
    if spare - len(head) < NORMS_LEAST:
        head = _head(view, width, height, lost, 1)
    left = _outline_width(view, width)
    beside = height - len(head) - (len(view.outline) if left else 0)
    foot = _norms(view, width, height, spare - len(head), beside)
    body = max(1, height - len(head) - len(foot))
    if not left:
        return [*head, *_now(view, width, body, alone=True), *foot]
    rows = _outline(view.outline, left, body)
    now = _now(view, width - left - BETWEEN, body, alone=False)
    middle = [
        t.join(t.padded(row, left), "  ", t.plain("│", t.RULE), "  ", line)
        for row, line in zip(rows, now, strict=True)
    ]
    return [*head, *middle, *foot]


def _outline_width(view: RoomView, width: int) -> int:
    """Columns of the outline; none where it has no room or there is none."""
    if width < OUTLINE_FROM or not view.outline:
        return 0
    return max(OUTLINE_LEAST, min(OUTLINE_MOST, round(width * OUTLINE_SHARE)))


def _head(view: RoomView, width: int, height: int, lost: str, most: int) -> t.Lines:
    """What the page is, its title, and the purpose in at most so many lines."""
    chip = t.plain(f" {SAFE} ", f"reverse {t.SOFT}")
    title = t.BLANK if view.moment is RoomMoment.WELCOME else t.strong(view.title)
    lines = [t.spread(t.join(chip, "  ", title), t.soft(lost), width)]
    if height < NORMS_FROM:
        apart = chip.cell_length + 4 + len(lost) > width  # what is lost would cut what it is
        return [t.fitted(chip, width), t.soft(lost)] if lost and apart else [*lines, t.BLANK]
    if view.purpose and view.moment is not RoomMoment.WELCOME:
        lines += [t.BLANK, *t.clipped(t.wrapped(view.purpose, width, t.SOFT), most, width)]
    return [t.BLANK, *lines, t.BLANK]


def _norms(view: RoomView, width: int, height: int, spare: int, beside: int) -> t.Lines:
    """What was agreed, under everything else; not where it is what the step is about.

    What a step is about goes before what always holds, and so does the outline, which leaves
    `beside` lines, before more norms than the first.
    """
    if not view.norms or view.norms_now or height < NORMS_FROM or view.moment is RoomMoment.ENDED:
        return []
    foot = [t.BLANK, *norms_under(view.norms, width), t.BLANK]
    if height >= HIGH and len(foot) <= spare:
        return foot
    room = min(spare, max(beside, NORMS_LEAST))
    if room < NORMS_LEAST:
        return []
    foot = [t.BLANK, *norms_beside(view.norms, width, max(NORMS_LEAST - 1, room - 2))]
    return [*foot, *([t.BLANK] if len(foot) < room else [])]


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
    if figures and len(above) + len(figures) > height:
        return [*figures, *([t.BLANK] * height)][:height]
    lines = [*above, *figures, *_centred(told, width), *([t.BLANK] if texts else []), *texts]
    if len(lines) > height:  # what is written gives way to the clock
        lines = t.clipped(lines, height, width)
    top = (height - len(lines)) // 3 if alone else (height - len(lines)) // 2
    lines = [t.BLANK] * top + lines
    return [*lines, *([t.BLANK] * (height - len(lines)))]


def _needs(view: RoomView, width: int) -> int:
    """Lines for the step with a clock of large figures and all that it shows."""
    if view.moment not in (RoomMoment.STEP, RoomMoment.BREAK):
        return 0
    left = _outline_width(view, width)
    room = width - left - BETWEEN if left else width
    told = [*_titles(view, room), *_told(view), *_all_texts(view, min(room, READING))]
    return len(told) + ROWS + (4 if view.clock.at is not None else 2)


def _told(view: RoomView) -> t.Lines:
    """What is said under the clock, that it is nearly over, quietly; whose turn it is."""
    words = _PACES.get(view.clock.pace, "") + view.clock.told
    left = t.join(t.strong(view.turn), t.ink(f", {t.countdown(view.turn_left)}"))
    return [*([t.BLANK, t.soft(words)] if words else []), *([left] if view.turn else [])]


def _titles(view: RoomView, width: int) -> t.Lines:
    if view.moment is RoomMoment.WELCOME:
        title = t.wrapped(view.title, width, f"bold {t.INK}") if view.title else []
        return [t.soft("Welcome"), *([t.BLANK, *title] if title else [])]
    if words := _CLOSING.get(view.moment):
        return [t.strong(words)]
    return t.clipped(t.wrapped(view.step, width, f"bold {t.INK}"), 2, width)


def _texts(view: RoomView, width: int, height: int) -> t.Lines:
    """What is to be read, where there is room for it."""
    most = height // 2 if view.moment is RoomMoment.WELCOME else max(3, height // 2)
    return t.clipped(_all_texts(view, width), most, width)


def _all_texts(view: RoomView, width: int) -> t.Lines:
    """What is to be read: the norms while they are the matter, else what the step shows."""
    if view.moment is RoomMoment.WELCOME:
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

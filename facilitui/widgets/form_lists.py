"""What fields of a form have in common that show everything they offer, and how it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from facilitui import text as t
from facilitui.services.forms.form import Choices
from facilitui.widgets.fields import LineField

TICKS, DOTS = ("[ ] ", "[x] "), ("( ) ", "(•) ")
"""What stands before a thing that can be ticked, and before one that alone is chosen."""
STYLE_HERE = f"bold underline {t.MARK}"
"""Where the keys go; the underline is for terminals without colours."""
INDENT = 2
"""Columns before the things; the style sheet has them too."""
NOT_TYPED = "not taken: nothing is typed here; ← → choose among what is offered"
NOT_TICKED = "not taken: nothing is typed here; space ticks, and the arrows move"
APART = 3
"""Columns between two things."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands."""

    line: int
    left: int
    width: int
    high: int = 1


def spots(widths: Sequence[int], room: int, highs: Sequence[int] = ()) -> list[Spot]:
    """Things in columns, as many of them as there is room for.

    `highs` are their lines where some have more than one: these are as wide as the room.
    """
    columns = _columns(widths, room)
    if len(columns) == 1 and highs:
        return [Spot(sum(highs[:n]), 0, width, highs[n]) for n, width in enumerate(widths)]
    lefts = [sum(columns[:at]) + APART * at for at in range(len(columns))]
    return [
        Spot(place // len(columns), lefts[place % len(columns)], width)
        for place, width in enumerate(widths)
    ]


def _spots_of(items: Sequence[t.Lines], room: int) -> list[Spot]:
    widths = [max(line.cell_length for line in item) for item in items]
    widths = [width if len(item) == 1 else room for item, width in zip(items, widths, strict=True)]
    return spots(widths, room, [*map(len, items)])


def _columns(widths: Sequence[int], room: int) -> list[int]:
    """How wide each column is, one at least: as wide as the widest thing in it."""
    for count in range(len(widths), 1, -1):
        columns = [max(widths[at::count]) for at in range(count)]
        if sum(columns) + APART * (count - 1) <= room:
            return columns
    return [max(widths, default=0)]


def beside(places: Sequence[Spot], at: int, by: int) -> int | None:
    """The thing in a line above or below that stands nearest; None where there is no such line."""
    here = places[at] if places else Spot(0, 0, 0)
    ahead = [spot.line for spot in places if (spot.line - here.line) * by > 0]
    line = min(ahead, key=lambda each: abs(each - here.line), default=None)
    there = [place for place, spot in enumerate(places) if spot.line == line]
    return min(there, key=lambda place: abs(places[place].left - here.left), default=None)


def things(
    choices: Choices, chosen: Sequence[str], width: int, boxes: tuple[str, str], here: int = -1
) -> list[t.Lines]:
    """Each thing behind its box, in as many lines as its name takes."""
    return [
        _thing(boxes[value in chosen], name, width, STYLE_HERE if place == here else t.INK)
        for place, (value, name) in enumerate(choices)
    ]


def _thing(box: str, name: str, width: int, style: str) -> t.Lines:
    whole = t.plain(f"{box}{name}", style)
    if whole.cell_length <= width:
        return [whole]
    lines = t.wrapped(t.plain(name).plain, width - len(box), style)
    return t.labelled(t.plain(box, style), lines, len(box))


def flowing(items: Sequence[t.Lines], width: int) -> t.Lines:
    """Things as lines."""
    lines: t.Lines = []
    for item, spot in zip(items, _spots_of(items, width), strict=True):
        if spot.left:
            lines[-1] = t.join(t.padded(lines[-1], spot.left), *item)
        else:
            lines += item
    return lines


def many_lines(choices: Choices, ticked: Sequence[str], width: int) -> t.Lines:
    """Things that can be ticked, where no keys go."""
    return flowing(things(choices, ticked, width, TICKS), width) or [t.soft("none to tick")]


class ListField(Widget, can_focus=True):
    """Things under and beside one another: the arrows go about among them, space takes one."""

    DEFAULT_CSS = """
    ListField { height: auto; width: 1fr; padding: 0 2; }
    """
    ALLOW_SELECT = False
    boxes = TICKS
    not_typed = NOT_TICKED
    """What is said of what is typed or pasted here."""

    class Changed(Message):
        """Something else is taken now."""

    def __init__(self, choices: Choices, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self._at = 0

    @property
    def choices(self) -> Choices:
        """What is offered."""
        return self._choices

    @property
    def chosen(self) -> Sequence[str]:
        """What is taken."""
        raise NotImplementedError

    def take(self, place: int) -> None:
        """Take the thing of that place."""
        raise NotImplementedError

    def offer(self, choices: Choices) -> None:
        """Other things can be taken now."""
        if choices != self._choices:
            self._choices, self._at = choices, 0
            self.refresh(layout=True)

    def keeps(self, key: str) -> bool:
        """Up and down leave it only at its ends."""
        return key in {"up", "down"} and self._led_to_by(key) is not None

    def lines(self, width: int) -> t.Lines:
        """All that is offered."""
        return flowing(self._things(width), width) or [t.soft("none to tick")]

    def _things(self, width: int) -> list[t.Lines]:
        here = self._at if self.has_focus else -1
        return things(self._choices, self.chosen, width, self.boxes, here)

    @property
    def _spots(self) -> list[Spot]:
        width = self.content_size.width
        return _spots_of(self._things(width), width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All of it."""
        return Content("\n").join(self.lines(self.content_size.width))

    def on_key(self, event: events.Key) -> None:
        """The arrows go about, other keys take something.

        No bindings: those are looked up when the focus may already be elsewhere.
        """
        place = None if (taken := self.takes_first(event)) else self._led_to_by(event.key)
        if place is not None:
            self.go_to(place)
        if taken or place is not None or self.takes_with(event):
            event.stop()
        elif event.is_printable:
            self._refuse()

    def takes_first(self, event: events.Key) -> bool:
        """Take what a key stands for before the arrows go about; whether it stands for anything."""
        return False

    @on(events.Paste)
    def _refuse(self) -> None:
        self.post_message(LineField.Refused(self.not_typed))

    def _led_to_by(self, key: str) -> int | None:
        """The thing that an arrow key leads to; None where it leads out of here."""
        match key:
            case "left" | "right" if self._choices:
                return (self._at + (1 if key == "right" else -1)) % len(self._choices)
            case "up" | "down":
                return beside(self._spots, self._at, 1 if key == "down" else -1)
        return None

    def takes_with(self, event: events.Key) -> bool:
        """Take what a key stands for, as space does for what the keys are on; whether it does."""
        if event.key == "space":
            self.take(self._at)
        return event.key == "space"

    def go_to(self, place: int) -> None:
        """Let the keys go to another thing, which stays in view."""
        self._at = place
        self.refresh()
        self._keep_in_view()

    def on_focus(self) -> None:
        """All of it is in view, or at least what the keys go to."""
        self.call_after_refresh(self._come_into_view)

    def _come_into_view(self) -> None:
        self.scroll_visible(animate=False, immediate=True)
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        if isinstance(self.parent, Widget) and self._at < len(self._choices):
            spot = self._spots[self._at]
            where = Region(0, self.virtual_region.y + spot.line, 1, spot.high)
            self.parent.scroll_to_region(where, animate=False)

    def tell(self) -> None:
        """Show and say that something else is taken."""
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """A click takes what it is on."""
        for place, spot in enumerate(self._spots):
            left = spot.left + INDENT
            is_in_line = spot.line <= event.y < spot.line + spot.high
            if is_in_line and left <= event.x < left + spot.width:
                return self.take(place)

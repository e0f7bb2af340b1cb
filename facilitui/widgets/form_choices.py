"""Fields of a form in which nothing is typed: one of several words, or any of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from facilitui import text as t

Choices = tuple[tuple[str, str], ...]
TICKED, OPEN = "[x] ", "[ ] "
STYLE_HERE = f"bold underline {t.MARK}"
"""Where the keys go; the underline is for terminals without colours."""
MOVES = {"left": -1, "right": 1}
TURNS = {**MOVES, "space": 1}
NUMBERS = frozenset("123456789")
INDENT = 2
"""Columns before what is chosen or ticked; the style sheet has them too."""
APART = 3
"""Columns between two things that can be ticked."""


class ChoiceField(Widget, can_focus=True):
    """One of a few words, changed with the arrow keys or a word's first letter."""

    DEFAULT_CSS = """
    ChoiceField { height: 1; width: 1fr; }
    """
    ALLOW_SELECT = False

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self.value = value
        """The word that is chosen; it stays where it is not among the choices."""

    def offer(self, choices: Choices) -> None:
        """Other words can be chosen now."""
        if choices != self._choices:
            self._choices = choices
            self.refresh()

    @property
    def choices(self) -> Choices:
        """What can be chosen."""
        return self._choices

    @property
    def _at(self) -> int | None:
        values = [value for value, _ in self._choices]
        return values.index(self.value) if self.value in values else None

    def render(self) -> Content:
        """The word, between arrows where the keys go."""
        at = self._at
        word = t.soft("none of these") if at is None else t.ink(self._choices[at][1])
        name = t.fitted(word, max(4, self.size.width - 4))
        if not self.has_focus:
            return t.join("  ", name)
        return t.join(t.accent("‹ "), name, t.accent(" ›"))

    def choose(self, value: str) -> None:
        """Choose a word."""
        self.value = value
        self.refresh()
        self.post_message(self.Changed())

    def turn(self, by: int) -> None:
        """Choose the word before or after."""
        if self._choices:
            at = -1 if self._at is None and by > 0 else self._at or 0
            self.choose(self._choices[(at + by) % len(self._choices)][0])

    def on_click(self) -> None:
        """A click goes on to the next word."""
        self.turn(1)

    def on_key(self, event: events.Key) -> None:
        """The arrows turn; a letter goes to the next word that begins with it.

        No bindings: those are looked up when the focus may already be elsewhere.
        """
        if event.key in TURNS:
            self.turn(TURNS[event.key])
        elif event.character and event.character.isalnum():
            self._find(event.character.casefold())
        else:
            return
        event.stop()

    def _find(self, letter: str) -> None:
        at = -1 if self._at is None else self._at
        order = (*self._choices[at + 1 :], *self._choices[: at + 1])
        found = (value for value, name in order if name.casefold().startswith(letter))
        if (value := next(found, None)) is not None:
            self.choose(value)


class ManyField(Widget, can_focus=True):
    """Any of several things: left and right move, space ticks, a number ticks that one."""

    DEFAULT_CSS = """
    ManyField { height: auto; width: 1fr; padding: 0 2; }
    """
    ALLOW_SELECT = False

    class Changed(Message):
        """Something was ticked, or no longer is."""

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self._given = value
        self._ticked = list(dict.fromkeys(value.split()))
        self._at = 0

    @property
    def choices(self) -> Choices:
        """What can be ticked."""
        return self._choices

    @property
    def value(self) -> str:
        """What is ticked, divided by spaces; as it was given where nothing was changed."""
        same = self._ticked == list(dict.fromkeys(self._given.split()))
        return self._given if same else " ".join(self._ticked)

    @value.setter
    def value(self, value: str) -> None:
        self._ticked = list(dict.fromkeys(value.split()))
        self._tell()

    def offer(self, choices: Choices) -> None:
        """Other things can be ticked now."""
        if choices != self._choices:
            self._choices, self._at = choices, 0
            self.refresh(layout=True)

    def lines(self, width: int) -> t.Lines:
        """The things one after another, as many in a line as there is room for."""
        here = self._at if self.has_focus else -1
        return many_lines(self._choices, self._ticked, width, here)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All of it."""
        return Content("\n").join(self.lines(self.content_size.width))

    def on_key(self, event: events.Key) -> None:
        """The arrows move, space ticks, a number ticks that one."""
        if event.key in MOVES:
            self.move(MOVES[event.key])
        elif event.key == "space":
            self.tick(self._at)
        elif event.key in NUMBERS:
            self.tick(int(event.key) - 1)
        else:
            return
        event.stop()

    def move(self, by: int) -> None:
        """Go to the thing before or after."""
        if self._choices:
            self._at = (self._at + by) % len(self._choices)
            self.refresh()

    def tick(self, place: int) -> None:
        """Tick the thing of that place, or no longer."""
        if not 0 <= place < len(self._choices):
            return
        self._at = place
        value = self._choices[place][0]
        if value in self._ticked:
            self._ticked.remove(value)
        else:
            self._ticked = self._in_order({*self._ticked, value})
        self._tell()

    def _in_order(self, ticked: set[str]) -> list[str]:
        known = [value for value, _ in self._choices if value in ticked]
        return [*known, *(value for value in self._ticked if value not in known)]

    def _tell(self) -> None:
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """A click ticks what it is on."""
        lines = [line.plain for line in self.lines(self.content_size.width)]
        before = "".join(lines[: event.y])
        if event.y < len(lines):
            here = lines[event.y][: max(0, event.x - INDENT) + len(OPEN)]
            self.tick(_boxes(before) + max(1, _boxes(here)) - 1)


def _boxes(line: str) -> int:
    return line.count(TICKED) + line.count(OPEN)


def many_lines(choices: Choices, ticked: Sequence[str], width: int, here: int = -1) -> t.Lines:
    """Things that can be ticked, as many in a line as there is room for."""
    if not choices:
        return [t.soft("none to tick")]
    lines: t.Lines = []
    for place, (value, name) in enumerate(choices):
        box = TICKED if value in ticked else OPEN
        item = t.fitted(t.plain(f"{box}{name}", STYLE_HERE if place == here else t.INK), width)
        if lines and lines[-1].cell_length + APART + item.cell_length <= width:
            lines[-1] = t.join(lines[-1], " " * APART, item)
        else:
            lines.append(item)
    return lines

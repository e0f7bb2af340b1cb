"""Fields of a form in which nothing is typed: one of a few words, or one of many."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from facilitui import text as t
from facilitui.services.forms.form import Choices
from facilitui.widgets.choice_finding import LettersTyped
from facilitui.widgets.fields import LineField
from facilitui.widgets.form_lists import DOTS, INDENT, NOT_TYPED, ListField

SIDES = {"left": -1, "right": 1}
TURNS = {**SIDES, "space": 1}


def chosen_lines(choices: Choices, value: str, width: int) -> t.Lines:
    """The word that is chosen among some, whole."""
    name = dict(choices).get(value)
    return [t.soft("none of these")] if name is None else t.wrapped(name, width)


def _room(width: int) -> int:
    """What a word has between the arrows."""
    return max(4, width - 2 * INDENT)


class ChoiceField(Widget, can_focus=True):
    """One of a few words, changed with the arrow keys or a word's first letters."""

    DEFAULT_CSS = """
    ChoiceField { height: auto; width: 1fr; }
    """
    ALLOW_SELECT = False

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self._letters = LettersTyped()
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
        *lines, last = chosen_lines(self._choices, self.value, _room(self.size.width))
        arrows = (t.accent("‹ "), t.accent(" ›")) if self.has_focus else (t.plain("  "), t.BLANK)
        return Content("\n").join(t.labelled(arrows[0], [*lines, t.join(last, arrows[1])], INDENT))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the longest word takes lines, so that nothing moves when it turns."""
        values = (value for value, _ in self._choices)
        lines = (chosen_lines(self._choices, each, _room(width)) for each in values)
        return max(map(len, lines), default=1)

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

    def on_blur(self) -> None:
        """Letters typed elsewhere meanwhile are no part of a word here."""
        self._letters.end()

    def on_key(self, event: events.Key) -> None:
        """The arrows turn; letters go to the next word that begins with them.

        No bindings: those are looked up when the focus may already be elsewhere.
        """
        if self._finds(event):
            event.stop()
        elif event.key in TURNS:
            self._letters.end()
            self.turn(TURNS[event.key])
            event.stop()
        elif event.is_printable:
            self._refuse()

    def _finds(self, event: events.Key) -> bool:
        """Choose the word that the letters begin, or say that none does; whether the key is one."""
        letters, letter = self._letters, event.character or ""
        if not letters.takes(letter, event.time):
            return False
        letters.type(letter, event.time, self.value)
        place = letters.place(self._choices, -1 if self._at is None else self._at)
        self.choose(letters.before if place is None else self._choices[place][0])
        if place is None:
            self.post_message(LineField.Refused(letters.told))
        return True

    @on(events.Paste)
    def _refuse(self) -> None:
        self.post_message(LineField.Refused(NOT_TYPED))


class ChoiceList(ListField):
    """One of many words, all of them shown while the keys go here.

    Left and right choose, as in a field of a few words; up and down go through the form, and
    through its words on their way, and change nothing.
    """

    boxes = DOTS
    not_typed = NOT_TYPED

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(choices, id=id)
        self._letters = LettersTyped()
        self.value = value
        """The word that is chosen; it stays where it is not among the choices."""

    @property
    def chosen(self) -> Sequence[str]:
        """What is chosen."""
        return (self.value,)

    def lines(self, width: int) -> t.Lines:
        """All words where the keys go; elsewhere the one that is chosen."""
        if self.has_focus:
            return super().lines(width)
        return chosen_lines(self._choices, self.value, width)

    def on_focus(self) -> None:
        """The words unfold, and the keys begin at the one that is chosen."""
        self._go_to_chosen()
        self.refresh(layout=True)

    def _go_to_chosen(self) -> None:
        values = [value for value, _ in self._choices]
        self._at = values.index(self.value) if self.value in values else 0

    def on_blur(self) -> None:
        """The words fold up again."""
        self._letters.end()
        self.refresh(layout=True)

    def choose(self, value: str) -> None:
        """Choose a word."""
        self.value = value
        self.tell()

    def take(self, place: int) -> None:
        """Choose the word of that place."""
        if 0 <= place < len(self._choices):
            self._at = place
            self.choose(self._choices[place][0])

    def take_here(self) -> None:
        """Choose the word that the keys are on, if it is another one."""
        if self.passed:
            self.take(self._at)

    @property
    def passed(self) -> str:
        """The word that the keys are on, if another one is chosen, or none; else empty."""
        value, name = self._choices[self._at] if self._choices else (self.value, "")
        return name if value != self.value else ""

    def turn(self, by: int) -> None:
        """Choose the word before or after; where the keys are and none is chosen, that one."""
        values = [value for value, _ in self._choices]
        place = self._at + (by if self.value in values else 0)
        self.go_to(place % len(values))
        self.take(self._at)

    def takes_first(self, event: events.Key) -> bool:
        """Letters choose the next word that begins with them, left and right the one beside."""
        letters, letter = self._letters, event.character or ""
        if event.key in SIDES and self._choices:
            letters.end()
            self.turn(SIDES[event.key])
            return True
        if not letters.takes(letter, event.time):
            letters.end()
            return False
        letters.type(letter, event.time, self.value)
        place = letters.place(self._choices, self._at)
        if place is not None:
            self.take(place)
        else:
            self.choose(letters.before)
            self._go_to_chosen()
            self.post_message(LineField.Refused(letters.told))
        return True

"""Fields of a form in which nothing is typed: one of a few words, one of many, any of several."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from facilitui import text as t
from facilitui.services.forms.form import Choices
from facilitui.widgets.fields import LineField
from facilitui.widgets.form_lists import DOTS, NOT_TYPED, ListField

TURNS = {"left": -1, "right": 1, "space": 1}
NUMBERS = frozenset("123456789")
NO_WORD = "no word to choose here begins with {}"


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
        if event.key in TURNS or self._finds(event.character or ""):
            event.stop()

    def _finds(self, letter: str) -> bool:
        """Choose the next word that begins with a letter, or say so; whether the key is one."""
        place = next_with(self._choices, letter.casefold(), -1 if self._at is None else self._at)
        if letter.isalnum() and place is not None:
            self.choose(self._choices[place][0])
        elif letter.isalnum():
            self.post_message(LineField.Refused(NO_WORD.format(letter)))
        return letter.isalnum()

    @on(events.Paste)
    def _refuse(self) -> None:
        self.post_message(LineField.Refused(NOT_TYPED))


def next_with(choices: Choices, letter: str, at: int) -> int | None:
    """The next choice behind a place that begins with a letter, in a circle; None without one."""
    order = (*range(at + 1, len(choices)), *range(at + 1))
    return next((n for n in order if choices[n][1].casefold().startswith(letter)), None)


class ChoiceList(ListField):
    """One of many words, all of them shown while the keys go here."""

    boxes = DOTS

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(choices, id=id)
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
        name = dict(self._choices).get(self.value)
        word = t.soft("none of these") if name is None else t.ink(name)
        return [t.fitted(word, width)]

    def on_focus(self) -> None:
        """The words unfold, and the keys begin at the one that is chosen."""
        values = [value for value, _ in self._choices]
        self._at = values.index(self.value) if self.value in values else 0
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """The words fold up again."""
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
        if self._choices and self._choices[self._at][0] != self.value:
            self.take(self._at)

    def takes_with(self, event: events.Key) -> bool:
        """A letter chooses the next word that begins with it."""
        if not (event.character and event.character.isalnum()):
            return super().takes_with(event)
        place = next_with(self._choices, event.character.casefold(), self._at)
        if place is None:
            self.post_message(LineField.Refused(NO_WORD.format(event.character)))
        else:
            self.take(place)
        return True


class ManyField(ListField):
    """Any of several things: space ticks, a number ticks that one."""

    def __init__(self, choices: Choices, value: str, *, id: str | None = None) -> None:
        super().__init__(choices, id=id)
        self._given = value
        self._ticked = list(dict.fromkeys(value.split()))

    @property
    def chosen(self) -> Sequence[str]:
        """What is ticked."""
        return self._ticked

    @property
    def value(self) -> str:
        """What is ticked, divided by spaces; as it was given where nothing was changed."""
        same = self._ticked == list(dict.fromkeys(self._given.split()))
        return self._given if same else " ".join(self._ticked)

    @value.setter
    def value(self, value: str) -> None:
        self._ticked = list(dict.fromkeys(value.split()))
        self.tell()

    def takes_with(self, event: events.Key) -> bool:
        """A number ticks that one."""
        if event.key not in NUMBERS:
            return super().takes_with(event)
        self.take(int(event.key) - 1)
        return True

    def take(self, place: int) -> None:
        """Tick the thing of that place, or no longer."""
        if not 0 <= place < len(self._choices):
            return
        self._at = place
        value = self._choices[place][0]
        if value in self._ticked:
            self._ticked.remove(value)
        else:
            self._ticked = self._in_order({*self._ticked, value})
        self.tell()

    def _in_order(self, ticked: set[str]) -> list[str]:
        known = [value for value, _ in self._choices if value in ticked]
        return [*known, *(value for value in self._ticked if value not in known)]

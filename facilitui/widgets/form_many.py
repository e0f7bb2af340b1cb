"""A field of a form in which any of several things are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from facilitui.services.forms.form import Choices
from facilitui.widgets.form_lists import ListField

NUMBERS = frozenset("123456789")


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

"""One line to type in the middle of something, in the place of the keys."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from facilitui.widgets.fields import LineField
from facilitui.widgets.quiet import Soon

ONLY_DIGITS = r"\d*"
KEPT_SECONDS = 0.4
"""What is typed is kept so soon."""


class LineEntry(Horizontal):
    """A label and a line. Hidden until something is asked."""

    DEFAULT_CSS = """
    LineEntry {
        height: 1;
        display: none;
        &.-open { display: block; }
        Label { width: auto; padding: 0 2 0 0; text-style: bold; color: $mark; }
        Input { width: 1fr; background: $tint; color: $ink; }
    }
    """

    @dataclass
    class Typed(Message):
        """Something was typed, at most a moment ago."""

        purpose: str
        text: str

    @dataclass
    class Entered(Message):
        """The line is complete. The entry is closed; ask again where it could not be kept."""

        purpose: str
        text: str

    @dataclass
    class Closed(Message):
        """The line was left, with whatever was typed in it."""

        purpose: str
        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = ""
        self._soon = Soon(self, KEPT_SECONDS, self._typed)
        self._field = LineField(compact=True, max_length=2000, select_on_focus=False)
        self._before: Widget | None = None
        """Where the keys went before something was asked."""

    def compose(self) -> ComposeResult:
        """The label and the line."""
        yield Label("", markup=False)
        yield self._field

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        return bool(self.purpose)

    @property
    def text(self) -> str:
        """What is typed now, even while the screen is being taken away."""
        return self._field.value

    def ask(
        self,
        purpose: str,
        label: str,
        text: str = "",
        *,
        select: bool = False,
        digits: bool = False,
        hint: str = "",
    ) -> None:
        """Ask for a line, of `digits` alone; `select` lets the next key replace what is there.

        `hint` stands there as long as nothing does.
        """
        self.hand_on()
        self.purpose = purpose
        self._field.restrict = ONLY_DIGITS if digits else None
        self.query_one(Label).update(label)
        field = self.query_one(Input)
        field.placeholder = hint
        with self.prevent(Input.Changed):
            field.value = text
        self.add_class("-open")
        if self.screen.focused is not field:
            self._before = self.screen.focused
        self.screen.set_focus(field)
        field.action_end()
        if select:
            field.select_all()

    def taken(self) -> str:
        """What is typed now, for somebody who keeps it: it is not handed on any more."""
        self._soon.stop()
        return self.text

    def hand_on(self) -> None:
        """Hand on at once what was typed last, before something lies over the line."""
        if self._soon.asked:
            self._soon.stop()
            self._typed()

    def on_key(self, event: Key) -> None:
        """The keys stay in the line until it is done with or left: elsewhere they would do harm."""
        if event.key in {"tab", "shift+tab"}:
            event.stop()
            event.prevent_default()

    async def obey(self, event: Key | Paste) -> None:
        """Take a key or what is pasted, also while something lies over the line."""
        await self._field.obey(event)

    def close(self) -> None:
        """Leave the line; what is typed is handed back."""
        left = self.Closed(self.purpose, self.text.strip())
        self._put_away()
        self.post_message(left)

    def drop(self) -> None:
        """Leave the line; nothing is handed back."""
        self._put_away()

    def _put_away(self) -> None:
        """Make room for the keys at once, so that the next key is a key again."""
        self._soon.stop()
        self.purpose = ""
        self.remove_class("-open")
        self.query_one(Input).value = ""
        shown = self._before is not None and self._before.display
        self.screen.set_focus(self._before if shown else None)

    @on(Input.Changed)
    def _keep_soon(self, event: Input.Changed) -> None:
        event.stop()
        if self.purpose:
            self._soon.ask()

    def _typed(self) -> None:
        self.post_message(self.Typed(self.purpose, self.query_one(Input).value))

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.enter()

    def enter(self) -> None:
        """Be done with the line, as enter is."""
        purpose, text = self.purpose, self.text.strip()
        if not text:
            return self.close()
        self._put_away()
        self.post_message(self.Entered(purpose, text))

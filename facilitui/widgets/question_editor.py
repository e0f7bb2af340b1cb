"""One question with the place to answer it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from facilitui import text as t
from facilitui.widgets.panel import Panel

QUIET_SECONDS = 0.4
"""What is written is handed over after so long without a key."""


class QuestionEditor(VerticalGroup):
    """The question above, the answer below; it grows with what is written."""

    DEFAULT_CSS = """
    QuestionEditor {
        height: auto;
        margin-bottom: 1;
        border-left: outer $paper;
        padding-left: 1;
        TextArea {
            height: auto;
            min-height: 1;
            max-height: 12;
            background: $paper;
            color: $ink;
            padding: 0 0 0 3;
            scrollbar-size-vertical: 1;
        }
        &:focus-within { border-left: outer $mark; }
    }
    """

    @dataclass
    class Written(Message):
        """Something was written, and then there was a moment of quiet."""

        question: str
        text: str

    def __init__(self, question: str, number: str, ask: str, text: str, hint: str = "") -> None:
        super().__init__(classes="question")
        self.question = question
        self._number, self._ask, self._text = number, ask, text
        self._hint = hint
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The question and the answer."""
        yield Panel(self._draw)
        yield TextArea(
            self._text,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            placeholder=self._hint or "not answered",
            highlight_cursor_line=False,
        )

    def _draw(self, width: int) -> t.Lines:
        lines = t.wrapped(self._ask, min(width - 3, 66), f"bold {t.INK}")
        number = t.padded(t.soft(self._number), 3)
        return [t.join(number if not i else "   ", line) for i, line in enumerate(lines)]

    @property
    def text(self) -> str:
        """What is written."""
        return self.query_one(TextArea).text

    @on(TextArea.Changed)
    def _written_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET_SECONDS, self.hand_over)

    def hand_over(self) -> None:
        """Say what is written now."""
        self.post_message(self.Written(self.question, self.text))

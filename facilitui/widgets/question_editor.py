"""One question with the place to answer it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widgets import TextArea

from facilitui import text as t
from facilitui.widgets.fields import AreaField
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon

KEPT_SECONDS = 0.4
"""What is written is handed over so soon."""


class QuestionEditor(VerticalGroup):
    """The question above, the answer below; it grows with what is written."""

    DEFAULT_CSS = """
    QuestionEditor {
        height: auto;
        margin-bottom: 1;
        border-left: blank;
        padding-left: 1;
        TextArea {
            height: auto;
            min-height: 1;
            max-height: 12;
            background: $paper;
            color: $ink2;
            padding: 0 0 0 3;
            scrollbar-size-vertical: 1;
        }
        TextArea:focus { color: $ink; }
        &:focus-within { border-left: outer $mark; }
    }
    """

    @dataclass
    class Written(Message):
        """Something was written, at most a moment ago."""

        question: str
        text: str

    def __init__(
        self, question: str, number: str, ask: str, text: str, *, hint: str = "", heading: str = ""
    ) -> None:
        """`heading` stands above the question where a new group of them begins."""
        super().__init__(classes="question")
        self.question, self.ask = question, ask
        self._heading, self._number = heading, number
        self._area = AreaField(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            placeholder=t.plain(hint or "not answered"),
            highlight_cursor_line=False,
        )
        self._soon = Soon(self, KEPT_SECONDS, self.hand_over)

    def compose(self) -> ComposeResult:
        """The heading, the question, the answer."""
        if self._heading:
            yield Panel(self._draw_heading, classes="heading")
        yield Panel(self._draw, id="ask")
        yield self._area

    def _draw_heading(self, width: int) -> t.Lines:
        return [t.join("   ", t.fitted(t.heading(self._heading), width - 3)), t.BLANK]

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _show_focus(self) -> None:
        """The question that is being answered is the one thing that is bold."""
        self.query_one("#ask", Panel).show(self._draw)

    def _draw(self, width: int) -> t.Lines:
        style = f"bold {t.INK}" if self._area.has_focus else t.INK
        lines = t.wrapped(self.ask, min(width - 3, 66), style)
        number = t.padded(t.soft(self._number), 3)
        return [t.join(number if not i else "   ", line) for i, line in enumerate(lines)]

    @property
    def text(self) -> str:
        """What is written now, even while the screen is being taken away."""
        return self._area.text

    def taken(self) -> str:
        """The same for somebody who keeps it: it is not handed over any more."""
        self._soon.stop()
        return self.text

    def on_resize(self) -> None:
        """Textual keeps the lines of the old width; switching wrapping off and on breaks anew."""
        self._area.soft_wrap = False
        self._area.soft_wrap = True

    @on(TextArea.Changed)
    def _written_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        self._soon.ask()

    def hand_over(self) -> None:
        """Say what is written now."""
        self.post_message(self.Written(self.question, self.text))

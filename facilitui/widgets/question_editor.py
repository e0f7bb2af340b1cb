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
from facilitui.widgets.area_field import AreaField
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon

KEPT_SECONDS = 0.4
"""What is written is handed over so soon."""
MOST_WIDE = 66
"""Columns of a question."""
FIGURES = 60
"""From this width on the figure that a question is about has room beside it."""


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
        self,
        question: str,
        number: str,
        ask: str,
        text: str,
        *,
        hint: str = "",
        heading: str = "",
        keys: str = "",
        figure: str = "",
    ) -> None:
        """`heading` stands above the question where a group of them begins, `figure` beside it.

        Beside the heading stands what `keys` do with such an answer.
        """
        super().__init__(classes="question")
        self.question, self.ask = question, ask
        self._heading, self._number, self._figure = heading, number, figure
        self._keys = keys
        self.set_class(bool(heading), "-headed")
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
        yield Panel(self._draw, id="ask")
        yield self._area

    def ask_as(self, number: str, ask: str, heading: str, figure: str) -> None:
        """Word the question so from now on; the answer is left alone."""
        worded = (number, ask, heading, figure)
        if worded != (self._number, self.ask, self._heading, self._figure):
            self._number, self.ask, self._heading, self._figure = worded
            self.set_class(bool(heading), "-headed")
            self.query_one("#ask", Panel).show(self._draw)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _show_focus(self) -> None:
        """The question that is being answered is the one thing that is bold."""
        self.query_one("#ask", Panel).show(self._draw)

    def _draw(self, width: int) -> t.Lines:
        style = f"bold {t.INK}" if self._area.has_focus else t.INK
        most = min(width - 3, MOST_WIDE)
        figure = t.soft(self._figure if width >= FIGURES else "")
        room = most - (figure.cell_length + 2 if figure else 0)
        first, *others = t.wrapped(self.ask, room, style)
        lines = [t.spread(first, figure, most) if figure else first, *others]
        number = t.padded(t.soft(self._number), 3)
        above = t.join("   ", t.spread(t.heading(self._heading), t.soft(self._keys), most))
        asked = [t.join(number if not i else "   ", line) for i, line in enumerate(lines)]
        return [above, *asked] if self._heading else asked

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

"""Something that cannot be undone: all of it is shown, and a word that is shown has to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.journals.attaching_ports import Progress
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.long_work import LongWork, progress_bar
from facilitui.screens.dialogs.read_first import ReadFirstDialog
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

NOT_TYPED = "That is not the word; nothing was purged."
NOTHING_TYPED = "Nothing is typed yet, and nothing was purged."
NOT_READ = "Read it to its end first: enter reads on."
NAMES_SEEN = 4
"""So many lines of names are in view, or what comes before them is scrolled away."""
ASKED = "To purge it, type {}"


class WordDialog(ReadFirstDialog[str]):
    """Shows all of it, and does it once the word is typed; ends with what was done.

    What was begun is not given up half-way. The word stands right above its line, however long the
    rest is.
    """

    DEFAULT_CSS = """
    WordDialog #word { background: $tint; color: $ink; }
    """
    can_stop = False
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("up", "scroll(-1)", "a line up", show=False),
        Binding("down", "scroll(1)", "a line down", show=False),
        Binding("pageup", "scroll(-8)", "a page up", show=False),
        Binding("pagedown", "scroll(8)", "a page down", show=False),
        Binding("tab", "all_names", "all names", show=False, priority=True),
    ]

    def __init__(
        self, lines: Sequence[str], word: str, do: LongWork[str], in_full: Sequence[str] = ()
    ) -> None:
        """`in_full` are the lines with everything by its name, where they have more to say."""
        super().__init__()
        self._lines, self._word, self._purge = tuple(lines), word, do
        self._in_full = tuple(in_full) or self._lines
        self._all_named = False
        """Whether everything is shown by its name."""
        self._waits = False
        """Whether the word was given before all was read."""

    def compose(self) -> ComposeResult:
        """What goes and what stays, the word and a line for it, what goes wrong, the keys."""
        with Vertical(id="dialog"):
            with VerticalScroll(id="page", can_focus=False):
                yield Panel(self._draw)
            yield Panel(self._ask, id="ask")
            yield LineField(compact=True, max_length=40, id="word")
            yield Panel(self.draw_result, id="result")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the word."""
        self.set_focus(self.query_one("#word", LineField))
        self.call_after_refresh(self.show_all)

    def on_resize(self) -> None:
        """The word and the keys stay in view."""
        self._fit_page()

    def show_all(self) -> None:
        """What goes and stays has all the room that nothing else takes."""
        self._fit_page()
        super().show_all()

    def action_show_keys(self) -> None:
        """All keys take more room."""
        super().action_show_keys()
        self._fit_page()

    def _fit_page(self) -> None:
        width = self.query_one("#foot", Panel).content_size.width or self.app.size.width
        more = len(self.draw_result(width)) + len(self.foot(width))
        self.fit("#page", 8 + more, 5 + more)

    def idle_keys(self) -> list[Key]:
        """Purging once the word stands there, else reading on; leaving; what else there is."""
        names = [("tab", "brief" if self._all_named else "names")]
        more = names if self._in_full != self._lines else []
        return [self.once_read(("enter", "purge")), ("escape", "leave"), *more]

    def more_keys(self) -> list[Key]:
        """How a long list is read."""
        return [("↑↓", "a line"), ("PageUp PageDown", "a page")]

    def _draw(self, width: int) -> t.Lines:
        return self._drawn(self._in_full if self._all_named else self._lines, width)

    def _drawn(self, told: Sequence[str], width: int) -> t.Lines:
        heading, *rest = told
        lines = t.wrapped(heading, width, f"bold {t.INK}")
        for told in rest:
            point = told.startswith("- ")
            if point:
                lines += t.labelled("-", t.wrapped(told[2:], width - 2), 2)
            else:
                lines += [t.BLANK, t.heading(told)]
        return lines

    def _ask(self, width: int) -> t.Lines:
        """What is to be typed in the line below."""
        return [t.BLANK, *t.wrapped(ASKED.format(self._word), width, f"bold {t.INK}")]

    def action_all_names(self) -> None:
        """Show everything by its name, or in brief again, from the first line that is another."""
        self._all_named = not self._all_named
        self.query_one("#page Panel", Panel).show(self._draw)
        self.call_after_refresh(self._show_named)

    def _show_named(self) -> None:
        self.show_all()
        page, width = self.query_one("#page"), self.query_one("#page Panel").content_size.width
        told = zip(self._lines, self._in_full, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], told))
        above = len(self._drawn(self._lines[:same], width)) if same else 0
        is_seen = above + NAMES_SEEN <= page.size.height
        page.scroll_to(y=0 if is_seen else above - 1, animate=False, immediate=True)

    def draw_result(self, width: int) -> t.Lines:
        """Right below the word, where a line is kept for it."""
        return self.result_lines(width) or [t.BLANK]

    def progress_lines(self, progress: Progress, width: int) -> t.Lines:
        """A line that grows: what it counts are steps."""
        return [progress_bar(progress, width)]

    def idle_lines(self, width: int) -> t.Lines:
        """Why the word alone does nothing yet, until all was read."""
        waits = self._waits and not self.is_read
        return t.labelled("!", t.wrapped(NOT_READ, width - 2), 2) if waits else []

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        self._waits = False
        self.tell_problem("")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        if not typed and not self.is_read:
            self.begin(self._purge)  # which reads on
        elif typed == self._word:
            self._waits = not self.is_read
            self.begin(self._purge)
            self.show_all()
        else:
            self.tell_problem(NOT_TYPED if typed else NOTHING_TYPED)

    def action_scroll(self, by: int) -> None:
        """Read on in what goes and stays."""
        self.query_one("#page").scroll_relative(y=by, animate=False, immediate=True)

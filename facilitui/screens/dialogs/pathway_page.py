"""A pathway to be read: all that it asks for, or its cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.paper_lines import PaperLine
from facilitui.core.pathways.pathway import Card, Pathway
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel

Paged = Callable[[Pathway, int], Sequence[PaperLine]]
"""All that a pathway says below its name, in lines of at most so many cells."""


class PathwayPageDialog(Dialog[bool]):
    """All that a pathway asks for, on a page; enter says yes where there is something to say."""

    BINDINGS = [
        Binding("enter", "answer(True)", "yes", show=False),
        Binding("escape,q", "answer(False)", "close", show=False),
    ]

    def __init__(self, pathway: Pathway, paged: Paged, yes: str = "") -> None:
        """`yes` is the word for what enter does; without one it closes the page."""
        super().__init__()
        self._pathway, self._paged, self._yes = pathway, paged, yes

    def compose(self) -> ComposeResult:
        """The heading, the text that scrolls, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            with VerticalScroll(id="page"):
                yield Panel(self._text, id="text")
            yield Panel(self.draw_foot, id="foot")

    def _head(self, width: int) -> t.Lines:
        return [t.fitted(t.strong(self._pathway.name), width), t.BLANK]

    def _text(self, width: int) -> t.Lines:
        return [
            t.fitted((t.heading if each.heads else t.ink)(each.text), width)
            for each in self._paged(self._pathway, t.reading(width))
        ]

    def keys(self) -> list[Key]:
        """What can be done."""
        return [("enter", self._yes), ("escape", "back")] if self._yes else [("escape", "close")]

    def more_keys(self) -> list[Key]:
        """How a long text is read."""
        return [("↑↓", "a line"), ("PageUp PageDown", "a page"), ("home end", "its ends")]

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 10, 7)

    def action_answer(self, yes: bool) -> None:
        """Close with the answer; where nothing is asked there is none to give."""
        self.dismiss(yes and bool(self._yes))


class CardsDialog(PathwayPageDialog):
    """The cards of a pathway: what it says that is to be read, and not ticked off."""

    def __init__(self, pathway: Pathway) -> None:
        super().__init__(pathway, lambda _, width: ())

    def _head(self, width: int) -> t.Lines:
        name = t.soft(self._pathway.name)
        return [t.spread(t.strong("Cards"), name, width), t.BLANK]

    def _text(self, width: int) -> t.Lines:
        lines = [line for each in self._pathway.cards for line in _card_lines(each, width)]
        none = t.wrapped("This pathway has no cards; i shows all that it asks for.", width)
        return lines[:-1] or none


def _card_lines(card: Card, width: int) -> t.Lines:
    flowing = "\n\n".join(" ".join(each.split()) for each in card.text.split("\n\n"))
    name = t.wrapped(card.name, width, f"bold {t.SOFT}")
    return [*name, *t.wrapped(flowing, width), t.BLANK]

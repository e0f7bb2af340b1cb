"""Words for the moment: one digit chooses a card, and its two lines stand there to be said."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.library.cards import Card, CardSet
from facilitui.core.told import in_quotes
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

PARK, NORM = "park", "norm"
"""What can be done from a card."""


class CardsDialog(Dialog[str | None]):
    """The cards by their digits, then one of them, large. Closed with what is to be done."""

    BINDINGS = [
        Binding("p", "do('park')", "park", show=False),
        Binding("o", "do('norm')", "norm", show=False),
        Binding("escape,h", "leave", "leave", show=False),
    ]

    def __init__(self, cards: CardSet) -> None:
        super().__init__()
        self._cards = {str(number): card for number, card in enumerate(cards.cards, 1)}
        self._credit = cards.credit
        self._chosen: Card | None = None

    def compose(self) -> ComposeResult:
        """A heading, the cards or one of them, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            with VerticalScroll(id="page"):
                yield Panel(self._card, id="card")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        rows = self.query_one(RowList)
        rows.show([_row(digit, card) for digit, card in self._cards.items()])
        self.query_one("#page").display = False
        self.set_focus(rows)

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit_list(len(self._cards), 10, 6)
        self.fit("#page", 10, 6)

    def _head(self, width: int) -> t.Lines:
        title = self._chosen.name if self._chosen else "Words for the moment"
        told = t.plain("PRIVATE", t.SOFT)
        return [t.spread(t.strong(title), told, width), t.BLANK]

    def _card(self, width: int) -> t.Lines:
        if self._chosen is None:
            return []
        style, credit = f"bold {t.INK}", self._chosen.credit or self._credit
        first, second = (t.wrapped(in_quotes(line), width, style) for line in self._chosen.say)
        told = [t.BLANK, *t.wrapped(credit, width, t.SOFT)] if credit and self.tall else []
        return [*first, t.BLANK, *second, *told]

    def keys(self) -> list[Key]:
        """What can be done."""
        digits = (f"1-{len(self._cards)}", "another" if self._chosen else "choose")
        doing = [("p", "park it"), ("o", "call on a norm")] if self._chosen else []
        return [*doing, digits, ("escape", "back")]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses a card, also while another one is read."""
        if card := self._cards.get(event.character or ""):
            event.stop()
            self._show(card)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        self._show(self._cards[event.key])

    def _show(self, card: Card) -> None:
        self._chosen = card
        self.query_one(RowList).display = False
        self.query_one("#page").display = True
        self.set_focus(self.query_one("#page"))
        for name, draw in (("head", self._head), ("card", self._card), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def action_do(self, wish: str) -> None:
        """Park it, or call on a norm."""
        self.dismiss(wish)

    def action_leave(self) -> None:
        """Back to the session."""
        self.dismiss(None)


def _row(digit: str, card: Card) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(card.name) if marked else t.ink(card.name)
        return [t.fitted(t.join(t.soft(f"{digit}  "), name), width)]

    return Row(digit, draw)

"""A form that offers something to take over: what would change is seen before it does."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.forms.offered import Change, Offered
from facilitui.widgets.panel import Panel

NOTHING_OFFERED = "there is nothing that could be taken over here"
FIGURES = 14
"""Columns for what there is before and after."""


class OfferDialog(Dialog[bool]):
    """Asks once whether values shall be taken over; escape means no."""

    BINDINGS = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n,escape", "answer(False)", "no", show=False),
    ]

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self._offered = offered

    def compose(self) -> ComposeResult:
        """The question, what would change, what it comes to, the answers."""
        with Vertical(id="dialog"):
            yield Panel(self._draw_question)
            with VerticalScroll(id="page"):
                yield Panel(self._draw)
            yield Panel(self._draw_sums)
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 12, 8)

    def keys(self) -> list[Key]:
        """The answers."""
        return [("enter", "take over"), ("escape", "no")]

    def more_keys(self) -> list[Key]:
        """The answers' letters, and how a long list is read."""
        return [("y", "take over"), ("n", "no"), ("↑↓", "a line")]

    def _draw_question(self, width: int) -> t.Lines:
        question = t.wrapped(self._offered.question, width, f"bold {t.INK}")
        return [*question, *([t.BLANK] if self.tall else [])]

    def _draw_sums(self, width: int) -> t.Lines:
        return [*([t.BLANK] if self.tall else []), *t.wrapped(self._offered.sums, width, t.SOFT)]

    def _draw(self, width: int) -> t.Lines:
        return [line for each in self._offered.changes for line in _change_lines(each, width)]

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


def _change_lines(change: Change, width: int) -> t.Lines:
    """One thing with its figures before and after; below it why it is not another one."""
    same = change.before == change.after
    figures = change.after if same else f"{change.before} → {change.after}"
    first = t.join(t.padded(t.ink(figures), FIGURES), t.ink(change.name))
    notes = t.wrapped(change.note, width - FIGURES, t.SOFT) if change.note else []
    return [t.fitted(first, width), *t.labelled("", notes, FIGURES)]


class OfferingForm(FormDialog):
    """A form with a key that offers values for its fields."""

    BINDINGS = [Binding("ctrl+o", "offer", "offer", show=False)]

    def keys(self) -> list[Key]:
        """The offer, where there is one now."""
        offered = self._offered
        return [*super().keys(), *([("ctrl+o", offered.word)] if offered else [])]

    @property
    def _offered(self) -> Offered | None:
        """What can be taken over now."""
        return self._form.offer(self.values) if self._form.offer else None

    def action_offer(self) -> None:
        """Show what would change, and take it over where somebody says so."""
        if offered := self._offered:
            self.app.push_screen(OfferDialog(offered), self._take_over)
        else:
            self.tell(NOTHING_OFFERED)

    def _take_over(self, yes: bool | None) -> None:
        if yes and (offered := self._offered):
            for key, value in offered.values.items():
                self._fields.editors[key].value = value

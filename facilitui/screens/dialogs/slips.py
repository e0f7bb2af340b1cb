"""Typing in paper slips: a digit an answer, one slip under the other; all of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.feedback import MOST_GOALS
from facilitui.core.slips import (
    MOST_SLIPS,
    Slips,
    SlipSheet,
    as_text,
    asked_about,
    ended,
    keyed,
    moved,
    opened,
    passed,
    taken_back,
    with_attendance,
    without,
    worded,
)
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.feedback_forms import came_form, words_form
from facilitui.services.forms.form import Form, applied
from facilitui.services.heard import Heard
from facilitui.services.hearing import Hearing
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon
from facilitui.widgets.row_list import RowList
from facilitui.widgets.slips_view import asked_lines, head_lines, slip_rows

T = TypeVar("T")
KEPT_SECONDS = 0.5
_MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_CHANGES = {"space": passed, "backspace": taken_back, "enter": ended}


class SlipsDialog(Dialog[str | None]):
    """The slips so far, what the next digit answers, the keys."""

    BINDINGS = [
        Binding("escape", "leave", "leave, kept", show=False),
        Binding("ctrl+s,f2", "save", "save", show=False),
        Binding("w", "write", "words", show=False),
        Binding("a", "came", "how many came", show=False),
        Binding("g", "goals", "goals or the whole session", show=False),
        Binding("delete,x", "remove", "remove", show=False),
        Binding("u", "undo", "undo", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard, slips: Slips, told: str = "") -> None:
        super().__init__()
        self._hearing, self._session, self._told = hearing, heard.session, told
        self._goals = {each.id: each.text for each in heard.goals[:MOST_GOALS]}
        self._sheet = opened(slips)
        self._before: list[SlipSheet] = []
        self._soon = Soon(self, KEPT_SECONDS, self._keep_soon)
        self._busy = False

    def compose(self) -> ComposeResult:
        """How many came, the slips, what is next, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: head_lines(self._sheet, width), id="head")
            yield RowList(id="choices", follow=True)
            yield Panel(self._asked, id="asked")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """Show what was typed so far."""
        self._show()

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit_list(len(self._sheet.slips.responses) + 1, 14, 10)

    def keys(self) -> list[Key]:
        """What can be done."""
        return [("0-5", "answer"), ("enter", "next"), ("ctrl+s", "save")]

    def more_keys(self) -> list[Key]:
        """What is seldom needed."""
        words = [("space", "not answered"), ("w", "its words"), ("a", "how many came")]
        words += [("g", "goals or the whole session")] if self._goals else []
        mending = [("⌫", "one back"), ("x", "remove the slip"), ("u", "undo")]
        return [*words, *mending, ("arrows", "go about"), ("escape", "leave, kept")]

    @property
    def sheet(self) -> SlipSheet:
        """The slips as they are shown."""
        return self._sheet

    def on_key(self, event: events.Key) -> None:
        """A digit answers what is next; others pass, take back, end the slip, or go about."""
        sheet = _after(self._sheet, event)
        if sheet is not None:
            event.stop()
            event.prevent_default()
            self._change(sheet)

    def _change(self, sheet: SlipSheet) -> None:
        """Show other slips, and keep them soon; undo gives those back that were before."""
        if sheet.slips != self._sheet.slips:
            self._before.append(self._sheet)
            self._soon.ask()
        self._sheet, self._told = sheet, ""
        if len(sheet.slips.responses) >= MOST_SLIPS:
            self._told = f"At most {MOST_SLIPS} slips are kept together: save these first."
        self._show()

    def _show(self) -> None:
        rows = slip_rows(self._sheet)
        self.query_one(RowList).show(rows, str(self._sheet.row))
        self.on_resize()
        self.query_one("#head", Panel).show(lambda width: head_lines(self._sheet, width))
        self.query_one("#asked", Panel).show(self._asked)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _asked(self, width: int) -> t.Lines:
        return asked_lines(self._sheet, self._goals, width)

    def draw_foot(self, width: int) -> t.Lines:
        """What there is to say, then the keys."""
        told = t.labelled("!", t.wrapped(self._told, width - 2), 2) if self._told else []
        return [*([t.BLANK] if self.tall else []), *told, *self.foot(width)]

    def _tell(self, told: str) -> None:
        self._told = told
        self.query_one("#foot", Panel).show(self.draw_foot)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._sheet = self._before.pop()
            self._soon.ask()
            self._show()

    def action_remove(self) -> None:
        """Take the marked slip away; undo brings it back."""
        self._change(without(self._sheet))
        self._tell("The slip is gone; u brings it back.")

    def action_write(self) -> None:
        """Type what stands on the slip in words."""
        slip = self._sheet.here
        self._ask(words_form(slip), slip.words, worded)

    def action_came(self) -> None:
        """Type how many could have answered."""
        count = self._sheet.slips.attendance
        self._ask(came_form(count), count, with_attendance)

    def _ask(self, form: Form[T], before: T, change: Callable[[SlipSheet, T], SlipSheet]) -> None:
        """Ask for something in a form, and change the slips by it."""

        def take(values: Mapping[str, str]) -> str:
            found, told = applied(form, before, values)
            if not told:
                self._change(change(self._sheet, found))
            return told

        self.app.push_screen(FormDialog(form, take))

    def action_goals(self) -> None:
        """Ask before and now about each goal, or about the session as a whole."""
        if not self._goals:
            self._tell("No goal was planned for this session.")
        else:
            about = () if self._sheet.slips.goals else tuple(self._goals)
            self._change(asked_about(self._sheet, about))

    # Keeping

    async def _keep_soon(self) -> None:
        await self._keep()

    async def _keep(self) -> bool:
        """Keep what was typed; whether that could be done."""
        self._soon.stop()
        try:
            await self._hearing.keep_slips(self._session, self._sheet.slips)
        except FacilituiError as error:
            self._tell(str(error))
            return False
        return True

    async def unkept(self) -> tuple[Unkept, ...]:
        """The slips, where the disk does not take them."""
        if not self._soon.asked or await self._keep():
            return ()
        return (Unkept("these slips", self._told, as_text(self._sheet.slips)),)

    def action_save(self) -> None:
        """Keep the slips in the journal."""
        if not self._busy:
            self._busy = True
            self._soon.stop()
            self.run_worker(self._save())

    async def _save(self) -> None:
        try:
            entry = await self._hearing.take_slips(self._session, self._sheet.slips)
        except FacilituiError as error:
            self._busy = False
            self._tell(str(error))
        else:
            self.dismiss(entry)

    async def action_leave(self) -> None:
        """Go; what was typed is kept."""
        if not self._soon.asked or await self._keep():
            self.dismiss(None)


def _after(sheet: SlipSheet, event: events.Key) -> SlipSheet | None:
    """The slips after a key; None where it is not for them."""
    if event.character in {*"012345"}:
        return keyed(sheet, int(event.character or ""))
    if event.key in _CHANGES:
        return _CHANGES[event.key](sheet)
    return moved(sheet, *_MOVES[event.key]) if event.key in _MOVES else None

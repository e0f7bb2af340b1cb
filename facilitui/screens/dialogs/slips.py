"""Typing in paper slips: a digit an answer, one slip under the other; all of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.responses import slips as paper
from facilitui.core.responses.feedback import MOST_GOALS
from facilitui.core.responses.slips import MOST_SLIPS, Slips, SlipSheet
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.saving import Saving
from facilitui.services.forms.form import Form, applied
from facilitui.services.responses.feedback_forms import came_form, words_form
from facilitui.services.responses.heard import Heard
from facilitui.services.responses.hearing import Hearing
from facilitui.services.responses.slips_desk import MORE_TYPED, SlipsDesk
from facilitui.widgets.leaving import HoldUp
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon
from facilitui.widgets.row_list import RowList
from facilitui.widgets.slips_view import asked_lines, head_lines, slip_rows

T = TypeVar("T")
KEPT_SECONDS = 0.5
ABOVE_TALL, ABOVE_LOW = 7, 5
"""Lines of the dialog that are above the slips, its frame among them."""
FULL = f"At most {MOST_SLIPS} slips are kept together: save these first."
_DIGITS = frozenset("0123456789")
_MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_CHANGES = {"space": paper.passed, "backspace": paper.taken_back, "enter": paper.ended}


class SlipsDialog(Dialog[str | None], Saving):
    """The slips so far, what the next digit answers, the keys."""

    BINDINGS = [
        Binding("escape", "leave", "leave, kept", show=False),
        Binding("ctrl+s,f2", "save", "save", show=False),
        Binding("w", "write", "words", show=False),
        Binding("a", "came", "how many came", show=False),
        Binding("g", "goals", "goals or the whole session", show=False),
        Binding("delete,x", "remove", "remove", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("ctrl+l", "others", "other slips", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard, slips: Slips, told: str = "") -> None:
        super().__init__()
        self._desk, self._told = SlipsDesk(hearing, heard.session, slips), told
        self._goals = {each.id: each.text for each in heard.goals[:MOST_GOALS]}
        self._soon = Soon(self, KEPT_SECONDS, self._keep)
        self._hold_up = HoldUp("escape again leaves")

    def compose(self) -> ComposeResult:
        """How many came, the slips, what is next, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: head_lines(self._desk.sheet, width), id="head")
            yield RowList(id="choices", follow=True)
            yield Panel(self._asked, id="asked")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """Show what was typed so far."""
        self._show()

    def on_resize(self) -> None:
        """The keys stay in view."""
        width = self.query_one("#foot").content_size.width or self.app.size.width
        below = len(self._asked(width)) + len(self.draw_foot(width))
        rows = len(self._desk.sheet.slips.responses) + 1
        self.fit_list(rows, ABOVE_TALL + below, ABOVE_LOW + below)

    def action_show_keys(self) -> None:
        """All keys take lines from the list, and stand in the place of what was told."""
        super().action_show_keys()
        self.query_one("#asked", Panel).show(self._asked)
        self.on_resize()

    def keys(self) -> list[Key]:
        """What can be done."""
        digits = paper.digits(self._desk.sheet)
        answer = [(digits, "answer")] if digits else []
        return [*answer, ("enter", "next"), ("ctrl+s", "save")]

    def more_keys(self) -> list[Key]:
        """What is seldom needed."""
        words = [("space", "not answered"), ("w", "its words"), ("a", "how many came")]
        words += [("g", "goals or the whole session")] if self._goals else []
        mending = [("⌫", "one back"), ("x", "remove the slip"), ("u", "undo")]
        going = [("arrows", "go about"), ("ctrl+l", "other slips")]
        return [*words, *mending, *going, ("escape", "leave, kept")]

    @property
    def sheet(self) -> SlipSheet:
        """The slips as they are shown."""
        return self._desk.sheet

    def on_key(self, event: events.Key) -> None:
        """A digit answers what is next; others pass, take back, end the slip, or go about."""
        sheet = _after(self._desk.sheet, event)
        if sheet is not None:
            event.stop()
            event.prevent_default()
            self._change(sheet, _refused(self._desk.sheet, event))

    def _change(self, sheet: SlipSheet, told: str = "") -> None:
        """Show other slips, and keep them soon; undo gives those back that were before."""
        self._desk.change(sheet)
        self._told = FULL if len(sheet.slips.responses) >= MOST_SLIPS else told
        self._show_changed()

    def _show_changed(self) -> None:
        """Show the slips as they are by now, and keep them soon."""
        if not self._desk.is_kept:
            self._soon.ask()
        self._show()

    def _show(self) -> None:
        rows = slip_rows(self._desk.sheet)
        self.query_one(RowList).show(rows, str(self._desk.sheet.row))
        self.on_resize()
        self.query_one("#head", Panel).show(lambda width: head_lines(self._desk.sheet, width))
        self.query_one("#asked", Panel).show(self._asked)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _asked(self, width: int) -> t.Lines:
        lines = asked_lines(self._desk.sheet, self._goals, width)
        return lines if self.tall or not self.all_keys else lines[1:]

    def draw_foot(self, width: int) -> t.Lines:
        """What there is to say, then the keys."""
        told = t.labelled("!", t.wrapped(self._told, width - 2), 2)
        told = told if self._told and not self.all_keys else []
        return [*([t.BLANK] if self.tall else []), *told, *self.foot(width)]

    def tell(self, told: str) -> None:
        """Say something above the keys."""
        self._told = told
        self.query_one("#foot", Panel).show(self.draw_foot)
        self.on_resize()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.undo()
        self._show_changed()

    def action_remove(self) -> None:
        """Take the marked slip away; undo brings it back."""
        self._change(paper.without(self._desk.sheet))
        self.tell("The slip is gone; u brings it back.")

    def action_write(self) -> None:
        """Type what stands on the slip in words."""
        slip = self._desk.sheet.here
        self._ask(words_form(slip), slip.words, paper.worded)

    def action_came(self) -> None:
        """Type how many could have answered."""
        count = self._desk.sheet.slips.attendance
        self._ask(came_form(count), count, paper.with_attendance)

    def _ask(self, form: Form[T], before: T, change: Callable[[SlipSheet, T], SlipSheet]) -> None:
        """Ask for something in a form, and change the slips by it."""

        def take(values: Mapping[str, str]) -> str:
            found, told = applied(form, before, values)
            if not told:
                self._change(change(self._desk.sheet, found))
            return told

        self.app.push_screen(FormDialog(form, take))

    def action_goals(self) -> None:
        """Ask before and now about each goal, or about the session as a whole."""
        if not self._goals:
            self.tell("No goal was planned for this session.")
        else:
            about = () if self._desk.sheet.slips.goals else tuple(self._goals)
            self._change(paper.asked_about(self._desk.sheet, about))

    # Keeping

    async def _keep(self) -> None:
        """Keep what was typed; why that cannot be done is told."""
        try:
            await self._desk.keep()
        except FacilituiError as error:
            self.tell(str(error))

    async def unkept(self) -> tuple[Unkept, ...]:
        """The slips, where the disk does not take them."""
        self._soon.stop()
        return await self._desk.unkept()

    def action_save(self) -> None:
        """Keep the slips in the journal."""
        if self.begin_saving():
            self._save()

    @work(group="save")
    async def _save(self) -> None:
        with self.while_saving():
            if entry := await self._desk.save():
                self.dismiss(entry)
            else:
                self.tell(MORE_TYPED)

    async def action_others(self) -> None:
        """Go on with slips that were typed in another copy; these are kept."""
        if self.begin_saving():
            with self.while_saving():
                self._told = await self._desk.go_on_with_others()
                self._show()

    async def action_leave(self) -> None:
        """Go; what was typed is kept, or it is told once that it cannot be."""
        if not self.can_leave():
            return
        if told := self._hold_up.told(await self.unkept()):
            self.tell(told)
        else:
            self.dismiss(None)

    def leave_saved(self) -> None:
        """Go; what was typed since is a draft."""
        self.call_later(self.action_leave)


def _after(sheet: SlipSheet, event: events.Key) -> SlipSheet | None:
    """The slips after a key; None where it is not for them."""
    if event.character in _DIGITS:
        return paper.keyed(sheet, int(event.character or ""))
    if event.key in _CHANGES:
        return _CHANGES[event.key](sheet)
    return paper.moved(sheet, *_MOVES[event.key]) if event.key in _MOVES else None


def _refused(sheet: SlipSheet, event: events.Key) -> str:
    """Why a digit answers nothing."""
    return paper.refused(sheet, int(event.character or "")) if event.character in _DIGITS else ""

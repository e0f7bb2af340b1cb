"""The columns of a form as they would be taken, each changed by a key."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual import work
from textual.binding import Binding

from facilitui import text as t
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.column_changes import offered, words_of
from facilitui.core.responses.feedback_columns import Column
from facilitui.core.responses.form_words import Reading
from facilitui.core.safe_text import quoted
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Dialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.dialogs.word_order import NO_ORDER, Words, ask_order, can_be_ordered
from facilitui.services.responses.form_preview import (
    FormPreview,
    readings_offered,
    scales_offered,
    with_goal,
    with_item,
    with_order,
    with_reading,
    with_scale,
)
from facilitui.widgets.form_columns_view import column_rows, details, result_lines
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

WHO = "It holds addresses, so it stays out."
KNOWINGLY = "It may tell who answered"
WHY_OUT = (
    "Its question asks for a name or an address, so it is left out: answers are anonymous. Once "
    "taken, its words are kept with the answers, and may tell in reports who wrote them."
)
LOSING = "{} is left out for it; ← → give it back."
NO_LEVELS = "Only answers on a scale can be read otherwise."
NO_SCALE = "There is no other scale for it: its answers are words."
NO_SUBJECT = "Only how sure they were, and are now, is asked about one goal."
NO_GOALS = "No goal was planned for this session."
ROOMY, LOW = 5, 3
"""Lines for what becomes of the answers, on a tall screen and on a low one."""
ABOVE_TALL, ABOVE_LOW = 9, 6
"""Lines of the dialog that are never the columns', its frame among them."""
WHOLE = "*"
"""Stands for the session as a whole where a goal is chosen; no goal is called that."""
Change = Callable[[FormPreview], Awaitable[FormPreview]]


class FormColumns(Dialog[str | None]):
    """What a form's columns are taken for, in a list."""

    BINDINGS = [
        Binding("left", "turn(-1)", "another item", show=False),
        Binding("right,space", "turn(1)", "another item", show=False),
        Binding("s", "scale", "scale", show=False),
        Binding("g", "goal", "goal", show=False),
        Binding("w", "read_otherwise", "read otherwise", show=False),
        Binding("o", "order", "order its words", show=False),
        Binding("d", "details", "all of it", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.shown: FormPreview | None = None
        self.problem = ""
        self._changing = Lock()
        """One change of the columns after the other, in the order of the keys."""

    # What is shown

    def on_resize(self) -> None:
        """The keys stay in view."""
        if self.shown is not None:
            foot = self.query_one("#foot", Panel)
            width = foot.content_size.width or self.app.size.width
            below = len(self.draw_result(width)) + len(self.draw_foot(width))
            self.fit_list(2 * len(self.shown.columns), ABOVE_TALL + below, ABOVE_LOW + below)

    def action_show_keys(self) -> None:
        """Show all keys, which take their lines from the list."""
        super().action_show_keys()
        self.on_resize()

    def show(self) -> None:
        """Draw the columns, what becomes of them, the keys."""
        rows = self.query_one(RowList)
        rows.styles.display = "none" if self.shown is None else "block"
        rows.show(column_rows(self.shown) if self.shown is not None else [])
        self.query_one("#result", Panel).show(self.draw_result)
        self.query_one("#foot", Panel).show(self.draw_foot)
        self.on_resize()

    def draw_result(self, width: int) -> t.Lines:
        """What becomes of the answers as the columns are taken."""
        if self.shown is None:
            return []
        air, most = ([t.BLANK], ROOMY) if self.tall else ([], LOW - self.all_keys)
        return [*air, *result_lines(self.shown, width, most, self.doubts)]

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why what is shown may not belong here."""
        return ()

    def draw_foot(self, width: int) -> t.Lines:
        """What went wrong, then the keys."""
        lines = t.clipped(t.wrapped(self.problem, width - 2), 3, width - 2)
        told = t.labelled("!", lines, 2) if self.problem else []
        return [*([t.BLANK] if self.tall or told else []), *told, *self.foot(width)]

    def tell(self, problem: str) -> None:
        """Say something above the keys, or nothing."""
        self.problem = problem
        self.query_one("#foot", Panel).show(self.draw_foot)
        self.on_resize()

    # What is changed

    @property
    def _at(self) -> int:
        return int(self.query_one(RowList).marked or 0)

    async def _change(self, change: Change, told: str = "") -> None:
        """Make a change of the columns as they are by then, show it, and say something."""
        async with self._changing:
            if self.shown is not None:
                self.shown = await change(self.shown)
                self.problem = told or _losing(self.shown)
                self.show()

    def action_turn(self, by: int) -> None:
        """Take the marked column for the next thing, or the one before."""
        if self.shown is not None:
            at = self._at
            self._turn(self.shown.columns[at], partial(_turn, at=at, by=by))

    def _turn(self, column: Column, turn: Change) -> None:
        """Turn a column; one that may tell who answered only once somebody agrees."""
        if column.private and not column.locked and column.item is None:
            dialog = ConfirmDialog(KNOWINGLY, WHY_OUT, "take it", "leave it out")
            self.app.push_screen(dialog, lambda yes: self._turn_soon(turn) if yes else None)
        else:
            self._turn_soon(turn, WHO if column.locked else "")

    def _turn_soon(self, turn: Change, told: str = "") -> None:
        self.run_worker(self._change(turn, told))

    @work
    async def action_read_otherwise(self) -> None:
        """Read the answers of the marked column in the next way."""
        if self.shown is not None:
            at = self._at
            told = "" if self.shown.columns[at].on_scale else NO_LEVELS
            await self._change(lambda shown: with_reading(shown, at, _read_next(shown, at)), told)

    def action_scale(self) -> None:
        """Choose the scale that the marked column's answers are on."""
        if self.shown is not None:
            at, column = self._at, self.shown.columns[self._at]
            scales = {each.label: each for each in scales_offered(column)}
            dialog = _scale_dialog(column, tuple(scales))
            self._ask(dialog, lambda label: lambda shown: with_scale(shown, at, scales[label]))

    def action_order(self) -> None:
        """Put the words of the marked column in order, as its levels."""
        if self.shown is not None:
            words = words_of(self.shown.table, self.shown.columns, self._at)
            if can_be_ordered(words):
                ask_order(self.app, words, partial(self._put_in_order, self._at))
            else:
                self.tell(NO_ORDER)

    def _put_in_order(self, at: int, words: Words) -> None:
        self.run_worker(self._change(lambda shown: with_order(shown, at, words)))

    def action_goal(self) -> None:
        """Choose the goal that the marked column asks about."""
        if self.shown is not None:
            at = self._at
            dialog = _goal_dialog(self.shown.columns[at], self.shown.goals)
            self._ask(dialog, lambda goal: lambda shown: with_goal(shown, at, goal.strip(WHOLE)))

    def _ask(self, dialog: ChooseDialog | str, change: Callable[[str], Change]) -> None:
        """Let somebody choose and change the columns so, or say why there is nothing to choose."""

        def chosen(choice: str | None) -> None:
            if choice is not None:
                self.run_worker(self._change(change(choice)))

        if isinstance(dialog, str):
            self.tell(dialog)
        else:
            self.app.push_screen(dialog, chosen)

    def action_details(self) -> None:
        """Show everything that was understood, and each row that cannot be read."""
        if self.shown is not None:
            told = details(self.shown, self.doubts)
            self.app.push_screen(PageDialog(f"What {self.shown.name} says", told))


def _losing(shown: FormPreview) -> str:
    """Which column is left out by what is tried for the marked one."""
    return LOSING.format(quoted(shown.losing)) if shown.losing else ""


def _turn(shown: FormPreview, at: int, by: int) -> Awaitable[FormPreview]:
    """A form whose column is taken for what is next."""
    items = offered(shown.columns[at])
    return with_item(shown, at, items[(items.index(shown.columns[at].item) + by) % len(items)])


def _read_next(shown: FormPreview, at: int) -> Reading:
    """How a column is read next; as before, where it has no levels."""
    reading = shown.columns[at].reading
    ways = readings_offered(shown.columns[at]) or (reading,)
    return ways[(ways.index(reading) + 1) % len(ways)]


def _scale_dialog(column: Column, scales: Sequence[str]) -> ChooseDialog | str:
    """What is asked about a column's scale, or why there is nothing to ask."""
    if len(scales) < 2:
        return NO_SCALE if scales else NO_LEVELS
    choices = [Choice(label, label) for label in scales]
    return ChooseDialog("On which scale did they answer?", choices, column.scale.label)


def _goal_dialog(column: Column, goals: Sequence[Goal]) -> ChooseDialog | str:
    """What is asked about a column's goal, or why there is nothing to ask."""
    if not goals or not column.about_goal:
        return NO_GOALS if column.about_goal else NO_SUBJECT
    choices = [Choice(WHOLE, "The session as a whole")]
    choices += [Choice(each.id, f"{each.id} {each.text}") for each in goals]
    return ChooseDialog("About which goal is it?", choices, column.goal or WHOLE)

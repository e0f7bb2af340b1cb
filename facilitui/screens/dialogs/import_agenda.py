"""Taking in an agenda from a file: named, looked at with its columns, then taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import fields

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.agendas_outside.raw_table import Guess, RawTable
from facilitui.core.errors import FacilituiError, InputProblems
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form_rows import FieldName as FieldLabel
from facilitui.screens.dialogs.form_rows import Wide
from facilitui.screens.dialogs.saving import Saving
from facilitui.services.forms.form import Choices
from facilitui.services.plans.taking_in import Preview
from facilitui.widgets.fields import LineField
from facilitui.widgets.form_choices import ChoiceField
from facilitui.widgets.import_view import preview_lines
from facilitui.widgets.panel import Panel

ShowPreview = Callable[[str], Awaitable[Preview]]
WithColumns = Callable[[Preview, Guess], Preview]
Take = Callable[[Preview], Awaitable[str]]
"""Keeps an agenda as a new plan and gives that plan's name."""

_LABELS = {
    "title": "Title",
    "minutes": "Minutes",
    "start": "Starts",
    "end": "Ends",
    "lead": "Who leads",
    "note": "Notes",
}
WHAT = (
    "A list or a table in Markdown, plain text or CSV. You see what becomes of it first; "
    "nothing is kept until you take it."
)


class ImportDialog(Dialog[str | None], Saving):
    """A path, the columns as they were guessed, the blocks as they will be. Enter takes them."""

    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("enter", "take", "take", show=False),
        Binding("down", "app.focus_next", "next", show=False, priority=True),
        Binding("up", "app.focus_previous", "before", show=False, priority=True),
        Binding("pagedown", "scroll(1)", "further down", show=False, priority=True),
        Binding("pageup", "scroll(-1)", "further up", show=False, priority=True),
    ]

    def __init__(self, preview: ShowPreview, with_columns: WithColumns, take: Take) -> None:
        super().__init__()
        self._preview, self._with_columns, self._take = preview, with_columns, take
        self._shown: Preview | None = None
        self._problem = ""
        self._reading = False

    def compose(self) -> ComposeResult:
        """A heading, the path, the columns, what becomes of them, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong("Take in an agenda"), width), t.BLANK])
            with VerticalScroll(id="fields", can_focus=False):
                yield FieldLabel("File")
                yield LineField("", placeholder="~/agenda.md", compact=True, id="path")
                yield Wide(id="result", classes="section")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The path comes first."""
        self.set_focus(self.query_one("#path", LineField))
        self._show()

    def on_descendant_focus(self) -> None:
        """What enter does depends on where one is."""
        self.query_one("#foot", Panel).show(self.draw_foot)

    def on_resize(self) -> None:
        """The keys stay in view."""
        self._fit()

    def _fit(self) -> None:
        room = self.app.size.height - (10 if self.tall else 7) - len(self._told(60))
        self.query_one("#fields").styles.max_height = max(2, room)

    def keys(self) -> list[Key]:
        """What can be done."""
        if self._shown is None:
            return [("enter", "look at it"), ("escape", "leave")]
        if self.focused is not None and self.focused.id == "path":
            return [("enter", "look at it"), ("↓", "columns"), ("escape", "leave")]
        return [("enter", "take it"), ("← →", "column"), ("PgDn", "rows"), ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """Going about."""
        return [("↑↓", "move, to another file as well"), ("PgUp", "back")] if self._shown else []

    @property
    def preview(self) -> Preview | None:
        """The agenda as it is shown; none before a file was read."""
        return self._shown

    @on(Input.Submitted)
    def _read(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._shown, self._problem, self._reading = None, "", True
            self._show()
            self._look_at(event.value.strip())

    @work(exclusive=True)
    async def _look_at(self, path: str) -> None:
        try:
            self._shown = await self._preview(path)
        except InputProblems as error:
            self._problem = "; ".join(f"{each.file} {each.reason}" for each in error.problems)
        except FacilituiError as error:
            self._problem = str(error)
        self._reading = False
        await self._show_columns()
        self._show()

    async def _show_columns(self) -> None:
        """A choice for each meaning, among the columns that the file has."""
        await self.query(".column").remove()
        if self._shown is None:
            return
        await self.query_one("#fields").mount(*_rows(self._shown), before="#result")
        self.set_focus(self.query(ChoiceField).first())

    @on(ChoiceField.Changed)
    def _change_columns(self, event: ChoiceField.Changed) -> None:
        event.stop()
        if self._shown is not None:
            self._shown = self._with_columns(self._shown, self._chosen())
            self._show()

    def _chosen(self) -> Guess:
        values = {each.id or "": each.value for each in self.query(ChoiceField)}
        chosen = {key: values.get(f"column-{key}", "") for key in _LABELS}
        return Guess(**{key: int(value) if value else None for key, value in chosen.items()})

    def _show(self) -> None:
        self._fit()
        self.query_one("#result", Panel).show(self._result)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _result(self, width: int) -> t.Lines:
        if self._shown is not None:
            return preview_lines(self._shown, width)
        words = "Reading it…" if self._reading else "" if self._problem else WHAT
        return [t.BLANK, *t.wrapped(words, width, t.SOFT)] if words else []

    def draw_foot(self, width: int) -> t.Lines:
        """What went wrong, then the keys."""
        told = self._told(width)
        return [*([t.BLANK] if self.tall or told else []), *told, *self.foot(width)]

    def _told(self, width: int) -> t.Lines:
        room = width - 2
        lines = t.clipped(t.wrapped(self._problem, room), 3, room) if self._problem else []
        return t.labelled("!", lines, 2)

    def action_take(self) -> None:
        """Take what is shown."""
        if self._shown is not None and self.begin_saving():
            self._keep(self._shown)

    @work
    async def _keep(self, shown: Preview) -> None:
        with self.while_saving():
            self.dismiss(await self._take(shown))

    def tell(self, told: str) -> None:
        """Say something above the keys."""
        self._problem = told
        self._show()

    def action_scroll(self, by: int) -> None:
        """Show more of what there is."""
        page = self.query_one("#fields", VerticalScroll)
        page.scroll_page_down(animate=False) if by > 0 else page.scroll_page_up(animate=False)

    def action_leave(self) -> None:
        """Take nothing, but what is being taken."""
        if self.can_leave():
            self.leave_saved()

    def leave_saved(self) -> None:
        """Go back."""
        self.dismiss(None)


def _rows(preview: Preview) -> list[Widget]:
    """For each meaning the columns to choose from, with what the first row holds in them."""
    choices: Choices = (("", "–"), *(_column(preview.table, at) for at in range(_count(preview))))
    found: list[Widget] = []
    for part in fields(Guess):
        at = getattr(preview.guess, part.name)
        value = str(at) if at is not None else ""
        label = FieldLabel(_LABELS[part.name])
        found += [label, ChoiceField(choices, value, id=f"column-{part.name}")]
    for each in found:
        each.add_class("column")
    return found


def _count(preview: Preview) -> int:
    return len(preview.table.columns)


def _column(table: RawTable, at: int) -> tuple[str, str]:
    held = next((row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]), "")
    example = f": {held.strip()}" if held.strip() else ""
    return str(at), f"{table.columns[at]}{example}"

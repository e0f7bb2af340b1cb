"""The files that are attached to a session: added, described, let go."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.attachment import MEND_COPY, MOST_BYTES
from facilitui.core.safe_text import quoted
from facilitui.core.told import capital, size
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.services.journals.attaching import Added, Attaching, Held
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import AIR, GUTTER, RowList
from facilitui.widgets.rows import Row

EMPTY = (
    "Nothing is attached yet. Press a to copy a file in: exit tickets, student work, a photograph "
    "of a poster."
)
ABOUT = (
    f"It is copied beside your journal, up to {size(MOST_BYTES)}, and the same file is kept once. "
    "Yours stays where it is."
)
HALF = "Half written"
HALF_TOLD = "half written: enter goes on with it"
NOTE_LINES = 4
BESIDE_ROW = GUTTER + AIR + 1
"""Columns of the list that are no row's."""
BESIDE, BESIDE_SHORT = 14, 10
"""Lines of the dialog that are not its list's, in a high window and in a low one."""


class AttachmentsDialog(Dialog[None]):
    """A list, what is told of the marked one, the keys."""

    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("a", "add", "add", show=False),
        Binding("e", "describe", "describe", show=False),
        Binding("delete,backspace", "let_go", "let go", show=False),
    ]

    def __init__(self, attaching: Attaching, session: str, held: tuple[Held, ...]) -> None:
        super().__init__()
        self._attaching, self._session, self._held = attaching, session, held
        self._said, self._said_at = "", ""
        """What is told in place of the entry that it is about, while that is marked."""

    def compose(self) -> ComposeResult:
        """A heading, the list, the marked one or what went wrong, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()

    def on_resize(self) -> None:
        """The list is as high as it has to be, and the keys stay in view."""
        self.fit_list(max(1, len(self._held)), BESIDE, BESIDE_SHORT)

    def keys(self) -> list[Key]:
        """What can be done."""
        one: list[Key] = [("enter", "edit"), ("del", "let go")] if self._marked else []
        return [("a", "add"), *one, ("escape", "done")]

    @property
    def _marked(self) -> Held | None:
        key = self.query_one(RowList).marked
        return next((each for each in self._held if each.entry == key), None)

    def _head(self, width: int) -> t.Lines:
        count = t.soft(t.plural(len(self._held), "file")) if self._held else t.BLANK
        return [t.spread(t.strong("Attachments"), count, width), t.BLANK]

    def _note(self, width: int) -> t.Lines:
        if self._said and self._said_at == self.query_one(RowList).marked:
            return [t.BLANK, *t.clipped(t.wrapped(self._said, width), NOTE_LINES, width)]
        if (marked := self._marked) is None:
            return t.wrapped(EMPTY, width, t.SOFT)
        told = t.wrapped(_told(marked, width - BESIDE_ROW), width, t.SOFT)
        return [t.BLANK, *t.clipped(told, NOTE_LINES, width)]

    def _show(self, mark: str = "") -> None:
        rows = self.query_one(RowList)
        rows.display = bool(self._held)
        rows.show([_row(each) for each in self._held], mark)
        self.set_focus(rows if self._held else None)
        self.on_resize()
        self._show_marked()

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        for name, draw in (("head", self._head), ("note", self._note), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def action_add(self) -> None:
        """Name a file, which is copied in and described."""

        async def take(path: str, progress: Progress) -> Added:
            return await self._attaching.add(self._session, path, progress)

        self.app.push_screen(FileDialog("Attach a file", ABOUT, "copy it in", take), self._added)

    async def _added(self, added: Added | None) -> None:
        """Describe a new one; of one that was there before only that is told."""
        if added is None:
            return
        await self._look_again(added.entry)
        if added.told:
            self._tell(added.told)
        else:
            self.describe(added.entry)

    @on(RowList.Chosen)
    def action_describe(self) -> None:
        """Say what the marked one is."""
        if (marked := self._marked) is not None:
            self.describe(marked.entry)

    @work(exclusive=True, group="describe")
    async def describe(self, entry: str) -> None:
        """Open the form of an attachment."""
        try:
            made = await self._attaching.open(self._session, entry)
        except FacilituiError as error:
            return self._tell(str(error))
        dialog = EntryDialog(made, "what you wrote of it")
        self.app.push_screen(dialog, lambda _: self._look_again(entry))

    def action_let_go(self) -> None:
        """Take the marked one away, once that is confirmed."""
        if (marked := self._marked) is not None:
            self.app.push_screen(_question(marked), lambda yes: self._let_go(marked, yes))

    async def _let_go(self, held: Held, yes: bool | None) -> None:
        try:
            if yes:
                await self._attaching.let_go(held.entry)
        except FacilituiError as error:
            return self._tell(str(error))
        await self._look_again(held.entry)

    async def _look_again(self, mark: str = "") -> None:
        told = ""
        try:
            self._held = await self._attaching.of(self._session)
        except FacilituiError as error:
            told = str(error)
        self._show(mark)
        self._tell(told)

    def _tell(self, told: str) -> None:
        self._said, self._said_at = told, self.query_one(RowList).marked
        self._show_marked()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(held: Held) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = (t.strong if marked else t.ink)(held.attachment.name)
        return [t.spread(name, _about(held), width)]

    return Row(held.entry, draw)


def _about(held: Held) -> Content:
    """What stands at the end of a row."""
    what = HALF if held.half else held.attachment.what.label
    about = t.soft(f"{what}  {size(held.attachment.size):>7}")
    return t.join(t.accent("! "), about) if held.flaw else about


def _told(held: Held, width: int) -> str:
    """All that is known of an attachment, its name only where a row of this width cuts it."""
    it = held.attachment
    whole = t.plain(it.name).cell_length + _about(held).cell_length + 2 <= width
    agreed = "everybody in it agreed" if it.consent else "not agreed yet, so it stays private"
    goal = f"evidence for {it.goal}" if it.goal else "evidence for no goal yet"
    credit = f"by {it.credit}" if it.credit else ""
    half = HALF_TOLD if held.half else ""
    name = "" if whole else it.name
    note = " ".join(it.note.split())
    flaw = f"{held.flaw}; {MEND_COPY}" if held.flaw else ""
    parts = filter(None, (name, flaw, half, held.also, goal, agreed, credit, note))
    return capital(" · ".join(parts)) if whole else " · ".join(parts)


def _question(held: Held) -> ConfirmDialog:
    return ConfirmDialog(
        f"Let go of {quoted(held.attachment.name)}?",
        "Its copy here is deleted unless another session has it too; the file it came from is "
        "not touched. That it was attached stays in the journal.",
        yes="let it go",
        no="keep it",
    )

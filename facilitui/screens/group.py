"""Group: what a group that meets again keeps, and where its next session begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize, ScreenResume

from facilitui.commands.group import GROUP
from facilitui.core.errors import FacilituiError
from facilitui.core.plans.group import let_go, wish_keys
from facilitui.messages.going import (
    DebriefRequested,
    EntryRequested,
    PlanRequested,
    SeriesRequested,
)
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.plans.group_desk import GroupDesk
from facilitui.services.plans.group_forms import about_form, norms_form, roster_form, wish_form
from facilitui.widgets import group_view as view
from facilitui.widgets.file_bar import brief
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row, blank_row

WIDE, HIGH = 120, 36


class GroupScreen(EditingScreen[None]):
    """One group."""

    CSS_PATH = "group.tcss"
    AUTO_FOCUS = "#coming"
    commands = GROUP
    title_of_help = "Group"
    about = (
        "A group that meets again: what was promised to it, what it asked for, its norms in every "
        "version, who is in it. The plan of its next session begins with all of that."
    )

    def __init__(self, desk: GroupDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._open: Mapping[str, Callable[[str], object]] = {
            "entry": self._open_entry,
            "plan": lambda name: self.post_message(PlanRequested(name)),
            "session": lambda name: self.post_message(DebriefRequested(name)),
            "version": self._show_version,
            "wish": self._change_wish,
            "norm": lambda _: self.action_norms(),
            "member": lambda _: self.action_people(),
            "about": lambda _: self.action_about(),
        }
        """What becomes of a row, by the first word of its key; the rest of it is given."""

    def compose(self) -> ComposeResult:
        """A heading, what is to come, what is kept, the keys."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            yield RowList(id="coming")
            yield RowList(id="kept")
        yield KeyLine(GROUP)

    def on_mount(self) -> None:
        """Show the group, and look now and then whether its file is edited elsewhere."""
        self.show_all()
        self.keeping.begin()

    def show_all(self) -> None:
        """Draw everything."""
        self.show_changed()

    def show_changed(self, mark: str = "") -> None:
        """Draw everything; where there is no room for two columns they are one."""
        desk, size = self._desk, self.app.size
        airy, wide = size.height >= HIGH, size.width >= WIDE
        self.query_one("#head", Panel).show(lambda width: view.head(desk, brief(desk), width))
        coming, kept = view.coming_rows(desk, airy=airy), view.kept_rows(desk, airy=airy)
        self._coming.show(coming if wide else _one_below_another(coming, kept, airy=airy), mark)
        self._kept.show(kept if wide else [])

    @property
    def _coming(self) -> RowList:
        return self.query_one("#coming", RowList)

    @property
    def _kept(self) -> RowList:
        return self.query_one("#kept", RowList)

    @property
    def _marked(self) -> str:
        return self._kept.marked if self.focused is self._kept else self._coming.marked

    @on(Resize)
    def _resized(self) -> None:
        if self.app.size.width < WIDE and self.focused is self._kept:
            self.set_focus(self._coming)
        self.call_after_refresh(self.show_all)

    @on(ScreenResume)
    async def look_around(self) -> None:
        """A plan or a debrief may have been written meanwhile."""
        try:
            await self._desk.look_around()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        self.changed()

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open what is marked, or the form it is changed in."""
        what, _, name = self._marked.partition(" ")
        if what in self._open:
            self._open[what](name)

    def _open_entry(self, entry: str) -> None:
        if entry:
            self.post_message(EntryRequested(entry))
        else:
            self.tell("It was written into a plan by hand; no debrief holds it.")

    def _show_version(self, number: str) -> None:
        versions = {str(each.version): each for each in self._desk.group.norms}
        if number in versions:
            told = view.version_text(versions[number])
            self.app.push_screen(PageDialog(f"Norms, version {number}", told))

    def _change_wish(self, key: str) -> None:
        """Change a wish, unless another program has taken it away since it was drawn."""
        if key in wish_keys(self._desk.group):
            self.edit(wish_form(self._desk.group, key))

    async def action_next_session(self) -> None:
        """Plan the next session, once the file says what is shown here."""
        await self.keeping.write()
        if self._desk.conflict:
            self.tell(f"The file {self._desk.conflict.brief}: f settles what counts.", problem=True)
        elif not self._desk.unwritten:
            self.post_message(SeriesRequested("", self._desk.group.id))

    def action_norms(self) -> None:
        """Change the norms."""
        self.edit(norms_form(self._desk.group, self._desk.today))

    def action_people(self) -> None:
        """Change who is in it."""
        self.edit(roster_form(self._desk.group))

    def action_about(self) -> None:
        """Change the name and the note."""
        self.edit(about_form(self._desk.group))

    def action_wish(self) -> None:
        """Write down one wish more."""
        self.edit(wish_form(self._desk.group))

    def action_let_go(self) -> None:
        """Let the marked wish go, or wish for it again."""
        what, _, key = self._marked.partition(" ")
        if what == "wish":
            self.change(lambda group: let_go(group, key), "let go")
        else:
            self.tell("Only a wish can be let go: mark one.")

    def action_other_side(self) -> None:
        """Go between what is to come and what is kept."""
        if self._kept.display:
            self.set_focus(self._coming if self.focused is self._kept else self._kept)


def _one_below_another(first: list[Row], second: list[Row], *, airy: bool) -> list[Row]:
    return [*first, *[blank_row()] * (2 if airy else 1), *second]

"""Library: protocols and agendas, to look at, to begin with, or to choose one from."""

from __future__ import annotations

from textual import work

from facilitui import text as t
from facilitui.commands.library import LIBRARY
from facilitui.core.ports import Shelf
from facilitui.core.vocabulary import Mode
from facilitui.messages import ModeRequested, NewPlanRequested
from facilitui.services.planning import Planning
from facilitui.widgets import library_page as page
from facilitui.widgets import library_view as view
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import Row


class LibraryScreen(BrowseScreen[str | None]):
    """The shelf. As a picker it is dismissed with a protocol's id, or with nothing."""

    CSS_PATH = "library.tcss"
    commands = LIBRARY
    heading = "Library"
    searched = "name or purpose"
    all_problems = "`facilitui check` names them all"
    title_of_help = "Library"
    about = (
        "Protocols by what they are for, with the minutes they usually take for the group, and "
        "agendas that a plan can begin with. ⌁ is silent work. A file of your own in the "
        "protocols or agendas folder of your data takes the place of the one of that name."
    )

    def __init__(
        self,
        planning: Planning,
        *,
        picking: bool = False,
        people: int = 0,
        mode: Mode | None = None,
    ) -> None:
        super().__init__()
        self._planning = planning
        self._picking = picking
        if picking:
            self.heading, self.leave_word = "Choose a protocol", "leave"
        self._situation = view.Situation(people, mode)
        self._shelf = Shelf()
        self._agendas_shown = False
        self._by_time = False
        self._loaded = False

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Read the shelf, anew where a file changed."""
        self._shelf = await self._planning.shelf()
        self._loaded = True
        self.show_problems(self._shelf.problems)
        self.look_up()

    def look_up(self) -> None:
        """Show what the words leave of the shelf."""
        if not self._loaded:
            return
        rows, count = self._agenda_list() if self._agendas_shown else self._protocol_list()
        heads = self._column_lines if rows else lambda width: []
        self.query_one("#columns", Panel).show(heads)
        self.show_list(self.search_line.value, rows, count, self._nothing)

    def _protocol_list(self) -> tuple[list[Row], str]:
        found = view.found_protocols(self._shelf.protocols, self.words)
        rows = view.protocol_rows(found, self._situation, self.words, by_time=self._by_time)
        people = self._situation.people
        told = f"{len(found)} for {people} people" if people else t.plural(len(found), "protocol")
        return rows, told

    def _agenda_list(self) -> tuple[list[Row], str]:
        found = view.found_agendas(self._shelf.agendas, self.words)
        rows = view.agenda_rows(found, self._shelf.protocols, self.words)
        return rows, t.plural(len(found), "agenda")

    def _column_lines(self, width: int) -> t.Lines:
        return view.column_lines("people", width)

    def _nothing(self, width: int) -> t.Lines:
        what = "agenda" if self._agendas_shown else "protocol"
        if self.words:
            return view.nothing_found(self.search_line.value, what, width)
        return view.empty_lines(what, width)

    def show_page_of(self, key: str) -> None:
        """Show a protocol or an agenda."""
        protocols, plan = self._shelf.protocols, self._shelf.agendas.get(key)
        if self._agendas_shown and plan is not None:
            self.page.show(
                f"agenda {key}", lambda width: page.agenda_lines(key, plan, protocols, width)
            )
        elif (protocol := protocols.get(key)) is not None:
            self.page.show(key, lambda width: page.protocol_lines(protocol, self._situation, width))

    def choose(self, key: str) -> None:
        """Hand the protocol over, begin a plan with the agenda, or read the protocol."""
        if self._picking:
            self.dismiss(key)
        elif self._agendas_shown:
            self.post_message(NewPlanRequested(agenda=key))
        else:
            self.open_page()

    def leave(self) -> None:
        """Choose nothing, or go home."""
        if self._picking:
            self.dismiss(None)
        else:
            self.post_message(ModeRequested("home"))

    def words_of_keys(self) -> dict[str, str]:
        """What the keys do with what is shown."""
        using = "use" if self._picking else "plan with it" if self._agendas_shown else ""
        words = super().words_of_keys()
        words.setdefault("choose", using or ("" if self.reading else "read"))
        words["look"] = "look" if using and not (self.beside or self.reading) else ""
        words["other_kind"] = self._other_kind
        words["order"] = "" if self._agendas_shown else "by purpose" if self._by_time else "by time"
        return {**words, "other_kind": "", "order": ""} if self.reading else words

    @property
    def _other_kind(self) -> str:
        """What tab goes to; a picker has protocols only."""
        return "" if self._picking else "protocols" if self._agendas_shown else "agendas"

    def action_look(self) -> None:
        """Look at what is marked."""
        if self.rows.marked:
            self.open_page()

    def action_other_kind(self) -> None:
        """Go between protocols and agendas."""
        if not self._picking:
            self.close_page()
            self._agendas_shown = not self._agendas_shown
            self.look_up()

    def action_order(self) -> None:
        """Order by purpose, or by time."""
        self.close_page()
        self._by_time = not self._by_time
        self.look_up()

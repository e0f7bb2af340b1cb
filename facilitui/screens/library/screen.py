"""Library: protocols and agendas, to look at or to begin with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on, work
from textual.app import ComposeResult

from facilitui import text as t
from facilitui.commands.library import LIBRARY
from facilitui.core.errors import NotSaved
from facilitui.core.library.search_words import asked
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.core.plans.planning_ports import Favourites
from facilitui.core.trends.drift import NEVER_RUN, Drifts
from facilitui.messages.going import ModeRequested, NewPlanRequested, ProtocolEditRequested
from facilitui.screens.library.filtering import Filtering
from facilitui.services.library.shelving import Shelving
from facilitui.services.plans.planning import Planning
from facilitui.widgets import library_filters as filters
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.library_agenda import agenda_lines
from facilitui.widgets.library_list import Listing, listed_agendas, listed_protocols
from facilitui.widgets.library_page import protocol_lines
from facilitui.widgets.library_view import column_lines
from facilitui.widgets.panel import Panel

NOTHING_WANTED = ShelfFilter()


class LibraryScreen(BrowseScreen[str | None]):
    """The shelf."""

    CSS_PATH = "library.tcss"
    commands = LIBRARY
    heading = "Library"
    searched = "name, purpose, roles, steps"
    all_problems = "`facilitui check` names them all"
    title_of_help = "Library"
    about = (
        "Protocols by what they are for, with the minutes they usually take for the group, and "
        "agendas that a plan can begin with. ⌁ is silent work, ★ a favourite. What is made for "
        "other groups than yours, or for another way of meeting, is hidden until h shows it. "
        "Figures may be typed in the search: data 45 min, 20 people. A file of your own in the "
        "protocols or agendas folder of your data takes the place of the one of that name."
    )

    def __init__(
        self,
        planning: Planning,
        favourites: Favourites,
        remember: Callable[[], Awaitable[Drifts]],
        wanted: ShelfFilter = NOTHING_WANTED,
        minutes: float = 0,
    ) -> None:
        """`remember` tells how protocols went so far. `wanted` is looked for from the start;
        minutes are what a plan has left.

        Time is not looked for until somebody asks for it: a full plan would hide everything.
        """
        super().__init__()
        self._filtering = Filtering(self, wanted, max(0, minutes))
        self._shelving = Shelving(planning, favourites)
        self._remember, self._drifts = remember, NEVER_RUN
        self._by_time = False
        self._loaded = False
        self._written = ""
        """The protocol that was written last, until it is marked."""

    def compose_filters(self) -> ComposeResult:
        """What the list is filtered by."""
        yield filters.FilterLine(self._filtering.pieces(""))

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Read the shelf, anew where a file changed; then how protocols went, which may take."""
        await self._shelving.load()
        self._loaded = True
        self.show_problems(self._shelving.shelf.problems)
        self.look_up()
        self._drifts = await self._remember()
        self.show_soon()

    def look_up(self) -> None:
        """Show what the words and the filters leave of the shelf."""
        query = self.search_line.value
        self.query_one(filters.FilterLine).offer(self._filtering.pieces(query))
        if not self._loaded:
            return
        listing = self._listing(query)
        heads = self._column_lines if listing.rows else lambda width: []
        self.query_one("#columns", Panel).show(heads)
        self.query_one("#more", Panel).show(listing.below)
        mark, self._written = self._written, ""
        self.show_list(query, listing.rows, listing.count, listing.said, mark)

    def _listing(self, query: str) -> Listing:
        wanted, keys = self._filtering.wanted, self._filtering.keys
        if self._agendas_shown:
            return listed_agendas(self._shelving, query, wanted, keys)
        mark = self._written or self.rows.marked
        return listed_protocols(
            self._shelving, query, wanted, keys, by_time=self._by_time, mark=mark
        )

    @property
    def _agendas_shown(self) -> bool:
        return self._filtering.of_agendas

    def _column_lines(self, width: int) -> t.Lines:
        return column_lines("people", width)

    def show_page_of(self, key: str) -> None:
        """Show a protocol or an agenda."""
        shelf, wanted = self._shelving.shelf, asked(self.found_with, self._filtering.wanted)[1]
        if self._agendas_shown:
            plan = shelf.agendas[key]
            self.page.show(
                f"agenda {key}", lambda width: agenda_lines(key, plan, shelf.protocols, width)
            )
        elif offer := self._shelving.offer(key, wanted):
            drift = self._drifts.get(key)
            self.page.show(key, lambda width: protocol_lines(offer, wanted, drift, width))

    def choose(self, key: str) -> None:
        """Begin a plan with the agenda, or read the protocol."""
        if self._agendas_shown:
            self.post_message(NewPlanRequested(agenda=key))
        else:
            self.open_page()

    def action_choose(self) -> None:
        """Choose what is marked; where a search finds nothing, let letters be keys again."""
        if not self.rows.marked:
            self.set_focus(self.query_one(self.resting))
        super().action_choose()

    def leave(self) -> None:
        """Go home."""
        self.post_message(ModeRequested("home"))

    def words_of_keys(self) -> dict[str, str]:
        """What the keys do with what is shown."""
        using = "plan with it" if self._agendas_shown else ""
        words = super().words_of_keys()
        words.setdefault("choose", using or ("" if self.reading else "read"))
        words["look"] = "look" if using and not (self.beside or self.reading) else ""
        words["other_kind"] = "protocols" if self._agendas_shown else "agendas"
        words["order"] = "" if self._agendas_shown else "by purpose" if self._by_time else "by time"
        if self.search_line.has_focus and not self.rows.marked:
            words["choose"] = "keys"
        words["star"] = "star" if self.rows.marked else ""
        if self._agendas_shown:
            words["change"] = words["write"] = ""
        elif not self.rows.marked:
            words["change"] = ""
        return {**words, "other_kind": "", "order": ""} if self.reading else words

    def action_look(self) -> None:
        """Look at what is marked."""
        if self.rows.marked:
            self.open_page()

    def action_other_kind(self) -> None:
        """Go between protocols and agendas."""
        self.close_page()
        self._filtering.of_agendas = not self._agendas_shown
        self.look_up()

    def action_order(self) -> None:
        """Order by purpose, or by time."""
        self.close_page()
        self._by_time = not self._by_time
        self.look_up()

    @work
    async def action_star(self) -> None:
        """Make what is marked a favourite, or no longer."""
        if not self.rows.marked:
            return
        try:
            await self._shelving.star(self.rows.marked, agenda=self._agendas_shown)
        except NotSaved as error:
            self.tell(str(error), problem=True)
        self.look_up()

    def action_write(self) -> None:
        """Write a protocol of one's own."""
        if not self._agendas_shown:
            self.post_message(ProtocolEditRequested(written=self._go_to_written))

    def action_change(self, copy: bool = False) -> None:
        """Change the marked protocol, or make another one of it."""
        if self.rows.marked and not self._agendas_shown:
            asking = ProtocolEditRequested(self.rows.marked, copy, self._go_to_written)
            self.post_message(asking)

    def _go_to_written(self, protocol: str | None) -> None:
        """Mark what was written, once the shelf has been read with it."""
        self._written = protocol or ""

    def action_filter(self, name: str) -> None:
        """Set a filter to its next word, or ask for its number."""
        self._filtering.set_next(Facet(name), self._filter)

    def action_clear(self) -> None:
        """Let all filters go."""
        self._filtering.clear()
        self._filter()

    def action_unfit(self) -> None:
        """Show what is made for others as well, or hide it again."""
        self._filtering.turn_unfit()
        self._filter()

    def _filter(self) -> None:
        self.close_page()
        self.look_up()

    @on(filters.FilterLine.Clicked)
    def _take_clicked(self, event: filters.FilterLine.Clicked) -> None:
        if event.name == filters.CLEARING:
            self.action_clear()
        else:
            self.action_filter(event.name)

"""What the library is filtered by, as the keys, the clicks and the search line set it."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core import numbers
from facilitui.core.library.search_words import asked
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.screens.dialogs.number import NumberDialog
from facilitui.widgets import library_filters as filters
from facilitui.widgets.library_list import OF_AGENDAS, OF_PROTOCOLS
from facilitui.widgets.paper_screen import PaperScreen

MOST_PEOPLE, MOST_MINUTES = 1000, 1440
ASKED = {
    Facet.PEOPLE: ("For how many people?", "People", numbers.count, MOST_PEOPLE),
    Facet.MINUTES: ("In how many minutes at most?", "Minutes", numbers.minutes, MOST_MINUTES),
}
"""What is typed as a number: the question, its label, its reader, the most there can be."""


class Filtering:
    """The filter of one screen, and the questions about it."""

    def __init__(
        self, screen: PaperScreen[str | None], wanted: ShelfFilter, free: float = 0
    ) -> None:
        """`free` are the minutes that a plan has left."""
        self._screen = screen
        self._free = free
        self.keys = filters.keys_of(screen.commands)
        """What each of them is set with."""
        self.wanted = wanted
        self.of_agendas = False
        """Whether agendas are filtered, for which less means something."""

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What can be filtered by now."""
        return OF_AGENDAS if self.of_agendas else OF_PROTOCOLS

    def pieces(self, query: str) -> tuple[filters.Piece, ...]:
        """The filters as they are shown, with the figures of the query."""
        return filters.pieces(asked(query, self.wanted)[1], self.facets, self.keys, self._free)

    def set_next(self, facet: Facet, then: Callable[[], None]) -> None:
        """Set a filter to its next word, or ask for its number; `then` is called once it is set."""
        if facet in ASKED and facet in self.facets:
            self._ask(facet, then)
        elif facet in self.facets:
            self.wanted = self.wanted.turned(facet)
            then()

    def _ask(self, facet: Facet, then: Callable[[], None]) -> None:
        def take(number: int | None) -> None:
            if number is not None:
                self.wanted = self.wanted.having({facet: number})
                then()

        question, label, read, most = ASKED[facet]
        now = {Facet.PEOPLE: self.wanted.people, Facet.MINUTES: self.wanted.minutes or self._free}
        self._screen.app.push_screen(NumberDialog(question, label, now[facet], read, most), take)

    def clear(self) -> None:
        """Let all filters go."""
        self.wanted = self.wanted.without(*self.facets)

    def turn_unfit(self) -> None:
        """Show what is made for others, or hide it again."""
        self.wanted = self.wanted.with_unfit(not self.wanted.unfit)

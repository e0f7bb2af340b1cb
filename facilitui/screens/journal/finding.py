"""Finding entries as one types: the list, what is asked for, and the kinds that are shown alone."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.journals.journal_passages import Passages
from facilitui.core.journals.journal_pieces import settled
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.messages.asked import Asked
from facilitui.messages.going import ModeRequested
from facilitui.screens.journal.of_entry import OfEntry
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.shown import AT_MOST, Shown
from facilitui.widgets import journal_view as view
from facilitui.widgets.filter_line import FilterLine
from facilitui.widgets.journal_asked import asked_below
from facilitui.widgets.made_later import MadeLater
from facilitui.widgets.panel import Panel
from facilitui.widgets.rows import Row

SOON_SECONDS = 0.3
"""Seconds after which it is said that entries are still being read."""
READING = "Reading …"


class FoundEntries(MadeLater, OfEntry):
    """The entries that are found, the newest first; keys wait until one of them is marked."""

    _reviewing: Reviewing

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, EntryRow] = {}
        self._shown = Shown((), 0)
        """What the list was made of."""
        self._passages: Passages = {}
        """Where words were found that no row says by itself."""
        self._group = ""
        """The kinds that alone are shown; empty for all."""
        self._has_kinds = False
        """Whether several kinds were ever told, which stay told when a search leaves only one."""
        self._unsaved: frozenset[str] = frozenset()
        """The entries with changes, or scores, that were never saved."""
        self.way_back: Asked | None = None
        """What leads back from the entry that is read, where it was asked for elsewhere."""
        self._is_listed = False
        """Whether the list is what was asked for last."""
        self._to_open = ""
        """The entry that somebody else asked for, until it is marked and read: keys wait for it."""
        self._reads = ""
        """The entry that the page is of, or will be once it is read."""

    def make_search_line(self) -> FilterLine:
        """Filters can be typed into it."""
        return FilterLine(f"/ {self.searched}", self._reviewing.searching.known)

    def compose_filters(self) -> ComposeResult:
        """What is asked for, and how many entries there are of each kind."""
        yield Panel(id="asked")
        yield Panel(id="kinds")

    def load(self) -> None:
        """Everything is read anew with every look."""
        self.look_up()
        self._look_for_unsaved()

    @work(exclusive=True, group="unsaved")
    async def _look_for_unsaved(self) -> None:
        """Tell of the entries that are shown which have more that was typed and never saved."""
        before, self._unsaved = self._unsaved, await self._reviewing.unsaved.entry_ids()
        if before != self._unsaved:
            self.look_up()

    @property
    def at_most(self) -> int:
        """How many entries are needed at once."""
        return AT_MOST

    @work(exclusive=True, group="find")
    async def look_up(self) -> None:
        """Find entries, the newest first where many are still read; a newer search goes before."""
        query, group = self.search_line.value, self._group
        asked = settled(query, self.search_line.cursor_position)
        async for shown in self._reviewing.searching.finding(asked, group, self.at_most):
            seen = shown.rows[:AT_MOST]
            self._take(query, shown, await self._reviewing.passages(seen, shown.words))

    def _take(self, query: str, shown: Shown, passages: Passages) -> None:
        self._rows = {row.id: row for row in shown.rows}
        self._shown, self._passages = shown, passages
        self.ready, self.found_all = True, shown.complete
        asked = bool(shown.words or shown.filters)
        total = len(shown.rows) + shown.more
        found = f"{total} found" if asked else t.plural(total, "entry", "entries")
        self.show_problems(shown.problems)
        more = self.left_out
        self.query_one("#more", Panel).show(lambda width: view.more_lines(shown, more, width))
        rows = self.rows_of(shown, passages)
        nothing = view.empty_lines(shown)
        if asked and not self.empty:
            nothing = view.nothing_found(query, shown, self._reviewing.searching.known)
        count = found if shown.complete else f"{found} so far"
        self.show_list(query, rows, count, nothing, self._to_open or self.take_mark())
        if self._to_open and self._reads != self._to_open:
            self.open_page()
            self.show_page_of(self._to_open)
        self.look_whether_opened()

    def rows_of(self, shown: Shown, passages: Passages) -> list[Row]:
        """What is found as rows of the list."""
        airy, unsaved = self.has_class("-high"), self._unsaved
        return view.entry_rows(shown, airy=airy, parts=passages, unsaved=unsaved)

    @property
    def left_out(self) -> int:
        """How many more there are than the list has."""
        return self._shown.more

    @property
    def empty(self) -> str:
        """That the whole journal holds nothing, whatever is searched for."""
        shown, known = self._shown, self._reviewing.searching.known
        nothing = shown.complete and not shown.rows and not known("kind")
        return view.lacking_told(shown) if nothing else ""

    def take_mark(self) -> str:
        """The key of the row that is to be marked this once; empty for where the cursor was."""
        return ""

    def show_asked(self) -> None:
        """Say below the search what is asked for, and how much there is of each kind."""
        shown, group, airy = self._shown, self._group, not self.has_class("-short")
        several = self._has_kinds = self._has_kinds or len(shown.counts) > 1
        gap = 2 if self.has_class("-wide") or not (several or group) else 1
        below = asked_below(self.query_one(FilterLine), shown, self.found_with)

        def asked(width: int) -> t.Lines:
            lines = below(width)
            return [*lines, *[t.BLANK] * (gap - len(lines))] if airy else lines

        def kinds(width: int) -> t.Lines:
            return view.kind_lines(shown.counts, group, width, airy=airy, several=several)

        self.query_one("#asked", Panel).show(asked)
        self.query_one("#kinds", Panel).show(kinds)

    def set_out(self) -> None:
        """What can be asked for stands there while nothing is typed."""
        super().set_out()
        self.show_asked()

    def look_whether_opened(self) -> None:
        """What was asked for is there once it is read, and marked where the list has it."""
        entry = self._to_open
        there = self.page.shows == entry and (self.found_all or self.rows.marked == entry)
        elsewhere = self.found_all and self._reads not in ("", entry)
        if self._is_listed and (there or elsewhere):
            self._to_open = ""
        super().look_whether_opened()

    @property
    def shows_looked_at(self) -> bool:
        """Whether the page is of the entry that is looked at, if there is room for both."""
        row, key = self.looked_at(), self._reads if self.reading else ""
        of_it = key or (row.id if row is not None and self.beside else "")
        return not self._to_open and of_it in ("", self.page.shows.removesuffix(" d"))

    @property
    def ready(self) -> bool:
        """Whether keys mean what is seen: the list, and on it and on its page the same entry."""
        return self._is_listed and not self._to_open and not self.waits_for_page

    @ready.setter
    def ready(self, listed: bool) -> None:
        self._is_listed = listed

    def words_of_keys(self) -> dict[str, str]:
        """Where kinds alone are shown, escape shows all; one kind alone has no others."""
        words = super().words_of_keys()
        if self._group and not self.searching and not self.reading:
            words["leave"] = "all kinds"
        if len(self._shown.counts) < 2 and not self._group:
            words["other_kind"] = ""
        return words

    def leave(self) -> None:
        """Show all kinds again, else go home."""
        if self._group:
            self.show_group("")
        else:
            self.post_message(ModeRequested("home"))

    def action_other_kind(self, by: int = 1) -> None:
        """Show the entries of the next kind alone, all of them after the last; -1 goes back."""
        self.close_page()
        self.show_group(view.after(self._group, self._shown.counts, by))

    def show_group(self, group: str) -> None:
        """Show the entries of some kinds alone."""
        self._group = group
        self.list_anew()

    def list_anew(self) -> None:
        """Look up what makes another list; keys wait for it, as they are not meant for this one."""
        self.ready = False
        self.look_up()
        self.set_timer(SOON_SECONDS, self._tell_of_reading)

    def _tell_of_reading(self) -> None:
        if not self.ready:
            self.tell(READING, still=lambda: not self.ready)

    def open_entry(self, entry: str) -> None:
        """Open an entry; where a search or a kind hides it, all are shown again."""
        if entry not in self._rows:
            self.show_all()
        self._to_open, self._reads = entry, ""
        self.list_anew()

    def show_all(self) -> None:
        """Ask for everything."""
        self._group = ""
        self.ask("")

    def ask(self, query: str) -> None:
        """Put a query into the search line, which is looked up by whoever asks."""
        with self.prevent(Input.Changed):
            self.search_line.value = query
        self.search_line.cursor_position = len(query)

    @on(Input.Changed)
    @on(Key)
    def _let_keys_go_before(self) -> None:
        self._reviewing.searching.way.give()

    def open_for(self, entry: str, back: Asked | None) -> None:
        """Open an entry among all; `back` is asked for when it is left."""
        self.show_all()
        self.open_entry(entry)
        self.way_back = back

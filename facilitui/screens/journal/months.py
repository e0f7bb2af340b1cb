"""The journal by months: how much each holds, and from there to its entries and back."""

from __future__ import annotations

from facilitui.core.journals.entries import group_of
from facilitui.core.journals.journal_passages import Passages
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.timeline import NO_MONTH, Month, timeline
from facilitui.screens.journal.reading import ReadEntries
from facilitui.services.journals.shown import Shown
from facilitui.widgets import journal_months as view
from facilitui.widgets.panel import Panel
from facilitui.widgets.rows import Row

ALL = 10**9
UNDATED = "What has no date stands at the end of the list."


class EntriesByMonth(ReadEntries):
    """The entries that are found, or the months that they are of."""

    def __init__(self) -> None:
        super().__init__()
        self.by_month = False
        """Whether months are listed."""
        self._months: dict[str, Month] = {}
        """Those that are listed, by the keys of their rows; none while entries are."""
        self._came_from: tuple[str, str, str] = "", "", ""
        """The query that shows one month alone, the one before it, and the month's key."""
        self._month_to_mark = ""

    @property
    def at_most(self) -> int:
        """Months count all that is found."""
        return ALL if self.by_month else super().at_most

    @property
    def left_out(self) -> int:
        """Months leave nothing out."""
        return 0 if self.by_month else super().left_out

    def take_mark(self) -> str:
        """The month that one comes back to."""
        key, self._month_to_mark = self._month_to_mark, ""
        return key

    def rows_of(self, shown: Shown, passages: Passages) -> list[Row]:
        """The months, where these are listed."""
        if not self.by_month:
            self._months = {}
            self._show_legend(())
            return super().rows_of(shown, passages)
        months = timeline((row.facets.day, group_of(row.kind)) for row in shown.rows)
        self._months = {each.name or view.NO_DATE: each for each in months if each.total}
        self._show_legend(months)
        return view.month_rows(months, airy=self.has_class("-high"))

    def _show_legend(self, months: tuple[Month, ...]) -> None:
        airy = self.has_class("-high")
        columns = self.query_one("#columns", Panel)
        columns.show(lambda width: view.legend_lines(months, width, airy=airy))

    def action_months(self) -> None:
        """List the months of what is found, or its entries again; of nothing there are none."""
        if self.empty:
            return self.tell(self.empty)
        self.close_page()
        self.set_focus(self.rows)
        self._list(by_month=not self.by_month, mark="" if self.by_month else self._marked_month())

    def _list(self, *, by_month: bool, mark: str = "") -> None:
        """List the one or the other."""
        self.by_month, self._month_to_mark = by_month, mark
        self.list_anew()

    def _marked_month(self) -> str:
        row = self._rows.get(self.rows.marked)
        return (row.facets.day[:7] or view.NO_DATE) if row is not None else ""

    def choose(self, key: str) -> None:
        """Enter on a month shows its entries."""
        month = self._months.get(key)
        if month is None:
            super().choose(key)
        elif month.name == NO_MONTH:
            self.tell(UNDATED)
        else:
            self._show_month(key)

    def _show_month(self, key: str) -> None:
        before = self.search_line.value
        query = " ".join(filter(None, (before.strip(), f"date:{key}")))
        self._came_from = query, before, key
        self.ask(query)
        self._list(by_month=False)

    def show_marked(self) -> None:
        """A month's page is what it holds."""
        month = self._months.get(self.rows.marked)
        if month is None:
            return super().show_marked()
        of_it = [each for each in self._shown.rows if each.facets.day[:7] == month.name]
        rows = of_it[: view.MOST_ON_PAGE]
        self._opened = None
        self.page.show(month.name, lambda width: view.month_lines(month, rows, width))

    def action_leave(self) -> None:
        """From a month's entries back to the months, from the months to the entries."""
        query, before, key = self._came_from
        if not self.reading and query and self.search_line.value == query:
            self._came_from = "", "", ""
            self.ask(before)
            self.set_focus(self.rows)
            self._list(by_month=True, mark=key)
        elif not self.reading and self.by_month and not self.search_line.has_focus:
            self.action_months()
        else:
            super().action_leave()

    def looked_at(self) -> EntryRow | None:
        """No entry is marked where months are."""
        return None if self.by_month and not self.reading else super().looked_at()

    def open_entry(self, entry: str) -> None:
        """An entry is opened from among entries."""
        self.by_month = False
        super().open_entry(entry)

    def words_of_keys(self) -> dict[str, str]:
        """What keys do among months."""
        words = super().words_of_keys()
        at_a_month = bool(self._came_from[0]) and self.search_line.value == self._came_from[0]
        if self.by_month and not self.reading:
            words |= dict.fromkeys(("next_belonging", "changes", "months"), "")
            words["choose"] = "its entries" if self.rows.marked else ""
            words["leave"] = "leave search" if self.search_line.has_focus else "all entries"
        elif at_a_month and not self.reading:
            words["leave"] = "months"
        return words

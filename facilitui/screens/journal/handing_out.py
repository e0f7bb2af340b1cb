"""Exporting what is shown."""

from __future__ import annotations

from facilitui.messages.evidence import TakingAlongRequested
from facilitui.screens.journal.months import EntriesByMonth

NOTHING = "Nothing is shown that could be exported."


class HandedOut(EntriesByMonth):
    """Entries, all that are found of which can be taken along as a file."""

    def action_take_along(self) -> None:
        """Write a file of all that is found, however little of it the list shows."""
        if not self._shown.rows:
            self.tell_lack(NOTHING)
        else:
            query = self.search_line.value
            self.post_message(TakingAlongRequested(query, self._group))

    def words_of_keys(self) -> dict[str, str]:
        """Nothing is taken along, and no months are listed, of nothing."""
        words = super().words_of_keys()
        nothing = () if self._shown.rows else ("take_along", "months", "trends")
        return words | dict.fromkeys(nothing, "")

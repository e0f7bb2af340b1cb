"""A search line in which filters can be typed, and completed by tab."""

from __future__ import annotations

from textual.binding import Binding
from textual.suggester import Suggester

from facilitui.core.journal_facets import FILTERS
from facilitui.core.journal_query import Completion, Known, next_completion
from facilitui.widgets.search_line import SearchLine

NAMES = " ".join(f"{name}:" for name in FILTERS)
"""All filters, as they are typed."""
NOTHING_TO_COMPLETE = f"Nothing to complete: tab completes {NAMES}"
UNASKED_FROM = 2
"""From so many letters on the name of a filter is shown unasked; any word begins with one."""


class FilterLine(SearchLine):
    """What tab would make of it is shown faintly behind what is typed; right arrow takes it too."""

    DEFAULT_CSS = """
    FilterLine > .input--suggestion { color: $ink2; text-style: italic; }
    """
    BINDINGS = [
        Binding("tab", "complete", "complete", show=False),
        Binding("shift+tab", "complete(-1)", "complete", show=False),
    ]

    def __init__(self, placeholder: str, known: Known) -> None:
        """`known` gives what there is for a filter, most frequent first."""
        super().__init__(placeholder)
        self._known = known
        self._offered: tuple[Completion, ...] = ()
        """What tab went through last."""
        self.suggester = _Faintly(self)

    @property
    def completes(self) -> bool:
        """Whether there is something that tab would make of it."""
        at, offered = self.cursor_position, self._offered
        return next_completion(self.value, at, self._known, offered)[0] is not None

    def action_complete(self, by: int = 1) -> None:
        """Complete the filter or the value at the cursor; again, take the next one there is.

        Where `by` is -1, the one before.
        """
        at = Completion(self.value, self.cursor_position)
        made, self._offered = next_completion(at.line, at.cursor, self._known, self._offered, by)
        if made == at:  # it was the only one: its value comes next
            made, self._offered = next_completion(at.line, at.cursor, self._known, (), by)
        if made is None:
            self.post_message(self.Refused(NOTHING_TO_COMPLETE))
        else:
            self.value = made.line
            self.cursor_position = made.cursor

    def unasked(self, typed: str) -> str | None:
        """The line as tab would make it, where that only adds to what is typed."""
        if typed != self.value or len(typed.rpartition(" ")[2]) < UNASKED_FROM:
            return None
        made, _ = next_completion(typed, len(typed), self._known)
        adds = made is not None and made.line.startswith(typed) and made.line.strip() != typed
        return made.line if made is not None and adds else None


class _Faintly(Suggester):
    """Shows what tab would add."""

    def __init__(self, line: FilterLine) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._line = line

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line as it would be."""
        return self._line.unasked(value)

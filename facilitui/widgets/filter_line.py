"""A search line in which filters can be typed, and completed by tab."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.suggester import Suggester

from facilitui.core.journals.journal_facets import FILTERS
from facilitui.core.journals.journal_query import Completion, Known, completions, next_completion
from facilitui.widgets.search_line import SearchLine

NAMES = " ".join(f"{name}:" for name in FILTERS)
"""All filters, as they are typed."""
NOTHING_TO_COMPLETE = f"Nothing to complete: tab completes {NAMES}"
UNASKED_FROM = 2
"""From so many letters on the name of a filter is shown unasked; any word begins with one."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What tab goes through."""

    told: tuple[str, ...] = ()
    at: int = -1
    """Which of them the line has now; -1 before the first was taken."""

    def __bool__(self) -> bool:
        return len(self.told) > 1


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
        self.known = known
        """Gives what there is for a filter."""
        self._offered: tuple[Completion, ...] = ()
        """What tab went through last."""
        self.suggester = _Faintly(self)

    @property
    def completes(self) -> bool:
        """Whether there is something that tab would make of it."""
        at, offered = self.cursor_position, self._offered
        return next_completion(self.value, at, self.known, offered)[0] is not None

    def action_complete(self, by: int = 1) -> None:
        """Complete the filter or the value at the cursor; again, take the next one there is.

        Where `by` is -1, the one before.
        """
        at = Completion(self.value, self.cursor_position)
        made, self._offered = next_completion(at.line, at.cursor, self.known, self._offered, by)
        if made == at:  # it was the only one: its value comes next
            made, self._offered = next_completion(at.line, at.cursor, self.known, (), by)
        if made is None:
            self.post_message(self.Refused(NOTHING_TO_COMPLETE))
        else:
            self.value = made.line
            self.cursor_position = made.cursor

    @property
    def choices(self) -> Choices:
        """What tab goes through here, where it went before or the values of a filter."""
        at = Completion(self.value, self.cursor_position)
        offered, taken = self._offered, at in self._offered
        if not taken:
            offered = completions(at.line, at.cursor, self.known) if at.line.strip() else ()
            whole = at.line.strip()  # a value that is typed as a whole needs no choice
            values = (each for each in offered if not each.told.endswith(":"))
            offered = tuple(each for each in values if each.line.strip() != whole)
        told = tuple(each.told for each in offered)
        return Choices(told, offered.index(at)) if taken else Choices(told)

    def unasked(self, typed: str) -> str | None:
        """The line as tab would make it, where that only adds to what is typed."""
        if typed != self.value or len(typed.rpartition(" ")[2]) < UNASKED_FROM:
            return None
        made, _ = next_completion(typed, len(typed), self.known)
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

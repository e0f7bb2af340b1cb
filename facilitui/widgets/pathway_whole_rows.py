"""Lists of rows of several lines that never begin in the middle of one."""

from __future__ import annotations

from facilitui.widgets.browse_parts import MarkedList
from facilitui.widgets.row_list import RowList


class WholeRows(RowList):
    """Rows of which the first in view is whole: the tail of one does not say whose it is."""

    def _heads_nothing(self, place: int, line: int) -> bool:
        is_cut = self._laid.top(place) < self.scroll_offset.y and place != self._cursor
        return is_cut or super()._heads_nothing(place, line)


class WholeMarkedRows(WholeRows, MarkedList):
    """The same beside a page of what is marked."""

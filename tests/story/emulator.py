"""The vendored terminal, quicker: a test looks at its whole screen at every few bytes.

Text of one line and of narrow characters is written at once, and only a line that has changed is
read anew. Everything else is left to `pyte`.
"""

from __future__ import annotations

import re
from typing import Any

import pyte.modes as mo
from pyte.charsets import LAT1_MAP
from wcwidth import wcwidth

from tests.vendor import tuidrive

_NARROW = re.compile("[ -~─-▟]*")
"""One cell each, with nothing to combine: ASCII, lines and blocks."""


class Emulator(tuidrive.Terminal):  # type: ignore[misc]
    """Bytes in, cells out, as the vendored one."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows)
        self.screen: Any = _Screen(columns, rows)
        self.stream: Any = tuidrive._Stream(self.screen)
        self.stream.use_utf8 = False

    def text(self) -> str:
        """What a person reads, trailing spaces off."""
        whole: str = self.screen.read()
        return whole


class _Screen(tuidrive._Screen):  # type: ignore[misc]
    """Where the cells are."""

    def __init__(self, columns: int, rows: int) -> None:
        self._lines: list[str] = []
        self._whole = ""
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        """Write at the cursor."""
        cursor = self.cursor
        plain = self.g0_charset == LAT1_MAP and not self.charset and mo.IRM not in self.mode
        if not (plain and data and cursor.x + len(data) <= self.columns and _is_narrow(data)):
            if any(wcwidth(each) != 1 for each in data):  # it may change what stands before it
                self.dirty.update(range(self.lines))
            super().draw(data)
            return
        self.last = data[-1]
        cells = {each: cursor.attrs._replace(data=each) for each in set(data)}
        self.buffer[cursor.y].update((x, cells[each]) for x, each in enumerate(data, cursor.x))
        cursor.x += len(data)
        self.dirty.add(cursor.y)

    def read(self) -> str:
        """All lines; one that nothing was written into is as it was read last."""
        if len(self._lines) != self.lines:
            self._lines = [""] * self.lines
            self.dirty.update(range(self.lines))
        if self.dirty:
            for y in self.dirty & set(range(self.lines)):
                self._lines[y] = self._line(y).rstrip()
            self.dirty.clear()
            self._whole = "\n".join(self._lines)
        return self._whole

    def _line(self, y: int) -> str:
        """One line; what lies under the second half of a wide character is no part of it."""
        row = self.buffer[y]
        cells = [row[x].data for x in range(self.columns)]
        if _is_narrow(line := "".join(cells)) and len(line) == self.columns:
            return line
        kept, wide = [], False
        for cell in cells:
            if not wide:
                kept.append(cell)
            wide = not wide and wcwidth(cell[0]) == 2
        return "".join(kept)


def _is_narrow(text: str) -> bool:
    return _NARROW.fullmatch(text) is not None

"""The vendored terminal, quicker: a test looks at its whole screen at every few bytes.

Text of one line and of narrow characters is written at once, so are colours and moves of the cursor
understood, and only a line that has changed is read anew. Everything else is left to `pyte`.
"""

from __future__ import annotations

import re
from typing import Any

import pyte.modes as mo
from pyte.charsets import LAT1_MAP
from wcwidth import wcwidth

from tests.vendor import tuidrive

_SHORT = re.compile(r"\x1b\[([0-9;]*)([mH])")
"""What a program writes most beside text: a colour, a move of the cursor."""
_NARROW = re.compile("[ -~─-▟]*")
"""One cell each, with nothing to combine: ASCII, lines and blocks."""


class Emulator(tuidrive.Terminal):  # type: ignore[misc]
    """Bytes in, cells out, as the vendored one."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows)
        self.screen: Any = _Screen(columns, rows)
        self.stream: Any = _Stream(self.screen)
        self.stream.use_utf8 = False

    def text(self) -> str:
        """What a person reads, trailing spaces off."""
        whole: str = self.screen.read()
        return whole


class _Stream(tuidrive._Stream):  # type: ignore[misc]
    """What tells the screen what to do."""

    def feed(self, data: str) -> None:
        """Take a text with what a terminal obeys in it."""
        done = 0
        for short in _SHORT.finditer(data):
            super().feed(data[done : short.start()])
            done = short.start()
            if self._taking_plain_text:  # not within something longer
                self._obey(short[2], short[1])
                done = short.end()
        super().feed(data[done:])

    def _obey(self, final: str, given: str) -> None:
        numbers = [min(int(each or 0), 9999) for each in given.split(";")]
        if final == "m":
            self.listener.select_graphic_rendition(*numbers)
        else:
            self.listener.cursor_position(*numbers)


class _Screen(tuidrive._Screen):  # type: ignore[misc]
    """Where the cells are."""

    def __init__(self, columns: int, rows: int) -> None:
        self._lines: list[str] = []
        self._whole = ""
        self._styles: dict[tuple[Any, tuple[int, ...]], Any] = {}
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

    def select_graphic_rendition(self, *attrs: int, **kwargs: Any) -> None:
        """How to write from here on: worked out once for what was before and what is asked."""
        if kwargs:
            return super().select_graphic_rendition(*attrs, **kwargs)  # type: ignore[no-any-return]
        asked = self.cursor.attrs, attrs
        if asked not in self._styles:
            super().select_graphic_rendition(*attrs)
            self._styles[asked] = self.cursor.attrs
        self.cursor.attrs = self._styles[asked]

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
            wide = not wide and cell != "" and wcwidth(cell[0]) == 2
        return "".join(kept)


def _is_narrow(text: str) -> bool:
    return _NARROW.fullmatch(text) is not None

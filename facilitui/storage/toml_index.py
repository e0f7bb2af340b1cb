"""Where each key and value of a TOML text stands, which tomllib does not tell.

The scanner trusts that tomllib has accepted the text. Given a text that is broken it goes as far
as it can, which is enough to say where something began that never ends, or what stands twice.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress

Place = tuple[str | int, ...]
"""The way to a value: keys, and the numbers of list entries counted from 0."""

_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_COMMENT = re.compile(r"#[^\n]*")
_SPACES = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?!"")(?:\\.|[^"\\\n])*"'
    r"|'(?!'')[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")


class _Lost(Exception):
    """The text is not TOML from here on."""


class TomlIndex:
    """The places of one text. Lines and columns are counted from 1, columns in characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._keys: dict[Place, int] = {}
        self._values: dict[Place, int] = {}
        self._latest: dict[Place, int] = {}
        self._headings: set[Place] = set()
        self.comments: list[int] = []
        """Where each comment begins, as an offset into the text."""
        self.last = 0
        """Where the last thing begins that was understood in part at least."""
        self.twice: tuple[Place, int, int] | None = None
        """The first key that stands twice, with both offsets."""
        with suppress(_Lost, RecursionError):
            self._statements()

    def position(self, place: Place, *, of_key: bool = False) -> tuple[int, int]:
        """The line and column of a value, or of its key or of what it lies in, where nearer."""
        preferred, other = (self._keys, self._values) if of_key else (self._values, self._keys)
        while place:
            offset = preferred.get(place, other.get(place))
            if offset is not None:
                return self.line_and_column(offset)
            place = place[:-1]
        return 1, 1

    def has(self, place: Place) -> bool:
        """Whether anything stands at exactly that place."""
        return place in self._values or place in self._keys

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """An offset as people count it."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @property
    def first_key(self) -> int:
        """The offset of the first key or heading; the end of the text where there is none."""
        return min(self._keys.values(), default=len(self._text))

    def _statements(self) -> None:
        base: Place = ()
        while self._skip_gap():
            self.last = self._at
            if self._text.startswith("[", self._at):
                base = self._heading()
            else:
                self._pair(base)

    def _skip_gap(self) -> bool:
        """Pass spaces, line ends and comments; say whether anything follows."""
        gap = _GAP.match(self._text, self._at)
        if gap is not None and gap.end() > self._at:
            found = _COMMENT.finditer(self._text, self._at, gap.end())
            self.comments.extend(match.start() for match in found)
            self._at = gap.end()
        return self._at < len(self._text)

    def _heading(self) -> Place:
        start, brackets = self._at, 2 if self._text.startswith("[[", self._at) else 1
        self._at += brackets
        names = self._key_parts()
        self._expect("]" * brackets)
        place: Place = ()
        for depth, name in enumerate(names, 1):
            place += (name,)
            if brackets == 2 and depth == len(names):
                if place in self._headings:
                    self._note_twice(place, start)
                self._latest[place] = self._latest.get(place, -1) + 1
            self._keys.setdefault(place, start)
            if place in self._latest:
                place += (self._latest[place],)
                self._keys.setdefault(place, start)
        if place in self._headings or (brackets == 1 and place in self._values):
            self._note_twice(place, start)
        self._headings.add(place)
        return place

    def _pair(self, base: Place) -> None:
        start = self._at
        place = base
        for name in self._key_parts():
            place += (name,)
            self._keys.setdefault(place, start)
        self._expect("=")
        self._skip_spaces()
        if place in self._values or place in self._headings:
            self._note_twice(place, start)
        self._value(place)

    def _note_twice(self, place: Place, offset: int) -> None:
        if self.twice is None:
            self.twice = (place, self._keys.get(place, offset), offset)

    def _key_parts(self) -> list[str]:
        names = []
        while True:
            self._skip_spaces()
            if string := _STRING.match(self._text, self._at):
                raw = string[0]
                names.append(raw[1:-1] if raw[0] == "'" else _unescaped(raw))
                self._at = string.end()
            else:
                names.append(self._take(_BARE_KEY))
            self._skip_spaces()
            if not self._text.startswith(".", self._at):
                return names
            self._at += 1

    def _value(self, place: Place) -> None:
        self.last = self._at
        self._values.setdefault(place, self._at)
        opening = self._text[self._at : self._at + 1]
        if opening in {'"', "'"}:
            self._take(_STRING)
        elif opening == "[":
            self._at += 1
            self._list(place)
        elif opening == "{":
            self._at += 1
            self._inline_table(place)
        else:
            self._take(_SCALAR)

    def _list(self, place: Place) -> None:
        number = 0
        while self._more("]"):
            self._value((*place, number))
            number += 1

    def _inline_table(self, place: Place) -> None:
        while self._more("}"):
            self._pair(place)

    def _more(self, end: str) -> bool:
        """Pass commas; say whether another entry comes, and pass the closing bracket if not."""
        while self._skip_gap() and self._text[self._at] == ",":
            self._at += 1
        if self._at >= len(self._text):
            raise _Lost
        if self._text[self._at] == end:
            self._at += 1
            return False
        return True

    def _skip_spaces(self) -> None:
        if spaces := _SPACES.match(self._text, self._at):
            self._at = spaces.end()

    def _expect(self, mark: str) -> None:
        self._skip_spaces()
        if not self._text.startswith(mark, self._at):
            raise _Lost
        self._at += len(mark)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _Lost
        self._at = match.end()
        return match[0]


def _unescaped(raw: str) -> str:
    """What a quoted key says."""
    try:
        return str(tomllib.loads(f"k = {raw}")["k"])
    except tomllib.TOMLDecodeError:
        return raw

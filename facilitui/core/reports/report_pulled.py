"""Finding again what was pulled into an answer: words in quotation marks with a time behind them.

The marks are those that `in_quotes` knows, as a line that brings its own is pulled in with these.
Where marks within the words do not pair, the words reach back as far as they may on their line:
rather too much is taken for what was pulled in than too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from facilitui.core.told import QUOTES

_OPENED_BY = {
    closing: "".join(pair[0] for pair in QUOTES if pair[1] == closing)
    for closing in dict.fromkeys(pair[1] for pair in QUOTES)
}
"""What opens words that end in a mark."""
_MARKS = re.compile(f"[{re.escape(''.join(sorted(set(''.join(QUOTES)))))}\n]")
_BEHIND = re.compile(r"[\s.,;:!?…–—-]{0,8}\((?=[^()\n]{0,40}?(\d{1,2}:\d\d))[^()\n]{0,80}\)")
_TIME = re.compile(r"\d{1,2}:\d\d")


class Pulled(NamedTuple):
    """What stands as it would if it was pulled in."""

    start: int
    end: int
    """Behind its time."""
    words: str
    """What stands between its own marks."""
    times: frozenset[str]
    """The times of day behind it, in five characters."""


class _Open(NamedTuple):
    """A mark that nothing has closed yet."""

    at: int
    first: int
    """The first on its line that nothing has closed."""
    line: int
    """Where its line begins."""


def pulled_in(
    text: str, private: Callable[[Pulled], bool], whole: Collection[str] = ()
) -> Iterator[Pulled]:
    """What was pulled into a text and is private, in order; none overlaps another.

    `whole` are lines with their marks, as they stand where nobody changed them.
    """
    reading = _Reading(text, whole)
    for mark in _MARKS.finditer(text):
        sign, at = mark[0], mark.start()
        if at < reading.done:
            continue
        found = reading.pulled(sign, at)
        if found is not None and private(found):
            yield found
            reading.begin(found.end)
        else:
            reading.go_past(sign, at)


class _Reading:
    """What is open where a text is read, mark by mark."""

    def __init__(self, text: str, whole: Collection[str]) -> None:
        self.done = self._line = 0
        self._text, self._whole = text, whole
        self._lengths = {len(each) for each in whole}
        self.begin(0)

    def begin(self, done: int) -> None:
        """Nothing is open behind what was found."""
        self.done = done
        self._opened: dict[str, list[_Open]] = {closing: [] for closing in _OPENED_BY}
        self._last: dict[str, int] = {}

    def go_past(self, sign: str, at: int) -> None:
        """A mark, or the end of a line. What closes something opens nothing."""
        if sign == "\n":
            self._line = at + 1
            return
        stack = self._opened.get(sign)
        closes = bool(stack and stack.pop())
        for closing, signs in _OPENED_BY.items():
            if sign in signs and not closes:
                self._open(self._opened[closing], at)
            if sign in signs and (not closes or sign == closing):
                self._last[closing] = at

    def _open(self, stack: list[_Open], at: int) -> None:
        beside = stack[-1] if stack and stack[-1].line == self._line else None
        stack.append(_Open(at, beside.first if beside is not None else at, self._line))

    def pulled(self, sign: str, at: int) -> Pulled | None:
        """What a mark with a time behind it closes; None where it is none, or nothing was open."""
        behind = _BEHIND.match(self._text, at + 1) if sign in self._opened else None
        if behind is None:
            return None
        times = frozenset(each.zfill(5) for each in _TIME.findall(behind[0]))
        if unchanged := self._unchanged(at + 1):
            return Pulled(at + 1 - len(unchanged), behind.end(), unchanged[1:-1], times)
        if stack := self._opened[sign]:
            return Pulled(stack[-1].first, behind.end(), self._text[stack[-1].at + 1 : at], times)
        if sign not in self._last:
            return None
        begin = self._last[sign]
        return Pulled(begin, behind.end(), self._text[begin + 1 : at], times)

    def _unchanged(self, end: int) -> str:
        """The longest of the whole lines that ends there; empty where none does."""
        ends = (self._text[max(self.done, end - length) : end] for length in self._lengths)
        return max((each for each in ends if each in self._whole), key=len, default="")

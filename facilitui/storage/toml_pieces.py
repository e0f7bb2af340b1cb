"""A protocol's file taken apart at its headings, each piece with the comments that are its own.

A comment belongs to the key or heading below it. Right below a key, with an empty line after it,
it belongs to what is above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitui.core.library.protocol import Protocol
from facilitui.storage.toml_index import Place, TomlIndex

TOP, GROUP, CYCLE, STEP = "", "group", "cycle", "step"


class Unusual(Exception):
    """The file is written in a way that cannot be taken apart at its headings."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading with what stands before it and below it; the keys at the top have none."""

    key: str
    """"group", "cycle A", "step intro"; empty for the top."""
    lead: tuple[str, ...]
    """Empty lines, and comments that belong to the heading."""
    heading: str
    body: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.lead, *((self.heading,) if self.heading else ()), *self.body)


def taken_apart(text: str, protocol: Protocol) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of a text in its order, the top first, and the comments at its very end."""
    lines = text.rstrip("\n").split("\n")
    index = TomlIndex(text)
    headings = sorted(_headings(index, lines, protocol))
    gaps = _Gaps(index, lines)
    starts = [(TOP, -1), *((key, line) for line, key in headings)]
    pieces, lead = list[Piece](), tuple[str, ...]()
    for number, (key, line) in enumerate(starts):
        end = starts[number + 1][1] if number + 1 < len(starts) else len(lines)
        begin, after = gaps.before(end, line + 1, last=end == len(lines))
        heading = lines[line] if line >= 0 else ""
        pieces.append(Piece(key, lead, heading, tuple(lines[line + 1 : begin])))
        lead = after
    return pieces, lead


def _headings(
    index: TomlIndex, lines: Sequence[str], protocol: Protocol
) -> Iterator[tuple[int, str]]:
    """The line of each heading, counted from 0, with its piece's key. Raises Unusual.

    A group may also stand among the keys at the top.
    """
    places: Mapping[Place, str] = {
        (GROUP,): GROUP,
        **{("cycles", n): f"cycle {each.id}" for n, each in enumerate(protocol.cycles)},
        **{("steps", n): f"step {each.id}" for n, each in enumerate(protocol.steps)},
    }
    for place, key in places.items():
        line, column = index.position(place, of_key=True)
        if not lines[line - 1][: column - 1].strip() and lines[line - 1][column - 1] == "[":
            yield line - 1, key
        elif key != GROUP:
            raise Unusual


class _Gaps:
    """The empty lines and comments before the headings of a text."""

    def __init__(self, index: TomlIndex, lines: Sequence[str]) -> None:
        self._lines = lines
        self._comments = {index.line_and_column(at) for at in index.comments}

    def before(self, end: int, least: int, *, last: bool) -> tuple[int, tuple[str, ...]]:
        """Where what leads on to the line `end` begins, and those lines.

        Comments right below a key are its own if an empty line follows them; so they are at the
        end of the file.
        """
        start = end
        while start > least and self._is_gap(start - 1):
            start -= 1
        empty = (at for at in range(start, end) if not self._lines[at].strip())
        begin = next(empty, end if last else start)
        return begin, tuple(self._lines[begin:end])

    def _is_gap(self, at: int) -> bool:
        line = self._lines[at]
        indent = len(line) - len(line.lstrip())
        return not line.strip() or (at + 1, indent + 1) in self._comments

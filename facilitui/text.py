"""Text on the screen: made harmless, styled and set in lines.

Everything that a person, a file or the network wrote reaches a widget through these helpers, as
`Content`, so that it is never taken as markup, as a terminal's control or as an action. A
drawing is a list of lines, each a `Content` no wider than the width it was made for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from textwrap import TextWrapper

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.keys import key_to_character

from facilitui.core import safe_text
from facilitui.core.seconds_told import ran as ran
from facilitui.core.seconds_told import ran_of as ran_of
from facilitui.core.told import clock as clock
from facilitui.core.told import minutes as minutes
from facilitui.core.told import minutes_run as minutes_run
from facilitui.core.told import plural as plural
from facilitui.core.told import signed as signed
from facilitui.core.told import wall_clock as wall_clock

Lines = list[Content]
Draw = Callable[[int], Lines]
"""Makes the lines of a drawing for a width in cells."""

INK = "$ink"
SOFT = "$soft"
"""Ink of its own, or where a terminal has one ink for all text the same one dimmed."""
FAINT = "$ink3"
RULE = "$rule"
MARK = "$mark"
BLANK = Content("")

MINUS = "\N{MINUS SIGN}"
ELLIPSIS = "…"
APART = "   "
"""Between a key with its word and the next one."""
READING = 66
"""Lines of reading are no wider."""
_PATH = re.compile(r"\S[/\\]\S*[/\\]|[/\\]\S+[/\\]")
BROKEN_KEPT = 1000
"""Paragraphs whose lines are kept, as they were broken last: more than a long list shows."""


def plain(text: object, style: str = "") -> Content:
    """Any text as one harmless line in a style."""
    return Content.styled(safe_text.line(str(text)), style) if style else _content(text)


def _content(text: object) -> Content:
    return Content(safe_text.line(str(text)))


def ink(text: object) -> Content:
    """What is read."""
    return plain(text, INK)


def strong(text: object) -> Content:
    """The one thing in its area."""
    return plain(text, f"bold {INK}")


def soft(text: object) -> Content:
    """Labels, what is done, planned figures."""
    return plain(text, SOFT)


def heading(text: object) -> Content:
    """The head of a section."""
    return plain(text, f"bold {SOFT}")


def accent(text: object) -> Content:
    """Now, soon, over, and what is missing."""
    return plain(text, f"bold {MARK}")


def key(name: str, word: str) -> Content:
    """A key and what it does."""
    return join(strong(name), " ", soft(word))


def key_lines(keys: Iterable[tuple[str, str]], width: int) -> Lines:
    """Keys with their words, as many in a line as there is room for."""
    lines: Lines = []
    for name, word in keys:
        told = key(name, word)
        if lines and lines[-1].cell_length + len(APART) + told.cell_length <= width:
            lines[-1] = join(lines[-1], APART, told)
        else:
            lines.append(told)
    return [fitted(line, width) for line in lines] or [BLANK]


def join(*parts: Content | str) -> Content:
    """Pieces in one line; a `str` among them is one of the program's own words."""
    return Content.assemble(*(Content(p) if isinstance(p, str) else p for p in parts))


def fitted(content: Content, width: int) -> Content:
    """A line no wider than `width`, its end shown to be cut where it is."""
    return content.truncate(max(0, width), ellipsis=True)


def padded(content: Content, width: int) -> Content:
    """A line exactly `width` wide."""
    return content.truncate(max(0, width), ellipsis=True, pad=True)


def right(content: Content, width: int) -> Content:
    """A line set to the right of `width`."""
    missing = width - content.cell_length
    return content.pad_left(missing) if missing > 0 else fitted(content, width)


def spread(left: Content, end: Content, width: int) -> Content:
    """`left` at the left and `end` at the right; `left` gives way where both do not fit."""
    if not end:
        return fitted(left, width)
    room = width - end.cell_length - 2
    if room < 4:
        return fitted(left, width)
    return join(padded(left, room), "  ", end)


def same(line: Content, other: Content) -> bool:
    """Whether two lines look the same: text alone makes Content equal, whatever its styles."""
    return line is other or (line.plain == other.plain and line.spans == other.spans)


def same_lines(lines: Lines, others: Lines) -> bool:
    """Whether two drawings look the same."""
    return len(lines) == len(others) and all(map(same, lines, others))


def wrapped(text: object, width: int, style: str = INK) -> Lines:
    """A text in lines of whole words; its own line breaks are kept."""
    lines: Lines = []
    for paragraph in safe_text.lines(str(text)).split("\n"):
        lines += [Content.styled(line, style) for line in _broken(paragraph, max(4, width))]
    return lines


@lru_cache(BROKEN_KEPT)
def _broken(paragraph: str, width: int) -> tuple[str, ...]:
    """Break at words by cells; a plain text, where cells are characters, by the library.

    What has room as it is, as most texts have, is not looked at word by word. What was broken
    lately is known: a list lays out all its rows again whenever one of them changes.
    """
    if len(paragraph) <= width and paragraph.isascii() and paragraph.isprintable():
        return (paragraph.rstrip(),)
    if all(cell_len(sign) == 1 for sign in set(paragraph)):
        return tuple(_wrapper(paragraph, width).wrap(paragraph)) or ("",)
    lines = [line.plain.rstrip() for line in Content(paragraph).wrap(width)]
    return tuple(piece for line in lines for piece in chop_cells(line, width)) or ("",)


class _AtSlashes(TextWrapper):
    """Breaks the path of a file behind a slash rather than within a name."""

    wordsep_re = re.compile(r"(\s+|[^\s/\\]*[/\\]+(?=\S))")


def _wrapper(paragraph: str, width: int) -> TextWrapper:
    return (_AtSlashes if _PATH.search(paragraph) else TextWrapper)(width)


def reading(width: int) -> int:
    """How wide lines of reading are where there is so much room."""
    return min(width, READING)


def labelled(label: Content | str, lines: Lines, indent: int) -> Lines:
    """Lines behind a label or a mark, all from the same column."""
    first = padded(soft(label) if isinstance(label, str) else label, indent)
    return [join(first if i == 0 else " " * indent, line) for i, line in enumerate(lines)]


def clipped(lines: Lines, count: int, width: int) -> Lines:
    """At most so many lines of a width, the last one showing that there was more."""
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], _going_on(lines[count - 1], width)] if count > 0 else []


def in_lines(text: object, width: int, most: int) -> Lines:
    """A text without its own line breaks, in at most so many lines; one alone is cut at its end."""
    whole = ink(text)
    lines = wrapped(whole.plain, width) if most > 1 else [whole]
    return clipped(lines, most, width)


def _going_on(line: Content, width: int) -> Content:
    """A line that ends in one "…", for which its last words give way where they need its room."""
    whole = line[: len(line.plain.rstrip(f" {ELLIPSIS}"))]
    while whole.cell_length >= width and (before := whole.plain.rpartition(" ")[0].rstrip()):
        whole = whole[: len(before)]
    style = whole.spans[-1].style if whole.spans else ""
    return fitted(join(whole, Content.styled(ELLIPSIS, style)), width)


def rule(width: int) -> Content:
    """A hairline."""
    return plain("─" * max(0, width), RULE)


def day(moment: date) -> str:
    """A day: Wed 25 Nov."""
    return f"{moment:%a} {moment.day} {moment:%b}"


def countdown(seconds: float) -> str:
    """A clock's figures: 4:12, 0:07, +1:20 once it is over, +12 from ten minutes over."""
    whole = int(seconds) if seconds < 0 else -int(-seconds // 1)
    if whole <= -600:
        return f"+{-whole // 60}"
    sign, whole = ("+", -whole) if whole < 0 else ("", whole)
    return f"{sign}{whole // 60}:{whole % 60:02}"


_KEY_NAMES = {
    "plus": "+",
    "minus": MINUS,
    "slash": "/",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
}


def key_name(key: str) -> str:
    """A key as people call it; empty for a second name of the same key, as "shift+l" of "L"."""
    if key in _KEY_NAMES or re.fullmatch(r"shift\+[a-z]", key):
        return _KEY_NAMES.get(key, "")
    character = (key_to_character(key) or "").strip()
    return character if character.isprintable() and character else key

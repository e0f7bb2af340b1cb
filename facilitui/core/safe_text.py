"""Making any text harmless to show: no terminal control, no reordering, no broken halves."""

from __future__ import annotations

import re

SHOWN_CHARACTERS = 60
"""How much of a person's own text a sentence repeats."""
TYPED_CHARACTERS = 30
"""How much it repeats of what stands above it, as it was typed."""
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_INVISIBLE = {0xFEFF, 0x2028, 0x2029}


_FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of something to work out."""
_JOINER = "\N{WORD JOINER}"
_FIGURE = re.compile(r"[+-]?[\d.,:]*%?")

_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
    table |= dict.fromkeys(range(0x7F, 0xA0), "\N{REPLACEMENT CHARACTER}")
    table |= _HALVES
    table |= dict.fromkeys(_BIDI | _INVISIBLE)
    return table | {0x09: "  ", 0x0D: None}


_LINES = _table() | {0x0A: "\n"}
_IN_PLACE = _table() | dict.fromkeys(_BIDI | _INVISIBLE, "\N{REPLACEMENT CHARACTER}")
_IN_PLACE |= {0x09: "\t", 0x0D: chr(0x240D)}
_PATH = _IN_PLACE | {0x09: chr(0x2409)}
_LINE = _table() | {0x0A: " "}
_UNSEEN = (0x200B, 0x2060, 0xFEFF)
"""What takes no place and stands between no signs: nobody sees that it is there."""
_TYPED: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_UNSEEN))
_TYPED |= {0x09: " "}


def lines(text: str) -> str:
    """A text with its line breaks, and nothing in it that a terminal would obey."""
    return text.translate(_LINES)


def line(text: str) -> str:
    """A text as one line, and nothing in it that a terminal would obey."""
    return text.translate(_LINE)


def path(text: str) -> str:
    """The name of a file in one line, in which every character that could not be seen can be."""
    return text.translate(_PATH)


def cell(text: str) -> str:
    """A text with its line breaks, which a spreadsheet that opens its page shows and never runs.

    A sign that cannot be seen goes before what would be a formula, so that it reads as written.
    """
    shown = lines(text)
    return f"{_JOINER}{shown}" if runs(shown) else shown


def runs(text: str) -> bool:
    """Whether a spreadsheet would take a text for something to work out; a figure is none."""
    return text.lstrip().startswith(_FORMULA) and not _FIGURE.fullmatch(text)


def in_place(text: str) -> str:
    """A text that is being edited: each character harmless, and none more or fewer of them."""
    return text.translate(_IN_PLACE)


def typed(text: str) -> str:
    """A text as a keyboard could have written it in one line: without what nobody sees."""
    return " ".join(text.splitlines()).translate(_TYPED)


def storable(text: str) -> str:
    """A text that UTF-8 can hold: a broken half of a character becomes the replacement sign."""
    return text.translate(_HALVES) if not text.isascii() else text


def quoted(text: str, most: int = SHOWN_CHARACTERS) -> str:
    """A person's own text as a sentence may repeat it: one line, harmless, and not all of it."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return f"“{line(cut)}”"


def quoted_by_its_ends(text: str, most: int) -> str:
    """A text of one's own or another's, whole words of its beginning and end where it is longer.

    For a sentence that goes on behind it, and for names that only differ at their end.
    """
    if len(text) <= most:
        return quoted(text, most)
    room = max(2, most - 3)
    head, tail = text[: room - room // 2], text[-(room // 2) :]
    head = head.rpartition(" ")[0] or head
    tail = tail.partition(" ")[2] or tail
    return f"“{line(head.rstrip())} … {line(tail.lstrip())}”"


def quoted_typing(text: str) -> str:
    """What somebody just typed, short enough for the foot of a form."""
    return quoted(" ".join(text.split()), TYPED_CHARACTERS)

"""The answers to a form as its tool wrote them: which rows are its headings, which its answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable
from facilitui.core.responses.feedback import MOST_RESPONSES
from facilitui.core.responses.form_words import is_known, is_moment, is_nothing, out_of
from facilitui.core.small_letters import small_letters, small_pattern
from facilitui.core.told import plural

MOST_COLUMNS = 200
"""Questions of a form that are looked at."""
MOST_HEADING = 200
_SEARCHED = 10
"""Rows in which headings are looked for."""
_LONGEST = 40
"""Characters of what a row that sums up says."""
_HEADINGS = 3
"""Rows that headings take at most."""
_SUBHEADS = frozenset({"response", "open-ended response", "responses", "open ended response"})
"""What stands in a second row of headings and names no question."""
_FIGURE = re.compile(r"\d{1,3}(?:[.,]0+)?")
_RATED = re.compile(r"\d{1,3}(?:[.,]0+)?\s*[-–—:=(]\s*(.*?)\)?")
"""A figure with what it stands for, as in an answer; or with a question, as in a heading."""
_SUMS_UP = small_pattern(
    r"(?:arithmetic )?means?|averages?|avg|medians?|(?:grand )?totals?|sum|variance|"
    r"st(?:andar)?d\.? ?dev(?:iation)?|mittelwerte?|mittel|durchschnitt|summe|anzahl|gesamt|"
    r"standardabweichung|moyennes?|médianes?|somme|écart[ -]type|promedios?|medias?|medianas?|"
    r"suma|n\s*[=:]\s*\d+|(?:total|count|anzahl)\b.*[=:]\s*\d+"
)
"""What stands first in a row that sums up those above it."""
_TELLS_FIGURE = re.compile(r"[=:]\s*\d")
_MAY_SUM_UP = re.compile(r"n|sd|count|mode|min(?:imum)?|max(?:imum)?")
"""What does so below such a row; by itself it may be a name or an answer."""
_NUMBER = re.compile(r"[-+]?\d*[.,]?\d+\s*%?")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")


def is_address(text: str) -> bool:
    """Whether a cell is an e-mail address."""
    return _ADDRESS.fullmatch(text.strip()[:200]) is not None


def form_table(rows: Sequence[RawRow]) -> RawTable:
    """The answers of a form with its questions as headings; nothing of it is left out untold."""
    found = [row for row in rows if row.trouble or any(text.strip() for text in row.cells)]
    begin = _first_wide(found)
    told = tuple(f"line {row.line} stands above the questions" for row in found[:begin])
    found = found[begin:]
    heads = _heads(found)
    end = _end(found, len(heads))
    answers = tuple(found[len(heads) : end])
    width = max((len(row.cells) for row in found if not row.trouble), default=0)
    told = (*told, *_beyond(width, len(answers)), *_sums_told(found[end:]))
    names = tuple(_name(heads, at) or f"column {at + 1}" for at in range(min(width, MOST_COLUMNS)))
    return RawTable(names, answers[:MOST_RESPONSES], told=told)


def _beyond(width: int, rows: int) -> Iterator[str]:
    """That there is more than is looked at."""
    if width > MOST_COLUMNS:
        yield f"only the first {MOST_COLUMNS} columns were looked at"
    if rows > MOST_RESPONSES:
        yield f"only the first {MOST_RESPONSES:,} rows were looked at"


def _end(rows: Sequence[RawRow], begin: int) -> int:
    """Where the answers end: rows at the very end that sum them up are nobody's."""
    end = len(rows)
    for at in range(len(rows) - 1, begin, -1):
        word = _beside_figures(rows[at])
        if _SUMS_UP.fullmatch(word):
            end = at
        elif not _MAY_SUM_UP.fullmatch(word):
            break
    return end


def _beside_figures(row: RawRow) -> str:
    """What a row begins with that has figures beside it alone, so no moment; else nothing."""
    first, *others = [small_letters(text.strip()) for text in row.cells if text.strip()] or [""]
    figures = all(_NUMBER.fullmatch(text[:_LONGEST]) for text in others)
    # Alone, it may as well be what somebody answered, unless it tells its own figure.
    told = bool(others) or _TELLS_FIGURE.search(first) is not None
    told = told and figures and not row.trouble and len(first) <= _LONGEST
    return first.rstrip(":. ") if told else ""


def _sums_told(rows: Sequence[RawRow]) -> Iterator[str]:
    """Which rows were left out, as they sum up the others."""
    if rows:
        first = next(text.strip() for text in rows[0].cells if text.strip())
        below = len(rows) - 1
        more = f" and {plural(below, 'row')} below it sum" if below else " sums"
        yield f"line {rows[0].line}, “{first}”,{more} up the answers, so it is left out"


def _first_wide(rows: Sequence[RawRow]) -> int:
    """The first row that is about as wide as most: what a form's title has above it is not."""
    widths = Counter(_filled(row) for row in rows[: 10 * _SEARCHED] if not row.trouble)
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    near = (at for at, row in enumerate(rows[:_SEARCHED]) if 2 * _filled(row) >= usual)
    return next((at for at in near if not rows[at].trouble), 0)


def _filled(row: RawRow) -> int:
    return sum(bool(text.strip()) for text in row.cells)


def _heads(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows that are headings: none, one, or those that some tools write below it."""
    if not rows or _answers(rows):
        return []
    codes = (at for at, row in enumerate(rows[:_HEADINGS]) if _is_codes(row))
    if (last := next(codes, None)) is not None:
        return list(rows[: last + 1])
    return list(rows[:2]) if len(rows) > 1 and _goes_on(rows[0], rows[1]) else [rows[0]]


def _answers(rows: Sequence[RawRow]) -> bool:
    """Whether the first row holds answers: what forms offer, or what is said again below it."""
    first = rows[0]
    return bool(first.trouble) or any(
        _is_answer(text) or _is_again(text, at, rows[1 : 10 * _SEARCHED])
        for at, text in enumerate(first.cells)
        if text.strip()
    )


def _is_answer(text: str) -> bool:
    """Whether it is a figure, a word that forms offer, a date or an address."""
    short = text.strip()[:MOST_HEADING]
    rated = _RATED.fullmatch(short)
    alone = _FIGURE.fullmatch(short) is not None or out_of(short) is not None
    known = is_known(short) or (rated is not None and is_known(rated[1]))
    return alone or known or is_moment(short) or is_address(short)


def _is_again(text: str, at: int, others: Sequence[RawRow]) -> bool:
    """Whether a figure with its words is given again; a question with its number is not."""
    if _RATED.fullmatch(text.strip()) is None:
        return False
    return any(at < len(row.cells) and row.cells[at].strip() == text.strip() for row in others)


def _is_codes(row: RawRow) -> bool:
    """Whether a row holds a survey tool's own marks of its questions."""
    return any('"importid"' in small_letters(text) for text in row.cells)


def _goes_on(first: RawRow, second: RawRow) -> bool:
    """Whether a second row names questions too: below an empty heading, or as "Response"."""
    texts = [text.strip() for text in second.cells]
    if second.trouble or any(_is_answer(text) or is_nothing(text) for text in texts if text):
        return False
    subheads = any(small_letters(text) in _SUBHEADS for text in texts)
    above = [text.strip() for text in first.cells]
    below_empty = sum(bool(text) and not head for text, head in zip(texts, above, strict=False))
    return subheads or below_empty > 0


def _name(heads: Sequence[RawRow], at: int) -> str:
    """What the headings say of a column, each thing once."""
    parts: dict[str, None] = {}
    for row in heads:
        text = " ".join(row.cells[at].split()) if at < len(row.cells) else ""
        if text and small_letters(text) not in _SUBHEADS and not _is_codes(RawRow(0, (text,))):
            parts[text] = None
    return " – ".join(parts)[:MOST_HEADING]

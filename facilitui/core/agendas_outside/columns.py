"""Guessing which column of a table means what, from its heading and from what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from facilitui.core.agendas_outside.agenda_head import Head, Said, beside_when, said_in, when_line
from facilitui.core.agendas_outside.figures import read_start, taken_apart
from facilitui.core.agendas_outside.raw_table import (
    MOST_COLUMNS,
    Guess,
    RawRow,
    RawTable,
    cell,
    column_texts,
)
from facilitui.core.numbers import read_length

_WORDS = {
    "title": "title|activity|action|agenda item|agenda|item|topic|what|session|block|subject|"
    "segment|name|task|step|event|part|content|titel|aktivität|thema|punkt|programmpunkt|was|inhalt|"
    "titre|activité|sujet|quoi|título|titulo|actividad|tema|qué",
    "minutes": "minutes|minute|mins|min|duration|length|how long|time allotted|time needed|"
    "allotted|dauer|minuten|durée|duree|duración|duracion|minutos",
    "start": "start|starts|start time|starting|begin|begins|beginning|from|time|times|when|clock|"
    "beginn|anfang|von|zeit|uhrzeit|wann|début|debut|heure|horaire|quand|inicio|hora|cuándo",
    "end": "end|ends|end time|finish|until|till|to|stop|ende|bis|schluss|fin|jusqu'à|hasta",
    "lead": "lead|leader|leads|led by|who|owner|facilitator|facilitators|presenter|responsible|"
    "host|speaker|person|wer|leitung|verantwortlich|qui|responsable|animateur|quién|quien",
    "note": "notes|note|description|details|detail|comments|comment|remarks|how|instructions|"
    "what happens|process|purpose|notizen|notiz|bemerkung|bemerkungen|beschreibung|wie|"
    "remarques|détails|notas|nota|descripción|descripcion|detalles",
}
_HEADINGS = {word: part for part, words in _WORDS.items() for word in words.split("|")}
_ENOUGH = 0.6
"""The share of a column's cells that must be times or lengths for the column to hold them."""
_HOURS = re.compile(r"0?([0-3]):[0-5]\d(?::00)?")
_SEARCHED = 10
"""Rows in which a heading is looked for."""


def _meant(heading: str) -> str:
    """What a heading says its column is for; empty where it says nothing known."""
    words = " ".join(re.sub(r"[^\w' ]+", " ", heading.casefold()).replace("_", " ").split())
    if words in _HEADINGS:
        return _HEADINGS[words]
    if re.search(r"\b(minutes?|mins?|minuten|minutos)\b", words):
        return "minutes"
    first = words.split(" ")[:1]
    return _HEADINGS.get(first[0], "") if first and len(words) < 40 else ""


def _is_heading(row: RawRow, below: tuple[RawRow, ...]) -> bool:
    """Whether a row names columns: words that do, and neither times nor lengths.

    One known name is enough above a column of times or lengths.
    """
    texts = [text.strip() for text in row.cells if text.strip()]
    if (
        row.trouble
        or not below
        or any(taken_apart(text).told or _is_length(text) for text in texts)
    ):
        return False
    known = [at for at, text in enumerate(row.cells) if len(text) < 40 and _meant(text)]
    if len(known) >= 2 or (known and len(texts) <= 2):
        return True
    held = [cell(each, at) for at in known for each in below[:_SEARCHED]]
    return _share(tuple(filter(None, held)), _is_figure) >= _ENOUGH


def headed(rows: Iterable[RawRow]) -> RawTable:
    """A table of rows, with one of the first as its heading where one of them is."""
    found = tuple(row for row in rows if row.trouble or any(text.strip() for text in row.cells))
    width = min(MOST_COLUMNS, max((len(row.cells) for row in found), default=0))
    numbered = tuple(f"column {at + 1}" for at in range(width))
    for at, row in enumerate(found[:_SEARCHED]):
        if _is_heading(row, found[at + 1 :]):
            names = tuple(
                (cell(row, n) or numbered[n]).replace("\n", " ")[:60] for n in range(width)
            )
            return RawTable(names, found[at + 1 :], *_above(found[:at]))
    return RawTable(numbered, found)


def _above(rows: tuple[RawRow, ...]) -> tuple[Head, tuple[str, ...]]:
    """What rows above the heading tell of the whole session, and which of them are left out."""
    head, told = Head(), []
    for row in rows:
        cells = [text.strip() for text in row.cells if text.strip()]
        line = ": ".join(part.rstrip(" :") for part in cells[:2]) if len(cells) > 1 else cells[0]
        said = said_in(line) if len(cells) < 3 else None
        whole = ", ".join(cells)
        if said and said[1]:
            head = head.having(*said)
        elif when_line(whole, ahead=True):
            titles = beside_when(whole)[:1]
            head = head.having(Said.WHEN, whole).having(Said.TITLE, "".join(titles))
        elif len(cells) == 1 and not head.title:
            head = head.having(Said.TITLE, line)
        else:
            words = " ".join(" ".join(cells).split())[:80]
            told.append(f"line {row.line}: “{words}” stands above the heading and was left out")
    return head, tuple(told)


def guess(table: RawTable) -> Guess:
    """Which column means what: what its heading says if its cells agree, else what they hold."""
    width = min(len(table.columns), MOST_COLUMNS)
    texts = [column_texts(table, at) for at in range(width)]
    found = Guess()
    for at in range(width):
        meant = _fitting(_meant(table.columns[at]), texts[at])
        if meant and getattr(found, meant) is None:
            found = replace(found, **{meant: at})
    found = _by_content(found, texts)
    return _with_title(found, texts)


def _fitting(meant: str, texts: tuple[str, ...]) -> str:
    """What a column means once its cells are looked at: "time" may be times or minutes."""
    if meant in {"minutes", "start", "end"} and not texts:
        return ""
    if meant == "title" and _share(texts, _is_figure) >= _ENOUGH:
        return ""
    if meant == "minutes" and _share(texts, _is_length) < _ENOUGH:
        return "start" if _share(texts, _is_span) >= _ENOUGH else meant
    clocks = _share(texts, _is_span)
    if meant == "start" and clocks and all(map(read_start, texts)):
        return meant  # among 9.15 and 10.15 a 9 is a time of day
    if meant in {"start", "end"} and clocks < _ENOUGH:
        return "minutes" if _share(texts, _is_length) >= _ENOUGH else ""
    return meant


def _by_content(found: Guess, texts: list[tuple[str, ...]]) -> Guess:
    taken = _taken_columns(found)
    for at, column in enumerate(texts):
        if at in taken or not column:
            continue
        if found.minutes is None and _are_short_hours(column):
            found = replace(found, minutes=at)
        elif _share(column, _is_span) >= _ENOUGH:
            if found.start is None:
                found = replace(found, start=at)
            elif found.end is None and found.start < at:
                found = replace(found, end=at)
        elif found.minutes is None and _are_lengths(column):
            found = replace(found, minutes=at)
    return found


def _are_short_hours(column: tuple[str, ...]) -> bool:
    """Whether 0:05, 0:30, 1:15 are hours and minutes, rather than times after a beginning."""
    hours = [found[1] for text in column if (found := _HOURS.fullmatch(text.strip()))]
    return len(hours) == len(column) and "0" in hours and not column[0].startswith("0:00")


def _are_lengths(column: tuple[str, ...]) -> bool:
    """Whether cells are lengths of time, and not the numbers 1, 2, 3 of the rows."""
    counted = [str(at + 1) for at in range(len(column))]
    bare = [text.strip().rstrip(".)") for text in column]
    return _share(column, _is_length) >= _ENOUGH and (len(column) < 2 or bare != counted)


def _with_title(found: Guess, texts: list[tuple[str, ...]]) -> Guess:
    free = [at for at, column in enumerate(texts) if at not in _taken_columns(found) and column]
    words = [at for at in free if _share(texts[at], _is_figure) < _ENOUGH]
    if found.title is None and words:
        found = replace(found, title=words[0])
    elif found.title is None and found.note is not None:
        found = replace(found, title=found.note, note=None)
    elif found.title is None and free:
        found = replace(found, title=free[0])
    left = [at for at in words if at not in _taken_columns(found)]
    if found.note is None and left:
        longest = max(left, key=lambda at: sum(map(len, texts[at])) / len(texts[at]))
        found = replace(found, note=longest)
    return found


def beside(table: RawTable, chosen: Guess) -> tuple[tuple[int, str], ...]:
    """The columns of words that mean nothing of their own; none where there is none of notes.

    What they hold goes into the notes behind what they are called, so that nothing is lost.
    """
    if chosen.note is None:
        return ()
    free = [at for at in range(len(table.columns)) if at not in _taken_columns(chosen)]
    held = ((at, column_texts(table, at)) for at in free)
    return tuple(
        (at, table.columns[at])
        for at, texts in held
        if texts and _share(texts, _is_figure) < _ENOUGH
    )


def _taken_columns(found: Guess) -> set[int]:
    parts = (found.title, found.minutes, found.start, found.end, found.lead, found.note)
    return {at for at in parts if at is not None}


def _share(texts: tuple[str, ...], test: Callable[[str], bool]) -> float:
    return sum(test(text) for text in texts) / len(texts) if texts else 0.0


def _is_span(text: str) -> bool:
    return not text.isdecimal() and read_start(text) is not None


def _is_length(text: str) -> bool:
    return read_length(text) is not None


def _is_figure(text: str) -> bool:
    apart = taken_apart(text)
    return (apart.told and not apart.rest) or _is_length(text)

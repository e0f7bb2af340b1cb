"""What a cell of the board of cycles says, the longest first: the grid takes what has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.cycle_board import Cell, Cycle
from facilitui.core.pathways.slot_entries import SlotEntries, kind_of_piece, words_of
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month, plural
from facilitui.widgets.pathway_words import GLYPHS

LACKS = "!"
"""What stands there where something is there, and does not count or is not enough."""


def mark(standing: Standing, *, there: bool) -> Content:
    """A mark of where something stands, `there` if anything is."""
    if standing is Standing.MISSING and there:
        return t.accent(LACKS)
    sign = GLYPHS[standing]
    return t.ink(sign) if standing in (Standing.MET, Standing.LOGGED) else t.soft(sign)


def fitting(variants: Sequence[str], width: int) -> str:
    """The first of several ways of saying something that has room; else the last, to be cut."""
    return next((each for each in variants if t.ink(each).cell_length <= width), variants[-1])


def cell_lines(cell: Cell, width: int, lines: int, today: date) -> t.Lines:
    """What is there of a cell, in so many lines: how much, its newest day, its newest words."""
    there = len(cell.logged)
    sign = mark(cell.standing, there=bool(there))
    told = fitting(_told(cell), width - 2)
    style = t.ink if there else t.soft
    first = t.join(sign, " ", style(told))
    rest = [f"last {_day(cell.last, today)}", _day(cell.last, today)] if cell.last else [""]
    second = t.soft(fitting(rest, width - 2))
    words = t.in_lines(" ".join(_newest(cell).split()), width - 2, lines - 2)
    below = [second, *(t.soft(each.plain) for each in words)]
    shown = [first, *(t.join("  ", each) for each in below)][:lines]
    return [t.fitted(each, width) for each in shown]


def _told(cell: Cell) -> list[str]:
    count = len(cell.logged)
    if cell.standing is Standing.SET_ASIDE:
        return ["set aside", "aside"]
    if cell.standing is Standing.NOT_NEEDED:
        return ["not needed"]
    if count:
        word, what = kind_of_piece(each.requirement for each in cell.places)
        short = plural(count, word, "entries" if word == "entry" else "")
        return [*([f"{short} {what}"] if what else []), short, str(count)]
    if cell.standing is Standing.WAITING:
        return ["waiting for an opportunity", "waiting"]
    return ["nothing yet", "nothing"]


def _newest(cell: Cell) -> str:
    newest = [(place.newest, place) for place in cell.places if place.newest is not None]
    if not newest:
        return ""
    logged, place = max(newest, key=lambda each: each[0].said.on or date.min)
    return words_of(logged, place.requirement)


def check_ins_told(cycle: Cycle, today: date) -> list[str]:
    """Whether a cycle's check-ins were held, are planned, or neither; nothing if none is asked."""
    if not cycle.check_ins:
        return [""]
    held, planned = len(cycle.held), len(cycle.planned)
    last = _last(cycle.check_ins, today)
    coming = _day(min((e.said.on for e in cycle.planned if e.said.on), default=None), today)
    if held:
        many = f"{plural(held, 'check-in')} held"
        next_one = f", next {coming}" if coming else ""
        return [
            *([f"{many}{next_one}"] if coming else [f"{many}, {last}"] if last else []),
            *([f"held {last}"] if last else []),
            *(many, "held"),
        ]
    if planned:
        on = (f"check-in planned {coming}", f"planned {coming}", f"next {coming}") if coming else ()
        return [*on, "check-in planned", "planned"]
    return ["no check-in yet", "no check-in", "none yet"]


def _last(places: Iterable[SlotEntries], today: date) -> str:
    return _day(max(filter(None, (each.last for each in places)), default=None), today)


def _day(on: date | None, today: date) -> str:
    return day_of_month(on, today) if on is not None else ""

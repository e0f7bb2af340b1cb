"""What stands below the grid of a board, as rows: the marked cell, each school, the pulses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.cycle_board import Cell, Cycle, CycleBoard, SchoolPlaces
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.remarks import still_open
from facilitui.core.pathways.requirements import CheckIns, Log
from facilitui.core.pathways.slot_entries import SlotEntries, chosen_in, words_of
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month
from facilitui.widgets.cycle_lines import INSET, headed_row, pulse_row, titled_row, words_row
from facilitui.widgets.cycle_words import mark
from facilitui.widgets.pathway_words import WORDS
from facilitui.widgets.rows import Row, blank_row


@dataclass(frozen=True, slots=True)
class Aim:
    """What a row is about."""

    requirement: str = ""
    slot: Slot | None = None
    entry: str = ""
    """What was logged there; empty where that is still to be done."""
    revision: int = 0
    """Which revision of it stands."""
    schools: bool = False
    """Whether it is that no school is entered."""


Aims = Mapping[str, Aim]
"""What each row that can be marked is about, by its key."""


class BoardRows:
    """Rows with what each is about."""

    def __init__(self, board: CycleBoard, today: date, *, airy: bool = False) -> None:
        """`airy` is for a high window: with space between what is asked of a school."""
        self._board, self._today, self._airy = board, today, airy
        self.aims: dict[str, Aim] = {}

    def of_cell(self, cell: Cell, cycle: Cycle) -> list[Row]:
        """The prompts of a cell's part, what is there, and the check-ins of its cycle.

        Unless the window is high what is there stands first.
        """
        told = f"{cell.part.name}, cycle {cell.cycle}"
        asks = [words_row("", t.soft("·"), each, indent=INSET) for each in cell.part.prompts]
        there_first = not self._airy and bool(cell.logged)
        rows = [headed_row(told), *([] if there_first else asks)]
        for place in cell.places:
            above = [] if there_first and len(rows) == 1 else [blank_row()]
            rows += [*above, *self._of_place(place, place.requirement.text)]
        rows += [blank_row(), *asks] if there_first and asks else []
        for place in cycle.check_ins:
            rows += [blank_row(), *self._of_place(place, f"Check-ins of cycle {cycle.number}")]
        return rows

    def of_schools(self) -> list[Row]:
        """What each school has, first its problem of practice."""
        rows: list[Row] = []
        for each in self._board.schools:
            rows += [*([blank_row()] if rows else []), *self._of_school(each)]
        if not rows and self._board.asks_schools:
            told = "No school is entered yet; schools stand in the details."
            rows = [headed_row("Schools"), self._row(Aim(schools=True), t.BLANK, told, soft=True)]
        return rows

    def of_pulses(self) -> list[Row]:
        """How answers on a scale go from day to day."""
        rows: list[Row] = []
        asked = ""
        for number, pulse in enumerate(self._board.pulses):
            rows += [blank_row()] if rows else []
            if pulse.requirement.id != asked:
                asked = pulse.requirement.id
                rows += [headed_row(pulse.requirement.text, wraps=True)]
            key = f"pulse {asked} {number}"
            self.aims[key] = Aim(asked)
            rows.append(pulse_row(key, pulse, self._today))
        return rows

    def _of_school(self, school: SchoolPlaces) -> Iterator[Row]:
        yield headed_row(school.school.name or school.school.id)
        for number, place in enumerate(school.places):
            if number and self._airy:
                yield blank_row()
            yield from self._of_place(place, place.requirement.text)

    def _of_place(self, place: SlotEntries, title: str) -> Iterator[Row]:
        """A line of what is asked, and how it stands there, with its entries below."""
        there = bool(place.logged)
        counts = any(not each.said.planned for each in place.logged)
        sign, told = mark(place.standing, there=counts), _stands(place)
        yield titled_row(sign, title, told)
        current = isinstance(place.requirement, Log) and place.requirement.current
        shown = [place.logged[-1]] if there and current else list(place.logged)
        for logged in shown:
            yield self._entry_row(place, logged)
        if not there:
            aim = Aim(place.requirement.id, place.slot)
            is_check_in = isinstance(place.requirement, CheckIns)
            nothing = "No check-in yet" if is_check_in else "Nothing yet"
            yield self._row(aim, t.BLANK, nothing, soft=True)

    def _entry_row(self, place: SlotEntries, logged: Logged) -> Row:
        aim = Aim(place.requirement.id, place.slot, logged.source.entry, logged.revision)
        return self._row(aim, self._when(logged), words_of(logged, place.requirement), place)

    def _when(self, logged: Logged) -> Content:
        on = logged.said.on
        return t.soft(day_of_month(on, self._today) if on is not None else "no day")

    def _row(
        self,
        aim: Aim,
        label: Content,
        words: str,
        place: SlotEntries | None = None,
        *,
        soft: bool = False,
    ) -> Row:
        slot = aim.slot or Slot()
        where = f"{slot.cycle or ''} {slot.part} {slot.school}"
        key = f"{aim.requirement} {where} {aim.entry}{' schools' if aim.schools else ''}"
        self.aims[key] = aim
        end = self._end(aim, place) if place is not None and aim.entry else ""
        return words_row(key, label, words, soft=soft, end=end)

    def _end(self, aim: Aim, place: SlotEntries) -> str:
        """What else is said of an entry: which version it is, how far, upon which it rests."""
        logged = next(each for each in place.logged if each.source.entry == aim.entry)
        told = [chosen_in(logged, place.requirement)]
        if isinstance(place.requirement, Log) and place.requirement.current:
            told = [f"version {logged.revision}"]
        if isinstance(place.requirement, CheckIns):
            told = []
        if logged.said.upon_revision:
            told.append(self._rests(logged))
        school = _school_of(place, logged, self._board)
        return ", ".join(filter(None, (*told, school)))

    def _rests(self, logged: Logged) -> str:
        """Upon which version an entry rests, and of how many, where that is known."""
        stands = (
            each.revision
            for school in self._board.schools
            for place in school.places
            for each in place.logged
            if each.source.entry == logged.said.upon
        )
        of = next(stands, logged.said.upon_revision)
        return f"on version {logged.said.upon_revision}" + (
            f" of {of}" if of > logged.said.upon_revision else ""
        )


def _school_of(place: SlotEntries, logged: Logged, board: CycleBoard) -> str:
    """The school of an entry where the place is not that of one school."""
    asked = logged.said.slot.school
    if not asked or place.slot.school:
        return ""
    found = (each.school.name for each in board.schools if each.school.id == asked)
    return next(found, asked)


def _stands(place: SlotEntries) -> str:
    """How a place stands, in words; nothing where its only row says that nothing is there."""
    if place.reason:
        return f"{place.standing.label.lower()}: {place.reason}"
    if lacking := still_open(place.lacks):
        return lacking[0]
    newest = place.newest
    if newest is None:
        return "" if place.standing is Standing.MISSING else WORDS[place.standing]
    if isinstance(place.requirement, Log) and place.requirement.current:
        return ""
    planned = sum(each.said.planned for each in place.logged)
    held = len(place.logged) - planned
    word = "held" if isinstance(place.requirement, CheckIns) else "logged"
    told = (f"{held} {word}" if held else "", f"{planned} planned" if planned else "")
    return ", ".join(filter(None, told))

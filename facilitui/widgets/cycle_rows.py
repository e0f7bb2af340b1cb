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
from facilitui.core.pathways.places import Place, chosen_in, words_of
from facilitui.core.pathways.pulse import Pulse
from facilitui.core.pathways.requirements import CheckIns, Log
from facilitui.core.pathways.standings.counting import NOTHING_YET
from facilitui.core.pathways.words import Standing
from facilitui.core.told import capital, day_of_month
from facilitui.widgets.cycle_pulse import pulse_lines
from facilitui.widgets.cycle_words import mark
from facilitui.widgets.pathway_words import WORDS
from facilitui.widgets.rows import Row, blank_row

WHEN = 8
"""The column behind a day; where one has its year it is wider."""
INSET = 2
"""Where what is asked begins, behind its mark, and what is there of it below."""
LINES = 4
"""Of what somebody wrote as many are shown; the rest is in the journal."""
LONGEST = 1000


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
        """`airy` is with space between what is asked of a school."""
        self._board, self._today, self._airy = board, today, airy
        self.aims: dict[str, Aim] = {}

    def of_cell(self, cell: Cell, cycle: Cycle) -> list[Row]:
        """The prompts of a cell's part, what is there, and the check-ins of its cycle."""
        told = f"{cell.part.name}, cycle {cell.cycle}"
        rows = [_headed(told)]
        rows += [_words_row("", t.soft("·"), each, indent=2) for each in cell.part.prompts]
        for place in cell.places:
            rows += [blank_row(), *self._of_place(place, place.requirement.text)]
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
            rows = [_headed("Schools"), self._row(Aim(schools=True), t.BLANK, told, soft=True)]
        return rows

    def of_pulses(self) -> list[Row]:
        """How answers on a scale go from day to day."""
        rows: list[Row] = []
        asked = ""
        for number, pulse in enumerate(self._board.pulses):
            rows += [blank_row()] if rows else []
            if pulse.requirement.id != asked:
                asked = pulse.requirement.id
                rows += [_headed(pulse.requirement.text, wraps=True)]
            key = f"pulse {asked} {number}"
            self.aims[key] = Aim(asked)
            rows.append(_pulse_row(key, pulse, self._today))
        return rows

    def _of_school(self, school: SchoolPlaces) -> Iterator[Row]:
        yield _headed(school.school.name or school.school.id)
        for number, place in enumerate(school.places):
            if number and self._airy:
                yield blank_row()
            yield from self._of_place(place, place.requirement.text)

    def _of_place(self, place: Place, title: str) -> Iterator[Row]:
        """A line of what is asked, and how it stands there, with its entries below."""
        there = bool(place.logged)
        counts = any(not each.said.planned for each in place.logged)
        sign, told = mark(place.standing, there=counts), _stands(place)
        yield _titled(sign, title, told)
        current = isinstance(place.requirement, Log) and place.requirement.current
        shown = [place.logged[-1]] if there and current else list(place.logged)
        for logged in shown:
            yield self._entry_row(place, logged)
        if not there:
            aim = Aim(place.requirement.id, place.slot)
            is_check_in = isinstance(place.requirement, CheckIns)
            nothing = "No check-in yet" if is_check_in else "Nothing yet"
            yield self._row(aim, t.BLANK, nothing, soft=True)

    def _entry_row(self, place: Place, logged: Logged) -> Row:
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
        place: Place | None = None,
        *,
        soft: bool = False,
    ) -> Row:
        slot = aim.slot or Slot()
        where = f"{slot.cycle or ''} {slot.part} {slot.school}"
        key = f"{aim.requirement} {where} {aim.entry}{' schools' if aim.schools else ''}"
        self.aims[key] = aim
        end = self._end(aim, place) if place is not None and aim.entry else ""
        return _words_row(key, label, words, soft=soft, end=end)

    def _end(self, aim: Aim, place: Place) -> str:
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


def _school_of(place: Place, logged: Logged, board: CycleBoard) -> str:
    """The school of an entry where the place is not that of one school."""
    asked = logged.said.slot.school
    if not asked or place.slot.school:
        return ""
    found = (each.school.name for each in board.schools if each.school.id == asked)
    return next(found, asked)


def _stands(place: Place) -> str:
    """How a place stands, in words; nothing where its only row says that nothing is there."""
    if place.reason:
        return f"{place.standing.label.lower()}: {place.reason}"
    if lacking := [each for each in place.lacks if each != NOTHING_YET]:
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


def _headed(title: str, *, wraps: bool = False) -> Row:
    if not wraps:
        return Row("", lambda width, marked: [t.fitted(t.strong(title), width)], heads=True)

    def lines(width: int) -> t.Lines:
        return t.clipped(t.wrapped(title, t.reading(width), f"bold {t.INK}"), 2, width)

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)), heads=True)


def _titled(sign: Content, title: str, told: str) -> Row:
    """What is asked behind its mark, and how it stands at the right, or below a long one."""

    def lines(width: int) -> t.Lines:
        end = t.soft(told)
        whole = t.soft(title)
        if whole.cell_length + end.cell_length + 4 <= width:
            return [t.spread(t.join(sign, " ", whole), end, width)]
        said = t.clipped(t.wrapped(title, width - 2, t.SOFT), 2, width - 2)
        below = t.clipped(t.wrapped(capital(told), width - 2, t.SOFT), 2, width - 2) if told else []
        return t.labelled(t.join(sign, " "), [*said, *below], 2)

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)), heads=True)


def _words_row(
    key: str, label: Content, text: str, *, soft: bool = False, end: str = "", indent: int = WHEN
) -> Row:
    """As many lines as its words take, behind a label; what can be marked stands in."""
    inset = INSET if key and label else 0

    def lines(width: int) -> t.Lines:
        side = min(inset + max(indent, label.cell_length + 2), width // 2) if label else INSET
        room = width - side
        last = t.soft(end)
        words = " ".join(text[:LONGEST].split())
        said = t.wrapped(words, t.reading(room), t.SOFT if soft else t.INK)
        said = t.clipped(said, LINES, t.reading(room))
        if end and len(said) == 1 and said[0].cell_length + 2 + last.cell_length <= room:
            said = [t.spread(said[0], last, room)]
        elif end:
            said.append(t.fitted(last, room))
        return t.labelled(t.fitted(t.join(" " * inset, label), side - 1), said, side)

    return Row(key, lambda width, marked: lines(width), lambda width: len(lines(width)))


def _pulse_row(key: str, pulse: Pulse, today: date) -> Row:
    def lines(width: int) -> t.Lines:
        return pulse_lines(pulse, width, today)

    return Row(key, lambda width, marked: lines(width), lambda width: len(lines(width)))

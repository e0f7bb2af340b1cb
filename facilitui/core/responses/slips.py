"""Paper slips that are typed in: one row a slip, a digit an answer, nothing asked twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from pydantic import Field, model_validator

from facilitui.core.base import Line, Record
from facilitui.core.responses.feedback import (
    EFFECT,
    GROWTH,
    MOST_GOALS,
    Item,
    Response,
    check_levels,
)

Question = tuple[Item, str]
"""What is answered with a digit, and the goal that it is about; no goal, the whole session."""
WORDED = (Item.INTENTION, Item.ONE_CHANGE)
"""What it answers in words."""
MOST_SLIPS = 500


class Slips(Record):
    """What was typed of the slips of one session so far."""

    attendance: int | None = Field(default=None, ge=0, le=100_000)
    goals: tuple[Line, ...] = Field(default=(), max_length=MOST_GOALS)
    """The goals that before and now are asked about; none for the session as a whole."""
    responses: tuple[Response, ...] = Field(default=(), max_length=MOST_SLIPS)
    after: int = Field(default=0, ge=0)
    """The number of the last set of answers that was there when they were begun."""
    entry: Line = ""
    """The entry that has some of them already, whose next revision they are; else empty."""

    @model_validator(mode="after")
    def _on_the_usual_scales(self) -> Self:
        check_levels(self.responses)
        return self


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """Slips under one another, and where the next digit goes."""

    slips: Slips
    row: int = 0
    at: int = 0
    """Which question is next; behind the last one the slip is complete."""

    @property
    def here(self) -> Response:
        """The slip that is being typed; an empty one behind the last."""
        rows = self.slips.responses
        return rows[self.row] if self.row < len(rows) else Response()

    @property
    def asked(self) -> Question | None:
        """What the next digit answers; None once the slip is complete."""
        asked = questions(self.slips)
        return asked[self.at] if self.at < len(asked) else None


def questions(slips: Slips) -> tuple[Question, ...]:
    """What a slip answers with a digit, in the order of the form on paper.

    What was answered already stays among it, whatever is asked by now.
    """
    about = dict.fromkeys(slips.goals or ("",))
    for slip in slips.responses:
        about |= dict.fromkeys([""] if slip.levels.keys() & GROWTH else [])
        about |= dict.fromkeys(slip.goals)
    effect = tuple((item, "") for item in EFFECT)
    return (*effect, *((item, goal) for goal in about for item in GROWTH))


def as_text(slips: Slips) -> str:
    """Slips to be kept by other means: a line each, its digits, then its words."""
    asked = questions(slips)
    return "\n".join(_line(slip, asked) for slip in slips.responses)


def _line(slip: Response, asked: tuple[Question, ...]) -> str:
    levels = (slip.level(*question) for question in asked)
    digits = " ".join("-" if level is None else str(level) for level in levels)
    return "; ".join([digits, *(" ".join(text.split()) for text in slip.words.values())])


def opened(slips: Slips) -> SlipSheet:
    """Slips with a new one begun behind the last."""
    return SlipSheet(slips, row=len(slips.responses))


def keyed(sheet: SlipSheet, digit: int) -> SlipSheet:
    """A digit as the answer that is next, if that has such a level."""
    question = sheet.asked
    if question is None or digit not in question[0].levels:
        return sheet
    return replace(_with(sheet, _answering(sheet.here, question, digit)), at=sheet.at + 1)


def digits(sheet: SlipSheet) -> str:
    """The digits that answer what is next, from the least to the most; empty for nothing."""
    levels = sheet.asked[0].levels if sheet.asked is not None else range(0)
    return f"{levels[0]}-{levels[-1]}" if levels else ""


def refused(sheet: SlipSheet, digit: int) -> str:
    """Why a digit answers nothing; empty where it does."""
    if sheet.asked is None:
        return "This slip is complete: enter begins the next one."
    item = sheet.asked[0]
    return "" if digit in item.levels else f"{item.short} takes {digits(sheet)}, not {digit}."


def passed(sheet: SlipSheet) -> SlipSheet:
    """The answer that is next was not given: missing is missing."""
    if sheet.asked is None:
        return sheet
    return replace(_with(sheet, _answering(sheet.here, sheet.asked, None)), at=sheet.at + 1)


def _answering(slip: Response, question: Question, level: int | None) -> Response:
    """A slip with another answer to a question, or without one."""
    item, goal = question
    before = slip.goals.get(goal, {}) if goal else slip.levels
    levels = {each: was for each, was in before.items() if each is not item}
    levels |= {} if level is None else {item: level}
    if not goal:
        return slip.model_copy(update={"levels": levels})
    goals = {name: told for name, told in slip.goals.items() if name != goal}
    return slip.model_copy(update={"goals": goals | ({goal: levels} if levels else {})})


def taken_back(sheet: SlipSheet) -> SlipSheet:
    """The answer before is open again."""
    at = max(0, sheet.at - 1)
    return replace(passed(replace(sheet, at=at)), at=at)


def worded(sheet: SlipSheet, words: Mapping[Item, str]) -> SlipSheet:
    """What stands on the slip in words."""
    kept = {item: text for item, text in words.items() if text.strip()}
    return _with(sheet, sheet.here.model_copy(update={"words": kept}))


def moved(sheet: SlipSheet, across: int = 0, down: int = 0) -> SlipSheet:
    """Another answer or another slip; below the last one a new one, if that is not empty."""
    row = min(max(0, sheet.row + down), len(sheet.slips.responses))
    at = 0 if row != sheet.row else min(max(0, sheet.at + across), len(questions(sheet.slips)))
    return SlipSheet(sheet.slips, row, at)


def ended(sheet: SlipSheet) -> SlipSheet:
    """The next slip, once this one says something."""
    return sheet if sheet.row == len(sheet.slips.responses) else moved(sheet, down=1)


def without(sheet: SlipSheet) -> SlipSheet:
    """The slip that is being typed is gone."""
    rows = sheet.slips.responses
    left = (*rows[: sheet.row], *rows[sheet.row + 1 :])
    return SlipSheet(sheet.slips.model_copy(update={"responses": left}), min(sheet.row, len(left)))


def with_attendance(sheet: SlipSheet, count: int | None) -> SlipSheet:
    """How many came."""
    return replace(sheet, slips=sheet.slips.model_copy(update={"attendance": count}))


def saved_as(sheet: SlipSheet, entry: str) -> SlipSheet:
    """An entry has some of these slips by now."""
    return replace(sheet, slips=sheet.slips.model_copy(update={"entry": entry}))


def asked_about(sheet: SlipSheet, goals: tuple[str, ...]) -> SlipSheet:
    """Before and now are asked about each of these goals, or about the session as a whole."""
    return replace(sheet, at=0, slips=sheet.slips.model_copy(update={"goals": goals}))


def _with(sheet: SlipSheet, slip: Response) -> SlipSheet:
    """This slip in the place of the one that is being typed; a new one has to say something."""
    rows = [*sheet.slips.responses]
    if sheet.row < len(rows):
        rows[sheet.row] = slip
    elif slip != Response() and len(rows) < MOST_SLIPS:
        rows.append(slip)
    return replace(sheet, slips=sheet.slips.model_copy(update={"responses": tuple(rows)}))

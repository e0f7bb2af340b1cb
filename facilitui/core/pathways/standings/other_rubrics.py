"""Scores of a phase under another rubric, or another version of it: told, and never mixed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Observed
from facilitui.core.pathways.enrolment import PriorityAreas
from facilitui.core.pathways.remarks import Remark, RemarkKind
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month


def is_under(rubric: RubricRef, each: Observed) -> bool:
    """Whether an observation was scored with this version of a rubric."""
    return (each.rubric.id, each.rubric.version) == (rubric.id, rubric.version)


def area_name(areas: PriorityAreas, area: str, seen: str) -> str:
    """What an area is called, as far as anybody said: in the list of areas, else on the rubric."""
    return areas.names.get(area, "").strip() or seen.strip() or area


def not_mixed(areas: PriorityAreas, others: Sequence[Observed]) -> Iterator[Remark]:
    """Each of those observations with its day and the levels of the areas that are asked for."""
    for each in others:
        levels = ", ".join(
            f"{area_name(areas, area, each.names.get(area, ''))} {each.levels[area]}"
            for area in areas.areas
            if area in each.levels
        )
        on = f" of {day_of_month(each.source.on)}" if each.source.on is not None else ""
        told = line(f"scores{on} under {_called(each.rubric)} are not mixed in: {levels}")
        yield Remark(RemarkKind.SCORES, told, each.source)


def under(rubric: RubricRef, others: Sequence[Observed]) -> str:
    """What tells the rubric that counts from the others: its version, where only that differs."""
    same = rubric.version and all(each.rubric.id == rubric.id for each in others)
    return f"version {rubric.version}" if same else _called(rubric)


def newer(
    rubric: RubricRef, counted: Mapping[str, date | None], others: Sequence[Observed]
) -> Iterator[Remark]:
    """That what counts is not the newest that was scored; nothing where it is.

    `counted` are the days of the scores that count, by their areas.
    """
    later = [each for each in others if any(_is_later(each, *one) for one in counted.items())]
    if later:
        same = all(each.rubric.id == rubric.id for each in later)
        told = f"newer scores under another {'version' if same else 'rubric'} exist"
        yield Remark(RemarkKind.SCORES, told)


def _is_later(each: Observed, area: str, on: date | None) -> bool:
    days = on is not None and each.source.on is not None and each.source.on > on
    return days and area in each.levels


def _called(rubric: RubricRef) -> str:
    return quoted(rubric.told or "a rubric that is not named")

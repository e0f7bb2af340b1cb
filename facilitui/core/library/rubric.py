"""Rubrics: criteria by levels, in versions. A score keeps the version it was given under.

The shipped one is our own (facts §8); a programme's comes as a file of its own, with its own
scale, and nothing is rescaled (requirements A-43). Which criteria are priority areas is data, with
who designated them and when (A-44).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from facilitui.core.base import Id, Line, Model, Text
from facilitui.core.told import plural, short_day
from facilitui.core.vocabulary import Provenance

Level = Annotated[str, StringConstraints(pattern=r"^[1-9]$")]
"""A level as a file writes it; levels are counted from 1."""


class Criterion(Model):
    """One criterion: what it is called, and what it looks like at each level."""

    id: Id
    name: Line
    levels: Mapping[Level, Text]
    rows: tuple[Line, ...] = ()
    """The requirements it speaks to, by their row."""


class Rubric(Model):
    """Criteria × levels. Raises ValueError where a level of a criterion is missing."""

    kind: Literal["rubric"] = "rubric"
    id: Id
    version: Line = "1"
    name: Line
    author: Line = ""
    provenance: Provenance = Provenance.OWN
    rule: Line = ""
    """How to score with it, in a sentence."""
    scale: Mapping[Level, Line] = Field(min_length=2, max_length=9)
    """What each level is called."""
    criteria: tuple[Criterion, ...] = Field(min_length=1, max_length=60)
    priority: tuple[Id, ...] = ()
    """The criteria that a programme designated as priority areas; none until it has."""
    priority_source: Line = ""
    """Who designated them."""
    priority_since: date | None = None

    @property
    def told(self) -> str:
        """Its version and size, who wrote it, and who designated its priority areas and when."""
        told = (
            f"version {self.version}",
            plural(len(self.criteria), "criterion", "criteria"),
            f"{self.top} levels",
            self.author.strip(),
            self._designated() if self.priority else "",
        )
        return ", ".join(filter(None, told))

    def _designated(self) -> str:
        """How many priority areas there are, by whom they were designated, and since when."""
        by = f"by {self.priority_source.strip()}" if self.priority_source.strip() else ""
        since = f"since {short_day(self.priority_since)}" if self.priority_since else ""
        areas = plural(len(self.priority), "priority area")
        return " ".join(filter(None, (areas, by, since)))

    @model_validator(mode="after")
    def _whole(self) -> Rubric:
        """Every level from 1 on, of every criterion; each criterion once; priorities that exist.

        A sentence begins with the key that it is about, by which its line in the file is found.
        """
        wanted = [str(level) for level in range(1, len(self.scale) + 1)]
        if sorted(self.scale) != wanted:
            raise ValueError(f"scale must have the levels {', '.join(wanted)}, without a gap")
        ids = [criterion.id for criterion in self.criteria]
        if doubled := sorted({each for each in ids if ids.count(each) > 1}):
            raise ValueError(f"two criteria have the id {doubled[0]}")
        for number, criterion in enumerate(self.criteria, 1):
            if told := _missing(criterion.levels, wanted):
                raise ValueError(f"criteria[{number}] levels {told} ({criterion.id})")
        if unknown := sorted(set(self.priority) - set(ids)):
            raise ValueError(f"priority names {unknown[0]}, which is no criterion of this rubric")
        return self

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.scale)

    def criterion(self, id: str) -> Criterion | None:
        """The criterion of that id; None where it is of another version."""
        return next((each for each in self.criteria if each.id == id), None)


def _missing(levels: Mapping[Level, Text], wanted: Sequence[str]) -> str:
    """What is wrong with the texts of a criterion, as the end of a sentence."""
    if lacking := [level for level in wanted if not levels.get(level, "").strip()]:
        return f"must say something at level {lacking[0]}: the scale has {len(wanted)} levels"
    if extra := sorted(set(levels) - set(wanted)):
        return f"must say nothing at level {extra[0]}: the scale ends at {wanted[-1]}"
    return ""

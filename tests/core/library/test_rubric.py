"""Rubrics: whole or refused, with whatever scale a programme has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from facilitui.core.debriefs.scores import ref
from facilitui.core.library.rubric import Rubric
from tests.core.rubrics import rubric, rubric_data


@pytest.mark.parametrize("levels", range(2, 10))
def test_any_scale_is_taken_as_it_is(levels: int) -> None:
    """From two levels to nine; the highest is what the file says, nothing is rescaled."""
    ours = rubric(levels)
    assert ours.top == levels == ref(ours).top
    assert ref(ours).level_told(levels) == f"{levels} of {levels}, L{levels}"
    assert ours.priority == ()


@pytest.mark.parametrize("levels", [1, 10])
def test_no_other_scale_is_one(levels: int) -> None:
    """One level tells nothing apart; more than nine have no key."""
    with pytest.raises(ValidationError):
        rubric(levels)


def _drop(data: Any) -> None:
    del data["criteria"][1]["levels"]["3"]


def _blank(data: Any) -> None:
    data["criteria"][0]["levels"]["2"] = " \n"


def _more(data: Any) -> None:
    data["criteria"][1]["levels"]["5"] = "x"


def _gap(data: Any) -> None:
    data["scale"]["9"] = data["scale"].pop("2")


def _twice(data: Any) -> None:
    data["criteria"][1]["id"] = "a"


def _unknown(data: Any) -> None:
    data["priority"] = ["gone"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_drop, "criteria[2] levels must say something at level 3: the scale has 4 levels (b)"),
        (_blank, "criteria[1] levels must say something at level 2: the scale has 4 levels (a)"),
        (_more, "criteria[2] levels must say nothing at level 5: the scale ends at 4 (b)"),
        (_gap, "scale must have the levels 1, 2, 3, 4, without a gap"),
        (_twice, "two criteria have the id a"),
        (_unknown, "priority names gone, which is no criterion of this rubric"),
    ],
)
def test_a_rubric_that_is_not_whole_is_refused(spoil: Callable[[Any], None], told: str) -> None:
    """With one sentence that begins with the key that it is about."""
    data = rubric_data()
    spoil(data)
    with pytest.raises(ValidationError) as error:
        Rubric.model_validate(data)
    assert str(error.value.errors()[0]["ctx"]["error"]) == told


def test_a_criterion_of_another_version_is_none() -> None:
    """It is not made up."""
    ours = rubric()
    assert ours.criterion("b") is ours.criteria[1] and ours.criterion("z") is None


def test_a_rubric_tells_whose_it_is_and_who_designated_its_priority_areas() -> None:
    """What nobody said of it is not told."""
    data = rubric_data() | {"author": "our own words"}
    assert Rubric.model_validate(data).told == "version 1, 2 criteria, 4 levels, our own words"
    data |= {"priority": ["b"], "priority_source": "the programme", "priority_since": "2026-09-01"}
    assert Rubric.model_validate(data).told.endswith(
        ", 1 priority area by the programme since Tue 1 Sep 2026"
    )
    assert Rubric.model_validate(rubric_data()).told == "version 1, 2 criteria, 4 levels"

"""Scores whose rubric or criterion is not known any more, and rubrics that cannot be read."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.core.errors import Problem
from facilitui.core.library.shelf import Shelf
from facilitui.services.debriefs.criteria import left_over
from facilitui.services.debriefs.score_places import entry_id
from tests.core.rubrics import rubric
from tests.services.fakes import FixedLibrary
from tests.services.scored import OURS, Study, levels


@pytest.fixture
async def study() -> Study:
    """A session that has ended."""
    study = Study()
    await study.run()
    return study


async def test_scores_that_name_no_rubric_stay_until_one_is_chosen(study: Study) -> None:
    """By a hand in the journal: they are shown, and go only with a reason."""
    unnamed = RubricRef(name="Ours", version="1")
    given = SelfScores(
        session=study.session, rubric=unnamed, scores=(Score(criterion="a", level=2),)
    )
    await study.put(entry_id(study.session), "scores", given)
    desk = await study.open()
    assert levels(desk) == {"a": 2} and desk.rubric is None and not desk.unsaved
    assert desk.leaves_saved("ours")
    desk.use("ours", "it was ours")
    assert desk.sheet.withdrawn[0].reason == "it was ours" and desk.rubric == OURS
    desk.undo()
    assert levels(desk) == {"a": 2}


async def test_a_score_without_its_criterion_is_no_score_of_the_rubric(study: Study) -> None:
    """Its own copy of a version has one criterion less; what was scored by it stays saved."""
    desk = await study.open()
    desk.score("a", 2)
    desk.score("b", 3)
    await desk.save()
    study.shelve(rubric(criteria=("b",)))
    desk = await study.open()
    assert [row.id for row in desk.rows] == ["b"]
    assert [each.criterion for each in left_over(desk.sheet, desk.known)] == ["a"]
    desk.score("b", 4, "seen again")
    await desk.save()
    assert {each["criterion"] for each in study.saved[-1]["scores"]} == {"a", "b"}


async def test_rubrics_that_cannot_be_read_are_known(study: Study) -> None:
    """By their files, each once, and no other file."""
    files = ("/h/rubrics/own.toml", "/h/rubrics/own.toml", "/h/norms/own.toml")
    problems = tuple(Problem(each, 1, 1, "is damaged") for each in files)
    study.library = FixedLibrary(Shelf(rubrics={"ours": OURS}, problems=problems))
    assert (await study.open()).known.unread == ("own.toml",)

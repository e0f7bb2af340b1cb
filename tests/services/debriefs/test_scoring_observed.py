"""An observer's scores: kept in their observation, apart from one's own, beside them on a sheet."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import Score, SelfScores, Spread, ref
from facilitui.core.errors import NotFound, SavedMeanwhile
from facilitui.core.journals.journal import body_of
from facilitui.services.debriefs.observing import HALF_CHANGED, HALF_SCORED, Observing
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from tests.core.making import HOSTILE, START
from tests.core.rubrics import rubric
from tests.services.evidence_home import MemoryAttachments
from tests.services.fakes import counting
from tests.services.scored import OURS, Study, levels

ANA = "observation-1"
NEWER = rubric(criteria=("a", "z"), version="2")


@pytest.fixture
async def study() -> Study:
    """A session that Ana observed without scoring it."""
    study = Study()
    await study.run()
    seen = Observation(session=study.session, giver="Ana", feedback=HOSTILE)
    await study.put(ANA, "observation", seen)
    return study


def observing(study: Study) -> Observing:
    """The observations of the same home."""
    around = (study.sessions, study.journal, study.drafts)
    return Observing(*around, MemoryAttachments(), study.clock, counting())


def said(study: Study, entry: str = ANA) -> list[dict[str, Any]]:
    """What every revision of an entry says."""
    return [body_of(each) for each in study.journal.documents if each["id"] == entry]


async def scored(study: Study, **given: int) -> ScoringDesk:
    """Ana's scores, once they are saved."""
    desk = await study.open_observed(ANA)
    for criterion, level in given.items():
        desk.score(criterion, level)
    await desk.save()
    return desk


async def test_they_are_a_revision_of_the_observation(study: Study) -> None:
    """The feedback stays as it was; the rubric is named; of one's own there is nothing."""
    desk = await study.open_observed(ANA)
    assert (desk.observation, desk.giver) == (ANA, "Ana") and not desk.unsaved
    desk.score("a", 2)
    desk.note("a", HOSTILE, desk.draft)
    desk.place("a", 90)
    await desk.save()
    first, second = said(study)
    assert second["feedback"] == first["feedback"] == HOSTILE and not first["scores"]
    assert second["rubric"]["levels"] == ["L1", "L2", "L3", "L4"] and second["reason"] == ""
    (score,) = second["scores"]
    assert (score["level"], score["note"], score["moment"]) == (2, HOSTILE, 90)
    assert not study.saved and not study.drafts.kept
    assert levels(await study.open()) == {}


async def test_a_saved_one_changes_with_a_reason(study: Study) -> None:
    """Which is that of the revision; what was taken out is told in it too."""
    desk = await scored(study, a=2, b=3)
    assert desk.needs_reason("a", 4)
    desk.score("a", 4, "the film shows more")
    desk.score("b", None, "not seen")
    await desk.save()
    assert said(study)[-1]["reason"] == (
        "Criterion a: 2 to 4, the film shows more; Criterion b: 3 taken out, not seen"
    )
    assert levels(await study.open_observed(ANA)) == {"a": 4}


async def test_what_was_given_is_there_after_a_crash(study: Study) -> None:
    """As a draft of the scores alone, and the list of observations says so."""
    desk = await study.open_observed(ANA)
    desk.score("b", 3)
    await desk.keep_draft()
    again = await study.open_observed(ANA)
    assert again.sheet == desk.sheet and again.unsaved and not again.notice
    (row,) = await observing(study).rows(study.session)
    assert HALF_SCORED in row.told
    await again.save()
    (row,) = await observing(study).rows(study.session)
    assert HALF_SCORED not in row.told


async def test_the_form_and_the_scores_lose_nothing_of_each_other(study: Study) -> None:
    """What is half typed in one outlives a saving of the other, and neither undoes it."""
    desk = await study.open_observed(ANA)
    desk.score("a", 1)
    await desk.keep_draft()
    made = await observing(study).open(study.session, ANA)
    made.take({**{each.key: each.value for each in made.form.fields}, "giver": "Ana Díaz"})
    await made.keep()
    (row,) = await observing(study).rows(study.session)
    assert HALF_CHANGED in row.told and HALF_SCORED in row.told
    study.clock.move(5)
    await desk.save()
    study.clock.move(5)
    made = await observing(study).open(study.session, ANA)
    assert made.half == {"giver": "Ana Díaz"} and not made.notice
    desk = await study.open_observed(ANA)
    desk.score("b", 4)
    await desk.keep_draft()
    study.clock.move(5)
    made.half = {**made.half, "reason": "her whole name"}
    assert await made.save()
    again = await study.open_observed(ANA)
    assert levels(again) == {"a": 1, "b": 4} and again.giver == "Ana Díaz" and not again.notice
    await desk.save()
    newest = said(study)[-1]
    assert newest["giver"] == "Ana Díaz" and len(newest["scores"]) == 2
    assert len(said(study)) == 4


async def test_two_copies_lose_nothing_of_each_other(study: Study) -> None:
    """Whoever saves scores second is told, and finds both."""
    one, two = await study.open_observed(ANA), await study.open_observed(ANA)
    one.score("a", 1)
    await one.save()
    two.score("b", 2)
    await two.keep_draft()
    with pytest.raises(SavedMeanwhile):
        await two.save()
    await two.save()
    assert levels(await study.open_observed(ANA)) == {"a": 1, "b": 2}


async def test_one_s_own_stand_beside_an_observer_s_and_theirs_beside_one_s_own(
    study: Study,
) -> None:
    """Under whose they are; each sheet has only its own; both are a choice away."""
    await scored(study, a=2)
    own = await study.open()
    own.score("a", 4)
    own.score("b", 1)
    await own.save()
    seen = Observation(session=study.session, giver="", rubric=ref(OURS))
    seen = seen.model_copy(update={"scores": (Score(criterion="a", level=3),)})
    await study.put("observation-2", "observation", seen)
    own, theirs = await study.open(), await study.open_observed(ANA)
    assert (levels(own), levels(theirs)) == ({"a": 4, "b": 1}, {"a": 2})
    beside = [(each.by, each.is_own, each.score.level) for each in own.rows[0].seen]
    assert beside == [("Ana", False, 2), ("an observer", False, 3)]
    beside = [(each.by, each.is_own, each.score.level) for each in theirs.rows[0].seen]
    assert beside == [("You", True, 4), ("an observer", False, 3)]
    assert [each.score.level for each in theirs.rows[1].seen] == [1] and not own.rows[1].seen
    rows = [(each.observation, each.by, each.told) for each in own.known.sheets]
    assert rows == [
        ("", "", "2 criteria scored"),
        (ANA, "Ana", "1 criterion scored"),
        ("observation-2", "an observer", "1 criterion scored"),
    ]


async def test_an_observer_s_earlier_ones_are_theirs(study: Study) -> None:
    """Known by their name, whatever its case; one's own are not among them."""
    old = Observation(
        session="old", giver="ana ", held_at=START.replace(year=2020), rubric=ref(OURS)
    )
    old = old.model_copy(update={"scores": (Score(criterion="a", level=2),)})
    await study.put("observation-0", "observation", old)
    mine = SelfScores(session="old", held_at=old.held_at, rubric=ref(OURS))
    mine = mine.model_copy(update={"scores": (Score(criterion="a", level=4),)})
    await study.put("scores-old", "scores", mine)
    assert (await study.open_observed(ANA)).rows[0].earlier == Spread(2, 2, 2, 1)
    assert (await study.open()).rows[0].earlier == Spread(4, 4, 4, 1)


async def test_another_version_of_the_rubric_is_said(study: Study) -> None:
    """Scores stay under theirs; nothing given under another is set beside them."""
    await scored(study, a=2)
    study.shelve(NEWER)
    own, theirs = await study.open(), await study.open_observed(ANA)
    assert theirs.rubric is None and levels(theirs) == {"a": 2} and theirs.leaves_saved("ours")
    assert own.sheet.rubric.version == "2" and not own.rows[0].seen
    (other,) = own.known.otherwise_scored(own.sheet)
    assert other.rubric.told == "Ours, version 1"
    theirs.use("ours", "the programme went on")
    theirs.score("z", 4)
    await theirs.save()
    assert [each["rubric"]["version"] for each in said(study)[1:]] == ["1", "2"]
    assert "2 taken out, the programme went on" in said(study)[-1]["reason"]


async def test_one_s_own_rubric_is_taken_for_the_observer_s(study: Study) -> None:
    """So that both can stand side by side; of several it is not asked again."""
    own = await study.open()
    own.score("a", 1)
    await own.save()
    study.shelve(rubric(3, ("x",), id="another"), OURS)
    assert (await study.open_observed(ANA)).sheet.rubric.id == "ours"


async def test_a_session_need_not_be_here(study: Study) -> None:
    """There are then no moments to choose from, and no own scores to go to."""
    await study.put(ANA, "observation", Observation(session="", title="Elsewhere", giver="Ana"))
    desk = await study.open_observed(ANA)
    assert desk.moments == () and desk.known.sheets == () and desk.sheet.title == "Elsewhere"
    desk.score("a", 1)
    await desk.save()
    assert said(study)[-1]["title"] == "Elsewhere" and levels(desk) == {"a": 1}


async def test_what_is_not_saved_or_not_readable_is_told(study: Study) -> None:
    """An observation comes first, and one of a newer version is never written over."""
    with pytest.raises(NotFound, match="save it first"):
        await study.open_observed("observation-9")
    at = study.clock.read().at
    body = {"session": study.session, "role": "stranger"}
    await study.journal.save(entry_id=ANA, kind="observation", body=body, made_at=at, salt="00")
    with pytest.raises(NotFound, match="cannot be read by this version"):
        await study.open_observed(ANA)

"""Scores that were given and never saved are told: on Home, on the Journal's page, in a list."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.overview import ToDebrief, from_json, to_json
from facilitui.services.debriefs.to_debrief import NO_DEBRIEF, SCORED
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.overseeing import Overseeing
from facilitui.services.plans.planning import Planning
from facilitui.services.sessions.hosting import Hosting
from tests.services.debriefs.test_scoring_observed import ANA, observing
from tests.services.fakes import MemoryPlans, counting
from tests.services.scored import Study


@pytest.fixture
async def study() -> Study:
    """A session that Ana observed without scoring it."""
    study = Study()
    await study.run()
    seen = Observation(session=study.session, title="A lesson", giver="Ana")
    await study.put(ANA, "observation", seen)
    return study


def reviewing(study: Study) -> Reviewing:
    """The journal as people read it."""
    return Reviewing(study.journal, study.clock, study.drafts)


async def offered(study: Study) -> list[ToDebrief]:
    """The scores that Home offers to go on with."""
    plans, clock = MemoryPlans(), study.clock
    planning = Planning(plans, study.drafts, study.library, clock)
    hosting = Hosting(study.sessions, plans, study.drafts, study.library, clock, counting())
    overview = await Overseeing(planning, hosting, reviewing(study), clock).overview()
    assert from_json(to_json(overview)) == overview
    assert [each.note for each in overview.to_debrief if each.what == "debrief"] == [NO_DEBRIEF]
    return [each for each in overview.to_debrief if each.what == "scores"]


async def told_on_page(study: Study, entry: str) -> bool:
    """Whether the Journal's page of an entry says so."""
    return (await reviewing(study).read(entry)).unsaved


async def test_ones_own_are_told_until_they_are_saved(study: Study) -> None:
    """Given, saved, changed with a reason, undone: only what the journal lacks is told."""
    entry, desk = f"scores-{study.session}", await study.open()
    await desk.keep_draft()
    assert not await offered(study)
    desk.score("a", 3)
    await desk.keep_draft()
    (row,) = await offered(study)
    assert (row.session, row.note, row.observation) == (study.session, SCORED, "")
    await desk.save()
    assert not await offered(study) and not await told_on_page(study, entry)
    desk.score("a", 2, "saw the tape")
    await desk.keep_draft()
    assert len(await offered(study)) == 1 and await told_on_page(study, entry)
    desk.undo()
    await desk.keep_draft()
    assert not await offered(study) and not await told_on_page(study, entry)
    assert not study.drafts.kept


async def test_an_observer_s_are_told_with_their_name(study: Study) -> None:
    """On Home, on the observation's page, among the observations, and on saving its form."""
    assert not await observing(study).has_unsaved_scores(ANA)
    desk = await study.open_observed(ANA)
    desk.score("a", 3)
    await desk.keep_draft()
    (row,) = await offered(study)
    assert (row.title, row.observation, row.session) == ("A lesson (Ana)", ANA, study.session)
    assert await told_on_page(study, ANA) and await observing(study).has_unsaved_scores(ANA)
    desk.throw_away()
    await desk.keep_draft()
    assert not await offered(study) and not await told_on_page(study, ANA)
    assert not await observing(study).has_unsaved_scores(ANA)
    desk.undo()
    await desk.keep_draft()
    await desk.save()
    assert not await offered(study) and not await told_on_page(study, ANA)


async def test_a_draft_that_nobody_can_read_or_own_is_no_row(study: Study) -> None:
    """It stays where it is; the rest is told."""
    desk = await study.open()
    desk.score("a", 3)
    await desk.keep_draft()
    await study.drafts.keep("scores-x", {"session": "x", "scores": "[/b]"})
    await study.drafts.keep("scores-y", {"session": "z"})
    assert len(await offered(study)) == 1 and {"scores-x", "scores-y"} <= set(study.drafts.kept)

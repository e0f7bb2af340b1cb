"""What was typed and not saved is said: on Home, in the Journal, by `check`."""

from __future__ import annotations

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.overview import ToDebrief, from_json, to_json
from facilitui.services.debriefs.to_debrief import BEGUN, CHANGED, NO_RECORD
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.overseeing import Overseeing
from facilitui.services.plans.planning import Planning
from facilitui.services.sessions.hosting import Hosting
from tests.services.debriefs.test_reflecting import Study
from tests.services.fakes import MemoryPlans, counting


async def offered(study: Study) -> tuple[ToDebrief, ...]:
    """The debriefs that Home offers."""
    plans, clock = MemoryPlans(), study.clock
    planning = Planning(plans, study.drafts, study.library, clock)
    hosting = Hosting(study.sessions, plans, study.drafts, study.library, clock, counting())
    reviewing = Reviewing(study.journal, clock, study.drafts)
    overview = await Overseeing(planning, hosting, reviewing, clock).overview()
    assert from_json(to_json(overview)) == overview
    return overview.to_debrief


async def unsaved_page(study: Study) -> bool:
    """Whether the Journal's page of one's own debrief says so."""
    reviewing = Reviewing(study.journal, study.clock, study.drafts)
    return (await reviewing.read(entry_id(study.session))).unsaved


async def test_a_change_is_told_until_it_is_saved() -> None:
    """Begun, saved, changed, taken back; also that of another person, each to be gone on with."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "They")
    await desk.keep_draft()
    assert [(each.what, each.note) for each in await offered(study)] == [("debrief", BEGUN)]
    await desk.save()
    assert not await offered(study) and not await unsaved_page(study)
    study.clock.move(60)
    for text, told in (("They waited", True), ("They", False), ("They waited", True)):
        desk.write("learned", text)
        desk.give_reason("in time")
        await desk.keep_draft()
        assert await unsaved_page(study) is told
        assert [each.note for each in await offered(study)] == [CHANGED] * told
    theirs = await study.reflecting.open(study.session, "Ben [x]")
    theirs.write("learned", "They talked")
    await theirs.keep_draft()
    rows = {each.lens: (each.what, each.session, each.note) for each in await offered(study)}
    session = study.session
    assert rows == {"": ("debrief", session, CHANGED), "Ben [x]": ("lens", session, BEGUN)}
    await desk.save()
    assert [each.lens for each in await offered(study)] == ["Ben [x]"]


async def test_a_draft_without_its_session_is_found() -> None:
    """Home opens it, and `check` names where it lies; what nobody can read is no row of Home."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "They waited")
    await desk.keep_draft()
    unsaved = Reviewing(study.journal, study.clock, study.drafts).unsaved
    assert not await unsaved.without_record(study.sessions)
    study.sessions.logs.clear()
    study.drafts.kept["debrief-x"] = {"learned": 3}
    study.drafts.kept["debrief-y"] = {"learned": "of another name", "session": "z"}
    (row,) = await offered(study)
    assert (row.session, row.note) == (study.session, NO_RECORD)
    (problem,) = await unsaved.without_record(study.sessions)
    assert problem.file == f"drafts/{entry_id(study.session)}.json"
    assert "whose session is gone: Home opens it" in problem.reason


async def test_a_text_that_another_copy_saved_over_is_offered_until_it_is_settled() -> None:
    """Also where only a clock says it is older; not where all of it stands in what is saved."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "They waited")
    await desk.save()
    study.clock.move(-600)
    desk.write("learned", "They waited long")
    await desk.keep_draft()
    assert [each.note for each in await offered(study)] == [CHANGED] and await unsaved_page(study)
    again = await study.reflecting.open(study.session)
    assert again.answer("learned") == "They waited long" and not again.notice
    other = await study.reflecting.open(study.session)
    for text, told in (("They talked", True), ("They waited long and talked", False)):
        study.clock.move(1000)
        other.write("learned", text)
        await other.save()
        study.drafts.kept[entry_id(study.session)] = {
            **desk.debrief.model_dump(mode="json"),
            "kept_at": "2026-01-01T00:00:00+00:00",
            "over": "the one before",
        }
        assert [each.note for each in await offered(study)] == [CHANGED] * told
        assert await unsaved_page(study) is told
        again = await study.reflecting.open(study.session)
        assert again.answer("learned") == text and bool(again.others.found) is told
        study.drafts.kept.clear()

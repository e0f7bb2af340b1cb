"""Saving a debrief: it is saved for as long as the journal has all there is, and no longer."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.errors import NotSaved
from facilitui.core.journals.written_over import KEPT_AT
from facilitui.core.sessions.people_moves import release
from facilitui.core.sessions.session import NoteKind
from facilitui.services.debriefs.saved_debriefs import UNREADABLE
from facilitui.services.sessions.hosting import Hosting
from tests.services.debriefs.test_reflecting import Study
from tests.services.fakes import MemoryPlans, counting


@pytest.fixture
async def study() -> Study:
    """A session that has ended."""
    study = Study()
    await study.run()
    return study


async def test_what_is_written_while_it_is_saved_is_not_taken_for_saved(study: Study) -> None:
    """It is kept as a draft like anything else, and there again after a crash."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "first")
    dropping = study.drafts.drop

    async def slowly(name: str) -> None:
        desk.write("learned", "first and second")
        await desk.keep_draft()
        await dropping(name)

    study.drafts.drop = slowly  # type: ignore[method-assign]
    await desk.save()
    assert study.saved().learned == "first" and desk.unsaved
    await desk.keep_draft()
    assert (await study.reflecting.open(study.session)).answer("learned") == "first and second"


@pytest.mark.parametrize("door", [True, False])
async def test_looking_leaves_no_draft(study: Study, door: bool) -> None:
    """It would hide a later revision; and the short form is still there after the full one."""
    for at_door in (not door, door):
        desk = await study.reflecting.open(study.session, door=at_door)
        await desk.keep_draft()
        assert study.drafts.kept == {} and desk.debrief.door is at_door
    desk.write("learned", "x")
    await desk.keep_draft()
    assert len(study.drafts.kept) == 1
    desk.write("learned", "")
    await desk.keep_draft()
    assert (await study.reflecting.open(study.session, door=True)).debrief.door
    desk.write("learned", "y")
    await desk.save()
    await (await study.reflecting.open(study.session, door=door)).keep_draft()
    assert study.drafts.kept == {}


async def test_what_is_decided_of_the_session_makes_it_unsaved(study: Study) -> None:
    """Also where nothing that is written changes by it: the log's head is another one."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "x")
    await desk.save()
    hosting = Hosting(
        study.sessions, MemoryPlans(), study.drafts, study.library, study.clock, counting()
    )
    (capture,) = desk.state.notes_of(NoteKind.CAPTURE)
    for withdrawn in (False, True):
        await hosting.decide_afterwards(study.session, release(capture.seq, withdrawn=withdrawn))
    await desk.look_again()
    assert desk.unsaved and (await study.reflecting.open(study.session)).unsaved
    await desk.save()
    assert not desk.unsaved and not (await study.reflecting.open(study.session)).unsaved
    assert study.saved().log_head == desk.state.head.hash


@pytest.mark.parametrize("draft", [{"learned": 3}, {"door": "x"}, {"prompts": 1}])
async def test_a_draft_that_cannot_be_read_is_no_reason_to_fail(
    study: Study, draft: dict[str, object]
) -> None:
    """What was saved is opened instead; the draft is put aside, told, and never written over."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "saved")
    await desk.save()
    assert not desk.notice
    study.drafts.kept[entry_id(study.session)] = draft
    desk = await study.reflecting.open(study.session)
    aside = f"{entry_id(study.session)}.unread"
    assert desk.answer("learned") == "saved"
    assert desk.notice.startswith("What was typed last cannot be read") and aside in desk.notice
    desk.write("learned", "more")
    await desk.keep_draft()
    assert study.drafts.kept[aside] == draft
    assert not (await study.reflecting.open(study.session)).notice


async def test_a_debrief_that_cannot_be_read_is_told(study: Study) -> None:
    """A newer version may have saved it; the next one is a revision, and both stay."""
    name = entry_id(study.session)
    body, at = {"learned": ["of a later version"]}, study.clock.read().at
    await study.journal.save(entry_id=name, kind="debrief", body=body, made_at=at, salt="00")
    desk = await study.reflecting.open(study.session)
    assert desk.notice == UNREADABLE and desk.debrief.empty
    desk.write("learned", "anew")
    await desk.save()
    assert [document["rev"] for document in study.journal.documents] == [1, 2]
    assert study.saved().learned == "anew"


async def test_saved_is_saved_even_if_the_draft_cannot_be_removed(study: Study) -> None:
    """Nothing is told as if it were not; the revision is shown, which says all the draft says."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "half")
    await desk.keep_draft()
    left = dict(study.drafts.kept)
    study.clock.move(1)
    desk.write("learned", "half and more")

    async def refused(name: str) -> None:
        raise NotSaved("the disk is read only")

    study.drafts.drop = refused  # type: ignore[method-assign]
    await desk.save()
    assert study.drafts.kept == left and not desk.unsaved
    again = await study.reflecting.open(study.session)
    assert again.answer("learned") == "half and more" and not again.unsaved
    assert not again.notice and not again.others.found and len(study.drafts.kept) == 1
    assert [doc["rev"] for _, doc in (await study.journal.contents()).documents] == [1]


async def test_what_was_written_after_saving_goes_before_what_was_saved(study: Study) -> None:
    """A draft that is newer, or from a version that does not say when, is what was typed last."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "saved")
    await desk.save()
    study.clock.move(1)
    desk.write("learned", "written after")
    await desk.keep_draft()
    name = entry_id(study.session)
    for kept in (study.drafts.kept[name], {**study.drafts.kept[name], KEPT_AT: "?"}):
        study.drafts.kept[name] = kept
        assert (await study.reflecting.open(study.session)).answer("learned") == "written after"

"""Saving a debrief: it is saved for as long as the journal has all there is, and no longer."""

from __future__ import annotations

from facilitui.core.people_moves import release
from facilitui.core.session import NoteKind
from facilitui.services.hosting import Hosting
from tests.services.fakes import MemoryPlans, counting
from tests.services.test_reflecting import Study


async def test_what_is_written_while_it_is_saved_is_not_taken_for_saved() -> None:
    """It is kept as a draft like anything else, and there again after a crash."""
    study = Study()
    await study.run()
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


async def test_what_is_decided_of_the_session_makes_it_unsaved() -> None:
    """Also where nothing that is written changes by it: the log's head is another one."""
    study = Study()
    await study.run()
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

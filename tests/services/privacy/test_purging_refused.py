"""A purge that cannot be done leaves everything, one that is stopped can be finished."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError, HostedElsewhere, NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home
from facilitui.storage.purging import FilePurging
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purging import ELSEWHERE, purged
from tests.storage.broken_disks import FullDisk


async def test_a_session_that_goes_on_or_is_open_is_refused(home: Path) -> None:
    """And nothing is touched, nor said to have begun."""
    full = await run_one(home, evidence=False)
    w = full.wiring
    hosted = await w.hosting.prepare_plan("work")
    await hosted.begin()
    other = opened(home)
    with pytest.raises(HostedElsewhere, match="is open"):
        await other.wiring.purging.survey(hosted.session)
    await hosted.leave()
    with pytest.raises(NotSaved, match="goes on: end it"):
        await other.wiring.purging.survey(hosted.session)
    survey = await other.wiring.purging.survey(full.session)
    held = await w.sessions.host(full.session)
    with pytest.raises(HostedElsewhere):
        await other.wiring.purging.purge(survey, (), Progress())
    await held.close()
    assert not (home / "purge.json").exists() and await w.reflecting.written(full.session)
    for each in (full, other):
        each.wiring.close()


async def test_a_draft_that_another_copy_writes_is_refused(full: Full) -> None:
    """It would be written down again."""
    other = FileDrafts(Home(full.root), full.wiring.disk)
    await other.keep("observation-9", {"session": full.session, "typed": {"a": "b"}})
    with pytest.raises(NotSaved, match="open in another copy"):
        await full.wiring.purging.survey(full.session)
    other.close()
    survey = await full.wiring.purging.survey(full.session)
    assert "observation-9.json" in survey.drafts


@pytest.mark.parametrize("room", [0, 100, 1500, 4000, 9000, 10**9])
async def test_a_full_disk_leaves_a_purge_that_can_be_finished(home: Path, room: int) -> None:
    """Nothing else is lost, it is told, and it goes on where it stopped."""
    full = await run_one(home)
    survey = await full.wiring.purging.survey(full.session)
    disk = FullDisk(room)
    store = FilePurging(Home(home), disk)
    full.wiring.purging._store = store
    try:
        await full.wiring.purging.purge(survey, survey.history, Progress())
    except NotSaved as error:
        assert "the disk is full" in str(error)
        is_begun = (home / "purge.json").exists()
        assert bool(await full.wiring.purging.unfinished()) is is_begun
        assert is_begun is (room > 100)
        disk.room = 10**9
        if is_begun:
            assert (await full.wiring.overseeing.overview()).problems
            await full.wiring.purging.finish(Progress())
        else:
            await full.wiring.purging.purge(survey, survey.history, Progress())
    store.close()
    full.wiring.close()
    assert holding(home, full.words) == ELSEWHERE
    assert not (home / "purge.json").exists()


async def test_a_purge_that_was_not_finished_comes_before_another(full: Full) -> None:
    """It is told by its id; a damaged intent is told too, and replaced."""
    w = full.wiring
    survey = await w.purging.survey(full.debrief)
    intent = survey.intent("purge-1", "2026-11-25T15:30:00+00:00", ())
    await w.purge_files.begin(intent)
    told = await w.purging.unfinished()
    assert f"the entry {full.debrief}" in told and "`facilitui journal purge`" in told
    with pytest.raises(FacilituiError, match="finish that one first"):
        await purged(full, await w.purging.survey(full.session))
    assert "Purged" in await w.purging.finish(Progress())
    assert await w.purging.finish(Progress()) == "" == await w.purging.unfinished()
    (full.root / "purge.json").write_text(json.dumps({"record": 1}))
    assert "cannot be read" in await w.purging.unfinished()
    await purged(full, await w.purging.survey(full.session))
    assert not await w.purging.unfinished()


async def test_an_altered_intent_deletes_nothing_outside(full: Full) -> None:
    """Whatever its files are called."""
    outside = full.root.parent / "mine.txt"
    outside.write_text("mine")
    survey = await full.wiring.purging.survey(full.debrief)
    for name in ("../mine.txt", str(outside)):
        await full.wiring.purge_files.begin(survey.intent("purge-1", "now", (name,)))
        with pytest.raises(NotSaved, match="no file of the home"):
            await full.wiring.purging.finish(Progress())
    assert outside.read_text() == "mine"


async def test_what_is_not_there_or_was_purged_is_said(full: Full) -> None:
    """In a sentence, and nothing is begun."""
    for name in ("nothing", "../..", ""):
        with pytest.raises(NotFound):
            await full.wiring.purging.survey(name)
    await purged(full, await full.wiring.purging.survey(full.session))
    with pytest.raises(FacilituiError, match="purged already"):
        await full.wiring.purging.survey(full.session)

"""A debrief's draft knows over which revision it was written, and says where that is not the last.

A revision that was imported says nothing of what was typed here, however much newer it is.
"""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import debrief_of, imported, make_document
from facilitui.services.journals.entry_drafts import OVER
from tests.services.debriefs.test_reflecting import Study

HOSTILE = "[x] [Q1] [/b] 👩🏽‍🏫 日本\x1b[31m \ud800"


@pytest.fixture
async def study() -> Study:
    """A session that has ended, with a debrief that is saved."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "saved here")
    await desk.save()
    return study


def take_in(study: Study, learned: str, made_at: str = "") -> None:
    """Import the next revision, which another machine saved a minute from now."""
    study.clock.move(60)
    own = study.journal.documents[-1]
    at = study.clock.read().at
    body = debrief_of(own).model_copy(update={"learned": learned}).model_dump(mode="json")
    document = make_document(
        entry_id=entry_id(study.session),
        kind="debrief",
        body=body,
        made_at=at,
        salt="00",
        last=own,
        after=str(own["hash"]),
    )
    made = {**document, "made_at": made_at or document["made_at"]}
    study.journal.documents.append(imported(made, at, str(own["hash"])))


@pytest.mark.parametrize("typed", ["typed here", HOSTILE])
async def test_a_draft_that_is_older_than_an_import_is_kept_and_told(
    study: Study, typed: str
) -> None:
    """It is what is shown; saving makes it the next revision, and both stay."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", typed)
    await desk.keep_draft()
    take_in(study, "written elsewhere")
    desk = await study.reflecting.open(study.session)
    assert desk.answer("learned") == typed and desk.unsaved
    assert desk.notice.startswith("Your draft is older than what was saved on ")
    assert "ctrl+s saves it as the next revision" in desk.notice
    await desk.save()
    assert [document["rev"] for document in study.journal.documents] == [1, 2, 3]
    assert study.saved().learned == typed
    assert not (await study.reflecting.open(study.session)).notice


async def test_what_was_told_once_is_not_told_of_what_is_written_since(study: Study) -> None:
    """From then on the draft is written over the newest revision."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "typed here")
    await desk.keep_draft()
    take_in(study, "written elsewhere", made_at="[x]")
    desk = await study.reflecting.open(study.session)
    assert "on another day:" in desk.notice
    desk.write("learned", "typed here, having read that")
    await desk.keep_draft()
    newest = study.journal.documents[-1]["hash"]
    assert study.drafts.kept[entry_id(study.session)][OVER] == newest
    assert not (await study.reflecting.open(study.session)).notice


async def test_nothing_is_told_where_nothing_came_between(study: Study) -> None:
    """Neither of the first draft, nor of one after a saving, nor of an import without a draft."""
    desk = await study.reflecting.open(study.session)
    study.clock.move(1)
    desk.write("learned", "typed after opening")
    await desk.keep_draft()
    assert not (await study.reflecting.open(study.session)).notice
    await desk.save()
    study.clock.move(1)
    desk.write("learned", "typed after saving")
    await desk.keep_draft()
    desk = await study.reflecting.open(study.session)
    assert not desk.notice and desk.answer("learned") == "typed after saving"
    await desk.save()
    take_in(study, "written elsewhere")
    desk = await study.reflecting.open(study.session)
    assert not desk.notice and desk.answer("learned") == "written elsewhere"

"""Further texts of a debrief: nothing that was typed is only the name of a file."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.errors import NotSaved
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from tests.core.making import HOSTILE
from tests.services.debriefs.test_reflecting import Study
from tests.services.memory_files import FULL


@pytest.fixture
async def study() -> Study:
    """A session that two copies of the program debriefed until both were killed."""
    study = Study()
    await study.run()
    for name, text in (("~~2", HOSTILE), ("", "typed last")):
        desk = await study.reflecting.open(study.session)
        desk.write("learned", text)
        await desk.keep_draft()
        study.drafts.kept[entry_id(study.session) + name] = study.drafts.kept.pop(
            entry_id(study.session)
        )
        study.clock.move(60)
    return study


async def again(study: Study) -> DebriefDesk:
    """The debrief as it is after another start of the program."""
    return await study.reflecting.open(study.session)


async def test_the_other_text_is_told_shown_and_gone_on_with(study: Study) -> None:
    """The one that is left for it is then the other one."""
    desk = await again(study)
    assert desk.answer("learned") == "typed last"
    assert "Another text of this debrief was kept, typed on Wed 25 Nov at " in desk.notice
    (other,) = desk.others.found
    lenses = desk.others.beside(other)
    (row,) = (row for row in lenses.rows if row.differs)
    assert (row.first, row.second) == ("typed last", HOSTILE.strip())
    assert lenses.names[1].startswith("typed on Wed 25 Nov")
    desk.write("learned", "typed last, and more")
    await desk.others.go_on_with(other)
    desk.write("learned", "a letter that came too late")
    await desk.keep_draft()
    desk = await again(study)
    assert desk.answer("learned") == HOSTILE
    (before,) = desk.others.found
    assert before.debrief.learned == "typed last, and more"
    await desk.others.forget(before)
    assert not desk.others.found and len(study.drafts.kept) == 1
    assert not (await again(study)).notice


async def test_a_text_from_before_what_was_saved_is_offered_too(study: Study) -> None:
    """It never hides what was saved; where the saved one says all of it, it is not offered."""
    desk = await again(study)
    await desk.save()
    for _ in range(2):  # as often as it is opened
        desk = await again(study)
        assert desk.answer("learned") == "typed last" and not desk.unsaved
        assert [each.debrief.learned for each in desk.others.found] == [HOSTILE]
    study.clock.move(1)
    desk.write("learned", f"{HOSTILE} and typed last")
    await desk.save()
    desk = await again(study)
    assert not desk.others.found and not desk.notice and len(study.drafts.kept) == 1


@pytest.mark.parametrize("draft", [{"learned": 3}, {}, {"kept_at": []}])
async def test_what_cannot_be_read_or_says_nothing_is_not_offered(
    study: Study, draft: dict[str, Any]
) -> None:
    """It stays where it is."""
    name = entry_id(study.session) + "~~2"
    study.drafts.kept[name] = draft
    assert not (await again(study)).others.found and study.drafts.kept[name] == draft


async def test_a_full_disk_leaves_both_texts_as_they_are(study: Study) -> None:
    """And what is typed is kept once there is room again."""
    desk = await again(study)
    study.drafts.full = True
    with pytest.raises(NotSaved, match=FULL):
        await desk.others.go_on_with(desk.others.found[0])
    study.drafts.full = False
    desk.write("learned", "typed on")
    await desk.keep_draft()
    texts = {each["learned"] for each in study.drafts.kept.values()}
    assert texts >= {HOSTILE, "typed last", "typed on"}


async def test_three_texts_are_told_with_their_number(study: Study) -> None:
    """Each is a choice; the newest first."""
    kept, entry = study.drafts.kept, entry_id(study.session)
    kept[f"{entry}~~3"] = {**kept[f"{entry}~~2"], "learned": "a third one", "kept_at": "?"}
    desk = await again(study)
    assert desk.notice.startswith("2 other texts of this debrief were kept")
    assert desk.others.found[0].draft.kept_on == "another day"


async def test_a_text_that_another_copy_saved_over_is_not_covered_by_it(study: Study) -> None:
    """What was saved is shown, the unsaved text lies beside it, and typing writes over neither."""
    desk = await again(study)
    desk.write("learned", "typed and not saved")
    await desk.keep_draft()
    study.clock.move(60)
    body = {"session": study.session, "learned": "saved elsewhere"}
    at = study.clock.read().at
    entry = entry_id(study.session)
    await study.journal.save(entry_id=entry, kind="debrief", body=body, made_at=at, salt="00")
    desk = await again(study)
    assert desk.answer("learned") == "saved elsewhere"
    assert {each.debrief.learned for each in desk.others.found} == {"typed and not saved", HOSTILE}
    desk.write("learned", "typed over what was saved")
    await desk.keep_draft()
    assert {"typed and not saved", HOSTILE} <= {e["learned"] for e in study.drafts.kept.values()}

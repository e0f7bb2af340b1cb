"""A session is debriefed by two people apart, and revised with a reason by each."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.errors import NotFound, SavedMeanwhile
from facilitui.core.journals.journal import debrief_of
from facilitui.services.journals.reviewing import Reviewing
from tests.services.debriefs.test_reflecting import Study


@pytest.fixture
async def study() -> Study:
    """A session that has ended, with a debrief that is saved."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "They waited")
    await desk.save()
    return study


@pytest.mark.parametrize("name", ["Ben", "日本 [x]", "\ud800"])
async def test_another_person_sees_nothing_of_mine(study: Study, name: str) -> None:
    """Each has a draft and an entry; afterwards both are laid side by side."""
    theirs = await study.reflecting.open(study.session, name)
    assert theirs.debrief.empty and theirs.debrief.lens == name and not theirs.asks_why
    theirs.write("learned", "They talked")
    await theirs.keep_draft()
    assert (await study.reflecting.open(study.session)).answer("learned") == "They waited"
    with pytest.raises(NotFound, match="not in the journal yet"):
        await study.reflecting.lenses(study.session, name)
    await (await study.reflecting.open(study.session, name)).save()
    mine = await study.reflecting.open(study.session)
    assert mine.beside.lenses == (name,) and mine.answer("learned") == "They waited"
    assert study.drafts.kept == {}
    lenses = await study.reflecting.lenses(study.session, name)
    assert lenses.names == ("mine", name)
    assert [(row.first, row.second) for row in lenses.rows] == [("They waited", "They talked")]
    ids = [document["id"] for document in study.journal.documents]
    assert ids == [entry_id(study.session), entry_id(study.session, name)]


async def test_a_reason_belongs_to_one_revision(study: Study) -> None:
    """It is kept as a draft while it is typed, and the next revision has its own."""
    desk = await study.reflecting.open(study.session)
    assert desk.asks_why and not desk.unsaved
    study.clock.move(1)
    desk.write("learned", "They waited long")
    desk.give_reason("Ben reminded me")
    await desk.keep_draft()
    desk = await study.reflecting.open(study.session)
    assert desk.debrief.reason == "Ben reminded me"
    await desk.save()
    assert not desk.unsaved and desk.debrief.reason == "" and desk.asks_why
    again = await study.reflecting.open(study.session)
    assert again.debrief.reason == "" and not again.unsaved
    again.write("learned", "They waited")
    await again.save()
    reasons = [debrief_of(document).reason for document in study.journal.documents]
    assert reasons == ["", "Ben reminded me", ""]


async def test_a_door_debrief_is_gone_on_with_without_a_reason() -> None:
    """What was written there stands below, under a heading of its own; that alone is no change."""
    study = Study()
    await study.run()
    desk = await study.reflecting.open(study.session, door=True)
    desk.write("door.moment", "the silence")
    desk.write("door.change", "more time")
    await desk.save()
    desk.write("learned", "They waited")
    assert desk.asks_why
    full = await study.reflecting.open(study.session)
    before = next(group for group in full.questions() if group.heading == "At the door")
    assert [answer.text for answer in before.answers] == ["the silence", "more time"]
    assert not full.asks_why and not full.debrief.door
    assert full.door_at is not None and full.unsaved
    full.choose_frame("plus_delta")
    assert full.door_at is not None
    full.write("learned", "They waited")
    assert full.door_at is None


async def test_two_copies_save_one_debrief_and_both_texts_stay(study: Study) -> None:
    """What was saved meanwhile is told once; what is saved then is the next revision."""
    one = await study.reflecting.open(study.session)
    other = await study.reflecting.open(study.session)
    one.write("learned", "typed in one")
    await one.save()
    other.write("learned", "typed in the other")
    with pytest.raises(SavedMeanwhile, match="Revision 2 was saved elsewhere meanwhile"):
        await other.save()
    assert other.unsaved and len(study.journal.documents) == 2
    await other.keep_draft()
    assert not (await study.reflecting.open(study.session)).notice
    await other.save()
    said = [debrief_of(document).learned for document in study.journal.documents]
    assert said == ["They waited", "typed in one", "typed in the other"]


async def test_what_is_written_to_any_question_is_found(study: Study) -> None:
    """Also what shows a goal, and every commitment."""
    desk = await study.reflecting.open(study.session)
    written = {"goal:G1": "marzipan", "commitment:0": "liquorice", "commitment:1": "nougat"}
    for question, text in written.items():
        desk.write(question, text)
    await desk.save()
    reviewing = Reviewing(study.journal, study.clock, study.drafts)
    for text in written.values():
        assert len((await reviewing.searching.find(text)).rows) == 1, text


@pytest.mark.parametrize("saved", [True, False])
async def test_a_second_lens_begins_in_the_frame_of_the_first(study: Study, saved: bool) -> None:
    """So that both answer the same questions; it can be changed, and what was not asked is told."""
    first = await study.reflecting.open(study.session)
    study.clock.move(1)
    first.choose_frame("b")
    first.write("b.q1", "so what")
    await (first.save() if saved else first.keep_draft())
    theirs = await study.reflecting.open(study.session, "Ben")
    assert theirs.debrief.frame == "b" and theirs.debrief.empty
    theirs.choose_frame("a")
    theirs.write("learned", "They talked")
    await theirs.save()
    await (await study.reflecting.open(study.session)).save()
    lenses = await study.reflecting.lenses(study.session, "Ben")
    asked = {row.ask: (row.asked, row.differs) for row in lenses.rows}
    assert asked["So?"] == ((True, False), False)
    assert (await study.reflecting.open(study.session, "Ben")).debrief.frame == "a"

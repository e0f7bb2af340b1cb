"""Reflecting: nothing written is lost, by whichever form, frame or restart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.debriefs.debrief_questions import of_frame
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.journal import debrief_of
from facilitui.core.library.frames import Frame
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.sessions import moves
from facilitui.core.sessions.moves import Decide
from facilitui.services.debriefs.reflecting import Reflecting
from facilitui.services.half_lines import HalfLines
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import HOSTILE, good_plan
from tests.services.fakes import (
    FixedLibrary,
    MemoryJournal,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.memory_files import MemoryDrafts, MemorySessionPlans


def frame(name: str, order: int, *asks: str) -> Frame:
    """A frame with these questions."""
    questions = [{"id": f"q{n}", "ask": ask} for n, ask in enumerate(asks, 1)]
    return Frame.model_validate(
        {
            "id": name,
            "name": name.upper(),
            "credit": "ours",
            "provenance": "O",
            "order": order,
            "questions": questions,
        }
    )


class Study:
    """A session that was run, and everything to debrief it with."""

    def __init__(self) -> None:
        self.clock, self.sessions = MovableClock(), MemorySessions()
        self.journal, self.drafts = MemoryJournal(), MemoryDrafts()
        frames = {"b": frame("b", 2, "So?"), "a": frame("a", 1, "What?", "Now what?")}
        self.library = FixedLibrary(Shelf(frames=frames))
        self.plans = MemorySessionPlans()
        self.session = ""
        self.promised: tuple[Carried, ...] = ()

    async def run(self, *keys: Decide, **plan: Any) -> None:
        """Run a plan from beginning to end, with some more keys pressed in its first step."""
        plans = MemoryPlans()
        plans.put("work", good_plan(**plan))
        hosting = Hosting(self.sessions, plans, self.drafts, self.library, self.clock, counting())
        hosted = await hosting.prepare_plan("work")
        await hosted.begin()
        for key in (moves.capture("they quoted the work"), *keys):
            await hosted.do(key)
        while hosted.state.now is not None:
            self.clock.move(600)
            await hosted.do(moves.forward)
        await hosted.do(moves.end)
        await hosted.leave()
        self.session = hosted.session
        self.plans.plans[self.session] = good_plan(**plan)

    @property
    def reflecting(self) -> Reflecting:
        """As after a start of the program."""
        stores = (self.sessions, self.plans, self.journal, self.drafts, HalfLines(self.drafts))
        return Reflecting(*stores, self.library, self.clock, counting(), self)

    async def promised_before(self, debrief: Debrief) -> tuple[Carried, ...]:
        """What was promised before this session."""
        assert debrief.session == self.session
        return self.promised

    def saved(self) -> Debrief:
        """The newest document of the journal."""
        return debrief_of(self.journal.documents[-1])


@pytest.fixture
async def study() -> Study:
    """A session that has ended."""
    study = Study()
    await study.run()
    return study


async def test_a_new_debrief_begins_with_the_participants(study: Study) -> None:
    """Then what the run asks, then the first frame, then one commitment with a date."""
    desk = await study.reflecting.open(study.session)
    heads = [group.heading for group in desk.questions()]
    assert heads == ["", "From the run", "A", "The goals", "What you commit to"]
    ids = [answer.id for group in desk.questions() for answer in group.answers]
    assert ids[0] == "learned" and ids[-1] == "commitment:0" and "a.q1" in ids
    assert 1 <= len(desk.debrief.prompts) <= 3
    assert desk.debrief.commitments[0].due == date(2026, 12, 9)
    assert not desk.unsaved or desk.debrief.empty


async def test_there_is_no_debrief_of_nothing(study: Study) -> None:
    """A sentence with the name."""
    with pytest.raises(NotFound, match="gone"):
        await study.reflecting.open("gone")


@pytest.mark.parametrize("text", ["a", "x" * 200_000, HOSTILE, "  \n\n", "日本\t👩🏽‍🏫"])
async def test_every_answer_comes_back_as_it_was_written(study: Study, text: str) -> None:
    """From the draft after a crash, and from the journal after saving."""
    desk = await study.reflecting.open(study.session)
    ids = [answer.id for group in desk.questions() for answer in group.answers]
    for name in ids:
        desk.write(name, text)
    await desk.keep_draft()
    again = await study.reflecting.open(study.session)
    assert [again.answer(name) for name in ids] == [text] * len(ids)
    await again.save()
    assert study.drafts.kept == {} and not again.unsaved
    third = await study.reflecting.open(study.session)
    assert [third.answer(name) for name in ids] == [text] * len(ids)


async def test_saving_twice_is_a_revision_and_keeps_the_facts(study: Study) -> None:
    """The journal keeps both; each names the head of the log it was written beside."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "one")
    await desk.save()
    desk.write("learned", "two")
    assert desk.unsaved
    await desk.save()
    assert [doc["rev"] for doc in study.journal.documents] == [1, 2]
    assert {doc["id"] for doc in study.journal.documents} == {entry_id(study.session)}
    facts = {fact.name: fact.value for fact in study.saved().facts}
    assert facts["Minutes planned"] == "60" and facts["Captures"] == "1"
    assert study.saved().log_head == desk.state.head.hash
    assert "they quoted the work" not in study.journal.documents[-1]["body"]


async def test_another_frame_keeps_what_was_written_in_the_last_one(study: Study) -> None:
    """It is below, not gone, and there again when the frame is chosen again."""
    desk = await study.reflecting.open(study.session)
    desk.write("a.q1", "written in a")
    desk.choose_frame("b")
    assert [answer.id for answer in of_frame(desk.debrief)] == ["b.q1"]
    desk.write("b.q1", "written in b")
    desk.choose_frame("gone")
    desk.choose_frame("a")
    assert [answer.text for answer in of_frame(desk.debrief)] == ["written in a", ""]
    await desk.save()
    texts = {answer.id: answer.text for answer in study.saved().answers if answer.text}
    assert texts == {"a.q1": "written in a", "b.q1": "written in b"}


async def test_a_door_debrief_is_short_and_reopened_in_full(study: Study) -> None:
    """Three questions at the door; later all of them, with what was written, as revision 2."""
    door = await study.reflecting.open(study.session, door=True)
    (group,) = door.questions()
    asked = group.answers
    assert [answer.id for answer in asked] == ["learned", "door.moment", "door.change"]
    door.write("learned", "at the door")
    door.write("door.moment", "the silence")
    await door.save()
    assert study.saved().door
    full = await study.reflecting.open(study.session)
    assert not full.debrief.door and [group.heading for group in full.questions()][1:3] == [
        "From the run",
        "A",
    ]
    assert full.answer("learned") == "at the door" and full.answer("door.moment") == "the silence"
    full.write("a.q1", "in full")
    await full.save()
    assert study.journal.documents[-1]["rev"] == 2 and not study.saved().door


async def test_a_door_debrief_half_written_goes_on_in_full(study: Study) -> None:
    """And at the door once more it is as it was left."""
    door = await study.reflecting.open(study.session, door=True)
    door.write("door.change", "wait longer")
    await door.keep_draft()
    assert (await study.reflecting.open(study.session, door=True)).debrief.door
    full = await study.reflecting.open(study.session)
    assert not full.debrief.door and full.answer("door.change") == "wait longer"


async def test_a_full_debrief_is_never_cut_down_at_the_door(study: Study) -> None:
    """Asking for the short form shows what there is."""
    desk = await study.reflecting.open(study.session)
    desk.write("a.q1", "in full")
    await desk.save()
    again = await study.reflecting.open(study.session, door=True)
    assert not again.debrief.door and again.answer("a.q1") == "in full"


async def test_a_full_disk_keeps_what_was_written_where_it_was_written(study: Study) -> None:
    """Neither draft nor journal took it; both do once there is room."""
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "kept")
    study.drafts.full = study.journal.full = True
    with pytest.raises(NotSaved):
        await desk.keep_draft()
    with pytest.raises(NotSaved):
        await desk.save()
    assert desk.unsaved and desk.answer("learned") == "kept"
    study.drafts.full = study.journal.full = False
    await desk.keep_draft()
    await desk.save()
    assert not desk.unsaved and study.saved().learned == "kept"


async def test_the_commitments_date_can_be_moved(study: Study) -> None:
    """It is kept with the draft."""
    desk = await study.reflecting.open(study.session)
    desk.promise_by("", "8 Jan 2027")
    await desk.keep_draft()
    assert (await study.reflecting.open(study.session)).debrief.commitments[0].due == date(
        2027, 1, 8
    )


async def test_a_difficult_conversation_asks_for_aftercare_in_both_forms() -> None:
    """It cannot wait for the full form; what was written to it at the door is still there."""
    study = Study()
    await study.run(sensitive=True, aftercare="How is Kim?")
    door = await study.reflecting.open(study.session, door=True)
    asked = [answer.ask for group in door.questions() for answer in group.answers]
    assert asked[:2] == ["What did participants learn, and what shows it?", "How is Kim?"]
    door.write("aftercare", "I call her tonight.")
    await door.save()
    full = await study.reflecting.open(study.session)
    first = full.questions()[1].answers[0]
    assert (first.id, first.ask, first.text) == ("aftercare", "How is Kim?", "I call her tonight.")
    assert full.answer("aftercare") == study.saved().prompts[0].text


@pytest.mark.parametrize("sensitive", [True, False])
async def test_a_debrief_keeps_whether_its_session_is_sensitive(sensitive: bool) -> None:
    """By the log: a journal that is handed over has no logs. Where that is gone it stays."""
    study = Study()
    await study.run(sensitive=sensitive)
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "They waited")
    await desk.save()
    assert study.saved().sensitive is sensitive and not desk.unsaved
    del study.sessions.logs[study.session]
    gone = await study.reflecting.open(study.session)
    gone.write("learned", "They waited long")
    await gone.keep_draft()
    gone = await study.reflecting.open(study.session)
    await gone.save()
    assert study.saved().learned == "They waited long" and study.saved().sensitive is sensitive

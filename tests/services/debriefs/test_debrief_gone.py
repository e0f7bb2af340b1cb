"""A debrief whose session or earlier revisions are gone: what is left opens and is kept."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief import CaptureSorted
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.debriefs.record_gone import RECORD_GONE
from facilitui.core.errors import NotFound
from facilitui.core.journals.journal import debrief_of
from facilitui.core.sessions.moves import mark
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from tests.core.making import HOSTILE
from tests.services.debriefs.test_reflecting import Study


async def saved(study: Study) -> DebriefDesk:
    """A debrief that says something of everything, saved; its desk stays open."""
    await study.run(mark)
    desk = await study.reflecting.open(study.session)
    seen = next(note.seq for note in desk.facts.notes if not note.text)
    for question, text in (("learned", HOSTILE), ("goal:G1", "six"), (f"mark:{seen}", "a laugh")):
        desk.write(question, text)
    desk.judge("G1", Verdict.MET)
    capture = next(note.seq for note in desk.facts.notes if note.text)
    desk.sort_capture(CaptureSorted(capture=capture, sorts=(CaptureSort.QUOTE,)))
    desk.debrief = desk.debrief.model_copy(update={"quotes": ("they quoted the work",)})
    await desk.save()
    return desk


@pytest.mark.parametrize("emptied", [False, True])
async def test_it_opens_with_what_the_journal_has(emptied: bool) -> None:
    """Typed after the log was deleted or emptied, it is found again, and no saved fact is lost."""
    study = Study()
    desk = await saved(study)
    before = debrief_of(study.journal.documents[-1])
    if emptied:
        study.sessions.logs[study.session] = ()
    else:
        del study.sessions.logs[study.session]
    study.clock.move(60)
    desk.write("learned", "typed after it was gone")
    await desk.keep_draft()
    await desk.look_again()
    assert not desk.record_gone and desk.facts.parts
    desk = await study.reflecting.open(study.session)
    assert desk.record_gone and RECORD_GONE in desk.notice
    asked = {answer.id: answer.text for group in desk.questions() for answer in group.answers}
    assert asked["learned"] == "typed after it was gone" and asked["goal:G1"] == "six"
    assert [text for id, text in asked.items() if id.startswith("mark:")] == ["a laugh"]
    desk.write("goal:G1", "seven")
    await desk.look_again()
    await desk.save()
    after = debrief_of(study.journal.documents[-1])
    for field in ("facts", "log_head", "quotes", "captures", "marks", "prompts", "held_at"):
        assert getattr(after, field) == getattr(before, field), field
    assert [each.evidence for each in after.judgements] == ["seven"]
    desk = await study.reflecting.open(study.session)
    assert not desk.unsaved
    ben = await study.reflecting.open(study.session, "Ben")
    ben.write("learned", "They talked")
    await ben.save()
    row, *_ = (await study.reflecting.lenses(study.session, "Ben")).rows
    assert (row.first, row.second) == ("typed after it was gone", "They talked")


async def test_of_what_nobody_wrote_nothing_opens() -> None:
    """A session that is nowhere is told as that."""
    study = Study()
    with pytest.raises(NotFound):
        await study.reflecting.open("nowhere")
    await study.run()
    desk = await study.reflecting.open(study.session)
    desk.write("learned", "never saved")
    await desk.keep_draft()
    study.sessions.logs.clear()
    desk = await study.reflecting.open(study.session)
    assert desk.record_gone and desk.answer("learned") == "never saved"
    await desk.save()
    assert study.saved().learned == "never saved"


@pytest.mark.parametrize("left", [0, 1])
async def test_that_earlier_revisions_are_gone_is_told_when_it_is_saved(left: int) -> None:
    """Whether the journal has none of them any more, or only older ones; it is saved at once."""
    study = Study()
    desk = await saved(study)
    desk.write("learned", "once more")
    await desk.save()
    assert not desk.is_alone
    del study.journal.documents[left:]
    desk.write("learned", "after the damage")
    await desk.keep_draft()
    again = await study.reflecting.open(study.session)
    assert left or "no longer in the journal" in again.notice
    await desk.save()
    assert desk.is_alone and study.saved().learned == "after the damage"
    assert len(study.journal.documents) == left + 1
    desk.write("learned", "and on")
    await desk.save()
    assert not desk.is_alone

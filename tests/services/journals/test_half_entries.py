"""What is half written in a form is told on Home until it is saved: every kind, generally."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.overview import Begun, from_json, to_json
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.responses.slips import keyed, opened
from facilitui.services.debriefs.to_debrief import EXAMPLE
from facilitui.services.journals.entry_form import EntryForm
from tests.services.full_sessions import Full, run_one
from tests.services.mentoring_home import fill


@pytest.fixture
async def full(home: Path) -> AsyncIterator[Full]:
    """A session that was debriefed, observed and answered; nothing of it is half written."""
    made = await run_one(home, evidence=False)
    session = made.session
    await made.write(made.seen, "observation", Observation(session=session, giver="Ana"))
    answers = (Response(words={Item.INTENTION: "count to five"}),)
    await made.write(
        f"feedback-{session}-1", "feedback", Feedback(session=session, responses=answers)
    )
    assert not await begun(made)
    yield made
    made.wiring.close()


async def begun(full: Full) -> list[Begun]:
    """What Home offers to go on with, as its small file keeps it."""
    overview = await full.wiring.overseeing.overview()
    assert from_json(to_json(overview)) == overview
    return list(overview.begun)


async def type_in(full: Full, made: EntryForm[Any], **typed: str) -> Begun:
    """Type something; the row that tells of it."""
    fill(made, **typed)
    await made.keep()
    (row,) = await begun(full)
    assert row.entry == made.entry
    return row


async def test_a_new_observation_is_told_under_its_session(full: Full) -> None:
    """Until it is saved; a change of it is told as one, until that is undone."""
    made = await full.wiring.observing.open(full.session)
    row = await type_in(full, made, giver="Ana")
    assert (row.kind, row.session, row.note) == ("observation", full.session, "observation")
    assert row.title == full.words[0] and row.when.startswith("2026-11-25T")
    await made.save()
    assert not await begun(full)
    again = await full.wiring.observing.open("", made.entry)
    assert (await type_in(full, again, feedback="[/b]")).note == "observation, a change"
    await again.throw_away()
    assert not await begun(full)


async def test_one_of_no_session_is_told_by_who_gave_it(full: Full) -> None:
    """And by the stand-in for a title where nobody is named yet."""
    made = await full.wiring.observing.open("")
    row = await type_in(full, made, giver="[b]Ana[/b]")
    assert (row.session, row.title, row.when) == ("", "[b]Ana[/b]", "")
    row = await type_in(full, made, giver="", feedback="They waited.")
    assert row.title == "Untitled session"


async def test_what_goes_to_a_mentor_is_told(full: Full) -> None:
    """A question under its session, a growth goal by its words; each by itself."""
    w = full.wiring
    question = await w.mentoring.question(full.debrief)
    row = await type_in(full, question, text="When do I step in?")
    assert (row.kind, row.session, row.note) == ("question", full.session, "question")
    await question.throw_away()
    goal = await w.mentoring.goal()
    row = await type_in(full, goal, text="Let  silence\ndo its work")
    assert (row.kind, row.title, row.note) == ("growth", "Let silence do its work", "growth goal")
    await goal.throw_away()
    told = await w.mentoring.told(full.debrief)
    row = await type_in(full, told, text="Wait.")
    assert (row.kind, row.session, row.note) == ("answer", full.session, "answer")


async def test_a_reason_for_a_withdrawal_is_told_of_its_entry(full: Full) -> None:
    """And is no draft of that entry; once it was withdrawn otherwise nothing is to be done."""
    w = full.wiring
    made = await w.withdrawing.open(full.seen)
    row = await type_in(full, made, reason="the wrong session")
    assert (row.kind, row.entry, row.session) == ("withdrawal", full.seen, full.session)
    assert row.note == "withdrawal"
    seen = await w.observing.open("", full.seen)
    fill(seen, feedback="They waited.")
    await seen.keep()
    assert {each.key for each in await begun(full)} == {
        f"begun withdrawal {full.seen}",
        f"begun observation {full.seen}",
    }
    await w.withdrawing.withdraw(full.seen, "asked by Ana")
    assert not await begun(full), "neither can be gone on with"
    await w.withdrawing.take_back(full.seen)
    assert [each.kind for each in await begun(full)] == ["observation"]


async def test_one_whose_session_is_gone_stands_under_what_the_journal_says(full: Full) -> None:
    """Its title and its day."""
    entry, held = "observation-gone", datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    seen = Observation(session="gone", title="Café [b]talk[/b]", held_at=held, giver="Ana")
    await full.write(entry, "observation", seen)
    made = await full.wiring.observing.open("", entry)
    row = await type_in(full, made, feedback="They waited.")
    assert (row.title, row.note) == ("Café [b]talk[/b]", "observation, a change")
    assert datetime.fromisoformat(row.when) == held


async def test_an_example_and_an_attachment_are_told(full: Full) -> None:
    """What is only said of something that is there is no change of it."""
    w = full.wiring
    example = await w.hearing.write_example(full.session, f"feedback-{full.session}-1")
    row = await type_in(full, example, example="Silence did its work.")
    assert (row.kind, row.session, row.note) == ("feedback", full.session, EXAMPLE)
    await example.throw_away()
    file = full.root / "poster.jpg"
    file.write_bytes(b"x")
    added = await w.attaching.add(full.session, str(file), Progress())
    made = await w.attaching.open(full.session, added.entry)
    row = await type_in(full, made, credit="Ben")
    assert (row.kind, row.session, row.note) == ("attachment", full.session, "attachment")
    await w.attaching.let_go(added.entry)
    assert not await begun(full)


async def test_slips_are_told_until_they_are_saved(full: Full) -> None:
    """Only where one of them says something, and never once they are in the journal."""
    hearing = full.wiring.hearing
    slips, _ = await hearing.slips(full.session)
    await hearing.keep_slips(full.session, slips)
    assert not await begun(full)
    typed = keyed(opened(slips), 4).slips
    await hearing.keep_slips(full.session, typed)
    (row,) = await begun(full)
    assert (row.kind, row.session, row.note, row.title) == (
        "slips",
        full.session,
        "slips",
        full.words[0],
    )
    await hearing.take_slips(full.session, typed)
    assert not await begun(full)
    await hearing.keep_slips(full.session, typed)  # as a kill between saving and forgetting leaves
    assert not await begun(full)


async def test_what_a_kill_left_of_something_saved_is_told_no_more(full: Full) -> None:
    """Unless it says more than was saved."""
    made = await full.wiring.observing.open(full.session)
    await type_in(full, made, giver="Ana")
    draft = await full.wiring.drafts.find(made.entry)
    await full.clock.pass_seconds(60)
    await made.save()
    assert draft is not None
    await full.wiring.drafts.keep(made.entry, draft)
    assert not await begun(full)
    more = {**draft, "typed": {**draft["typed"], "feedback": "They waited."}}
    await full.wiring.drafts.keep(made.entry, more)
    assert [each.entry for each in await begun(full)] == [made.entry]


async def test_the_one_typed_last_comes_first_and_strange_drafts_are_no_rows(full: Full) -> None:
    """They stay where they are."""
    drafts = full.wiring.drafts
    for name in ("growth-1", "growth-2"):
        await drafts.keep(name, {"session": "", "typed": {"text": name}})
    for name in ("growth-3", "question-4-abc", "withdrawal-5", "slips-6", "feedback-7"):
        await drafts.keep(name, {"session": 7, "typed": [name], "responses": "[/b]"})
    assert {each.title for each in await begun(full)} == {"growth-1", "growth-2"}
    assert (await drafts.left("growth-3"))[0].value["typed"] == ["growth-3"]

"""A withdrawn entry counts nowhere, whoever looks for it, until it is taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.journal import body_of, latest
from facilitui.services.journals.taking_along import Form
from tests.services.full_sessions import Full, run_one


async def newest(full: Full, entry: str) -> dict[str, object]:
    """What the newest revision of an entry says, with its kind."""
    contents = await full.wiring.journal.contents()
    document = latest(each for _, each in contents.documents)[entry]
    return {"kind": document["kind"], **body_of(document)}


async def test_a_withdrawn_debrief_is_not_written(full: Full) -> None:
    """Not for Home, which offers to write it; not for Live; not among what was promised."""
    w = full.wiring
    assert await w.reflecting.written(full.session)
    before = await w.overseeing.overview()
    assert before.due and await w.series.commitments(full.next_plan)
    await w.withdrawing.withdraw(full.debrief, "the wrong session")
    assert await w.reflecting.written(full.session) is None
    assert full.session not in await w.reviewing.written()
    after = await w.overseeing.overview()
    assert before.recent and not after.recent and not after.due
    assert full.session in {each.session for each in after.to_debrief}
    assert not await w.series.commitments(full.next_plan)
    await w.withdrawing.take_back(full.debrief)
    assert (await w.overseeing.overview()).recent == before.recent


async def test_it_is_in_no_report(full: Full) -> None:
    """Nor does a session whose only debrief it was come first."""
    reading = full.wiring.reporting._reading
    await full.wiring.withdrawing.withdraw(full.debrief, "asked by Ana")
    await full.wiring.withdrawing.withdraw(full.seen, "asked by Ana")
    entries, _ = await reading.entries()
    case = (await reading.read(full.session, entries)).case
    assert case.debrief is None and not case.observations and case.scores is not None
    with pytest.raises(NotFound, match="nothing is debriefed"):
        await reading.last(entries)


async def test_what_is_only_known_by_what_was_withdrawn_is_not_reported(home: Path) -> None:
    """As if nothing had been kept of the session."""
    full = await run_one(home, evidence=False)
    shutil.rmtree(home / "sessions" / full.session)
    reading = full.wiring.reporting._reading
    entries, _ = await reading.entries()
    assert (await reading.read(full.session, entries)).case.debrief is not None
    await full.wiring.withdrawing.withdraw(full.debrief, "asked by Ana")
    entries, _ = await reading.entries()
    with pytest.raises(NotFound, match="no session"):
        await reading.read(full.session, entries)
    full.wiring.close()


async def test_opening_the_debrief_says_why_and_begins_anew(home: Path) -> None:
    """What is written then is the next revision; what was said before is still in the journal."""
    full = await run_one(home, evidence=False)
    w = full.wiring
    await w.withdrawing.withdraw(full.debrief, "the wrong session")
    desk = await w.reflecting.open(full.session)
    assert desk.withdrawn is not None and "“the wrong session”" in desk.withdrawn.told
    assert desk.debrief.empty and desk.answer("learned") == "" and desk.asks_why
    desk.write("learned", "Said anew")
    desk.give_reason("begun anew")
    await desk.save()
    assert (await newest(full, full.debrief))["learned"] == "Said anew"
    assert (await w.reflecting.open(full.session)).withdrawn is None
    assert (await w.reviewing.read(full.debrief)).revisions == 4
    w.close()


async def test_the_debrief_can_be_taken_back_from_there(full: Full) -> None:
    """As it was, with a reason that says so."""
    w = full.wiring
    was = await newest(full, full.debrief)
    await w.withdrawing.withdraw(full.debrief, "too soon")
    desk = await w.reflecting.open(full.session)
    await desk.take_back()
    now = await newest(full, full.debrief)
    assert {**now, "reason": 0} == {**was, "reason": 0}
    assert now["reason"] == "taken back: it had been withdrawn because “too soon”"


async def test_withdrawn_scores_are_begun_anew(full: Full) -> None:
    """They stand beside nobody's, and opening them says why."""
    w, entry = full.wiring, f"scores-{full.session}"
    await w.withdrawing.withdraw(entry, "scored another session")
    desk = await w.scoring.open(full.session)
    assert not desk.sheet.scores and "scored another session" in desk.notice
    assert "cannot be read" not in desk.notice
    await w.withdrawing.take_back(entry)
    assert (await w.scoring.open(full.session)).sheet.scores


async def test_a_withdrawn_observation_is_not_listed_and_not_overwritten(full: Full) -> None:
    """Its form and its scores say what happened; a save under way goes over it all the same."""
    w = full.wiring
    form = await w.observing.open(full.session, full.seen)
    await w.withdrawing.withdraw(full.seen, "not hers")
    saved = [each for each in await w.observing.rows(full.session) if each.told == "counts"]
    assert not saved
    with pytest.raises(NotFound, match=r"withdrawn: “not hers”; in Journal it can be taken back"):
        await w.observing.open(full.session, full.seen)
    with pytest.raises(NotFound, match="withdrawn"):
        await w.scoring.open_observed(full.seen)
    values = {each.key: each.value for each in form.form.fields}
    form.take({**values, "feedback": "typed meanwhile", "reason": "more"})
    with pytest.raises(FacilituiError, match="saved elsewhere"):
        await form.save()
    assert await form.save()
    assert (await newest(full, full.seen))["feedback"] == "typed meanwhile"


async def test_answers_are_taken_out_in_their_own_way(full: Full) -> None:
    """They stay with the others of their session, which lists them as taken out."""
    w, entry = full.wiring, f"feedback-{full.session}-1"
    await w.withdrawing.withdraw(entry, "from another room")
    (kept,) = (await w.hearing.heard(full.session)).kept
    assert kept.feedback.withdrawn and kept.feedback.reason == "from another room"
    assert not (await w.hearing.heard(full.session)).pictures
    assert await w.withdrawing.is_withdrawn(entry)
    await w.withdrawing.take_back(entry)
    assert (await w.hearing.heard(full.session)).pictures
    await w.hearing.take_out(full.session, entry)
    await w.withdrawing.take_back(entry, "they were right")
    assert (await newest(full, entry))["reason"] == "taken back: they were right"


async def test_a_withdrawn_draft_is_offered_still(full: Full) -> None:
    """What was typed and not saved is not forgotten with it."""
    w = full.wiring
    assert [each.is_new for each in await w.reviewing.unsaved.all()] == [False]
    await w.withdrawing.withdraw(full.debrief, "a mistake")
    (typed,) = await w.reviewing.unsaved.all()
    assert typed.is_new and typed.debrief.learned in full.words


async def test_the_reason_is_a_draft_until_it_is_given(full: Full) -> None:
    """Of its own: what is half written in the entry itself stays."""
    w = full.wiring
    form = await w.withdrawing.open(full.debrief)
    assert form.half["reason"] in full.words
    form.take({"reason": "  "})
    with pytest.raises(FacilituiError, match="say why"):
        await form.save()
    form.take({"reason": "wrong day"})
    assert await form.save()
    assert (await newest(full, full.debrief))["reason"] == "wrong day"
    await w.withdrawing.take_back(full.debrief)
    assert not (await w.withdrawing.open(full.debrief)).half
    assert await w.reviewing.unsaved.has(full.debrief)


async def test_what_cannot_be_withdrawn_says_why(full: Full) -> None:
    """Nothing is saved then."""
    w = full.wiring
    count = len((await w.journal.contents()).documents)
    (file,) = await w.attaching.of(full.session)
    assert await w.withdrawing.attached_to(file.entry) == full.session
    for entry, why in (
        ("nothing", "no entry nothing"),
        (file.entry, "let go where it is listed"),
        (full.debrief, "say why"),
    ):
        with pytest.raises(FacilituiError, match=why):
            await w.withdrawing.withdraw(entry, "" if why == "say why" else "because")
    with pytest.raises(FacilituiError, match="not withdrawn"):
        await w.withdrawing.take_back(full.debrief)
    await w.withdrawing.withdraw(full.debrief, "because")
    with pytest.raises(FacilituiError, match="withdrawn already"):
        await w.withdrawing.withdraw(full.debrief, "because")
    assert len((await w.journal.contents()).documents) == count + 1


async def test_the_journal_verifies_and_exports_it(full: Full) -> None:
    """A withdrawal is an entry like any other."""
    w = full.wiring
    await w.withdrawing.withdraw(full.debrief, "because")
    assert not await w.journal.verify()
    taken = await w.taking_along.take("", "", Form.LINES)
    assert not taken.unread and f'"id":"{full.debrief}"'.encode() in taken.data

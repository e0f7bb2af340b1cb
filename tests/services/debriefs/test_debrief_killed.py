"""Killed at any moment: every letter that was kept is there again, to whichever question."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import CaptureSorted
from facilitui.core.debriefs.debrief_answers import LEARNED
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import NoteKind
from tests.core.strategies import texts
from tests.services.debriefs.test_reflecting import Study
from tests.services.memory_files import MemoryDrafts

KINDS = {LEARNED, "earlier", "goal", "mark", "commitment"}


@cache
def ran() -> Study:
    """A session with a mark, before which something was promised."""
    study = Study()
    asyncio.run(study.run(moves.mark))
    study.promised = (Carried(entry="debrief-before", text="Count", due=date(2026, 11, 1)),)
    return study


@given(st.lists(st.tuples(st.integers(0, 99), texts, st.booleans()), max_size=12))
def test_every_letter_that_was_kept_is_there_again(
    typed: list[tuple[int, str, bool]],
) -> None:
    """Whatever was typed to which question since then, and however often it was changed."""
    study = ran()
    study.drafts = MemoryDrafts()

    async def type_and_kill() -> None:
        desk = await study.reflecting.open(study.session)
        asked = [answer.id for group in desk.questions() for answer in group.answers]
        kinds = {question.partition(":")[0] for question in asked}
        prompts = {answer.id for answer in desk.debrief.prompts}
        assert kinds > KINDS and "a.q1" in kinds and prompts and prompts < kinds
        so_far: dict[str, str] = {}
        kept: dict[str, str] = {}
        for number, text, is_quiet in typed:
            question = asked[number % len(asked)]
            desk.write(question, text)
            so_far[question] = text
            if is_quiet:  # as after each pause in typing
                await desk.keep_draft()
                kept = dict(so_far)
        again = await study.reflecting.open(study.session)
        assert {question: again.answer(question) for question in kept} == kept

    asyncio.run(type_and_kill())


async def test_everything_that_was_decided_is_there_again() -> None:
    """A date, a verdict, what a capture is, what became of a promise, a reason, another frame."""
    study = Study()
    await study.run(moves.mark)
    study.promised = (Carried(entry="debrief-before", text="Count", due=date(2026, 11, 1)),)
    desk = await study.reflecting.open(study.session)
    (capture,) = desk.state.notes_of(NoteKind.CAPTURE)
    desk.promise_by("commitment:0", "2027-01-08")
    desk.judge("G1", Verdict.PARTLY)
    desk.sort_capture(CaptureSorted(capture=capture.seq, goals=("G1",)))
    desk.settle(0, Outlook.KEPT)
    desk.give_reason("Ben reminded me")
    desk.choose_frame("b")
    form = desk.about_form()
    values = {**{field.key: field.value for field in form.fields}, "with_whom": "Ben"}
    assert desk.tell_about(form, values, desk.debrief) == ""
    await desk.keep_draft()
    again = await study.reflecting.open(study.session)
    assert again.debrief == desk.debrief and again.debrief.with_whom == "Ben"

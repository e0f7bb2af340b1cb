"""An example of growth in one's own words: typed, saved, and found again after a kill."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotSaved
from facilitui.services.responses.feedback_forms import EXAMPLE
from tests.services.ears import Ear, an_ear

WORDS = {"example": "She let others finish"}


@pytest.fixture
async def ear() -> Ear:
    """A form was taken in."""
    ear = await an_ear()
    await ear.hearing().take(ear.session, await ear.hearing().preview("2"), 9)
    return ear


async def test_a_draft_that_a_kill_leaves_says_nothing_that_is_not_saved(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between saving and forgetting it: it is neither offered again nor told as older."""

    async def killed(name: str) -> None:
        raise NotSaved(name)

    (kept,) = (await ear.hearing().heard(ear.session)).kept
    form = await ear.hearing().write_example(ear.session, kept.entry)
    form.take(WORDS)
    await form.keep()
    with monkeypatch.context() as patched:
        patched.setattr(ear.drafts, "drop", killed)
        assert await form.save()
    (kept,) = (await ear.hearing().heard(ear.session)).kept
    assert kept.feedback.example == WORDS["example"] and kept.feedback.reason == EXAMPLE
    again = await ear.hearing().write_example(ear.session, kept.entry)
    assert (again.half, again.notice) == ({}, "")


async def test_the_same_words_once_more_make_no_revision(ear: Ear) -> None:
    """Blanks around them are nothing new, also where another reason was told last."""
    (kept,) = (await ear.hearing().heard(ear.session)).kept
    await ear.hearing().choose_example(ear.session, kept.entry, WORDS["example"])
    await ear.hearing().take_out(ear.session, kept.entry)
    form = await ear.hearing().write_example(ear.session, kept.entry)
    form.take({"example": f" {WORDS['example']} "})
    assert not await form.save()
    form.take({"example": "He asked first"})
    assert await form.save()
    (kept,) = (await ear.hearing().heard(ear.session)).kept
    assert (kept.feedback.example, kept.feedback.reason) == ("He asked first", EXAMPLE)

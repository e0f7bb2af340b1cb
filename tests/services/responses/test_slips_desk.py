"""Slips on the desk: whatever the disk takes or refuses, and whenever, no slip is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.slips import Slips, ended, keyed, opened, passed, taken_back
from facilitui.services.responses.slips_desk import WHAT, SlipsDesk
from tests.services.ears import SLIP, Ear, an_ear

KEYS = {"back": taken_back, "pass": passed, "end": ended}


@pytest.fixture
async def ear() -> Ear:
    """Nothing was said yet."""
    return await an_ear()


async def desk_of(ear: Ear) -> SlipsDesk:
    """The desk as the dialog opens it."""
    slips, _ = await ear.hearing().slips(ear.session)
    return SlipsDesk(ear.hearing(), ear.session, slips)


def type_in(desk: SlipsDesk, digits: str) -> None:
    """A digit an answer, "/" for the next slip."""
    for each in digits:
        desk.change(ended(desk.sheet) if each == "/" else keyed(desk.sheet, int(each)))


async def kept(ear: Ear) -> list[tuple[Response, ...]]:
    """The sets of answers that are in the journal."""
    return [each.feedback.responses for each in (await ear.hearing().heard(ear.session)).kept]


steps = st.lists(
    st.sampled_from([*"12345", *KEYS, "undo", "keep", "full", "room", "save", "no journal"]),
    max_size=40,
)


@given(steps=steps)
def test_what_was_typed_is_kept_told_or_saved(steps: list[str]) -> None:
    """After any keys, refused savings among them: what is there again is what was typed last,
    or it is told that the disk does not take it, with all of it."""

    async def run() -> None:
        ear = await an_ear()
        desk, entries = await desk_of(ear), 0
        for step in steps:
            ear.drafts.full = step == "full" or (ear.drafts.full and step != "room")
            ear.journal.full = step == "no journal" or (ear.journal.full and step != "room")
            if step == "undo":
                desk.undo()
            elif step in KEYS or step.isdigit():
                change = KEYS.get(step)
                desk.change(change(desk.sheet) if change else keyed(desk.sheet, int(step)))
            elif step in ("keep", "save"):
                try:
                    entries += bool(await (desk.save() if step == "save" else desk.keep()))
                except FacilituiError:
                    continue
                desk = await desk_of(ear) if step == "save" else desk
        shown = desk.sheet.slips
        unkept = await desk.unkept()
        assert (not unkept) or (ear.drafts.full and unkept[0].what == WHAT)
        assert len(await kept(ear)) == entries
        if not unkept:
            assert (await ear.hearing().slips(ear.session))[0] == shown

    asyncio.run(run())


async def test_a_draft_that_was_refused_is_tried_again(ear: Ear) -> None:
    """However often it was refused before: it is never taken for kept."""
    desk = await desk_of(ear)
    ear.drafts.full = True
    type_in(desk, "543")
    for _ in range(2):
        with pytest.raises(NotSaved):
            await desk.keep()
        (unkept,) = await desk.unkept()
        assert unkept.text.startswith("5 4 3 -")
    ear.drafts.full = False
    assert await desk.unkept() == ()
    assert (await ear.hearing().slips(ear.session))[0] == desk.sheet.slips


async def test_what_is_typed_while_it_is_saved_is_saved_next(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the next revision of that entry, also by another start; nothing counts twice."""
    desk = await desk_of(ear)
    type_in(desk, "54/")
    save = ear.journal.save

    async def typing_on(**asked: Any) -> Any:
        type_in(desk, "12")
        return await save(**asked)

    with monkeypatch.context() as patch:
        patch.setattr(ear.journal, "save", typing_on)
        assert await desk.save() == ""
    first, second = desk.sheet.slips.responses
    assert await kept(ear) == [(first,)] and desk.is_kept
    again = await desk_of(ear)
    assert again.sheet.slips == desk.sheet.slips
    assert await again.save() == f"feedback-{ear.session}-1"
    assert await kept(ear) == [(first, second)]
    assert (await desk_of(ear)).sheet == opened((await ear.hearing().slips(ear.session))[0])
    desk.undo()
    assert desk.sheet.slips.entry == f"feedback-{ear.session}-1"


async def test_two_slips_that_say_the_same_are_two(ear: Ear) -> None:
    """Those that were begun after others were taken are not those, whatever they say."""
    await ear.hearing().take_slips(ear.session, Slips(responses=(SLIP,)))
    slips, _ = await ear.hearing().slips(ear.session)
    again = slips.model_copy(update={"responses": (SLIP,)})
    await ear.hearing().keep_slips(ear.session, again)
    assert (await desk_of(ear)).sheet.slips.responses == (SLIP,)


async def test_slips_of_two_copies_are_taken_up_in_turn(ear: Ear) -> None:
    """It is told that others wait; going on with those keeps these, and none is lost."""
    name = f"slips-{ear.session}"
    for key, pace in ((name, 5), (f"{name}~~2", 4), (f"{name}~~3", 3)):
        slip = Response(levels={Item.PACE: pace})
        ear.drafts.kept[key] = Slips(responses=(slip,)).model_dump(mode="json")
    slips, told = await ear.hearing().slips(ear.session)
    assert "Other slips of this session were kept" in told and "ctrl+l" in told
    desk, seen = SlipsDesk(ear.hearing(), ear.session, slips), []
    for _ in range(3):
        seen.append(desk.sheet.slips.responses[0].levels[Item.PACE])
        type_in(desk, "1")
        told = await desk.go_on_with_others()
        assert "ctrl+l" in told
    assert sorted(seen) == [3, 4, 5] and len(ear.drafts.kept) == 3
    assert all(len(each["responses"]) == 2 for each in ear.drafts.kept.values())


async def test_where_there_are_no_others_that_is_said(ear: Ear) -> None:
    """And what is typed stays."""
    desk = await desk_of(ear)
    type_in(desk, "5")
    with pytest.raises(NotFound, match="no other slips"):
        await desk.go_on_with_others()
    assert desk.sheet.slips.responses and desk.is_kept

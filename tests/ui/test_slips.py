"""Slips that are being typed are lost neither to a full disk, nor to a slow one, nor to a key."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.slips import Slips
from facilitui.screens.dialogs import slips as dialog_of
from facilitui.screens.dialogs.feedback import FeedbackDialog
from facilitui.screens.dialogs.slips import SlipsDialog
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import SMALLEST
from tests.ui.hosting import Stage, second_copy
from tests.ui.test_entry_form import saving_slowly
from tests.ui.test_feedback import hearing, kept, shown


def slips(stage: Stage) -> SlipsDialog:
    """The dialog on top."""
    found = stage.app.app.screen
    assert isinstance(found, SlipsDialog)
    return found


def typed(stage: Stage) -> list[int]:
    """How many answers each slip has."""
    return [len(each.levels) for each in slips(stage).sheet.slips.responses]


async def saved(stage: Stage) -> list[int]:
    """How many slips each set in the journal has."""
    return [len(each.feedback.responses) for each in (await kept(stage)).kept]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_slips_that_were_refused_hold_up_whoever_leaves(
    home: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also once that was told: escape and ctrl+q each say it once more, then they leave."""
    monkeypatch.setattr(dialog_of, "KEPT_SECONDS", 0.001)
    disk = FullDisk()
    async with hearing(home, size, disk=disk) as stage:
        await stage.app.press("s")
        disk.room = 0
        await stage.app.press("5", "4", "3")
        assert "disk is full" in shown(stage)
        await stage.app.press("escape")
        assert typed(stage) == [3] and "escape again leaves without these slips" in shown(stage)
        await stage.app.app.run_action("quit")
        assert stage.app.app.is_running and typed(stage) == [3]
        (lost,) = await slips(stage).unkept()
        assert lost.text.startswith("5 4 3 -")
        disk.room = 1 << 30
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, FeedbackDialog)
        await stage.app.press("s")
        assert typed(stage) == [3]


async def test_escape_twice_leaves_without_what_no_disk_takes(home: Path) -> None:
    """It was told, so it is meant."""
    disk = FullDisk()
    async with hearing(home, disk=disk) as stage:
        await stage.app.press("s")
        disk.room = 0
        await stage.app.press("5", "escape", "4", "escape")
        assert typed(stage) == [2]
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, FeedbackDialog)


async def test_a_saving_that_was_refused_loses_nothing(home: Path) -> None:
    """What was typed since the last draft is one, or holds up whoever leaves."""
    async with hearing(home) as stage:
        await stage.app.press("s", "5", "4", "3")
        with saving_slowly(stage, "the disk is full") as let:
            let.set()
            await stage.app.press("ctrl+s")
            assert "the disk is full" in shown(stage)
            assert await slips(stage).unkept() == ()
            await stage.app.press("escape")
        await stage.app.press("s")
        assert typed(stage) == [3] and await saved(stage) == []


async def test_digits_that_are_typed_while_it_saves_are_kept(home: Path) -> None:
    """The dialog stays and says so; ctrl+s saves them too, and nothing counts twice."""
    async with hearing(home) as stage:
        await stage.app.press("s", "5", "4", "enter")
        with saving_slowly(stage) as let:
            await stage.app.pilot.press("ctrl+s", "1", "2", "ctrl+s")
            assert "still being saved" in shown(stage)
            assert typed(stage) == [2, 2]
            let.set()
            await stage.app.settle()
        assert typed(stage) == [2, 2] and await saved(stage) == [1]
        assert "what you typed meanwhile is kept" in shown(stage)
        await stage.app.press("escape")
        await stage.app.press("s")
        assert typed(stage) == [2, 2]
        await stage.app.press("ctrl+s")
        assert isinstance(stage.app.app.screen, FeedbackDialog) and await saved(stage) == [2]


async def test_who_leaves_while_it_saves_leaves_once_it_is_saved(home: Path) -> None:
    """And not before: what was typed meanwhile is a draft, told by nobody, and there again."""
    async with hearing(home) as stage:
        await stage.app.press("s", "5", "4", "enter")
        with saving_slowly(stage) as let:
            await stage.app.pilot.press("ctrl+s", "1", "2", "escape")
            assert typed(stage) == [2, 2]
            let.set()
            await stage.app.settle()
        assert isinstance(stage.app.app.screen, FeedbackDialog) and await saved(stage) == [1]
        await stage.app.press("s")
        assert typed(stage) == [2, 2]
        with saving_slowly(stage, "the disk is full") as let:
            await stage.app.pilot.press("ctrl+s", "escape")
            let.set()
            await stage.app.settle()
            assert typed(stage) == [2, 2] and "the disk is full" in shown(stage)
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, FeedbackDialog) and await saved(stage) == [1]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_slips_of_two_copies_are_both_offered(home: Path, size: tuple[int, int]) -> None:
    """What a second copy left is told of on opening, and a key away; both end in the journal."""
    async with hearing(home, size) as stage:
        await stage.app.press("s", "5", "4", "escape")
        slip = Response(levels={Item.PACE: 1})
        with second_copy(home) as other:
            hearing_there = other.services.hearing
            other_slips = Slips(attendance=9, responses=(slip, slip))
            await hearing_there.keep_slips(stage.hosted.session, other_slips)
        await stage.app.press("s")
        assert "Other slips of this session were kept" in shown(stage)
        before = typed(stage)
        await stage.app.press("ctrl+l")
        assert sorted([before, typed(stage)]) == [[1, 1], [2]]
        await stage.app.press("ctrl+s", "s")
        await stage.app.press("ctrl+s")
        assert sorted(await saved(stage)) == [1, 2]
        await stage.app.press("s")
        assert typed(stage) == [] and "Other slips" not in shown(stage)


async def test_only_one_thing_is_saved_at_a_time(home: Path) -> None:
    """Also where both keys come before either is begun."""
    async with hearing(home) as stage:
        await stage.app.press("s", "5")
        with saving_slowly(stage) as let:
            slips(stage).action_save()
            slips(stage).action_save()
            await asyncio.sleep(0)
            let.set()
            await stage.app.settle()
        assert await saved(stage) == [1]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_all_keys_have_room(home: Path, size: tuple[int, int]) -> None:
    """Down to the last one, whatever else there is to say and however many slips there are."""
    async with hearing(home, size) as stage:
        await stage.app.press("s", *["5", "enter"] * 20, "f1")
        read = " ".join(stage.app.text().split())
        assert "ctrl+l other slips" in read and "escape leave, kept" in read and "f1 fewer" in read
        await stage.app.press("f1", "ctrl+l")
        read = " ".join(stage.app.text().split())
        assert "no other slips of this session wait" in read and "1-5 answer" in read


async def test_the_digits_of_the_question_are_told_and_others_refused(home: Path) -> None:
    """1-5 of agreement, 0-4 of how sure; a digit that is neither says why nothing happened."""
    async with hearing(home) as stage:
        await stage.app.press("s", "0")
        assert "1-5 answer" in stage.app.text() and "Relevance takes 1-5, not 0." in shown(stage)
        await stage.app.press(*"55555")
        assert "0-4 answer" in stage.app.text() and "not 0" not in shown(stage)
        await stage.app.press("5")
        assert "Sure before takes 0-4, not 5." in shown(stage) and typed(stage) == [5]

"""What participants said: a form's file taken in, slips typed, the figures seen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.core.responses.feedback import Item
from facilitui.core.sessions import moves
from facilitui.messages.evidence import FeedbackRequested
from facilitui.messages.going import DebriefRequested
from facilitui.screens.dialogs.feedback import FeedbackDialog
from facilitui.screens.dialogs.import_feedback import ImportFeedbackDialog
from facilitui.screens.dialogs.slips import SlipsDialog
from facilitui.services.responses.heard import Heard
from facilitui.widgets.feedback_bars import BARS
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted

HEAD = "Timestamp,Email Address,The session was useful,Before today,And now?,What should we change?"


def answers(count: int, wish: str = "more breaks") -> str:
    """A file as a form tool exports it, its last row not to be read."""
    row = '2026/11/25 16:50:12,{n}@example.org,Strongly agree,1,4,"{wish}"'
    rows = [row.format(n=n, wish=wish) for n in range(count)]
    return "\n".join([HEAD, *rows, "2026/11/25 16:59:12,z@example.org,often,,,"])


@asynccontextmanager
async def hearing(
    home: Path, size: tuple[int, int] = (80, 24), disk: FullDisk | None = None
) -> AsyncIterator[Stage]:
    """A session that ended, with nine people counted, and what its participants said."""
    async with hosted(home, size, disk=disk) as stage:
        await stage.hosted.do(moves.attend(9))
        await stage.hosted.do(moves.end)
        stage.app.app.post_message(FeedbackRequested(stage.hosted.session))
        await stage.app.settle()
        assert isinstance(stage.app.app.screen, FeedbackDialog)
        yield stage


async def look_at(stage: Stage, file: Path) -> None:
    """Name a file and look at it."""
    await stage.app.press("i")
    assert isinstance(stage.app.app.screen, ImportFeedbackDialog)
    await stage.app.put(str(file))
    await stage.app.press("enter")


async def kept(stage: Stage) -> Heard:
    """What is in the journal."""
    return await stage.app.wiring.hearing.heard(stage.hosted.session)


def shown(stage: Stage) -> str:
    """All panels, without their line breaks."""
    return " ".join(stage.app.panels().split())


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_a_form_is_looked_at_and_taken(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """By the keyboard alone, in little room: the path, the columns, enter, the figures."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(6), "utf-8")
    async with hearing(home, size) as stage:
        assert "Nobody's answers are here yet" in shown(stage)
        assert "i file   s slips   escape back" in stage.app.text()
        await look_at(stage, file)
        assert "6 answer sheets can be taken · 1 row cannot" in shown(stage)
        assert "Names and addresses stay out" in shown(stage) and "enter take" in shown(stage)
        rows = stage.app.rows("choices")
        assert "→ Relevance" in rows and "tells who answered" in rows and "@" not in rows
        assert (await kept(stage)).kept == ()
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, FeedbackDialog)
        for words in (
            "6 of 9 answered (67%)",
            "6 of 6 participants who told both are surer now than before; the median gain is 3",
            f"Relevance · · · · {BARS[-1]}6 6 5 of 5",
            "Effect, as participants saw it",
            "· more breaks",
        ):
            assert words in shown(stage), words
        assert len((await kept(stage)).kept[0].feedback.responses) == 6


async def test_columns_are_changed_and_the_same_answers_asked_about(
    home: Path, tmp_path: Path
) -> None:
    """With the arrows and w; who answered stays out; bad rows are named with their line."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(2), "utf-8")
    async with hearing(home) as stage:
        await look_at(stage, file)
        await stage.app.press("down", "right")
        assert "It holds addresses, so it stays out" in shown(stage)
        await stage.app.press("down", "right", "left", "w")
        assert "“agree” is most" in stage.app.rows("choices")
        await stage.app.press("d")
        assert "line 4: Relevance: “often” is not on its scale, 1 to 5" in stage.app.panels()
        await stage.app.press("escape")
        await stage.app.press("enter")
        told = shown(stage)
        assert "some participants" in told and "2 wrote something; it is shown from 5" in told
        assert "more breaks" not in told
        await look_at(stage, file)
        assert "as you chose them for this form before" in shown(stage)
        await stage.app.press("enter")
        assert "These answers were taken before" in shown(stage)
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, ImportFeedbackDialog)
        await stage.app.press("enter")
        await stage.app.press("enter")
        assert len((await kept(stage)).kept) == 1


@pytest.mark.parametrize("size", SMALLEST, ids=str)
@pytest.mark.parametrize(("keys", "count"), [((), 6), (("down",), 7), (("down", "down"), 12)])
async def test_a_form_that_lost_a_row_and_won_one_is_asked_about(
    home: Path, tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...], count: int
) -> None:
    """How many of its answers were taken; all in their place, only the new ones, or all beside."""
    file = tmp_path / "answers.csv"
    first, *rows, bad = answers(7).splitlines(keepends=True)
    rows = [row.replace("16:50", f"16:{at}") for at, row in enumerate(rows, 10)]
    file.write_text("".join((first, *rows[:-1], bad)), "utf-8")
    async with hearing(home, size) as stage:
        await look_at(stage, file)
        await stage.app.press("enter")
        file.write_text("".join((first, *rows[1:], bad)), "utf-8")
        await look_at(stage, file)
        await stage.app.press("enter")
        for words in (
            "6 of these 7 rows are there already",
            "Take only what is new: 1",
            "Take all in",
        ):
            assert words in shown(stage) + stage.app.text(), words
        await stage.app.press(*keys, "enter")
        assert isinstance(stage.app.app.screen, FeedbackDialog)
        assert sum(len(each.feedback.responses) for each in (await kept(stage)).kept) == count


async def test_a_scale_and_a_goal_are_chosen_and_told(home: Path, tmp_path: Path) -> None:
    """Each by a key; they stand with the figures here, beside the debrief and in the journal."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(3), "utf-8")
    async with hearing(home, (120, 40)) as stage:
        await look_at(stage, file)
        await stage.app.press("s")
        assert "Only answers on a scale" in shown(stage)
        await stage.app.press("down", "down", "g")
        assert "Only how sure they were" in shown(stage)
        await stage.app.press("down", "g", "down", "enter")
        assert "about different goals, so no growth can be told" in shown(stage)
        await stage.app.press("s", *"0 to 10", "enter")
        await stage.app.press("down", "g", "down", "enter")
        assert "on two scales, so no growth can be told" in shown(stage)
        await stage.app.press("s", *"0 to 10", "enter")
        assert "no growth can be told" not in shown(stage)
        rows = " ".join(stage.app.rows("choices").split())
        assert (
            "→ Sure before, G1" in rows and "→ Sure now, G1" in rows and rows.count("0 to 10") == 2
        )
        await stage.app.press("enter")
        told = "About “know the criteria”: some participants told both, and 3 of 3 are surer now"
        assert told in shown(stage) and f"· · · · {BARS[-1]}3" in shown(stage)
        await stage.app.press("e")
        assert "An example is told from 5 answer sheets on" in shown(stage)
        await stage.app.press("escape")
        stage.app.app.post_message(DebriefRequested(stage.hosted.session))
        await stage.app.settle()
        facts = " ".join(stage.app.panels().split())
        assert "3 of 3 surer now" in facts and "3 of 9 answered (33%)" in facts
        assert told in facts and "How sure, before and now: G1 know the criteria" in facts


async def test_an_example_is_chosen_and_wishes_have_no_group(home: Path, tmp_path: Path) -> None:
    """The example in one's own words; where there is no group, where to write wishes is said."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(5, HOSTILE.replace('"', "")), "utf-8")
    async with hearing(home, (120, 40)) as stage:
        await look_at(stage, file)
        await stage.app.press("enter")
        assert "\x1b" not in stage.app.text() and "[x] [/b]" in stage.app.panels()
        await stage.app.press("e", *"abc", "enter")
        assert "Example: “abc”" in stage.app.panels()
        await stage.app.press("n", "space", "enter")
        assert "This session is no group's" in shown(stage)
        assert (await kept(stage)).kept[0].feedback.example == "abc"


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_slips_are_typed_and_taken(home: Path, size: tuple[int, int]) -> None:
    """A digit an answer; what was typed is there again after leaving; then they are figures."""
    async with hearing(home, size) as stage:
        await stage.app.press("s")
        assert "1-5 answer" in stage.app.text() and "0 slips of 9 who came" in shown(stage)
        await stage.app.press("g")
        assert "G1" not in shown(stage)
        await stage.app.press("g")
        assert "G1" in shown(stage)
        await stage.app.press(*"54321", "0", "4", "enter", "3", "space", "2", "backspace", "4")
        await stage.app.press("escape")
        await stage.app.press("s")
        dialog = stage.app.app.screen
        assert isinstance(dialog, SlipsDialog)
        first, second = dialog.sheet.slips.responses
        assert first.goals == {"G1": {Item.BEFORE: 0, Item.NOW: 4}}
        assert first.levels[Item.SAFETY] == 1
        assert second.levels == {Item.RELEVANCE: 3, Item.PACE: 4}
        await stage.app.press("up", "x")
        await stage.app.press("u", "w")
        await stage.app.fill(one_change="tea [x]")
        await stage.app.press("ctrl+s")
        assert "2 of 9 answered (22%)" in shown(stage)
        found = (await kept(stage)).kept[0].feedback
        assert [each.words for each in found.responses] == [{}, {Item.ONE_CHANGE: "tea [x]"}]


async def test_a_full_disk_is_told_and_nothing_is_lost(home: Path, tmp_path: Path) -> None:
    """Neither the slips that were typed nor the form that is shown."""
    file, disk = tmp_path / "answers.csv", FullDisk()
    file.write_text(answers(3), "utf-8")
    async with hearing(home, disk=disk) as stage:
        await look_at(stage, file)
        disk.room = 0
        await stage.app.press("enter")
        assert "the disk is full" in shown(stage) and "3 answer sheets" in shown(stage)
        await stage.app.press("escape")
        await stage.app.press("s")
        await stage.app.press("5")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, SlipsDialog) and "disk is full" in shown(stage)
        disk.room = 1 << 30
        await stage.app.press("ctrl+s")
        assert len((await kept(stage)).kept[0].feedback.responses) == 1

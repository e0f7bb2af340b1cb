"""A form's columns are looked at before they are taken: what was guessed is told and changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.responses.feedback import Item
from facilitui.core.responses.form_letters import Letters
from facilitui.screens.dialogs.confirm import ConfirmDialog
from tests.ui.driving import SMALLEST
from tests.ui.hosting import Stage
from tests.ui.test_feedback import hearing, kept, look_at, shown

FORM = (
    "Name (optional),There was *not* enough time to think,What should we change?,Timestamp\n"
    "Ana,Strongly agree,café [x],2026/11/25 16:50:12\n"
    "Bo,Agree,üben,2026/11/26 8:00:00\n"
)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_what_was_guessed_is_told_and_changed(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Letters, a question turned round, the days, and who answered only for whoever agrees."""
    file = tmp_path / "answers.csv"
    file.write_bytes(FORM.encode(Letters.MAC))
    async with hearing(home, size) as stage:
        await look_at(stage, file)
        told = shown(stage)
        assert "d tells 1 more; its letters outside ASCII (é," in told
        assert "answered Wed 25 Nov to Thu 26 Nov 2026" in told and "enter take" in told
        await stage.app.press("right")
        assert isinstance(stage.app.app.screen, ConfirmDialog)
        assert "may tell in reports who wrote" in shown(stage)
        await stage.app.press("escape")
        assert "→ Relevance" not in stage.app.rows("choices")
        await stage.app.press("left", "enter")
        assert "may tell who answered" in stage.app.rows("choices")
        await stage.app.press("l", *"cyr", "enter")
        assert "letters outside ASCII (Ћ," in shown(stage)
        assert "may tell who answered" not in stage.app.rows("choices")
        await stage.app.press("l", *"macs", "enter")
        await stage.app.press("d")
        assert "turned round: “strongly disagree” is most" in shown(stage)
        await stage.app.press("escape")
        await stage.app.press("enter")
        assert "answers.csv, answered Wed 25 Nov to Thu 26 Nov 2026" in shown(stage)
        found = (await kept(stage)).kept[0].feedback.responses
        assert [each.levels for each in found] == [{Item.PACE: 1}, {Item.PACE: 2}]
        assert [each.words[Item.ONE_CHANGE] for each in found] == ["café [x]", "üben"]
        await look_at(stage, file)
        await stage.app.press("down", "right", "enter")
        assert "These answers were taken before" in shown(stage)


def rated(*answers: str, day: str = "2026/11/25") -> str:
    """A form of one question, with its answers."""
    rows = (f"{day} 16:{10 + n}:12,{each}\n" for n, each in enumerate(answers))
    return "".join(("Timestamp,Was it useful?\n", *rows))


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_words_that_nobody_knows_are_put_in_order_by_hand(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """One after the other, the lowest first; escape changes nothing; it is remembered."""
    file = tmp_path / "answers.csv"
    file.write_text(rated(*["Top [x]", "Flop", "Soso"] * 2), "utf-8")
    async with hearing(home, size) as stage:
        await look_at(stage, file)
        assert "its words are none that are known for “Relevance”" in shown_rows(stage)
        await stage.app.press("down", "o")
        assert "Only a column on a scale with 2 to 11 different answers" in shown(stage)
        await stage.app.press("right", "o")
        assert "Which of its answers is the lowest?" in shown(stage)
        await stage.app.press("escape")
        assert "6 answers not on it" in shown_rows(stage)
        await stage.app.press("o", "down", "enter", "down", "enter")
        assert "1 to 3 · Top [x] = 3 · Flop = 1 · Soso = 2" in shown_rows(stage)
        assert "6 answer sheets can be taken" in shown(stage)
        await stage.app.press("s")
        assert "There is no other scale for it" in shown(stage)
        await stage.app.press("enter")
        (found,) = (await kept(stage)).kept
        assert [each.levels[Item.RELEVANCE] for each in found.feedback.responses] == [3, 1, 2] * 2
        await look_at(stage, file)
        assert "all these answers were taken before" in shown(stage)
        assert "1 to 3 · Top [x] = 3 · Flop = 1" in shown_rows(stage)


def shown_rows(stage: Stage) -> str:
    """The columns, on one line."""
    return " ".join(stage.app.rows("choices").split())


async def test_answers_of_another_day_or_of_more_than_came_are_asked_about(
    home: Path, tmp_path: Path
) -> None:
    """Before anything is taken both are to be seen; one enter tells it, the next takes them."""
    file = tmp_path / "answers.csv"
    file.write_text(rated(*["5"] * 10, day="2026/11/24"), "utf-8")
    async with hearing(home, (120, 40)) as stage:
        await look_at(stage, file)
        told = "10 answered, but only 9 came"
        assert f"d tells 1 more; {told}" in shown(stage)
        await stage.app.press("d")
        assert "answered on Tue 24 Nov 2026, before the session on Wed 25 Nov 2026" in shown(stage)
        await stage.app.press("escape", "enter")
        assert (
            "session? Enter takes it all the same: 10 answered" in shown(stage)
            and not (await kept(stage)).kept
        )
        await stage.app.press("enter")
        assert "10 of 9 answered, more than came" in shown(stage)


async def test_what_is_most_is_named_by_what_the_column_says(home: Path, tmp_path: Path) -> None:
    """Who was asked how confident they are was not asked to agree; a sentence is told as one."""
    file = tmp_path / "answers.csv"
    head = "How confident were you before?,What was most useful?,Was it useful?\n"
    file.write_text(f"{head}Very confident,The silence,Agree\nConfident,Pairs,Agree\n", "utf-8")
    async with hearing(home, (120, 40)) as stage:
        await look_at(stage, file)
        rows = shown_rows(stage)
        assert "(“Very confident” is most)" in rows
        assert "(“strongly agree” is most)" in rows and rows.count("agree” is most") == 1
        assert "“Relevance” is on a scale: → takes it in words" in rows
        await stage.app.press("w", "w")
        assert "(turned round: “Confident” is most)" in shown_rows(stage)
        await stage.app.press("down", "right")
        assert "→ Will try" in shown_rows(stage)

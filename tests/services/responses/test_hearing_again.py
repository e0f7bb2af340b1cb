"""Answers are known again, with their scales, their goals and their days."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.feedback_coming import Overlap
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.responses.form_letters import Letters
from facilitui.core.responses.slips import Slips
from facilitui.services.responses.form_preview import (
    readings_offered,
    scales_offered,
    with_goal,
    with_item,
    with_scale,
)
from tests.services.ears import Ear, an_ear


@pytest.fixture
async def ear() -> Ear:
    """Nothing was said yet."""
    return await an_ear()


async def test_rows_are_known_again_whichever_columns_are_taken(ear: Ear) -> None:
    """A column left out the first time makes no other answers of them; nobody is in what is kept.

    The days are those of the form, not of taking it in.
    """
    hearing = ear.hearing()
    preview = await hearing.preview("2", (), Letters.GREEK)
    assert preview.to_look_at == ("Greek",)
    left = await with_item(await with_item(preview, 2, None), 6, None)
    await hearing.take(ear.session, left, 9)
    (kept,) = (await hearing.heard(ear.session)).kept
    assert kept.feedback.answered_on == (date(2026, 11, 25), date(2026, 11, 25))
    assert len(kept.feedback.rows) == 2 and "ana" not in str(kept.feedback)
    assert await hearing.before(ear.session, preview) == (Overlap.SAME, kept)
    assert await hearing.before(ear.session, await hearing.preview("3")) == (Overlap.MORE, kept)
    assert await hearing.before(ear.session, await hearing.preview("1")) == (Overlap.SAME, kept)


async def test_slips_about_a_goal_keep_its_words(ear: Ear) -> None:
    """As columns of a form do."""
    goal = (await ear.hearing().heard(ear.session)).goals[0]
    slip = Response(goals={goal.id: {Item.BEFORE: 1, Item.NOW: 3}})
    await ear.hearing().take_slips(ear.session, Slips(responses=(slip,)))
    kept = (await ear.hearing().heard(ear.session)).kept[0].feedback
    assert kept.responses == (slip,) and not kept.rows
    assert [(each.item, each.goal, each.text) for each in kept.asked] == [
        *((Item.BEFORE, goal.id, goal.text), (Item.NOW, goal.id, goal.text))
    ]


async def test_scales_and_goals_are_kept_and_remembered(ear: Ear) -> None:
    """As they were chosen: levels stay as they were given, and the goal's words go with them."""
    goals = (Goal(id="G1", text="one"),)
    preview = await with_goal(await ear.hearing().preview("2", goals), 4, "G1")
    preview = await with_scale(await with_goal(preview, 5, "G1"), 3, Scale(0, 10))
    assert not preview.no_growth
    assert "on two scales" in (await with_scale(preview, 5, Scale(1, 7))).no_growth
    await ear.hearing().take(ear.session, preview, 9)
    kept = (await ear.hearing().heard(ear.session)).kept[0].feedback
    assert [(each.item, each.scale.label, each.text) for each in kept.asked] == [
        *((Item.PACE, "0 to 10", ""), (Item.BEFORE, "1 to 5", "one"), (Item.NOW, "1 to 5", "one"))
    ]
    assert kept.responses[0].goals == {"G1": {Item.BEFORE: 1, Item.NOW: 4}}
    assert (await ear.hearing().preview("3", goals)).columns == preview.columns
    words, figures, said = (preview.columns[at] for at in (2, 3, 6))
    assert [each.label for each in scales_offered(words)] == ["1 to 5", "1 to 4"]
    assert len(scales_offered(figures)) > 9
    assert not scales_offered(said) and not readings_offered(said)

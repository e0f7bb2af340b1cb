"""Participants' answers as enrolments are told from them: what they show, and how they spread."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitui.core.pathways.case import Heard, Source
from tests.services.pathways.enrolled_home import EnrolledHome

LATE = "2026-11-04T03:30:00+00:00"


async def answered(**fields: Any) -> Heard | None:
    """What comes of the answers to a session that was held late in the evening in Toronto."""
    home, held = EnrolledHome(), {"held_at": LATE, "zone": "America/Toronto"}
    body = {"session": "s0", "title": "Talk s0", **held, **fields}
    await home.put("feedback-s0", "feedback", body)
    return next(iter((await home.case()).heard), None)


@pytest.mark.parametrize(
    ("response", "told"),
    [
        ({"levels": {"pace": 4}}, "2 answered: 1 above the middle of the scale for how it worked"),
        ({"levels": {"pace": 3}}, "2 answered: 0 above the middle of the scale for how it worked"),
        (
            {"levels": {"pace": 1, "voice": 5}},
            "2 answered: 1 above the middle of the scale for how it worked",
        ),
        ({"words": {"one_change": "More time"}}, "2 answered"),
        ({"words": {"one_change": "  ", "intention": "To wait"}}, "2 answered"),
        ({"levels": {"before": 1}}, "2 answered"),
        ({"levels": {"before": 1, "now": 3}}, "2 answered: 1 surer than before"),
        ({"levels": {"before": 3, "now": 3}}, "2 answered: 1 the same"),
        (
            {"goals": {"G1": {"before": 1, "now": 3}, "G2": {"now": 2}}},
            "2 answered: 1 surer than before",
        ),
        (
            {"goals": {"G1": {"before": 1, "now": 3}, "G2": {"before": 4, "now": 0}}},
            "2 answered: 1 less sure",
        ),
        ({"words": {"transfer_4w": "I tried it."}}, "2 answered: 1 told what they tried since"),
        ({}, "2 answered"),
    ],
)
async def test_answers_tell_of_effect_and_of_growth(response: dict[str, Any], told: str) -> None:
    """Effect is a rating above the middle; growth is being surer now, or what was tried since."""
    heard = await answered(responses=[response, {}])
    assert heard is not None and heard.told == told
    assert heard.effect == ("1 above" in told)
    assert heard.growth == ("surer" in told or "tried" in told)
    assert heard.source == Source("feedback-s0", "s0", date(2026, 11, 3), "Talk s0")


@pytest.mark.parametrize(("level", "above"), [(5, 0), (6, 1)])
async def test_the_middle_is_that_of_the_scale_that_was_asked_on(level: int, above: int) -> None:
    """Five of ten is no more than the middle, though it would be the most of five."""
    asked = [{"item": "pace", "scale": {"least": 1, "most": 10}}]
    heard = await answered(asked=asked, responses=[{"levels": {"pace": level}}])
    assert heard is not None and (heard.effect, heard.rated) == (above, 1)


async def test_who_is_surer_and_told_what_they_tried_is_one_who_grew() -> None:
    """However many signs of it there are."""
    both = {"levels": {"before": 1, "now": 3}, "words": {"transfer_4w": "I tried it."}}
    heard = await answered(responses=[both])
    assert heard is not None and (heard.growth, heard.surer, heard.tried) == (1, 1, 1)


async def test_answers_that_were_taken_out_are_heard_no_more() -> None:
    """They count in no figure, so in no requirement."""
    assert await answered(responses=[{"levels": {"pace": 4}}], withdrawn=True) is None

"""What facilitators type is found on the shipped shelf: the right ones first, and no nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.library.search_words import asked
from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.services.library.shelving import Shelving
from facilitui.storage.paths import Home

FOUND = {
    "icebreaker": "connections impromptu_networking wagon_wheels fears_hopes",
    "ice breaker": "connections impromptu_networking",
    "warm up": "connections fears_hopes",
    "check-in": "connections pdsa_checkin",
    "fishbowl": "fishbowl",
    "fishbwol": "fishbowl",
    "tunning": "tuning",
    "chalktalk": "chalk_talk",
    "world café": "world_cafe",
    "w3": "what_so_what_now_what",
    "quiet": "chalk_talk connections",
    "quiet writing": "chalk_talk",
    "feedback on work": "feedback_carousel feedback_party tuning",
    "student work": "tuning collaborative_assessment_conference charrette",
    "peer review": "feedback_carousel tuning",
    "data": "data_driven_dialogue atlas_data notice_wonder",
    "data 45 min": "data_driven_dialogue notice_wonder",
    "7 min": "connections plus_delta",
    "no prep": "connections plus_delta one_two_four_all",
    "conflict": "consultancy norms_setting fears_hopes",
    "difficult conversation": "norms_setting",
    "ground rules": "norms_setting",
    "large group": "fishbowl open_space_mini world_cafe connections",
    "small group": "text_rendering charrette",
    "article": "text_rendering four_as jigsaw",
    "book club": "book_study",
    "brainstorm": "one_two_four_all crowdsourcing_25_10",
    "dilemma": "consultancy peeling_onion troika",
    "peer coaching": "troika consultancy",
    "root cause": "pop_articulation",
    "five whys": "pop_articulation",
    "vote": "crowdsourcing_25_10",
    "decision making": "plus_delta what_so_what_now_what",
    "retrospective": "plus_delta what_so_what_now_what",
    "speed dating": "wagon_wheels",
    "threes": "troika microlab",
    "worries": "fears_hopes",
    "success": "success_analysis",
    "hopes and fears": "fears_hopes",
    "exit ticket": "plus_delta",
}
"""What must be among the first ten."""
FEW = {"fishbowl": 1, "data": 5, "7 min": 3, "icebreaker": 8, "dilemma": 3, "conflict": 9}
"""No more than so many have to do with it."""


@pytest.fixture
async def shelving(tmp_path: Path) -> Shelving:
    """The shipped shelf."""
    wiring = Wiring(Home(tmp_path))
    shelf = Shelving(wiring.planning, wiring.favourites)
    await shelf.load()
    wiring.close()
    return shelf


def found(shelving: Shelving, query: str) -> list[str]:
    """The ids that a query finds."""
    words, wanted = asked(query, ShelfFilter())
    return [each.protocol.id for each in shelving.protocols(words, wanted).offers]


async def test_the_right_ones_are_among_the_first(shelving: Shelving) -> None:
    """By other words than the file's, by figures, and with slips."""
    for query, ids in FOUND.items():
        first = found(shelving, query)[:10]
        assert set(ids.split()) <= set(first), (query, first)


async def test_little_else_is_found(shelving: Shelving) -> None:
    """A list that is too long would be no answer."""
    for query, most in FEW.items():
        assert len(found(shelving, query)) <= most, (query, found(shelving, query))


async def test_what_nobody_wrote_of_is_not_found(shelving: Shelving) -> None:
    """Not even what looks a little like it."""
    for query in ("cat", "xyzzy", "parking lot", "role play", "rt", "zebra quiet"):
        assert found(shelving, query) == [], query

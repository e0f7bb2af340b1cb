"""One's own scores beside an observer's: each as it was given, and nothing made of both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.observation import Observation, sheet_of, with_sheet
from facilitui.core.debriefs.score_sections import beside_section
from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.core.debriefs.scores_beside import NOBODY, apart, side_by_side
from tests.core.making import HOSTILE

CRAFT = RubricRef(id="craft", version="1", name="Craft", top=4, levels=("Not yet", "Soon"))
LEVELS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4), max_size=4)


def scores(levels: dict[str, int]) -> tuple[Score, ...]:
    """Scores of some criteria."""
    return tuple(Score(criterion=each, level=level) for each, level in levels.items())


@given(LEVELS, LEVELS)
def test_every_criterion_stands_once_with_what_each_gave(
    mine: dict[str, int], theirs: dict[str, int]
) -> None:
    """Whoever scored it; what one of them did not score is missing there, never a number."""
    own = SelfScores(session="s", rubric=CRAFT, scores=scores(mine))
    seen = Observation(session="s", rubric=CRAFT, scores=scores(theirs), giver="Ana")
    found = side_by_side(own, [seen])
    assert bool(found) == bool(mine and theirs)
    for beside in found:
        told = {
            each.name: (each.mine and each.mine.level, each.theirs and each.theirs.level)
            for each in beside.pairs
        }
        assert told == {each: (mine.get(each), theirs.get(each)) for each in {*mine, *theirs}}
        assert [each.name for each in beside.pairs][: len(mine)] == list(mine)


def test_only_one_version_of_a_rubric_is_compared() -> None:
    """Scores under another stay apart, and that is known."""
    own = SelfScores(rubric=CRAFT, scores=scores({"a": 1}))
    other = CRAFT.model_copy(update={"version": "2"})
    seen = Observation(rubric=other, scores=scores({"a": 1}))
    assert not side_by_side(own, [seen]) and apart(own, [seen]) == (seen,)
    assert not side_by_side(None, [seen]) and not apart(None, [seen])
    assert not apart(own, [seen.model_copy(update={"scores": ()})])
    (beside,) = side_by_side(own, [seen.model_copy(update={"rubric": CRAFT})])
    assert beside.giver == NOBODY


def test_side_by_side_is_told_in_words() -> None:
    """Whose each is, and what is missing."""
    own = SelfScores(rubric=CRAFT, scores=scores({"a": 2, "b": 3}))
    seen = Observation(rubric=CRAFT, scores=scores({"a": 4}), giver=HOSTILE)
    section = beside_section(side_by_side(own, [seen])[0])
    assert section.heading == f"Side by side: you and {HOSTILE.strip()}"
    assert [(each.text, each.beside) for each in section.said] == [
        ("a", f"you 2 · {HOSTILE.strip()} 4"),
        ("b", f"you 3 · {HOSTILE.strip()} missing"),
    ]
    theirs = beside_section(side_by_side(own, [seen.model_copy(update={"giver": "Bea"})])[0], "Ada")
    assert theirs.heading == "Side by side: Ada and Bea"
    assert [each.beside for each in theirs.said] == ["Ada 2 · Bea 4", "Ada 3 · Bea missing"]


def test_a_level_is_told_with_its_name_where_that_was_kept() -> None:
    """Of an entry that an earlier version wrote there is only the number."""
    assert CRAFT.level_told(1) == "1 of 4, Not yet" and CRAFT.level_told(3) == "3 of 4"
    assert RubricRef(id="craft").told == "craft" and RubricRef(version="2").told == ""
    assert CRAFT.told == "Craft, version 1"


def test_a_sheet_changes_nothing_else_of_an_observation() -> None:
    """Whatever else it says stays, word for word."""
    seen = Observation(session="s", giver=HOSTILE, feedback=HOSTILE, link="https://a.b/c")
    sheet = sheet_of(seen).model_copy(
        update={"rubric": CRAFT, "scores": scores({"a": 1}), "reason": "r"}
    )
    scored = with_sheet(seen, sheet)
    assert sheet_of(scored) == sheet.model_copy(update={"reason": ""}) and scored.reason == "r"
    taken_back = scored.model_copy(update={"rubric": RubricRef(), "scores": (), "reason": ""})
    assert taken_back == seen

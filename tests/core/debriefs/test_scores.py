"""Scores: free until they are saved, then changed with a reason only; missing stays missing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.debriefs import rescoring
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.rescoring import (
    MEANWHILE,
    earlier,
    over,
    rescored,
    under,
    why,
    with_note,
)
from facilitui.core.debriefs.scores import (
    RubricRef,
    Score,
    ScoreSheet,
    Spread,
    ref,
    score_of,
    scored,
    spread,
    unsupported,
)
from facilitui.core.sessions.clock import LONGEST_SECONDS
from tests.core.making import HOSTILE, START
from tests.core.rubrics import rubric

OURS = rubric(criteria=("a", "b", "c"))
NONE = ScoreSheet(session="s", rubric=ref(OURS))
CHANGES = st.lists(
    st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.integers(1, 4))), max_size=12
)


def levels(mine: ScoreSheet) -> dict[str, int]:
    """The scores by criterion."""
    return {score.criterion: score.level for score in mine.scores}


def given_(**scores: int) -> ScoreSheet:
    """Scores as they were saved."""
    mine = NONE
    for criterion, level in scores.items():
        mine = rescored(mine, OURS, criterion, level, saved=NONE)
    return mine


@given(CHANGES)
def test_what_is_not_saved_changes_freely(changes: list[tuple[str, int | None]]) -> None:
    """The last level counts, in the rubric's order; nothing is kept of what came before it."""
    mine = NONE
    for criterion, level in changes:
        mine = rescored(mine, OURS, criterion, level, saved=NONE)
    last = {criterion: level for criterion, level in dict(changes).items() if level is not None}
    assert levels(mine) == last and list(levels(mine)) == sorted(last)
    assert mine.withdrawn == () and not any(score.changes for score in mine.scores)


@given(CHANGES)
def test_every_change_of_a_saved_score_is_justified(changes: list[tuple[str, int | None]]) -> None:
    """Whatever was done between two savings: what differs says what it was and why."""
    saved = given_(a=2, b=3)
    mine = saved
    for n, (criterion, level) in enumerate(changes):
        mine = rescored(mine, OURS, criterion, level, saved=saved, reason=f"r{n}")
    for stood in saved.scores:
        now = score_of(mine.scores, stood.criterion)
        out = [each for each in mine.withdrawn if each.criterion == stood.criterion]
        if now is None:
            assert [each.level for each in out] == [stood.level] and out[0].reason
        else:
            assert not out
            told = [(each.level, bool(each.reason)) for each in now.changes]
            assert told == ([] if now.level == stood.level else [(stood.level, True)])
    assert bool(why(mine, saved)) == any(
        score_of(mine.scores, s.criterion) != s for s in saved.scores
    )


@pytest.mark.parametrize("level", [1, None])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_a_saved_score_stands(level: int | None, reason: str) -> None:
    """Neither another level nor none."""
    saved = given_(a=2)
    with pytest.raises(ValueError, match="reason"):
        rescored(saved, OURS, "a", level, saved=saved, reason=reason)


def test_back_at_what_was_saved_nothing_has_changed() -> None:
    """Its note comes back with it."""
    saved = with_note(given_(a=2), "a", HOSTILE)
    out = rescored(saved, OURS, "a", None, saved=saved, reason="by mistake")
    assert why(out, saved) == "Criterion a: 2 taken out, by mistake"
    assert rescored(out, OURS, "a", 2, saved=saved) == saved
    higher = rescored(saved, OURS, "a", 3, saved=saved, reason="seen again")
    assert why(higher, saved) == "Criterion a: 2 to 3, seen again"
    assert rescored(higher, OURS, "a", 2, saved=saved) == saved


@pytest.mark.parametrize(("criterion", "level"), [("gone", 1), ("a", 0), ("a", 5)])
def test_only_levels_of_the_rubric_are_given(criterion: str, level: int) -> None:
    """No half points, nothing outside the scale."""
    with pytest.raises(ValueError, match="no such"):
        scored((), OURS, criterion, level)


def test_another_rubric_begins_anew() -> None:
    """Nothing is carried over, though criteria have the same names; what was saved says why."""
    other, saved = rubric(6, ("a",), id="other"), given_(a=2, b=3)
    with pytest.raises(ValueError, match="reason"):
        under(saved, other, saved=saved)
    mine = under(saved, other, saved=saved, reason="ours is out")
    assert mine.scores == () and mine.rubric == ref(other)
    mine = rescored(mine, other, "a", 6, saved=saved)
    assert levels(mine) == {"a": 6} and not mine.scores[0].changes
    assert why(mine, saved) == (
        "Criterion a: 2 taken out, ours is out; Criterion b: 3 taken out, ours is out"
    )
    assert under(mine, OURS, saved=saved) == saved
    assert under(given_(a=2), other, saved=NONE).scores == ()


def test_what_another_copy_saved_is_not_lost() -> None:
    """What only it has comes along; where both have one, mine stays and says what it was there."""
    theirs = given_(a=1, b=3)
    mine = over(given_(a=2, c=4), theirs)
    assert levels(mine) == {"a": 2, "b": 3, "c": 4}
    assert [(each.level, each.reason) for each in mine.scores[0].changes] == [(1, MEANWHILE)]
    assert over(mine, theirs) == mine == over(mine, mine)
    out = rescored(theirs, OURS, "b", None, saved=theirs, reason="r")
    assert over(out, theirs) == out


def test_notes_are_kept_as_they_are_written() -> None:
    """Any text; a score that is missing gets none, and stays missing."""
    mine = with_note(with_note(given_(a=2, b=1), "a", HOSTILE), "c", "nothing to stand on")
    mine = rescoring.with_moment(mine, "b", 0.0)
    assert [score.note for score in mine.scores] == [HOSTILE, ""]
    assert [score.moment for score in mine.scores] == [None, 0.0]
    assert [score.criterion for score in unsupported(mine.scores)] == ["b"]
    assert levels(mine) == {"a": 2, "b": 1}


def test_over_time_there_is_a_median_and_a_range_and_no_average() -> None:
    """How many there are is always known; of none there is nothing."""
    found = [Score(criterion="a", level=level) for level in (1, 4, 4, 2)]
    assert spread(found, "a") == Spread(3.0, 1, 4, 4)
    assert spread(found, "b") is None


def test_earlier_sessions_are_those_under_the_same_rubric() -> None:
    """Another version, a later session, one without a date and this very one are left out."""
    here = NONE.model_copy(update={"held_at": START})
    before = START - timedelta(days=1)
    one = ScoreSheet(session="1", rubric=ref(OURS), held_at=before)
    renamed = RubricRef(id="ours", version="1", name="new name", top=4)
    every = (
        one.model_copy(update={"session": "2", "rubric": renamed}),
        one.model_copy(update={"rubric": RubricRef(id="ours", version="2", top=4)}),
        one.model_copy(update={"held_at": START + timedelta(days=1)}),
        one.model_copy(update={"held_at": None}),
        here,
    )
    assert [each.session for each in earlier((one, *every), here)] == ["1", "2"]


@pytest.mark.parametrize("model", [ScoreSheet, Observation])
@pytest.mark.parametrize(
    "scores",
    [
        [{"criterion": "a", "level": 7}],
        [{"criterion": "a", "level": 1}, {"criterion": "a", "level": 2}],
        [{"criterion": "a", "level": 1, "moment": 1e300}],
    ],
)
def test_scores_that_do_not_fit_are_not_read(
    model: type[ScoreSheet | Observation], scores: list[dict[str, object]]
) -> None:
    """A level above the rubric's, a criterion twice, a moment after a year: none can be told."""
    with pytest.raises(ValidationError):
        model.model_validate({"rubric": {"id": "r", "top": 4}, "scores": scores})


@pytest.mark.parametrize("model", [ScoreSheet, Observation])
def test_where_no_rubric_is_named_no_level_is_too_high(
    model: type[ScoreSheet | Observation],
) -> None:
    """Its highest is only supposed then; such entries were saved before, and are told as such."""
    old = model.model_validate({"scores": [{"criterion": "a", "level": 5}]})
    assert [old.rubric.level_told(each.level) for each in old.scores] == ["5"]
    assert old.rubric.level_told(4) == "4 of 4"
    assert model.model_validate(old.model_dump(mode="json")) == old


@pytest.mark.parametrize("model", [ScoreSheet, Observation])
def test_a_moment_after_any_session_is_kept_and_told_as_none(
    model: type[ScoreSheet | Observation],
) -> None:
    """An entry that has it is read as it always was."""
    scores = [
        {"criterion": name, "level": 2, "moment": moment}
        for name, moment in (("a", 4e7), ("b", LONGEST_SECONDS), ("c", None))
    ]
    old = model.model_validate({"rubric": {"id": "r"}, "scores": scores})
    assert [each.moment for each in old.scores] == [4e7, LONGEST_SECONDS, None]
    assert [each.told_moment for each in old.scores] == [None, LONGEST_SECONDS, None]


def test_of_a_rubric_without_an_id_nothing_is_compared() -> None:
    """Two of them may be any two rubrics."""
    assert not RubricRef(name="Craft").is_same(RubricRef(name="Craft"))
    assert RubricRef(id="r").is_same(RubricRef(id="r", name="Craft"))

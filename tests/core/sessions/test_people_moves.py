"""Norms of the group's own are told apart, and none takes another one's place."""

from __future__ import annotations

from datetime import UTC

import pytest

from facilitui.core import bodies as b
from facilitui.core.base import LONGEST_LINE
from facilitui.core.library.norms import Norm
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.starting import Prepared, opening, watching
from tests.core.making import Script, good_plan, plain

SET, OWN = Norm(id="listen", text="Listen first"), Norm(id="own-1", text="Phones away")


def begun() -> Script:
    """A session whose plan has a norm of a set and one of the group's own."""
    plan = good_plan(norms=PlannedNorms(own=(OWN,), watch="listen"))
    ready = watching(Prepared(plan, "work", plain(10), norms=(SET, OWN)), "own-1")
    script = Script()
    script.course = Course()
    return script.append(opening(ready, "s", script.reading, UTC))


def test_the_plans_own_norms_are_told_apart_and_one_is_watched() -> None:
    """The one that was named last before the start."""
    state = begun().state
    assert state.norms == (SET, OWN) and state.own_norms == {"own-1"}
    assert state.watched_norm == OWN


def test_one_that_is_added_takes_nobodys_place() -> None:
    """Its id is free; taken back the others are as they were."""
    script = begun().press(moves.add_norm("One voice"), moves.add_norm("No rank"))
    assert [norm.id for norm in script.state.norms] == ["listen", "own-1", "own-2", "own-3"]
    assert script.state.own_norms == {"own-1", "own-2", "own-3"}
    script.press(moves.take_back, moves.add_norm("Kind words"))
    assert [norm.text for norm in script.state.norms[2:]] == ["One voice", "Kind words"]


def test_a_log_of_an_older_version_still_folds() -> None:
    """It does not say which norms are the group's own."""
    script = Script(plain(10)).append((b.NormsAgreed(norms=(SET,), watch="listen"),))
    assert script.state.own_norms == frozenset() and script.state.watched_norm == SET


def test_a_norm_too_long_for_a_line_is_refused_and_not_cut() -> None:
    """Nothing that was typed is lost unsaid."""
    assert begun().press(moves.add_norm("x" * LONGEST_LINE)).state.norms[-1].text[300:] == ""
    with pytest.raises(ValueError, match="at most 300 characters long; this is 301"):
        moves.add_norm("x" * (LONGEST_LINE + 1))

"""Whether a session is marked sensitive: by its log, its debrief or its plan, whichever says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core.pathways.case_reducing import planned, ran_here
from tests.core.making import good_plan
from tests.core.pathways.journals import held
from tests.core.trending import session


@pytest.mark.parametrize("by_debrief", [True, False, None])
@pytest.mark.parametrize("by_other", [True, False])
def test_one_that_marks_it_is_enough(by_debrief: bool | None, by_other: bool) -> None:
    """No title gets out since another one does not say so."""
    told = replace(held("s", 1), sensitive=by_debrief)
    expected = by_other or by_debrief is True
    ran = ran_here(session(1, session="s", sensitive=by_other), told, lambda *_: None)
    assert ran.sensitive is expected
    assert planned(told, good_plan(sensitive=by_other)).sensitive is expected

"""After a difficult conversation the debrief first asks who may need a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from facilitui.core import bodies as b
from facilitui.core.debriefs.prompts import AFTERCARE, AFTERCARE_ASK, data_prompts
from facilitui.core.plans.agenda import expand
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.starting import Prepared, opening
from facilitui.core.vocabulary import Visibility
from tests.core.debriefs.test_prompts import facts
from tests.core.making import START, Script, blanked, chained, good_plan, plain
from tests.core.strategies import texts

READING = Reading(START, "boot-1", 1000.0, "one")


def asked(script: Script) -> list[tuple[str, str]]:
    return [(prompt.id, prompt.ask) for prompt in data_prompts(session_facts(script.state))]


def difficult(aftercare: str = "") -> Script:
    script = Script(plain(10, 3), sensitive=True, planned_end=START + timedelta(minutes=10))
    return script.append((b.HostNotes(aftercare=aftercare),))


def test_aftercare_is_asked_first_and_something_good_stays() -> None:
    """Within at most three prompts, one of them of something that went well."""
    script = difficult().press(moves.forward).wait(600).press(moves.forward).wait(9)
    found = asked(script.press(moves.end))
    assert found[0] == (AFTERCARE, AFTERCARE_ASK)
    assert found[1][0] in {"on_time", "kept_time"}
    assert len(found) == 3


@given(facts, texts)
def test_it_is_one_of_at_most_three(run: SessionFacts, text: str) -> None:
    """First of all, with what went well still behind it, and what else was asked cut short."""
    before = [prompt.id for prompt in data_prompts(run)]
    after = [prompt.id for prompt in data_prompts(replace(run, sensitive=True, aftercare=text))]
    assert after == [AFTERCARE, *before[:2]]


def test_the_plans_own_words_are_asked() -> None:
    """The default sentence stands in only where nothing was planned."""
    assert asked(difficult(" How is Kim? "))[0] == (AFTERCARE, "How is Kim?")
    assert asked(difficult("  "))[0] == (AFTERCARE, AFTERCARE_ASK)


def test_an_ordinary_session_is_not_asked_about_it() -> None:
    """Even where a plan has words for it."""
    script = Script(plain(10)).append((b.HostNotes(aftercare="x"),)).press(moves.forward)
    assert AFTERCARE not in dict(asked(script.press(moves.end)))


@given(texts)
def test_only_the_host_can_read_what_was_planned(text: str) -> None:
    """It stands in the host's notes, in no event that others may see."""
    plan = good_plan(sensitive=True, aftercare=f"≈{text}≈")
    ready = Prepared(plan, "work", expand(plan, {}))
    bodies = opening(ready, "s1", READING, ZoneInfo("America/Toronto"))
    holding = [body for body in bodies if f"≈{text}≈" in str(body.model_dump(mode="python"))]
    assert [type(body) for body in bodies if getattr(body, "aftercare", "")] == [b.HostNotes]
    assert all(body.visibility is Visibility.HOST for body in holding)


@pytest.mark.parametrize("left_out", [True, False])
def test_a_log_without_the_notes_still_asks(left_out: bool) -> None:
    """Blanked for a follower, or written before there was such a field: the default is asked."""
    started = b.SessionStarted(blocks=plain(5), sensitive=True)
    events = chained([started, b.HostNotes(aftercare="How is Kim?")])
    events = [events[0], blanked(events[1])] if left_out else events[:1]
    prompts = data_prompts(session_facts(fold(events)))
    assert prompts[0].ask == AFTERCARE_ASK

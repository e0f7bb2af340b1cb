"""Leading: who may be passed the lead, and that their minutes are counted."""

from __future__ import annotations

from facilitui.core import moves
from facilitui.core.facts import session_facts
from facilitui.core.leading import leaders
from facilitui.core.plan_parts import ParallelGroup
from facilitui.core.session import SessionState
from tests.core.making import HOSTILE, Script, agenda, part


def test_those_who_lead_in_the_plan_are_offered_once_each() -> None:
    """Blocks in their order, their groups, and whoever was told to lead since."""
    groups = (ParallelGroup(name="A", lead="Bo"), ParallelGroup(name="B"))
    blocks = (
        *agenda(part("a"), lead="Ana"),
        *agenda(part("b"), groups=groups),
        *agenda(part("c"), part("d"), lead="Ana"),
    )
    script = Script(blocks).press(moves.forward, moves.lead(HOSTILE))
    assert leaders(script.state) == ("Ana", "Bo", HOSTILE)
    assert leaders(SessionState()) == ()


def test_the_minutes_of_each_who_led_are_counted() -> None:
    """From the moment the lead was passed on."""
    script = Script(agenda(part("a"), lead="Ana")).press(moves.forward).wait(120)
    script.press(moves.lead("Bo")).wait(60).press(moves.lead("Ana")).wait(60).press(moves.end)
    assert session_facts(script.state).led == {"Ana": 3, "Bo": 1}


def test_who_leads_already_is_not_passed_the_lead() -> None:
    """So that `u` takes back what was done before, not nothing."""
    script = Script(agenda(part("a"), lead="Ana")).press(moves.forward)
    assert moves.lead("Ana")(script.state) == ()
    script.press(moves.lead("Bo"))
    assert moves.lead("Bo")(script.state) == () != moves.lead("Ana")(script.state)

"""Leading: who may be passed the lead, and that their minutes are counted."""

from __future__ import annotations

from facilitui.core.agendas_outside.lead_words import host_of, named
from facilitui.core.plans.leading import leaders
from facilitui.core.plans.plan_parts import ParallelGroup, Person
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.session import SessionState
from facilitui.core.vocabulary import Role
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


def test_a_role_of_the_agenda_is_the_host_until_somebody_is_told() -> None:
    """Named in the plan, or by key as it ran; who hosts by the plan's own word is no other."""
    blocks = (
        *agenda(part("a"), lead="Lead facilitator"),
        *agenda(part("b"), lead=" co-facilitator "),
        *agenda(part("c"), lead="Ana"),
        *agenda(part("d")),
    )
    script = Script(blocks, host="ana")
    for _ in blocks:
        script.press(moves.forward).wait(60)
    assert session_facts(script.state).led == {"": 3}
    told = Script(blocks, host="ana").press(moves.forward).wait(60).press(moves.forward)
    told.press(moves.lead(" co-facilitator ")).wait(60)
    told.press(moves.lead("Lead facilitator")).wait(120).press(moves.end)
    assert session_facts(told.state).led == {"": 3, "co-facilitator": 1}


def test_a_plan_names_people_for_its_roles() -> None:
    """Whoever it has for that part; without one the role stays, and a host is one person."""
    ana = Person(name="Ana", role=Role.FACILITATOR)
    bo, cy = (Person(name=name, role=Role.CO_FACILITATOR) for name in ("Bo", "Cy"))
    assert named("Co-facilitator", (ana, bo)) == "Bo"
    assert named("co-facilitator", (bo, ana, cy)) == "Bo and Cy"
    for lead in ("Lead facilitator", "Apprentice", "Dee", ""):
        assert named(lead, (ana, bo)) == lead
    assert (host_of((ana, bo)), host_of((bo,)), host_of((ana, ana))) == ("Ana", "", "")


def test_who_leads_already_is_not_passed_the_lead() -> None:
    """So that `u` takes back what was done before, not nothing."""
    script = Script(agenda(part("a"), lead="Ana")).press(moves.forward)
    assert moves.lead("Ana")(script.state) == ()
    script.press(moves.lead("Bo"))
    assert moves.lead("Bo")(script.state) == () != moves.lead("Ana")(script.state)

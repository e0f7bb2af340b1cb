"""Reading sessions that enrolments are told from: by their logs, their debriefs and their plans."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from facilitui.core.debriefs.debrief_words import Partner, Support
from facilitui.core.pathways.case import SessionHeld, Source
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_changes import begun_from, since_begun
from facilitui.core.plans.plan_parts import PlannedWith
from facilitui.core.vocabulary import Mode, Role
from tests.core.trending import session
from tests.services.pathways.enrolled_home import (
    EnrolledHome,
    counting,
)

LATE = datetime(2026, 11, 4, 3, 30, tzinfo=UTC)
"""Still the third of November in Toronto."""


def debriefed(name: str = "s0", **fields: Any) -> dict[str, Any]:
    """The body of a debrief."""
    held = {"held_at": LATE.isoformat(), "zone": "America/Toronto"}
    return {"session": name, "title": f"Talk {name}", **held, **fields}


async def the_session(home: EnrolledHome) -> SessionHeld:
    """The one session there is."""
    (held,) = (await home.case()).sessions
    return held


async def test_a_session_run_here_is_told_by_its_log_and_its_debrief() -> None:
    """Its day is that of its own zone; role, support, partners and place are the debrief's."""
    home = EnrolledHome()
    home.runs.add(session(0, began_at=LATE, zone="America/Toronto"))
    assert await the_session(home) == SessionHeld(
        Source("", "s0", date(2026, 11, 3), "Week 0"), debriefed=False
    )
    about: dict[str, Any] = {
        "my_role": "apprentice",
        "support": "1",
        "partners": ["staff", "peers"],
        "led_by_me": True,
        "mode": "online",
        "place": "Room 4",
    }
    await home.put("debrief-s0", "debrief", debriefed(**about))
    assert await the_session(home) == SessionHeld(
        Source("debrief-s0", "s0", date(2026, 11, 3), "Talk s0"),
        role=Role.APPRENTICE,
        support=Support.LITTLE,
        mode=Mode.ONLINE,
        partners=frozenset({Partner.STAFF, Partner.PEERS}),
        led=True,
        debriefed=True,
        place="Room 4",
    )


async def test_a_session_run_elsewhere_is_told_by_its_debrief_alone() -> None:
    """On the day that it was held, where it was held."""
    home = EnrolledHome()
    await home.put("debrief-far", "debrief", debriefed("far"))
    held = await the_session(home)
    assert held.source == Source("debrief-far", "far", date(2026, 11, 3), "Talk far")
    assert held.role is Role.FACILITATOR and held.debriefed


async def test_somebody_elses_debrief_is_none_of_ones_own() -> None:
    """A second lens neither makes a session nor tells of one, whichever is read first."""
    home = EnrolledHome()
    await home.put("debrief-s0--bea", "debrief", debriefed(lens="Bea", my_role="coach"))
    assert (await home.case()).sessions == ()
    home.runs.add(session(0))
    assert (await the_session(home)).role is None
    await home.put("debrief-s0", "debrief", debriefed(my_role="apprentice"))
    await home.put("a-copy", "debrief", debriefed(my_role="mentor"))
    assert (await the_session(home)).role is Role.APPRENTICE


async def test_with_whom_it_was_planned_is_read_of_what_counts_alone() -> None:
    """From the plan that it was begun from; how it was to meet, where the debrief does not say.

    Nothing of it where that plan is gone; no plan is opened for a session that counts nowhere.
    """
    home = EnrolledHome()
    home.runs.add(session(0), session(1), session(2))
    staff = PlannedWith(person="Bo", role=Role.STAFF, minutes=30)
    for name in ("s0", "s2"):
        home.plans.plans[name] = Plan(title="T", mode=Mode.ONLINE, planned_with=(staff,))
    await home.enrol(serves=counting("s0", "s1", "far"))
    await home.put("debrief-far", "debrief", debriefed("far"))
    by_name = {each.source.session: each for each in (await home.case()).sessions}
    assert by_name["s0"].planned_with == frozenset({Role.STAFF})
    assert by_name["s0"].mode is Mode.ONLINE
    assert not by_name["s1"].planned_with and not by_name["s2"].planned_with
    assert home.plans.read_of == ["s0", "s1"]
    await home.put("debrief-s0", "debrief", debriefed(mode="hybrid"))
    by_name = {each.source.session: each for each in (await home.case()).sessions}
    assert by_name["s0"].mode is Mode.HYBRID
    assert by_name["s0"].planned_with == frozenset({Role.STAFF}), "an entry of before says nothing"


async def test_whom_a_plan_only_names_has_planned_nothing() -> None:
    """An outline names a part before anybody met; what a debrief says needs no minutes."""
    home = EnrolledHome()
    home.runs.add(session(0), session(1))
    staff = PlannedWith(person="Programme staff", role=Role.STAFF)
    peer = PlannedWith(person="Lu", role=Role.PEER, minutes=0.5)
    for name in ("s0", "s1"):
        home.plans.plans[name] = Plan(title="T", planned_with=(staff, peer))
    await home.enrol(serves=counting("s0", "s1"))
    said = debriefed("s1", planned_with=[{"person": "Bo", "role": "staff"}])
    await home.put("debrief-s1", "debrief", said)
    by_name = {each.source.session: each for each in (await home.case()).sessions}
    assert by_name["s0"].planned_with == frozenset({Role.PEER})
    assert by_name["s1"].planned_with == frozenset({Role.STAFF})


async def test_with_whom_it_was_planned_is_what_its_debrief_says_where_it_does() -> None:
    """Against the plan, also that it was nobody; of a session run elsewhere there is no other."""
    home = EnrolledHome()
    home.runs.add(session(0), session(1))
    staff = PlannedWith(person="Bo", role=Role.STAFF, minutes=30)
    for name in ("s0", "s1"):
        home.plans.plans[name] = Plan(title="T", planned_with=(staff,))
    await home.enrol(serves=counting("s0", "s1", "far"))
    peer, other = [{"person": "Lu", "role": "peer"}], [{"role": "staff", "minutes": 30}]
    for name, said in (("s0", peer), ("s1", []), ("far", other)):
        await home.put(f"debrief-{name}", "debrief", debriefed(name, planned_with=said))
    by_name = {each.source.session: each for each in (await home.case()).sessions}
    assert by_name["s0"].planned_with == frozenset({Role.PEER})
    assert by_name["s1"].planned_with == frozenset()
    assert by_name["far"].planned_with == frozenset({Role.STAFF})


async def test_what_a_session_changed_of_its_agenda_is_told_by_its_own_plan() -> None:
    """As it stood when that session began; nothing where it began from none or no plan is left."""
    home = EnrolledHome()
    home.runs.add(session(0), session(1), session(2))
    agenda = Plan(title="Ready", blocks=(Block(id="a", title="Open"),))
    begun = begun_from(agenda, "ready", date(2026, 11, 1)).model_copy(update={"blocks": ()})
    home.plans.plans |= {"s0": begun, "s1": agenda}
    await home.enrol(serves=counting("s0", "s1", "s2"))
    found = {each.source.session: each.begun for each in (await home.case()).sessions}
    assert found == {"s0": since_begun(begun), "s1": None, "s2": None}
    assert found["s0"] is not None and found["s0"].told() == "“Ready”, 1 change"

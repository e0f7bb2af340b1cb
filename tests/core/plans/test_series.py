"""Series: the next plan begins with what the group has, and with nothing of the last day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.plans.group import Group, Member, Wish, with_norms
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_changes import begun_from
from facilitui.core.plans.plan_parts import (
    Asked,
    CalendarRecord,
    Carried,
    CheckIn,
    Dismissed,
    ImprovementLink,
    Person,
    PlannedNorms,
    PlannedWith,
)
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.series import (
    Keep,
    begun_with,
    in_group,
    next_plan,
    next_title,
    steady,
)
from facilitui.core.vocabulary import BlockKind, Mode
from tests.core.making import good_plan
from tests.core.strategies import texts

SETS = {"seven": NormSet(id="seven", name="Seven", norms=(Norm(id="pause", text="Pause"),))}
NORMS = (Norm(id="pause", text="Pause"), Norm(id="own-a", text="Phones away"))
DAY = date(2026, 11, 25)


def group(**fields: Any) -> Group:
    return Group.model_validate({"id": "team", "name": "Grade 7", **fields})


def ran(**fields: Any) -> Plan:
    """A plan as it is after its session."""
    return good_plan(
        **{
            "mode": Mode.HYBRID,
            "place": "Library",
            "link": "https://example.org/x",
            "people": (Person(name="Ben"),),
            "materials": ("markers",),
            "planned_with": (PlannedWith(person="Kim", minutes=30),),
            "ready": (ReadyItem.ROOM,),
            "dismissed": (Dismissed(check="no-wait", note="fine"),),
            "calendar": CalendarRecord(uid="u", sequence=2),
            "check_ins": (CheckIn(at=datetime(2026, 11, 26, 9)),),
            "carried": (Carried(text="old"),),
            "asked": (Asked(text="old", answer="done"),),
            "improvement": (ImprovementLink(text="SIP 2", goals=("G1",)),),
            "note": "bring the key",
            **fields,
        }
    )


@pytest.mark.parametrize("keep", Keep)
def test_what_belonged_to_one_day_is_gone(keep: Keep) -> None:
    """No date, nothing ticked off, set aside, told to calendars or counted as planning."""
    plan = next_plan(ran(), group(), keep={keep})
    assert plan.start is None and plan.calendar is None
    assert (plan.ready, plan.dismissed, plan.planned_with, plan.check_ins) == ((), (), (), ())
    assert (plan.carried, plan.asked) == ((), ())
    kept = ("title", "zone", "minutes", "mode", "place", "link", "people", "materials")
    assert all(getattr(plan, name) == getattr(ran(), name) for name in kept)
    assert plan.group == "team"


def test_a_frame_has_no_goals() -> None:
    """Opening, norms, breaks, closing and process debrief stay, without pins; the rest goes."""
    pinned = Block(
        id="tea", title="Tea", kind=BlockKind.BREAK, pinned_start=time(16), goals=("G1",)
    )
    last = ran(blocks=(*good_plan().blocks, pinned), parked=(Block(id="p", title="Later"),))
    plan = next_plan(last, group(), keep={Keep.FRAME})
    assert [block.id for block in plan.blocks] == ["open", "close", "look", "tea"]
    assert not any(block.goals or block.pinned_start for block in plan.blocks)
    assert (plan.goals, plan.evidence, plan.parked, plan.purpose, plan.note) == ((), (), (), "", "")
    assert [link.goals for link in plan.improvement] == [()]


def test_the_whole_agenda_keeps_what_it_is_for() -> None:
    """Goals, evidence, purpose and parked blocks stay with the blocks that name them."""
    last = ran(parked=(Block(id="p", title="Later"),))
    plan = next_plan(last, group(), keep=set(Keep))
    kept = ("blocks", "parked", "goals", "evidence", "purpose", "note", "improvement")
    assert all(getattr(plan, name) == getattr(last, name) for name in kept)
    assert next_plan(last, group()).blocks == ()


def test_only_a_copy_of_the_whole_agenda_has_what_the_first_began_from() -> None:
    """Then its differences from that agenda go on; of a part of it they would say nothing."""
    last = begun_from(ran(), "ready", DAY)
    whole = {Keep.FRAME, Keep.BLOCKS}
    assert next_plan(last, group(), keep=whole).began_from == last.began_from
    assert next_plan(last, group(), keep=set(Keep)).began_from == last.began_from
    for left in whole:
        assert next_plan(last, group(), keep=set(Keep) - {left}).began_from is None


def test_each_part_is_kept_by_itself() -> None:
    """What is kept without the goals names none of them; pins hold only in the whole agenda."""
    pinned = Block(id="t", title="Tea", kind=BlockKind.BREAK, pinned_start=time(16))
    last = ran(blocks=(*good_plan().blocks, pinned), parked=(Block(id="p", title="Later"),))
    evidence = next_plan(last, group(), keep={Keep.EVIDENCE})
    assert [each.id for each in evidence.evidence] == [each.id for each in last.evidence]
    assert not any(each.goals for each in evidence.evidence) and evidence.goals == ()
    goals = next_plan(last, group(), keep={Keep.GOALS})
    assert (goals.purpose, goals.goals, goals.blocks) == (last.purpose, last.goals, ())
    between = next_plan(last, group(), keep={Keep.BLOCKS, Keep.GOALS})
    assert [block.goals for block in between.blocks] == [
        block.goals for block in last.blocks if block.id in {each.id for each in between.blocks}
    ]
    assert between.parked == last.parked and pinned.id not in {b.id for b in between.blocks}
    whole = next_plan(last, group(), keep={Keep.FRAME, Keep.BLOCKS})
    assert whole.blocks[-1].pinned_start == time(16) and whole.visuals == ()
    assert next_plan(last, group(), keep={Keep.THINGS}).note == last.note


def test_the_roster_says_who_comes() -> None:
    """How many and in what roles; without one the last plan's audience holds."""
    people = [Member(name="Ana", role="coach"), Member(name="Ben", role="coach"), Member(name="C")]
    audience = next_plan(ran(), group(roster=people), keep={Keep.FRAME}).audience
    assert (audience.count, audience.roles, audience.who) == (3, ("coach",), "grade-7 teachers")
    assert next_plan(ran(), group(), keep={Keep.FRAME}).audience == ran().audience


def test_the_norms_in_force_are_the_groups_own() -> None:
    """A set the group has decided on is in them, even where they dropped all of it; others stay."""
    planned = PlannedNorms(sets=("seven", "other", "unknown"), watch="pause", room_for_own=False)
    other = NormSet(id="other", name="Other", norms=(Norm(id="o", text="Other"),))
    sets = {**SETS, "other": other}
    agreed = with_norms(group(), NORMS, agreed=DAY)
    norms = next_plan(ran(norms=planned), agreed, keep={Keep.FRAME}, sets=sets).norms
    assert (norms.sets, norms.own, norms.watch) == (("other", "unknown"), NORMS, "pause")
    assert not norms.room_for_own
    dropped = with_norms(agreed, NORMS[1:], agreed=DAY)
    norms = next_plan(ran(norms=planned), dropped, keep={Keep.FRAME}, sets=sets).norms
    assert (norms.sets, norms.own, norms.watch) == (("other", "unknown"), NORMS[1:], None)


def test_without_any_agreement_the_planned_norms_go_on() -> None:
    """Nothing is taken from a group that never said anything."""
    assert next_plan(ran(), group(), keep={Keep.FRAME}, sets=SETS).norms == ran().norms


def test_the_watched_norm_is_followed_to_its_new_name() -> None:
    """Its words say which one it is."""
    last = ran(norms=PlannedNorms(own=(Norm(id="own-1", text="Phones away"),), watch="own-1"))
    agreed = with_norms(group(), steady(last.norms.own), agreed=DAY)
    norms = next_plan(last, agreed, keep={Keep.FRAME}).norms
    assert norms.watch == norms.own[0].id == "kept-phones-away"


def test_what_was_promised_and_asked_for_comes_along() -> None:
    """Each as open, with no answer yet."""
    carried = (Carried(text="Count to five", entry="e1"),)
    plan = next_plan(
        ran(), group(), keep={Keep.FRAME}, commitments=carried, wishes=(Wish(text="more time"),)
    )
    assert plan.carried == carried
    assert plan.asked == (Asked(text="more time"),)


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("Data talk", "Data talk, session 2"),
        ("Data talk, session 2", "Data talk, session 3"),
        ("Data talk, grade 7", "Data talk, grade 7, session 2"),
        ("Retreat 2026", "Retreat 2026, session 2"),
        ("Week 9", "Week 10"),
        ("Team #9", "Team #10"),
        (f"{'x' * 292}, day 99", f"{'x' * 292}, day100"),
        ("", ""),
    ],
)
def test_the_next_session_has_a_title_of_its_own(title: str, after: str) -> None:
    """A number that counts sessions goes on; years and grades are no such number."""
    assert next_title(title) == after


@given(texts)
def test_any_next_title_is_a_title(title: str) -> None:
    """However long it was, and never the same."""
    after = next_title(title)
    assert Plan(title=after).title == after
    assert not title or after != title


def test_a_new_group_has_the_norms_of_its_first_plan() -> None:
    """Those of its sets and its own, as version 1 that nobody has agreed on yet."""
    planned = PlannedNorms(sets=("seven", "gone"), own=(Norm(id="own-1", text="Phones away"),))
    begun = begun_with(group(), ran(norms=planned), SETS)
    assert [norm.text for norm in begun.norms_now][-1] == "Phones away"
    assert begun.norms_now[-1].id != "own-1" and begun.norms[0].agreed is None
    assert len(begun.norms_now) == len(SETS["seven"].norms) + 1
    assert begun_with(group(), Plan(), SETS) == group()


blocks = st.lists(
    st.builds(Block, id=st.uuids().map(str), title=texts, kind=st.sampled_from(list(BlockKind))),
    max_size=5,
    unique_by=lambda block: block.id,
).map(tuple)


@given(blocks, texts, st.sets(st.sampled_from(Keep)), st.lists(texts, max_size=3))
def test_every_next_plan_is_a_plan(
    agenda: tuple[Block, ...], text: str, keep: set[Keep], agreed: list[str]
) -> None:
    """Whatever was typed, the plan is valid, and the one after it is the same again."""
    norms = steady(tuple(Norm(id=f"own-{i}", text=each) for i, each in enumerate(agreed)))
    meeting = with_norms(group(roster=[Member(name=text, role=text)]), norms, agreed=DAY)
    last = Plan(title=text, blocks=agenda, audience=Audience(who=text))
    plan = next_plan(last, meeting, keep=keep, sets=SETS)
    assert Plan.model_validate(plan.model_dump()) == plan
    assert next_plan(plan, meeting, keep=keep, sets=SETS) == plan


def test_a_plan_is_made_one_of_a_groups() -> None:
    """Nothing else of it changes."""
    assert in_group(ran(), "team") == ran().model_copy(update={"group": "team"})

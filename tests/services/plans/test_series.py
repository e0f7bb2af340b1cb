"""Series: the next session begins with what the group agreed on, promised and asked for."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from facilitui.core.errors import InputProblems, NotFound, NotSaved, Problem
from facilitui.core.files import Stored
from facilitui.core.library.frames import Frame, FrameQuestion, Tells
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.group import Group, Member, Wish, changed
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Asked, Carried, PlannedNorms
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.plans.series import Keep
from facilitui.core.sessions.log_contents import LogContents
from facilitui.core.vocabulary import Provenance
from facilitui.services.plans.series import LOOKED_BACK
from tests.core.making import HOSTILE
from tests.services.group_home import House

DAY = 86400
HARMLESS = HOSTILE.replace("\ud800", "")
"""What JSON in memory can hold."""


async def met(house: House) -> str:
    """A group whose one session was run and debriefed; the session."""
    house.plan("first")
    await house.series.join("first", (await house.series.begin_group("Team")).id)
    session = await house.run("first", "Phones away")
    await house.debrief(session, "Count to five", due=date(2026, 12, 9), change="more time")
    return session


async def test_a_plan_becomes_the_first_of_a_series() -> None:
    """The group gets a file, and the plan names it."""
    house = House()
    house.plan("first")
    assert await house.series.group_of("first") == ""
    group = await house.series.begin_group(HARMLESS)
    assert group.name == HARMLESS
    await house.series.join("first", group.id)
    assert house.read("first").group == group.id
    assert await house.series.group_of("first") == group.id
    assert (await house.series.groups())[0] == (group,)


async def test_a_group_that_is_gone_is_no_group() -> None:
    """A plan from elsewhere may name one that was never here."""
    house = House()
    house.plan("first", group="team")
    assert await house.series.group_of("first") == ""


async def test_the_next_plan_starts_from_the_session() -> None:
    """Norms with the one that was added, the promise, the wish; no date."""
    house = House()
    session = await met(house)
    name = await house.series.next_of("team", {Keep.FRAME}, "first")
    plan = house.read(name)
    assert [norm.text for norm in plan.norms.own] == ["Pausing", "Phones away"]
    assert (plan.norms.sets, plan.start, plan.group) == ((), None, "team")
    due = date(2026, 12, 9)
    assert plan.carried == (Carried(text="Count to five", due=due, entry=f"debrief-{session}"),)
    assert plan.asked == (Asked(text="more time"),)
    assert [each.session for each in house.group().norms] == [session]
    assert house.group().wishes == (Wish(text="more time", session=session),)


async def test_what_a_frame_asks_to_change_is_a_wish() -> None:
    """In whichever frame a debrief was written; what stays is none."""
    house = House()
    asks = (("start", Tells.CHANGE), ("stop", Tells.CHANGE), ("continue", Tells.SUCCESS))
    frame = Frame(
        id="start_stop_continue",
        name="Start, stop, continue",
        credit="nobody",
        provenance=Provenance.OWN,
        questions=tuple(FrameQuestion(id=id, ask=id, tells=tells) for id, tells in asks),
    )
    house.library.kept = Shelf(frames={frame.id: frame})
    house.plan("first")
    await house.series.join("first", (await house.series.begin_group("Team")).id)
    session = await house.run("first")
    answers = [{"id": f"{frame.id}.{id}", "text": f"{id} it"} for id, _ in asks]
    moment = house.clock.read().at
    await house.journal.save(
        entry_id=f"debrief-{session}",
        kind="debrief",
        body={"session": session, "answers": answers},
        made_at=moment,
        salt="00",
    )
    plan = house.read(await house.series.next_of("team", {Keep.FRAME}, "first"))
    assert [each.text for each in plan.asked] == ["start it", "stop it"]


async def test_what_participants_ask_for_is_a_wish_of_their_group() -> None:
    """Each thing once, however often it is asked for; a session of no group asks nobody."""
    session = await met(house := House())
    for _ in range(2):
        assert await house.series.ask_for(session, ["more breaks", "more time"]) == "Team"
    wishes = [(wish.text, wish.session) for wish in house.group().wishes]
    assert wishes == [("more breaks", session), ("more time", session)]
    house.plan("alone")
    assert await house.series.ask_for(await house.run("alone"), ["tea"]) == ""


async def test_three_sessions_in_a_row() -> None:
    """Norms grow by versions; what was kept or answered is not carried any further."""
    house = House()
    await met(house)
    second = await house.series.next_of("team", set(Keep))
    plan = house.read(second)
    settled = plan.carried[0].model_copy(update={"outlook": Outlook.KEPT})
    answered = Asked(text="more time", answer="ten minutes more")
    house.plan(second, **{**dict(plan), "carried": (settled,), "asked": (answered,)})
    house.clock.move(7 * DAY)
    session = await house.run(second, "Doors shut")
    await house.debrief(session, "Ask Ben", change="tea")
    third = house.read(await house.series.next_of("team", {Keep.FRAME}))
    assert [norm.text for norm in third.norms.own] == ["Pausing", "Phones away", "Doors shut"]
    assert [each.text for each in third.carried] == ["Ask Ben"]
    assert [each.text for each in third.asked] == ["tea"]
    group = house.group()
    assert [each.version for each in group.norms] == [1, 2]
    assert [wish.answered_in for wish in group.wishes] == [second, ""]


async def test_what_was_put_right_by_hand_stays() -> None:
    """Making another plan learns nothing twice."""
    house = House()
    await met(house)
    await house.series.next_of("team", ())
    by_hand = changed(house.group(), wishes=(), roster=(Member(name="Ana"),))
    house.groups.put(by_hand)
    plan = house.read(await house.series.next_of("team", ()))
    assert house.group() == by_hand
    assert (plan.asked, plan.audience.count) == ((), 1)


async def test_a_session_that_goes_on_is_not_learnt_from_yet() -> None:
    """Its norms may still grow; a day later nobody is going to end it."""
    house = House()
    house.plan("first")
    await house.series.join("first", (await house.series.begin_group("Team")).id)
    await house.run("first", "Phones away", end=False)
    assert (await house.series.view(house.group())).group.norms == ()
    house.clock.move(2 * DAY)
    assert len((await house.series.view(house.group())).group.norms) == 1
    assert house.group().norms == ()


async def test_a_new_group_begins_with_the_norms_of_its_plan() -> None:
    """So they are there before its first session is run."""
    house = House()
    house.plan("first", norms=PlannedNorms(sets=("seven_norms",)))
    begun = await house.series.begin_group("Team", "first")
    assert [norm.text for norm in begun.norms_now] == ["Pausing"]
    assert house.group(begun.id) == begun


async def test_a_group_without_a_plan_begins_one() -> None:
    """It has the group's name and people."""
    house = House()
    house.groups.put(Group(id="team", name="Grade 7", roster=(Member(name="Ana"),)))
    plan = house.read(await house.series.next_of("team", {Keep.FRAME}))
    assert (plan.title, plan.group, plan.audience.count) == ("Grade 7", "team", 1)
    with pytest.raises(NotFound):
        await house.series.next_of("nobody", {Keep.FRAME})


async def test_the_last_plan_is_the_latest_by_its_date() -> None:
    """Not the one that was touched last; another one can be named."""
    house = House()
    house.groups.put(Group(id="team", name="Grade 7"))
    house.plan("late", group="team", start=datetime(2026, 12, 9, 15))
    house.plan("early", group="team", start=datetime(2026, 11, 4, 15))
    house.plan("other", group="teams", start=datetime(2027, 1, 1))
    view = await house.series.view(house.group())
    assert [each.row.name for each in view.meetings] == ["early", "late"]
    assert house.read(await house.series.next_of("team", ())).title == "late, session 2"
    assert house.read(await house.series.next_of("team", (), "early")).title == "early, session 2"


async def test_somebody_who_was_quicker_is_not_overwritten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What another copy wrote between reading and writing is looked at anew."""
    house = House()
    await met(house)
    save, tries = house.groups.save, 0

    async def quicker(name: str, group: Group, based_on: str) -> Stored[Group]:
        nonlocal tries
        tries += 1
        if tries == 1:
            house.groups.put(changed(house.group(), note="theirs"))
        return await save(name, group, based_on)

    monkeypatch.setattr(house.groups, "save", quicker)
    await house.series.next_of("team", {Keep.FRAME})
    assert (house.group().note, len(house.group().norms), tries) == ("theirs", 1, 2)


async def test_a_full_disk_makes_no_half_of_a_plan() -> None:
    """Nothing is written where the group cannot be."""
    house = House()
    await met(house)
    house.groups.full = True
    before = dict(house.plans.texts)
    with pytest.raises(NotSaved):
        await house.series.next_of("team", {Keep.FRAME})
    assert house.plans.texts == before


async def test_any_plan_can_carry_what_was_promised_lately() -> None:
    """The last half year's, the soonest due first, but none that is there already or settled."""
    house = House()
    for name, promise in (("a", "old"), ("b", "kept"), ("c", "there"), ("d", "open")):
        if name == "b":
            house.clock.move(LOOKED_BACK.total_seconds() + DAY)
        house.plan(name)
        await house.debrief(await house.run(name), promise)
    found = {each.text: each for each in await house.series.commitments(Plan())}
    assert set(found) == {"kept", "there", "open"}
    house.plan("later", carried=(found["kept"].model_copy(update={"outlook": Outlook.PARTLY}),))
    plan = Plan(carried=(found["there"],))
    assert [each.text for each in await house.series.commitments(plan)] == ["open"]


async def test_a_groups_plan_can_carry_its_older_promises() -> None:
    """However long ago, and what was typed into its last plan by hand."""
    house = House()
    await met(house)
    house.clock.move(LOOKED_BACK.total_seconds() + DAY)
    house.plan("second", group="team", carried=(Carried(text="by hand"),))
    found = await house.series.commitments(Plan(group="team"))
    assert [each.text for each in found] == ["Count to five", "by hand"]
    assert await house.series.commitments(Plan()) == ()


async def test_an_entry_that_cannot_be_read_is_left_out() -> None:
    """A debrief of a newer version, or of another kind, stops nothing."""
    house = House()
    session = await met(house)
    await house.journal.save(
        entry_id=f"debrief-{session}",
        kind="debrief",
        body={"commitment": 7},
        made_at=house.clock.read().at,
        salt="00",
    )
    view = await house.series.view(house.group())
    assert view.commitments == ()
    assert [each.session for each in view.group.norms] == [session]


async def test_a_session_that_cannot_be_read_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are learnt from, and it is too once its log can be read again."""
    house = House()
    first = await met(house)
    house.plan("second", group="team")
    second = await house.run("second", "Doors shut")
    with monkeypatch.context() as damaged:
        read = house.sessions.read

        async def unreadable(session: str) -> LogContents:
            if session == first:
                raise InputProblems((Problem("events.jsonl", 1, 1, "is damaged"),))
            return await read(session)

        damaged.setattr(house.sessions, "read", unreadable)
        view = await house.series.view(house.group())
        assert [each.session for each in view.group.norms] == [second]
        assert len(view.sessions) == 2 and view.commitments
    learnt = (await house.series.view(house.group())).group.learnt
    assert [each.session for each in learnt] == [first, second]

"""What was promised before is asked about in a debrief, and what is settled there is settled."""

from __future__ import annotations

from datetime import date

from facilitui.core.debriefs.debrief import Earlier
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.plan_words import Outlook
from facilitui.services.debriefs.kept_debriefs import kept_debriefs
from tests.services.debriefs.test_reflecting import Study
from tests.services.group_home import House
from tests.services.houses import House as Home

DAY = 86400


async def test_a_debrief_asks_about_what_was_promised_before_its_session() -> None:
    """What its plan comes back to first; not what was settled, or promised since or by itself."""
    house = House()
    said: dict[str, str] = {}
    for name in ("kept", "open", "carried"):
        house.clock.move(DAY)
        house.plan(name)
        said[name] = await house.run(name)
        await house.debrief(said[name], name)
    carried = tuple(e for e in await house.series.commitments(Plan()) if e.text == "carried")
    house.clock.move(DAY)
    house.plan("now", carried=(Carried(text="by hand"), *carried))
    session = await house.run("now")
    await house.debrief(session, "its own")
    _, own = kept_debriefs(await house.journal.contents()).of(session)
    assert own is not None
    own = own.model_copy(update={"plan": "now"})
    asked = [each.text for each in await house.series.promised_before(own)]
    assert asked == ["by hand", "carried", "kept", "open"]
    settled = Earlier(entry=entry_id(said["kept"]), text="kept", outlook=Outlook.KEPT)
    await house.debrief("later", earlier=(settled,))
    asked = [each.text for each in await house.series.promised_before(own)]
    assert asked == ["by hand", "carried", "open"]
    assert "kept" not in [each.text for each in await house.series.commitments(Plan())]
    gone = own.model_copy(update={"plan": "gone"})
    assert "by hand" not in [each.text for each in await house.series.promised_before(gone)]


async def test_home_no_longer_shows_what_a_later_debrief_settled() -> None:
    """The others stay, and another person's debrief counts for nothing there."""
    home, today = Home(), date(2026, 11, 25).isoformat()
    for name in ("one", "two"):
        await home.debrief(name, commitment={"text": name, "due": today})
    await home.debrief("two--ben", commitment={"text": "theirs", "due": today}, lens="Ben")
    assert {each.text for each in (await home.overview()).due} == {"one", "two"}
    earlier = [{"entry": entry_id("one"), "text": "one", "outlook": "partly"}]
    await home.debrief("three", earlier=earlier)
    seen = await home.overview()
    assert {each.text for each in seen.due} == {"two"}
    assert len(seen.recent) == 3


async def test_what_is_answered_stays_and_what_is_settled_elsewhere_goes() -> None:
    """The draft keeps each answer beside its question when others come or go."""
    study = Study()
    await study.run()
    one, two = (Carried(text=f"try {n}", entry=f"debrief-{n}") for n in "ab")
    study.promised = (one, two)
    desk = await study.reflecting.open(study.session)
    assert [g.heading for g in desk.questions()][2] == "Promised before"
    desk.write("earlier:1", "It worked")
    desk.settle(1, Outlook.KEPT)
    await desk.keep_draft()
    study.promised = (Carried(text="try c", entry="debrief-c"),)
    again = await study.reflecting.open(study.session)
    assert [(e.text, e.happened) for e in again.debrief.earlier] == [
        ("try b", "It worked"),
        ("try c", ""),
    ]
    await again.save()
    study.promised = ()
    assert not (await study.reflecting.open(study.session)).unsaved
    study.promised = (one, two)
    assert (await study.reflecting.open(study.session, "Ben")).debrief.earlier == ()

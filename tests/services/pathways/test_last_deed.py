"""What was done last for an enrolment is told before it is taken back, and only that goes."""

from __future__ import annotations

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.journal import body_of
from facilitui.core.pathways.log_entry import KIND
from facilitui.core.pathways.roster import roster_id
from facilitui.core.withdrawal import KIND as WITHDRAWN
from facilitui.services.pathways.last_deed import LastDeeds
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import NEA, LogHome

TEXT = "Receive CLEE's acceptance as an apprentice"


def last(home: LogHome) -> LastDeeds:
    """The last deeds of its enrolments."""
    return LastDeeds(home.desk, home.entries, home.withdrawing, home.clock)


async def back(home: LogHome, id: str) -> str:
    """Take the last deed back; what it was."""
    deeds = last(home)
    deed = await deeds.found(id)
    assert await deeds.take_back(deed)
    return deed.told


async def aside(home: LogHome, id: str, requirement: str) -> None:
    """Set a requirement aside."""
    made = await home.desk.aside(id, requirement)
    fill(made, asking="aside", why="No staff here")
    assert await made.save()


async def test_what_was_logged_goes_before_what_was_changed_earlier() -> None:
    """Each press goes one further back; what was begun stays."""
    home = LogHome()
    id = await home.enrolled()
    await aside(home, id, "planning_with_staff")
    home.clock.move(60)
    entry = await home.log_it(id, "acceptance", on="2026-11-24", note="The letter came")
    home.clock.move(60)
    deed = await last(home).found(id)
    assert deed.told.startswith(f"“{TEXT}") and "(“The letter came”) was logged, " in deed.told
    told = await last(home).take_back(deed)
    assert "counts no more; w in Journal lets it count again" in told
    assert home.revisions(entry)[-1]["kind"] == WITHDRAWN and home.said(id).aside
    assert "was set aside" in await back(home, id)
    assert not home.said(id).aside
    with pytest.raises(FacilituiError, match="nothing of this enrolment was changed or logged"):
        await last(home).found(id)


async def test_the_time_is_told_with_its_day_unless_it_is_today() -> None:
    """The clock is the one of this machine."""
    home = LogHome()
    id = await home.enrolled()
    await aside(home, id, "planning_with_staff")
    at = home.clock.read().at
    assert (await last(home).found(id)).told.endswith(f", today at {at:%H:%M}")
    home.clock.move(3 * 86400)
    assert (await last(home).found(id)).told.endswith(f", {at.day} {at:%b} at {at:%H:%M}")


async def test_what_was_written_over_something_says_that_again() -> None:
    """Then the entry itself goes, and its first words never come back by another press."""
    home = LogHome()
    id = await home.enrolled()
    entry = await home.log_it(id, "acceptance", on="2026-11-24", note="first")
    made = await home.log.form(id, "acceptance", entry=entry)
    fill(made, note="second", reason="a slip")
    assert await made.save()
    assert "(“second”) was changed" in await back(home, id)
    assert home.logged(entry).note == "first" and home.logged(entry).reason.startswith("taken back")
    assert "(“first”) was logged" in await back(home, id)
    assert home.revisions(entry)[-1]["kind"] == WITHDRAWN
    with pytest.raises(FacilituiError):
        await last(home).found(id)


async def test_an_item_that_was_opened_again_is_done_again() -> None:
    """Whatever stands last is what goes."""
    home = LogHome()
    id = await home.group(NEA)
    checklist = next(
        each
        for phase in (await home.progressing.of(id)).told.phases
        for each in phase.requirements
        if each.requirement.kind == "checklist"
    )
    asked, slot = checklist.requirement.id, checklist.slots[0].slot
    await home.log.tick(id, asked, slot)
    await home.log.tick(id, asked, slot)
    assert not home.all_logged()
    assert "was withdrawn" in await back(home, id)
    assert len(home.all_logged()) == 1
    assert "was logged" in await back(home, id)
    assert not home.all_logged()


async def test_a_roster_is_as_it_was() -> None:
    """The first one is empty again, and can be written as before."""
    home = LogHome()
    id = await home.group()
    await home.taking_part(id, "Ana Ruiz")
    await home.taking_part(id, "Ana Ruiz\nBen Okoro")
    assert "Who takes part was changed" in await back(home, id)
    kept = body_of(home.revisions(roster_id(id))[-1])
    assert [each["name"] for each in kept["members"]] == ["Ana Ruiz"]
    await back(home, id)
    assert body_of(home.revisions(roster_id(id))[-1])["members"] == []
    with pytest.raises(FacilituiError):
        await last(home).found(id)
    await home.taking_part(id, "Ira Sand")
    assert "Who takes part" in (await last(home).found(id)).told


async def test_only_what_was_told_is_taken_back() -> None:
    """Something that was done meanwhile is asked about anew."""
    home = LogHome()
    id = await home.enrolled()
    await aside(home, id, "planning_with_staff")
    deed = await last(home).found(id)
    entry = await home.log_it(id, "acceptance", on="2026-11-24")
    with pytest.raises(FacilituiError, match="look again"):
        await last(home).take_back(deed)
    assert home.said(id).aside and home.revisions(entry)[-1]["kind"] == KIND


async def test_what_others_did_is_left_alone() -> None:
    """What was logged for another enrolment is not of this one."""
    home = LogHome()
    id, other = await home.enrolled(), await home.enrolled(name="Ben")
    await aside(home, id, "planning_with_staff")
    await home.log_it(other, "acceptance", on="2026-11-24")
    assert "was set aside" in (await last(home).found(id)).told


async def test_closing_is_told_with_its_note() -> None:
    """A note alone would not say what was done."""
    home = LogHome()
    id = await home.enrolled()
    made = await home.desk.closing(id)
    fill(made, note="Begun too early")
    assert await made.save()
    assert (await last(home).found(id)).told.startswith(
        "It was closed, with the note “Begun too early”, "
    )

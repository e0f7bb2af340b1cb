"""What was done last for an enrolment is told before it is taken back, and only that goes."""

from __future__ import annotations

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.journal import body_of
from facilitui.core.journals.withdrawal import KIND as WITHDRAWN
from facilitui.core.pathways.log_entry import KIND
from facilitui.core.pathways.roster import roster_id
from facilitui.services.pathways.enrolment_past import NothingDone
from facilitui.services.pathways.last_deed import LastDeeds
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import NEA, LogHome

TEXT = "Receive CLEE's acceptance as an apprentice"


def last(home: LogHome) -> LastDeeds:
    """The last deeds of its enrolments."""
    return LastDeeds(home.changes, home.entries, home.withdrawing, home.clock)


async def back(home: LogHome, id: str) -> str:
    """Take the last deed back; what it was."""
    deeds = last(home)
    deed = await deeds.found(id)
    assert (await deeds.take_back(deed)).told
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
    done = await last(home).take_back(deed)
    assert done.told.endswith("counts no more") and done.is_withdrawn
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


async def test_an_item_is_told_by_its_name() -> None:
    """Its id says nothing to anybody; the answer is as short as it fits a line."""
    home = LogHome()
    id = await home.group(NEA)
    checklist = next(
        each
        for phase in (await home.progressing.of(id)).told.phases
        for each in phase.requirements
        if each.requirement.kind == "checklist"
    )
    asked, slot = checklist.requirement.id, checklist.slots[0]
    await home.log.tick(id, asked, slot.slot)
    deed = await last(home).found(id)
    item = slot.name.rpartition(": ")[2]
    assert item[:30] in deed.told and slot.slot.part.replace("_", " ") not in deed.told
    done = await last(home).take_back(deed)
    assert slot.name.rpartition(": ")[2][:20] in done.told and len(done.told) < 60


async def test_what_was_done_is_never_told_as_a_minute_to_come() -> None:
    """It is told as the clock on the wall showed it then."""
    home = LogHome()
    id = await home.enrolled()
    home.clock.move(59 - home.clock.read().at.second)
    await aside(home, id, "planning_with_staff")
    at = home.clock.read().at
    assert at.second > 30
    assert (await last(home).found(id)).told.endswith(f", today at {at:%H:%M}")


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


WORDS = "taken back: too soon"
"""What anybody may write as a reason."""


async def test_who_writes_that_something_was_taken_back_has_changed_it() -> None:
    """No words of a reason hide what was done: it is told, and can be taken back."""
    home = LogHome()
    id = await home.enrolled()
    for name in ("Ben", "Ana"):
        made = await home.desk.details(id)
        fill(made, name=name, reason=WORDS)
        assert await made.save()
    told = (await last(home).found(id)).told
    assert told.startswith("Changed: what it is called, today at ")
    await back(home, id)
    assert home.said(id).name == "Ben"
    await back(home, id)
    assert home.said(id).name == "Ana"
    with pytest.raises(NothingDone):
        await last(home).found(id)


async def test_who_writes_that_about_what_was_logged_has_changed_it() -> None:
    """In the entry itself, and where it was withdrawn in the journal."""
    home = LogHome()
    id = await home.enrolled()
    entry = await home.log_it(id, "acceptance", on="2026-11-24", note="first")
    for note in ("second", "first"):
        made = await home.log.form(id, "acceptance", entry=entry)
        fill(made, note=note, reason=WORDS)
        assert await made.save()
    assert "(“first”) was changed" in await back(home, id)
    assert home.logged(entry).note == "second"
    assert "(“second”) was changed" in await back(home, id)
    await home.withdrawing.withdraw(entry, WORDS)
    assert "was withdrawn" in await back(home, id)
    assert home.logged(entry).note == "first"
    assert "(“first”) was logged" in await back(home, id)
    with pytest.raises(NothingDone):
        await last(home).found(id)


async def test_what_is_written_behind_a_taking_back_takes_nothing_back() -> None:
    """Each form goes on from what is said, and not from what was said of a revision."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(id, "cycle_explained", on="2026-11-20", note="first")
    made = await home.log.form(id, "cycle_explained", entry=entry)
    fill(made, note="second", reason="a slip")
    assert await made.save()
    await back(home, id)
    assert home.logged(entry).takes_back
    made = await home.log.form(id, "cycle_explained", entry=entry)
    fill(made, note="third", reason="better")
    assert await made.save()
    assert home.logged(entry).takes_back == ""
    for members in ("Ana Ruiz", "Ben Okoro"):
        await home.taking_part(id, members)
    await back(home, id)
    assert (await home.taking_part(id, "Ira Sand")).takes_back == ""
    await home.changes.sort(id, {"a": True})
    await home.changes.take_back(id)
    assert home.said(id).takes_back
    await home.changes.sort(id, {"b": True})
    assert home.said(id).takes_back == ""
    await home.changes.take_back(id)
    made_anew = await home.desk.details(id)
    fill(made_anew, name="Others", reason="They say so")
    assert await made_anew.save()
    assert home.said(id).takes_back == ""

"""The last deed where something of an entry was purged, or the clock was put back."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.enrolment import KIND
from facilitui.core.privacy.purging import blanked
from facilitui.services.pathways.enrolment_past import PURGED, NothingDone
from facilitui.services.pathways.last_deed import PURGED_SINCE
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import LogHome
from tests.services.pathways.test_last_deed import aside, back, last


def blank(home: LogHome, entry: str, revision: int) -> None:
    """One of its revisions is blank, counted from 1."""
    seal = home.revisions(entry)[revision - 1]["hash"]
    every = home.journal.documents
    every[:] = [blanked(each) if each["hash"] == seal else each for each in every]


async def revised(home: LogHome, id: str, entry: str, note: str) -> None:
    """Write another note into something logged, a minute later."""
    home.clock.move(60)
    made = await home.log.form(id, "acceptance", entry=entry)
    fill(made, note=note, reason="so")
    assert await made.save()
    home.clock.move(60)


async def renamed(home: LogHome, id: str, name: str) -> None:
    """Call the enrolment otherwise, a minute later."""
    home.clock.move(60)
    made = await home.desk.details(id)
    fill(made, name=name, reason="so")
    assert await made.save()


async def test_what_was_logged_is_known_since_it_was_purged_in_part() -> None:
    """What was done to it before is not taken back, and older deeds are told as what they are."""
    home = LogHome()
    id = await home.enrolled()
    await aside(home, id, "planning_with_staff")
    entry = await home.log_it(id, "acceptance", on="2026-11-24", note="They met Ana")
    await revised(home, id, entry, "They met a participant")
    blank(home, entry, 1)
    await revised(home, id, entry, "Edited just now")
    assert "(“Edited just now”) was changed, " in await back(home, id)
    assert home.logged(entry).note == "They met a participant"
    told = (await last(home).found(id)).told
    assert "was set aside" in told and told.endswith(PURGED_SINCE)
    await back(home, id)
    with pytest.raises(NothingDone, match=PURGED):
        await last(home).found(id)
    assert home.logged(entry).note == "They met a participant"


async def test_two_changes_of_an_enrolment_are_never_taken_back_as_one() -> None:
    """What a blank revision said is not known: the next one changed something else as well."""
    home = LogHome()
    id = await home.enrolled(name="Ana")
    await aside(home, id, "planning_with_staff")
    await renamed(home, id, "Ann")
    blank(home, id, 2)
    with pytest.raises(NothingDone, match=PURGED):
        await last(home).found(id)
    with pytest.raises(NothingDone, match=PURGED):
        await home.changes.take_back(id)
    await renamed(home, id, "Anne")
    assert (await back(home, id)).startswith("Changed: what it is called, ")
    assert home.said(id).name == "Ann" and home.said(id).aside


async def test_what_was_done_since_a_purge_is_told_as_it_is() -> None:
    """Nothing later is left out there."""
    home = LogHome()
    id = await home.enrolled(name="Ana")
    await renamed(home, id, "Ann")
    blank(home, id, 1)
    home.clock.move(60)
    await home.log_it(id, "acceptance", on="2026-11-24", note="Sent")
    told = (await last(home).found(id)).told
    assert "(“Sent”) was logged, " in told and PURGED_SINCE not in told


async def test_of_a_clock_that_was_put_back_the_order_of_saving_tells() -> None:
    """What was done last is what was saved last, whatever o'clock it was."""
    home = LogHome()
    id = await home.enrolled()
    await home.log_it(id, "acceptance", on="2026-11-24", note="Sent")
    home.clock.move(-3600)
    await aside(home, id, "planning_with_staff")
    assert "was set aside" in await back(home, id)
    assert "(“Sent”) was logged" in await back(home, id)
    assert len({each["made_at"] for each in home.revisions(id) if each["kind"] == KIND}) > 1

"""What an enrolment is, changed: each change with its reason, schools that stay what they are."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved, SavedMeanwhile
from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.roster import Roster, RosterMember, roster_id
from tests.services.pathways.enrolment_home import CORE, EnrolmentHome, fill

THREE = "North\nSouth\nEast"


async def renamed(home: EnrolmentHome, entry: str, **typed: str) -> None:
    """Change it, with a reason."""
    made = await home.desk.details(entry)
    assert not fill(made, **typed, reason="because")
    assert await made.save()


async def test_a_change_says_why() -> None:
    """Without a reason it is not saved; what it was stays in the journal."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.details(entry)
    assert not await made.save()
    fill(made, name="Ana Maria")
    with pytest.raises(FacilituiError, match="Why changed"):
        await made.save()
    fill(made, name="Ana Maria", reason="her whole name")
    assert await made.save()
    said = home.said(entry)
    assert (said.name, said.reason) == ("Ana Maria", "her whole name")
    assert len(home.revisions(entry)) == 2 and not home.drafts.kept


async def test_a_name_cannot_go() -> None:
    """It is told, and what it was stays."""
    home = EnrolmentHome()
    made = await home.desk.details(await home.enrolled())
    fill(made, name=" ", reason="no name")
    with pytest.raises(FacilituiError, match="say whose way it is"):
        await made.save()


async def test_the_first_phase_begins_with_it() -> None:
    """Another first day is the first phase's too, and none after the next phase was entered."""
    home = EnrolmentHome()
    entry = await home.enrolled(started_on="2026-03-03")
    phase = await home.desk.phase(entry, "apprentice")
    fill(phase, on="2026-05-05", why="they said so")
    assert await phase.save()
    await renamed(home, entry, started_on="2026-02-02")
    said = home.said(entry)
    assert said.started_on == said.entered[0].on == date(2026, 2, 2)
    assert said.entered[1].on == date(2026, 5, 5)
    made = await home.desk.details(entry)
    assert "the next phase was entered before" in fill(made, started_on="2026-06-06")


async def test_schools_keep_their_ids_when_they_are_called_otherwise() -> None:
    """Whatever becomes of their order; the form tells which is called otherwise."""
    home = EnrolmentHome()
    entry = await home.enrolled(CORE, name="We", schools=THREE)
    ids = {each.name: each.id for each in home.said(entry).schools}
    made = await home.desk.details(entry)
    fill(made, schools="East\nNorth High\nSouth", reason="moved")
    told = made.form.follow(made.values)["schools"].below
    assert told == ("“North” is called “North High” now and keeps what is logged for it",)
    assert await made.save()
    now = {each.name: each.id for each in home.said(entry).schools}
    assert now == {"East": ids["East"], "North High": ids["North"], "South": ids["South"]}
    await renamed(home, entry, schools="East\nNorth High\nSouth\nNorth")
    assert [each.id for each in home.said(entry).schools if each.name == "North"] != [ids["North"]]


async def test_a_school_with_anything_logged_stays() -> None:
    """So does one with members; without anything it can go."""
    home = EnrolmentHome()
    entry = await home.enrolled(CORE, name="We", schools=THREE)
    north, south, _ = home.said(entry).schools
    logged = LogEntry(enrolment=entry, requirement="problem", slot=Slot(school=north.id))
    await home.write("log_entry-1", "log_entry", **logged.model_dump(mode="json"))
    who = (RosterMember(id="m1", name="Kim", school=south.id),)
    roster = Roster(enrolment=entry, members=who)
    await home.write(roster_id(entry), "roster", **roster.model_dump(mode="json"))
    made = await home.desk.details(entry)
    assert "“North” has 1 entry and cannot go" in fill(made, schools="South\nEast")
    assert "“South” has 1 member and cannot go" in fill(made, schools="North\nEast")
    assert not fill(made, schools="North\nSouth", reason="they left")
    assert await made.save()
    assert home.said(entry).schools == (north, south)


async def test_two_who_change_it_at_once_lose_nothing() -> None:
    """What was saved meanwhile is told; saved again, both changes are there."""
    home = EnrolmentHome()
    entry = await home.enrolled(CORE, name="We", schools=THREE)
    made = await home.desk.details(entry)
    fill(made, schools="North High\nSouth\nEast", reason="mine")
    await renamed(home, entry, schools="North\nSouth\nEast\nWest", parameter_0="district")
    with pytest.raises(SavedMeanwhile):
        await made.save()
    assert await made.save()
    said = home.said(entry)
    assert [each.name for each in said.schools] == ["North High", "South", "East", "West"]
    assert said.parameters == {"Sector": "district"} and said.reason == "mine"
    assert len(home.revisions(entry)) == 3


async def test_what_it_has_besides_can_be_changed_and_goes_when_it_is_empty() -> None:
    """A parameter that something else wrote has a field of its own."""
    home = EnrolmentHome()
    entry = await home.enrolled(parameter_0="schools")
    said = home.said(entry).model_copy(update={"parameters": {"Sector": "x", "[Cohort]": "7"}})
    await home.write(entry, "enrolment", **said.model_dump(mode="json"))
    made = await home.desk.details(entry)
    assert [field.label for field in made.form.fields][2:5] == ["Sector", "Place", "[Cohort]"]
    await renamed(home, entry, parameter_2="8", parameter_0="")
    assert home.said(entry).parameters == {"[Cohort]": "8"}


async def test_a_group_that_is_gone_is_still_named() -> None:
    """It stays what it was until another is chosen."""
    home = EnrolmentHome()
    entry = await home.enrolled(CORE, name="We")
    said = home.said(entry).model_copy(update={"group": "old"})
    await home.write(entry, "enrolment", **said.model_dump(mode="json"))
    made = await home.desk.details(entry)
    choices = dict(next(each.choices for each in made.form.fields if each.key == "group"))
    assert choices["old"] == "old, not here any more" and made.values["group"] == "old"


async def test_what_is_not_there_or_says_nothing_has_no_form() -> None:
    """Each is one sentence."""
    home = EnrolmentHome()
    with pytest.raises(NotFound, match="no enrolment"):
        await home.desk.details("enrolment-none")
    await home.write("enrolment-bad", "enrolment", started_on="never")
    with pytest.raises(NotFound, match="cannot be read"):
        await home.desk.details("enrolment-bad")
    entry = await home.enrolled()
    await home.write(entry, "withdrawal", reason="a mistake", was="enrolment", label="enrolment")
    with pytest.raises(NotFound, match="was withdrawn"):
        await home.desk.details(entry)
    await home.write("debrief-1", "debrief", session="1")
    with pytest.raises(NotFound, match="no enrolment"):
        await home.desk.closing("debrief-1")


async def test_what_was_purged_does_not_come_back() -> None:
    """Neither by saving nor by keeping what is typed."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.details(entry)
    fill(made, name="Ben", reason="another")
    blank = {**home.revisions(entry)[-1], "body": "", "salt": ""}
    home.journal.documents = [
        blank if each["id"] == entry else each for each in home.journal.documents
    ]
    with pytest.raises(NotSaved, match="purged"):
        await made.save()
    assert not home.drafts.kept
    with pytest.raises(NotFound, match="purged"):
        await home.desk.details(entry)


def test_a_school_is_what_its_id_says() -> None:
    """Two of one name are two."""
    assert School(id="a", name="North") != School(id="b", name="North")

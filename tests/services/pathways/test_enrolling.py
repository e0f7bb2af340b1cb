"""Enrolling: what is proposed stands, nothing typed is lost, the pathway is kept as it was."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.journal import body_of
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.form_drafts import form_draft
from facilitui.core.pathways.snapshot import Snapshot, digest, pathway_in, snapshot_id
from facilitui.core.pathways.words import Holder
from facilitui.core.plans.group import Group
from facilitui.services.forms.enrolment import NO_NAME
from tests.library.pathways import named
from tests.services.memory_files import FULL
from tests.services.pathways.enrolment_home import CLEE, CORE, TODAY, EnrolmentHome, fill

HOSTILE = "[x] [/b] [@click=app.quit] \\ \N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m 日本 \ud800"


async def test_what_is_proposed_is_saved_as_it_stands() -> None:
    """One's own name and today; in the first phase; the pathway is kept as its file said."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CLEE)
    assert made.form.title == "Enrol in CLEE part-time facilitator"
    assert await made.save()
    said, pathway = home.said(made.entry), named(CLEE)
    assert (said.name, said.started_on, said.holder) == ("Ana", TODAY, Holder.PERSON)
    assert said.entered == (Entered(phase="learning", on=TODAY),)
    assert (said.pathway, said.version, said.digest) == (CLEE, pathway.version, digest(pathway))
    (kept,) = home.revisions(snapshot_id(CLEE, said.digest))
    assert pathway_in(Snapshot.model_validate(body_of(kept))) == pathway
    assert not home.drafts.kept
    assert (await home.progressing.of(made.entry)).progress is not None


async def test_it_may_have_begun_long_ago_and_not_tomorrow() -> None:
    """A-47: whoever has facilitated for years enters the past; a future day is no beginning."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CLEE)
    assert "is still to come" in fill(made, started_on="2027-01-01")
    with pytest.raises(FacilituiError, match="is still to come"):
        await made.save()
    assert "is written" in fill(made, started_on="in spring")
    with pytest.raises(FacilituiError, match="is written"):
        await made.save()
    assert "a day is needed" in fill(made, started_on="")
    with pytest.raises(FacilituiError, match="a day is needed"):
        await made.save()
    assert not home.journal.documents
    fill(made, started_on="3 Sep 2019")
    assert await made.save()
    said = home.said(made.entry)
    assert said.started_on == date(2019, 9, 3) == said.entered[0].on


async def test_without_a_name_none_is_begun() -> None:
    """It is asked for in one sentence, and what else was typed stays."""
    home = EnrolmentHome(name="")
    made = await home.desk.enrol(CLEE)
    fill(made, parameter_1="Providence")
    with pytest.raises(FacilituiError, match="say whose way it is"):
        await made.save()
    assert made.half == {"parameter_1": "Providence"} and not home.journal.documents
    fill(made, name="Ana")
    assert await made.save()
    assert home.said(made.entry).parameters == {"Place": "Providence"}


async def test_what_is_typed_waits_for_the_next_time() -> None:
    """It goes on where it was left, also after a kill; one that is saved is not gone on with."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CLEE)
    fill(made, name=HOSTILE, parameter_0=HOSTILE)
    await made.keep()
    assert list(home.drafts.kept) == [f"{made.entry}-new-{CLEE}"]
    home.start_again()
    other = await home.desk.enrol(CORE)
    assert other.entry != made.entry and not other.half
    again = await home.desk.enrol(CLEE)
    assert again.entry == made.entry and again.values["name"] == HOSTILE
    assert await again.save()
    assert home.said(again.entry).name == HOSTILE.strip()
    assert (await home.desk.enrol(CLEE)).entry != made.entry


async def test_what_a_kill_left_after_it_was_saved_hides_nothing() -> None:
    """The draft of a new one whose entry is there is a draft of that entry, and says no more."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CLEE)
    fill(made, name="Ben")
    await made.keep()
    left = dict(home.drafts.kept)
    await made.save()
    home.drafts.kept.update(left)
    home.start_again()
    assert (await home.desk.enrol(CLEE)).entry != made.entry
    (name,) = left
    found = form_draft(name)
    assert found is not None
    again = await home.desk.form(found)
    assert again.entry == made.entry and not again.half and not home.drafts.kept


async def test_a_full_disk_loses_nothing() -> None:
    """Neither where the journal is full nor where the drafts are; with room it is saved."""
    home = EnrolmentHome()
    home.journal.full = home.drafts.full = True
    made = await home.desk.enrol(CLEE)
    fill(made, name="Ben")
    with pytest.raises(NotSaved, match=FULL):
        await made.save()
    assert (made.values["name"] == "Ben" and made.refused == FULL) or made.half
    home.drafts.full = False
    await made.keep()
    home.journal.full = False
    home.start_again()
    again = await home.desk.enrol(CLEE)
    assert again.values["name"] == "Ben" and await again.save()


async def test_two_may_be_in_one_pathway_and_it_is_said() -> None:
    """They are kept apart; the form says that there is one already."""
    home = EnrolmentHome()
    first = await home.enrolled(name="[b]Ana")
    made = await home.desk.enrol(CLEE)
    told = made.form.follow(made.values)[""].hint or ""
    assert told.startswith("“[b]Ana” is in it already")
    await made.save()
    assert made.entry != first
    offers = {each.id: each for each in await home.desk.offers()}
    assert offers[CLEE].enrolled == ("[b]Ana", "Ana") and not offers[CORE].enrolled
    assert "one person, 3 phases" in offers[CLEE].told
    assert len([e for e in home.journal.documents if e["kind"] == "pathway"]) == 1


async def test_a_group_brings_its_schools() -> None:
    """One of the groups that meet here, whose name it takes where none is typed."""
    home = EnrolmentHome()
    home.groups.put(Group(id="maths", name="Maths [x]"))
    made = await home.desk.enrol(CORE)
    assert not made.values["name"]
    with pytest.raises(FacilituiError, match="what the group is called"):
        await made.save()
    fill(made, group="maths", schools="North\nSouth [q]\n\n  Ostsee-Schule  ")
    assert await made.save()
    said = home.said(made.entry)
    assert (said.group, said.name, said.holder) == ("maths", "Maths [x]", Holder.GROUP)
    assert [each.name for each in said.schools] == ["North", "South [q]", "Ostsee-Schule"]
    assert len({each.id for each in said.schools}) == 3


async def test_a_school_cannot_be_there_twice() -> None:
    """The line is told, and the others are taken where that is asked for."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CORE)
    told = fill(made, name="We", schools="North\nSouth\n north ")
    assert told == "line 3: “north” is there twice"
    with pytest.raises(FacilituiError, match="twice"):
        await made.save()
    assert "at most 200" in fill(made, schools="\n".join(f"S {n}" for n in range(201)))


async def test_a_name_longer_than_any_line_is_cut_before_it_is_proposed() -> None:
    """One that somebody wrote into the settings by hand makes no entry that nobody can read."""
    home = EnrolmentHome(name="Ana\n" * 200)
    entry = await home.enrolled()
    assert len(home.said(entry).name) == 300 and home.said(entry).name.startswith("Ana Ana ")


async def test_there_is_no_such_pathway() -> None:
    """It is said in a sentence, whatever the name."""
    home = EnrolmentHome()
    with pytest.raises(NotFound, match="there is no pathway"):
        await home.desk.enrol(HOSTILE)


async def test_a_person_has_no_schools() -> None:
    """What only groups have is not asked of one person."""
    made = await EnrolmentHome().desk.enrol(CLEE)
    assert [*made.values] == ["name", "started_on", "parameter_0", "parameter_1"]
    assert NO_NAME.keys() == {*Holder}


async def test_a_new_one_can_leave_alone_what_was_begun() -> None:
    """Whoever does not see the form takes nothing along that was half typed into it."""
    home = EnrolmentHome()
    made = await home.desk.enrol(CLEE)
    fill(made, name="Half typed")
    await made.keep()
    other = await home.desk.enrol(CLEE, anew=True)
    assert other.entry != made.entry and await other.save()
    assert (await home.desk.enrol(CLEE)).values["name"] == "Half typed"

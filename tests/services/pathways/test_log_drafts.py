"""What is typed of something logged: kept, found again, and never lost or mixed up."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotFound, NotSaved, PurgedMeanwhile, SavedMeanwhile
from facilitui.core.journals.journal import latest
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.privacy.purging import blanked, draft_belongs
from facilitui.services.journals.half_entries import half_entries
from tests.core.making import HOSTILE
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import NEA, LogHome

SAID = {"asked-which": HOSTILE, "asked-changed": "Shorter"}


async def test_what_was_typed_is_found_under_its_requirement_and_slot() -> None:
    """After a kill the same key goes on with it, half a day included; another slot is its own."""
    home = LogHome()
    id = await home.group()
    slot = Slot(cycle=1, part="do")
    made = await home.log.form(id, "evidence_cycle", slot)
    assert "the day is written" in fill(made, **{"asked-shows": HOSTILE}, on="25 N")
    await made.keep()
    home.start_again()
    other = await home.log.form(id, "evidence_cycle", Slot(cycle=1, part="plan"))
    assert other.entry != made.entry and not other.half
    again = await home.log.form(id, "evidence_cycle", slot)
    assert again.entry == made.entry
    assert again.half == {"asked-shows": HOSTILE, "on": "25 N"}
    by_entry = await home.log.form("", "", entry=made.entry)
    assert by_entry.half == again.half and by_entry.state.slot == slot
    fill(by_entry, on="today")
    assert await by_entry.save() and home.logged(made.entry).slot == slot
    assert not home.drafts.kept
    assert (await home.log.form(id, "evidence_cycle", slot)).entry != made.entry


async def test_a_day_that_was_typed_is_saved_after_a_kill() -> None:
    """Where a day is all there is to say, it does not pass for what stood there before."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "check_ins")
    (field,) = (each for each in made.form.fields if each.key == "slot")
    fill(made, on="today", slot=field.choices[2][0])
    await made.keep()
    home.start_again()
    again = await home.log.form(id, "check_ins")
    assert again.half == made.half and await again.save()
    assert home.logged(again.entry).slot == Slot(cycle=2)


async def test_the_day_proposed_when_it_was_begun_stays() -> None:
    """What was typed on one day is not dated by the one on which it is saved."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "materials")
    fill(made, **SAID)
    await made.keep()
    home.clock.move(3 * 86_400)
    home.start_again()
    again = await home.log.form(id, "materials")
    assert again.values["on"] == "2026-11-25" and await again.save()
    assert f"{home.logged(again.entry).on}" == "2026-11-25"


async def test_home_names_what_was_begun_by_its_requirement_and_a_purge_takes_it_along() -> None:
    """Before anything of it is saved its draft says for which enrolment it is, and under what."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "materials")
    fill(made, **SAID)
    await made.keep()
    (half,) = half_entries(await home.drafts.left("log_entry-"), latest(home.journal.documents))
    assert (half.kind, half.entry, half.changes) == ("log_entry", made.entry, False)
    assert half.about.startswith("Fit materials and instruments to the community's meetings")
    draft = home.drafts.kept[made.entry]
    assert draft_belongs(made.entry, draft, {id}, ())
    assert not draft_belongs(made.entry, draft, {"enrolment-9"}, ())


async def test_a_full_disk_loses_nothing() -> None:
    """It is said, what was typed stays in the form, and is saved once there is room."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "materials")
    fill(made, **SAID)
    home.drafts.full = home.journal.full = True
    with pytest.raises(NotSaved):
        await made.keep()
    with pytest.raises(NotSaved):
        await made.save()
    home.drafts.full = home.journal.full = False
    assert await made.save() and home.logged(made.entry).values["which"] == HOSTILE.strip()


async def test_two_copies_that_change_one_entry_lose_nothing() -> None:
    """The second goes over what the first one saved, and changes only what was typed in it."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(id, "materials", **SAID)
    one, two = [await home.log.form("", "", entry=entry) for _ in "12"]
    fill(one, **{"asked-which": "Slides"}, reason="a")
    fill(two, **{"asked-changed": "Longer"}, reason="b")
    await one.save()
    with pytest.raises(SavedMeanwhile):
        await two.save()
    assert await two.save()
    assert home.logged(entry).values == {"which": "Slides", "changed": "Longer"}


async def test_nothing_can_be_logged_for_schools_or_people_that_nobody_entered() -> None:
    """It is said where they are entered; what was logged before can be opened all the same."""
    home = LogHome()
    id = await home.group(schools="")
    with pytest.raises(Exception, match="no school is entered: enter the schools first, among its"):
        await home.log.form(id, "problem_of_practice")
    other = await home.group(NEA, schools="")
    with pytest.raises(Exception, match="on the roster: enter who takes part first, on the"):
        await home.log.form(other, "portfolio")
    said = {"enrolment": id, "requirement": "interventions", "slot": {"school": "west"}}
    await home.write("log_entry-a", "log_entry", **said, values={"what": "Wait"})
    made = await home.log.form("", "", entry="log_entry-a")
    fill(made, **{"asked-why": "So"}, reason="r")
    assert await made.save() and home.logged("log_entry-a").slot == Slot(school="west")


async def test_a_school_that_was_removed_stays_with_what_was_logged_for_it() -> None:
    """It is told in the form as none of these any more, and can be put right."""
    home = LogHome()
    id = await home.group()
    said = {"enrolment": id, "requirement": "evidence_practice", "slot": {"school": "west"}}
    await home.write("log_entry-a", "log_entry", **said, values={"practice": "p", "change": "c"})
    made = await home.log.form("", "", entry="log_entry-a")
    (field,) = (each for each in made.form.fields if each.key == "slot")
    assert dict(field.choices)[field.value] == "none of these any more"
    fill(made, on="today")
    assert str(made.form.follow(made.values)[""].hint) == "to count, it still lacks: what it is for"
    fill(made, slot=field.choices[1][0], reason="it moved")
    assert await made.save() and home.logged("log_entry-a").slot == Slot(school="north")


async def test_an_enrolment_that_is_purged_meanwhile_gets_nothing_more() -> None:
    """What was typed stays on the screen, and no draft of it is left."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "materials")
    fill(made, **SAID)
    await made.keep()
    places = [at for at, each in enumerate(home.journal.documents) if each["id"] == id]
    for at in places:
        home.journal.documents[at] = blanked(home.journal.documents[at])
    with pytest.raises(PurgedMeanwhile):
        await made.save()
    assert made.half and not home.drafts.kept and not home.all_logged()
    with pytest.raises(NotFound):
        await home.log.form(id, "materials")


async def test_two_enrolments_in_one_pathway_never_mix() -> None:
    """Neither what is logged nor what is typed; what serves one of them is not offered to both."""
    home = LogHome()
    one, two = await home.group(), await home.group()
    made = await home.log.form(one, "problem_of_practice", Slot(school="north"))
    fill(made, **{"asked-statement": "One's"})
    await made.keep()
    other = await home.log.form(two, "problem_of_practice", Slot(school="north"))
    assert other.entry != made.entry and not other.half
    await made.save()
    assert (
        await home.log.form(two, "problem_of_practice", Slot(school="north"))
    ).entry != made.entry
    assert not (await home.log.form(two, "interventions", Slot(school="north"))).state.upon


async def test_a_session_that_serves_can_be_named() -> None:
    """Only those that somebody sorted as counting; one that is none of them stays."""
    home = LogHome()
    id = await home.group()
    debrief = {"session": "s-1", "title": HOSTILE, "held_at": "2026-11-25T09:00:00Z", "zone": ""}
    await home.write("debrief-s-1", "debrief", **debrief)
    assert "session" not in (await home.log.form(id, "materials")).values
    await home.changes.sort(id, {"s-1": True})
    made = await home.log.form(id, "materials")
    (field,) = (each for each in made.form.fields if each.key == "session")
    assert [value for value, _ in field.choices] == ["", "s-1"]
    fill(made, **SAID, session="s-1")
    await made.keep()
    assert home.drafts.kept[made.entry]["session"] == "s-1", "so that a purge of it takes it along"
    assert await made.save() and home.logged(made.entry).session == "s-1"
    await home.changes.sort(id, {"s-1": False})
    again = await home.log.form("", "", entry=made.entry)
    assert again.values["session"] == "s-1"

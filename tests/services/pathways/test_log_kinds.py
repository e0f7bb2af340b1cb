"""What is logged for each kind: check-ins, words of the programme, documents, checklists."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.words import Standing
from tests.core.making import HOSTILE
from tests.core.pathways.journals import asking
from tests.library.pathways import named
from tests.services.pathways.enrolment_home import CLEE, fill
from tests.services.pathways.log_home import NEA, LogHome

WEEK_1 = Slot(part="week_1_welcome")


async def test_a_check_in_is_planned_then_held() -> None:
    """A day to come is kept as planned by itself; that it was held needs no reason."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "check_ins", Slot(cycle=1))
    assert made.form.title.startswith("A check-in of ")
    fill(made, on="3 Dec 2026")
    told = made.form.follow(made.values)
    assert str(told["on"].hint) == "Thursday 3 December 2026, still to come"
    assert str(told[""].hint) == "planned; it counts once it is held"
    assert await made.save()
    said = home.logged(made.entry)
    assert said.planned and said.on == date(2026, 12, 3)
    assert (await home.progress(id, "check_ins")).slots[0].standing is Standing.MISSING
    home.clock.move(20 * 86_400)
    again = await home.log.form("", "", entry=made.entry)
    assert "reason" not in again.values
    fill(again, planned="", note=HOSTILE)
    assert await again.save() and not home.logged(made.entry).planned
    assert (await home.progress(id, "check_ins")).slots[0].standing is Standing.MET


async def test_an_acceptance_has_the_programmes_day_and_its_letter() -> None:
    """No day is proposed; the file is read, and stays where it is."""
    home = LogHome()
    id = await home.enrolled()
    made = await home.log.form(id, "acceptance")
    assert made.values["on"] == "" and "still to come" in fill(made, on="2027-01-01")
    home.attachments.outside["letters/letter.pdf"] = b"yes"
    from facilitui.core.journals.attaching_ports import Progress

    assert "enter on the file reads it" in fill(made, on="2 Nov", file="letters/letter.pdf")
    read = await home.log.read_file("letters/letter.pdf", Progress())
    assert not fill(made, on="2 Nov", file=read, link="https://example.org/letter")
    assert await made.save() and not home.attachments.copies
    said = home.logged(made.entry)
    assert said.file_name and len(said.file_hash) == 64 and said.on == date(2026, 11, 2)
    assert (await home.progress(id, "acceptance")).standing is Standing.MET


async def test_attestations_in_parts_and_credentials_in_forms_say_which_it_is() -> None:
    """Each part by its words."""
    home = LogHome(named(CLEE), named("codeorg_facilitator_development"))
    id = await home.enrolled()
    made = await home.log.form(id, "training_course", Slot(part="Completed"))
    assert made.form.title == "Completed"
    other = await home.enrolled("codeorg_facilitator_development")
    form = await home.log.form(other, "participation")
    (field,) = (each for each in form.form.fields if each.key == "slot")
    assert [name for _, name in field.choices] == ["not told yet", "Digital", "In print"]
    fill(form, on="today", link="https://example.org/c", slot=field.choices[2][0])
    assert await form.save() and home.logged(form.entry).slot == Slot(part="In print")


async def test_a_deadline_is_logged_as_done() -> None:
    """Only by a day that somebody types."""
    home = LogHome(named("codeorg_facilitator_development"))
    id = await home.enrolled("codeorg_facilitator_development")
    entry = await home.log_it(id, "applications_by", on="today", note="sent")
    assert home.logged(entry).on == date(2026, 11, 25)


async def test_a_document_is_written_part_by_part() -> None:
    """A part has one entry, without a reason; its words are counted against the limit."""
    portfolio = named(NEA)
    form = next(each for each in portfolio.documents if each.id == "leader_report")
    parts = (form.parts[0].model_copy(update={"words": 3}), *form.parts[1:])
    limited = form.model_copy(update={"parts": parts})
    others = [each if each.id != form.id else limited for each in portfolio.documents]
    home = LogHome(portfolio.model_copy(update={"documents": tuple(others)}))
    id = await home.group(NEA)
    made = await home.log.form(id, "leaders_told")
    assert made.form.title == "How members are doing"
    assert made.form.fields[0].key == "note"
    assert made.form.follow(made.values)["note"].below == ("0 of at most 3 words",)
    fill(made, note="one two\nthree four [/b]")
    assert made.form.follow(made.values)["note"].below == (
        "5 of at most 3 words: 2 too many, and it can be saved as it is",
    )
    assert await made.save()
    again = await home.log.form(id, "leaders_told", Slot(part="doing"))
    assert again.entry == made.entry and "reason" not in again.values
    fill(again, note="one")
    assert await again.save() and home.logged(made.entry).note == "one"
    following = await home.log.form(id, "leaders_told")
    assert following.form.title == "What they ask" and following.entry != made.entry
    assert following.form.follow({**following.values, "note": "one"})["note"].below == ("1 word",)


async def test_items_of_a_checklist_are_ticked_off_and_back() -> None:
    """Taken back is a withdrawal with its reason; ticked again it is a new entry."""
    home = LogHome()
    id = await home.group(NEA)
    told = await home.log.tick(id, "timeline", WEEK_1)
    assert told == "Done: “Week 1: Open a thread of welcome”, on Wed 25 Nov 2026."
    (entry,) = home.all_logged()
    assert home.logged(entry).slot == WEEK_1
    assert home.logged(entry).on == date(2026, 11, 25)
    told = await home.log.tick(id, "timeline", WEEK_1)
    assert told == "Taken back: “Week 1: Open a thread of welcome” is open again."
    assert not home.all_logged() and len(home.revisions(entry)) == 2
    await home.log.tick(id, "timeline", WEEK_1)
    assert len(home.all_logged()) == 1
    with pytest.raises(NotFound, match="no item called “x”"):
        await home.log.tick(id, "timeline", Slot(part="x"))
    with pytest.raises(FacilituiError, match="only the items of a checklist"):
        await home.log.tick(id, "contacts", Slot(part="x"))


async def test_a_checklist_for_each_school_is_ticked_off_school_by_school() -> None:
    """One of an item of that school, and no other's."""
    items = [{"id": "i", "name": "I", "items": [{"id": "one", "text": "One"}]}]
    asked = {"id": "c", "kind": "checklist", "checklist": "i", "per": "school"}
    home = LogHome(asking(asked, id="own", checklists=items))
    id = await home.enrolled("own", name="We", schools="North\nSouth")
    north, south = (Slot(school=each, part="one") for each in ("north", "south"))
    assert await home.log.tick(id, "c", north) == "Done: “North, One”, on Wed 25 Nov 2026."
    assert await home.log.tick(id, "c", south) == "Done: “South, One”, on Wed 25 Nov 2026."
    assert "“North, One” is open again" in await home.log.tick(id, "c", north)
    (left,) = home.all_logged()
    assert home.logged(left).slot == south
    with pytest.raises(NotFound, match="no item"):
        await home.log.tick(id, "c", Slot(part="one"))

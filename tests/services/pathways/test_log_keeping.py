"""What is logged: each kind of requirement has its form, what is typed there is kept and counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month
from facilitui.services.forms.reason import NO_REASON
from facilitui.widgets.pathway_words import slot_told, standing_told
from tests.core.making import HOSTILE
from tests.library.pathways import named
from tests.services.pathways.enrolment_home import CLEE, CORE, fill
from tests.services.pathways.log_home import NEA, LogHome

COMPUTED = {"sessions", "planning", "debriefs", "observations", "scores", "feedback"}
EVERY = [(way, each) for way in (CLEE, CORE, NEA) for each in named(way).requirements]


@pytest.mark.parametrize(("way", "asked"), EVERY, ids=[each.id for _, each in EVERY])
async def test_every_requirement_has_a_form_or_says_where_it_is_written(
    way: str, asked: Requirement
) -> None:
    """All of what is asked is a field of it; what is computed says in a sentence where to go."""
    home = LogHome()
    id = await (home.enrolled(way) if way == CLEE else home.group(way))
    if way == NEA:
        await home.taking_part(id, "Ben")
    if asked.kind in COMPUTED:
        with pytest.raises(FacilituiError, match=r"session|plan|debrief|observation"):
            await home.log.form(id, asked.id)
        return
    made = await home.log.form(id, asked.id)
    keys = {field.key for field in made.form.fields}
    assert {f"asked-{each.id}" for each in getattr(asked, "fields", ())} | {"on", "note"} <= keys
    assert not await made.save(), "nothing was typed, so nothing is logged"
    told = made.form.follow(made.values)
    assert str(told[""].hint).startswith("to count, it still lacks")


async def test_no_note_asks_again_what_a_field_asks() -> None:
    """It is optional there; where nothing else is asked it says what evidence shows."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "evidence_cycle", Slot(cycle=1, part="plan"))
    (note,) = (each for each in made.form.fields if each.key == "note")
    assert note.hint == "anything else to remember; optional"


async def test_a_contact_is_logged_with_its_own_fields() -> None:
    """It keeps what was asked, and counts; the choices are those of the pathway."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "contacts")
    (to,) = (field for field in made.form.fields if field.key == "asked-to")
    assert [value for value, _ in to.choices][1:3] == ["District leaders", "CORE leaders"]
    assert made.values["on"] == "2026-11-25"
    typed = {"asked-to": "CORE leaders", "asked-how": "Call", "asked-about": HOSTILE}
    assert not fill(made, **typed, on="yesterday")
    told = made.form.follow(made.values)
    assert str(told[""].hint) == "to count, it still lacks: a day within its phase"
    assert not fill(made, **typed, on="today")
    assert str(made.form.follow(made.values)[""].hint) == "it counts as it is"
    assert await made.save()
    said = home.logged(made.entry)
    assert said.values == {"to": "CORE leaders", "how": "Call", "about": HOSTILE.rstrip()}
    assert said.asks["about"] == "What about, and what was agreed?" and said.begins_in == "about"
    assert (said.enrolment, said.requirement, said.on) == (id, "contacts", date(2026, 11, 25))
    assert said.text == "Stay in regular touch with district and CORE leaders"
    progress = await home.progress(id, "contacts")
    assert progress.standing is Standing.LOGGED and progress.by[0].entry == made.entry


async def test_a_second_one_is_another_entry_and_a_change_a_revision() -> None:
    """A change asks for its reason; what it said before stays."""
    home = LogHome()
    id = await home.group()
    typed = {"asked-which": "Agenda", "asked-changed": "Shorter"}
    first = await home.log_it(id, "materials", **typed)
    second = await home.log_it(id, "materials", **{**typed, "asked-which": "Slides"})
    assert first != second and len(home.all_logged()) == 2
    again = await home.log.form("", "", entry=first)
    assert again.values["asked-which"] == "Agenda" and not await again.save()
    fill(again, **{"asked-which": "Agenda 2"})
    with pytest.raises(FacilituiError, match="Why changed"):
        await again.save()
    fill(again, **{"asked-which": "Agenda 2"}, reason="a slip")
    assert await again.save() and NO_REASON
    assert [each["rev"] for each in home.revisions(first)] == [1, 2]
    assert home.logged(first).reason == "a slip"


async def test_a_statement_has_one_entry_for_each_school() -> None:
    """A new version is the next revision of it, with a reason; another school has its own."""
    home = LogHome()
    id = await home.group()
    first = await home.log.form(id, "problem_of_practice")
    assert first.form.title == "North" and first.form.lead.startswith("Lead each school to")
    fill(first, **{"asked-statement": "We talk too much"})
    assert await first.save()
    second = await home.log.form(id, "problem_of_practice")
    assert second.form.title == "South" and second.entry != first.entry
    again = await home.log.form(id, "problem_of_practice", Slot(school="north"))
    assert again.entry == first.entry and again.is_saved
    fill(again, **{"asked-statement": "We wait too little"}, reason="we watched")
    assert await again.save()
    assert home.logged(first.entry).values["statement"] == "We wait too little"
    assert len(home.revisions(first.entry)) == 2 and len(home.all_logged()) == 1
    slots = await home.log.slots(id, "problem_of_practice")
    assert [name for _, name in slots] == ["North", "South"]


@pytest.mark.parametrize("later", [0, 9], ids=["the same day", "another day"])
async def test_a_new_version_says_what_it_revises_and_has_one_why(later: int) -> None:
    """Its text is replaced as it is typed; on another day that day is proposed with it."""
    home = LogHome()
    id = await home.group()
    first = await home.log_it(
        id, "problem_of_practice", Slot(school="north"), **{"asked-statement": "We talk"}
    )
    was = home.logged(first).on
    assert was is not None
    home.clock.move(later * 24 * 60 * 60)
    again = await home.log.form(id, "problem_of_practice", Slot(school="north"))
    form = again.form
    assert f"This revises version 1 of {day_of_month(was)}, which stays" in form.lead
    assert "Typing replaces a text that is selected" in form.lead
    assert {each.key for each in form.fields if each.replaced} == {
        "asked-statement",
        "asked-shown_by",
        "asked-changed",
    }
    asks = [f"{each.label} {each.section}" for each in form.fields]
    assert sum("why" in each.lower() for each in asks) == 1
    new = {**again.values, "asked-statement": "We wait"}
    day = {"on": (was + timedelta(days=later)).isoformat()} if later else {}
    assert form.turn(again.values, new) == day
    assert form.turn(new, {**new, "asked-statement": "We wait too"}) == {}
    assert form.turn(again.values, {**new, "on": "yesterday"}) == {}
    fill(again, **{"asked-statement": "We wait"}, **day, reason="we watched")
    assert await again.save()
    third = await home.log.form(id, "problem_of_practice", Slot(school="north"))
    assert "This revises version 2 of" in third.form.lead


async def test_what_is_no_statement_is_no_version() -> None:
    """A contact that is put right is the same contact."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(id, "materials", **{"asked-which": "Agenda", "asked-changed": "Less"})
    made = await home.log.form("", "", entry=entry)
    assert "revises" not in made.form.lead and not any(e.replaced for e in made.form.fields)


async def test_an_intervention_rests_on_the_version_that_stood_then() -> None:
    """Only statements of its own school can be named; one is named by itself where it is alone."""
    home = LogHome()
    id = await home.group()
    north = await home.log_it(
        id, "problem_of_practice", Slot(school="north"), **{"asked-statement": "North's problem"}
    )
    await home.log_it(
        id, "problem_of_practice", Slot(school="south"), **{"asked-statement": "South's problem"}
    )
    made = await home.log.form(id, "interventions", Slot(school="north"))
    assert made.values["upon"] == f"{north}@1"
    fill(made, **{"asked-what": "Wait", "asked-why": "So", "asked-state": "Chosen"})
    assert await made.save()
    assert (home.logged(made.entry).upon, home.logged(made.entry).upon_revision) == (north, 1)
    changed = await home.log.form(id, "problem_of_practice", Slot(school="north"))
    fill(changed, **{"asked-statement": "Another"}, reason="r")
    await changed.save()
    again = await home.log.form("", "", entry=made.entry)
    named = dict((await _choices(again))["upon"])
    assert again.values["upon"] == f"{north}@1" and "version 1, as it was" in named[f"{north}@1"]
    assert "version 2" in named[f"{north}@2"] and len(named) == 3, "not South's"
    fill(again, upon=f"{north}@2", reason="it stands now")
    assert await again.save() and home.logged(made.entry).upon_revision == 2


async def _choices(made: object) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the fields of a form offer as it stands."""
    form, values = made.form, made.values  # type: ignore[attr-defined]
    return {key: each.choices for key, each in form.follow(values).items() if each.choices}


async def test_what_something_rests_on_is_named_once_its_school_is() -> None:
    """With two statements none is chosen by itself; nothing that is gone can be chosen."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "interventions", Slot(school="north"))
    said = {"asked-what": "Frames", "asked-why": "So", "asked-state": "Chosen"}
    assert not fill(made, **said, on="today")
    told = made.form.follow(made.values)
    assert str(told[""].hint).endswith("what it rests on"), "told once, in the foot"
    assert not any(each.below for each in told.values())
    assert "changed or is gone" in fill(made, upon="log_entry-9@1")


async def test_evidence_is_for_a_part_of_a_cycle() -> None:
    """A cell that was opened is not asked for again; without one all twelve can be chosen."""
    home = LogHome()
    id = await home.group()
    slot = Slot(cycle=2, part="study")
    cell = await home.log.form(id, "evidence_cycle", slot)
    assert "slot" not in cell.values and cell.form.title == "PDSA cycle 2, Study"
    fill(cell, **{"asked-shows": "They wait"})
    assert await cell.save() and home.logged(cell.entry).slot == slot
    free = await home.log.form(id, "evidence_cycle")
    (field,) = (each for each in free.form.fields if each.key == "slot")
    assert len(field.choices) == 13 and field.value == ""
    fill(free, slot=field.choices[12][0], **{"asked-shows": "We spread it"})
    assert await free.save() and home.logged(free.entry).slot == Slot(cycle=3, part="act")
    moved = await home.log.form("", "", entry=cell.entry)
    fill(moved, slot=field.choices[1][0], reason="the wrong cell")
    assert await moved.save() and home.logged(cell.entry).slot == Slot(cycle=1, part="plan")
    half = await home.log.form(id, "evidence_cycle", Slot(cycle=2))
    assert half.values["slot"] == "", "which part of it nobody said"


async def test_what_is_of_a_withdrawn_enrolment_says_so() -> None:
    """With the reason, and how that is taken back."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(id, "cycle_explained", on="2026-11-20")
    await home.withdrawing.withdraw(id, "the wrong group")
    for asking_for in (home.log.form("", "", entry=entry), home.log.roster(id)):
        with pytest.raises(
            NotFound, match="withdrawn: “the wrong group”; in Journal it can be taken back"
        ):
            await asking_for


async def test_anything_logged_can_be_taken_back_and_back_again() -> None:
    """It is the journal's withdrawal; a statement that was withdrawn makes room for another one."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(
        id, "problem_of_practice", Slot(school="north"), **{"asked-statement": "So"}
    )
    await home.withdrawing.withdraw(entry, "not agreed on")
    assert (await home.progress(id, "problem_of_practice")).have == 0
    with pytest.raises(NotFound, match="was withdrawn: “not agreed on”"):
        await home.log.form("", "", entry=entry)
    anew = await home.log.form(id, "problem_of_practice", Slot(school="north"))
    assert anew.entry != entry
    await home.withdrawing.take_back(entry)
    assert (await home.log.form(id, "problem_of_practice", Slot(school="north"))).entry == entry
    assert home.logged(entry).values == {"statement": "So"}


async def test_what_is_not_there_is_told() -> None:
    """An enrolment, a requirement, an entry that nobody knows."""
    home = LogHome()
    id = await home.enrolled()
    with pytest.raises(NotFound, match="no enrolment enrolment-9"):
        await home.log.form("enrolment-9", "contacts")
    with pytest.raises(NotFound, match="asks for nothing called “contacts”"):
        await home.log.form(id, "contacts")
    with pytest.raises(NotFound, match="no entry log_entry-9"):
        await home.log.form(id, "acceptance", entry="log_entry-9")


async def test_what_is_planned_is_not_called_missing() -> None:
    """On the board, and of each cycle where it is asked for in each."""
    home = LogHome()
    id = await home.group()
    asked = next(e for e in named(CORE).requirements if e.kind == "check_ins")
    progress = (await home.progressing.of(id)).told.of(asked.id)
    assert progress is not None and standing_told(progress) == "missing"
    day = home.progressing.today + timedelta(days=20)
    made = await home.log.form(id, asked.id, Slot(cycle=1))
    fill(made, on=day.isoformat(), planned="yes")
    assert await made.save()
    progress = (await home.progressing.of(id)).told.of(asked.id)
    told = f"planned, {day_of_month(day, home.progressing.today)}"
    assert progress is not None and standing_told(progress) == told
    assert standing_told(progress, is_open=False) != told
    slots = [slot_told(each, asked) for each in progress.slots]
    assert slots[0] == told and set(slots[1:]) == {"missing"}


async def test_what_one_answer_mends_is_told_as_one_thing() -> None:
    """Words are what an answer is: evidence without either lacks the answer alone."""
    home = LogHome()
    made = await home.log.form(await home.group(), "evidence_cycle", Slot(cycle=1, part="study"))
    told = made.form.follow(made.values)[""].hint or ""
    assert told.endswith("it still lacks: an answer to “What does it show?”")
    answered = {**made.values, "asked-shows": "They write more"}
    assert made.form.follow(answered)[""].hint == "it counts as it is"

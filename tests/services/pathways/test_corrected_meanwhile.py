"""Two programs that state and correct at once: each correction is of what its form showed."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import SavedMeanwhile
from facilitui.services.pathways.enrolment_form import EnrolmentForm
from tests.services.pathways.enrolment_home import EnrolmentHome, fill, rubric
from tests.services.pathways.test_enrolment_corrections import entered_wrongly

GATE, ROLE = "scores_as_apprentice", "apprentice_role"
MAY, JUNE = "2026-05-05", "2026-06-06"


async def ruled(home: EnrolmentHome) -> str:
    """An enrolment with a rule of 5 May and areas of that day."""
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled(started_on="2026-03-03")
    made = await home.desk.rule(entry, GATE)
    fill(made, at_least="2", source="old", on=MAY)
    assert await made.save()
    made = await home.desk.areas(entry)
    fill(made, areas="asking", source="old", on=MAY)
    assert await made.save()
    return entry


async def told_then_saved(mine: EnrolmentForm) -> str:
    """What is told first; saved again by then."""
    with pytest.raises(SavedMeanwhile) as told:
        await mine.save()
    assert await mine.save()
    return str(told.value)


async def test_a_correction_leaves_what_another_program_stated_since() -> None:
    """Of a rule, of areas; and that it stays is what is told."""
    home = EnrolmentHome()
    entry = await ruled(home)
    mine, theirs = [await home.desk.rule(entry, GATE) for _ in "12"]
    fill(theirs, at_least="4", source="A", on=JUNE)
    assert await theirs.save()
    fill(mine, corrects="yes", at_least="3", one_at_least="4", on=MAY, source="B")
    told = await told_then_saved(mine)
    assert "what it says stays (Each at least, Who says so); save again to add" in told
    rules = [(each.at_least, each.source, each.on) for each in home.said(entry).rules]
    assert rules == [(3, "B", date(2026, 5, 5)), (4, "A", date(2026, 6, 6))]
    mine, theirs = [await home.desk.areas(entry) for _ in "12"]
    fill(theirs, areas="ending", source="A", on=JUNE)
    assert await theirs.save()
    fill(mine, corrects="yes", areas="pausing", source="B", on=MAY, why="a slip")
    assert "otherwise" not in await told_then_saved(mine)
    named = [(each.areas, each.source) for each in home.said(entry).areas]
    assert named == [(("pausing",), "B"), (("ending",), "A")]


async def test_that_the_files_rule_holds_again_is_not_taken_away() -> None:
    """A correction of the rule before says nothing of it."""
    home = EnrolmentHome()
    entry = await ruled(home)
    mine, theirs = [await home.desk.rule(entry, GATE) for _ in "12"]
    fill(theirs, back="yes")
    assert await theirs.save()
    fill(mine, corrects="yes", one_at_least="4", on=MAY, source="B")
    await told_then_saved(mine)
    assert [each.at_least for each in home.said(entry).rules] == [2, None]


async def test_a_draft_of_a_correction_is_of_what_its_form_showed() -> None:
    """Also once it is opened again, over what another program stated meanwhile."""
    home = EnrolmentHome()
    entry = await ruled(home)
    mine = await home.desk.rule(entry, GATE)
    fill(mine, corrects="yes", at_least="1", on=MAY, source="B")
    await mine.keep()
    body = home.said(entry).model_dump(mode="json")
    newer = {"requirement": GATE, "at_least": 4, "source": "A", "on": JUNE}
    await home.write(entry, "enrolment", **{**body, "rules": [*body["rules"], newer]})
    home.start_again()
    mine = await home.desk.rule(entry, GATE)
    assert "older than what was saved" in mine.notice
    (tick,) = (each for each in mine.form.fields if each.key == "corrects")
    assert tick.hint.startswith("that of 5 May 2026 was entered wrongly")
    assert await mine.save()
    rules = [(each.at_least, each.source, each.on) for each in home.said(entry).rules]
    assert rules == [(1, "B", date(2026, 5, 5)), (4, "A", date(2026, 6, 6))]


async def test_a_correction_of_what_is_gone_says_at_once_what_can_be_done() -> None:
    """Untick it, in the open form; nothing typed is lost."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.aside(entry, ROLE)
    fill(made, asking="aside", why="first")
    assert await made.save()
    home.clock.move(86400)
    mine, theirs = [await home.desk.aside(entry, ROLE) for _ in "12"]
    fill(theirs, asking="asked", corrects="yes")
    assert await theirs.save()
    fill(mine, asking="waits", why="autumn", corrects="yes")
    with pytest.raises(SavedMeanwhile, match="say that it is no correction"):
        await mine.save()
    assert mine.half["why"] == "autumn"
    fill(mine, asking="waits", why="autumn", corrects="")
    assert await mine.save()
    (said,) = home.said(entry).aside
    assert (said.waits, said.reason, said.on) == (True, "autumn", date(2026, 11, 26))


async def test_first_areas_of_one_day_say_at_once_that_they_cannot_be_saved_so() -> None:
    """Opened again, what was typed stands there, with the tick that it needs."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    mine, theirs = [await home.desk.areas(entry) for _ in "12"]
    fill(theirs, areas="pausing", source="A")
    assert await theirs.save()
    fill(mine, areas="asking", source="B")
    with pytest.raises(SavedMeanwhile, match="was saved meanwhile: areas of that day") as told:
        await mine.save()
    assert "open this again" in str(told.value) and "save again" not in str(told.value)
    await mine.keep()
    home.start_again()
    mine = await home.desk.areas(entry)
    assert (mine.values["areas"], mine.values["source"]) == ("asking", "B")
    fill(mine, corrects="yes", why="theirs is the old letter")
    assert await mine.save()
    assert [(each.areas, each.source) for each in home.said(entry).areas] == [(("asking",), "B")]


async def test_a_phase_entered_elsewhere_is_told_at_once_to_be_opened_again() -> None:
    """What was typed stands there, in what is then its correction."""
    home = EnrolmentHome()
    entry = await home.enrolled(started_on="2026-03-03")
    mine, theirs = [await home.desk.phase(entry, "apprentice") for _ in "12"]
    fill(theirs, on=MAY, why="A")
    assert await theirs.save()
    fill(mine, on=JUNE, why="B")
    with pytest.raises(SavedMeanwhile, match="was saved meanwhile: its phases were") as told:
        await mine.save()
    assert "save again" not in str(told.value)
    await mine.keep()
    home.start_again()
    mine = await home.desk.phase(entry, "apprentice")
    assert (mine.values["on"], mine.values["why"]) == (JUNE, "B")
    fill(mine, because="the day of their letter")
    assert await mine.save()
    (_, stay) = home.said(entry).entered
    assert (stay.on, stay.reason) == (date(2026, 6, 6), "B")


async def test_a_form_that_changed_nothing_is_not_held_up_by_what_others_say() -> None:
    """There is nothing to be saved again."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.areas(entry)
    fill(made, areas="asking", source="B")
    assert await made.save()
    again = await home.desk.areas(entry)
    await home.changes.sort(entry, {"b": True})
    assert not await again.save()


async def test_a_third_program_is_seen_before_it_is_said_that_nothing_is_new() -> None:
    """What was typed is what the second one saved, and no more what the third one did."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    one, two, three = [await home.desk.aside(entry, ROLE) for _ in "123"]
    fill(one, asking="waits", why="autumn")
    assert await one.save()
    fill(two, asking="waits", why="autumn")
    with pytest.raises(SavedMeanwhile, match=r"stays \(It is now, Why\)"):
        await two.save()
    fill(three, asking="waits", why="spring")
    await told_then_saved(three)
    with pytest.raises(SavedMeanwhile, match=r"otherwise under Why \(“spring”\)"):
        await two.save()
    assert await two.save()
    (said,) = home.said(entry).aside
    assert said.reason == "autumn" and not await two.save()

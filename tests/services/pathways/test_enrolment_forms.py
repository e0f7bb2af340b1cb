"""Priority areas, rules, phases, what waits, the end: each form saves what stands in it."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.debriefs.scores import RubricRef, ref
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.words import Standing
from tests.library.pathways import named
from tests.services.pathways.enrolment_home import CLEE, CORE, TODAY, EnrolmentHome, fill, rubric

GATE = "scores_as_apprentice"


async def test_areas_are_entered_with_who_said_so() -> None:
    """What the rubric's own file says is proposed, and stands as it is saved."""
    home = EnrolmentHome()
    priority = {"priority": ("asking", "ending"), "priority_source": "CLEE's letter"}
    ours = rubric("ours").model_copy(update={**priority, "priority_since": date(2026, 2, 3)})
    home.put(rubrics=(rubric("other"), ours))
    entry = await home.enrolled()
    made = await home.desk.areas(entry)
    assert made.values["areas"] == "asking ending" and made.values["source"] == "CLEE's letter"
    assert await made.save()
    (areas,) = home.said(entry).areas
    assert (areas.rubric, areas.areas) == (ref(ours), ("asking", "ending"))
    assert areas.names == {"asking": "Asking", "ending": "Ending"}
    assert (areas.source, areas.on) == ("CLEE's letter", date(2026, 2, 3))
    assert home.said(entry).reason == "the priority areas were entered"
    assert not await (await home.desk.areas(entry)).save()
    assert len(home.revisions(entry)) == 2 and not home.drafts.kept


async def test_areas_of_another_rubric_are_ticked_anew() -> None:
    """What is ticked of the one before is none of it; the form lists that rubric's own."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric("ours", priority=("asking",)), rubric("other", "2")))
    entry = await home.enrolled()
    made = await home.desk.areas(entry)
    choices = next(each.choices for each in made.form.fields if each.key == "rubric")
    assert [label for _, label in choices] == ["Ours, version 1", "Other, version 2"]
    fill(made, rubric=choices[1][0], areas="", source="staff")
    with pytest.raises(FacilituiError, match="tick the areas"):
        await made.save()
    fill(made, rubric=choices[1][0], areas="pausing gone", source=" ")
    with pytest.raises(FacilituiError, match="say who says so"):
        await made.save()
    fill(made, rubric=choices[1][0], areas="pausing gone", source="staff", on="1 Sep 2026")
    assert await made.save()
    (areas,) = home.said(entry).areas
    assert (areas.rubric.id, areas.areas, areas.on) == ("other", ("pausing",), date(2026, 9, 1))
    again = await home.desk.areas(entry)
    assert again.values["areas"] == "pausing" and again.values["rubric"] == choices[1][0]


async def test_a_rubric_that_was_only_scored_with_is_offered() -> None:
    """Its areas are those that were scored, whatever they are called."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    with pytest.raises(FacilituiError, match="no rubric is here"):
        await home.desk.areas(entry)
    scores = [
        {"criterion": "a b [x]", "name": "[b]Two words", "level": 3},
        {"criterion": "\ud800", "name": "", "level": 4},
    ]
    theirs = RubricRef(id="theirs", version="3", name="Theirs")
    about = {"rubric": theirs.model_dump(), "scores": scores, "observed_on": "2026-11-01"}
    await home.write("observation-1", "observation", giver="Kim", role="staff", **about)
    made = await home.desk.areas(entry)
    ticked = " ".join(value for value, _ in made.form.fields[1].choices)
    assert [label for _, label in made.form.fields[1].choices] == ["[b]Two words", "\ud800"]
    fill(made, areas=ticked, source="staff")
    assert await made.save()
    assert home.said(entry).areas[-1].areas == ("a b [x]", "\ud800")


async def test_a_gate_has_the_rule_that_the_programme_states() -> None:
    """In place of the file's, until that is asked for again."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.rule(entry, GATE)
    assert not await made.save()
    assert "from 1 to 9" in fill(made, at_least="10")
    fill(made, at_least="3", one_at_least="3", source="staff")
    with pytest.raises(FacilituiError, match="more than 3"):
        await made.save()
    fill(made, at_least="2", one_at_least="4", source="")
    with pytest.raises(FacilituiError, match="say who says so"):
        await made.save()
    fill(made, at_least="2", one_at_least="4", source="CLEE's staff", on="yesterday")
    assert await made.save()
    (own,) = home.said(entry).rules
    assert (own.at_least, own.one_at_least, own.on) == (2, 4, date(2026, 11, 24))
    made = await home.desk.rule(entry, GATE)
    fill(made, back="yes", corrects="yes")
    assert await made.save() and not home.said(entry).rules
    assert "again as the pathway's file has it" in home.said(entry).reason
    with pytest.raises(FacilituiError, match="only what asks for scores"):
        await home.desk.rule(entry, "acceptance")
    with pytest.raises(NotFound, match="asks for nothing called"):
        await home.desk.rule(entry, "[x]")


async def test_a_phase_is_entered_with_what_lacked_and_why() -> None:
    """The reason is asked for only where something lacks, and being in it is no passing."""
    home = EnrolmentHome()
    entry = await home.enrolled(started_on="2026-03-03")
    made = await home.desk.phase(entry, "apprentice")
    below = made.form.follow(made.values)["on"].below
    assert any("acceptance" in each for each in below)
    with pytest.raises(FacilituiError, match="why it is entered all the same"):
        await made.save()
    assert "before Tuesday 3 March 2026" in fill(made, on="2 Mar 2026", why="so")
    assert "still to come" in fill(made, on="2026-12-24", why="so")
    with pytest.raises(FacilituiError, match="still to come"):
        await made.save()
    fill(made, on="2026-05-05", why="their letter is lost")
    assert await made.save()
    last = home.said(entry).entered[-1]
    assert (last.phase, last.on, last.reason) == (
        "apprentice",
        date(2026, 5, 5),
        "their letter is lost",
    )
    assert last.lacked and home.said(entry).reason == "“Phase 2: Apprentice” was entered"
    assert "passed" not in home.said(entry).reason
    back = await home.desk.phase(entry, "learning")
    assert "why" not in back.values and await back.save()
    assert [each.phase for each in home.said(entry).entered] == [
        "learning",
        "apprentice",
        "learning",
    ]
    with pytest.raises(NotFound, match="no phase called"):
        await home.desk.phase(entry, "[x]")


async def test_a_requirement_waits_or_is_set_aside_and_is_asked_again() -> None:
    """Set aside only with a reason; waiting is a state like any other."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    phase = await home.desk.phase(entry, "apprentice")
    fill(phase, why="so")
    await phase.save()
    made = await home.desk.aside(entry, "apprentice_role")
    assert not await made.save()
    fill(made, why="a reason alone")
    with pytest.raises(FacilituiError, match="choose whether it waits"):
        await made.save()
    fill(made, asking="aside", why="")
    with pytest.raises(FacilituiError, match="say why it is set aside"):
        await made.save()
    fill(made, asking="aside", why="not this year [x]")
    assert await made.save()
    progress = (await home.progressing.of(entry)).progress
    assert progress is not None and progress.current is not None
    stands = {each.requirement.id: each for each in progress.current.requirements}
    assert stands["apprentice_role"].standing is Standing.SET_ASIDE
    assert stands["apprentice_role"].reason == "not this year [x]"
    waits = await home.desk.aside(entry, "apprentice_role")
    fill(waits, asking="waits")
    assert await waits.save() and home.said(entry).aside[0].waits
    again = await home.desk.aside(entry, "apprentice_role")
    fill(again, asking="asked")
    assert await again.save() and not home.said(entry).aside
    assert home.said(entry).reason.endswith("is asked again")


async def test_it_is_closed_and_opened_again() -> None:
    """With a day and a note; no phase is entered meanwhile."""
    home = EnrolmentHome()
    entry = await home.enrolled(CORE, name="We", started_on="2026-03-03")
    made = await home.desk.closing(entry)
    assert "before Tuesday 3 March 2026" in fill(made, on="2026-01-01")
    fill(made, on="today", note="they went on [x]")
    assert await made.save()
    assert (home.said(entry).closed_on, home.said(entry).reason) == (TODAY, "they went on [x]")
    assert not await (await home.desk.closing(entry)).save()
    assert await home.changes.reopen(entry) == "It is open again."
    assert home.said(entry).closed_on is None
    with pytest.raises(FacilituiError, match="not closed"):
        await home.changes.reopen(entry)


async def test_no_phase_is_entered_of_what_is_closed() -> None:
    """It is opened again first."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    assert await (await home.desk.closing(entry)).save()
    with pytest.raises(FacilituiError, match="open it again"):
        await home.desk.phase(entry, "apprentice")


async def test_without_the_pathway_that_it_was_begun_with_it_is_said() -> None:
    """What needs no pathway can be written all the same."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    kept = next(each for each in home.journal.documents if each["kind"] == "pathway")
    home.journal.documents.remove(kept)
    home.library.kept = type(home.library.kept)()
    for asking in (home.desk.areas(entry), home.desk.phase(entry, "apprentice")):
        with pytest.raises(NotFound, match="cannot be read any more"):
            await asking
    assert await (await home.desk.closing(entry)).save()
    assert named(CLEE).id == home.said(entry).pathway

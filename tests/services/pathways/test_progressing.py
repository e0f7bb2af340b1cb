"""Progressing: each enrolment under the pathway as it was begun with, and never a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitui.core.errors import NotFound, Problem
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.words import Holder, Standing, StepKind
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import PlannedWith
from facilitui.core.vocabulary import Role
from facilitui.services.pathways.first_steps import first_steps
from facilitui.services.pathways.progressing import UNDECIDED
from tests.core.making import HOSTILE
from tests.core.trending import on, session
from tests.services.pathways.enrolled_home import (
    BEGUN,
    ME,
    EnrolledHome,
    counting,
    pathway,
)


async def only(home: EnrolledHome) -> Enrolled:
    """The one enrolment there is."""
    (enrolled,) = await home.progressing.all()
    assert enrolled == await home.progressing.of(enrolled.id)
    return enrolled


async def test_an_enrolment_is_told_under_the_pathway_that_it_was_begun_with() -> None:
    """Its file has changed since then: that is offered, and scores nothing anew."""
    home = EnrolledHome(pathway(version="2", name="Our new way"))
    await home.enrol(serves=counting("s9"))
    home.runs.add(session(9))
    enrolled = await only(home)
    assert (enrolled.changed_to, enrolled.notice) == ("2", "")
    assert enrolled.progress is not None and enrolled.progress.pathway.name == "Our way"
    assert enrolled.progress.phases[0].requirements[0].told == "1 of 2"
    assert enrolled.progress.notices == ()


async def test_a_file_that_cannot_be_read_is_told_and_nothing_is_offered_for_it() -> None:
    """What is used in its place is another pathway, which nobody asked to move to."""
    home = EnrolledHome(pathway(version="2", name="Our new way"))
    await home.enrol()
    wrong = Problem("pathways/ours.toml", 3, 1, "no value")
    others = Problem("pathways/others.toml", 1, 1, "no value")
    home.library.kept = replace(home.library.kept, pathway_problems=(others, wrong))
    enrolled = await only(home)
    assert enrolled.changed_to == "" and "pathways/ours.toml:3:1: no value" in enrolled.broken
    assert enrolled.progress is not None and enrolled.progress.pathway.name == "Our way"
    (step,) = first_steps([enrolled])
    assert step.file == "The pathway's file in your pathways folder cannot be read"
    home.library.kept = replace(home.library.kept, pathway_problems=(others,))
    enrolled = await only(home)
    assert (enrolled.changed_to, enrolled.broken) == ("2", "")
    assert first_steps([enrolled])[0].file == "The pathway's file is now version 2"


@pytest.mark.parametrize("version", ["1", "3"])
async def test_a_file_that_says_the_same_is_no_change(version: str) -> None:
    """Nor is one of another id; one that says something else is, whatever version it names."""
    home = EnrolledHome(pathway(), pathway(id="others", name="Another"))
    await home.enrol()
    assert (await only(home)).changed_to == ""
    home.library.kept = Shelf(pathways={"ours": pathway(name="Other", version=version)})
    assert (await only(home)).changed_to == version
    home.library.kept = Shelf(pathways={"ours": pathway(version=" ")})
    assert (await only(home)).changed_to != "", "it can be moved to all the same"
    home.library.kept = Shelf()
    assert (await only(home)).changed_to == ""


async def test_without_its_words_an_enrolment_stays_and_says_what_to_do() -> None:
    """Nothing is told under another file unasked; with one there is a way, and without one too."""
    home = EnrolledHome(pathway(version="2"))
    await home.enrol(kept=False, pathway_name=HOSTILE)
    enrolled = await only(home)
    assert enrolled.progress is None and enrolled.changed_to == "2"
    assert "its board shows what its file asks for now" in enrolled.notice
    assert "\x1b" not in enrolled.notice and enrolled.notice.count(". ") == 0
    home.library.kept = Shelf()
    enrolled = await only(home)
    assert enrolled.progress is None and "bring the journal back from a copy" in enrolled.notice
    assert enrolled.enrolment.name == "Ana"


async def test_the_very_file_takes_the_place_of_words_that_are_lost() -> None:
    """It says what its digest says, so nothing is guessed."""
    home = EnrolledHome(pathway())
    await home.enrol(kept=False)
    enrolled = await only(home)
    assert enrolled.progress is not None and (enrolled.notice, enrolled.changed_to) == ("", "")


async def test_what_conflicts_is_told_first() -> None:
    """Under the enrolment itself: one of its revisions is shown meanwhile."""
    home = EnrolledHome()
    home.journal.unread = ("journal/2026-10.json",)
    await home.enrol()
    here = await home.enrol(name="Here")
    there = here.model_copy(update={"name": "There"})
    await home.put_beside(ME, "enrolment", there.model_dump(mode="json"))
    enrolled = await only(home)
    assert enrolled.progress is not None
    conflict, month = enrolled.progress.notices
    assert conflict == UNDECIDED and "2026-10" in month


async def test_open_ones_come_first_those_begun_last_before_others() -> None:
    """Of one day the one that was saved last; closed ones behind, in the same way."""
    home = EnrolledHome()
    days = {"a": 1, "b": 3, "z": 2, "c": 2, "d": 1, "e": 1}
    closed = {"d": date(2026, 10, 1), "e": date(2026, 11, 1)}
    for name, day in days.items():
        on = date(2026, 9, day)
        entered = (Entered(phase="first", on=on),)
        await home.enrol(
            entry=name, started_on=on, entered=entered, closed_on=closed.get(name), kept=name == "a"
        )
    assert [each.id for each in await home.progressing.all()] == [
        *("b", "c", "z", "a", "e", "d"),
    ]


async def test_what_is_not_there_is_said() -> None:
    """Without an enrolment there is nothing; of another id too."""
    home = EnrolledHome()
    assert await home.progressing.all() == ()
    with pytest.raises(NotFound, match="no enrolment"):
        await home.progressing.of(ME + HOSTILE)
    await home.enrol()
    await home.put(ME, "withdrawal", {"was": "enrolment"})
    assert await home.progressing.all() == ()


async def test_home_shows_the_phase_and_the_one_next_step() -> None:
    """Of open ones; each by whose it is; why there is none where none can be."""
    home = EnrolledHome()
    home.runs.add(session(0))
    await home.enrol(started_on=BEGUN)
    (step,) = first_steps(await home.progressing.all())
    enrolled = await only(home)
    assert enrolled.progress is not None and enrolled.progress.step.kind is StepKind.SORT
    assert (step.enrolment, step.name, step.pathway, step.phase) == (ME, "Ana", "Our way", "Begin")
    assert step.step == enrolled.progress.step.text
    way = pathway(id="lost", name="Lost")
    await home.enrol(way, entry="enrolment-2", kept=False, holder=Holder.GROUP, started_on=None)
    lost = first_steps(await home.progressing.all())[1]
    assert (lost.name, lost.phase) == ("Ana", "") and "cannot be read any more" in lost.step
    assert not lost.step.endswith(".")
    await home.enrol(entry="enrolment-3", name="Bea")
    shown = first_steps(await home.progressing.all())
    assert {each.name for each in shown} == {"Ana", "Bea"}
    await home.enrol(entry="enrolment-3", name="Bea", closed_on=BEGUN)
    assert [each.name for each in first_steps(await home.progressing.all())] == ["Ana", "Ana"]


async def test_what_counts_meets_what_it_is_asked_for() -> None:
    """From the journal to the standing, by the plan that a session was begun from too."""
    home = EnrolledHome()
    await home.enrol(
        serves=counting("s0", "s1"),
        started_on=date(2026, 11, 1),
        entered=(Entered(phase="first", on=date(2026, 11, 1)),),
    )
    for week in (0, 1):
        held = session(week)
        home.runs.add(held)
        said = {"session": held.session, "title": held.title, "held_at": on(week).isoformat()}
        await home.put(f"debrief-{held.session}", "debrief", said)
    staff = PlannedWith(person="Bo", role=Role.STAFF, minutes=30)
    home.plans.plans["s1"] = Plan(title="T", planned_with=(staff,))
    enrolled = await only(home)
    assert enrolled.progress is not None
    led, planned = enrolled.progress.phases[0].requirements
    assert (led.standing, led.have) == (Standing.MET, 2)
    assert (planned.standing, [each.session for each in planned.by]) == (Standing.MET, ["s1"])

"""What is logged, on the screen: where the keys begin, what is told and never asked, and saved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.core.pathways.log_entry import Slot
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import EnrolmentEditRequested, LogRequested, RosterEditRequested
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.home import HomeScreen
from facilitui.widgets.form_list import FormList
from tests.services.mentoring_home import fill
from tests.ui.driving import HOSTILE, SIZES, SMALLEST, Driven, driven

CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"
INTERVENTIONS = "Choose interventions that follow from the problem of practice"
NOTHING = "nothing is written yet, so nothing is saved; escape leaves"


@asynccontextmanager
async def logging(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Driven, str]]:
    """The application, and the enrolment of a community with one school."""
    made = await wiring.pathway_desk.enrol(CORE)
    fill(made, name="Our community", schools="North")
    await made.save()
    async with driven(home, size, clock=clock) as app:
        yield app, made.entry


async def log(app: Driven, entry: str, requirement: str, slot: Slot | None = None) -> EntryDialog:
    """The form of something new."""
    app.app.post_message(LogRequested(entry, requirement, slot))
    return await form_of(app)


async def form_of(app: Driven) -> EntryDialog:
    """The form on top."""
    await app.settle()
    assert isinstance(app.app.screen, EntryDialog)
    return app.app.screen


def told(app: Driven) -> str:
    """All that stands in the dialog, on one line."""
    inside = (line.split("│")[1] for line in app.text().split("\n") if line.count("│") == 2)
    return " ".join(" ".join(inside).split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_keys_begin_where_something_can_be_typed(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """That nothing is there to rest on is told; the whole requirement stands above, at any size."""
    async with logging(home, clock, wiring, size) as (app, entry):
        form = await log(app, entry, "interventions", Slot(school="north"))
        words = told(app)
        assert INTERVENTIONS in words and "North" in words
        assert "Rests on nothing yet: log “Lead each school to a problem" in words
        assert not form.query("#field-upon")
        await app.write("Talk first")
        assert form.values["asked-what"] == "Talk first"
        assert form.query_one("#dialog").size.width >= (88 if size[0] == 120 else 48)
        await app.press("ctrl+s")
        assert "asked for before it counts; ctrl+s again" in told(app)
        await app.press("ctrl+s")
        assert isinstance(app.app.screen, HomeScreen)


async def test_a_choice_of_one_is_told(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """Priority areas of the only rubric: the first key ticks an area."""
    made = await wiring.pathway_desk.enrol(CLEE)
    fill(made, name=HOSTILE)
    await made.save()
    async with driven(home, (60, 16), clock=clock) as app:
        app.app.post_message(EnrolmentEditRequested(made.entry, FormOf.AREAS))
        form = await form_of(app)
        assert not form.query("#field-rubric") and "Rubric" in app.text()
        await app.press("1")
        assert len(form.values["areas"].split()) == 1 and "[x]" in app.text()


async def test_an_untouched_form_says_that_nothing_is_saved(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """It stays open, as often as it is asked for; once there is something it is saved."""
    async with logging(home, clock, wiring) as (app, entry):
        form = await log(app, entry, "evidence_cycle", Slot(cycle=1, part="plan"))
        for _ in range(2):
            await app.press("ctrl+s")
            assert NOTHING in told(app)
            assert app.app.screen is form and not form.saved
        await app.write("Exit tickets")
        assert NOTHING not in app.text()
        await app.press("ctrl+s")
        assert form.saved and isinstance(app.app.screen, HomeScreen)
        again = await app.wiring.pathway_log.form("", "", entry=form.entry)
        assert again.is_saved and not again.half


async def test_a_day_that_is_needed_is_never_offered_to_be_left_out(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Ctrl+s says what is wrong each time, and escape leaves with it kept."""
    made = await wiring.pathway_desk.enrol(CLEE)
    fill(made, name=HOSTILE)
    await made.save()
    async with driven(home, clock=clock) as app:
        app.app.post_message(EnrolmentEditRequested(made.entry, FormOf.PHASE, "apprentice"))
        form = await form_of(app)
        await app.press("ctrl+u", "x")
        for _ in range(2):
            await app.press("ctrl+s")
            assert app.app.screen is form and "leaves out" not in app.text()
            assert "! the day is written" in app.text()
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        kept = await app.wiring.pathway_desk.phase(made.entry, "apprentice")
        assert kept.half["on"] == "x"


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_a_roster_opens_at_whoever_is_meant(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Or at a new line, which is nothing that was typed for as long as it is empty."""
    async with logging(home, clock, wiring, size) as (app, entry):
        roster = await app.wiring.pathway_log.roster(entry)
        lines = [f"Member {n}, teacher, North" for n in range(1, 13)]
        fill(roster, members="\n".join(["Ana Diaz", HOSTILE.replace("\n", " "), *lines]))
        await roster.save()
        for name, row, line in (("Ana Diaz", 0, "Ana Diaz"), ("Member 1", 2, lines[0])):
            app.app.post_message(RosterEditRequested(entry, name))
            form = await form_of(app)
            field = form.query_one(FormList)
            assert field.has_focus and field.cursor_location == (row, len(line))
            assert line.partition(", ")[0] in app.text()
            await app.press("escape")
        for at in ("", "Nobody here"):
            app.app.post_message(RosterEditRequested(entry, at))
            form = await form_of(app)
            field = form.query_one(FormList)
            assert field.cursor_location == (14, 0)
            assert not form._form.changed(form.values)
            await app.press("escape")
        assert not (await app.wiring.pathway_log.roster(entry)).half
        app.app.post_message(RosterEditRequested(entry, ""))
        await form_of(app)
        await app.write("Cora")
        await app.press("ctrl+s")
        case = (await app.wiring.progressing.found()).case
        assert [each.name for each in case.members[entry]][-1] == "Cora"


async def test_a_roster_opens_at_the_one_of_two_who_is_meant(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Who are called alike, by their number; where there are not so many, at the last."""
    async with logging(home, clock, wiring) as (app, entry):
        roster = await app.wiring.pathway_log.roster(entry)
        fill(roster, members="Ana Diaz, coach\nBen\nAna Diaz, teacher\nAna Diazo")
        await roster.save()
        for which, row in ((0, 0), (1, 2), (9, 2)):
            app.app.post_message(RosterEditRequested(entry, "Ana Diaz", which))
            form = await form_of(app)
            assert form.query_one(FormList).cursor_location[0] == row
            await app.press("escape")


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_whose_line_is_taken_out_of_a_roster_is_told_by_name(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Before it is saved, with what brings them back; whoever is only mended or left is not."""
    async with logging(home, clock, wiring, size) as (app, entry):
        roster = await app.wiring.pathway_log.roster(entry)
        fill(roster, members="Ana Diaz\nBen [x] Ito, teacher, North\nCora\nEva")
        await roster.save()
        app.app.post_message(RosterEditRequested(entry, "Ana Diaz"))
        form = await form_of(app)
        form.query_one(FormList).text = "Ana Diaz-Ruiz\nEva, , , left"
        await app.settle()
        await app.press("ctrl+s")
        said = "“Ben [x] Ito” and “Cora” are taken out of the roster; ctrl+s again saves that, and "
        assert app.app.screen is form and f"{said}u on the board takes it back" in told(app)
        await app.press("ctrl+s")
        assert app.app.screen is not form
        case = (await app.wiring.progressing.found()).case
        assert [each.name for each in case.members[entry]] == ["Ana Diaz-Ruiz", "Eva"]

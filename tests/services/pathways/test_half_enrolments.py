"""What is half written of enrolments is told on Home, each form by its own draft."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitui.core.overview import Begun, from_json, to_json
from facilitui.core.pathways.form_drafts import form_draft
from facilitui.messages.pathways import EnrolmentEditRequested, LogRequested, RosterEditRequested
from facilitui.services.pathways.enrolment_form import EnrolmentForm
from facilitui.written_in import gone_on_with
from tests.services.full_sessions import Full, opened
from tests.services.pathways.enrolment_home import CLEE, CORE, fill

HOSTILE = "[x] [/b] [Q1] \\ 日本"


@pytest.fixture
async def full(home: Path) -> AsyncIterator[Full]:
    """A home with nothing in it."""
    made = opened(home)
    yield made
    made.wiring.close()


async def begun(full: Full) -> list[Begun]:
    """What Home offers to go on with, as its small file keeps it."""
    overview = await full.wiring.overseeing.overview()
    assert from_json(to_json(overview)) == overview
    return list(overview.begun)


async def enrolled(full: Full, pathway: str, **typed: str) -> str:
    """An enrolment that is saved."""
    made = await full.wiring.pathway_desk.enrol(pathway)
    fill(made, **typed)
    await made.save()
    return made.entry


async def test_a_new_one_is_told_by_its_name_until_it_is_saved(full: Full) -> None:
    """And leads to the form that it was begun in."""
    desk = full.wiring.pathway_desk
    made = await desk.enrol(CLEE)
    fill(made, name=HOSTILE)
    await made.keep()
    (row,) = await begun(full)
    assert (row.kind, row.title, row.note) == ("enrolment", HOSTILE, "enrolment")
    asked = gone_on_with(row)
    assert isinstance(asked, EnrolmentEditRequested)
    assert (asked.enrolment, asked.form, asked.about) == (made.entry, "new", CLEE)
    form = form_draft(row.entry)
    assert form is not None
    again = await desk.form(form)
    assert again.values["name"] == HOSTILE and await again.save()
    assert not await begun(full)


async def test_each_form_of_one_is_told_and_leads_back(full: Full) -> None:
    """By what the enrolment is called; thrown away, nothing is told any more."""
    entry = await enrolled(full, CLEE, name="[b]Ana")
    desk = full.wiring.pathway_desk
    typed: list[EnrolmentForm] = []
    for made, key in (
        (await desk.details(entry), "name"),
        (await desk.areas(entry), "source"),
        (await desk.rule(entry, "scores_as_apprentice"), "source"),
        (await desk.phase(entry, "apprentice"), "why"),
        (await desk.aside(entry, "acceptance"), "why"),
        (await desk.closing(entry), "note"),
    ):
        fill(made, **{key: HOSTILE})
        await made.keep()
        typed.append(made)
    rows = await begun(full)
    assert len({row.key for row in rows}) == len(rows) == len(typed)
    assert {row.title for row in rows} == {"[b]Ana"}
    assert {row.note for row in rows} == {
        "its details",
        "priority areas",
        "the programme's own rule",
        "entering a phase",
        "set aside or waiting",
        "closing it",
    }
    assert all(row.when.startswith("2026-11-25T") for row in rows), "the day it was typed"
    forms: set[str] = set()
    for row in rows:
        asked = gone_on_with(row)
        assert isinstance(asked, EnrolmentEditRequested) and asked.enrolment == entry
        forms.add(asked.form)
        form = form_draft(row.entry)
        assert form is not None
        assert HOSTILE in (await desk.form(form)).half.values()
    assert forms == {"details", "areas", "rule", "phase", "aside", "closing"}
    for made in typed:
        await made.throw_away()
    assert not await begun(full)


async def test_what_is_typed_of_an_enrolment_that_is_gone_is_left_out(full: Full) -> None:
    """A withdrawn one cannot be written in, until that is taken back."""
    entry = await enrolled(full, CLEE, name="Ana")
    made = await full.wiring.pathway_desk.closing(entry)
    fill(made, note="over")
    await made.keep()
    assert len(await begun(full)) == 1
    await full.wiring.withdrawing.withdraw(entry, "a mistake")
    assert not await begun(full)
    await full.wiring.withdrawing.take_back(entry)
    assert len(await begun(full)) == 1


async def test_what_is_half_logged_and_a_half_written_roster_are_told(full: Full) -> None:
    """Each leads to its form by its entry alone."""
    entry = await enrolled(full, CORE, name="We", schools="North")
    log = full.wiring.pathway_log
    logged = await log.form(entry, "cycle_explained")
    fill(logged, note=HOSTILE)
    await logged.keep()
    roster = await log.roster(entry)
    fill(roster, members="Kim")
    await roster.keep()
    asked = {row.kind: gone_on_with(row) for row in await begun(full)}
    of_log, of_roster = asked["log_entry"], asked["roster"]
    assert isinstance(of_log, LogRequested) and isinstance(of_roster, RosterEditRequested)
    assert of_roster.enrolment == entry
    again = await log.form(of_log.enrolment, of_log.requirement, of_log.slot, of_log.entry)
    assert again.values["note"] == HOSTILE

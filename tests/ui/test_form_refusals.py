"""What is refused leads to where it can be mended: the keys go on there, and replace nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from facilitui.bootstrap import Wiring
from facilitui.core.plans.plan import Plan
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import RosterEditRequested
from facilitui.messages.review import GrowthRequested
from facilitui.screens.dialogs.form_asking import AskingForm
from facilitui.services.forms import Form, FormField
from facilitui.widgets.form_list import FormList
from tests.services.mentoring_home import fill
from tests.ui.driving import FARTHEST, SMALLEST, Driven, driven
from tests.ui.hosting import hosted
from tests.ui.test_dialogs import as_it_is, asked
from tests.ui.test_enrolment_forms import ask, enrolled, put
from tests.ui.test_entry_form import first, saving_slowly
from tests.ui.test_form_dialog import dialog, editor, here, number

CORE = "core_community_of_practice"
Size = tuple[int, int]


def cursor_at_end(app: Driven) -> bool:
    """Whether what is typed next stands behind what the field holds, all of which stays."""
    field = app.app.screen.focused
    if isinstance(field, Input):
        return field.selection.is_empty and field.cursor_position == len(field.value)
    assert isinstance(field, TextArea), field
    return field.selection.is_empty and field.cursor_location == field.document.end


def in_view(app: Driven) -> bool:
    """Whether some of the field that has the keys is seen."""
    field = app.app.screen.focused
    assert field is not None
    return bool(app.app.screen.query_one("#fields").region.intersection(field.region).area)


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_a_phase_without_its_reason_leads_to_the_reason(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: Size
) -> None:
    """From the day, which stays as it is whatever is typed next; then it is saved."""
    entry = await enrolled(wiring)
    async with driven(home, size, clock=clock) as app:
        await ask(app, entry, "phase", "apprentice")
        assert here(app) == "on"
        await app.press("ctrl+s")
        assert "! Not met before it" in app.text()
        assert here(app) == "why" and in_view(app)
        await app.write("The letter")
        assert "! Not met before it" in app.text()
        screen = app.app.screen
        assert screen.query_one("#field-on", Input).value == "2026-11-25"
        assert screen.query_one("#field-why", TextArea).text == "The letter"
        await app.press("ctrl+s")
        assert (await wiring.progressing.of(entry)).enrolment.phase == "apprentice"


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_each_refusal_of_an_enrolment_leads_to_its_field(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: Size
) -> None:
    """Whatever is missing, from wherever the keys are, seen in the smallest window too."""
    entry = await enrolled(wiring)
    async with driven(home, size, clock=clock) as app:
        await ask(app, entry, "areas")
        await put(app, "source", "")
        await app.press("ctrl+s")
        assert (here(app), in_view(app)) == ("areas", True)
        await app.press("1", "ctrl+s")
        assert (here(app), in_view(app)) == ("source", True) and cursor_at_end(app)
        await app.press("escape")
        await ask(app, entry, "details")
        await put(app, "name", "Noor")
        await app.press("ctrl+s")
        assert (here(app), in_view(app)) == ("reason", True) and cursor_at_end(app)
        await put(app, "reason", "she married")
        await put(app, "name", "  ")
        await app.press("ctrl+s")
        assert (here(app), in_view(app)) == ("name", True) and cursor_at_end(app)
        await app.press("escape")
        await ask(app, entry, "aside", "application")
        await put(app, "why", "no school")
        await app.press("ctrl+s")
        assert here(app) == "asking" and in_view(app)
        await app.press("right", "right")
        await put(app, "why", "")
        await app.press("shift+tab", "ctrl+s")
        assert "say why it is set aside" in app.panel("foot") and here(app) == "why"


async def test_a_rule_that_cannot_be_leads_to_its_level(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """And one without a source to that; a figure there is not selected, so that it stays."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "rule", "scores_as_apprentice")
        await put(app, "at_least", "3")
        await put(app, "one_at_least", "3")
        await put(app, "source", "Mia")
        await app.press("ctrl+s")
        assert here(app) == "one_at_least" and cursor_at_end(app)
        await app.press("backspace", "4")
        await put(app, "source", "")
        await app.press("ctrl+s")
        assert here(app) == "source" and cursor_at_end(app)


async def test_what_cannot_be_read_has_the_keys_next(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """With all that was typed there; a day that is gone to by tab is replaced instead."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "closing")
        await put(app, "on", "2099-01-01")
        await app.press("tab", "ctrl+s")
        assert here(app) == "on" and cursor_at_end(app)
        day = app.app.screen.query_one("#field-on", Input)
        await app.write("x")
        assert day.value == "2099-01-01x"
        await app.press("backspace", "tab", "shift+tab")
        await app.write("y")
        assert day.value == "y"


async def test_enter_on_the_last_field_leads_to_the_first_that_cannot_be_read(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Of several it is the one that is told."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "rule", "scores_as_apprentice")
        await put(app, "one_at_least", "later")
        await put(app, "at_least", "soon")
        await put(app, "on", "2026-11-20")
        await app.press("enter")
        assert here(app) == "at_least" and cursor_at_end(app) and "“soon”" in app.panel("foot")


async def test_a_form_that_is_kept_at_once_leads_to_what_it_would_leave_out(home: Path) -> None:
    """By the key that is told to leave it out, which then does."""
    async with asked(home, dialog(told="that is [no] number")) as (app, got):
        app.app.screen.set_focus(editor(app, "last"))
        await app.settle()
        await app.write("soon")
        app.app.screen.set_focus(editor(app, "line"))
        await app.settle()
        await app.press("escape")
        assert here(app) == "last" and cursor_at_end(app)
        assert "escape again leaves out Last" in app.panel("foot") and got.answers == []
        await app.press("escape")
        assert got.answers == [None]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_the_line_of_a_list_that_cannot_be_read_has_the_cursor(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: Size
) -> None:
    """Behind it, however many stand below; each of the others stays."""
    made = await wiring.pathway_desk.enrol(CORE)
    fill(made, name="Maths")
    await made.save()
    async with driven(home, size, clock=clock) as app:
        app.app.post_message(RosterEditRequested(made.entry))
        await app.settle()
        people = [f"Person {n}, member" for n in range(20)]
        await app.put("\n".join([*people[:3], ", member", *people[3:]]))
        await app.press("ctrl+s", "escape")
        field = app.app.screen.focused
        assert isinstance(field, FormList)
        assert field.cursor_location == (3, len(", member")) and in_view(app)
        await app.press("home")
        await app.write("Ana")
        assert field.text.splitlines()[3] == "Ana, member"


async def test_what_is_missing_beside_other_values_has_the_keys_next(home: Path) -> None:
    """Though each of those that were typed can be read."""
    async with driven(home) as app:
        app.app.post_message(GrowthRequested())
        await app.settle()
        await put(app, "why", "they wait for me")
        await app.press("ctrl+s", "escape")
        assert "say what you want to know" in " ".join(app.panel("foot").split())
        assert here(app) == "text"


async def test_a_form_that_asks_leads_to_what_it_cannot_understand(home: Path) -> None:
    """From whichever field it was to be gone on from."""
    fields = (FormField("count", "Count", "", read=number), FormField("name", "Name", "Ana"))
    form: Form[Plan] = Form("A form", fields, as_it_is)
    asking = AskingForm(form, lambda values: form.faults(values)["count"].told)
    async with asked(home, lambda: asking) as (app, got):
        await app.write("two")
        await app.press("home", "tab", "ctrl+s")
        assert "! that is [no] number" in app.panel("foot")
        assert here(app) == "count" and cursor_at_end(app) and got.answers == []


async def test_what_no_field_is_to_blame_for_leaves_the_keys_where_they_are(home: Path) -> None:
    """A disk that is full is mended in none."""
    async with hosted(home) as stage:
        app, (form, line) = stage.app, await first(stage)
        await app.put("Ana")
        await app.press("home", "right")
        with saving_slowly(stage, "not saved, the disk is full") as let:
            let.set()
            await app.press("ctrl+s")
        assert "the disk is full" in app.text()
        assert form.focused is line and line.cursor_position == 1

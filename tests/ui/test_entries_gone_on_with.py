"""What was logged by halves is found on the board, gone on with, and changed where it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.log_entry import Slot
from facilitui.demo import SimulatedClock
from facilitui.messages.going import EntryRequested
from facilitui.messages.pathways import LogRequested, TickRequested
from facilitui.screens.dialogs.checklist import ChecklistDialog
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.pathway.board import BoardScreen
from facilitui.widgets.form_choices import ChoiceList
from tests.services.mentoring_home import fill
from tests.ui.driving import FARTHEST, SIZES, SMALLEST, Driven, driven
from tests.ui.pathways import board, mark
from tests.ui.test_log_forms import form_of, log, logging, told

NEA = "nea_micro_credential_plc"
WARNED = "“With whom?” and “How?” are asked for before it counts; ctrl+s again saves it as it is"


def words(app: Driven) -> str:
    """All that is shown, on one line."""
    return " ".join(app.text().replace("│", " ").split())


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_what_lacks_an_answer_is_gone_on_with_from_the_board(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """The form says so before it is saved, the row what is there; enter goes on, j opens it."""
    async with logging(home, clock, wiring, size) as (app, entry):
        await board(app, entry)
        await mark(app, "contacts")
        await app.press("l")
        form = await form_of(app)
        await app.press("tab", "tab")
        await app.write("Agreed on a date")
        await app.press("ctrl+s")
        assert app.app.screen is form and not form.saved
        assert WARNED in told(app) and form.focused is form.query_one("#field-asked-to")
        await app.press("ctrl+s")
        assert isinstance(app.app.screen, BoardScreen) and form.saved
        await mark(app, "contacts")
        assert "1 there, lacks 2 answers" in words(app)
        await app.press("j")
        assert [each.entry for each in app.sent(EntryRequested)] == [form.entry]
        await board(app, entry)
        await mark(app, "contacts")
        await app.press("enter", *([] if app.screen.beside else ["enter"]))
        again = await form_of(app)
        assert again.entry == form.entry and again.values["asked-about"] == "Agreed on a date"
        await app.write("d")
        await app.press("tab")
        await app.write("c")
        await app.press("ctrl+s")
        assert again.saved and isinstance(app.app.screen, BoardScreen)
        assert "1 logged" in words(app)


async def test_of_several_one_is_chosen(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """Each with what it lacks; something new can be logged as well."""
    async with logging(home, clock, wiring, (120, 40)) as (app, entry):
        for about in ("First", "Second"):
            made = await app.wiring.pathway_log.form(entry, "contacts")
            fill(made, **{"asked-about": about})
            await made.save()
        await board(app, entry)
        await mark(app, "contacts")
        assert "2 there, none counted" in words(app)
        for key in ("j", "enter"):
            await app.press(key)
            assert isinstance(app.app.screen, ChooseDialog)
            assert "First" in app.text() and "lacks 2 answers" in app.text()
            await app.press("escape")
        await app.press("enter", "end", "enter")
        form = await form_of(app)
        assert not form.values["asked-about"]
        assert [each.entry for each in app.sent(LogRequested)] == [""]


async def test_what_is_whole_is_saved_at_once(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Nobody is asked twice."""
    async with logging(home, clock, wiring) as (app, entry):
        form = await log(app, entry, "evidence_cycle", Slot(cycle=1, part="plan"))
        await app.write("Exit tickets")
        await app.press("ctrl+s")
        assert form.saved


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_a_change_begins_with_the_answer(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Which cell it is for stands behind it, its part first; what is typed changes no cell."""
    async with logging(home, clock, wiring, size) as (app, entry):
        slot = Slot(cycle=1, part="study")
        form = await log(app, entry, "evidence_cycle", slot)
        await app.write("Exit tickets")
        await app.press("ctrl+s")
        app.app.post_message(LogRequested(entry, "evidence_cycle", entry=form.entry))
        again = await form_of(app)
        assert again.focused is again.query_one("#field-asked-shows")
        await app.write(" say more now")
        assert again.values["asked-shows"] == "Exit tickets say more now"
        while again.focused is not again.query_one("#field-slot"):
            await app.press("tab")
        field = again.query_one("#field-slot", ChoiceList)
        assert dict(field.choices)[field.value] == "Study, PDSA cycle 1"
        assert field.region.height > 1 and "…" not in field.render().plain
        was = again.values["slot"]
        await app.write("design of the tickets, and not the do of it")
        assert again.values["slot"] == was and "no word to choose here begins with" in told(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_questions_of_a_cell_stand_above_the_answer(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """At any size, with the place to answer in view."""
    async with logging(home, clock, wiring, size) as (app, entry):
        await log(app, entry, "evidence_cycle", Slot(cycle=1, part="do"))
        said = told(app)
        asked = said.index("What went otherwise than planned?")
        assert asked < said.index("What does it show?")


async def test_a_check_in_with_a_day_to_come_is_told_to_be_kept_as_that(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """At once, while "held" still stands there; with its time it is saved so."""
    async with logging(home, clock, wiring) as (app, entry):
        form = await log(app, entry, "check_ins", Slot(cycle=1))
        assert form.focused is form.query_one("#field-on")
        await app.write("tomorrow")
        assert "kept as planned: its day is still to come" in told(app)
        await app.press("tab")
        await app.write("15:30")
        await app.press("ctrl+s")
        assert form.saved
        again = await app.wiring.pathway_log.form("", "", entry=form.entry)
        assert again.values["planned"] == "yes" and again.values["at"] == "15:30"


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_an_item_is_ticked_with_its_day_and_a_note(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Of another day, at once or afterwards; its week is seen in the list and on the page."""
    made = await wiring.pathway_desk.enrol(NEA)
    fill(made, name="Our community")
    await made.save()
    async with driven(home, size, clock=clock) as app:
        await board(app, made.entry)
        app.app.post_message(TickRequested(made.entry, "timeline"))
        await app.settle()
        assert isinstance(app.app.screen, ChecklistDialog)
        assert "Before the launch: " in app.text() and "space tick" in app.text()
        await app.press("space")
        assert "✓ done" in app.text()
        await app.press("space")
        assert "✓ done" not in app.text()
        await app.press("tab")
        form = await form_of(app)
        await app.press("ctrl+u")
        await app.write("yesterday")
        await app.press("tab")
        await app.write("On the new platform")
        await app.press("ctrl+s")
        assert isinstance(app.app.screen, ChecklistDialog) and form.saved
        (said,) = [each.said for each in (await app.wiring.progressing.found()).case.logged]
        assert said.note == "On the new platform" and said.on is not None
        assert (clock.read().at.date() - said.on).days == 1
        assert "✓ done" in app.text()
        await app.press("down", "enter", "tab")
        later = await form_of(app)
        assert isinstance(later, EntryDialog)
        await app.press("tab")
        await app.write("Afterwards")
        await app.press("ctrl+s", "escape")
        notes = {each.said.note for each in (await app.wiring.progressing.found()).case.logged}
        assert notes == {"On the new platform", "Afterwards"}
        await mark(app, "timeline")
        assert isinstance(app.screen, BoardScreen)
        if not app.screen.beside:
            await app.press("tab")
        assert "Before the launch: " in words(app)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_ctrl_s_tells_what_is_not_chosen(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """The word that the keys are on is none that was chosen; what lacks is told, changed or not."""
    async with logging(home, clock, wiring, size) as (app, entry):
        made = await app.wiring.pathway_log.form(entry, "contacts")
        fill(made, **{"asked-about": "A date"})
        await made.save()
        app.app.post_message(LogRequested(entry, "contacts", None, made.entry))
        form = await form_of(app)
        await app.press("ctrl+s")
        assert app.app.screen is form and WARNED in told(app)
        field = form.query_one("#field-asked-to")
        assert isinstance(field, ChoiceList) and form.focused is field
        await app.press("down", "ctrl+s")
        await app.press("ctrl+s")
        assert app.app.screen is not form and not form.saved
        app.app.post_message(LogRequested(entry, "contacts", None, made.entry))
        form = await form_of(app)
        field = form.query_one("#field-asked-to", ChoiceList)
        form.set_focus(field)
        await app.press("down", "ctrl+s")
        name = field.passed
        assert name and not form.values["asked-to"]
        assert app.app.screen is form and f"“{name}” is not chosen: space chooses it" in told(app)
        await app.press("space")
        assert dict(field.choices)[form.values["asked-to"]] == name and not field.passed

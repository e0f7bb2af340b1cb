"""What lacks in a form, the same in all: told first to last, marked as what is wrong, and gone once
it is mended; and what is typed where nothing can be typed is said not to be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.app.review import NOTHING_NEW
from facilitui.bootstrap import Wiring
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.demo import SimulatedClock
from facilitui.messages.evidence import ObservationRequested
from facilitui.messages.pathways import EnrolmentEditRequested, LogRequested
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.form_foot import told_lines
from facilitui.screens.dialogs.form_rows import FieldName
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.pathway.not_done import NO_REDO
from tests.ui.driving import FARTHEST, SIZES, Driven, driven
from tests.ui.pathways import MINE, kept, pathways
from tests.ui.test_enrolment_forms import ask, enrolled, put
from tests.ui.test_form_dialog import here
from tests.ui.test_log_forms import form_of, told


def marked(app: Driven) -> list[str]:
    """The names of the fields that are marked as wrong, in their order."""
    names = (each.render().plain for each in app.app.screen.query(FieldName))
    return [each[2:].strip() for each in names if each.startswith("! ")]


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_a_log_with_questions_begins_with_its_day_and_names_it_first(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """The keys go to the first that lacks, and each that does is marked until it says something."""
    entry = await enrolled(wiring)
    async with driven(home, size, clock=clock) as app:
        app.app.post_message(LogRequested(entry, "prior_training"))
        form = await form_of(app)
        assert here(app) == "on"
        assert app.panel("form-head").startswith("An entry  "), "all its words stand below"
        await put(app, "asked-training", "A course")
        await app.press("ctrl+s")
        assert "its day and “Who gave it?”" in told(app)
        assert here(app) == "on" and marked(app)[0] == "Day"
        before = len(marked(app))
        await app.put("1 Nov")
        assert len(marked(app)) == before - 1 and "Day" not in marked(app)
        assert not form.saved


async def test_all_that_lacks_is_marked_and_the_first_is_told(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """In forms of an enrolment as in logs; why a phase is entered does not repeat what lacks."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "areas")
        await put(app, "source", "")
        await put(app, "on", "")
        await app.press("ctrl+s")
        assert here(app) in ("areas", "on")
        await put(app, "on", "2026-11-01")
        await app.press("ctrl+s")
        assert here(app) == "areas" and marked(app) == ["Areas", "Who says so"]
        await app.press("escape")
        await ask(app, entry, "phase", "apprentice")
        await app.press("ctrl+s")
        assert marked(app) == ["Why"] and here(app) == "why"
        assert "what stands above; write why it is entered all the same" in told(app)
        await app.press("escape")
        await ask(app, entry, "aside", "application")
        await app.press("right", "right", "ctrl+s")
        assert marked(app) == ["Why"] and here(app) == "why"


async def test_an_error_goes_once_its_field_was_mended_and_left(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """It stays while one types; no draft brings it back, whose field is marked if it is wrong."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "phase", "apprentice")
        await app.press("ctrl+s")
        await app.write("The letter")
        assert "write why it is entered" in told(app)
        await app.press("shift+tab")
        assert here(app) == "on" and "write why it is entered" not in told(app)
        assert not marked(app)
        await put(app, "on", "whenever")
        await app.press("escape")
        await ask(app, entry, "phase", "apprentice")
        await put(app, "why", "The letter, then")
        assert marked(app) == ["Entered on"]


@pytest.mark.parametrize(("form", "about"), [("details", ""), ("aside", "application")])
async def test_a_form_without_a_change_says_so(
    home: Path, clock: SimulatedClock, wiring: Wiring, form: str, about: str
) -> None:
    """As a log does of which nothing was written yet."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        app.app.post_message(EnrolmentEditRequested(entry, FormOf(form), about))
        dialog = await form_of(app)
        await app.press("ctrl+s")
        assert isinstance(app.app.screen, HomeScreen) and not dialog.saved
        assert NOTHING_NEW in app.text()


async def test_what_is_typed_among_ticks_and_choices_is_told(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Nothing is swallowed without a word; it is said how one chooses there."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "areas")
        await app.write("x")
        assert "nothing is typed here; space ticks" in told(app)
        await app.press("escape")
        await ask(app, entry, "aside", "application")
        await app.write("(")
        assert "nothing is typed here; ← → choose" in told(app)
        await app.write("the school has none")
        assert "← → choose" in told(app)


def test_a_hint_beside_an_error_ends_with_a_whole_part() -> None:
    """Its last parts are left out, never the end of one."""
    hint = "21 Nov, Sat or 2026-11-21 or yesterday · to count, it still lacks: its day"
    for width in range(30, 70):
        lines = told_lines((hint,), "the day is written 21 Nov, Sat or 2026-11-21, " * 2, width)
        assert not any(each.plain.rstrip().endswith("…") for each in lines[:1])


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_an_observation_lacks_is_told_once_where_all_of_it_is_seen(
    home: Path, clock: SimulatedClock, size: tuple[int, int]
) -> None:
    """Below its fields; where these scroll in the foot as well."""
    async with driven(home, size, clock=clock) as app:
        app.app.post_message(ObservationRequested())
        await app.settle()
        assert isinstance(app.app.screen, EntryDialog)
        scrolls = bool(app.app.screen.query_one("#fields").max_scroll_y)
        assert ("it still lacks" in " ".join(app.panel("foot").split())) is scrolls
        assert scrolls is (size != SIZES[-1])


async def test_a_board_says_that_it_has_no_redo(home: Path) -> None:
    """And what to do in its place."""
    async with pathways(home, kept()) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("U")
        assert app.notice == NO_REDO


async def test_what_a_tick_means_is_never_cut(home: Path) -> None:
    """How many are ticked stands below it where there is no room beside it."""
    async with pathways(home, kept(), (60, 16)) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("s")
        assert isinstance(app.app.screen, TickDialog)
        head = app.panel("head")
        assert "Which count? Unticked ones do not." in head and "ticked" in head


async def test_cards_are_called_so_by_their_key_and_where_they_are_read(home: Path) -> None:
    """One name for one thing."""
    async with pathways(home, kept()) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("k")
        assert app.text().count("To read") == 0 and "Cards" in app.panels()

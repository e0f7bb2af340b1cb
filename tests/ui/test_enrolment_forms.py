"""The forms of an enrolment on the screen: each is filled in and saved, also as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import EnrolmentEditRequested
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.home import HomeScreen
from facilitui.widgets.fields import LineField
from tests.services.mentoring_home import fill
from tests.ui.driving import FARTHEST, HOSTILE, Driven, driven

CLEE = "clee_part_time_facilitator"


async def enrolled(wiring: Wiring) -> str:
    """Somebody with a hostile name, who begins today."""
    made = await wiring.pathway_desk.enrol(CLEE)
    fill(made, name=HOSTILE)
    await made.save()
    return made.entry


async def ask(app: Driven, entry: str, form: str, about: str = "") -> None:
    """Open a form, as the board does."""
    app.app.post_message(EnrolmentEditRequested(entry, FormOf(form), about))
    await app.settle()
    assert isinstance(app.app.screen, EntryDialog)


async def put(app: Driven, key: str, text: str) -> None:
    """Write into a field of the form."""
    app.app.screen.query_one(f"#field-{key}").focus()
    await app.settle()
    await app.put(text)


async def said(app: Driven, entry: str) -> Enrolment:
    """What is saved."""
    return (await app.wiring.progressing.of(entry)).enrolment


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_each_form_is_saved_from_the_keyboard(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """What lacks is told in the form, which stays; then it is saved and Home is there again."""
    entry = await enrolled(wiring)
    async with driven(home, size, clock=clock) as app:
        await ask(app, entry, "areas")
        await app.press("ctrl+s")
        assert "tick the areas" in app.text()
        await put(app, "source", HOSTILE)
        await app.press("shift+tab", "1", "ctrl+s")
        assert isinstance(app.app.screen, HomeScreen)
        assert len((await said(app, entry)).areas[-1].areas) == 1
        await ask(app, entry, "phase", "apprentice")
        await app.press("ctrl+s")
        assert "! Not met before it" in app.text()
        await put(app, "why", HOSTILE)
        await app.press("ctrl+s")
        assert (await said(app, entry)).phase == "apprentice"
        await ask(app, entry, "closing")
        await app.press("ctrl+s")
        assert isinstance(app.app.screen, HomeScreen)
        assert (await said(app, entry)).closed_on is not None


async def test_another_rubric_lists_its_own_areas(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """As soon as it is chosen."""
    entry = await enrolled(wiring)
    rubric = (home / "rubrics" / "theirs.toml").resolve()
    rubric.parent.mkdir(parents=True, exist_ok=True)
    levels = 'levels = { 1 = "not yet", 2 = "done" }'
    rubric.write_text(
        'kind = "rubric"\nid = "theirs"\nname = "Theirs"\nscale = { 1 = "No", 2 = "Yes" }\n'
        f'[[criteria]]\nid = "wait"\nname = "[x] Waiting"\n{levels}\n',
        "utf-8",
    )
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "areas")
        assert "[x] Waiting" not in app.text()
        await app.press("right")
        assert "[x] Waiting" in app.text()


async def test_what_helps_with_a_phase_is_told_whole_in_the_smallest_window(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Which days count, for the day; what is written, for why; who decides above both."""
    entry = await enrolled(wiring)
    async with driven(home, (60, 16), clock=clock) as app:
        await ask(app, entry, "phase", "apprentice")
        for key, told in (("on", "Wednesday 25 November 2026"), ("why", "is kept with it")):
            app.app.screen.query_one(f"#field-{key}").focus()
            await app.settle()
            foot = " ".join(app.panel("foot").split())
            assert told in foot and "…" not in foot
        await app.press("escape")
        made = await wiring.pathway_desk.phase(entry, "apprentice")
        assert made.form.lead.endswith(
            "for “Phase 1: Learning”; the new phase counts from the day after. "
            "The programme decides whether the one before was enough."
        )


async def test_a_correction_of_areas_keeps_their_day(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """It stands there as soon as it is said to be one, and today again where it is none."""
    entry = await enrolled(wiring)
    async with driven(home, (80, 24), clock=clock) as app:
        await ask(app, entry, "areas")
        await put(app, "source", "staff")
        await app.press("shift+tab", "1", "tab", "tab")
        await app.put("2020-09-27")
        await app.press("ctrl+s")
        await ask(app, entry, "areas")
        day = app.app.screen.query_one("#field-on", LineField)
        today = day.value
        assert today != "2020-09-27"
        app.app.screen.query_one("#field-corrects").focus()
        await app.settle()
        await app.press("space")
        assert day.value == "2020-09-27"
        await app.press("space")
        assert day.value == today
        await app.press("space", "tab")
        await app.put("the letter says so")
        app.app.screen.query_one("#field-areas").focus()
        await app.settle()
        await app.press("2", "ctrl+s")
        (areas,) = (await said(app, entry)).areas
        assert areas.on == date(2020, 9, 27) and len(areas.areas) == 2

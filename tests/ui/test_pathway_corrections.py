"""What was said of an enrolment by mistake is said otherwise from its board."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.screens.pathway.board import BoardScreen
from facilitui.widgets.fields import LineField
from tests.services.mentoring_home import fill
from tests.ui.driving import Driven, driven
from tests.ui.pathways import AT

CLEE = "clee_part_time_facilitator"


async def apprentice(wiring: Wiring) -> str:
    """Somebody who entered the second phase, and then set something aside."""
    made = await wiring.pathway_desk.enrol(CLEE)
    fill(made, name="Noor", started_on="2026-03-03")
    await made.save()
    phase = await wiring.pathway_desk.phase(made.entry, "apprentice")
    fill(phase, on="2026-05-05", why="so they said")
    await phase.save()
    aside = await wiring.pathway_desk.aside(made.entry, "apprentice_role")
    fill(aside, asking="waits")
    await aside.save()
    return made.entry


async def last_phase(app: Driven) -> None:
    """Open the form of the phase that was entered last, above the one that comes next."""
    await app.press("m", "up")
    assert "change that, or take it out" in " ".join(app.panels().split())
    await app.press("enter")


async def because(app: Driven) -> None:
    """Say why it is changed: a correction is asked for a reason of its own."""
    app.app.screen.query_one("#field-because").focus()
    await app.settle()
    await app.write("a slip")


async def test_the_phase_entered_last_is_dated_anew_and_taken_out(home: Path) -> None:
    """Its day and then all of it, from the keyboard; the board is in the phase before then."""
    clock = SimulatedClock(AT)
    async with driven(home, (120, 40), clock=clock) as app:
        entry = await apprentice(app.wiring)
        await app.show(await app.opening.board(entry))
        board = app.screen
        assert isinstance(board, BoardScreen) and "Phase 2: Apprentice" in app.panel("head")
        await last_phase(app)
        app.app.screen.query_one("#field-on", LineField).value = "2026-04-04"
        await because(app)
        await app.press("ctrl+s")
        said = (await app.wiring.progressing.of(entry)).enrolment
        assert said.entered[-1].on == date(2026, 4, 4) and len(said.aside) == 1
        await last_phase(app)
        app.app.screen.query_one("#field-out").focus()
        await app.settle()
        await app.press("space", "ctrl+s")
        assert app.screen is board and "Phase 1: Learning" in app.panel("head")
        said = (await app.wiring.progressing.of(entry)).enrolment
        assert [each.phase for each in said.entered] == ["learning"] and len(said.aside) == 1


async def test_an_earlier_phase_is_dated_anew_from_the_same_list(home: Path) -> None:
    """Below the phases stand the stays that ended; nothing that was entered since is taken out."""
    clock = SimulatedClock(AT)
    async with driven(home, (120, 40), clock=clock) as app:
        entry = await apprentice(app.wiring)
        await app.show(await app.opening.board(entry))
        await app.press("m", "down")
        told = " ".join(app.panels().split())
        assert "change that day, or why; what was entered since stays" in told
        await app.press("enter")
        field = app.app.screen.query_one("#field-on", LineField)
        assert field.value == "2026-03-03"
        field.value = "2026-02-02"
        await because(app)
        await app.press("ctrl+s")
        said = (await app.wiring.progressing.of(entry)).enrolment
        assert [each.on for each in said.entered] == [date(2026, 2, 2), date(2026, 5, 5)]
        assert len(said.aside) == 1

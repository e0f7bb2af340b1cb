"""Home names what is half written in a form, and enter leads there."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.responses.feedback import KIND, Feedback, Item, Response
from facilitui.core.responses.slips import keyed, opened
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.attachments import AttachmentsDialog
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.dialogs.slips import SlipsDialog
from facilitui.screens.dialogs.withdraw import WithdrawDialog
from facilitui.screens.home import HomeScreen
from facilitui.storage.paths import Home
from tests.services.mentoring_home import fill as type_in
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.home_filled import fill

LEADS_TO = {
    "observation": ObservationDialog,
    "slips": SlipsDialog,
    "feedback": EntryDialog,
    "attachment": AttachmentsDialog,
    "question": EntryDialog,
    "growth": EntryDialog,
    "enrolment": EntryDialog,
    "withdrawal": WithdrawDialog,
}


async def leave_half_written(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """One of every kind, by a program that has ended."""
    session = (await fill(wiring))["bare"]
    answers = Feedback(session=session, responses=(Response(words={Item.INTENTION: "count"}),))
    said, at = answers.model_dump(mode="json"), clock.read().at
    entry, salt = f"{KIND}-{session}-1", "00" * 16
    await wiring.journal.save(entry_id=entry, kind=KIND, body=said, made_at=at, salt=salt)
    poster = home / "poster.txt"
    poster.write_text("warm before cool", "utf-8")
    other = Wiring(Home(home), clock=clock)
    added = await other.attaching.add(session, str(poster), Progress())
    debrief = "debrief-Café talk"
    for made, field in (
        (await other.attaching.open(session, added.entry), "note"),
        (await other.observing.open(session), "feedback"),
        (await other.hearing.write_example(session, entry), "example"),
        (await other.mentoring.question(debrief), "text"),
        (await other.mentoring.goal(), "text"),
        (await other.pathway_desk.enrol("clee_part_time_facilitator"), "name"),
        (await other.withdrawing.open(debrief), "reason"),
    ):
        type_in(made, **{field: HOSTILE})
        await made.keep()
    slips, _ = await other.hearing.slips(session)
    await other.hearing.keep_slips(session, keyed(opened(slips), 4).slips)
    other.close()


def begun(app: Driven) -> dict[str, str]:
    """The keys of the rows by kind."""
    keys = [key for key in app.row_list("rows").keys if key.startswith("begun ")]
    return {key.split()[1]: key for key in keys}


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_enter_goes_on_with_what_is_half_written(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Every kind where it was typed, and escape comes back to Home, which still names it."""
    await leave_half_written(home, clock, wiring)
    async with driven(home, size, clock=clock) as app:
        rows = begun(app)
        assert rows.keys() == LEADS_TO.keys() and "Half written" in app.rows("rows")
        for kind, key in rows.items():
            app.row_list("rows").mark(key)
            await app.press("enter")
            assert type(app.app.screen) is LEADS_TO[kind], kind
            while not isinstance(app.app.screen, HomeScreen):
                await app.press("escape")
            assert begun(app) == rows, kind


async def test_what_is_saved_from_there_is_named_no_more(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Nor what was thrown away."""
    await leave_half_written(home, clock, wiring)
    async with driven(home, clock=clock) as app:
        app.row_list("rows").mark(begun(app)["withdrawal"])
        await app.press("enter", "ctrl+s")
        assert isinstance(app.app.screen, HomeScreen)
        assert not begun(app).keys() & {"withdrawal"}
        app.row_list("rows").mark(begun(app)["growth"])
        await app.press("enter", "f8", "y")
        assert isinstance(app.app.screen, HomeScreen)
        assert begun(app).keys() == LEADS_TO.keys() - {"withdrawal", "growth"}
        rows = app.row_list("rows")
        rows.post_message(rows.Chosen(rows, "begun that is gone by now"))
        await app.settle()
        assert isinstance(app.app.screen, HomeScreen)


async def test_the_first_row_is_marked_also_where_nothing_was_the_last_time(
    home: Path, clock: SimulatedClock
) -> None:
    """What was kept of an empty Home is shown first, and then what is half written."""
    async with driven(home, SMALLEST[0], clock=clock):
        pass
    other = Wiring(Home(home), clock=clock)
    made = await other.pathway_desk.enrol("clee_part_time_facilitator")
    type_in(made, name="Ana")
    await made.keep()
    other.close()
    async with driven(home, SMALLEST[0], clock=clock) as app:
        rows = app.row_list("rows")
        assert rows.has_focus and rows.marked.startswith("begun enrolment ")
        await app.press("enter")
        assert isinstance(app.app.screen, EntryDialog)

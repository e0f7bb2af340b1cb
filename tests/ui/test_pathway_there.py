"""What is there though nothing is asked of it, and what a debrief keeps out: found from its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.vocabulary import Role
from facilitui.messages.going import EntryRequested
from facilitui.messages.pathways import LogRequested
from facilitui.screens.dialogs.pathway_asking import kept_out_told
from facilitui.widgets.pathway_page import gate_lines
from facilitui.widgets.pathway_rows import board_rows
from facilitui.widgets.pathway_words import standing_told
from tests.ui.pathways import (
    ALL_SORTED,
    CASE,
    MINE,
    Kept,
    board,
    deed,
    kept,
    logged,
    mark,
    mine,
    pathways,
)

DAY = date(2026, 9, 10)
COURSE = tuple(
    logged(MINE, "training_course", n, DAY, note=part, slot=Slot(part=part))
    for n, part in enumerate(("Enrolled", "Completed"))
)
HALF = logged(MINE, "prior_training", 9, DAY, values={"training": "Workshops"})
HALF = replace(HALF, said=HALF.said.model_copy(update={"on": None}))
THERE = Kept({MINE: mine(full=False)}, Case(logged=(*COURSE, HALF)))
ENTRY = "log_entry-prior_training-9"


async def test_what_is_not_needed_is_found_on_its_page_and_gone_on_with(home: Path) -> None:
    """Its page says that it is there, j opens it, enter and l go on with it, in a small window."""
    async with pathways(home, THERE, (60, 16)) as app:
        screen = await board(app)
        await mark(app, "prior_training")
        assert screen.asked is not None
        assert standing_told(screen.asked) == "1 there, not needed"
        await app.press("enter")
        page = " ".join(app.page().split())
        assert "is met; 1 is there" in page and "There, though it lacks something" in page
        await app.press("j")
        (opened,) = app.sent(EntryRequested)
        assert opened.entry == ENTRY


async def test_it_is_never_written_twice(home: Path) -> None:
    """Both keys go on with what is there."""
    for key in ("enter", "l"):
        async with pathways(home / key, THERE) as app:
            await board(app)
            await mark(app, "prior_training")
            await app.press(key)
            (message,) = app.sent(LogRequested)
            assert (message.requirement, message.entry) == ("prior_training", ENTRY)


async def test_a_session_in_another_role_leads_to_its_debrief(home: Path) -> None:
    """The page says where one's role is said, and the way there is a key; so does the sorting."""
    other = replace(CASE.sessions[0], role=Role.FACILITATOR)
    there = Kept({MINE: mine(serves=ALL_SORTED[:1])}, case=replace(CASE, sessions=(other,)))
    async with pathways(home, there, (60, 16)) as app:
        screen = await board(app)
        await mark(app, "apprentice_role")
        await app.press("enter")
        page = " ".join(app.page().split())
        assert "1 session in another role does not count here." in page
        assert "says your role, your help and who took part: j opens it, then e, f6." in page
        assert "j journal" in app.keys_told or "enter journal" in app.keys_told
        await app.press("j")
        (opened,) = app.sent(EntryRequested)
        assert opened.entry == "debrief-1"
        assert screen.progress is not None
        assert kept_out_told(screen.progress) == (
            "1 session in another role does not count here: "
            "f6 in its debrief says which role you had."
        )


async def test_where_all_count_sorting_says_nothing_of_roles(home: Path) -> None:
    """As before."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        assert screen.progress is not None and kept_out_told(screen.progress) == ""
        await mark(app, "apprentice_role")
        assert "f6" not in app.page() and deed(app)


def test_a_gates_page_begins_with_how_it_stands_now() -> None:
    """What lacked on the day on which one went on stands below it."""
    letter = logged(MINE, "acceptance", 1, date(2026, 10, 5), note="The letter")
    there = Kept({MINE: mine()}, replace(CASE, logged=(*CASE.logged, letter)))
    whole = there.one(MINE).progress
    assert whole is not None
    page = [each.plain for each in gate_lines(whole.phases[0], whole, 60)]
    now = next(at for at, each in enumerate(page) if "Now: meets the recorded criteria" in each)
    assert now == 3 and page.index("Not met on that day") > now


def test_the_list_says_at_the_phase_that_was_left_that_its_gate_was_not_met() -> None:
    """Beside its days, in the width of a small window; not beside the one that is current."""
    whole = Kept({MINE: mine()}).one(MINE).progress
    assert whole is not None
    heads = [
        " ".join(each.plain for each in row.draw(60, False))
        for row in board_rows(whole)
        if row.heads
    ]
    (left,) = (each for each in heads if "Phase 1" in each)
    assert left.startswith("Phase 1: Learning") and left.endswith("1 Oct 2026 (override)")
    assert sum("override" in each for each in heads) == 1

"""How a board and the list of enrolments are set out: what has room, and nothing said twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitui import text as t
from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Entered
from facilitui.widgets.pathway_page import gate_lines
from facilitui.widgets.pathway_rows import ASKED, GATE, board_rows
from tests.core.pathways.journals import CLEE, enrolled, logged, progress
from tests.ui.driving import SIZES, SMALLEST
from tests.ui.pathways import MINE, Kept, board, deed, kept, mine, pathways, replace_name

ACCEPTED = progress(enrolled(CLEE), CLEE, Case(logged=(logged("acceptance"),)))
LEARNING = ACCEPTED.phases[0]


def test_a_gates_page_says_once_whose_decision_it_is() -> None:
    """Where it meets the recorded criteria its line says so already."""
    page = " ".join(each.plain for each in gate_lines(LEARNING, ACCEPTED, 90))
    assert "eets the recorded criteria; the decision is the programme's" in page
    assert page.count("programme") == 1


@pytest.mark.parametrize("width", [40, 60])
def test_what_a_gate_needs_stands_as_it_does_in_the_list(width: int) -> None:
    """Where it stands is at the end of its first line, however long its text is."""
    lines = [each.plain for each in gate_lines(LEARNING, ACCEPTED, width)]
    first = lines[lines.index("It needs") + 1]
    assert first.startswith("✓  Receive CLEE") and first.endswith(" met")
    assert len(first) == width


def test_the_marks_of_the_current_phase_are_alike() -> None:
    """A gate's as a requirement's; its heading is as still as what else is told of a phase."""
    rows = board_rows(ACCEPTED)
    (gate,) = (each for each in rows if each.key == f"{GATE}learning")
    (first, *_) = gate.draw(80, False)
    assert first.plain.startswith("✓") and first.spans[0].style == t.INK
    (other,) = (each for each in rows if each.key == f"{GATE}apprentice")
    assert other.draw(80, False)[0].spans[0].style == t.SOFT
    head = next(each for each in rows if each.heads).draw(80, False)[0]
    assert head.plain.endswith(" now") and head.spans[-1].style == t.SOFT


def test_of_what_is_missing_the_eye_meets_the_next_alone() -> None:
    """The others are in ordinary weight; what nobody has to do has a mark of its own."""
    whole = progress(enrolled(CLEE), CLEE, Case())
    asked = [row for row in board_rows(whole) if row.key.startswith(ASKED)]
    told = {row.key.removeprefix(ASKED): row.draw(90, False)[0] for row in asked}
    heavy = [key for key, line in told.items() if any("bold" in str(e.style) for e in line.spans)]
    assert heavy == [whole.step.requirement] and told["application"].plain.endswith(" missing")
    for line in told.values():
        assert line.plain.startswith("·") is line.plain.endswith(("not required", "instead"))


def test_what_is_looked_for_is_said_by_where_it_stands_alone() -> None:
    """A title does not say it again."""
    told = [each.requirement.text for phase in ACCEPTED.phases for each in phase.requirements]
    assert not [each for each in told if "looked for" in each.lower()]


async def test_the_list_has_the_greater_half_and_cuts_no_title(home: Path) -> None:
    """Of a wide window; what is asked takes two lines there, unless where it stands takes much."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        assert screen.rows.size.width >= 64 and screen.page.size.width >= 48
        width = screen.rows.size.width - 4
        asked = [row for row in screen.rows.rows if row.key.startswith("asked ")]
        lines = [row.draw(width, False) for row in asked]
        assert not [each for each in lines if "…" in each[-1].plain]
        longer = [each[0].plain for each in lines if len(each) > 2]
        assert all(each.endswith("cannot be told yet") for each in longer), longer


@pytest.mark.parametrize("size", SIZES)
async def test_the_gate_of_the_last_phase_leads_into_none(
    home: Path, size: tuple[int, int]
) -> None:
    """No key enters a phase there; no two keys of the line have one word."""
    ended = (*mine().entered, Entered(phase="fully_approved", on=date(2026, 11, 1)))
    async with pathways(home, Kept({MINE: mine(entered=ended)}), size) as app:
        screen = await board(app)
        screen.rows.mark(f"{GATE}fully_approved")
        await app.settle()
        assert deed(app) is Deed.NOTHING and "enter enter" not in app.keys_told
        assert app.keys_told.count(" read") == (not screen.beside)
        screen.rows.mark(f"{GATE}apprentice")
        await app.settle()
        assert deed(app) is Deed.NOTHING, "that was left long ago"
    async with pathways(home, Kept({MINE: mine()}), size) as app:
        screen = await board(app)
        screen.rows.mark(f"{GATE}apprentice")
        await app.settle()
        assert deed(app) is Deed.ENTER
        screen.rows.mark(f"{GATE}fully_approved")
        await app.settle()
        assert deed(app) is Deed.NOTHING, "that was never entered"


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_low_list_begins_with_whose_way_it_is(home: Path, size: tuple[int, int]) -> None:
    """Two lines each, one between them, and never the tail of one that is out of sight."""
    many = {f"enrolment-{n}": replace_name(mine(), f"Number {n}") for n in range(8)}
    async with pathways(home, Kept(many), size) as app:
        await app.show(await app.opening.pathways())
        rows = app.row_list("rows")
        assert all(len(row.draw(50, False)) == 2 for row in rows.rows if row.key)
        for key in ("down",) * 7 + ("up",) * 7:
            await app.press(key)
            seen = [each.plain[2:].strip() for each in rows._seen()]
            (first, *_) = filter(None, seen)
            assert first.startswith("Number "), seen
            assert seen.count("") < len(seen) / 2

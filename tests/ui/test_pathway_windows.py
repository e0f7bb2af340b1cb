"""Boards, lists and forms of pathways in windows of every size: one rhythm, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll

from facilitui import text as t
from facilitui.bootstrap import Wiring
from facilitui.core.pathways.case import Case
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import RosterEditRequested
from facilitui.screens.dialogs.form_foot import KEPT, REFUSED, head_lines
from facilitui.screens.dialogs.form_rows import told_in_lines
from facilitui.widgets.form_list import FormList
from facilitui.widgets.long_lines import Lines
from facilitui.widgets.pathway_list import empty_lines, enrolment_rows
from facilitui.widgets.pathway_page import gate_lines
from facilitui.widgets.pathway_rows import ASKED
from facilitui.widgets.pathway_view import page_lines
from facilitui.widgets.pathway_words import standing_told
from facilitui.widgets.roster_view import EMPTY, PURGED, said_lines
from tests.core.pathways.journals import CLEE, enrolled, logged, progress
from tests.services.mentoring_home import fill
from tests.ui.community import community
from tests.ui.driving import SIZES
from tests.ui.pathways import GROUP, MINE, board, kept, pathways
from tests.ui.test_cycles import cycles
from tests.ui.test_log_forms import form_of, logging
from tests.ui.test_pathway_roster import roster

LEARNING = progress(enrolled(CLEE), CLEE, Case(logged=(logged("acceptance"),)))


@pytest.mark.parametrize("size", SIZES)
async def test_a_board_never_begins_in_the_middle_of_a_row(
    home: Path, size: tuple[int, int]
) -> None:
    """The first line in view is the first one of what it is of, down to the end and back."""
    async with pathways(home, kept(), size) as app:
        rows = (await board(app)).rows
        for key in ("down",) * len(rows.keys) + ("up",) * len(rows.keys):
            await app.press(key)
            first = next(filter(str.strip, (each.plain[2:] for each in rows._seen())))
            assert not first.startswith(" "), first


@pytest.mark.parametrize("id", [MINE, GROUP])
async def test_what_is_asked_is_read_whole_in_its_row(home: Path, id: str) -> None:
    """In a narrow window too, also where it was opened in another one; marked or not, it is as
    high."""
    async with pathways(home, kept(), (120, 40)) as app:
        screen = await board(app, id)
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert screen.progress is not None
        rows = {row.key: row for row in screen.rows.rows if row.key.startswith(ASKED)}
        for each in (one for phase in screen.progress.phases for one in phase.requirements):
            drawn = [rows[f"{ASKED}{each.requirement.id}"].draw(53, one) for one in (True, False)]
            said = " ".join(" ".join(line.plain for line in drawn[0]).split())
            told = f" {standing_told(each)}"
            assert said.replace(told, "", 1)[2:].strip() == each.requirement.text
            assert len(drawn[0]) == len(drawn[1]) <= 3


def test_the_day_of_a_gate_is_never_broken() -> None:
    """Since when, and what counts, stand in a line each where they have no room in one."""
    apprentice = next(each for each in LEARNING.phases if each.is_current)
    for width in range(24, 90):
        lines = [each.plain for each in gate_lines(apprentice, LEARNING, width)]
        assert lines[0].startswith("Gate of ") and not any(each.isdecimal() for each in lines)


async def test_no_page_of_a_board_has_two_lines_of_space(home: Path) -> None:
    """Nor does one begin with any."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        assert screen.progress is not None
        for key in screen.rows.keys:
            plain = [each.plain for each in page_lines(screen.progress, key, 48)]
            assert plain[0] and "\n\n\n" not in "\n".join(plain), key


async def test_a_list_of_enrolments_is_read_in_lines_of_reading() -> None:
    """The next step of a wide window takes two lines rather than a long one and a word."""
    for row in enrolment_rows(await kept().all(), brief=False):
        assert all(len(each.plain) <= t.READING + 8 for each in row.draw(114, False))


def test_what_a_pathway_is_cannot_be_read_as_a_limit_of_what_is_recorded() -> None:
    """It meets the recorded criteria or does not yet, and nothing here decides."""
    told = " ".join(" ".join(each.plain for each in empty_lines(76)).split())
    assert "What you record meets the recorded criteria, or does not yet; the decision" in told


@pytest.mark.parametrize("width", [56, 76, 114])
def test_what_can_be_done_first_stands_in_one_column(width: int) -> None:
    """Behind its key, wherever nothing is there yet."""
    for lines in (empty_lines(width), said_lines(EMPTY, width), said_lines(PURGED, width)):
        keys = [each.plain for each in lines if each.plain.startswith(("n ", "escape "))]
        assert (
            keys and len({len(each) - len(each.partition("  ")[2].lstrip()) for each in keys}) == 1
        )


@pytest.mark.parametrize("size", SIZES)
async def test_the_keys_of_a_roster_say_what_enter_does(home: Path, size: tuple[int, int]) -> None:
    """It changes whoever is marked; where nobody is there, there is nothing to change."""
    async with roster(home, community(), size) as app:
        assert app.keys_told.startswith("enter change   n write   escape back")
        await app.press("end")
        assert "change" not in app.keys_told, "a role that nobody has"
    async with roster(home, community(empty=True), size) as app:
        assert "change" not in app.keys_told
        lines = [each.strip() for each in app.text().split("\n")]
        assert lines[lines.index("Nobody is written down yet.") - 1] == ""


async def test_what_is_asked_is_seen_above_the_entry_that_the_keys_go_to(home: Path) -> None:
    """Going into a cell, and on from one entry to the next."""
    async with cycles(home, community(), (80, 24)) as app:
        await app.press("enter", "end", "home")
        seen = [each.plain for each in app.row_list("cell")._seen()]
        at = next(place for place, line in enumerate(seen) if "▌" in line)
        assert any(each.strip().startswith("✓") for each in seen[:at])


async def test_a_roster_is_written_with_one_scroll_bar(
    home: Path, clock: SimulatedClock, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of the list, in the smallest window too; its rows are those of the window it is in."""
    done: list[str] = []
    async with logging(home, clock, wiring, (120, 40)) as (app, entry):
        made = await app.wiring.pathway_log.roster(entry)
        names = ("Ana Diaz", "Ben Okoro", "Mia Chen", "Ira Sand", "Lou Berg")
        fill(
            made,
            members="\n".join(f"{name}, Facilitator of the community, North" for name in names),
        )
        await made.save()
        app.app.post_message(RosterEditRequested(entry, "Ana Diaz"))
        form = await form_of(app)
        box, field = form.query_one("#fields", VerticalScroll), form.query_one(FormList)
        for kind, name, what in ((Lines, "wrap", "wrapped"), (FormList, "refresh", "drawn")):
            monkeypatch.setattr(kind, name, noted(getattr(kind, name), done, what))
        for size in ((80, 24), (60, 16), (120, 40)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert not box.show_vertical_scrollbar
            assert field.show_vertical_scrollbar or size != (60, 16)
            assert done[-1] == "drawn", "nothing stands there as it broke before"


def noted(does: Callable[..., Any], done: list[str], what: str) -> Callable[..., Any]:
    """The same, and that it was done."""

    def do(*args: Any, **named: Any) -> Any:
        done.append(what)
        return does(*args, **named)

    return do


def test_a_list_that_is_told_below_a_field_hangs_behind_its_points() -> None:
    """So that one sees where the next thing begins; what is no list is told as it is."""
    told = told_in_lines("· Receive its acceptance; keep its date", 20)
    assert [each.plain for each in told] == ["· Receive its", "  acceptance; keep", "  its date"]
    assert [each.plain for each in told_in_lines("a · b", 20)] == ["a · b"]


@pytest.mark.parametrize("width", [30, 46, 58])
def test_a_form_is_called_what_it_is_called(width: int) -> None:
    """What becomes of what is typed gives way, unless the disk takes nothing."""
    name = "Enter Phase 3: Fully approved"
    (line,) = head_lines(name, KEPT, width, airy=False)
    assert line.plain.startswith(name)
    assert "not on the disk" in head_lines(name, REFUSED, width, airy=False)[0].plain

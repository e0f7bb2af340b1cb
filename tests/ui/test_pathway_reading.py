"""What a board tells of what is marked: nothing twice, nothing cut, and what to do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitui import text as t
from facilitui.core.pathways.enrolment import Entered, OwnRule, SetAside
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from facilitui.messages import pathways as m
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.widgets.pathway_rows import STEP, board_rows
from facilitui.widgets.pathway_words import standing_told
from tests.ui.driving import FARTHEST, SIZES
from tests.ui.pathways import (
    ALL_SORTED,
    AREAS,
    CASE,
    GROUP,
    MINE,
    REFUSING,
    Kept,
    board,
    kept,
    mark,
    mine,
    on_top,
    pathways,
)

THERE = Kept({MINE: mine(serves=ALL_SORTED)})


def progress(there: Kept = THERE) -> Progress:
    """Where somebody's sessions as an apprentice stand."""
    told = there.one(MINE).progress
    found = told.of("apprentice_role") if told is not None else None
    assert found is not None
    return found


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_next_step_has_the_page_of_what_it_is_about(
    home: Path, size: tuple[int, int]
) -> None:
    """And how that is met, where no key of the board does it."""
    nobody = tuple(replace(each, planned_with=None) for each in CASE.sessions)
    there = Kept({MINE: mine(serves=ALL_SORTED)}, case=replace(CASE, sessions=nobody))
    async with pathways(home, there, size) as app:
        screen = await board(app)
        assert screen.progress is not None
        assert screen.progress.step.requirement == "planning_with_staff"
        if not screen.beside:
            assert "enter read" in app.keys_told
            await app.press("enter")
        page = " ".join(app.page().split())
        asked = "Plan sessions together with CLEE staff"
        assert page.count(asked) == 1, "the step says it, and nothing says it again"
        assert "How it is met With whom a session was planned stands in its debrief" in page
        assert "Asked for Sessions planned together with staff" in page and "Source" in page
        assert "4 sessions of which nothing says who planned do not count here." in page


async def test_a_page_tells_what_counts_and_not_here(home: Path) -> None:
    """A role and a day are what people wonder about."""
    others = (replace(CASE.sessions[0], role=Role.FACILITATOR), *CASE.sessions[1:])
    there = Kept({MINE: mine(serves=ALL_SORTED)}, case=replace(CASE, sessions=others))
    async with pathways(home, there) as app:
        await board(app)
        await mark(app, "apprentice_role")
        page = " ".join(app.page().split())
        assert "1 other session in another role does not count here." in page


async def test_what_waits_is_told_with_what_is_there_and_why_once(home: Path) -> None:
    """Waiting says nothing of how much there is."""
    waits = SetAside(
        requirement="apprentice_role",
        waits=True,
        reason="A school has to ask",
        on=date(2026, 11, 20),
    )
    there = Kept({MINE: mine(serves=ALL_SORTED, aside=(waits,))})
    assert standing_told(progress(there)) == "4 logged, waiting"
    async with pathways(home, there) as app:
        await board(app)
        await mark(app, "apprentice_role")
        assert " ".join(app.page().split()).count("A school has to ask") == 1


async def test_an_own_rule_is_told_with_its_source_and_the_files(home: Path) -> None:
    """Whoever reads it knows which of the two stands."""
    gate = "scores_as_apprentice"
    own = OwnRule(requirement=gate, at_least=2, source="Mia Chen, by letter", on=date(2026, 10, 5))
    async with pathways(home, Kept({MINE: mine(areas=(AREAS,), rules=(own,))})) as app:
        await board(app)
        await mark(app, gate)
        page = " ".join(app.page().split())
        assert "So stated by Mia Chen, by letter on 5 Oct 2026. The pathway's file:" in page
        assert "at 2 or higher" in page and "at 3 or higher" in page


def test_what_is_missing_is_brighter_than_what_is_only_looked_for() -> None:
    """What is there is calm; a cut row ends as still as it began."""
    told = kept().one(GROUP).progress
    assert told is not None
    looked_for = next(
        each
        for phase in told.phases
        for each in phase.requirements
        if each.requirement.wished and each.standing is Standing.MISSING
    )
    rows = {row.key: row for row in board_rows(told)}
    lines = rows[f"asked {looked_for.requirement.id}"].draw(60, False)
    assert {span.style for line in lines for span in line.spans} == {t.SOFT}
    missing = next(
        each
        for each in (told.current.requirements if told.current else ())
        if each.standing is Standing.MISSING and not each.requirement.wished
    )
    (first, *_) = rows[f"asked {missing.requirement.id}"].draw(60, False)
    assert first.spans[-1].style == f"bold {t.INK}"
    cut = t.clipped(t.wrapped("one two three four five", 8, t.SOFT), 2, 8)[-1]
    assert cut.plain.endswith("…") and cut.spans[-1].end == len(cut.plain)


@pytest.mark.parametrize("size", SIZES)
async def test_a_gates_row_names_nothing_it_has_no_room_for(
    home: Path, size: tuple[int, int]
) -> None:
    """How much is open stands there; what that is stands on its page."""
    async with pathways(home, kept(), size) as app:
        await board(app)
        rows = [each.strip() for each in app.rows("rows", size[0] - 8).split("\n")]
        assert "◇  Gate: 2 of 2 not met yet" in rows


async def test_every_phase_says_in_its_row_what_can_be_done_about_it(home: Path) -> None:
    """In a narrow window too: which are entered, which corrected, and since when it is in one."""
    ended = (*mine().entered, Entered(phase="fully_approved", on=date(2026, 11, 1)))
    async with pathways(home, Kept({MINE: mine(entered=ended)}), (60, 16), **REFUSING) as app:
        await board(app)
        await app.press("m")
        last = " ".join(app.rows("choices", 50).split())
        assert "Correct Phase 3: Fully approved 1 Nov 2026" in last and "…" not in last
        assert "entered then" in app.panel("note"), "which the row has no room for"
    there = Kept({MINE: mine()})
    async with pathways(home, there, (60, 16), **REFUSING) as app:
        await board(app)
        await app.press("m")
        rows = [each.strip() for each in app.rows("choices", 50).split("\n")]
        told = [" ".join(each.split()) for each in rows if each]
        assert told[0].startswith("Enter Phase 1: Learning again 1 Sep 2026")
        assert told[1].startswith("Correct Phase 2: Apprentice 1 Oct 2026")
        assert told[2].startswith("Enter Phase 3: Fully approved not entered")
        assert told[3].startswith("Correct Phase 1: Learning 1 Sep 2026")


async def test_the_step_enters_its_phase_and_m_asks_which(home: Path) -> None:
    """In the last phase the one that is there is marked; another one says what is left for it."""
    ended = (*mine().entered, Entered(phase="fully_approved", on=date(2026, 11, 1)))
    there = Kept({MINE: mine(), GROUP: mine(entered=ended)})
    async with pathways(home, there, **REFUSING) as app:
        screen = await board(app, GROUP)
        await app.press("m")
        assert "▌ Correct Phase 3" in app.text()
        told = " ".join(app.text().split())
        assert "change that, or take it out" in told
        await app.press("up", "up")
        assert "entering it again leaves Phase 3" in " ".join(app.text().split())
        await app.press("escape")
        assert screen.progress is not None
        step = replace(screen.progress.step, phase="apprentice", text="Enter it")
        screen.enrolled = replace(there.one(GROUP), progress=replace(screen.progress, step=step))
        assert screen.marked == STEP
        screen._enter()
        await app.settle()
        assert [(e.form, e.about) for e in app.sent(m.EnrolmentEditRequested)][-1] == (
            FormOf.PHASE,
            "apprentice",
        )


async def test_m_is_not_offered_where_there_is_no_other_phase(home: Path) -> None:
    """It would always refuse."""
    async with pathways(home, kept()) as app:
        screen = await board(app, GROUP)
        (command,) = (each for each in screen.commands if each.keys == "m")
        assert not screen.works(command) and "m phase" not in app.keys_told


async def test_once_another_phase_is_entered_its_beginning_is_seen(home: Path) -> None:
    """The list is in another order then."""
    there = kept()
    async with pathways(home, there, (60, 16)) as app:
        screen = await board(app)
        await app.press("end")
        assert screen.marked != STEP and screen.rows.scroll_offset.y
        there.enrolments[MINE] = mine(
            entered=(*mine().entered, Entered(phase="fully_approved", on=date(2026, 11, 2)))
        )
        screen.load_again()
        await app.settle()
        assert screen.marked == STEP and not screen.rows.scroll_offset.y


async def test_a_closed_one_offers_no_key_that_is_refused(home: Path) -> None:
    """Reading, papers and opening again are left."""
    closed = Kept({MINE: mine(closed_on=date(2026, 11, 1))})
    async with pathways(home, closed) as app:
        await board(app)
        await mark(app, "acceptance")
        for word in ("m phase", "w wait", "l log", "s sort"):
            assert word not in app.keys_told


@pytest.mark.parametrize("size", SIZES)
async def test_a_file_that_cannot_be_read_is_told_wherever_its_way_is(
    home: Path, size: tuple[int, int]
) -> None:
    """Nothing of another file is offered in its place."""
    broken = "The file of this pathway cannot be read: pathways/x.toml:3:1: no value."
    async with pathways(home, kept(broken=broken), size, **REFUSING) as app:
        screen = await board(app)
        assert "pathways/x.toml:3:1" in " ".join(app.panel("said").split())
        (command,) = (each for each in screen.commands if each.keys == "v")
        assert screen.works(command)
        await app.press("v")
        assert app.sent(m.MoveRequested)
        await app.show(await app.opening.pathways())
        assert "! The pathway's file in your pathways folder" in app.rows("rows", size[0] - 8)


async def test_a_changed_file_is_told_in_the_list(home: Path) -> None:
    """With its version; what it changes is told on the board."""
    async with pathways(home, kept(changed_to="3")) as app:
        await app.show(await app.opening.pathways())
        assert app.rows("rows", 90).count("! The pathway's file is now version 3") == 2


async def test_nobody_says_yes_to_what_they_have_not_seen(home: Path) -> None:
    """Enter reads on first; so does y. A no always works."""
    lines = "\n".join(f"line {n}" for n in range(40))
    async with pathways(home, kept(), (60, 16)) as app:
        await board(app)
        said: list[bool | None] = []
        app.app.push_screen(ConfirmDialog("Move?", lines, "move", "stay"), said.append)
        await app.settle()
        assert "read on" in app.text() and "enter move" not in " ".join(app.text().split())
        await app.press("enter", "y")
        assert not said
        await app.press(*["enter"] * 10)
        assert said == [True] and on_top(app)
        app.app.push_screen(ConfirmDialog("Move?", lines, "move", "stay"), said.append)
        await app.settle()
        await app.press("escape")
        assert said == [True, False]

"""The board of an enrolment: its next step, what is asked, and a key for everything about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.enrolment import SetAside
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.messages import pathways as m
from facilitui.messages.evidence import ObservationRequested
from facilitui.widgets.pathway_rows import STEP
from tests.ui.driving import FARTHEST, HOSTILE, SIZES
from tests.ui.pathways import (
    ALL_SORTED,
    AREAS,
    GROUP,
    MINE,
    REFUSING,
    Kept,
    board,
    deed,
    kept,
    mark,
    mine,
    pathways,
)


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_step_and_the_phase_are_what_the_eye_meets_first(
    home: Path, size: tuple[int, int]
) -> None:
    """At every size; being in a phase is never worded as having passed the one before."""
    async with pathways(home, kept(), size) as app:
        screen = await board(app)
        lines = [each.strip() for each in app.text().split("\n") if each.strip()]
        assert lines[0].startswith("Ana Ruiz   CLEE part-time facilitator")
        assert lines[0].endswith("phase 2 of 3")
        assert lines[1] == "Phase 2: Apprentice, entered 1 Oct 2026"
        assert lines[2].startswith("▌ ▶ Next  Say whether 1 session counts")
        heads = [each.split() for each in app.rows("rows", 50).split("\n")]
        assert screen.marked == STEP and ["Phase", "2:", "Apprentice", "now"] in heads
        assert app.text().count("entered 1 Oct 2026") == 1, "the head says it"
        for word in ("passed", "certif", "badge"):
            assert word not in app.rows("rows").lower()


async def test_each_requirement_stands_by_a_mark_and_a_word(home: Path) -> None:
    """Nothing is told by colour alone; where no number is printed none is asked."""
    aside = SetAside(
        requirement="planning_with_staff", reason="No staff here", on=date(2026, 10, 2)
    )
    waits = SetAside(requirement="apprentice_role", waits=True, on=date(2026, 11, 20))
    there = Kept({MINE: mine(aside=(aside, waits))})
    async with pathways(home, there) as app:
        await board(app)
        rows = app.rows("rows", 90)
        for told in (
            ("Serve as an apprentice", "…", "waiting"),
            ("Plan sessions together", "–", "set aside"),
            ("Debrief sessions together", "•", "3 logged"),
            ("Be observed twice in this phase", "○", "1 of 2"),
            ("Reach 3s in the areas", "?", "cannot be told yet"),
            ("Complete the application", "✓", "met"),
        ):
            line = next(each for each in rows.split("\n") if told[0] in each)
            assert line.startswith(told[1]) and line.rstrip().endswith(told[2]), line


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_marked_requirement_is_read_whole(home: Path, size: tuple[int, int]) -> None:
    """Its text, its rule in words, what meets it, what lacks, its source; why it is set aside."""
    aside = SetAside(requirement="planning_with_staff", reason=HOSTILE, on=date(2026, 10, 2))
    async with pathways(home, Kept({MINE: mine(aside=(aside,), areas=(AREAS,))}), size) as app:
        screen = await board(app)
        await mark(app, "observed_as_apprentice")
        if not screen.beside:
            assert "enter read" in app.keys_told
            await app.press("enter")
            assert screen.reading and "escape list" in app.keys_told
        page = " ".join(app.page().split())
        for part in (
            "Be observed twice in this phase, live or on video",
            "1 of 2",
            "7 Oct 2026 Observed by Mia Chen",
            "Source CLEE's public page on its part-time facilitator process",
        ):
            assert part in page, part
        assert "Row" not in page and "fact sheet" not in page, "nobody has what it names"
        if screen.reading:
            await app.press("escape")
        await mark(app, "scores_as_apprentice")
        page = " ".join(app.page().split()) if screen.beside else ""
        if page:
            ruled = "every priority area (questions and wait time; silence) at 3 or higher"
            assert page.lower().count(ruled) == 2, "where it stands, and what it asks"
            assert "cannot be told" not in page, "the areas are entered"
            assert "Questions and wait time" in page and "As Mia Chen, CLEE said" in page
        await mark(app, "planning_with_staff")
        assert not screen.beside or "evil" in app.page()


async def test_enter_does_what_is_natural(home: Path) -> None:
    """Sessions are sorted, areas entered, an observation written, evidence logged, sources read."""
    async with pathways(home, kept()) as app:
        await board(app)
        assert deed(app) is Deed.SORT and "enter sort" in app.keys_told
        await mark(app, "application")
        assert deed(app) is Deed.OPEN
        await mark(app, "acceptance")
        assert deed(app) is Deed.LOG and "enter log" in app.keys_told
        await mark(app, "scores_as_apprentice")
        assert deed(app) is Deed.AREAS
    there = Kept({MINE: mine(serves=ALL_SORTED)})
    async with pathways(home, there) as app:
        await board(app)
        await mark(app, "debriefing_with_staff")
        assert deed(app) is Deed.OPEN
        await mark(app, "observed_for_approval")
        assert deed(app) is Deed.OBSERVE
        await app.press("enter")
        assert app.sent(ObservationRequested)
    async with pathways(home, there) as app:
        await board(app)
        await mark(app, "observed_for_approval")
        await app.press("l")
        assert len(app.sent(ObservationRequested)) == 1, "l leads where enter does"


KEYS: tuple[tuple[str, type[Any], dict[str, object]], ...] = (
    ("m", m.EnrolmentEditRequested, {"form": FormOf.PHASE, "about": ""}),
    ("w", m.EnrolmentEditRequested, {"form": FormOf.ASIDE, "about": "acceptance"}),
    ("o", m.EnrolmentEditRequested, {"form": FormOf.RULE, "about": "scores_as_apprentice"}),
    ("a", m.EnrolmentEditRequested, {"form": FormOf.AREAS}),
    ("d", m.EnrolmentEditRequested, {"form": FormOf.DETAILS}),
    ("c", m.EnrolmentEditRequested, {"form": FormOf.CLOSING}),
    ("l", m.LogRequested, {"requirement": "acceptance", "slot": None}),
    ("enter", m.LogRequested, {"requirement": "acceptance"}),
    ("e", m.DocumentsRequested, {}),
    ("s", m.SortRequested, {}),
    ("u", m.TakeBackRequested, {}),
)


@pytest.mark.parametrize(("key", "kind", "fields"), KEYS, ids=[each[0] for each in KEYS])
async def test_every_key_asks_for_its_own_thing(
    home: Path, key: str, kind: type[Any], fields: dict[str, object]
) -> None:
    """About the enrolment, and where one is marked about its requirement."""
    async with pathways(home, kept(), **REFUSING) as app:
        await board(app)
        await mark(app, "acceptance")
        await app.press(key)
        (message,) = app.sent(kind)
        assert message.enrolment == MINE
        assert {name: getattr(message, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("id", "key", "told"),
    [
        (MINE, "p", "no cycles"),
        (MINE, "r", "Only a group"),
        (MINE, "v", "file has not changed"),
        (GROUP, "a", "no gate that goes by scores"),
        (GROUP, "o", "no gate that goes by scores"),
        (MINE, "w", "Mark a requirement"),
        (MINE, "l", "Mark a requirement"),
        (MINE, "j", "Nothing of it"),
    ],
)
async def test_what_leads_nowhere_says_why(home: Path, id: str, key: str, told: str) -> None:
    """And stands neither in the key line nor in the help where it never can."""
    async with pathways(home, kept()) as app:
        screen = await board(app, id)
        if key not in "wlj":
            (command,) = (each for each in screen.commands if each.keys == key)
            assert not screen.works(command)
        await app.press(key)
        assert told in app.notice


async def test_a_groups_board_leads_to_its_cycles_and_roster(home: Path) -> None:
    """Both stand in the key line there."""
    async with pathways(home, kept(), **REFUSING) as app:
        await board(app, GROUP)
        assert "p cycles" in app.keys_told and "r roster" in app.keys_told
        await app.press("p")
        assert app.sent(m.CyclesRequested)[0].enrolment == GROUP


async def test_the_changed_file_is_offered(home: Path) -> None:
    """With its version; nothing is changed by itself."""
    there = kept(changed_to="3")
    async with pathways(home, there, **REFUSING) as app:
        screen = await board(app)
        assert "The pathway's file is now version 3." in app.panel("said")
        assert "v changed file" in app.keys_told
        await app.press("v")
        assert app.sent(m.MoveRequested)[0].enrolment == screen.enrolment

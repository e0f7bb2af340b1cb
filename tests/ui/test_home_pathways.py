"""Home shows the phase and the next step of each pathway, and enter opens its board."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.overview import Overview, PathwayStep, from_json, to_json
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import BoardRequested
from facilitui.screens.home import HomeScreen
from facilitui.widgets.home_pathways import pathway_row
from facilitui.widgets.home_view import home_rows
from tests.ui.driving import HOSTILE, SIZES, driven
from tests.ui.home_filled import NOW, fill
from tests.ui.journals import write_entry

CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"


async def enrol(wiring: Wiring, pathway: str, name: str) -> str:
    """An enrolment in a pathway of the shelf; its entry's id."""
    form = await wiring.pathway_desk.enrol(pathway)
    form.take({**form.values, "name": name})
    await form.save()
    return form.entry


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_enrolment_stands_there_with_its_next_step(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Behind what is due and before the newest debriefs; enter opens its board."""
    await fill(wiring)
    mine, ours = [await enrol(wiring, *each) for each in ((CLEE, "Ana"), (CORE, HOSTILE))]
    async with driven(home, size, clock=clock) as app:
        told, keys = app.rows("rows"), app.row_list("rows").keys
        assert "CLEE part-time facilitator" in told and "Phase 1: Learning" in told
        assert "Enrol in CLEE's facilitator training course" in told
        places = [keys.index(f"pathway {each}") for each in (mine, ours)]
        due = next(place for place, key in enumerate(keys) if key.endswith(" due"))
        plans = max(place for place, key in enumerate(keys) if key.startswith("plan "))
        assert due < min(places) and max(places) < plans
        assert (
            told.index("Commitments due") < told.index("\nPathways") < told.index("Plans, newest")
        )
        app.row_list("rows").mark(f"pathway {ours}")
        await app.press("enter")
        assert [each.enrolment for each in app.sent(BoardRequested)] == [ours]


async def test_a_home_of_pathways_alone_is_not_empty(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """What is next in them stands in place of what to do first; a closed one is named no more."""
    entry = await enrol(wiring, CLEE, "Ana")
    async with driven(home, clock=clock) as app:
        assert app.row_list("rows").keys == (f"pathway {entry}",)
        assert "Nothing is planned yet" not in app.text()
        form = await wiring.pathway_desk.closing(entry)
        form.take({**form.values, "closed_on": NOW.date().isoformat()})
        await form.save()
        await app.press("f5")
        assert app.row_list("rows").keys == () and "Nothing is planned yet" in app.text()


async def test_what_was_logged_shows_on_coming_back(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """In a phase that asks for sessions one that nobody sorted is what comes next."""
    entry = await enrol(wiring, CLEE, "Ana")
    form = await wiring.pathway_desk.phase(entry, "apprentice")
    form.take({**form.values, "why": "The letter is on its way"})
    assert await form.save()
    async with driven(home, clock=clock) as app:
        assert "Serve as an apprentice" in app.rows("rows")
        await write_entry(home, "Tuning", NOW.date().isoformat())
        await app.press("f5")
        assert "Serve as an apprentice" not in app.rows("rows"), "first it is asked what counts"
        assert "Say whether 1 session counts" in app.rows("rows")


def test_rows_are_drawn_at_any_width_and_text_is_text() -> None:
    """A long step takes two lines where lines are scarce; names are no markup."""
    long = PathwayStep("e", HOSTILE, HOSTILE, HOSTILE, f"{HOSTILE} and " + "much more " * 40)
    overview = Overview(pathways=(long, PathwayStep("f", "", "Ours", "", "Wait")))
    for airy in (False, True):
        rows = home_rows(overview, NOW, big_clock=False, airy=airy, beside=False)
        assert [row.key for row in rows if row.key] == ["pathway e", "pathway f"]
        for width in (1, 8, 20, 58, 118):
            for row in rows:
                lines = row.draw(width, False)
                assert len(lines) == row.high(width)
                assert not any("\x1b" in each.plain for each in lines)
        wide = "\n".join(each.plain for row in rows for each in row.draw(118, False))
        assert "[@click=app.quit]Q1[/]" in wide
        assert rows[1].high(58) == (4 if airy else 3)


def test_an_overview_that_is_kept_has_them() -> None:
    """What was kept before there were any is read anew."""
    overview = Overview(pathways=(PathwayStep("e", "Ana", "Ours", "Begin", "Wait"),))
    kept = to_json(overview)
    assert from_json(kept) == overview and not overview.empty
    assert from_json({**kept, "version": kept["version"] - 1}) is None
    assert from_json({key: each for key, each in kept.items() if key != "pathways"}) is None


def test_a_file_that_is_another_one_by_now_is_told_below_the_step() -> None:
    """And is kept with the rest of what Home shows at once."""
    each = PathwayStep("e", "Ana", "Ours", "Begin", "Wait", "The pathway's file is now version 3")
    lines = [line.plain.strip() for line in pathway_row(each, 1).draw(56, False)]
    assert lines[1:] == ["Wait", "! The pathway's file is now version 3"]
    overview = Overview(pathways=(each,))
    assert from_json(to_json(overview)) == overview


async def test_without_an_enrolment_nothing_of_pathways_is_loaded(
    home: Path, wiring: Wiring
) -> None:
    """Home reads everything else; nothing is worked out of pathways, nor of every log for them."""
    await fill(wiring)
    wiring.close()
    done = subprocess.run(
        [sys.executable, "-c", READ_HOME, str(home)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "" and not (home / "cache" / "digests.json").exists()


READ_HOME = """
import sys
from pathlib import Path
from facilitui.bootstrap import Wiring
from facilitui.storage.paths import Home
wiring = Wiring(Home(Path(sys.argv[1])))
wiring.read_overview()
later = ("services.pathways.progressing", "services.pathways.reading", "core.pathways.making")
loaded = [name for name in later if f"facilitui.{name}" in sys.modules]
print(*loaded)
wiring.close()
"""


def test_the_help_of_home_says_it() -> None:
    """What Home shows is told there."""
    assert "next step in each pathway" in HomeScreen.about


def test_a_pathway_of_which_nothing_is_left_is_not_named() -> None:
    """Neither its first letters nor the dot before it."""
    name = "Hill and Lake, reading together"
    each = PathwayStep("e", name, "CORE community of practice", "Three cycles", "Wait")

    def first(width: int) -> str:
        return pathway_row(each, 1).draw(width, False)[0].plain

    assert first(54) == f"{name}{' ' * 11}Three cycles"
    assert first(56).startswith(f"{name} · CORE") and first(110).startswith(f"{name} · CORE comm")
    short = PathwayStep("e", name, "Ours", "Three cycles", "Wait")
    assert first(54) and "· Ours " in pathway_row(short, 1).draw(52, False)[0].plain


async def test_a_home_of_closed_pathways_is_no_first_one(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Whoever has been through one is not welcomed anew; where it is can be seen."""
    entry = await enrol(wiring, CLEE, "Ana")
    form = await wiring.pathway_desk.closing(entry)
    assert await form.save()
    async with driven(home, (60, 16), clock=clock) as app:
        told = app.text()
        assert "Welcome" not in told and "1 pathway is closed." in told
        assert "P  look at your pathways" in told
        await app.press("P")
        assert "closed" in app.text() and "Ana" in app.text()

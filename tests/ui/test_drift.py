"""How it went for me on the screen: in the Library and the Plan, offered and never applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.plans.plan import Block
from facilitui.core.plans.plan_parts import StepMinutes
from facilitui.screens.dialogs.form_offer import OfferDialog, OfferingForm
from tests.core.making import good_plan
from tests.storage.test_session_rows import put
from tests.ui.drifts import Steps, were_run
from tests.ui.driving import FARTHEST, HOSTILE, SMALLEST, Driven, driven
from tests.ui.planning import desk, planned
from tests.ui.shelves import library

PLAN = good_plan(
    zone="", blocks=(Block(id="t", title="Tuning", minutes=60, protocol="tuning"),), minutes=60
)
RUNS: list[Steps] = [
    {"presentation": (12, 14.5), "clarifying": (4, 9), "examination": (10, 10)},
    {"presentation": (12, 12.5), "clarifying": (4, 8), "examination": (10, 10)},
    {"presentation": (12, 14), "clarifying": (4, 4), HOSTILE: (1, 9)},
]
"""Two minutes over at the presentation, four at the questions, three times run."""


async def read(app: Driven, protocol: str) -> str:
    """The page of a protocol."""
    library(app).rows.mark(protocol)
    await app.press("enter")
    return app.page()


def line(page: str, words: str) -> str:
    """The one line of a page in which words stand."""
    (found,) = [each for each in page.splitlines() if words in each]
    return found


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_library_shows_by_how_much_each_step_drifted(
    home: Path, size: tuple[int, int]
) -> None:
    """Beside its minutes, in a column of its own; nothing beside what was never run."""
    were_run(home, "tuning", RUNS)
    put(home, "damaged", b"{}\n" * 9)
    async with driven(home, size, "library") as app:
        page = await read(app, "tuning")
        told = " ".join(page.split())
        assert (
            "How it went for me: 3 runs, median +7 min 30 s against the plan, with directions"
            in told
        )
        head = line(page, " Steps ")
        at = head.index("± plan") + len("± plan")
        assert line(page, "Presentation").rstrip()[:at].endswith("   15      +2")
        assert line(page, "Clarifying")[:at].endswith("    5      +4")
        assert line(page, "examination")[:at].endswith("  15       0")
        assert line(page, "reflects")[:at].split() == ["5"]
        names = {line(page, name).index(name) for name in ("Presentation", "Clarifying")}
        assert names == {at + 2}
        assert all(len(each) <= size[0] for each in page.splitlines())


async def test_a_round_has_the_drift_of_a_pass(home: Path) -> None:
    """Beside the step itself, whose minutes are a pass's too."""
    were_run(home, "final_word", [{"responses": (3, 4.5)}])
    async with driven(home, (80, 24), "library") as app:
        page = await read(app, "final_word")
        assert "1 run, +1 min 30 s against the plan, with directions" in " ".join(page.split())
        assert line(page, "Each responds").split()[:2] == ["+1:30", "3"]


async def test_what_was_never_run_looks_as_it_always_did(home: Path) -> None:
    """No empty column, no words."""
    were_run(home, "tuning", RUNS)
    async with driven(home, (80, 24), "library") as app:
        page = await read(app, "consultancy")
        assert "± plan" not in page and "for me:" not in page
        await app.press("escape")
        assert "for me: 3 runs" in await read(app, "tuning")


async def test_a_run_that_ends_meanwhile_is_there_when_the_library_is_seen_again(
    home: Path,
) -> None:
    """The logs are looked at whenever it comes up."""
    async with driven(home, (80, 24), "library") as app:
        assert "for me:" not in await read(app, "tuning")
        were_run(home, "tuning", RUNS[:2])
        library(app).load()
        await app.settle()
        assert "for me: 2 runs" in app.page()


async def open_steps(app: Driven) -> OfferingForm:
    """The minutes of the protocol's steps."""
    app.row_list("agenda").mark("t")
    await app.press("i")
    assert isinstance(app.app.screen, OfferingForm)
    return app.app.screen


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_medians_are_offered_and_taken_over_as_one_change(
    home: Path, size: tuple[int, int]
) -> None:
    """Seen beside what is planned now, clipped to the steps' limits, undone by one key."""
    were_run(home, "tuning", RUNS)
    async with planned(home, PLAN, size) as app:
        form = await open_steps(app)
        assert form.values["step-presentation"] == "" and "as it went" in app.panels()
        assert "ran 14 min, 2 min longer, 3 runs" in " ".join(app.panels().split())
        await app.press("ctrl+o")
        assert isinstance(app.app.screen, OfferDialog)
        told = " ".join(app.panels().split())
        assert "ran 8, it takes 5 at most" in told and "of the block's 60 min" in told
        assert desk(app).plan == PLAN
        await app.press("enter")
        assert (form.values["step-presentation"], form.values["step-clarifying"]) == ("14", "5")
        await app.press("escape")
        steps = desk(app).plan.blocks[0].steps
        assert set(steps) == {
            StepMinutes(step="presentation", minutes=14),
            StepMinutes(step="clarifying", minutes=5),
        }
        await app.press("u")
        assert desk(app).plan == PLAN


async def test_nothing_is_taken_over_that_nobody_wants(home: Path) -> None:
    """Escape leaves the fields as they are; so does looking."""
    were_run(home, "tuning", RUNS)
    async with planned(home, PLAN) as app:
        form = await open_steps(app)
        await app.press("ctrl+o")
        await app.press("n")
        assert app.app.screen is form and not any(form.values.values())
        await app.press("escape")
        assert desk(app).plan == PLAN


async def test_two_runs_are_shown_but_not_offered(home: Path) -> None:
    """The key says so, and stands nowhere."""
    were_run(home, "tuning", RUNS[:2])
    async with planned(home, PLAN) as app:
        await open_steps(app)
        assert (
            "1 min 30 s longer, 2 runs" in " ".join(app.panels().split())
            and "as it went" not in app.panels()
        )
        await app.press("ctrl+o")
        assert "nothing that could be taken over" in app.panels()


async def test_a_plan_without_runs_has_the_form_it_always_had(home: Path) -> None:
    """No hint, no key."""
    async with planned(home, PLAN) as app:
        app.row_list("agenda").mark("t")
        await app.press("i")
        assert not isinstance(app.app.screen, OfferingForm)
        assert "runs" not in app.panels() and "directions" not in app.panels()

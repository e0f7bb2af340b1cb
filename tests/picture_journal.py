"""The scenes of `make pictures` in which something is found in the journal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from benchmarks.decade import write_decade
from facilitui.bootstrap import Wiring
from facilitui.core.journals.journal import body_of
from facilitui.demo import SimulatedClock
from facilitui.storage.paths import Home
from tests.picture_camera import Camera, Stage
from tests.picture_states import BEFORE

TEN_YEARS = 10_000
"""Entries; as many as the journal has to be quick with."""
ENTRIES = r"\d entries"


def finding(stage: Stage) -> None:
    """Filters, what was meant by a slip, months, and what changed in a revision."""
    home = stage.homes.copy(stage.homes.full, "finding")
    asyncio.run(_revise(home, BEFORE))
    with stage.opened("finding", home, BEFORE) as camera:
        camera.press("j", seen=ENTRIES)
        camera.press("/", seen="criterion:")
        camera.take("journal", "filters", "criterion:")
        camera.type("reasonnig", "shown is what has")
        camera.take("journal", "corrected", "shown is what has")
        camera.press("ctrl+u", seen=ENTRIES)
        camera.type("tickets kind:deb", "Debriefs with “tickets”")
        camera.take("journal", "filtered", "Debriefs with “tickets”")
        camera.press("enter", "d", seen="What changed from")
        camera.take("journal", "changed", "What changed from")
        camera.press("escape", "escape", "m", seen="other evidence")
        camera.take("journal", "months", "other evidence")


def ten_years(stage: Stage) -> None:
    """Ten thousand entries: the list, a search in them, their months."""
    home = stage.homes.empty("decade")
    write_decade(Home(home), TEN_YEARS, BEFORE)
    with stage.opened("decade", home, BEFORE) as camera:
        camera.press("j", seen="older · m months")
        camera.take("journal", "ten-years", "older · m months")
        _with_filter(camera)
        camera.press("escape", "m", seen="other evidence")
        camera.take("journal", "ten-years-months", "other evidence")


def _with_filter(camera: Camera) -> None:
    camera.press("/", seen="criterion:")
    camera.type("person:ana reasoning", "Entries with Ana")
    camera.take("journal", "ten-years-found", "Entries with Ana")


async def _revise(home: Path, at: datetime) -> None:
    """Save one debrief once more, said otherwise."""
    wiring = Wiring(Home(home), clock=SimulatedClock(at))
    try:
        rows, _ = await wiring.reviewing.searching.rows()
        document = (await wiring.reviewing.documents.all()).newest[rows[0].id]
        said = {
            **body_of(document),
            "learned": "Two voices took the first round; the go-around and exit tickets show it.",
            "with_whom": "Ben Okafor",
            "reason": "Ben had counted the voices",
        }
        await wiring.journal.save(
            entry_id=document["id"], kind=document["kind"], body=said, made_at=at, salt="00" * 16
        )
    finally:
        wiring.close()


JOURNAL: tuple[Callable[[Stage], None], ...] = (finding, ten_years)

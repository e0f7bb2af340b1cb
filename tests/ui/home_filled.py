"""A home with one of everything that Home shows."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitui.bootstrap import Wiring
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions import moves
from tests.core.making import good_plan
from tests.ui.journals import write_entry

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


async def put(wiring: Wiring, name: str, plan: Plan) -> None:
    """A plan as a file."""
    await wiring.plans.save(name, plan, "")


async def run(wiring: Wiring, plan: str, *, end: bool) -> str:
    """A session of a plan."""
    hosted = await wiring.hosting.prepare_plan(plan)
    await hosted.begin()
    if end:
        await hosted.do(moves.end)
    await hosted.leave()
    return hosted.session


async def fill(wiring: Wiring) -> dict[str, str]:
    """One of everything that Home shows; the sessions by what they are."""
    today = good_plan(start=datetime(2026, 11, 25, 15, 30), zone="", evidence=())
    await put(wiring, "next", today)
    await put(wiring, "later", good_plan(title="Later", start=datetime(2026, 12, 9, 10), zone=""))
    sessions = {
        "open": await run(wiring, "later", end=False),
        "bare": await run(wiring, "later", end=True),
    }
    commitment = {"text": "Count to five.", "due": "2026-11-24"}
    await write_entry(wiring.home.root, "Café talk", "2026-11-20", commitment=commitment)
    return sessions

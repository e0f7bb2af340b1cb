"""A plan with as much in it as anybody could want, for what there is hardly room for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.library.norms import Norm
from facilitui.core.plans.plan import Block
from facilitui.core.plans.plan_parts import ParallelGroup, PlannedNorms
from facilitui.core.vocabulary import BlockKind, Question
from facilitui.demo import SimulatedClock
from facilitui.storage.paths import Home
from tests.picture_states import BEFORE, BEGINS

TITLE = "授業研究 🌱 What a year of student work shows about how they explain [/b] thinking"
SURNAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
FIRST = "Opening, why we are here, and what each of us hopes to take home tonight"
BREAK = "Break, with tea on the second floor"
NORMS = (
    "Listen to understand before you answer, also when you believe you know what comes",
    "日本語でも英語でも、話しやすい言葉で話す",
    "One voice at a time 🌱",
    *(f"Norm {number}, which the group wrote for itself" for number in range(4, 13)),
)
GROUPS = tuple(
    ParallelGroup(name=f"Group {name}", lead=f"Ana-Lucía {SURNAME}", place=f"Room {name}.104")
    for name in "ABC"
)


def _block(number: int) -> Block:
    title = f"Part {number}, with a name that is longer than any column of the agenda is wide"
    return Block(id=f"part{number}", title=title, minutes=5, goals=("all",))


def _blocks() -> tuple[Block, ...]:
    lead = f"Ana-Lucía {SURNAME}"
    say = (
        "Welcome, all of you. Tell a neighbour about a student whose explanation surprised you, "
        "and what in the work made you see it; then swap."
    )
    opening = Block(
        id="opening",
        title=FIRST,
        kind=BlockKind.OPENING,
        minutes=8,
        lead=lead,
        question=Question.OPEN_OPINION,
        say=say,
        show="A student whose explanation surprised me, 驚いたこと 🌱, and where I saw it",
        watch="Purpose first. Thank the presenter by name: showing work takes courage.",
        groups=GROUPS,
    )
    rest = Block(id="break", title=BREAK, kind=BlockKind.BREAK, minutes=10, goals=())
    tuning = Block(
        id="tuning",
        title="Tuning protocol for the whole department, with its two visitors",
        kind=BlockKind.PROTOCOL,
        protocol="tuning",
        minutes=45,
        goals=("all",),
    )
    return (opening, rest, tuning, *map(_block, range(1, 21)))


def long_home(folder: Path) -> str:
    """Fill an empty home with that plan; gives its name."""
    return asyncio.run(_fill(Home(folder)))


async def _fill(home: Home) -> str:
    wiring = Wiring(home, clock=SimulatedClock(BEFORE))
    desk = await wiring.planning.begin("collaborative_inquiry_student_work")
    own = tuple(Norm(id=f"own{i}", text=text) for i, text in enumerate(NORMS))
    fields: dict[str, Any] = {
        "title": TITLE,
        "start": BEGINS.replace(tzinfo=None),
        "zone": "UTC",
        "minutes": 163,
        "blocks": _blocks(),
        "norms": PlannedNorms(own=own, watch="own0"),
    }
    desk.change(lambda plan: plan.model_copy(update=fields), "what is given")
    await desk.write()
    wiring.close()
    return desk.name

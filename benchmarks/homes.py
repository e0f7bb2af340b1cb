"""Homes to measure with, filled through the application's own services, never by hand."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp

from benchmarks.decade import write_decade
from facilitui.bootstrap import Wiring
from facilitui.core.plans import editing
from facilitui.core.plans.editing import protocol_block
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.series import in_group
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import EvidenceKind, GoalKind
from facilitui.demo import SimulatedClock
from facilitui.demo.going import WAYS, last_start
from facilitui.demo.way import Way
from facilitui.services.beside_others import written_as_new
from facilitui.storage.paths import Home

TITLE = "Tomorrow at the benchmark"
"""Of the plan that Home shows as the next session; nothing shipped has these words."""
PLAN = "tomorrow-at-the-benchmark"
GROUP = "Benchmark group"
"""That the next session belongs to, in a home that has a group."""
SENTENCES = (
    "Seven of nine could point to evidence of reasoning in the samples.",
    "The silent reading carried the feedback that followed.",
    "Two voices took most of the first round; the go-around changed that.",
    "Time given to looking is not lost to talking.",
    "The exit tickets name the next step, but only half of them a date.",
    "Everybody spoke before anybody spoke twice.",
    "I waited five seconds after the second answer, and a third one came.",
)


def plan_of(blocks: int, title: str = TITLE) -> Plan:
    """A plan with so many blocks and all four questions answered."""
    return Plan(
        title=title,
        purpose="What do the samples show of how they reason?",
        start=_tomorrow(),
        zone="UTC",
        minutes=min(480, blocks * 5),
        audience=Audience(who="grade 7 teachers", count=9, experience="new to protocols"),
        goals=(
            Goal(id="G1", text="how reasoning shows in a draft"),
            Goal(id="G2", text="plan one move for Thursday", kind=GoalKind.DO),
        ),
        blocks=tuple(
            Block(id=f"part-{i}", title=f"Part {i} of the agenda", minutes=5, goals=("G1", "G2"))
            for i in range(1, blocks + 1)
        ),
        evidence=(Evidence(id="tickets", kind=EvidenceKind.EXIT_TICKET, goals=("G1", "G2")),),
    )


def _tomorrow() -> datetime:
    day = datetime.now(UTC) + timedelta(days=1)
    return day.replace(hour=15, minute=30, second=0, microsecond=0, tzinfo=None)


EVENTS_OF_A_DAY = 500
KEYS_OF_A_DAY = 366
BETWEEN_KEYS = timedelta(minutes=1)
TICKS = 3
"""Between two keys; a clock that nobody looks at for longer is a gap."""
DONE_IN_A_STEP: tuple[moves.Decide, ...] = (
    *(moves.mark, moves.capture(SENTENCES[0]), moves.open_or_close_wait, moves.forward),
    *(moves.mark, moves.take_back, moves.park(SENTENCES[3]), moves.forward),
)
"""What the host of a long session does over and over; going on is more than one event."""


class Homes:
    """One home of each kind, made when it is first asked for; all are gone in the end."""

    def __init__(self) -> None:
        self._folder = Path(mkdtemp(prefix="facilitui-bench-"))
        self._made: dict[str, Path] = {}
        self._copies = 0

    def remove(self) -> None:
        """Take everything away."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def empty(self) -> Path:
        """Nothing at all."""
        return self._home("empty", None)

    def with_entries(self, count: int) -> Path:
        """A next session, an agenda's plan, and so many sessions that were run and debriefed."""
        return self._home(f"entries-{count}", lambda home: _fill(home, count))

    def with_enrolments(self) -> Path:
        """A next session, and two enrolments of which each was gone to its end and is open."""
        return self._home("enrolments", _with_enrolments)

    def with_journal(self, count: int) -> Path:
        """A journal of so many entries over ten years, whose sessions' logs are not there."""
        return self._home(f"journal-{count}", lambda home: _with_journal(home, count))

    def with_blocks(self, count: int) -> Path:
        """One plan with so many blocks."""
        return self._home(f"blocks-{count}", lambda home: _with_plan(home, plan_of(count)))

    def with_mixed_blocks(self, count: int) -> Path:
        """One plan with so many blocks, every second one a protocol of the library."""
        return self._home(f"mixed-{count}", lambda home: _with_mixed_plan(home, count))

    def with_protocols(self, count: int) -> Path:
        """A next session, a group, and a library of so many protocols, those shipped among them."""
        return self._home(f"protocols-{count}", lambda home: _with_protocols(home, count))

    def with_a_day(self, *, ended: bool) -> Path:
        """A session of a whole day and 500 events, which lies open or has ended."""
        name = "day-over" if ended else "day"
        return self._home(name, lambda home: _with_session(home, ended=ended))

    def copy(self, home: Path) -> Path:
        """The same home, for one run that changes it."""
        self._copies += 1
        to = self._folder / f"copy-{self._copies}"
        shutil.copytree(home, to)
        return to

    def _home(self, name: str, fill: Callable[[Home], Coroutine[None, None, None]] | None) -> Path:
        if name not in self._made:
            home = Home(self._folder / name)
            home.root.mkdir(mode=0o700)
            if fill is not None:
                asyncio.run(fill(home))
            self._made[name] = home.root
        return self._made[name]


async def _with_enrolments(home: Home) -> None:
    clock = SimulatedClock(last_start(datetime.now(UTC)))
    wiring = Wiring(home, clock=clock)
    for go in WAYS.values():
        way = Way(wiring, clock, lambda _: None, clock.at)
        await go(way)
        if (await way.progress()).enrolment.closed_on is not None:
            await wiring.pathway_changes.reopen(way.id)
    await write_plan(wiring, plan_of(10))
    wiring.close()


async def _with_journal(home: Home, count: int) -> None:
    write_decade(home, count)


async def _with_plan(home: Home, plan: Plan) -> None:
    wiring = Wiring(home)
    await write_plan(wiring, plan)
    wiring.close()


async def _with_mixed_plan(home: Home, count: int) -> None:
    wiring = Wiring(home)
    protocols = list((await wiring.planning.shelf()).protocols.values())
    plan = plan_of(count)
    blocks = [
        protocol_block(plan, protocols[i % len(protocols)]).model_copy(
            update={"id": f"protocol-{i}", "goals": ("G1",)}
        )
        if i % 2
        else block
        for i, block in enumerate(plan.blocks)
    ]
    await write_plan(wiring, plan.model_copy(update={"blocks": tuple(blocks)}))
    wiring.close()


async def _with_protocols(home: Home, count: int) -> None:
    wiring = Wiring(home)
    group = await wiring.series.begin_group(GROUP)
    await write_plan(wiring, in_group(plan_of(10), group.id))
    shipped = tuple((await wiring.planning.shelf()).protocols)
    for number in range(count - len(shipped)):
        desk = await wiring.authoring.open(shipped[number % len(shipped)], copy=True)
        await desk.write()
    wiring.close()


async def _with_session(home: Home, *, ended: bool) -> None:
    """Steps of a few minutes with all that hosts do in one, over and over, until just now."""
    keys = tuple(islice(cycle(DONE_IN_A_STEP), KEYS_OF_A_DAY))
    clock = SimulatedClock(datetime.now(UTC) - len(keys) * BETWEEN_KEYS)
    wiring = Wiring(home, clock=clock)
    plan = editing.changed(plan_of(keys.count(moves.forward) + 10), start=None)
    name = await write_plan(wiring, plan)
    hosted = await wiring.hosting.prepare(plan, name)
    await hosted.begin()
    for decide in (*keys, moves.end) if ended else keys:
        for _ in range(TICKS):
            clock.at += BETWEEN_KEYS / TICKS
            await hosted.tick()
        await hosted.do(decide)
    await hosted.leave()
    assert len(hosted.events) >= EVENTS_OF_A_DAY
    wiring.close()


async def write_plan(wiring: Wiring, plan: Plan) -> str:
    """Write a plan as a new one is written, and say what it is called."""
    return (await written_as_new(wiring.plans, plan.title, lambda _: plan)).name


async def _fill(home: Home, count: int) -> None:
    """Sessions of the years before today, two a week, each run in short and debriefed."""
    first = datetime.now(UTC) - timedelta(days=3.5 * count)
    clock = SimulatedClock(first.replace(hour=15, minute=30, second=0, microsecond=0))
    wiring = Wiring(home, clock=clock)
    await write_plan(wiring, plan_of(10))
    for number in range(count):
        await _session(wiring, clock, number)
        clock.at += timedelta(days=3.5) - timedelta(minutes=31)
    wiring.close()


async def _session(wiring: Wiring, clock: SimulatedClock, number: int) -> None:
    plan = editing.changed(plan_of(6, title=f"Session {number + 1}"), start=None)
    hosted = await wiring.hosting.prepare(plan, PLAN)
    await hosted.begin()
    clock.at += timedelta(minutes=6)
    await hosted.do(moves.open_or_close_wait)
    clock.at += timedelta(seconds=6)
    await hosted.do(moves.forward)
    clock.at += timedelta(minutes=24, seconds=54)
    await hosted.do(moves.end)
    await hosted.leave()
    desk = await wiring.reflecting.open(hosted.session)
    asked = [each.id for group in desk.questions() for each in group.answers]
    for place, question in enumerate(asked):
        said = [SENTENCES[(number + place + i) % len(SENTENCES)] for i in range(3)]
        desk.write(question, f"{' '.join(said)} That was session {number + 1}.")
    await desk.save()

"""One person's two machines, whose journals are carried to and fro while either purges."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from facilitui.bootstrap import Wiring
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import latest
from facilitui.demo.clock import SimulatedClock
from facilitui.services.journals.taking_along import Form
from facilitui.storage.paths import Home

BEGUN = datetime(2026, 11, 3, 10, tzinfo=UTC)
ENTRIES = ("growth-x", "growth-y")
DEEDS = (
    "write",
    "write",
    "withdraw",
    "purge",
    "carry",
    "carry",
    "keep",
    "carry kept",
    "restore",
    "replace",
)
Step = tuple[str, int, int, bool]
"""What is done, on which machine, about which entry, and whether its clock is a day behind."""
step: st.SearchStrategy[Step] = st.tuples(
    st.sampled_from(DEEDS), st.integers(0, 1), st.integers(0, 1), st.integers(0, 9).map(bool)
).map(lambda each: (*each[:3], not each[3]))
steps = st.lists(step, min_size=4, max_size=14)


class Machine:
    """A home, what is purged on it, and the words that it has of its own."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, SimulatedClock(BEGUN)
        self.wiring = Wiring(Home(root), clock=self.clock)
        self.gone: set[str] = set()
        self.own: defaultdict[str, set[str]] = defaultdict(set)
        self.kept = root.parent / f"kept-{root.name}.jsonl"

    @property
    def says(self) -> str:
        """All that its journal says."""
        return "".join(path.read_text() for path in sorted((self.root / "journal").glob("*.json")))

    async def save(self, entry: str, kind: str, text: str) -> None:
        """The next revision of an entry."""
        body, at = {"text": text, "title": text}, self.clock.at
        salt = f"{int(at.timestamp()):032x}"
        await self.wiring.journal.save(entry_id=entry, kind=kind, body=body, made_at=at, salt=salt)

    async def withdraw(self, entry: str) -> None:
        """A withdrawal keeps the whole text."""
        documents = [each for _, each in (await self.wiring.journal.contents()).documents]
        if (newest := latest(documents).get(entry)) is not None and newest["body"]:
            await self.save(entry, "withdrawal", newest["body"])

    async def purge(self, entry: str, words: Sequence[str]) -> None:
        """One that was purged, or never here, is left."""
        before = self.says
        try:
            survey = await self.wiring.purging.survey(entry)
        except FacilituiError:
            return
        await self.wiring.purging.purge(survey, (), Progress())
        self.gone |= {each for each in words if each in before and f"{entry} " in each}
        self.own[entry].clear()

    async def export(self, file: Path) -> Path:
        """Its journal, as a file to be carried."""
        file.write_bytes((await self.wiring.taking_along.take("", "", Form.LINES)).data)
        return file

    async def take(self, file: Path) -> None:
        """What another one exported."""
        coming = await self.wiring.joining.look(str(file), Progress())
        await self.wiring.joining.take(coming, Progress())


def exchange(done: Sequence[Step]) -> None:
    """Do some steps on two machines, and see after each that they are whole and keep silent."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_exchange(Path(folder), done))


async def _exchange(folder: Path, done: Sequence[Step]) -> None:
    machines = Machine(folder / "a"), Machine(folder / "b")
    words: list[str] = []
    try:
        await machines[0].save(ENTRIES[0], "growth", "before both")
        await _restore(*machines)
        for number, (deed, which, entry, behind) in enumerate(done):
            one, other = machines[which], machines[1 - which]
            at = BEGUN + timedelta(hours=number + 1)
            for each in machines:
                each.clock.at = at
            one.clock.at -= timedelta(days=behind)
            await _do(deed, one, other, ENTRIES[entry], words, folder)
            for each in machines:
                await _look(each)
    finally:
        for each in machines:
            each.wiring.close()


async def _do(
    deed: str, one: Machine, other: Machine, entry: str, words: list[str], folder: Path
) -> None:
    if deed == "write":
        words.append(f"{entry} says word-{len(words)}-")
        await one.save(entry, "growth", words[-1])
        one.own[entry].add(words[-1])
    elif deed == "withdraw":
        await one.withdraw(entry)
    elif deed == "purge":
        await one.purge(entry, words)
    elif deed == "keep":
        await one.export(one.kept)
    elif deed == "carry":
        await other.take(await one.export(folder / "now.jsonl"))
    elif deed == "carry kept" and one.kept.exists():
        await other.take(one.kept)
    elif deed in ("restore", "replace"):
        await _restore(one, other, replace=deed == "replace")


async def _restore(one: Machine, other: Machine, *, replace: bool = False) -> None:
    file = one.root.parent / f"backup-{one.clock.at:%d-%H}.zip"
    await one.wiring.safekeeping.back_up(str(file), Progress(), force=True)
    await other.wiring.safekeeping.restore(str(file), Progress(), replace=replace)


async def _look(machine: Machine) -> None:
    found = await machine.wiring.safekeeping.verify()
    assert not found.broken, (machine.root.name, found.findings, found.problems)
    says = machine.says
    assert not {each for each in machine.gone if each in says}, "what was purged came back"
    lost = {each for own in machine.own.values() for each in own if each not in says}
    assert not lost, "own words are gone"

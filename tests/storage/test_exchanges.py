"""Exports are carried between two machines, purges are made on either: all holds, all stays purged.

What is taken or left depends on what each journal knows of the other's purges, and the chain, the
revisions and the records may each have come in their own way.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings

from facilitui.core.any_shape import text_in
from facilitui.core.journals.journal import body_of, latest
from tests.storage.exchanges import ENTRIES, Machine, Step, exchange, steps


@settings(max_examples=12, deadline=None)
@given(steps)
def test_two_machines_that_purge_verify_and_say_nothing_of_it(done: list[Step]) -> None:
    """Whatever was exchanged, in whatever order, also by a clock that is a day behind."""
    exchange(done)


async def test_what_was_purged_elsewhere_alone_is_shown_as_before(tmp_path: Path) -> None:
    """Its blank revision stands before nothing that says something; with one over it, it comes."""
    mine, other = Machine(tmp_path / "mine"), Machine(tmp_path / "other")
    file, entry = tmp_path / "carried.jsonl", ENTRIES[0]

    async def carried() -> str:
        await mine.take(await other.export(file))
        assert not (await mine.wiring.safekeeping.verify()).broken
        documents = [each for _, each in (await mine.wiring.journal.contents()).documents]
        return text_in(body_of(latest(documents)[entry]), "text")

    await mine.save(entry, "growth", "mine")
    await other.take(await mine.export(file))
    other.clock.at += timedelta(hours=1)
    await other.save(entry, "growth", "theirs")
    await other.purge(entry, ())
    assert await carried() == "mine"
    other.clock.at += timedelta(hours=1)
    await other.save(entry, "growth", "anew")
    assert await carried() == "anew"
    mine.wiring.close()
    other.wiring.close()

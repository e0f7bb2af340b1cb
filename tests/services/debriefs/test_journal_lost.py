"""What is missing from the journal is told as that, and is no fault of what is there."""

from __future__ import annotations

import pytest

from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.services.debriefs.to_debrief import GONE, NO_DEBRIEF
from tests.services.houses import NOW, House
from tests.services.journals.test_altered_counts import altered
from tests.services.safe_fakes import MemoryLogs, safekeeping


@pytest.mark.parametrize("changed", [False, True])
async def test_what_is_missing_is_told_between_its_neighbours(house: House, changed: bool) -> None:
    """By their names, and not as a fault of theirs; the way leads to neither of them."""
    for name in ("a", "b", "c"):
        await house.debrief(name, held_at=f"2026-11-0{ord(name) - 96}T09:00:00+00:00")
    del house.journal.documents[1]
    if changed:
        altered(house.journal, learned="other")
    found = await safekeeping(house.journal, MemoryLogs(dict.fromkeys("ac", frozenset()))).verify()
    (gap,) = (each for each in found.findings if each.fault is Fault.MISSING)
    first, last = "debrief of Sun 1 Nov 2026, “a”", "debrief of Tue 3 Nov 2026, “c”"
    sound = "" if changed else ", which are as they were"
    told = f"A document is missing that was saved between {first} and {last}{sound}"
    assert found.told(gap) == told
    assert "debrief-c" not in found.entries
    only = Finding("m:0", "debrief-c", Fault.MISSING)
    alone = f"A document is missing that was saved before {last}, which is as it was"
    assert found.told(only) == alone


async def test_home_does_not_say_that_nobody_debriefed_what_may_be_missing(house: House) -> None:
    """What was run after the gap was not debriefed yet, as far as anybody knows."""
    house.plan("p", NOW)
    first = await house.run("p", end=True)
    for name in (first, "other"):
        house.clock.move(60)
        await house.debrief(name)
    house.clock.move(60)
    second = await house.run("p", end=True)
    assert [each.note for each in (await house.overview()).to_debrief] == [NO_DEBRIEF]
    del house.journal.documents[0]
    told = {each.session: each.note for each in (await house.overview()).to_debrief}
    assert told == {first: GONE, second: NO_DEBRIEF}

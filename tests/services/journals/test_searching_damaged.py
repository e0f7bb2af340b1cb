"""Searching where a log is damaged: what cannot be found is said, beside nothing as beside much."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitui.core.sessions.logs_damaged import not_searched
from facilitui.core.sessions.session_digest import Ran, SessionDigest
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import Shown
from facilitui.text import Lines
from facilitui.widgets.journal_asked import asked_lines
from tests.services.fakes import MovableClock
from tests.services.journals.test_searching import BEGUN, Months

LONG = "2026-11-08-1534-looking-at-student-work-8e3d"
NAMED = "the session of Mon 5 Jan 2026, “e0”"
TOLD = f"The log of {NAMED}, is damaged, so its run is not searched; verify says more."


class Damaged:
    """Logs of which some cannot be read."""

    def __init__(self, *names: str) -> None:
        self.names = names

    async def digests(self) -> tuple[SessionDigest, ...]:
        """None that can."""
        return ()

    async def ran(self) -> Ran:
        """Those that cannot."""
        return Ran(damaged=tuple((each, "line 21 is damaged") for each in self.names))


def searching(runs: Damaged | None) -> Searching:
    """Three debriefs, of the sessions s0 to s2."""
    journal = Months()
    for n in range(3):
        journal.write(f"e{n}", BEGUN + timedelta(days=n), learned="silence", session=f"s{n}")
    return Searching(journal, MovableClock(), runs)


@pytest.mark.parametrize("query", ["silence", "walrus", "protocol:tuning", "role:owl silence"])
async def test_what_could_not_be_searched_is_said_once(query: str) -> None:
    """Whatever is found; on the way to it nothing is said to be missing."""
    service = searching(Damaged("s0"))
    assert (await service.find(query)).lacking == TOLD
    *_, last = [shown async for shown in service.finding(query)]
    assert last.complete and last.lacking == TOLD


async def test_nothing_is_said_where_nothing_lacks() -> None:
    """Of the whole list, of a session that nothing was written about, of a home without runs."""
    assert (await searching(Damaged("s0")).find("")).lacking == ""
    assert (await searching(Damaged("s9")).find("silence")).lacking == ""
    assert (await searching(None).find("silence")).lacking == ""
    told = (await searching(Damaged("s0", "s2", "s9")).find("silence")).lacking
    assert told.startswith(f"The log of {NAMED}, and of 1 more are damaged, so their runs are not")


def plain(lines: Lines) -> str:
    """The words of lines."""
    return " ".join(" ".join(each.plain for each in lines).split())


@pytest.mark.parametrize("width", [56, 76, 116])
async def test_it_stands_below_the_search_with_all_else_that_is_said(width: int) -> None:
    """Of a query that is understood, that is not, and that nothing else is said of."""
    for query in ("walrus", "kind:debrief silence", "role:owl", "protocol:x silence"):
        shown = await searching(Damaged("s0")).find(query)
        assert TOLD in plain(asked_lines(shown, width, offer=False)).replace("! ", "")
    assert asked_lines(Shown((), 0), width, offer=False) == []
    long = not_searched(Ran(damaged=((LONG, ""),)), {LONG: ""})
    lines = asked_lines(Shown((), 0, lacking=long), width, offer=False)
    assert plain(lines).endswith("verify says more.")

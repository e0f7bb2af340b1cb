"""An enrolment that may be in a month which cannot be read is neither gone nor unknown."""

from __future__ import annotations

from collections.abc import Awaitable

import pytest

from facilitui.core.errors import NotFound, NotKnown, Problem
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.services.pathways.last_deed import LastDeeds
from tests.services.fakes import MemoryJournal
from tests.services.pathways.log_home import LogHome

NOVEMBER = "journal/2026-11.json"


def lose(journal: MemoryJournal, file: str = NOVEMBER) -> None:
    """Of a journal nothing can be read any more, as one of its files is damaged."""

    async def contents() -> JournalContents:
        return JournalContents((), (Problem(file, 1, 2, "is torn; bring it back"),), (file,))

    journal.contents = contents  # type: ignore[method-assign]


async def test_nothing_says_that_the_journal_has_no_such_enrolment() -> None:
    """Neither where it is read, nor where it is changed, logged for or taken back."""
    home = LogHome()
    id = await home.enrolled()
    deeds = LastDeeds(home.changes, home.entries, home.withdrawing, home.clock)
    lose(home.journal)
    told = "where this enrolment stands is not known: journal/2026-11.json:1:2: is torn; bring it"
    asking: list[Awaitable[object]] = [
        home.progressing.of(id),
        home.store.open(id),
        home.desk.details(id),
        home.log.form(id, "application"),
        home.log.roster(id),
        deeds.found(id),
    ]
    for each in asking:
        with pytest.raises(NotKnown, match=told) as failed:
            await each
        assert str(failed.value).startswith(told) and "not there" not in str(failed.value)
    assert (await home.progressing.found()).lost


async def test_what_was_withdrawn_is_gone_whatever_month_is_lost() -> None:
    """That can be read, and so can what was never there where every month was."""
    home = LogHome()
    id = await home.enrolled()
    await home.withdrawing.withdraw(id, "twice")
    home.journal.unread = (NOVEMBER,)
    with pytest.raises(NotFound, match="was withdrawn"):
        await home.progressing.of(id)
    home.journal.unread = ()
    with pytest.raises(NotFound, match="the journal has no enrolment"):
        await home.progressing.of("enrolment-9")

"""What was changed outside the program counts wherever it did, and never without a word."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.journals.journal import Document, body_of
from facilitui.core.reports.report_reader import Reader
from facilitui.core.sealing import canonical
from facilitui.services.journals.taking_along import Form
from tests.core.trending import own, session
from tests.services.fakes import MemoryJournal
from tests.services.houses import House
from tests.services.journals.test_taking_along import Shelf
from tests.services.reports.test_reporting import Desk
from tests.services.trends.test_trending import Journalled

TOLD = "was changed outside the program"
OUTSIDE = "Changed outside the program"


def altered(journal: MemoryJournal, at: int = 0, **changed: Any) -> None:
    """One of its documents as an editor would leave it."""
    document: Document = journal.documents[at]
    body = canonical({**body_of(document), **changed})
    journal.documents[at] = {**document, "body": body}


async def test_trends_say_which_entry_and_count_it() -> None:
    """One sentence, whatever the number; what they do not count is none of theirs."""
    home = Journalled(session(0), session(1))
    await home.put_all(own(0, listens=1), own(1, listens=2))
    await home.put("quiet", "growth", {"session": "s0"})
    altered(home.journal, 2, text="other")
    assert (await home.trends()).is_whole
    altered(home.journal, note="")
    found = await home.trends()
    (told,) = found.left_out
    assert told.startswith(f"{OUTSIDE}: self-scores of ") and told.endswith(
        "”. It counts as it stands; verify says more."
    )
    assert not found.is_whole and found.trends[0].sessions == 2
    altered(home.journal, 1, note="")
    (told,) = (await home.trends()).left_out
    assert told.endswith("” and 1 more. They count as they stand; verify says more.")


@pytest.mark.parametrize("reader", list(Reader))
async def test_a_report_says_it_on_itself_and_beside(reader: Reader) -> None:
    """Not which entry: its reader may not know of that. The sheet of participants holds none."""
    desk = Desk()
    desk.ran("s")
    await desk.debriefed("s", learned="to wait")
    altered(desk.journal, learned="to win")
    made = await desk.made(reader, "s")
    assert any(OUTSIDE in told for told in made.told)
    says = f"{TOLD} after it was saved" in made.data.decode("utf-8")
    assert says is (reader is not Reader.PARTICIPANTS)


@pytest.mark.parametrize("form", list(Form))
async def test_an_export_says_it(form: Form) -> None:
    """To whoever takes it along; a document says it of the revision itself."""
    shelf = Shelf()
    await shelf.put("Room", learned="to wait")
    assert not (await shelf.taking.take("", "", form)).unread
    altered(shelf.journal, learned="to win")
    taken = await shelf.taking.take("", "", form)
    (told,) = taken.unread
    assert OUTSIDE in told and "“Room”" in told
    assert (TOLD in taken.data.decode("utf-8")) is (form is Form.MARKDOWN)


async def test_home_says_it(house: House) -> None:
    """Beside whatever else is wrong."""
    await house.debrief("s", learned="to wait", held_at="2026-11-24T09:00:00+00:00")
    assert (await house.overview()).problems == ()
    altered(house.journal, learned="to win")
    (told,) = (await house.overview()).problems
    assert OUTSIDE in told

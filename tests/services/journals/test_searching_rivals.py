"""Where two revisions of an entry stand, the words of both are found until it is settled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from facilitui.core.journals.journal import make_document
from facilitui.services.journals.searching import Searching
from facilitui.widgets.journal_view import entry_rows
from tests.services.fakes import MovableClock
from tests.services.journals.test_searching import Months

AT = datetime(2026, 11, 22, 16, tzinfo=UTC)
SIDES = {"walrus": "Ana", "penguin": "Bo"}


def gone_on(months: Months, entry: str, over: int, *, hour: int, **body: Any) -> None:
    """A revision that goes over the one at a place, whatever was saved since."""
    months.documents.append(
        make_document(
            entry_id=entry,
            kind="debrief",
            body={"title": entry, "session": entry, "held_at": AT.isoformat(), **body},
            made_at=AT.replace(hour=hour),
            salt=f"{hour:032x}",
            last=months.documents[over],
            after="0" * 64,
        )
    )


def apart() -> Months:
    """An entry that was gone on with on two machines, and another one."""
    months = Months()
    months.write("visit", AT, learned="Nothing yet")
    months.write("other", AT, learned="A heron")
    for hour, (word, whom) in enumerate(SIDES.items(), 18):
        gone_on(months, "visit", 0, hour=hour, learned=f"Saw a {word}", with_whom=whom)
    return months


async def test_both_sides_are_found_and_told() -> None:
    """By their words and by what can be filtered; the row says that there are two."""
    service = Searching(apart(), MovableClock())
    for word, whom in SIDES.items():
        for query in (word, f"person:{whom}", f"{word} person:{whom}"):
            shown = await service.find(query)
            assert ([row.id for row in shown.rows], shown.rivals) == (["visit"], {"visit": 2})
        shown = await service.find(word)
        parts = service.passages(shown.rows, shown.words)
        drawn = entry_rows(shown, airy=False, parts=parts)[1].draw(80, False)
        assert word in drawn[1].plain and "2 conflicting revisions" in drawn[1].plain
    assert not (await service.find("nothing")).rows


async def test_once_it_is_settled_only_that_is_found() -> None:
    """And as long as nothing changes, nothing is worked out again."""
    months = apart()
    service = Searching(months, MovableClock())
    (before,) = (await service.find("walrus")).rows
    months.write("third", AT)
    assert (await service.find("walrus")).rows[0] is before
    tips = [each["hash"] for each in months.documents[2:4]]
    months.documents.append(
        make_document(
            entry_id="visit",
            kind="debrief",
            body={"title": "visit", "learned": "Saw a penguin, too"},
            made_at=AT.replace(hour=22),
            salt="f" * 32,
            last=months.documents[3],
            after="0" * 64,
            joins=tips[:1],
        )
    )
    shown = await service.find("penguin")
    assert [row.id for row in shown.rows] == ["visit"] and not shown.rivals
    assert not (await service.find("walrus")).rows
    assert not service._rows._together

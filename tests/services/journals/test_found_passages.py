"""What a row shows of an entry is looked up for the rows that are drawn, and for no others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from facilitui.core.journals import entries
from facilitui.core.journals.journal import Document, make_document
from facilitui.core.journals.journal_rows import EntryRow, row_of
from facilitui.core.sessions.noted import Noted
from facilitui.services.journals.found_passages import LONG, MANY, FoundPassages
from facilitui.services.journals.shown import Shown
from facilitui.widgets.journal_view import entry_rows

AT = datetime(2026, 11, 20, 16, tzinfo=UTC)
COUNT = 30


def documents(*, padded: int = 0) -> dict[str, Document]:
    """Debriefs, each with a heron in an answer that its line does not show."""
    return {f"e{n}": document(f"e{n}", padded) for n in range(COUNT)}


def document(entry: str, padded: int) -> Document:
    """One of them, with so many letters more."""
    answers = [{"id": "a", "ask": "What?", "text": f"A heron flew by {entry}. {'x' * padded}"}]
    body: dict[str, Any] = {
        "title": entry,
        "session": entry,
        "learned": "Much.",
        "answers": answers,
    }
    return make_document(
        entry_id=entry,
        kind="debrief",
        body=body,
        made_at=AT,
        salt="0" * 32,
        last=None,
        after="0" * 64,
    )


def rows_of(newest: Mapping[str, Document]) -> list[EntryRow]:
    """Their rows."""
    return [
        row_of(each, lambda moment, _: datetime.fromisoformat(moment), None)
        for each in newest.values()
    ]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the entries whose texts were looked through."""
    seen: list[str] = []
    pieces = entries.pieces

    def noted(body: Mapping[str, Any]) -> Any:
        seen.append(str(body["title"]))
        return pieces(body)

    monkeypatch.setattr(entries, "pieces", noted)
    return seen


def test_only_the_rows_that_are_drawn_are_looked_up(read: list[str]) -> None:
    """Two of the thirty rows of a list, each once, however often it is drawn again."""
    newest = documents()
    rows = rows_of(newest)
    read.clear()
    found = FoundPassages(rows, ("heron",), newest, lambda session: ())
    shown = Shown(tuple(rows), 0, words=("heron",))
    drawn = entry_rows(shown, airy=False, parts=found)
    assert read == []
    for row in [each for each in drawn if each.key][3:5]:
        for marked in (True, False):
            assert "heron" in row.draw(60, marked)[1].plain
    assert read == ["e3", "e4"]


def test_long_entries_are_told_to_be_looked_up_before(read: list[str]) -> None:
    """A drawing would wait for them; once looked up they are not read again."""
    newest = {**documents(), "e7": document("e7", LONG)}
    found = FoundPassages(rows_of(newest), ("heron",), newest, lambda session: ())
    read.clear()
    assert found.long == ("e7",)
    found.look_up(found.long)
    assert "heron" in found["e7"].text
    assert read == ["e7"]


def test_so_are_those_of_a_run_in_which_much_was_typed() -> None:
    """Its lines are looked through as well."""
    newest = documents()
    lines = [Noted("we waited", "captured", float(second)) for second in range(MANY + 1)]
    found = FoundPassages(
        rows_of(newest), ("heron",), newest, lambda session: lines if session == "e5" else ()
    )
    assert found.long == ("e5",)


def test_without_words_nothing_is_looked_up(read: list[str]) -> None:
    """The rows say what they say."""
    newest = documents()
    rows = rows_of(newest)
    read.clear()
    found = FoundPassages(rows, (), newest, lambda session: ())
    assert dict(found) == {} and len(found) == 0 and found.long == () and read == []

"""Withdrawing by keys: a reason is typed and kept as a draft, and w takes it back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import TextArea

from facilitui.core.journals.journal import body_of, latest
from facilitui.messages.evidence import AttachmentsRequested
from facilitui.messages.going import DebriefRequested
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.attachments import AttachmentsDialog
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.withdraw import DONE, TAKEN_BACK, WithdrawDialog
from tests.services.full_sessions import run_one
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.journals import journal, write_three

TUNING = "debrief-Tuning"


async def newest(app: Driven, entry: str = TUNING) -> dict[str, object]:
    """The newest revision of an entry: its kind, and what it says."""
    contents = await app.wiring.journal.contents()
    document = latest(each for _, each in contents.documents)[entry]
    return {"kind": document["kind"], **body_of(document)}


async def mark(app: Driven, entry: str) -> None:
    """Mark an entry in the list."""
    journal(app).rows.mark(entry)
    await app.settle()


@pytest.mark.parametrize("size", SMALLEST)
async def test_an_entry_is_withdrawn_with_a_reason_and_taken_back(
    home: Path, size: tuple[int, int]
) -> None:
    """What it means is read before; hostile words are only words; the list shows which it is."""
    await write_three(home)
    async with driven(home, size, "journal") as app:
        await mark(app, TUNING)
        await app.press("w")
        assert isinstance(app.app.screen, WithdrawDialog)
        shown = " ".join(app.panels().split())
        assert "counts in no report, trend, pathway or commitment" in shown
        assert (
            "run shows still counts" in shown
            and "ctrl+s withdraw" in app.text()
            and "w takes it back" in shown
        )
        assert "Withdraw the debrief" in shown and "Debrief of Thu 12 Nov 2026, “Tuning" in shown
        assert "ctrl+s withdraw" in app.text()
        await app.put(HOSTILE)
        await app.press("ctrl+s")
        assert app.notice == DONE
        assert (await newest(app))["kind"] == "withdrawal"
        assert str((await newest(app))["reason"]).startswith("[x] [/b] [@click")
        assert "withdrawn debrief" in app.rows("rows")
        await app.press("e")
        assert "w takes it back" in app.notice
        await app.press("w", "escape")
        assert (await newest(app))["kind"] == "withdrawal"
        await app.press("w", "enter")
        assert app.notice == TAKEN_BACK and (await newest(app))["kind"] == "debrief"
        assert "withdrawn" not in app.rows("rows")


async def test_a_reason_that_is_half_typed_waits(home: Path) -> None:
    """Escape withdraws nothing, and the same key offers the words again, in another start too."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, TUNING)
        await app.press("w")
        await app.write("too soon")
        await app.press("escape")
        assert (await newest(app))["kind"] == "debrief"
    (own,) = (home / "drafts").glob("withdrawal-*.json")
    other = own.with_name(f"{own.stem}~~2.json")
    other.write_text(own.read_text("ascii").replace("soon", "late"), "ascii")
    os.utime(other, (0, 0))
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, TUNING)
        await app.press("w")
        field = app.app.screen.focused
        assert isinstance(field, TextArea) and field.text == "too soon"
        assert "ctrl+l: another" in app.panel("form-head")
        await app.press("ctrl+s")
        assert (await newest(app))["reason"] == "too soon"


async def test_without_a_reason_nothing_is_withdrawn(home: Path) -> None:
    """What is missing is said, and the form stays."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, TUNING)
        await app.press("w", "ctrl+s")
        assert isinstance(app.app.screen, WithdrawDialog) and "say why" in app.text()
        await app.press("escape")
        assert (await newest(app))["kind"] == "debrief"


async def test_without_an_entry_the_key_says_so(home: Path) -> None:
    """In an empty journal."""
    async with driven(home, (80, 24), "journal") as app:
        await app.press("w")
        assert app.notice


async def test_an_attachment_is_let_go_where_it_is_listed(home: Path) -> None:
    """There is one way: the key leads to it."""
    full = await run_one(home)
    (held,) = await full.wiring.attaching.of(full.session)
    full.wiring.close()
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, held.entry)
        await app.press("w")
        assert app.sent(AttachmentsRequested)
        assert isinstance(app.app.screen, AttachmentsDialog)


async def test_a_withdrawn_debrief_asks_before_it_is_begun_anew(home: Path) -> None:
    """Escape leaves it; it can be taken back as it was, or begun anew."""
    full = await run_one(home, evidence=False)
    await full.wiring.withdrawing.withdraw(full.debrief, "not mine [x]")
    full.wiring.close()
    async with driven(home, (80, 24)) as app:
        await app.wiring.reflecting.written(full.session)
        await ask(app, full.session)
        assert "“not mine [x]”" in " ".join(app.panels().split())
        await app.press("escape")
        assert not isinstance(app.app.screen, ChooseDialog | DebriefScreen)
        await ask(app, full.session)
        await app.press("down", "enter")
        assert isinstance(app.app.screen, DebriefScreen)
        await app.press("escape")
        await ask(app, full.session)
        await app.press("enter")
        assert isinstance(app.app.screen, DebriefScreen)
        assert "learned then" in app.app.screen.query(TextArea).first().text
        assert (await newest(app, full.debrief))["kind"] == "debrief"


async def ask(app: Driven, session: str) -> None:
    """Ask for the debrief of a session that was withdrawn."""
    app.app.post_message(DebriefRequested(session))
    await app.settle()
    assert isinstance(app.app.screen, ChooseDialog)

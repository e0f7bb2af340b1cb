"""The form of an entry: nothing that is typed into it leaves the screen without a word."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from facilitui.bootstrap import Wiring
from facilitui.core.debriefs.observation import KIND as OBSERVED
from facilitui.core.errors import NotSaved
from facilitui.messages.evidence import ObservationRequested
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.help import HelpScreen
from facilitui.storage.paths import Home
from facilitui.terminal import order as input_order
from facilitui.widgets.form_texts import FormLine
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted
from tests.ui.test_evidence import ended, observation, said, told, top
from tests.ui.test_input_order import post


async def opened(stage: Stage, entry: str = "") -> ObservationDialog:
    """The form of an observation of the session."""
    stage.app.app.post_message(ObservationRequested(stage.hosted.session, entry))
    await stage.app.settle()
    return observation(stage.app)


async def first(stage: Stage) -> tuple[ObservationDialog, FormLine]:
    """The form of the first observation, and the line of who observed, where the keys go."""
    await ended(stage)
    dialog = await opened(stage)
    return dialog, at(dialog)


def at(dialog: ObservationDialog, key: str = "giver") -> FormLine:
    """A line of it, where the keys go now."""
    line = dialog._fields.editors[key]
    dialog.set_focus(line)
    assert isinstance(line, FormLine)
    return line


@contextmanager
def saving_slowly(stage: Stage, error: str = "") -> Iterator[asyncio.Event]:
    """Whoever saves hears only once that is let that it is in the journal, or refused."""
    journal, let = stage.app.wiring.journal, asyncio.Event()
    save = journal.save

    async def slowly(**asked: Any) -> Any:
        document = None if error else await save(**asked)
        await let.wait()
        if error:
            raise NotSaved(error)
        return document

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "save", slowly)
        yield let


async def waiting_too_long(stage: Stage, *keys: str) -> None:
    """Keys that wait for a disk so slow that they go on to whatever is there."""
    order = stage.app.app.input_order
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(input_order, "MOST_LOOKS", 3)
        post(stage.app, *keys)
        await stage.app.pilot.pause()
        while order._waiting:
            await stage.app.pilot.pause()


def drafts(home: Path) -> list[dict[str, Any]]:
    """What lies half written."""
    found = sorted((home / "drafts").glob("observation-*.json"))
    return [json.loads(path.read_text("ascii"))["typed"] for path in found]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_what_is_typed_while_it_is_saved_stays(home: Path, size: tuple[int, int]) -> None:
    """It is a draft over what was saved, told, where the keys were; saving it asks for a reason."""
    async with hosted(home, size) as stage:
        app, (dialog, line) = stage.app, await first(stage)
        await app.put("Ana")
        with saving_slowly(stage) as let:
            await waiting_too_long(stage, "ctrl+s", "x", "y")
            let.set()
            await app.press("z")
        assert top(app) is dialog and dialog.focused is line and line.value == "Anaxyz"
        assert [body["giver"] for body in await said(stage, OBSERVED)] == ["Ana"]
        assert drafts(home) == [{"giver": "Anaxyz"}]
        await app.press("ctrl+s")
        assert top(app) is dialog and "say under Why changed what made you change it" in told(app)
        dialog.set_focus(dialog._fields.editors["reason"])
        await app.put("her whole name")
        await app.press("ctrl+s")
        assert top(app) is not dialog and not drafts(home)
        (body,) = await said(stage, OBSERVED)
        assert (body["giver"], body["reason"]) == ("Anaxyz", "her whole name")


async def test_that_something_was_typed_since_is_told(home: Path) -> None:
    """Until more is typed."""
    async with hosted(home, (60, 16)) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        with saving_slowly(stage) as let:
            await waiting_too_long(stage, "ctrl+s", "x")
            let.set()
            await app.settle()
        assert "saved, but for what was typed since: it is a draft until ctrl+s saves" in told(app)
        await app.press("y")
        assert "saved, but" not in told(app) and dialog.values["giver"] == "Anaxy"


@pytest.mark.parametrize("then", ["ctrl+s", "question_mark", "ctrl+l"])
async def test_a_key_behind_ctrl_s_goes_where_the_form_went(home: Path, then: str) -> None:
    """Saved once, with no word of another copy, and no draft is left of it."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        with saving_slowly(stage) as let:
            await app.pilot.press("ctrl+s", then)
            assert top(app) is dialog
            let.set()
            await app.settle()
        assert top(app) is not dialog and not drafts(home)
        contents = await app.wiring.journal.contents()
        kinds = [each["kind"] for _, each in contents.documents]
        assert kinds.count(OBSERVED) == 1
        assert ("it still lacks" in app.text()) == (then != "question_mark")
        assert isinstance(top(app), HelpScreen) == (then == "question_mark")


@pytest.mark.parametrize(("then", "stands"), [("escape", "Ana"), ("x", "Anax")])
async def test_who_leaves_while_it_is_saved_hears_that_it_was_not(
    home: Path, then: str, stands: str
) -> None:
    """The form stays with the sentence, and is left by the next escape; the text is a draft.

    A key that was meant for what is seen after a saving does nothing here; letters are written.
    """
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        with saving_slowly(stage, "not saved, the disk is full") as let:
            await app.pilot.press("ctrl+s", then)
            let.set()
            await app.settle()
            assert top(app) is dialog and "not saved, the disk is full" in told(app)
            await app.press("escape")
        assert top(app) is not dialog and drafts(home) == [{"giver": stands}]


async def test_who_types_and_leaves_while_it_is_saved_has_a_draft(home: Path) -> None:
    """Over what was saved, with nothing to tell of it."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        with saving_slowly(stage) as let:
            await waiting_too_long(stage, "ctrl+s", "x", "escape")
            let.set()
            await app.settle()
        assert top(app) is not dialog and drafts(home) == [{"giver": "Anax"}]
        dialog = await opened(stage, dialog._made.entry)
        assert dialog.values["giver"] == "Anax" and "older" not in told(app)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_a_text_from_before_what_another_copy_saved_stands_there(
    home: Path, size: tuple[int, int]
) -> None:
    """With a word of it that is seen at once, and whole, in the smallest window."""
    async with hosted(home, size) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        await app.press("ctrl+s")
        entry = dialog._made.entry
        dialog = await opened(stage, entry)
        at(dialog)
        await app.put(HOSTILE)
        await app.press("escape")
        other = Wiring(Home(home), clock=stage.clock)
        form = await other.observing.open(stage.hosted.session, entry)
        form.take({"feedback": "good questions", "reason": "s"})
        assert await form.save()
        other.close()
        dialog = await opened(stage, entry)
        assert dialog.values["giver"] == HOSTILE and dialog.values["feedback"] == "good questions"
        assert "Your draft is older than what was saved on Wed 25 Nov at" in told(app)
        assert "stands here; ctrl+s saves it as the next revision." in told(app)
        await app.press("escape")
        assert drafts(home) == [{"giver": HOSTILE}]


async def test_a_clock_that_goes_back_takes_nothing_from_the_screen(home: Path) -> None:
    """What was half written stands there again."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.put("Ana")
        await app.press("ctrl+s")
        stage.clock.at = stage.clock.at.replace(year=2025)
        at(dialog := await opened(stage, dialog._made.entry))
        await app.put("Ana Maria")
        await app.press("escape")
        dialog = await opened(stage, dialog._made.entry)
        assert dialog.values["giver"] == "Ana Maria" and "older" not in told(app)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_the_text_of_another_copy_is_told_and_a_key_away(
    home: Path, size: tuple[int, int]
) -> None:
    """Ctrl+l puts it here and back again; once this one is saved it comes up by itself."""
    async with hosted(home, size) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        await app.press("ctrl+l")
        assert "no other text of this was kept" in told(app)
        await app.put("typed here")
        await app.press("escape")
        (own,) = (home / "drafts").glob("observation-*.json")
        draft = json.loads(own.read_text("ascii"))
        left = {**draft, "typed": {"giver": HOSTILE, "role": "mentor", "feedback": "a\nb"}}
        own.with_name(f"{own.stem}~~2.json").write_text(json.dumps(left), "ascii")
        dialog = await opened(stage, dialog._made.entry)
        shown = dialog.values
        assert "Another text of this was kept, typed on Wed 25 Nov at" in told(app)
        assert "ctrl+l puts it here" in told(app)
        assert "ctrl+l: another" in app.panel("form-head")
        await app.press("f1")
        assert "ctrl+l the other text" in told(app)
        await app.press("f1", "ctrl+l")
        assert dialog.values == {**shown, **left["typed"]}
        assert "this was typed on Wed 25 Nov at" in told(app)
        at(dialog)
        await app.press("end", "!", "ctrl+l")
        assert dialog.values == shown
        await app.press("ctrl+s")
        dialog = await opened(stage, dialog._made.entry)
        assert dialog.values["giver"] == f"{HOSTILE}!" and dialog.values["role"] == "mentor"
        assert "Your draft is older" in told(app) and "reason" in dialog.values


async def test_a_letter_that_chooses_nothing_is_told(home: Path) -> None:
    """So is what is pasted where words are chosen; nothing of it is taken for a choice."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        for key in ("mode", "role"):
            field = dialog._fields.editors[key]
            dialog.set_focus(field)
            before = field.value
            await app.press("x")
            assert "no word to choose here begins with x" in told(app)
            app.app.screen.focused.post_message(Paste("Ana"))  # type: ignore[union-attr]
            await app.settle()
            assert "not taken: nothing is typed here" in told(app) and field.value == before


async def test_a_day_that_stands_there_is_replaced_by_what_is_typed(home: Path) -> None:
    """As a number is; what was left half typed is gone on with."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        assert dialog.values["observed_on"] == "2026-11-25"
        day = at(dialog, "observed_on")
        await app.settle()
        await app.write("24 N")
        assert day.value == "24 N"
        at(dialog)
        at(dialog, "observed_on")
        await app.settle()
        await app.write("ov")
        assert day.value == "24 Nov"


async def test_what_would_be_left_out_is_named(home: Path) -> None:
    """Every field of it, with why the first of them is."""
    async with hosted(home) as stage:
        app, (dialog, _) = stage.app, await first(stage)
        for key, text in (("given_on", "soon [x]"), ("link", "nowhere")):
            at(dialog, key)
            await app.put(text)
        await app.press("f7", "f7")
        said = told(app)
        assert "Save without this? Given on, “soon [x]”: the day is written" in said
        assert "Link, “nowhere”: " in said and isinstance(top(app), ConfirmDialog)
        await app.press("escape")
        assert top(app) is dialog and not dialog.saved and dialog.focused is at(dialog, "given_on")
        assert dialog.values["given_on"] == "soon [x]" and "the day is written" in told(app)
        at(dialog, "giver")
        await app.put("Ana")
        await app.press("ctrl+s", "enter")
        assert app.notice == "Saved without Given on, “soon [x]” and Link, “nowhere”."

"""Choosing by letters: several are one beginning, and prose changes no choice."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.forms.form import Choices, Form, FormField
from facilitui.widgets import choice_finding
from facilitui.widgets.form_choices import ChoiceField, ChoiceList
from tests.ui.driving import SIZES, Driven, driven

NONE = ("", "not told yet")
FEW: Choices = (NONE, ("b", "At its beginning"), ("e", "At its end"))
MANY: Choices = (
    NONE,
    ("f", "The facilitator"),
    ("c", "The community"),
    ("s", "Another school"),
    ("n", "Now and then"),
)
LONG: Choices = (
    NONE,
    *(
        (f"{n}", f"Computer Science {name} for everybody who takes part in the workshops this year")
        for n, name in enumerate(("Fundamentals", "Principles", "Discoveries"))
    ),
)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, these letters are typed together."""
    monkeypatch.setattr(choice_finding, "PAUSE_SECONDS", 3600.0)


async def form(app: Driven, choices: Choices, value: str = "") -> FormDialog:
    """A form with one choice and a line, the keys in the choice."""
    fields = (FormField("one", "Which?", value, choices=choices), FormField("two", "Words", ""))
    dialog = FormDialog(Form("Choosing", fields, lambda said, _: said), lambda _: "")
    await app.show(dialog)
    await app.settle()
    return dialog


@pytest.mark.parametrize("choices", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("value", ["", "chosen"])
async def test_prose_changes_no_choice_and_is_told(
    home: Path, choices: Choices, value: str
) -> None:
    """Also where it begins as a choice does, and whatever was chosen before it."""
    async with driven(home) as app:
        was = choices[2][0] if value else ""
        dialog = await form(app, choices, was)
        await app.write("not that: another, thing 2")
        assert dialog.values["one"] == was
        assert "no word to choose here begins with “not tha" in " ".join(app.text().split())
        assert "what was chosen stays" in " ".join(app.text().split())


async def test_more_letters_than_one_find_a_choice(home: Path) -> None:
    """With the blanks between them; the same letter again goes on, and an arrow begins anew."""
    async with driven(home) as app:
        dialog = await form(app, FEW)
        assert isinstance(dialog.focused, ChoiceField)
        await app.write("at its e")
        assert dialog.values["one"] == "e"
        await app.press("left")
        await app.write("a")
        assert dialog.values["one"] == "e"
        await app.press("escape")
        dialog = await form(app, MANY)
        assert isinstance(dialog.focused, ChoiceList)
        await app.write("the c")
        assert dialog.values["one"] == "c"
        await app.press("tab", "shift+tab")
        for chosen in ("n", "", "n"):
            await app.write("n")
            assert dialog.values["one"] == chosen


async def test_letters_that_come_later_begin_anew(home: Path) -> None:
    """Nobody has to press anything else between two tries."""
    async with driven(home) as app:
        dialog = await form(app, MANY)
        field = dialog.focused
        assert field is not None
        for seconds, letter in ((1e6, "x"), (1e6 + 4e3, "t"), (1e6 + 4e3, "h"), (1e6 + 8e3, "a")):
            key = Key(letter, letter)
            key.time = seconds
            field.on_key(key)  # type: ignore[attr-defined]
            await app.settle()
            assert dialog.values["one"] == {"x": "", "t": "f", "h": "f", "a": "s"}[letter]


@pytest.mark.parametrize("more", [(), (("x", "Another"), ("y", "One more"))], ids=["few", "many"])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_word_is_shown_whole(home: Path, size: tuple[int, int], more: Choices) -> None:
    """While it is chosen, and once it was."""
    async with driven(home, size) as app:
        dialog = await form(app, (*LONG, *more))
        await app.press(*(["down"] * 3 + ["space"] if more else ["right"] * 3))
        assert dialog.values["one"] == "2"
        inside = (line.split("│")[1] for line in app.text().split("\n") if line.count("│") == 2)
        said = " ".join(" ".join(inside).split())
        assert "Computer Science Discoveries for everybody" in said and "this year" in said
        assert "…" not in said
        await app.press("tab")
        assert "…" not in app.text().replace("… Words", "")


@pytest.mark.parametrize("choices", [FEW, MANY], ids=["few", "many"])
async def test_left_and_right_choose_in_every_choice(home: Path, choices: Choices) -> None:
    """However many words there are; up and down go on and change nothing."""
    async with driven(home, (60, 16)) as app:
        dialog = await form(app, choices)
        for key, place in (("right", 1), ("right", 2), ("left", 1), ("left", 0), ("left", -1)):
            await app.press(key)
            assert dialog.values["one"] == choices[place][0]
        await app.press(*["down"] * 9)
        assert dialog.values["one"] == choices[-1][0]


async def test_where_nothing_is_chosen_right_chooses_what_the_keys_are_on(home: Path) -> None:
    """Nothing is passed over."""
    async with driven(home) as app:
        dialog = await form(app, MANY, "gone")
        await app.press("right")
        assert dialog.values["one"] == MANY[0][0]

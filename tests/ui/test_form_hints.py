"""What a form tells: hints in whole clauses, what is wrong only while it is, the field's keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui.core.errors import Refused
from facilitui.core.pathways.entering import refuse_without_reason
from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.form_foot import still_wrong, told_lines
from facilitui.screens.dialogs.form_rows import LONG_LABEL
from facilitui.services.forms import Form, FormField, Kind
from facilitui.services.forms.form import Fault
from facilitui.services.forms.reason import reason_field
from facilitui.widgets.form_texts import whole_hint
from tests.core.pathways.journals import CLEE, CODEORG, CORE, NEA
from tests.ui.test_dialogs import as_it_is, asked, open_form
from tests.ui.test_form_dialog import FRUIT, number

ASKED = [
    each.text
    for pathway in (CLEE, CORE, NEA, CODEORG)
    for phase in pathway.phases
    for each in phase.requirements
]


@given(st.text(max_size=60), st.integers(1, 60))
def test_a_hint_is_whole_or_not_there(hint: str, width: int) -> None:
    """Nobody reads half of one for all of it."""
    assert whole_hint(hint, width) == (hint if cell_len(hint) <= width else "")


async def test_a_hint_is_told_once(home: Path) -> None:
    """Below the fields for the one that the keys are in, in its place for every other one."""
    fields = (
        FormField("line", "Line", "", "a hint for the line"),
        FormField("text", "Text", "", "a hint for the text", kind=Kind.TEXT),
    )
    form: Form[Plan] = Form("A form", fields, as_it_is)
    async with asked(home, lambda: FormDialog(form, lambda values: "")) as (app, _):
        for _ in fields:
            for field in fields:
                assert app.text().count(field.hint) == 1
            await app.press("tab")


NUMBERS = (FormField("one", "One", "1", read=number), FormField("two", "Two", "2", read=number))
WRONG = "that is [no] number"


async def test_what_is_wrong_is_told_no_longer_than_it_is(home: Path) -> None:
    """From the key that makes the last field right; in every field until then."""
    form: Form[Plan] = Form("A form", NUMBERS, as_it_is)
    made = FormDialog(form, lambda values: next((f.told for f in form.faults(values).values()), ""))
    async with asked(home, lambda: made) as (app, _):
        for key in ("x", "down", "y"):
            await app.press(key)
        open_form(app)._hand_over()
        await app.press("backspace")
        assert WRONG in app.panel("foot")
        await app.press("5")
        assert WRONG in app.panel("foot")
        await app.press("up", "backspace", "7")
        assert WRONG not in app.panel("foot")


def test_what_no_field_is_at_fault_for_is_told_until_it_is_handed_over_again() -> None:
    """A fault that is mended gives way to the next one."""
    one, two = Fault("one"), Fault("two")
    assert still_wrong("the whole", {"a": one}, {}) == "the whole"
    assert still_wrong("one", {"a": one, "b": two}, {"b": two}) == "two"
    assert still_wrong("one", {"a": one}, {}) == "" == still_wrong("", {}, {"a": one})


async def test_it_is_said_which_keys_choose_and_which_move(home: Path) -> None:
    """In the line of keys of a field with many words, whole at the smallest size."""
    words = (*FRUIT, ("q", "Quince"), ("r", "Raspberry"))
    form: Form[Plan] = Form("A form", (FormField("kind", "Kind", "a", "", words),), as_it_is)
    async with asked(home, lambda: FormDialog(form, lambda values: ""), (60, 16)) as (app, _):
        foot = app.panel("foot")
        assert "← → enter choose" in foot and "↑↓ move" in foot and "escape done" in foot
        await app.press("q")
        assert open_form(app).values["kind"] == "q"
        await app.press("left", "space")
        assert open_form(app).values["kind"] == "plum"


@given(st.lists(st.sampled_from(ASKED), min_size=1, max_size=6, unique=True))
def test_what_to_do_is_read_whole_however_long_the_names_are(lacks: list[str]) -> None:
    """In the foot of a form at 60 columns: names give way in their middle, the sentence never."""
    with pytest.raises(Refused) as caught:
        refuse_without_reason(lacks, "")
    lines = told_lines(("",), str(caught.value), 48)
    foot = " ".join(" ".join(each.plain for each in lines).split())
    assert foot.endswith("why it is entered all the same.")
    assert (f" and {len(lacks) - 2} more" in foot) is (len(lacks) > 2)


def test_the_heading_above_why_reads_as_no_field() -> None:
    """It is longer than what any field is called, so nothing seems to be missing beside it."""
    (field,) = reason_field(revised=True)
    assert cell_len(field.section) > LONG_LABEL

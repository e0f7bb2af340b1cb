"""Schools as somebody writes them down: what may be several in one line is asked about."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.words import Holder
from facilitui.screens.dialogs.form_foot import told_lines
from facilitui.services.forms.enrolment import NO_NAME
from tests.services.pathways.enrolment_home import CORE, fill
from tests.services.pathways.log_home import LogHome


@pytest.mark.parametrize("line", ["Lincoln, Mission", "Lincoln; Mission", "Lincoln | Mission"])
async def test_a_line_that_may_be_several_schools_is_told_to_be_one(line: str) -> None:
    """And how to divide it; one that is called so stays as it is."""
    home = LogHome()
    made = await home.desk.enrol(CORE)
    fill(made, name="We", schools=f"North\n{line}")
    told = made.form.follow(made.values)["schools"].below
    assert told == (f"“{line}” is one school; write a line for each where they are several",)
    fill(made, schools="North\nLincoln\nMission")
    assert not made.form.follow(made.values)["schools"].below
    fill(made, schools=f"North\n{line}")
    assert await made.save() and [each.name for each in made.state.schools] == ["North", line]


@pytest.mark.parametrize("width", [48, 58])
async def test_that_a_line_is_for_each_is_told_beside_what_is_wrong(width: int) -> None:
    """However long that is."""
    made = await LogHome().desk.enrol(CORE)
    (field,) = (each for each in made.form.fields if each.key == "schools")
    first, *_ = told_lines((field.hint,), NO_NAME[Holder.GROUP], width)
    assert first.plain.startswith("one a line;")

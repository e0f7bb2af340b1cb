"""The figures of a recovery agree with one another, whatever they are rounded from."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions.outlook import outlook
from facilitui.core.vocabulary import BlockKind
from facilitui.widgets.live_recovery import head_lines, offer_rows, preview_lines
from tests.core.making import agenda, part
from tests.core.recoveries import moment, overrunning

BLOCKS = (
    *agenda(part("open", 10)),
    *agenda(part("talk", 13.25, min=8), part("listen to what others say of it", 7, min=5)),
    *agenda(part("break", 5, min=5), kind=BlockKind.BREAK),
    *agenda(part("share", 10.5, min=6)),
)
FIGURES = re.compile(r"(\d+) min won, ends (\d+):(\d+)")
PAST = re.compile(r"^(\d+) minutes? past the planned end, (\d+):(\d+)")


@given(st.integers(60, 1800))
def test_what_is_won_is_what_lies_between_the_ends_that_are_told(seconds: int) -> None:
    """Five minutes late and five won is an end as planned, never half a minute beside it."""
    script = overrunning(BLOCKS, seconds / 60)
    told = outlook(script.course, moment(script))
    late, *planned = map(int, PAST.findall(head_lines(told, 90)[0].plain)[0])
    ends = planned[0] * 60 + planned[1] + late
    rows = [
        " ".join(line.plain for line in row.draw(90, False)) for row in offer_rows(told, airy=True)
    ]
    figures = [tuple(map(int, each)) for row in rows for each in FIGURES.findall(row)]
    assert figures
    for won, hours, minutes in figures:
        assert hours * 60 + minutes == ends - won


@given(st.integers(1, 90))
def test_every_line_of_a_preview_is_as_wide_as_there_is_room(width: int) -> None:
    """A title goes on where its own row has no figures; all figures stand under one another."""
    script = overrunning(BLOCKS, 6)
    told = outlook(script.course, moment(script))
    for offer in told.shown:
        lines = preview_lines(offer, told, width)
        assert width < 40 or all(line.cell_length <= width for line in lines)


def test_a_title_uses_the_columns_that_its_own_row_leaves() -> None:
    """At 80x24 a step that does not change is told in full beside one that does."""
    script = overrunning(BLOCKS, 6)
    told = outlook(script.course, moment(script))
    lines = [line.plain for line in preview_lines(told.shown[1], told, 44)]
    assert any("listen to what others say of it" in line for line in lines)

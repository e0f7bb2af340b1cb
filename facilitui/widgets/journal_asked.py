"""What stands under the search line: what is asked for, in words, or what can be asked for."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.asked_told import asked_told, corrected_told
from facilitui.core.told import capital
from facilitui.services.shown import Shown
from facilitui.widgets.filter_line import NAMES

MOST_LINES = 2
OFFERED = f"filters  {NAMES}  tab completes"
OFFERED_SHORT = f"tab {NAMES}"


def asked_lines(shown: Shown, width: int, *, offer: bool, typed: str = "") -> t.Lines:
    """What is wrong with what is asked, what it was taken for and means, else what can be asked.

    Nothing where only words are asked for, which are set off wherever they are found.
    """
    if shown.trouble:
        told = t.in_lines(f"{shown.trouble[:1].upper()}{shown.trouble[1:]}.", width - 2, MOST_LINES)
        return t.labelled(t.accent("! "), told, 2)
    hint = f"{shown.hint[:1].upper()}{shown.hint[1:]}." if shown.hint else ""
    corrected = corrected_told(shown.corrected, typed)
    means = asked_told(shown.filters, () if corrected else shown.words) if shown.filters else ""
    parts = (hint, corrected, capital(means) if hint or corrected else means)
    said = " ".join(filter(None, parts))
    if said:
        return [t.fitted(t.soft(line.plain), width) for line in t.in_lines(said, width, MOST_LINES)]
    return [t.fitted(t.soft(_offered(width)), width)] if offer else []


def _offered(width: int) -> str:
    return OFFERED if len(OFFERED) <= width else OFFERED_SHORT

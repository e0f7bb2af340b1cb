"""What stands under the search line: what is asked for, in words, or what can be asked for."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.journals.asked_told import asked_told, corrected_told
from facilitui.core.journals.journal_query import Known
from facilitui.core.told import capital
from facilitui.services.journals.shown import Shown
from facilitui.widgets.filter_line import NAMES, Choices, FilterLine

MOST_LINES = 2
LACKING_LINES = 3
"""It names a session, and says at its end what to do."""
NO_CHOICES = Choices()
OFFERED = f"filters  {NAMES}  tab completes"
OFFERED_SHORT = f"tab {NAMES}"


def asked_below(line: FilterLine, shown: Shown, typed: str) -> t.Draw:
    """What stands below a search line while that is as it is now; `typed` is what was found."""
    here = line.has_focus
    choices, offer = line.choices if here else NO_CHOICES, here and not line.value
    return lambda width: asked_lines(
        shown, width, offer=offer, typed=typed, choices=choices, known=line.known
    )


def asked_lines(
    shown: Shown,
    width: int,
    *,
    offer: bool,
    typed: str = "",
    choices: Choices = NO_CHOICES,
    known: Known = lambda _: (),
) -> t.Lines:
    """What can be chosen at the cursor, else what is wrong with what is asked or what it means.

    Nothing where only words are asked for, which are set off wherever they are found, nor where
    nothing is found, which is told with what was asked for in place of the list.
    """
    if choices:
        return [choice_line(choices, width)]
    lacking = _warned(shown.lacking, width, LACKING_LINES) if shown.lacking else []
    if shown.trouble:
        return [*_warned(f"{capital(shown.trouble)}.", width, MOST_LINES), *lacking]
    hint = f"{capital(shown.hint)}." if shown.hint else ""
    corrected = corrected_told(shown.corrected, typed)
    found = bool(shown.rows) and shown.filters
    means = asked_told(shown.filters, () if corrected else shown.words, known) if found else ""
    said = " ".join(filter(None, (hint, corrected, capital(means))))
    if said:
        lines = t.in_lines(said, width, MOST_LINES)
        return [*(t.fitted(t.soft(line.plain), width) for line in lines), *lacking]
    return lacking or ([t.fitted(t.soft(_offered(width)), width)] if offer else [])


def _warned(told: str, width: int, most: int) -> t.Lines:
    return t.labelled(t.accent("! "), t.in_lines(told, width - 2, most), 2)


def choice_line(choices: Choices, width: int) -> Content:
    """What tab goes through, as many as fit from the one before the chosen one on, and how many
    more there are.
    """
    first, count = max(0, choices.at - 1), len(choices.told)
    line = t.strong("tab")
    for n in range(first, count):
        one = (t.strong if n == choices.at else t.soft)(choices.told[n])
        left = t.soft(f"  +{count - (n - first)}")
        longer = t.join(line, "  ", one)
        rest = t.soft(f"  +{count - (n - first) - 1}") if n - first + 1 < count else t.BLANK
        if longer.cell_length + rest.cell_length > width and n > max(first, choices.at):
            return t.fitted(t.join(line, left), width)
        line = longer
    return t.fitted(t.join(line, t.soft(f"  +{first}") if first else ""), width)


def _offered(width: int) -> str:
    return OFFERED if len(OFFERED) <= width else OFFERED_SHORT

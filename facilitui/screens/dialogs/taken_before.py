"""What is asked where answers of a form were taken before."""

from __future__ import annotations

from facilitui.core.responses.feedback_coming import Overlap
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.services.responses.taken_before import Apart

OVER, NEW, BESIDE = "over", "new", "beside"
"""Take all in the place of those before, only those that are new, or all beside them."""


def ask_again(found: Overlap, apart: Apart | None) -> ChooseDialog:
    """How to take a form of which all or some was taken before; the safest way first."""
    if apart is not None:
        return ChooseDialog(f"{apart.told} are there already", _ways(apart), away="take nothing")
    same = found is Overlap.SAME
    return ChooseDialog(
        "These answers were taken before" if same else "Some of these answers were taken before",
        [
            Choice(OVER, "Take them in their place", "the ones before stay in its history"),
            Choice(BESIDE, "Take them as answers of their own", "they count twice then"),
        ],
        away="take nothing",
    )


def _ways(apart: Apart) -> list[Choice]:
    """Where most of what was taken is in the form, it is put right by it; else it goes on."""
    gone = f"{apart.gone:,} not in this file will not count" if apart.gone else ""
    over = Choice(OVER, "Take all in the place of those before", gone)
    new = Choice(NEW, f"Take only what is new: {apart.new:,}", "beside those before")
    twice = Choice(BESIDE, "Take all as answers of their own", f"{apart.again:,} count twice then")
    added = [new] if apart.new else []
    return [*added, over, twice] if apart.goes_on else [over, *added, twice]

"""The newest debriefs as Home lists them, each with the minutes that its session ran."""

from __future__ import annotations

from datetime import tzinfo
from math import isfinite

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.overview import Recent
from facilitui.core.told import minutes_over, minutes_run, signed
from facilitui.services.debriefs.to_debrief import moment_here


def recent_row(debrief: Debrief, zone: tzinfo | None) -> Recent:
    """A debrief by its session; `zone` is that of the place where this was held."""
    return Recent(
        entry=entry_id(debrief.session),
        title=debrief.title,
        when=moment_here(debrief.held_at, zone),
        minutes=_minutes_run(debrief),
        over=_over(debrief),
        session=debrief.session,
    )


def _fact(debrief: Debrief, name: str) -> str:
    return next((fact.value for fact in debrief.facts if fact.name == name), "")


def _minutes_run(debrief: Debrief) -> str:
    """As they stand in a column of minutes; as they were saved where that is no number."""
    saved = _fact(debrief, "Minutes run")
    try:
        ran = float(saved)
    except ValueError:
        return saved
    return minutes_run(ran) if isfinite(ran) else saved


def _over(debrief: Debrief) -> str:
    """Minutes over what was planned, with their sign; empty where the facts are no numbers."""
    try:
        ran, planned = (float(_fact(debrief, f"Minutes {word}")) for word in ("run", "planned"))
    except ValueError:
        return ""
    over = minutes_over(ran, planned)
    return signed(over) if isfinite(over) else ""

"""How a protocol's steps went so far, told beside their minutes and offered in their place."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.library.protocol import Step
from facilitui.core.plans.fitting import fit
from facilitui.core.plans.grouping import Run
from facilitui.core.told import figure
from facilitui.core.trends.drift import Drift, Proposed, proposed, step_told
from facilitui.services.forms.offered import Change, Offered

WORD = "as it went"
QUESTION = "Plan these steps as they went?"
FITTED = "fitted to what is left"
HOW_TOLD = "how it ran: medians, with directions"


def went(step: Step, drift: Drift | None) -> tuple[str, ...]:
    """How a step went, in a line; none where it was never run."""
    known = drift.steps.get(step.id) if drift else None
    return (step_told(known),) if known else ()


def as_they_went(
    run: Run, minutes: float, fixed: Mapping[str, float], drift: Drift
) -> Offered | None:
    """The medians as the minutes of those steps that were run often enough.

    None of the others is given time that it did not take so far. `minutes` are the block's,
    `fixed` those that were set for its steps. None where nothing would change by it.
    """
    medians = _proposed(run, drift)
    taken = {step: each.minutes for step, each in medians.items()}
    if taken.items() <= fixed.items():
        return None
    before = fit(run.steps, run.counts, minutes, fixed)
    notes = {step: each.limit for step, each in medians.items()}
    after = fit(run.steps, run.counts, minutes, {**fixed, **taken})
    while grown := _grown_though_shorter(drift, before, after):
        taken |= {step: before[step] for step in grown}
        notes |= {step: f"stays, {step_told(drift.steps[step])}" for step in grown}
        after = fit(run.steps, run.counts, minutes, {**fixed, **taken})
    changes = tuple(
        Change(
            step.short_name,
            figure(before[step.id]),
            figure(after[step.id]),
            _note(step, notes.get(step.id, FITTED), after[step.id] - before[step.id]),
        )
        for step in run.steps
        if before[step.id] != after[step.id] or step.id in taken
    )
    sums = " → ".join(dict.fromkeys(figure(_sum(run, each)) for each in (before, after)))
    return Offered(
        WORD,
        QUESTION,
        changes,
        f"{sums} of the block's {figure(minutes)} min",
        {step: figure(value) for step, value in taken.items()},
    )


def _grown_though_shorter(
    drift: Drift, before: Mapping[str, float], after: Mapping[str, float]
) -> list[str]:
    """Steps that would be given time though the few runs of them took less than was planned."""
    shorter = (step for step, of in drift.steps.items() if of.over < 0 and not of.enough)
    return [step for step in shorter if step in after and after[step] > before[step]]


def _note(step: Step, note: str, more: float) -> str:
    """Why it becomes what it becomes; where it is shortened, that it should give time last."""
    kept = "silence" if step.silent else "protected" if step.protected else ""
    last = f"this is {kept}" if kept and more < 0 else ""
    return ", ".join(filter(None, (note, last)))


def _proposed(run: Run, drift: Drift) -> dict[str, Proposed]:
    known = ((step, drift.steps.get(step.id)) for step in run.steps)
    return {step.id: proposed(step, of) for step, of in known if of and of.enough}


def _sum(run: Run, minutes: Mapping[str, float]) -> float:
    return sum(minutes[step.id] * run.counts[step.id] for step in run.steps)

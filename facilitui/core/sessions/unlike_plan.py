"""What will not run as it was planned, told before a session begins: afterwards it is too late."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from facilitui.core.checks.check import kind_of, short
from facilitui.core.checks.names import broken_names
from facilitui.core.checks.subject import subject_of
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.plan import Plan

_RUNS = {
    "no-such-protocol": "it runs as one block",
    "steps-backwards": "it runs as one block",
    "no-such-step": "what was set for that step has no effect",
}
"""What each check that changes what is run makes of it."""


def unlike_plan(
    plan: Plan, protocols: Mapping[str, Protocol], norm_sets: Collection[str]
) -> tuple[str, ...]:
    """A sentence for each, as the plan's checks find it; also where one of them was set aside.

    `norm_sets` are the names of those that are known; norms of any other are not agreed on.
    """
    subject = subject_of(plan, protocols, expand(plan, protocols), (), None)
    checks = ((check.text, _RUNS.get(kind_of(check.id))) for check in broken_names(subject))
    lost = (short(each) for each in plan.norms.sets if each not in norm_sets)
    return (
        *(f"{text}; {runs}." for text, runs in checks if runs),
        *(f"There is no norm set “{name}”; its norms are left out." for name in lost),
    )

"""What will not run as it was planned, told before a session begins: afterwards it is too late."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.agenda import expand
from facilitui.core.checks.check import kind_of
from facilitui.core.checks.names import broken_names
from facilitui.core.checks.subject import subject_of
from facilitui.core.plan import Plan
from facilitui.core.protocol import Protocol

_RUNS = {
    "no-such-protocol": "it runs as one block",
    "steps-backwards": "it runs as one block",
    "no-such-step": "what was set for that step has no effect",
}
"""What each check that changes what is run makes of it."""


def unlike_plan(plan: Plan, protocols: Mapping[str, Protocol]) -> tuple[str, ...]:
    """A sentence for each, as the plan's checks find it; also where one of them was set aside."""
    subject = subject_of(plan, protocols, expand(plan, protocols), (), None)
    checks = ((check.text, _RUNS.get(kind_of(check.id))) for check in broken_names(subject))
    return tuple(f"{text}; {runs}." for text, runs in checks if runs)

"""The rule of a score gate as it stands for one enrolment."""

from __future__ import annotations

from facilitui.core.pathways.enrolment import Enrolment, OwnRule
from facilitui.core.pathways.requirements import ScoreGate


def own_rule_of(gate: ScoreGate, enrolment: Enrolment) -> OwnRule | None:
    """What the programme stated to this enrolment in place of the file's; None for nothing."""
    stated = (each for each in reversed(enrolment.rules) if each.requirement == gate.id)
    return next(stated, None)


def rule_of(gate: ScoreGate, enrolment: Enrolment) -> ScoreGate:
    """The gate with the rule that stands for the enrolment."""
    own = own_rule_of(gate, enrolment)
    if own is None:
        return gate
    stated = {"at_least": own.at_least, "one_at_least": own.one_at_least}
    return gate.model_copy(update=stated)

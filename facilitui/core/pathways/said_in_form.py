"""What one form of an enrolment changes of it, so that what others changed can be told apart."""

from __future__ import annotations

from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.form_drafts import FormDraft, FormOf


def said_in(enrolment: Enrolment, which: FormDraft) -> object:
    """That part of an enrolment, to be compared with what another state of it says there."""
    match which.form:
        case FormOf.AREAS:
            return enrolment.areas
        case FormOf.RULE:
            return [each for each in enrolment.rules if each.requirement == which.about]
        case FormOf.PHASE:
            return enrolment.entered
        case FormOf.ASIDE:
            return [each for each in enrolment.aside if each.requirement == which.about]
        case FormOf.CLOSING:
            return enrolment.closed_on
        case FormOf.NEW | FormOf.DETAILS:
            said = enrolment
            return said.name, said.group, said.started_on, said.schools, said.parameters

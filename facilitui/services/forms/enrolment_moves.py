"""The forms in which an enrolment is said to stand otherwise: what waits, what is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.enrolling import (
    aside_of,
    asked_again,
    closed,
    last_day,
    with_aside,
)
from facilitui.core.pathways.enrolment import Enrolment, SetAside
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.words import Word
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_asked import Asked, day_field, told_days
from facilitui.services.forms.form import FormField, Kind, words

NO_ASIDE_REASON = "say why it is set aside; it stands on the evidence summary"
NOT_CHOSEN = "choose whether it waits or is set aside; a reason alone changes nothing"


class Asking(Word):
    """Whether a requirement is asked of somebody."""

    ASKED = "asked", "It is asked"
    WAITS = "waits", "Waiting for an opportunity"
    ASIDE = "aside", "Set aside"


def aside_form(enrolment: Enrolment, requirement: Requirement, today: date) -> Asked:
    """Whether a requirement is asked, waits for an opportunity or is set aside, and why."""
    now = aside_of(enrolment, requirement.id)
    stands = Asking.ASKED if now is None else Asking.WAITS if now.waits else Asking.ASIDE
    fields = (
        FormField(
            "asking",
            "It is now",
            stands.value,
            "one that waits or is set aside is no next step",
            words(Asking),
            read=Asking,
        ),
        FormField(
            "why",
            "Why",
            now.reason if now else "",
            "which opportunity is waited for, or why it is not asked and who said so",
            kind=Kind.TEXT,
            read=r.text,
        ),
    )

    def make(enrolment: Enrolment, told: Mapping[str, object]) -> Enrolment:
        asking, why = told["asking"], str(told["why"]).strip()
        if asking is Asking.ASKED:
            if why and now is None:
                raise FacilituiError(NOT_CHOSEN)
            return asked_again(enrolment, requirement.id, requirement.text)
        if asking is Asking.ASIDE and not why:
            raise FacilituiError(NO_ASIDE_REASON)
        waits = asking is Asking.WAITS
        aside = SetAside(requirement=requirement.id, waits=waits, reason=why, on=today)
        return with_aside(enrolment, aside, requirement.text)

    return Asked("Asked, waiting or set aside", fields, make, lead=r.flat(requirement.text))


def closing_form(enrolment: Enrolment, today: date) -> Asked:
    """That an enrolment is over, since when, and what there is to remember of it."""
    fields = (
        day_field("on", "Closed on", enrolment.closed_on or today, today, last_day(enrolment)),
        FormField(
            "note",
            "Note",
            "",
            "how it ended; that is the programme's decision, or yours",
            kind=Kind.TEXT,
            read=r.text,
        ),
    )

    def make(enrolment: Enrolment, told: Mapping[str, object]) -> Enrolment:
        day = told["on"]
        return closed(enrolment, day, str(told["note"])) if isinstance(day, date) else enrolment

    return Asked("Close it", fields, make, told_days(fields, "on"))

"""The form about a debrief itself: with whom, in what part, and how the session met."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.debrief_words import Partner, Stance, Support
from facilitui.core.vocabulary import Mode, Role
from facilitui.core.words import Word
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.people import planner, planner_shown

MOST_PEOPLE = 100_000
Planners = tuple[Planner, ...]


def about_form(
    debrief: Debrief, counted: str, planned: Mode, planners: Planners = ()
) -> Form[Debrief]:
    """With whom, in what part, how it met; `counted` says how many the run counted.

    `planners` planned the session by its plan, for a debrief that says nothing of it.
    """
    said = debrief.planned_with
    with_them = _planned_with(planners if said is None else said)
    fields = (*_who(debrief), *_how(debrief, counted, planned), with_them)

    def change(debrief: Debrief, values: Values) -> Debrief:
        return debrief.model_copy(update=read_all(fields, values))

    return Form("About this debrief", fields, change, subject="the debrief")


def _who(debrief: Debrief) -> tuple[FormField, ...]:
    """One's own role first: what counts for a pathway hangs on it, and it is never left empty."""
    return (
        FormField(
            "my_role",
            "My role",
            debrief.my_role.value,
            "your part in the session",
            words(Role),
            section="You in the session",
            read=Role,
        ),
        _chosen("stance", "Stance", debrief.stance, "how you were with the group", Stance),
        _chosen("support", "Support", debrief.support, "how much help you needed", Support),
        FormField(
            "partners",
            "With",
            " ".join(debrief.partners),
            "who debriefed it with you; some pathways ask for staff or peers",
            words(Partner),
            kind=Kind.MANY,
            section="Who debriefs",
            read=_partners,
        ),
        FormField(
            "with_whom",
            "Names",
            debrief.with_whom,
            "Ana and Ben; stays in your journal",
            read=r.a_line("names"),
        ),
        FormField(
            "led_by_me",
            "Led by me",
            "yes" if debrief.led_by_me else "",
            "you led the debrief; some pathways count those",
            kind=Kind.YES,
            read=r.yes,
        ),
    )


def _how(debrief: Debrief, counted: str, planned: Mode) -> tuple[FormField, ...]:
    attendance = "" if debrief.attendance is None else str(debrief.attendance)
    none = f"As planned: {planned.label.lower()}"
    return (
        _chosen("mode", "How", debrief.mode, "how you met, if not as planned", Mode, none),
        FormField("place", "Place", debrief.place, "room 12", read=r.a_line("place")),
        FormField(
            "attendance",
            "How many",
            attendance,
            f"who came; empty is as the run counted: {counted}",
            name="number",
            read=_attendance,
        ),
    )


def _planned_with(planners: Planners) -> FormField:
    return FormField(
        "planned_with",
        "Planned with",
        r.in_lines(planners, planner_shown),
        "one a line: Kim, staff, 30 min; some pathways ask for staff",
        kind=Kind.LIST,
        read=r.listed(planners, planner_shown, _planner),
    )


def _planner(entry: str) -> Planner:
    """Somebody who planned, as the plan's own form reads it. Raises ValueError."""
    return Planner.model_validate(planner(entry).model_dump())


def _chosen(
    key: str, label: str, word: Word | None, hint: str, kind: type[Word], none: str = "Not told"
) -> FormField:
    """One word of a closed list, or none of them."""
    value = word.value if word is not None else ""
    section = "The session as it was" if key == "mode" else ""
    return FormField(
        key, label, value, hint, words(kind, none), section=section, read=_or_none(kind)
    )


def _or_none(kind: type[Word]) -> Callable[[str], Word | None]:
    return lambda typed: kind(typed) if typed else None


def _partners(typed: str) -> tuple[Partner, ...]:
    return tuple(Partner(each) for each in r.several(typed))


def _attendance(typed: str) -> int | None:
    return r.count(typed, most=MOST_PEOPLE) if typed.strip() else None

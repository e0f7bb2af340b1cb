"""The form about a debrief: everything it asks is kept, and nothing else is touched."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.debrief_about import ABOUT
from facilitui.core.debriefs.debrief_words import Partner, Stance, Support
from facilitui.core.vocabulary import Mode, Role
from facilitui.services.forms.debrief_about import about_form
from facilitui.services.forms.form import applied
from tests.core.making import HOSTILE

TYPED = {
    "partners": "co_facilitator staff",
    "with_whom": HOSTILE,
    "led_by_me": "yes",
    "my_role": "apprentice",
    "stance": "guide",
    "support": "0",
    "mode": "online",
    "place": " room 12 ",
    "attendance": "0",
    "planned_with": "Kim, staff, 30\nLu",
}


def test_all_that_is_told_is_kept_and_can_be_taken_back() -> None:
    """What was written stays; emptied again it is as if nothing had been told."""
    debrief = Debrief(learned="They waited")
    form = about_form(debrief, "9 here", Mode.HYBRID)
    told, why = applied(form, debrief, TYPED)
    assert why == "" and told == Debrief(
        learned="They waited",
        partners=(Partner.CO_FACILITATOR, Partner.STAFF),
        with_whom=HOSTILE,
        led_by_me=True,
        my_role=Role.APPRENTICE,
        stance=Stance.GUIDE,
        support=Support.NONE,
        mode=Mode.ONLINE,
        place="room 12",
        attendance=0,
        planned_with=(
            Planner(person="Kim", role=Role.STAFF, minutes=30),
            Planner(person="Lu", role=Role.PEER),
        ),
    )
    empty = {**dict.fromkeys(TYPED, ""), "my_role": "facilitator"}
    cleared = applied(about_form(told, "9 here", Mode.HYBRID), told, empty)[0]
    assert cleared == debrief.model_copy(update={"planned_with": ()}), "nobody else, as was said"
    assert {field.key for field in form.fields} == set(ABOUT)


def test_each_field_says_what_it_is_for() -> None:
    """And that nothing typed leaves what the run counted and the plan said."""
    fields = {each.key: each for each in about_form(Debrief(), "9 here", Mode.HYBRID).fields}
    assert all(each.hint for each in fields.values())
    assert "9 here" in fields["attendance"].hint
    assert fields["mode"].choices[0] == ("", "As planned: hybrid")


@pytest.mark.parametrize("typed", ["-1", "nine", "100001", "1e9", HOSTILE])
def test_what_is_no_number_of_people_is_told_and_the_rest_is_taken(typed: str) -> None:
    """Missing stays missing."""
    form = about_form(Debrief(), "not told", Mode.ONLINE)
    told, why = applied(form, Debrief(), {**TYPED, "attendance": typed})
    assert why and told.attendance is None and told.place == "room 12"

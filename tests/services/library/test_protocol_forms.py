"""The forms of a protocol: what is typed becomes the protocol, or a sentence that says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Cycle, Protocol
from facilitui.core.vocabulary import (
    Family,
    Mode,
    Per,
    Provenance,
    Purpose,
    Question,
    Silence,
    TurnsFor,
    Who,
)
from facilitui.services.forms.form import Form, applied
from facilitui.services.library.protocol_forms import form_of, people_form
from facilitui.services.library.protocol_step_forms import new_step_form
from tests.core.protocols import HOSTILE, protocol, protocols, step

MADE = protocol(step("a", "A"), step("b", "A"), step("c"))
PLACES = ("about", "group", "credit", "notes", "cycle A", "step a")


def form(place: str, made: Protocol = MADE) -> Form[Protocol]:
    """The form of a place."""
    found = form_of(made, place)
    assert found is not None
    return found


def filled(place: str, made: Protocol = MADE, **values: str) -> tuple[Protocol, str]:
    """The protocol after some fields are filled in, and what is told."""
    return applied(form(place, made), made, values)


@given(protocols())
def test_a_form_that_is_only_opened_changes_nothing(made: Protocol) -> None:
    """Whatever its fields show, handing them back as they are is no change."""
    places = ["about", "group", "credit", "notes", *(f"step {each.id}" for each in made.steps)]
    for place in (*places, *(f"cycle {each.id}" for each in made.cycles)):
        shown = {field.key: field.value for field in form(place, made).fields}
        assert applied(form(place, made), made, shown) == (made, "")


@given(st.sampled_from(PLACES), st.data())
def test_whatever_is_typed_leaves_a_protocol_that_can_be_used(
    place: str, data: st.DataObject
) -> None:
    """Any text in any field: it is taken or told, and the file would load."""
    texts = st.sampled_from((*HOSTILE, "", "0", "-1", "7", "1e9", "nan", "A", "Z", "x" * 500))
    values = {field.key: data.draw(texts) for field in form(place).fields}
    made, _ = applied(form(place), MADE, values)
    assert Protocol.model_validate(made.model_dump()) == made


def test_every_fact_can_be_changed() -> None:
    """Name to note, each with its own field."""
    made, told = filled("about", name="N", purpose="P", purposes="explore build_commitment")
    assert (made.name, made.purpose, told) == ("N", "P", "")
    assert made.purposes == (Purpose.EXPLORE, Purpose.BUILD_COMMITMENT)
    made, told = filled("about", family="text data")
    assert (made.family, told) == ((Family.TEXT, Family.DATA), "")
    made, told = filled("group", min="2", ideal="3", max="9", sub="", default="5", roles="x\ny")
    group = made.group
    assert (group.min, group.ideal, group.max, group.sub, group.default) == (2, 3, 9, None, 5)
    assert (made.roles, told) == (("x", "y"), "")
    assert filled("group", modes="online")[0].modes == (Mode.ONLINE,)
    made, told = filled("credit", origin="O", terms="T", sources="s", provenance="SM")
    assert (made.origin, made.terms, made.sources) == ("O", "T", ("s",))
    assert (made.provenance, told) == (Provenance.MIXED, "")
    made, told = filled("notes", pitfalls="haste\npraise", note="one\n\ntwo")
    assert (made.pitfalls, made.note, told) == (("haste", "praise"), "one\n\ntwo", "")
    made, told = filled("cycle A", times="5", per="round")
    assert (made.cycles, told) == ((Cycle(id="A", times=5, per=Per.ROUND),), "")


def test_everything_of_a_step_can_be_changed() -> None:
    """Its three lengths at once too, though none of them alone would be possible."""
    made, told = filled(
        "step c",
        name="N",
        short="s",
        min="20",
        ideal="25,5",
        max="30 min",
        who="trios",
        silence="all",
        say="say",
        show="show",
        watch="watch",
        question="open_opinion",
        cycle="B",
        turn_minutes="1.5",
        turns="each",
        debrief="yes",
    )
    one = made.steps[2]
    assert told == ""
    assert (one.id, one.name, one.short) == ("c", "N", "s")
    assert (one.min, one.ideal, one.max) == (20, 25.5, 30)
    assert (one.who, one.silence, one.question) == (Who.TRIOS, Silence.ALL, Question.OPEN_OPINION)
    assert (one.say, one.show, one.watch, one.debrief) == ("say", "show", "watch", True)
    assert (one.cycle, one.turn_minutes, one.turns) == ("B", 1.5, TurnsFor.EACH)
    assert made.cycles[1].id == "B"


@pytest.mark.parametrize(
    ("place", "key", "typed", "told"),
    [
        ("about", "name", "  ", "needs a name"),
        ("about", "purposes", "", "at least one"),
        ("about", "family", "", "at least one"),
        ("group", "modes", "", "at least one"),
        ("group", "min", "13", "must grow, but are 13, 6, 12"),
        ("group", "min", "0", "from 1 to 1000"),
        ("group", "sub", "1", "from 2 to 60"),
        ("group", "max", "many", "is a whole number, not “many”"),
        ("cycle A", "times", "", "from 1 to 60"),
        ("step a", "ideal", "9", "must grow, but are 3, 9, 8"),
        ("step a", "min", "0", "the time of a step is more than 0 and at most 240"),
        ("step a", "short", "x" * 24, "at most 23 characters"),
        ("step a", "turn_minutes", "61", "more than 0 and at most 60"),
        ("step b", "name", "", "a step needs a name"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(place: str, key: str, typed: str, told: str) -> None:
    """And the protocol stays as it was."""
    made, said = applied(form(place), MADE, {key: typed})
    assert (made, told in said) == (MADE, True), said


def test_the_middle_of_a_cycle_cannot_leave_it() -> None:
    """The steps of a cycle stay together, and it is said."""
    made = protocol(step("a", "A"), step("b", "A"), step("c", "A"))
    left, told = filled("step b", made, cycle="")
    assert (left, "follow one another" in told) == (made, True)


def test_a_new_step_is_put_in_once_it_has_a_name() -> None:
    """Its id is made of that; it stands behind the marked one, in its cycle if that goes on."""
    fresh = new_step_form(MADE, "a")
    assert applied(fresh, MADE, {"say": "Hello"}) == (MADE, "")
    made, told = applied(fresh, MADE, {"name": "Warm up", "min": "3", "cycle": "A"})
    assert ([each.id for each in made.steps], told) == (["a", "warm_up", "b", "c"], "")
    assert [each.cycle for each in made.steps] == ["A", "A", "A", ""]
    within, _ = applied(fresh, MADE, {"name": "Warm up"})
    assert within.steps[1].cycle == "A"
    last, _ = applied(new_step_form(MADE, "c"), MADE, {"name": "End", "cycle": "B"})
    assert [each.cycle for each in last.steps] == ["A", "A", "", "B"]


def test_the_form_counts_the_words() -> None:
    """While they are typed."""
    told = form("step a").follow({"say": "one two three", "show": "one"})
    assert "3 of at most 25" in str(told["say"].hint)
    assert "1 of at most 12" in str(told["show"].hint)


def test_letters_of_cycles_are_offered() -> None:
    """Those that are there, and the next that is free."""
    field = next(each for each in form("step c").fields if each.key == "cycle")
    assert [value for value, _ in field.choices] == ["", "A", "B"]


def test_other_places_have_no_form() -> None:
    """Nothing opens for what is not there."""
    assert [form_of(MADE, place) for place in ("step z", "cycle Z", "", "x")] == [None] * 4


def test_how_many_people_is_a_number() -> None:
    """From one to a thousand."""
    assert applied(people_form(6), 6, {"people": "21"}) == (21, "")
    assert applied(people_form(6), 6, {"people": "0"})[0] == 6
    assert editing.next_cycle(MADE) == "B"

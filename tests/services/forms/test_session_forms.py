"""The forms of the session as a whole: when, where, for whom; goals and their evidence."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from facilitui.core.plans.plan import Audience, Goal
from facilitui.core.plans.plan_parts import Comfort
from facilitui.core.plans.plan_words import AtEase, Outcome
from facilitui.core.vocabulary import EvidenceKind, GoalKind, Mode
from facilitui.services.forms import form_of
from facilitui.services.forms.zones import COMMON, zone
from tests.core.making import good_plan
from tests.services.forms.filling import (
    SHELF,
    TODAY,
    filled,
    form,
    hints,
    taken,
    told,
    values,
    whole,
)


def test_each_field_changes_what_it_is_called() -> None:
    """And nothing else."""
    plan = good_plan()
    about = filled(
        plan,
        "about",
        title=" T ",
        start="tomorrow 9:05",
        minutes="1 h 30",
        mode="asynchronous",
        sensitive="yes",
        aftercare="a word with Mia",
    )
    assert (about.title, about.start, about.minutes, about.mode) == (
        "T",
        datetime(2026, 11, 26, 9, 5),
        90,
        Mode.ASYNCHRONOUS,
    )
    assert about.sensitive and about.aftercare == "a word with Mia"
    assert filled(plan, "about", minutes="45,5 min").minutes == 45.5
    assert filled(plan, "about", start="").start is None
    assert not filled(about, "about", sensitive="").sensitive
    assert filled(plan, "audience", who="all", count="12").audience.count == 12
    assert filled(plan, "audience", count="").audience.count == 0
    goal = filled(plan, "goal G1", text="new", kind="do", outcomes="academic culture_climate")
    outcomes = (Outcome.ACADEMIC, Outcome.CULTURE_CLIMATE)
    assert goal.goals[0] == Goal(id="G1", text="new", kind=GoalKind.DO, outcomes=outcomes)
    measure = filled(plan, "evidence E1", kind="learner_data", goals="G1", who="Ana").evidence[0]
    assert (measure.kind, measure.goals, measure.who) == (EvidenceKind.LEARNER_DATA, ("G1",), "Ana")


def test_the_purpose_comes_before_everything_but_the_name() -> None:
    """Start with why."""
    fields = form(good_plan(), "about").fields
    assert [field.key for field in fields][:2] == ["title", "purpose"]
    assert "start with why" in fields[1].hint


def test_a_start_is_told_as_it_was_understood() -> None:
    """While it is typed; what cannot be understood yet tells nothing more."""
    plan = good_plan(minutes=90)
    assert hints(plan, "about", start="tomorrow 23:00")["start"] == (
        "Thursday 26 November 2026, 23:00, until Fri 00:30"
    )
    assert hints(plan, "about", start="tom") == {}


def test_a_day_is_enough_while_its_time_is_open() -> None:
    """It never becomes midnight; a time that is typed later takes its place."""
    plan = filled(good_plan(), "about", start="26 Nov")
    assert (plan.start, plan.day) == (None, date(2026, 11, 26))
    assert "its time is open" in hints(plan, "about", start="26 Nov")["start"]
    timed = filled(plan, "about", start="26 Nov 9:00")
    assert (timed.start, timed.day) == (datetime(2026, 11, 26, 9), None)
    assert filled(plan, "about", start="").day is None
    assert filled(plan, "about", title="x").day == plan.day


def test_a_copy_of_a_zone_or_the_machines_own_is_none() -> None:
    """What it is a copy of is offered."""
    for name in ("localtime", "posixrules", "Factory", "right/UTC", "posix/Antarctica/Troll"):
        with pytest.raises(ValueError, match="do you mean"):
            zone(name, lambda name: True)
        with pytest.raises(ValueError, match="do you mean"):
            zone(name)
    with pytest.raises(ValueError, match="do you mean Europe/Berlin"):
        zone("posix/Europe/Berlin", lambda name: True)
    assert zone("europe/berlin", lambda name: True) == "Europe/Berlin"


def test_a_zone_is_a_city_or_a_known_name() -> None:
    """Whoever knows the machine's zones is asked; a wrong one is told with the nearest."""
    assert zone("toronto") == zone("america/toronto") == "America/Toronto"
    assert zone("New York") == "America/New_York" and zone("") == ""
    assert zone("Antarctica/Troll", lambda name: name == "Antarctica/Troll") == "Antarctica/Troll"
    with pytest.raises(ValueError, match=r"no zone “Toronta”; do you mean America/Toronto"):
        zone("Toronta")
    with pytest.raises(ValueError, match="do you mean"):
        zone("Antarctica/Troll", lambda name: False)
    with pytest.raises(ValueError, match="do you mean"):
        zone("../etc/passwd")
    assert len({name.casefold() for name in COMMON}) == len(COMMON)
    asked = form_of(good_plan(), SHELF, "about", TODAY, lambda name: name == "UTC")
    assert asked is not None
    assert whole(asked, good_plan(), values(asked, zone="UTC")).zone == "UTC"
    assert asked.faults(values(asked, zone="Europe/Paris"))["zone"].told.startswith("there is no")


def test_comfort_is_an_item_and_how_people_are_with_it() -> None:
    """With a comma, a colon or a semicolon; without a level it says nothing, and is asked for."""
    typed = "recording, not yet\nthe site: at ease\nsharing work, some\nchat; yes"
    levels = {each.item: each.level for each in filled_comfort(typed)}
    assert levels == {
        "recording": AtEase.NOT_YET,
        "the site": AtEase.AT_EASE,
        "sharing work": AtEase.MIXED,
        "chat": AtEase.AT_EASE,
    }
    bare = told(good_plan(), "audience", comfort="the text\n")
    assert bare == "say not yet, some or yes behind “the text”"


@pytest.mark.parametrize(
    "typed", ["never", "somebody", "someybe", "yesterday", "at", "not at ease"]
)
def test_a_level_is_a_whole_word(typed: str) -> None:
    """What only begins like one is none; the sentence says what can be typed."""
    assert told(good_plan(), "audience", comfort=f"a, {typed}") == (
        f"say not yet, some or yes, not “{typed}”"
    )


def test_a_bad_line_of_comfort_costs_no_other() -> None:
    """The good ones are kept, before and behind it; all bad ones are named."""
    typed = "site, yes\nrecording, maybe\nchat, some\ntext\nwork, not yet"
    plan, sentence = taken(good_plan(), "audience", comfort=typed)
    assert [each.item for each in plan.audience.comfort] == ["site", "chat", "work"]
    assert sentence == "line 2 (also 4): say not yet, some or yes, not “maybe”"


def test_roles_are_divided_where_they_are_typed() -> None:
    """At commas and in lines; a role with a comma of its own stays as it was shown."""
    plan = filled(good_plan(), "audience", roles="teachers, 2 leaders\ncounsellors")
    assert plan.audience.roles == ("teachers", "2 leaders", "counsellors")
    mixed = good_plan(audience=Audience(roles=("teachers, new", "x")))
    kept = filled(mixed, "audience", roles="teachers, new\nx\na, b").audience.roles
    assert kept == ("teachers, new", "x", "a", "b")
    assert "at most 40" in told(good_plan(), "audience", roles=",".join("abc" * 20))


def filled_comfort(typed: str) -> tuple[Comfort, ...]:
    """The comfort items after typing them, which are shown as they are read again."""
    plan = filled(good_plan(), "audience", comfort=typed, roles="teachers\n\nleaders")
    assert plan.audience.roles == ("teachers", "leaders")
    shown = next(f.value for f in form(plan, "audience").fields if f.key == "comfort")
    again = filled(good_plan(), "audience", comfort=shown).audience.comfort
    assert again == plan.audience.comfort
    return plan.audience.comfort


@pytest.mark.parametrize(
    ("place", "field", "typed", "because"),
    [
        ("about", "minutes", "", "minutes"),
        ("about", "minutes", "0", "more than 0"),
        ("about", "minutes", "1e999", "minutes"),
        ("about", "minutes", "nan", "minutes"),
        ("about", "minutes", "481", "480"),
        ("about", "title", "x" * 301, "301 characters"),
        ("audience", "count", "-1", "how many"),
        ("audience", "count", "2.5", "whole number"),
        ("audience", "count", "1001", "1000"),
        ("audience", "count", "[x]", "[x]"),
        ("audience", "roles", "a\n" + "y" * 400, "line 2"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(
    place: str, field: str, typed: str, because: str
) -> None:
    """It names what was typed, or what would be right; only a list's good lines are taken."""
    changed, sentence = taken(good_plan(), place, **{field: typed})
    assert because in sentence and "\n" not in sentence
    assert changed == (good_plan() if field != "roles" else filled(good_plan(), place, roles="a"))


def test_a_goal_that_is_named_but_not_there_can_be_taken_out() -> None:
    """It is offered, ticked, and says that it is not there."""
    plan = good_plan()
    plan = plan.model_copy(
        update={"evidence": (plan.evidence[0].model_copy(update={"goals": ("G1", "G9")}),)}
    )
    field = next(f for f in form(plan, "evidence E1").fields if f.key == "goals")
    assert ("G9", "G9  not there") in field.choices and field.value == "G1 G9"
    assert filled(plan, "evidence E1", goals="G1").evidence[0].goals == ("G1",)

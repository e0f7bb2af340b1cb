"""The forms with lists: norms, people, materials, foundations, other times."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.library.norms import Norm
from facilitui.core.library.professional_learning import FIT_QUESTIONS, ProfessionalLearning
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan_parts import (
    ImprovementLink,
    LearningModel,
    Person,
    PlannedNorms,
    PlannedWith,
    Resource,
    Visual,
)
from facilitui.core.plans.plan_words import PlanLevel, Use
from facilitui.core.vocabulary import Role
from facilitui.services.forms import applied
from facilitui.services.forms.foundations import foundations_form
from facilitui.services.forms.people import planner, planner_shown
from tests.core.making import good_plan
from tests.services.forms.filling import filled, form, hints, taken, values, whole


def test_what_is_ticked_is_read_and_can_be_watched() -> None:
    """Several sets together, the group's own as they are typed."""
    plan = good_plan(norms=PlannedNorms(sets=("seven",)))
    assert hints(plan, "norms")["sets"].splitlines()[1:] == ["· Pause", "· Ask", "after somebody"]
    opened = form(plan, "norms")
    assert opened.fields[0].key == "own"
    follows = opened.follow(values(opened, sets="seven online", own="Listen; always\nWait"))
    offered = follows["watch"].choices
    assert offered is not None
    assert [name for _, name in offered] == [
        *("none", "Pause", "Ask", "Chat counts", "Listen; always", "Wait")
    ]
    watched = filled(plan, "norms", own="Wait", watch=offered[-1][0], room_for_own="")
    assert watched.norms.watch == watched.norms.own[0].id == "own-wait"
    assert not watched.norms.room_for_own


def test_a_norm_keeps_its_name_while_its_words_change() -> None:
    """So that the one to watch is still the one to watch; a new one gets a name of its own."""
    norms = PlannedNorms(own=(Norm(id="x", text="Listen"), Norm(id="y", text="Wait")), watch="y")
    plan = good_plan(norms=norms)
    changed = filled(plan, "norms", own="Listen well\nWait").norms
    assert [norm.text for norm in changed.own] == ["Listen well", "Wait"]
    assert changed.watch == "y" and changed.own[1].id == "y"
    more = filled(plan, "norms", own="Wait\nWait\nAsk").norms
    assert len({norm.id for norm in more.own}) == 3 and more.own[0].id == "y"


def test_a_norm_that_is_gone_is_not_watched() -> None:
    """Nothing is left that names nothing; what a file watches from elsewhere stays."""
    norms = PlannedNorms(own=(Norm(id="x", text="Listen"),), watch="x")
    assert filled(good_plan(norms=norms), "norms", own="").norms.watch is None
    norms = PlannedNorms(sets=("seven",), watch="q")
    assert filled(good_plan(norms=norms), "norms", sets="online").norms.watch is None
    norms = PlannedNorms(watch="elsewhere")
    assert filled(good_plan(norms=norms), "norms", own="Ask").norms.watch == "elsewhere"


def test_people_have_roles_and_who_planned_has_minutes() -> None:
    """One a line; a role and minutes may be left out, a name may have a comma."""
    plan = filled(
        good_plan(),
        "people",
        people="Ben, co facilitator\nMia\n\nKim, Jr., scribe",
        planned_with="Kim, staff, 30\nLu\nBo, 1 h 30\nZoe, ment, 20 min",
    )
    assert plan.people == (
        Person(name="Ben"),
        Person(name="Mia"),
        Person(name="Kim, Jr.", role=Role.SCRIBE),
    )
    assert plan.planned_with == (
        PlannedWith(person="Kim", role=Role.STAFF, minutes=30),
        PlannedWith(person="Lu", role=Role.PEER),
        PlannedWith(person="Bo", role=Role.PEER, minutes=90),
        PlannedWith(person="Zoe", role=Role.MENTOR, minutes=20),
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("staff", PlannedWith(person="", role=Role.STAFF)),
        ("Co-facilitator, 1 h", PlannedWith(person="", role=Role.CO_FACILITATOR, minutes=60)),
        ("Tim", PlannedWith(person="Tim", role=Role.PEER)),
        ("Staff, peer", PlannedWith(person="Staff", role=Role.PEER)),
    ],
)
def test_a_part_in_planning_needs_no_name(typed: str, read: PlannedWith) -> None:
    """It is nobody's name either; the beginning of one may be. It is shown as it is read."""
    plan = filled(good_plan(), "people", planned_with=typed)
    assert plan.planned_with == (read,)
    assert planner(planner_shown(read)) == read


def test_a_line_that_is_left_alone_keeps_what_no_notation_could_say() -> None:
    """Though the line beside it is changed."""
    people = (Person(name="Kim, the scribe", role=Role.OTHER), Person(name="", role=Role.PEER))
    plan = good_plan(people=people)
    shown = next(field.value for field in form(plan, "people").fields if field.key == "people")
    assert filled(plan, "people", people=f"Ana\n{shown}").people == (Person(name="Ana"), *people)


@pytest.mark.parametrize(
    ("place", "field", "typed", "because"),
    [
        ("people", "people", "Ana\nBen, king", "line 2: there is no role “king”; rather"),
        ("people", "people", ", scribe", "there is no name"),
        ("people", "planned_with", "Ben, peer, long", "not “long”"),
        ("people", "planned_with", "Ben, peer, 9999", "minutes is from 0"),
        ("materials", "visuals", ", me", "there is no title"),
        ("foundations", "improvement", "x, school, G9", "there is no goal “G9”; there is G1 G2"),
        ("foundations", "improvement", ", board", "say what it serves"),
        ("foundations", "fit", "it fits", "choose a model first"),
        ("check_ins", "check_ins", "soon, what?", "a check-in is written 25 Nov 15:30"),
        ("check_ins", "check_ins", "25:00, what?", "a day ends at 23:59"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(
    place: str, field: str, typed: str, because: str
) -> None:
    """It names what was typed, or what would be right."""
    assert because in taken(good_plan(), place, **{field: typed})[1]


def test_every_line_that_can_be_read_is_kept() -> None:
    """The others are told, first things first."""
    plan, sentence = taken(good_plan(), "people", people="Ana\nBen, king\nMia, scribe\nX, queen")
    assert [person.name for person in plan.people] == ["Ana", "Mia"]
    assert sentence.startswith("line 2 (also 4): ")


def test_materials_and_visuals_with_their_credit() -> None:
    """What stands behind the first comma, or the last semicolon, is whose it is."""
    plan = filled(
        good_plan(),
        "materials",
        materials="markers; red\n\ncopies",
        visuals="Heat map, Ministry of Education, 2025\nA, b; Ana\nPhoto",
    )
    assert plan.materials == ("markers; red", "copies")
    assert plan.visuals == (
        Visual(title="Heat map", credit="Ministry of Education, 2025"),
        Visual(title="A, b", credit="Ana"),
        Visual(title="Photo"),
    )


def shelf_with_models() -> Shelf:
    """A shelf with one model of professional learning."""
    model = ProfessionalLearning(
        id="lesson_study",
        name="Lesson study",
        cycle=("goal", "teach"),
        fits="practice",
        sessions="3",
        credit="nobody",
    )
    return Shelf(models={model.id: model})


def test_what_a_session_rests_on() -> None:
    """Improvement plans with level and goals, research, resources; all of it may be left out."""
    plan = filled(
        good_plan(),
        "foundations",
        improvement="Raise reading, fluency, board, g1 G2\nLess noise",
        research="Fullan, 2016\nWiliam, 2011",
        resources="Guide, second edition, shelf",
    )
    assert plan.improvement == (
        ImprovementLink(text="Raise reading, fluency", level=PlanLevel.BOARD, goals=("G1", "G2")),
        ImprovementLink(text="Less noise"),
    )
    assert plan.research == ("Fullan, 2016", "Wiliam, 2011")
    assert plan.resources == (Resource(name="Guide, second edition", where="shelf"),)


def test_a_model_is_chosen_with_a_note_on_why_it_fits() -> None:
    """What it is made of is shown; no model, no note."""
    chosen = foundations_form(good_plan(), shelf_with_models())
    typed = values(chosen, model="lesson_study", fit="one grain\nof practice")
    plan = whole(chosen, good_plan(), typed)
    assert plan.learning_model == LearningModel(id="lesson_study", fit="one grain\nof practice")
    assert chosen.follow(typed)["model"].below == (
        "goal → teach",
        "good for: practice",
        "sessions: 3",
    )
    assert chosen.follow(typed)["fit"].below == ()
    assert chosen.follow(values(chosen, model="lesson_study"))["fit"].below == FIT_QUESTIONS
    again = foundations_form(plan, shelf_with_models())
    assert whole(again, plan, values(again, model="")).learning_model is None
    kept, sentence = applied(chosen, good_plan(), values(chosen, fit="why", research="One"))
    assert kept.research == ("One",) and "choose a model first" in sentence


def test_resources_say_whether_they_were_used_and_worked() -> None:
    """At the end of the line, with a place or without."""
    made: Any = filled(
        good_plan(),
        "foundations",
        resources="Guide, shelf, worked\nFilm; -; did not work\nCards, box\nBox, Unused",
    )
    assert [(each.name, each.where, each.use) for each in made.resources] == [
        ("Guide", "shelf", Use.WORKED),
        ("Film", "", Use.FAILED),
        ("Cards", "box", Use.OPEN),
        ("Box", "", Use.UNUSED),
    ]
    again = form(made, "foundations")
    assert whole(again, made, values(again)) == made
    assert filled(made, "foundations", resources="Guide, shelf, worked").resources == (
        made.resources[0],
    )

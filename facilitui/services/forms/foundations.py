"""The form of what a session rests on: improvement plans, a model, research, resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitui.core.library.professional_learning import FIT_QUESTIONS, ProfessionalLearning
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans import editing
from facilitui.core.plans.plan import ALL_GOALS, Plan
from facilitui.core.plans.plan_parts import ImprovementLink, LearningModel, Resource
from facilitui.core.plans.plan_words import PlanLevel, Use
from facilitui.core.safe_text import quoted_typing
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import (
    Choices,
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
)
from facilitui.services.forms.unfit import Unfit

SAID = {Use.WORKED: "worked", Use.FAILED: "did not work", Use.UNUSED: "unused"}
"""How a resource's use is written at the end of its line."""
_USES = {said: use for use, said in SAID.items()}
IMPROVEMENT_HINT = "one a line: what, school, board or ministry, goals"


def foundations_form(plan: Plan, shelf: Shelf) -> Form[Plan]:
    """What the session serves and rests on. All of it may be left out."""
    models = shelf.models
    chosen = plan.learning_model
    link = _link(plan)
    fields = (
        FormField(
            "improvement",
            "Serves",
            r.in_lines(plan.improvement, _link_shown),
            IMPROVEMENT_HINT,
            kind=Kind.LIST,
            section="Improvement plans",
            read=r.listed(plan.improvement, _link_shown, link),
        ),
        FormField(
            "model",
            "Model",
            chosen.id if chosen else "",
            "of professional learning; choose one to see what it is good for",
            _models(models, chosen),
            section="Model of professional learning",
        ),
        FormField(
            "fit",
            "Why it fits",
            chosen.fit if chosen else "",
            "your answers to the questions below",
            kind=Kind.TEXT,
            read=r.text,
        ),
        FormField(
            "research",
            "Research",
            r.in_lines(plan.research, r.flat),
            "what the design rests on: one source a line",
            kind=Kind.LIST,
            section="What it rests on",
            read=r.listed(plan.research, r.flat, lambda text: r.line(text, "a source")),
        ),
        FormField(
            "resources",
            "Resources",
            r.in_lines(plan.resources, _resource_shown),
            "one a line: Guide, shared folder; afterwards also: worked, did not work, unused",
            kind=Kind.LIST,
            read=r.listed(plan.resources, _resource_shown, _resource),
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        changes = read_all(fields, values)
        model = str(changes.pop("model", chosen.id if chosen else ""))
        fit = str(changes.pop("fit", chosen.fit if chosen else ""))
        if fit.strip() and not model and "fit" in values:
            raise Unfit("choose a model first; why it fits is kept with it", "model")
        if "model" in values or "fit" in values:
            changes["learning_model"] = _kept(chosen, model, fit)
        return editing.changed(plan, **changes)

    return Form("What it rests on", fields, change, lambda values: _about(models, values))


def _kept(before: LearningModel | None, model: str, fit: str) -> LearningModel | None:
    if not model:
        return None
    update = {"id": model, "fit": fit}
    return before.model_copy(update=update) if before else LearningModel(id=model, fit=fit)


def _models(models: Mapping[str, ProfessionalLearning], chosen: LearningModel | None) -> Choices:
    there = tuple((name, model.name) for name, model in models.items())
    known = chosen is None or chosen.id in models
    gone = () if known or chosen is None else ((chosen.id, f"{chosen.id}, not there"),)
    return (("", "none"), *there, *gone)


def _about(models: Mapping[str, ProfessionalLearning], values: Values) -> Mapping[str, Following]:
    """What the chosen model is made of and good for; what to ask before it is chosen."""
    model = models.get(values["model"])
    asked = FIT_QUESTIONS if values["model"] and not values["fit"].strip() else ()
    told = () if model is None else _told(model)
    return {"model": Following(below=told), "fit": Following(below=asked)}


def _told(model: ProfessionalLearning) -> tuple[str, ...]:
    return (" → ".join(model.cycle), f"good for: {model.fits}", f"sessions: {model.sessions}")


def _link_shown(link: ImprovementLink) -> str:
    return r.shown(link.text, link.level.value, " ".join(link.goals))


def _link(plan: Plan) -> Callable[[str], ImprovementLink]:
    """Reads a link: the level and the goals stand last, and may be left out."""
    known = {goal.id.casefold(): goal.id for goal in plan.goals} | {ALL_GOALS: ALL_GOALS}

    def read(entry: str) -> ImprovementLink:
        pieces = r.pieces(entry)
        goals: tuple[str, ...] = ()
        level = PlanLevel.SCHOOL
        if len(pieces) > 1 and _all_known(pieces[-1], known):
            goals = tuple(dict.fromkeys(known[each.casefold()] for each in pieces.pop().split()))
        elif len(pieces) > 2 and r.is_word(PlanLevel, pieces[-2]):
            named = " ".join(known.values())
            raise ValueError(f"there is no goal {quoted_typing(pieces[-1])}; there is {named}")
        if len(pieces) > 1 and r.is_word(PlanLevel, pieces[-1]):
            level = r.word(PlanLevel, pieces.pop(), "level")
        text = ", ".join(pieces).strip(", ")
        if not text:
            raise ValueError(f"say what it serves: {IMPROVEMENT_HINT.partition(': ')[2]}")
        return ImprovementLink(text=r.line(text, "what it serves"), level=level, goals=goals)

    return read


def _all_known(piece: str, known: Mapping[str, str]) -> bool:
    words = piece.split()
    return bool(words) and all(each.casefold() in known for each in words)


def _resource_shown(resource: Resource) -> str:
    said = "" if resource.use is Use.OPEN else SAID[resource.use]
    return r.shown(resource.name, resource.where or ("-" if said else ""), said)


def _resource(entry: str) -> Resource:
    """Something to work with; where it is stands last, but for whether it worked."""
    pieces, use = r.pieces(entry), Use.OPEN
    if len(pieces) > 1 and pieces[-1].casefold() in _USES:
        use = _USES[pieces.pop().casefold()]
    where = pieces.pop() if len(pieces) > 1 else ""
    name = ", ".join(pieces).strip(", ")
    if not name:
        raise ValueError("say what it is first: Guide, shared folder")
    where = "" if where == "-" else r.line(where, "where it is")
    return Resource(name=r.line(name, "a name"), where=where, use=use)

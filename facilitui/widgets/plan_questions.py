"""The four questions of a plan as rows, with its purpose before them."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.debriefs.commitments import Told, as_told, outlooks
from facilitui.core.plans.alignment import GoalAlignment
from facilitui.core.plans.plan import Evidence, Plan
from facilitui.core.vocabulary import Mode
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets.plan_begun import begun_told
from facilitui.widgets.rows import Row, blank_row

LABEL = 3
"""The column behind a question's number."""
GOAL = 4
"""The column behind a goal's id."""
ASIDE = 12
LOOKED_AT = 200
"""Characters of which two lines are made, however long a note is."""
BAR = 1
"""Columns between the words and the scroll bar."""
"""The column behind the titles of what goes with the questions."""


def question_rows(
    view: PlanView, group: str, told: Told, promised: int = 0, *, airy: bool
) -> list[Row]:
    """The four questions, with the purpose before them and what goes with them behind.

    `group` is what the group that meets is called, `told` what became of what was promised, and
    `promised` how much else could be carried over.
    """
    lines = 3 if airy else 1
    return [
        *_purpose_rows(view, lines),
        blank_row(),
        *_audience_rows(view, lines),
        blank_row(),
        *_goal_rows(view, airy=airy),
        blank_row(),
        *_action_rows(view),
        blank_row(),
        *_evidence_rows(view, airy=airy),
        blank_row(),
        *_other_rows(view, group, outlooks(as_told(view.plan, told).carried) or _waiting(promised)),
    ]


def _titled(number: str, title: str, done: bool, told: str = "") -> t.Draw:
    def draw(width: int) -> t.Lines:
        mark = t.soft(told) if told else t.soft("✓") if done else t.accent("!")
        left = t.join(t.padded(t.soft(number), LABEL), t.strong(title))
        return [t.spread(left, mark, width)]

    return draw


def _row(key: str, draw: t.Draw) -> Row:
    """A row whose height follows its width."""
    return Row(key, lambda width, marked: draw(width - BAR), lambda width: len(draw(width - BAR)))


def _under(text: str, empty: str, lines_at_most: int = 3) -> t.Draw:
    """A text under a title; a question where nothing is written yet."""

    def draw(width: int) -> t.Lines:
        room = width - LABEL
        lines = t.wrapped(text, room) if text else t.wrapped(empty, room, t.SOFT)
        return [t.join(" " * LABEL, line) for line in t.clipped(lines, lines_at_most, room)]

    return draw


def _stacked(*draws: t.Draw) -> t.Draw:
    return lambda width: [line for draw in draws for line in draw(width)]


def _purpose_rows(view: PlanView, lines: int) -> list[Row]:
    purpose = view.plan.purpose
    title = _titled("", "Why", bool(purpose))
    draw = _stacked(title, _under(purpose, "what do you meet for?", lines))
    return [_row("about#purpose", draw)]


def _audience_rows(view: PlanView, lines: int) -> list[Row]:
    audience = view.plan.audience
    said = f"{audience.count or ''} {audience.who}".strip()
    said = "; ".join(part for part in (said, audience.experience, audience.needs) if part)
    title = _titled("1", "Audience", view.answered.audience)
    roles = ", ".join(audience.roles) or "none named"
    comfort = ", ".join(f"{each.item} {each.told}" for each in audience.comfort)
    return [
        _row("audience", _stacked(title, _under(said, "who is coming, and how many?", lines))),
        _row("audience#roles", _told("Roles", roles)),
        _row("audience#comfort", _told("At ease", comfort or "not asked yet")),
    ]


def _goal_rows(view: PlanView, *, airy: bool) -> list[Row]:
    title = _titled("2", "Goals", view.answered.goals)
    if not view.goals:
        empty = "what should they know or be able to do?"
        return [_row("goals", _stacked(title, _under("", empty)))]
    rows = [_row("goals", title)]
    for number, aligned in enumerate(view.goals):
        if number and airy:
            rows.append(blank_row())
        rows.append(_row(f"goal {aligned.goal.id}", _goal(aligned, airy=airy)))
    return rows


def _goal(aligned: GoalAlignment, *, airy: bool) -> t.Draw:
    goal = aligned.goal
    holes = [*([] if aligned.actions else ["action"]), *([] if aligned.evidence else ["evidence"])]

    def draw(width: int) -> t.Lines:
        indent = " " * (LABEL + GOAL)
        room = width - LABEL - GOAL
        lines = t.clipped(t.wrapped(goal.text or "…", room), 2 if airy else 1, room)
        first = t.join(" " * LABEL, t.padded(t.strong(goal.id), GOAL))
        lines = [t.join(indent if n else first, line) for n, line in enumerate(lines)]
        if holes:
            return [*lines, t.join(indent, t.accent(f"! no {' and no '.join(holes)}"))]
        told = t.soft(f"{goal.kind.label.lower()}   action ✓   evidence ✓")
        return [*lines, *([t.join(indent, told)] if airy else [])]

    return draw


def _action_rows(view: PlanView) -> list[Row]:
    title = _titled("3", "Actions", view.answered.actions)
    if not view.blocks:
        empty = "how will they learn it? a adds a block"
        return [_row("actions", _stacked(title, _under("", empty)))]
    talk = view.talk
    you = f"{t.minutes(talk.facilitator)} you, {t.minutes(talk.participants)} participants"
    said = [t.plural(len(view.blocks), "block"), f"{t.minutes(talk.silent)} min silent", you]
    if view.plan.parked:
        said.append(f"{len(view.plan.parked)} parked")
    return [_row("actions", _stacked(title, _under("; ".join(said), "", 2)))]


def _evidence_rows(view: PlanView, *, airy: bool) -> list[Row]:
    covered = sum(bool(aligned.evidence) for aligned in view.goals)
    told = f"{covered} of {len(view.goals)}" if covered < len(view.goals) else ""
    title = _titled("4", "Evidence", view.answered.evidence, told)
    rows = [_row("evidences", title)]
    rows += [_row(f"evidence {each.id}", _evidence(each, airy=airy)) for each in view.plan.evidence]
    missing = [aligned.goal.id for aligned in view.goals if not aligned.evidence]
    if missing:
        rows.append(_row("evidence-missing", _missing(" ".join(missing))))
    elif not view.plan.evidence:
        rows[0] = _row("evidences", _stacked(title, _under("", "how will you see it?")))
    return rows


def _evidence(evidence: Evidence, *, airy: bool) -> t.Draw:
    """What will be looked at, for which goals; under it its kind, when and who."""
    goals = " ".join(evidence.goals)
    kind = evidence.kind.label
    more = ", ".join(part for part in (kind, evidence.when, evidence.who) if part)
    told = airy or (more if evidence.text else evidence.when or evidence.who)

    def draw(width: int) -> t.Lines:
        first = t.join(" " * LABEL, t.ink(evidence.text or kind))
        under = t.fitted(t.join(" " * LABEL, t.soft(more)), width)
        return [t.spread(first, t.ink(goals), width), *([under] if told else [])]

    return draw


def _missing(goals: str) -> t.Draw:
    nothing = t.join(" " * LABEL, t.accent("Nothing yet"))
    return lambda width: [t.spread(nothing, t.accent(goals), width)]


def _other_rows(view: PlanView, group: str, carried: str) -> list[Row]:
    """What goes with the four questions, each in a line; what does not apply is left out."""
    plan = view.plan
    unanswered = sum(not each.answer for each in plan.asked)
    asked = f"{unanswered} to answer" if unanswered else _counted(len(plan.asked))
    done = sum(item.done for item in view.ready)
    lines = [
        ("about", "Session", _session(plan)),
        ("norms", "Norms", _norms(plan)),
        ("people", "People", ", ".join(person.name for person in plan.people) or "you alone"),
        ("materials", "Materials", _counted(len(plan.materials) + len(plan.visuals))),
        ("carried", "Promised", carried),
        ("asked", "Asked for", asked),
        ("foundations", "Rests on", _foundations(plan)),
        ("ready", "Ready", f"{done} of {len(view.ready)}"),
    ]
    if view.begun:
        lines.insert(1, ("began", "Changed", begun_told(view.begun)))
    if plan.mode is Mode.ASYNCHRONOUS:
        lines.insert(0, ("check_ins", "Check-ins", _counted(len(plan.check_ins))))
    if plan.group:
        lines.insert(0, ("group", "Group", group))
    lines.append(("note", "Note", plan.note.strip().split("\n")[0] or "none yet"))
    return [_row(key, _told(title, said)) for key, title, said in lines]


def _waiting(promised: int) -> str:
    """What could be carried over, where nothing is yet."""
    return f"{promised} open, none carried over yet" if promised else "nothing carried over"


def _session(plan: Plan) -> str:
    """What it is called, when and where."""
    when = f"{plan.start:%a} {plan.start.day} {plan.start:%b %H:%M}" if plan.start else "no date"
    return ", ".join(part for part in (plan.title or "no title", when, plan.place) if part)


def _norms(plan: Plan) -> str:
    sets = t.plural(len(plan.norms.sets), "set") if plan.norms.sets else ""
    own = f"{len(plan.norms.own)} of your own" if plan.norms.own else ""
    return ", ".join(part for part in (sets, own) if part) or "none yet"


def _foundations(plan: Plan) -> str:
    named = (
        ("improvement plan", plan.improvement),
        ("model", plan.learning_model),
        ("research", plan.research),
        ("resources", plan.resources),
    )
    return ", ".join(name for name, there in named if there) or "nothing named"


def _counted(count: int) -> str:
    return str(count) if count else "none yet"


def _told(title: str, said: str) -> t.Draw:
    """What goes with a question, in as many lines as two."""

    def draw(width: int) -> t.Lines:
        room = width - LABEL - ASIDE
        lines = t.clipped(t.wrapped(said[:LOOKED_AT], room, t.SOFT), 2, room)
        head = t.join(" " * LABEL, t.padded(t.heading(title), ASIDE))
        return [t.join(" " * (LABEL + ASIDE) if n else head, line) for n, line in enumerate(lines)]

    return draw

"""The forms of how a block is run: the minutes of its steps, the groups that do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.plans.editing import with_changed_block
from facilitui.core.plans.fitting import fit
from facilitui.core.plans.grouping import Run, parallel_sizes, room_of, run_of, sub_groups
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup, StepMinutes
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.plans.seating_words import seated
from facilitui.core.told import figure
from facilitui.core.trends.drift import Drift
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.offered import Offered
from facilitui.services.forms.steps_went import HOW_TOLD, as_they_went, went

GROUPS_HINT = "one a line: name, people, lead, place, task"
MOST_IN_ONE = 60


def steps_form(
    plan: Plan, block: Block, protocol: Protocol, drift: Drift | None
) -> Form[Plan] | None:
    """The minutes of a protocol's steps: one that is left empty is fitted. None without steps.

    `drift` says how the protocol went so far, where it was ever run.
    """
    room = room_of(plan.audience.count, block.groups, block.grouping)
    run = run_of(protocol, room, block.first_step, block.last_step)
    if not run.steps:
        return None
    fixed = {each.step: each.minutes for each in block.steps}
    fields = tuple(_step_field(step, run, fixed.get(step.id)) for step in run.steps)

    def change(plan: Plan, values: Values) -> Plan:
        now = {**fixed, **{_step(key): _minutes(text) for key, text in values.items()}}
        steps = tuple(
            StepMinutes(step=name, minutes=value)
            for name, value in now.items()
            if value is not None
        )
        return with_changed_block(plan, block.model_copy(update={"steps": steps}))

    def offer(values: Values) -> Offered | None:
        fixed = _set_by_hand(run, values)
        found = as_they_went(run, block.minutes, fixed, drift) if drift else None
        return replace(found, values=_by_field(found.values)) if found else None

    return Form(
        f"3  {block.title or protocol.name}: the steps",
        fields,
        change,
        lambda values: _fitted(block, run, values, drift),
        offer if drift else None,
        place=f"steps {block.id}",
    )


def _by_field(steps: Values) -> Values:
    return {f"step-{step}": minutes for step, minutes in steps.items()}


def _step(key: str) -> str:
    return key.removeprefix("step-")


def _minutes(text: str) -> float | None:
    """Minutes of a step, None where it is fitted. Raises ValueError."""
    return r.step_minutes(text) if text.strip() else None


def _step_field(step: Step, run: Run, minutes: float | None) -> FormField:
    return FormField(
        f"step-{step.id}",
        step.short_name,
        "" if minutes is None else figure(minutes),
        _range(step, run),
        read=_minutes,
    )


def _range(step: Step, run: Run) -> str:
    times = run.counts[step.id]
    each = f", {times} times" if times > 1 else ""
    silent = ", silent" if step.silent else ""
    least, most, usual = map(figure, (step.min, step.max, step.ideal))
    return f"{least} to {most}, usually {usual}{each}{silent}"


def _set_by_hand(run: Run, values: Values) -> dict[str, float]:
    """The minutes that were typed and can be read, by step."""
    fixed: dict[str, float] = {}
    for step in run.steps:
        try:
            typed = _minutes(values.get(f"step-{step.id}", ""))
        except ValueError:
            continue
        if typed is not None:
            fixed[step.id] = typed
    return fixed


def _fitted(block: Block, run: Run, values: Values, drift: Drift | None) -> Mapping[str, Following]:
    """What each step gets now and how it went so far, and what all of them take together."""
    fixed = _set_by_hand(run, values)
    minutes = fit(run.steps, run.counts, block.minutes, fixed)
    total = sum(minutes[step.id] * run.counts[step.id] for step in run.steps)
    told = {
        f"step-{step.id}": Following(_hint(step, run, minutes, fixed), below=went(step, drift))
        for step in run.steps
    }
    whole = f"{figure(total)} of the block's {figure(block.minutes)} min"
    how_told = f" · {HOW_TOLD}" if drift else ""
    return told | {"": Following(hint=f"{whole}{how_told}")}


def _hint(step: Step, run: Run, minutes: Mapping[str, float], fixed: Mapping[str, float]) -> str:
    fitted = "" if step.id in fixed else f"{figure(minutes[step.id])} fitted · "
    return f"{fitted}{_range(step, run)}"


def groups_form(plan: Plan, block: Block) -> Form[Plan]:
    """How people sit together, and which groups do the block side by side."""
    grouping = block.grouping
    fields = (
        FormField(
            "size",
            "Sub-groups of",
            str(grouping.size) if grouping else "",
            "4; empty is as the protocol has it",
            read=_size,
        ),
        FormField(
            "rule",
            "If uneven",
            (grouping.rule if grouping else SizeRule.AT_LEAST).value,
            choices=words(SizeRule),
            read=SizeRule,
        ),
        FormField(
            "groups",
            "Side by side",
            r.in_lines(block.groups, _group_shown),
            GROUPS_HINT,
            kind=Kind.LIST,
            section="Parallel groups",
            read=r.listed(block.groups, _group_shown, _group, 60),
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        read = read_all(fields, values)
        update: dict[str, object] = {"groups": read.get("groups", block.groups)}
        if "size" in read or "rule" in read:
            size = read.get("size", grouping.size if grouping else 0)
            rule = read.get("rule", grouping.rule if grouping else SizeRule.AT_LEAST)
            update["grouping"] = (
                Grouping.model_validate({"size": size, "rule": rule}) if size else None
            )
        return with_changed_block(plan, block.model_copy(update=update))

    return Form(
        f"3  {block.title or 'Block'}: the groups",
        fields,
        change,
        lambda values: _seated(plan, fields, values),
        place=f"groups {block.id}",
    )


def _size(text: str) -> int:
    size = r.count(text, "a sub-group", MOST_IN_ONE)
    if size == 1:
        raise ValueError("a sub-group has at least 2 people")
    return size


def _group_shown(group: ParallelGroup) -> str:
    people = str(group.people) if group.people else ""
    return r.shown(group.name, people, group.lead, group.place, group.task)


def _group(entry: str) -> ParallelGroup:
    """A group; its number of people may be left out."""
    divider = ";" if ";" in entry else ","
    name, *rest = [piece.strip() for piece in entry.split(divider)]
    if not name:
        raise ValueError(f"a group has a name first: {GROUPS_HINT.partition(': ')[2]}")
    people = 0
    if rest and (not rest[0] or rest[0][0].isdigit()):
        people = r.count(rest.pop(0), "how many people")
    lead, place, *task = (*rest, "", "") if len(rest) < 2 else rest
    joined = f"{divider} ".join(task).strip(f"{divider} ")
    lines = [r.line(each, "this") for each in (name, lead, place, joined)]
    return ParallelGroup(name=lines[0], people=people, lead=lines[1], place=lines[2], task=lines[3])


def _seated(plan: Plan, fields: Sequence[FormField], values: Values) -> Mapping[str, Following]:
    """How many that makes in each group, and in each sub-group of the largest of them."""
    told = {"groups": Following(), "rule": Following()}
    try:
        read = read_all(fields, values)
    except ValueError:
        return told
    groups, size, rule = read["groups"], read["size"], read["rule"]
    if not isinstance(groups, tuple) or not isinstance(size, int):
        return told
    people = plan.audience.count
    shares = parallel_sizes(people, groups)
    named = [f"{group.name} {share}" for group, share in zip(groups, shares, strict=True)]
    largest = max(shares, default=people)
    if named:
        told["groups"] = Following(below=(f"of {people}: {', '.join(named)}",))
    if size and largest:
        made = seated(sub_groups(largest, size, SizeRule(str(rule))))
        told["rule"] = Following(below=(f"{largest} people: {made}",))
    return told

"""What moving to a pathway's changed file would change, told before anything moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.changed_file import moved
from facilitui.core.pathways.enrolment import Enrolment, OwnRule
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.pathway_differences import Differences, differences
from facilitui.core.pathways.phases_renamed import phases_renamed
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress
from facilitui.core.pathways.stating import entered_last
from facilitui.core.pathways.stays import phase_named, phases_gone, stays_of
from facilitui.core.pathways.words import Standing
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month, plural, sentence

NOTHING_CHANGES = "Nothing that is asked for changes."
CANNOT_COMPARE = "What it was begun with cannot be read, so nothing can be compared with it."
ENTER_ANOTHER = "enter another one after moving"
NO_MORE = "what is of those days counts for no phase"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change if an enrolment moved to a pathway as its file has it now."""

    lines: tuple[str, ...]
    """All of it, each a sentence."""
    gone: tuple[str, ...] = ()
    """Requirements that are asked for no more, as they are called."""
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Those that ask for something else, or in another phase, as they are called then."""
    standings: tuple[tuple[str, Standing, Standing], ...] = ()
    """Those that would stand elsewhere: what each is called, where it stands and would stand."""
    digest: str = ""
    """Of the pathway as its file has it now, by which it is moved to; empty where nobody asked."""


def preview(before: PathwayProgress, after: Pathway, case: Case, today: date) -> Preview:
    """What moving to another version of the pathway would change."""
    moving = moved(before.enrolment, before.pathway, after, today)
    then = progress_of(before.id, moving, after, case, today)
    found = differences(before.pathway, after)
    phases = phases_renamed(before.pathway, after)
    standings = tuple(_standings(before, then, found.renamed))
    lines = (
        _from_to(before.pathway.version, after.version),
        *_differences_told(found, before, case),
        *(_moves(name, was, is_then) for name, was, is_then in standings),
        *_gates(before, then, phases),
        *_goes_on(before, after, found),
        *_phases_go_on(before, phases),
        *_phases_gone(moving, after, before.pathway),
    )
    changed = tuple(each.text for each in found.changed)
    return Preview(lines, found.gone, found.new, changed, standings)


def preview_alone(
    id: str, enrolment: Enrolment, after: Pathway, case: Case, today: date
) -> Preview:
    """Where an enrolment would stand whose own version of the pathway cannot be read any more."""
    moving = moved(enrolment, None, after, today)
    then = progress_of(id, moving, after, case, today)
    standings = (
        f"{quoted(each.requirement.text)} would stand at: {each.standing.label.lower()}."
        for phase in then.phases
        for each in phase.requirements
    )
    return Preview((CANNOT_COMPARE, *map(line, standings), *_phases_gone(moving, after)))


def _from_to(was: str, becomes: str) -> str:
    if was == becomes:
        return line(f"Its file says something else under the same version, {becomes}.")
    return line(f"Version {was} becomes version {becomes}.")


def _differences_told(found: Differences, before: PathwayProgress, case: Case) -> Iterator[str]:
    for what, texts in (("Asked for no more", found.gone), ("New", found.new)):
        if texts:
            yield line(sentence(f"{what}: {', '.join(map(quoted, texts))}"))
    for each in found.changed:
        yield line(sentence(f"Changed: {quoted(each.text)}: {'; '.join(each.how)}"))
    logged = _logged_under(found.gone_ids, before.id, case)
    if logged:
        yield f"{_entries(logged)} of what is asked for no more {_stay(logged)} in the journal."
    for id in found.renamed:
        yield _renamed_told(id, before, case)
    yield from found.around
    if found.is_empty:
        yield NOTHING_CHANGES


def _renamed_told(id: str, before: PathwayProgress, case: Case) -> str:
    was = before.pathway.requirement(id)
    logged = _logged_under((id,), before.id, case)
    entries = f"; {_entries(logged)} {_stay(logged)} under the old one" if logged else ""
    return f"{quoted(was.text if was else id)} is asked for under another name then{entries}."


def _logged_under(requirements: tuple[str, ...], id: str, case: Case) -> int:
    return sum(each.said.requirement in requirements for each in case.logged_for(id))


def _entries(count: int) -> str:
    return plural(count, "entry", "entries")


def _stay(count: int) -> str:
    return "stays" if count == 1 else "stay"


def _standings(
    before: PathwayProgress, then: PathwayProgress, renamed: Mapping[str, str]
) -> Iterator[tuple[str, Standing, Standing]]:
    old = {new: old for old, new in renamed.items()}
    for phase in then.phases:
        for each in phase.requirements:
            was = before.of(old.get(each.requirement.id, each.requirement.id))
            if was is not None and was.standing is not each.standing:
                yield each.requirement.text, was.standing, each.standing


def _moves(name: str, was: Standing, then: Standing) -> str:
    return line(f"{quoted(name)}: {was.label.lower()} now, {then.label.lower()} then.")


def _gates(
    before: PathwayProgress, then: PathwayProgress, renamed: Mapping[str, str]
) -> Iterator[str]:
    """The gates that would meet the recorded criteria, or would meet them no more."""
    known = {renamed.get(each.phase.id, each.phase.id): each for each in before.phases}
    for phase in then.phases:
        was = known.get(phase.phase.id)
        if was is not None and _meets(was) is not _meets(phase):
            told = (each.gate.told if each.gate else "none" for each in (was, phase))
            yield line("The gate of {}: now {}; then {}.".format(quoted(phase.phase.name), *told))


def _meets(phase: PhaseProgress) -> bool:
    return phase.gate is not None and phase.gate.meets


def _goes_on(before: PathwayProgress, after: Pathway, found: Differences) -> Iterator[str]:
    """What was said of this enrolment alone and is of something else then, or of nothing."""
    enrolment, changed = before.enrolment, {each.id for each in found.changed}
    for each in entered_last(enrolment.aside):
        asked = after.requirement(each.requirement)
        how = "waits for an opportunity" if each.waits else "is set aside"
        since = f"since {day_of_month(each.on)}"
        if each.requirement in found.renamed:
            yield _only_old(before, each.requirement, f"that it {how}")
        elif asked is not None and before.pathway.requirement(asked.id) is None:
            yield f"{quoted(asked.text)} is new and {how} {since} all the same: its name was."
        elif asked is not None and asked.id in changed:
            yield f"{quoted(asked.text)} {how} {since}, and goes on to."
    for rule in entered_last(enrolment.rules):
        asked = after.requirement(rule.requirement)
        if rule.requirement in found.renamed:
            yield _only_old(before, rule.requirement, "its own rule")
        elif asked is not None and before.pathway.requirement(asked.id) is None:
            yield f"{quoted(asked.text)} is new and has its own rule all the same{_rule(rule)}."
        elif asked is not None and asked.id in changed:
            yield f"The rule of {quoted(asked.text)} stays the one that was entered{_rule(rule)}."
    if enrolment.areas and before.pathway.rubric != after.rubric:
        yield "The priority areas stay those that were entered."


def _only_old(before: PathwayProgress, id: str, what: str) -> str:
    was = before.pathway.requirement(id)
    return f"{quoted(was.text if was else id)}: {what} stays under the old name."


def _rule(rule: OwnRule) -> str:
    one = f", one of them at {rule.one_at_least}" if rule.one_at_least is not None else ""
    return f": at least {rule.at_least}{one}"


def _phases_go_on(before: PathwayProgress, renamed: Mapping[str, str]) -> Iterator[str]:
    """That what was entered under an id that is another one then goes on."""
    for each in before.pathway.phases:
        if each.id in renamed and stays_of(before.enrolment, each.id):
            yield line(f"That {quoted(each.name)} was entered goes on to under that id.")


def _phases_gone(moving: Enrolment, after: Pathway, *before: Pathway) -> Iterator[str]:
    """What was entered and is in no phase of the new file."""
    for id in phases_gone(moving, after):
        name = quoted(phase_named(id, before))
        if id == moving.phase:
            yield line(f"The phase {name}, entered last, is not in it: {ENTER_ANOTHER}.")
        else:
            yield line(f"That {name} was entered stays, and {NO_MORE}.")

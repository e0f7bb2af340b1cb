"""A pathway that says something else now: previewed, moved to, nothing lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.changed_file import moved
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import (
    CANNOT_COMPARE,
    NOTHING_CHANGES,
    preview,
    preview_alone,
)
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    CORE,
    ME,
    TODAY,
    enrolled,
    logged,
    progress,
)

ACCEPTANCE = "Receive CLEE's acceptance as an apprentice; keep its date and letter"
ACCEPTED = Case(logged=(logged("acceptance"),))


def changed(pathway: Pathway, **edits: Any) -> Pathway:
    """A pathway of another version; each phase is edited by its id."""
    data = pathway.model_dump(mode="json", exclude_defaults=True)
    for phase in data["phases"]:
        edits.get(phase["id"], lambda each: None)(phase)
    return Pathway.model_validate({**data, "kind": "pathway", "version": "3"})


def of_phase(phase: dict[str, Any], id: str) -> dict[str, Any]:
    """A requirement of a phase, to be edited."""
    return next(each for each in phase["requirements"] if each["id"] == id)


def other_learning(phase: dict[str, Any]) -> None:
    """A wish is gone, the application comes in two parts, something is new."""
    phase["requirements"] = [e for e in phase["requirements"] if e["id"] != "commitments"]
    of_phase(phase, "application")["parts"] = ["Form", "Letter"]
    phase["requirements"].append({"kind": "attestation", "id": "talk", "text": "Have a talk"})
    phase["gate"]["needs"] = ["acceptance", "talk"]


def test_a_preview_tells_what_is_gone_new_and_changed_and_what_stands_otherwise() -> None:
    """Before anything moves: requirements, standings, and that what was logged stays."""
    entries = (
        logged("application"),
        logged("commitments", part="Reflective practice"),
        logged("acceptance"),
    )
    case = Case(logged=entries)
    before = progress(enrolled(CLEE), CLEE, case)
    found = preview(before, changed(CLEE, learning=other_learning), case, TODAY)
    application = "Complete the application, during the course or after it"
    assert found.gone == ("Commitment to how CLEE designs learning, leads and reflects",)
    assert (found.new, found.changed) == (("Have a talk",), (application,))
    assert found.standings == ((application, Standing.MET, Standing.MISSING),)
    assert found.lines == (
        "Version 2 becomes version 3.",
        "Asked for no more: “Commitment to how CLEE designs learning, leads and reflects”.",
        "New: “Have a talk”.",
        f"Changed: “{application}”: now consists of “Form”, “Letter”.",
        "1 entry of what is asked for no more stays in the journal.",
        "The gate of “Phase 1: Learning” now also needs “Have a talk”.",
        f"“{application}”: met now, missing then.",
        "The gate of “Phase 1: Learning”: now meets the recorded criteria; the decision is the "
        "programme's; then 1 of 2 not met yet: “Have a talk”.",
    )


def test_a_preview_changes_nothing_by_itself() -> None:
    """The enrolment is as it was; only moving changes what it names, and loses nothing."""
    enrolment = enrolled(CLEE, counts=["a"])
    after = changed(CLEE, learning=other_learning)
    before = progress(enrolment, CLEE, ACCEPTED)
    preview(before, after, ACCEPTED, TODAY)
    assert before.enrolment is enrolment
    there = moved(enrolment, CLEE, after, TODAY)
    assert (there.version, there.digest) == ("3", digest(after))
    assert (there.entered, there.serves) == (enrolment.entered, enrolment.serves)
    assert there.reason == "it moved to the pathway's file of 1 Dec 2026, version 3"


def test_a_file_that_asks_for_the_same_is_said_to() -> None:
    """Where a row stands or how a card reads moves nobody."""
    before = progress(enrolled(CLEE), CLEE, Case())
    other = changed(CLEE, learning=lambda phase: of_phase(phase, "application").pop("row"))
    same = CLEE.model_copy(update={"cards": ()})
    assert preview(before, other, Case(), TODAY).lines[1:] == (NOTHING_CHANGES,)
    assert preview(before, same, Case(), TODAY).lines == (
        "Its file says something else under the same version, 2.",
        NOTHING_CHANGES,
    )


def test_what_a_requirement_names_elsewhere_in_the_file_is_a_change_of_it() -> None:
    """Three cycles that become two, and a phase that is renamed away."""
    before = progress(enrolled(CORE), CORE, Case())
    assert CORE.cycles is not None
    fewer = CORE.model_copy(update={"cycles": CORE.cycles.model_copy(update={"count": 2})})
    found = preview(before, fewer, Case(), TODAY)
    assert "Evidence of what was done in each part of each cycle" in found.changed
    assert "Take part in the check-ins with other facilitators that CORE leads" not in found.changed
    gone = changed(CORE, community=lambda phase: phase.update(id="work"))
    lines = preview(before, gone, Case(), TODAY).lines
    assert "The phase “The community's work” has another id in the file then." in lines
    renamed = changed(CORE, community=lambda phase: phase.update(id="work", name="Work"))
    assert lines[-1] == "That “The community's work” was entered goes on to under that id."
    lines = preview(before, renamed, Case(), TODAY).lines
    assert "The phase “The community's work” is gone." in lines
    assert lines[-1] == (
        "The phase “The community's work”, entered last, is not in it: enter another one after "
        "moving."
    )


def other_ids(pathway: Pathway, names: bool = False) -> Pathway:
    """The same with another id of each phase, and another name of each if wished."""
    return changed(
        pathway,
        **{
            each.id: lambda phase: phase.update(
                id=f"{phase['id']}_2", name=f"{phase['name']}{' anew' * names}"
            )
            for each in pathway.phases
        },
    )


def test_a_phase_with_another_id_stays_entered() -> None:
    """All of it stands as it did: which is the current one, what counts for it, its gate."""
    stays = {"learning": 0, "apprentice": 30}
    enrolment, after = enrolled(CLEE, stays), other_ids(CLEE)
    there = moved(enrolment, CLEE, after, TODAY)
    assert [each.phase for each in there.entered] == ["learning_2", "apprentice_2"]
    assert [each.on for each in there.entered] == [each.on for each in enrolment.entered]
    was = progress(enrolment, CLEE, ACCEPTED)
    then = progress(there, after, ACCEPTED)
    assert then.current is not None and then.current.phase.id == "apprentice_2"
    assert [e.gate for e in then.phases] == [e.gate for e in was.phases]
    lines = preview(was, after, ACCEPTED, TODAY).lines
    assert not [each for each in lines if "The gate of" in each or "is not in it" in each]
    assert [each for each in lines if "goes on" in each] == [
        f"That “{each.name}” was entered goes on to under that id." for each in CLEE.phases[:2]
    ]


def test_the_gate_of_a_phase_with_another_id_is_compared_with_what_it_was() -> None:
    """Where it needs something else then, by which it would not be met any more."""
    after = changed(changed(CLEE, learning=other_learning), **{"learning": renamed_id})
    lines = preview(progress(enrolled(CLEE), CLEE, ACCEPTED), after, ACCEPTED, TODAY).lines
    assert (
        "The gate of “Phase 1: Learning”: now meets the recorded criteria; the decision is the "
        "programme's; then 1 of 2 not met yet: “Have a talk”." in lines
    )


def renamed_id(phase: dict[str, Any]) -> None:
    """It has another id."""
    phase["id"] = f"{phase['id']}_2"


def test_what_is_the_same_as_no_phase_stays_entered_as_it_was_and_is_told() -> None:
    """Nothing is lost by moving: under its old id it stays, whichever phase that was."""
    stays = {"learning": 0, "apprentice": 30}
    enrolment, after = enrolled(CLEE, stays), other_ids(CLEE, names=True)
    assert moved(enrolment, CLEE, after, TODAY).entered == enrolment.entered
    assert moved(enrolment, None, other_ids(CLEE), TODAY).entered == enrolment.entered
    *_, first, last = preview(progress(enrolment, CLEE, Case()), after, Case(), TODAY).lines
    assert first == (
        "That “Phase 1: Learning” was entered stays, and what is of those days counts for no phase."
    )
    assert last == (
        "The phase “Phase 2: Apprentice”, entered last, is not in it: enter another one after "
        "moving."
    )


@given(st.data())
def test_whichever_ids_are_others_moving_and_back_loses_nothing(data: Any) -> None:
    """Phases that are called otherwise are the same by their ids."""
    stays = data.draw(st.lists(st.sampled_from([each.id for each in CLEE.phases]), max_size=5))
    enrolment = enrolled(CLEE, [(phase, n) for n, phase in enumerate(stays)])
    ids = data.draw(st.lists(st.sampled_from(["a", "b", "learning", "c"]), unique=True, min_size=3))
    phases = tuple(e.model_copy(update={"id": i}) for e, i in zip(CLEE.phases, ids, strict=False))
    after = CLEE.model_copy(update={"phases": phases})
    there = moved(enrolment, CLEE, after, TODAY)
    assert [each.on for each in there.entered] == [each.on for each in enrolment.entered]
    assert moved(there, after, CLEE, TODAY).entered == enrolment.entered


def test_without_its_own_version_it_is_told_where_it_would_stand() -> None:
    """Where what it was begun with cannot be read, nothing is compared and nothing made up."""
    found = preview_alone(ME, enrolled(CLEE), CLEE, ACCEPTED, TODAY)
    assert found.lines[0] == CANNOT_COMPARE
    assert f"“{ACCEPTANCE[:59]}…” would stand at: met." in found.lines
    assert len(found.lines) == 1 + len(CLEE.requirements)

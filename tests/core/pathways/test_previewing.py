"""What a pathway's changed file would change, told with the old words and the new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, SetAside
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.pathway_differences import differences
from facilitui.core.pathways.previewing import NOTHING_CHANGES, preview
from facilitui.core.pathways.requirement_differences import SOMETHING_ELSE, otherwise
from facilitui.core.pathways.requirement_fields import LISTS, VALUES, YES_NO, Asked
from facilitui.core.pathways.requirements import Requirement
from tests.core.pathways.journals import (
    CLEE,
    CODEORG,
    CORE,
    NEA,
    START,
    TODAY,
    areas,
    enrolled,
    logged,
    progress,
)

Data = dict[str, Any]
PATHWAYS = (CLEE, CORE, NEA, CODEORG)


def edited(pathway: Pathway, edit: Callable[[Data], object]) -> Pathway:
    """A pathway's file after somebody edited it."""
    data = pathway.model_dump(mode="json", exclude_defaults=True)
    edit(data)
    return Pathway.model_validate({"kind": "pathway", **data})


def two_of_kind(*requirements: Mapping[str, Any], **phase: Any) -> Pathway:
    """A person's pathway of two phases, of which the first asks for these."""
    later = {"id": "two", "name": "Two", "requirements": [{**TALK, "id": "later", "text": "Later"}]}
    first = {"id": "one", "name": "One", "requirements": [*requirements], **phase}
    about = {"id": "own", "name": "Own", "programme": "Ours", "source": "Nowhere"}
    return Pathway.model_validate({**about, "kind": "pathway", "phases": [first, later]})


TALK: Data = {"kind": "attestation", "id": "talk", "text": "Have a talk"}
SEEN: Data = {"kind": "observations", "id": "seen", "text": "Be seen", "count": 3}
SCORES: Data = {"kind": "scores", "id": "scores", "text": "Reach it", "at_least": 3}
GATE: Data = {"text": "They decide", "needs": ["talk", "seen"]}
BEFORE = two_of_kind(TALK, SEEN, SCORES, gate=GATE)


def told(
    after: Pathway,
    *entries: Logged,
    before: Pathway = BEFORE,
    enrolment: Enrolment | None = None,
) -> list[str]:
    """What is told of moving there, after the line about the versions."""
    case = Case(logged=entries)
    stands = progress(enrolment or enrolled(before), before, case)
    return [*preview(stands, after, case, TODAY).lines[1:]]


def test_a_number_is_told_with_the_one_before() -> None:
    """A count, a level; and that there is none any more."""
    after = two_of_kind(TALK, {**SEEN, "count": 2}, {**SCORES, "at_least": 2}, gate=GATE)
    assert told(after)[:2] == [
        "Changed: “Be seen”: how many: 3 becomes 2.",
        "Changed: “Reach it”: at least 3 becomes 2.",
    ]
    without = {key: SEEN[key] for key in ("kind", "id", "text")}
    assert (
        "how many: 3 becomes no number." in told(two_of_kind(TALK, without, SCORES, gate=GATE))[0]
    )


def test_what_it_needs_consists_of_and_asks_is_named() -> None:
    """What is gone, what is new; what stays is not repeated."""
    before = two_of_kind(TALK, SEEN, {**SCORES, "needs": ["talk"]})
    after = two_of_kind(
        {**TALK, "parts": ["A", "B"]}, {**SEEN, "roles": ["mentor"]}, {**SCORES, "needs": ["seen"]}
    )
    assert told(after, before=before)[:3] == [
        "Changed: “Have a talk”: now consists of “A”, “B”.",
        "Changed: “Be seen”: no longer counts the roles staff; now also counts the roles mentor.",
        "Changed: “Reach it”: no longer needs “Have a talk”; now also needs “Be seen”.",
    ]
    again = two_of_kind({**TALK, "parts": ["B", "A"]}, {**SEEN, "roles": ["mentor"]}, SCORES)
    lines = told(again, before=after)
    assert lines[0] == "Changed: “Have a talk”: consists of the same in another order."
    assert lines[1] == "Changed: “Reach it”: no longer needs “Be seen”."


def test_a_gate_is_told_with_its_sentence_and_what_it_needs() -> None:
    """The old sentence and the new one; a gate that comes or goes."""
    after = two_of_kind(TALK, SEEN, SCORES, gate={"text": "You decide", "needs": ["seen"]})
    assert told(after) == [
        "The gate of “One”: “They decide” becomes “You decide”.",
        "The gate of “One” no longer needs “Have a talk”.",
    ]
    assert told(two_of_kind(TALK, SEEN, SCORES)) == ["The gate of “One” is gone: “They decide”."]
    new = told(BEFORE, before=two_of_kind(TALK, SEEN, SCORES))
    assert new == ["The gate of “One” is new: “They decide”."]


def test_a_sentence_that_ends_in_one_has_one_full_stop() -> None:
    """That of the file's own words, in a quote at the end; within, it stays."""
    stopped = two_of_kind(TALK, SEEN, SCORES, gate={**GATE, "text": "They decide it."})
    ungated = two_of_kind(TALK, SEEN, SCORES)
    assert told(stopped) == ["The gate of “One”: “They decide” becomes “They decide it.”"]
    assert told(BEFORE, before=stopped) == [
        "The gate of “One”: “They decide it.” becomes “They decide”."
    ]
    assert told(stopped, before=ungated) == ["The gate of “One” is new: “They decide it.”"]
    assert told(ungated, before=stopped) == ["The gate of “One” is gone: “They decide it.”"]
    talk = {**TALK, "text": "Have a talk."}
    assert told(two_of_kind(talk, SEEN, SCORES, gate=GATE))[0].endswith("becomes “Have a talk.”")
    again = two_of_kind(TALK, {**SEEN, "id": "again", "text": "Again."}, SCORES)
    assert "New: “Again.”" in told(again, before=ungated)


def test_a_gate_that_would_meet_or_meet_no_more_is_told() -> None:
    """As the board says it, now and then."""
    gate = {"text": "They decide", "needs": ["talk"]}
    before = two_of_kind(TALK, SEEN, SCORES, gate=gate)
    lines = told(BEFORE, logged("talk"), before=before)
    assert lines[-1].startswith("The gate of “One”: now meets the recorded criteria")
    assert "; then 1 of 2 not met yet" in lines[-1]


def test_what_is_asked_under_another_name_is_no_new_thing() -> None:
    """What was logged for it stays under the old name, and so does what was said of it."""
    gate = {**GATE, "needs": ["chat", "seen"]}
    after = two_of_kind({**TALK, "id": "chat"}, SEEN, SCORES, gate=gate)
    entries = (logged("talk"), logged("talk", "again"))
    assert told(after, *entries) == [
        "“Have a talk” is asked for under another name then; 2 entries stay under the old one.",
        "“Have a talk”: met now, missing then.",
    ]
    aside = SetAside(requirement="talk", reason="No time", on=START)
    lines = told(after, enrolment=enrolled(BEFORE, aside=(aside,)))
    assert "“Have a talk”: that it is set aside stays under the old name." in lines
    assert differences(BEFORE, after).gone == differences(BEFORE, after).new == ()


def test_another_order_is_told() -> None:
    """Of what a phase asks for, as the next step goes by it; of the phases."""
    assert told(two_of_kind(SEEN, TALK, SCORES, gate=GATE)) == [
        "What “One” asks for comes in another order: “Be seen”, “Have a talk”, “Reach it”."
    ]
    turned = edited(BEFORE, lambda data: data["phases"].reverse())
    assert told(turned) == ["The phases come in another order: “Two”, “One”."]


def test_another_phase_another_name_and_another_holder_are_told() -> None:
    """Whatever is around the requirements."""

    def edit(data: Data) -> None:
        one, two = data["phases"]
        two["requirements"].append(one["requirements"].pop())
        one["name"], data["holder"] = "First", "group"

    assert told(edited(BEFORE, edit)) == [
        "Changed: “Reach it”: asked in “One” now, in “Two” then.",
        "Whose way it is: one person becomes a group.",
        "The phase “One” is called “First” then.",
    ]


def test_what_was_said_of_this_enrolment_and_goes_on_is_told() -> None:
    """Set aside, an own rule, priority areas: they apply to something else then."""
    rule = OwnRule(requirement="scores", at_least=2, one_at_least=4, source="Ms Day", on=START)
    aside = SetAside(requirement="seen", waits=True, reason="None yet", on=START)
    enrolment = enrolled(BEFORE, rules=(rule,), aside=(aside,), areas=(areas("asking"),))

    def edit(data: Data) -> None:
        asked = data["phases"][0]["requirements"]
        asked[1]["count"], asked[2]["at_least"] = 2, 4
        data["rubric"] = {"id": "ours", "priority": ["pausing"]}

    assert told(edited(BEFORE, edit), enrolment=enrolment)[-3:] == [
        "“Be seen” waits for an opportunity since 10 Jan 2026, and goes on to.",
        "The rule of “Reach it” stays the one that was entered: at least 2, one of them at 4.",
        "The priority areas stay those that were entered.",
    ]
    gone = SetAside(requirement="new", reason="Long ago", on=START)
    after = two_of_kind(TALK, SEEN, SCORES, {**TALK, "id": "new", "text": "Other"}, gate=GATE)
    lines = told(after, enrolment=enrolled(BEFORE, aside=(gone,)))
    assert (
        lines[-1] == "“Other” is new and is set aside since 10 Jan 2026 all the same: its name was."
    )


def test_what_is_named_elsewhere_in_the_file_is_told_word_by_word() -> None:
    """Parts of a document, items of a checklist, cycles."""

    def edit(data: Data) -> None:
        data["cycles"]["count"] = 2
        data["cycles"]["parts"][0]["name"] = "Plan it"

    lines = told(edited(CORE, edit), before=CORE)
    evidence = next(each for each in lines if "Evidence of what was done in each part" in each)
    assert "“Plan” becomes “Plan it”" in evidence and "rounds: 3 becomes 2" in evidence

    def shorter(data: Data) -> None:
        data["documents"][0]["parts"][0]["words"] = 7

    assert any(", at most 7 words" in each for each in told(edited(NEA, shorter), before=NEA))


KINDS = {one.model_fields["kind"].annotation: one for one in get_args(get_args(Requirement)[0])}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_field_of_a_requirement_has_its_words(kind: Any) -> None:
    """A field that comes later and has none is found here."""
    known = {"id", "kind", "text", "row", *VALUES, *YES_NO, *LISTS}
    assert kind.model_fields.keys() <= known


def _numbers(data: Any) -> list[tuple[Data, str]]:
    """All whole numbers and all sentences of what a pathway asks, each by where it stands."""
    if isinstance(data, list):
        return [found for each in data for found in _numbers(each)]
    if not isinstance(data, dict):
        return []
    own = [
        (data, key) for key in ("count", "at_least", "words", "text", "ask", "week") if key in data
    ]
    return own + [found for each in data.values() for found in _numbers(each)]


@given(st.data())
def test_whatever_number_or_sentence_changes_it_is_told_with_both(data: Any) -> None:
    """Never only that something is another one; and what stays as it is is not told."""
    before = data.draw(st.sampled_from(PATHWAYS))
    said = before.model_dump(mode="json", exclude_defaults=True)
    place, key = data.draw(st.sampled_from(_numbers(said["phases"])))
    old = place[key]
    place[key] = old + 1 if isinstance(old, int) else f"{old[:150]} indeed"
    try:
        after = Pathway.model_validate({"kind": "pathway", **said})
    except ValueError:
        return
    lines = told(after, before=before)
    assert any("becomes" in each and str(place[key])[-7:] in each for each in lines), lines
    assert not any(SOMETHING_ELSE in each for each in lines) and NOTHING_CHANGES not in lines
    assert told(before, before=before) == [NOTHING_CHANGES]


@given(st.sampled_from(PATHWAYS), st.sampled_from(PATHWAYS), st.data())
def test_any_two_requirements_that_differ_are_told_apart(
    one: Pathway, other: Pathway, data: Any
) -> None:
    """Whatever kinds they are of; one and the same is not."""
    was, then = (
        data.draw(st.sampled_from([Asked(r, p, each) for p in each.phases for r in p.requirements]))
        for each in (one, other)
    )
    same = was.requirement == then.requirement and was.phase.id == then.phase.id
    assert bool(otherwise(was, then)) is not same
    assert otherwise(was, was) == ()


def test_a_phase_with_another_id_is_the_same_phase() -> None:
    """It is told once, and nothing in it is asked elsewhere; the names of two may be the same."""
    other = BEFORE.phases[0].model_copy(update={"id": "first"})
    after = BEFORE.model_copy(update={"phases": (other, *BEFORE.phases[1:])})
    found = differences(BEFORE, after)
    assert found.around == ("The phase “One” has another id in the file then.",)
    assert (found.changed, found.gone, found.new) == ((), (), ())
    assert not found.is_empty


def test_what_a_field_takes_is_told_with_its_article() -> None:
    """As a sentence has it."""
    log: Data = {"kind": "log", "id": "met", "text": "Meet"}
    asks = [{"id": "who", "ask": "Who met?", "type": "line"}]
    asks += [{"id": "what", "ask": "What came of it?", "type": "text"}]
    was = {**log, "fields": [{"id": "why", "ask": "Why?", "type": "line"}]}
    before, after = two_of_kind(was), two_of_kind({**was, "fields": [*was["fields"], *asks]})
    (line,) = (each for each in told(after, before=before) if "Who met?" in each)
    assert "“Who met?” as a line" in line and "“What came of it?” as text" in line

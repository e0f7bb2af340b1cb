"""What may be asked for anew, for each cycle, part, school or member, and what may not."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.pathway import Pathway
from tests.core.pathways.as_files import CYCLES, PARTS, Data, asked, pathway, sentences

R1 = "phases[1] requirements[1]"


@pytest.mark.parametrize("per", ["cycle", "part", "school", "member"])
@pytest.mark.parametrize(
    ("kind", "names", "keys"),
    [
        ("sessions", "sessions", {}),
        ("planning", "plans", {}),
        ("debriefs", "debriefs", {}),
        ("observations", "observations", {}),
        ("scores", "scores", {"at_least": 3}),
        ("feedback", "answers", {"shows": ["effect"]}),
        ("deadline", "deadlines", {}),
    ],
)
def test_what_names_no_school_is_asked_for_none_anew(
    kind: str, names: str, keys: Data, per: str
) -> None:
    """A session names no school, so a number for each could never be told."""
    data = pathway([asked("a", kind, per=per, **keys)])
    assert sentences(data) == (f"{R1} per is {per}, but {names} are not kept apart for each {per}",)


@pytest.mark.parametrize(
    ("kind", "made_of", "keys"),
    [
        ("attestation", "this attestation has parts", {"parts": ["x", "y"]}),
        ("credential", "this credential has forms", {"forms": ["x", "y"]}),
        ("document", "a document has parts", {"document": "it"}),
        ("checklist", "a checklist has items", {"checklist": "it"}),
    ],
)
def test_what_has_parts_of_its_own_is_not_asked_for_each_of_a_cycle(
    kind: str, made_of: str, keys: Data
) -> None:
    """Which part something is for could mean either."""
    made = {"id": "it", "name": "It"}
    beside: Data = {
        "cycles": CYCLES,
        "documents": [{**made, "parts": PARTS}],
        "checklists": [{**made, "items": [{"id": "a", "text": "A"}]}],
    }
    (told,) = sentences(pathway([asked("a", kind, per="part", **keys)], **beside))
    assert told == f"{R1} per is part, but {made_of} of its own; it can be asked for each cycle"
    assert Pathway.model_validate(pathway([asked("a", kind, per="cycle", **keys)], **beside))

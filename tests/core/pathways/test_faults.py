"""What is wrong with a pathway as a whole is all told, by the key that it is about."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.pathway import Pathway
from tests.core.pathways.as_files import (
    CYCLES,
    FIELDS,
    PARTS,
    Data,
    asked,
    logged,
    pathway,
    sentences,
)

R1, R2 = "phases[1] requirements[1]", "phases[1] requirements[2]"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            pathway([asked("a")], gate=["a", "zz"]),
            "phases[1] gate.needs[2] names zz, which is no requirement of this phase",
        ),
        (
            pathway([asked("lead")], gate=["led"]),
            "phases[1] gate.needs[1] names led, which is no requirement of this phase; "
            "did you mean “lead”?",
        ),
        (
            pathway([asked("a")], [asked("b")], gate=["b"]),
            "phases[1] gate.needs[1] names b, which is no requirement of this phase",
        ),
        (pathway([asked("a")], gate=["a", "a"]), "phases[1] gate.needs[2] is “a” a second time"),
        (
            pathway([asked("a", wished=True)], gate=["a"]),
            "phases[1] gate.needs[1] names a, which is only wished",
        ),
        (
            pathway([asked("a", needs=["a"])]),
            f"{R1} needs[1] names a, which is no other requirement of this phase",
        ),
        (
            pathway([asked("a", instead_of="a")]),
            f"{R1} instead_of names a, which is no other requirement of this phase",
        ),
        (
            pathway([asked("a")], [asked("b", needs=["a"])]),
            "phases[2] requirements[1] needs[1] names a, "
            "which is no other requirement of this phase",
        ),
        (
            pathway([asked("z"), asked("a", needs=["b"]), asked("b", needs=["z", "a"])]),
            f"{R2} needs leads in a circle: a, b, a",
        ),
        (
            pathway([asked("a", instead_of="b"), asked("b", instead_of="a")]),
            f"{R1} instead_of leads in a circle: a, b, a",
        ),
        (
            pathway([asked("a"), asked("b", instead_of="a", needs=["a"])]),
            f"{R2} instead_of is a, which it needs as well",
        ),
        (
            pathway([logged("a", upon="b")], [logged("b", upon="a")]),
            f"{R1} upon leads in a circle: a, b, a",
        ),
        (pathway([logged("a", upon="a")]), f"{R1} upon names a, which is no other log"),
        (
            pathway([asked("a"), logged("b", upon="a")]),
            f"{R2} upon names a, which is no other log",
        ),
        (
            pathway([logged("a", with_whom="what")]),
            f"{R1} with_whom names what, which is no field with a choice",
        ),
        (pathway([asked("a"), asked("a")]), f"{R2} id is a a second time"),
        (
            pathway([asked("a")], [asked("a")]),
            "phases[2] requirements[1] id is a a second time",
        ),
        (
            pathway([asked("a", "evidence", per="cycle")]),
            f"{R1} per is cycle, but the pathway has no [cycles]",
        ),
        (
            pathway([asked("a", "evidence", per="member")]),
            f"{R1} per is member, but the pathway's holder is one person",
        ),
        (
            pathway([asked("a", "evidence", per="school")]),
            f"{R1} per is school, but the pathway's holder is one person",
        ),
        (
            pathway([asked("a"), asked("b", instead_of="a", needs=["c"]), asked("c", needs=["a"])]),
            f"{R2} instead_of leads in a circle over needs: b, c, a, b",
        ),
        (
            pathway([asked("a", "scores", at_least=3, one_at_least=3)]),
            f"{R1} one_at_least must be more than at_least, which is 3",
        ),
        (
            pathway([asked("a", "scores", at_least=3, areas=["q", "q"])]),
            f"{R1} areas[2] is “q” a second time",
        ),
        (
            pathway([asked("a", "attestation", parts=["x", "y", "x"])]),
            f"{R1} parts[3] is “x” a second time",
        ),
        (
            pathway([asked("a", "credential", forms=["x", "x"])]),
            f"{R1} forms[2] is “x” a second time",
        ),
        (
            pathway([asked("a", "document", document="d")]),
            f"{R1} document names d, which is no document",
        ),
        (
            pathway([asked("a", "checklist", checklist="c")]),
            f"{R1} checklist names c, which is no checklist",
        ),
        (
            pathway([asked("a", "evidence", fields=[*FIELDS, *FIELDS])]),
            f"{R1} fields[2] id is what a second time",
        ),
        (
            pathway([logged("a", fields=[{"id": "c", "ask": "?", "type": "choice"}])]),
            f"{R1} fields[1] choices must have at least two entries for a choice",
        ),
        (
            pathway([logged("a", fields=[{"id": "c", "ask": "?", "choices": ["x", "y"]}])]),
            f"{R1} fields[1] choices are only for a choice or a scale, not for a line",
        ),
        (
            pathway([asked("a", "scores", at_least=3, count=2)]),
            f"{R1} count is not for scores, which say how high by at_least",
        ),
        (
            pathway([asked("a", "attestation", parts=["x"], count=2)]),
            f"{R1} count is not for an attestation, which is given once or for each of its parts",
        ),
        (
            pathway([asked("a", "deadline", count=2)]),
            f"{R1} count is not for a deadline, which comes again after its months",
        ),
        (
            pathway([asked("a")], roles=[{"id": "r", "name": "R", "roles": ["staff"]}] * 2),
            "roles[2] id is r a second time",
        ),
        (
            pathway([asked("a")], rubric={"priority": ["q", "q"]}),
            "rubric.priority[2] is “q” a second time",
        ),
        (
            pathway([asked("a")], cycles={**CYCLES, "parts": PARTS[:1] * 2}),
            "cycles.parts[2] id is a a second time",
        ),
        (
            pathway([asked("a")], cards=[{"id": "c", "name": "C", "text": "C"}] * 2),
            "cards[2] id is c a second time",
        ),
    ],
)
def test_what_is_wrong_is_told(data: Data, expected: str) -> None:
    """Each mistake in one sentence, and nothing else."""
    assert sentences(data) == (expected,)


@pytest.mark.parametrize(
    "data",
    [
        pathway([asked("a", needs=["b"]), asked("b", needs=["c"]), asked("c")], gate=["a", "c"]),
        pathway([asked("a", instead_of="b"), asked("b", needs=["a"])]),
        pathway([logged("a", upon="b", per="part")], [logged("b")], cycles=CYCLES),
        pathway([asked("a", "evidence", per="member")], holder="group"),
        pathway([asked("a", "attestation", per="part")], cycles=CYCLES),
        pathway([asked("a", "attestation", per="cycle", parts=["x", "y"])], cycles=CYCLES),
        pathway([asked("a", "credential", per="part")], cycles=CYCLES),
        pathway([asked("a"), asked("b", instead_of="a"), asked("c", needs=["a", "b"])], gate=["c"]),
        pathway([asked("a", "scores", at_least=3, one_at_least=4)]),
    ],
)
def test_what_is_right_is_taken(data: Data) -> None:
    """Waiting for another is no circle, and a log may come before the one that it is upon."""
    assert Pathway.model_validate(data).requirement("a")


def test_all_of_it_is_told() -> None:
    """Nobody mends a pathway one fault at a time."""
    data = pathway([asked("a", "evidence", per="cycle"), asked("b", needs=["c"])], gate=["d"])
    assert [sentence.partition(" names")[0] for sentence in sentences(data)] == [
        "phases[1] gate.needs[1]",
        f"{R1} per is cycle, but the pathway has no [cycles]",
        f"{R2} needs[1]",
    ]


def test_faults_without_end_are_not_all_told() -> None:
    """Nor does it take long to find that there are many."""
    logs = [logged(f"log{number}", upon=f"log{number + 1}") for number in range(1999)]
    phases = [logs[start : start + 100] for start in range(0, 1999, 100)]
    assert len(sentences(pathway(*phases))) == 1
    needy = [
        asked(f"r{number}", needs=[f"x{each}" for each in range(100)]) for number in range(100)
    ]
    assert len(sentences(pathway(needy))) == 100

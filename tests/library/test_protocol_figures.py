"""The protocols we ship take the time, the turns and the people that the facts give them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.grouping import Room, longest, run_of, shortest, usual
from facilitui.core.vocabulary import Silence, TurnsFor, Who

HERE = Path(__file__).parent
FILES = sorted((HERE.parents[1] / "protocols").glob("*.toml"))
FIGURES = tomllib.loads((HERE / "protocol_figures.toml").read_text("utf-8"))

TURNS = {
    ("final_word", "responses"): TurnsFor.OTHERS,
    ("four_as", "assumptions"): TurnsFor.EACH,
    ("microlab", "turns"): TurnsFor.EACH,
    ("save_last_word", "responses"): TurnsFor.OTHERS,
}
"""The steps made of equal turns, each with a clock of its own, and who has one."""

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def load(file: Path) -> Protocol:
    return Protocol.model_validate(tomllib.loads(file.read_text("utf-8")))


def figures_of(protocol: Protocol) -> dict[str, Any]:
    """A protocol in the shape of the table."""
    group = protocol.group
    told: dict[str, Any] = {
        "group": [group.min, group.max, group.ideal],
        "provenance": protocol.provenance.value,
        "family": [family.value for family in protocol.family],
        "steps": [
            f"{step.min:g} {step.ideal:g} {step.max:g} {step.who} {step.silence} {step.cycle}"
            for step in protocol.steps
        ],
    }
    told["steps"] = [step.strip() for step in told["steps"]]
    if protocol.cycles:
        told["cycles"] = [f"{cycle.id} {cycle.times} {cycle.per}" for cycle in protocol.cycles]
    return told | ({"sub": group.sub} if group.sub else {})


def test_the_shipped_set_is_the_one_the_facts_describe() -> None:
    """All forty-three are there, and none is shipped whose minutes nobody has compared."""
    assert [file.stem for file in FILES] == sorted(FIGURES)
    assert len(FILES) == 43


@every_file
def test_its_steps_are_those_of_the_facts(file: Path) -> None:
    """Minutes, who speaks, silences, cycles and group sizes; the names may be our own."""
    facts = {key: value for key, value in FIGURES[file.stem].items()}
    del facts["total"], facts["assumed"]
    assert figures_of(load(file)) == facts


@every_file
def test_it_takes_the_minutes_that_the_facts_give(file: Path) -> None:
    """The usual length, for the group assumed while nothing else is known, is the facts'."""
    protocol = load(file)
    people, facts = protocol.group.default, FIGURES[protocol.id]
    assert people == facts["assumed"] or facts["assumed"] < protocol.group.min
    assert usual(protocol, people) == facts["total"]
    assert shortest(protocol, people) < usual(protocol, people) <= longest(protocol, people)


@every_file
def test_its_group_sizes_agree(file: Path) -> None:
    """The assumed and the ideal group are ones that the protocol says it is good for."""
    group = load(file).group
    assert group.min <= group.default <= group.max
    assert group.min <= group.ideal <= group.max
    assert (group.sub or group.min) <= group.default


@every_file
def test_each_cycle_is_used(file: Path) -> None:
    """A cycle that no step repeats in would be a promise of turns that never come."""
    protocol = load(file)
    assert {cycle.id for cycle in protocol.cycles} == {s.cycle for s in protocol.steps if s.cycle}


@every_file
def test_equal_turns_fit_the_step_they_are_part_of(file: Path) -> None:
    """Turns have clocks of their own, and together fill the step's usual minutes."""
    for step in load(file).steps:
        if step.turn_minutes is not None:
            assert step.ideal % step.turn_minutes == 0, step.name


def test_who_has_a_turn_is_said_wherever_there_are_turns() -> None:
    """No step counts its turns by its minutes alone: they follow the size of the sub-group."""
    found = {
        (protocol.id, step.id): step.turns
        for protocol in map(load, FILES)
        for step in protocol.steps
        if step.turn_minutes is not None or step.turns is not TurnsFor.FIXED
    }
    assert found == TURNS


@pytest.mark.parametrize(("protocol_id", "step_id"), sorted(TURNS))
@pytest.mark.parametrize("people", [20, 21, 22])
def test_turns_follow_the_largest_sub_group(protocol_id: str, step_id: str, people: int) -> None:
    """One turn for each who speaks; for the usual sub-group they are as long as is usual."""
    protocol = load(HERE.parents[1] / "protocols" / f"{protocol_id}.toml")
    (step,) = [step for step in protocol.steps if step.id == step_id]
    run = run_of(protocol, Room(people))
    others = TURNS[protocol_id, step_id] is TurnsFor.OTHERS
    assert run.turns(step) == run.sizes[0] - others
    assert step.who is Who.EACH_IN_TURN and step.silence is not Silence.NONE
    if run.sizes[0] == protocol.group.sub:
        assert step.turn_minutes == step.ideal / run.turns(step)


def test_the_final_word_is_planned_for_twenty() -> None:
    """Twenty people in fours take four turns of eight minutes; with five in a group it is five."""
    protocol = load(HERE.parents[1] / "protocols" / "final_word.toml")
    assert (usual(protocol, 20), usual(protocol, 21)) == (42, 50)

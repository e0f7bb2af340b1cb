"""What leaving a block out would cost: the goals it serves, and the evidence taken in it."""

from __future__ import annotations

import pytest
from hypothesis import given

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.costs import collected_in, costs
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import BlockKind, EvidenceKind
from tests.core.making import HOSTILE, Script, part
from tests.core.strategies import texts


def block(name: str, title: str, kind: BlockKind, *goals: str) -> AgendaBlock:
    return AgendaBlock(id=name, title=title, kind=kind, goals=goals, parts=(part(name),))


BLOCKS = (
    block("o", "Opening and why", BlockKind.OPENING),
    block("t", "Tuning protocol", BlockKind.PROTOCOL, "G1"),
    block("w", "What?", BlockKind.PROTOCOL, "G1"),
    block("c", "Two lines to keep", BlockKind.CLOSING, "G1"),
)


def measure(when: str) -> Evidence:
    return Evidence(id="E", kind=EvidenceKind.EXIT_TICKET, goals=("G1",), when=when)


def told(*whens: str, left_out: str = "c", gone: tuple[str, ...] = ()) -> str:
    """What G1 loses with a block, of a session in which others were left out before."""
    evidence = tuple(measure(when) for when in whens)
    script = Script(BLOCKS, goals=(Goal(id="G1", text="x"),), evidence=evidence)
    script.press(moves.forward).append((b.RecoveryApplied(skipped=gone),))
    (cost,) = costs(script.state, next(each for each in BLOCKS if each.id == left_out))
    return cost.told


@pytest.mark.parametrize(
    ("when", "named"),
    [
        ("in the tuning protocol", "t"),
        ("At the end of the TUNING PROTOCOL, on a card", "t"),
        ("In the closing", "c"),
        ("In the opening and in the closing", "oc"),
        ("At the end of the protocol", "tw"),
        ("In the Tuning protocol and in the closing", "tc"),
        ("What?", "w"),
        ("while reopening it, or at two openings", ""),
        ("In the opening of the next meeting", ""),
        ("Two weeks later, in pairs", ""),
        ("", ""),
        (HOSTILE, ""),
    ],
)
def test_evidence_is_taken_in_the_blocks_that_it_names(when: str, named: str) -> None:
    """By their titles or their kind, as whole words; on another day in none of them."""
    assert collected_in(measure(when), BLOCKS) == set(named)


@given(texts, texts)
def test_whatever_a_block_is_called_it_is_found_by_that(before: str, title: str) -> None:
    """No title is taken for more than its letters; a blank one names nothing."""
    found = collected_in(measure(f"{before} {title}"[:300]), (block("x", title, BlockKind.BREAK),))
    assert found <= {"x"}
    if title.strip() and len(title) < 100:
        assert collected_in(measure(title), (block("x", title, BlockKind.BREAK),)) == {"x"}


def test_a_goal_loses_what_is_taken_nowhere_else() -> None:
    """Evidence in two blocks is not lost with one of them, but with the last of them."""
    only = "G1 loses its only evidence"
    assert told("In the closing") == only
    assert told("In the closing", "at the end of the protocol") != only
    assert (
        told("In the Tuning protocol and in the closing") == "G1 is served by Tuning protocol too"
    )
    assert told("In the Tuning protocol and in the closing", gone=("t",)) == only
    assert told("In the tuning protocol", "in the closing", gone=("t",)) == only
    assert told("In the tuning protocol", gone=("t",)) == "G1 is served by What? too"
    assert told("In the closing", "at the next meeting") == "G1 is served by Tuning protocol too"


def test_all_that_is_lost_is_told() -> None:
    """The only action and the only evidence, where nothing else is left."""
    lost = told("in the closing", gone=("t", "w"))
    assert lost == "G1 loses its only action and evidence"


def test_what_serves_every_goal_stands_in_for_nothing_that_names_one() -> None:
    """Norms planned for all goals are no action of G2; between two such, one is left."""
    blocks = (
        block("n", "Norms", BlockKind.NORMS, "all"),
        block("a", "Gallery walk", BlockKind.ACTIVITY, "G2"),
        block("c", "Closing", BlockKind.CLOSING, "all"),
    )
    state = Script(blocks, goals=(Goal(id="G2", text="x"),)).press(moves.forward).state
    told = [cost.told for each in blocks for cost in costs(state, each)]
    walk = "G2 is served by Gallery walk too"
    assert told == [walk, "G2 loses its only action", walk]
    frame = Script((blocks[0], blocks[2]), goals=(Goal(id="G2", text="x"),)).press(moves.forward)
    (cost,) = costs(frame.state, blocks[0])
    assert cost.told == "G2 is served by Closing too"

"""Alignment: goals with their actions and evidence, and whose minutes an agenda is made of."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import expand
from facilitui.core.plans.alignment import TalkTotals, align, answered, talk_totals
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.vocabulary import BlockKind, EvidenceKind, Silence, Who
from tests.core.making import agenda, good_plan, part

GOALS = ("G1", "G2", "G3")
names = st.lists(st.sampled_from([*GOALS, "all", "G9"]), max_size=3).map(tuple)


@given(st.lists(names, max_size=5), st.lists(names, max_size=4))
def test_alignment_counts_what_names_a_goal(
    served: list[tuple[str, ...]], shown: list[tuple[str, ...]]
) -> None:
    """A goal has exactly the blocks and the evidence that name it, or name all."""
    plan = good_plan(
        goals=tuple(Goal(id=name, text="x") for name in GOALS),
        blocks=tuple(Block(id=f"b{n}", title="x", goals=g) for n, g in enumerate(served)),
        evidence=tuple(
            Evidence(id=f"e{n}", kind=EvidenceKind.EXIT_TICKET, goals=g)
            for n, g in enumerate(shown)
        ),
    )
    for row in align(plan):
        wanted = {row.goal.id, "all"}
        assert len(row.actions) == sum(bool(wanted & set(goals)) for goals in served)
        assert len(row.evidence) == sum(bool(wanted & set(goals)) for goals in shown)
    assert answered(plan).actions == (bool(served) and all(row.actions for row in align(plan)))
    assert answered(plan).evidence == all(row.evidence for row in align(plan))


def test_an_empty_plan_answers_nothing() -> None:
    """None of the four questions is answered by saying nothing."""
    assert answered(Plan()).count == 0
    assert align(Plan()) == ()


@pytest.mark.parametrize(
    ("missing", "question"),
    [
        ({"audience": Audience(who="us")}, "audience"),
        ({"audience": Audience(count=9)}, "audience"),
        ({"blocks": ()}, "actions"),
        ({"evidence": ()}, "evidence"),
    ],
)
def test_each_question_is_answered_on_its_own(missing: dict[str, object], question: str) -> None:
    """What is missing leaves its own question open and no other."""
    assert answered(good_plan()).count == 4
    found = answered(good_plan(**missing))
    assert found.count == 3
    assert not getattr(found, question)


def test_without_goals_nothing_can_be_evidence() -> None:
    """Evidence is of goals; without any, both questions are open."""
    found = answered(good_plan(goals=(), evidence=()))
    assert (found.goals, found.evidence, found.count) == (False, False, 2)


@given(st.lists(st.tuples(st.integers(1, 90), st.sampled_from(Who), st.sampled_from(Silence))))
def test_every_minute_is_somebodys(parts: list[tuple[int, Who, Silence]]) -> None:
    """Facilitator, participants, silence and breaks add up to the agenda."""
    blocks = agenda(*(part(f"p{n}", m, who=w, silence=s) for n, (m, w, s) in enumerate(parts)))
    totals = talk_totals(blocks)
    assert sum(m for m, _, _ in parts) == sum(
        (totals.facilitator, totals.participants, totals.silent, totals.pause)
    )
    assert totals.silent == sum(m for m, _, s in parts if s is Silence.ALL)
    assert totals.facilitator == sum(
        m for m, w, s in parts if w is Who.FACILITATOR and s is not Silence.ALL
    )
    assert sum(totals.shares) == (100 if parts else 0)
    assert min(totals.shares) >= 0


@pytest.mark.parametrize("total", [1, 3, 7, 64, 200, 201])
def test_shares_are_whole_and_never_below_nought(total: int) -> None:
    """Rounding leaves a hundred per cent, with nothing for those who have nothing."""
    for you, quiet in product(range(total + 1), repeat=2):
        if you + quiet <= total:
            shares = TalkTotals(you, total - you - quiet, quiet, 0).shares
            assert sum(shares) == 100 and min(shares) >= 0


@given(*(st.floats(0, 1e6) for _ in range(3)))
@example(8.4535, 0.0, 23.4465)
@example(272.415, 0.0, 6.985000000000014)
def test_any_figures_share_a_hundred(you: float, others: float, quiet: float) -> None:
    """Rounding never takes from anybody more than there is, nor moves a share by over a point."""
    totals = TalkTotals(you, others, quiet, 5)
    together = you + others + quiet
    assert sum(totals.shares) == (100 if together else 0)
    for share, minutes in zip(totals.shares, (you, others, quiet), strict=True):
        assert 0 <= share <= 100
        assert not together or abs(share - 100 * minutes / together) <= 1.01


def test_a_goal_says_what_it_lacks() -> None:
    """Action before evidence, as a plan is thought through."""
    plan = good_plan(blocks=(Block(id="b", title="x", goals=("G2",)),), evidence=())
    assert [row.missing for row in align(plan)] == [("action", "evidence"), ("evidence",)]
    assert [row.missing for row in align(good_plan())] == [(), ()]


def test_a_break_is_nobodys() -> None:
    """Even where nobody speaks in it, it is no silent work."""
    plan = good_plan(
        blocks=(
            Block(id="o", title="x", kind=BlockKind.OPENING, minutes=10),
            Block(id="p", title="x", kind=BlockKind.BREAK, minutes=15),
            Block(id="w", title="x", minutes=30),
        )
    )
    assert talk_totals(expand(plan, {})) == TalkTotals(10, 30, 0, 15)
    assert TalkTotals(0, 0, 0, 15).shares == (0, 0, 0)


def test_a_half_of_a_per_cent_goes_up() -> None:
    """As every other figure that is told."""
    assert TalkTotals(1, 7, 0, 0).shares == (13, 87, 0)

"""The shipped agendas: each is a whole plan, ready to be opened as a copy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitui.core.library.norms import NormSet
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.grouping import longest, shortest
from facilitui.core.plans.plan import Plan
from facilitui.core.vocabulary import BlockKind

ROOT = Path(__file__).resolve().parents[2]
AGENDAS = sorted((ROOT / "agendas").glob("*.toml"))
EXPECTED = {
    "book_study",
    "collaborative_inquiry_student_work",
    "community_of_practice_problem_of_practice",
    "difficult_conversation",
    "facilitator_training_with_apprentice",
    "micro_credential_feedback_meeting",
}

SAY_WORDS = 25
SHOW_WORDS = 12
TITLE_CHARACTERS = 34
BLOCK_TITLE_CHARACTERS = 23
YES_OR_NO = re.compile(
    r"(?:^|[.:;!?‘“] ?)"
    r"(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|shall|any)"
    r" [^.:;!?]*\?",
    re.IGNORECASE,
)
A_FIGURE_OF_MINUTES = re.compile(r"\d|\bminutes?\b", re.IGNORECASE)


@pytest.fixture(params=AGENDAS, ids=lambda path: path.stem)
def agenda(request: pytest.FixtureRequest) -> Path:
    """Each shipped agenda in turn."""
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def plan(agenda: Path) -> Plan:
    """The plan that an agenda file holds."""
    return Plan.model_validate(tomllib.loads(agenda.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def protocols() -> Mapping[str, Protocol]:
    """The shipped protocols by id."""
    files = (ROOT / "protocols").glob("*.toml")
    found = (Protocol.model_validate(tomllib.loads(f.read_text(encoding="utf-8"))) for f in files)
    return {protocol.id: protocol for protocol in found}


@pytest.fixture(scope="module")
def norm_sets() -> Mapping[str, NormSet]:
    """The shipped norm sets by id."""
    files = (ROOT / "facilitui" / "data" / "norms").glob("*.toml")
    found = (NormSet.model_validate(tomllib.loads(f.read_text(encoding="utf-8"))) for f in files)
    return {norms.id: norms for norms in found}


def words(text: str) -> int:
    """How many words somebody would speak or read."""
    return len(re.findall(r"\w[\w’'-]*", text))


def test_the_agendas_are_there() -> None:
    """There is one for each of the five programmes, and one for a difficult conversation."""
    assert {path.stem for path in AGENDAS} == EXPECTED


def test_a_head_says_what_it_is_then_comes_the_kind(agenda: Path) -> None:
    """A file opens with what it is, for whom and that it is a copy; no other comment is lost."""
    lines = agenda.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert 2 <= len(head) <= 5
    assert lines[: len(head)] == head
    assert lines[len(head)] == 'kind = "plan"'
    assert "copy" in " ".join(head)


def test_it_is_a_plan_without_a_date(plan: Plan) -> None:
    """An agenda says neither when nor where: that is what its copy is for."""
    assert plan.start is None
    assert not plan.zone
    assert not plan.link
    assert all(block.pinned_start is None for block in plan.blocks)


def test_the_four_questions_are_answered(plan: Plan) -> None:
    """Purpose, audience, goals, actions and evidence are all there to be changed."""
    assert plan.title and len(plan.title) <= TITLE_CHARACTERS
    assert plan.purpose
    assert plan.audience.who
    assert plan.audience.count
    assert plan.audience.experience
    assert plan.audience.needs
    assert [goal.id for goal in plan.goals] == [f"G{n}" for n in range(1, len(plan.goals) + 1)]
    assert len(plan.goals) >= 2
    assert plan.blocks
    assert plan.evidence


def test_every_goal_has_an_action_and_evidence(plan: Plan) -> None:
    """No goal is only a wish, and what blocks and measures name are goals of this plan."""
    known = {goal.id for goal in plan.goals} | {"all"}
    for goal in plan.goals:
        assert goal.text
        actions = [block for block in plan.blocks if block.kind.needs_goal]
        assert any(block.serves(goal.id) for block in actions), goal.id
        assert any(measure.serves(goal.id) for measure in plan.evidence), goal.id
    for block in (*plan.blocks, *plan.parked):
        assert set(block.goals) <= known
        assert block.goals or not block.kind.needs_goal, block.id
    for measure in plan.evidence:
        assert set(measure.goals) <= known
        assert measure.text and measure.when and measure.who and measure.goals, measure.id


def test_it_opens_agrees_closes_and_looks_back(plan: Plan) -> None:
    """Every session has an opening, norms, a closing and, last of all, a process debrief."""
    kinds = [block.kind for block in plan.blocks]
    assert kinds[0] is BlockKind.OPENING
    assert kinds[1] is BlockKind.NORMS
    assert kinds[-2:] == [BlockKind.CLOSING, BlockKind.PROCESS_DEBRIEF]
    assert BlockKind.PROTOCOL in kinds


def test_norms_start_from_a_set_with_one_to_watch(
    plan: Plan, norm_sets: Mapping[str, NormSet]
) -> None:
    """The sets exist, the norm to watch is among them, and the group may add its own."""
    assert plan.norms.sets
    offered = {norm.id for name in plan.norms.sets for norm in norm_sets[name].norms}
    assert plan.norms.watch in offered
    assert plan.norms.room_for_own


def test_the_people_are_named_by_their_part(plan: Plan) -> None:
    """Whoever leads a block is among the people, and something is listed to bring."""
    people = {person.name for person in plan.people}
    assert people
    assert all(block.lead in people for block in plan.blocks)
    assert plan.materials


def test_no_time_of_planning_is_claimed(plan: Plan) -> None:
    """Who planned along is a suggestion; minutes count as evidence and are for people to enter."""
    assert all(partner.minutes == 0 for partner in plan.planned_with)


def test_the_apprentice_leads_a_part_and_plans_with_staff() -> None:
    """The facilitator training is one that an apprentice can show for a certification."""
    path = ROOT / "agendas" / "facilitator_training_with_apprentice.toml"
    plan = Plan.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    apprentice = next(person.name for person in plan.people if person.role == "apprentice")
    led = sum(block.minutes for block in plan.blocks if block.lead == apprentice)
    assert 0 < led < plan.minutes
    assert "staff" in {partner.role for partner in plan.planned_with}


def test_the_minutes_add_up(plan: Plan, protocols: Mapping[str, Protocol]) -> None:
    """Blocks take exactly the time there is, as written and once expanded into steps."""
    assert sum(block.minutes for block in plan.blocks) == plan.minutes
    agenda = expand(plan, protocols)
    assert {block.protocol for block in plan.blocks if block.protocol} <= set(protocols)
    assert [block.minutes for block in agenda] == [block.minutes for block in plan.blocks]


def test_protocols_suit_the_time_and_the_group(
    plan: Plan, protocols: Mapping[str, Protocol]
) -> None:
    """A protocol is only given a group and a time that it is good for, in a way people meet."""
    people = plan.audience.count
    for block in (*plan.blocks, *plan.parked):
        assert (block.protocol is not None) == (block.kind is BlockKind.PROTOCOL)
        if block.protocol is None:
            continue
        protocol = protocols[block.protocol]
        assert protocol.group.min <= people <= protocol.group.max
        assert shortest(protocol, people) <= block.minutes <= longest(protocol, people)
        assert plan.mode in protocol.modes


def test_plain_blocks_say_show_and_watch(plan: Plan) -> None:
    """A plain block has words short enough to speak and to read from across the room."""
    for block in plan.blocks:
        assert len(block.title) <= BLOCK_TITLE_CHARACTERS, block.title
        if block.protocol is not None:
            continue
        assert 0 < words(block.say) <= SAY_WORDS, block.say
        assert 0 < words(block.show) <= SHOW_WORDS, block.show
        assert block.watch, block.id
        assert not A_FIGURE_OF_MINUTES.search(f"{block.say} {block.show}"), block.id


def test_whatever_asks_something_offers_a_wait_and_is_open(plan: Plan) -> None:
    """Wherever a block puts a question its kind is told, and yes or no would not answer it."""
    for block in plan.blocks:
        assert not YES_OR_NO.search(block.say) and not YES_OR_NO.search(block.show), block.id
        if "?" in block.say + block.show:
            assert block.question is not None, block.id


def test_a_longer_way_of_working_is_named_with_its_fit(agenda: Path, plan: Plan) -> None:
    """An agenda of a programme says which model it is part of, and why that fits."""
    known = {path.stem for path in (ROOT / "facilitui" / "data" / "models").glob("*.toml")}
    if plan.learning_model is None:
        assert agenda.stem == "difficult_conversation"
    else:
        assert plan.learning_model.id in known
        assert plan.learning_model.fit


def test_what_is_shown_is_credited(plan: Plan) -> None:
    """Nobody's poster or drawing is shown without saying whose it is."""
    assert all(visual.title and visual.credit for visual in plan.visuals)

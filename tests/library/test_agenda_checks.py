"""The shipped agendas as checks see them, and the kit for a difficult conversation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitui.core.checks import check_plan
from facilitui.core.library.norms import NormSet
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import Part, expand
from facilitui.core.plans.plan import Plan
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Silence, Who

ROOT = Path(__file__).resolve().parents[2]
AGENDAS = sorted((ROOT / "agendas").glob("*.toml"))

LOOK_AGAIN = {
    "collaborative_inquiry_student_work": ["below-usual tuning"],
    "micro_credential_feedback_meeting": ["no-link"],
}
"""Tuning in 45 minutes shows newcomers a check; a link belongs to the copy, not the agenda."""

ONE_VOICE = {Who.FACILITATOR, Who.PRESENTER}
LONG_FOR_ONE_VOICE = 20


def plan_of(path: Path) -> Plan:
    return Plan.model_validate(tomllib.loads(path.read_text("utf-8")))


@pytest.fixture(scope="module")
def protocols() -> Mapping[str, Protocol]:
    """The shipped protocols by id."""
    files = (ROOT / "protocols").glob("*.toml")
    return {f.stem: Protocol.model_validate(tomllib.loads(f.read_text("utf-8"))) for f in files}


@pytest.fixture
def kit() -> Plan:
    """The agenda for a difficult conversation."""
    return plan_of(ROOT / "agendas" / "difficult_conversation.toml")


every_agenda = pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)


def parts_of(plan: Plan, protocols: Mapping[str, Protocol]) -> list[Part]:
    return [part for block in expand(plan, protocols) for part in block.parts]


@every_agenda
def test_there_is_hardly_anything_to_look_at_again(
    path: Path, protocols: Mapping[str, Protocol]
) -> None:
    """Whoever opens an agenda starts from a plan that the checks have next to nothing against."""
    found = [check.id for check in check_plan(plan_of(path), protocols)]
    assert found == LOOK_AGAIN.get(path.stem, [])


@every_agenda
def test_no_voice_carries_the_session(path: Path, protocols: Mapping[str, Protocol]) -> None:
    """The facilitator talks for less than half, and nobody for twenty minutes in a row."""
    plan = plan_of(path)
    parts = parts_of(plan, protocols)
    talk = sum(part.minutes for part in parts if part.who is Who.FACILITATOR)
    assert talk < plan.minutes / 2
    in_a_row, voice = 0.0, None
    for part in parts:
        in_a_row = in_a_row + part.minutes if part.who is voice else part.minutes
        voice = part.who
        assert voice not in ONE_VOICE or in_a_row <= LONG_FOR_ONE_VOICE, part.id


def test_the_kit_is_kept_apart_and_has_an_aftercare(kit: Plan) -> None:
    """What is said there stays out of what is shared, and people are asked after."""
    assert kit.sensitive
    assert kit.aftercare.endswith(".") and "?" in kit.aftercare


def test_the_kits_norms_are_the_set_and_more(kit: Plan) -> None:
    """It starts from the four agreements, adds how harm is repaired, and asks for more."""
    path = ROOT / "facilitui" / "data" / "norms" / "difficult_conversations.toml"
    offered = NormSet.model_validate(tomllib.loads(path.read_text("utf-8")))
    assert kit.norms.sets == (offered.id,)
    assert {"pass", "repair"} <= {norm.id for norm in kit.norms.own}
    assert not {norm.id for norm in kit.norms.own} & {norm.id for norm in offered.norms}
    assert kit.norms.room_for_own
    assert len(kit.norms.own) + len(offered.norms) <= 7


def test_the_kit_listens_in_equal_turns_and_in_silence(
    kit: Plan, protocols: Mapping[str, Protocol]
) -> None:
    """Nobody can dominate: turns are equal and uninterrupted, and writing comes before talk."""
    parts = parts_of(kit, protocols)
    assert any(part.turn_minutes and part.silence is Silence.TURN for part in parts)
    assert sum(part.minutes for part in parts if part.silent) >= 5
    assert BlockKind.BREAK in {block.kind for block in kit.blocks}


def test_the_kit_offers_other_protocols(kit: Plan, protocols: Mapping[str, Protocol]) -> None:
    """Other ways to talk lie parked, each with when to take it, and none used twice."""
    used = [block.protocol for block in (*kit.blocks, *kit.parked) if block.protocol]
    assert len(set(used)) == len(used) >= 5
    assert set(used) <= set(protocols)
    assert all(block.protocol and block.note for block in kit.parked)


def test_the_kit_tells_the_host_what_to_do_when_it_hurts(kit: Plan) -> None:
    """Being hurt, distress and one voice that fills the room each have their words."""
    told = " ".join([kit.note, *(block.watch for block in kit.blocks)])
    for what in ("hurt", "distress", "one voice", "second room", "pass"):
        assert what in told + " ".join(kit.materials), what


def test_the_kit_asks_for_knowing_and_doing(kit: Plan) -> None:
    """One goal is to see, one to act; the one is told by its holder, the other followed up."""
    assert [goal.kind for goal in kit.goals] == [GoalKind.KNOW, GoalKind.DO]
    kinds = {evidence.kind for evidence in kit.evidence}
    assert kinds == {EvidenceKind.THEN_AND_NOW, EvidenceKind.COMMITMENT_FOLLOWED_UP}

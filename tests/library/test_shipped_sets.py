"""The shipped norm sets, wait targets, debrief frames and pathways."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facilitui.core.library.cards import CardSet
from facilitui.core.library.frames import Frame
from facilitui.core.library.norms import NormSet
from facilitui.core.library.waits import WaitTargets
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.vocabulary import Mode, Question

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "facilitui" / "data"
NORMS = sorted((DATA / "norms").glob("*.toml"))
WAITS = sorted((DATA / "waits").glob("*.toml"))
FRAMES = sorted((DATA / "frames").glob("*.toml"))
CARDS = sorted((DATA / "cards").glob("*.toml"))
PATHWAYS = sorted((ROOT / "pathways").glob("*.toml"))

MOST_NORMS = 10
OFFERED_FIRST = ["w3", "plus_delta", "aar", "critical_incident"]
OFFERED_LATER = {
    "bullets",
    "four_ls",
    "gibbs",
    "kolb",
    "orid",
    "rose_bud_thorn",
    "start_stop_continue",
}


def test_the_sets_are_there() -> None:
    """Nothing that the library promises is missing, and nothing has slipped in."""
    assert {path.stem for path in NORMS} == {
        "debrief_pair",
        "difficult_conversations",
        "kind_specific_helpful",
        "online",
        "seven_norms",
        "working_agreements",
    }
    assert {path.stem for path in WAITS} == {"default"}
    assert {path.stem for path in CARDS} == {"default"}
    assert {path.stem for path in FRAMES} == {*OFFERED_FIRST, *OFFERED_LATER}
    assert {path.stem for path in PATHWAYS} == {
        "clee_part_time_facilitator",
        "codeorg_facilitator_development",
        "core_community_of_practice",
        "nea_micro_credential_plc",
        "professional_learning_framework",
    }


@pytest.mark.parametrize(
    "path",
    [*NORMS, *WAITS, *FRAMES, *CARDS, *PATHWAYS],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_a_file_is_named_after_its_id_and_begins_with_its_kind(path: Path) -> None:
    """A file can be found by its id, and says first what kind of thing it holds."""
    source = path.read_text(encoding="utf-8")
    data = tomllib.loads(source)
    assert data["id"] == path.stem
    assert next(iter(data)) == "kind"
    assert source.startswith("# ")


@pytest.mark.parametrize("path", NORMS, ids=lambda path: path.stem)
def test_norms_are_few_short_and_credited(path: Path) -> None:
    """A group can read a set aloud, and knows whose it is."""
    norms = NormSet.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert norms.name and norms.credit
    assert len(norms.norms) <= MOST_NORMS
    assert len({norm.id for norm in norms.norms}) == len(norms.norms)
    assert all(len(norm.text.split()) <= 13 for norm in norms.norms)


def test_there_are_words_for_every_moment_of_the_design() -> None:
    """Seven moments, two lines each that can be said in one breath, all of them different."""
    cards = CardSet.model_validate(tomllib.loads(CARDS[0].read_text(encoding="utf-8")))
    assert [card.id for card in cards.cards] == [
        "derails",
        "dominates",
        "nobody_speaks",
        "conflict",
        "distress",
        "no_answer",
        "technology",
    ]
    lines = [line for card in cards.cards for line in card.say]
    assert len(set(lines)) == 14
    assert all(0 < len(line.split()) <= 25 for line in lines)
    assert all(len(card.name) <= 30 for card in cards.cards) and cards.credit


def test_no_norm_stands_under_a_trade_mark() -> None:
    """Sets of others give credit and names, never the owner's mark."""
    for path in (*NORMS, *FRAMES):
        source = path.read_text(encoding="utf-8").lower()
        assert "courageous conversation" not in source
        assert "critical friends group" not in source


@pytest.mark.parametrize("path", WAITS, ids=lambda path: path.stem)
def test_every_kind_of_question_has_a_wait_target(path: Path) -> None:
    """However people meet, no question is left without a target, and none is below its floor."""
    waits = WaitTargets.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [target.question for target in waits.targets] == list(Question)
    for mode in Mode:
        assert set(waits.for_mode(mode)) == set(Question)
        assert min(waits.for_mode(mode).values()) >= 3
    for target in waits.targets:
        assert target.in_person <= target.online_voice <= target.chat
    assert waits.credit == "our own defaults; school research, adapted"


@pytest.mark.parametrize("path", FRAMES, ids=lambda path: path.stem)
def test_a_frame_credits_its_author_and_asks_questions(path: Path) -> None:
    """Every step of a frame is a question to answer, with one short line of help."""
    frame = Frame.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert frame.name and frame.credit and frame.best_for
    assert len({question.id for question in frame.questions}) == len(frame.questions)
    for question in frame.questions:
        assert "?" in question.ask
        assert 0 < len(question.hint) <= 70


def test_the_frames_most_asked_for_come_first() -> None:
    """Four frames head the list in their order; no two frames share a place."""
    frames = [
        Frame.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))) for path in FRAMES
    ]
    orders = {frame.id: frame.order for frame in frames}
    assert [orders[frame] for frame in OFFERED_FIRST] == [10, 20, 30, 40]
    assert all(orders[frame] >= 50 for frame in OFFERED_LATER)
    assert len(set(orders.values())) == len(frames)


@pytest.fixture
def clee() -> Pathway:
    """The shipped pathway of CLEE's programme."""
    path = ROOT / "pathways" / "clee_part_time_facilitator.toml"
    return Pathway.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def test_the_three_phases_follow_one_another(clee: Pathway) -> None:
    """Learning comes first, then the apprentice's phase, then full approval."""
    assert [phase.id for phase in clee.phases] == ["learning", "apprentice", "fully_approved"]
    assert all(phase.purpose and phase.requirements and phase.gate for phase in clee.phases)
    ids = [requirement.id for phase in clee.phases for requirement in phase.requirements]
    assert len(ids) == len(set(ids))


def test_only_printed_numbers_are_counted(clee: Pathway) -> None:
    """Two observations in the second phase and two others in the third; nothing else."""
    counts = {
        (phase.id, requirement.id): requirement.count
        for phase in clee.phases
        for requirement in phase.requirements
        if requirement.count is not None
    }
    assert counts == {
        ("apprentice", "observed_as_apprentice"): 2,
        ("fully_approved", "observed_for_approval"): 2,
    }


def test_each_requirement_names_its_row(clee: Pathway) -> None:
    """All that the programme asks for is there once, in its order."""
    rows = [
        row
        for phase in clee.phases
        for requirement in phase.requirements
        for row in requirement.row.split(", ")
    ]
    asked_for = [f"A-{number}" for number in range(21, 42)]
    kept_besides = ["A-11", "A-20", "A-17"]
    assert rows == [*asked_for, *kept_besides]


def test_the_decision_is_the_programmes(clee: Pathway) -> None:
    """The pathway says it is to be completed and never calls anybody certified."""
    everything = clee.model_dump_json().lower()
    assert "certified" not in everything
    assert "to be completed" in clee.note.lower()
    assert "decision" in clee.note
    assert all(phase.gate and "decides" in phase.gate.text for phase in clee.phases)
    assert clee.source


FACTS_4 = {
    Question.RECALL_OR_LOGISTICS: (3, 5, 20),
    Question.OPEN_OPINION: (5, 8, 40),
    Question.REASONING_OR_DILEMMA: (10, 15, 60),
    Question.REFLECTION_OR_WRITING: (60, 60, 90),
    Question.AFTER_AN_ANSWER: (3, 4, 10),
}
"""Seconds in person, by voice online and in a chat, as the facts have them."""


@pytest.mark.parametrize("question", list(Question))
def test_the_shipped_wait_targets_are_the_facts(question: Question) -> None:
    """For every kind of question and every way of meeting; hybrid waits for the slower half."""
    shipped = WaitTargets.model_validate(tomllib.loads(WAITS[0].read_text(encoding="utf-8")))
    in_person, voice, chat = FACTS_4[question]
    assert {mode: shipped.for_mode(mode)[question] for mode in Mode} == {
        Mode.IN_PERSON: in_person,
        Mode.ONLINE: voice,
        Mode.HYBRID: max(in_person, voice),
        Mode.ASYNCHRONOUS: chat,
    }
